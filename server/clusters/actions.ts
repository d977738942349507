import type { Authorized } from '../core/actor.ts'
import type { Tx } from '../core/db.ts'
import { badInput, conflict, notFound } from '../core/errors.ts'
import type { PlannedGroup } from './assign.ts'
import { listingFacts } from './read-store.ts'
import { relationOf } from './relation.ts'
import {
  decisionsAmong,
  deleteClusters,
  deleteMember,
  holdListings,
  lockClusters,
  membersAround,
  touchClusters,
  writeDecisions,
  writePlan,
} from './store.ts'

/**
 * A person says that these listings, and so all that is in their clusters, are one thing. What was said to be
 * different among them is so no more: the last word counts. Returns the cluster's id.
 */
export async function mergeClusters(
  tx: Tx,
  userId: Authorized<'write'>,
  listingIds: readonly number[],
  now: Date,
): Promise<number> {
  const ids = [...new Set(listingIds)]
  if (ids.length < 2) {
    throw badInput('Name at least two different listings to bring together.', {
      listingIds: 'needs at least two different ids',
    })
  }
  await lockClusters(tx)
  const living = await holdListings(tx, ids)
  const facts = new Map((await listingFacts(tx, ids, userId)).map((fact) => [fact.id, fact]))
  const missing = ids.filter((id) => !living.has(id) || !facts.has(id))
  if (missing.length > 0) {
    const which = missing.length === 1 ? `no listing ${missing[0]}` : `no listings ${missing.join(', ')}`
    throw badInput(`There is ${which}.`, { listingIds: `there is ${which}` })
  }
  const first = facts.get(ids[0]!)!
  if (ids.some((id) => facts.get(id)!.demo !== first.demo)) {
    throw badInput('Made-up listings of the demo and real ones cannot be the same thing.', {
      listingIds: 'mixes listings of the demo with real ones',
    })
  }
  if (ids.some((id) => facts.get(id)!.ownerId !== first.ownerId)) {
    throw badInput('What only you see and what everybody sees cannot be brought together.', {
      listingIds: 'mixes listings of your own with those of the market',
    })
  }
  const members = await membersAround(tx, ids)
  const known = new Set(members.map(({ listingId }) => listingId))
  const clusterIds = [...new Set(members.map(({ clusterId }) => clusterId))].toSorted((a, b) => a - b)
  const lonely = ids.filter((id) => !known.has(id))
  const group: PlannedGroup = {
    clusterId: clusterIds[0] ?? null,
    absorbs: clusterIds.slice(1),
    demo: first.demo,
    joins: lonely.map((listingId) => {
      const other = facts.get(ids.find((id) => id !== listingId)!)!
      const kind = relationOf(facts.get(listingId)!, other)
      return { listingId, kind, score: 1, reason: 'A person said that it is the same thing', by: 'person' }
    }),
  }
  const all = [...new Set([...ids, ...known])]
  const undone = (await decisionsAmong(tx, all)).filter(({ verdict }) => verdict === 'different')
  const pairs = new Map(
    [
      ...ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [Math.min(a, b), Math.max(a, b)] as const)),
      ...undone.map((decision) => [decision.lowListingId, decision.highListingId] as const),
    ].map((pair) => [pair.join(' '), pair]),
  )
  await writeDecisions(tx, [...pairs.values()], 'same', userId, now)
  if (group.joins.length === 0 && group.absorbs.length === 0) return group.clusterId!
  const [clusterId] = await writePlan(tx, [group], now)
  return clusterId!
}

/**
 * A person says that a listing is another thing than the rest of its cluster: it leaves, and has a cannot-link with each
 * of them for ever (or until they are merged). Returns the cluster that is left, null when only one listing was.
 */
export async function splitListing(
  tx: Tx,
  userId: Authorized<'write'>,
  listingId: number,
  now: Date,
): Promise<{ leftClusterId: number; remainingClusterId: number | null }> {
  await lockClusters(tx)
  const around = await membersAround(tx, [listingId])
  const living = await holdListings(tx, [listingId, ...around.map((member) => member.listingId)])
  const [seen] = await listingFacts(tx, [listingId], userId)
  if (!seen || !living.has(listingId)) throw notFound('listing')
  const others = around.map((member) => member.listingId).filter((id) => id !== listingId && living.has(id))
  if (others.length === 0) {
    throw conflict(
      'not-in-a-cluster',
      'This listing is in no cluster with others: there is nothing to take it out of.',
    )
  }
  const { clusterId } = around[0]!
  await writeDecisions(
    tx,
    others.map((other) => [listingId, other] as const),
    'different',
    userId,
    now,
  )
  if (others.length === 1) {
    await deleteClusters(tx, [clusterId])
    return { leftClusterId: clusterId, remainingClusterId: null }
  }
  await deleteMember(tx, listingId)
  await touchClusters(tx, [clusterId], now)
  return { leftClusterId: clusterId, remainingClusterId: clusterId }
}
