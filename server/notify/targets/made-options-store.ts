import type { Sql } from '../../core/db.ts'

export interface Made {
  channel: string
  sealed: string
  madeAt: Date
}

/** What was made for the channel before, or else this, which is kept from now on. */
export async function keepMadeOptions(sql: Sql, made: Made): Promise<string> {
  const values = [made.channel, made.sealed, made.madeAt]
  const select = 'SELECT sealed FROM made_options WHERE channel = $1'
  const before = await sql.query<{ sealed: string }>(select, [made.channel])
  if (before.rows[0]) return before.rows[0].sealed
  await sql.query(
    'INSERT INTO made_options (channel, sealed, made_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    values,
  )
  const { rows } = await sql.query<{ sealed: string }>(select, [made.channel])
  return rows[0]!.sealed
}

/** Puts this in the place of what cannot be opened, unless somebody has a target of the channel, or somebody else did. */
export async function replaceMadeOptions(sql: Sql, closed: string, made: Made): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE made_options SET sealed = $2, made_at = $3
     WHERE channel = $1 AND sealed = $4
       AND NOT EXISTS (SELECT FROM channel_settings WHERE split_part(channel, ':', 1) = $1)`,
    [made.channel, made.sealed, made.madeAt, closed],
  )
  return rowCount === 1
}
