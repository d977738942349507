import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListingRecord } from '../schema.ts'
import { recordFor } from '../test-kit.ts'
import { type CompareContext, compareRecords, weighCandidate } from './compare.ts'
import { readRecord } from './fingerprint.ts'
import { idfFrom } from './products.ts'

const common = new Map([
  ['iphone', 900],
  ['x', 300],
  ['sofa', 400],
  ['bike', 600],
])
const context: CompareContext = {
  idf: idfFrom(
    (word: string) => common.get(word) ?? 1,
    () => 5000,
  ),
  samePhoto: (a, b) => (a === b ? 1 : a.slice(0, 2) === b.slice(0, 2) ? 0.7 : 0),
  usage: { titlesOfText: () => 1, titlesOfPhoto: () => 1, phraseIdf: () => 6.5 },
}
const compare = (a: Partial<ListingRecord>, b: Partial<ListingRecord>, more: Partial<CompareContext> = {}) =>
  compareRecords(readRecord(recordFor(1, a)).print, readRecord(recordFor(2, b)).print, {
    ...context,
    ...more,
  })
const part = (
  name: string,
  a: Partial<ListingRecord>,
  b: Partial<ListingRecord>,
  more: Partial<CompareContext> = {},
) => compare(a, b, more).parts.find((one) => one.name === name)

const text =
  'Bought it three winters ago in Ghent from the retired watchmaker next door, who had oiled every joint twice a year. One caster squeaks.'

describe('one thing is known by', () => {
  it('its own description, of which the sentence tells the share', () => {
    const a = { title: 'Walnut bureau with brass handles', description: text, priceCents: 40_000 }
    expect(part('text', a, a)?.sentence).toBe('The descriptions are the same')
    const edited = { ...a, description: `${text} Price is firm now.` }
    expect(part('text', a, edited)?.sentence).toMatch(/^The descriptions share (?:8\d|90) % of their words$/)
    expect(compare(a, edited).verdict).toBe('same')
  })
  it('a description that another site cuts short', () => {
    const a = { title: 'Walnut bureau', description: `${text} ${text.split(' ').reverse().join(' ')}` }
    const b = { title: 'Walnut bureau', description: text, marketplace: 'market-b' }
    expect(compare(a, b)).toMatchObject({ verdict: 'same', kind: 'cross-post' })
  })
  it('a picture at one address, unless many things show it, or the demo drew it', () => {
    const a = {
      title: 'Teak stool',
      imageUrls: ['https://img.example/1.jpg', 'https://img.example/2.jpg'],
      priceCents: 9000,
    }
    const b = { ...a, title: 'Stool, teak', imageUrls: ['https://img.example/2.jpg'] }
    expect(part('photo', a, b)?.sentence).toBe('They show the very same picture')
    expect(compare(a, b).verdict).toBe('same')
    const usage = { ...context.usage, titlesOfPhoto: () => 12 }
    expect(part('photo', a, b, { usage })?.sentence).toMatch(/12 different things show/)
    expect(compare(a, b, { usage }).verdict).not.toBe('same')
    expect(part('photo', { ...a, demo: true }, { ...b, demo: true })).toBeUndefined()
  })
  it('what the site says', () => {
    const earlier = { title: 'Old bike', externalId: '77', attributes: { 'post id': '12345' } }
    expect(part('site', earlier, { title: 'Nice bike', repostOf: '77' })?.sentence).toBe(
      'The site says that one is a repost of the other',
    )
    expect(compare(earlier, { title: 'Old bike', repostOf: '12345' }).verdict).toBe('same')
    expect(part('site', earlier, { repostOf: '77', marketplace: 'market-b' })).toBeUndefined()
    expect(part('site', { repostOf: '5' }, { repostOf: '5' })?.sentence).toBe(
      'The site says that both are reposts of one listing',
    )
  })
  it('a photo, unless many things are shown with it', () => {
    const a = { title: 'Garden gnome with lantern', photoHashes: ['aa11'] }
    expect(part('photo', a, a)).toMatchObject({ sentence: 'They show the same photo' })
    expect(part('photo', a, { ...a, photoHashes: ['aa22'] })?.sentence).toBe(
      'Two photos are probably the same (70 %)',
    )
    expect(part('photo', a, { ...a, photoHashes: ['bb22'] })?.sentence).toBe('None of the photos is the same')
    const stock = { usage: { ...context.usage, titlesOfPhoto: () => 9 } }
    expect(part('photo', a, a, stock)?.sentence).toBe(
      'They show the same photo, which 9 different things show',
    )
    expect(part('photo', a, a, stock)!.weight).toBeLessThan(2)
  })
  it('its serial number', () => {
    const car = (vin: string) => ({ title: '2012 Wagon', attributes: { VIN: vin } })
    expect(part('serial', car('WVWZZZ1JZ3W386752'), car('wvwzzz1jz3w386752'))).toMatchObject({
      weight: 8,
      sentence: 'Both have the vin WVWZZZ1JZ3W386752',
    })
    expect(compare(car('WVWZZZ1JZ3W386752'), car('WVWZZZ1JZ3W386753')).verdict).toBe('different')
  })
})

describe('circumstances are told with their figures', () => {
  it.each([
    ['price', { priceCents: 10_000 }, { priceCents: 5700 }, -1, 'Prices differ by 43 %'],
    ['price', { priceCents: 12_300 }, { priceCents: 5700 }, undefined, undefined],
    ['price', { priceCents: 0 }, { priceCents: 5700 }, undefined, undefined],
    ['price', { priceCents: 9900 }, { priceCents: 9900 }, 1, 'Both cost $99'],
    ['price', { priceCents: 9900 }, { priceCents: 9900, currency: 'EUR' }, undefined, undefined],
    ['place', { lat: 51, lon: 4 }, { lat: 51, lon: 4.171 }, 0.3, '12 km apart'],
    ['place', { lat: 51, lon: 4 }, { lat: 51, lon: 4.001 }, 0.8, 'At the same place'],
    ['place', { lat: 51, lon: 4 }, { lat: 40, lon: -74 }, -3.5, '5910 km apart'],
    ['place', { lat: 51, lon: 4 }, { lat: null, lon: null }, undefined, undefined],
    [
      'seller',
      { attributes: { Seller: 'ann' } },
      { attributes: { seller: 'Ann' } },
      2.5,
      'The seller is the same',
    ],
    [
      'seller',
      { attributes: { seller: 'ann' } },
      { attributes: { seller: 'bob' } },
      -4,
      'The sellers are different',
    ],
    ['condition', { condition: 'new' }, { condition: 'fair' }, -1.6, 'One is new, the other fair'],
    ['condition', { condition: 'new' }, { condition: 'like-new' }, undefined, undefined],
    [
      'facts',
      { attributes: { odometer: '90000' } },
      { attributes: { odometer: '120000' } },
      -1,
      'They differ in odometer 90000 and 120000',
    ],
    ['facts', { attributes: { 'post id': '1' } }, { attributes: { 'post id': '2' } }, undefined, undefined],
  ] as const)('%s', (name, a, b, weight, sentence) => {
    const found = part(name, a as Partial<ListingRecord>, b as Partial<ListingRecord>)
    expect([found?.weight, found?.sentence]).toEqual([weight, sentence])
  })
  it('names of sellers on two sites tell nothing against', () => {
    const a = { attributes: { seller: 'ann' } }
    expect(part('seller', a, { attributes: { seller: 'bob' }, marketplace: 'market-b' })).toBeUndefined()
  })
})

describe('the same product is not the same thing', () => {
  const phone = { title: 'iPhone X', priceCents: 30_000, lat: 51, lon: 4, brand: 'Apple' }
  it('with a title that says what many say', () => {
    expect(compare(phone, phone).verdict).toBe('different')
    expect(part('title', phone, phone)?.sentence).toBe('The titles say the same, but so do many')
  })
  it('with a short description that anybody writes', () => {
    const described = { ...phone, description: 'Works great, no scratches, cash only' }
    expect(compare(described, described).verdict).not.toBe('same')
  })
  it('even with a rare model number', () => {
    const camera = { title: 'Panasonic DMC-FZ50 camera', priceCents: 15_000 }
    expect(compare(camera, camera).verdict).not.toBe('same')
    expect(part('model', camera, camera)).toMatchObject({
      weight: 1,
      sentence: 'Both name the model DMCFZ50',
    })
  })
  it('with one text over different goods', () => {
    const a = { title: '2008 BMW 335i coupe', description: text, priceCents: 1_669_800 }
    const b = { title: '2004 Toyota Highlander', description: text, priceCents: 875_000 }
    expect(compare(a, b).verdict).toBe('different')
    const spread = { usage: { ...context.usage, titlesOfText: () => 12 } }
    expect(part('text', a, b, spread)?.sentence).toBe(
      'The descriptions are the same, a text that stands under 12 different titles',
    )
    expect(compare(a, { ...a, priceCents: 1_450_000 }, spread).verdict).toBe('different')
  })
})

describe('one text with the words changed', () => {
  const offer = (what: string, more = '') => ({
    title: `${what} garden swing with canopy${more}`,
    description: `${text} This is the ${what} one${more}, assembled on delivery.`,
  })
  it('is two goods where title and description differ alike', () => {
    const found = compare(offer('walnut'), offer('cedar'))
    expect(found.parts.find(({ name }) => name === 'template')?.sentence).toBe(
      'Title and description alike say “walnut” in one and “cedar” in the other',
    )
    expect(found.verdict).not.toBe('same')
  })
  it('is two goods where only one names a variant', () => {
    expect(part('template', offer('walnut', ' deluxe'), offer('walnut'))?.sentence).toBe(
      'Title and description of one say “deluxe”, the other’s do not',
    )
  })
  it('is one thing where only the wording changed', () => {
    const edited = { ...offer('walnut'), description: `Still here! ${offer('walnut').description}` }
    expect(part('template', offer('walnut'), edited)).toBeUndefined()
    expect(compare(offer('walnut'), edited).verdict).toBe('same')
  })
  it('is two phones where the titles name two', () => {
    const a = { title: 'Samsung Galaxy S8 unlocked', description: text }
    expect(compare(a, { ...a, title: 'Samsung Galaxy S9 unlocked' }).verdict).not.toBe('same')
    const stock = { ...a, description: `${text} We have the S8 and the S9 in stock.` }
    const other = { ...stock, title: 'Samsung Galaxy S9 unlocked' }
    expect(compare(stock, other).verdict).not.toBe('same')
    expect(part('model', stock, other)?.sentence).toBe('One title says s8, the other s9')
  })
  it('is two goods where each title names what the other listing does not', () => {
    const a = { title: 'Vampire costume', description: text }
    const b = { ...a, title: 'Pirate costume' }
    expect(part('goods', a, b)?.sentence).toBe(
      'Only one names “vampire”, only the other “pirate”, in title or description',
    )
    expect(compare(a, b).verdict).toBe('different')
    const named = { description: `${text} A pirate to the bone.` }
    expect(part('goods', { ...a, ...named }, { ...b, ...named })).toBeUndefined()
    const shown = { photoHashes: ['aa11'] }
    expect(part('goods', { ...a, ...shown }, { ...b, ...shown })).toBeUndefined()
  })
})

describe('what titles contradict each other in', () => {
  const everything = {
    description: text,
    priceCents: 20_000,
    photoHashes: ['aa11', 'bb22'],
    imageUrls: ['https://img.example/1.jpg'],
    lat: 51,
    lon: 4,
    attributes: { seller: 'ann', vin: 'WVWZZZ1JZ3W386752' },
  }
  const pairs = [
    ['iPad Air 4 64GB silver', 'iPad Air 4 256GB silver', 'One title says 64 GB, the other 256 GB'],
    ['iPhone 6 16gb', 'iPhone 6 Plus 16gb', 'Only one title says plus'],
    ['Queen mattress medium firm', 'King mattress medium firm', 'One title says queen, the other king'],
    ['Left fender Camry', 'Right fender Camry', 'One title says left, the other right'],
    ['Atlas volume 3', 'Atlas volume 5', 'One title says volume 3, the other volume 5'],
    ['2016 Bronson C', '2017 Bronson C', 'One title says 2016, the other 2017'],
  ] as const
  it.each(pairs)('forbids, however much else is the same: %s, %s', (one, other, sentence) => {
    const found = compare({ ...everything, title: one }, { ...everything, title: other })
    expect(found).toMatchObject({ verdict: 'different', isContradicted: true })
    expect(found.score).toBeLessThan(0.05)
    expect(found.reason.startsWith(sentence)).toBe(true)
  })
  it.each(pairs)('is less sure than the word of the site: %s, %s', (one, other) => {
    const found = compare(
      { ...everything, title: one, externalId: '7' },
      { ...everything, title: other, repostOf: '7' },
    )
    expect(found).toMatchObject({ verdict: 'same', isContradicted: false })
  })
})

describe('how they belong together', () => {
  const a = { title: 'Oak table', description: text }
  it.each([
    ['multi-listing', {}, {}],
    ['cross-post', {}, { marketplace: 'market-b' }],
    ['repost', { state: 'gone' }, {}],
    ['repost', {}, { postedAtMs: Date.UTC(2026, 5, 1) }],
    ['repost', { externalId: '9' }, { repostOf: '9' }],
  ] as [string, Partial<ListingRecord>, Partial<ListingRecord>][])('%s', (kind, one, other) => {
    expect(compare({ ...a, ...one }, { ...a, ...other }).kind).toBe(kind)
  })
})

describe('comparing records', () => {
  const anyText = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.constantFrom(text, `${text} ${text}`, 'iPhone X 64gb black', 'DMC-FZ50', '\u0000\ud800 \udfff', ''),
  )
  const anyThing = fc.record({
    title: anyText,
    description: fc.option(anyText),
    brand: fc.option(anyText),
    priceCents: fc.option(fc.nat({ max: 1e9 })),
    currency: fc.option(fc.constantFrom('USD', 'EUR', 'XXX')),
    lat: fc.option(fc.double({ min: -90, max: 90, noNaN: true })),
    lon: fc.option(fc.double({ min: -180, max: 180, noNaN: true })),
    photoHashes: fc.array(fc.constantFrom('aa11', 'aa22', 'bb33'), { maxLength: 6 }),
    repostOf: fc.option(fc.constantFrom('ext-1', 'ext-2')),
    demo: fc.boolean(),
    attributes: fc.dictionary(fc.constantFrom('seller', 'vin', 'colour', 'model', 'constructor'), anyText, {
      maxKeys: 3,
    }),
  })
  it('gives the same answer whichever comes first, with parts that add up and a probability', () => {
    fc.assert(
      fc.property(anyThing, anyThing, (one, other) => {
        const a = readRecord(recordFor(1, one)).print
        const b = readRecord(recordFor(2, other)).print
        const forward = compareRecords(a, b, context)
        expect(compareRecords(b, a, context)).toEqual(forward)
        expect(forward.score).toBeGreaterThanOrEqual(0)
        expect(forward.score).toBeLessThanOrEqual(1)
        expect(forward.parts.every(({ sentence }) => sentence.length > 0)).toBe(true)
        if (one.demo !== other.demo) expect(forward.verdict).toBe('different')
      }),
    )
  })
  it('calls a candidate of the same title what a closer look calls it, whatever its price, place and seller', () => {
    const title = 'Walnut credenza Borge Mogensen tambour doors 1961 brass feet'
    const beside = fc.record({
      description: fc.option(fc.constantFrom(text, `${text} Now cheaper.`, 'Works great.')),
      priceCents: fc.option(fc.constantFrom(0, 100, 20_000, 20_001, 21_500, 26_000, 90_000)),
      currency: fc.constantFrom('USD', 'EUR'),
      lat: fc.option(fc.constantFrom(40, 40.001, 40.1, 41, 50)),
      lon: fc.constantFrom(-73, -73.05),
      condition: fc.option(fc.constantFrom('new', 'good', 'for-parts')),
      photoHashes: fc.array(fc.constantFrom('aa11', 'aa22', 'bb33'), { maxLength: 2 }),
      repostOf: fc.option(fc.constantFrom('ext-1', 'ext-2')),
      attributes: fc.dictionary(
        fc.constantFrom('seller', 'vin', 'colour'),
        fc.constantFrom('one 12345', 'two 12345'),
      ),
    })
    fc.assert(
      fc.property(beside, beside, (one, other) => {
        const a = readRecord(recordFor(1, { ...one, title } as Partial<ListingRecord>)).print
        const b = readRecord(recordFor(2, { ...other, title } as Partial<ListingRecord>)).print
        expect(weighCandidate(a, b, context).verdict).toBe(compareRecords(a, b, context).verdict)
      }),
      { numRuns: 2000 },
    )
  })
  it('takes a listing with a text of its own for the same thing under another id', () => {
    fc.assert(
      fc.property(
        anyThing,
        fc.array(fc.string({ minLength: 3, maxLength: 9 }), { minLength: 25, maxLength: 60 }),
        (one, own) => {
          const description = own.map((word, i) => `w${i}${word.replace(/[^a-z]/g, '')}q`).join(' ')
          const record = { ...one, description, repostOf: null, attributes: {} }
          expect(compare(record, record).verdict).toBe('same')
        },
      ),
    )
  })
})
