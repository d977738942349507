import type { Sql, Tx } from '../../core/db.ts'

/** A notice of a deleted account, and what was done; nothing in it names anybody. */
export interface DeletionRow {
  marketplace: string
  notificationId: string
  personHash: string
  receivedAt: Date
}

/** False where the notice was done already; while another process is about it, this waits for that. */
export async function beginDeletion(tx: Tx, row: DeletionRow): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO deletion_notices (marketplace, notification_id, person_hash, received_at, done_at, accounts, listings)
     VALUES ($1, $2, $3, $4, $4, 0, 0) ON CONFLICT (marketplace, notification_id) DO NOTHING`,
    [row.marketplace, row.notificationId, row.personHash, row.receivedAt],
  )
  return rowCount > 0
}

export async function endDeletion(
  tx: Tx,
  { marketplace, notificationId }: Pick<DeletionRow, 'marketplace' | 'notificationId'>,
  done: { accounts: number; listings: number; at: Date },
): Promise<void> {
  await tx.query(
    `UPDATE deletion_notices SET accounts = $3, listings = $4, done_at = $5
     WHERE marketplace = $1 AND notification_id = $2`,
    [marketplace, notificationId, done.accounts, done.listings, done.at],
  )
}

export async function deleteOldDeletions(sql: Sql, before: Date, limit: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM deletion_notices WHERE ctid = ANY (ARRAY(
       SELECT ctid FROM deletion_notices WHERE received_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))`,
    [before, limit],
  )
  return rowCount
}
