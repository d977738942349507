import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { ingest } from '../flows/ingest.ts'
import { createRule } from '../rules/rules.ts'
import { writeMatches } from '../rules/store.ts'
import { mergeClusters } from './actions.ts'
import { type TellPair, worthNotifying } from './notified.ts'
import { alreadyNotified, type Notified } from './read-store.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})
afterAll(() => test[Symbol.asyncDispose]())

const now = new Date('2026-11-22T12:00:00Z')

async function listings(count: number): Promise<number[]> {
  const sightings = Array.from({ length: count }, () => ({
    marketplace: 'shop',
    seen: seenListing({ title: 'Nothing that a rule wants' }),
    observedAtMs: now.getTime(),
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  const { rows } = await test.app.db.query<{ id: number }>(
    'SELECT id FROM listings WHERE external_id = ANY($1) ORDER BY id',
    [sightings.map(({ seen }) => seen.externalId)],
  )
  return rows.map(({ id }) => id)
}
const rule = async () => (await createRule(test.app.rules, test.app.owner, ruleInput())).id
const cluster = (ids: number[]) =>
  test.app.db.transaction((tx) => mergeClusters(tx, test.app.owner, ids, now))
const notify = (ruleId: number, listingId: number, priceCents: number | null, currency = 'USD') =>
  test.app.db.transaction((tx) =>
    writeMatches(tx, [{ ruleId, listingId, userId: test.app.owner, score: 50, priceCents, currency }], now),
  )
const notified = (pairs: Parameters<typeof alreadyNotified>[1]) =>
  test.app.db.transaction((tx) => alreadyNotified(tx, pairs))

describe('what was already notified of a cluster', () => {
  it('is the lowest price of any other member, of each rule and currency apart, in one answer', async () => {
    const [a, b, c, fresh, stranger] = (await listings(5)) as [number, number, number, number, number]
    const clusterId = await cluster([a, b, c, fresh])
    const [one, two, three] = [await rule(), await rule(), await rule()]
    await notify(one, a, 30_000)
    await notify(one, b, 25_000)
    await notify(one, c, 100, 'EUR')
    await notify(two, c, null)
    await notify(three, stranger, 1)
    const pairs = [one, two, three].map((ruleId) => ({ ruleId, listingId: fresh, clusterId }))
    const found = await notified([...pairs, { ruleId: one, listingId: stranger, clusterId: null }])
    expect(found).toEqual([
      { ruleId: one, listingId: fresh, priceCents: 100, currency: 'EUR' },
      { ruleId: one, listingId: fresh, priceCents: 25_000, currency: 'USD' },
      { ruleId: two, listingId: fresh, priceCents: null, currency: null },
    ])
    // What was notified of the listing itself is the business of its own match.
    expect(await notified([{ ruleId: one, listingId: b, clusterId }])).toMatchObject([
      { priceCents: 100, currency: 'EUR' },
      { priceCents: 30_000, currency: 'USD' },
    ])
    expect(await notified([])).toEqual([])
  })

  it('keeps a repost quiet until its price is lower than any that was notified', async () => {
    const [old, repost] = (await listings(2)) as [number, number]
    const clusterId = await cluster([old, repost])
    const ruleId = await rule()
    await notify(ruleId, old, 30_000)
    const isNotified = async (priceCents: number | null, currency = 'USD') => {
      const pair = { ruleId, listingId: repost, clusterId, priceCents, currency }
      return worthNotifying([pair], await notified([pair])).length === 1
    }
    expect(await isNotified(30_000)).toBe(false)
    expect(await isNotified(35_000)).toBe(false)
    expect(await isNotified(null)).toBe(false)
    expect(await isNotified(100, 'EUR')).toBe(false)
    expect(await isNotified(29_999)).toBe(true)
    // Once the lower price was notified through the repost, the old listing has to beat that.
    await notify(ruleId, repost, 29_999)
    expect(await notified([{ ruleId, listingId: old, clusterId }])).toMatchObject([{ priceCents: 29_999 }])
  })
})

describe('worth notifying', () => {
  const pair = (over: Partial<TellPair>): TellPair => ({
    ruleId: 1,
    listingId: 1,
    clusterId: 7,
    priceCents: 100,
    currency: 'USD',
    ...over,
  })
  const row = (over: Partial<Notified>): Notified => ({
    ruleId: 1,
    listingId: 1,
    priceCents: 100,
    currency: 'USD',
    ...over,
  })

  it('is only the cheapest of a cluster in one page for each rule, and every lonely listing', () => {
    const expensive = pair({ listingId: 1, priceCents: 200 })
    const cheap = pair({ listingId: 2, priceCents: 150 })
    const unpriced = pair({ listingId: 3, priceCents: null })
    const other = pair({ listingId: 1, ruleId: 2, priceCents: 200 })
    const lonely = [4, 5].map((listingId) => pair({ listingId, clusterId: null }))
    expect(worthNotifying([unpriced, expensive, cheap, other, ...lonely], [])).toEqual([
      cheap,
      other,
      ...lonely,
    ])
    // Amounts in two currencies cannot be compared: the first of them speaks for the thing.
    const euro = pair({ listingId: 2, currency: 'EUR', priceCents: 1 })
    expect(worthNotifying([expensive, euro], [])).toEqual([expensive])
  })

  it('of a page with known and new listings of one thing is what is cheaper than all that was notified', () => {
    // Listing 1 was notified at 100; it is in the page as it was, or cheaper, beside the new listing 2.
    const notified = [row({ listingId: 2, priceCents: 100 })]
    const old = (priceCents: number) => pair({ listingId: 1, priceCents })
    const fresh = (priceCents: number) => pair({ listingId: 2, priceCents })
    expect(worthNotifying([old(100), fresh(120)], notified)).toEqual([old(100)])
    expect(worthNotifying([old(100), fresh(90)], notified)).toEqual([fresh(90)])
    expect(worthNotifying([old(80), fresh(90)], notified)).toEqual([old(80)])
    expect(worthNotifying([old(200), fresh(150)], notified)).toEqual([old(200)])
  })

  it('counts a drop in any currency that was notified, and what was notified without a price as notified', () => {
    expect(
      worthNotifying([pair({ priceCents: 99 })], [row({}), row({ currency: 'EUR', priceCents: 1 })]),
    ).toHaveLength(1)
    expect(worthNotifying([pair({})], [row({ priceCents: null, currency: null })])).toEqual([])
    // Notified of another rule or listing is not notified of this one.
    expect(worthNotifying([pair({})], [row({ ruleId: 2 }), row({ listingId: 2 })])).toHaveLength(1)
  })
})
