import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import { perPerson } from '../core/live-notes.ts'
import { tellLive } from '../core/live-store.ts'
import { causeToKeep } from '../core/telemetry/cause.ts'
import type { KnownTarget } from '../model/channel-target.ts'
import type { deliveryStates } from '../model/delivery.ts'
import type { Message } from '../model/message.ts'
import type { Confirmation } from './targets/confirm.ts'

export type DeliveryState = (typeof deliveryStates)[number]

export interface WrittenNotification {
  id: number
  userId: number
  dedupeKey: string
  isNew: boolean
}

/** Writes notifications; what exists already (same person and key) stays as it is. */
export async function insertNotifications(
  tx: Tx,
  rows: readonly {
    userId: number
    dedupeKey: string
    message: Omit<Message, 'notificationId'>
    score: number | null
    ruleIds: readonly number[]
    seenAt: Date | null
  }[],
  now: Date,
): Promise<WrittenNotification[]> {
  const { rows: added } = await tx.query<WrittenNotification>(
    `INSERT INTO notifications (user_id, dedupe_key, kind, message, demo, score, rule_ids, seen_at, created_at, cause)
     SELECT user_id, dedupe_key, message->>'kind', message, (message->>'demo')::boolean, score,
            ARRAY(SELECT jsonb_array_elements(rule_ids)::bigint), seen_at, $7, $8::jsonb
     FROM unnest($1::bigint[], $2::text[], $3::jsonb[], $4::smallint[], $5::jsonb[], $6::timestamptz[])
          AS d(user_id, dedupe_key, message, score, rule_ids, seen_at)
     ON CONFLICT (user_id, dedupe_key) DO NOTHING
     RETURNING id, user_id AS "userId", dedupe_key AS "dedupeKey", true AS "isNew"`,
    [
      rows.map((row) => row.userId),
      rows.map((row) => row.dedupeKey),
      rows.map((row) => JSON.stringify(row.message)),
      rows.map((row) => (row.score === null ? null : Math.round(row.score))),
      rows.map((row) => JSON.stringify(row.ruleIds)),
      rows.map((row) => row.seenAt),
      now,
      causeToKeep(),
    ],
    'insert-notifications',
  )
  const fresh = new Set(added.map(notificationKey))
  // What a digest tells is in the inbox itself.
  const digests = new Set(rows.filter(({ message }) => message.kind === 'digest').map(notificationKey))
  await tellLive(
    tx,
    perPerson(
      added.filter((one) => !digests.has(notificationKey(one))),
      (userId, own) => ({ userId, kind: 'told', data: { ids: own.map(({ id }) => id) } }),
    ),
  )
  const known = rows.filter((row) => !fresh.has(notificationKey(row)))
  if (known.length === 0) return added
  const { rows: before } = await tx.query<WrittenNotification>(
    `SELECT DISTINCT n.id, n.user_id AS "userId", n.dedupe_key AS "dedupeKey", false AS "isNew"
     FROM unnest($1::bigint[], $2::text[]) AS d(user_id, dedupe_key)
     JOIN notifications n ON n.user_id = d.user_id AND n.dedupe_key = d.dedupe_key`,
    [known.map((row) => row.userId), known.map((row) => row.dedupeKey)],
    'known-notifications',
  )
  return [...added, ...before]
}

export const notificationKey = ({ userId, dedupeKey }: { userId: number; dedupeKey: string }) =>
  `${userId} ${dedupeKey}`

/** The targets that notifications have deliveries to already, as `<notification> <key>`. */
export async function deliveryChannels(
  tx: Tx,
  notificationIds: readonly number[],
): Promise<ReadonlySet<string>> {
  if (notificationIds.length === 0) return new Set()
  const { rows } = await tx.query<{ key: string }>(
    `SELECT notification_id || ' ' || channel AS key FROM deliveries WHERE notification_id = ANY($1)`,
    [notificationIds],
    'delivery-channels',
  )
  return new Set(rows.map(({ key }) => key))
}

export interface DeliveryWrite {
  notificationId: number
  userId: number
  channel: string
  /** `sent`: the product itself shows it, so the notification is the delivery. */
  state: 'pending' | 'held' | 'sent'
  dueAt: Date
  holdReason: string | null
  fallbackChannels: readonly string[]
}

export async function insertDeliveries(tx: Tx, rows: readonly DeliveryWrite[], now: Date): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `INSERT INTO deliveries (notification_id, user_id, channel, created_at, dated_at, state, due_at, hold_reason, held_until,
                             fallback_channels, finished_at)
     SELECT notification_id, user_id, channel, $8, $8, state, due_at, hold_reason,
            CASE WHEN state = 'held' THEN due_at END,
            ARRAY(SELECT jsonb_array_elements_text(fallback_channels)), CASE WHEN state = 'sent' THEN $8::timestamptz END
     FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::jsonb[])
          AS d(notification_id, user_id, channel, state, due_at, hold_reason, fallback_channels)
     ON CONFLICT (notification_id, channel, user_id) DO NOTHING`,
    [
      rows.map((row) => row.notificationId),
      rows.map((row) => row.userId),
      rows.map((row) => row.channel),
      rows.map((row) => row.state),
      rows.map((row) => row.dueAt),
      rows.map((row) => row.holdReason),
      rows.map((row) => JSON.stringify(row.fallbackChannels)),
      now,
    ],
    'insert-deliveries',
  )
}

export interface StoredChannelSettings {
  /** The key of the target. */
  channel: string
  /** What the person calls it; null = nothing. */
  label: string | null
  settings: string
  enabled: boolean
  /** When it was verified that the target is theirs. */
  confirmedAt: Date | null
  confirmation: Confirmation | null
  /** Since when and why the program itself switched it off. */
  offAt: Date | null
  offReason: string | null
}

const settingsColumns = `channel, label, settings, enabled, confirmed_at AS "confirmedAt", confirmation, off_at AS "offAt",
  off_reason AS "offReason"`

export async function channelSettings(
  sql: Sql,
  userId: Authorized<'read'>,
): Promise<StoredChannelSettings[]> {
  const { rows } = await sql.query<StoredChannelSettings>(
    `SELECT ${settingsColumns} FROM channel_settings WHERE user_id = $1`,
    [userId],
    'channel-settings',
  )
  return rows
}

/** Whether anybody's settings were ever sealed. */
export async function hasSealedChannels(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM channel_settings) AS found',
  )
  return rows[0]!.found
}

/** Those of several persons' channels, in one question. */
export async function channelSettingsOf(
  sql: Sql,
  queues: readonly { userId: number; channel: string }[],
): Promise<(StoredChannelSettings & { userId: number })[]> {
  const { rows } = await sql.query<StoredChannelSettings & { userId: number }>(
    `SELECT s.user_id AS "userId", ${settingsColumns} FROM channel_settings s
     JOIN (SELECT DISTINCT * FROM unnest($1::bigint[], $2::text[])) AS q(user_id, name)
       ON s.user_id = q.user_id AND s.channel = q.name`,
    [queues.map(({ userId }) => userId), queues.map(({ channel }) => channel)],
    'channel-settings-of',
  )
  return rows
}

/** Where people may be reached, by person. */
export async function targetsOfPeople(
  sql: Sql,
  userIds: readonly number[],
): Promise<ReadonlyMap<number, KnownTarget[]>> {
  if (userIds.length === 0) return new Map()
  const { rows } = await sql.query<KnownTarget & { userId: number }>(
    `SELECT user_id AS "userId", channel, enabled FROM channel_settings WHERE user_id = ANY($1::bigint[])`,
    [userIds],
    'targets-of-people',
  )
  return Map.groupBy(rows, ({ userId }) => userId)
}

/** Lets nobody else add to or change this person's targets of a channel until the transaction ends; gives them. */
export async function holdTargets(
  tx: Tx,
  userId: Authorized<'write'>,
  channel: string,
): Promise<StoredChannelSettings[]> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('deal-scout targets of ' || $2::text, $1::bigint))`,
    [userId, channel],
  )
  const { rows } = await tx.query<StoredChannelSettings>(
    `SELECT ${settingsColumns} FROM channel_settings WHERE user_id = $1 AND split_part(channel, ':', 1) = $2
     ORDER BY channel FOR UPDATE`,
    [userId, channel],
  )
  return rows
}

/** One target's, held until the transaction ends. */
export async function holdChannelSettings(
  tx: Tx,
  userId: Authorized<'write'>,
  channel: string,
): Promise<StoredChannelSettings | null> {
  const { rows } = await tx.query<StoredChannelSettings>(
    `SELECT ${settingsColumns} FROM channel_settings WHERE user_id = $1 AND channel = $2 FOR UPDATE`,
    [userId, channel],
  )
  return rows[0] ?? null
}

export async function saveChannelSettings(
  sql: Sql,
  userId: Authorized<'write'>,
  row: StoredChannelSettings,
  now: Date,
): Promise<void> {
  await sql.query(
    `INSERT INTO channel_settings (user_id, channel, settings, enabled, confirmed_at, confirmation, off_at, off_reason,
                                   updated_at, label)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (user_id, channel) DO UPDATE SET label = excluded.label, settings = excluded.settings, enabled = excluded.enabled,
       confirmed_at = excluded.confirmed_at, confirmation = excluded.confirmation, off_at = excluded.off_at,
       off_reason = excluded.off_reason, updated_at = excluded.updated_at`,
    [
      userId,
      row.channel,
      row.settings,
      row.enabled,
      row.confirmedAt,
      row.confirmation === null ? null : JSON.stringify(row.confirmation),
      row.offAt,
      row.offReason,
      now,
      row.label,
    ],
  )
}

/** What it is called; null when it is off already, or was never set up. */
export async function switchOffChannel(
  tx: Tx,
  userId: Authorized<'write'>,
  channel: string,
  reason: string,
  now: Date,
): Promise<{ label: string | null } | null> {
  const { rows } = await tx.query<{ label: string | null }>(
    `UPDATE channel_settings SET enabled = false, off_at = $4, off_reason = $3, updated_at = $4
     WHERE user_id = $1 AND channel = $2 AND off_at IS NULL RETURNING label`,
    [userId, channel, reason, now],
  )
  return rows[0] ?? null
}

export async function deleteChannelSettings(
  sql: Sql,
  userId: Authorized<'write'>,
  channel: string,
): Promise<boolean> {
  const { rowCount } = await sql.query('DELETE FROM channel_settings WHERE user_id = $1 AND channel = $2', [
    userId,
    channel,
  ])
  return rowCount > 0
}

/** Of what waits, or is under way, by channel. What ended is not read: that may be millions, and the attempts are counted. */
export async function deliveryCounts(
  sql: Sql,
): Promise<{ channel: string; state: DeliveryState; count: number }[]> {
  // The two conditions of the partial indexes, word by word.
  const { rows } = await sql.query<{ channel: string; state: DeliveryState; count: number }>(
    `SELECT split_part(channel, ':', 1) AS channel, state, count(*)::int AS count FROM deliveries
     WHERE state IN ('pending', 'leased', 'retry') GROUP BY 1, 2
     UNION ALL
     SELECT split_part(channel, ':', 1), 'held', count(*)::int FROM deliveries WHERE state = 'held' GROUP BY 1`,
  )
  return rows
}

export async function deleteDemoNotifications(tx: Tx): Promise<number> {
  return (await tx.query('DELETE FROM notifications WHERE demo')).rowCount
}

/** Whose delivery on which channel a provider knows by this id; null when none. */
export async function sentAs(
  sql: Sql,
  providerRef: string,
): Promise<{ userId: number; channel: string } | null> {
  const { rows } = await sql.query<{ userId: number; channel: string }>(
    'SELECT user_id AS "userId", channel FROM deliveries WHERE provider_ref = $1 ORDER BY id DESC LIMIT 1',
    [providerRef],
  )
  return rows[0] ?? null
}
