import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startChannelFakeServer as startMail } from '../../server/channels/email/contract-fake-server.ts'
import type { ChannelFakeServer } from '../../server/channels/fake-server.ts'
import { saveChannel, targetOf } from '../../server/notify/targets/channels.ts'
import { stubClock, type TestApp, testApp } from '../harness/app.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../harness/browser.ts'
import { type FakeServer, startFakeServer } from '../harness/fake-server.ts'

const clock = stubClock()
let test: TestApp
let mail: ChannelFakeServer
let browser: Browser
/** A page of somebody else's with a link, as web mail shows a message; notes what it is told of where a call is from. */
let elsewhere: FakeServer
let shown = ''
beforeAll(async () => {
  if (chromiumPath === null) return
  mail = await startMail()
  elsewhere = await startFakeServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(shown)
  })
  test = await testApp({
    overrides: { clock },
    roles: ['api'],
    env: Object.fromEntries(Object.entries(mail.options).map(([name, value]) => [name, String(value)])),
  })
  browser = await openBrowser()
})
afterAll(async () => {
  for (const one of [browser, test, mail, elsewhere]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => {
  context.skip(chromiumPath === null, noChromium)
  clock.advance(86_400_000)
})

describe('in a real browser', () => {
  it('every page that links in messages open is whole, styled and within what its headers allow', async () => {
    const page = await browser.context.newPage()
    const said: string[] = []
    page.on('console', (message) => {
      if (!message.location().url.endsWith('/favicon.ico')) said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(String(error)))
    page.on('requestfailed', (request) => said.push(`${request.url()}: ${request.failure()?.errorText}`))
    const violations = async () => page.evaluate('window.violations')
    await page.addInitScript(
      `window.violations = []; addEventListener('securitypolicyviolation', (e) => window.violations.push(e.violatedDirective))`,
    )
    const looksRight = async () => {
      expect(await page.evaluate('getComputedStyle(document.body).maxWidth')).toBe('576px')
      expect(await violations()).toEqual([])
    }
    for (const [link, button] of [
      [await confirmationLink(), 'Yes, these messages are mine'],
      [await unsubscribeLink(), 'End these messages'],
    ] as const) {
      await page.goto(link)
      await looksRight()
      await press(page, button)
      await looksRight()
    }
    await page.goto(`${test.address}/api/openapi.json`)
    expect(await violations()).toEqual([])
    expect(said).toEqual([])
    // What is not allowed is noticed here.
    await page.goto(await unsubscribeLink())
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>')`)
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('img'), { src: 'https://x.example/a.png' }))`,
    )
    await expect.poll(violations).toEqual(expect.arrayContaining(['style-src-attr', 'img-src']))
  })

  it('“Yes, these messages are mine” confirms, opened from web mail on another site', async () => {
    const link = await confirmationLink()
    const page = await openFromElsewhere(link)
    await press(page, 'Yes, these messages are mine')
    expect(await page.locator('h1').textContent()).toBe('Confirmed')
    expect(await channel()).toMatchObject({ ready: true, needsConfirmation: false })
  })

  it('“End these messages” ends them, opened by its address', async () => {
    const page = await browser.context.newPage()
    await page.goto(await unsubscribeLink())
    await press(page, 'End these messages')
    expect(await page.locator('h1').textContent()).toBe('Ended')
    expect(await channel()).toMatchObject({ ready: false, off: expect.anything() })
  })

  it('both work where the browser is told to hide where a page came from', async () => {
    // As an extension or a proxy does that is stricter than this server.
    const page = await browser.context.newPage()
    await page.route('**/api/**', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'referrer-policy': 'no-referrer' } })
    })
    const origins: (string | undefined)[] = []
    page.on('request', async (request) => {
      if (request.method() === 'POST') origins.push((await request.allHeaders()).origin)
    })
    await page.goto(await confirmationLink())
    await press(page, 'Yes, these messages are mine')
    expect(await page.locator('h1').textContent()).toBe('Confirmed')
    await page.goto(await unsubscribeLink())
    await press(page, 'End these messages')
    expect(await page.locator('h1').textContent()).toBe('Ended')
    expect(origins).toEqual(['null', 'null'])
  })

  it('the address of such a page, which holds a token, is told to no other site', async () => {
    const page = await browser.context.newPage()
    await page.goto(await unsubscribeLink())
    shown = '<h1>Elsewhere</h1>'
    const away = `<a id="away" href="${elsewhere.baseUrl}">away</a>`
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(away)})`)
    await page.click('#away')
    await page.waitForSelector('text=Elsewhere')
    const { headers } = elsewhere.requests.findLast(({ url }) => url.pathname === '/')!
    expect(headers.referer).toBeUndefined()
  })

  it('a page of another site, or of another port of this machine, presses nothing', async () => {
    await saveChannel(test.app.notify, test.app.owner, 'email', { settings: settings(), enabled: true })
    shown = `<form method="post" action="${test.address}/api/channels/email/confirmation"><button>Win</button></form>`
    const page = await browser.context.newPage()
    await page.goto(elsewhere.baseUrl)
    const before = mail.received().length
    await press(page, 'Win')
    expect(await page.locator('body').textContent()).toContain('foreign-origin')
    expect(mail.received().length).toBe(before)
  })
})

const settings = () => mail.settings as Record<string, string>

async function confirmationLink(): Promise<string> {
  await test.app.db.query('DELETE FROM channel_settings')
  await saveChannel(test.app.notify, test.app.owner, 'email', { settings: settings(), enabled: true })
  expect(await test.call('POST', '/api/channels/email/confirmation')).toMatchObject({ status: 200 })
  return /http:\/\/127\.0\.0\.1:\d+\/api\/confirm\/\S+/.exec(mail.received().at(-1)!)![0]
}

async function unsubscribeLink(): Promise<string> {
  await saveChannel(test.app.notify, test.app.owner, 'email', { settings: settings(), enabled: true })
  await test.app.db.query('UPDATE channel_settings SET confirmed_at = now()')
  const target = await targetOf(test.app.notify, test.app.owner, 'email')
  if (target.kind !== 'ready') throw new Error(target.reason)
  return target.unsubscribeUrl!
}

async function openFromElsewhere(link: string): Promise<Page> {
  shown = `<a id="link" href="${link}">Open</a>`
  const page = await browser.context.newPage()
  // Another name of this machine is another site.
  await page.goto(elsewhere.baseUrl.replace('127.0.0.1', 'localhost'))
  await page.click('#link')
  return page
}

/** Presses it and waits for the page that comes. */
async function press(page: Page, button: string): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: button }).click(),
  ])
  await page.waitForLoadState()
}

async function channel() {
  const { body } = await test.call('GET', '/api/channels')
  return (body as { items: { id: string }[] }).items.find(({ id }) => id === 'email')
}
