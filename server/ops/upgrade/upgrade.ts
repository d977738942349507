import { type MigrationsAhead, runsOn } from '../../core/migrate.ts'
import type { Migration } from '../../core/released-migrations.ts'
import { connectionsBesidePool } from '../processes/api-process.ts'
import type { LongTransaction, RunningRelease, ServerState } from './upgrade-store.ts'

/** `stop`: it may go on, once all older processes have ended; `bad`: not before that is mended. */
export type UpgradeState = 'ok' | 'stop' | 'bad'

export interface UpgradeFinding {
  name: string
  state: UpgradeState
  /** What was found and, unless it is as it should be, what to do. */
  detail: string
}

export interface UpgradeFacts {
  /** Of this program, which is to be rolled out. */
  release: string
  migrations: MigrationsAhead
  /** Of the job queue's tables: as they are (null = none yet), and as this program has them. */
  queue: { is: number | null; needed: number }
  running: RunningRelease[]
  server: ServerState
  longTransactions: LongTransaction[]
  isRestoreUnfinished: boolean
  /** Another role migrates. */
  hasMigrationRole: boolean
  poolSize: number
  /** Null = none is made by this program. */
  backups: { newestHours: number | null; everyHours: number; problem: string | null } | null
  /** Free where the database lies; null = on another machine. */
  bytesFree: number | null
}

/** Releases of PostgreSQL on which this one is tried. */
const postgresTried = { from: 15, to: 18 }
/** There is no other way back from what takes something away. */
const backupHoursMaxBeforeContract = 1
const roomBytesMin = 1024 ** 3

const gib = (bytes: number) => `${(bytes / 1024 ** 3).toFixed(1)} GiB`

type Look = (facts: UpgradeFacts) => Omit<UpgradeFinding, 'name'>
const ok = (detail: string) => ({ state: 'ok' as const, detail })
const stop = (detail: string) => ({ state: 'stop' as const, detail })
const bad = (detail: string) => ({ state: 'bad' as const, detail })

const isContract = ({ kind }: Pick<Migration, 'kind'>) => kind === 'contract'

/** What is looked at before processes are replaced, by name: docs/upgrading.md. */
const looks: Readonly<Record<string, Look>> = {
  postgresql({ server: { version, versionNumber, isStandby } }) {
    const major = Math.floor(versionNumber / 10_000)
    if (isStandby)
      return bad(
        `PostgreSQL ${version} is a standby, which takes no changes: name the primary in DATABASE_URL`,
      )
    if (major < postgresTried.from)
      return bad(`PostgreSQL ${version} is too old: bring it to ${postgresTried.from} or newer first`)
    if (major > postgresTried.to)
      return ok(`PostgreSQL ${version}; this release was tried up to ${postgresTried.to}: try it on a copy`)
    return ok(`PostgreSQL ${version}`)
  },
  restore: ({ isRestoreUnfinished }) =>
    isRestoreUnfinished
      ? bad('a restore into this database was broken off: run it again: deal-scout restore BACKUP')
      : ok('none is under way'),
  migrations({ migrations: { pending, unknown, refusal }, running, release }) {
    if (refusal !== null) return bad(refusal)
    if (pending.length === 0)
      return ok(
        unknown.length === 0
          ? 'nothing is to be done'
          : `a newer release applied ${unknown.join(', ')}; this one runs on it`,
      )
    const said = pending.map(sentenceOf).join('; ')
    const ended = running.filter((one) => pending.some((migration) => !runsOn(migration, one.release)))
    return ended.length === 0
      ? ok(`${pending.length} to be applied, beside what runs: ${said}`)
      : stop(
          `${pending.length} to be applied: ${said}. What runs as ${ended.map(({ release: one }) => one).join(', ')} does not run on what they leave: stop all of it, run "deal-scout migrate" of ${release}, then start ${release}`,
        )
  },
  'job queue': ({ queue: { is, needed } }) => {
    if (is === null) return ok('its tables are made')
    if (is < needed)
      return stop(
        `its tables are brought from version ${is} to ${needed}, on which older processes were not tried: stop them first`,
      )
    return ok(
      is === needed ? `version ${is}` : `version ${is}, newer than this release's ${needed}, which uses it`,
    )
  },
  processes({ running, release }) {
    if (running.length === 0) return ok('none runs')
    const said = running
      .map(
        ({ release: one, connections, machines, processes }) =>
          `${one} (${processes === null ? '' : `${processes} ${processes === 1 ? 'process' : 'processes'}, `}${connections} connections from ${machines} ${machines === 1 ? 'address' : 'addresses'})`,
      )
      .join(', ')
    const others = running.filter(({ release: one }) => one !== release)
    return others.length <= 1
      ? ok(`${said}; this is ${release}`)
      : bad(
          `several releases run: ${said}; this is ${release}. An earlier rollout stopped halfway: end it, or go back, first`,
        )
  },
  role: ({ server: { mayMigrate }, hasMigrationRole, migrations: { pending } }) =>
    mayMigrate || hasMigrationRole || pending.length === 0
      ? ok(hasMigrationRole ? 'DATABASE_MIGRATION_URL migrates' : 'may do what is to be done')
      : bad(
          'the role of DATABASE_URL does not own the tables: set DATABASE_MIGRATION_URL to the one that does (docs/security/database-roles.md)',
        ),
  'long transactions': ({ longTransactions: found, migrations: { pending } }) =>
    found.length === 0 || pending.length === 0
      ? ok('none that would hold up a change of a table')
      : bad(
          `${found.map(({ pid, name, seconds }) => `${name} (pid ${pid}) for ${Math.round(seconds)} s`).join(', ')}: a change of a table waits for it, and everybody behind that. Let it end, or: SELECT pg_terminate_backend(${found[0]!.pid})`,
        ),
  connections({ server: { connectionsMax, connectionsKept, connectionsUsed }, poolSize }) {
    const free = connectionsMax - connectionsKept - connectionsUsed
    const needed = poolSize + connectionsBesidePool
    return free >= needed
      ? ok(`${free} of ${connectionsMax} are free; one more process takes up to ${needed}`)
      : bad(
          `only ${Math.max(0, free)} of ${connectionsMax} are free, and the first new process may take ${needed} while the old ones run: lower DATABASE_POOL_SIZE, raise max_connections, or put a pooler between (docs/many-processes.md)`,
        )
  },
  backup({ backups, migrations: { pending } }) {
    const needsOne = pending.some(isContract)
    if (backups === null)
      return needsOne
        ? bad(
            'none is made by this program, and there is no way back but one: deal-scout backup --to FOLDER --verify, or your provider’s, and set BACKUP_FOLDER or BACKUP_S3_URL so that its age is known',
          )
        : ok('none is made by this program (BACKUP_FOLDER, BACKUP_S3_URL): look how old your provider’s is')
    if (backups.problem !== null) return bad(backups.problem)
    if (backups.newestHours === null) return bad('there is none yet: deal-scout backup --verify')
    const hoursMax = needsOne ? backupHoursMaxBeforeContract : 2 * backups.everyHours
    const age = `the newest is ${backups.newestHours.toFixed(1)} h old`
    return backups.newestHours <= hoursMax
      ? ok(age)
      : bad(
          `${age}${needsOne ? ', and there is no other way back from what takes something away' : ` though one is due every ${backups.everyHours} h`}: deal-scout backup --verify`,
        )
  },
  disk({ bytesFree, server: { databaseBytes, largestTable, largestBytes }, migrations: { pending } }) {
    // At worst a table is written anew with its indexes.
    const needed = pending.length === 0 ? 0 : Math.max(roomBytesMin, largestBytes)
    const size = `the database takes ${gib(databaseBytes)}${largestTable === null ? '' : `, its largest table ${largestTable} ${gib(largestBytes)}`}`
    if (bytesFree === null)
      return ok(`${size}; see that its machine has ${gib(needed)} free, which is not seen from here`)
    return bytesFree >= needed
      ? ok(`${gib(bytesFree)} free; ${size}`)
      : bad(
          `only ${gib(bytesFree)} free, and a table may have to be written anew: make room for ${gib(needed)}; ${size}`,
        )
  },
}

function sentenceOf({ name, kind, worksFrom, inTransaction }: Migration): string {
  const beside = kind === 'expand' ? 'only adds' : `takes something away, works from ${worksFrom ?? 'itself'}`
  return `${name} (${beside}${inTransaction ? '' : ', builds beside those who write'})`
}

export function judgeUpgrade(facts: UpgradeFacts): UpgradeFinding[] {
  return Object.entries(looks).map(([name, look]) => ({ name, ...look(facts) }))
}

/** The gravest of them. */
export function stateOf(findings: readonly UpgradeFinding[]): UpgradeState {
  for (const state of ['bad', 'stop'] as const)
    if (findings.some((finding) => finding.state === state)) return state
  return 'ok'
}
