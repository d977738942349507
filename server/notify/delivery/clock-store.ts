import type { Sql, Tx } from '../../core/db.ts'
import type { Queue } from './queue-store.ts'

/** What a clock that was ahead has dated is notified by this much; clocks of one installation differ by less. */
export const skewMs = 60_000

/** The longest cooldown of a queue: when something got through, and when a receiver asked for it. */
export interface CooldownLimits {
  openMs: number
  blockedMs: number
}

/** Queues in which a clock that was ahead has left a moment. Of the deliveries only those that wait are read. */
export async function queuesDatedAhead(
  sql: Sql,
  now: Date,
  cooldown: CooldownLimits,
  limit: number,
): Promise<Queue[]> {
  const { rows } = await sql.query<Queue>(
    `SELECT DISTINCT user_id AS "userId", channel FROM (
       SELECT user_id, channel FROM deliveries WHERE state IN ('pending', 'leased', 'retry')
         AND (dated_at > $1 OR created_at > $1 OR held_until > $1)
       UNION ALL
       SELECT user_id, channel FROM deliveries WHERE state = 'held' AND (dated_at > $1 OR created_at > $1)
       UNION ALL
       SELECT user_id, channel FROM channel_queues WHERE failing_since > $1
         OR retry_at > $1::timestamptz + (CASE WHEN failures = 0 THEN $2::float8 ELSE $3::float8 END) * interval '1 millisecond'
     ) AS ahead LIMIT $4`,
    [new Date(now.getTime() + skewMs), cooldown.openMs, cooldown.blockedMs, limit],
    'queues-dated-ahead',
  )
  return rows
}

/**
 * Dates anew what a clock that was ahead has dated: what waits for another try waits as long as it was to, a lease ends
 * as if it began now, what is held goes at `releaseAt` at the latest unless the person said until when. The queue is held.
 */
export async function redateQueue(
  tx: Tx,
  queue: Queue,
  now: Date,
  { leaseMs, releaseAt }: { leaseMs: number; releaseAt: Date },
): Promise<void> {
  const ahead = new Date(now.getTime() + skewMs)
  await tx.query(
    `UPDATE deliveries SET dated_at = $3, created_at = least(created_at, $3),
       held_until = CASE WHEN state <> 'held' THEN least(held_until, $3) WHEN hold_reason = 'snooze' THEN held_until
                         ELSE least(held_until, $5) END,
       due_at = CASE state
         WHEN 'leased' THEN least(due_at, $3::timestamptz + $6::float8 * interval '1 millisecond')
         WHEN 'held' THEN CASE WHEN hold_reason = 'snooze' THEN due_at ELSE least(due_at, $5) END
         ELSE least(due_at, $3::timestamptz + greatest(due_at - coalesce(dated_at, due_at), interval '0')) END
     WHERE user_id = $1 AND channel = $2 AND state IN ('pending', 'leased', 'retry', 'held')
       AND (dated_at > $4 OR created_at > $4 OR held_until > $4 AND state <> 'held')`,
    [queue.userId, queue.channel, now, ahead, releaseAt, leaseMs],
    'redate-deliveries',
  )
  await tx.query(
    `UPDATE channel_queues c SET failing_since = least(failing_since, $3),
       retry_at = least(retry_at, greatest($3, (SELECT min(d.due_at) FROM deliveries d
                    WHERE d.user_id = c.user_id AND d.channel = c.channel AND d.state = 'retry')))
     WHERE user_id = $1 AND channel = $2`,
    [queue.userId, queue.channel, now],
    'redate-queue',
  )
}
