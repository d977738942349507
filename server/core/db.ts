import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { errorMessage, setupError } from './errors.ts'
import type { Log } from './log.ts'

// int8 (ids, cents) fits a JavaScript number up to 2^53; amounts are checked below 10^13 on the way in.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// The same for arrays of them (type 1016), read like arrays of int4 (1007).
pg.types.setTypeParser(1016 as never, pg.types.getTypeParser(1007 as never) as never)

/** Runs SQL; a pool, or one transaction. Only store files call it. */
export interface Sql {
  /**
   * Unprepared, or prepared once per connection when `name` is given. Through the pool it is a transaction of its own,
   * which runs again as `Db.transaction` does.
   */
  query<Row = Record<string, unknown>>(
    text: string,
    values?: unknown[],
    name?: string,
  ): Promise<{ rows: Row[]; rowCount: number }>
  /** The same connection, typed by Drizzle. */
  readonly orm: NodePgDatabase
}

/** One transaction; what is enqueued through it commits with it. */
export interface Tx extends Sql {
  readonly kind: 'tx'
  /** Runs after a commit, never after a rollback. Its error is logged: what is committed stays committed. */
  afterCommit(action: () => void): void
}

export interface Db extends Sql {
  /**
   * Runs again, a few times, when the database made it give way to another (a deadlock), so `run` must not change
   * anything else. Only what the last run asked for after its commit happens.
   */
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>
  /** Calls back for each NOTIFY on the channel; reconnects by itself, and calls back once after each (re)connect. */
  listen(channel: string, onNotify: (payload: string) => void): Promise<{ close(): Promise<void> }>
  readonly connectionString: string
  poolCounts(): { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

export interface DbOptions {
  connectionString: string
  poolSize: number
  connectTimeoutMs: number
  idleTimeoutMs: number
  statementTimeoutMs: number
  /** How long to wait for a database that does not answer yet. */
  waitMs: number
  applicationName: string
  log: Log
}

/** Opens the pool and proves that the database answers; setup errors say what to do. */
export async function openDb(options: DbOptions): Promise<Db> {
  const clientConfig: pg.ClientConfig = {
    connectionString: options.connectionString,
    connectionTimeoutMillis: options.connectTimeoutMs,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: options.applicationName,
  }
  await waitForDatabase(clientConfig, options)
  const pool = new pg.Pool({
    ...clientConfig,
    max: options.poolSize,
    idleTimeoutMillis: options.idleTimeoutMs,
  })
  pool.on('error', (error) => options.log.warn({ err: error }, 'an idle database connection was lost'))
  const base = sqlOver(pool)

  return {
    query: (text, values, name) => withRetry(() => base.query(text, values, name)),
    get orm() {
      return base.orm
    },
    connectionString: options.connectionString,
    poolCounts: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    transaction: (run) => withRetry(() => runTransaction(pool, run, options.log)),
    listen: (channel, onNotify) => listen(clientConfig, channel, onNotify, options.log),
    close: () => pool.end(),
  }
}

function sqlOver(runner: pg.Pool | pg.PoolClient): Sql {
  let orm: NodePgDatabase | undefined
  return {
    async query<Row>(text: string, values?: unknown[], name?: string) {
      const answer = await runner.query({ text, ...(values && { values }), ...(name && { name }) })
      // Several statements in one text (migrations, the job queue) answer with a result each.
      const results = Array.isArray(answer) ? (answer as pg.QueryResult[]) : [answer]
      const rows = results.length === 1 ? results[0]!.rows : results.flatMap((result) => result.rows)
      return { rows: rows as Row[], rowCount: results.at(-1)?.rowCount ?? 0 }
    },
    get orm() {
      orm ??= drizzle(runner)
      return orm
    },
  }
}

/** Deadlock and serialisation failure: the database chose this transaction to give way; it left nothing behind. */
const gaveWayCodes = new Set(['40P01', '40001'])
const triesMax = 6
const jitterMsMax = 2_000

/** Also where somebody (Drizzle) wrapped the database's error in one of their own. */
function gaveWay(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (gaveWayCodes.has((cause as { code?: string }).code ?? '')) return true
  }
  return false
}

/** Those that met once must not meet again: each waits a random time, longer with every try, without a connection. */
async function withRetry<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run()
    } catch (error) {
      if (tries >= triesMax || !gaveWay(error)) throw error
      await sleep(Math.random() * Math.min(jitterMsMax, 50 * 2 ** tries))
    }
  }
}

async function runTransaction<T>(pool: pg.Pool, run: (tx: Tx) => Promise<T>, log: Log): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  const actions: (() => void)[] = []
  /** Kept, since whoever met it may have swallowed it or thrown another in its place. */
  let lost: unknown
  let result: T
  try {
    await client.query('BEGIN')
    const sql = sqlOver(client)
    result = await run({
      kind: 'tx',
      async query<Row>(text: string, values?: unknown[], name?: string) {
        try {
          return await sql.query<Row>(text, values, name)
        } catch (error) {
          if (gaveWay(error)) lost ??= error
          throw error
        }
      },
      get orm() {
        return sql.orm
      },
      afterCommit: (action) => void actions.push(action),
    })
    // PostgreSQL answers COMMIT with ROLLBACK, not with an error, when a statement failed and the error was swallowed.
    const { command } = await client.query('COMMIT')
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back: an error in it was swallowed')
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw lost ?? error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
  for (const action of actions) {
    try {
      action()
    } catch (error) {
      log.error({ err: error }, 'what follows a commit failed')
    }
  }
  return result
}

/** Errors of a server that is on its way up or briefly away, against those that waiting will not mend. */
const passingCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOENT',
  'EAI_AGAIN',
  '57P03',
  '57P01',
  '53300',
])

async function waitForDatabase(config: pg.ClientConfig, options: DbOptions): Promise<void> {
  const deadline = Date.now() + options.waitMs
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client(config)
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ version: string }>('SHOW server_version_num')
      const version = Number(Object.values(rows[0] ?? {})[0])
      await client.end()
      if (version < 150_000) {
        throw setupError(
          'database-too-old',
          `The database is PostgreSQL ${Math.floor(version / 10_000)}; Deal Scout needs 15 or newer.`,
        )
      }
      return
    } catch (error) {
      await client.end().catch(() => {})
      const code = (error as { code?: string }).code ?? ''
      if (code === 'database-too-old') throw error
      const passing = passingCodes.has(code) || /timeout|terminated unexpectedly/i.test(errorMessage(error))
      if (!passing || Date.now() >= deadline) throw connectError(config, error, passing)
      if (attempt === 0) options.log.info({ reason: errorMessage(error) }, 'waiting for the database')
      await sleep(250)
    }
  }
}

function connectError(config: pg.ClientConfig, error: unknown, waited: boolean) {
  const url = new URL(config.connectionString ?? '')
  const host = url.hostname || url.searchParams.get('host') || 'localhost'
  const { code } = error as { code?: string }
  return setupError(
    'database-unreachable',
    `Cannot use the database at ${host}:${url.port || 5432}${url.pathname}: ${errorMessage(error) || code}. ${connectHint(code, waited)}`,
    error,
  )
}

function connectHint(code: string | undefined, waited: boolean): string {
  switch (code) {
    case '28P01':
    case '28000':
      return 'The user or password is wrong: check DATABASE_URL (special characters must be percent-encoded there).'
    case '3D000':
      return 'That database does not exist: create it (createdb) or correct DATABASE_URL.'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'The host name is unknown: check DATABASE_URL.'
    default:
      return waited
        ? 'Nothing answered there in DATABASE_WAIT_MS: is PostgreSQL running, and is DATABASE_URL right?'
        : 'Check DATABASE_URL.'
  }
}

/** The first connection is the caller's to see fail; later ones are tried again each second. */
async function listen(
  config: pg.ClientConfig,
  channel: string,
  onNotify: (payload: string) => void,
  log: Log,
): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const connect = async () => {
    const next = new pg.Client({ ...config, statement_timeout: 0 })
    client = next
    let lost = false
    const onLost = (error: Error) => {
      if (closed || lost) return
      lost = true
      log.warn({ err: error }, 'the listening database connection was lost')
      void next.end().catch(() => {})
      again()
    }
    try {
      await Promise.race([
        next.connect().then(() => next.query(`LISTEN ${pg.escapeIdentifier(channel)}`)),
        new Promise((_, reject) => next.on('error', reject)),
      ])
    } catch (error) {
      await next.end().catch(() => {})
      throw error
    }
    if (closed) return
    next.on('error', onLost)
    next.on('end', () => onLost(new Error('the connection ended')))
    next.on('notification', (message) => onNotify(message.payload ?? ''))
    onNotify('')
  }
  const again = () => {
    if (closed) return
    timer = setTimeout(() => void connect().catch(again), 1000)
  }
  await connect()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
