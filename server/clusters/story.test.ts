import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { say } from '../model/sentences/sentences.ts'
import { clusterStory, type StoryMember, type StoryPoint } from './story.ts'
import { alsoLine, saidOf } from './words.ts'

const dayMs = 86_400_000
const start = Date.parse('2026-10-01T12:00:00Z')

function member(listingId: number, day: number, over: Partial<StoryMember> = {}): StoryMember {
  return {
    listingId,
    marketplace: 'shop',
    state: 'active',
    postedAtMs: start + day * dayMs,
    firstSeenAtMs: start + day * dayMs + 3_600_000,
    priceCents: null,
    currency: 'USD',
    ...over,
  }
}
const point = (listingId: number, day: number, priceCents: number | null, currency = 'USD'): StoryPoint => ({
  listingId,
  priceCents,
  currency,
  seenAtMs: start + day * dayMs + 3_600_000,
})

describe('the story of a thing', () => {
  it('says how often it was listed, in which time, and what its price did', () => {
    const story = clusterStory(
      [
        member(1, 0, { state: 'gone', priceCents: 45_000 }),
        member(2, 20, { state: 'gone', priceCents: 40_000 }),
        member(3, 42, { priceCents: 30_000 }),
      ],
      [point(1, 0, 50_000), point(1, 9, 45_000), point(2, 20, 40_000), point(3, 42, 30_000)],
    )
    expect(story.said.sentence).toBe('Listed 3 times in 6 weeks, down 40 % from $500 to $300')
    expect(story).toMatchObject({ listed: 3, relisted: 2, crossPosted: 0, forSale: 1, changePercent: -40 })
    expect(story.timeline.map(({ priceCents }) => priceCents)).toEqual([50_000, 45_000, 40_000, 30_000])
    // The first price of each counts from its posting.
    expect(story.timeline.map(({ atMs }) => (atMs - start) / dayMs)).toEqual([0, 9 + 1 / 24, 20, 42])
  })

  it('counts marketplaces apart from relistings, and ends at the lowest price that it can be had for', () => {
    const story = clusterStory(
      [
        member(1, 0, { state: 'sold', priceCents: 50_000 }),
        member(2, 2, { priceCents: 20_000 }),
        member(3, 3, { marketplace: 'fair', priceCents: 18_000 }),
        member(4, 4, { marketplace: 'bay', priceCents: 22_000 }),
      ],
      [point(1, 0, 20_000), point(2, 2, 20_000), point(3, 3, 18_000), point(4, 4, 22_000)],
    )
    expect(story).toMatchObject({ listed: 4, relisted: 1, crossPosted: 2, forSale: 3 })
    expect(story.said.sentence).toBe(
      'Listed 4 times on 3 marketplaces in 4 days, down 10 % from $200 to $180',
    )
  })

  it('names other currencies and never compares with them', () => {
    const story = clusterStory(
      [
        member(1, 0, { priceCents: 50_000 }),
        member(2, 1, { priceCents: 100, currency: 'EUR' }),
        member(3, 2, { priceCents: 50_000 }),
      ],
      [point(1, 0, 50_000), point(2, 1, 100, 'EUR'), point(3, 2, 50_000)],
    )
    expect(story.said.sentence).toBe(
      'Listed 3 times in 2 days, always for $500; prices in EUR are not compared',
    )
    expect(story).toMatchObject({ currency: 'USD', otherCurrencies: ['EUR'], changePercent: 0 })
  })

  it('says what there is to say where prices are missing, free, the same again, or stand for an offer', () => {
    const tell = (members: StoryMember[], points: StoryPoint[]) =>
      clusterStory(members, points, (cents) => cents === 100).said.sentence
    expect(tell([member(1, 0), member(2, 0)], [point(1, 0, null), point(2, 0, null)])).toBe(
      'Listed twice within a day',
    )
    const free = member(1, 0, { priceCents: 0 })
    const expensive = member(2, 5, { priceCents: 5000 })
    expect(tell([{ ...free, state: 'gone' }, expensive], [point(2, 5, 5000)])).toBe(
      'Listed twice in 5 days, up from free to $50',
    )
    expect(tell([free, expensive], [point(2, 5, 5000)])).toBe('Listed twice in 5 days, still for free')
    expect(tell([member(1, 0), member(2, 1, { state: 'gone' })], [point(1, 0, 5000), point(2, 1, 0)])).toBe(
      'Listed twice in 1 day, down 100 % from $50 to free',
    )
    expect(
      tell(
        [member(1, 0, { priceCents: 5000 }), member(2, 1, { priceCents: 5000 })],
        [point(1, 0, 5000), point(1, 1, 4000), point(1, 2, 5000), point(2, 1, 5000)],
      ),
    ).toBe('Listed twice in 2 days, again for $50')
    expect(
      tell(
        [member(1, 0, { priceCents: 100 }), member(2, 1, { priceCents: 5000 })],
        [point(1, 0, 100), point(2, 1, 5000)],
      ),
    ).toBe('Listed twice in 1 day, for $50')
    expect(
      tell(
        [member(1, 0, { state: 'sold' }), member(2, 100, { state: 'gone' })],
        [point(1, 0, 50_000), point(2, 100, 49_900)],
      ),
    ).toBe('Listed twice in 3 months, down from $500 to $499; no longer for sale')
  })

  it('whatever the listings: counts add up, the timeline is in order, in one currency and made of given prices', () => {
    const memberOf = fc.record({
      marketplace: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom('active', 'pending', 'sold', 'gone'),
      postedAtMs: fc.option(fc.integer({ min: start, max: start + 900 * dayMs })),
      firstSeenAtMs: fc.integer({ min: start, max: start + 900 * dayMs }),
      priceCents: fc.option(fc.integer({ min: 0, max: 1e13 })),
      currency: fc.option(fc.constantFrom('USD', 'EUR', 'JPY', 'XXX', '🎉')),
      points: fc.array(
        fc.record({
          priceCents: fc.option(fc.integer({ min: 0, max: 1e13 })),
          currency: fc.option(fc.constantFrom('USD', 'EUR', 'JPY')),
          seenAtMs: fc.integer({ min: start, max: start + 900 * dayMs }),
        }),
        { maxLength: 5 },
      ),
    })
    fc.assert(
      fc.property(fc.array(memberOf, { minLength: 1, maxLength: 6 }), (drawn) => {
        const members = drawn.map(({ points: _, ...rest }, listingId) => ({ ...rest, listingId }))
        const points = drawn.flatMap(({ points }, listingId) => points.map((p) => ({ ...p, listingId })))
        const story = clusterStory(members, points)
        expect(story.listed).toBe(1 + story.relisted + story.crossPosted)
        expect(story.said.sentence).not.toMatch(/NaN|Infinity|undefined|null/)
        const times = story.timeline.map(({ atMs }) => atMs)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        for (const { listingId, priceCents } of story.timeline) {
          const given = [...points.filter((p) => p.listingId === listingId), members[listingId]!]
          expect(given).toContainEqual(expect.objectContaining({ priceCents, currency: story.currency }))
        }
        // The order in which they were read makes no difference.
        expect(clusterStory(members.toReversed(), points).timeline).toEqual(story.timeline)
        expect(clusterStory(members.toReversed(), points).said.sentence).toBe(story.said.sentence)
      }),
    )
  })
})

describe('the words of clusters', () => {
  it('count and measure time as people do', () => {
    const told = (listed: number, spanDays: number) =>
      say('cluster-story', {
        ...{ listed, spanDays, sites: 1, firstCents: null, lastCents: null, currency: null },
        ...{ steady: 'one', other: [], isOver: false },
      }).sentence
    expect([1, 2, 3].map((listed) => told(listed, 0))).toEqual([
      'Listed once within a day',
      'Listed twice within a day',
      'Listed 3 times within a day',
    ])
    expect(
      [0, 0.9, 1, 13, 14, 59, 60, 729, 800].map((days) => told(1, days).replace('Listed once ', '')),
    ).toEqual([
      'within a day',
      'within a day',
      'in 1 day',
      'in 13 days',
      'in 2 weeks',
      'in 8 weeks',
      'in 2 months',
      'in 24 months',
      'in 2 years',
    ])
  })

  it('say why a listing is where it is', () => {
    const base = { reason: 'the descriptions are the same', by: 'machine' as const }
    expect(saidOf({ ...base, kind: 'repost' }).sentence).toBe('Posted again: the descriptions are the same')
    expect(saidOf({ ...base, kind: 'cross-post', by: 'person' }).sentence).toBe(
      'Also on another marketplace: you said that it is the same thing',
    )
  })

  it('tell in one line where else a thing is and how often it came back', () => {
    const other = (marketplace: string, priceCents: number | null, state = 'active', currency = 'USD') => ({
      marketplace,
      state,
      priceCents,
      currency,
    })
    const nameOf = (id: string) => id.toUpperCase()
    const line = (...others: ReturnType<typeof other>[]) =>
      alsoLine({ marketplace: 'shop' }, others, nameOf)?.sentence ?? null
    expect(line()).toBeNull()
    expect(
      line(
        other('offerup', 20_000),
        other('offerup', 18_000),
        other('shop', 1),
        other('shop', 2),
        other('shop', 3),
      ),
    ).toBe('Also on OFFERUP for $180; relisted 3 times')
    expect(line(other('a', 100), other('b', null), other('c', 900, 'sold', 'EUR'))).toBe(
      'Also on A for $1 and on B; before on C for €9',
    )
    expect(line(other('shop', 100, 'gone'))).toBe('Relisted once')
    expect(line(...'abcde'.split('').map((id) => other(id, null)))).toBe('Also on A, on B, on C and 2 more')
    // Amounts in different currencies are not compared: the first stays.
    expect(line(other('a', 500, 'active', 'EUR'), other('a', 100))).toBe('Also on A for €5')
  })
})
