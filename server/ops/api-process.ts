import { randomUUID } from 'node:crypto'
import type { Db } from '../core/db.ts'
import { AppError } from '../core/errors.ts'
import type { Check } from '../core/feature.ts'
import type { Log } from '../core/log.ts'
import type { SharedRedis } from '../core/redis.ts'
import { countApiProcesses, forgetApiProcess, noteApiProcess } from './process-store.ts'

const sayEveryMs = 20_000
/** One that said nothing for so long is gone. */
const goneMs = 60_000

interface ProcessDeps {
  db: Db
  redis: SharedRedis | null
  log: Log
}

const sentence = (count: number) =>
  `${count} processes with the role api run without REDIS_URL: each counts rate limits for itself, so that they allow ${count} times as many requests. Set REDIS_URL, to the same for all processes`

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
      if (count > 1 && !isWarned) log.warn(sentence(count))
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

const without =
  'each process counts rate limits for itself, what is limited strictly (sign-in, codes, test messages) is refused, and processes wake each other by the database'

/** Whether Redis answers, and whether it is needed where there is none. Nothing stops without it. */
export function redisCheck({ db, redis }: Omit<ProcessDeps, 'log'>): Check {
  return {
    name: 'redis',
    critical: false,
    async run() {
      if (redis === null) {
        const count = await countApiProcesses(db, goneMs)
        return count > 1
          ? { ok: false, detail: sentence(count) }
          : { ok: true, detail: 'none (REDIS_URL); one process needs none' }
      }
      const startedAt = performance.now()
      const info = await redis
        .run((client) => client.info('server'))
        .catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error
          const reason = String(error.internal)
          return { reason }
        })
      if (typeof info === 'object')
        return { ok: false, detail: `REDIS_URL does not answer: ${info.reason}; until it does, ${without}` }
      const version = /^(?:valkey|redis)_version:(\S+)/m.exec(info)?.[1] ?? 'of an unknown version'
      return {
        ok: true,
        detail: `Redis ${version}, answered in ${Math.round(performance.now() - startedAt)} ms`,
      }
    },
  }
}
