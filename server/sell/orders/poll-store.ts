import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import type { SellingProblem } from '../../model/selling.ts'

export interface StoredPoll {
  userId: number
  marketplace: string
  ordersTo: Date | null
  bookingsTo: Date | null
  triedAt: Date | null
  readAt: Date | null
  problem: SellingProblem['outcome'] | null
  reason: string | null
  failures: number
  nextAt: Date
  toldAt: Date | null
  /** The marketplace says at once when something is bought. */
  isTold: boolean
  listenAt: Date | null
  untold: string | null
}

const pollColumns = `p.user_id AS "userId", p.marketplace, p.orders_to AS "ordersTo", p.bookings_to AS "bookingsTo",
  p.tried_at AS "triedAt", p.read_at AS "readAt", p.problem, p.reason, p.failures, p.next_at AS "nextAt", p.told_at AS "toldAt",
  p.is_told AS "isTold", p.listen_at AS "listenAt", p.untold`

/** How far a person's orders there were read; begun now where they never were. */
export async function getPoll(
  sql: Sql,
  userId: Authorized<'write'>,
  marketplace: string,
  now: Date,
): Promise<StoredPoll> {
  await sql.query(
    `INSERT INTO order_polls (user_id, marketplace, next_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [userId, marketplace, now],
  )
  const { rows } = await sql.query<StoredPoll>(
    `SELECT ${pollColumns} FROM order_polls p WHERE p.user_id = $1 AND p.marketplace = $2`,
    [userId, marketplace],
  )
  return rows[0]!
}

export async function wasRead(sql: Sql, userId: Authorized<'read'>, marketplace: string): Promise<boolean> {
  const { rows } = await sql.query('SELECT 1 FROM order_polls WHERE user_id = $1 AND marketplace = $2', [
    userId,
    marketplace,
  ])
  return rows.length > 0
}

export async function listPolls(sql: Sql, userId: Authorized<'read'>): Promise<StoredPoll[]> {
  const { rows } = await sql.query<StoredPoll>(
    `SELECT ${pollColumns} FROM order_polls p WHERE p.user_id = $1 ORDER BY p.marketplace`,
    [userId],
  )
  return rows
}

/** Which of these people are due, those that never were read among them. */
export async function duePolls<Seller extends { userId: number; marketplace: string }>(
  sql: Sql,
  sellers: readonly Seller[],
  now: Date,
): Promise<Seller[]> {
  const { rows } = await sql.query<{ userId: number; marketplace: string }>(
    `SELECT p.user_id AS "userId", p.marketplace FROM order_polls p WHERE p.next_at > $1 AND p.user_id = ANY($2::bigint[])`,
    [now, sellers.map(({ userId }) => userId)],
  )
  const waits = new Set(rows.map(({ userId, marketplace }) => `${userId} ${marketplace}`))
  return sellers.filter(({ userId, marketplace }) => !waits.has(`${userId} ${marketplace}`))
}

/** How far it was read, while it goes on: what comes next begins there. */
export async function notePage(
  sql: Sql,
  userId: Authorized<'write'>,
  marketplace: string,
  to: { orders?: Date; bookings?: Date },
): Promise<void> {
  await sql.query(
    `UPDATE order_polls SET orders_to = greatest(orders_to, $3), bookings_to = greatest(bookings_to, $4)
     WHERE user_id = $1 AND marketplace = $2`,
    [userId, marketplace, to.orders ?? null, to.bookings ?? null],
  )
}

export async function endPoll(
  sql: Sql,
  userId: Authorized<'write'>,
  poll: Pick<
    StoredPoll,
    'marketplace' | 'triedAt' | 'readAt' | 'problem' | 'reason' | 'failures' | 'nextAt' | 'toldAt'
  >,
): Promise<void> {
  await sql.query(
    `UPDATE order_polls SET tried_at = $3, read_at = coalesce($4, read_at), problem = $5, reason = $6, failures = $7,
       next_at = $8, told_at = $9 WHERE user_id = $1 AND marketplace = $2`,
    [
      ...[userId, poll.marketplace, poll.triedAt, poll.readAt, poll.problem, poll.reason],
      ...[poll.failures, poll.nextAt, poll.toldAt],
    ],
  )
}

/** Whether they are told at once, and when that is looked at again. */
export async function noteListening(
  sql: Sql,
  userId: Authorized<'write'>,
  marketplace: string,
  { isTold, untold, listenAt }: Pick<StoredPoll, 'isTold' | 'untold' | 'listenAt'>,
): Promise<void> {
  await sql.query(
    'UPDATE order_polls SET is_told = $3, untold = $4, listen_at = $5 WHERE user_id = $1 AND marketplace = $2',
    [userId, marketplace, isTold, untold, listenAt],
  )
}

/** How many sellers there are whose orders were read well, and how many not for so long. */
export async function pollHealth(
  sql: Sql,
  before: Date,
): Promise<{ marketplace: string; sellers: number; behind: number; consent: number }[]> {
  const { rows } = await sql.query<{
    marketplace: string
    sellers: number
    behind: number
    consent: number
  }>(
    `SELECT p.marketplace, count(*)::int AS sellers,
       count(*) FILTER (WHERE p.problem IS NOT NULL AND p.problem <> 'consent' AND coalesce(p.read_at, '-infinity') < $1)::int AS behind,
       count(*) FILTER (WHERE p.problem = 'consent')::int AS consent
     FROM order_polls p GROUP BY 1 ORDER BY 1`,
    [before],
  )
  return rows
}
