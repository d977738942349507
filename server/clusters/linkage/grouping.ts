import type { Evidence, FoundRecord, ListingRecord } from '../schema.ts'

/** A cluster that has members which may be the same thing as the newcomer. */
export interface FoundCluster {
  clusterId: number
  /** All of them or, of a large cluster, the newest few hundred. */
  members: readonly ListingRecord[]
  /** What the index found of it, the surest first. */
  best: readonly FoundRecord[]
}

/** What people decided about pairs of listings, by `pairKey`; it always wins. */
export interface Decisions {
  mustLinks: ReadonlySet<string>
  cannotLinks: ReadonlySet<string>
}

export interface GroupingDecision {
  /** The cluster that the newcomer joins; null = one of its own. */
  join: number | null
  /** Clusters that are the same thing as the joined one and become part of it. */
  merge: number[]
  /** For a person, one sentence. */
  reason: string
}

/** The key of two listings in `Decisions`, whichever comes first. */
export const pairKey = (a: number, b: number): string => (a < b ? `${a}:${b}` : `${b}:${a}`)

/** Members that a newcomer is compared with: the surest found, the oldest, the newest and some between. */
const comparedMax = 8
const mergeComparedMax = 4
/** Members that a newcomer which would join must not contradict, the newest. */
const contradictedMax = 200
/** Real things are posted a dozen times; what is more is a dealer's text until nearly certain. */
const easySizeMax = 12
const nearCertain = 0.995
/** Clusters are merged by far less doubt than a newcomer is taken in: a wrong merge spoils both. */
const mergeCertain = 0.95

interface Fit {
  cluster: FoundCluster
  score: number
  reason: string
}

/**
 * Which cluster a listing joins, given those that the index found likely members of. One similarity is not enough: the
 * newcomer must be the same as a member, must not be a different thing from half of those it is compared with, so that
 * chains of similarities do not grow into one big cluster, and must contradict none.
 */
export function decideCluster(
  record: ListingRecord,
  found: readonly FoundCluster[],
  decisions: Decisions,
  compare: (a: ListingRecord, b: ListingRecord) => Evidence,
): GroupingDecision {
  const fits = found
    .map((cluster) => fitOf(record, cluster, decisions, compare))
    .filter((fit) => fit !== undefined)
    .sort((x, y) => y.score - x.score || x.cluster.clusterId - y.cluster.clusterId)
  const [first, ...others] = fits
  if (first === undefined) return { join: null, merge: [], reason: 'Nothing that is known is the same thing' }
  const joined = [...first.cluster.members]
  const merge: number[] = []
  for (const other of others) {
    if (other.score < mergeCertain || first.score < mergeCertain) break
    if (keptApart(joined, other.cluster.members, decisions)) continue
    if (other.score < decidedScore && !areOneThing(joined, other.cluster.members, compare)) continue
    merge.push(other.cluster.clusterId)
    joined.push(...other.cluster.members)
  }
  return { join: first.cluster.clusterId, merge, reason: first.reason }
}

/** A person's word that they belong together is surer than any evidence. */
const decidedScore = 2

function fitOf(
  record: ListingRecord,
  cluster: FoundCluster,
  decisions: Decisions,
  compare: (a: ListingRecord, b: ListingRecord) => Evidence,
): Fit | undefined {
  const others = cluster.members.filter(({ listingId }) => listingId !== record.listingId)
  const keys = others.map(({ listingId }) => pairKey(record.listingId, listingId))
  if (keys.some((key) => decisions.cannotLinks.has(key))) return undefined
  if (keys.some((key) => decisions.mustLinks.has(key)))
    return { cluster, score: decidedScore, reason: 'Somebody said that they are the same thing' }
  const evidences = sample(others, cluster.best).map((member) => compare(record, member))
  const same = evidences.filter(({ verdict }) => verdict === 'same')
  const different = evidences.filter(({ verdict }) => verdict === 'different')
  const best = same.reduce<Evidence | undefined>(
    (top, next) => (top && top.score >= next.score ? top : next),
    undefined,
  )
  if (best === undefined || different.length * 2 >= evidences.length) return undefined
  if (evidences.some(({ isContradicted }) => isContradicted)) return undefined
  if (others.length >= easySizeMax && (best.score < nearCertain || same.length * 2 < evidences.length))
    return undefined
  // A title that says little is like two that contradict each other, and must not bring them together.
  const rest = others.length > evidences.length ? others.slice(-contradictedMax) : []
  if (rest.some((member) => compare(record, member).isContradicted)) return undefined
  return { cluster, score: best.score, reason: best.reason }
}

/** At most `comparedMax` members: the found ones first, then evenly over the cluster from its oldest to its newest. */
function sample(members: readonly ListingRecord[], best: readonly FoundRecord[]): ListingRecord[] {
  const byId = new Map(members.map((member) => [member.listingId, member]))
  const chosen = new Set<ListingRecord>()
  for (const { listingId } of best.slice(0, comparedMax / 2)) {
    const member = byId.get(listingId)
    if (member) chosen.add(member)
  }
  const byAge = [...members].sort((x, y) => x.postedAtMs - y.postedAtMs || x.listingId - y.listingId)
  const wanted = Math.min(comparedMax, byAge.length)
  for (let i = 0; i < wanted && chosen.size < comparedMax; i++)
    chosen.add(byAge[wanted === 1 ? 0 : Math.round((i * (byAge.length - 1)) / (wanted - 1))]!)
  return [...chosen]
}

function keptApart(
  a: readonly ListingRecord[],
  b: readonly ListingRecord[],
  { cannotLinks }: Decisions,
): boolean {
  if (cannotLinks.size === 0) return false
  return a.some((x) => b.some((y) => cannotLinks.has(pairKey(x.listingId, y.listingId))))
}

/** Two clusters are one thing when most members of one are the same as members of the other, or some and none differ. */
function areOneThing(
  a: readonly ListingRecord[],
  b: readonly ListingRecord[],
  compare: (a: ListingRecord, b: ListingRecord) => Evidence,
): boolean {
  const others = sample(b, []).slice(0, mergeComparedMax)
  const pairs = sample(a, [])
    .slice(0, mergeComparedMax)
    .flatMap((x) => others.map((y) => compare(x, y)))
  if (pairs.some(({ isContradicted }) => isContradicted)) return false
  const same = pairs.filter(({ verdict }) => verdict === 'same')
  const different = pairs.filter(({ verdict }) => verdict === 'different')
  const large = a.length + b.length > easySizeMax
  const certain = !large || same.some(({ score }) => score >= nearCertain)
  const mostly = same.length * 2 > pairs.length && different.length * 4 <= pairs.length
  return certain && (mostly || (same.length > 0 && different.length === 0))
}
