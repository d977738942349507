import { randomUUID } from 'node:crypto'
import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Db, Tx } from './db.ts'
import { errorMessage, setupError } from './errors.ts'
import {
  countDead,
  countJobs,
  deadRows,
  deleteDead,
  heartbeatS,
  type JobFate,
  lastFate,
  oldestDue,
  putTimesRight,
  type QueueCount,
  secondsSinceScheduled,
  takeOverLost,
} from './job-store.ts'
import { alone, asJobTablesError, bossDb, schema } from './job-tables.ts'
import type { Log } from './log.ts'
import { withCause } from './telemetry/cause.ts'
import { causeOf, payloadOf, withPresentCause } from './telemetry/caused-job.ts'
import { noTracing, type Tracing } from './telemetry/tracing.ts'

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
  /** 1 for the first try; put-off work counts from 1 again. */
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

export type JobOutcome = 'completed' | 'failed' | 'put-off'

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

export interface Jobs {
  send<P extends object>(job: JobDefinition<P>, payload: P, options?: SendOptions): Promise<void>
  sendMany<P extends object>(
    job: JobDefinition<P>,
    items: { payload: P; key?: string }[],
    tx?: Tx,
  ): Promise<void>
  counts(): Promise<QueueCount[]>
  /** When a scheduler last looked which schedules are due, by the database's clock: seconds ago; null = never. */
  scheduledSecondsAgo(): Promise<number | null>
  dead(limit: number): Promise<DeadJob[]>
  countDead(): Promise<number>
  /** Throws dead jobs away; of those that were there, their names. */
  discardDead(tx: Tx, ids: readonly string[]): Promise<string[]>
  /** Since when what is due waits, by job. */
  oldestDue(): Promise<Map<string, Date>>
  /** What became of what was sent last under this key; null = it is not known any more. */
  lastFate(job: { name: string }, key: string): Promise<JobFate | null>
  /** Puts dead jobs back to work; all of them, or those with the given ids. Returns how many. */
  retryDead(ids?: string[]): Promise<number>
  /** Starts handling. */
  work(): Promise<void>
  /** Starts the schedules; each tick is claimed by one process of the cluster. */
  schedule(schedules: Schedule[]): Promise<void>
  close(): Promise<void>
}

const deadLetter = 'dead-letter'
const checkTimesEveryMs = 15_000

/** A delay from the moment at which the database writes it, whose clock is the one that jobs go by. */
const inSeconds = (delayMs: number) => Math.max(0, delayMs) / 1000

/** pg-boss behind our own words. Refuses to start when a job that is sent has no handler, or two. */
export async function openJobs(options: {
  db: Db
  log: Log
  handlers: JobHandler[]
  sends: JobDefinition[]
  /** Runs maintenance, expiry and schedules. */
  supervise: boolean
  tracing?: Tracing
  /** Told of each try: how it ended, how long it took, and how long it had waited beyond its time. */
  onTry?(tried: { job: string; outcome: JobOutcome; seconds: number; waitedSeconds: number }): void
}): Promise<Jobs> {
  const { db, log, handlers, tracing = noTracing } = options
  checkHandlers(handlers, options.sends)
  const names = handlers.map(({ job }) => job.name)
  const boss = new PgBoss({
    db: bossDb(db),
    schema,
    supervise: options.supervise,
    schedule: options.supervise,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    queueCacheIntervalSeconds: 30,
    monitorVacuum: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue error'))
  boss.on('warning', ({ message }) => log.warn(message))
  try {
    await alone(db, async () => {
      await boss.start()
      await createQueues(boss, handlers)
    })
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {})
    throw asJobTablesError(error)
  }
  const closing = new AbortController()
  let takeOver: NodeJS.Timeout | undefined
  let checkTimes: NodeJS.Timeout | undefined

  /** The same work again, with the tries that are left; ending the old job and adding the new one commit together. */
  const putOff = (job: JobWithMetadata<object>, delayMs: number) =>
    db.transaction(async (tx) => {
      await boss.complete(job.name, job.id, undefined, { db: bossDb(tx) })
      await boss.send(job.name, job.data, {
        db: bossDb(tx),
        startAfter: inSeconds(delayMs),
        retryLimit: Math.max(0, job.retryLimit - job.retryCount),
        singletonKey: job.singletonKey ?? randomUUID(),
      })
    })

  /** What a job does is done because of what it was sent by, and of itself. */
  const handleOne = (handler: JobHandler, job: JobWithMetadata<object>): Promise<JobResult> => {
    const attempt = job.retryCount + 1
    const attributes = { 'deal_scout.job': job.name, 'deal_scout.attempt': attempt }
    return withCause({ ...causeOf(job.data), jobId: job.id }, () =>
      tracing.span(`job ${job.name}`, 'consumer', attributes, async (tell) => {
        const told = (outcome: JobOutcome) => tell({ 'deal_scout.outcome': outcome })
        return handleWithin(handler, job, attempt, told)
      }),
    )
  }

  const handleWithin = async (
    handler: JobHandler,
    job: JobWithMetadata<object>,
    attempt: number,
    tell: (outcome: JobOutcome) => void,
  ): Promise<JobResult> => {
    const jobLog = log.child({ job: job.name, jobId: job.id })
    const payload = handler.job.payload.safeParse(payloadOf(job.data))
    if (!payload.success) {
      const message = `The payload does not fit the job: ${z.prettifyError(payload.error)}`
      jobLog.error(message)
      return { id: job.id, status: 'deadletter', output: { message } }
    }
    const signal = AbortSignal.any([job.signal, closing.signal])
    const startedAt = performance.now()
    let outcome: JobOutcome = 'failed'
    try {
      signal.throwIfAborted()
      await handler.handle(payload.data, { id: job.id, attempt, signal, log: jobLog })
      outcome = 'completed'
    } catch (error) {
      // Taken away or timed out: the queue has already decided what becomes of it.
      if (job.signal.aborted) throw error
      if (error instanceof TryAgainLater) {
        await putOff(job, error.delayMs)
        outcome = 'put-off'
        jobLog.info({ delayMs: error.delayMs, reason: error.message }, 'job put off')
      } else if (closing.signal.aborted) {
        await putOff(job, 0)
        outcome = 'put-off'
        jobLog.info('job handed back: this process closes')
      } else {
        const isLast = job.retryCount >= job.retryLimit
        if (isLast) jobLog.error({ err: error, attempt }, 'job failed for good')
        else jobLog.warn({ err: error, attempt }, 'job failed')
        throw error
      }
    } finally {
      tell(outcome)
      options.onTry?.({
        ...{ job: job.name, outcome, seconds: (performance.now() - startedAt) / 1000 },
        waitedSeconds: Math.max(0, (job.startedOn.getTime() - job.startAfter.getTime()) / 1000),
      })
    }
    return { id: job.id, status: 'completed' }
  }

  return {
    async send(job, payload, { tx, delayMs, key } = {}) {
      await boss.send(job.name, withPresentCause(payload), {
        ...(tx && { db: bossDb(tx) }),
        ...(delayMs !== undefined && { startAfter: inSeconds(delayMs) }),
        singletonKey: key ?? randomUUID(),
      })
    },
    async sendMany(job, items, tx) {
      if (items.length === 0) return
      await boss.insert(
        job.name,
        items.map(({ payload, key }) => ({
          data: withPresentCause(payload),
          singletonKey: key ?? randomUUID(),
        })),
        tx ? { db: bossDb(tx) } : {},
      )
    },
    counts: () => countJobs(db, names),
    scheduledSecondsAgo: () => secondsSinceScheduled(db),
    async dead(limit) {
      const rows = await deadRows(db, deadLetter, limit)
      return rows.map(({ output, payload, ...job }) => ({
        ...job,
        payload: payloadOf(payload),
        error: failureText(output),
      }))
    },
    countDead: () => countDead(db, deadLetter),
    discardDead: (tx, ids) => deleteDead(tx, deadLetter, ids.filter(isJobId)),
    oldestDue: () => oldestDue(db, names),
    lastFate: (job, key) => lastFate(db, job.name, key),
    async retryDead(ids) {
      const wanted = ids?.filter(isJobId)
      if (wanted?.length === 0) return 0
      return boss.redrive(deadLetter, { ...(wanted && { ids: wanted }), limit: 10_000 })
    },
    async work() {
      for (const handler of handlers) {
        await boss.work(
          handler.job.name,
          {
            includeMetadata: true,
            perJobResults: true,
            pollingIntervalSeconds: 1,
            localConcurrency: handler.job.concurrency,
            batchSize: 1,
            heartbeatRefreshSeconds: heartbeatS.every,
          },
          (batch: JobWithMetadata<object>[]) => Promise.all(batch.map((job) => handleOne(handler, job))),
        )
      }
      await putTimesRight(db)
      checkTimes = setInterval(() => {
        putTimesRight(db).catch((error) => log.warn({ err: error }, 'could not look at the times of jobs'))
      }, checkTimesEveryMs)
      takeOver = setInterval(() => {
        takeOverLost(db, names).catch((error) => log.warn({ err: error }, 'could not look for lost jobs'))
      }, heartbeatS.look * 1000)
    },
    async schedule(schedules) {
      for (const { name } of await boss.getSchedules()) {
        if (!schedules.some(({ job }) => job.name === name)) await boss.unschedule(name)
      }
      // A tick that came while nothing ran (a laptop asleep at night) is made up for, once.
      for (const { job, cron, payload } of schedules)
        await boss.schedule(job.name, cron, payload, { missed: 'once' })
    },
    async close() {
      closing.abort(new Error('closing'))
      clearInterval(takeOver)
      clearInterval(checkTimes)
      await boss
        .stop({ graceful: true, timeout: 10_000 })
        .catch((error) => log.warn({ err: error }, errorMessage(error)))
    },
  }
}

const isJobId = (id: string) => z.guid().safeParse(id).success

/** The sentence in what pg-boss keeps of a failure: an error, or a reason of its own. */
function failureText(output: unknown): string {
  const { message, value } = (output ?? {}) as { message?: unknown; value?: unknown }
  if (typeof message === 'string') return message
  if (typeof value === 'string') return value
  const inner = (value as { message?: unknown } | undefined)?.message
  return typeof inner === 'string' ? inner : JSON.stringify(output)
}

function checkHandlers(handlers: JobHandler[], sends: JobDefinition[]): void {
  const names = handlers.map(({ job }) => job.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw setupError('job-handled-twice', `The job "${twice}" has two handlers.`)
  const missing = sends.find((job) => !names.includes(job.name))
  if (missing)
    throw setupError('job-without-handler', `The job "${missing.name}" is sent but nothing handles it.`)
}

async function createQueues(boss: PgBoss, handlers: JobHandler[]): Promise<void> {
  await boss.createQueue(deadLetter, { retentionSeconds: 90 * 86_400 })
  for (const { job } of handlers) {
    const queue = {
      retryLimit: job.retries,
      retryDelay: job.retryDelayS,
      retryBackoff: true,
      retryDelayMax: job.retryDelayMaxS,
      expireInSeconds: job.timeoutS,
      // Later than takeOverLost(), which goes first.
      heartbeatSeconds: heartbeatS.lost + 5,
      deleteAfterSeconds: 86_400,
    }
    // 'short' = at most one waiting job per key; send() gives every job without a key its own.
    await boss.createQueue(job.name, { ...queue, deadLetter, policy: 'short' })
    await boss.updateQueue(job.name, queue)
  }
}

/** The queue under a name that exists before it is open; using it earlier is a mistake in the program. */
export function jobsOf(get: () => Jobs | undefined): Jobs {
  const need = () => {
    const jobs = get()
    if (!jobs) throw new Error('the job queue is not open yet')
    return jobs
  }
  return {
    send: (...args) => need().send(...args),
    sendMany: async (job, items, tx) => {
      if (items.length > 0) await need().sendMany(job, items, tx)
    },
    counts: () => need().counts(),
    scheduledSecondsAgo: () => need().scheduledSecondsAgo(),
    dead: (limit) => need().dead(limit),
    countDead: () => need().countDead(),
    discardDead: (...args) => need().discardDead(...args),
    oldestDue: () => need().oldestDue(),
    lastFate: (...args) => need().lastFate(...args),
    retryDead: (ids) => need().retryDead(ids),
    work: () => need().work(),
    schedule: (schedules) => need().schedule(schedules),
    close: () => need().close(),
  }
}
