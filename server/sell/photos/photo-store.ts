import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { Candidate, PhotoCut, PhotoVersion, StoredPhoto } from './photo.ts'
import type { PhotoProblem } from './photo-problems.ts'

const columns = `p.id, p.user_id AS "userId", p.sha256, p.name, p.bytes, p.state, p.problem, p.width, p.height,
  p.taken_at AS "takenAt", p.hash, p.look, p.used, p.versions, p.did, p.cut, p.candidates, p.group_no AS "groupNo",
  p.item_id AS "itemId", p.position, p.created_at AS "createdAt"`

export async function getPhoto(
  sql: Sql,
  userId: Authorized<'read'>,
  id: number,
): Promise<StoredPhoto | null> {
  const { rows } = await sql.query<StoredPhoto>(
    `SELECT ${columns} FROM item_photos p WHERE p.user_id = $1 AND p.id = $2`,
    [userId, id],
  )
  return rows[0] ?? null
}

/** Held until the transaction ends, in the order of their numbers; those that are not theirs are left out. */
export async function holdPhotos(
  tx: Tx,
  userId: Authorized<'write'>,
  ids: readonly number[],
): Promise<StoredPhoto[]> {
  const { rows } = await tx.query<StoredPhoto>(
    `SELECT ${columns} FROM item_photos p WHERE p.user_id = $1 AND p.id = ANY($2::bigint[]) ORDER BY p.id FOR UPDATE`,
    [userId, ids],
  )
  return rows
}

/** Of these files those that are kept already. */
export async function photosWith(
  sql: Sql,
  userId: Authorized<'read'>,
  sha256s: readonly string[],
): Promise<StoredPhoto[]> {
  const { rows } = await sql.query<StoredPhoto>(
    `SELECT ${columns} FROM item_photos p WHERE p.user_id = $1 AND p.sha256 = ANY($2::text[]) ORDER BY p.id`,
    [userId, sha256s],
  )
  return rows
}

/** Those that belong to no thing yet, in the order in which they came. */
export async function loosePhotos(
  sql: Sql,
  userId: Authorized<'read'>,
  limit: number,
): Promise<StoredPhoto[]> {
  const { rows } = await sql.query<StoredPhoto>(
    `SELECT ${columns} FROM item_photos p WHERE p.user_id = $1 AND p.item_id IS NULL ORDER BY p.id LIMIT $2`,
    [userId, limit],
  )
  return rows
}

/** Of a thing, in their order. */
export async function photosOfItem(
  sql: Sql,
  userId: Authorized<'read'>,
  itemId: number,
): Promise<StoredPhoto[]> {
  const { rows } = await sql.query<StoredPhoto>(
    `SELECT ${columns} FROM item_photos p WHERE p.user_id = $1 AND p.item_id = $2 ORDER BY p.position, p.id`,
    [userId, itemId],
  )
  return rows
}

/** How many there are, and what they take. */
export async function photoSums(
  sql: Sql,
  userId: Authorized<'read'>,
): Promise<{ count: number; bytes: number }> {
  const { rows } = await sql.query<{ count: number; bytes: number }>(
    `SELECT count(*)::int AS count, coalesce(sum(p.bytes), 0)::float8 AS bytes FROM item_photos p WHERE p.user_id = $1`,
    [userId],
  )
  return rows[0]!
}

/** Its number; null where the same file is there already. */
export async function insertPhoto(
  tx: Tx,
  userId: Authorized<'write'>,
  file: { sha256: string; name: string; bytes: number; problem: PhotoProblem | null; at: Date },
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO item_photos (user_id, sha256, name, bytes, state, problem, used, versions, position, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'plain', '[]', 0, $7) ON CONFLICT (user_id, sha256) DO NOTHING RETURNING id`,
    [
      userId,
      file.sha256,
      file.name,
      file.bytes,
      file.problem === null ? 'waiting' : 'refused',
      file.problem,
      file.at,
    ],
  )
  return rows[0]?.id ?? null
}

/** What was found out of a photo that waited; one that no longer does is left alone. */
export async function writeCleaned(
  tx: Tx,
  id: number,
  photo: Pick<
    StoredPhoto,
    'state' | 'problem' | 'width' | 'height' | 'takenAt' | 'hash' | 'look' | 'used' | 'versions' | 'did'
  >,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE item_photos SET state = $2, problem = $3, width = $4, height = $5, taken_at = $6, hash = $7, look = $8,
       used = $9, versions = $10, did = $11 WHERE id = $1 AND state = 'waiting'`,
    [
      id,
      photo.state,
      photo.problem,
      photo.width,
      photo.height,
      photo.takenAt,
      photo.hash,
      photo.look,
      photo.used,
      JSON.stringify(photo.versions),
      photo.did === null ? null : JSON.stringify(photo.did),
    ],
  )
  return rowCount > 0
}

export async function writeCandidates(tx: Tx, id: number, candidates: readonly Candidate[]): Promise<void> {
  await tx.query('UPDATE item_photos SET candidates = $2 WHERE id = $1', [id, JSON.stringify(candidates)])
}

export async function writeCut(
  tx: Tx,
  id: number,
  cut: PhotoCut,
  now: { used: PhotoVersion; versions: readonly PhotoVersion[] },
): Promise<void> {
  await tx.query('UPDATE item_photos SET cut = $2, used = $3, versions = $4 WHERE id = $1', [
    id,
    JSON.stringify(cut),
    now.used,
    JSON.stringify(now.versions),
  ])
}

export async function useVersion(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  used: PhotoVersion,
): Promise<void> {
  await tx.query('UPDATE item_photos SET used = $3 WHERE user_id = $1 AND id = $2', [userId, id, used])
}

/** Puts photos into a group, in this order; they belong to no thing then. */
export async function groupPhotosAs(
  tx: Tx,
  userId: Authorized<'write'>,
  groupNo: number,
  ids: readonly number[],
): Promise<void> {
  await tx.query(
    `UPDATE item_photos p SET group_no = $2, position = n.position, item_id = NULL
     FROM unnest($3::bigint[]) WITH ORDINALITY AS n(id, position) WHERE p.user_id = $1 AND p.id = n.id`,
    [userId, groupNo, ids],
  )
}

/** Gives photos to a thing, in this order. */
export async function givePhotos(
  tx: Tx,
  userId: Authorized<'write'>,
  itemId: number,
  ids: readonly number[],
): Promise<void> {
  await tx.query(
    `UPDATE item_photos p SET item_id = $2, position = n.position, group_no = NULL
     FROM unnest($3::bigint[]) WITH ORDINALITY AS n(id, position) WHERE p.user_id = $1 AND p.id = n.id`,
    [userId, itemId, ids],
  )
}

/** They are loose again. */
export async function takePhotos(tx: Tx, userId: Authorized<'write'>, ids: readonly number[]): Promise<void> {
  await tx.query(
    'UPDATE item_photos SET item_id = NULL, position = 0 WHERE user_id = $1 AND id = ANY($2::bigint[])',
    [userId, ids],
  )
}

export async function deletePhoto(tx: Tx, userId: Authorized<'write'>, id: number): Promise<boolean> {
  const { rowCount } = await tx.query('DELETE FROM item_photos WHERE user_id = $1 AND id = $2', [userId, id])
  return rowCount > 0
}
