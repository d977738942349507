import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { ingest } from '../flows/ingest.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { listingCommands } from './commands.ts'
import { listNewest } from './list-store.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ overrides: { clock }, env: { DEAL_SCOUT_HOME: 'Oakland, CA' } })
})
afterAll(() => test[Symbol.asyncDispose]())

async function run(...words: string[]): Promise<{ text: string; value: unknown }> {
  const printed: { text: string; value: unknown }[] = []
  const program = new Command().exitOverride()
  listingCommands(
    program,
    (action) => action(test.app.listings, { userId: test.app.owner, roles: ['owner'] }),
    () => ({ json: false, print: (value, text) => void printed.push({ value, text: text() }) }),
  )
  await program.parseAsync(words, { from: 'user' })
  return printed[0]!
}

async function add(listings: SeenListing[], demo = false): Promise<number> {
  const sightings = listings.map((seen) => ({
    marketplace: 'shop',
    seen,
    observedAtMs: clock.now().getTime(),
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo })
  const [newest] = await listNewest(test.app.db, { ...noFilter, person: test.app.owner }, null)
  return newest!.id
}
const noFilter = {
  words: [],
  categories: [],
  marketplaces: [],
  conditions: [],
  kinds: [],
  priceMeanings: [],
  state: null,
  demo: null,
  priceCentsMin: null,
  priceCentsMax: null,
  scoreMin: null,
  currency: null,
  within: null,
  limit: 1,
}

describe('deal-scout show', () => {
  it('says what a person decides by: price, value, score, profit, prices and comparables', async () => {
    await add(
      Array.from({ length: 10 }, (_, i) =>
        seenListing({ title: 'Bose QuietComfort 45 headphones', priceCents: 20_000 + i * 200 }),
      ),
    )
    const bargain = seenListing({
      title: 'Bose QuietComfort 45 headphones',
      priceCents: 12_000,
      shippingCents: 900,
      location: 'Oakland, CA',
      postedAt: clock.now().toISOString(),
    })
    clock.advance(1_000)
    const id = await add([bargain])
    await add([{ ...bargain, priceCents: 11_000 }])
    const { text, value } = await run('show', String(id))
    expect(value).toMatchObject({ id, priceCents: 11_000 })
    for (const part of [
      /^Bose QuietComfort 45 headphones\n\$110, shipping \$9 on shop, for sale, posted 2026-11-22/,
      /condition good · .*Oakland, CA · [\d.]+ mi \(/,
      /\nFair value \$\d+[\d.]*: the price is \d+ % below\n {2}80 % of such things: \$.* to \$.*, confidence \d+ %\n {2}from \d+ asking prices, 2026/,
      /\nDeal score \d+ of 100, on 2026-11-22\n +\d+\/\d+ {2}price +/,
      /\nBought to be sold again: expect a profit of \$.* % of what it costs \(\$.* if it sells\)\n +\$\d.*Should fetch/,
      /−\$\S+ +Bought for /,
      /\n {2}\d+ % should sell within 90 days/,
      /\nPrices\n {2}2026-11-22 {2}\$120\n {2}2026-11-22 {2}\$110\n/,
      /\nComparables.*\n +\d+ +\$2\d\d +asking +good +Bose/,
    ])
      expect(text).toMatch(part)
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('says what is unknown, labels what was made up, and obeys no control characters of strangers', async () => {
    const { priceCents: _none, condition: _unknown, ...bare } = seenListing()
    const title = 'Thing\u001b[2J of \u202e\u0007value'
    const { text } = await run('show', String(await add([{ ...bare, title }], true)))
    expect(text).toMatch(/^DEMO \(made up, not for sale\): Thing/)
    expect(text).toMatch(/no price on shop/)
    expect(text).toMatch(/Fair value unknown/)
    expect(text).toMatch(/The profit is unknown: no price is stated/)
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u)
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('refuses what is no number of a listing, and one that is not there', async () => {
    await expect(run('show', '1e3')).rejects.toMatchObject({ code: 'bad-input' })
    await expect(run('show', '999999')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('deal-scout deals', () => {
  it('shows the number by which a listing can be shown', async () => {
    const id = await add([seenListing({ title: 'Numbered xylophone' })])
    expect((await run('deals', 'xylophone')).text.split('\n')[1]).toMatch(new RegExp(`^${id} `))
  })
})
