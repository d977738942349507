import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Posting } from '../../../model/posting.ts'
import { otherPostingPlaces } from '../posting-places.ts'
import { type Ad, checkAd } from './check.ts'
import { cutAtWord, lengthOf } from './cut.ts'
import { defaultStyle, linesOf, type ThingFacts, tones } from './facts.ts'
import { writeDescription, writeTitle } from './write.ts'

const posting: Posting = {
  ...{ composerUrl: 'https://market.example/new', manageUrl: 'https://market.example/mine' },
  fields: [
    { name: 'photos', label: 'Photos', isRequired: true },
    { name: 'title', label: 'Title', isRequired: true },
    { name: 'price', label: 'Price', isRequired: true },
    { name: 'condition', label: 'Condition', isRequired: true },
    { name: 'description', label: 'Description', isRequired: true },
  ],
  ...{ titleCharactersMax: 60, descriptionCharactersMax: 400, photosMax: 10, language: 'en' },
  ...{ currencies: ['USD'], conditionWords: { good: 'Good', fair: 'Fair', 'for-parts': 'Parts' } },
  ...{ runsDays: 30, renewableAfterDays: 7, rules: 'One ad for each thing.', forbidsContact: true },
}
const desk: ThingFacts = {
  ...{ title: 'Oak desk', brand: 'Acme', category: 'furniture', condition: 'good', quantity: 1 },
  details: ['140 × 70 cm', 'solid wood, bought in 2019 and used in a study'],
  defects: ['one drawer sticks', 'a ring from a cup on the top'],
  included: ['the key'],
  about: null,
}
const checkedOf = (ad: Partial<Ad>, facts: ThingFacts = desk, place = posting) =>
  checkAd(
    {
      title: writeTitle(facts, place),
      description: writeDescription(facts, defaultStyle, place),
      ...{ priceCents: 12_000, currency: 'USD', place: 'Portland', photoCount: 3, ...ad },
    },
    { facts, posting: place, otherNames: ['Facebook Marketplace', 'Vinted'] },
  ).map(({ code, severity }) => `${severity} ${code}`)

describe('an ad is written', () => {
  it('of the facts alone: maker, figures that buyers search for, condition, what comes with it and what is wrong', () => {
    expect(writeTitle(desk, posting)).toBe('Acme Oak desk 140 × 70 cm')
    expect(writeDescription(desk, { ...defaultStyle, place: 'Portland' }, posting)).toBe(
      [
        'Acme Oak desk. In good condition.',
        '- 140 × 70 cm\n- solid wood, bought in 2019 and used in a study',
        'Comes with:\n- the key',
        'What is wrong with it:\n- one drawer sticks\n- a ring from a cup on the top',
        'Pick-up in Portland.',
      ].join('\n\n'),
    )
  })

  it('in the language of its marketplace and the tone of the person', () => {
    const german = writeDescription(
      desk,
      { ...defaultStyle, tone: 'friendly' },
      { ...posting, language: 'de' },
    )
    expect(german).toMatch(/^Sucht ein neues Zuhause: /)
    expect(german).toContain('In gutem Zustand.')
    expect(german).toMatch(/Fragen\? Schreib mir einfach\.$/)
    const own = { ...defaultStyle, opening: { en: 'Moving abroad.' }, closing: { en: '' } }
    expect(writeDescription(desk, own, posting)).toMatch(/^Moving abroad\. Acme Oak desk\./)
  })

  it('without anything to be mended', () => {
    expect(checkedOf({})).toEqual([])
    for (const place of otherPostingPlaces.filter(({ posting: { fields } }) => fields.length > 0))
      expect([
        place.id,
        checkedOf({}, desk, place.posting).filter((found) => found.startsWith('error')),
      ]).toEqual([place.id, []])
  })

  it('with all that is wrong in it and within its limits, whatever the facts are', () => {
    const line = fc.stringMatching(/^[a-z0-9×äß]{1,12}( [a-z0-9]{1,12}){0,6}$/)
    const facts = fc.record({
      ...{ title: line, brand: fc.option(line), category: fc.constant('furniture' as const) },
      condition: fc.constantFrom('good' as const, 'fair' as const, 'for-parts' as const, null),
      ...{ quantity: fc.integer({ min: 1, max: 9 }), details: fc.array(line, { maxLength: 12 }) },
      ...{ defects: fc.array(line, { maxLength: 2 }), included: fc.array(line, { maxLength: 4 }) },
      about: fc.option(line),
    })
    fc.assert(
      fc.property(facts, fc.constantFrom(...tones), (thing, tone) => {
        const text = writeDescription(thing, { ...defaultStyle, tone }, posting)
        for (const defect of thing.defects) expect(text).toContain(defect)
        expect(lengthOf(text)).toBeLessThanOrEqual(posting.descriptionCharactersMax!)
        expect(lengthOf(writeTitle(thing, posting))).toBeLessThanOrEqual(posting.titleCharactersMax!)
        expect(checkedOf({ description: text }, thing).filter((one) => one.includes('dropped'))).toEqual([])
      }),
    )
  })
})

describe('a text is cut', () => {
  it.each([
    ['Oak desk with drawers', 12, 'Oak desk'],
    ['Oak desk with drawers', 8, 'Oak desk'],
    ['Oak desk with drawers', null, 'Oak desk with drawers'],
    ['Schreibtischlampenschirm', 10, 'Schreibti…'],
    ['Oak desk – with', 11, 'Oak desk'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦 family', 3, '👨‍👩‍👧‍👦👨‍👩‍👧‍👦'],
  ])('at a word and never within a sign: %s, %s', (text, max, cut) => {
    expect(cutAtWord(text, max)).toBe(cut)
  })

  it('to what fits, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 30 }), (text, max) => {
        const cut = cutAtWord(text, max)
        expect(lengthOf(cut)).toBeLessThanOrEqual(max)
        expect(text.trim().startsWith(cut.replace(/…$/, ''))).toBe(true)
      }),
    )
  })
})

describe('found to be mended', () => {
  it.each<[string, Partial<Ad>, string, Partial<ThingFacts>?]>([
    ['a title too long', { title: 'Oak desk '.repeat(9) }, 'error ad-long-title'],
    ['no price', { priceCents: null }, 'error ad-missing-price'],
    ['a price in another currency', { currency: 'EUR' }, 'error ad-currency'],
    ['an address of mail', { description: 'mail ann@example.com' }, 'error ad-email'],
    ['one that is spelled', { description: 'ann (at) example (dot) com' }, 'error ad-email'],
    ['a phone number', { description: 'call (503) 223-4567' }, 'error ad-phone'],
    ['a web page', { description: 'see www.myshop.example' }, 'error ad-link'],
    ['another marketplace', { description: 'also on Vinted' }, 'warning ad-other-marketplace'],
    ['a promise of the maker', { title: '100% authentic Oak desk' }, 'warning ad-authenticity'],
    ['more than the condition', { title: 'Oak desk, like new' }, 'warning ad-condition-claim'],
    [
      'what does not work and is said to',
      { description: 'works great' },
      'warning ad-condition-claim',
      { condition: 'for-parts' },
    ],
    ['a fault that is not told', { description: 'one drawer sticks' }, 'error ad-defect-dropped'],
    [
      'another size than it has',
      { title: 'Phone 128GB' },
      'error ad-contradiction',
      { title: 'Phone 256GB', brand: null },
    ],
    ['shouting', { title: 'OAK DESKS SOLID WOODEN!!' }, 'warning ad-shouting'],
    ['what may not be sold', { title: '9mm ammunition box of 50' }, 'warning ad-prohibited'],
    ['a condition that is not sold', {}, 'error ad-condition-not-sold', { condition: 'poor' }],
    ['no photo', { photoCount: 0 }, 'warning ad-missing-photos'],
    ['no condition', {}, 'error ad-missing-condition', { condition: null }],
  ])('%s', (_name, ad, found, facts = {}) => {
    expect(checkedOf(ad, { ...desk, ...facts })).toContain(found)
  })

  it.each<[string, Partial<Ad>]>([
    ['figures that are no phone', { description: 'Model 5551234567, 140 × 70 × 75 cm, EAN 4006381333931' }],
    ['makers and models in capitals', { title: 'LEGO STAR WARS 75192' }],
    ['a name like a web page', { description: 'An ASP.NET book by No.1 authors' }],
    ['a toy', { title: 'Toy pistol, ammunition of foam' }],
  ])('but not %s', (_name, ad) => {
    const bare = { ...desk, title: ad.title ?? desk.title, brand: null, defects: [] }
    expect(checkedOf(ad, bare).filter((one) => !one.startsWith('hint'))).toEqual([])
  })
})

it('lines are read without their bullets', () => {
  expect(linesOf('- one\n• two\n\n  three  \n')).toEqual(['one', 'two', 'three'])
  expect(linesOf(null)).toEqual([])
})
