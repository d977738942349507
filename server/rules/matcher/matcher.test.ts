import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceKm } from '../../core/places.ts'
import type { Figures, MatchSubject, Rule } from '../../model/rule-schema.ts'
import { keywordMatch } from '../explain/keyword-match.ts'
import { matchRule } from '../explain/reference.ts'
import { sampleRule, sampleSubject } from '../samples.ts'
import { createMatcher, type Matcher, type MatcherRule, verdict } from './matcher.ts'
import { randomRule, randomSubject, words } from './test-kit.ts'

interface Answers {
  /** `id verdict`. */
  found: string[]
  /** `id figure` in the order asked, by rule. */
  asked: string[]
}

/** Figures that differ by rule, and the questions that were asked. */
function figuresOf<R extends { id: number }>(asked: string[]): Figures<R> {
  const figure = (name: string) => (rule: R) => {
    asked.push(`${rule.id} ${name}`)
    return (rule.id * 50) % 101
  }
  return {
    score: figure('score'),
    landedCents: (rule) => (rule.id % 7 === 6 ? null : figure('landed')(rule)),
    profitCents: (rule) => (rule.id % 7 === 5 ? null : figure('profit')(rule)),
  }
}

// Questions of one rule stay in their order.
const byId = (lines: string[]) => lines.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))

function expected(rules: Iterable<Rule>, subject: MatchSubject): Answers {
  const asked: string[] = []
  const found = [...rules].flatMap((rule) => {
    const { verdict } = matchRule(rule, subject, figuresOf(asked))
    return verdict === 'no' ? [] : [`${rule.id} ${verdict}`]
  })
  return { found: byId(found), asked: byId(asked) }
}

function answers(matcher: Matcher, subject: MatchSubject): Answers {
  const asked: string[] = []
  const result = matcher.match(subject, figuresOf<MatcherRule>(asked))
  const found = Array.from(
    { length: result.length },
    (_, at) => `${result.ruleIds[at]} ${result.verdicts[at] === 1 ? 'yes' : 'unknown'}`,
  )
  return { found: byId(found), asked: byId(asked) }
}

function nearest({ places }: Rule, { lat, lon }: MatchSubject) {
  if (lat === null || lon === null) return places[0]
  return places.toSorted((a, b) => distanceKm(a, { lat, lon }) - distanceKm(b, { lat, lon }))[0]
}

/** What a match tells of its rule is what the rule says. */
function checkViews(matcher: Matcher, rules: ReadonlyMap<number, Rule>, subject: MatchSubject): void {
  const result = matcher.match(subject, figuresOf([]))
  for (let at = 0; at < result.length; at++) {
    const rule = rules.get(result.ruleIds[at]!)!
    const view = result.rule(at)
    const place = nearest(rule, subject)
    expect(pick(view)).toEqual({
      id: rule.id,
      userId: rule.userId,
      weights: rule.weights,
      place: place ? { lat: place.lat, lon: place.lon } : null,
    })
    // Terms that an expression joins by AND are all wanted here, which differs only while some of them are missing.
    const isCertain = result.verdicts[at] === verdict.yes
    if (isCertain || !subject.unread) expect(view.keywordShare()).toBe(keywordMatch(rule, subject))
    expect(result.userIds[at]).toBe(rule.userId)
  }
}

function pick({ id, userId, weights, place }: MatcherRule) {
  return { id, userId, weights, place: place && { lat: place.lat, lon: place.lon } }
}

type Step = { add: Rule } | { remove: number } | { match: MatchSubject }

describe('createMatcher', () => {
  it('gives the answers of the reference and asks for the same figures, after any adding, replacing and removing', () => {
    const steps = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: randomRule(12).map((add): Step => ({ add })) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }).map((remove): Step => ({ remove })) },
        { weight: 4, arbitrary: randomSubject.map((match): Step => ({ match })) },
      ),
      { maxLength: 40, size: 'large' },
    )
    const seen = { yes: 0, unknown: 0, score: 0, landed: 0, profit: 0 }
    fc.assert(
      fc.property(fc.array(randomRule(12), { maxLength: 8, size: 'large' }), steps, (first, then) => {
        const kept = new Map(first.map((rule) => [rule.id, rule]))
        const matcher = createMatcher(first)
        for (const step of then) {
          if ('add' in step) {
            kept.set(step.add.id, step.add)
            matcher.add(step.add)
          } else if ('remove' in step) {
            expect(matcher.remove(step.remove)).toBe(kept.delete(step.remove))
          } else {
            const own = answers(matcher, step.match)
            expect(own).toEqual(expected(kept.values(), step.match))
            checkViews(matcher, kept, step.match)
            for (const line of [...own.found, ...own.asked]) seen[line.split(' ')[1] as keyof typeof seen]++
          }
          expect(matcher.size).toBe(kept.size)
        }
      }),
      { numRuns: 600 },
    )
    // The property says little unless every kind of answer is common.
    for (const [kind, count] of Object.entries(seen)) expect([kind, count >= 60]).toEqual([kind, true])
  })

  it('stays right over thousands of rules that come and go, and lets go of what is gone', () => {
    const rules = fc.sample(randomRule(2500), { numRuns: 6000, seed: 7 })
    const subjects = fc.sample(randomSubject, { numRuns: 20, seed: 8 })
    const kept = new Map(rules.slice(0, 1500).map((rule) => [rule.id, rule]))
    const matcher = createMatcher(rules.slice(0, 1500))
    const check = () => {
      for (const subject of subjects) {
        const own = answers(matcher, subject)
        const all = expected(kept.values(), subject)
        if (!subject.unread) expect(own).toEqual(all)
        else {
          // Of rules whose words may yet come there is no room for all.
          const certain = (found: string[]) => found.filter((line) => line.endsWith('yes'))
          expect(certain(own.found)).toEqual(certain(all.found))
          expect(all.found).toEqual(expect.arrayContaining(own.found))
          expect(own.asked).toEqual(all.asked)
        }
      }
    }
    check()
    let largest = 0
    for (let round = 0; round < 4; round++) {
      for (const rule of rules) {
        const withOwnWord = { ...rule, none: [...rule.none, `w${round}x${rule.id}`] }
        if ((rule.id + round) % 3 === 0) expect(matcher.remove(rule.id)).toBe(kept.delete(rule.id))
        else {
          matcher.add(withOwnWord)
          kept.set(rule.id, withOwnWord)
        }
      }
      check()
      if (round < 2) largest = Math.max(largest, matcher.bytes)
    }
    for (const subject of subjects) checkViews(matcher, kept, subject)
    // Twice as many changes later it is not much larger.
    expect(matcher.bytes).toBeLessThan(largest * 1.4)
  })

  it('finds keywords as the reference does in any text whatever', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), words(3))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 4 }), (any, parts) => {
        const list = any.map((term, i) => sampleRule({ id: i, all: [term] }))
        const subject = sampleSubject({
          title: parts.slice(0, 2).join(' '),
          description: parts.slice(2).join(''),
        })
        expect(answers(createMatcher(list), subject)).toEqual(expected(list, subject))
      }),
      { numRuns: 300 },
    )
  })

  it('draws circles where the reference does, all over the Earth', () => {
    const lat = fc.oneof(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.constantFrom(-90, -89.999, 0, 89.5, 90),
    )
    const lon = fc.oneof(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.constantFrom(-180, -179.999, 0, 179.9, 180),
    )
    const spot = fc.record({ lat, lon })
    // Near enough to be on the edge, or anywhere.
    const near = fc.tuple(
      spot,
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
    )
    fc.assert(
      fc.property(near, fc.double({ min: -0.02, max: 0.02, noNaN: true }), ([place, north, east], off) => {
        const subject = sampleSubject({
          lat: Math.max(-90, Math.min(90, place.lat + north)),
          lon: ((((place.lon + east + 180) % 360) + 360) % 360) - 180,
        })
        const km = distanceKm(place, { lat: subject.lat!, lon: subject.lon! })
        const radii = [km, km * (1 + off), km * (1 + off * off), 40, 5000].filter((radius) => radius > 0)
        const list = radii.flatMap((radiusKm, i) => [
          sampleRule({ id: 2 * i, places: [{ text: '', label: '', ...place, radiusKm }] }),
          sampleRule({ id: 2 * i + 1, all: ['sofa'], places: [{ text: '', label: '', ...place, radiusKm }] }),
        ])
        expect(answers(createMatcher(list), subject)).toEqual(expected(list, subject))
      }),
      { numRuns: 3000 },
    )
  })

  it('of a listing whose page was not read finds rules whose words may stand there, in a bounded number', () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      sampleRule({ id: i + 1, all: [`word${i}`], categories: i % 2 === 0 ? [] : ['furniture'] }),
    )
    const matcher = createMatcher(many)
    const unread = sampleSubject({ title: 'word 7 and word 9', description: null, unread: true })
    const found = () => answers(matcher, unread).found
    expect(found()).toEqual(expect.arrayContaining(['8 yes', '10 yes']))
    expect(found().length).toBeGreaterThan(30)
    expect(found().length).toBeLessThan(700)
    expect(answers(matcher, { ...unread, unread: false }).found).toEqual(['8 yes', '10 yes'])
    expect(answers(matcher, { ...unread, category: 'phones' }).found).not.toContain('10 yes')
    // Room that is left is given to who comes.
    for (const { id } of many) if (id > 3) matcher.remove(id)
    expect(found()).toEqual(['1 unknown', '2 unknown', '3 unknown'])
    matcher.add(sampleRule({ id: 9000, query: '/x/ smoking' }))
    expect(found()).toContain('9000 unknown')
    matcher.add(sampleRule({ id: 9000, query: '/x/ smoking', priceCentsMax: 100 }))
    expect(found()).not.toContain('9000 unknown')
  })

  it('takes rules in steps, the last of an id counts', () => {
    const matcher = createMatcher()
    const load = matcher.load()
    for (const term of ['sofa', 'chair', 'sofa', 'table']) load.take(sampleRule({ id: 5, all: [term] }))
    load.take(sampleRule({ id: 6, all: ['grey'] }))
    load.done()
    expect(answers(matcher, sampleSubject()).found).toEqual(['6 yes'])
    expect(matcher.size).toBe(2)
    expect(answers(matcher, sampleSubject({ title: 'table' })).found).toEqual(['5 yes'])
  })

  it('forgets a rule wholly and takes it again', () => {
    const rule = sampleRule({ all: ['sofa'], any: ['grey', 'sofa'] })
    const matcher = createMatcher()
    for (let i = 0; i < 3; i++) {
      expect(answers(matcher, sampleSubject()).found).toEqual([])
      matcher.add(rule)
      matcher.add(rule)
      expect(answers(matcher, sampleSubject()).found).toEqual(['1 yes'])
      expect(matcher.remove(rule.id)).toBe(true)
      expect(matcher.remove(rule.id)).toBe(false)
    }
  })

  it('knows whether some rule has a wish', () => {
    const matcher = createMatcher([sampleRule({ id: 1, weights: 'flipper' }), sampleRule({ id: 2 })])
    const flips = () => matcher.asks(({ weights }) => weights === 'flipper')
    expect(flips()).toBe(true)
    matcher.remove(1)
    expect(flips()).toBe(false)
  })

  it('refuses ids that it cannot hold instead of confusing rules', () => {
    expect(() => createMatcher([sampleRule({ id: 2 ** 32 })])).toThrow(/takes ids up to 4294967294/)
    expect(() => createMatcher([sampleRule({ userId: 2 ** 32 })])).toThrow(/takes ids up to 4294967294/)
  })

  it('answers a hostile text against a hostile rule within a bound', () => {
    const rule = sampleRule({
      all: [`${'a '.repeat(99)}b`],
      none: Array.from({ length: 50 }, (_, i) => `${'a '.repeat(90)}${i}`),
    })
    const numbers = Array.from({ length: 50 }, (_, i) => i).join(' ')
    const subject = sampleSubject({ title: numbers, description: `b ${'a '.repeat(10_000)}` })
    const start = performance.now()
    expect(answers(createMatcher([rule]), subject).found).toEqual([])
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
