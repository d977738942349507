import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import type { ScanOutcome } from '../marketplaces/contract.ts'

export interface SourceRow {
  id: number
  userId: number
  /** Its owner's alone is what it shows otherwise, see `ownerOfFound`. */
  shared: boolean
  marketplace: string
  name: string
  /** Sealed. */
  settings: string
  demo: boolean
  enabled: boolean
  browse: boolean
  intervalMs: number
  createdAt: Date
  cooldownUntil: Date | null
  cooldownFrom: Date | null
  blocks: number
  lastOkAt: Date | null
  outageSince: Date | null
  lastOutcome: ScanOutcome | null
  lastReason: string | null
}

const sourceColumns = `s.id, s.user_id AS "userId", s.shared, s.marketplace, s.name, s.settings, s.demo, s.enabled, s.browse,
  s.interval_ms AS "intervalMs", s.created_at AS "createdAt", s.cool_down_until AS "cooldownUntil",
  s.cool_down_from AS "cooldownFrom", s.blocks,
  s.last_ok_at AS "lastOkAt", s.blind_since AS "outageSince", s.last_outcome AS "lastOutcome", s.last_reason AS "lastReason"`

export async function listSources(sql: Sql, userId: Authorized<'read'> | null = null): Promise<SourceRow[]> {
  const { rows } = await sql.query<SourceRow>(
    `SELECT ${sourceColumns} FROM sources s WHERE $1::bigint IS NULL OR s.user_id = $1 ORDER BY s.id`,
    [userId],
  )
  return rows
}

/** With a `userId` only where it is that person's. */
export async function getSource(
  sql: Sql,
  id: number,
  userId: Authorized<'read'> | null = null,
): Promise<SourceRow | null> {
  const { rows } = await sql.query<SourceRow>(
    `SELECT ${sourceColumns} FROM sources s WHERE s.id = $1 AND ($2::bigint IS NULL OR s.user_id = $2)`,
    [id, userId],
  )
  return rows[0] ?? null
}

/** Keeps a source from being deleted until this transaction ends; false when it is gone already. */
export async function holdSource(tx: Tx, id: number): Promise<boolean> {
  return (await tx.query('SELECT FROM sources WHERE id = $1 FOR KEY SHARE', [id], 'hold-source')).rowCount > 0
}

/** Whether the settings of any source but the demo's, which are made anew, were ever sealed. */
export async function hasSealedSources(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM sources WHERE NOT demo) AS found',
  )
  return rows[0]!.found
}

export type NewSource = Pick<
  SourceRow,
  | 'userId'
  | 'shared'
  | 'marketplace'
  | 'name'
  | 'settings'
  | 'demo'
  | 'enabled'
  | 'browse'
  | 'intervalMs'
  | 'createdAt'
>

export async function insertSource(tx: Tx, source: NewSource): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO sources (user_id, marketplace, name, settings, demo, enabled, browse, interval_ms, created_at, shared)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      source.userId,
      source.marketplace,
      source.name,
      source.settings,
      source.demo,
      source.enabled,
      source.browse,
      source.intervalMs,
      source.createdAt,
      source.shared,
    ],
  )
  return rows[0]!.id
}

/** Writes the given columns; a changed source forgets its cooldown, so that a correction shows at once. */
export async function updateSource(
  tx: Tx,
  id: number,
  change: Pick<SourceRow, 'shared' | 'name' | 'settings' | 'enabled' | 'browse' | 'intervalMs'>,
): Promise<void> {
  await tx.query(
    `UPDATE sources SET name = $2, settings = $3, enabled = $4, browse = $5, interval_ms = $6,
            shared = $7, cool_down_until = NULL, cool_down_from = NULL, blocks = 0 WHERE id = $1`,
    [id, change.name, change.settings, change.enabled, change.browse, change.intervalMs, change.shared],
  )
}

export async function setSourceEnabled(tx: Tx, id: number, enabled: boolean): Promise<void> {
  await tx.query('UPDATE sources SET enabled = $2 WHERE id = $1', [id, enabled])
}

export async function deleteSource(tx: Tx, userId: Authorized<'write'>, id: number): Promise<boolean> {
  return (await tx.query('DELETE FROM sources WHERE id = $1 AND user_id = $2', [id, userId])).rowCount > 0
}

/** All of a person's; what they found for everybody stays. */
export async function deleteSourcesOf(tx: Tx, userId: Authorized<'write'>): Promise<void> {
  await tx.query('DELETE FROM sources WHERE user_id = $1', [userId])
}

export async function hasDemoSources(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM sources WHERE demo) AS found',
  )
  return rows[0]?.found === true
}

export async function deleteDemoSources(tx: Tx): Promise<number> {
  return (await tx.query('DELETE FROM sources WHERE demo')).rowCount
}
