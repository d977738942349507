import { setTimeout as sleep } from 'node:timers/promises'
import { errorMessage } from '../errors.ts'
import { createOutage } from '../outage.ts'
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres.ts'

const pollEveryMs = 2_000

export interface Kept {
  /** Where the server is now; it may have come back on another port. */
  readonly connectionString: string
  close(): Promise<void>
}

/**
 * The embedded server, kept running: when it is gone while we live, it is started again, or joined where another process
 * was quicker. It comes back on its port where that is free; where not, `connectionString` tells the new one. Never
 * throws: what fails is tried again until it works, and logged once a minute.
 */
export function keepRunning(first: EmbeddedPostgres, options: EmbeddedPostgresOptions): Kept {
  let current = first
  const { log } = options
  const outage = createOutage({ log, name: 'The embedded PostgreSQL' })
  const closing = new AbortController()
  const look = async () => {
    try {
      if (await current.isThere()) return outage.answered()
      const next = await startEmbeddedPostgres({ ...options, signal: closing.signal })
      const before = current
      current = next
      await before.close()
      const { port } = new URL(next.connectionString)
      log.warn(
        { port, before: new URL(before.connectionString).port },
        next.owner ? 'the embedded PostgreSQL was gone; it runs again' : 'the embedded PostgreSQL is back',
      )
    } catch (error) {
      if (!closing.signal.aborted) outage.missed(errorMessage(error))
    }
  }
  const running = (async () => {
    for (;;) {
      await sleep(pollEveryMs, undefined, { signal: closing.signal, ref: false }).catch(() => {})
      if (closing.signal.aborted) return
      await look()
    }
  })()
  return {
    get connectionString() {
      return current.connectionString
    },
    async close() {
      closing.abort()
      await running
      await current.close()
    },
  }
}
