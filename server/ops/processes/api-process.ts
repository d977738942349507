import { randomUUID } from 'node:crypto'
import type { Db } from '../../core/db.ts'
import { AppError } from '../../core/errors.ts'
import type { Check } from '../../core/feature.ts'
import type { Log } from '../../core/log.ts'
import type { SharedRedis } from '../../core/redis.ts'
import { checked } from '../../model/sentences/said.ts'
import { say } from '../../model/sentences/sentences.ts'
import {
  type ConnectionFigures,
  connectionFigures,
  countApiProcesses,
  forgetApiProcess,
  forgetProcess,
  noteApiProcess,
  noteProcess,
} from './process-store.ts'

const sayEveryMs = 20_000
/** One that said nothing for so long is gone. */
export const processGoneMs = 60_000
const goneMs = processGoneMs

interface ProcessDeps {
  db: Db
  redis: SharedRedis | null
  log: Log
}

const needed = (count: number) => say('check-redis-needed', { count })

/**
 * Says that this process answers requests, until what it resolves with is called; warns once where others do, too, and
 * there is no Redis by which they count together.
 */
export async function announceApiProcess({ db, redis, log }: ProcessDeps): Promise<() => Promise<void>> {
  const id = randomUUID()
  let isWarned = false
  let turn: Promise<void> = Promise.resolve()
  async function say(): Promise<void> {
    try {
      await noteApiProcess(db, id, goneMs)
      const count = redis === null ? await countApiProcesses(db, goneMs) : 1
      if (count > 1 && !isWarned) log.warn(needed(count).sentence)
      isWarned = count > 1
    } catch (error) {
      log.debug({ err: error }, 'this process could not say that it lives')
    }
  }
  await say()
  const timer = setInterval(() => {
    turn = turn.then(say)
  }, sayEveryMs)
  return async () => {
    clearInterval(timer)
    await turn
    await forgetApiProcess(db, id).catch((error: unknown) =>
      log.debug({ err: error }, 'it is forgotten later'),
    )
  }
}

/** Of a process besides its pool: one that listens, and one that migrates, backs up or looks things over. */
export const connectionsBesidePool = 2

export interface RunningDeps {
  db: Db
  log: Log
  roles: readonly string[]
  release: string
  poolSize: number
}

/** Says that this process runs, whatever its roles, until what it resolves with is called. */
export async function announceRunningProcess(deps: RunningDeps): Promise<() => Promise<void>> {
  const { db, log, roles, release, poolSize } = deps
  const id = randomUUID()
  const connectionsMax = poolSize + connectionsBesidePool
  const tell = () =>
    noteProcess(db, { id, roles, release, connectionsMax }, goneMs).catch((error: unknown) =>
      log.debug({ err: error }, 'this process could not say that it runs'),
    )
  await tell()
  let turn: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    turn = turn.then(tell)
  }, sayEveryMs)
  return async () => {
    clearInterval(timer)
    await turn
    await forgetProcess(db, id).catch((error: unknown) => log.debug({ err: error }, 'it is forgotten later'))
  }
}

/** Whether the database takes what all processes may open. */
export function connectionsCheck(deps: { db: Db; hasPooler: boolean }): Check {
  return {
    name: 'connections',
    critical: false,
    async run() {
      if (deps.hasPooler)
        return { ok: true, detail: 'through a pooler (DATABASE_DIRECT_URL), whose own limits count' }
      const problem = connectionsProblem(await connectionFigures(deps.db, goneMs))
      return problem === null
        ? { ok: true, detail: 'enough for all processes' }
        : { ok: false, detail: problem }
    },
  }
}

/** What is wrong where `more` would be opened besides; null = nothing. */
export function connectionsProblem(
  { processes, wanted, max, kept }: ConnectionFigures,
  more = 0,
): string | null {
  const needed = wanted + more + kept
  return needed <= max
    ? null
    : `${processes} ${processes === 1 ? 'process' : 'processes'}${more > 0 ? ' and one more' : ''} may open ${wanted + more} connections, ${kept} are kept, and the database takes ${max}: lower DATABASE_POOL_SIZE, raise max_connections, or put a pooler between (docs/many-processes.md)`
}

/** Whether Redis answers, and whether it is needed where there is none. Nothing stops without it. */
export function redisCheck({ db, redis }: Omit<ProcessDeps, 'log'>): Check {
  return {
    name: 'redis',
    critical: false,
    async run() {
      if (redis === null) {
        const count = await countApiProcesses(db, goneMs)
        return count > 1 ? checked(false, needed(count)) : checked(true, say('check-redis-none'))
      }
      const startedAt = performance.now()
      const info = await redis
        .run((client) => client.info('server'))
        .catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error
          const reason = String(error.internal)
          return { reason }
        })
      if (typeof info === 'object') return checked(false, say('check-redis-away', info))
      const release = /^(?:valkey|redis)_version:(\S+)/m.exec(info)?.[1] ?? null
      return checked(true, say('check-redis', { release, tookMs: Math.round(performance.now() - startedAt) }))
    },
  }
}
