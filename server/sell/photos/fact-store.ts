import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { StoredFactField } from './photo.ts'

/** What a person said that a thing is, and where that came from. */
export interface StoredFact {
  field: StoredFactField
  value: string
  confidence: number
  origin: string
  evidence: string | null
  photoId: number | null
  updatedAt: Date
}

export async function factsOf(sql: Sql, userId: Authorized<'read'>, itemId: number): Promise<StoredFact[]> {
  const { rows } = await sql.query<StoredFact>(
    `SELECT f.field, f.value, f.confidence, f.origin, f.evidence, f.photo_id AS "photoId", f.updated_at AS "updatedAt"
     FROM item_facts f WHERE f.user_id = $1 AND f.item_id = $2 ORDER BY f.field`,
    [userId, itemId],
  )
  return rows
}

/** In the place of what was said of that field. */
export async function writeFact(
  tx: Tx,
  userId: Authorized<'write'>,
  itemId: number,
  fact: StoredFact,
): Promise<void> {
  await tx.query(
    `INSERT INTO item_facts (user_id, item_id, field, value, confidence, origin, evidence, photo_id, updated_at)
     SELECT i.user_id, i.id, $3, $4, $5, $6, $7, $8, $9 FROM items i WHERE i.user_id = $1 AND i.id = $2
     ON CONFLICT (item_id, field) DO UPDATE SET value = excluded.value, confidence = excluded.confidence,
       origin = excluded.origin, evidence = excluded.evidence, photo_id = excluded.photo_id,
       updated_at = excluded.updated_at`,
    [
      userId,
      itemId,
      fact.field,
      fact.value,
      fact.confidence,
      fact.origin,
      fact.evidence,
      fact.photoId,
      fact.updatedAt,
    ],
  )
}

export async function deleteFact(
  tx: Tx,
  userId: Authorized<'write'>,
  itemId: number,
  field: StoredFactField,
): Promise<void> {
  await tx.query('DELETE FROM item_facts WHERE user_id = $1 AND item_id = $2 AND field = $3', [
    userId,
    itemId,
    field,
  ])
}
