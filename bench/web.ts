import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { builtWebDir } from '../server/app/installed.ts'
import { ingest } from '../server/flows/ingest.ts'
import { type Browser, chromiumPath, openBrowser } from '../test/harness/browser.ts'
import { type Follower, follow } from '../test/harness/event-stream.ts'
import { openBenchApp } from './lib-app.ts'
import { percentile } from './lib-statistics.ts'
import { fillStock, modelRows } from './lib-stock.ts'
import { mapKbGz, mapped } from './lib-web-map.ts'
import { bareCopyOf, type Measured, openSlowPage } from './lib-web-page.ts'

const slowdown = 4
const rounds = 7
const cards = 'li a[id^=deal-]'
const list = '/deals?score=0&same=each'
const dealsPerSecond = 50

/**
 * The page of deals in Chromium on a processor that is four times slower, with `--listings N` (6,000), in turns beside a bare
 * static page of the same cards: largest paint, shifts, answers to keys and clicks (alone, and while 50 deals arrive a
 * second), what every visit loads, cards in the page and memory after 5,000 rows, Back, matches of a draft, whether the
 * stream lost or doubled an event, and a map of 10,000 points: how soon they are there, and how smoothly it is moved (`--map`: that
 * alone). Medians of 7 visits.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  if (chromiumPath === null) return { skipped: 'there is no Chromium on this machine' }
  const listings = args.includes('--listings') ? Number(args[args.indexOf('--listings') + 1]) : 6_000
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(folder, 0o711)
  const limits = ['READ', 'WRITE', 'COSTLY', 'PHOTOS'].map((name) => [`RATE_LIMIT_${name}`, '0'])
  const app = await openBenchApp(folder, {
    env: {
      ...{ DEAL_SCOUT_PORT: '0', LEARN_FIRST: 'off', SHED_EVENT_LOOP_DELAY_MS: '0', PHOTOS_SHOWN: 'off' },
      ...Object.fromEntries(limits),
    },
    overrides: { learn: () => Promise.reject(new Error('prices are not learned here')) },
  })
  const browser = await openBrowser()
  try {
    await app.openQueue(false)
    await fillStock(app, listings)
    const address = (await app.start(['api']))!
    if (args.includes('--map'))
      return { listings, mapKbGz: mapKbGz(builtWebDir), ...(await mapped(app.db, address, slowdown)) }
    await fetch(`${address}/api/value?title=bicycle`).then((answer) => answer.text())
    const take = deals(app)
    const { visits, bare } = await visitInTurns(browser, address)
    const interactions = await interact(browser, address, take)
    const [lcpMs, bareLcpMs] = [medianOf(visits, 'lcpMs'), medianOf(bare, 'lcpMs')]
    return {
      ...{ listings, rounds, slowdown },
      ...{ lcpMs, bareLcpMs, lcpRatio: Number((lcpMs / bareLcpMs).toFixed(2)) },
      cls: Number(Math.max(...visits.map(({ cls }) => cls)).toFixed(4)),
      ...interactions,
      ...sizes(),
      mapKbGz: mapKbGz(builtWebDir),
      ...(await longList(browser, address, listings)),
      previewP95Ms: await previewMs(address),
      ...(await streamed(address, app, take)),
      ...(await mapped(app.db, address, slowdown)),
    }
  } finally {
    await browser[Symbol.asyncDispose]()
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type App = Awaited<ReturnType<typeof openBenchApp>>

/** Takes in so many new deals, as scans bring them. */
function deals(app: App) {
  let taken = 0
  return async (count: number) => {
    const sightings = modelRows(count).map((row) => ({
      ...row,
      seen: { ...row.seen, externalId: `new-${taken++}` },
      observedAtMs: Date.now(),
    }))
    await ingest(app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  }
}

async function visitInTurns(browser: Browser, address: string) {
  const visits: Measured[] = []
  const bare: Measured[] = []
  let server: Server | undefined
  let bareAddress = ''
  for (let round = -1; round < rounds; round++) {
    await using visit = await openSlowPage(browser.context, { slowdown })
    await visit.page.goto(`${address}${list}`)
    await visit.page.locator(cards).nth(5).waitFor()
    await sleep(1_500)
    if (server === undefined) {
      server = await serveBare(await bareCopyOf(visit.page))
      bareAddress = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    }
    const one = await visit.measured()
    await using still = await openSlowPage(browser.context, { slowdown })
    await still.page.goto(bareAddress)
    await still.page.locator(cards).nth(5).waitFor()
    await sleep(1_500)
    // The first round fills caches of both.
    if (round >= 0) {
      visits.push(one)
      bare.push(await still.measured())
    }
  }
  server?.close()
  return { visits, bare }
}

/** The copy, with the style sheets and fonts that it names. */
async function serveBare(html: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (path === '/') return void response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
    try {
      const type = path.endsWith('.css') ? 'text/css' : 'application/octet-stream'
      response.setHeader('content-type', type).end(readFileSync(join(builtWebDir, path.split('?')[0]!)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const keys = ['j', 'j', 'k', 'j', 'x', 'x']

/** What a person does on the page: keys, filters, a sheet; the slowest answer is what counts. */
async function use(page: Page): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await sleep(250)
  }
  await page.keyboard.press('?')
  await closed(page)
  await page.getByRole('button', { name: /^Filters/ }).click()
  await page.getByLabel('Price at most').pressSequentially('900', { delay: 80 })
  await closed(page)
  await sleep(400)
}

/** Ends what is open over the page, once it is there: until then the page behind it takes the key. */
async function closed(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}

async function interact(browser: Browser, address: string, take: (count: number) => Promise<void>) {
  await using slow = await openSlowPage(browser.context, { slowdown })
  await slow.page.goto(`${address}${list}`)
  await slow.page.locator(cards).nth(5).waitFor()
  await use(slow.page)
  await slow.forget()
  await use(slow.page)
  const { inpMs } = await slow.measured()
  await slow.forget()
  let isOver = false
  const arriving = (async () => {
    while (!isOver) {
      await take(dealsPerSecond / 5)
      await sleep(200)
    }
  })()
  await use(slow.page)
  await use(slow.page)
  isOver = true
  await arriving
  return { inpMs, inpLiveMs: (await slow.measured()).inpMs }
}

function sizes() {
  const index = readFileSync(join(builtWebDir, 'index.html'), 'utf8')
  const named = [...index.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map(([, path]) => path!)
  const kb = (files: readonly string[]) =>
    Number(
      (
        files.reduce(
          (sum, file) => sum + gzipSync(readFileSync(join(builtWebDir, file)), { level: 9 }).length,
          0,
        ) / 1000
      ).toFixed(1),
    )
  const styles = [...index.matchAll(/href="\/?(assets\/[^"]+\.css)"/g)].map(([, path]) => path!)
  return { entryKbGz: kb([...new Set(named)]), cssKbGz: kb(styles) }
}

/** Cards in the page and memory after 5,000 rows, and how far Back from a listing misses its row. */
async function longList(browser: Browser, address: string, listings: number) {
  await using slow = await openSlowPage(browser.context, { slowdown: 1 })
  const { page } = slow
  await page.goto(`${address}${list}`)
  await page.locator(cards).nth(5).waitFor()
  let domCards = 0
  const rows = Math.min(5_000, listings)
  for (let loaded = 0; loaded < rows; ) {
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
    await sleep(60)
    domCards = Math.max(domCards, await page.locator(cards).count())
    loaded = await page.evaluate<number>(
      `Math.round((document.querySelector('ol').offsetHeight + 8) / (document.querySelector('ol li:has(article)').offsetHeight + 8))`,
    )
  }
  const heapMb = await slow.heapMb()
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight * 0.6)')
  await sleep(800)
  const link = page.locator(cards).nth(Math.floor((await page.locator(cards).count()) / 2))
  const id = await link.getAttribute('id')
  const topOf = async () => (await page.locator(`#${id}`).boundingBox())!.y
  const before = await topOf()
  await link.click()
  await page.locator('#score-title').waitFor()
  await page.goBack()
  await page.locator(`#${id}`).waitFor()
  await sleep(800)
  return { domCards, heapMb, backPx: Math.round(Math.abs((await topOf()) - before)) }
}

/** What a rule finds while it is typed, word by word. */
async function previewMs(address: string): Promise<number> {
  const tookMs: number[] = []
  for (let n = 0; n < 40; n++) {
    const all = ['trek', 'canon camera', `modell${n}`, 'zither'][n % 4]!.split(' ')
    const startedAtMs = performance.now()
    const answer = await fetch(`${address}/api/rules/preview/matches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'draft', keywords: { all }, currency: 'USD' }),
    })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`the draft was answered ${answer.status}`)
    tookMs.push(performance.now() - startedAtMs)
  }
  return Math.round(percentile(tookMs, 95) ?? 0)
}

/** Ten seconds of deals that arrive: events that a follower missed, and those it saw twice. */
async function streamed(address: string, app: App, take: (count: number) => Promise<void>) {
  await using follower: Follower = follow(address)
  while (!follower.isOpen || follower.seen.length === 0) await sleep(20)
  const { rows: first } = await app.db.query<{ id: number }>('SELECT max(id) AS id FROM live_events')
  for (let n = 0; n < 50; n++) {
    await take(dealsPerSecond / 5)
    await sleep(200)
  }
  await sleep(3_000)
  const { rows } = await app.db.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM live_events WHERE id > $1 AND user_id IS NULL',
    [first[0]!.id],
  )
  const told = follower.told().map(({ id }) => id)
  const once = new Set(told)
  return {
    streamEvents: rows[0]!.count,
    streamLost: rows[0]!.count - once.size,
    streamDoubled: told.length - once.size,
  }
}

function medianOf(all: readonly Measured[], name: keyof Measured): number {
  const sorted = all.map((one) => one[name]).sort((a, b) => a - b)
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)
}
