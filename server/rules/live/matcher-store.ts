import { selected } from '../../core/columns.ts'
import type { Sql, Tx } from '../../core/db.ts'
import { ruleColumns } from '../columns.ts'
import { type MatchedRule, matchedFields } from '../matcher/matcher.ts'

const columns = selected(ruleColumns, matchedFields)
const isOn = `enabled AND (expires_at IS NULL OR expires_at > $1)`

/**
 * Makes the transaction see one moment, and returns the version of the rules then. Without holding the rules: reading
 * all of them may take long, and nobody who edits a rule waits for it. Call it first.
 */
export async function seeRules(tx: Tx): Promise<number> {
  await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
  const { rows } = await tx.query<{ version: number }>('SELECT version FROM rules_version WHERE id = 1')
  return rows[0]!.version
}

/** Rules to match at that moment, by id upwards, after `afterId`. */
export async function rulesToMatch(
  sql: Sql,
  now: Date,
  afterId: number,
  limit: number,
): Promise<MatchedRule[]> {
  const { rows } = await sql.query<MatchedRule>(
    `SELECT ${columns} FROM rules WHERE ${isOn} AND id > $2 ORDER BY id LIMIT $3`,
    [now, afterId, limit],
    'rules-to-match',
  )
  return rows
}

/** The same of some parts of the rules. */
export async function rulesOfParts(
  sql: Sql,
  now: Date,
  parts: readonly number[],
  afterId: number,
  limit: number,
): Promise<MatchedRule[]> {
  const { rows } = await sql.query<MatchedRule>(
    `SELECT ${columns} FROM rules WHERE ${isOn} AND part = ANY($2::smallint[]) AND id > $3 ORDER BY id LIMIT $4`,
    [now, parts, afterId, limit],
    'rules-of-parts',
  )
  return rows
}

/** All that ever could be in a matcher of these parts. */
export async function ruleIdsOfParts(sql: Sql, parts: readonly number[]): Promise<number[]> {
  const { rows } = await sql.query<{ id: number }>('SELECT id FROM rules WHERE part = ANY($1::smallint[])', [
    parts,
  ])
  return rows.map(({ id }) => id)
}

/** Those of these rules that are to match; the others are gone, off or expired. */
export async function rulesToMatchAmong(sql: Sql, now: Date, ids: readonly number[]): Promise<MatchedRule[]> {
  const { rows } = await sql.query<MatchedRule>(
    `SELECT ${columns} FROM rules WHERE ${isOn} AND id = ANY($2::bigint[])`,
    [now, ids],
    'rules-to-match-among',
  )
  return rows
}

/** Which rules changed after one version up to another; null when not every version between has its notes. */
export async function rulesChangedBetween(sql: Sql, after: number, upTo: number): Promise<number[] | null> {
  const { rows } = await sql.query<{ versions: number; ids: number[] | null }>(
    `SELECT count(DISTINCT version)::int AS versions, array_agg(DISTINCT rule_id) AS ids
     FROM rule_changes WHERE version > $1 AND version <= $2`,
    [after, upTo],
    'rules-changed-between',
  )
  const { versions, ids } = rows[0]!
  return versions === upTo - after ? (ids ?? []).map(Number) : null
}

/** Clears the notes of all but the last versions; whoever is further behind loads all rules. Returns how many. */
export async function pruneRuleChanges(sql: Sql, versionsKept: number, limit: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM rule_changes WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM rule_changes WHERE version <= (SELECT version FROM rules_version WHERE id = 1) - $1 LIMIT $2))`,
    [versionsKept, limit],
  )
  return rowCount
}
