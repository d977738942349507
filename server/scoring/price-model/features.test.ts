import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categories, conditions, priceBases } from '../../model/listing-schema.ts'
import { featuresOf, hashBits, isKnownMaker, kindScales, type PriceSubject } from './features.ts'
import { brandLevels, thingLevels } from './price-priors.ts'

const subject = (change: Partial<PriceSubject> = {}): PriceSubject => ({
  title: 'Samsung Galaxy S10 128GB',
  category: 'phones',
  condition: 'good',
  basis: 'asking',
  ...change,
})
const numbersOf = (change: Partial<PriceSubject> = {}) => [...featuresOf(subject(change)).numbers]

const text = fc.string({ unit: 'binary', maxLength: 600 })
const anySubject: fc.Arbitrary<PriceSubject> = fc.record(
  {
    title: text,
    category: fc.constantFrom(...categories),
    condition: fc.option(fc.constantFrom(...conditions), { nil: null }),
    basis: fc.constantFrom(...priceBases),
    marketplace: fc.option(text, { nil: null }),
    siteCategory: fc.option(text, { nil: null }),
    brand: fc.option(text, { nil: null }),
    description: fc.option(text, { nil: null }),
    attributes: fc.dictionary(text, text, { maxKeys: 40 }),
    photoCount: fc.option(fc.nat(1000), { nil: null }),
  },
  { requiredKeys: ['title', 'category', 'condition', 'basis'] },
)

describe('features', () => {
  it('of any text are the same each time, bounded in number and in range', () => {
    fc.assert(
      fc.property(anySubject, (any) => {
        const one = featuresOf(any)
        const two = featuresOf(structuredClone(any))
        expect(one.numbers).toEqual(two.numbers)
        expect(one.strengths).toEqual(two.strengths)
        expect(one.numbers.length).toBe(one.strengths.length)
        expect(one.numbers.length).toBeLessThanOrEqual(320)
        for (const number of one.numbers) {
          expect(number).toBeGreaterThanOrEqual(0)
          expect(number >> hashBits).toBeLessThan(kindScales.length)
        }
        for (const strength of one.strengths) expect(Number.isFinite(strength)).toBe(true)
      }),
    )
  })

  it('of ten thousand words and a thousand attributes stay few and take a moment', () => {
    const long = 'words without an end '.repeat(2500)
    const attributes = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`name ${i}`, `value ${i}`]))
    const startedAt = performance.now()
    const { numbers } = featuresOf(
      subject({ title: long, description: long, attributes, siteCategory: long }),
    )
    expect(performance.now() - startedAt).toBeLessThan(2000)
    expect(numbers.length).toBeLessThanOrEqual(320)
  })

  it.each([
    ['another basis', { basis: 'sold' }],
    ['another category', { category: 'tablets' }],
    ['another maker', { brand: 'Nokia' }],
    ['another storage', { title: 'Samsung Galaxy S10 256GB' }],
    ['a marketplace', { marketplace: 'somewhere' }],
    ['a category of the site', { siteCategory: 'Phones > Android' }],
    ['a description', { description: 'with a crack' }],
    ['an attribute', { attributes: { network: 'unlocked' } }],
    ['more of them', { title: 'Lot of 3 Samsung Galaxy S10 128GB' }],
  ] satisfies [string, Partial<PriceSubject>][])('%s is told apart', (_, change) => {
    expect(numbersOf(change)).not.toEqual(numbersOf())
  })

  it.each([
    ['another condition, whose worth is known otherwise', { condition: 'poor' }],
    ['an unknown condition', { condition: null }],
    ['capitals', { title: 'SAMSUNG GALAXY S10 128gb' }],
    ['marks and width', { title: 'Sámsung Ｇalaxy S10 128GB' }],
    ['an id of the site', { attributes: { id: '12345', url: 'https://example.com', phone: '555' } }],
    ['a price among the attributes', { attributes: { 'list price': '400' } }],
  ] satisfies [string, Partial<PriceSubject>][])('%s change nothing', (_, change) => {
    expect(numbersOf(change)).toEqual(numbersOf())
  })

  it('a figure in the description counts by its size', () => {
    const strength = (description: string) => {
      const plain = new Set(numbersOf({ description: description.replace(/\$\d+/, '') }))
      const { numbers, strengths } = featuresOf(subject({ description }))
      return Math.max(...[...strengths].filter((_, i) => !plain.has(numbers[i]!)))
    }
    expect(strength('paid $4000 for it')).toBeGreaterThan(strength('paid $40 for it'))
  })
})

describe('common knowledge', () => {
  it('has positive levels that rise, and words as they are compared: folded, each thing once', () => {
    const levels = thingLevels.map(([price]) => price)
    expect(levels).toEqual(levels.toSorted((a, b) => a - b))
    expect(levels[0]).toBeGreaterThan(0)
    for (const [, list] of thingLevels)
      for (const word of list.split(' ')) expect(word).toMatch(/^[a-z0-9]+$/)
  })

  it('has makers as titles are folded, so that each can be found', () => {
    for (const [factor, list] of brandLevels) {
      expect(factor).toBeGreaterThan(0)
      for (const name of list.split('|')) {
        expect(name).toMatch(/^[a-z0-9]+(?: [a-z0-9]+)*$/)
      }
    }
    expect(isKnownMaker('nobody knows this one')).toBe(false)
    expect(isKnownMaker('constructor')).toBe(false)
  })
})
