import { describe, expect, it } from 'vitest'
import type { Figures } from '../../model/rule-schema.ts'
import { sampleRule, sampleSubject } from '../samples.ts'
import { pageBudget } from './budget.ts'
import { createMatcher, type MatcherRule, type MatchResult, verdict } from './matcher.ts'

const figures: Figures<MatcherRule> = { score: () => 50, landedCents: () => null, profitCents: () => null }

const outcomes = ({ length, ruleIds, verdicts }: MatchResult) =>
  Object.fromEntries(Array.from({ length }, (_, at) => [ruleIds[at]!, verdicts[at]!]))

describe('a page budget', () => {
  it('puts off what a person has no more time for, and nothing of anybody else, nor what costs nothing', () => {
    const costly = (id: number, userId: number) => sampleRule({ id, userId, query: '/s.fa/' })
    const matcher = createMatcher([
      costly(1, 1),
      costly(2, 1),
      costly(3, 2),
      sampleRule({ id: 4, userId: 1, all: ['sofa'] }),
    ])
    let nowMs = 0
    // Each look at the clock is 15 ms after the last one: an expression takes so long.
    const budget = pageBudget(() => (nowMs += 15))
    const rounds = Array.from({ length: 9 }, () => outcomes(matcher.match(sampleSubject(), figures, budget)))
    expect(rounds[0]).toEqual({ 1: verdict.yes, 2: verdict.yes, 3: verdict.yes, 4: verdict.yes })
    expect(rounds[8]).toEqual({ 1: verdict.putOff, 2: verdict.putOff, 3: verdict.putOff, 4: verdict.yes })
    const counts = (id: number) => rounds.filter((round) => round[id] === verdict.yes).length
    expect(counts(1) + counts(2)).toBe(7)
    expect(counts(3)).toBe(7)
  })

  it('gives an expression that may take long no time at all, however little was spent', () => {
    const matcher = createMatcher([sampleRule({ id: 1, query: '/(?:.?\\pL){110}x/' })])
    const long = sampleSubject({ description: 'a '.repeat(9_000) })
    expect(outcomes(matcher.match(long, figures, pageBudget()))).toEqual({ 1: verdict.putOff })
    expect(outcomes(matcher.match(long, figures))).toEqual({})
    expect(outcomes(matcher.match(sampleSubject(), figures, pageBudget()))).toEqual({})
  })
})
