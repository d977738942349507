import type { Sql, Tx } from '../core/db.ts'
import type { Message } from './message.ts'
import type { deliveryStates } from './schema.ts'

export type DeliveryState = (typeof deliveryStates)[number]

/** A notification to be written; `dedupeKey` makes it once per person. */
export interface NotificationDraft {
  userId: number
  dedupeKey: string
  message: Omit<Message, 'notificationId'>
  /** Channel ids. */
  channels: string[]
}

/** NOTIFY channel that wakes the delivery loops of all processes. */
export const deliveriesChannel = 'deal_scout_deliveries'

/**
 * Writes notifications and one delivery per channel; what exists already (same person and key) only gains the
 * channels it lacks. Returns how many notifications are new.
 */
export async function createNotifications(
  tx: Tx,
  drafts: NotificationDraft[],
  inProductChannels: ReadonlySet<string>,
  now: Date,
): Promise<number> {
  if (drafts.length === 0) return 0
  const { rowCount } = await tx.query(
    `INSERT INTO notifications (user_id, dedupe_key, kind, message, demo, created_at)
     SELECT user_id, dedupe_key, message->>'kind', message, (message->>'demo')::boolean, $4
     FROM unnest($1::bigint[], $2::text[], $3::jsonb[]) AS d(user_id, dedupe_key, message)
     ON CONFLICT (user_id, dedupe_key) DO NOTHING`,
    [
      drafts.map((draft) => draft.userId),
      drafts.map((draft) => draft.dedupeKey),
      drafts.map((draft) => JSON.stringify(draft.message)),
      now,
    ],
    'create-notifications',
  )
  const perChannel = drafts.flatMap((draft) =>
    [...new Set(draft.channels)].map((channel) => ({ draft, channel })),
  )
  if (perChannel.length > 0) {
    // What the product itself shows needs no attempt: the notification is the delivery.
    await tx.query(
      `INSERT INTO deliveries (notification_id, user_id, channel, created_at, state, due_at, finished_at)
       SELECT n.id, n.user_id, d.channel, $5, CASE WHEN d.in_product THEN 'sent' ELSE 'pending' END, $5,
              CASE WHEN d.in_product THEN $5::timestamptz END
       FROM unnest($1::bigint[], $2::text[], $3::text[], $4::boolean[]) AS d(user_id, dedupe_key, channel, in_product)
       JOIN notifications n ON n.user_id = d.user_id AND n.dedupe_key = d.dedupe_key
       ON CONFLICT (notification_id, channel) DO NOTHING`,
      [
        perChannel.map(({ draft }) => draft.userId),
        perChannel.map(({ draft }) => draft.dedupeKey),
        perChannel.map(({ channel }) => channel),
        perChannel.map(({ channel }) => inProductChannels.has(channel)),
        now,
      ],
      'create-deliveries',
    )
    if (perChannel.some(({ channel }) => !inProductChannels.has(channel))) {
      await tx.query(`SELECT pg_notify($1, '')`, [deliveriesChannel], 'wake-deliveries')
    }
  }
  return rowCount
}

/** One delivery taken for an attempt. */
export interface ClaimedDelivery {
  id: number
  notificationId: number
  userId: number
  channel: string
  leaseToken: string
  leaseEndsAt: Date
  /** This attempt's number, from 1; one that died with its process has the same number as the next. */
  attempt: number
  message: Omit<Message, 'notificationId'>
  createdAt: Date
}

/**
 * Takes due deliveries under a lease, oldest first; other processes skip them. A lease that ran out is due again: its
 * process died in the middle of the attempt, and nobody can tell whether that one arrived.
 */
export async function claimDeliveries(
  sql: Sql,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<ClaimedDelivery[]> {
  const { rows } = await sql.query<ClaimedDelivery>(
    `WITH due AS (
       SELECT id, state FROM deliveries
       WHERE state IN ('pending', 'leased', 'retry') AND due_at <= $1
       ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
     ), claimed AS (
       UPDATE deliveries d SET state = 'leased', due_at = $1::timestamptz + $2 * interval '1 millisecond',
              lease_token = gen_random_uuid(),
              attempts = attempts + (due.state <> 'leased')::int, undecided = undecided + (due.state = 'leased')::int
       FROM due WHERE d.id = due.id
       RETURNING d.id, d.notification_id, d.channel, d.lease_token, d.due_at, d.attempts
     )
     SELECT c.id, c.notification_id AS "notificationId", n.user_id AS "userId", c.channel,
            c.lease_token AS "leaseToken", c.due_at AS "leaseEndsAt", c.attempts AS attempt,
            n.message, n.created_at AS "createdAt"
     FROM claimed c JOIN notifications n ON n.id = c.notification_id ORDER BY c.id`,
    [now, leaseMs, limit],
    'claim-deliveries',
  )
  return rows
}

export interface AttemptOutcome {
  state: 'sent' | 'retry' | 'failed' | 'dead'
  dueAt: Date
  reason: string | null
  undecided: boolean
  providerRef: string | null
}

/** Writes how an attempt ended, unless the lease was lost meanwhile (then false: another process has it). */
export async function finishDelivery(
  sql: Sql,
  claim: ClaimedDelivery,
  startedAt: Date,
  finishedAt: Date,
  outcome: AttemptOutcome,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `WITH finished AS (
       UPDATE deliveries SET state = $3, due_at = $4, lease_token = NULL, reason = $5,
              provider_ref = coalesce($6, provider_ref), undecided = undecided + $7::boolean::int,
              finished_at = CASE WHEN $3 IN ('sent', 'failed', 'dead') THEN $8::timestamptz END
       WHERE id = $1 AND lease_token = $2 RETURNING id
     )
     INSERT INTO delivery_attempts (delivery_id, started_at, finished_at, outcome, reason, undecided)
     SELECT id, $9::timestamptz, $8::timestamptz, $10, $5, $7::boolean FROM finished`,
    [
      claim.id,
      claim.leaseToken,
      outcome.state,
      outcome.dueAt,
      outcome.reason,
      outcome.providerRef,
      outcome.undecided,
      finishedAt,
      startedAt,
      outcome.state === 'dead' ? 'retry' : outcome.state,
    ],
    'finish-delivery',
  )
  return rowCount > 0
}

/** Gives untried claims back for `dueAt`, with the reason if there is one; their attempt does not count. */
export async function returnDeliveries(
  sql: Sql,
  claims: ClaimedDelivery[],
  dueAt: Date,
  reason: string | null = null,
): Promise<void> {
  if (claims.length === 0) return
  await sql.query(
    `UPDATE deliveries d SET state = 'retry', due_at = $3, lease_token = NULL, attempts = attempts - 1,
            reason = coalesce($4, reason)
     FROM unnest($1::bigint[], $2::uuid[]) AS c(id, token) WHERE d.id = c.id AND d.lease_token = c.token`,
    [claims.map(({ id }) => id), claims.map(({ leaseToken }) => leaseToken), dueAt, reason],
    'return-deliveries',
  )
}

/** When the next delivery is due, null when none waits. */
export async function nextDeliveryAt(sql: Sql): Promise<Date | null> {
  const { rows } = await sql.query<{ due_at: Date }>(
    `SELECT due_at FROM deliveries WHERE state IN ('pending', 'leased', 'retry') ORDER BY due_at LIMIT 1`,
    [],
    'next-delivery',
  )
  return rows[0]?.due_at ?? null
}

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
    dueAt: string
    finishedAt: string | null
  }[]
}

/** Newest first, below `beforeId`. */
export async function listNotifications(
  sql: Sql,
  filter: { userId: number; beforeId: number | null; limit: number; unread?: boolean; id?: number },
): Promise<NotificationView[]> {
  const { rows } = await sql.query<NotificationView>(
    `SELECT n.id, n.kind, n.message, n.demo, n.created_at AS "createdAt", n.read_at AS "readAt",
            coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'channel', d.channel, 'state', d.state,
                        'attempts', d.attempts, 'undecided', d.undecided, 'reason', d.reason,
                        'dueAt', d.due_at, 'finishedAt', d.finished_at) ORDER BY d.channel)
                      FROM deliveries d WHERE d.notification_id = n.id), '[]') AS deliveries
     FROM notifications n
     WHERE n.user_id = $1 AND ($2::bigint IS NULL OR n.id < $2) AND (NOT $4::boolean OR n.read_at IS NULL)
       AND ($5::bigint IS NULL OR n.id = $5)
     ORDER BY n.id DESC LIMIT $3`,
    [filter.userId, filter.beforeId, filter.limit, filter.unread ?? false, filter.id ?? null],
    'list-notifications',
  )
  return rows
}

export async function markRead(sql: Sql, userId: number, id: number, now: Date): Promise<boolean> {
  const { rowCount } = await sql.query(
    'UPDATE notifications SET read_at = coalesce(read_at, $3) WHERE user_id = $1 AND id = $2',
    [userId, id, now],
  )
  return rowCount > 0
}

/** Puts a failed or dead delivery back to work. */
export async function retryDelivery(
  sql: Sql,
  userId: number,
  deliveryId: number,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE deliveries d SET state = 'retry', due_at = $3, attempts = 0, finished_at = NULL
     FROM notifications n WHERE n.id = d.notification_id AND n.user_id = $1 AND d.id = $2 AND d.state IN ('failed', 'dead')`,
    [userId, deliveryId, now],
  )
  if (rowCount > 0) await sql.query(`SELECT pg_notify($1, '')`, [deliveriesChannel])
  return rowCount > 0
}

export interface StoredChannelSettings {
  channel: string
  settings: string
  enabled: boolean
}

export async function channelSettings(sql: Sql, userId: number): Promise<StoredChannelSettings[]> {
  const { rows } = await sql.query<StoredChannelSettings>(
    'SELECT channel, settings, enabled FROM channel_settings WHERE user_id = $1',
    [userId],
    'channel-settings',
  )
  return rows
}

export async function saveChannelSettings(
  sql: Sql,
  userId: number,
  row: StoredChannelSettings,
  now: Date,
): Promise<void> {
  await sql.query(
    `INSERT INTO channel_settings (user_id, channel, settings, enabled, updated_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (user_id, channel) DO UPDATE SET settings = excluded.settings, enabled = excluded.enabled, updated_at = excluded.updated_at`,
    [userId, row.channel, row.settings, row.enabled, now],
  )
}

export async function deleteChannelSettings(sql: Sql, userId: number, channel: string): Promise<boolean> {
  const { rowCount } = await sql.query('DELETE FROM channel_settings WHERE user_id = $1 AND channel = $2', [
    userId,
    channel,
  ])
  return rowCount > 0
}

export async function deliveryCounts(
  sql: Sql,
): Promise<{ channel: string; state: DeliveryState; count: number }[]> {
  const { rows } = await sql.query<{ channel: string; state: DeliveryState; count: number }>(
    'SELECT channel, state, count(*)::int AS count FROM deliveries GROUP BY channel, state',
  )
  return rows
}

export async function deleteDemoNotifications(tx: Tx): Promise<number> {
  return (await tx.query('DELETE FROM notifications WHERE demo')).rowCount
}
