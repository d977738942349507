import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { ingest } from '../../../server/flows/ingest.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { seenListing } from '../../harness/factories.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: false })
  browser = await openBrowser()
  for (const [number, title] of ['Walnut desk', 'Brass lamp', 'Wool rug'].entries())
    await take({ title, externalId: `v1|90000000010${number}|0`, priceCents: 30_000 })
}, 240_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach(async (context) => {
  context.skip(chromiumPath === null, noChromium)
  page = await browser.context.newPage()
  await page.setViewportSize({ width: 1280, height: 900 })
})
afterEach(async () => {
  await page?.close()
  for (const { id } of await watches()) await house.test.call('DELETE', `/api/watches/${id}`)
})

/** A page of one listing, as a scan brings it. */
async function take(over: Parameters<typeof seenListing>[0]): Promise<void> {
  await ingest(house.test.app.pipeline, {
    sightings: [{ marketplace: 'ebay', seen: seenListing(over), observedAtMs: Date.now() }],
    ...{ sourceId: null, scanId: null, demo: false },
  })
}

interface Watched {
  id: number
  listing: { id: number; title: string } | null
  [wish: string]: unknown
}

async function watches(): Promise<Watched[]> {
  if (chromiumPath === null) return []
  return ((await house.test.call('GET', '/api/watches')).body as { items: Watched[] }).items
}

/** Watches the three things by the API, the rug last. */
async function watchAll(over: object = {}): Promise<void> {
  for (const number of [0, 1, 2]) {
    const url = `https://www.ebay.com/itm/90000000010${number}`
    const { status } = await house.test.call('POST', '/api/watches', { url, ...over })
    expect(status).toBe(201)
  }
}

async function go(path: string): Promise<void> {
  await page.goto(`${house.address}${path}`)
  await settled(page)
}

const field = () => page.getByLabel('Watch something by its link')
const paste = async (text: string) => {
  await field().fill(text)
  await field().press('Enter')
}
const card = (title: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: title }) })

it('a thing is watched by its link, told at the price that was set, and watched again as it was after a slip', async () => {
  await go('/watching')
  await page.getByRole('heading', { name: 'You watch nothing yet' }).waitFor()

  await paste('walnut desk')
  await page.getByRole('link', { name: 'Search the deals for “walnut desk”' }).waitFor()

  // What is refused stays as it was typed, with the sites that are known.
  await paste('https://shop.example/desk/1')
  await page.getByText(/Open the listing on Craigslist, eBay, /).waitFor()
  expect(await field().inputValue()).toBe('https://shop.example/desk/1')
  expect(await field().getAttribute('aria-invalid')).toBe('true')

  await paste('Look at this desk! https://www.ebay.com/itm/Walnut-desk/900000000100?hash=item1.')
  await card('Walnut desk').waitFor()
  expect(await field().inputValue()).toBe('')
  await paste('https://www.ebay.com/itm/900000000100')
  await page.getByText('You watch this already.').waitFor()

  await card('Walnut desk').getByRole('link').click()
  await page.waitForURL(/\/watching\/\d+$/)
  await page.getByLabel('When it costs at most').fill('two hundred')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await page.getByText('Write an amount such as').waitFor()
  await page.getByLabel('When it costs at most').fill('250')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await page.getByRole('switch', { name: 'When it gets dearer' }).click()
  await page.getByLabel('Note', { exact: true }).fill('for Kim')
  await page.getByLabel('Tags', { exact: true }).fill('gift, home')
  await page.getByRole('button', { name: 'Save' }).last().click()
  const wanted = {
    ...{
      thresholdCents: 25_000,
      currency: 'USD',
      notifyRises: true,
      note: 'for Kim',
      tags: ['gift', 'home'],
    },
  }
  await expect.poll(watches).toMatchObject([wanted])

  // It is told while one looks.
  await take({ title: 'Walnut desk', externalId: 'v1|900000000100|0', priceCents: 24_000 })
  await page.getByRole('link', { name: 'You were told: Now $240 (was $300), below your $250' }).waitFor()
  expect(await page.getByRole('img', { name: /^From \$300 to \$240, 1 change/ }).count()).toBe(1)
  await page.getByRole('main').getByRole('link', { name: 'Watching', exact: true }).click()
  await card('Walnut desk').getByText('Down $60').waitFor()
  await card('Walnut desk').getByText('reached').waitFor()

  await card('Walnut desk').getByRole('button', { name: 'Watch no more' }).click()
  await page.getByRole('heading', { name: 'You watch nothing yet' }).waitFor()
  expect(await watches()).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await card('Walnut desk').waitFor()
  expect(await watches()).toMatchObject([wanted])
  // What was told before is still to be read there.
  await card('Walnut desk').getByRole('link').click()
  await page.getByRole('link', { name: /^You were told: Now \$240/ }).waitFor()
})

it('a link whose page was not read yet is watched all the same, and says what to do', async () => {
  await go('/watching')
  await paste('https://www.ebay.co.uk/itm/900000000199?mkcid=1')
  await card('ebay.co.uk/itm/900000000199').waitFor()
  await card('ebay.co.uk/itm/900000000199')
    .getByText(/No source of eBay is connected/)
    .waitFor()
  await page.getByRole('link', { name: 'Say what you would pay' }).click()
  await page.getByLabel('When it costs at most').fill('80')
  await page.getByLabel('Currency').fill('gbp')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect.poll(watches).toMatchObject([{ state: 'unread', thresholdCents: 8_000, currency: 'GBP' }])
  // Its page is read: what stands here changes where it stands.
  await take({ title: 'Oak bench', externalId: 'v1|900000000199|0', priceCents: 9_000, currency: 'GBP' })
  await page.getByRole('heading', { name: 'Oak bench' }).waitFor()
})

it('the list is gone through by keys alone', async () => {
  await watchAll({ thresholdCents: 20_000 })
  await go('/watching?sort=followed')
  const titles = () =>
    page.evaluate<string[]>(`[...document.querySelectorAll('article h2')].map((one) => one.innerText)`)
  expect(await titles()).toEqual(['Wool rug', 'Brass lamp', 'Walnut desk'])
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect.poll(() => page.evaluate('document.activeElement.innerText')).toBe('Brass lamp')
  await page.keyboard.press('w')
  await expect.poll(titles).toEqual(['Wool rug', 'Walnut desk'])
  await expect.poll(() => page.evaluate('document.activeElement.innerText')).toBe('Walnut desk')
  await page.keyboard.press('u')
  await expect.poll(titles).toEqual(['Brass lamp', 'Wool rug', 'Walnut desk'])
  expect((await watches())[0]).toMatchObject({ thresholdCents: 20_000 })
  await page.keyboard.press('k')
  await page.keyboard.press('o')
  await page.waitForURL(/\/watching\/\d+$/)
  await page.getByRole('heading', { name: 'What you are told' }).waitFor()
  await page.keyboard.press('w')
  await page.waitForURL(/\/watching$/)
  await expect.poll(async () => (await watches()).length).toBe(2)
})

it('what is shown stands in the address, and changes while one looks; a listing leads to its watch', async () => {
  await watchAll()
  const [rug] = await watches()
  await house.test.call('PATCH', `/api/watches/${rug!.id}`, { tags: ['gift'] })
  await go('/watching')
  await page.getByRole('link', { name: /^#gift/ }).click()
  await page.waitForURL(/\?tag=gift$/)
  expect(await page.getByRole('article').count()).toBe(1)
  await take({ title: 'Wool rug', externalId: 'v1|900000000102|0', priceCents: 30_000, state: 'sold' })
  await card('Wool rug').getByText('Sold').first().waitFor()
  await page.getByRole('link', { name: /^Sold/ }).click()
  await page.waitForURL(/state=sold/)
  await page.reload()
  await settled(page)
  expect(await page.getByRole('article').count()).toBe(1)
  await page.getByRole('combobox', { name: 'Order' }).selectOption('price')
  await page.waitForURL(/sort=price/)
  await go('/watching?state=pending')
  await page.getByRole('heading', { name: 'Nothing that you watch fits' }).waitFor()

  await go(`/listings/${rug!.listing!.id}`)
  await page.getByRole('link', { name: 'What you are told of it' }).click()
  await page.waitForURL(new RegExp(`/watching/${rug!.id}$`))
})
