import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: false })
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach(async (context) => {
  context.skip(chromiumPath === null, noChromium)
  page = await browser.context.newPage()
  await page.setViewportSize({ width: 390, height: 844 })
})

const shot = async (name: string) => {
  const { SELL_SHOTS: folder } = process.env
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const button = (name: string) => page.getByRole('button', { name, exact: true })
const field = (name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })

it('a thing is put into the stock, listed in two places, sold in one, taken down in the other, and its profit is shown', async () => {
  await page.goto(`${house.address}/sell`)
  await page.getByRole('heading', { name: 'You have no stock yet' }).waitFor()
  expect(await axeOf(page)).toEqual([])
  await shot('empty')

  await button('Add a thing').click()
  await button('Put into the stock').click()
  await page.getByText('Say what it is').waitFor()
  await field('What it is').fill('Oak desk')
  await field('What it cost').fill('forty')
  await button('Put into the stock').click()
  await page.getByText('Write an amount such as 12.50').waitFor()
  await field('What it cost').fill('40')
  await shot('add')
  await button('Put into the stock').click()
  await page.getByRole('heading', { name: 'Oak desk', level: 1 }).waitFor()

  for (const place of ['facebook', 'craigslist']) {
    await button('Add a place').click()
    await field('Marketplace').fill(place)
    await field('Price').fill('120')
    await button('Add').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('item')

  await button('Sold').click()
  await page.getByRole('dialog').waitFor()
  await field('Sold for').fill('110')
  await field('Handed over, not sent').check()
  await shot('sold')
  await button('Write it down').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('sold elsewhere: take it down').waitFor()
  await shot('item-sold')

  await page.getByRole('link', { name: 'Stock' }).click()
  await page.getByRole('heading', { name: '2 things wait for you' }).waitFor()
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('tasks')
  await button('Taken down').click()
  await page.getByRole('heading', { name: 'One thing waits for you' }).waitFor()
  await button('Sent').click()
  await page.locator('#tasks').waitFor({ state: 'detached' })

  await page.getByRole('link', { name: 'Sales' }).click()
  await page.getByRole('link', { name: 'Oak desk' }).waitFor()
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('sales')
  // What cannot be taken back asks first.
  await page.getByLabel('State of the sale').selectOption('refunded')
  await page.getByText('That cannot be undone.').waitFor()
  expect(await axeOf(page)).toEqual([])
  await button('No').click()
  expect(await page.getByLabel('State of the sale').inputValue()).toBe('shipped')

  await page.getByRole('link', { name: 'Profit' }).click()
  const all = page.getByRole('row', { name: /All, USD/ })
  await all.getByText('+$70').waitFor()
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('profit')
})

it('a thing that was sold twice says so, with a text for the buyer who came too late', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const { body } = await house.test.call('POST', '/api/items', { title: 'Brass lamp' })
  const itemId = (body as { id: number }).id
  for (const marketplace of ['ebay', 'facebook'])
    await house.test.call('POST', '/api/sales', { itemId, marketplace, priceCents: 3000, currency: 'USD' })
  await page.goto(`${house.address}/sell?state=oversold`)
  await page.getByText(/sorry: "Brass lamp" was sold elsewhere/).waitFor()
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('oversold')
  await button('Call the newest off').click()
  await page.getByText('Nothing in your stock fits').waitFor()
  await shot('oversold-off')
})

it('an ad is written of what was said of a thing, copied field by field, posted by hand and found again by its address', async () => {
  const made = await house.test.call('POST', '/api/items', {
    ...{ title: 'Oak desk', category: 'furniture', condition: 'good' },
  })
  const { id } = made.body as { id: number }
  await page.goto(`${house.address}/sell/style`)
  await settled(page)
  await page.getByLabel('Where it can be picked up').fill('Portland')
  await button('Save').click()
  await page.getByText('Saved', { exact: true }).first().waitFor()
  expect(await axeOf(page)).toEqual([])
  await shot('style')

  await page.goto(`${house.address}/sell/${id}`)
  await settled(page)
  await page.getByLabel('What it is like').fill('140 × 70 cm')
  await page.getByLabel('What is wrong with it').fill('one drawer sticks')
  await page.locator('#about').getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved; its ads say so now').first().waitFor()
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('facts')

  await page.locator('#ads').getByRole('link', { name: 'OfferUp' }).click()
  await page.getByRole('heading', { name: 'Oak desk on OfferUp' }).waitFor()
  await page.getByText('It has no price: say what you ask.').waitFor()
  await page.getByLabel(/^Price/).fill('120')
  await page.getByLabel('Title', { exact: true }).focus()
  await page.getByText('It has no price').waitFor({ state: 'detached' })
  await page.getByLabel('Title', { exact: true }).fill('Oak desk, like new')
  await page.getByLabel('Description', { exact: true }).focus()
  await page.getByText(/“like new” is more than the condition says/).waitFor()
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('ad')
  await page.getByRole('button', { name: 'Write it anew from the facts' }).click()
  await page.getByText(/is more than the condition says/).waitFor({ state: 'detached' })
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Oak desk 140 × 70 cm')
  expect(await page.getByLabel('Description', { exact: true }).inputValue()).toContain('one drawer sticks')

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy: Title' }).click()
  await page.getByText('Copied: Title').first().waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Oak desk 140 × 70 cm')

  await page.getByLabel('Address of the ad').fill('https://shop.example/1')
  await button('It stands there').click()
  await page
    .getByText(/is no address of an ad on OfferUp/)
    .first()
    .waitFor()
  const address = 'https://offerup.com/item/detail/0b1c2d3e-1111-2222-3333-444455556666'
  await page.getByLabel('Address of the ad').fill(address)
  await button('It stands there').click()
  await page.locator('#posted').getByRole('link').waitFor()
  expect(await page.locator('#posted').getByRole('link').getAttribute('href')).toContain('/item/detail/')
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('posted')
})

it('a table of things is looked at before it is taken over, and taken again changes nothing', async () => {
  await page.goto(`${house.address}/sell/import`)
  await settled(page)
  const csv =
    'title,sku,cost,sold price,sold date,platform\nWalnut stool,W1,10,45,2026-11-02,ebay\nGlass jug,,cheap,,,\n'
  const file = { name: 'things.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
  await page.locator('input[type=file]').setInputFiles(file)
  await button('Look at it').click()
  await page.getByText('1 things, 1 sales and 0 ads would be taken.').waitFor()
  await page.getByText('Row 3: "cheap" is no amount').waitFor()
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('import')
  await button('Take it over').click()
  await page.getByText('Taken: 1 things, 1 sales and 0 ads.').waitFor()
  await button('Look at it').click()
  await button('Take it over').click()
  await page.getByText('Taken: 0 things, 0 sales and 0 ads. 1 row was known.').waitFor()
  await page.getByRole('link', { name: 'To the stock' }).click()
  await page.getByRole('link', { name: 'Walnut stool' }).waitFor()
})
