import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OfferKind, offerKinds, type PriceMeaning, priceMeanings } from './kinds.ts'
import { readOffer, thingFrom } from './offer.ts'
import type { OfferSubject } from './subject.ts'

const phone: OfferSubject = {
  title: 'Samsung Galaxy S9 64GB',
  category: 'phones',
  siteCategory: 'cell phones',
  priceCents: 18_000,
  currency: 'USD',
}
const car: OfferSubject = {
  title: '2006 Honda Accord EX',
  category: 'cars',
  siteCategory: 'cars',
  priceCents: 320_000,
  currency: 'USD',
}

describe('an offer is read from title, description, site category and price together', () => {
  const kinds: [string, OfferSubject, OfferKind][] = [
    ['a phone', phone, 'thing'],
    [
      'a phone with what comes along',
      { ...phone, description: 'Comes with case and charger. Works great.' },
      'thing',
    ],
    ['a case', { ...phone, title: 'Case for Samsung Galaxy S9', priceCents: 900 }, 'accessory'],
    ['a car', { ...car, description: 'Runs and drives great. Clean title.' }, 'thing'],
    ['a car by its description', { ...car, description: 'Blown engine, does not run. For parts.' }, 'broken'],
    ['a locked phone', { ...phone, description: 'It is icloud locked, for parts only.' }, 'broken'],
    ['wheels', { ...car, title: 'Honda Accord wheels', priceCents: 20_000 }, 'part'],
    ['a buyer', { ...phone, title: 'WE BUY iPhones, top cash paid', priceCents: 0 }, 'wanted'],
    [
      'damage told in the text only',
      { ...phone, description: 'Totally dead.\nFor spares or repair' },
      'broken',
    ],
    ['an account it is locked to', { ...phone, description: 'It has an iCloud activation lock.' }, 'broken'],
    [
      'a bike that is not sold in pieces',
      {
        title: 'Trek road bike 56cm',
        description: 'Sold complete, I wont part out.',
        category: 'bikes',
        priceCents: 45_000,
        currency: 'USD',
      },
      'thing',
    ],
    [
      'a business',
      {
        title: 'Pizza takeaway for sale',
        description: 'Lease for sale, 8 years remaining, no business rates.',
        priceCents: 2_500_000,
        currency: 'GBP',
      },
      'other',
    ],
    ['damage denied', { ...phone, description: 'Not cracked, no water damage' }, 'thing'],
    ['a copy told in the text only', { ...phone, description: 'It is a replica, not authentic.' }, 'fake'],
    ['what is let', { ...phone, title: 'Bike rack for rent' }, 'rental'],
    [
      'several for one price',
      { title: '10 games for Nintendo DS', priceCents: 2_500, currency: 'USD' },
      'lot',
    ],
    [
      'what is for a phone of another maker',
      { ...phone, title: 'Samsung headset mount for Galaxy S9' },
      'accessory',
    ],
    ['what only its maker tells', { ...phone, title: 'Zagg for Galaxy S9', priceCents: 1_500 }, 'accessory'],
    ['who looks for people', { title: 'Hair models needed', priceCents: 0, currency: 'GBP' }, 'wanted'],
    [
      'a post to be filled',
      { title: 'Barista', description: 'Part time, immediate start. Send your CV.', priceCents: 1100 },
      'other',
    ],
    [
      'an engine with year and maker in front',
      { ...car, title: '2006 Honda Accord V6 engine + 5 speed transmission', priceCents: 90_000 },
      'part',
    ],
    [
      'what a car is praised for',
      { ...car, title: '2006 Honda Accord V6, new engine, 5 speed transmission' },
      'thing',
    ],
    ['a repair shop', { ...phone, title: 'Phone repair while you wait', priceCents: 100 }, 'service'],
  ]
  it.each(kinds)('%s', (_, subject, kind) => {
    expect(readOffer(subject)).toMatchObject({ kind })
  })

  const prices: [string, OfferSubject, PriceMeaning][] = [
    ['a price', phone, 'asked'],
    ['no price', { ...phone, priceCents: null }, 'none'],
    ['a filler', { ...phone, title: 'Wanted: phones', priceCents: 1_234_500 }, 'placeholder'],
    [
      'a filler, since no car costs so little',
      { ...car, description: 'Runs well, make me happy.', priceCents: 200 },
      'placeholder',
    ],
    [
      'a filler, since no car of that year costs so little',
      { ...car, title: '2014 Honda Accord', priceCents: 14_000 },
      'placeholder',
    ],
    ['a filler on a couch', { title: 'Leather couch', priceCents: 200, currency: 'USD' }, 'placeholder'],
    [
      'a filler on a Romance bed',
      { title: 'Lit double en chêne', priceCents: 300, currency: 'EUR' },
      'placeholder',
    ],
    ['asked for what is beside a desk', { title: 'Desk lamp', priceCents: 300, currency: 'USD' }, 'asked'],
    ['asked in small coin', { title: 'Desk', priceCents: 300, currency: 'KWD' }, 'asked'],
    ['a price for each', { ...phone, description: 'I have three, $180 each.' }, 'unit'],
  ]
  it.each(prices)('the number is %s', (_, subject, price) => {
    expect(readOffer(subject).price).toBe(price)
  })

  it.each([
    ['Oak table', 180, 'Chairs are 20 each', 'asked'],
    ['Honda Civic', 9000, 'Financing from $200 per month', 'asked'],
    ['Storage unit', 35, 'Only £35 per week (£140/monthly)', 'periodic'],
    ['Room, 650 pcm', 650, null, 'periodic'],
    ['Rasenmäher', 25, 'Kostet 25 € pro Tag', 'periodic'],
    ['Vélo', 12, '12 € par jour', 'periodic'],
    ['Cat tree', 40, 'Sale! $40 each while they last', 'unit'],
    ['Dining chairs $15 each', 15, null, 'unit'],
    ['Stühle', 15, '15 Euro pro Stück', 'unit'],
    ['Tiles', 39.99, 'Reduced to 39,99 € per box', 'unit'],
    ['Oak table', 1234, null, 'placeholder'],
    ['Filing cabinets, call for details', 5, 'Starting of £5, many to choose from', 'unit'],
    ['1999 Saab 900 1900 o.b.o', 190, null, 'placeholder'],
    ['Oak table $450 obo', 45, null, 'placeholder'],
    ['Oak table $45 obo', 45, 'Paid $450 new', 'asked'],
  ] as const)(
    'what stands behind the amount that is asked tells it: “%s” at %s, “%s”',
    (title, price, description, meaning) => {
      const subject = { title, description, priceCents: price * 100, currency: 'USD' }
      expect(readOffer(subject).price).toBe(meaning)
    },
  )

  it('what is no thing is not given away for naming no price', () => {
    const shop = { title: 'Boiler repair service', priceCents: 0, currency: 'GBP' }
    expect(readOffer({ ...shop, description: 'Free estimates, call us' }).price).not.toBe('free')
    expect(readOffer({ title: 'Oak table, free', priceCents: 0, currency: 'GBP' }).price).toBe('free')
  })

  it('sentences that a site glued together are read apart', () => {
    const given = { title: 'Paving slabs', priceCents: 0, currency: 'GBP' }
    expect(readOffer({ ...given, description: 'About forty of themCollection onlyBest offer' }).price).toBe(
      'offers',
    )
  })

  it('names the words that decided, of what is not the thing', () => {
    expect(readOffer({ ...phone, title: 'Case for Samsung Galaxy S9', priceCents: 900 }).words).toContain(
      'case',
    )
    expect(readOffer({ ...car, description: 'Blown engine, does not run.' }).words).toContain('does not run')
    expect(readOffer(phone).words).toEqual([])
  })

  it('answers anything with probabilities that fit together, and always the same', () => {
    const subject = fc.record({
      title: fc.string({ unit: 'grapheme', maxLength: 300 }),
      description: fc.option(fc.string({ unit: 'grapheme', maxLength: 600 })),
      siteCategory: fc.option(fc.string({ maxLength: 60 })),
      priceCents: fc.option(fc.integer({ min: 0, max: 1e13 })),
    })
    fc.assert(
      fc.property(subject, (given) => {
        const offer = readOffer(given)
        expect(offer).toEqual(readOffer(given))
        expect(offerKinds).toContain(offer.kind)
        expect(priceMeanings).toContain(offer.price)
        for (const share of [offer.probability, offer.thingProbability, offer.priceProbability]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
        expect(offer.kind === 'thing').toBe(offer.thingProbability >= thingFrom)
        if (given.priceCents === null) expect(offer.price).toBe('none')
      }),
    )
  })

  it('is not slowed by a description that goes on and on', () => {
    const description = 'does not need a new engine $5 each '.repeat(20_000)
    const start = performance.now()
    for (let i = 0; i < 20; i++) readOffer({ ...phone, description })
    expect(performance.now() - start).toBeLessThan(500)
  })
})
