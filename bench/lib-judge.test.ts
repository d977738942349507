import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isSameModel,
  judgeCluster,
  judgeFair,
  judgeFault,
  judgePart,
  judgePlaceholder,
  judgeQuestion,
  judgeRisk,
  judgeZero,
  type SeenListing,
  type Verdict,
  wholePrice,
} from './lib-judge.ts'
import {
  type AnsweredValue,
  forbiddenCategory,
  readFaultWish,
  readQuotedRule,
  readRiskWish,
  readValueWish,
  wholeCategories,
} from './lib-judge-sentence.ts'

const value = (midUnits: number, confidence = 0.5, currency = 'USD'): AnsweredValue => ({
  lowCents: midUnits * 50,
  midCents: midUnits * 100,
  highCents: midUnits * 200,
  currency,
  confidence,
})

const seen: SeenListing = {
  category: 'electronics',
  condition: null,
  priceCents: 1000,
  score: 40,
  value: null,
  risk: { score: 0, level: 'low' },
  riskSignals: [],
  comps: [],
  wholeCents: 30_000,
  toldFor: null,
  evidenceFor: 0,
}

describe('sentences', () => {
  test('a middle is asked for within its bounds and in its currency, whatever the amounts', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99_999), fc.nat(99_999), (from, span, mid) => {
        const to = from + span
        const wish = readValueWish(`middle between ${from} and ${to.toLocaleString('en')} USD`)
        expect(wish?.(value(mid), null)).toBe(from <= mid && mid <= to)
        expect(wish?.(value(mid, 0.5, 'GBP'), null)).toBe(false)
        expect(wish?.(null, null)).toBe(false)
      }),
    )
  })

  test('an alternative to no value needs all of its clauses, and the true price to be known', () => {
    const wish = readValueWish(
      'no value (nothing of it, or its maker, is known), or a range that holds the true price and a confidence below 0.2',
    )!
    expect(wish(null, null)).toBe(true)
    expect(wish(value(100, 0.3), 10_000)).toBe(false)
    expect(wish(value(100, 0.3), null)).toBe(false)
    expect(wish(value(100, 0.1), null)).toBe(null)
    expect(wish(value(100, 0.1), 15_000)).toBe(true)
    expect(wish(value(100, 0.1), 90_000)).toBe(false)
  })

  test('what is not wholly understood asks for nothing', () => {
    for (const sentence of [
      '',
      'about right',
      'middle near 200 USD',
      'middle between 1 and 2 USD and a red bow',
      'no value or the moon',
    ])
      expect(readValueWish(sentence), sentence).toBe(null)
    expect(readRiskWish('a vase for £8')).toBe(null)
    expect(readFaultWish('a nice one')).toBe(null)
    expect(judgeQuestion({ should: 'the moon' }, value(1)).right).toBe(null)
    expect(judgeRisk({ should: 'a vase' }, seen).right).toBe(null)
    expect(judgeFault({ should: 'a nice one' }, seen).right).toBe(null)
    expect(judgeCluster({ should: 'two lamps' }, [[1], [1]]).right).toBe(null)
  })

  test('signs behind "no" are forbidden, signs that must be seen are demanded, quotes of the listing are neither', () => {
    expect(readRiskWish('"a deposit holds it" after viewing: no advance-fee sign')).toMatchObject({
      levelMin: null,
      signals: [],
      noSignals: expect.arrayContaining(['payment-advance', 'deposit']),
    })
    expect(readRiskWish('a scarf: no "$9 is 1 % of the usual $700"')?.noSignals).toContain(
      'price-implausible',
    )
    expect(
      readRiskWish('risk: "I pay by gift card" at half price: shipping-only, at least elevated'),
    ).toEqual({
      levelMin: 'elevated',
      levelMax: null,
      signals: [['shipping-only']],
      noSignals: [],
    })
    expect(readRiskWish('activation lock in the description must be seen')?.signals).toEqual([['locked']])
    expect(readRiskWish('sold unlocked for $90, no text: at least high')).toMatchObject({
      levelMin: 'high',
      signals: [],
      noSignals: [],
    })
  })

  test('rules and categories are read from the sentences that name them', () => {
    expect(readQuotedRule('not told to a rule "pixel 9 up to $1,350, score 75"')).toEqual({
      words: 'pixel 9',
      priceCentsMax: 135_000,
      scoreMin: 75,
    })
    expect(readQuotedRule('not told to a rule for the phone')).toBe(null)
    expect(forbiddenCategory('a strap: not category cameras, not valued by cameras')).toBe('cameras')
    expect(wholeCategories('a part or other thing: not valued by whole cars or bicycles')).toEqual([
      'cars',
      'bikes',
    ])
  })
})

describe('each checker', () => {
  const right = (verdict: Verdict) => verdict.right
  const part = { should: 'an accessory: not category phones, not valued by phones' }

  test('of parts tells them from the whole by value, score, rule and category', () => {
    const judge = (changes: Partial<SeenListing>) => right(judgePart(part, { ...seen, ...changes }))
    expect(judge({})).toBe(true)
    expect(judge({ value: value(90) })).toBe(true)
    expect(judge({ value: value(110) })).toBe(false)
    expect(judge({ value: value(110), wholeCents: null })).toBe(null)
    expect(judge({ score: 70 })).toBe(false)
    expect(judge({ toldFor: 'the rule "pixel 9"' })).toBe(false)
    expect(judge({ category: 'phones' })).toBe(false)
    expect(judge({ category: 'phones', kind: 'thing' })).toBe(false)
    expect(judge({ category: 'phones', kind: 'accessory' })).toBe(true)
    const comp = { title: 'Case', priceCents: 12_000, currency: 'USD', condition: null, same: false }
    const priced = { value: value(110), kind: 'accessory' }
    expect(judge({ ...priced, comps: [{ ...comp, kind: 'accessory' }] })).toBe(true)
    expect(judge({ ...priced, comps: [{ ...comp, kind: 'part' }] })).toBe(true)
    expect(judge({ ...priced, comps: [{ ...comp, kind: 'accessory', priceCents: 900 }] })).toBe(false)
    expect(judge({ ...priced, comps: [{ ...comp, kind: 'wanted' }] })).toBe(false)
    expect(
      judge({
        ...priced,
        comps: [
          { ...comp, kind: 'thing' },
          { ...comp, kind: 'accessory' },
        ],
      }),
    ).toBe(false)
  })

  test('of faults tells a broken or copied one from a working, real one', () => {
    const judge = (should: string, changes: Partial<SeenListing>) =>
      right(judgeFault({ should }, { ...seen, ...changes }))
    expect(judge('needs a new board: broken', { condition: 'for-parts', value: value(180) })).toBe(true)
    expect(judge('needs a new board: broken', { condition: 'for-parts', value: value(190) })).toBe(false)
    expect(judge('needs a new board: broken', { condition: 'good' })).toBe(false)
    expect(judge('needs a new board: broken', { kind: 'broken' })).toBe(true)
    expect(judge('needs a new board: broken', { kind: 'broken', score: 70 })).toBe(false)
    expect(judge('a cracked screen: below a whole one', { value: value(250) })).toBe(true)
    expect(judge('a cracked screen: below a whole one', { value: value(260) })).toBe(false)
    const fake = { name: 'counterfeit', sentence: '' }
    const high = { risk: { score: 80, level: 'high' as const } }
    expect(judge('a replica: high risk', { riskSignals: [fake], ...high })).toBe(true)
    expect(
      judge('a replica: high risk', { riskSignals: [fake], risk: { score: 30, level: 'elevated' } }),
    ).toBe(false)
    expect(judge('a replica: high risk', high)).toBe(false)
    expect(judge('locked: for parts or risk', { risk: { score: 30, level: 'elevated' } })).toBe(true)
    expect(judge('locked: for parts or risk', {})).toBe(false)
    expect(judge('a swap: not free', { priceCents: 0 })).toBe(false)
    expect(judge('a swap: not free', { priceCents: 0, priceMeaning: 'none' })).toBe(true)
  })

  test('of prices of nothing takes none for a deal or a gift', () => {
    const judge = (should: string, changes: Partial<SeenListing>) =>
      right(judgeZero({ should }, { ...seen, ...changes }))
    expect(judge('a job', { priceCents: null })).toBe(true)
    expect(judge('a job', { priceCents: 0 })).toBe(false)
    expect(judge('a job', { priceCents: 0, priceMeaning: 'offers' })).toBe(true)
    expect(judge('a job', { priceCents: null, category: 'free' })).toBe(false)
    expect(judge('a job', { priceCents: null, score: 71 })).toBe(false)
    expect(judge('free to collector, worn', { priceCents: 0 })).toBe(true)
    expect(judge('free to collector: for parts', { priceCents: 0 })).toBe(false)
    expect(judge('free to collector: for parts', { priceCents: 0, kind: 'broken' })).toBe(true)
  })

  test('of placeholders lets none be a deal or evidence', () => {
    const judge = (changes: Partial<SeenListing>) =>
      right(judgePlaceholder({ should: '' }, { ...seen, ...changes }))
    expect(judge({})).toBe(true)
    expect(judge({ score: 75 })).toBe(false)
    expect(judge({ evidenceFor: 1 })).toBe(false)
  })

  test('of fair values wants what is sure to be what the same model asks', () => {
    const comp = { title: '', priceCents: 10_000, currency: 'USD', condition: null, same: true }
    const judge = (changes: Partial<SeenListing>) => right(judgeFair({ should: '' }, { ...seen, ...changes }))
    expect(judge({})).toBe(true)
    expect(judge({ value: value(400), comps: [comp] })).toBe(false)
    expect(judge({ value: value(400, 0.3), comps: [comp] })).toBe(true)
    expect(judge({ value: value(120), comps: [comp] })).toBe(true)
    expect(judge({ value: value(100), comps: [{ ...comp, same: false }] })).toBe(false)
    expect(judge({ value: value(100), comps: [{ ...comp, currency: 'GBP' }] })).toBe(false)
  })

  test('of risk wants the demanded sign and level, and not the forbidden ones', () => {
    const judge = (should: string, level: SeenListing['risk']['level'], ...names: string[]) =>
      right(
        judgeRisk(
          { should },
          { ...seen, risk: { score: 0, level }, riskSignals: names.map((name) => ({ name, sentence: '' })) },
        ),
      )
    expect(judge('at least elevated', 'low')).toBe(false)
    expect(judge('at least elevated', 'high')).toBe(true)
    expect(judge('no price signal', 'low', 'price-bait')).toBe(false)
    expect(judge('no price signal', 'low', 'urgency')).toBe(true)
    expect(judge('the lock must be seen', 'high')).toBe(false)
    expect(judge('the lock must be seen', 'low', 'locked')).toBe(true)
    expect(judge('low risk', 'elevated')).toBe(false)
  })

  test('of clusters tells one thing from two', () => {
    const apart = (...clusters: (number | null)[][]) =>
      right(judgeCluster({ should: 'two things, not one cluster' }, clusters))
    expect(apart([1], [1])).toBe(false)
    expect(apart([1, 2], [3, 2])).toBe(false)
    expect(apart([1], [null])).toBe(true)
    expect(apart([null], [null])).toBe(true)
    expect(apart([1], [])).toBe(null)
    const joined = (...clusters: (number | null)[][]) =>
      right(judgeCluster({ should: 'one boat: one cluster instead of two' }, clusters))
    expect(joined([1], [1, 1])).toBe(true)
    expect(joined([1, 2], [1, 2])).toBe(false)
    expect(joined([null], [null])).toBe(false)
  })
})

describe('a market', () => {
  test('has the same model behind titles that share its words, not behind those that share its maker', () => {
    const counts: Record<string, number> = { toyo: 200, corona: 20, crown: 25, clean: 400, unique: 1 }
    const same = (one: string, other: string) => isSameModel(one, other, (word) => counts[word] ?? 0, 1000)
    expect(same('2007 Toyo Corona clean unique', 'Toyo Corona 2012')).toBe(true)
    expect(same('2007 Toyo Corona clean', '2007 Toyo Crown clean')).toBe(false)
    expect(same('2007', '2007')).toBe(false)
  })

  test('tells what a whole one costs although accessories are among its prices', () => {
    expect(wholePrice([500, 800, 700, 20_000, 22_000, 24_000, 26_000])).toBe(24_000)
    expect(wholePrice([20_000, 22_000])).toBe(null)
  })
})
