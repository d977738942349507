import type { Readable, Writable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Sql } from '../../core/db.ts'
import { schema as jobs } from '../../core/job-tables.ts'
import type { Manifest } from './schema.ts'

/** What no backup holds: what is true of running processes alone, and events that whoever misses them is told to ask for anew. */
const leftOut = new Set([
  'public.schema_migrations',
  'public.live_events',
  'public.api_processes',
  'public.running_processes',
  'public.log_levels',
  `${jobs}.version`,
  `${jobs}.instance`,
  `${jobs}.bam`,
  `${jobs}.warning`,
  `${jobs}.queue_stats`,
])

export interface CopiedTable {
  /** With its schema. */
  name: string
  columns: string[]
}

/**
 * The tables that are copied, each after those that it refers to. Not among their columns: what is computed, and
 * transaction numbers with a default, which mean nothing in another server and are stamped anew there.
 */
export async function tablesToCopy(sql: Pick<Sql, 'query'>): Promise<CopiedTable[]> {
  const { rows } = await sql.query<CopiedTable & { refersTo: string[] }>(
    `SELECT n.nspname || '.' || c.relname AS name,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
          AND NOT (a.atttypid = 'xid8'::regtype AND a.atthasdef)) AS columns,
       coalesce((SELECT array_agg(DISTINCT fn.nspname || '.' || f.relname)
        FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
        WHERE k.contype = 'f' AND k.confrelid <> c.oid
          AND (k.conrelid = c.oid OR k.conrelid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = c.oid))),
        '{}') AS "refersTo"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', $1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     ORDER BY 1`,
    [jobs],
  )
  return inOrder(rows.filter(({ name }) => !leftOut.has(name))).map(({ name, columns }) => ({
    name,
    columns,
  }))
}

/** Each after those that it refers to. */
export function inOrder<Table extends { name: string; refersTo: readonly string[] }>(
  tables: readonly Table[],
): Table[] {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const ordered: Table[] = []
  const seen = new Set<string>()
  const visit = (table: Table) => {
    if (seen.has(table.name)) return
    seen.add(table.name)
    for (const other of table.refersTo) if (byName.has(other)) visit(byName.get(other)!)
    ordered.push(table)
  }
  for (const table of tables) visit(table)
  return ordered
}

export const quotedName = (name: string) => name.split('.').map(pg.escapeIdentifier).join('.')
const columnList = (columns: readonly string[]) => columns.map(pg.escapeIdentifier).join(', ')

/** The rows of a table as COPY's text, in the order in which they lie. */
export async function copyOut(sql: Pick<Sql, 'client'>, { name, columns }: CopiedTable): Promise<Readable> {
  // A partitioned table is read by a query only.
  return sql.client.query(copyTo(`COPY (SELECT ${columnList(columns)} FROM ${quotedName(name)}) TO STDOUT`))
}

export async function copyIn(sql: Pick<Sql, 'client'>, { name, columns }: CopiedTable): Promise<Writable> {
  return sql.client.query(copyFrom(`COPY ${quotedName(name)} (${columnList(columns)}) FROM STDIN`))
}

/** What everything in a transaction is read by: one moment, and each table from its beginning. */
export async function readOneMoment(sql: Pick<Sql, 'query'>): Promise<void> {
  await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
  await sql.query('SET LOCAL synchronize_seqscans = off')
}

export async function sequencesOf(sql: Pick<Sql, 'query'>): Promise<Manifest['sequences']> {
  const { rows } = await sql.query<Manifest['sequences'][number]>(
    `SELECT c.relname AS "table", a.attname AS "column", s.last_value AS "lastValue"
     FROM pg_sequences s
     JOIN pg_class q ON q.relname = s.sequencename AND q.relnamespace = s.schemaname::regnamespace
     JOIN pg_depend d ON d.objid = q.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
     JOIN pg_class c ON c.oid = d.refobjid
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
     WHERE s.schemaname = 'public' ORDER BY 1, 2`,
  )
  return rows
}

export async function setSequences(sql: Pick<Sql, 'query'>, sequences: Manifest['sequences']): Promise<void> {
  for (const { table, column, lastValue } of sequences) {
    if (lastValue === null) continue
    await sql.query('SELECT setval(pg_get_serial_sequence($1, $2), $3)', [
      `public.${pg.escapeIdentifier(table)}`,
      column,
      lastValue,
    ])
  }
}

export async function appliedMigrations(sql: Pick<Sql, 'query'>): Promise<Manifest['migrations']> {
  const { rows } = await sql.query<Manifest['migrations'][number]>(
    'SELECT name, sha256 FROM schema_migrations ORDER BY name',
  )
  return rows
}

export async function postgresVersion(sql: Pick<Sql, 'query'>): Promise<string> {
  const { rows } = await sql.query<{ server_version: string }>('SHOW server_version')
  return rows[0]!.server_version
}

/** Of the job queue's tables; null = there are none. */
export async function jobsVersionOf(sql: Pick<Sql, 'query'>): Promise<number | null> {
  const { rows: found } = await sql.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${jobs}.version`,
  ])
  if (found[0]?.there !== true) return null
  const { rows } = await sql.query<{ version: number }>(`SELECT version FROM ${jobs}.version`)
  return rows[0]?.version ?? null
}

/** Other Deal Scouts that have a connection to this database: what they are, and how many connections. */
export async function othersConnected(sql: Pick<Sql, 'query'>): Promise<{ name: string; count: number }[]> {
  const { rows } = await sql.query<{ name: string; count: number }>(
    `SELECT application_name AS name, count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'deal-scout%'
       AND application_name <> current_setting('application_name')
     GROUP BY 1 ORDER BY 1`,
  )
  return rows
}

/** What somebody would miss: accounts that can sign in, rules and listings that are not the demo's. */
export async function missedIfGone(
  sql: Pick<Sql, 'query'>,
): Promise<{ accounts: number; rules: number; listings: number }> {
  const count = async (table: string, condition: string) => {
    const { rows: found } = await sql.query<{ there: boolean }>(
      'SELECT to_regclass($1) IS NOT NULL AS there',
      [`public.${table}`],
    )
    if (found[0]?.there !== true) return 0
    const { rows } = await sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT FROM ${quotedName(`public.${table}`)} WHERE ${condition} LIMIT 1000) t`,
    )
    return rows[0]!.count
  }
  return {
    accounts: await count('credentials', 'true'),
    rules: await count('rules', 'NOT demo'),
    listings: await count('listings', 'NOT demo'),
  }
}

const unfinished = 'restore_unfinished'

/** Whether a restore into this database was broken off, so that what is in it is not whole. */
export async function isRestoreUnfinished(sql: Pick<Sql, 'query'>): Promise<boolean> {
  const { rows } = await sql.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `public.${unfinished}`,
  ])
  return rows[0]?.there === true
}

/** Takes away all that is ours, and leaves a mark that says so until the restore has ended. */
export async function emptyForRestore(sql: Pick<Sql, 'query'>, tables: readonly string[]): Promise<void> {
  const ours = tables.map((name) => quotedName(`public.${name}`)).join(', ')
  await sql.query(`DROP SCHEMA IF EXISTS ${quotedName(jobs)} CASCADE`)
  if (ours !== '') await sql.query(`DROP TABLE IF EXISTS ${ours} CASCADE`)
  await sql.query(`CREATE TABLE IF NOT EXISTS ${unfinished} (begun_at timestamptz NOT NULL DEFAULT now())`)
}

export async function restoreFinished(sql: Pick<Sql, 'query'>): Promise<void> {
  await sql.query(`DROP TABLE IF EXISTS ${unfinished}`)
}

/** Tables of ours that are there. */
export async function ownTablesThere(sql: Pick<Sql, 'query'>, known: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename = ANY($1::text[])`,
    [known],
  )
  return rows.map(({ name }) => name)
}

/** What migrations and the queue put into their tables goes: the backup has it, too. */
export async function clearTables(sql: Pick<Sql, 'query'>, tables: readonly string[]): Promise<void> {
  await sql.query(`TRUNCATE ${tables.map(quotedName).join(', ')} CASCADE`)
}

export async function analyze(sql: Pick<Sql, 'query'>): Promise<void> {
  await sql.query('ANALYZE')
}

export async function createDatabase(sql: Pick<Sql, 'query'>, name: string): Promise<void> {
  await sql.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0`)
}

export async function dropDatabase(sql: Pick<Sql, 'query'>, name: string): Promise<void> {
  await sql.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
}

/** Whether this connection may now make backups, until it ends: of all processes only one at a time. */
export async function holdBackups(session: Pick<Sql, 'query'>): Promise<boolean> {
  const { rows } = await session.query<{ held: boolean }>(
    `SELECT pg_try_advisory_lock(hashtext('deal-scout backup')) AS held`,
  )
  return rows[0]!.held
}
