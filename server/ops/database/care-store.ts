import type { Sql } from '../../core/db.ts'
import { quotedName } from '../backup/copy-store.ts'

/** What the server counted of a table since its statistics began. */
export interface TableFacts {
  table: string
  rows: number
  deadRows: number
  bytes: number
  /** By what its columns are wide on average; a rough figure, and null for what was never analysed. */
  neededBytes: number | null
  isAnalysed: boolean
  fullReads: number
  rowsReadFully: number
  /** Of `autovacuum_vacuum_scale_factor`: the table's own, else the server's. */
  vacuumScale: number
}

export interface IndexFacts {
  index: string
  table: string
  bytes: number
  scans: number
  isValid: boolean
  /** A key or a rule of the table, which it is there for whether it is read or not. */
  isNeeded: boolean
  /** Equal for two of a table that hold the same in the same order. */
  shape: string
}

export interface ForeignKeyFacts {
  table: string
  columns: string[]
  /** The table whose rows cannot go without a look through this one. */
  of: string
  rows: number
}

export interface ServerFacts {
  statisticsDays: number | null
  connectionsMax: number
  connectionsKept: number
  connectionsUsed: number
  isAutovacuumOn: boolean
  isDurable: boolean
  oldestXids: number
}

const ours = `('public', 'jobs')`
const nameOf = (schema: string, name: string) =>
  `CASE WHEN ${schema} = 'public' THEN ${name} ELSE ${schema} || '.' || ${name} END`

export async function readTables(sql: Pick<Sql, 'query'>): Promise<TableFacts[]> {
  const { rows } = await sql.query<TableFacts>(
    `SELECT ${nameOf('s.schemaname', 's.relname')} AS table, c.reltuples::float8 AS rows, s.n_dead_tup::float8 AS "deadRows",
       pg_relation_size(c.oid)::float8 AS bytes,
       (SELECT ceil(c.reltuples * (28 + sum(w.avg_width * (1 - w.null_frac))) / 0.95)::float8
        FROM pg_stats w WHERE w.schemaname = s.schemaname AND w.tablename = s.relname AND c.reltuples > 0) AS "neededBytes",
       coalesce(s.last_analyze, s.last_autoanalyze) IS NOT NULL OR c.reltuples >= 0 AS "isAnalysed",
       s.seq_scan::float8 AS "fullReads", s.seq_tup_read::float8 AS "rowsReadFully",
       coalesce((SELECT substr(o, length('autovacuum_vacuum_scale_factor=') + 1)::float8 FROM unnest(c.reloptions) o
                 WHERE o LIKE 'autovacuum_vacuum_scale_factor=%'),
                current_setting('autovacuum_vacuum_scale_factor')::float8) AS "vacuumScale"
     FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
     WHERE s.schemaname IN ${ours} ORDER BY c.relpages DESC, 1`,
  )
  return rows
}

export async function readIndexes(sql: Pick<Sql, 'query'>): Promise<IndexFacts[]> {
  const { rows } = await sql.query<IndexFacts>(
    `SELECT ${nameOf('n.nspname', 'c.relname')} AS index, ${nameOf('n.nspname', 't.relname')} AS table,
       pg_relation_size(c.oid)::float8 AS bytes, coalesce(s.idx_scan, 0)::float8 AS scans,
       i.indisvalid AND i.indisready AS "isValid",
       i.indisunique OR i.indisreplident OR i.indisexclusion
         OR EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid) AS "isNeeded",
       concat_ws(' ', c.relam, i.indkey::text, i.indclass::text, i.indcollation::text, i.indoption::text, i.indisunique,
         pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid)) AS shape
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN pg_stat_user_indexes s ON s.indexrelid = c.oid
     WHERE n.nspname IN ${ours} AND c.relkind = 'i' ORDER BY 1`,
  )
  return rows
}

/** Foreign keys that no index of their table begins with. */
export async function readBareForeignKeys(sql: Pick<Sql, 'query'>): Promise<ForeignKeyFacts[]> {
  const { rows } = await sql.query<ForeignKeyFacts>(
    `SELECT ${nameOf('n.nspname', 't.relname')} AS table, f.relname AS of, t.reltuples::float8 AS rows,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)) AS columns
     FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
       JOIN pg_namespace n ON n.oid = t.relnamespace
     WHERE k.contype = 'f' AND n.nspname IN ${ours} AND NOT EXISTS (
       SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indisvalid AND i.indpred IS NULL
         AND (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey)
     ORDER BY 1, k.conname`,
  )
  return rows
}

export async function readServer(sql: Pick<Sql, 'query'>): Promise<ServerFacts> {
  const { rows } = await sql.query<ServerFacts>(
    `SELECT extract(epoch FROM now() - coalesce(d.stats_reset, pg_postmaster_start_time()))::float8 / 86400 AS "statisticsDays",
       current_setting('max_connections')::int AS "connectionsMax",
       current_setting('superuser_reserved_connections')::int AS "connectionsKept",
       (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS "connectionsUsed",
       current_setting('autovacuum')::bool AND current_setting('track_counts')::bool AS "isAutovacuumOn",
       current_setting('fsync')::bool AND current_setting('full_page_writes')::bool
         AND current_setting('synchronous_commit') <> 'off' AS "isDurable",
       (SELECT max(age(datfrozenxid))::float8 FROM pg_database) AS "oldestXids"
     FROM pg_stat_database d WHERE d.datname = current_database()`,
  )
  return rows[0]!
}

const quoted = (name: string) => quotedName(name.includes('.') ? name : `public.${name}`)

/** Clears away what was deleted and counts anew; others read and write meanwhile. */
export async function vacuum(sql: Pick<Sql, 'query'>, table: string): Promise<void> {
  await sql.query(`VACUUM (ANALYZE) ${quoted(table)}`)
}

export async function analyse(sql: Pick<Sql, 'query'>, table: string): Promise<void> {
  await sql.query(`ANALYZE ${quoted(table)}`)
}

/** Builds an index anew beside itself; others read and write meanwhile. */
export async function reindex(sql: Pick<Sql, 'query'>, index: string): Promise<void> {
  await sql.query(`REINDEX INDEX CONCURRENTLY ${quoted(index)}`)
}
