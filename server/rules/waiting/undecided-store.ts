import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import { visibleTo } from '../../model/visible-listings.ts'

/** A listing that may fit a rule, which its own page decides. */
export interface Undecided {
  listingId: number
  ruleId: number
  userId: number
  /** 0–100: the best are read first. */
  promise: number
}

/** How many pages may be read: in a day for one rule, one person, of one marketplace; and of that at once. */
export interface ReadingCaps {
  perRule: number
  perPerson: number
  perMarketplace: number
  /** Of marketplaces that have a bound of their own, instead of that. */
  ofMarketplaces: Readonly<Record<string, number>>
  atOnce: number
}

/** What is not read by then was lost on the way. */
const underWayMs = 10 * 60_000
const dayMs = 86_400_000
/** So many of the best are looked at to choose from. */
const poolMax = 1_000

export async function addUndecided(tx: Tx, rows: readonly Undecided[]): Promise<void> {
  if (rows.length === 0) return
  const sorted = rows.toSorted((a, b) => a.listingId - b.listingId || a.ruleId - b.ruleId)
  await tx.query(
    `INSERT INTO undecided (listing_id, rule_id, user_id, promise)
     SELECT u.listing_id, u.rule_id, u.user_id, u.promise
     FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::smallint[]) WITH ORDINALITY
       AS u(listing_id, rule_id, user_id, promise, at)
     ORDER BY u.at
     ON CONFLICT (listing_id, rule_id, user_id) DO UPDATE SET promise = EXCLUDED.promise
     WHERE undecided.promise <> EXCLUDED.promise`,
    [
      sorted.map(({ listingId }) => listingId),
      sorted.map(({ ruleId }) => ruleId),
      sorted.map(({ userId }) => userId),
      sorted.map(({ promise }) => promise),
    ],
    'add-undecided',
  )
}

/**
 * Takes the best of what is to be read as far as the caps leave room, and notes that it was asked for. Of two at once
 * each takes others; together they may exceed a cap by what one takes.
 */
export async function takeBest(tx: Tx, caps: ReadingCaps, now: Date): Promise<number[]> {
  const { rows } = await tx.query<{ listingId: number }>(
    `WITH asked AS MATERIALIZED (
       SELECT u.rule_id, u.user_id, l.marketplace,
              u.asked_at > $2 AND l.details_read_at IS NULL AND l.state IN ('active', 'pending') AS under_way
       FROM undecided u JOIN listings l ON l.id = u.listing_id WHERE u.asked_at > $1
     ),
     of_rules AS (SELECT rule_id, count(*)::int AS n FROM asked GROUP BY rule_id),
     of_people AS (SELECT user_id, count(*)::int AS n FROM asked GROUP BY user_id),
     of_places AS (
       SELECT marketplace, least(coalesce(($9::jsonb->>marketplace)::int, $5) - count(*),
                                 $6 - count(*) FILTER (WHERE under_way))::int AS room
       FROM asked GROUP BY marketplace
     ),
     pool AS (
       SELECT u.listing_id, u.rule_id, u.user_id, u.promise, l.marketplace
       FROM undecided u JOIN listings l ON l.id = u.listing_id JOIN rules r ON r.id = u.rule_id AND r.enabled
       WHERE u.asked_at IS NULL AND l.details_read_at IS NULL AND l.state = 'active' AND l.source_id IS NOT NULL
         AND u.rule_id NOT IN (SELECT rule_id FROM of_rules WHERE n >= $3)
         AND u.user_id NOT IN (SELECT user_id FROM of_people WHERE n >= $4)
         AND l.marketplace NOT IN (SELECT marketplace FROM of_places WHERE room <= 0)
         AND NOT EXISTS (SELECT FROM undecided o WHERE o.listing_id = u.listing_id AND o.asked_at IS NOT NULL)
       ORDER BY u.promise DESC NULLS LAST, u.listing_id DESC NULLS LAST LIMIT $7
     ),
     by_rule AS (
       SELECT p.*, row_number() OVER (PARTITION BY p.rule_id ORDER BY p.promise DESC, p.listing_id DESC)
                     + coalesce(r.n, 0) AS place
       FROM pool p LEFT JOIN of_rules r USING (rule_id)
     ),
     by_person AS (
       SELECT b.listing_id, b.rule_id, b.user_id, b.promise, b.marketplace,
              row_number() OVER (PARTITION BY b.user_id ORDER BY b.promise DESC, b.listing_id DESC)
                + coalesce(o.n, 0) AS place
       FROM by_rule b LEFT JOIN of_people o USING (user_id) WHERE b.place <= $3
     ),
     each AS (
       SELECT DISTINCT ON (listing_id) listing_id, rule_id, promise, marketplace FROM by_person
       WHERE place <= $4 ORDER BY listing_id, promise DESC, rule_id
     ),
     by_place AS (
       SELECT e.listing_id, e.rule_id, coalesce(m.room, least(coalesce(($9::jsonb->>e.marketplace)::int, $5), $6)) AS room,
              row_number() OVER (PARTITION BY e.marketplace ORDER BY e.promise DESC, e.listing_id DESC) AS place
       FROM each e LEFT JOIN of_places m USING (marketplace)
     ),
     chosen AS (
       SELECT u.listing_id, u.rule_id FROM undecided u JOIN by_place b USING (listing_id, rule_id)
       WHERE b.place <= b.room AND u.asked_at IS NULL FOR UPDATE OF u SKIP LOCKED
     )
     UPDATE undecided u SET asked_at = $8 FROM chosen c
     WHERE u.listing_id = c.listing_id AND u.rule_id = c.rule_id RETURNING u.listing_id AS "listingId"`,
    [
      new Date(now.getTime() - dayMs),
      new Date(now.getTime() - underWayMs),
      caps.perRule,
      caps.perPerson,
      caps.perMarketplace,
      caps.atOnce,
      poolMax,
      now,
      JSON.stringify(caps.ofMarketplaces),
    ],
    'take-best-undecided',
  )
  return rows.map(({ listingId }) => listingId)
}

/** What of a person waits for its own page to be read, the most promising first. */
export async function undecidedOf(
  sql: Sql,
  userId: Authorized<'read'>,
  limit: number,
): Promise<(Pick<Undecided, 'listingId' | 'ruleId' | 'promise'> & { title: string })[]> {
  const { rows } = await sql.query<Pick<Undecided, 'listingId' | 'ruleId' | 'promise'> & { title: string }>(
    `SELECT u.listing_id AS "listingId", u.rule_id AS "ruleId", u.promise, l.title
     FROM undecided u JOIN listings l ON l.id = u.listing_id
     WHERE u.user_id = $1 AND l.details_read_at IS NULL AND l.state IN ('active', 'pending') AND ${visibleTo('l', '$1')}
     ORDER BY u.promise DESC, u.listing_id DESC LIMIT $2`,
    [userId, limit],
    'undecided-of-person',
  )
  return rows
}

/** Of a rule that is another one now. */
export async function forgetUndecided(tx: Tx, ruleId: number): Promise<void> {
  await tx.query('DELETE FROM undecided WHERE rule_id = $1 AND asked_at IS NULL', [ruleId])
}

/** Forgets what was decided or is over, and lets what was asked for long ago and never read be asked for again. */
export async function tidyUndecided(sql: Sql, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - dayMs)
  await sql.query(
    `DELETE FROM undecided u USING listings l WHERE l.id = u.listing_id AND (u.asked_at IS NULL OR u.asked_at <= $1)
       AND (l.details_read_at IS NOT NULL OR l.state NOT IN ('active', 'pending')
            OR NOT EXISTS (SELECT FROM rules r WHERE r.id = u.rule_id AND r.enabled))`,
    [dayAgo],
  )
  await sql.query('UPDATE undecided SET asked_at = NULL WHERE asked_at <= $1', [dayAgo])
}
