import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

const saved = readFileSync(
  new URL('../../../server/marketplaces/facebook/fixtures/search.html', import.meta.url),
  'utf8',
)
let house: WebHouse
let browser: Browser
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: false })
  const rule = { name: 'Drones', keywords: { any: ['drone'] }, currency: 'USD' }
  expect((await house.test.call('POST', '/api/rules', rule)).status).toBe(201)
  browser = await openBrowser()
  page = await browser.context.newPage()
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

const go = async (path: string) => {
  await page.goto(`${house.address}${path}`)
  await settled(page)
}
const choose = (name: string, text: string) =>
  page.getByLabel(/^Choose/).setInputFiles({ name, mimeType: 'text/html', buffer: Buffer.from(text) })
const violations = async () =>
  (await new AxeBuilder({ page: page as never }).analyze()).violations.map(({ id }) => id)

describe('a saved page', () => {
  it('is dropped, asked where it is from, and shown as what it shows: listings, rules, what was left out', async () => {
    await go('/sources')
    await page.getByRole('link', { name: 'Hand in a saved page' }).click()
    await choose('marketplace.html', saved)
    await page.getByText('The page does not say where it is from').waitFor()
    await page
      .getByLabel('Where the page is from')
      .fill('https://www.facebook.com/marketplace/houston/search/')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('heading', { name: '10 listings read' }).waitFor()
    await page.getByRole('link', { name: '1 matches Drones' }).waitFor()
    await page.getByText('1 row was left out').click()
    await page.getByText(/^Row \d+: /).waitFor()
    expect(await violations()).toEqual([])
    await page.getByRole('link', { name: 'Drone with two batteries' }).click()
    await page.getByRole('heading', { name: 'Drone with two batteries' }).first().waitFor()
  })

  it('of a site that cannot be read says which can, and what is no page is refused before it is sent', async () => {
    await go('/sources/capture')
    await choose('photo.jpg', 'x')
    await page.getByRole('alert').getByText('This is no saved page').waitFor()
    await choose('other.html', `<!-- saved from url=(0026)https://elsewhere.example/ -->${saved}`)
    await page.getByText('It is no page of a site that can be read').waitFor()
    await page.getByText(/^Pages of .*OfferUp.* can be read/).waitFor()
  })
})

describe('a link that an app shared', () => {
  it('becomes a listing under the words that came along, to be watched and valued', async () => {
    const text = 'Walnut sideboard $80 https://www.facebook.com/marketplace/item/700000000000077/?ref=share'
    await go(`/share?text=${encodeURIComponent(text)}`)
    await page.getByRole('button', { name: 'Keep it, and see its value' }).click()
    await page
      .getByRole('heading', { name: /^Walnut sideboard/ })
      .first()
      .waitFor()
    const { rows } = await house.test.app.db.query(
      `SELECT owner_id AS owner FROM listings WHERE external_id = '700000000000077'`,
    )
    expect(rows).toEqual([{ owner: house.test.app.owner }])
    // The same link leads straight there.
    await go(`/share?text=${encodeURIComponent(text)}`)
    await page
      .getByRole('heading', { name: /^Walnut sideboard/ })
      .first()
      .waitFor()
  })
})
