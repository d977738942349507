import diagnostics from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { expectedOf, guarding } from '../expected-headers.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
const routes = new Set<string>()
beforeAll(async () => {
  if (chromiumPath === null) return
  const onMade = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      if ([method].flat().includes('GET')) routes.add(url)
    })
  }
  diagnostics.subscribe('fastify.initialization', onMade)
  house = await openWebHouse(await testDatabase(), { demo: false })
  diagnostics.unsubscribe('fastify.initialization', onMade)
  browser = await openBrowser()
})
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

/** Those of the app, which its one page draws by the address. */
const appPages = ['/', '/deals', '/listings/1', '/notifications', '/rules', '/rules/new', '/settings/profile']

it('Chromium gets the security headers with every page that it opens, and with all that those load', async () => {
  const page = await browser.context.newPage()
  // The policy lets nobody write one into a page; it is for this test to see what the browser refused.
  const violations: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(`${page.url()}: ${message.text()}`)
  })
  const wrong: unknown[] = []
  let loaded = 0
  page.on('response', (response) => {
    if (!response.url().startsWith(house.address) || response.request().isNavigationRequest()) return
    loaded++
    const headers = guarding(Object.entries(response.headers()))
    if (headers['x-content-type-options'] !== 'nosniff') wrong.push([response.url(), headers])
  })
  const opened: string[] = []
  for (const route of [...routes, ...appPages]) {
    const path = route
      .replace(/:token/g, 'a'.repeat(43))
      .replace(/:\w+/g, '1')
      .replace('*', 'index.html')
    const asked = await fetch(`${house.address}${path}`, { headers: { accept: 'text/html' } })
    await asked.body?.cancel()
    if (!/^text\/html/.test(asked.headers.get('content-type') ?? '')) continue
    const response = (await page.goto(`${house.address}${path}`))!
    if (appPages.includes(route)) await settled(page)
    const shown = new URL(response.url()).pathname
    expect([route, guarding(Object.entries(await response.allHeaders()))]).toEqual([route, expectedOf(shown)])
    opened.push(route)
  }
  expect(opened).toEqual(expect.arrayContaining([...appPages, '/account/sign-in', '/account/reset/:token']))
  expect(opened.some((route) => route.startsWith('/api/reference'))).toBe(true)
  expect(loaded).toBeGreaterThan(10)
  expect(wrong).toEqual([])
  expect(violations).toEqual([])
})

it('no page of this address opens in a frame, not even in one of its own', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${house.address}/account/sign-in`)
  for (const path of ['/deals', '/account/sign-in', '/api/rules']) {
    await page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe')
      frame.src = ${JSON.stringify(path)}
      frame.addEventListener('load', resolve)
      document.body.replaceChildren(frame)
    })`)
    const urls = page.frames().map((frame) => frame.url())
    expect([path, urls.filter((url) => url.startsWith(house.address))]).toEqual([path, [page.url()]])
    expect(urls).toHaveLength(2)
  }
})
