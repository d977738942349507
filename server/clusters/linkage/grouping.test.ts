import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence, Thing } from '../schema.ts'
import { thingFor } from '../test-world.ts'
import { decideCluster, type FoundCluster, pairKey } from './grouping.ts'

const nothing = { together: new Set<string>(), apart: new Set<string>() }
const evidence = (score: number): Evidence => ({
  score,
  verdict: score >= 0.88 ? 'same' : score >= 0.4 ? 'unsure' : 'different',
  isContradicted: false,
  kind: 'repost',
  parts: [],
  reason: `likeness ${score}`,
})
/** Evidence by pair; other pairs are different things. */
const judgeFrom =
  (scores: Record<string, number>) =>
  (a: Thing, b: Thing): Evidence =>
    evidence(scores[pairKey(a.listingId, b.listingId)] ?? 0)
const cluster = (clusterId: number, ids: readonly number[]): FoundCluster => ({
  clusterId,
  members: ids.map((id) => thingFor(id)),
  best: [],
})
const newcomer = thingFor(100)

describe('a newcomer', () => {
  it('joins the cluster of which it is surest', () => {
    const judge = judgeFrom({ '1:100': 0.9, '2:100': 0.99 })
    const decision = decideCluster(newcomer, [cluster(10, [1]), cluster(20, [2])], nothing, judge)
    expect(decision).toEqual({ join: 20, merge: [], reason: 'likeness 0.99' })
  })
  it('stays alone where nothing is the same, and says so', () => {
    const decision = decideCluster(newcomer, [cluster(10, [1, 2])], nothing, judgeFrom({ '1:100': 0.6 }))
    expect(decision).toEqual({ join: null, merge: [], reason: 'Nothing that is known is the same thing' })
    expect(decideCluster(newcomer, [], nothing, judgeFrom({})).join).toBeNull()
  })
  it('does not join for one likeness where half of the cluster is another thing', () => {
    const scores = { '1:100': 0.99, '2:100': 0.6, '3:100': 0.1, '4:100': 0.1 }
    expect(decideCluster(newcomer, [cluster(10, [1, 2, 3, 4])], nothing, judgeFrom(scores)).join).toBeNull()
    expect(decideCluster(newcomer, [cluster(10, [1, 2, 3])], nothing, judgeFrom(scores)).join).toBe(10)
  })
  it('joins a large cluster only when nearly certain', () => {
    const ids = Array.from({ length: 20 }, (_, i) => i + 1)
    const all = (score: number) => Object.fromEntries(ids.map((id) => [`${id}:100`, score]))
    expect(decideCluster(newcomer, [cluster(10, ids)], nothing, judgeFrom(all(0.97))).join).toBeNull()
    expect(decideCluster(newcomer, [cluster(10, ids)], nothing, judgeFrom(all(0.999))).join).toBe(10)
    expect(decideCluster(newcomer, [cluster(10, ids.slice(0, 5))], nothing, judgeFrom(all(0.97))).join).toBe(
      10,
    )
  })
  it('is compared with a bounded number of members', () => {
    let compared = 0
    const judge = () => {
      compared++
      return evidence(0.999)
    }
    const ids = Array.from({ length: 300 }, (_, i) => i + 1)
    decideCluster(newcomer, [cluster(10, ids)], nothing, judge)
    expect(compared).toBeLessThanOrEqual(8 + 200)
  })
})

describe('a contradiction', () => {
  const told = (contradicting: readonly string[]) => (a: Thing, b: Thing) => ({
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
    expect(decideCluster(newcomer, found, nothing, judgeFrom(scores))).toMatchObject({
      join: 10,
      merge: [20],
    })
  })
  it('but not when their members are different things, or the newcomer is not sure of both', () => {
    const found = [cluster(10, [1]), cluster(20, [2])]
    expect(decideCluster(newcomer, found, nothing, judgeFrom({ ...scores, '1:2': 0.5 })).merge).toEqual([])
    expect(decideCluster(newcomer, found, nothing, judgeFrom({ ...scores, '2:100': 0.9 })).merge).toEqual([])
  })
})

describe('what people decided wins', () => {
  const found = [cluster(10, [1, 2]), cluster(20, [3])]
  const sure = judgeFrom({ '1:100': 0.999, '2:100': 0.999, '3:100': 0.999, '1:3': 0.999, '2:3': 0.999 })
  it('over any evidence for', () => {
    const decisions = { ...nothing, apart: new Set([pairKey(100, 2), pairKey(3, 100)]) }
    expect(decideCluster(newcomer, found, decisions, sure).join).toBeNull()
  })
  it('over any evidence against', () => {
    const decisions = { ...nothing, together: new Set([pairKey(3, 100)]) }
    const decision = decideCluster(newcomer, found, decisions, judgeFrom({}))
    expect(decision).toMatchObject({ join: 20, reason: 'Somebody said that they are the same thing' })
  })
  it('over any evidence against a merge', () => {
    const decisions = { ...nothing, together: new Set([pairKey(1, 100), pairKey(3, 100)]) }
    expect(decideCluster(newcomer, found, decisions, judgeFrom({}))).toMatchObject({ join: 10, merge: [20] })
  })
  it('over a merge that would bring together what is apart', () => {
    const decisions = { ...nothing, apart: new Set([pairKey(2, 3)]) }
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
      (members, count, apart, together, seed) => {
        const thing = thingFor(13)
        const found = Array.from({ length: count }, (_, i) =>
          cluster(
            i,
            members.filter((id) => id % count === i),
          ),
        ).filter(({ members: some }) => some.length > 0)
        const keys = (list: [number, number][]) =>
          new Set(list.filter(([a, b]) => a !== b).map(([a, b]) => pairKey(a, b)))
        const decisions = { apart: keys(apart), together: keys(together) }
        const judge = (a: Thing, b: Thing) => evidence(((a.listingId * b.listingId * 31 + seed) % 100) / 50)
        const { join, merge } = decideCluster(thing, found, decisions, judge)
        const joined = found.filter(({ clusterId }) => clusterId === join || merge.includes(clusterId))
        for (const [i, one] of joined.entries())
          for (const { listingId } of one.members) {
            expect(decisions.apart.has(pairKey(13, listingId))).toBe(false)
            for (const other of joined.slice(i + 1))
              for (const member of other.members)
                expect(decisions.apart.has(pairKey(listingId, member.listingId))).toBe(false)
          }
      },
    ),
  )
})
