import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditions } from '../listings/schema.ts'
import type { FairValue, ScoreSubject } from './schema.ts'
import { scoreDeal, scorePointsMax, scoreTotal } from './score.ts'

const hour = 3_600_000
const day = 24 * hour
const now = Date.UTC(2026, 4, 1)

const value = (change: Partial<FairValue> = {}): FairValue => ({
  lowCents: 15_000,
  midCents: 20_000,
  highCents: 26_000,
  currency: 'USD',
  count: 12,
  basis: 'asking',
  method: 'similar',
  confidence: 1,
  oldestAtMs: now - 30 * day,
  newestAtMs: now - day,
  compIds: [1, 2, 3],
  ...change,
})

/** A fair-priced ordinary listing. */
const ordinary: ScoreSubject = {
  priceCents: 20_000,
  shippingCents: null,
  currency: 'USD',
  condition: 'good',
  postedAtMs: now - 2 * day,
  photoCount: 3,
  distanceKm: 20,
  keywordMatch: null,
  value: value(),
}

const unknown: ScoreSubject = {
  ...ordinary,
  priceCents: null,
  condition: null,
  distanceKm: null,
  keywordMatch: null,
  value: null,
}

describe('the deal score lands where a person would put it', () => {
  const ideal: Partial<ScoreSubject> = {
    condition: 'excellent',
    distanceKm: 4,
    postedAtMs: now - hour,
    photoCount: 6,
  }
  const bad: Partial<ScoreSubject> = {
    priceCents: 30_000,
    condition: 'poor',
    postedAtMs: now - 60 * day,
    distanceKm: 150,
    photoCount: 0,
  }
  const rows: [string, Partial<ScoreSubject>, number, number][] = [
    ['free, excellent, near, fresh, photos', { ...ideal, priceCents: 0 }, 91, 100],
    ['the same with no comparables', { ...ideal, priceCents: 0, value: null }, 91, 100],
    ['half price, excellent, near, fresh', { ...ideal, priceCents: 10_000 }, 80, 92],
    ['40 % below, otherwise ordinary', { priceCents: 12_000 }, 65, 80],
    ['fair price, ordinary', {}, 45, 65],
    ['nothing known but the posting', unknown, 40, 60],
    ['fair price, for parts, far', { condition: 'for-parts', distanceKm: 120 }, 30, 45],
    ['30 % too dear, ordinary', { priceCents: 26_000 }, 30, 45],
    ['1.5 × fair, poor, old, far, no photos', bad, 0, 29],
    ['3 × fair, poor, old, far, no photos', { ...bad, priceCents: 60_000 }, 0, 10],
    [
      '1.5 × a weak value, poor, old, far, no photos',
      { ...bad, value: value({ method: 'category' }) },
      0,
      29,
    ],
  ]
  it.each(rows)('%s', (_, change, least, most) => {
    const total = scoreTotal({ ...ordinary, ...change }, now)
    expect(total).toBeGreaterThanOrEqual(least)
    expect(total).toBeLessThanOrEqual(most)
  })
})

describe('every part says why, with its figures', () => {
  const rows: [string, Partial<ScoreSubject>, keyof typeof scorePointsMax, string, number?][] = [
    [
      'below',
      { priceCents: 12_000 },
      'price',
      '$120 is 40 % below the fair value of $200 (12 comparable listings)',
    ],
    [
      'above',
      { priceCents: 25_050 },
      'price',
      '$250.50 is 25 % above the fair value of $200 (12 comparable listings)',
    ],
    ['equal', {}, 'price', '$200 is the fair value of $200 (12 comparable listings)', 27],
    [
      'times',
      { priceCents: 100_000 },
      'price',
      '$1,000 is 5 times the fair value of $200 (12 comparable listings)',
      0,
    ],
    [
      'shipping',
      { priceCents: 12_000, shippingCents: 2000 },
      'price',
      '$140 with $20 for shipping is 30 % below the fair value of $200 (12 comparable listings)',
    ],
    [
      'sold',
      { priceCents: 12_000, value: value({ basis: 'sold', count: 3 }) },
      'price',
      '$120 is 40 % below the fair value of $200 (3 comparable sales)',
    ],
    [
      'weak',
      { priceCents: 12_000, value: value({ method: 'category', count: 40 }) },
      'price',
      '$120 is 40 % below the fair value of $200 (weak: 40 listings of the whole category)',
    ],
    ['free', { priceCents: 0 }, 'price', 'Free', 60],
    [
      'free but shipped',
      { priceCents: 0, shippingCents: 20_000 },
      'price',
      '$200 with $200 for shipping is the fair value of $200 (12 comparable listings)',
      27,
    ],
    ['no price', { priceCents: null }, 'price', 'No price is stated', 27],
    [
      'no value',
      { value: null },
      'price',
      '$200; the fair value is unknown: too few comparable listings',
      27,
    ],
    [
      'other currency',
      { currency: 'CAD' },
      'price',
      'CA$200 cannot be compared with a fair value in USD',
      27,
    ],
    [
      'no cents',
      { currency: 'JPY', priceCents: 500, value: null },
      'price',
      '¥500; the fair value is unknown: too few comparable listings',
    ],
    ['condition', {}, 'condition', 'In good condition', 6],
    ['condition of two words', { condition: 'like-new' }, 'condition', 'In like new condition', 9],
    ['parts', { condition: 'for-parts' }, 'condition', 'Sold for parts', 0],
    ['no condition', { condition: null }, 'condition', 'The condition is unknown', 5],
    ['hours', { postedAtMs: now - 2 * hour }, 'recency', 'Posted 2 hours ago'],
    ['one minute', { postedAtMs: now - 60_000 }, 'recency', 'Posted 1 minute ago', 10],
    ['days', { postedAtMs: now - 61 * day }, 'recency', 'Posted 61 days ago', 0],
    ['tomorrow', { postedAtMs: now + day }, 'recency', 'Posted just now', 10],
    ['distance', { distanceKm: 8 }, 'distance', '8 km (5 mi) away'],
    ['next door', { distanceKm: 0.2 }, 'distance', 'Less than 1 km away', 10],
    ['no place', { distanceKm: null }, 'distance', 'The distance is unknown', 5],
    ['photos', { photoCount: 1 }, 'photos', '1 photo', 2],
    ['no photos', { photoCount: 0 }, 'photos', 'No photos', 0],
    ['words', { keywordMatch: 0.5 }, 'keyword', '50 % of the wanted words are in the title'],
    ['no words', {}, 'keyword', 'No words were asked for', 3],
  ]
  it.each(rows)('%s', (_, change, name, sentence, points) => {
    const found = scoreDeal({ ...ordinary, ...change }, now).parts.find((each) => each.name === name)!
    expect(found.sentence).toBe(sentence)
    if (points !== undefined) expect(found.points).toBe(points)
  })

  it('survives a currency that is none', () => {
    const parts = scoreDeal({ ...ordinary, currency: '??', value: null }, now).parts
    expect(parts[0]!.sentence).toBe('200.00 ??; the fair value is unknown: too few comparable listings')
  })
})

const cents = fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 1e13 }))
const subjects: fc.Arbitrary<ScoreSubject> = fc.record({
  priceCents: fc.option(cents),
  shippingCents: fc.option(cents),
  currency: fc.constantFrom('USD', 'EUR'),
  condition: fc.option(fc.constantFrom(...conditions)),
  postedAtMs: fc.integer({ min: now - 90 * day, max: now + 2 * day }),
  photoCount: fc.nat(30),
  distanceKm: fc.option(fc.double({ min: 0, max: 20_000, noNaN: true })),
  keywordMatch: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  value: fc.option(
    fc
      .record({
        midCents: fc.oneof(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 1e12 })),
        currency: fc.constantFrom('USD', 'EUR'),
        count: fc.integer({ min: 3, max: 40 }),
        method: fc.constantFrom('similar' as const, 'category' as const),
      })
      .map(value),
  ),
})

describe('for any listing', () => {
  it('the parts are whole, within their bounds, add up to the total, and the fast path agrees', () => {
    expect(Object.values(scorePointsMax).reduce((a, b) => a + b)).toBe(100)
    fc.assert(
      fc.property(subjects, (subject) => {
        const { total, parts } = scoreDeal(subject, now)
        expect(parts.map((each) => each.name)).toEqual(Object.keys(scorePointsMax))
        for (const each of parts) {
          expect(Number.isInteger(each.points)).toBe(true)
          expect(each.points).toBeGreaterThanOrEqual(0)
          expect(each.points).toBeLessThanOrEqual(each.pointsMax)
          expect(each.sentence).not.toMatch(/NaN|undefined|null|Infinity/)
        }
        expect(parts.reduce((sum, each) => sum + each.points, 0)).toBe(total)
        expect(scoreTotal(subject, now)).toBe(total)
      }),
      { numRuns: 500 },
    )
  })

  const neverLowers = <T>(other: fc.Arbitrary<T>, change: (subject: ScoreSubject, to: T) => ScoreSubject) =>
    fc.assert(
      fc.property(subjects, other, (subject, to) => {
        expect(scoreTotal(change(subject, to), now)).toBeGreaterThanOrEqual(scoreTotal(subject, now))
      }),
      { numRuns: 1000 },
    )
  const share = fc.double({ min: 0, max: 1, noNaN: true })

  it('a lower price never lowers the score', () =>
    neverLowers(share, (subject, to) => ({
      ...subject,
      priceCents: subject.priceCents === null ? null : Math.floor(subject.priceCents * to),
    })))
  it('cheaper shipping never lowers the score', () =>
    neverLowers(share, (subject, to) => ({
      ...subject,
      shippingCents: subject.shippingCents === null ? null : Math.floor(subject.shippingCents * to),
    })))
  it('a better condition never lowers the score', () =>
    neverLowers(fc.nat(6), (subject, to) => {
      if (subject.condition === null) return subject
      return { ...subject, condition: conditions[Math.min(to, conditions.indexOf(subject.condition))]! }
    }))
  it('a later posting never lowers the score', () =>
    neverLowers(fc.nat(90 * day), (subject, to) => ({ ...subject, postedAtMs: subject.postedAtMs + to })))
  it('a shorter way never lowers the score', () =>
    neverLowers(share, (subject, to) => ({
      ...subject,
      distanceKm: subject.distanceKm === null ? null : subject.distanceKm * to,
    })))
  it('more photos never lower the score', () =>
    neverLowers(fc.nat(10), (subject, to) => ({ ...subject, photoCount: subject.photoCount + to })))
  it('a better keyword match never lowers the score', () =>
    neverLowers(share, (subject, to) => ({
      ...subject,
      keywordMatch:
        subject.keywordMatch === null ? null : subject.keywordMatch + (1 - subject.keywordMatch) * to,
    })))

  it('nothing priced beats the same thing free', () =>
    neverLowers(fc.constant(0), (subject) => ({ ...subject, priceCents: 0, shippingCents: 0 })))
})
