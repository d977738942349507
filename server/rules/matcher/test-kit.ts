import fc from 'fast-check'
import { distanceKm } from '../../core/places.ts'
import { sellerKey } from '../../core/seller-key.ts'
import { exchangeRates, noRates } from '../../model/exchange-rates.ts'
import type { MatchSubject, Rule } from '../../model/rule-schema.ts'
import { sampleRule, sampleSubject } from '../samples.ts'

// For tests: few words and few values of everything, so that matches, near misses and edges are common.
const vocabulary = [
  ...[
    'sofa',
    'sofas',
    'Sófa',
    'knife',
    'knives',
    'battery',
    'batteries',
    'iphone',
    '12',
    'iphone12',
    '256gb',
  ],
  ...[
    'PS',
    '5',
    'ps5',
    'xm',
    '沙发',
    '沙',
    'カバー',
    'R&B',
    "o'neill",
    'O’Neill',
    'L.L.',
    '1,000',
    '1½',
    '™',
  ],
  ...['256', 'GB', 's10', 's', '10', 'mid-century', 'mid', 'century', 'the', "men's", 'mens', '🔥', ''],
]
export const words = (maxLength: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...vocabulary), fc.constantFrom(' ', ' ', ' ', '-', '', ', ')), {
      maxLength,
    })
    .map((pairs) => pairs.flat().join(''))
const terms = fc.oneof(
  { weight: 2, arbitrary: fc.constant([] as string[]) },
  {
    weight: 3,
    arbitrary: fc.array(
      words(3).map((term) => term.trim()),
      { maxLength: 2 },
    ),
  },
)
const categories = ['furniture', 'phones', 'other'] as const
const conditions = ['new', 'good', 'poor', 'for-parts'] as const
const kinds = ['thing', 'accessory', 'broken', 'lot', 'wanted'] as const
const prices = [0, 999, 1000, 1001, 4_294_967_294, 4_294_967_295, 5_000_000_000, 9_000_000_000]
const centre = { lat: 37.7, lon: -122.2 }
const spots = [0, 0.1, 0.2, 5].map((d) => ({ lat: 37.7 + d, lon: -122.2 }))
const odd = [
  { lat: 89.9, lon: 10 },
  { lat: -90, lon: 0 },
  { lat: 0, lon: 180 },
  { lat: 0.01, lon: -180 },
  { lat: 91, lon: 200 },
]
const unknownSpots = [
  { lat: null, lon: null },
  { lat: null, lon: -122.2 },
  { lat: 37.7, lon: null },
]
const radii = spots.map((spot) => distanceKm(centre, spot)).flatMap((km) => [km, km + 0.001])
const some = <T>(values: readonly T[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([] as T[]) },
    fc.array(fc.constantFrom(...values), { maxLength: 2 }),
  )
const maybe = <T>(value: fc.Arbitrary<T>, freq = 2) => fc.option(value, { nil: null, freq })

const queryWord = fc.constantFrom(
  'ps',
  '5',
  'xm',
  'sofa',
  'knife',
  '"mid century"',
  's10',
  '12',
  'iphone',
  'title:sofa',
  'title:"mid century"',
  '/kni[fv]e/',
  '/SO/c',
  '"',
)
const query: fc.Arbitrary<string> = fc.letrec<{ whole: string; part: string }>((tie) => ({
  part: fc.oneof(
    { weight: 5, arbitrary: queryWord },
    queryWord.map((word) => `NOT ${word}`),
    tie('whole').map((inner) => `(${inner})`),
    tie('whole').map((inner) => `NOT (${inner})`),
  ),
  whole: fc
    .array(fc.tuple(tie('part'), fc.constantFrom(' ', ' AND ', ' OR ', ' OR ')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.map(([part, link], i) => (i === 0 ? part : link + part)).join('')),
})).whole

const sellers = ['Ann', 'BÖB', ' ann ', ' ']
const places = fc.array(
  fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: fc.constant(centre) }, fc.constantFrom(...spots, ...odd)),
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...radii) }, fc.constantFrom(1, 300, 19_999, 20_016)),
    )
    .map(([place, radiusKm]) => ({ text: 'here', label: 'here', ...place, radiusKm })),
  { maxLength: 2 },
)

/** Of crowns there is none. */
const someRates = exchangeRates([{ currency: 'USD', perEuro: 1.1, day: '2026-11-27', source: 'typed' }])

/** Most rules ask for little, so that something matches. */
export const randomRule = (idMax: number): fc.Arbitrary<Rule> =>
  fc
    .record({
      id: fc.integer({ min: 1, max: idMax }),
      userId: fc.integer({ min: 1, max: 4 }),
      all: terms,
      any: terms,
      none: terms,
      query: maybe(query),
      categories: some(categories),
      conditions: some(conditions),
      kinds: fc.oneof(
        { weight: 3, arbitrary: fc.constant([] as Rule['kinds']) },
        some([...kinds, 'any'] as const),
      ),
      marketplaces: some(['ebay', 'craigslist']),
      priceCentsMin: maybe(fc.constantFrom(...prices)),
      priceCentsMax: maybe(fc.constantFrom(...prices)),
      currency: fc.constantFrom('USD', 'USD', 'EUR'),
      otherCurrencies: fc.boolean(),
      places,
      handover: fc.constantFrom('any', 'any', 'any', 'local', 'ships'),
      scoreMin: maybe(fc.constantFrom(0, 50, 51, 100)),
      weights: fc.constantFrom(null, null, 'flipper', 'collector'),
      landedCentsMax: maybe(fc.constantFrom(0, 50, 51)),
      profitCentsMin: maybe(fc.constantFrom(0, 50, 51)),
      discountPctMin: maybe(fc.constantFrom(1, 20, 100)),
      confidencePctMin: maybe(fc.constantFrom(1, 80, 81)),
      riskMax: maybe(fc.constantFrom(0, 5, 6)),
      sellersOnly: fc.oneof({ weight: 5, arbitrary: fc.constant([] as string[]) }, some(sellers)),
      sellersNot: fc.oneof({ weight: 5, arbitrary: fc.constant([] as string[]) }, some(sellers)),
      enabled: fc.constantFrom(true, true, true, true, false),
    } satisfies { [Key in keyof Rule]?: fc.Arbitrary<Rule[Key]> })
    // Seventeen conditions at once are never met: each rule keeps some of them.
    .chain((rule) =>
      fc.subarray(Object.keys(rule) as (keyof typeof rule)[], { maxLength: 7 }).map((kept) => ({
        ...Object.fromEntries(kept.map((key) => [key, rule[key]])),
        id: rule.id,
        userId: rule.userId,
        currency: rule.currency,
      })),
    )
    .map((over) => sampleRule(over as Partial<Rule>))

export const randomSubject: fc.Arbitrary<MatchSubject> = fc
  .record({
    title: words(6),
    description: maybe(words(8)),
    marketplace: fc.constantFrom('ebay', 'craigslist'),
    category: fc.constantFrom(...categories),
    condition: maybe(fc.constantFrom(...conditions)),
    kind: fc.constantFrom('thing', 'thing', 'thing', ...kinds),
    kindDoubt: fc.constantFrom('none', 'none', 'none', 'open', 'settled'),
    priceCents: fc.constantFrom(null, ...prices, ...prices),
    currency: fc.constantFrom('USD', 'USD', 'EUR', 'SEK'),
    rates: fc.constantFrom(noRates, someRates, someRates),
    spot: fc.constantFrom(...spots, ...spots, ...unknownSpots, ...odd),
    ships: fc.constantFrom(true, false, null),
    pickup: fc.constantFrom(true, false, null),
    sellerKey: fc.constantFrom(null, sellerKey('ann'), sellerKey('bob')),
    valueCents: fc.constantFrom(null, 999, 1250, 3000),
    confidencePct: fc.constantFrom(null, 79, 80, 81),
    risk: fc.constantFrom(0, 5, 6),
    unread: fc.boolean(),
  })
  .map(({ spot, ...subject }) => sampleSubject({ ...subject, ...spot }))
