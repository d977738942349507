import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import type { Message } from '../model/message.ts'
import type { DeliveryState } from './store.ts'

export interface TracedAttempt {
  startedAt: Date
  finishedAt: Date
  outcome: 'sent' | 'retry' | 'failed'
  reason: string | null
  providerRef: string | null
  undecided: boolean
}

export interface TracedDelivery {
  id: number
  notificationId: number
  channel: string
  state: DeliveryState
  holdReason: string | null
  heldUntil: Date | null
  /** The digest that notifies of it, when that was made, and what became of that on the same channel. */
  bundle: { id: number; createdAt: Date; state: DeliveryState | null; finishedAt: Date | null } | null
  /** Channel of the delivery that this one stands in for. */
  fallbackOf: string | null
  createdAt: Date
  dueAt: Date
  finishedAt: Date | null
  attempts: number
  undecided: number
  reason: string | null
  tries: TracedAttempt[]
}

export interface TracedNotification {
  id: number
  dedupeKey: string
  kind: Message['kind']
  title: string
  ruleIds: number[]
  /** Names that the message gives for the listing; older rows have no ids. */
  ruleNames: string[]
  /** The price it notified of the listing. */
  priceCents: number | null
  currency: string | null
  seenAt: Date | null
  createdAt: Date
  readAt: Date | null
  deliveries: TracedDelivery[]
}

/** A message is looked through for the listing only among so many of a person's newest. */
const searchedMax = 20_000

/** A person's messages that tell of a listing, oldest first, with their deliveries; digests stand with those they tell. */
export async function messagesAbout(
  sql: Sql,
  about: { userId: Authorized<'read'>; listingId: number; since: Date; notificationIds: readonly number[] },
): Promise<TracedNotification[]> {
  const { rows } = await sql.query<Omit<TracedNotification, 'deliveries'>>(
    `SELECT n.id, n.dedupe_key AS "dedupeKey", n.kind, n.message->>'title' AS title, to_jsonb(n.rule_ids) AS "ruleIds",
            coalesce(item->'ruleNames', '[]') AS "ruleNames", (item->>'priceCents')::bigint AS "priceCents",
            item->>'currency' AS currency, n.seen_at AS "seenAt", n.created_at AS "createdAt", n.read_at AS "readAt"
     FROM notifications n
     LEFT JOIN LATERAL (SELECT i AS item FROM jsonb_array_elements(n.message->'items') AS i
                        WHERE (i->>'listingId')::bigint = $2 LIMIT 1) AS one ON true
     WHERE n.user_id = $1 AND n.kind <> 'digest' AND (n.id = ANY($4::bigint[]) OR n.id IN (
       SELECT id FROM (SELECT id, message FROM notifications WHERE user_id = $1 AND created_at >= $3
                       ORDER BY id DESC LIMIT ${searchedMax}) AS recent
       WHERE message->'items' @> jsonb_build_array(jsonb_build_object('listingId', $2::bigint))))
     ORDER BY n.id`,
    [about.userId, about.listingId, about.since, about.notificationIds],
  )
  const deliveries = await tracedDeliveries(
    sql,
    rows.map(({ id }) => id),
  )
  const of = Map.groupBy(deliveries, ({ notificationId }) => notificationId)
  return rows.map((row) => ({ ...row, deliveries: of.get(row.id) ?? [] }))
}

type DeliveryRow = Omit<TracedDelivery, 'bundle' | 'tries'> & {
  bundleId: number | null
  bundleAt: Date | null
  bundleState: DeliveryState | null
  bundleFinishedAt: Date | null
}

async function tracedDeliveries(sql: Sql, notificationIds: readonly number[]): Promise<TracedDelivery[]> {
  if (notificationIds.length === 0) return []
  const { rows } = await sql.query<DeliveryRow>(
    `SELECT d.id, d.notification_id AS "notificationId", d.channel, d.state, d.hold_reason AS "holdReason",
            d.held_until AS "heldUntil", b.id AS "bundleId", b.created_at AS "bundleAt", bd.state AS "bundleState",
            bd.finished_at AS "bundleFinishedAt", f.channel AS "fallbackOf", d.created_at AS "createdAt",
            d.due_at AS "dueAt", d.finished_at AS "finishedAt", d.attempts, d.undecided, d.reason
     FROM deliveries d
     LEFT JOIN notifications b ON b.id = d.bundle_id
     LEFT JOIN deliveries bd ON bd.notification_id = d.bundle_id AND bd.channel = d.channel
     LEFT JOIN deliveries f ON f.id = d.fallback_of
     WHERE d.notification_id = ANY($1::bigint[]) ORDER BY d.notification_id, d.fallback_of NULLS FIRST, d.channel`,
    [notificationIds],
  )
  const { rows: tries } = await sql.query<TracedAttempt & { deliveryId: number }>(
    `SELECT delivery_id AS "deliveryId", started_at AS "startedAt", finished_at AS "finishedAt", outcome, reason,
            provider_ref AS "providerRef", undecided
     FROM delivery_attempts WHERE delivery_id = ANY($1::bigint[]) ORDER BY started_at, id`,
    [rows.map(({ id }) => id)],
  )
  const triesOf = Map.groupBy(tries, ({ deliveryId }) => deliveryId)
  return rows.map(({ bundleId, bundleAt, bundleState, bundleFinishedAt, ...row }) => ({
    ...row,
    bundle:
      bundleId === null || bundleAt === null
        ? null
        : { id: bundleId, createdAt: bundleAt, state: bundleState, finishedAt: bundleFinishedAt },
    tries: (triesOf.get(row.id) ?? []).map(({ deliveryId: _, ...attempt }) => attempt),
  }))
}

/** Whether a person's channel may be used: their own switch, the verification that it is theirs, and what switched it off. */
export interface ChannelState {
  /** The key of the target. */
  channel: string
  label: string | null
  enabled: boolean
  confirmedAt: Date | null
  offAt: Date | null
  offReason: string | null
}

export async function channelStates(sql: Sql, userId: Authorized<'read'>): Promise<ChannelState[]> {
  const { rows } = await sql.query<ChannelState>(
    `SELECT channel, label, enabled, confirmed_at AS "confirmedAt", off_at AS "offAt", off_reason AS "offReason"
     FROM channel_settings WHERE user_id = $1`,
    [userId],
  )
  return rows
}
