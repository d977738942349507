import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceKm } from '../core/places.ts'
import { createMatcher } from './matcher.ts'
import { matchRule } from './reference.ts'
import { sampleRule, sampleSubject } from './samples.ts'
import type { MatchSubject, Rule } from './schema.ts'

// Few words and few values of everything, so that matches, near misses and edges are common.
const vocabulary = [
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
].concat([
  '256gb',
  '256',
  'GB',
  's10',
  's',
  '10',
  'mid-century',
  'mid',
  'century',
  'the',
  "men's",
  'mens',
  '🔥',
  '',
])
const words = (maxLength: number) =>
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
const conditions = ['new', 'good', 'poor'] as const
const prices = [0, 999, 1000, 1001]
const centre = { lat: 37.7, lon: -122.2 }
const spots = [0, 0.1, 0.2, 5].map((d) => ({ lat: 37.7 + d, lon: -122.2 }))
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
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 })

const randomRule: fc.Arbitrary<Rule> = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }),
    all: terms,
    any: terms,
    none: terms,
    categories: some(categories),
    conditions: some(conditions),
    marketplaces: some(['ebay', 'craigslist']),
    priceCentsMin: maybe(fc.constantFrom(...prices)),
    priceCentsMax: maybe(fc.constantFrom(...prices)),
    currency: fc.constantFrom('USD', 'USD', 'EUR'),
    places: fc.array(
      fc.constantFrom(...radii).map((radiusKm) => ({ text: 'here', label: 'here', ...centre, radiusKm })),
      { maxLength: 2 },
    ),
    scoreMin: maybe(fc.constantFrom(0, 50, 51, 100)),
    enabled: fc.constantFrom(true, true, true, true, false),
  })
  .map((over) => sampleRule(over))

const randomSubject: fc.Arbitrary<MatchSubject> = fc
  .record({
    title: words(6),
    description: maybe(words(8)),
    marketplace: fc.constantFrom('ebay', 'craigslist'),
    category: fc.constantFrom(...categories),
    condition: maybe(fc.constantFrom(...conditions)),
    priceCents: fc.constantFrom(null, ...prices, ...prices),
    currency: fc.constantFrom('USD', 'USD', 'EUR'),
    spot: fc.constantFrom(...spots, ...spots, ...unknownSpots),
  })
  .map(({ spot, ...subject }) => sampleSubject({ ...subject, ...spot }))

/** A score that differs by rule. */
const scoreOf = (rule: Rule): number => (rule.id * 50) % 101

/** Every answer of the reference for these rules, and the rules whose score it asked for. */
function expected(rules: Iterable<Rule>, subject: MatchSubject) {
  const asked: number[] = []
  const found = [...rules].flatMap((rule) => {
    const score = () => {
      asked.push(rule.id)
      return scoreOf(rule)
    }
    const { verdict } = matchRule(rule, subject, { score, landedCents: () => null, profitCents: () => null })
    return verdict === 'no' ? [] : [{ rule, verdict }]
  })
  return { found, asked: asked.toSorted((a, b) => a - b) }
}

type Step = { add: Rule } | { remove: number } | { match: MatchSubject }

describe('createMatcher', () => {
  it('gives the answers of the reference on every listing, after any adding, replacing and removing', () => {
    const steps = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: randomRule.map((add): Step => ({ add })) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }).map((remove): Step => ({ remove })) },
        { weight: 4, arbitrary: randomSubject.map((match): Step => ({ match })) },
      ),
      { maxLength: 40, size: 'large' },
    )
    const seen = { yes: 0, unknown: 0, no: 0, asked: 0 }
    fc.assert(
      fc.property(fc.array(randomRule, { maxLength: 8, size: 'large' }), steps, (first, then) => {
        const kept = new Map<number, Rule>()
        const keep = (rule: Rule) => {
          kept.delete(rule.id)
          kept.set(rule.id, rule)
        }
        for (const rule of first) keep(rule)
        const matcher = createMatcher(first)
        for (const step of then) {
          if ('add' in step) {
            keep(step.add)
            matcher.add(step.add)
          } else if ('remove' in step) {
            expect(matcher.remove(step.remove)).toBe(kept.delete(step.remove))
          } else {
            const wanted = expected(kept.values(), step.match)
            const asked: number[] = []
            const found = matcher.match(step.match, (rule) => {
              asked.push(rule.id)
              return scoreOf(rule)
            })
            expect(found).toEqual(wanted.found)
            expect(asked.toSorted((a, b) => a - b)).toEqual(wanted.asked)
            for (const { verdict } of found) seen[verdict]++
            seen.no += kept.size - found.length
            seen.asked += asked.length
          }
          expect(matcher.size).toBe(kept.size)
        }
      }),
      { numRuns: 400 },
    )
    // The property says little unless every kind of answer is common.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(200)
  })

  it('finds keywords as the reference does in any text whatever', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), words(3))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 4 }), (any, parts) => {
        const list = any.map((term, i) => sampleRule({ id: i, all: [term] }))
        const subject = sampleSubject({
          title: parts.slice(0, 2).join(' '),
          description: parts.slice(2).join(''),
        })
        expect(createMatcher(list).match(subject, scoreOf)).toEqual(expected(list, subject).found)
      }),
      { numRuns: 300 },
    )
  })

  it('forgets a rule wholly and takes it again', () => {
    const rule = sampleRule({ all: ['sofa'], any: ['grey', 'sofa'] })
    const matcher = createMatcher()
    for (let i = 0; i < 3; i++) {
      expect(matcher.match(sampleSubject(), scoreOf)).toEqual([])
      matcher.add(rule)
      matcher.add(rule)
      expect(matcher.match(sampleSubject(), scoreOf)).toEqual([{ rule, verdict: 'yes' }])
      expect(matcher.remove(rule.id)).toBe(true)
      expect(matcher.remove(rule.id)).toBe(false)
    }
  })

  it('answers a hostile text against a hostile rule within a bound', () => {
    const rule = sampleRule({
      all: [`${'a '.repeat(99)}b`],
      none: Array.from({ length: 50 }, (_, i) => `${'a '.repeat(90)}${i}`),
    })
    const numbers = Array.from({ length: 50 }, (_, i) => i).join(' ')
    const subject = sampleSubject({ title: numbers, description: `b ${'a '.repeat(10_000)}` })
    const start = performance.now()
    expect(createMatcher([rule]).match(subject, scoreOf)).toEqual([])
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
