import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Comp } from '../../model/score-schema.ts'
import { lawRows, nowMs } from '../samples.ts'
import { createAppraiser } from '../value/appraiser.ts'
import { type CompSubject, createCompIndex } from './comps.ts'

const words = ['oak', 'desk', 'lamp', 'q7', 'brass', 'small'] as const
const title = fc.subarray([...words], { minLength: 1 }).map((some) => some.join(' '))
const comps: fc.Arbitrary<Comp[]> = fc
  .array(
    fc.record({
      title,
      category: fc.constantFrom('home' as const, 'furniture' as const),
      priceCents: fc.integer({ min: 100, max: 90_000 }),
      ageDays: fc.integer({ min: 0, max: 300 }),
      voice: fc.integer({ min: 0, max: 3 }),
      owner: fc.constantFrom(null, null, 1, 2),
    }),
    { maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ ageDays, owner, ...draft }, i) => ({
      ...draft,
      listingId: i + 1,
      condition: null,
      currency: 'USD',
      basis: 'asking' as const,
      observedAtMs: nowMs - ageDays * 86_400_000,
      ...(owner !== null && { ownerId: owner }),
    })),
  )

function answers(held: readonly Comp[], subject: CompSubject) {
  const index = createCompIndex()
  for (const comp of held) index.upsert(comp)
  return { similar: index.similar(subject, nowMs, 10), sample: index.sample(subject, nowMs, 10) }
}

describe('what one person alone has seen', () => {
  it('changes nothing of what is comparable for the market, or for another', () => {
    fc.assert(
      fc.property(
        comps,
        title,
        fc.boolean(),
        fc.constantFrom(undefined, 2),
        (held, asked, isGuess, asker) => {
          const subject: CompSubject = {
            ...{ title: asked, category: 'home', condition: null, currency: 'USD', isGuess },
            ...(asker !== undefined && { ownerId: asker }),
          }
          const theirs = held.filter(({ ownerId }) => ownerId === undefined || ownerId === asker)
          expect(answers(held, subject)).toEqual(answers(theirs, subject))
        },
      ),
    )
  })

  it('is found for that person, beside the market', () => {
    const of = (listingId: number, ownerId?: number): Comp => ({
      ...{ listingId, title: 'oak desk lamp q7', category: 'home', condition: null, currency: 'USD' },
      ...{ priceCents: 9000 + listingId, basis: 'asking', observedAtMs: nowMs, voice: listingId },
      ...(ownerId !== undefined && { ownerId }),
    })
    const subject = { title: 'oak desk lamp q7', category: 'home' as const, condition: null, currency: 'USD' }
    const idsFor = (ownerId?: number) =>
      answers([of(1), of(2, 7), of(3, 8)], { ...subject, ...(ownerId !== undefined && { ownerId }) })
        .similar.map(({ comp }) => comp.listingId)
        .toSorted()
    expect([idsFor(), idsFor(7), idsFor(8)]).toEqual([[1], [1, 2], [1, 3]])
  })

  it('is not learned from, and counts in no figure of what is held but theirs', () => {
    const market = lawRows(300)
    const own = lawRows(300, { seed: 5, firstId: 50_000 }).map((row) => ({
      ...row,
      ownerId: 7,
      priceCents: row.priceCents * 3,
    }))
    const [alone, both] = [createAppraiser(), createAppraiser()]
    for (const row of market) for (const appraiser of [alone, both]) appraiser.upsert(row)
    for (const row of own) both.upsert(row)
    expect(both.snapshot('USD').listingIds).toEqual(alone.snapshot('USD').listingIds)
    expect(both.holdings('phones')).toEqual(alone.holdings('phones'))
    expect(both.holdings('phones', 7)[0]!.count).toBe(600)
    const query = (ownerId: number | null) => {
      const { listingId: _, priceCents: __, observedAtMs: ___, basis: ____, ...rest } = market[0]!
      return { ...rest, ownerId }
    }
    const theirs = alone.estimate(query(null), nowMs)
    expect(both.estimate(query(null), nowMs)).toEqual(theirs)
    expect(both.estimate(query(8), nowMs)).toEqual(theirs)
    expect(both.estimate(query(7), nowMs)!.midCents).not.toBe(theirs!.midCents)
    for (const row of own) both.remove(row.listingId)
    expect(both.holdings('phones', 7)).toEqual(alone.holdings('phones'))
  })
})
