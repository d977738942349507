import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === null)
    return void process.stderr.write(`\n!! The web app is NOT tested: ${noChromium}\n\n`)
  house = await openWebHouse(await testDatabase(), { demo: true })
  browser = await openBrowser()
  // A build, a browser and the demo's world, on a machine that others may use.
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

describe('deals', () => {
  it('Back finds the row where it was, to the pixel, far down the list', async () => {
    const page = await open('/deals?score=0', 1280)
    for (let i = 0; i < 12; i++) {
      await page.mouse.wheel(0, 700)
      await page.waitForTimeout(60)
    }
    const link = page.locator('li a[id^=deal-]').nth(8)
    const id = await link.getAttribute('id')
    const topOf = async () => (await page.locator(`#${id}`).boundingBox())?.y
    const before = await topOf()
    expect(await page.evaluate('scrollY')).toBeGreaterThan(2000)
    await link.click()
    await page.locator('#score-title').waitFor()
    await page.goBack()
    await page.locator(`#${id}`).waitFor()
    await expect.poll(async () => Math.abs((await topOf())! - before!)).toBeLessThanOrEqual(1)
    await page.close()
  })

  it('go on as one scrolls, each once, and few of them are in the page at a time', async () => {
    const page = await open('/deals?score=0', 1280)
    const seen = new Set<string>()
    await expect
      .poll(
        async () => {
          const rows = page.locator('li a[id^=deal-]')
          expect(await rows.count()).toBeLessThan(60)
          const ids = await page.evaluate(
            `[...document.querySelectorAll('li a[id^=deal-]')].map(({ id }) => id)`,
          )
          for (const id of ids as string[]) seen.add(id)
          await page.mouse.wheel(0, 900)
          return seen.size
        },
        { timeout: 60_000, interval: 100 },
      )
      .toBeGreaterThan(110)
    await page.close()
  })

  it('filters stand in the address: one can be sent to somebody, and Back leaves the page', async () => {
    const page = await open('/listings/1', 1280)
    await page.goto(`${house.address}/deals`)
    await page.getByRole('button', { name: /^Filters/ }).click()
    await page
      .getByRole('group', { name: 'Category' })
      .getByLabel(/^Bikes/)
      .check()
    await page.getByLabel('Price at most').fill('900')
    await page.getByRole('button', { name: /^Show/ }).click()
    await page.waitForURL(/category=bikes/)
    expect(new URL(page.url()).search).toBe('?category=bikes&max=900')
    await settled(page)
    // The demo goes on meanwhile: one may be sold, or come.
    const cards = page.locator('li a[id^=deal-]')
    expect(await cards.count()).toBeGreaterThan(0)
    await page.reload()
    await settled(page)
    expect(await cards.count()).toBeGreaterThan(0)
    expect(new URL(page.url()).search).toBe('?category=bikes&max=900')
    await page.getByRole('button', { name: 'Without Bikes' }).click()
    await page.waitForURL((url) => url.search === '?max=900')
    await page.goBack()
    await page.waitForURL(/\/listings\/1$/)
    await page.close()
  })

  it('can be gone through by keys alone', async () => {
    const page = await open('/deals', 1280)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const focused = async () => page.evaluate('document.activeElement.id')
    const second = await page.locator('li a[id^=deal-]').nth(1).getAttribute('id')
    await expect.poll(focused).toBe(second)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/listings\/\d+$/)
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await page.waitForURL(/\/deals$/)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Go to, or do' }).waitFor()
    await page.keyboard.type('inb')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/notifications$/)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('trek bike')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.searchParams.get('q') === 'trek bike')
    await page.close()
  })
})

async function open(path: string, width: number): Promise<Page> {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${house.address}${path}`)
  await settled(page)
  return page
}
