import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ingest } from '../../../server/flows/ingest.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { seenListing } from '../../harness/factories.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

/** What a seller may write so that it becomes part of a page that shows it: in text, in attributes, in addresses. */
const shots = [
  `<script>window.hit=1;alert(1)</script>`,
  `<img src=x onerror="window.hit=1;alert(1)">`,
  `"><svg onload="window.hit=1;alert(1)">`,
  `'" autofocus onfocus=alert(1) x="`,
  `</title></textarea></style><iframe src="javascript:alert(1)"></iframe>`,
  `<a href="javascript:alert(1)">javascript:alert(1)</a>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
  `{{constructor.constructor('alert(1)')()}} \${alert(1)}`,
  `<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example/">`,
  `<style>*{background:url(https://evil.example/)}</style>`,
]
const all = shots.join(' ')
/** Addresses that open something else than a page. */
const noPages = [
  'javascript:alert(1)',
  'JaVaScRiPt://example.com/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
]
/** And such that try to leave the attribute that they stand in. */
const addresses = [
  'https://example.com/"onmouseover="alert(1)',
  "https://example.com/'><script>alert(1)</script>",
]

let house: WebHouse
let browser: Browser
let page: Page
/** What the browser did or refused that no page should make it do. */
const happened: string[] = []
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: false })
  await takeListings()
  browser = await openBrowser()
  page = await browser.context.newPage()
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) happened.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) happened.push(`request: ${request.url()}`)
  })
  page.on('pageerror', (error) => void happened.push(`error: ${error.message}`))
  await page.addInitScript(`addEventListener('securitypolicyviolation', (event) =>
    console.error('Content Security Policy: ' + event.violatedDirective + ' ' + event.blockedURI))`)
})
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

let listings: number[] = []

/** One for each shot, with it in every field that is text; and rules that find them, so that messages have them, too. */
async function takeListings(): Promise<void> {
  const { test } = house
  const rule = await test.call('POST', '/api/rules', {
    name: `Bikes ${all}`.slice(0, 200),
    keywords: { any: ['road bike'] },
    channels: ['inbox'],
  })
  expect(rule.status).toBe(201)
  const offers = [...shots, all].map((shot, n) => ({ shot, url: addresses[n % addresses.length]! }))
  const opening = noPages.map((url) => ({ shot: 'NO PAGE', url }))
  const sightings = [...offers, ...opening].map(({ shot, url }, n) => ({
    marketplace: 'feed',
    seen: seenListing({
      externalId: `hostile-${n}-${shot}`.slice(0, 300),
      title: `Road bike ${n} ${shot}`.slice(0, 1000),
      url,
      description: `${shot}\n${all}`,
      condition: shot.slice(0, 200),
      siteCategory: shot,
      brand: shot.slice(0, 200),
      location: shot.slice(0, 500),
      imageUrls: [...addresses, ...noPages],
      attributes: { [shot]: shot, colour: all },
      ...{ lat: 37.77, lon: -122.42 },
    }),
    observedAtMs: test.app.pipeline.clock.now().getTime(),
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  const { rows } = await test.app.db.query<{ id: number; title: string }>(
    'SELECT id, title FROM listings ORDER BY id',
  )
  listings = rows.map(({ id }) => id)
  // What opens something else than a page of the web is no offer at all.
  expect(rows.filter(({ title }) => title.includes('NO PAGE'))).toEqual([])
  expect(listings).toHaveLength(offers.length)
}

/** Whatever of the page should not be there; nothing where what sellers write is text. */
const injected = `(() => {
  const found = []
  if (window.hit !== undefined) found.push('a script of the listing ran')
  for (const node of document.querySelectorAll('script, iframe, base, math, mglyph, object, embed, style, [autofocus]'))
    if (!(node.tagName === 'SCRIPT' && new URL(node.src, location.href).origin === location.origin && node.src !== ''))
      found.push(node.outerHTML.slice(0, 200))
  for (const node of document.querySelectorAll('*'))
    for (const { name, value } of node.attributes) {
      if (name.startsWith('on')) found.push(node.tagName + ' ' + name)
      if (['href', 'src', 'action', 'formaction', 'srcset', 'poster', 'xlink:href'].includes(name)
        && !/^(?:https?:|mailto:|tel:|blob:|data:image\\/|[\\/?#.]|$)/.test(value))
        found.push(node.tagName + ' ' + name + '=' + value.slice(0, 100))
    }
  return found
})()`

async function look(path: string): Promise<string> {
  await page.goto(`${house.address}${path}`)
  await settled(page)
  const text = (await page.locator('body').textContent()) ?? ''
  expect([path, await page.evaluate(injected)]).toEqual([path, []])
  expect([path, happened]).toEqual([path, []])
  expect(new URL(page.url()).pathname).toBe(path.split('?')[0])
  return text
}

it('what sellers write is text on every page that shows it: nothing of it runs, loads, opens or becomes part of the page', async () => {
  const { body } = await house.test.call('GET', '/api/notifications')
  const [notification] = (body as { items: { id: number }[] }).items
  expect(await look('/deals?score=0')).toContain('<script>window.hit=1;alert(1)</script>')
  for (const id of listings) expect(await look(`/listings/${id}`)).toContain('Road bike')
  expect(await look('/notifications')).toContain('<script>')
  expect(await look(`/notifications/${notification!.id}`)).toContain('Road bike')
  expect(await look('/rules')).toContain('<script>')
  const { body: rules } = await house.test.call('GET', '/api/rules')
  expect(await look(`/rules/${(rules as { items: { id: number }[] }).items[0]!.id}`)).toContain('<script>')
})

it('the preview of a rule that is being written shows them as text, too', async () => {
  await page.goto(`${house.address}/rules/new`)
  await settled(page)
  await page.getByLabel('All of these words').fill('road bike')
  await page.getByLabel('Score at least').fill('')
  const preview = page.getByRole('region').filter({ has: page.locator('#preview') })
  await preview.getByRole('link').first().waitFor()
  expect(await preview.textContent()).toContain('Road bike')
  expect(await page.evaluate(injected)).toEqual([])
  expect(happened).toEqual([])
})

it('no link of a listing leads to anything but a page of the web, in the API either', async () => {
  for (const id of listings) {
    const { body } = await house.test.call('GET', `/api/listings/${id}`)
    const { url } = body as { url: string | null }
    expect([id, url]).toEqual([id, url === null ? null : expect.stringMatching(/^https?:\/\//)])
  }
})

it('the browser keeps the choice of colours, of keys and when one looked last, and of one person what is shown without a network, without a secret', async () => {
  for (const path of ['/deals', `/listings/${listings[0]}`, '/notifications', '/rules', '/settings/profile'])
    await look(path)
  const kept = (await page.evaluate(`(async () => ({
    local: Object.entries(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    keptNames: await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    ),
    keptText: (await Promise.all(
      (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name)
        return Promise.all((await cache.matchAll()).map((one) => one.text()))
      }),
    )).flat().join(' '),
    cookies: document.cookie,
  }))()`)) as Record<string, unknown> & {
    local: [string, string][]
    session: string[]
    keptNames: string[][]
    keptText: string
  }
  for (const [name, value] of kept.local)
    expect([name, value]).toEqual([
      expect.stringMatching(/^(?:theme|shortcuts|deals\.looks)$/),
      expect.stringMatching(/^(?:light|dark|on|off|\{"last":\d+,"before":(?:\d+|null)\})$/),
    ])
  // For as long as the tab is open: where one scrolled, what is being typed, what can be taken back.
  for (const name of kept.session) expect(name).toMatch(/^(?:tsr-|deal-scout\.rule-draft\.|deals\.undo$)/)
  expect(kept).toMatchObject({ databases: [], cookies: '' })
  // Signing out takes it away, as does somebody else: phone.test.ts.
  expect(kept.caches).toEqual(['deal-scout-kept-1'])
  for (const url of kept.keptNames.flat())
    expect(decodeURIComponent(new URL(url).pathname)).toMatch(
      /^\/kept\/\["(?:me|account|summary|deals|listing|notifications|session|inbox)/,
    )
  expect(kept.keptText).not.toMatch(/"(?:\w*[sS]ecret|\w*[tT]oken|password|cookie|p256dh|endpoint)"/)
})
