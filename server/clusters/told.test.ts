import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { ingest } from '../flows/ingest.ts'
import { createRule } from '../rules/rules.ts'
import { writeMatches } from '../rules/store.ts'
import { mergeClusters } from './actions.ts'
import { alreadyTold, type Told } from './read-store.ts'
import { type TellPair, worthTelling } from './told.ts'

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
const tell = (ruleId: number, listingId: number, priceCents: number | null, currency = 'USD') =>
  test.app.db.transaction((tx) =>
    writeMatches(tx, [{ ruleId, listingId, userId: test.app.owner, score: 50, priceCents, currency }], now),
  )
const told = (pairs: Parameters<typeof alreadyTold>[1]) =>
  test.app.db.transaction((tx) => alreadyTold(tx, pairs))

describe('what was already told of a cluster', () => {
  it('is the lowest price of any other member, of each rule and currency apart, in one answer', async () => {
    const [a, b, c, fresh, stranger] = (await listings(5)) as [number, number, number, number, number]
    const clusterId = await cluster([a, b, c, fresh])
    const [one, two, three] = [await rule(), await rule(), await rule()]
    await tell(one, a, 30_000)
    await tell(one, b, 25_000)
    await tell(one, c, 100, 'EUR')
    await tell(two, c, null)
    await tell(three, stranger, 1)
    const pairs = [one, two, three].map((ruleId) => ({ ruleId, listingId: fresh, clusterId }))
    const found = await told([...pairs, { ruleId: one, listingId: stranger, clusterId: null }])
    expect(found).toEqual([
      { ruleId: one, listingId: fresh, clusterId, priceCents: 100, currency: 'EUR' },
      { ruleId: one, listingId: fresh, clusterId, priceCents: 25_000, currency: 'USD' },
      { ruleId: two, listingId: fresh, clusterId, priceCents: null, currency: null },
    ])
    // What was told of the listing itself is the business of its own match.
    expect(await told([{ ruleId: one, listingId: b, clusterId }])).toMatchObject([
      { priceCents: 100, currency: 'EUR' },
      { priceCents: 30_000, currency: 'USD' },
    ])
    expect(await told([])).toEqual([])
  })

  it('keeps a repost quiet until its price is lower than any that was told', async () => {
    const [old, repost] = (await listings(2)) as [number, number]
    const clusterId = await cluster([old, repost])
    const ruleId = await rule()
    await tell(ruleId, old, 30_000)
    const isTold = async (priceCents: number | null, currency = 'USD') => {
      const pair = { ruleId, listingId: repost, clusterId, priceCents, currency }
      return worthTelling([pair], await told([pair])).length === 1
    }
    expect(await isTold(30_000)).toBe(false)
    expect(await isTold(35_000)).toBe(false)
    expect(await isTold(null)).toBe(false)
    expect(await isTold(100, 'EUR')).toBe(false)
    expect(await isTold(29_999)).toBe(true)
    // Once the lower price was told through the repost, the old listing has to beat that.
    await tell(ruleId, repost, 29_999)
    expect(await told([{ ruleId, listingId: old, clusterId }])).toMatchObject([{ priceCents: 29_999 }])
  })
})

describe('worth telling', () => {
  const pair = (over: Partial<TellPair>): TellPair => ({
    ruleId: 1,
    listingId: 1,
    clusterId: 7,
    priceCents: 100,
    currency: 'USD',
    ...over,
  })
  const row = (over: Partial<Told>): Told => ({
    ruleId: 1,
    listingId: 1,
    priceCents: 100,
    currency: 'USD',
    ...over,
  })

  it('is only the cheapest of a cluster in one page for each rule, and every lonely listing', () => {
    const dear = pair({ listingId: 1, priceCents: 200 })
    const cheap = pair({ listingId: 2, priceCents: 150 })
    const unpriced = pair({ listingId: 3, priceCents: null })
    const other = pair({ listingId: 1, ruleId: 2, priceCents: 200 })
    const lonely = [4, 5].map((listingId) => pair({ listingId, clusterId: null }))
    expect(worthTelling([unpriced, dear, cheap, other, ...lonely], [])).toEqual([cheap, other, ...lonely])
    // Amounts in two currencies cannot be compared: the first of them speaks for the thing.
    const euro = pair({ listingId: 2, currency: 'EUR', priceCents: 1 })
    expect(worthTelling([dear, euro], [])).toEqual([dear])
  })

  it('of a page with known and new listings of one thing is what is cheaper than all that was told', () => {
    // Listing 1 was told at 100; it is in the page as it was, or cheaper, beside the new listing 2.
    const told = [row({ listingId: 2, priceCents: 100 })]
    const old = (priceCents: number) => pair({ listingId: 1, priceCents })
    const fresh = (priceCents: number) => pair({ listingId: 2, priceCents })
    expect(worthTelling([old(100), fresh(120)], told)).toEqual([old(100)])
    expect(worthTelling([old(100), fresh(90)], told)).toEqual([fresh(90)])
    expect(worthTelling([old(80), fresh(90)], told)).toEqual([old(80)])
    expect(worthTelling([old(200), fresh(150)], told)).toEqual([old(200)])
  })

  it('counts a drop in any currency that was told, and what was told without a price as told', () => {
    expect(
      worthTelling([pair({ priceCents: 99 })], [row({}), row({ currency: 'EUR', priceCents: 1 })]),
    ).toHaveLength(1)
    expect(worthTelling([pair({})], [row({ priceCents: null, currency: null })])).toEqual([])
    // Told of another rule or listing is not told of this one.
    expect(worthTelling([pair({})], [row({ ruleId: 2 }), row({ listingId: 2 })])).toHaveLength(1)
  })
})
