import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { until } from '../../harness/until.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === null)
    return void process.stderr.write(`\n!! Photos are NOT tested in a browser: ${noChromium}\n\n`)
  house = await openWebHouse(await testDatabase(), { demo: true })
  browser = await openBrowser()
})
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

async function pictured(): Promise<{ id: number; imageUrls: string[] }> {
  const { body } = await house.test.call('GET', '/api/deals?limit=100')
  const { items } = body as { items: { id: number; imageUrls: string[] }[] }
  return items.find(({ imageUrls }) => imageUrls.length > 2)!
}

const drawn = (page: Page) =>
  page.evaluate<number>(`[...document.images].filter((image) => image.naturalWidth > 0).length`)

it('photos are drawn on cards and pages, asked of no other address, and move nothing when they come', async () => {
  const page = await browser.context.newPage()
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto(`${house.address}/deals`)
  await until(async () => (await drawn(page)) >= 3 || null, 60_000)
  await page.goto(`${house.address}/listings/${(await pictured()).id}`)
  await settled(page)
  await until(async () => (await drawn(page)) >= 3 || null, 60_000)
  const shift = await page.evaluate<number>(`new Promise((done) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.sources.some(({ node }) => node?.tagName === 'IMG')) sum += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => done(sum), 200)
  })`)
  expect(shift).toBe(0)
  expect([...asked]).toEqual([house.address])
  await page.close()
})

it('one photo opens over the page; arrows go round, Escape closes it and leads back to where one was', async () => {
  const { id, imageUrls } = await pictured()
  const page = await browser.context.newPage()
  await page.goto(`${house.address}/listings/${id}`)
  const name = `Open photo 2 of ${imageUrls.length}`
  await page.getByRole('button', { name: `Show photo 2 of ${imageUrls.length}` }).click()
  await page.getByRole('button', { name }).click()
  const dialog = page.getByRole('dialog')
  const isAt = (number: number) => dialog.getByText(`${number} of ${imageUrls.length}`).waitFor()
  await isAt(2)
  for (const [key, number] of [
    ['ArrowRight', 3],
    ['ArrowLeft', 2],
    ['ArrowLeft', 1],
    ['ArrowLeft', imageUrls.length],
    ['ArrowRight', 1],
  ] as const) {
    await page.keyboard.press(key)
    await isAt(number)
  }
  expect(await axeOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  const focused = page.getByRole('button').and(page.locator(':focus'))
  await focused.waitFor()
  expect(await focused.getAttribute('aria-label')).toBe(name)
  await page.close()
})

it.each([
  { by: 'finger', direction: 'ltr' },
  { by: 'finger', direction: 'rtl' },
  { by: 'mouse', direction: 'ltr' },
  { by: 'mouse', direction: 'rtl' },
] as const)(
  'photos are dragged to the next by $by where one reads $direction, on the page and over it, which opens none of them',
  // A browser that gets no time to draw takes a finger that moves for one that stands still.
  { retry: 3 },
  async ({ by, direction }) => {
    const { id, imageUrls } = await pictured()
    const page = await browser.context.newPage()
    await page.setViewportSize({ width: 360, height: 780 })
    await page.goto(`${house.address}/listings/${id}`)
    await settled(page)
    await page.evaluate(`document.documentElement.dir = '${direction}'`)
    const photos = page.getByRole('region', { name: 'Photos' })
    const isSeen = (number: number) => photos.getByText(`${number} of ${imageUrls.length}`).waitFor()
    const drag = by === 'mouse' ? byMouse : await fingerOf(page)
    const onwards = direction === 'rtl' ? 1 : -1
    const box = (await photos.getByRole('button').first().boundingBox())!
    await drag(page, { x: 180, y: box.y + 100 }, onwards * farPx)
    await isSeen(2)
    await drag(page, { x: 180, y: box.y + 100 }, onwards * farPx)
    await isSeen(3)
    await drag(page, { x: 180, y: box.y + 100 }, -onwards * farPx)
    await isSeen(2)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: `Open photo 2 of ${imageUrls.length}` }).click()
    await page.getByRole('dialog').getByText(`2 of ${imageUrls.length}`).waitFor()
    await drag(page, { x: 180, y: 400 }, onwards * farPx)
    await page.getByRole('dialog').getByText(`3 of ${imageUrls.length}`).waitFor()
    await page.close()
  },
)

type Drag = (page: Page, from: { x: number; y: number }, right: number) => Promise<void>

/** More than half of what is seen: a finger that lets go of less lets it fall back. */
const farPx = 220

const byMouse: Drag = async (page, { x, y }, right) => {
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 5; step++) await page.mouse.move(x + (right * step) / 5, y)
  await page.mouse.up()
}

/** As a touch screen does it, so that the browser itself scrolls. */
async function fingerOf(page: Page): Promise<Drag> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  return async (_, { x, y }, right) => {
    const touch = (type: 'touchStart' | 'touchMove', at: number) =>
      devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: at, y }] })
    const from = x - right / 2
    await touch('touchStart', from)
    for (let step = 1; step <= 5; step++) await touch('touchMove', from + (right * step) / 5)
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    // It snaps by itself, which takes its time.
    const row = `[...document.querySelectorAll('.snap-x')].at(-1).scrollLeft`
    await until(async () => {
      const before = await page.evaluate(row)
      await page.waitForTimeout(250)
      return (await page.evaluate(row)) === before || null
    })
  }
}

it('where a photo cannot be had the sign of its category stands', async () => {
  const page = await browser.context.newPage()
  await page.route('**/api/photos/**', (route) => route.fulfill({ status: 503, body: '' }))
  await page.goto(`${house.address}/deals`)
  await settled(page)
  await until(async () => (await page.locator('article img').count()) === 0 || null)
  expect(await page.locator('article svg').count()).toBeGreaterThan(0)
  await page.close()
})
