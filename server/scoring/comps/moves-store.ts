import type { Sql, Tx } from '../../core/db.ts'
import type { Move } from './moves.ts'

/** Comparables whose listings are due, or on their way, to be valued again. */
export interface DueGroup {
  key: number
  isMarket: boolean
  size: number
  /** Up to where they were; null = not begun. */
  afterId: number | null
}

/** All listings of a currency, on their way to be valued again. */
export interface DuePass {
  currency: string
  demo: boolean
  /** Up to where they were. */
  afterId: number
}

/** With the listings that made them. */
export async function addMoves(tx: Tx, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  await tx.query(
    `INSERT INTO comp_moves (group_key, market_key, currency, demo, grew, moved)
     SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::boolean[], $5::smallint[], $6::smallint[])`,
    [
      moves.map(({ group }) => group),
      moves.map(({ market }) => market),
      moves.map(({ currency }) => currency),
      moves.map(({ demo }) => demo),
      moves.map(({ grew }) => grew),
      moves.map(({ isNews }) => (isNews ? 1 : 0)),
    ],
    'add-comp-moves',
  )
}

/** Of several processes one at a time finds out what is due and values it; the others wait for the step to end. */
export async function holdRevaluing(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('deal-scout revaluing'))`, [], 'hold-revaluing')
}

const countedMax = 20_000

/** Adds up what was written since; the caller holds the revaluing. */
export async function countMoves(tx: Tx): Promise<void> {
  await tx.query(
    `WITH taken AS (
       DELETE FROM comp_moves WHERE id = ANY(ARRAY(SELECT id FROM comp_moves ORDER BY id LIMIT ${countedMax}))
       RETURNING group_key, market_key, currency, demo, grew, moved
     ),
     groups AS (
       INSERT INTO comp_groups AS g (key, is_market, size, moved)
       SELECT key, bool_or(is_market), sum(grew), sum(moved) FROM (
         SELECT group_key AS key, false AS is_market, grew, moved FROM taken WHERE group_key <> market_key
         UNION ALL SELECT market_key, true, grew, moved FROM taken) AS each
       GROUP BY key
       ON CONFLICT (key) DO UPDATE SET size = g.size + EXCLUDED.size, moved = g.moved + EXCLUDED.moved
     )
     INSERT INTO comp_worlds AS w (currency, demo, size, moved)
     SELECT currency, demo, sum(grew), NULL FROM taken GROUP BY currency, demo
     ON CONFLICT (currency, demo) DO UPDATE SET size = w.size + EXCLUDED.size,
       moved = w.moved + (SELECT sum(moved) FROM taken t WHERE t.currency = w.currency AND t.demo = w.demo)`,
    [],
    'count-comp-moves',
  )
}

/** Groups of which a tenth moved, and markets of which a fifth did; those that were begun first. */
export async function dueGroups(tx: Tx, limit: number): Promise<DueGroup[]> {
  const { rows } = await tx.query<DueGroup>(
    `SELECT key, is_market AS "isMarket", size, after_id AS "afterId" FROM comp_groups
     WHERE after_id IS NOT NULL OR (moved > 0 AND moved * CASE WHEN is_market THEN 5 ELSE 10 END >= size)
     ORDER BY after_id NULLS LAST LIMIT $1`,
    [limit],
    'due-comp-groups',
  )
  return rows
}

/** Its listings were valued up to that id, or all of them (null); what moves from the beginning on counts anew. */
export async function passGroup(tx: Tx, group: DueGroup, afterId: number | null): Promise<void> {
  await tx.query(
    `UPDATE comp_groups SET after_id = $2::bigint, moved = CASE WHEN $3::boolean THEN 0 ELSE moved END WHERE key = $1`,
    [group.key, afterId, group.afterId === null],
    'pass-comp-group',
  )
}

/** A process learned the prices of a currency anew. */
export async function noteLearned(sql: Sql, currency: string, demo: boolean): Promise<void> {
  await sql.query(
    `INSERT INTO comp_passes (currency, demo, learned) VALUES ($1, $2, true)
     ON CONFLICT (currency, demo) DO UPDATE SET learned = true`,
    [currency, demo],
  )
}

/**
 * The currency whose listings are being valued. One that was learned anew is begun with the first time, and when a tenth
 * of it moved since: what several processes learn of the same prices, or one again after a start, counts once.
 */
export async function duePass(tx: Tx): Promise<DuePass | null> {
  const { rows } = await tx.query<DuePass & { learned: boolean; isNews: boolean | null }>(
    `SELECT p.currency, p.demo, p.learned, p.after_id AS "afterId", coalesce(w.moved * 10 >= w.size, true) AS "isNews"
     FROM comp_passes p LEFT JOIN comp_worlds w USING (currency, demo) ORDER BY p.demo, p.currency LIMIT 1`,
    [],
    'due-comp-pass',
  )
  const [pass] = rows
  if (pass === undefined) return null
  if (!pass.learned) return pass
  const { currency, demo, isNews } = pass
  const afterId = isNews ? 0 : pass.afterId
  await passWorld(tx, pass, afterId)
  if (!isNews) return afterId === null ? duePass(tx) : { currency, demo, afterId }
  await tx.query(
    `INSERT INTO comp_worlds (currency, demo, size, moved) VALUES ($1, $2, 0, 0)
     ON CONFLICT (currency, demo) DO UPDATE SET moved = 0`,
    [currency, demo],
  )
  return { currency, demo, afterId: 0 }
}

/** Its listings were valued up to that id, or all of them (null). */
export async function passWorld(
  tx: Tx,
  { currency, demo }: Pick<DuePass, 'currency' | 'demo'>,
  afterId: number | null,
): Promise<void> {
  if (afterId === null)
    await tx.query('DELETE FROM comp_passes WHERE currency = $1 AND demo = $2', [currency, demo])
  else
    await tx.query(
      'UPDATE comp_passes SET learned = false, after_id = $3 WHERE currency = $1 AND demo = $2',
      [currency, demo, afterId],
    )
}
