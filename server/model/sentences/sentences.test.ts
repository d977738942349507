import fc from 'fast-check'
import { expect, it } from 'vitest'
import { offerKinds } from '../offer/kinds.ts'
import { type Catalogue, coded, type Params } from './said.ts'
import { say, sentences } from './sentences.ts'

const cents = fc.integer({ min: 0, max: 1e9 })
const small = fc.integer({ min: 0, max: 500 })
const currency = fc.constantFrom('USD', 'EUR', 'JPY')
const word = fc.stringMatching(/^[a-z]{1,12}$/)
const words = fc.array(word, { minLength: 1, maxLength: 3 })
const anyKind = fc.constantFrom(...offerKinds)
/** What a parameter may be, by its name: names say units, so one name is one thing in every sentence. */
const byName: Record<string, fc.Arbitrary<Params[string]>> = {
  ...{ text: word, quote: word, messenger: word, domain: word, again: fc.array(word, { maxLength: 3 }) },
  ...{
    beside: fc.constantFrom(null, 'in-person', 'for-parts'),
    condition: fc.constantFrom('new', 'like-new'),
  },
  ...{ currency, valueCurrency: currency, saleCurrency: currency, wayCurrency: fc.option(currency) },
  ...{ totalCents: cents, priceCents: cents, shippingCents: fc.option(cents), wayCents: cents },
  ...{ valueCents: cents, netCents: cents, landedCents: cents, lowCents: cents, usualCents: cents },
  ...{ compsLowCents: cents, compsHighCents: cents },
  ...{
    count: small,
    minutes: small,
    photos: small,
    words: small,
    listings: small,
    ratings: small,
    days: small,
  },
  ...{ discountPct: fc.integer({ min: -900, max: 100 }), surePct: small, sharePct: small, belowPct: small },
  ...{ of: fc.constantFrom('score', 'landed', 'profit'), reason: word, place: word, category: word },
  ...{ chosen: words, terms: words, places: words, limitCents: cents, limitCurrency: currency },
  ...{ profitCents: cents, figure: small, limit: small, handover: fc.constantFrom('local', 'ships') },
  ...{
    radiusKm: small,
    kind: anyKind,
    wanted: fc.array(anyKind, { minLength: 1 }),
    isDoubtful: fc.boolean(),
  },
  ...{ stars: fc.constantFrom(1.5, 4), km: fc.double({ min: 0, max: 20_000, noNaN: true }) },
  ...{ basis: fc.constantFrom('asking', 'sold', 'mixed'), method: fc.constantFrom('similar', 'category') },
  ...{ units: fc.constantFrom('km', 'mi', 'both') },
  ...{ isShipped: fc.boolean(), isFarBelow: fc.boolean(), isUsed: fc.boolean(), isSold: fc.boolean() },
  ...{ isFresh: fc.boolean(), isLocal: fc.boolean(), isAssumed: fc.boolean() },
  ...{ saleCents: cents, askedCents: cents, feeCents: cents, paymentCents: cents },
  ...{ askedBps: fc.constantFrom(9_000, 10_000), chanceBps: fc.integer({ min: 0, max: 10_000 }) },
  ...{ withinDays: small, watched: small, sold: small, marketplace: word, shippingCurrency: currency },
}
const all = Object.entries(sentences as Catalogue)
const anyParams = fc.record(byName)

it.each(all)('%s is said of its parameters alone, the same after a way through JSON', (code, render) => {
  fc.assert(
    fc.property(anyParams, (params) => {
      const said = say(code as 'text', params as { text: string })
      expect(said.sentence).toBe(render(params))
      expect(said.sentence).not.toMatch(/undefined|NaN|\[object/)
      expect(said.sentence.trim()).not.toBe('')
      const told = JSON.parse(JSON.stringify(said)) as typeof said
      expect(render(told.params)).toBe(said.sentence)
    }),
    { numRuns: 30 },
  )
})

it('every parameter of a sentence has a name that this test knows, so that each is tried', () => {
  for (const [code, render] of all) {
    const asked = new Set<string>()
    const [params] = fc.sample(anyParams, 1)
    const noting = new Proxy(params!, {
      get(own, name) {
        asked.add(String(name))
        return Reflect.get(own, name)
      },
    })
    render(noting)
    for (const name of asked) expect([code, name, name in byName]).toEqual([code, name, true])
  }
})

it('codes are kebab-case and begin with what they are about', () => {
  for (const [code] of all)
    expect(code).toMatch(/^(?:text|(?:score|profit|fit|risk|reason)-[a-z]+(?:-[a-z]+)*)$/)
})

it('a sentence from before there were codes is its own text', () => {
  const stored = coded({ sentence: 'Free', weight: 1 })
  expect(stored).toEqual({ sentence: 'Free', weight: 1, code: 'text', params: { text: 'Free' } })
  expect(coded(say('score-photos', { count: 2 }))).toEqual({
    ...{ sentence: '2 photos', code: 'score-photos', params: { count: 2 } },
  })
})
