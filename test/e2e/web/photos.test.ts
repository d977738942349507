import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
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
  const second = page.getByRole('button', { name: `Open photo 2 of ${imageUrls.length}` })
  await second.click()
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
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await until(async () => (await second.evaluate('document.activeElement.ariaLabel')) !== null || null)
  expect(await second.evaluate('(element) => element === document.activeElement')).toBe(true)
  await page.close()
})

it('where a photo cannot be had the sign of its category stands', async () => {
  const page = await browser.context.newPage()
  await page.route('**/api/photos/**', (route) => route.fulfill({ status: 503, body: '' }))
  await page.goto(`${house.address}/deals`)
  await settled(page)
  await until(async () => (await page.locator('article img').count()) === 0 || null)
  expect(await page.locator('article svg').count()).toBeGreaterThan(0)
  await page.close()
})
