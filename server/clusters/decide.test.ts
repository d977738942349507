import { describe, expect, it } from 'vitest'
import type { Candidate } from './assign.ts'
import { decideByGroups } from './decide.ts'
import type { Evidence, FoundRecord } from './schema.ts'
import { record } from './test-kit.ts'

const evidence = (verdict: Evidence['verdict']): Evidence => ({
  score: 0.9,
  verdict,
  isContradicted: false,
  kind: 'repost',
  parts: [],
  reason: verdict,
})
const found = (listingId: number, verdict: Evidence['verdict'] = 'same'): FoundRecord => ({
  listingId,
  evidence: evidence(verdict),
})
const candidates: Candidate[] = [
  { clusterId: 7, listingIds: [1, 2], found: [found(1, 'unsure'), found(2)] },
  { clusterId: null, listingIds: [3], found: [found(3)] },
]
const records = new Map([1, 2, 3, 4, 5].map((listingId) => [listingId, record({ listingId })]))
const get = (listingId: number) => records.get(listingId)

describe('a decision between groups', () => {
  const seen: { clusterId: number; members: number[] }[][] = []
  const decide = (answer: { join: number | null; merge: number[] }, own: number[]) =>
    decideByGroups(
      (_, groups) => {
        seen.push(groups.map((g) => ({ clusterId: g.clusterId, members: g.members.map((m) => m.listingId) })))
        return answer
      },
      () => evidence('different'),
    )(record({ listingId: 4 }), candidates, { own, get }).map(({ listingId }) => listingId)

  it('joins the groups that it names, each by its surest similarity', () => {
    expect(decide({ join: null, merge: [] }, [4])).toEqual([])
    expect(decide({ join: 7, merge: [] }, [4])).toEqual([2])
    expect(decide({ join: -3, merge: [] }, [4])).toEqual([3])
    expect(decide({ join: -3, merge: [7] }, [4])).toEqual([2, 3])
    expect(seen.at(-1)).toEqual([
      { clusterId: 7, members: [1, 2] },
      { clusterId: -3, members: [3] },
    ])
  })

  it('sees the cluster that the thing is in, and merges only what it finds to be one with that', () => {
    expect(decide({ join: 0, merge: [7] }, [4, 5])).toEqual([2])
    expect(decide({ join: 7, merge: [0] }, [4, 5])).toEqual([2])
    expect(decide({ join: 7, merge: [-3] }, [4, 5])).toEqual([])
    expect(seen.at(-1)?.[0]).toEqual({ clusterId: 0, members: [5] })
  })

  it('is not asked where there is nothing to decide', () => {
    const never = decideByGroups(
      () => {
        throw new Error('asked')
      },
      () => evidence('same'),
    )
    expect(never(record({ listingId: 4 }), [], { own: [4], get })).toEqual([])
  })
})
