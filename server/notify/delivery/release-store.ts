import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { Held } from './digest.ts'
import type { HoldReason } from './plan.ts'
import type { Queue } from './queue-store.ts'

/** Queues with something whose hold ended, longest first. */
export async function queuesToRelease(sql: Sql, now: Date, limit: number): Promise<Queue[]> {
  const { rows } = await sql.query<Queue>(
    `SELECT user_id AS "userId", channel FROM channel_queues WHERE release_at <= $1 ORDER BY release_at LIMIT $2`,
    [now, limit],
    'queues-to-release',
  )
  return rows
}

/** Queues that nobody worked though something was due since before `before`, and that nothing blocked: a downtime. */
export async function neglectedQueues(sql: Sql, before: Date, limit: number): Promise<Queue[]> {
  const { rows } = await sql.query<Queue>(
    `SELECT user_id AS "userId", channel FROM channel_queues
     WHERE next_at <= $1 AND failures = 0 ORDER BY next_at LIMIT $2`,
    [before, limit],
    'neglected-queues',
  )
  return rows
}

/** What is to be notified as one: held deliveries whose moment came, or overdue ones; the queue is held. */
export interface Batch {
  deliveryIds: number[]
  notifications: number
  /** That are named, each once; and those of them that are offered, not only followed. */
  listingIds: number[]
  offeredIds: number[]
  /** Those that messages only counted. */
  unnamed: number
  ruleIds: number[]
  fallbackChannels: string[]
  seenAt: Date | null
  score: number | null
  /** The best of them, oldest first. */
  best: Held[]
}

/** How many notifications a digest reads to find the best listings. */
const bestMax = 60

/** Null when the queue has none. `overdue` = attempts that were due before that moment, instead of held ones. */
export async function readBatch(
  tx: Tx,
  queue: Queue,
  now: Date,
  overdueBefore: Date | null,
): Promise<Batch | null> {
  const which =
    overdueBefore === null
      ? `d.state = 'held' AND d.due_at <= $3`
      : `d.state IN ('pending', 'retry') AND d.due_at <= $3 AND n.kind <> 'test'`
  const { rows } = await tx.query<Omit<Batch, 'best'> & { bestIds: number[] }>(
    `WITH due AS (
       SELECT d.id, d.notification_id, d.fallback_channels, n.kind, n.score, n.rule_ids, n.seen_at,
              (n.message->>'itemCount')::int AS listings, (n.message->'items')::jsonb AS items
       FROM deliveries d JOIN notifications n ON n.id = d.notification_id
       WHERE d.user_id = $1 AND d.channel = $2 AND ${which}
     )
     SELECT array_agg(id ORDER BY id) AS "deliveryIds", count(*)::int AS notifications,
            ARRAY(SELECT DISTINCT (item->>'listingId')::bigint FROM due, jsonb_array_elements(items) AS item)
              AS "listingIds",
            ARRAY(SELECT DISTINCT (item->>'listingId')::bigint FROM due, jsonb_array_elements(items) AS item
                  WHERE due.kind <> 'watch') AS "offeredIds",
            sum(greatest(listings - jsonb_array_length(items), 0))::int AS unnamed,
            min(seen_at) AS "seenAt", max(score)::int AS score,
            ARRAY(SELECT DISTINCT r FROM due, unnest(rule_ids) AS r ORDER BY 1 LIMIT 1000) AS "ruleIds",
            ARRAY(SELECT DISTINCT f FROM due, unnest(fallback_channels) AS f ORDER BY 1) AS "fallbackChannels",
            ARRAY(SELECT id FROM due ORDER BY score DESC NULLS FIRST, id DESC LIMIT $4) AS "bestIds"
     FROM due HAVING count(*) > 0`,
    [queue.userId, queue.channel, overdueBefore ?? now, bestMax],
  )
  const [batch] = rows
  if (!batch) return null
  const { bestIds, ...rest } = batch
  const { rows: best } = await tx.query<Held>(
    `SELECT n.message, d.hold_reason AS "holdReason", n.cause FROM deliveries d JOIN notifications n ON n.id = d.notification_id
     WHERE d.id = ANY($1) ORDER BY d.id`,
    [bestIds],
  )
  return { ...rest, listingIds: rest.listingIds.map(Number), offeredIds: rest.offeredIds.map(Number), best }
}

/** Lets a held delivery go out by itself. */
export async function releaseDelivery(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.query(`UPDATE deliveries SET state = 'pending', due_at = $2, dated_at = $2 WHERE id = $1`, [
    id,
    now,
  ])
}

/** These are told by the digest. */
export async function bundleDeliveries(
  tx: Tx,
  ids: readonly number[],
  bundleId: number,
  now: Date,
  reason: HoldReason | null,
): Promise<void> {
  await tx.query(
    `UPDATE deliveries SET state = 'bundled', bundle_id = $2, finished_at = $3, lease_token = NULL,
            hold_reason = coalesce(hold_reason, $4)
     WHERE id = ANY($1)`,
    [ids, bundleId, now, reason],
  )
}

/** Of one person: messages that wait for the end of quiet hours, to be dated anew when those change. */
export async function redateQuiet(
  tx: Tx,
  userId: Authorized<'own'>,
  until: Date,
  now: Date,
): Promise<Queue[]> {
  const { rows } = await tx.query<Queue>(
    `UPDATE deliveries SET due_at = $2, held_until = $2, dated_at = $3
     WHERE user_id = $1 AND state = 'held' AND hold_reason = 'quiet-hours'
     RETURNING user_id AS "userId", channel`,
    [userId, until, now],
  )
  return rows
}
