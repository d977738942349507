import type { Db } from '../../server/core/db.ts'
import { wakeQueue } from '../../server/notify/delivery/queue-store.ts'
import type { Receivers } from './crash-receivers.ts'

/** As much of a test's program as its ledger needs. */
export interface WithDatabase {
  database: { db: Db }
}

/** One delivery, and what the ledger says of it. */
export interface Told {
  id: number
  channel: string
  /** `p<person> n<listing> new|drop` */
  telling: string
  state: string
  undecided: number
  attempts: number
  sentAttempts: number
  undecidedAttempts: number
}

export async function readLedger(test: WithDatabase, people: number[]): Promise<Told[]> {
  const { rows } = await test.database.db.query<Told & { userId: number }>(
    `SELECT d.id, d.user_id AS "userId", d.channel, d.state, d.undecided,
            l.external_id || ' ' || split_part(n.dedupe_key, ':', 3) AS telling,
            count(a.id)::int AS attempts, count(a.id) FILTER (WHERE a.outcome = 'sent')::int AS "sentAttempts",
            count(a.id) FILTER (WHERE a.undecided)::int AS "undecidedAttempts"
     FROM deliveries d JOIN notifications n ON n.id = d.notification_id
     JOIN listings l ON l.id = split_part(n.dedupe_key, ':', 2)::bigint
     LEFT JOIN delivery_attempts a ON a.delivery_id = d.id
     GROUP BY d.id, d.user_id, n.id, n.user_id, l.id`,
  )
  const all = await count(test, 'deliveries')
  if (rows.length !== all) throw new Error(`${rows.length} of ${all} deliveries are of a listing`)
  return rows.map(({ userId, telling, ...row }) => ({
    ...row,
    telling: `p${people.indexOf(userId)} ${telling}`,
  }))
}

export const keyOf = ({ channel, telling }: Told) => `${channel} ${telling}`
export const copiesOf = (receivers: Receivers, told: Told) => receivers.stored.get(keyOf(told)) ?? []

export function report(ledger: Told[], receivers: Receivers) {
  const outside = ledger.filter(({ channel }) => channel !== 'inbox')
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  const beyondFirst = outside.map((one) => Math.max(0, copiesOf(receivers, one).length - 1))
  return {
    outside: outside.length,
    attempts: sum(outside.map(({ attempts }) => attempts)),
    undecided: sum(outside.map(({ undecided }) => undecided)),
    // Whoever takes such a delivery counts it as undecided; no attempt tells of it.
    left: sum(outside.map(({ undecided, undecidedAttempts }) => undecided - undecidedAttempts)),
    doubtful: outside.filter(({ undecided }) => undecided > 0).length,
    again: sum(beyondFirst),
    repeated: beyondFirst.filter((copies) => copies > 0).length,
  }
}

/**
 * A message that failed twice waits for minutes. The receivers do not do that to one, but a machine without time for
 * the test may: then the person's "try now" is given instead of waiting.
 */
export async function hurry(test: WithDatabase): Promise<number> {
  const { db } = test.database
  const { rows } = await db.query<{ userId: number; channel: string }>(
    `SELECT DISTINCT user_id AS "userId", channel FROM deliveries
     WHERE state = 'retry' AND due_at > now() + interval '30 seconds'`,
  )
  for (const queue of rows) await db.transaction((tx) => wakeQueue(tx, queue, new Date()))
  return rows.length
}

export async function count(test: WithDatabase, from: string): Promise<number> {
  const { rows } = await test.database.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${from}`,
  )
  return rows[0]!.count
}
