import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { distanceKm } from '../core/places.ts'
import { createMatcher } from './matcher.ts'
import { keywordMatch, matchRule, type Outcome } from './reference.ts'
import { sampleRule, sampleSubject } from './samples.ts'
import type { MatchSubject, Rule } from './schema.ts'

const never = (): number => {
  throw new Error('the score must not be asked for')
}

function verdict(rule: Partial<Rule>, subject: Partial<MatchSubject> = {}): Outcome {
  return matchRule(sampleRule(rule), sampleSubject(subject), never).verdict
}

const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/^\| (.+) \| (.+) \| (yes|no) \|$/gm)].map(
  (row) => row.slice(1) as [string, string, string],
)

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
})

describe('the least score', () => {
  it('is asked for once, only when everything else is met', () => {
    let asked = 0
    const score = (): number => {
      asked++
      return 70
    }
    const on = (rule: Partial<Rule>, subject: Partial<MatchSubject> = {}) =>
      matchRule(sampleRule(rule), sampleSubject(subject), score).verdict
    expect(on({})).toBe('yes')
    expect(on({ scoreMin: 70, all: ['oak'] })).toBe('no')
    expect(on({ scoreMin: 70, conditions: ['good'] }, { condition: null })).toBe('unknown')
    expect(asked).toBe(0)
    expect(on({ scoreMin: 70 })).toBe('yes')
    expect(on({ scoreMin: 71 })).toBe('no')
    expect(asked).toBe(2)
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
  })
})
