import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { valuesOf } from '../core/statement.ts'
import { ingest } from '../flows/ingest.ts'
import { scoreSubject } from '../flows/score-subject.ts'
import { scoresOf } from '../listings/list-store.ts'
import { writeValues } from '../listings/reread-store.ts'
import { getListings } from '../listings/store.ts'
import { conditions } from '../model/listing-schema.ts'
import { offerKinds, priceMeanings } from '../model/offer/kinds.ts'
import type { FairValue } from '../model/score-schema.ts'
import { neutralScore, scoreTotal } from './score.ts'
import { type ListViewer, scoreSql } from './score-store.ts'
import { weightPresets } from './weights.ts'

const at = Date.parse('2026-11-20T12:00:00Z')
const hour = 3_600_000
const count = 40

let test: TestApp
let ids: number[]
beforeAll(async () => {
  test = await testApp()
  const sightings = Array.from({ length: count }, () => ({
    marketplace: 'shop',
    seen: seenListing(),
    observedAtMs: at,
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  const { rows } = await test.app.db.query<{ id: number }>('SELECT id FROM listings ORDER BY id')
  ids = rows.map(({ id }) => id)
})
afterAll(() => test[Symbol.asyncDispose]())

const currency = fc.constantFrom('USD', 'EUR', 'JPY')
const cents = fc.oneof(
  fc.integer({ min: 1, max: 500_000 }),
  fc.constantFrom(0, 100, 12_300, 10_000, 9_999_00),
)
const value: fc.Arbitrary<FairValue> = fc
  .record({
    mid: fc.oneof(fc.integer({ min: 1, max: 300_000 }), fc.constant(10_000)),
    below: fc.double({ min: 0, max: 1, noNaN: true }),
    above: fc.double({ min: 0, max: 5, noNaN: true }),
    currency,
    confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  })
  .map(({ mid, below, above, confidence, ...rest }) => ({
    ...{ lowCents: Math.round(mid * below), midCents: mid, highCents: Math.round(mid * (1 + above)) },
    ...{ ...rest, count: 5, basis: 'asking' as const, method: 'similar' as const },
    confidence: confidence as number,
    ...{ oldestAtMs: at, newestAtMs: at, compIds: [] },
  }))
const point = fc.record({
  lat: fc.double({ min: 37, max: 39, noNaN: true }),
  lon: fc.double({ min: -123, max: -121, noNaN: true }),
})
const moment = fc.integer({ min: -2_000 * hour, max: 2 * hour })
const row = fc.record({
  priceCents: fc.option(cents),
  shippingCents: fc.option(fc.integer({ min: 0, max: 5_000 })),
  currency: fc.option(currency, { freq: 8 }),
  condition: fc.option(fc.constantFrom(...conditions)),
  photos: fc.integer({ min: 0, max: 8 }),
  place: fc.option(point),
  postedAt: fc.option(moment),
  firstSeenAt: moment,
  kind: fc.constantFrom(...offerKinds),
  kindProbability: fc.double({ min: 0, max: 1, noNaN: true }),
  thingProbability: fc.double({ min: 0, max: 1, noNaN: true }),
  priceMeaning: fc.oneof({ weight: 4, arbitrary: fc.constant('asked') }, fc.constantFrom(...priceMeanings)),
  value: fc.option(value, { freq: 6 }),
})
const viewer: fc.Arbitrary<ListViewer> = fc.record({
  place: fc.option(point, { freq: 6 }),
  travel: fc.option(fc.record({ centsPerKm: fc.constantFrom(0, 0.3, 15, 43.5, 5_000), currency }), {
    freq: 6,
  }),
  asOfMs: fc.integer({ min: at - 10 * hour, max: at + 2_000 * hour }),
})

it('what lists are sorted by is the very number that scoreTotal gives, for any listing, viewer, moment and weights', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: count, maxLength: count }),
      viewer,
      fc.constantFrom(...Object.values(weightPresets)),
      async (rows, who, weights) => {
        await store(rows)
        const stored = await getListings(test.app.db, ids, 'program')
        const own = scoreSql.bind(null, who)
        const totals = await scoresOf(test.app.db, ids, (param) => own(param, weights))
        const most = await scoresOf(test.app.db, ids, (param) => {
          const score = own(param, weights)
          return { ...score, total: score.most }
        })
        const { neutralMin } = own(valuesOf().param, weights)
        for (const one of stored) {
          const subject = scoreSubject(one, { ...who, keywordShare: null })
          const total = scoreTotal(subject, who.asOfMs, weights)
          expect(totals.get(one.id), JSON.stringify({ one, who, weights })).toBe(total)
          expect(most.get(one.id)).toBeGreaterThanOrEqual(total)
          expect(neutralMin(total)).toBeLessThanOrEqual(one.rank.neutral)
        }
      },
    ),
    { numRuns: 60, endOnFailure: true },
  )
})

async function store(rows: (typeof row extends fc.Arbitrary<infer Row> ? Row : never)[]): Promise<void> {
  const { db } = test.app
  const of = (pick: (one: (typeof rows)[number]) => unknown) => rows.map(pick)
  const time = (ms: number | null) => (ms === null ? null : new Date(at + ms))
  await db.query(
    `UPDATE listings l SET price_cents = r.price, shipping_cents = r.shipping, currency = r.currency,
       condition = r.condition, image_urls = r.photos, lat = r.lat, lon = r.lon, posted_at = r.posted,
       first_seen_at = r.seen, kind = r.kind, kind_probability = r.of_kind, thing_probability = r.of_thing, price_meaning = r.meaning
     FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::jsonb[], $7::float8[], $8::float8[],
       $9::timestamptz[], $10::timestamptz[], $11::text[], $12::float8[], $13::float8[], $14::text[])
       AS r(id, price, shipping, currency, condition, photos, lat, lon, posted, seen, kind, of_kind, of_thing, meaning)
     WHERE l.id = r.id`,
    [
      ids,
      of((one) => one.priceCents),
      of((one) => one.shippingCents),
      of((one) => one.currency),
      of((one) => one.condition),
      of((one) =>
        JSON.stringify(Array.from({ length: one.photos }, (_, i) => `https://example.com/${i}.jpg`)),
      ),
      of((one) => one.place?.lat ?? null),
      of((one) => one.place?.lon ?? null),
      of((one) => time(one.postedAt)),
      of((one) => time(one.firstSeenAt)),
      of((one) => one.kind),
      of((one) => one.kindProbability),
      of((one) => one.thingProbability),
      of((one) => one.priceMeaning),
    ],
  )
  const stored = await getListings(db, ids, 'program')
  await db.transaction((tx) =>
    writeValues(
      tx,
      stored.map((one, i) => {
        const worth = { ...one, value: rows[i]!.value }
        const subject = scoreSubject(worth, { place: null, keywordShare: null, travel: null })
        const { points, priceShare } = neutralScore(subject)
        const rank = { neutral: points, priceShare, compGroup: null, compMarket: null }
        return { id: one.id, value: worth.value, rank, risk: null, textHash: null }
      }),
      new Date(at),
    ),
  )
}
