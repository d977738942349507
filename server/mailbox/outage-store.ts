import type { Sql, Tx } from '../core/db.ts'
import type { MailboxProblem } from './problems.ts'

/** A mailbox of which its person is told. */
export interface MailboxNews {
  id: number
  userId: number
  name: string
  problem: MailboxProblem
  since: Date
}

/** Those that fail since before `before` and of which nobody was told; they count as told. Of several processes one gets each. */
export async function takeFailing(
  tx: Tx,
  { before, now }: { before: Date; now: Date },
): Promise<MailboxNews[]> {
  const { rows } = await tx.query<MailboxNews>(
    `UPDATE mailboxes SET told_at = $2 WHERE id IN (
       SELECT id FROM mailboxes WHERE enabled AND told_at IS NULL AND problem IS NOT NULL AND failing_since <= $1
       ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED)
     RETURNING id, user_id AS "userId", name, problem, failing_since AS since`,
    [before, now],
  )
  return rows
}

/** Those of which somebody was told and that are read again; they count as told of no more. */
export async function takeRecovered(tx: Tx): Promise<(Omit<MailboxNews, 'problem'> & { since: Date })[]> {
  const { rows } = await tx.query<Omit<MailboxNews, 'problem'>>(
    `UPDATE mailboxes b SET told_at = NULL FROM (
       SELECT id, told_at FROM mailboxes WHERE told_at IS NOT NULL AND problem IS NULL AND read_at > told_at
       ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED) told
     WHERE b.id = told.id
     RETURNING b.id, b.user_id AS "userId", b.name, told.told_at AS since`,
  )
  return rows
}

/** How many mailboxes there are that are to be read, how many of them fail, and how long the one that waits longest to be read is due. */
export async function mailboxFigures(
  sql: Sql,
  now: Date,
): Promise<{ enabled: number; failing: number; unreadSeconds: number }> {
  const { rows } = await sql.query<{ enabled: number; failing: number; unreadSeconds: number }>(
    `SELECT count(*)::int AS enabled, count(*) FILTER (WHERE problem IS NOT NULL)::int AS failing,
       coalesce(max(extract(epoch FROM $1 - greatest(coalesce(next_try_at, created_at), coalesce(leased_until, created_at)))) FILTER (
         WHERE (leased_until IS NULL OR leased_until <= $1) AND (next_try_at IS NULL OR next_try_at <= $1)), 0)::float8
         AS "unreadSeconds"
     FROM mailboxes WHERE enabled`,
    [now],
  )
  return rows[0]!
}
