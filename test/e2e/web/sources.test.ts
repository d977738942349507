import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { type FakeServer, startFakeServer } from '../../harness/fake-server.ts'
import { openWebHouse, settled, type WebHouse, widths } from './house.ts'

let house: WebHouse
let browser: Browser
let site: FakeServer
let page: Page
const item = (n: number) =>
  `<item><guid>${n}</guid><title>Oak table number ${n} $${40 + n}</title><link>https://x.example/${n}</link></item>`
const rss = (count: number) =>
  `<rss version="2.0"><channel><title>t</title>${Array.from({ length: count }, (_, n) => item(n)).join('')}</channel></rss>`
beforeAll(async () => {
  if (chromiumPath === null) return
  site = await startFakeServer((_, response) => void response.end(rss(3)))
  house = await openWebHouse(await testDatabase(), {
    demo: false,
    env: { FEED_ALLOW_PRIVATE_NETWORK: 'true' },
    roles: ['api', 'worker', 'scheduler'],
  })
  browser = await openBrowser()
  page = await browser.context.newPage()
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house, site]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

const go = async (path: string) => {
  await page.goto(`${house.address}${path}`)
  await settled(page)
}
const feedName = 'RSS, Atom or JSON feed'
const card = (name: string) => page.getByRole('article', { name, exact: true })
const sources = async () =>
  ((await house.test.call('GET', '/api/sources')).body as { items: { id: number; enabled: boolean }[] }).items
/** Every page is looked at in every look by pages.test.ts: this is what opens, and what comes of what is done. */
const accessible = async () => {
  const wider: unknown[] = []
  for (const size of widths) {
    await page.setViewportSize(size)
    wider.push(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
  }
  const { violations } = await new AxeBuilder({ page: page as never }).analyze()
  await page.setViewportSize(widths[0]!)
  expect(wider).toEqual([0, 0])
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
}

describe('a feed', () => {
  it('is connected with what the server says at its field, and nothing that was typed is lost', async () => {
    await go('/sources')
    await page.getByText('Nothing is connected yet').waitFor()
    const feed = card(feedName)
    await feed.getByText(/Filtered here: all words, one of several words/).waitFor()
    await feed.getByRole('button', { name: `Connect ${feedName}` }).click()
    await feed.getByLabel('Currency').fill('USD')
    await feed.getByLabel('Address of the feed').fill(`${site.baseUrl}/********`)
    await feed.getByRole('button', { name: 'Connect', exact: true }).click()
    await feed.getByText(/must be the whole address/).waitFor()
    expect(await feed.getByLabel('Currency').inputValue()).toBe('USD')
    await accessible()
    await feed.getByLabel('Address of the feed').fill(`${site.baseUrl}/rss`)
    await feed.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.getByText(/feed is connected. It answers with 3 listings/).waitFor()
    // A worker reads it at once, and the page follows.
    await feed.getByText('Sees', { exact: true }).waitFor()
    await feed.getByText(/3 found, 3 new/).waitFor()
  })

  it('is scanned at a press and says live what it brought; the page of the source has it in its history', async () => {
    const held = Promise.withResolvers<void>()
    site.handle(async (_, response) => {
      await held.promise
      response.end(rss(5))
    })
    await card(feedName)
      .getByRole('link', { name: /^RSS, Atom or JSON feed / })
      .click()
    await page.waitForURL(/\/sources\/\d+$/)
    await settled(page)
    await page.getByRole('button', { name: /^Scan now: / }).click()
    await page.getByText(/Reading: the first page, 0 found so far/).waitFor()
    await page.getByRole('progressbar').waitFor()
    held.resolve()
    await page.getByText('Scanned: 5 found, 2 new, 0 changed.').waitFor()
    const runs = page.getByRole('region', { name: 'Last scans' })
    await runs.getByText('5 found, 2 new, 0 changed').waitFor()
    await runs.getByText('3 found, 3 new, 0 changed').waitFor()
    await page.getByText('No rule of yours asks for anything there.').waitFor()
  })

  it('keeps what was changed, is paused and goes on', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Tables')
    await page.getByLabel('How often').selectOption('900000')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Tables', exact: true }).waitFor()
    expect(await sources()).toMatchObject([{ name: 'Tables', intervalMs: 900_000 }])
    await page.getByRole('switch', { name: 'Tables is scanned' }).click()
    await page.getByText('It is paused, and is not read').waitFor()
    expect(await page.getByRole('button', { name: 'Scan now: Tables' }).isDisabled()).toBe(true)
    expect(await sources()).toMatchObject([{ enabled: false }])
    await page.getByRole('switch', { name: 'Tables is scanned' }).click()
    await page.getByText('Sees', { exact: true }).first().waitFor()
  })

  it('that breaks says since when, why, and when it is tried again, here and above the deals, whoever asks', async () => {
    site.handle((_, response) => void response.writeHead(403).end())
    await page.getByRole('button', { name: 'Scan now: Tables' }).click()
    await page.getByText(/^Nothing is seen there since/).waitFor()
    await page.getByText('Blocked', { exact: true }).first().waitFor()
    await page.getByText(/^Tried again by itself:/).waitFor()
    await page.getByRole('button', { name: 'Scan now: Tables' }).click()
    await page.getByText(/^It rests until .* and is then tried again by itself/).waitFor()
    await accessible()
    await go('/deals')
    await page.getByText('Counts without Tables').waitFor()
    await page.getByRole('link', { name: 'Look at the sources' }).click()
    await page.waitForURL(/\/sources$/)
    await card(feedName)
      .getByText(/^Nothing is seen there since/)
      .waitFor()
    await page.getByRole('button', { name: 'Scan all now' }).click()
    await page.getByText(/^Tables rests until/).waitFor()
    await accessible()
    // Nothing tells the page but the stream.
    site.handle((_, response) => void response.end(rss(5)))
    await house.test.app.db.query('UPDATE sources SET cool_down_until = NULL, cool_down_from = NULL')
    await house.test.call('POST', '/api/scans', {})
    await card(feedName).getByText('Sees', { exact: true }).waitFor()
  })
})

describe('terms', () => {
  it('are accepted and taken back, by name and time, and only then can be connected', async () => {
    const craigslist = card('Craigslist')
    expect(await craigslist.getByRole('button', { name: 'Connect Craigslist' }).count()).toBe(0)
    await craigslist.getByLabel(/I have read the terms/).check()
    await craigslist.getByRole('button', { name: 'Accept the terms' }).click()
    await craigslist.getByText(/^Accepted by you on/).waitFor()
    await craigslist.getByRole('button', { name: 'Connect Craigslist' }).click()
    await craigslist.getByText('How to come by what is asked for').waitFor()
    await craigslist.getByRole('button', { name: 'Cancel' }).click()
    await craigslist.getByRole('button', { name: 'Take it back' }).click()
    await craigslist.getByRole('button', { name: 'Accept the terms' }).waitFor()
    expect(await craigslist.getByRole('button', { name: 'Connect Craigslist' }).count()).toBe(0)
  })

  it('an account can be connected where the operator has set it up; where not, it says what is missing', async () => {
    await card('eBay').getByText('No eBay account of yours is connected.').waitFor()
    await card('eBay')
      .getByText(/EBAY_CLIENT_ID/)
      .first()
      .waitFor()
  })
})

const choose = (name: string, text: string) =>
  page.getByLabel(/^Choose/).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

describe('a file', () => {
  it('is shown as it would be read, taken in, and its rejected rows are saved with their reasons', async () => {
    await go('/sources/import')
    const rows = Array.from({ length: 30 }, (_, n) => `${n};Eichentisch ${n};${40 + n},00`)
    const file = ['Nr;Artikel;Preis', ...rows, '90;Lampe;=1+1', '91;Halb'].join('\n')
    await choose('tische.csv', file)
    await page.getByText('Say which column is the title').waitFor()
    await page.getByLabel('What Nr means').selectOption('externalId')
    await page.getByLabel('What Artikel means').selectOption('title')
    await page.getByLabel('What Preis means').selectOption('price')
    await page.getByText('Some prices name no currency').waitFor()
    await page.getByLabel('Currency').fill('EUR')
    await page.getByText('Eichentisch 7').waitFor()
    await page.getByText('All of them can be read.').waitFor()
    await accessible()
    await page.getByRole('button', { name: /^Take in/ }).click()
    await page.getByRole('heading', { name: 'tische.csv: 32 rows read' }).waitFor()
    const downloaded = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the rejected rows' }).click()
    const download = await downloaded
    expect(download.suggestedFilename()).toBe('tische.rejects.csv')
    const saved = parse(readFileSync(await download.path(), 'utf8'), { bom: true, columns: true })
    expect(saved).toMatchObject([
      { line: '32', reason: expect.stringContaining('price'), Artikel: 'Lampe', Preis: "'=1+1" },
      { line: '33', reason: expect.stringMatching(/cell/), row: expect.stringContaining('Halb') },
    ])
    const { rows: taken } = await house.test.app.db.query(
      `SELECT FROM listings WHERE marketplace = 'import' AND currency = 'EUR'`,
    )
    expect(taken).toHaveLength(30)
  })

  it('that cannot be read is refused before it is sent, with what can; a saved page is recognised by itself', async () => {
    await page.getByRole('button', { name: 'Import another file' }).click()
    await choose('list.xlsx', 'PK')
    await page.getByRole('alert').getByText('save it as CSV').waitFor()
    await choose('list.csv', '%PDF-1.7 and more')
    await page.getByRole('alert').getByText('This is a PDF').waitFor()
    const dropped = await page.evaluateHandle(`(() => {
      const data = new DataTransfer()
      data.items.add(new File([${JSON.stringify(rss(4))}], 'saved.xml', { type: 'text/xml' }))
      return data
    })()`)
    await page.getByText('list.csv').dispatchEvent('drop', { dataTransfer: dropped })
    await page.getByText('4 listings on the page').waitFor()
    expect(await page.getByLabel('Read as').inputValue()).toBe('feed')
    await page.getByRole('button', { name: 'Take in 4 listings' }).click()
    await page.getByRole('heading', { name: 'saved.xml: 4 rows read' }).waitFor()
  })
})

describe('who only looks', () => {
  it('sees how all is, and is offered nothing to change', async () => {
    const me = (await house.test.call('GET', '/api/me')).body as object
    await page.route('**/api/me', (route) => route.fulfill({ json: { ...me, roles: ['viewer'] } }))
    await go('/sources')
    await page.getByText('You can look at the sources, and change nothing').waitFor()
    await card(feedName).getByText('Sees', { exact: true }).waitFor()
    await card('Craigslist').getByText('Whoever runs this Deal Scout accepts the terms').waitFor()
    expect(await page.getByRole('main').getByRole('switch').count()).toBe(0)
    expect(await page.getByRole('button', { name: /Scan|Accept|Connect(?! your)/ }).count()).toBe(0)
    await go('/sources/import')
    await page.getByText('import nothing: ask an admin').waitFor()
    await page.unroute('**/api/me')
  })
})

describe('a source that is disconnected', () => {
  it('asks first, goes, and its address says so', async () => {
    const { id } = (await sources())[0]!
    await go(`/sources/${id}`)
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep it' }).click()
    expect(await sources()).toHaveLength(1)
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click()
    await page.getByText('Nothing is connected yet').waitFor()
    expect(await sources()).toEqual([])
    await go(`/sources/${id}`)
    await page.getByRole('heading', { name: 'There is no such source' }).waitFor()
  })
})
