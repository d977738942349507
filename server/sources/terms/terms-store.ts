import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'

/** Who took on a marketplace's terms, and when. */
export interface Acceptance {
  userId: number
  /** What they are called now. */
  name: string
  acceptedAt: Date
}

/** By the marketplace's id. */
export async function listAcceptances(sql: Sql): Promise<Map<string, Acceptance>> {
  const { rows } = await sql.query<Acceptance & { marketplace: string }>(
    `SELECT t.marketplace, t.user_id AS "userId", u.name, t.accepted_at AS "acceptedAt"
     FROM accepted_terms t JOIN users u ON u.id = t.user_id`,
  )
  return new Map(rows.map(({ marketplace, ...acceptance }) => [marketplace, acceptance]))
}

/** False where somebody had accepted them before: that stays. */
export async function insertAcceptance(
  tx: Tx,
  userId: Authorized<'admin'>,
  { marketplace, at }: { marketplace: string; at: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO accepted_terms (marketplace, user_id, accepted_at) VALUES ($1, $2, $3)
     ON CONFLICT (marketplace) DO NOTHING`,
    [marketplace, userId, at],
  )
  return rowCount > 0
}

/** Whoever had accepted them: the program is run by all who may. False where nobody had. */
export async function deleteAcceptance(
  tx: Tx,
  _by: Authorized<'admin'>,
  marketplace: string,
): Promise<boolean> {
  const { rowCount } = await tx.query('DELETE FROM accepted_terms WHERE marketplace = $1', [marketplace])
  return rowCount > 0
}
