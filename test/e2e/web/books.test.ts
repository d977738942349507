import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { BookSettings } from '../../../server/sell/books/book-schema.ts'
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

const fits = async () => {
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
}
const ownRows = async () => {
  const { own } = (await house.test.call('GET', '/api/settings/selling')).body as {
    own: { fees?: { rows?: object[] } }
  }
  return own.fees?.rows ?? []
}

it('on a phone fees are read with their source, added from a day on, and go out and in as a file', async () => {
  await page.goto(`${house.address}/settings/selling`)
  const fees = page.getByRole('region', { name: 'What they take' })
  await fees.getByText('since ever').first().waitFor()
  await fees.getByRole('button', { name: /^Show all \d+ rows$/ }).click()
  await fees.getByRole('link', { name: /^https:\/\/help\.reverb\.com\// }).waitFor()

  const add = page.getByRole('region', { name: 'Add a fee that counts from a day' })
  await add.getByLabel('Marketplace').fill('flea')
  await add.getByLabel('Of the price').fill('ten')
  await add.getByLabel('Counts from').fill('2026-03-01')
  await add.getByLabel('Where you read it').fill('the sign at the gate')
  await add.getByRole('button', { name: 'Add the fee' }).click()
  await add.getByText('Write a share in percent').waitFor()
  expect(await ownRows()).toEqual([])
  await add.getByLabel('Of the price').fill('10')
  await add.getByRole('button', { name: 'Add the fee' }).click()
  await fees.getByText('from Mar 1, 2026 on · the sign at the gate').waitFor()
  expect(await ownRows()).toMatchObject([{ marketplace: 'flea', validFrom: '2026-03-01' }])
  await fits()

  const file = page.getByRole('region', { name: 'The table as a file' })
  const saving = page.waitForEvent('download')
  await file.getByRole('link', { name: 'Save all rows as a file (CSV)' }).click()
  const saved = await readFile(await (await saving).path(), 'utf8')
  expect(saved).toContain('\nflea,shipped,USD,,,2026-03-01,10%,')
  const choose = (text: string) =>
    file
      .locator('input[type=file]')
      .setInputFiles({ name: 'fees.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose(`${saved}flea,shipped,USD,,,2026-09-01,12\n`)
  await file.getByText(/^Line \d+: bands "12" cannot be read/).waitFor()
  await file.getByText('Nothing is taken until every line can be').waitFor()
  await fits()
  await choose(`${saved}flea,shipped,USD,,,2026-09-01,12%\n`)
  await file.getByText('1 row to add, 0 to write anew').waitFor()
  expect(await ownRows()).toHaveLength(1)
  await file.getByRole('button', { name: 'Take these rows' }).click()
  await fees.getByText('from Sep 1, 2026 on').waitFor()
  expect(await ownRows()).toHaveLength(2)
})

it('on a phone a drive is booked by the rate of its day, and the lines of the year are named', async () => {
  await page.goto(`${house.address}/sell/profit`)
  const drive = page.getByRole('region', { name: 'Add a drive' })
  await drive.getByLabel('Distance').fill('12.5')
  await drive.getByLabel('In', { exact: true }).selectOption('km')
  await drive.getByLabel('Day (empty: today)').fill('2025-03-01')
  await drive.getByRole('button', { name: 'Book the drive' }).click()
  await drive.getByText('is needed: no rate per km is known for 2025-03-01').waitFor()
  await drive.getByLabel('In', { exact: true }).selectOption('mi')
  await drive.getByRole('button', { name: 'Book the drive' }).click()
  await page.getByText('Booked: $8.75').waitFor()
  expect((await house.test.call('GET', '/api/money')).body).toMatchObject({
    items: [{ kind: 'mileage', cents: 875, note: '12.5 mi at 0.70 USD per mi (IRS Notice 2025-5)' }],
  })

  const lines = page.getByRole('region', { name: "Lines of the year's sums" })
  await lines.getByLabel('Label').fill('Parcels')
  await lines.getByLabel('Mileage').fill('')
  await lines.getByRole('button', { name: 'Save the lines' }).click()
  await lines.getByRole('button', { name: 'Back to the lines of a Schedule C' }).waitFor()
  const books = async () => (await house.test.call('GET', '/api/sell/books')).body as BookSettings
  expect(await books()).toMatchObject({ yearLinesAreOwn: true, inNoLine: ['mileage'] })
  expect((await books()).yearLines).toContainEqual({ line: 'Parcels', kinds: ['label'] })
  await fits()
  await lines.getByRole('button', { name: 'Back to the lines of a Schedule C' }).click()
  await expect.poll(async () => (await books()).yearLinesAreOwn).toBe(false)
})
