import type { Sql } from '../../core/db.ts'

export interface RunningRelease {
  release: string
  connections: number
  /** From how many addresses. */
  machines: number
  /** As they said themselves; null = that release does not say. */
  processes: number | null
}

export interface LongTransaction {
  pid: number
  name: string
  seconds: number
}

export interface ServerState {
  /** Such as 150012. */
  versionNumber: number
  version: string
  databaseBytes: number
  /** With its indexes. */
  largestTable: string | null
  largestBytes: number
  connectionsMax: number
  /** Kept for superusers. */
  connectionsKept: number
  connectionsUsed: number
  /** Whether this role may make tables, and change those that are there. */
  mayMigrate: boolean
  isStandby: boolean
}

export async function readServerState(sql: Pick<Sql, 'query'>): Promise<ServerState> {
  const { rows } = await sql.query<ServerState>(
    `SELECT current_setting('server_version_num')::int AS "versionNumber", current_setting('server_version') AS version,
       pg_database_size(current_database())::float8 AS "databaseBytes",
       big.name AS "largestTable", coalesce(big.bytes, 0)::float8 AS "largestBytes",
       current_setting('max_connections')::int AS "connectionsMax",
       current_setting('superuser_reserved_connections')::int AS "connectionsKept",
       (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS "connectionsUsed",
       has_schema_privilege('public', 'CREATE') AND NOT EXISTS (
         SELECT FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
           AND NOT pg_has_role(c.relowner, 'USAGE')) AS "mayMigrate",
       pg_is_in_recovery() AS "isStandby"
     FROM (SELECT 1) one LEFT JOIN LATERAL (
       SELECT c.relname AS name, pg_total_relation_size(c.oid) AS bytes FROM pg_class c
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 2 DESC LIMIT 1) big ON true`,
  )
  return rows[0]!
}

/** Deal Scouts that run on this database, by release, also behind a pooler that hides their names. */
export async function runningReleases(sql: Pick<Sql, 'query'>): Promise<RunningRelease[]> {
  const { rows: connected } = await sql.query<Omit<RunningRelease, 'processes'>>(
    `SELECT substring(application_name FROM '^deal-scout (\\d+\\.\\d+\\.\\d+)$') AS release, count(*)::int AS connections,
       count(DISTINCT coalesce(host(client_addr), 'socket'))::int AS machines
     FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name ~ '^deal-scout \\d+\\.\\d+\\.\\d+$'
     GROUP BY 1`,
  )
  const said = await saidToRun(sql)
  const releases = new Set([...connected.map(({ release }) => release), ...said.keys()])
  return [...releases].toSorted().map((release) => ({
    ...{ release, connections: 0, machines: 0 },
    ...connected.find((one) => one.release === release),
    processes: said.get(release) ?? null,
  }))
}

/** By release, how many said within a minute that they run; the table may not be there yet. */
async function saidToRun(sql: Pick<Sql, 'query'>): Promise<Map<string, number>> {
  const { rows: found } = await sql.query<{ there: boolean }>(
    `SELECT to_regclass('running_processes') IS NOT NULL AS there`,
  )
  if (found[0]?.there !== true) return new Map()
  const { rows } = await sql.query<{ release: string; processes: number }>(
    `SELECT release, count(*)::int AS processes FROM running_processes
     WHERE seen_at > now() - interval '60 seconds' GROUP BY 1`,
  )
  return new Map(rows.map(({ release, processes }) => [release, processes]))
}

/** What has been under way for so long, and would hold up a change of a table with everybody behind it. */
export async function longTransactions(
  sql: Pick<Sql, 'query'>,
  secondsMin: number,
): Promise<LongTransaction[]> {
  const { rows } = await sql.query<LongTransaction>(
    `SELECT pid, coalesce(nullif(application_name, ''), backend_type) AS name,
       extract(epoch FROM clock_timestamp() - xact_start)::float8 AS seconds
     FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < clock_timestamp() - $1 * interval '1 s'
     ORDER BY xact_start`,
    [secondsMin],
  )
  return rows
}
