import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { goodPassword } from '../../server/accounts/test-kit.ts'
import { type ConnectedHouse, connectedHouse } from '../../server/sources/connections/test-kit.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../harness/browser.ts'
import { type FakeServer, startFakeServer } from '../harness/fake-server.ts'

let world: ConnectedHouse
let browser: Browser
/** The page at eBay on which a person agrees: another site than ours. */
let consent: FakeServer
let link = ''
beforeAll(async () => {
  if (chromiumPath === null) return
  world = await connectedHouse()
  consent = await startFakeServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<a href="${link}">Agree</a>`)
  })
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  for (const one of [browser, consent, world]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

it('a browser that comes back from another site is still who went there, and is shown a page within its headers', async () => {
  const { house, site } = world
  const page = await browser.context.newPage()
  const said: string[] = []
  page.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) said.push(message.text())
  })
  await page.goto(`${house.address}/account/sign-in`)
  await page.fill('input[name=email]', 'owner@example.com')
  await page.fill('input[name=password]', goodPassword)
  await page.click('button')
  await page.waitForURL((url) => !url.pathname.startsWith('/account/sign-in'))
  const url = (await page.evaluate(
    `fetch('/api/connections/ebay', { method: 'POST', headers: { 'x-csrf-token': /\\.csrf=([^;]+)/.exec(document.cookie)[1] } })
      .then((answer) => answer.json()).then(({ url }) => url)`,
  )) as string
  link = await site.decide(url, true)
  // Ours is at 127.0.0.1: for a browser that is another site than localhost.
  await page.goto(consent.baseUrl.replace('127.0.0.1', 'localhost'))
  await page.click('a')
  await page.waitForURL('**/connections/ebay/return**')
  expect(await page.textContent('h1')).toBe('Connected')
  expect(await page.textContent('p')).toContain(site.person.username)
  expect(await page.evaluate('getComputedStyle(document.body).maxWidth')).toBe('576px')
  // The address, which has the code in it, goes on to nobody.
  expect(await page.evaluate('document.querySelectorAll("a, form, script").length')).toBe(0)
  expect(said).toEqual([])
  const { body } = await house.owner.call('GET', '/api/connections/ebay')
  expect(body).toMatchObject({ state: 'connected' })
})
