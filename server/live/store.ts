import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import type { LiveKind } from '../core/live-schema.ts'
import type { Position } from './position.ts'

export interface StoredEvent extends Position {
  userId: number | null
  kind: LiveKind
  data: object
}

/** Above it may still come what is to stand before what is there. */
const settled = 'e.xid < (SELECT pg_snapshot_xmin(pg_current_snapshot()))'
const columns = `e.xid::text::bigint AS xid, e.id AS n, e.salt, e.user_id AS "userId", e.kind, e.data`
const beyond = '(e.xid, e.id) > ($1::bigint::text::xid8, $2::bigint)'

/** The next events of everybody behind a position, in their order. */
export async function eventsAfter(sql: Sql, after: Position, limit: number): Promise<StoredEvent[]> {
  const { rows } = await sql.query<StoredEvent>(
    `SELECT ${columns} FROM live_events e WHERE ${beyond} AND ${settled} ORDER BY e.xid, e.id LIMIT $3`,
    [after.xid, after.n, limit],
    'live-events-after',
  )
  return rows
}

/**
 * The same of what one person may know; null where the position is unknown, or so old that what followed it is not all there
 * any more.
 */
export async function ownEventsAfter(
  sql: Sql,
  userId: Authorized<'read'>,
  after: Position,
  limit: number,
): Promise<StoredEvent[] | null> {
  const { rows } = await sql.query<StoredEvent>(
    `SELECT ${columns} FROM live_events e
     WHERE ${beyond} AND ${settled} AND (e.user_id IS NULL OR e.user_id = $3) ORDER BY e.xid, e.id LIMIT $4`,
    [after.xid, after.n, userId, limit],
    'live-own-events-after',
  )
  // Asked afterwards: the oldest go first, so while it is there nothing behind it was gone.
  const { rows: known } = await sql.query<{ known: boolean }>(
    `SELECT EXISTS (SELECT FROM live_events e WHERE e.xid = $1::bigint::text::xid8 AND e.id = $2 AND e.salt = $3
       AND ${settled}) AS known`,
    [after.xid, after.n, after.salt],
    'live-event-known',
  )
  return known[0]!.known ? rows : null
}

/** The last event that nothing can come before any more; null where there never was one. */
export async function lastEvent(sql: Sql): Promise<Position | null> {
  const { rows } = await sql.query<Position>(
    `SELECT e.xid::text::bigint AS xid, e.id AS n, e.salt FROM live_events e WHERE ${settled}
     ORDER BY e.xid DESC, e.id DESC LIMIT 1`,
    [],
    'live-last-event',
  )
  return rows[0] ?? null
}

/** Whether something was written that waits for a transaction under way. */
export async function isSomethingUnsettled(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ any: boolean }>(
    `SELECT EXISTS (SELECT FROM live_events e
       WHERE e.xid >= (SELECT pg_snapshot_xmin(pg_current_snapshot()))) AS any`,
    [],
    'live-unsettled',
  )
  return rows[0]!.any
}

/** Those of another server's dump, whose transactions have numbers that this one has not come to. */
export async function deleteFromFuture(sql: Sql): Promise<void> {
  await sql.query('DELETE FROM live_events WHERE xid >= pg_snapshot_xmax(pg_current_snapshot())')
}

/**
 * Deletes the oldest of a day ago and more, at most so many, and never the last of all, from which the next stream begins;
 * returns how many.
 */
export async function deleteOldLiveEvents(sql: Sql, limit: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM live_events WHERE (xid, id) IN (
       SELECT e.xid, e.id FROM live_events e
       WHERE (e.xid, e.id) < (SELECT o.xid, o.id FROM live_events o WHERE o.at < now() - interval '1 day'
                              ORDER BY o.xid DESC, o.id DESC LIMIT 1)
       ORDER BY e.xid, e.id LIMIT $1)`,
    [limit],
  )
  return rowCount
}
