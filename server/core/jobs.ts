import { randomUUID } from 'node:crypto'
import { PgBoss, type Db as BossDb, type JobWithMetadata } from 'pg-boss'
import type { z } from 'zod'
import type { Db, Sql, Tx } from './db.ts'
import { errorMessage, setupError } from './errors.ts'
import type { Log } from './log.ts'

/** A kind of work: its name, payload and how failures are retried. */
export interface JobDefinition<P extends object = object> {
  name: string
  payload: z.ZodType<P>
  /** Tries after the first. */
  retries: number
  /** First delay; doubles with jitter up to `retryDelayMaxS`. */
  retryDelayS: number
  retryDelayMaxS: number
  /** A try that takes longer is aborted and counts as failed. */
  timeoutS: number
  /** At the same time in one process. */
  concurrency: number
}

export function defineJob<P extends object>(
  definition: Pick<JobDefinition<P>, 'name' | 'payload'> & Partial<JobDefinition<P>>,
): JobDefinition<P> {
  return { retries: 5, retryDelayS: 5, retryDelayMaxS: 3600, timeoutS: 300, concurrency: 1, ...definition }
}

export interface JobContext {
  id: string
  /** 1 for the first try. */
  attempt: number
  /** Aborted at the timeout, when the process closes, or when the job was taken away. */
  signal: AbortSignal
  log: Log
}

export interface JobHandler {
  job: JobDefinition
  handle(payload: object, ctx: JobContext): Promise<void>
}

/** Binds a handler to its definition with the payload's type. */
export function handles<P extends object>(
  job: JobDefinition<P>,
  handle: (payload: P, ctx: JobContext) => Promise<void>,
): JobHandler {
  return { job: job as unknown as JobDefinition, handle: handle as JobHandler['handle'] }
}

export interface Schedule {
  job: JobDefinition
  /** Five fields, UTC. */
  cron: string
  payload: object
}

/** Thrown by a handler: the same work again in `delayMs`, without using up a try. */
export class TryAgainLater extends Error {
  readonly delayMs: number
  constructor(delayMs: number, reason: string) {
    super(reason)
    this.name = 'TryAgainLater'
    this.delayMs = delayMs
  }
}

export interface SendOptions {
  /** Commits with this transaction. */
  tx?: Tx
  delayMs?: number
  /** While an unfinished job with this key waits, another is not added. */
  key?: string
}

export interface DeadJob {
  id: string
  name: string
  payload: object
  failedAt: Date
  error: string
}

export interface QueueCount {
  name: string
  waiting: number
  active: number
  failed: number
}

export interface Jobs {
  send<P extends object>(job: JobDefinition<P>, payload: P, options?: SendOptions): Promise<void>
  sendMany<P extends object>(job: JobDefinition<P>, items: { payload: P; key?: string }[], tx?: Tx): Promise<void>
  counts(): Promise<QueueCount[]>
  dead(limit: number): Promise<DeadJob[]>
  /** Puts dead jobs back to work; all of them, or those with the given ids. Returns how many. */
  retryDead(ids?: string[]): Promise<number>
  /** Starts handling. */
  work(): Promise<void>
  /** Starts the schedules; each tick is claimed by one process of the cluster. */
  schedule(schedules: Schedule[]): Promise<void>
  close(): Promise<void>
}

const deadLetter = 'dead-letter'

/** pg-boss behind our own words. Refuses to start when a job that is sent has no handler, or two. */
export async function openJobs(options: {
  db: Db
  log: Log
  handlers: JobHandler[]
  sends: JobDefinition[]
  /** Runs maintenance, expiry and schedules. */
  supervise: boolean
}): Promise<Jobs> {
  const { db, log, handlers } = options
  checkHandlers(handlers, options.sends)
  const definitions = handlers.map(({ job }) => job)
  const boss = new PgBoss({
    db: bossDb(db),
    schema: 'jobs',
    supervise: options.supervise,
    schedule: options.supervise,
    // A dead process is noticed by its missing heartbeat (10 s) at the next look (5 s).
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    queueCacheIntervalSeconds: 30,
    monitorVacuum: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue error'))
  await boss.start()
  await createQueues(boss, definitions)
  const closing = new AbortController()

  const send: Jobs['send'] = async (job, payload, sendOptions = {}) => {
    await boss.send(job.name, payload, {
      ...(sendOptions.tx && { db: bossDb(sendOptions.tx) }),
      ...(sendOptions.delayMs !== undefined && { startAfter: new Date(Date.now() + sendOptions.delayMs) }),
      singletonKey: sendOptions.key ?? randomUUID(),
    })
  }

  const handleOne = async (handler: JobHandler, job: JobWithMetadata<object>) => {
    const jobLog = log.child({ job: handler.job.name, jobId: job.id })
    const payload = handler.job.payload.parse(job.data)
    const signal = AbortSignal.any([job.signal, closing.signal])
    try {
      await handler.handle(payload, { id: job.id, attempt: job.retryCount + 1, signal, log: jobLog })
    } catch (error) {
      if (error instanceof TryAgainLater) {
        // The copy keeps the tries that are left; completing the old one and adding it commit together.
        await db.transaction(async (tx) => {
          await boss.send(handler.job.name, payload, {
            db: bossDb(tx),
            startAfter: new Date(Date.now() + error.delayMs),
            retryLimit: Math.max(0, job.retryLimit - job.retryCount),
            singletonKey: job.singletonKey ?? randomUUID(),
          })
        })
        jobLog.info({ delayMs: error.delayMs, reason: error.message }, 'job put off')
        return
      }
      jobLog.warn({ err: error, attempt: job.retryCount + 1 }, 'job failed')
      throw error
    }
  }

  return {
    send,
    async sendMany(job, items, tx) {
      if (items.length === 0) return
      await boss.insert(
        job.name,
        items.map(({ payload, key }) => ({ data: payload, singletonKey: key ?? randomUUID() })),
        tx ? { db: bossDb(tx) } : {},
      )
    },
    async counts() {
      const { rows } = await db.query<QueueCount>(
        `SELECT name, count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS waiting,
                count(*) FILTER (WHERE state = 'active')::int AS active,
                count(*) FILTER (WHERE state = 'failed')::int AS failed
         FROM jobs.job WHERE name = ANY($1::text[]) GROUP BY name ORDER BY name`,
        [definitions.map(({ name }) => name)],
      )
      const byName = new Map(rows.map((row) => [row.name, row]))
      return definitions.map(({ name }) => byName.get(name) ?? { name, waiting: 0, active: 0, failed: 0 })
    },
    async dead(limit) {
      const found = await boss.findJobs<object>(deadLetter)
      return found
        .filter((job) => job.state === 'created')
        .sort((a, b) => b.createdOn.getTime() - a.createdOn.getTime())
        .slice(0, limit)
        .map((job) => ({
          id: job.id,
          name: job.sourceName ?? '?',
          payload: job.data,
          failedAt: job.createdOn,
          error: String((job.sourceOutput as { message?: string } | null)?.message ?? JSON.stringify(job.sourceOutput)),
        }))
    },
    async retryDead(ids) {
      let count = 0
      for (const job of await boss.findJobs<object>(deadLetter)) {
        if (job.state !== 'created' || (ids && !ids.includes(job.id)) || job.sourceName === null) continue
        await db.transaction(async (tx) => {
          await boss.deleteJob(deadLetter, job.id, { db: bossDb(tx) })
          await boss.send(job.sourceName as string, job.data, { db: bossDb(tx), singletonKey: randomUUID() })
        })
        count++
      }
      return count
    },
    async work() {
      for (const handler of handlers) {
        await boss.work(
          handler.job.name,
          { includeMetadata: true, pollingIntervalSeconds: 1, localConcurrency: handler.job.concurrency, batchSize: 1 },
          async (batch: JobWithMetadata<object>[]) => {
            for (const job of batch) await handleOne(handler, job)
          },
        )
      }
    },
    async schedule(schedules) {
      for (const { job, cron, payload } of schedules) await boss.schedule(job.name, cron, payload)
    },
    async close() {
      closing.abort(new Error('closing'))
      await boss.stop({ graceful: true, timeout: 10_000 }).catch((error) => log.warn({ err: error }, errorMessage(error)))
    },
  }
}

function checkHandlers(handlers: JobHandler[], sends: JobDefinition[]): void {
  const names = handlers.map(({ job }) => job.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw setupError('job-handled-twice', `The job "${twice}" has two handlers.`)
  const missing = sends.find((job) => !names.includes(job.name))
  if (missing) throw setupError('job-without-handler', `The job "${missing.name}" is sent but nothing handles it.`)
}

async function createQueues(boss: PgBoss, definitions: JobDefinition[]): Promise<void> {
  await boss.createQueue(deadLetter, { retentionSeconds: 90 * 86_400 })
  for (const job of definitions) {
    const queue = {
      retryLimit: job.retries,
      retryDelay: job.retryDelayS,
      retryBackoff: true,
      retryDelayMax: job.retryDelayMaxS,
      expireInSeconds: job.timeoutS,
      heartbeatSeconds: 10,
      deleteAfterSeconds: 86_400,
    }
    // 'short' = at most one waiting job per key; send() gives every job without a key its own.
    await boss.createQueue(job.name, { ...queue, deadLetter, policy: 'short' })
    await boss.updateQueue(job.name, queue)
  }
}

function bossDb(sql: Sql): BossDb {
  return {
    async executeSql(text, values) {
      return sql.query(text, values as unknown[])
    },
  }
}
