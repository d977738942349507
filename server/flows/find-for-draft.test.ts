import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput } from '../../test/harness/factories.ts'
import { asProgram } from '../core/actor.ts'
import type { Db, Sql } from '../core/db.ts'
import { findPlace } from '../core/places.ts'
import { activeListings } from '../listings/active-listings.ts'
import { endListings } from '../listings/store.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { Rule } from '../model/rule-schema.ts'
import { draftRule, readRule } from '../rules/rules.ts'
import { evaluateRule } from './evaluate-rule.ts'
import { findForDraft } from './find-for-draft.ts'
import { ingest } from './ingest.ts'

const count = 700
const titles = [
  'Celtic harp',
  'Harp case',
  'iPhone 12 broken for parts',
  'Road bike',
  'Lot of 3 lamps',
  'Wanted: harp',
]
const places = [
  { lat: 37.8, lon: -122.27 },
  { lat: 37.34, lon: -121.89 },
  { lat: 40.7, lon: -74 },
]
let test: TestApp
beforeAll(async () => {
  test = await testApp()
  const now = Date.now()
  for (let from = 0; from < count; from += 100)
    await ingest(test.app.pipeline, {
      sightings: Array.from({ length: 100 }, (_, i) => ({
        marketplace: 'shop',
        seen: oneOf(from + i),
        observedAtMs: now - (count - from - i) * 60_000,
      })),
      ...{ sourceId: null, scanId: null, demo: false },
    })
  const { rows } = await test.app.db.query<{ id: number }>('SELECT id FROM listings WHERE id % 13 = 0')
  const gone = rows.map(({ id }) => id)
  await test.app.db.transaction((tx) => endListings(tx, gone, 'sold', new Date()))
})
afterAll(() => test[Symbol.asyncDispose]())

/** The same for the same number; every kind of gap in what is known is among them. */
function oneOf(n: number): SeenListing {
  return {
    externalId: `draft-${n}`,
    title: `${titles[n % titles.length]} ${n}`,
    url: `https://example.com/draft/${n}`,
    ...(n % 5 !== 0 && places[n % 3]),
    ...(n % 4 === 0 && { description: n % 8 === 0 ? 'Not leather, 12 strings' : "The owner's, kept dry" }),
    ...(n % 7 !== 0 && { priceCents: 1_000 * (1 + (n % 40)), currency: n % 11 === 0 ? 'EUR' : 'USD' }),
    ...(n % 4 !== 1 && { condition: (['good', 'new', 'for-parts'] as const)[n % 3]! }),
  }
}

const draft = (over: Record<string, unknown>): Rule =>
  draftRule(readRule(test.app.rules, { findPlace }, ruleInput({ keywords: {}, ...over })), test.app.owner)
const find = (rule: Rule, untilMs = Number.POSITIVE_INFINITY, signal = new AbortController().signal) =>
  findForDraft(test.app.reconsider, rule, signal, untilMs)

/** What the rule's own conditions say of each of the newest, one after the other, without any short cut. */
async function byHand(rule: Rule): Promise<{ ids: number[]; lookedAt: number }> {
  const ids: number[] = []
  let lookedAt = 0
  const nowMs = test.app.reconsider.clock.now().getTime()
  for await (const stored of activeListings(test.app.db, asProgram(rule.userId))) {
    lookedAt++
    const { verdict } = await evaluateRule(test.app.reconsider, rule, stored, nowMs)
    if (verdict === 'yes') ids.push(stored.id)
    if (ids.length === 20) break
  }
  return { ids, lookedAt }
}

const maybe = <T>(...values: T[]) => fc.constantFrom(undefined, undefined, ...values)
const drafts = fc
  .record({
    keywords: fc.constantFrom(
      {},
      {},
      { all: ['harp'] },
      { any: ['bike', 'lamps'] },
      { all: ['12'], none: ['broken'] },
      { all: ['zither'] },
    ),
    query: maybe('harp NOT case', '/dr[iy]/ OR title:bike', 'iphone "for parts"'),
    categories: maybe(['instruments'], ['phones', 'bikes'], ['boats-rv']),
    conditions: maybe(['good'], ['for-parts'], ['new', 'like-new']),
    kinds: maybe(['accessory'], ['broken'], ['any'], ['wanted', 'lot']),
    priceCentsMin: maybe(0, 5_000),
    priceCentsMax: maybe(5_000, 20_000),
    currency: fc.constantFrom('USD', 'USD', 'EUR'),
    places: maybe(
      [{ place: 'Oakland, CA', radiusKm: 20 }],
      [
        { place: 'San Jose, CA', radiusKm: 15 },
        { place: 'New York, NY', radiusKm: 60 },
      ],
    ),
    riskMax: maybe(0, 50),
    discountPctMin: maybe(1, 30),
    scoreMin: maybe(40, 100),
    marketplaces: maybe(['craigslist']),
  })
  .map((over) => Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined)))

it('finds what the rule itself fits among the newest, in their order, and nothing else, whatever it asks for', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (over) => {
      const rule = draft(over)
      const found = await find(rule)
      const { ids, lookedAt } = await byHand(rule)
      expect(found.items.map(({ listingId }) => listingId)).toEqual(ids)
      expect({ ...found, items: [] }).toEqual({ items: [], lookedAtCount: lookedAt, isPartial: false })
    }),
    { numRuns: 120 },
  )
})

it('ends early where many fit, and says how far it looked', async () => {
  const found = await find(draft({ kinds: ['any'] }))
  expect([found.items.length, found.lookedAtCount, found.isPartial]).toEqual([20, 20, false])
})

it('looks no further when its time is over, says so, and what it says is true of what it looked at', async () => {
  const rule = draft({ keywords: { all: ['zither'] } })
  const found = await find(rule, performance.now())
  expect(found).toMatchObject({ items: [], isPartial: true })
  expect(found.lookedAtCount).toBeLessThan(count)
})

it('asks nothing further of the database once the client is gone', async () => {
  const gone = new AbortController()
  let asked = 0
  const query: Sql['query'] = async (...statement) => {
    if (/FROM listings l/.test(statement[0])) {
      asked++
      gone.abort(new Error('gone'))
    }
    return test.app.db.query(...statement)
  }
  const deps = { ...test.app.reconsider, db: { ...test.app.db, query } as Db }
  const rule = draft({ keywords: { all: ['zither'] } })
  await expect(findForDraft(deps, rule, gone.signal, Number.POSITIVE_INFINITY)).rejects.toThrow('gone')
  expect(asked).toBe(1)
})
