import type { FoundRecord, ListingRecord, RelationKind } from './schema.ts'
import { saidOf } from './words.ts'

/** Why a listing is in its cluster, as stored. */
export interface Membership {
  listingId: number
  clusterId: number
  kind: RelationKind
  score: number
  reason: string
  by: 'machine' | 'person'
}

/** What a person said about two listings, the lower id first. */
export interface Decision {
  lowListingId: number
  highListingId: number
  verdict: 'same' | 'different'
}

/** A cluster, or a listing that is alone, that a record may belong with. */
export interface Candidate {
  clusterId: number | null
  /** All of its members. */
  listingIds: readonly number[]
  /** Those of them that the index found, the surest first; at least one. */
  found: readonly FoundRecord[]
}

/** What else a choice may look at. */
export interface Around {
  /** The record and all that it is together with already. */
  own: readonly number[]
  /** Records of this page and those that the index still holds. */
  get(listingId: number): ListingRecord | undefined
}

/**
 * Chooses what a thing is the same as: of each candidate that it belongs with, the found listing that says so.
 * Several make all of them, and what the thing is together with, one. What a person decided is seen to by the caller.
 */
export type Decide = (
  record: ListingRecord,
  candidates: readonly Candidate[],
  around: Around,
) => readonly FoundRecord[]

/** Joins whatever has a member that is surely the same. */
export const joinTheSure: Decide = (_, candidates) =>
  candidates.flatMap(({ found }) => found.find(({ evidence }) => evidence.verdict === 'same') ?? [])

/** Listings that become one cluster; only groups that change are in a plan. */
export interface PlannedGroup {
  /** The cluster that goes on, or null for a new one. */
  clusterId: number | null
  demo: boolean
  /** Clusters whose members move into it. */
  absorbs: number[]
  /** Listings that were alone. */
  joins: Omit<Membership, 'clusterId'>[]
}

export interface PlanInput {
  records: readonly ListingRecord[]
  /** By listing id of the record; the surest first. */
  found: ReadonlyMap<number, readonly FoundRecord[]>
  /** All members of every cluster that has a record or a found listing in it. */
  members: readonly Membership[]
  decisions: readonly Decision[]
  decide: Decide
  get(listingId: number): ListingRecord | undefined
  /** The machine makes no cluster larger than this: thousands of one text are a template, not one thing. */
  membersMax: number
}

type Join = PlannedGroup['joins'][number]

/** Listings known to be one thing; without a cluster id it is one listing alone, or a cluster to be made. */
interface Group {
  clusterId: number | null
  listingIds: number[]
  absorbs: number[]
  joins: Join[]
  changed: boolean
}

/** Works out which listings of a page come together with what; the same input gives the same plan. */
export function planPage(input: PlanInput): PlannedGroup[] {
  const groups = storedGroups(input.members)
  const groupOf = (listingId: number) => {
    const group = groups.get(listingId) ?? newGroup(null, [listingId])
    groups.set(listingId, group)
    return group
  }
  const unite = (a: Group, b: Group, because: FoundRecord, by: Join['by']) => {
    const merged = mergeGroups(a, b, because, by)
    for (const listingId of merged.listingIds) groups.set(listingId, merged)
  }
  const cannotLinks = partners(input.decisions, 'different')
  const mustLinks = partners(input.decisions, 'same')
  // By id, so that whatever the order of a page, the same things come together.
  for (const record of input.records.toSorted((a, b) => a.listingId - b.listingId)) {
    const found = input.found.get(record.listingId) ?? []
    for (const one of found) {
      if (!mustLinks.get(record.listingId)?.has(one.listingId)) continue
      const [own, other] = [groupOf(record.listingId), groupOf(one.listingId)]
      if (own !== other && !areCannotLinked(own, other, cannotLinks)) unite(own, other, one, 'person')
    }
    const candidates = candidatesOf(found, groupOf(record.listingId), groupOf, cannotLinks)
    const around = { own: groupOf(record.listingId).listingIds, get: input.get }
    for (const because of input.decide(record, candidates, around)) {
      const [own, other] = [groupOf(record.listingId), groupOf(because.listingId)]
      // What was chosen before may have brought in a listing that a person cannot-linked with this one.
      if (own === other || areCannotLinked(own, other, cannotLinks)) continue
      if (own.listingIds.length + other.listingIds.length > input.membersMax) continue
      unite(own, other, because, 'machine')
    }
  }
  const demo = new Set(input.records.filter((record) => record.demo).map(({ listingId }) => listingId))
  return [...new Set(groups.values())]
    .filter(({ changed }) => changed)
    .map(({ clusterId, absorbs, joins, listingIds }) => ({
      clusterId,
      absorbs,
      joins,
      demo: listingIds.some((listingId) => demo.has(listingId)),
    }))
}

function newGroup(clusterId: number | null, listingIds: number[]): Group {
  return { clusterId, listingIds, absorbs: [], joins: [], changed: false }
}

function storedGroups(members: readonly Membership[]): Map<number, Group> {
  const byCluster = new Map<number, Group>()
  const byListing = new Map<number, Group>()
  for (const { listingId, clusterId } of members) {
    const group = byCluster.get(clusterId) ?? newGroup(clusterId, [])
    byCluster.set(clusterId, group)
    group.listingIds.push(listingId)
    byListing.set(listingId, group)
  }
  return byListing
}

/** The older cluster goes on, so that every process makes the same of the same. */
function mergeGroups(a: Group, b: Group, because: FoundRecord, by: Join['by']): Group {
  const { kind, score, reason } = because.evidence
  const alone = [a, b].filter((group) => group.clusterId === null && group.listingIds.length === 1)
  const ids = [a.clusterId, b.clusterId].filter((id) => id !== null).toSorted((x, y) => x - y)
  return {
    clusterId: ids[0] ?? null,
    absorbs: [...a.absorbs, ...b.absorbs, ...ids.slice(1)],
    listingIds: [...a.listingIds, ...b.listingIds],
    joins: [
      ...a.joins,
      ...b.joins,
      ...alone.map((group) => ({ listingId: group.listingIds[0]!, kind, score, reason, by })),
    ],
    changed: true,
  }
}

function candidatesOf(
  found: readonly FoundRecord[],
  own: Group,
  groupOf: (listingId: number) => Group,
  cannotLinks: Map<number, Set<number>>,
): Candidate[] {
  const candidates = new Map<Group, FoundRecord[]>()
  for (const one of found) {
    const group = groupOf(one.listingId)
    if (group === own || areCannotLinked(own, group, cannotLinks)) continue
    candidates.set(group, [...(candidates.get(group) ?? []), one])
  }
  return [...candidates].map(([{ clusterId, listingIds }, found]) => ({ clusterId, listingIds, found }))
}

function partners(decisions: readonly Decision[], verdict: Decision['verdict']): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  const add = (from: number, to: number) => found.set(from, (found.get(from) ?? new Set()).add(to))
  for (const decision of decisions) {
    if (decision.verdict !== verdict) continue
    add(decision.lowListingId, decision.highListingId)
    add(decision.highListingId, decision.lowListingId)
  }
  return found
}

/** A person said cannot-link of a listing of one and a listing of the other. */
function areCannotLinked(a: Group, b: Group, cannotLinks: Map<number, Set<number>>): boolean {
  return a.listingIds.some((listingId) => {
    const others = cannotLinks.get(listingId)
    return others !== undefined && b.listingIds.some((other) => others.has(other))
  })
}

/** What became of one listing. */
export interface Assigned {
  /** null = it is alone. */
  clusterId: number | null
  /** It was not in a cluster before. */
  joinedNow: boolean
  kind: RelationKind | null
  /** 0–1. */
  score: number | null
  /** The evidence in one line. */
  reason: string | null
  /** For a person: what it is to the other one, and why. */
  sentence: string | null
}

export const alone: Assigned = {
  clusterId: null,
  joinedNow: false,
  kind: null,
  score: null,
  reason: null,
  sentence: null,
}

/** What became of each record, given all rows as they are now and those written just now. */
export function answers(
  records: readonly ListingRecord[],
  members: readonly Membership[],
  written: ReadonlyMap<number, Membership>,
): Map<number, Assigned> {
  const rows = new Map(members.map((member) => [member.listingId, member]))
  return new Map(
    records.map(({ listingId }) => {
      const row = rows.get(listingId)
      if (!row) return [listingId, alone]
      const { clusterId, kind, score, reason } = row
      const sentence = saidOf(row).sentence
      return [listingId, { clusterId, joinedNow: written.has(listingId), kind, score, reason, sentence }]
    }),
  )
}
