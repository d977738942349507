import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import { walk } from '../core/paging.ts'
import { holdQueues, resumeQueues, tellDeliveries, wakeDeliveries } from './delivery/queue-store.ts'
import { onChannel } from './on-channel.ts'
import type { DeliveryState } from './store.ts'

/** What a person or an operator may send again: everything that ended. */
const finished = ['sent', 'failed', 'dead'] as const

export interface ReplayFilter {
  /** Null = everybody's: an operator's. */
  userId: number | null
  deliveryId?: number
  notificationId?: number
  channel?: string
  states?: readonly (typeof finished)[number][]
  since?: Date
  limit: number
}

/** Puts finished deliveries back to work, from the beginning of the schedule; returns how many. */
export async function replayInLedger(tx: Tx, filter: ReplayFilter, now: Date): Promise<number> {
  const { rows } = await tx.query<{ id: number; userId: number; channel: string; notificationId: number }>(
    `SELECT d.id, d.user_id AS "userId", d.channel, d.notification_id AS "notificationId" FROM deliveries d
     WHERE d.state = ANY($1) AND ($2::bigint IS NULL OR d.user_id = $2) AND ($3::bigint IS NULL OR d.id = $3)
       AND ($4::bigint IS NULL OR d.notification_id = $4) AND ($5::text IS NULL OR ${onChannel('d.channel', '$5')})
       AND ($6::timestamptz IS NULL OR d.finished_at >= $6)
     ORDER BY d.id LIMIT $7`,
    [
      filter.states ?? ['failed', 'dead'],
      filter.userId,
      filter.deliveryId ?? null,
      filter.notificationId ?? null,
      filter.channel ?? null,
      filter.since ?? null,
      filter.limit,
    ],
  )
  const queues = await holdQueues(tx, rows)
  const { rowCount } = await tx.query(
    `UPDATE deliveries SET state = 'retry', due_at = $2, dated_at = $2, attempts = 0, finished_at = NULL
     WHERE id = ANY($1) AND state = ANY($3)`,
    [rows.map(({ id }) => id), now, [...finished]],
  )
  await resumeQueues(tx, queues)
  await tellDeliveries(tx, rows)
  if (rowCount > 0) await wakeDeliveries(tx)
  return rowCount
}

/** One line of the ledger: a delivery with what happened to it. */
export interface LedgerEntry {
  id: number
  notificationId: number
  userId: number
  kind: string
  title: string
  channel: string
  state: DeliveryState
  createdAt: Date
  dueAt: Date
  finishedAt: Date | null
  holdReason: string | null
  heldUntil: Date | null
  bundleId: number | null
  fallbackOf: number | null
  attempts: number
  undecided: number
  reason: string | null
  providerRef: string | null
  history: {
    startedAt: string
    finishedAt: string
    outcome: string
    reason: string | null
    providerRef: string | null
    undecided: boolean
  }[]
}

export interface LedgerFilter {
  isBack?: boolean
  userId: number | null
  beforeId: number | null
  limit: number
  channel?: string | undefined
  state?: DeliveryState | undefined
  notificationId?: number | undefined
}

/** Newest first, below `beforeId`. */
export async function listLedger(sql: Sql, filter: LedgerFilter): Promise<LedgerEntry[]> {
  const { beyond, order } = walk('DESC', filter.isBack)
  const { rows } = await sql.query<LedgerEntry>(
    `SELECT d.id, d.notification_id AS "notificationId", d.user_id AS "userId", n.kind, n.message->>'title' AS title,
            d.channel, d.state, d.created_at AS "createdAt", d.due_at AS "dueAt", d.finished_at AS "finishedAt",
            d.hold_reason AS "holdReason", d.held_until AS "heldUntil", d.bundle_id AS "bundleId",
            d.fallback_of AS "fallbackOf", d.attempts, d.undecided, d.reason, d.provider_ref AS "providerRef",
            coalesce((SELECT jsonb_agg(jsonb_build_object('startedAt', a.started_at, 'finishedAt', a.finished_at,
                        'outcome', a.outcome, 'reason', a.reason, 'providerRef', a.provider_ref,
                        'undecided', a.undecided) ORDER BY a.id)
                      FROM (SELECT * FROM delivery_attempts WHERE delivery_id = d.id ORDER BY id DESC LIMIT 50) a), '[]')
              AS history
     FROM deliveries d JOIN notifications n ON n.id = d.notification_id
     WHERE ($1::bigint IS NULL OR d.user_id = $1) AND ($2::bigint IS NULL OR d.id ${beyond} $2)
       AND ($4::text IS NULL OR ${onChannel('d.channel', '$4')}) AND ($5::text IS NULL OR d.state = $5)
       AND ($6::bigint IS NULL OR d.notification_id = $6)
     ORDER BY d.id ${order} LIMIT $3`,
    [
      filter.userId,
      filter.beforeId,
      filter.limit,
      filter.channel ?? null,
      filter.state ?? null,
      filter.notificationId ?? null,
    ],
  )
  return rows
}

/** The same for attempts, whose deliveries stay and say what became of them; what waits keeps its own. */
export async function deleteOldAttempts(
  sql: Sql,
  before: Date,
  afterId: number,
  limit: number,
): Promise<{ deleted: number; lastId: number | null }> {
  const { rows } = await sql.query<{ id: number; isOld: boolean }>(
    'SELECT id, finished_at < $1 AS "isOld" FROM delivery_attempts WHERE id > $2 ORDER BY id LIMIT $3',
    [before, afterId, limit],
  )
  const firstYoung = rows.findIndex(({ isOld }) => !isOld)
  const old = (firstYoung === -1 ? rows : rows.slice(0, firstYoung)).map(({ id }) => id)
  const { rowCount } = await sql.query(
    `DELETE FROM delivery_attempts a USING deliveries d
     WHERE a.id = ANY($1::bigint[]) AND d.id = a.delivery_id AND d.user_id = a.user_id AND d.finished_at IS NOT NULL`,
    [old],
  )
  return {
    deleted: rowCount,
    lastId: firstYoung === -1 && rows.length === limit ? rows.at(-1)!.id : null,
  }
}

/**
 * Looks at the next `limit` notifications by id and deletes those from before that moment of which nothing waits any
 * more, with their deliveries; `lastId` is null once it came to younger ones or the end.
 */
export async function deleteOldNotifications(
  sql: Sql,
  before: Date,
  afterId: number,
  limit: number,
): Promise<{ deleted: number; lastId: number | null }> {
  const { rows } = await sql.query<{ id: number; isOld: boolean }>(
    'SELECT id, created_at < $1 AS "isOld" FROM notifications WHERE id > $2 ORDER BY id LIMIT $3',
    [before, afterId, limit],
  )
  const firstYoung = rows.findIndex(({ isOld }) => !isOld)
  const old = (firstYoung === -1 ? rows : rows.slice(0, firstYoung)).map(({ id }) => id)
  const { rows: waiting } = await sql.query<{ id: number }>(
    `SELECT DISTINCT notification_id AS id FROM deliveries
     WHERE notification_id = ANY($1::bigint[]) AND state IN ('held', 'pending', 'leased', 'retry')`,
    [old],
  )
  const waits = new Set(waiting.map(({ id }) => id))
  const { rowCount } = await sql.query('DELETE FROM notifications WHERE id = ANY($1::bigint[])', [
    old.filter((id) => !waits.has(id)),
  ])
  return {
    deleted: rowCount,
    lastId: firstYoung === -1 && rows.length === limit ? rows.at(-1)!.id : null,
  }
}

export interface QueueFigures {
  channel: string
  /** Since the oldest delivery that is due was due, seconds; 0 when nothing is overdue. */
  ageSeconds: number
  /** People to whom nothing gets through on this channel now. */
  blocked: number
}

export async function queueFigures(sql: Sql, now: Date): Promise<QueueFigures[]> {
  const { rows } = await sql.query<QueueFigures>(
    `SELECT split_part(c.channel, ':', 1) AS channel, count(*) FILTER (WHERE c.failures > 0)::int AS blocked,
            greatest(0, extract(epoch FROM $1::timestamptz - min(w.since)))::float8 AS "ageSeconds"
     FROM channel_queues c
     LEFT JOIN LATERAL (
       SELECT min(greatest(d.created_at, d.held_until)) AS since FROM deliveries d
       WHERE d.user_id = c.user_id AND d.channel = c.channel AND d.state IN ('pending', 'leased', 'retry')) w ON true
     WHERE c.next_at IS NOT NULL OR c.failures > 0
     GROUP BY 1`,
    [now],
  )
  return rows.map((row) => ({ ...row, ageSeconds: row.ageSeconds ?? 0 }))
}

/** Messages that a person did not read, at most so many counted; what a digest tells is listed itself. */
export async function countUnread(
  sql: Sql,
  userId: Authorized<'read'>,
  max: number,
): Promise<{ count: number; isCapped: boolean }> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT FROM notifications n WHERE n.user_id = $1 AND n.read_at IS NULL AND n.kind <> 'digest' LIMIT $2) AS unread`,
    [userId, max + 1],
    'count-unread',
  )
  const { count } = rows[0]!
  return { count: Math.min(count, max), isCapped: count > max }
}

const lookedThrough = 200

/** Of a person's last messages, deliveries that were given up since then. */
export async function countFailed(sql: Sql, userId: Authorized<'read'>, since: Date): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM
       (SELECT id FROM notifications WHERE user_id = $1 ORDER BY id DESC LIMIT ${lookedThrough}) AS n
     JOIN deliveries d ON d.notification_id = n.id AND d.user_id = $1
     WHERE d.state IN ('failed', 'dead') AND d.finished_at >= $2`,
    [userId, since],
    'count-failed',
  )
  return rows[0]!.count
}
