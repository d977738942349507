import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { asDatabaseError, reasonAway } from './database-away.ts'
import { createIdentityWatch, identify } from './db-identity.ts'
import { createListener } from './db-listen.ts'
import { outlast, waitForDatabase } from './db-wait.ts'
import { createWakes, type WakeBus, type Wakes } from './db-wakes.ts'
import type { Log } from './log.ts'
import { createOutage, type Outage } from './outage.ts'
import { createQuerySources } from './query-source.ts'

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
  /** Wakes who listens to the channel, in all processes; in a transaction once that has committed. */
  notify(channel: string): Promise<void>
  /** The same connection as pg gives it out, for a library that brings statements of its own; it is asked, and nothing else. */
  readonly client: Pick<pg.Client, 'query'>
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
  /**
   * One connection of its own, beside the pool, for what belongs to a connection (its locks) and for statements that are
   * no part of a transaction; they may take as long as they need.
   */
  session<T>(run: (session: Session) => Promise<T>): Promise<T>
  /**
   * Calls back for each notice on the channel; reconnects by itself, and calls back once after each (re)connect. All of a
   * process share one connection.
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<{ close(): Promise<void> }>
  /**
   * Calls back before anything is asked on a connection that leads to another database than those before (a standby that
   * was promoted, a restored one), or to the same as it was earlier: what was read from it counts no more.
   */
  onReplaced(run: () => void): void
  /** Runs again while the database is away, for `waitMs` at the most; what runs must bear being run twice. */
  outlast<T>(run: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Where it is now. */
  readonly connectionString: string
  poolCounts(): { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

/** A connection that is held; its transactions as those of `Db`. */
export type Session = Pick<Db, 'query' | 'transaction'>

export interface DbOptions {
  /** Asked for each new connection where it is a function: an embedded server may come back on another port. */
  connectionString: string | (() => string)
  /** The same database without a pooler between, for who listens and migrates; default: the same address. */
  directConnectionString?: string | undefined
  /**
   * Off where a pooler gives each transaction another connection: no named statements, and nothing that is set for a
   * connection. Only transactions have time limits then.
   */
  prepares?: boolean
  poolSize: number
  connectTimeoutMs: number
  idleTimeoutMs: number
  statementTimeoutMs: number
  /** How long to wait for a database that does not answer yet. */
  waitMs: number
  applicationName: string
  /** Carries notices instead of the database while it answers. */
  bus?: WakeBus | null
  /** Told of each statement: who asked it (see createQuerySources), and how long its answer took. */
  onQuery?: ((source: string, seconds: number) => void) | undefined
  log: Log
}

/**
 * Opens the pool and proves that the database answers; setup errors say what to do. What fails later because it is away
 * is `database-away`, and the log says once a minute that it is.
 */
export async function openDb(options: DbOptions): Promise<Db> {
  const { log } = options
  const connectionString = () =>
    typeof options.connectionString === 'string' ? options.connectionString : options.connectionString()
  const { directConnectionString, prepares = true } = options
  const limits = {
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: 60_000,
  }
  const common: pg.ClientConfig = {
    connectionTimeoutMillis: options.connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: options.applicationName,
  }
  // A pooler refuses what it cannot set for each of its clients.
  const base = prepares ? { ...common, ...limits } : common
  const config = () => ({ ...base, connectionString: connectionString() })
  const directConfig = () => ({ ...common, connectionString: directConnectionString ?? connectionString() })
  const begin = prepares
    ? 'BEGIN'
    : `BEGIN; ${Object.entries(limits)
        .map(([name, ms]) => `SET LOCAL ${name} = ${ms}`)
        .join('; ')}`
  await waitForDatabase(config, options)
  const outage = createOutage({ log, name: 'The database' })
  const identities = createIdentityWatch()
  const onReplaced: (() => void)[] = []
  const look = async (client: Pick<pg.ClientBase, 'query'>) => {
    const isReplaced = identities.begin()
    if (!isReplaced(await identify(client))) return
    log.warn('the database is another one than before, or an earlier state of it: what was read is read anew')
    for (const run of onReplaced) run()
  }
  const pool = new pg.Pool({
    ...base,
    Client: clientOf(config) as never,
    // Before it is used.
    onConnect: look,
    max: options.poolSize,
    idleTimeoutMillis: options.idleTimeoutMs,
  })
  pool.on('error', (error) => log.debug({ err: error }, 'an idle database connection was lost'))
  const { bus = null } = options
  const wakes = createWakes({ bus, query: (...statement) => sql.query(...statement), log })
  const means: Means = { outage, log, prepares, begin, wakes, timed: timing(options.onQuery) }
  const sql = sqlOver(pool, means)
  const listener = createListener({
    config: directConfig,
    look,
    notify: (channel, payload) => sql.query('SELECT pg_notify($1, $2)', [channel, payload]),
    echoMs: options.connectTimeoutMs,
    ...{ outage, log },
  })

  return {
    query: (text, values, name) => withRetry(() => sql.query(text, values, name)),
    notify: (channel) => wakes.now(channel),
    client: sql.client,
    get connectionString() {
      return connectionString()
    },
    poolCounts: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    transaction: (run) => withRetry(() => runTransaction(pool, run, means)),
    session: (run) => runSession(directConfig(), run, { ...means, begin: 'BEGIN' }),
    onReplaced: (run) => void onReplaced.push(run),
    async listen(channel, onNotify) {
      const listening = await listener.listen(channel, onNotify)
      const subscribed = bus?.subscribe(channel, onNotify)
      return {
        async close() {
          subscribed?.close()
          await listening.close()
        },
      }
    },
    outlast: (run, signal) => outlast(run, { config, waitMs: options.waitMs, signal }),
    async close() {
      await wakes.settled()
      await pool.end()
    },
  }
}

/** A client that goes where the database is when it is made, whatever the pool was made with. */
function clientOf(config: () => pg.ClientConfig): typeof pg.Client {
  return class extends pg.Client {
    constructor() {
      super(config())
    }
  }
}

/** Runs something on a connection; tells the outage how that went, and names the absence of the database. */
async function watched<T>(outage: Outage, run: () => Promise<T>): Promise<T> {
  let answer: T
  try {
    answer = await run()
  } catch (error) {
    const reason = reasonAway(error)
    if (reason === null) outage.answered()
    else outage.missed(reason)
    throw asDatabaseError(error)
  }
  outage.answered()
  return answer
}

/** What everything that runs needs. */
interface Means {
  outage: Outage
  log: Log
  prepares: boolean
  /** Begins a transaction. */
  begin: string
  wakes: Wakes
  timed: Timed
}

type Timed = <T>(text: string, run: () => Promise<T>) => Promise<T>

function timing(onQuery: DbOptions['onQuery']): Timed {
  if (onQuery === undefined) return (_, run) => run()
  const sourceOf = createQuerySources()
  return async (text, run) => {
    // Who asks is on the stack only until the first wait.
    const source = sourceOf(text)
    const startedAt = performance.now()
    try {
      return await run()
    } finally {
      onQuery(source, (performance.now() - startedAt) / 1000)
    }
  }
}

function sqlOver(
  runner: pg.Pool | pg.PoolClient | pg.Client,
  { outage, prepares, timed }: Means,
): Pick<Sql, 'query' | 'client'> {
  const ask = runner.query.bind(runner) as (...args: unknown[]) => Promise<pg.QueryResult | pg.QueryResult[]>
  const run = (...args: unknown[]) => watched(outage, () => ask(...args))
  return {
    async query<Row>(text: string, values?: unknown[], name?: string) {
      const answer = await timed(text, () =>
        run({ text, ...(values && { values }), ...(name && prepares && { name }) }),
      )
      // Several statements in one text (migrations, the job queue) answer with a result each.
      const results = Array.isArray(answer) ? answer : [answer]
      const rows = results.length === 1 ? results[0]!.rows : results.flatMap((result) => result.rows)
      return { rows: rows as Row[], rowCount: results.at(-1)?.rowCount ?? 0 }
    },
    client: { query: run as pg.Client['query'] },
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

async function runTransaction<T>(pool: pg.Pool, run: (tx: Tx) => Promise<T>, means: Means): Promise<T> {
  const client = await watched(means.outage, () => pool.connect())
  return transactionOn(client, run, means, (broken) => client.release(broken))
}

async function runSession<T>(
  config: pg.ClientConfig,
  run: (session: Session) => Promise<T>,
  means: Means,
): Promise<T> {
  const { outage, log } = means
  const client = new pg.Client(config)
  // What is under way fails with it.
  client.on('error', (error) => log.debug({ err: error }, 'a database connection of its own was lost'))
  try {
    await watched(outage, () => client.connect())
    const { query } = sqlOver(client, means)
    return await run({
      query,
      transaction: (inside) => withRetry(() => transactionOn(client, inside, means, () => {})),
    })
  } finally {
    await client.end().catch(() => {})
  }
}

async function transactionOn<T>(
  client: pg.PoolClient | pg.Client,
  run: (tx: Tx) => Promise<T>,
  means: Means,
  release: (broken?: Error) => void,
): Promise<T> {
  const { outage, log } = means
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
    const sql = sqlOver(client, means)
    await sql.query(means.begin)
    const tx: Tx = {
      kind: 'tx',
      async query<Row>(text: string, values?: unknown[], name?: string) {
        try {
          return await sql.query<Row>(text, values, name)
        } catch (error) {
          if (gaveWay(error)) lost ??= error
          throw error
        }
      },
      client: sql.client,
      notify: (channel) => means.wakes.within(tx, channel),
      afterCommit: (action) => void actions.push(action),
    }
    result = await run(tx)
    // PostgreSQL answers COMMIT with ROLLBACK, not with an error, when a statement failed and the error was swallowed.
    const { command } = await watched(outage, () => client.query('COMMIT'))
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back: an error in it was swallowed')
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw lost ?? error
  } finally {
    client.off('error', onError)
    release(broken)
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
