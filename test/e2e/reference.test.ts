import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../harness/app.ts'
import { chromiumPath, noChromium, openBrowser } from '../harness/browser.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())

describe('the reference page', () => {
  it('is the only one that may hold styles, and runs no script but its own', async () => {
    const page = await fetch(`${test.address}/api/reference`)
    expect(page).toMatchObject({ status: 200, url: `${test.address}/api/reference/` })
    const policy = page.headers.get('content-security-policy')!
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='(?: 'sha256-[\w+/]{43}=')*;/)
    expect(policy).not.toMatch(/unsafe-eval|https?:|script-src[^;]*unsafe-inline/)
    const others = await fetch(`${test.address}/api/rules`)
    expect(others.headers.get('content-security-policy')).not.toContain('unsafe')
  })

  it.skipIf(chromiumPath === null)(
    `shows every operation, asks no other host and breaks no rule (${noChromium})`,
    async () => {
      await using browser = await openBrowser()
      const page = await browser.context.newPage()
      await page.setViewportSize({ width: 1280, height: 900 })
      const asked: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (message) => {
        // No page of this program has an icon.
        const isIcon = message.location().url.endsWith('/favicon.ico')
        if (message.type() === 'error' && !isIcon) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`${test.address}/api/reference`, { timeout: 120_000 })
      await page.getByText('/api/rules/bulk').first().waitFor({ state: 'attached', timeout: 120_000 })
      const shot = process.env.REFERENCE_SCREENSHOT
      if (shot !== undefined) await page.screenshot({ path: shot })
      const elsewhere = asked.filter(
        (url) => !/^(?:data|blob):/.test(url) && new URL(url).origin !== test.address,
      )
      expect(elsewhere).toEqual([])
      expect(complaints).toEqual([])
    },
  )
})
