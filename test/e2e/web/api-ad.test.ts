import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { editThere, sell as sellThere } from '../../../server/marketplaces/ebay/stand-in/actions.ts'
import { type EbayStandIn, startEbayStandIn } from '../../../server/marketplaces/ebay/stand-in/server.ts'
import { liveListings } from '../../../server/marketplaces/ebay/stand-in/world.ts'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { connectSeller, ebayEnv, givePhoto, phoneDraft } from '../../harness/ebay-seller.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let site: EbayStandIn
let house: WebHouse
let browser: Browser
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  site = await startEbayStandIn()
  site.world.locations.length = 0
  house = await openWebHouse(await testDatabase(), {
    ...{ demo: false, roles: ['api', 'worker'] },
    env: ebayEnv(site),
  })
  await connectSeller(house.test, site, house.test.app.owner)
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  for (const one of [browser, house, site]) await one?.[Symbol.asyncDispose]()
})
beforeEach(async (context) => {
  context.skip(chromiumPath === null, noChromium)
  page = await browser.context.newPage()
  await page.setViewportSize({ width: 390, height: 844 })
})

const shot = async (name: string) => {
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  const { SELL_SHOTS: folder } = process.env
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
/** What stands below a field of that name. */
const about = async (label: string) => {
  const id = await page.getByLabel(label, { exact: true }).getAttribute('aria-describedby')
  return id === null ? null : page.locator(`[id="${id}"]`).textContent()
}
const button = (name: string) => page.getByRole('button', { name, exact: true })
/** Kept, before something else is chosen. */
const kept = (what: () => Promise<unknown>) =>
  Promise.all([page.waitForResponse((one) => one.request().method() === 'PATCH' && one.ok()), what()])

it('on a phone a thing is filled in, checked, posted by the marketplace’s API, sold elsewhere, and ended there by itself', async () => {
  const { test } = house
  const made = async (path: string, body: object) =>
    (await test.call('POST', path, body)).body as { id: number }
  const { id } = await made('/api/items', {
    ...{ title: 'Fairbyte Nova 5', category: 'phones', brand: 'Fairbyte', condition: 'good' },
    ...{ costCents: 9_000, currency: 'USD' },
  })
  await givePhoto(test, test.app.owner, id)
  await test.call('PATCH', `/api/items/${id}/ads/ebay`, { priceCents: 25_000, currency: 'USD' })

  await page.goto(`${house.address}/sell/${id}`)
  await page.getByText('Post it by the API of eBay').click()
  await page.getByRole('link', { name: 'eBay.com', exact: true }).click()
  await page.getByText('Not posted yet.').waitFor()
  // What is missing is told by field, before anything is sent.
  const before = site.world.calls.filter(({ method }) => method !== 'GET').length
  await button('Check it there').click()
  const wrong = page.locator('#form [aria-invalid="true"]')
  const isFirstWrong = () =>
    page.evaluate(`document.activeElement === document.querySelector('#form [aria-invalid="true"]')`)
  await wrong.first().waitFor()
  // The first of them is where one goes on.
  await expect.poll(isFirstWrong).toBe(true)
  expect(await about('Condition there')).toBe('is to be chosen')
  expect(await about('Sent from')).toBe('is to be chosen')
  await shot('api-ad-missing')
  expect(site.world.calls.filter(({ method }) => method !== 'GET')).toHaveLength(before)

  const choose = (label: string, value: string) =>
    kept(() => page.getByLabel(label, { exact: true }).selectOption(value))
  // Who never sold by a program has no place there yet.
  await page.getByLabel('Country you ship from').fill('us')
  await page.getByLabel('Postal code').fill('97209')
  await button('Tell the marketplace').click()
  await page.getByLabel('Sent from').locator('option', { hasText: 'Home' }).waitFor({ state: 'attached' })
  await choose('Category', '9355')
  await choose('Condition there', '3000')
  await choose('Shipping (your policy there)', '6000000001')
  await choose('Payment (your policy there)', '6000000003')
  await choose('Returns (your policy there)', '6000000004')
  await choose('Sent from', 'dealscout')
  const say = async (name: string, value: string) => {
    const field = page.getByLabel(name, { exact: true })
    await field.fill(value)
    await kept(() => field.blur())
  }
  await say('Brand (asked for)', 'Fairbyte')
  expect(await wrong.count()).toBe(0)
  await button('Check it there').click()
  // What the category alone asks for is named at its own field, too.
  await expect.poll(() => about('Model (asked for)')).toBe('is asked for in this category')
  await expect.poll(isFirstWrong).toBe(true)
  await shot('api-ad-specific')
  await say('Model (asked for)', 'Nova 5')
  expect(await wrong.count()).toBe(0)
  await button('Check it there').click()
  await page.getByText(/^Posting it costs/).waitFor({ timeout: 60_000 })
  expect(liveListings(site.world)).toHaveLength(0)
  await page.getByText('cannot be edited in eBay’s phone app').waitFor()
  await button('Post it …').click()
  await page.getByText('Fairbyte Nova 5, 1 for $250 each: post it now?').waitFor()
  await shot('api-ad-confirm')
  await button('Post it now').click()
  await page.getByText('It stands there, as it was sent.').waitFor({ timeout: 60_000 })
  await shot('api-ad-live')
  expect(liveListings(site.world)).toHaveLength(1)

  // What changes is shown before, and nothing is sent until it is agreed to.
  await page.getByText('Change it there', { exact: true }).click()
  await page.getByLabel('Price', { exact: true }).fill('240')
  await page.getByLabel('Title', { exact: true }).fill('Fairbyte Nova 5, boxed')
  await page.getByLabel('Buyers may offer less').check()
  await page.getByLabel('Take by itself from').fill('220')
  await button('Show what changes').click()
  const changes = page.getByText('This changes there').locator('..')
  expect(await changes.locator('dt').allTextContents()).toEqual(['Price', 'Title', 'Offers'])
  await shot('api-ad-changes')
  expect(liveListings(site.world)).toMatchObject([{ title: 'Fairbyte Nova 5', priceCents: 25_000 }])
  await button('Change it there now').click()
  await expect
    .poll(() => liveListings(site.world), { timeout: 30_000 })
    .toMatchObject([{ title: 'Fairbyte Nova 5, boxed', priceCents: 24_000 }])
  await page.getByText('It stands there, as it was sent.', { exact: true }).waitFor({ timeout: 30_000 })

  editThere(site.world, liveListings(site.world)[0]!.sku, { priceCents: 23_500, watchers: 2 })
  await button('Look how it stands there').click()
  await page.getByText('Price: sent as “$240”, stands there as “$235”').waitFor({ timeout: 30_000 })
  await shot('api-ad-changed-there')
  await page.getByText('Offer it to those who watch it').click()
  await button('Show the offer').click()
  await page.getByText('$211.50 instead, 10 % less').waitFor()
  await shot('api-ad-watchers')
  await button('Send the offer').click()
  await page.getByText('Sent to 2 people.').waitFor({ timeout: 30_000 })

  // It is sold elsewhere: the page that is open says so by itself.
  await made('/api/sales', { itemId: id, marketplace: 'facebook', priceCents: 24_000, currency: 'USD' })
  await expect.poll(() => liveListings(site.world), { timeout: 30_000 }).toHaveLength(0)
  await page.getByText('It does not stand there any more.').waitFor({ timeout: 10_000 })
  await page.goto(`${house.address}/sell/profit?by=item`)
  await page.getByText('Fairbyte Nova 5').first().waitFor()
})

it('an order comes onto the open page by itself, its slip is printed without prices, and its label is an amount of the sale', async () => {
  const { test } = house
  const asked = async <T>(method: string, path: string, body?: object) =>
    (await test.call(method, path, body)).body as T
  const { id, sku } = await asked<{ id: number; sku: string }>('POST', '/api/items', {
    ...{
      title: 'Fairbyte Nova 5 blue',
      category: 'phones',
      brand: 'Fairbyte',
      condition: 'good',
    },
  })
  await givePhoto(test, test.app.owner, id)
  await asked('PATCH', `/api/items/${id}/ads/ebay`, { priceCents: 25_000, currency: 'USD' })
  const ad = `/api/items/${id}/api-posts/ebay/EBAY_US`
  await asked('PATCH', ad, { ...phoneDraft, locationId: 'dealscout' })
  const isDone = () => asked<{ wish: null; state: string }>('GET', ad)
  await asked('POST', `${ad}/check`)
  await expect.poll(isDone, { timeout: 30_000 }).toMatchObject({ wish: null })
  const { confirmation } = await asked<{ confirmation: string }>('POST', `${ad}/confirmation`)
  await asked('POST', `${ad}/publish`, { confirmation })
  await expect.poll(isDone, { timeout: 30_000 }).toMatchObject({ state: 'live' })

  await page.goto(`${house.address}/sell/sales`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await settled(page)
  sellThere(site.world, sku)
  await asked('POST', '/api/sell/readings/ebay')
  await page.getByText('Fairbyte Nova 5 blue').waitFor({ timeout: 30_000 })

  const row = page.locator('li', { hasText: 'Fairbyte Nova 5 blue' })
  await row.getByText('How it travels').click()
  await row.getByLabel('Carrier').fill('USPS')
  await row.getByLabel('Tracking number').fill('9400 1000')
  await row.getByLabel('What the label cost').fill('5.45')
  await shot('sale-ship')
  await row.getByRole('button', { name: 'Sent', exact: true }).click()
  await row.getByText(/9400 1000/).waitFor()
  await row.getByText('Left of it:').click()
  await row.getByText('Label $5.45').waitFor()
  await shot('sale-shipped')

  await row.getByRole('link', { name: 'Packing slip' }).click()
  await page.getByRole('article').getByText(sku).waitFor()
  // Whose it is and where it goes is no part of the address.
  expect(new URL(page.url()).pathname).toMatch(/^\/sell\/sales\/\d+\/slip$/)
  expect(new URL(page.url()).search).toBe('')
  await page.getByLabel('From', { exact: true }).fill('Nova Shelf')
  await page.getByLabel('A line of thanks').fill('Thank you for buying second-hand.')
  await shot('slip')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 })
  const paper = await page.locator('body').innerText()
  for (const words of ['Nova Shelf', 'Thank you for buying second-hand.', sku, 'Fairbyte Nova 5 blue'])
    expect(paper).toContain(words)
  for (const words of ['$', 'With prices', 'Deals', 'Print']) expect(paper).not.toContain(words)
  const { SELL_SHOTS: folder } = process.env
  if (folder) await page.screenshot({ path: `${folder}/slip-paper.png` })
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await page.pdf({ format, ...(folder && { path: `${folder}/slip-${format}.pdf` }) })
    // One sheet.
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  }
  await page.emulateMedia({ media: null })
  await page.getByLabel('With prices').check()
  await page.getByRole('article').getByText('$250').waitFor()
})
