import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import { namedOrNull } from '../core/live-notes.ts'
import { tellLiveNow } from '../core/live-store.ts'
import { walk } from '../core/paging.ts'
import type { Message } from '../model/message.ts'
import { onChannel } from './on-channel.ts'
import type { DeliveryState } from './store.ts'

export interface NotificationView {
  id: number
  kind: string
  message: Omit<Message, 'notificationId'>
  demo: boolean
  createdAt: Date
  readAt: Date | null
  deliveries: {
    id: number
    channel: string
    state: DeliveryState
    attempts: number
    undecided: number
    reason: string | null
    holdReason: string | null
    heldUntil: string | null
    bundleId: number | null
    dueAt: string
    finishedAt: string | null
  }[]
}

/** Newest first, below `beforeId`; digests only when asked for by id, since what they tell is listed itself. */
export async function listNotifications(
  sql: Sql,
  filter: {
    userId: Authorized<'read'>
    beforeId: number | null
    limit: number
    unread?: boolean
    id?: number
    isBack?: boolean
    /** A rule that it is because of. */
    ruleId?: number | undefined
    /** It went, or goes, by this channel or this target of one; with `state`, and this became of it there. */
    channel?: string | undefined
    state?: DeliveryState | undefined
  },
): Promise<NotificationView[]> {
  const { beyond, order } = walk('DESC', filter.isBack)
  const { rows } = await sql.query<NotificationView>(
    `SELECT n.id, n.kind, n.message, n.demo, n.created_at AS "createdAt", n.read_at AS "readAt",
            coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'channel', d.channel, 'state', d.state,
                        'attempts', d.attempts, 'undecided', d.undecided, 'reason', d.reason,
                        'holdReason', d.hold_reason, 'heldUntil', d.held_until, 'bundleId', d.bundle_id,
                        'dueAt', d.due_at, 'finishedAt', d.finished_at) ORDER BY d.channel)
                      FROM deliveries d WHERE d.notification_id = n.id), '[]') AS deliveries
     FROM notifications n
     WHERE n.user_id = $1 AND ($2::bigint IS NULL OR n.id ${beyond} $2) AND (NOT $4::boolean OR n.read_at IS NULL)
       AND (n.id = $5 OR $5::bigint IS NULL AND n.kind <> 'digest')
       AND ($6::bigint IS NULL OR $6 = ANY(n.rule_ids))
       AND ($7::text IS NULL AND $8::text IS NULL OR EXISTS (
         SELECT FROM deliveries d WHERE d.notification_id = n.id AND d.user_id = n.user_id
           AND ($7 IS NULL OR ${onChannel('d.channel', '$7')}) AND ($8 IS NULL OR d.state = $8)))
     ORDER BY n.id ${order} LIMIT $3`,
    [
      ...[filter.userId, filter.beforeId, filter.limit, filter.unread ?? false, filter.id ?? null],
      ...[filter.ruleId ?? null, filter.channel ?? null, filter.state ?? null],
    ],
    `list-notifications-${order}`,
  )
  return rows
}

/** What the person was told of what they follow: by this watch, or by one of before on the same listing. Newest first. */
export async function toldOfWatch(
  sql: Sql,
  userId: Authorized<'read'>,
  { id, listingId }: { id: number; listingId: number | null },
): Promise<{ notificationId: number; at: string; title: string }[]> {
  const { rows } = await sql.query<{ notificationId: number; at: Date; title: string }>(
    `SELECT n.id AS "notificationId", n.created_at AS at, n.message->>'title' AS title FROM notifications n
     WHERE n.user_id = $1 AND n.kind = 'watch'
       AND (starts_with(n.dedupe_key, $2) OR n.message->'items'->0->'listingId' = to_jsonb($3::bigint))
     ORDER BY n.id DESC LIMIT 100`,
    [userId, `watch:${id}:`, listingId],
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** False where there is none; that it was read before changes nothing. */
export async function markRead(tx: Tx, userId: Authorized<'own'>, id: number, now: Date): Promise<boolean> {
  const { rows } = await tx.query<{ wasRead: boolean }>(
    `UPDATE notifications n SET read_at = coalesce(n.read_at, $3)
     FROM (SELECT id, read_at IS NOT NULL AS was_read FROM notifications
           WHERE user_id = $1 AND id = $2 FOR UPDATE) AS before
     WHERE n.user_id = $1 AND n.id = before.id RETURNING before.was_read AS "wasRead"`,
    [userId, id, now],
  )
  if (rows[0]?.wasRead === false) await tellRead(tx, userId, [id], true)
  return rows.length > 0
}

/** Marks all that is unread up to this message as read then; returns how many. */
export async function markAllRead(
  tx: Tx,
  userId: Authorized<'own'>,
  upTo: number,
  now: Date,
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `UPDATE notifications SET read_at = $3 WHERE user_id = $1 AND id <= $2 AND read_at IS NULL RETURNING id`,
    [userId, upTo, now],
  )
  await tellRead(
    tx,
    userId,
    rows.map(({ id }) => id),
    true,
  )
  return rows.length
}

/** What was marked as read at that very moment is unread again; returns how many. */
export async function markUnread(tx: Tx, userId: Authorized<'own'>, readAt: Date): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    'UPDATE notifications SET read_at = NULL WHERE user_id = $1 AND read_at = $2 RETURNING id',
    [userId, readAt],
  )
  await tellRead(
    tx,
    userId,
    rows.map(({ id }) => id),
    false,
  )
  return rows.length
}

async function tellRead(
  tx: Tx,
  userId: Authorized<'own'>,
  ids: readonly number[],
  read: boolean,
): Promise<void> {
  if (ids.length > 0)
    await tellLiveNow(tx, [{ userId, kind: 'inbox-read', data: { ids: namedOrNull(ids), read } }])
}
