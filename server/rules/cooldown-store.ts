import type { Tx } from '../core/db.ts'

/** The ends of rules' cooldowns, held until the transaction ends so that two messages cannot both be the first. */
export async function holdCooldowns(tx: Tx, rules: readonly { id: number }[]): Promise<Map<number, Date>> {
  if (rules.length === 0) return new Map()
  const { rows } = await tx.query<{ id: number; until: Date }>(
    `SELECT id, cooling_until AS until FROM rules WHERE id = ANY($1) ORDER BY id FOR UPDATE`,
    [[...new Set(rules.map(({ id }) => id))]],
    'hold-cooldowns',
  )
  return new Map(rows.filter(({ until }) => until !== null).map(({ id, until }) => [id, until]))
}

export async function writeCooldowns(tx: Tx, cooling: readonly (readonly [number, Date])[]): Promise<void> {
  if (cooling.length === 0) return
  await tx.query(
    `UPDATE rules r SET cooling_until = c.until FROM unnest($1::bigint[], $2::timestamptz[]) AS c(id, until)
     WHERE r.id = c.id`,
    [cooling.map(([id]) => id), cooling.map(([, until]) => until)],
    'write-cooldowns',
  )
}
