import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: true })
  browser = await openBrowser()
  page = await browser.context.newPage()
  await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

const section = (name: string | RegExp) => page.getByRole('region', { name })
const worth = () => section('What it is worth')
const field = () => page.getByRole('searchbox', { name: 'What is it?' })
const search = () => new URL(page.url()).searchParams

it('from an example to the value: a comparable is struck out and it moves, Back steps through the questions', async () => {
  await go('/value')
  await page.getByRole('heading', { name: 'What is something worth?' }).waitFor()
  const examples = page.getByRole('main').getByRole('list').getByRole('link')
  await expect.poll(() => examples.count()).toBe(2)
  const title = await titleOfMany()
  await page.keyboard.press('/')
  await page.keyboard.type(title)
  // Nothing is asked while it is typed.
  expect(search().get('title')).toBeNull()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('title') === title)
  await settled(page)
  expect(await page.title()).toContain(title)
  await worth()
    .getByText(/is usually asked; 8 of 10 ask|should sell for/)
    .waitFor()
  // What the demo made up is marked, and said.
  await worth().getByText('Demo', { exact: true }).waitFor()
  const caption = worth().locator('figcaption')
  const before = await caption.textContent()
  const first = worth().getByRole('checkbox').first()
  await first.click()
  await worth()
    .getByText(/^Without this one/)
    .waitFor()
  await expect.poll(() => caption.textContent()).not.toBe(before)
  expect(search().get('without')).toMatch(/^\d+$/)
  // Sharing and reloading ask the same.
  await page.reload()
  await settled(page)
  // Of those that came meanwhile one may stand above it.
  await expect.poll(() => worth().getByRole('checkbox', { checked: false }).count()).toBe(1)
  await worth().getByRole('button', { name: 'Count all again' }).click()
  // The demo goes on meanwhile: other prices may have come, but none is left out.
  await expect.poll(() => search().get('without')).toBeNull()
  await expect.poll(() => worth().getByRole('checkbox').first().isChecked()).toBe(true)
  // What was not told is one press, and a question of its own.
  await page.getByLabel('Condition', { exact: true }).selectOption('good')
  await page.waitForURL((url) => url.searchParams.get('condition') === 'good')
  await page.goBack()
  await page.waitForURL((url) => !url.searchParams.has('condition'))
  await page.goBack()
  await page.getByRole('heading', { name: 'What is something worth?' }).waitFor()
  expect(await field().inputValue()).toBe('')
})

describe('an answer', () => {
  it('says how its market went by week, each chart in a sentence and a table, of words, a category or a rule', async () => {
    await go(`/value?title=${encodeURIComponent(await titleOfMany())}`)
    const market = section('The market by week')
    await market.locator('figure').first().waitFor()
    expect(await market.locator('figcaption').first().textContent()).toMatch(/lie between .* the middle is/)
    await market.getByText('What is asked as a table').click()
    await market.getByRole('row').filter({ hasText: '(so far)' }).first().waitFor()
    await market.getByText(/made up by the demo/).waitFor()
    const { body } = await house.test.call('GET', '/api/rules')
    const rule = (body as { items: { id: number; name: string }[] }).items[0]!
    await page.getByLabel('The weeks are of').selectOption({ label: `Your rule “${rule.name}”` })
    await page.waitForURL((url) => url.searchParams.get('ruleId') === String(rule.id))
    await market.getByText(/words, categories, conditions and marketplaces of the rule apply/).waitFor()
  })

  it('leads to what is for sale below it, and to what selling one leaves by the fees of the person', async () => {
    await go(`/value?title=${encodeURIComponent(await titleOfMany())}&price=1`)
    const sale = section('If you sell one')
    await sale.getByRole('row').nth(1).waitFor()
    expect(await sale.getByRole('link', { name: 'Set up your fees' }).getAttribute('href')).toBe(
      '/settings/selling',
    )
    await sale.getByRole('columnheader', { name: 'Profit' }).waitFor()
    await section(/^For sale below/)
      .getByRole('link', { name: 'All of them among the deals' })
      .click()
    await page.waitForURL(/\/deals\?/)
    expect(Number(search().get('max'))).toBeGreaterThan(0)
    expect(search().get('score')).toBe('0')
  })

  it('says that too few are known, and what would help', async () => {
    await go('/value?title=xyzzy+quux')
    await worth()
      .getByText(/^Not enough comparable listings|^Unknown/)
      .waitFor()
    await worth().getByRole('link', { name: 'Make a rule for it' }).waitFor()
    expect(await section(/^For sale below/).count()).toBe(0)
  })

  it('is the sentence of the server where a price is none', async () => {
    await go('/value?title=iPhone&price=cheap')
    await page
      .getByRole('alert')
      .getByText(/is not a price such as 120/)
      .waitFor()
    expect(await field().inputValue()).toBe('iPhone')
  })
})

describe('a link', () => {
  it('of a known listing, pasted with words around it, is that listing with its value', async () => {
    const deal = await importSeen()
    await go('/value')
    await field().fill(`Look at that: ${deal.url}`)
    await page.getByRole('button', { name: 'Value it' }).click()
    await page.waitForURL((url) => url.searchParams.get('link') === deal.url)
    const known = section('This offer')
    await known.getByRole('heading', { name: deal.title }).waitFor()
    await known.getByRole('link', { name: 'Open its page' }).click()
    await page.getByRole('heading', { level: 1, name: deal.title }).waitFor()
  })

  it('that nobody has seen can be watched where its site is known, else that is said', async () => {
    await go('/value?link=https%3A%2F%2Fwww.ebay.com%2Fitm%2F123456789012')
    const unseen = section('Not seen here yet')
    await unseen.getByText(/on eBay was not seen here yet/).waitFor()
    await unseen.getByRole('button', { name: 'Watch it' }).click()
    await unseen.getByRole('status').waitFor()
    const { body } = await house.test.call('GET', '/api/watches')
    expect((body as { items: { url: string }[] }).items.map(({ url }) => url)).toContain(
      'https://www.ebay.com/itm/123456789012',
    )
    await go('/value?title=https%3A%2F%2Fshop.example%2F9')
    await page.getByText(/^No listing is known at this address/).waitFor()
  })
})

async function go(path: string): Promise<void> {
  await page.goto(`${house.address}${path}`)
  await settled(page)
}

/** A listing of a marketplace whose links can be read: the demo's stand at an address of this machine. */
async function importSeen(): Promise<{ title: string; url: string }> {
  const url = 'https://www.craigslist.org/view/d/oakland-oak-table/kzQ3bVfTyDqXr8mHs2Lw1P'
  const { externalId } = house.test.app.adapters.marketplaces.get('craigslist')!.identify!(url)!
  const row = { id: externalId, source: 'craigslist', title: 'Oak table, seats six', url, price: '$120' }
  const form = new FormData()
  form.set('file', new Blob([JSON.stringify(row)]), 'offers.jsonl')
  const answer = await fetch(`${house.address}/api/imports`, { method: 'POST', body: form })
  expect(await answer.json()).toMatchObject({ added: 1 })
  return { title: row.title, url }
}

/** What several of the demo's listings are called like. */
async function titleOfMany(): Promise<string> {
  const { body } = await house.test.call('GET', '/api/deals?sort=score&limit=20')
  for (const { title } of (body as { items: { title: string }[] }).items) {
    const ask = new URLSearchParams({ title, demo: 'true' })
    const { value, comps } = (await house.test.call('GET', `/api/value?${ask}`)).body as {
      value: { method: string } | null
      comps: unknown[]
    }
    if (value?.method === 'similar' && comps.length >= 6) return title
  }
  throw new Error('nothing in the demo has six comparables')
}
