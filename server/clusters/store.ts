import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import type { Decision, Membership, PlannedGroup } from './assign.ts'

/**
 * Keeps everyone else from changing clusters until this transaction ends. One lock for all of them, taken after
 * the marketplaces' locks and the rules gate and only by whoever is about to change something: two processes that
 * find the same listing at the same moment come one after the other, and never wait for each other in a ring.
 */
export async function lockClusters(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('deal-scout clusters'))`, [], 'lock-clusters')
}

/**
 * Those of the listings that exist, kept from being deleted until this transaction ends; one whose deletion is under
 * way counts as gone instead of being waited for, since its deleter may wait for us.
 */
export async function holdListings(tx: Tx, listingIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await tx.query<{ id: number }>(
    'SELECT id FROM listings WHERE id = ANY($1::bigint[]) ORDER BY id FOR KEY SHARE SKIP LOCKED',
    [listingIds],
  )
  return new Set(rows.map(({ id }) => id))
}

/** All members of every cluster that has one of these listings in it. */
export async function membersAround(sql: Sql, listingIds: readonly number[]): Promise<Membership[]> {
  if (listingIds.length === 0) return []
  const { rows } = await sql.query<Membership>(
    // Planned at every call, cluster by cluster: a plan kept from when the table was small reads all of it.
    `SELECT m.listing_id AS "listingId", m.cluster_id AS "clusterId", m.kind, m.score, m.reason, m.by
     FROM (SELECT DISTINCT cluster_id FROM cluster_members WHERE listing_id = ANY($1::bigint[])) c
     CROSS JOIN LATERAL (SELECT * FROM cluster_members m WHERE m.cluster_id = c.cluster_id OFFSET 0) m
     ORDER BY m.cluster_id, m.listing_id`,
    [listingIds],
  )
  return rows
}

/** What a person said of any two of these listings. */
export async function decisionsAmong(sql: Sql, listingIds: readonly number[]): Promise<Decision[]> {
  if (listingIds.length < 2) return []
  const { rows } = await sql.query<Decision>(
    `SELECT low_listing_id AS "lowListingId", high_listing_id AS "highListingId", verdict FROM cluster_decisions
     WHERE low_listing_id = ANY($1::bigint[]) AND high_listing_id = ANY($1::bigint[])`,
    [listingIds],
  )
  return rows
}

/** Writes what was planned; returns the cluster id of each group, in their order. The caller holds the lock. */
export async function writePlan(tx: Tx, groups: readonly PlannedGroup[], now: Date): Promise<number[]> {
  if (groups.length === 0) return []
  const fresh = groups.filter(({ clusterId }) => clusterId === null)
  const made = fresh.length === 0 ? [] : await insertClusters(tx, fresh, now)
  const ids = new Map(fresh.map((group, index) => [group, made[index]!]))
  const idOf = (group: PlannedGroup) => group.clusterId ?? ids.get(group)!
  const moves = groups.flatMap((group) => group.absorbs.map((from) => ({ from, to: idOf(group) })))
  if (moves.length > 0) {
    await tx.query(
      `UPDATE cluster_members m SET cluster_id = v.target
       FROM unnest($1::bigint[], $2::bigint[]) AS v(source, target) WHERE m.cluster_id = v.source`,
      [moves.map(({ from }) => from), moves.map(({ to }) => to)],
      'move-cluster-members',
    )
    await deleteClusters(
      tx,
      moves.map(({ from }) => from),
    )
  }
  await insertMembers(
    tx,
    groups.flatMap((group) => group.joins.map((join) => ({ ...join, clusterId: idOf(group) }))),
    now,
  )
  await touchClusters(
    tx,
    groups.map(({ clusterId }) => clusterId).filter((id) => id !== null),
    now,
  )
  return groups.map(idOf)
}

async function insertClusters(tx: Tx, groups: readonly PlannedGroup[], now: Date): Promise<number[]> {
  const { rows } = await tx.query<{ id: number; demo: boolean }>(
    'INSERT INTO clusters (demo, created_at, updated_at) SELECT demo, $2, $2 FROM unnest($1::boolean[]) AS demo RETURNING id, demo',
    [groups.map(({ demo }) => demo), now],
    'insert-clusters',
  )
  // New ones of a kind are alike: each group takes the next of its kind.
  const real = rows.filter(({ demo }) => !demo).values()
  const madeUp = rows.filter(({ demo }) => demo).values()
  return groups.map(({ demo }) => (demo ? madeUp : real).next().value!.id)
}

async function insertMembers(tx: Tx, members: readonly Membership[], now: Date): Promise<void> {
  if (members.length === 0) return
  await tx.query(
    `INSERT INTO cluster_members (listing_id, cluster_id, kind, score, reason, by, joined_at)
     SELECT v.*, $7 FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::real[], $5::text[], $6::text[]) AS v`,
    [
      members.map(({ listingId }) => listingId),
      members.map(({ clusterId }) => clusterId),
      members.map(({ kind }) => kind),
      members.map(({ score }) => score),
      members.map(({ reason }) => reason),
      members.map(({ by }) => by),
      now,
    ],
    'insert-cluster-members',
  )
}

export async function touchClusters(tx: Tx, clusterIds: readonly number[], now: Date): Promise<void> {
  if (clusterIds.length === 0) return
  await tx.query('UPDATE clusters SET updated_at = $2 WHERE id = ANY($1::bigint[])', [clusterIds, now])
}

/** Deletes clusters with the rows of members that are left in them; the listings stay. */
export async function deleteClusters(tx: Tx, clusterIds: readonly number[]): Promise<void> {
  await tx.query('DELETE FROM clusters WHERE id = ANY($1::bigint[])', [clusterIds], 'delete-clusters')
}

export async function deleteMember(tx: Tx, listingId: number): Promise<void> {
  await tx.query('DELETE FROM cluster_members WHERE listing_id = $1', [listingId])
}

/**
 * Looks at the next `limit` clusters by id and deletes those of which deleted listings left fewer than two members;
 * `lastId` is null once there are no more. Takes the lock only where something is to be deleted.
 */
export async function deleteSmallClusters(
  tx: Tx,
  afterId: number,
  limit: number,
): Promise<{ deleted: number; lastId: number | null }> {
  const isSmall = 'NOT EXISTS (SELECT FROM cluster_members m WHERE m.cluster_id = c.id OFFSET 1)'
  const { rows } = await tx.query<{ id: number; isSmall: boolean }>(
    `SELECT c.id, ${isSmall} AS "isSmall" FROM clusters c WHERE c.id > $1 ORDER BY c.id LIMIT $2`,
    [afterId, limit],
  )
  const small = rows.filter((row) => row.isSmall).map(({ id }) => id)
  let deleted = 0
  if (small.length > 0) {
    await lockClusters(tx)
    // One may have grown meanwhile.
    const { rowCount } = await tx.query(
      `DELETE FROM clusters c WHERE c.id = ANY($1::bigint[]) AND ${isSmall}`,
      [small],
    )
    deleted = rowCount
  }
  return { deleted, lastId: rows.length < limit ? null : rows.at(-1)!.id }
}

/** Remembers what a person said of pairs, over what was said of them before. */
export async function writeDecisions(
  tx: Tx,
  pairs: readonly (readonly [number, number])[],
  verdict: Decision['verdict'],
  userId: Authorized<'write'>,
  now: Date,
): Promise<void> {
  if (pairs.length === 0) return
  await tx.query(
    `INSERT INTO cluster_decisions (low_listing_id, high_listing_id, verdict, user_id, decided_at)
     SELECT least(a, b), greatest(a, b), $3, $4, $5 FROM unnest($1::bigint[], $2::bigint[]) AS v(a, b)
     ON CONFLICT (low_listing_id, high_listing_id)
       DO UPDATE SET verdict = excluded.verdict, user_id = excluded.user_id, decided_at = excluded.decided_at`,
    [pairs.map(([a]) => a), pairs.map(([, b]) => b), verdict, userId, now],
  )
}

/** How far the look at all listings has come; the mark is a transaction id. */
export interface Progress {
  doneXid: string
  sweepToXid: string
  afterId: number
}

/**
 * Takes the row of the look at all listings, beginning a new sweep where none is under way; null while another
 * process has it. A mark from beyond the present is from a database that was restored elsewhere: it starts over.
 */
export async function holdProgress(tx: Tx): Promise<Progress | null> {
  await tx.query(
    `INSERT INTO cluster_progress (id, done_xid, sweep_to_xid, after_id) VALUES (1, '0', NULL, 0) ON CONFLICT DO NOTHING`,
  )
  const { rows } = await tx.query<Progress>(
    `SELECT CASE WHEN done_xid > h.xid THEN '0' ELSE done_xid::text END AS "doneXid",
            CASE WHEN sweep_to_xid <= h.xid THEN sweep_to_xid ELSE h.xid END::text AS "sweepToXid",
            CASE WHEN done_xid > h.xid THEN 0 ELSE after_id END AS "afterId"
     FROM cluster_progress, (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xid) h WHERE id = 1
     FOR UPDATE OF cluster_progress SKIP LOCKED`,
  )
  return rows[0] ?? null
}

/** Writes how far it has come; `afterId` null = the sweep is done. */
export async function writeProgress(tx: Tx, progress: Progress, afterId: number | null): Promise<void> {
  await tx.query(
    afterId === null
      ? 'UPDATE cluster_progress SET done_xid = $1::xid8, sweep_to_xid = NULL, after_id = 0 WHERE id = 1'
      : 'UPDATE cluster_progress SET done_xid = $1::xid8, sweep_to_xid = $2::xid8, after_id = $3 WHERE id = 1',
    afterId === null ? [progress.sweepToXid] : [progress.doneXid, progress.sweepToXid, afterId],
  )
}

/** Listings that the sweep has not looked at yet, by id upwards. */
export async function listingsToSweep(tx: Tx, progress: Progress, limit: number): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    // From the beginning everything counts, whatever transaction ids another server gave.
    `SELECT id FROM listings
     WHERE changed_xid >= $1::xid8 AND (changed_xid < $2::xid8 OR $1::xid8 = '0') AND id > $3
     ORDER BY id LIMIT $4`,
    [progress.doneXid, progress.sweepToXid, progress.afterId, limit],
  )
  return rows.map(({ id }) => id)
}

/** What a person said of listings stays as said by another: everybody sees what came of it. */
export async function leaveDecisions(
  tx: Tx,
  userId: Authorized<'write'>,
  heir: Authorized<'write'>,
): Promise<void> {
  await tx.query('UPDATE cluster_decisions SET user_id = $2 WHERE user_id = $1', [userId, heir])
}
