import type { Sql } from '../../core/db.ts'
import { errorMessage } from '../../core/errors.ts'
import { connectionsBesidePool } from '../processes/api-process.ts'
import {
  analyse,
  type ForeignKeyFacts,
  type IndexFacts,
  readBareForeignKeys,
  readIndexes,
  readServer,
  readTables,
  reindex,
  type ServerFacts,
  type TableFacts,
  vacuum,
} from './care-store.ts'

/** What `--apply` does about it: nothing that stops others, or that cannot be taken back. */
export type Remedy = 'analyse' | 'vacuum' | 'reindex'

export interface Finding {
  kind: FindingKind
  /** A table or index; null = the whole server. */
  of: string | null
  says: string
  do: string
  remedy: Remedy | null
  /** Once it was applied: null = done, else why not. */
  problem?: string | null
}

export type FindingKind =
  | 'not-analysed'
  | 'dead-rows'
  | 'bloated'
  | 'vacuumed-late'
  | 'index-broken'
  | 'index-twice'
  | 'index-unused'
  | 'index-missing'
  | 'foreign-key-bare'
  | 'autovacuum-off'
  | 'not-durable'
  | 'transaction-ids'
  | 'connections'

export interface DatabaseFacts {
  tables: TableFacts[]
  indexes: IndexFacts[]
  bareForeignKeys: ForeignKeyFacts[]
  server: ServerFacts
  /** Most connections of one process of ours, those that listen with it. */
  perProcess: number
}

const mib = 1024 * 1024
/** Of fewer rows nothing is slow, whatever it is like. */
const rowsMin = 10_000
const bloatedBytesMin = 64 * mib
const unusedBytesMin = mib
/** What was not read in a shorter time may be what a month's end reads. */
const unusedDaysMin = 14
/** A reading of a whole table that is asked for so often, with so many rows each, lacks an index. */
const fullReadsMin = 1_000
const rowsReadMin = 10_000
const largeRows = 1_000_000
/** Autovacuum acts at 200 million; the server refuses to write at 2,100 million. */
const oldXids = 1_000_000_000

const count = (value: number) => Math.round(value).toLocaleString('en')
const size = (bytes: number) =>
  bytes < 1024 * mib ? `${count(bytes / mib)} MiB` : `${(bytes / mib / 1024).toFixed(1)} GiB`

/** What of a database makes it slow or large, the gravest first; nothing is changed. */
export function judge({ tables, indexes, bareForeignKeys, server, perProcess }: DatabaseFacts): Finding[] {
  return [
    ...ofServer(server, perProcess),
    ...indexes.filter(({ isValid }) => !isValid).map(broken),
    ...tables.flatMap(ofTable),
    ...twice(indexes),
    ...unused(indexes, server.statisticsDays),
    ...bareForeignKeys.filter(({ rows }) => rows >= rowsMin).map(bare),
  ]
}

function ofServer(server: ServerFacts, perProcess: number): Finding[] {
  const found: Finding[] = []
  const add = (kind: FindingKind, says: string, advice: string) =>
    found.push({ kind, of: null, says, do: advice, remedy: null })
  if (!server.isDurable)
    add(
      'not-durable',
      'fsync, full_page_writes or synchronous_commit is off: what was answered can be lost with the power.',
      'Switch all three on.',
    )
  if (server.oldestXids > oldXids)
    add(
      'transaction-ids',
      `The oldest transaction id is ${count(server.oldestXids / 1e6)} million back; at 2,100 million the server stops writing.`,
      'Find what keeps old rows (a transaction or replication slot that never ends), then: VACUUM (FREEZE).',
    )
  if (!server.isAutovacuumOn)
    add(
      'autovacuum-off',
      'Autovacuum or track_counts is off: tables grow, and plans are made by old figures.',
      'Switch both on.',
    )
  const free = server.connectionsMax - server.connectionsKept - server.connectionsUsed
  if (free < perProcess)
    add(
      'connections',
      `Of ${server.connectionsMax} connections ${Math.max(0, free)} are free; one more process may take ${perProcess}.`,
      'Lower DATABASE_POOL_SIZE, raise max_connections, or put PgBouncer between (docs/many-processes.md).',
    )
  return found
}

function ofTable(one: TableFacts): Finding[] {
  const { table, rows, deadRows, bytes, neededBytes, vacuumScale } = one
  const found: Finding[] = []
  const add = (kind: FindingKind, says: string, advice: string, remedy: Remedy | null = null) =>
    found.push({ kind, of: table, says, do: advice, remedy })
  if (!one.isAnalysed)
    add('not-analysed', 'It was never analysed: plans are guesses.', `ANALYZE ${table}`, 'analyse')
  if (deadRows >= rowsMin && deadRows > rows * 0.2)
    add(
      'dead-rows',
      `${count(deadRows)} rows of ${count(rows + deadRows)} are dead.`,
      `VACUUM (ANALYZE) ${table}; if it comes back, something keeps a transaction open`,
      'vacuum',
    )
  else if (neededBytes !== null && bytes > bloatedBytesMin && bytes > neededBytes * 2)
    add(
      'bloated',
      `It takes ${size(bytes)}, its rows about ${size(neededBytes)}; the rest is used again, but not given back.`,
      `In a quiet hour, with nobody writing: VACUUM FULL ${table}; or pg_repack beside the running program`,
    )
  if (rows > largeRows && vacuumScale > 0.05)
    add(
      'vacuumed-late',
      `Of its ${count(rows)} rows ${count(rows * vacuumScale)} may be dead before autovacuum comes.`,
      `ALTER TABLE ${table} SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.01)`,
    )
  if (one.fullReads >= fullReadsMin && one.rowsReadFully / one.fullReads >= rowsReadMin)
    add(
      'index-missing',
      `It was read from end to end ${count(one.fullReads)} times, ${count(one.rowsReadFully / one.fullReads)} rows each.`,
      'See which statement does (DATABASE_SLOW_MS, or pg_stat_statements), and open an issue with its plan',
    )
  return found
}

const broken = ({ index, table }: IndexFacts): Finding => ({
  ...{ kind: 'index-broken', of: index, remedy: 'reindex' },
  says: `It is written with every change of ${table}, and never read: making it was broken off.`,
  do: `REINDEX INDEX CONCURRENTLY ${index}`,
})

/** Of those that hold the same only one is read; the one that a rule of the table needs stays. */
function twice(indexes: readonly IndexFacts[]): Finding[] {
  const byShape = Map.groupBy(
    indexes.filter(({ isValid }) => isValid),
    ({ table, shape }) => `${table} ${shape}`,
  )
  return [...byShape.values()].flatMap((same) => {
    const [kept, ...rest] = same.toSorted(
      (a, b) => Number(b.isNeeded) - Number(a.isNeeded) || b.scans - a.scans,
    )
    return rest
      .filter(({ isNeeded }) => !isNeeded)
      .map(
        ({ index, bytes }): Finding => ({
          ...{ kind: 'index-twice', of: index, remedy: null },
          says: `It holds what ${kept!.index} holds (${size(bytes)}).`,
          do: `DROP INDEX CONCURRENTLY ${index}`,
        }),
      )
  })
}

function unused(indexes: readonly IndexFacts[], days: number | null): Finding[] {
  if (days === null || days < unusedDaysMin) return []
  return indexes
    .filter(
      ({ scans, isNeeded, isValid, bytes }) => scans === 0 && !isNeeded && isValid && bytes >= unusedBytesMin,
    )
    .map(({ index, bytes }) => ({
      ...{ kind: 'index-unused', of: index, remedy: null },
      says: `It was not read once in ${count(days)} days, and takes ${size(bytes)}. A replica counts its own readings.`,
      do: 'If no feature that you use needs it, open an issue; the next release would make it again',
    }))
}

const bare = ({ table, columns, of, rows }: ForeignKeyFacts): Finding => ({
  ...{ kind: 'foreign-key-bare', of: table, remedy: null },
  says: `For each row of ${of} that is deleted all ${count(rows)} rows are read: no index begins with ${columns.join(', ')}.`,
  do: `CREATE INDEX CONCURRENTLY ON ${table} (${columns.join(', ')})`,
})

export interface DatabaseCareDeps {
  /** On a connection without a limit of time, which is no pooler's. */
  session<T>(run: (sql: Pick<Sql, 'query'>) => Promise<T>): Promise<T>
  poolSize: number
}

/** Looks a database over; with `apply` does what is safe beside a running program, and says how that went. */
export function careFor(deps: DatabaseCareDeps, apply: boolean): Promise<Finding[]> {
  return deps.session(async (sql) => {
    const found = judge({
      tables: await readTables(sql),
      indexes: await readIndexes(sql),
      bareForeignKeys: await readBareForeignKeys(sql),
      server: await readServer(sql),
      perProcess: deps.poolSize + connectionsBesidePool,
    })
    if (!apply) return found
    const run = { analyse, vacuum, reindex }
    const done: Finding[] = []
    for (const finding of found)
      done.push(
        finding.remedy === null || finding.of === null
          ? finding
          : { ...finding, problem: await problemOf(run[finding.remedy](sql, finding.of)) },
      )
    return done
  })
}

const problemOf = (deed: Promise<void>) =>
  deed.then(
    () => null,
    (error: unknown) => errorMessage(error),
  )
