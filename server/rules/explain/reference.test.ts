import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceKm } from '../../core/places.ts'
import { sellerKey } from '../../core/seller-key.ts'
import { exchangeRates } from '../../model/exchange-rates.ts'
import type { Figures, MatchSubject, Rule } from '../../model/rule-schema.ts'
import { createMatcher } from '../matcher/matcher.ts'
import { randomRule, randomSubject, words } from '../matcher/test-kit.ts'
import { sampleRule, sampleSubject } from '../samples.ts'
import type { Outcome } from './finding.ts'
import { keywordMatch } from './keyword-match.ts'
import { matchRule } from './reference.ts'

const refuse = (): number => {
  throw new Error('no figure must be asked for')
}
const noFigures = { score: () => 50, landedCents: () => 50, profitCents: () => 50 }
const never = { score: refuse, landedCents: refuse, profitCents: refuse }

function verdict(rule: Partial<Rule>, subject: Partial<MatchSubject> = {}): Outcome {
  return matchRule(sampleRule(rule), sampleSubject(subject), never).verdict
}

const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8')
const examplesIn = (section: string) =>
  [
    ...page
      .split(`\n## ${section}\n`)[1]!
      .split('\n## ')[0]!
      .matchAll(/^\| (.+) \| (.+) \| (yes|no) \|$/gm),
  ].map((row) => row.slice(1).map((cell) => cell.replaceAll('\\|', '|')) as [string, string, string])
const examples = examplesIn('Words')
const expressions = examplesIn('Expressions')

describe('the examples of docs/rules.md', () => {
  it('are all read', () => {
    expect(examples.length).toBeGreaterThan(30)
  })

  it.each(examples)('hold in the reference and the matcher: %s | %s | %s', (keyword, text, found) => {
    for (const subject of [
      sampleSubject({ title: text, description: null }),
      sampleSubject({ description: text }),
    ]) {
      for (const [key, expected] of [
        ['all', found === 'yes'],
        ['any', found === 'yes'],
        ['none', found === 'no'],
      ] as const) {
        const rule = sampleRule({ [key]: [keyword] })
        expect(matchRule(rule, subject, never).verdict).toBe(expected ? 'yes' : 'no')
        expect(createMatcher([rule]).match(subject, never).length).toBe(expected ? 1 : 0)
      }
    }
  })
})

describe('the expressions of docs/rules.md', () => {
  it('are all read', () => {
    expect(expressions.length).toBeGreaterThan(25)
  })

  it.each(expressions)('hold in the reference: %s | %s | %s', (query, text, found) => {
    expect(verdict({ query }, { title: text, description: null })).toBe(found)
    // What is asked of the title is asked of it alone.
    if (!query.includes('title:')) expect(verdict({ query }, { title: '', description: text })).toBe(found)
  })
})

describe('limits in other currencies', () => {
  const rates = exchangeRates([
    { currency: 'USD', perEuro: 1.1, day: '2026-11-27', source: 'ecb' },
    { currency: 'SEK', perEuro: 11.55, day: '2026-11-26', source: 'typed' },
  ])
  const crowns = { currency: 'SEK', rates }
  const rule = { otherCurrencies: true, priceCentsMin: 10_000, priceCentsMax: 30_000 }
  it('count the price at the rate, and say what was asked', () => {
    expect(verdict(rule, { ...crowns, priceCents: 315_000 })).toBe('yes')
    expect(verdict(rule, { ...crowns, priceCents: 315_100 })).toBe('no')
    expect(verdict(rule, { ...crowns, priceCents: 104_900 })).toBe('no')
    const { trace } = matchRule(sampleRule(rule), sampleSubject({ ...crowns, priceCents: 315_000 }), never)
    expect(trace.find(({ condition }) => condition === 'price')?.sentence).toBe(
      'It costs 3150.00 SEK, about 300.00 USD (1 USD = 10.5 SEK, 2026-11-26), within your price limits.',
    )
  })
  it('do not hold where it is not wanted, or there is no rate', () => {
    expect(verdict({ ...rule, otherCurrencies: false }, { ...crowns, priceCents: 200_000 })).toBe('no')
    expect(verdict(rule, { ...crowns, currency: 'NOK', priceCents: 200_000 })).toBe('no')
    const { trace } = matchRule(sampleRule(rule), sampleSubject({ currency: 'NOK', rates }), never)
    expect(trace.find(({ condition }) => condition === 'price')?.sentence).toMatch(/no exchange rate/)
  })
  it('hold for the price with the way and for the profit', () => {
    const figures = { score: () => 50, landedCents: () => 315_000, profitCents: () => 105_000 }
    const at = (over: Partial<Rule>) =>
      matchRule(sampleRule({ otherCurrencies: true, ...over }), sampleSubject(crowns), figures).verdict
    expect(at({ landedCentsMax: 30_000 })).toBe('yes')
    expect(at({ landedCentsMax: 29_999 })).toBe('no')
    expect(at({ profitCentsMin: 10_000 })).toBe('yes')
    expect(at({ profitCentsMin: 10_001 })).toBe('no')
  })
})

describe('keywords', () => {
  it('needs every word of all, one of any and no word of none', () => {
    const rule = { all: ['sofa', 'grey'], any: ['leather', 'cushion'], none: ['broken'] }
    expect(verdict(rule)).toBe('yes')
    expect(verdict(rule, { title: 'Sofa' })).toBe('no')
    expect(verdict(rule, { description: null })).toBe('no')
    expect(verdict(rule, { description: 'cushion broken' })).toBe('no')
  })

  it('finds no phrase across the end of the title', () => {
    expect(verdict({ all: ['grey comes'] })).toBe('no')
    expect(verdict({ all: ['sofa grey'] })).toBe('yes')
  })

  it('never finds a keyword of symbols only', () => {
    expect(verdict({ all: ['🔥'] }, { title: '🔥 sofa' })).toBe('no')
    expect(verdict({ any: ['🔥'] }, { title: '🔥 sofa' })).toBe('no')
    expect(verdict({ any: ['🔥', 'sofa'] }, { title: '🔥 sofa' })).toBe('yes')
    expect(verdict({ none: ['🔥'] }, { title: '🔥 sofa' })).toBe('yes')
  })

  it('does not read past the limit', () => {
    const title = `${'x '.repeat(9_999)}a sofa`
    expect(verdict({ all: ['a'] }, { title })).toBe('yes')
    expect(verdict({ all: ['sofa'] }, { title })).toBe('no')
    expect(verdict({ all: ['cushions'] }, { title })).toBe('no')
  })
})

describe('facts', () => {
  it('matches everything with a rule that asks for nothing, and nothing with one switched off', () => {
    const bare = { condition: null, priceCents: null, lat: null, lon: null, description: null, title: '' }
    expect(verdict({}, bare)).toBe('yes')
    expect(verdict({ enabled: false }, bare)).toBe('no')
  })

  it.each<[Partial<Rule>, Partial<MatchSubject>, Outcome]>([
    [{ priceCentsMax: 25_000 }, {}, 'yes'],
    [{ priceCentsMin: 25_000 }, {}, 'yes'],
    [{ priceCentsMax: 24_999 }, {}, 'no'],
    [{ priceCentsMin: 25_001 }, {}, 'no'],
    [{ priceCentsMax: 0 }, { priceCents: 0 }, 'yes'],
    [{ priceCentsMax: 100 }, { priceCents: 0 }, 'yes'],
    [{ priceCentsMin: 1 }, { priceCents: 0 }, 'no'],
    [{ priceCentsMin: 0 }, { priceCents: null }, 'no'],
    [{ priceCentsMax: 99_999 }, { priceCents: null }, 'no'],
    [{ priceCentsMax: 99_999 }, { currency: 'EUR' }, 'no'],
    [{}, { currency: 'EUR', priceCents: null }, 'yes'],
    [{ marketplaces: ['ebay'] }, {}, 'no'],
    [{ marketplaces: ['ebay', 'craigslist'] }, {}, 'yes'],
    [{ categories: ['bikes'] }, {}, 'no'],
    [{ categories: ['bikes', 'furniture'] }, {}, 'yes'],
    [{ conditions: ['new', 'good'] }, {}, 'yes'],
    [{ conditions: ['new'] }, {}, 'no'],
    [{ conditions: ['new'] }, { condition: null }, 'unknown'],
    [{}, { kind: 'accessory' }, 'no'],
    [{}, { kind: 'broken' }, 'no'],
    [{}, { kind: 'wanted' }, 'no'],
    [{}, { kind: 'lot' }, 'yes'],
    [{ kinds: ['any'] }, { kind: 'wanted' }, 'yes'],
    [{ kinds: ['accessory'] }, { kind: 'accessory' }, 'yes'],
    [{ kinds: ['accessory'] }, {}, 'no'],
    [{ all: ['iphone case'] }, { title: 'iPhone case', kind: 'accessory' }, 'yes'],
    [{ all: ['saddle'] }, { title: 'Saddle', kind: 'part' }, 'yes'],
    [{ all: ['road bike'] }, { title: 'Road bike saddle', kind: 'part' }, 'no'],
    [{ any: ['"iphone 12"', '"iphone charger"'] }, { title: 'iPhone charger', kind: 'accessory' }, 'yes'],
    [{ query: 'iphone AND (case OR cover)' }, { title: 'Cover iPhone', kind: 'accessory' }, 'yes'],
    [{ conditions: ['for-parts'] }, { kind: 'broken', condition: 'good' }, 'yes'],
    [{ conditions: ['for-parts'] }, { kind: 'broken', condition: null }, 'yes'],
    [{ conditions: ['good'] }, { kind: 'broken', condition: 'good' }, 'no'],
    [{}, { kind: 'accessory', kindDoubt: 'open' }, 'unknown'],
    [{}, { kind: 'thing', kindDoubt: 'open' }, 'unknown'],
    [{}, { kind: 'accessory', kindDoubt: 'settled' }, 'yes'],
    [{ kinds: ['accessory'] }, { kind: 'accessory', kindDoubt: 'settled' }, 'yes'],
    [{ kinds: ['service'] }, { kind: 'accessory', kindDoubt: 'open' }, 'no'],
    [{ conditions: ['new'], priceCentsMax: 1 }, { condition: null }, 'no'],
    [{ conditions: ['new'], all: ['oak'] }, { condition: null }, 'no'],
  ])('%o on %o gives %s', (rule, subject, expected) => {
    expect(verdict(rule, subject)).toBe(expected)
  })

  it('takes the radius as inclusive and missing coordinates as unknown', () => {
    const centre = { lat: 37.7, lon: -122.2 }
    const radiusKm = distanceKm(centre, { lat: 37.8, lon: -122.27 })
    const place = { text: 'here', label: 'here', ...centre, radiusKm }
    expect(verdict({ places: [place] })).toBe('yes')
    expect(verdict({ places: [{ ...place, radiusKm: radiusKm - 0.001 }] })).toBe('no')
    expect(verdict({ places: [place] }, { lat: null })).toBe('unknown')
    expect(verdict({ places: [place] }, { lon: null })).toBe('unknown')
    expect(verdict({ places: [place], conditions: ['new'] }, { lat: null })).toBe('no')
  })

  const shop = sellerKey('Café Möbel')!
  it.each<[Partial<Rule>, Partial<MatchSubject>, Outcome]>([
    [{ handover: 'local' }, { pickup: true }, 'yes'],
    [{ handover: 'local' }, { pickup: false, ships: true }, 'no'],
    [{ handover: 'local' }, { pickup: null }, 'unknown'],
    [{ handover: 'ships' }, { ships: true, pickup: false }, 'yes'],
    [{ handover: 'ships' }, { ships: false }, 'no'],
    [{ handover: 'ships' }, { ships: null }, 'unknown'],
    [{ handover: 'any' }, { ships: null, pickup: null }, 'yes'],
    [{ sellersOnly: ['x', ' cafe mobel '] }, { sellerKey: shop }, 'yes'],
    [{ sellersOnly: ['x'] }, { sellerKey: shop }, 'no'],
    [{ sellersOnly: ['x'] }, { sellerKey: null }, 'unknown'],
    [{ sellersNot: ['x', 'CAFÉ MÖBEL'] }, { sellerKey: shop }, 'no'],
    [{ sellersNot: ['x'] }, { sellerKey: shop }, 'yes'],
    [{ sellersNot: ['x'] }, { sellerKey: null }, 'yes'],
    [{ riskMax: 5 }, { risk: 5 }, 'yes'],
    [{ riskMax: 4 }, { risk: 5 }, 'no'],
    [{ discountPctMin: 50 }, { priceCents: 500, valueCents: 1000 }, 'yes'],
    [{ discountPctMin: 50 }, { priceCents: 501, valueCents: 1000 }, 'no'],
    [{ discountPctMin: 100 }, { priceCents: 0, valueCents: 1000 }, 'yes'],
    [{ discountPctMin: 1 }, { priceCents: null }, 'no'],
    [{ discountPctMin: 1 }, { valueCents: null }, 'no'],
    [{ confidencePctMin: 80 }, { confidencePct: 80 }, 'yes'],
    [{ confidencePctMin: 81 }, { confidencePct: 80 }, 'no'],
    [{ confidencePctMin: 1 }, { confidencePct: null }, 'no'],
    [{ query: 'sofa -leather' }, {}, 'yes'],
    [{ query: 'sofa grey /two c/' }, {}, 'yes'],
    [{ query: '"grey comes"' }, {}, 'no'],
    [{ query: 'cushion' }, { description: null }, 'no'],
    [{ query: '-cushion' }, { description: null }, 'yes'],
    [{ query: 'sofa', all: ['oak'] }, {}, 'no'],
    [{ query: 'sofa AND' }, {}, 'no'],
  ])('%o on %o gives %s', (rule, subject, expected) => {
    expect(verdict(rule, subject)).toBe(expected)
  })
})

describe('figures', () => {
  const asked: string[] = []
  const answer =
    <T>(name: string, value: T) =>
    () => {
      asked.push(name)
      return value
    }
  const figures = (score: number, landed: number | null, profit: number | null): Figures<Rule> => ({
    score: answer('score', score),
    landedCents: answer('landed', landed),
    profitCents: answer('profit', profit),
  })
  const limits = { scoreMin: 70, landedCentsMax: 30_000, profitCentsMin: 5_000 }

  it.each<[Partial<Rule>, Partial<MatchSubject>, Figures<Rule>, Outcome, string[]]>([
    [{}, {}, figures(70, 1, 1), 'yes', []],
    [{ ...limits, all: ['oak'] }, {}, figures(70, 30_000, 5_000), 'no', []],
    [{ ...limits, conditions: ['good'] }, { condition: null }, figures(70, 1, 1), 'unknown', []],
    [limits, {}, figures(70, 30_000, 5_000), 'yes', ['score', 'landed', 'profit']],
    [limits, {}, figures(69, 30_000, 5_000), 'no', ['score']],
    [limits, {}, figures(70, 30_001, 5_000), 'no', ['score', 'landed']],
    [limits, {}, figures(70, null, 5_000), 'no', ['score', 'landed']],
    [limits, {}, figures(70, 30_000, 4_999), 'no', ['score', 'landed', 'profit']],
    [limits, {}, figures(70, 30_000, null), 'no', ['score', 'landed', 'profit']],
    [limits, { currency: 'EUR' }, figures(70, 30_000, 5_000), 'no', ['score']],
    [{ profitCentsMin: 1 }, { currency: 'EUR' }, figures(70, 1, 1), 'no', []],
    [{ profitCentsMin: 0 }, {}, figures(0, null, 0), 'yes', ['profit']],
    [{ profitCentsMin: 0 }, {}, figures(0, null, -1), 'no', ['profit']],
  ])('are asked in order, only when all before is met: %o on %o', (rule, subject, of, expected, order) => {
    asked.length = 0
    expect(matchRule(sampleRule(rule), sampleSubject(subject), of).verdict).toBe(expected)
    expect(asked).toEqual(order)
  })
})

describe('the trace', () => {
  it('has one line for each condition that the rule sets, with its words and figures', () => {
    const { trace } = matchRule(
      sampleRule({
        all: ['sofa', '"oak table"'],
        any: ['grey', 'blue'],
        none: ['leather'],
        categories: ['furniture'],
        conditions: ['good'],
        priceCentsMax: 20_000,
        places: [{ text: 'Oakland', label: 'Oakland', lat: 37.8, lon: -122.27, radiusKm: 40 }],
        scoreMin: 50,
        marketplaces: ['craigslist'],
      }),
      sampleSubject({ condition: null }),
      never,
    )
    expect(trace.map(({ condition, outcome, sentence }) => `${condition} ${outcome}: ${sentence}`)).toEqual([
      'marketplaces yes: It is on craigslist, one of the marketplaces you chose.',
      'categories yes: Its category is furniture, one of those you chose.',
      'price no: It costs 250.00 USD, above your limit of 200.00 USD.',
      'keywords.all no: It lacks what you want: “oak table”.',
      'keywords.any yes: Of the words of which you want at least one it has “grey”.',
      'keywords.none yes: It has nothing you do not want: “leather”.',
      'conditions unknown: Its condition is not known yet; you want good.',
      'places yes: It is 0.0 km (0.0 mi) away, within your 40.0 km (24.9 mi) around Oakland.',
      'scoreMin unknown: The deal score is looked at only when everything else fits.',
    ])
  })

  it('says of an expression which part decided', () => {
    const say = (query: string) =>
      matchRule(sampleRule({ query }), sampleSubject(), never).trace.map(({ sentence }) => sentence)[0]
    expect(say('sofa (grey OR blue) -leather')).toBe('It fits your expression: it has “sofa” and “grey”.')
    expect(say('-leather')).toBe('It has nothing that your expression rules out.')
    expect(say('sofa oak')).toBe('It lacks “oak”, which your expression needs.')
    expect(say('sofa (couch OR /oa?k/)')).toBe(
      'It lacks “couch” and /oa?k/, one of which your expression needs.',
    )
    expect(say('sofa -grey')).toBe('It has “grey”, which your expression rules out.')
    expect(say('NOT (oak OR grey OR sofa)')).toBe(
      'It has “grey” and “sofa”, which your expression rules out.',
    )
    expect(say('NOT (grey sofa)')).toBe('It fits “grey sofa”, which your expression rules out.')
    expect(say('(sofa oak) OR couch')).toBe(
      'It does not fit “(sofa oak) OR couch”, which your expression needs.',
    )
    expect(say('a OR b OR c OR d OR e OR f OR g OR h')).toBe(
      'It lacks “a”, “b”, “c”, “d”, “e”, “f” and 2 more, one of which your expression needs.',
    )
    expect(say('sofa AND')).toMatch(/^Your expression cannot be read, so nothing fits it: After “AND”/)
  })

  it('has a sentence for each further condition', () => {
    const { trace } = matchRule(
      sampleRule({
        handover: 'ships',
        sellersOnly: ['Anna'],
        sellersNot: ['Bob'],
        riskMax: 4,
        discountPctMin: 10,
        confidencePctMin: 90,
        landedCentsMax: 1,
        profitCentsMin: 1,
      }),
      sampleSubject({ sellerKey: sellerKey('anna') }),
      never,
    )
    expect(trace.map(({ condition, outcome, sentence }) => `${condition} ${outcome}: ${sentence}`)).toEqual([
      'handover no: It cannot be sent, and you want that.',
      'sellersOnly yes: It is sold by “Anna”, one of the sellers you chose.',
      'sellersNot yes: It is sold by nobody you do not want: “Bob”.',
      'riskMax no: Its risk is 5, above your 4.',
      'discountPctMin yes: It costs 250.00 USD, fair would be 300.00 USD: at least your 10 % less.',
      'confidencePctMin no: Its fair value is 80 % sure, less than your 90 %.',
      'landedCentsMax unknown: The price with shipping and the way is looked at only when everything else fits.',
      'profitCentsMin unknown: The expected profit is looked at only when everything else fits.',
    ])
  })

  it('is empty for a rule that asks for nothing', () => {
    expect(matchRule(sampleRule(), sampleSubject(), never)).toEqual({ verdict: 'yes', trace: [] })
  })
})

describe('keywordMatch', () => {
  it('is the share of the wanted words that stand in the title', () => {
    const share = (rule: Partial<Rule>, subject: Partial<MatchSubject> = {}) =>
      keywordMatch(sampleRule(rule), sampleSubject(subject))
    expect(share({})).toBeNull()
    expect(share({ none: ['leather'] })).toBeNull()
    expect(share({ all: ['sofas', 'grey'] })).toBe(1)
    expect(share({ all: ['sofa', 'cushion'] })).toBe(0.5)
    expect(share({ all: ['sofa'], any: ['cushion', 'leather', 'grey'] })).toBe(2 / 3)
    expect(share({ any: ['cushion'] })).toBe(0)
    expect(share({ any: ['leather'] })).toBe(0)
    expect(share({ query: '(sofa OR leather) cushion -oak' })).toBe(0.5)
    expect(share({ query: '-leather' })).toBeNull()
    expect(share({ query: '/sofa/' })).toBeNull()
    expect(share({ query: 'sofa AND' })).toBeNull()
  })
})

describe('a listing whose own page was not read yet', () => {
  const unread = sampleSubject({
    title: 'Grey sofa',
    description: null,
    sellerKey: null,
    risk: 10,
    unread: true,
  })
  const read = { ...unread, unread: false }
  const verdictOf = (rule: Partial<Rule>, subject = unread) =>
    matchRule(sampleRule(rule), subject, noFigures).verdict

  it.each<[Partial<Rule>, Outcome, Outcome]>([
    [{ all: ['sofa'] }, 'yes', 'yes'],
    [{ all: ['sofa', 'smoke free'] }, 'unknown', 'no'],
    [{ all: ['🔥'] }, 'no', 'no'],
    [{ any: ['couch', 'sofa'] }, 'yes', 'yes'],
    [{ any: ['couch'] }, 'unknown', 'no'],
    [{ none: ['grey'] }, 'no', 'no'],
    [{ none: ['leather'] }, 'unknown', 'yes'],
    [{ all: ['leather'], none: ['grey'] }, 'no', 'no'],
    [{ query: 'sofa' }, 'yes', 'yes'],
    [{ query: 'sofa -leather' }, 'unknown', 'yes'],
    [{ query: 'sofa OR -leather' }, 'yes', 'yes'],
    [{ query: 'couch OR (chair -grey)' }, 'unknown', 'no'],
    [{ query: 'chair -grey' }, 'no', 'no'],
    [{ query: 'NOT (leather sofa)' }, 'unknown', 'yes'],
    [{ query: '/so[fv]a/' }, 'yes', 'yes'],
    [{ query: '/sofa\\z/' }, 'unknown', 'yes'],
    [{ query: '/leather/' }, 'unknown', 'no'],
    [{ sellersNot: ['Ann'] }, 'unknown', 'yes'],
    [{ riskMax: 20 }, 'unknown', 'yes'],
    [{ riskMax: 5 }, 'no', 'no'],
    [{ riskMax: 100 }, 'yes', 'yes'],
    [{ none: ['leather'], priceCentsMax: 1 }, 'no', 'no'],
  ])('%j: %s, and %s once it was read', (rule, before, after) => {
    expect([verdictOf(rule), verdictOf(rule, read)]).toEqual([before, after])
  })

  it('is never decided against what its page then says', () => {
    fc.assert(
      fc.property(randomRule(3), randomSubject, words(8), (rule, subject, description) => {
        const before = matchRule(rule, { ...subject, unread: true, description: null }, noFigures).verdict
        const after = matchRule(rule, { ...subject, unread: false, description }, noFigures).verdict
        if (before !== 'unknown') expect(after).toBe(before)
      }),
      { numRuns: 3_000 },
    )
  })
})
