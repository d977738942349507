import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, pagesOf, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: true })
  browser = await openBrowser()
  page = await browser.context.newPage()
})
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

const section = (name: string) => page.getByRole('region', { name })

it('a comparable is struck out and the value moves; Back from its page it still is, and all count again at a press', async () => {
  await open(await valuedListing())
  const worth = section('What it is worth')
  const offers = worth.getByRole('checkbox')
  const caption = worth.locator('figcaption')
  const before = await caption.textContent()
  const first = offers.first()
  const name = (await first.getAttribute('aria-label'))!.replace('Counts: ', '')
  await first.click()
  await worth.getByRole('status').getByText('Without this one it is').waitFor()
  expect(await first.isChecked()).toBe(false)
  await expect.poll(() => caption.textContent()).not.toBe(before)
  expect(new URL(page.url()).search).toMatch(/^\?without=\d+$/)
  await worth.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.goBack()
  await expect.poll(() => first.isChecked()).toBe(false)
  await worth.getByRole('button', { name: 'Count all again' }).click()
  await expect.poll(() => caption.textContent()).toBe(before)
  expect(await first.isChecked()).toBe(true)
  expect(new URL(page.url()).search).toBe('')
})

it('a person has the last word on what is the same thing, and can take it back', async () => {
  await open((await pagesOf(house.test))['listing-same']!)
  const same = section('The same thing elsewhere')
  const offers = same.getByRole('button', { name: /^Not the same: / })
  const before = await offers.count()
  const name = (await offers.first().getAttribute('aria-label'))!.replace('Not the same: ', '')
  await offers.first().click()
  const toast = page.getByRole('dialog').filter({ hasText: 'They are two things now' })
  await toast.waitFor()
  await expect.poll(() => offers.count()).toBe(before - 1)
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => offers.count()).toBe(before)
  await same.getByRole('link', { name }).first().waitFor()
})

async function open(path: string): Promise<void> {
  await page.goto(`${house.address}${path}`)
  await settled(page)
}

/** One of the demo's that has several comparables. */
async function valuedListing(): Promise<string> {
  const { body } = await house.test.call('GET', '/api/deals?sort=score&limit=20')
  for (const { id } of (body as { items: { id: number }[] }).items) {
    const { body } = await house.test.call('GET', `/api/listings/${id}/value`)
    const { value, comps } = body as { value: { method: string } | null; comps: unknown[] }
    if (value?.method === 'similar' && comps.length >= 6) return `/listings/${id}`
  }
  throw new Error('nothing in the demo has six comparables')
}
