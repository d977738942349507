import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import { perPerson } from '../../core/live-notes.ts'
import { tellLive } from '../../core/live-store.ts'
import type { Message } from '../../model/message.ts'
import type { CapCounters } from '../when/caps.ts'

/** Channel that wakes the delivery loops of all processes. */
export const deliveriesChannel = 'deal_scout_deliveries'

export async function wakeDeliveries(sql: Sql): Promise<void> {
  await sql.notify(deliveriesChannel)
}

/** A person's messages on one channel, in their order. */
export interface Queue {
  userId: number
  channel: string
}

export interface HeldQueue extends Queue {
  /** Null before the first message that counts. */
  counters: CapCounters | null
}

/**
 * Holds queues until the transaction ends, made where they are missing, in one order everywhere: whoever adds or takes
 * a delivery holds its queue, so that counts are exact and nobody overtakes.
 */
export async function holdQueues(tx: Tx, queues: readonly Queue[]): Promise<HeldQueue[]> {
  if (queues.length === 0) return []
  const values = [queues.map(({ userId }) => userId), queues.map(({ channel }) => channel)]
  await tx.query(
    `INSERT INTO channel_queues (user_id, channel)
     SELECT DISTINCT q.user_id, q.channel FROM unnest($1::bigint[], $2::text[]) AS q(user_id, channel)
     ORDER BY 1, 2 ON CONFLICT DO NOTHING`,
    values,
    'make-queues',
  )
  const { rows } = await tx.query<Queue & { [Name in keyof CapCounters]: CapCounters[Name] | null }>(
    `SELECT c.user_id AS "userId", c.channel, hour_start AS "hourStart", hour_count AS "hourCount",
            day_start AS "dayStart", day_count AS "dayCount"
     FROM channel_queues c JOIN (SELECT DISTINCT * FROM unnest($1::bigint[], $2::text[])) AS q(user_id, channel)
       ON c.user_id = q.user_id AND c.channel = q.channel
     ORDER BY c.user_id, c.channel FOR UPDATE OF c`,
    values,
    'hold-queues',
  )
  return rows.map(({ userId, channel, ...counters }) => ({
    userId,
    channel,
    counters: counters.hourStart === null ? null : (counters as CapCounters),
  }))
}

/** Holds queues that exist, until the transaction ends, in the same order as `holdQueues`. */
export async function holdExisting(tx: Tx, queues: readonly Queue[]): Promise<void> {
  await tx.query(
    `SELECT FROM channel_queues c JOIN unnest($1::bigint[], $2::text[]) AS q(user_id, channel)
       ON c.user_id = q.user_id AND c.channel = q.channel
     ORDER BY c.user_id, c.channel FOR UPDATE OF c`,
    [queues.map(({ userId }) => userId), queues.map(({ channel }) => channel)],
    'hold-existing-queues',
  )
}

/** Finds anew when held queues have something to do; their counts stay. */
export async function resumeQueues(tx: Tx, queues: readonly Queue[]): Promise<void> {
  await settleQueues(
    tx,
    queues.map(({ userId, channel }) => ({ userId, channel, counters: null })),
  )
}

export interface QueueChange extends Queue {
  counters: CapCounters | null
}

/** Writes counts and finds anew when each held queue has something to do. */
export async function settleQueues(tx: Tx, queues: readonly QueueChange[]): Promise<void> {
  if (queues.length === 0) return
  await tx.query(
    `UPDATE channel_queues c SET hour_start = coalesce(q.hour_start, c.hour_start),
            hour_count = coalesce(q.hour_count, c.hour_count), day_start = coalesce(q.day_start, c.day_start),
            day_count = coalesce(q.day_count, c.day_count),
            next_at = greatest(c.retry_at, (SELECT min(d.due_at) FROM deliveries d
                       WHERE d.user_id = c.user_id AND d.channel = c.channel AND d.state IN ('pending', 'leased', 'retry'))),
            release_at = (SELECT min(d.due_at) FROM deliveries d
                       WHERE d.user_id = c.user_id AND d.channel = c.channel AND d.state = 'held')
     FROM unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::int[], $5::timestamptz[], $6::int[])
          AS q(user_id, channel, hour_start, hour_count, day_start, day_count)
     WHERE c.user_id = q.user_id AND c.channel = q.channel`,
    [
      queues.map(({ userId }) => userId),
      queues.map(({ channel }) => channel),
      queues.map(({ counters }) => counters?.hourStart ?? null),
      queues.map(({ counters }) => counters?.hourCount ?? null),
      queues.map(({ counters }) => counters?.dayStart ?? null),
      queues.map(({ counters }) => counters?.dayCount ?? null),
    ],
    'settle-queues',
  )
}

/** One delivery taken for an attempt. */
export interface ClaimedDelivery {
  id: number
  /** What receivers know it by. */
  key: string
  notificationId: number
  userId: number
  channel: string
  leaseToken: string
  leaseEndsAt: Date
  /** This attempt's number, from 1; one that died with its process has the same number as the next. */
  attempt: number
  message: Omit<Message, 'notificationId'>
  /** When it was to be notified: when it was written, or when its hold ended. */
  dueSince: Date
  /** When what it notifies of was first seen. */
  seenAt: Date | null
  /** Because of what it was written; see keptCause(). */
  cause: unknown
  /** Channels that stand by, in this order. */
  fallbackChannels: string[]
  /** Attempts in a row that did not get through to this person on this channel. */
  failures: number
}

/**
 * Takes the first due delivery of each queue that has one, under a lease; other processes skip them. So each person
 * gets each channel's messages one after the other, oldest first, and what cannot get through holds up only its own
 * queue. A lease that ran out is due again: its process died in the middle of the attempt, and nobody can tell whether
 * that one arrived.
 */
export async function claimDeliveries(
  sql: Sql,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<ClaimedDelivery[]> {
  const { rows } = await sql.query<ClaimedDelivery>(
    `WITH queue AS (
       SELECT user_id, channel, failures FROM channel_queues
       WHERE next_at <= $1 ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED
     ), busy AS (
       SELECT q.user_id, q.channel, max(d.due_at) AS until FROM queue q
       JOIN deliveries d ON d.user_id = q.user_id AND d.channel = q.channel AND d.state = 'leased' AND d.due_at > $1
       GROUP BY 1, 2
     ), head AS (
       SELECT h.id, h.state, q.failures FROM queue q
       CROSS JOIN LATERAL (
         SELECT id, state FROM deliveries d
         WHERE d.user_id = q.user_id AND d.channel = q.channel AND d.state IN ('pending', 'leased', 'retry')
           AND d.due_at <= $1
         ORDER BY d.id LIMIT 1) h
       WHERE NOT EXISTS (SELECT FROM busy b WHERE b.user_id = q.user_id AND b.channel = q.channel)
     ), claimed AS (
       UPDATE deliveries d SET state = 'leased', due_at = $1::timestamptz + $2 * interval '1 millisecond', dated_at = $1,
              lease_token = gen_random_uuid(),
              attempts = attempts + (head.state <> 'leased')::int, undecided = undecided + (head.state = 'leased')::int
       FROM head WHERE d.id = head.id
       RETURNING d.id, d.key, d.notification_id, d.user_id, d.channel, d.lease_token, d.due_at, d.attempts,
                 greatest(d.created_at, d.held_until) AS due_since, d.fallback_channels,
                 head.failures
     ), rested AS (
       UPDATE channel_queues c SET next_at = coalesce(
         (SELECT b.until FROM busy b WHERE b.user_id = c.user_id AND b.channel = c.channel),
         (SELECT l.due_at FROM claimed l WHERE l.user_id = c.user_id AND l.channel = c.channel),
         (SELECT min(d.due_at) FROM deliveries d WHERE d.user_id = c.user_id AND d.channel = c.channel
            AND d.state IN ('pending', 'leased', 'retry')))
       FROM queue q WHERE c.user_id = q.user_id AND c.channel = q.channel
     )
     SELECT c.id, c.key, c.notification_id AS "notificationId", c.user_id AS "userId", c.channel,
            c.lease_token AS "leaseToken", c.due_at AS "leaseEndsAt", c.attempts AS attempt, n.message,
            c.due_since AS "dueSince", n.seen_at AS "seenAt", n.cause, c.fallback_channels AS "fallbackChannels", c.failures
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
  /** Nothing gets through to this person on this channel: what waits behind waits too. */
  blocked: boolean
  /** The target itself is dead. */
  targetGone: boolean
}

/** What a delivery left for the channels that stand by. */
export interface FellBack {
  id: number
  userId: number
  notificationId: number
  fallbackChannels: string[]
}

export interface EndedAttempt {
  claim: ClaimedDelivery
  startedAt: Date
  finishedAt: Date
  outcome: AttemptOutcome
}

/**
 * Writes how attempts ended, and returns those that it wrote: of the others the lease was lost meanwhile and another
 * process has them. The queues are held.
 */
export async function writeOutcomes(tx: Tx, ended: readonly EndedAttempt[]): Promise<FellBack[]> {
  const { rows } = await tx.query<FellBack>(
    `WITH ended AS (
       SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[],
                            $7::boolean[], $8::timestamptz[], $9::timestamptz[], $10::boolean[])
         AS e(id, lease_token, state, due_at, reason, provider_ref, undecided, finished_at, started_at, free)
     ), finished AS (
       UPDATE deliveries d SET state = e.state, due_at = e.due_at, dated_at = e.finished_at, lease_token = NULL, reason = e.reason,
              provider_ref = coalesce(e.provider_ref, d.provider_ref), undecided = d.undecided + e.undecided::int,
              attempts = d.attempts - e.free::int,
              finished_at = CASE WHEN e.state IN ('sent', 'failed', 'dead') THEN e.finished_at END
       FROM ended e WHERE d.id = e.id AND d.lease_token = e.lease_token
       RETURNING d.id, d.user_id, d.notification_id, d.fallback_channels
     ), attempt AS (
       INSERT INTO delivery_attempts (delivery_id, user_id, started_at, finished_at, outcome, reason, provider_ref, undecided)
       SELECT e.id, f.user_id, e.started_at, e.finished_at, CASE WHEN e.state = 'dead' THEN 'retry' ELSE e.state END, e.reason,
              e.provider_ref, e.undecided
       FROM ended e JOIN finished f ON f.id = e.id ORDER BY e.finished_at, e.id
     )
     SELECT id, user_id AS "userId", notification_id AS "notificationId", fallback_channels AS "fallbackChannels"
     FROM finished`,
    [
      ended.map(({ claim }) => claim.id),
      ended.map(({ claim }) => claim.leaseToken),
      ended.map(({ outcome }) => outcome.state),
      ended.map(({ outcome }) => outcome.dueAt),
      ended.map(({ outcome }) => outcome.reason),
      ended.map(({ outcome }) => outcome.providerRef),
      ended.map(({ outcome }) => outcome.undecided),
      ended.map(({ finishedAt }) => finishedAt),
      ended.map(({ startedAt }) => startedAt),
      // Not the message's fault: it uses up none of its attempts.
      ended.map(({ outcome }) => outcome.blocked && outcome.state === 'retry'),
    ],
    'write-outcomes',
  )
  await tellDeliveries(tx, rows)
  return rows
}

/** For whoever looks at what becomes of these messages. */
export async function tellDeliveries(
  tx: Tx,
  rows: readonly { userId: number; notificationId: number }[],
): Promise<void> {
  await tellLive(
    tx,
    perPerson(rows, (userId, own) => ({
      ...{ userId, kind: 'deliveries-changed' },
      data: { notificationIds: [...new Set(own.map(({ notificationId }) => notificationId))] },
    })),
  )
}

/** Notes whether anything gets through: until `retryAt` nothing else of the queue is tried. */
export async function noteQueueHealth(
  tx: Tx,
  queue: Queue,
  health: { kind: 'open'; now: Date } | { kind: 'blocked'; retryAt: Date; now: Date },
): Promise<void> {
  if (health.kind === 'open') {
    // Since now, so that what waited does not count as overdue: nobody neglected it.
    await tx.query(
      `UPDATE channel_queues SET failures = 0, failing_since = NULL, retry_at = $3
       WHERE user_id = $1 AND channel = $2`,
      [queue.userId, queue.channel, health.now],
      'queue-open',
    )
    return
  }
  await tx.query(
    `UPDATE channel_queues SET failures = failures + 1, failing_since = coalesce(failing_since, $4), retry_at = $3
     WHERE user_id = $1 AND channel = $2`,
    [queue.userId, queue.channel, health.retryAt, health.now],
    'queue-blocked',
  )
}

/** Puts a queue in cooldown that the person or the operator has to set up first. */
export async function coolQueue(tx: Tx, queue: Queue, until: Date): Promise<void> {
  await tx.query(
    'UPDATE channel_queues SET retry_at = $3 WHERE user_id = $1 AND channel = $2',
    [queue.userId, queue.channel, until],
    'cool-queue',
  )
}

/** Gives up what waited in a blocked queue since before `before` and has other channels that stand by. */
export async function giveUpForFallback(
  tx: Tx,
  queue: Queue,
  before: Date,
  now: Date,
  reason: string,
): Promise<FellBack[]> {
  const { rows } = await tx.query<FellBack>(
    `UPDATE deliveries SET state = 'dead', reason = $5, finished_at = $4
     WHERE user_id = $1 AND channel = $2 AND state IN ('pending', 'retry') AND fallback_channels <> '{}'
       AND greatest(created_at, held_until) <= $3
     RETURNING id, user_id AS "userId", notification_id AS "notificationId", fallback_channels AS "fallbackChannels"`,
    [queue.userId, queue.channel, before, now, reason],
    'give-up-for-fallback',
  )
  return rows
}

/** Lets the next channel of each stand in, unless it has the notification anyway; the queues are held. */
export async function insertFallbacks(
  tx: Tx,
  userId: Authorized<'write'>,
  fallen: readonly FellBack[],
  inProductChannels: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  const next = fallen.filter(({ fallbackChannels }) => fallbackChannels.length > 0)
  if (next.length === 0) return
  await tx.query(
    `INSERT INTO deliveries (notification_id, user_id, channel, created_at, dated_at, state, due_at, finished_at,
                             fallback_channels, fallback_of)
     SELECT f.notification_id, $1, f.channels[1], $3, $3,
            CASE WHEN f.channels[1] = ANY($4) THEN 'sent' ELSE 'pending' END, $3,
            CASE WHEN f.channels[1] = ANY($4) THEN $3::timestamptz END, f.channels[2:], f.id
     FROM (SELECT (e->>'id')::bigint AS id, (e->>'notificationId')::bigint AS notification_id,
                  ARRAY(SELECT jsonb_array_elements_text(e->'fallbackChannels')) AS channels
           FROM unnest($2::jsonb[]) AS e) f
     ORDER BY f.id ON CONFLICT (notification_id, channel, user_id) DO NOTHING`,
    [userId, next.map((one) => JSON.stringify(one)), now, [...inProductChannels]],
    'insert-fallbacks',
  )
}

/** Gives an untried claim back for `dueAt`, with the reason if there is one; its attempt does not count. */
export async function returnDelivery(
  tx: Tx,
  claim: ClaimedDelivery,
  dueAt: Date,
  now: Date,
  reason: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE deliveries SET state = 'retry', due_at = $3, dated_at = $4, lease_token = NULL, attempts = attempts - 1,
            reason = coalesce($5, reason)
     WHERE id = $1 AND lease_token = $2`,
    [claim.id, claim.leaseToken, dueAt, now, reason],
    'return-delivery',
  )
}

/** When something is next to be delivered or released, null when nothing waits. */
export async function nextQueueAt(sql: Sql): Promise<Date | null> {
  const { rows } = await sql.query<{ at: Date | null }>(
    `SELECT least((SELECT min(next_at) FROM channel_queues WHERE next_at IS NOT NULL),
                  (SELECT min(release_at) FROM channel_queues WHERE release_at IS NOT NULL)) AS at`,
    [],
    'next-queue',
  )
  return rows[0]?.at ?? null
}

/** Lets a queue go on at once: its channel was set up, confirmed or mended. */
export async function wakeQueue(tx: Tx, queue: Queue, now: Date): Promise<void> {
  const queues = await holdQueues(tx, [queue])
  await noteQueueHealth(tx, queue, { kind: 'open', now })
  await tx.query(
    `UPDATE deliveries SET due_at = $3, dated_at = $3
     WHERE user_id = $1 AND channel = $2 AND state = 'retry' AND due_at > $3`,
    [queue.userId, queue.channel, now],
  )
  await resumeQueues(tx, queues)
  await wakeDeliveries(tx)
}
