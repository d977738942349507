import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditions } from '../../model/listing-schema.ts'
import type { Comp } from '../../model/score-schema.ts'
import type { CompIndex, CompSubject } from '../comps/comps.ts'
import { createCompIndex } from '../comps/comps.ts'
import { conditionMultiplier } from './condition.ts'
import { estimate } from './fair-value.ts'

const day = 86_400_000
const now = Date.UTC(2026, 4, 1)

function indexOf(comps: (Partial<Comp> & { title: string; priceCents: number })[]): CompIndex {
  const index = createCompIndex()
  comps.forEach((each, i) => {
    index.upsert({
      listingId: i + 1,
      category: 'phones',
      condition: null,
      currency: 'USD',
      basis: 'asking',
      observedAtMs: now - (i + 1) * day,
      ...each,
    })
  })
  return index
}

const pixels = (...dollars: number[]) =>
  dollars.map((price) => ({ title: 'Google Pixel 3 64GB', priceCents: price * 100 }))

const pixel: CompSubject = {
  title: 'Google Pixel 3 - 64 GB',
  category: 'phones',
  condition: null,
  currency: 'USD',
}

describe('the fair value', () => {
  it('is the middle of what similar things ask, with its range and its evidence', () => {
    const value = estimate(indexOf(pixels(80, 90, 100, 110, 120)), pixel, now)!
    expect(value).toMatchObject({
      currency: 'USD',
      count: 5,
      basis: 'asking',
      method: 'similar',
      oldestAtMs: now - 5 * day,
      newestAtMs: now - day,
    })
    expect(value.compIds.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
    expect(value.midCents).toBeGreaterThan(9500)
    expect(value.midCents).toBeLessThan(10_500)
    expect(value.lowCents).toBeGreaterThanOrEqual(8000)
    expect(value.highCents).toBeLessThanOrEqual(12_000)
  })

  const few: [string, Parameters<typeof indexOf>[0]][] = [
    ['nothing', []],
    ['two similar things', pixels(100, 110)],
    ['two prices posted again and again', pixels(100, 110, 100, 110, 100, 110, 100, 110, 100)],
    ['only placeholder prices', pixels(1, 1234, 12_345, 123_456, 0)],
    ['only its own case', pixels(9, 10, 11, 12).map((each) => ({ ...each, title: `${each.title} case` }))],
    ['only things in another currency', pixels(90, 100, 110).map((each) => ({ ...each, currency: 'EUR' }))],
    [
      'only what is older than a year',
      pixels(90, 100, 110).map((each) => ({ ...each, observedAtMs: now - 366 * day })),
    ],
  ]
  it.each(few)('is unknown with %s', (_, comps) => {
    expect(estimate(indexOf(comps), pixel, now)).toBeNull()
  })

  it('falls back on the whole category from eight comps, and says so', () => {
    const words = ['anvil', 'bagpipe', 'candle', 'drum', 'easel', 'fiddle', 'gong', 'harp', 'idol']
    const comps = words.map((title, i) => ({ title, priceCents: 1000 + i * 100 }))
    expect(estimate(indexOf(comps.slice(0, 7)), pixel, now)).toBeNull()
    const value = estimate(indexOf(comps), pixel, now)!
    expect(value).toMatchObject({ method: 'category', count: 9 })
    expect(value.midCents).toBeGreaterThan(1200)
    expect(value.midCents).toBeLessThan(1600)
  })

  it('is not moved by a listing itself, however it is priced', () => {
    const comps = pixels(80, 90, 100, 110, 120)
    const without = estimate(indexOf(comps), pixel, now)!
    const withItself = indexOf([...comps, { title: 'Google Pixel 3 64GB', priceCents: 900, listingId: 77 }])
    const value = estimate(withItself, { ...pixel, listingId: 77 }, now)!
    expect(value.compIds).not.toContain(77)
    expect(value.midCents).toBe(without.midCents)
  })

  it('is hardly moved by one seller posting the same thing a hundred times', () => {
    const spam = Array.from({ length: 100 }, () => ({ title: 'Google Pixel 3 64GB', priceCents: 40_000 }))
    const value = estimate(indexOf([...spam, ...pixels(80, 90, 100, 110, 120)]), pixel, now)!
    expect(value.midCents).toBeLessThan(12_000)
  })

  it('leaves out wild prices', () => {
    const value = estimate(indexOf(pixels(95, 98, 100, 102, 105, 9500, 3, 7000)), pixel, now)!
    expect(value.count).toBe(5)
    expect(value.highCents).toBeLessThan(11_000)
  })

  it('names what its comps are based on', () => {
    const basis = (...bases: ('asking' | 'sold')[]) =>
      estimate(indexOf(pixels(90, 100, 110).map((each, i) => ({ ...each, basis: bases[i]! }))), pixel, now)
        ?.basis
    expect(basis('asking', 'asking', 'asking')).toBe('asking')
    expect(basis('sold', 'sold', 'sold')).toBe('sold')
    expect(basis('sold', 'asking', 'sold')).toBe('mixed')
  })

  it('weighs fresh prices more than old ones', () => {
    const aged = (fresh: number, old: number) =>
      estimate(
        indexOf([
          ...pixels(fresh, fresh + 1, fresh + 2).map((each) => ({ ...each, observedAtMs: now - day })),
          ...pixels(old, old + 1, old + 2).map((each) => ({ ...each, observedAtMs: now - 300 * day })),
        ]),
        pixel,
        now,
      )!.midCents
    expect(aged(80, 110)).toBeLessThan(9000)
    expect(aged(110, 80)).toBeGreaterThan(10_000)
  })

  it('follows the condition by the documented table, best to worst', () => {
    const index = indexOf(pixels(80, 90, 100, 110, 120))
    const mids = conditions.map((condition) => estimate(index, { ...pixel, condition }, now)!.midCents)
    expect(mids).toEqual(mids.toSorted((a, b) => b - a))
    const good = mids[conditions.indexOf('good')]!
    for (const [i, condition] of conditions.entries()) {
      expect(mids[i]! / good).toBeCloseTo(conditionMultiplier[condition], 2)
    }
  })

  it('has low ≤ mid ≤ high within the adjusted prices, whatever the comps are', () => {
    const priced = fc.record({
      priceCents: fc.integer({ min: 200, max: 1e9 }),
      condition: fc.option(fc.constantFrom(...conditions)),
      basis: fc.constantFrom('asking' as const, 'sold' as const),
      observedAtMs: fc.integer({ min: now - 400 * day, max: now + day }),
    })
    fc.assert(
      fc.property(
        fc.array(priced, { maxLength: 40 }),
        fc.option(fc.constantFrom(...conditions)),
        (list, condition) => {
          const comps = list.map((each) => ({ ...each, title: pixel.title }))
          const value = estimate(indexOf(comps), { ...pixel, condition }, now)
          if (!value) return
          const ratio = 1.25 / 0.4
          expect(value.lowCents).toBeLessThanOrEqual(value.midCents)
          expect(value.midCents).toBeLessThanOrEqual(value.highCents)
          expect(value.lowCents).toBeGreaterThanOrEqual(
            Math.floor(Math.min(...list.map((each) => each.priceCents)) / ratio),
          )
          expect(value.highCents).toBeLessThanOrEqual(
            Math.ceil(Math.max(...list.map((each) => each.priceCents)) * ratio),
          )
          expect(value.count).toBeGreaterThanOrEqual(3)
          expect(value.compIds.length).toBeLessThanOrEqual(12)
          expect(value.oldestAtMs).toBeLessThanOrEqual(value.newestAtMs)
        },
      ),
      { numRuns: 200 },
    )
  })
})

interface Row {
  title?: string
  priceCents?: number
  category?: string
  externalId: string
  condition?: string
  extra?: { orig_currency?: string }
}

const data = new URL('../../../../shared/data/', import.meta.url)
const present = existsSync(data)

/** Root mean squared log error of our values and of the median price, on every fifth listing by the other four. */
function skill(file: string, use: (row: Row) => boolean): { ours: number; median: number; inRange: number } {
  const rows = gunzipSync(readFileSync(new URL(file, data)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
  const seen = new Set<string>()
  const comps: Comp[] = []
  for (const row of rows) {
    if (!row.title || !row.priceCents || seen.has(row.externalId) || !use(row)) continue
    seen.add(row.externalId)
    comps.push({
      listingId: comps.length + 1,
      title: row.title,
      category: 'other',
      condition: null,
      priceCents: row.priceCents,
      currency: 'USD',
      basis: 'asking',
      observedAtMs: now - day,
    })
  }
  const train = comps.filter((_, i) => i % 5 !== 0)
  const index = createCompIndex()
  for (const each of train) index.upsert(each)
  const median = train.map((each) => each.priceCents).sort((a, b) => a - b)[train.length >> 1]!
  let ours = 0
  let naive = 0
  let inRange = 0
  let tested = 0
  for (let i = 0; i < comps.length; i += 5) {
    const { priceCents, ...subject } = comps[i]!
    const value = estimate(index, subject, now)
    ours += Math.log((value?.midCents ?? median) / priceCents) ** 2
    naive += Math.log(median / priceCents) ** 2
    if (value && priceCents >= value.lowCents && priceCents <= value.highCents) inRange++
    tested++
  }
  return { ours: Math.sqrt(ours / tested), median: Math.sqrt(naive / tested), inRange: inRange / tested }
}

describe('against real listings (skipped where the data is not at hand)', () => {
  it.skipIf(!present)('used bikes are valued far better than by their median', () => {
    const { ours, median, inRange } = skill(
      'pinkbike-2024.jsonl.gz',
      (row) => row.extra?.orig_currency === 'USD',
    )
    expect(ours).toBeLessThan(0.75 * median)
    expect(inRange).toBeGreaterThan(0.65)
  })

  it.skipIf(!present)('phones with junk among them are valued better than by their median', () => {
    const { ours, median, inRange } = skill('offerup-2019.jsonl.gz', () => true)
    expect(ours).toBeLessThan(0.9 * median)
    expect(inRange).toBeGreaterThan(0.65)
  })

  it.skipIf(!present)('mixed goods are valued better than by their median', () => {
    const { ours, median } = skill('mercari-2017.jsonl.gz', () => true)
    expect(ours).toBeLessThan(0.95 * median)
  })
})
