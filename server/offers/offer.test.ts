import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minorDigits } from '../core/money.ts'
import type { FairValue } from '../model/score-schema.ts'
import { sampleValue } from '../scoring/samples.ts'
import { humanOffer, type OpeningOffer, openingOffer } from './offer.ts'
import type { OfferFacts } from './schema.ts'

const value = (over: Partial<FairValue> = {}) =>
  sampleValue({ lowCents: 20_000, midCents: 25_000, highCents: 32_000, confidence: 0.9, ...over })

const facts = (over: Partial<OfferFacts> = {}): OfferFacts => ({
  priceCents: 26_000,
  currency: 'USD',
  value: value(),
  daysOnMarket: 0,
  priceDropCount: 0,
  buyingFormat: 'classified',
  condition: 'good',
  state: 'active',
  title: 'Bookcase',
  description: null,
  offered: { kind: 'thing', price: 'asked' },
  ...over,
})

function offered(over: Partial<OfferFacts> = {}): OpeningOffer {
  const offer = openingOffer(facts(over))
  if ('none' in offer) throw new Error(offer.none)
  return offer
}
const refused = (over: Partial<OfferFacts>): string => {
  const offer = openingOffer(facts(over))
  if (!('none' in offer)) throw new Error(`offered ${offer.offerCents}`)
  return offer.none
}

const anyFacts = fc
  .record({
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'VND'),
    price: fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 1e12 })),
    low: fc.double({ min: 0.2, max: 2, noNaN: true }),
    toMid: fc.double({ min: 1, max: 3, noNaN: true }),
    toHigh: fc.double({ min: 1, max: 3, noNaN: true }),
    daysOnMarket: fc.integer({ min: 0, max: 400 }),
    priceDropCount: fc.integer({ min: 0, max: 6 }),
    confidence: fc.constantFrom(0.3, 0.6, 1),
    method: fc.constantFrom('similar' as const, 'category' as const),
    hasValue: fc.boolean(),
    description: fc.constantFrom(null, 'no lowballs', 'OBO, no lowballs', 'price is firm', 'OBO'),
  })
  .map(({ price, low, toMid, toHigh, hasValue, confidence, method, currency, ...rest }) => {
    const lowCents = Math.max(1, Math.round(price * low))
    const midCents = Math.round(lowCents * toMid)
    return facts({
      ...rest,
      currency,
      priceCents: price,
      value: hasValue
        ? value({
            lowCents,
            midCents,
            highCents: Math.round(midCents * toHigh),
            confidence,
            method,
            currency,
          })
        : null,
    })
  })

describe('an opening offer', () => {
  it('at or below the low end is the asking price: no haggling over a bargain', () => {
    for (const priceCents of [20_000, 15_000, 7_777]) {
      expect(offered({ priceCents, daysOnMarket: 90, priceDropCount: 4 })).toMatchObject({
        offerCents: priceCents,
        walkAwayCents: priceCents,
        style: 'asking',
        reason: expect.stringContaining('do not haggle'),
      })
    }
  })

  it('is the asking price where that is fair, however long it is for sale', () => {
    for (const priceCents of [24_800, 25_000, 26_200]) {
      expect(offered({ priceCents, daysOnMarket: 60, priceDropCount: 2 })).toMatchObject({
        offerCents: priceCents,
        style: 'asking',
        reason: expect.stringContaining('pay what is asked'),
      })
    }
  })

  it('above what is fair is under it, more so the longer it is for sale and the more it fell', () => {
    const wide = value({ midCents: 29_000, highCents: 33_000 })
    const cents = (over: Partial<OfferFacts>) =>
      offered({ priceCents: 31_000, value: wide, ...over }).offerCents
    expect(cents({})).toBe(29_000)
    expect(cents({ daysOnMarket: 14 })).toBe(28_000)
    expect(cents({ daysOnMarket: 60 })).toBe(27_000)
    expect(cents({ daysOnMarket: 60, priceDropCount: 2 })).toBe(25_000)
  })

  it('in the upper half of the interval starts at the middle and ends there', () => {
    expect(offered({ priceCents: 31_000 })).toMatchObject({ offerCents: 25_000, walkAwayCents: 25_000 })
    const wide = value({ lowCents: 10_000, midCents: 15_000, highCents: 35_000, confidence: 0.6 })
    expect(offered({ priceCents: 30_000, value: wide }).offerCents).toBe(24_000)
    expect(offered({ priceCents: 29_000, daysOnMarket: 3 })).toMatchObject({
      offerCents: 25_000,
      walkAwayCents: 25_000,
    })
  })

  it('above the interval is anchored on the middle, not on the price', () => {
    expect(offered({ priceCents: 34_000 })).toMatchObject({
      offerCents: 25_000,
      walkAwayCents: 25_000,
      reason: expect.stringContaining('what those are worth'),
    })
    expect(offered({ priceCents: 33_000, daysOnMarket: 90, priceDropCount: 3 }).offerCents).toBe(24_000)
  })

  it('is none where the value is surely far below: it says that it is expensive rather than sending an insult', () => {
    expect(refused({ priceCents: 36_000 })).toContain('expensive: it asks $360')
    expect(refused({ priceCents: 34_000, description: 'OBO, no lowballs' })).toContain('expensive')
    expect(offered({ priceCents: 35_500 }).offerCents).toBe(25_000)
    const unsure = value({ lowCents: 500, midCents: 1_000, highCents: 2_000, confidence: 0.4 })
    expect(offered({ priceCents: 10_000, value: unsure }).offerCents).toBe(9_000)
  })

  it('without a value, or with a weak one or one in another currency, is a mild tenth under', () => {
    for (const [weak, says] of [
      [null, 'not known'],
      [value({ method: 'category' }), 'only the whole category is known'],
      [value({ confidence: 0.4 }), 'confidence 40 %'],
      [value({ count: 2 }), 'too few'],
      [value({ currency: 'EUR' }), 'not known'],
      [value({ lowCents: 30_000, midCents: 20_000 }), 'not known'],
    ] as const) {
      expect(offered({ priceCents: 20_000, value: weak, daysOnMarket: 80 })).toMatchObject({
        offerCents: 18_000,
        walkAwayCents: 20_000,
        reason: expect.stringContaining(says),
      })
    }
  })

  it('respects that the price stands, and says when leaving it is better', () => {
    expect(offered({ priceCents: 28_000, description: 'Price is firm.' })).toMatchObject({
      offerCents: 28_000,
      walkAwayCents: 28_000,
      style: 'asking',
      reason: expect.stringContaining('the price stands'),
    })
    expect(offered({ buyingFormat: 'fixed-price' }).offerCents).toBe(26_000)
    expect(offered({ title: 'Regal, Festpreis' }).offerCents).toBe(26_000)
    expect(offered({ priceCents: 35_000, description: 'no lowballs' })).toMatchObject({
      offerCents: 35_000,
      sentences: expect.arrayContaining([expect.stringContaining('leaving it is the better choice')]),
    })
  })

  it('stays within a tenth where the seller takes offers but no low ones', () => {
    const careful = offered({
      priceCents: 31_000,
      description: 'OBO, no lowballs',
      daysOnMarket: 60,
      priceDropCount: 3,
    })
    expect(careful.offerCents).toBe(28_000)
    expect(careful.sentences.join(' ')).toContain('no low ones')
  })

  it('is none for what is free, unpriced, over, an auction, or priced only because a form wanted it', () => {
    expect(openingOffer(facts({ priceCents: 0, offered: { kind: 'thing', price: 'free' } }))).toEqual({
      none: expect.stringContaining('given away'),
      free: true,
    })
    expect(refused({ priceCents: null })).toContain('no price')
    expect(refused({ currency: null })).toContain('currency')
    expect(refused({ state: 'sold' })).toContain('no longer for sale')
    expect(refused({ state: 'gone' })).toContain('no longer for sale')
    expect(refused({ buyingFormat: 'auction' })).toContain('worth about $250')
    expect(refused({ buyingFormat: 'auction', value: null })).not.toContain('worth')
    expect(refused({ priceCents: 123_400, offered: { kind: 'thing', price: 'placeholder' } })).toContain(
      'form',
    )
    expect(refused({ priceCents: 0, offered: { kind: 'thing', price: 'offers' } })).toContain(
      'offers are asked',
    )
    expect(refused({ offered: { kind: 'thing', price: 'periodic' } })).toContain('a rate')
    expect(refused({ offered: { kind: 'thing', price: 'unit' } })).toContain('for one of several')
  })

  it.each(['wanted', 'rental', 'service', 'trade', 'fake'] as const)('is none for what is %s', (kind) => {
    expect(refused({ offered: { kind, price: 'asked' } })).not.toContain('%')
  })

  it('holds nothing that is not the whole thing against the value of whole ones', () => {
    for (const over of [
      { offered: { kind: 'broken', price: 'asked' } },
      { offered: { kind: 'accessory', price: 'asked' } },
      { condition: 'for-parts' },
    ] as const) {
      expect(offered({ priceCents: 10_000, ...over })).toMatchObject({
        offerCents: 9_000,
        reason: expect.stringContaining('whole things'),
      })
    }
  })

  it('explains itself with its figures', () => {
    expect(
      offered({ priceCents: 31_000, daysOnMarket: 34.9, priceDropCount: 2, condition: null }).sentences,
    ).toEqual([
      'Comparable ones ask $200 to $320, the middle is $250 (12 of them).',
      'It has been for sale for 34 days.',
      'Its price fell 2 times already.',
      'Its condition is not stated: ask before you commit.',
      'The offer is 19 % under the asking price.',
    ])
  })

  it('is a whole positive amount, at most what to pay at most, which is at most the asking price', () => {
    fc.assert(
      fc.property(anyFacts, (subject) => {
        const offer = openingOffer(subject)
        if ('none' in offer) return
        expect(Number.isSafeInteger(offer.offerCents)).toBe(true)
        expect(Number.isSafeInteger(offer.walkAwayCents)).toBe(true)
        expect(offer.offerCents).toBeGreaterThan(0)
        expect(offer.offerCents).toBeLessThanOrEqual(offer.walkAwayCents)
        expect(offer.walkAwayCents).toBeLessThanOrEqual(subject.priceCents!)
        expect(offer.style === 'asking').toBe(offer.offerCents === subject.priceCents)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is never insultingly low: at least 70 % of the price, 80 % inside the interval, 90 % where low offers are not wanted', () => {
    fc.assert(
      fc.property(anyFacts, (subject) => {
        const offer = openingOffer(subject)
        if ('none' in offer) return
        const isAbove = subject.value !== null && subject.priceCents! > subject.value.highCents
        const least = subject.description === 'OBO, no lowballs' ? 0.9 : isAbove ? 0.7 : 0.8
        expect(offer.offerCents).toBeGreaterThanOrEqual(subject.priceCents! * least)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is missing for a plain asked price only where that is surely expensive, which is said', () => {
    fc.assert(
      fc.property(anyFacts, (subject) => {
        const offer = openingOffer(subject)
        if (!('none' in offer)) return
        expect(offer.none).toContain('It is expensive')
        expect(subject.value!.confidence).toBeGreaterThanOrEqual(0.6)
        expect(subject.value!.midCents).toBeLessThan(subject.priceCents! * 0.9)
        expect(subject.value!.highCents).toBeLessThan(subject.priceCents!)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never falls as the value rises', () => {
    fc.assert(
      fc.property(anyFacts, fc.double({ min: 1, max: 4, noNaN: true }), (subject, factor) => {
        fc.pre(subject.value !== null)
        const { lowCents, midCents, highCents } = subject.value!
        const more = {
          ...subject.value!,
          lowCents: Math.round(lowCents * factor),
          midCents: Math.round(midCents * factor),
          highCents: Math.round(highCents * factor),
        }
        const [now, then] = [openingOffer(subject), openingOffer({ ...subject, value: more })]
        if ('none' in now) return
        if ('none' in then) throw new Error(`none for more: ${then.none}`)
        expect(then.offerCents).toBeGreaterThanOrEqual(now.offerCents)
        expect(then.walkAwayCents).toBeGreaterThanOrEqual(now.walkAwayCents)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is the asking price, said so, where that is at most a sure middle value', () => {
    fc.assert(
      fc.property(anyFacts, fc.double({ min: 0.05, max: 1, noNaN: true }), (subject, share) => {
        const { value: worth } = subject
        fc.pre(worth !== null && worth.method === 'similar' && worth.confidence >= 0.6)
        const priceCents = Math.max(1, Math.floor(worth!.midCents * share))
        expect(openingOffer({ ...subject, priceCents })).toMatchObject({
          offerCents: priceCents,
          reason: expect.stringContaining('pay what is asked'),
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('never rises with time or with a further drop', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 3 }),
        (subject, days, drops) => {
          const [now, later] = [
            openingOffer(subject),
            openingOffer({
              ...subject,
              daysOnMarket: subject.daysOnMarket + days,
              priceDropCount: subject.priceDropCount + drops,
            }),
          ]
          expect('none' in later).toBe('none' in now)
          if (!('none' in now) && !('none' in later))
            expect(later.offerCents).toBeLessThanOrEqual(now.offerCents)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('takes nonsense for the time on the market as no time', () => {
    for (const daysOnMarket of [Number.NaN, -5, Number.NEGATIVE_INFINITY]) {
      expect(offered({ daysOnMarket })).toEqual(offered())
    }
    expect(offered({ daysOnMarket: 1e9 }).offerCents).toBe(offered({ daysOnMarket: 60 }).offerCents)
  })
})

describe('an amount that people say', () => {
  it.each([
    [18_430, 19_400, 'USD', 18_000],
    [8_200, 9_100, 'USD', 8_000],
    [1_130, 1_200, 'USD', 1_100],
    [380, 400, 'USD', 350],
    [142_370, 150_000, 'EUR', 140_000],
    [18_430, 19_400, 'JPY', 18_000],
    [84, 90, 'JPY', 85],
    [1_234_500, 1_300_000, 'VND', 1_250_000],
    [23_700, 25_000, 'KWD', 24_000],
  ])('near %i for an asking price of %i %s is %i', (target, asking, currency, expected) => {
    expect(humanOffer(target, asking, asking * 0.7, currency)).toBe(expected)
  })

  it('is the asking price when there is nothing to say between the floor and it', () => {
    expect(humanOffer(90, 100, 70, 'USD')).toBe(100)
    expect(humanOffer(1, 1, 0.7, 'JPY')).toBe(1)
  })

  it('is a multiple of whole units from 5 units on, in every currency', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('USD', 'JPY', 'KWD'),
        fc.integer({ min: 5, max: 1_000_000 }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (currency, units, share) => {
          const unit = 10 ** minorDigits(currency)
          const cents = humanOffer(units * unit * share, units * unit, units * unit * 0.5, currency)
          expect(cents % unit).toBe(0)
        },
      ),
    )
  })
})
