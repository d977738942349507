import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import { namedOrNull } from '../../core/live-notes.ts'
import { tellLiveNow } from '../../core/live-store.ts'
import { visibleTo } from '../../model/visible-listings.ts'
import type { MarkUndo, MarkValues } from './mark-schema.ts'

/** What of a mark is stored; all null where nothing was marked. */
export interface MarkRow {
  seenAt: Date | null
  hiddenAt: Date | null
  hiddenReason: MarkValues['hiddenReason']
  contactedAt: Date | null
  boughtAt: Date | null
  note: string | null
  tags: string[] | null
}

type Field = keyof MarkValues
const columns: Readonly<Record<Field, { name: string; type: string }>> = {
  seenAt: { name: 'seen_at', type: 'timestamptz' },
  hiddenAt: { name: 'hidden_at', type: 'timestamptz' },
  hiddenReason: { name: 'hidden_reason', type: 'text' },
  contactedAt: { name: 'contacted_at', type: 'timestamptz' },
  boughtAt: { name: 'bought_at', type: 'timestamptz' },
  note: { name: 'note', type: 'text' },
  tags: { name: 'tags', type: 'text[]' },
}
const fields = Object.keys(columns) as Field[]

export const markColumns = (k: string) =>
  fields.map((field) => `${k}.${columns[field].name} AS "${field}"`).join(', ')

/** Changes of one person's marks follow each other until this transaction ends. */
export async function holdMarks(tx: Tx, userId: Authorized<'own'>): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('deal-scout marks', $1::bigint))`,
    [userId],
    'hold-marks',
  )
}

/** Those of the listings that are there and the person's to see, kept from being deleted until this transaction ends. */
export async function holdListings(
  tx: Tx,
  userId: Authorized<'own'>,
  ids: readonly number[],
): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT l.id FROM listings l WHERE l.id = ANY($1::bigint[]) AND ${visibleTo('l', '$2')} ORDER BY l.id FOR KEY SHARE`,
    [ids, userId],
    'hold-listings',
  )
  return rows.map(({ id }) => id)
}

/** Of each listing that the person marked. */
export async function readMarks(
  sql: Sql,
  userId: Authorized<'read'>,
  ids: readonly number[],
): Promise<Map<number, MarkRow>> {
  const { rows } = await sql.query<MarkRow & { listingId: number }>(
    `SELECT k.listing_id AS "listingId", ${markColumns('k')} FROM listing_marks k
     WHERE k.user_id = $1 AND k.listing_id = ANY($2::bigint[])`,
    [userId, ids],
    'read-marks',
  )
  return new Map(rows.map(({ listingId, ...mark }) => [listingId, mark]))
}

/** Of these listings, those that somebody contacted or bought, or has a note on. */
export async function keptAmong(tx: Tx, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT DISTINCT listing_id AS id FROM listing_marks WHERE listing_id = ANY($1::bigint[])
       AND (contacted_at IS NOT NULL OR bought_at IS NOT NULL OR note IS NOT NULL)`,
    [ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Who marked one listing has marked the other, unless they had already. */
export async function moveMarks(tx: Tx, moves: readonly { from: number; to: number }[]): Promise<void> {
  const names = Object.values(columns).map(({ name }) => name)
  await tx.query(
    `INSERT INTO listing_marks (user_id, listing_id, ${names.join(', ')})
     SELECT k.user_id, m.to_id, ${names.map((name) => `k.${name}`).join(', ')}
     FROM unnest($1::bigint[], $2::bigint[]) AS m(from_id, to_id) JOIN listing_marks k ON k.listing_id = m.from_id
     ON CONFLICT DO NOTHING`,
    [moves.map(({ from }) => from), moves.map(({ to }) => to)],
    'move-marks',
  )
}

/** Sets these fields of each; others stay, and a mark that says nothing any more goes. The listings are held. */
export async function writeMarks(
  tx: Tx,
  userId: Authorized<'own'>,
  set: readonly Field[],
  marks: MarkUndo['marks'],
): Promise<void> {
  if (marks.length === 0 || set.length === 0) return
  const names = set.map((field) => columns[field].name)
  const typed = set.map((field) => `"${field}" ${columns[field].type}`)
  await tx.query(
    `INSERT INTO listing_marks (user_id, listing_id, ${names.join(', ')})
     SELECT $1::bigint, "listingId", ${set.map((field) => `"${field}"`).join(', ')}
     FROM jsonb_to_recordset($2::jsonb) AS given("listingId" bigint, ${typed.join(', ')})
     ON CONFLICT (user_id, listing_id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [userId, JSON.stringify(marks)],
  )
  const empty = Object.values(columns).map(({ name }) => `${name} IS NULL`)
  await tx.query(
    `DELETE FROM listing_marks WHERE user_id = $1 AND listing_id = ANY($2::bigint[]) AND ${empty.join(' AND ')}`,
    [userId, marks.map(({ listingId }) => listingId)],
    'delete-empty-marks',
  )
  const ids = namedOrNull(marks.map(({ listingId }) => listingId))
  await tellLiveNow(tx, [{ userId, kind: 'marks-changed', data: { ids } }])
}

/** Up to when all was seen; null = nothing was. */
export async function readSeenUpTo(sql: Sql, userId: Authorized<'read'>): Promise<Date | null> {
  const { rows } = await sql.query<{ at: Date }>(
    'SELECT seen_up_to AS at FROM listing_looks WHERE user_id = $1',
    [userId],
    'read-seen-up-to',
  )
  return rows[0]?.at ?? null
}

/** What a person has seen; null where that is more than so many one by one. */
export async function readSeen(
  sql: Sql,
  userId: Authorized<'read'>,
  max: number,
): Promise<{ at: Date | null; listingIds: number[] } | null> {
  const { rows } = await sql.query<{ id: number }>(
    `SELECT k.listing_id AS id FROM listing_marks k WHERE k.user_id = $1 AND k.seen_at IS NOT NULL LIMIT $2`,
    [userId, max + 1],
    'read-seen',
  )
  if (rows.length > max) return null
  return { at: await readSeenUpTo(sql, userId), listingIds: rows.map(({ id }) => id) }
}

export async function writeSeenUpTo(tx: Tx, userId: Authorized<'own'>, at: Date | null): Promise<void> {
  if (at === null) await tx.query('DELETE FROM listing_looks WHERE user_id = $1', [userId])
  else
    await tx.query(
      `INSERT INTO listing_looks (user_id, seen_up_to) VALUES ($1, $2)
       ON CONFLICT (user_id) DO UPDATE SET seen_up_to = excluded.seen_up_to`,
      [userId, at],
    )
  const seenUpTo = at?.toISOString() ?? null
  await tellLiveNow(tx, [{ userId, kind: 'marks-changed', data: { ids: [], seenUpTo } }])
}

export async function keepUndo(
  tx: Tx,
  userId: Authorized<'own'>,
  undo: { id: string; before: MarkUndo; expiresAt: Date },
): Promise<void> {
  await tx.query('INSERT INTO mark_undos (user_id, id, before, expires_at) VALUES ($1, $2, $3, $4)', [
    userId,
    undo.id,
    JSON.stringify(undo.before),
    undo.expiresAt,
  ])
}

/** Takes out what undoes a change, which is then good no more; null where there is none. */
export async function takeUndo(
  tx: Tx,
  userId: Authorized<'own'>,
  id: string,
  now: Date,
): Promise<MarkUndo | null> {
  const { rows } = await tx.query<{ before: MarkUndo }>(
    'DELETE FROM mark_undos WHERE user_id = $1 AND id = $2 AND expires_at > $3 RETURNING before',
    [userId, id, now],
  )
  return rows[0]?.before ?? null
}

export async function deleteOldUndos(tx: Tx, now: Date, limit: number): Promise<number> {
  const { rowCount } = await tx.query(
    `DELETE FROM mark_undos WHERE (user_id, id) IN
       (SELECT user_id, id FROM mark_undos WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2)`,
    [now, limit],
  )
  return rowCount
}
