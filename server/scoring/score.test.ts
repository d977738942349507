import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditions } from '../model/listing-schema.ts'
import type {
  FairValue,
  ScorePartName,
  ScoreSubject,
  ScoreWeights,
  TravelCost,
} from '../model/score-schema.ts'
import { scorePartNames } from '../model/score-schema.ts'
import { sampleValue as value } from './samples.ts'
import { scoreDeal, scoreTotal } from './score.ts'
import { defaultWeights, weightPresets } from './weights.ts'

const hour = 3_600_000
const day = 24 * hour
const now = Date.UTC(2026, 4, 1)

const zeroWeights: ScoreWeights = {
  price: 0,
  profit: 0,
  condition: 0,
  recency: 0,
  distance: 0,
  photos: 0,
  keyword: 0,
}

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
    ['half price, excellent, near, fresh', { ...ideal, priceCents: 10_000 }, 88, 97],
    ['40 % below, otherwise ordinary', { priceCents: 12_000 }, 75, 88],
    ['fair price, ordinary', {}, 45, 65],
    ['nothing known but the posting', unknown, 40, 60],
    ['fair price, for parts, far', { condition: 'for-parts', distanceKm: 120 }, 30, 45],
    ['30 % too expensive, ordinary', { priceCents: 26_000 }, 30, 45],
    ['1.5 × fair, poor, old, far, no photos', bad, 0, 29],
    ['3 × fair, poor, old, far, no photos', { ...bad, priceCents: 60_000 }, 0, 10],
    [
      '1.5 × a weak value, poor, old, far, no photos',
      { ...bad, value: value({ method: 'category', confidence: 0.3 }) },
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
  const travel: TravelCost = { centsPerKm: 30, currency: 'USD' }
  const of12 = '(12 comparable listings, most at $150 to $260)'
  const rows: [string, Partial<ScoreSubject>, ScorePartName, string, string?][] = [
    [
      'below',
      { priceCents: 12_000, shippingCents: 0 },
      'price',
      `$120 is 40 % below the fair value of $200 ${of12}`,
      '58/63',
    ],
    [
      'above',
      { priceCents: 25_050, shippingCents: 0 },
      'price',
      `$250.50 is 25 % above the fair value of $200 ${of12}`,
    ],
    ['equal', { shippingCents: 0 }, 'price', `$200 is at the fair value of $200 ${of12}`, '32/63'],
    [
      'times',
      { priceCents: 100_000, shippingCents: 0 },
      'price',
      `$1,000 is 5 times the fair value of $200 ${of12}`,
      '0/63',
    ],
    [
      'unknown shipping',
      { priceCents: 12_000 },
      'price',
      `$120 (shipping unknown) is 40 % below the fair value of $200 ${of12}`,
    ],
    [
      'shipping',
      { priceCents: 12_000, shippingCents: 2000 },
      'price',
      `$120 is 40 % below the fair value of $200 ${of12}; it comes to $140 with $20 for shipping`,
    ],
    [
      'the way',
      { priceCents: 12_000, travel },
      'price',
      `$120 is 40 % below the fair value of $200 ${of12}; it comes to $132 with $12 for the way`,
    ],
    [
      'no way for what is shipped',
      { priceCents: 12_000, shippingCents: 0, travel },
      'price',
      `$120 is 40 % below the fair value of $200 ${of12}`,
    ],
    [
      'a way in another currency',
      { priceCents: 12_000, travel: { ...travel, currency: 'EUR' } },
      'price',
      `$120 (shipping unknown; the way not counted: its cost is set in EUR) is 40 % below the fair value of $200 ${of12}`,
    ],
    [
      'sold',
      { priceCents: 12_000, shippingCents: 0, value: value({ basis: 'sold', count: 3 }) },
      'price',
      '$120 is 40 % below the fair value of $200 (3 comparable sales, most at $150 to $260)',
    ],
    [
      'weak',
      { priceCents: 12_000, shippingCents: 0, value: value({ method: 'category', count: 40 }) },
      'price',
      '$120 is 40 % below the fair value of $200 (weak: 40 listings of the whole category, most at $150 to $260)',
    ],
    ['free', { priceCents: 0 }, 'price', 'Free', '63/63'],
    [
      'free, with a way',
      { priceCents: 0, travel },
      'price',
      `free is 100 % below the fair value of $200 ${of12}; it comes to $12 with $12 for the way`,
    ],
    [
      'free but shipped',
      { priceCents: 0, shippingCents: 20_000 },
      'price',
      `free is 100 % below the fair value of $200 ${of12}; it comes to $200 with $200 for shipping`,
      '32/63',
    ],
    ['no price', { priceCents: null }, 'price', 'No price is stated', '32/63'],
    [
      'no value',
      { value: null, shippingCents: 0 },
      'price',
      '$200; the fair value is unknown: too few comparable listings',
      '32/63',
    ],
    [
      'other currency',
      { currency: 'CAD', shippingCents: 0 },
      'price',
      'CA$200 cannot be compared with a fair value in USD',
      '32/63',
    ],
    [
      'no cents',
      { currency: 'JPY', priceCents: 500, value: null },
      'price',
      '¥500 (shipping unknown); the fair value is unknown: too few comparable listings',
    ],
    ['condition', {}, 'condition', 'In good condition', '7/11'],
    ['condition of two words', { condition: 'like-new' }, 'condition', 'In like new condition'],
    ['parts', { condition: 'for-parts' }, 'condition', 'Sold for parts', '0/11'],
    ['no condition', { condition: null }, 'condition', 'The condition is unknown', '6/11'],
    ['hours', { postedAtMs: now - 2 * hour }, 'recency', 'Posted 2 hours ago'],
    ['one minute', { postedAtMs: now - 60_000 }, 'recency', 'Posted 1 minute ago', '10/10'],
    ['days', { postedAtMs: now - 61 * day }, 'recency', 'Posted 61 days ago', '0/10'],
    ['tomorrow', { postedAtMs: now + day }, 'recency', 'Posted just now', '10/10'],
    ['no moment', { postedAtMs: Number.NaN }, 'recency', 'When it was posted is unknown', '5/10'],
    ['distance', { distanceKm: 8 }, 'distance', '8 km (5 mi) away'],
    [
      'far and shipped',
      { distanceKm: 800, shippingCents: 900 },
      'distance',
      '800 km (497 mi) away, and shipped',
      '7/11',
    ],
    ['far', { distanceKm: 800 }, 'distance', '800 km (497 mi) away', '0/11'],
    ['next door', { distanceKm: 0.2 }, 'distance', 'Less than 1 km away', '11/11'],
    ['no place', { distanceKm: null }, 'distance', 'The distance is unknown, so it does not count', '0/0'],
    ['photos', { photoCount: 1 }, 'photos', '1 photo', '2/5'],
    ['no photos', { photoCount: 0 }, 'photos', 'No photos', '0/5'],
    ['words', { keywordMatch: 0.5 }, 'keyword', '50 % of the wanted words are in the title', '3/5'],
    ['no words', {}, 'keyword', 'No words were asked for, so they do not count', '0/0'],
  ]
  it.each(rows)('%s', (_, change, name, sentence, points) => {
    const found = scoreDeal({ ...ordinary, ...change }, now).parts.find((each) => each.name === name)!
    expect(found.sentence).toBe(sentence)
    if (points !== undefined) expect(`${found.points}/${found.pointsMax}`).toBe(points)
  })

  const flips: [string, Partial<ScoreSubject>, string, string][] = [
    [
      'profit',
      { priceCents: 8000, resale: { netCents: 11_050, currency: 'USD' } },
      'Selling it again should bring $110.50 after fees and shipping: a profit of $30.50 on $80',
      '43/58',
    ],
    [
      'loss',
      { resale: { netCents: 11_000, currency: 'USD' } },
      'Selling it again should bring $110 after fees and shipping: a loss of $90 on $200',
      '15/58',
    ],
    [
      'less than nothing',
      { priceCents: 100, resale: { netCents: -250, currency: 'USD' } },
      'Fees and shipping are more than selling it again brings: a loss of $3.50 on $1',
      '31/58',
    ],
    [
      'even',
      { resale: { netCents: 20_000, currency: 'USD' } },
      'Selling it again should bring $200 after fees and shipping: no profit on $200',
      '32/58',
    ],
    ['unknown', { resale: null }, 'The profit is unknown: what it would bring is unknown', '17/58'],
    [
      'other currency',
      { resale: null, currency: 'EUR' },
      'The profit is unknown: the price is in EUR, the fair value in USD',
      '17/58',
    ],
    [
      'sold in another currency',
      { resale: { netCents: 99_999, currency: 'EUR' } },
      'The profit is unknown: the price is in USD, the sale in EUR',
      '17/58',
    ],
    [
      'no price',
      { resale: { netCents: 1, currency: 'USD' }, priceCents: null },
      'The profit is unknown: no price is stated',
      '17/58',
    ],
    ['nobody asks', {}, 'Selling it again is not looked at, so it does not count', '0/0'],
  ]
  it.each(flips)('flipper: %s', (_, change, sentence, points) => {
    const { parts } = scoreDeal({ ...ordinary, ...change }, now, weightPresets.flipper)
    const found = parts.find(({ name }) => name === 'profit')!
    expect(found.sentence).toBe(sentence)
    expect(`${found.points}/${found.pointsMax}`).toBe(points)
  })

  it('survives a currency that is none', () => {
    const parts = scoreDeal({ ...ordinary, currency: '??', value: null, shippingCents: 0 }, now).parts
    expect(parts[0]!.sentence).toBe('200.00 ??; the fair value is unknown: too few comparable listings')
  })
})

describe('what a price is worth depends on how sure and how narrow the value is', () => {
  const priceAt = (priceCents: number, change: Partial<FairValue>) =>
    scoreTotal({ ...ordinary, priceCents, value: value(change) }, now)

  it('20 % below is more of a deal where prices agree than where they differ widely', () => {
    const phone = priceAt(16_000, { lowCents: 18_500, highCents: 21_600 })
    const sofa = priceAt(16_000, { lowCents: 9_000, highCents: 32_000 })
    expect(phone).toBeGreaterThan(sofa + 5)
    const expensivePhone = priceAt(24_000, { lowCents: 18_500, highCents: 21_600 })
    const expensiveSofa = priceAt(24_000, { lowCents: 9_000, highCents: 32_000 })
    expect(expensivePhone).toBeLessThan(expensiveSofa - 5)
  })
  it('the less the value is to be trusted, the nearer to the middle', () => {
    const totals = [1, 0.6, 0.3, 0.1, 0].map((confidence) => priceAt(10_000, { confidence }))
    expect(totals).toEqual(totals.toSorted((a, b) => b - a))
    expect(totals[0]! - totals[2]!).toBeGreaterThan(8)
    expect(totals.at(-1)).toBe(scoreTotal({ ...ordinary, priceCents: 10_000, value: null }, now))
  })
  it('a value whose interval is a point, inverted or nothing still scores', () => {
    const odd = [
      { lowCents: 20_000, highCents: 20_000 },
      { lowCents: 26_000, highCents: 15_000 },
      { lowCents: 0, highCents: 0 },
    ]
    for (const change of odd) {
      expect(priceAt(10_000, change)).toBeGreaterThan(priceAt(20_000, change))
      expect(priceAt(20_000, change)).toBeGreaterThan(priceAt(40_000, change))
    }
  })
})

describe('parts that nothing can be said about', () => {
  const bare: ScoreSubject = {
    ...ordinary,
    distanceKm: null,
    condition: 'new',
    photoCount: 9,
    postedAtMs: now,
  }
  it('leave the whole range to the others', () => {
    expect(scoreTotal({ ...bare, priceCents: 0 }, now)).toBe(100)
    expect(
      scoreTotal({ ...bare, priceCents: 900_000, condition: 'for-parts', photoCount: 0, postedAtMs: 0 }, now),
    ).toBe(0)
  })
  it('count as the middle where the weights are on nothing else', () => {
    const place: ScoreWeights = { ...zeroWeights, distance: 60, keyword: 40 }
    expect(scoreTotal(bare, now, place)).toBe(50)
    expect(scoreDeal(bare, now, place).parts.map(({ pointsMax }) => pointsMax)).toEqual([60, 40])
  })
  it('an unknown price or value is not among them: good photos are no bargain', () => {
    expect(scoreTotal({ ...bare, value: null }, now)).toBeLessThan(70)
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
  offered: fc.double({ min: 0, max: 1, noNaN: true }),
  distanceKm: fc.option(fc.double({ min: 0, max: 20_000, noNaN: true })),
  keywordMatch: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  value: fc.option(
    fc
      .record({
        midCents: fc.oneof(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 1e12 })),
        down: fc.double({ min: 0, max: 1, noNaN: true }),
        up: fc.double({ min: 1, max: 5, noNaN: true }),
        currency: fc.constantFrom('USD', 'EUR'),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        count: fc.integer({ min: 3, max: 40 }),
        method: fc.constantFrom('similar' as const, 'category' as const),
      })
      .map(({ down, up, ...rest }) =>
        value({
          ...rest,
          lowCents: Math.round(rest.midCents * down),
          highCents: Math.round(rest.midCents * up),
        }),
      ),
  ),
  travel: fc.option(
    fc.record({
      centsPerKm: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
      currency: fc.constantFrom('USD', 'EUR'),
    }),
    { nil: undefined },
  ) as fc.Arbitrary<TravelCost>,
  resale: fc.option(
    fc.option(
      fc.record({
        netCents: fc.integer({ min: -5000, max: 100_000 }),
        currency: fc.constantFrom('USD', 'EUR'),
      }),
    ),
    { nil: undefined },
  ) as fc.Arbitrary<NonNullable<ScoreSubject['resale']> | null>,
})

/** Any split of 100 points over the parts. */
const weightTables: fc.Arbitrary<ScoreWeights> = fc.oneof(
  fc.constantFrom(...Object.values(weightPresets)),
  fc
    .array(fc.oneof(fc.constantFrom(0, 100), fc.nat(100)), {
      minLength: scorePartNames.length - 1,
      maxLength: scorePartNames.length - 1,
    })
    .map((cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), 100]
      const entries = scorePartNames.map((name, i) => [name, edges[i + 1]! - edges[i]!])
      return Object.fromEntries(entries) as unknown as ScoreWeights
    }),
)

describe('for any listing', () => {
  it('the parts are whole, within their bounds, add up to the total, and the fast path agrees', () => {
    fc.assert(
      fc.property(subjects, weightTables, (subject, weights) => {
        const { total, parts } = scoreDeal(subject, now, weights)
        expect(parts.map((each) => each.name)).toEqual(scorePartNames.filter((name) => weights[name] > 0))
        for (const each of parts) {
          expect(Number.isInteger(each.points)).toBe(true)
          expect(Number.isInteger(each.pointsMax)).toBe(true)
          expect(each.points).toBeGreaterThanOrEqual(0)
          expect(each.points).toBeLessThanOrEqual(each.pointsMax)
          expect(each.sentence).not.toMatch(/NaN|undefined|null|Infinity/)
        }
        expect(parts.reduce((sum, each) => sum + each.pointsMax, 0)).toBe(100)
        expect(parts.reduce((sum, each) => sum + each.points, 0)).toBe(total)
        expect(scoreTotal(subject, now, weights)).toBe(total)
      }),
      { numRuns: 1000 },
    )
  })

  it('each part has just its weight where something can be said about all', () => {
    fc.assert(
      fc.property(subjects, weightTables, (subject, weights) => {
        const known = { ...subject, distanceKm: 3, keywordMatch: 0.5, resale: subject.resale ?? null }
        for (const { name, pointsMax } of scoreDeal(known, now, weights).parts)
          expect(pointsMax).toBe(weights[name])
      }),
    )
  })

  it('no weights are the balanced ones', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        expect(scoreDeal(subject, now)).toEqual(scoreDeal(subject, now, defaultWeights))
      }),
    )
  })

  const neverLowers = <T>(other: fc.Arbitrary<T>, change: (subject: ScoreSubject, to: T) => ScoreSubject) =>
    fc.assert(
      fc.property(subjects, other, weightTables, (subject, to, weights) => {
        expect(scoreTotal(change(subject, to), now, weights)).toBeGreaterThanOrEqual(
          scoreTotal(subject, now, weights),
        )
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

  it('a cheaper way never lowers the score', () =>
    neverLowers(share, (subject, to) =>
      subject.travel
        ? { ...subject, travel: { ...subject.travel, centsPerKm: subject.travel.centsPerKm * to } }
        : subject,
    ))
  it('a better resale never lowers the score', () =>
    neverLowers(fc.nat(1_000_000), (subject, to) =>
      subject.resale
        ? { ...subject, resale: { ...subject.resale, netCents: subject.resale.netCents + to } }
        : subject,
    ))
  it('nothing priced beats the same thing free', () =>
    neverLowers(fc.constant(0), (subject) =>
      // Without a price its profit is unknown, which is better than a known loss.
      subject.priceCents === null ? subject : { ...subject, priceCents: 0, shippingCents: 0 },
    ))
  it('fewer doubts that it is offered never lower the score', () =>
    neverLowers(share, (subject, to) => {
      const offered = subject.offered ?? 1
      return { ...subject, offered: offered + (1 - offered) * to }
    }))
})
