import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ingest } from '../../../server/flows/ingest.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { seenListing } from '../../harness/factories.ts'
import { mapTilesFile } from '../../harness/map-tiles.ts'
import { until } from '../../harness/until.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

/** Three within a walk of each other, one an hour away, one that names only its town, one that says nowhere. */
const things = [
  { title: 'Amber lamp', lat: 37.8044, lon: -122.2712 },
  { title: 'Birch stool', lat: 37.8144, lon: -122.2612 },
  { title: 'Cedar chest', lat: 37.7994, lon: -122.2512 },
  { title: 'Damask chair', lat: 37.3382, lon: -121.8863 },
  { title: 'Ebony frame', location: 'Walnut Creek, CA' },
  { title: 'Felt hat' },
] as const
let house: WebHouse
let browser: Browser
const ids: Record<string, number> = {}
beforeAll(async () => {
  if (chromiumPath === null) return void process.stderr.write(`\n!! The map is NOT tested: ${noChromium}\n\n`)
  const home = { DEAL_SCOUT_HOME: 'Oakland, CA' }
  house = await openWebHouse(await testDatabase(), { demo: false, env: home })
  browser = await openBrowser({ webgl: 'software' })
  const sightings = things.map(({ title, ...place }, n) => ({
    marketplace: 'shop',
    seen: seenListing({
      title,
      externalId: `m${n}`,
      priceCents: 5_000 + n * 1_000,
      ...place,
    }),
    observedAtMs: Date.now() - n * 60_000,
  }))
  await ingest(house.test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  const { rows } = await house.test.app.db.query<{ id: number; title: string }>(
    'SELECT id, title FROM listings',
  )
  for (const { id, title } of rows) ids[title] = id
}, 240_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

const all = 'score=0&same=each'
const canvas = 'canvas.maplibregl-canvas'

/** What is not as it should be is said at the end. */
async function openPage(from: Browser, path: string, width = 1280) {
  const page = await from.context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(String(error)))
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective + ' ' + e.blockedURI))`,
  )
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${house.address}${path}`)
  await settled(page)
  return { page, said, loaded }
}

const boxOf = (page: Page) => {
  const box = new URL(page.url()).searchParams.get('box')
  return box === null ? null : (box.split(',').map(Number) as [number, number, number, number])
}
/** The address has it once the map stands still. */
const boxOnce = (page: Page, isIt: (box: [number, number, number, number]) => boolean = () => true) =>
  until(async () => {
    const box = boxOf(page)
    return box !== null && isIt(box) ? box : null
  }, 20_000)

/** Where on the page a place is drawn. */
async function pointOf(page: Page, { lat, lon }: { lat: number; lon: number }) {
  const [west, south, east, north] = boxOf(page)!
  const { x, y, width, height } = (await page.locator(canvas).boundingBox())!
  const up = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360))
  return {
    x: x + ((lon - west) / (east - west)) * width,
    y: y + ((up(north) - up(lat)) / (up(north) - up(south))) * height,
  }
}

/** How much of the drawn map is of each of these colours, percent. */
async function shares(page: Page, colours: Record<string, string>, off = 3): Promise<Record<string, number>> {
  const clip = (await page.locator(canvas).boundingBox())!
  const { data, info } = await sharp(await page.screenshot({ clip }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = info.width * info.height
  return Object.fromEntries(
    Object.entries(colours).map(([name, hex]) => {
      const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
      let found = 0
      for (let at = 0; at < data.length; at += 3)
        if (wanted.every((part, of) => Math.abs(data[at + of]! - part) <= off)) found++
      return [name, (found * 100) / pixels]
    }),
  )
}

const cards = (page: Page) =>
  page.getByRole('list', { name: 'Deals' }).getByRole('article').getByRole('heading')
const isNear = (box: [number, number, number, number]) => box[3] - box[1] < 0.2

it('draws land, sea, names and deals where they are, says how many there are, and lists what is in sight', async () => {
  const { page, said, loaded } = await openPage(browser, `/deals?view=map&${all}`)
  await boxOnce(page)
  const colours = { land: '#fffdf8', sea: '#eae5d8', border: '#ded6c3', edges: '#1c1a15' }
  await until(async () => {
    const found = await shares(page, colours)
    return (found.land! > 20 && found.sea! > 5 && found.border! > 0.02 && found.edges! > 0.02) || null
  }, 30_000)
  await page.getByText('5 deals in this part of the map.').waitFor()
  await page.getByText('1 more does not say where it is').waitFor()
  await page.getByText('A pale area is a town').waitFor()
  await expect.poll(() => cards(page).allTextContents()).toHaveLength(5)
  expect(await cards(page).allTextContents()).not.toContain('Felt hat')
  // Nothing is asked of anybody else.
  expect(loaded.filter((url) => !url.startsWith(house.address) && !/^(?:blob|data):/.test(url))).toEqual([])
  expect(loaded.some((url) => /map-canvas-[\w-]+\.js/.test(url))).toBe(true)
  // Where there are no deals, whatever is dark is the name of a town.
  await page.goto(`${house.address}/deals?view=map&${all}&box=-118.6,33.7,-117.9,34.3`)
  await page.getByText('No deals in this part of the map.').waitFor()
  await until(async () => (await shares(page, { words: '#6f6a5e' }, 40)).words! > 0.1 || null, 10_000)
  // By night other colours are drawn.
  await page.emulateMedia({ colorScheme: 'dark' })
  await until(async () => (await shares(page, { land: '#1e1c17' })).land! > 20 || null, 20_000)
  expect(said).toEqual([])
  await page.close()
  const list = await openPage(browser, `/deals?${all}`)
  expect(list.loaded.filter((url) => /map-canvas|maplibre|outlines/.test(url))).toEqual([])
  await list.page.close()
}, 240_000)

it('list and map move together: a sign of several opens, who points at one sees the other, and what is opened stays open', {
  // Drawn by the processor: beside other tests a frame may come too late for where the pointer is.
  ...{ retry: 2, timeout: 240_000 },
}, async () => {
  const { page, said } = await openPage(browser, `/deals?view=map&${all}`)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await boxOnce(page)
  await until(async () => (await shares(page, { edges: '#1c1a15' })).edges! > 0.02 || null, 30_000)
  const middle = await pointOf(page, { lat: 37.806, lon: -122.261 })
  await page.mouse.click(middle.x, middle.y)
  await boxOnce(page, isNear)
  await page.getByText('3 deals in this part of the map.').waitFor()
  await expect.poll(() => cards(page).allTextContents()).toHaveLength(3)

  expect((await shares(page, { mark: '#ffd84a' })).mark).toBe(0)
  await cards(page).filter({ hasText: 'Birch stool' }).hover()
  await until(async () => (await shares(page, { mark: '#ffd84a' })).mark! > 0.02 || null, 10_000)
  const cedar = await pointOf(page, things[2])
  await page.mouse.move(cedar.x, cedar.y)
  await page.locator('[data-marked]').filter({ hasText: 'Cedar chest' }).waitFor()
  expect(await page.locator('[data-marked]').count()).toBe(1)

  await page.mouse.click(cedar.x, cedar.y)
  await page.waitForURL(`**/listings/${ids['Cedar chest']}`)
  await page.locator('#beside').getByRole('heading', { level: 1 }).waitFor()
  await page.locator(canvas).waitFor()
  // Moved with keys, it keeps open what is open, and the list follows.
  await page.locator(canvas).focus()
  for (let times = 0; times < 6; times++) await page.keyboard.press('ArrowLeft')
  await page.getByText('No deals in this part of the map.').waitFor()
  expect(page.url()).toContain(`/listings/${ids['Cedar chest']}`)
  await page.goBack()
  await page.waitForURL('**/deals?**')
  await page.getByText('3 deals in this part of the map.').waitFor()
  const before = boxOf(page)!
  // Drawn by the processor the map may still be on its way back, which ends what a key began.
  await until(async () => {
    await page.locator(canvas).focus()
    await page.keyboard.press('+')
    await page.waitForTimeout(1_000)
    const [west, , east] = boxOf(page)!
    return east - west < (before[2] - before[0]) * 0.7 || null
  }, 20_000)
  expect(said).toEqual([])
  await page.close()
})

it('a radius is drawn by hand and by keys, becomes the filter, and the place of a rule', {
  ...{ retry: 2, timeout: 240_000 },
}, async () => {
  const { page, said } = await openPage(browser, `/deals?view=map&${all}&box=-122.6,37.5,-121.9,38.1`)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await boxOnce(page)
  await page.getByRole('button', { name: 'Draw a radius' }).click()
  const middle = page.getByRole('button', { name: /^Middle of the radius/ })
  const edge = page.getByRole('slider', { name: /^Edge of the radius/ })
  const km = async () => Number(await edge.getAttribute('aria-valuenow'))
  const from = (await middle.boundingBox())!
  const to = await pointOf(page, { lat: 37.806, lon: -122.261 })
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x - 30, to.y, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
  await page.getByText(/Around a point near (?:Oakland|Piedmont|Emeryville)/).waitFor()
  const drawn = await km()
  await edge.focus()
  await page.keyboard.press('ArrowUp')
  expect(await km()).toBeGreaterThan(drawn)
  await page.getByLabel('Within').fill('3')
  await expect.poll(km).toBe(5)
  await middle.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('button', { name: 'Show only these' }).click()
  await page.waitForURL(/near=.*37\.80.*km=5/)
  await expect.poll(() => cards(page).allTextContents()).toHaveLength(3)
  await page.getByRole('button', { name: 'Only these are shown' }).waitFor()
  const near = new URL(page.url()).searchParams.get('near')!
  await page.getByRole('link', { name: 'Make a rule for it' }).click()
  await page.waitForURL('**/rules/new?**')
  await expect
    .poll(() =>
      page.locator('form input').evaluateAll((all) => all.map((one) => (one as { value?: string }).value)),
    )
    .toEqual(expect.arrayContaining([near, '3']))
  const rule = { name: 'Near', keywords: { all: ['lamp'] }, places: [{ place: near, radiusKm: 5 }] }
  expect(await house.test.call('POST', '/api/rules', rule)).toMatchObject({ status: 201 })
  expect(said).toEqual([])
  await page.close()
})

it('what is not all of it says so', async () => {
  const { page } = await openPage(browser, `/deals?${all}`)
  await page.route('**/api/deals/points?**', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      json: { ...(await answer.json()), total: 23_456, truncated: true },
    })
  })
  await page.getByRole('button', { name: 'Show on a map' }).click()
  await page.getByText('5 of 23,456 deals are shown, the best of them. Zoom in for the rest.').waitFor()
  await page.close()
}, 60_000)

it('a browser that draws no maps gets the list, the nearest first, and is told why', async () => {
  await using plain = await openBrowser({ webgl: 'none' })
  const { page, said, loaded } = await openPage(plain, `/deals?view=map&${all}`)
  await page.getByText('This browser cannot draw maps (WebGL is off).').waitFor()
  await page.getByText('Here are the deals by distance instead.').waitFor()
  expect(await cards(page).allTextContents()).toEqual(things.toSorted(byKm).map(({ title }) => title))
  expect(loaded.filter((url) => /map-canvas|maplibre|outlines/.test(url))).toEqual([])
  expect(said).toEqual([])
  await page.close()
}, 60_000)

it('a file of tiles on this machine is the ground, read part by part, and nobody else is asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-tiles-'))
  const file = join(folder, 'the earth.pmtiles')
  writeFileSync(file, mapTilesFile())
  try {
    await using own = await openWebHouse(await testDatabase(), {
      demo: false,
      env: { MAP_TILES: file, MAP_ATTRIBUTION: 'Somebody' },
    })
    const whole = await fetch(`${own.address}/api/places/map/ground.pmtiles`)
    expect(whole.status).toBe(422)
    const page = await browser.context.newPage()
    const parts: { status: number; size: number }[] = []
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    page.on('response', async (response) => {
      if (response.url().endsWith('.pmtiles'))
        parts.push({ status: response.status(), size: (await response.body()).length })
    })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${own.address}/deals?view=map&${all}&box=-60,-40,60,40`)
    await settled(page)
    await page.getByText('Somebody').waitFor()
    await until(async () => (await shares(page, { water: '#eae5d8' })).water! > 30 || null, 30_000)
    const { water, ground } = await shares(page, { water: '#eae5d8', ground: '#fffdf8' })
    expect([water! < 65, ground! > 30]).toEqual([true, true])
    expect(parts.length).toBeGreaterThan(1)
    expect(new Set(parts.map(({ status }) => status))).toEqual(new Set([206]))
    expect(loaded.filter((url) => !url.startsWith(own.address) && !/^(?:blob|data):/.test(url))).toEqual([])
    await page.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 240_000)

/** From home, which is Oakland's middle; Walnut Creek is nearer than San Jose. */
const order = ['Amber lamp', 'Birch stool', 'Cedar chest', 'Ebony frame', 'Damask chair', 'Felt hat']
const byKm = (a: { title: string }, b: { title: string }) => order.indexOf(a.title) - order.indexOf(b.title)
