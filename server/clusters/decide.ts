import type { Around, Candidate, Decide } from './assign.ts'
import type { Evidence, FoundRecord, ListingRecord } from './schema.ts'

/** A group of listings as a newcomer meets it. */
interface MetGroup {
  clusterId: number
  members: readonly ListingRecord[]
  /** What the index found of it, the surest first. */
  best: readonly FoundRecord[]
}

/** Which group a newcomer joins (null = none), and which others are one with that. */
type DecideGroup = (
  record: ListingRecord,
  groups: readonly MetGroup[],
  decisions: { mustLinks: ReadonlySet<string>; cannotLinks: ReadonlySet<string> },
  compare: (a: ListingRecord, b: ListingRecord) => Evidence,
) => { join: number | null; merge: readonly number[] }

/** The number of what the thing is already in; clusters count from 1, lonely listings are numbered below zero. */
const ownId = 0
const idOf = ({ clusterId, listingIds }: Candidate) => clusterId ?? -listingIds[0]!

/**
 * Lets a decision between whole groups choose. A record that is in a cluster brings it along as one of the groups, so
 * that two clusters become one only where the decision would merge them, not because one listing is like both.
 */
export function decideByGroups(
  decideGroup: DecideGroup,
  compare: (a: ListingRecord, b: ListingRecord) => Evidence,
): Decide {
  // What a person decided is seen to by the caller, for every decision alike.
  const nothingDecided = { mustLinks: new Set<string>(), cannotLinks: new Set<string>() }
  return (record, candidates, around) => {
    if (candidates.length === 0) return []
    const mates = around.own.filter((listingId) => listingId !== record.listingId)
    const own = mates.length === 0 ? [] : [{ clusterId: ownId, members: known(mates, around), best: [] }]
    const met = candidates.map((candidate) => ({
      clusterId: idOf(candidate),
      members: known(candidate.listingIds, around),
      best: candidate.found,
    }))
    const { join, merge } = decideGroup(record, [...own, ...met], nothingDecided, compare)
    const chosen = new Set(join === null ? [] : [join, ...merge])
    // Nothing is ever taken out of its cluster, however much better it would fit elsewhere.
    if (own.length > 0 && !chosen.has(ownId)) return []
    return candidates
      .filter((candidate) => chosen.has(idOf(candidate)))
      .map(({ found }) => found.find(({ evidence }) => evidence.verdict === 'same') ?? found[0]!)
  }
}

function known(listingIds: readonly number[], around: Around): ListingRecord[] {
  return listingIds.map(around.get).filter((record) => record !== undefined)
}
