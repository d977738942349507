import type { Authorized } from '../core/actor.ts'
import type { AuditTarget, AuditVia, EventDetails } from '../core/audit.ts'
import type { Sql, Tx } from '../core/db.ts'
import { walk } from '../core/paging.ts'

export interface NewEvent {
  at: Date
  what: string
  via: AuditVia
  actorId: number | null
  keyId: number | null
  personId: number | null
  targetKind: AuditTarget | null
  targetId: string | null
  address: string | null
  userAgent: string | null
  details: EventDetails
}

const columns =
  'at, what, via, actor_id, key_id, person_id, target_kind, target_id, address, user_agent, details'
const valuesOf = (event: NewEvent): unknown[] => [
  event.at,
  event.what,
  event.via,
  event.actorId,
  event.keyId,
  event.personId,
  event.targetKind,
  event.targetId,
  event.address,
  event.userAgent,
  JSON.stringify(event.details),
]

export async function addEvent(sql: Sql, event: NewEvent): Promise<void> {
  await sql.query(
    `INSERT INTO audit_events (${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    valuesOf(event),
    'audit-add',
  )
}

/** What is counted as one, and how many such rows an hour may have. */
export interface Fold {
  key: string
  /** Hours since 1970. */
  hour: number
  rowsMax: number
}

/**
 * Counts an event where there is one of the same fold, else writes it; false where the hour is full. Several processes at
 * once may write as many rows more as they have connections.
 */
export async function countEvent(sql: Sql, event: NewEvent, fold: Fold): Promise<boolean> {
  const { rowCount: counted } = await sql.query(
    'UPDATE audit_events SET times = times + 1 WHERE fold_key = $1',
    [fold.key],
    'audit-count',
  )
  if (counted > 0) return true
  const { rowCount: added } = await sql.query(
    `INSERT INTO audit_events (${columns}, fold_key, fold_hour)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
     WHERE (SELECT count(*) FROM audit_events WHERE fold_hour = $13) < $14
     ON CONFLICT (fold_key) DO UPDATE SET times = audit_events.times + 1`,
    [...valuesOf(event), fold.key, fold.hour, fold.rowsMax],
  )
  return added > 0
}

export interface StoredEvent extends NewEvent {
  id: number
  times: number
  actorName: string | null
}

export interface EventFilter {
  what?: string | undefined
  since?: Date | undefined
  until?: Date | undefined
  beforeId: number | null
  limit: number
  isBack?: boolean
}

const shown = `e.id, e.at, e.what, e.via, e.actor_id AS "actorId", e.key_id AS "keyId", e.person_id AS "personId",
  e.target_kind AS "targetKind", e.target_id AS "targetId", e.address, e.user_agent AS "userAgent", e.details, e.times`

/** What a person did, and what was done to what is theirs, newest first. */
export async function eventsOf(
  sql: Sql,
  userId: Authorized<'self'>,
  filter: EventFilter,
): Promise<StoredEvent[]> {
  return ofPerson(sql, userId, filter)
}

/** Everybody's, newest first, or those of one person. */
export async function allEvents(
  sql: Sql,
  _: Authorized<'admin'>,
  { about, ...filter }: EventFilter & { about?: number | undefined },
): Promise<StoredEvent[]> {
  if (about !== undefined) return ofPerson(sql, about, filter)
  return listed(sql, filter, '', [])
}

/** Each half by its own index: a person's few events are found among many of others. */
async function ofPerson(sql: Sql, about: number, filter: EventFilter): Promise<StoredEvent[]> {
  const { order } = walk('DESC', filter.isBack)
  const half = (column: string) =>
    `SELECT id FROM audit_events e WHERE ${column} = $6 AND ${conditions(filter)} ORDER BY id ${order} LIMIT $5`
  const both = `AND e.id IN ((${half('actor_id')}) UNION (${half('person_id')}))`
  return listed(sql, filter, both, [about])
}

function conditions({ isBack }: EventFilter): string {
  return `($1::bigint IS NULL OR e.id ${walk('DESC', isBack).beyond} $1) AND ($2::text IS NULL OR e.what = $2)
       AND ($3::timestamptz IS NULL OR e.at >= $3) AND ($4::timestamptz IS NULL OR e.at < $4)`
}

async function listed(
  sql: Sql,
  filter: EventFilter,
  more: string,
  values: readonly unknown[],
): Promise<StoredEvent[]> {
  const { order } = walk('DESC', filter.isBack)
  const { rows } = await sql.query<StoredEvent>(
    `SELECT ${shown}, u.name AS "actorName" FROM audit_events e LEFT JOIN users u ON u.id = e.actor_id
     WHERE ${conditions(filter)} ${more} ORDER BY e.id ${order} LIMIT $5`,
    [
      filter.beforeId,
      filter.what ?? null,
      filter.since ?? null,
      filter.until ?? null,
      filter.limit,
      ...values,
    ],
  )
  return rows
}

/** Of who is deleted it stays what happened, not where they were. */
export async function forgetWhereabouts(tx: Tx, userId: Authorized<'self'>): Promise<void> {
  await tx.query(
    `UPDATE audit_events SET address = NULL, user_agent = NULL
     WHERE actor_id = $1 OR (person_id = $1 AND actor_id IS NULL)`,
    [userId],
  )
}

/** Looks at the next `limit` events by id and deletes those from before that moment. */
export async function deleteOldEvents(
  tx: Tx,
  before: Date,
  afterId: number,
  limit: number,
): Promise<{ deleted: number; lastId: number | null }> {
  const { rows } = await tx.query<{ id: number; isOld: boolean }>(
    'SELECT id, at < $1 AS "isOld" FROM audit_events WHERE id > $2 ORDER BY id LIMIT $3',
    [before, afterId, limit],
  )
  const old = rows.filter(({ isOld }) => isOld).map(({ id }) => id)
  const { rowCount } = await tx.query('DELETE FROM audit_events WHERE id = ANY($1::bigint[])', [old])
  return { deleted: rowCount, lastId: old.length === limit ? rows.at(-1)!.id : null }
}
