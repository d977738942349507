import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceKm } from '../../core/places.ts'
import { notifiesAgain, type Price } from '../../model/notifies-again.ts'
import type { MatchSubject, Rule } from '../../model/rule-schema.ts'
import type { Outcome } from '../explain/finding.ts'
import { matchRule } from '../explain/reference.ts'
import { sampleRule, sampleSubject } from '../samples.ts'
import { type Dismissal, type MatchedListing, noteOf, suggestChanges } from './dismiss.ts'
import type { DismissReason } from './dismiss-schema.ts'
import { excludableWords } from './dismiss-words.ts'

const evaluate = (rule: Rule, { subject, score }: MatchedListing): Outcome =>
  matchRule(rule, subject, { score: () => score, landedCents: () => null, profitCents: () => null }).verdict

const listing = (over: Partial<MatchSubject> = {}, score = 60): MatchedListing => ({
  subject: sampleSubject(over),
  score,
  drops: [],
})

type Asked = Omit<Partial<Dismissal<MatchedListing>>, 'evaluate'> & { evaluate?: typeof evaluate }

const ask = ({ evaluate: asked = evaluate, ...over }: Asked): Dismissal<MatchedListing> => ({
  reason: 'other',
  rule: sampleRule(),
  listing: listing(),
  kept: [],
  wrong: [],
  evaluate: async (...args) => asked(...args),
  isLate: () => false,
  ...over,
})

/** The rule as PATCH makes it of a suggestion. */
function changed(rule: Rule, patch: Record<string, unknown>): Rule {
  const { keywords, radiusKm, places, ...rest } = patch
  return {
    ...rule,
    ...rest,
    ...(keywords !== undefined && (keywords as object)),
    ...(radiusKm !== undefined && {
      places: rule.places.map((place) => ({ ...place, radiusKm: radiusKm as number })),
    }),
    ...(places !== undefined && {
      places: (places as { place: string; radiusKm: number }[]).map(({ place, radiusKm: km }) => ({
        ...rule.places.find(({ text }) => text === place)!,
        radiusKm: km,
      })),
    }),
  }
}

const word = fc.constantFrom(
  'sofa',
  'sofas',
  'leather',
  'grey',
  'broken',
  'batteries',
  'knife',
  'toy',
  'model',
)
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const subject = fc
  .record({
    title: text,
    description: fc.option(text),
    category: fc.constantFrom('furniture' as const, 'toys' as const, 'home' as const),
    priceCents: fc.option(fc.integer({ min: 0, max: 100_000 }), { freq: 9 }),
    lat: fc.double({ min: 37, max: 38.5, noNaN: true }),
    lon: fc.double({ min: -122.5, max: -121, noNaN: true }),
    valueCents: fc.option(fc.integer({ min: 1, max: 100_000 })),
  })
  .map((over) => sampleSubject(over))
const matched = fc.record({
  subject,
  score: fc.integer({ min: 0, max: 100 }),
  drops: fc.constant([]),
}) as fc.Arbitrary<MatchedListing>
const place = (text: string, lat: number, lon: number) =>
  fc
    .double({ min: 0.5, max: 300, noNaN: true })
    .map((radiusKm) => ({ text, label: text, lat, lon, radiusKm }))
const rule = fc
  .record({
    all: fc.subarray(['sofa', 'grey']),
    none: fc.subarray(['knife']),
    priceCentsMin: fc.option(fc.integer({ min: 0, max: 20_000 })),
    priceCentsMax: fc.option(fc.integer({ min: 20_000, max: 100_000 })),
    scoreMin: fc.option(fc.integer({ min: 0, max: 90 })),
    categories: fc.subarray(['furniture', 'toys', 'home'] as const),
    places: fc
      .tuple(place('Oakland', 37.8, -122.27), place('San Jose', 37.34, -121.89))
      .chain((all) => fc.subarray(all)),
  })
  .map((over) => sampleRule(over))

describe('a suggested change', () => {
  it.each(['too-expensive', 'too-far', 'wrong-thing'] as DismissReason[])(
    'for %s makes the rule refuse that listing, and costs what it says',
    async (reason) => {
      await fc.assert(
        fc.asyncProperty(
          rule,
          matched,
          fc.array(matched, { maxLength: 8 }),
          fc.array(matched, { maxLength: 4 }),
          async (asked, one, kept, wrong) => {
            fc.pre(evaluate(asked, one) === 'yes')
            for (const { patch, alsoPrevents, of, effect } of await suggestChanges(
              ask({ reason, rule: asked, listing: one, kept, wrong }),
            )) {
              const stricter = changed(asked, patch)
              expect(evaluate(stricter, one)).toBe('no')
              const lost = kept.filter(
                (other) => evaluate(asked, other) !== 'no' && evaluate(stricter, other) === 'no',
              )
              expect({ effect, alsoPrevents, of }).toEqual({
                effect: 'prevents',
                alsoPrevents: lost.length,
                of: kept.length,
              })
            }
          },
        ),
        { numRuns: 500 },
      )
    },
  )

  it('for too-expensive is there whenever the price or the score leaves room', async () => {
    await fc.assert(
      fc.asyncProperty(rule, matched, async (asked, one) => {
        fc.pre(evaluate(asked, one) === 'yes' && one.score < 100)
        expect(
          (await suggestChanges(ask({ reason: 'too-expensive', rule: asked, listing: one }))).length,
        ).toBeGreaterThan(0)
      }),
    )
  })

  it('for too-far is there whenever the rule has a place that is not where the listing is', async () => {
    await fc.assert(
      fc.asyncProperty(rule, matched, async (asked, one) => {
        fc.pre(evaluate(asked, one) === 'yes' && asked.places.length > 0)
        const { lat, lon } = one.subject
        fc.pre(asked.places.every((place) => distanceKm(place, { lat: lat!, lon: lon! }) > 0.1))
        expect(await suggestChanges(ask({ reason: 'too-far', rule: asked, listing: one }))).toHaveLength(1)
      }),
    )
  })

  it('for seen makes the rule keep quiet about that lower price', async () => {
    const price = (currency: string) =>
      fc.integer({ min: 0, max: 50_000 }).map((priceCents): Price => ({ priceCents, currency }))
    const quiet = fc.record({
      dropPctMin: fc.option(fc.integer({ min: 0, max: 100 })),
      dropCentsMin: fc.option(fc.integer({ min: 0, max: 5_000 })),
    })
    await fc.assert(
      fc.asyncProperty(quiet, price('USD'), price('USD'), async (over, from, to) => {
        const asked = sampleRule(over)
        fc.pre(notifiesAgain(asked, from, to))
        const one = { ...listing(), drops: [{ from, to }] }
        const found = await suggestChanges(ask({ reason: 'seen', rule: asked, listing: one }))
        expect(found.map(({ effect }) => effect)).toContain('prevents')
        for (const { patch, effect } of found) {
          if (effect === 'prevents') expect(notifiesAgain({ ...asked, ...patch }, from, to)).toBe(false)
        }
      }),
    )
  })
})

describe('for a match that was too expensive', () => {
  it('suggests a price just below, a better score, and a discount where the value is known', async () => {
    const withDiscount = (asked: Rule, one: MatchedListing): Outcome => {
      const { priceCents, valueCents } = one.subject
      const discount =
        valueCents && priceCents !== null ? ((valueCents - priceCents) / valueCents) * 100 : null
      return asked.discountPctMin !== null && discount !== null && discount < asked.discountPctMin
        ? 'no'
        : evaluate(asked, one)
    }
    const kept = [listing({ priceCents: 24_950 }, 90), listing({ priceCents: 10_000 }, 40)]
    expect(await suggestChanges(ask({ reason: 'too-expensive', kept, evaluate: withDiscount }))).toEqual([
      {
        patch: { priceCentsMax: 24_900 },
        sentence: 'Ask for at most $249: it costs $250.',
        effect: 'prevents',
        alsoPrevents: 1,
        of: 2,
      },
      expect.objectContaining({
        patch: { discountPctMin: 17 },
        sentence: 'Ask for at least 17 % below its fair value: it is 16 % below.',
        alsoPrevents: 1,
      }),
      expect.objectContaining({ patch: { scoreMin: 61 }, alsoPrevents: 1 }),
    ])
  })

  it('suggests the change that costs least first', async () => {
    const kept = [listing({ priceCents: 24_950 }, 90), listing({ priceCents: 24_960 }, 80)]
    const found = await suggestChanges(ask({ reason: 'too-expensive', kept }))
    expect(found.map(({ patch, alsoPrevents }) => [patch, alsoPrevents])).toEqual([
      [{ scoreMin: 61 }, 0],
      [{ priceCentsMax: 24_900 }, 2],
      [{ discountPctMin: 17 }, 2],
    ])
  })

  it('suggests no limit in another currency, below the least price or below nothing', async () => {
    const limits = async (over: Partial<MatchSubject>, asked = sampleRule()) =>
      (await suggestChanges(ask({ reason: 'too-expensive', rule: asked, listing: listing(over) }))).filter(
        ({ patch }) => 'priceCentsMax' in patch,
      )
    expect(await limits({ currency: 'EUR' })).toEqual([])
    expect(await limits({ priceCents: 0 })).toEqual([])
    expect(await limits({ priceCents: null })).toEqual([])
    expect(await limits({}, sampleRule({ priceCentsMin: 25_000 }))).toEqual([])
    expect(await limits({ priceCents: 60 })).toMatchObject([{ patch: { priceCentsMax: 59 } }])
    expect(await limits({ priceCents: 500, currency: 'JPY' }, sampleRule({ currency: 'JPY' }))).toMatchObject(
      [{ patch: { priceCentsMax: 499 } }],
    )
  })
})

describe('for the wrong thing', () => {
  const text = (title: string, description: string | null = null) => ({ title, description })

  it('finds the words that mark it: in wrong ones, and not in what was kept', () => {
    const found = excludableWords(
      sampleRule({ all: ['sofa'] }),
      text('Toy sofa for dolls', 'A small grey sofa'),
      [text('Dolls house sofa'), text('Doll sofa, toy')],
      [text('Grey sofa'), text('Small sofa'), text('Sofa')],
    )
    expect(found.map(({ word }) => word)).toEqual(['dolls', 'toy'])
    expect(found[0]).toEqual({ word: 'dolls', inWrong: 3, inKept: 0 })
  })

  it('takes words of the description alone only when another wrong one has them, or the title has none', () => {
    const words = (title: string, description: string, wrong: string[] = []) =>
      excludableWords(
        sampleRule({ all: ['sofa'] }),
        text(title, description),
        wrong.map((one) => text(one)),
        [text('A sofa')],
      ).map(({ word }) => word)
    expect(words('Plush sofa', 'fewer issues')).toEqual(['plush'])
    expect(words('Plush sofa', 'fewer issues', ['sofa with issues'])).toEqual(['plush', 'issues'])
    expect(words('Sofa', 'fewer issues')).toEqual(['fewer', 'issues'])
  })

  it('never suggests what the rule asks for, in whichever form, and at most five words', () => {
    fc.assert(
      fc.property(fc.subarray(['sofa', 'knives', 'battery', 'grey']), text_, text_, (all, one, other) => {
        const found = excludableWords(sampleRule({ all }), text(one), [], [text(other)])
        expect(found.length).toBeLessThanOrEqual(5)
        const asked = sampleRule({ all: [], any: found.map(({ word }) => word) })
        for (const term of all) {
          const only = sampleSubject({ title: term, description: null })
          if (found.length > 0) expect(evaluate(asked, { ...listing(), subject: only })).toBe('no')
        }
      }),
    )
  })

  it('suggests the category too, when it is another', async () => {
    const found = await suggestChanges(
      ask({
        reason: 'wrong-thing',
        rule: sampleRule({ all: ['sofa'] }),
        listing: listing({ title: 'Sofa for dolls', category: 'toys', description: null }),
        kept: [listing({ title: 'Grey sofa' }), listing({ title: 'Sofa', category: 'home' })],
      }),
    )
    expect(found).toMatchObject([
      { patch: { keywords: { none: ['dolls'] } }, alsoPrevents: 0, of: 2 },
      {
        patch: { categories: ['furniture', 'home'] },
        sentence: 'Look only in furniture, home: it is in toys.',
        alsoPrevents: 0,
      },
    ])
  })
})

const text_ = text

describe('where no change helps', () => {
  it.each<[DismissReason, Partial<Rule>, Partial<MatchSubject>, RegExp]>([
    ['other', {}, {}, /Without a closer reason/],
    ['seen', {}, {}, /notified once, as new/],
    ['too-far', {}, {}, /has no place/],
    ['too-expensive', { priceCentsMax: 100 }, {}, /does not match it any more/],
  ])('%s says so', async (reason, over, facts, sentence) => {
    const asked = ask({ reason, rule: sampleRule(over), listing: listing(facts) })
    const found = await suggestChanges(asked)
    expect(found).toEqual([])
    expect(await noteOf(asked, found.length)).toMatch(sentence)
  })

  it('says nothing where something was suggested', async () => {
    expect(await noteOf(ask({ reason: 'too-expensive' }), 1)).toBeNull()
  })
})
