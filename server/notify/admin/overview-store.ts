import type { Sql } from '../../core/db.ts'

export interface PersonDeliveries {
  person: number
  /** Without which of several targets: that is named by its person. */
  channel: string
  waiting: number
  /** Until quiet hours are over, or a digest is due. */
  held: number
  sent: number
  /** Refused, or not delivered in all tries; they are tried no more by themselves. */
  failed: number
  oldestWaitingAt: Date | null
  lastFailedAt: Date | null
}

/** Deliveries by person and channel: those that wait, and those that ended since then. Nothing of what they say. */
export async function deliveryOverview(sql: Sql, since: Date): Promise<PersonDeliveries[]> {
  // Each part by its own index.
  const { rows } = await sql.query<PersonDeliveries>(
    `SELECT user_id AS person, split_part(channel, ':', 1) AS channel,
       count(*) FILTER (WHERE state IN ('pending', 'leased', 'retry'))::int AS waiting,
       count(*) FILTER (WHERE state = 'held')::int AS held,
       count(*) FILTER (WHERE state = 'sent')::int AS sent,
       count(*) FILTER (WHERE state IN ('failed', 'dead'))::int AS failed,
       min(created_at) FILTER (WHERE state IN ('pending', 'leased', 'retry')) AS "oldestWaitingAt",
       max(finished_at) FILTER (WHERE state IN ('failed', 'dead')) AS "lastFailedAt"
     FROM (
       SELECT user_id, channel, state, created_at, finished_at FROM deliveries
       WHERE state IN ('pending', 'leased', 'retry')
       UNION ALL
       SELECT user_id, channel, state, created_at, finished_at FROM deliveries WHERE state = 'held'
       UNION ALL
       SELECT user_id, channel, state, created_at, finished_at FROM deliveries
       WHERE finished_at IS NOT NULL AND finished_at >= $1 AND state IN ('sent', 'failed', 'dead')) d
     GROUP BY 1, 2 ORDER BY failed DESC, waiting DESC, 1, 2`,
    [since],
  )
  return rows
}
