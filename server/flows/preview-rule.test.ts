import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { findPlace } from '../core/places.ts'
import { endListings, readListings } from '../listings/store.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { PreviewQuery } from '../rules/explain/preview-schema.ts'
import { createRule, draftRule, readRule } from '../rules/rules.ts'
import { changeRules } from '../rules/store.ts'
import { backtestRule } from './backtest-rule.ts'
import { ingest } from './ingest.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.transaction(async (tx) => {
    await changeRules(tx)
    await tx.query('DELETE FROM rules')
    await tx.query('TRUNCATE listings, notifications, clusters CASCADE')
  })
  clock.set('2026-11-22T12:00:00Z')
})

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const daysAgo = (days: number) => new Date(Date.parse('2026-11-22T12:00:00Z') - days * dayMs)

/** Takes listings in at a moment; returns their ids. */
async function seen(at: Date, ...listings: SeenListing[]): Promise<number[]> {
  clock.set(at)
  await ingest(test.app.pipeline, {
    sightings: listings.map((one) => ({ marketplace: 'shop', seen: one, observedAtMs: at.getTime() })),
    sourceId: null,
    scanId: null,
    demo: false,
  })
  const keys = listings.map(({ externalId }) => ({ marketplace: 'shop', externalId }))
  const stored = await readListings(test.app.db, keys)
  clock.set('2026-11-22T12:00:00Z')
  return keys.map(({ externalId }) => stored.get(`shop ${externalId}`)!.id)
}

const harp = (over: Partial<SeenListing> = {}) =>
  seenListing({ title: 'Celtic harp', postedAt: daysAgo(20).toISOString(), ...over })
const input = (over: Record<string, unknown> = {}) => ruleInput({ keywords: { all: ['harp'] }, ...over })
const backtest = (over: Record<string, unknown> = {}, query: Partial<PreviewQuery> = {}) =>
  backtestRule(
    test.app.reconsider,
    draftRule(readRule(test.app.rules, { findPlace }, input(over)), test.app.owner),
    {
      days: 7,
      timeZone: 'UTC',
      ...query,
    },
  )
const told = async (...args: Parameters<typeof backtest>) =>
  (await backtest(...args)).items.map(
    ({ listingId, kind, priceCents }) => `${listingId} ${kind} ${priceCents}`,
  )

describe('looking back with a draft', () => {
  it('tells new listings and lower prices of the last days, newest first, also of what has ended since', async () => {
    const [one, two, lute] = [harp(), harp({ title: 'Another harp' }), harp({ title: 'A lute' })]
    const [oldId] = await seen(daysAgo(10), harp({ title: 'Old harp' }))
    const [oneId] = await seen(daysAgo(6), one, lute)
    const [twoId] = await seen(daysAgo(5), two)
    await seen(daysAgo(3), { ...one, priceCents: 25_000 })
    await test.app.db.transaction((tx) => endListings(tx, [twoId!], 'sold', daysAgo(2)))
    const found = await backtest()
    expect(found).toMatchObject({
      days: 7,
      told: 3,
      unknown: 0,
      items: [
        {
          listingId: oneId,
          kind: 'drop',
          priceCents: 25_000,
          at: daysAgo(3).toISOString(),
          stateNow: 'active',
        },
        { listingId: twoId, kind: 'new', priceCents: 30_000, at: daysAgo(5).toISOString(), stateNow: 'sold' },
        {
          listingId: oneId,
          kind: 'new',
          priceCents: 30_000,
          title: 'Celtic harp',
          currency: 'USD',
          demo: false,
        },
      ],
      sentence: expect.stringMatching(/^This would have told you 3 times in the last 7 days, about 3 a week/),
    })
    expect(found.warnings).toHaveLength(1)
    expect(await told({}, { days: 30 })).toContain(`${oldId} new 30000`)
  })

  it('tells what the same rule told when it was there', async () => {
    await createRule(test.app.rules, test.app.owner, input())
    const listings = Array.from({ length: 12 }, (_, n) =>
      harp({ title: `${n % 3 === 0 ? 'Lute' : 'Harp'} ${'abcdefghijkl'[n]}` }),
    )
    for (const [n, listing] of listings.entries()) await seen(daysAgo(6 - n / 4), listing)
    for (const [n, listing] of listings.entries())
      await seen(daysAgo(2 - n / 8), { ...listing, priceCents: 30_000 + (n % 2 === 0 ? -1_000 : 1_000) })
    const { rows } = await test.app.db.query<{ what: string }>(
      `SELECT (message->'items'->0->>'listingId') || CASE kind WHEN 'price-drop' THEN ' drop ' ELSE ' new ' END
              || (message->'items'->0->>'priceCents') AS what FROM notifications`,
    )
    expect((await told()).toSorted()).toEqual(rows.map(({ what }) => what).toSorted())
    expect(rows.length).toBeGreaterThan(8)
  })

  it('counts a price that came into the limits as new, and none that was outside', async () => {
    const one = harp({ priceCents: 50_000 })
    const [id] = await seen(daysAgo(9), one)
    await seen(daysAgo(5), { ...one, priceCents: 45_000 })
    await seen(daysAgo(4), { ...one, priceCents: 38_000 })
    await seen(daysAgo(3), { ...one, priceCents: 60_000 })
    expect(await told({ priceCentsMax: 40_000 })).toEqual([`${id} new 38000`])
    expect(await told({ onlyNew: true })).toEqual([])
    expect(await told({ dropPctMin: 15 })).toEqual([`${id} drop 38000`])
  })

  it('tells one thing under two ids once, whenever the first of them came', async () => {
    const [first] = await seen(daysAgo(10), harp())
    const [second] = await seen(daysAgo(3), harp({ title: 'Irish harp' }))
    await test.app.db.query(
      'INSERT INTO clusters (demo, created_at, updated_at) VALUES (false, now(), now())',
    )
    await test.app.db.query(
      `INSERT INTO cluster_members (cluster_id, listing_id, joined_at, kind, score, reason, by)
       SELECT c.id, l, now(), 'repost', 1, 'the same', 'person' FROM clusters c, unnest($1::bigint[]) AS l`,
      [[first, second]],
    )
    expect(await told()).toEqual([])
    await seen(daysAgo(1), harp({ title: 'Third harp' }))
    expect(await told()).toHaveLength(1)
  })

  it('says how many listings it could not judge', async () => {
    const { condition: _, ...unknown } = harp()
    await seen(daysAgo(2), unknown)
    expect(await backtest({ conditions: ['good'] })).toMatchObject({ told: 0, unknown: 1 })
  })

  it('counts days as the person has them', async () => {
    await seen(new Date('2026-11-20T23:30:00Z'), harp())
    await seen(new Date('2026-11-15T13:00:00Z'), harp({ title: 'First harp' }))
    const perDay = async (timeZone: string) =>
      (await backtest({}, { timeZone })).perDay.filter(({ count }) => count > 0).map(({ date }) => date)
    expect(await perDay('UTC')).toEqual(['2026-11-15', '2026-11-20'])
    expect(await perDay('Europe/Berlin')).toEqual(['2026-11-15', '2026-11-21'])
    expect((await backtest({}, { timeZone: 'Pacific/Auckland' })).perDay.map(({ date }) => date)).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
    ])
  })

  it('says when nothing was seen so long ago, and reckons with the time that there is', async () => {
    await seen(daysAgo(2), harp(), harp({ title: 'Another harp' }))
    const found = await backtest()
    expect(found.days).toBe(2)
    expect(found.forecast?.perDay).toBe(1)
    expect(found.warnings[0]).toMatch(/does not reach back 7 days, only 2 days/)
    expect(found.perDay.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  })

  it('says first what its expression may not mean', async () => {
    const found = await backtest({ query: 'harp or lyre' })
    expect(found.warnings[0]).toMatch(/“or” is a word to be found/)
  })

  it('of nothing at all tells nothing', async () => {
    expect(await backtest()).toMatchObject({
      days: 0,
      told: 0,
      items: [],
      forecast: null,
      sentence: 'There is nothing to look back on yet.',
    })
  })
})
