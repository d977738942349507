import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import {
  allOffers,
  cardInSight,
  drawnIds,
  importOffers,
  listed,
  openPage,
  scrollUntil,
  topOf,
} from './deals-house.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

const offers = 5_200
/** Those that come last. */
const newOffers = 30
let house: WebHouse
let browser: Browser
/** Between the offers of before and the new ones. */
let before: number
beforeAll(async () => {
  if (chromiumPath === null)
    return void process.stderr.write(`\n!! Long lists are NOT tested: ${noChromium}\n\n`)
  house = await openWebHouse(await testDatabase(), { demo: false })
  await importOffers(house, { from: 0, count: offers - newOffers })
  before = Date.now()
  await importOffers(house, { from: offers - newOffers, count: newOffers })
  browser = await openBrowser()
})
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach(async (context) => {
  context.skip(chromiumPath === null, noChromium)
  await house.test.app.db.query('DELETE FROM listing_marks')
})

const open = (path: string, width?: number) => openPage({ context: browser.context, house }, path, width)
const cards = 'li a[id^=deal-]'

it('of more than 5,000 rows at most 60 cards are in the page, in a list and in a gallery', async () => {
  for (const path of [allOffers, `${allOffers}&view=gallery`]) {
    const page = await open(path)
    let most = 0
    // A gallery has four in a row.
    const rows = path.includes('gallery') ? 5_000 / 4 : 5_000
    await scrollUntil(page, rows, (ask) =>
      expect.poll(async () => {
        most = Math.max(most, await page.locator(cards).count())
        return ask()
      }),
    )
    expect(most).toBeGreaterThan(5)
    expect(most).toBeLessThanOrEqual(60)
    await page.close()
  }
})

it.each([1024, 1280, 360])(
  'Back finds the row where it was, to the pixel, after 500 rows, at %i px',
  async (width) => {
    const page = await open(allOffers, width)
    await scrollUntil(page, 500, (ask) => expect.poll(ask))
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight * 0.6)')
    const { id, top } = await cardInSight(page)
    expect(await page.evaluate('scrollY')).toBeGreaterThan(20_000)
    const apart = async () => Math.abs((await topOf(page, id)) - top)
    await page.locator(`#deal-${id}`).click()
    await page.locator('#score-title').waitFor()
    await page.goBack()
    await page.waitForURL(/\/deals\?/)
    await page.locator(`#deal-${id}`).waitFor()
    await expect.poll(apart).toBeLessThanOrEqual(1)
    // The link on the page of the listing leads back to the row, too.
    await page.locator(`#deal-${id}`).click()
    await page.locator('#score-title').waitFor()
    await page.locator('#back-to-deals').click()
    await page.waitForURL(/\/deals\?/)
    await page.locator(`#deal-${id}`).waitFor()
    await expect.poll(apart).toBeLessThanOrEqual(1)
    await page.close()
  },
)

it('all that match are marked at once, loaded or not, and one undo takes it back', async () => {
  const page = await open(`${allOffers}&max=40`)
  const { body } = await house.test.call(
    'GET',
    '/api/deals/facets?marketplace=many-shop&priceCentsMax=4000&currency=USD',
  )
  const { count } = (body as { total: { count: number } }).total
  expect(count).toBeGreaterThan(1_000)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: `All ${count} that match` }).click()
  await page.getByText(`All ${count} that match`, { exact: true }).waitFor()
  const hiddenCount = async () => {
    const { rows } = await house.test.app.db.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM listing_marks WHERE hidden_at IS NOT NULL',
    )
    return rows[0]!.count
  }
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Hide' }).click()
  await page
    .getByText(`Hidden: ${new Intl.NumberFormat('en').format(count)} listings`)
    .first()
    .waitFor()
  expect(await hiddenCount()).toBe(count)
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
  // The server keeps what takes it back: a page that is loaded anew can do it, too.
  await page.reload()
  await settled(page)
  await page.keyboard.press('u')
  await page.locator(cards).first().waitFor()
  expect(await hiddenCount()).toBe(0)
  await page.close()
})

it('a range is selected with shift, and given as links and as a table', async () => {
  const page = await open(allOffers)
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: house.address })
  const ids = (await drawnIds(page)).slice(0, 4)
  await page.locator('article').nth(0).getByRole('checkbox').click()
  await page
    .locator('article')
    .nth(3)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await page.getByText('4 selected').waitFor()
  const more = page.getByRole('button', { name: 'More for the selection' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Copy 4 links' }).click()
  await page.getByText('4 links are copied.').first().waitFor()
  const copied = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(copied.split('\n')).toHaveLength(4)
  expect(copied).toContain('https://many-shop.example/')
  await more.click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as CSV' }).click(),
  ])
  const stream = await download.createReadStream()
  const text = (await stream.toArray()).map(String).join('')
  for (const id of ids) expect(text).toContain(`\n${id},"Desk lamp`)
  // The whole filter comes from the server.
  const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
  const table = await (await fetch(`${house.address}${href}`)).text()
  expect(table.trimEnd().split('\n')).toHaveLength(offers + 1)
  await page.close()
})

it('a line divides what is new since the last visit from what was there before', async () => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 1100, height: 900 })
  await page.addInitScript(`localStorage.setItem('deals.looks', '{"last":${Date.now()},"before":${before}}')`)
  await page.goto(`${house.address}${allOffers}`)
  await settled(page)
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 700)
      return page.getByText(`${newOffers} new since`).count()
    })
    .toBeGreaterThan(1)
  const old = await listed(house, 'marketplace=many-shop&sort=newest')
  const line = page.locator('ol li', { hasText: `${newOffers} new since` })
  const y = (await line.boundingBox())!.y
  expect(await topOf(page, old[newOffers - 1]!.id)).toBeLessThan(y)
  expect(await topOf(page, old[newOffers]!.id)).toBeGreaterThan(y)
  await page.close()
})
