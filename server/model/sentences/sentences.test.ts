import fc from 'fast-check'
import { expect, it } from 'vitest'
import { offerKinds } from '../offer/kinds.ts'
import { germanSentences } from './de/sentences.ts'
import { type Catalogue, coded, type Params } from './said.ts'
import { say, sentences } from './sentences.ts'

const cents = fc.integer({ min: 0, max: 1e9 })
const small = fc.integer({ min: 0, max: 500 })
const currency = fc.constantFrom('USD', 'EUR', 'JPY')
const word = fc.stringMatching(/^[a-z]{1,12}$/)
const words = fc.array(word, { minLength: 1, maxLength: 3 })
const moment = fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
const prices = fc.array(fc.constantFrom('', '18000 USD', '0 EUR'), { maxLength: 3 })
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
  ...{
    rate: fc.constantFrom(0.095, 10.5),
    rateDay: fc.constant('2026-11-27'),
    day: fc.constant('2026-11-26'),
  },
  ...{ statedCents: cents, statedCurrency: currency },
  ...{ stars: fc.constantFrom(1.5, 4), km: fc.double({ min: 0, max: 20_000, noNaN: true }) },
  ...{ basis: fc.constantFrom('asking', 'sold', 'mixed'), method: fc.constantFrom('similar', 'category') },
  ...{ units: fc.constantFrom('km', 'mi', 'both') },
  ...{ isShipped: fc.boolean(), isFarBelow: fc.boolean(), isUsed: fc.boolean(), isSold: fc.boolean() },
  ...{ isFresh: fc.boolean(), isLocal: fc.boolean(), isAssumed: fc.boolean() },
  ...{ saleCents: cents, askedCents: cents, feeCents: cents, paymentCents: cents },
  ...{ askedBps: fc.constantFrom(9_000, 10_000), chanceBps: fc.integer({ min: 0, max: 10_000 }) },
  ...{
    title: word,
    note: word,
    url: word,
    onlyRule: fc.option(word),
    ruleName: word,
    ruleCount: small,
    ruleNames: words,
    name: word,
    source: word,
  },
  ...{
    ended: fc.constantFrom(null, 'sold', 'gone'),
    isBack: fc.boolean(),
    isRise: fc.boolean(),
    previousCents: fc.option(cents),
  },
  ...{ since: moment, until: fc.option(moment), gone: small, reasons: words, isWithout: fc.boolean() },
  ...{
    now: words,
    nowPrices: prices,
    nowMore: small,
    before: words,
    beforePrices: prices,
    beforeMore: small,
  },
  ...{ notified: small, coveredDays: small, perDay: fc.option(small), perDayMax: fc.option(small) },
  ...{ low: small, high: small, suggestion: fc.option(word) },
  ...{ outcome: fc.constantFrom(null, 'blocked', 'other'), answered: fc.option(word), option: word },
  ...{ isBrowsed: fc.boolean() },
  ...{ brand: fc.option(word), model: fc.option(word), generation: fc.option(word), size: fc.option(word) },
  ...{ material: fc.option(word), storageGb: small, year: small, quantity: small, given: word },
  ...{ kinds: fc.array(anyKind), perComp: fc.option(small), percent: small, confidencePct: small },
  ...{ midCents: cents, highCents: cents, newestDays: small, oldestDays: small },
  ...{ sureness: fc.constantFrom('quite-sure', 'guess') },
  ...{ why: fc.option(word), relisted: small, rulesMore: small },
  ...{ others: fc.array(fc.constantFrom('3 EUR', '1 JPY'), { minLength: 1 }), weeks: small },
  ...{ listed: small, sites: small, spanDays: fc.double({ min: 0, max: 5_000, noNaN: true }) },
  ...{ firstCents: fc.option(cents), lastCents: fc.option(cents), other: words, isOver: fc.boolean() },
  ...{ steady: fc.constantFrom('one', 'always', 'again', 'still') },
  ...{ relation: fc.constantFrom('repost', 'cross-post', 'multi-listing') },
  ...{ offered: fc.constantFrom('wanted', 'fake'), nearest: fc.constantFrom('maker', 'category', 'words') },
  ...{ known: words, similarMin: small, categoryMin: small, inCategory: small, elsewhere: small },
  ...{ elsewhereCurrency: fc.option(currency) },
  ...{ version: word, tookMs: small, release: fc.option(word), freeGib: small, folder: word, file: word },
  ...{ recipient: word, aiModel: word, agreed: small },
  ...{ characters: small, charactersMax: small, defect: word, yours: word, thing: word },
  ...{ currencies: words, endsOn: fc.constant('2026-11-30'), language: fc.constantFrom('en', 'de', 'nl') },
  ...{ hours: small, triedAt: fc.option(moment), everyHours: small, sources: words, channels: words },
  ...{
    names: words,
    states: fc.constant(['ok', 'demo-fails', 'off']),
    urls: fc.constant(['https://a.test', '', '']),
    stored: words,
  },
  ...{
    options: fc.constantFrom(['', 'A', ''], ['A', '', 'A']),
    missing: words,
    exact: fc.constant(['1', '0', '1']),
  },
  ...{ rows: fc.constant(['1000', '2', '3']), keptDays: fc.constant(['30', '', '1']) },
  ...{ refundCents: cents, paidCents: cents, hereCents: cents, thereCents: cents, thereCurrency: currency },
  ...{ here: small, there: small, order: word },
  ...{ withinDays: small, watched: small, sold: small, marketplace: word, shippingCurrency: currency },
}
const all = Object.entries(sentences as Catalogue)
const german = Object.entries(germanSentences as Catalogue)
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

it.each(german)('in German %s is said of the same parameters, and in other words', (code, render) => {
  const english = (sentences as Catalogue)[code]!
  fc.assert(
    fc.property(anyParams, (params) => {
      const said = render(params)
      expect(said).not.toMatch(/undefined|NaN|\[object|null/)
      expect(said.trim()).not.toBe('')
      // What is of strangers is no word of ours.
      if (!['text', 'fit-query'].includes(code)) expect(said).not.toBe(english(params))
    }),
    { numRuns: 30 },
  )
})

it('every parameter of a sentence has a name that this test knows, so that each is tried', () => {
  for (const [code, render] of [...all, ...german]) {
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
    expect(code).toMatch(
      /^(?:text|(?:score|profit|fit|risk|reason|message|need|forecast|source|value|unvalued|trend|cluster|check|ad|task|order|finding|mailbox)-[a-z]+(?:-[a-z]+)*)$/,
    )
})

it('a sentence from before there were codes is its own text', () => {
  const stored = coded({ sentence: 'Free', weight: 1 })
  expect(stored).toEqual({ sentence: 'Free', weight: 1, code: 'text', params: { text: 'Free' } })
  expect(coded(say('score-photos', { count: 2 }))).toEqual({
    ...{ sentence: '2 photos', code: 'score-photos', params: { count: 2 } },
  })
})
