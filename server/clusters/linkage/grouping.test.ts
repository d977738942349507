import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence, ListingRecord } from '../schema.ts'
import { recordFor } from '../test-kit.ts'
import { decideCluster, type FoundCluster, pairKey } from './grouping.ts'

const nothing = { mustLinks: new Set<string>(), cannotLinks: new Set<string>() }
const evidence = (score: number): Evidence => ({
  score,
  verdict: score >= 0.88 ? 'same' : score >= 0.4 ? 'unsure' : 'different',
  isContradicted: false,
  kind: 'repost',
  parts: [],
  reason: `similarity ${score}`,
})
/** Evidence by pair; other pairs are different things. */
const compareFrom =
  (scores: Record<string, number>) =>
  (a: ListingRecord, b: ListingRecord): Evidence =>
    evidence(scores[pairKey(a.listingId, b.listingId)] ?? 0)
const cluster = (clusterId: number, ids: readonly number[]): FoundCluster => ({
  clusterId,
  members: ids.map((id) => recordFor(id)),
  best: [],
})
const newcomer = recordFor(100)

describe('a newcomer', () => {
  it('joins the cluster of which it is surest', () => {
    const compare = compareFrom({ '1:100': 0.9, '2:100': 0.99 })
    const decision = decideCluster(newcomer, [cluster(10, [1]), cluster(20, [2])], nothing, compare)
    expect(decision).toEqual({ join: 20, merge: [], reason: 'similarity 0.99' })
  })
  it('stays alone where nothing is the same, and says so', () => {
    const decision = decideCluster(newcomer, [cluster(10, [1, 2])], nothing, compareFrom({ '1:100': 0.6 }))
    expect(decision).toEqual({ join: null, merge: [], reason: 'Nothing that is known is the same thing' })
    expect(decideCluster(newcomer, [], nothing, compareFrom({})).join).toBeNull()
  })
  it('does not join for one similarity where half of the cluster is another thing', () => {
    const scores = { '1:100': 0.99, '2:100': 0.6, '3:100': 0.1, '4:100': 0.1 }
    expect(decideCluster(newcomer, [cluster(10, [1, 2, 3, 4])], nothing, compareFrom(scores)).join).toBeNull()
    expect(decideCluster(newcomer, [cluster(10, [1, 2, 3])], nothing, compareFrom(scores)).join).toBe(10)
  })
  it('joins a large cluster only when nearly certain', () => {
    const ids = Array.from({ length: 20 }, (_, i) => i + 1)
    const all = (score: number) => Object.fromEntries(ids.map((id) => [`${id}:100`, score]))
    expect(decideCluster(newcomer, [cluster(10, ids)], nothing, compareFrom(all(0.97))).join).toBeNull()
    expect(decideCluster(newcomer, [cluster(10, ids)], nothing, compareFrom(all(0.999))).join).toBe(10)
    expect(
      decideCluster(newcomer, [cluster(10, ids.slice(0, 5))], nothing, compareFrom(all(0.97))).join,
    ).toBe(10)
  })
  it('is compared with a bounded number of members', () => {
    let compared = 0
    const compare = () => {
      compared++
      return evidence(0.999)
    }
    const ids = Array.from({ length: 300 }, (_, i) => i + 1)
    decideCluster(newcomer, [cluster(10, ids)], nothing, compare)
    expect(compared).toBeLessThanOrEqual(8 + 200)
  })
})

describe('a contradiction', () => {
  const told = (contradicting: readonly string[]) => (a: ListingRecord, b: ListingRecord) => ({
    ...evidence(contradicting.includes(pairKey(a.listingId, b.listingId)) ? 0.01 : 0.999),
    isContradicted: contradicting.includes(pairKey(a.listingId, b.listingId)),
  })
  it('with one member keeps a newcomer out, however many it is the same as', () => {
    const ids = Array.from({ length: 40 }, (_, i) => i + 1)
    const found = [cluster(10, ids)]
    expect(decideCluster(newcomer, found, nothing, told([])).join).toBe(10)
    for (const id of [1, 17, 23, 40])
      expect(decideCluster(newcomer, found, nothing, told([pairKey(id, 100)])).join).toBeNull()
  })
  it('between two members keeps their clusters apart', () => {
    const found = [cluster(10, [1, 2, 3]), cluster(20, [4, 5, 6])]
    expect(decideCluster(newcomer, found, nothing, told([])).merge).toEqual([20])
    expect(decideCluster(newcomer, found, nothing, told(['3:6'])).merge).toEqual([])
  })
})

describe('clusters merge', () => {
  const scores = { '1:100': 0.99, '2:100': 0.97, '1:2': 0.96 }
  it('when the newcomer shows that they are one thing', () => {
    const found = [cluster(10, [1]), cluster(20, [2])]
    expect(decideCluster(newcomer, found, nothing, compareFrom(scores))).toMatchObject({
      join: 10,
      merge: [20],
    })
  })
  it('but not when their members are different things, or the newcomer is not sure of both', () => {
    const found = [cluster(10, [1]), cluster(20, [2])]
    expect(decideCluster(newcomer, found, nothing, compareFrom({ ...scores, '1:2': 0.5 })).merge).toEqual([])
    expect(decideCluster(newcomer, found, nothing, compareFrom({ ...scores, '2:100': 0.9 })).merge).toEqual(
      [],
    )
  })
})

describe('what people decided wins', () => {
  const found = [cluster(10, [1, 2]), cluster(20, [3])]
  const sure = compareFrom({ '1:100': 0.999, '2:100': 0.999, '3:100': 0.999, '1:3': 0.999, '2:3': 0.999 })
  it('over any evidence for', () => {
    const decisions = { ...nothing, cannotLinks: new Set([pairKey(100, 2), pairKey(3, 100)]) }
    expect(decideCluster(newcomer, found, decisions, sure).join).toBeNull()
  })
  it('over any evidence against', () => {
    const decisions = { ...nothing, mustLinks: new Set([pairKey(3, 100)]) }
    const decision = decideCluster(newcomer, found, decisions, compareFrom({}))
    expect(decision).toMatchObject({ join: 20, reason: 'Somebody said that they are the same thing' })
  })
  it('over any evidence against a merge', () => {
    const decisions = { ...nothing, mustLinks: new Set([pairKey(1, 100), pairKey(3, 100)]) }
    expect(decideCluster(newcomer, found, decisions, compareFrom({}))).toMatchObject({
      join: 10,
      merge: [20],
    })
  })
  it('over a merge that would bring together what is apart', () => {
    const decisions = { ...nothing, cannotLinks: new Set([pairKey(2, 3)]) }
    expect(decideCluster(newcomer, found, decisions, sure).merge).toEqual([])
  })
})

it('no decision ever joins or merges a cluster with a member that is to stay apart', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 })
  const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 13 })), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(
      ids,
      fc.integer({ min: 1, max: 4 }),
      pairs,
      pairs,
      fc.nat(),
      (members, count, cannotLinks, mustLinks, seed) => {
        const record = recordFor(13)
        const found = Array.from({ length: count }, (_, i) =>
          cluster(
            i,
            members.filter((id) => id % count === i),
          ),
        ).filter(({ members: some }) => some.length > 0)
        const keys = (list: [number, number][]) =>
          new Set(list.filter(([a, b]) => a !== b).map(([a, b]) => pairKey(a, b)))
        const decisions = { cannotLinks: keys(cannotLinks), mustLinks: keys(mustLinks) }
        const compare = (a: ListingRecord, b: ListingRecord) =>
          evidence(((a.listingId * b.listingId * 31 + seed) % 100) / 50)
        const { join, merge } = decideCluster(record, found, decisions, compare)
        const joined = found.filter(({ clusterId }) => clusterId === join || merge.includes(clusterId))
        for (const [i, one] of joined.entries())
          for (const { listingId } of one.members) {
            expect(decisions.cannotLinks.has(pairKey(13, listingId))).toBe(false)
            for (const other of joined.slice(i + 1))
              for (const member of other.members)
                expect(decisions.cannotLinks.has(pairKey(listingId, member.listingId))).toBe(false)
          }
      },
    ),
  )
})
