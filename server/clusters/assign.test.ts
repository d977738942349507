import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decision, joinTheSure, type Membership, planPage } from './assign.ts'
import type { FoundRecord, RelationKind } from './schema.ts'
import { record } from './test-kit.ts'

const evidence = (
  verdict: 'same' | 'unsure',
  score = verdict === 'same' ? 0.9 : 0.5,
): FoundRecord['evidence'] => ({
  score,
  verdict,
  isContradicted: false,
  kind: 'cross-post',
  parts: [],
  reason: `${verdict}`,
})
const member = (listingId: number, clusterId: number): Membership => ({
  listingId,
  clusterId,
  kind: 'repost',
  score: 1,
  reason: 'because',
  by: 'machine',
})
const pairOf = (a: number, b: number, verdict: Decision['verdict']): Decision => ({
  lowListingId: Math.min(a, b),
  highListingId: Math.max(a, b),
  verdict,
})

interface Setting {
  page: number[]
  likes: [number, number, 'same' | 'unsure'][]
  members?: Membership[]
  decisions?: Decision[]
  membersMax?: number
}

function plan({ page, likes, members = [], decisions = [], membersMax = 200 }: Setting) {
  const found = new Map(
    page.map((id) => [
      id,
      likes.flatMap(([a, b, verdict]) =>
        a === id || b === id ? [{ listingId: a === id ? b : a, evidence: evidence(verdict) }] : [],
      ),
    ]),
  )
  const records = page.map((listingId) => record({ listingId }))
  return planPage({
    records,
    found,
    members,
    decisions,
    decide: joinTheSure,
    get: () => undefined,
    membersMax,
  })
}

/** Memberships after the plan; new clusters get ids from 1000. */
function apply(members: Membership[], groups: ReturnType<typeof plan>): Membership[] {
  const after = new Map(members.map((row) => [row.listingId, row]))
  groups.forEach(({ clusterId, absorbs, joins }, index) => {
    const id = clusterId ?? 1000 + index
    for (const row of after.values())
      if (absorbs.includes(row.clusterId)) after.set(row.listingId, { ...row, clusterId: id })
    for (const join of joins) {
      expect(after.has(join.listingId)).toBe(false)
      after.set(join.listingId, { ...join, clusterId: id })
    }
  })
  return [...after.values()]
}

describe('a plan for a page', () => {
  it('makes a cluster of two lonely listings, each with the reason', () => {
    expect(plan({ page: [2], likes: [[1, 2, 'same']] })).toEqual([
      {
        clusterId: null,
        absorbs: [],
        demo: false,
        joins: [2, 1].map((listingId) => ({
          listingId,
          kind: 'cross-post' satisfies RelationKind,
          score: 0.9,
          reason: 'same',
          by: 'machine',
        })),
      },
    ])
  })

  it('joins a cluster that is there, and two clusters through a listing that is both, into the older one', () => {
    const members = [member(1, 7), member(2, 7), member(3, 5), member(4, 5)]
    expect(plan({ page: [9], likes: [[9, 1, 'same']], members: members.slice(0, 2) })).toMatchObject([
      { clusterId: 7, absorbs: [], joins: [{ listingId: 9 }] },
    ])
    const both = plan({
      page: [9],
      likes: [
        [9, 1, 'same'],
        [9, 4, 'same'],
      ],
      members,
    })
    expect(both).toMatchObject([{ clusterId: 5, absorbs: [7], joins: [{ listingId: 9 }] }])
  })

  it('leaves apart what is only likely, and what a person said cannot-link of, also through a third one', () => {
    expect(plan({ page: [2], likes: [[1, 2, 'unsure']] })).toEqual([])
    expect(plan({ page: [2], likes: [[1, 2, 'same']], decisions: [pairOf(1, 2, 'different')] })).toEqual([])
    const setting: Setting = {
      page: [3],
      likes: [
        [3, 1, 'same'],
        [3, 2, 'same'],
      ],
      decisions: [pairOf(1, 2, 'different')],
    }
    expect(plan(setting)).toMatchObject([{ joins: [{ listingId: 3 }, { listingId: 1 }] }])
  })

  it('brings together what a person said is the same, however unsure the machine is', () => {
    const setting: Setting = { page: [2], likes: [[1, 2, 'unsure']], decisions: [pairOf(1, 2, 'same')] }
    expect(plan(setting)).toMatchObject([{ joins: [{ by: 'person' }, { by: 'person' }] }])
  })

  it('makes no cluster larger than the bound', () => {
    const likes = [1, 2, 3, 4, 5].map((id): Setting['likes'][number] => [9, id, 'same'])
    expect(plan({ page: [9], likes, membersMax: 3 })[0]!.joins).toHaveLength(3)
  })

  it('whatever is found and decided: cannot-links stay apart, a second run changes nothing, order does not count', () => {
    const id = fc.integer({ min: 1, max: 12 })
    const setting = fc.record({
      page: fc.uniqueArray(id, { minLength: 1 }),
      likes: fc.array(fc.tuple(id, id, fc.constantFrom('same' as const, 'unsure' as const)), {
        maxLength: 25,
      }),
      different: fc.array(fc.tuple(id, id), { maxLength: 6 }),
      same: fc.array(fc.tuple(id, id), { maxLength: 3 }),
      clusters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 }),
    })
    fc.assert(
      fc.property(setting, ({ page, likes, different, same, clusters }) => {
        const members = clusters.flatMap((cluster, i) => (cluster === 0 ? [] : [member(i + 1, cluster)]))
        const clusterOf = new Map(members.map((row) => [row.listingId, row.clusterId]))
        // A person's last word on a pair; what is in one cluster has no cannot-link.
        const decisions = [
          ...new Map(
            [
              ...same.map(([a, b]) => pairOf(a, b, 'same')),
              ...different.map(([a, b]) => pairOf(a, b, 'different')),
            ].map((pair) => [`${pair.lowListingId} ${pair.highListingId}`, pair]),
          ).values(),
        ].filter(({ lowListingId: a, highListingId: b, verdict }) => {
          const isOneCluster = clusterOf.has(a) && clusterOf.get(a) === clusterOf.get(b)
          return a !== b && !(verdict === 'different' && isOneCluster)
        })
        const clean = likes.filter(([a, b]) => a !== b)
        const groups = plan({ page, likes: clean, members, decisions })
        const after = apply(members, groups)
        const at = new Map(after.map((row) => [row.listingId, row.clusterId]))
        for (const { lowListingId: a, highListingId: b, verdict } of decisions) {
          if (verdict === 'different' && at.has(a)) expect(at.get(a)).not.toBe(at.get(b))
        }
        // Nobody who was together is apart.
        for (const a of members)
          for (const b of members)
            if (a.clusterId === b.clusterId) expect(at.get(a.listingId)).toBe(at.get(b.listingId))
        expect(plan({ page, likes: clean, members: after, decisions })).toEqual([])
        expect(plan({ page: page.toReversed(), likes: clean, members, decisions })).toEqual(groups)
      }),
      { numRuns: 500 },
    )
  })
})
