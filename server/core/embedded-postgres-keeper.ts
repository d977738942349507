import pg from 'pg'
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres.ts'
import { errorMessage } from './errors.ts'

const lookEveryMs = 2_000

/**
 * The embedded server, kept running: when it was killed while we live, it is started again on the same port, so that
 * connection pools find it. Never throws; what fails is logged and tried again.
 */
export function keepRunning(
  first: EmbeddedPostgres,
  options: EmbeddedPostgresOptions,
): { close(): Promise<void> } {
  let current = first
  let looking: Promise<void> = Promise.resolve()
  const look = async () => {
    if (await answers(current.connectionString)) return
    try {
      const next = await startEmbeddedPostgres(options)
      const before = current
      current = next
      await before.close()
      options.log.warn(
        next.owner ? 'the embedded PostgreSQL was gone; it runs again' : 'the embedded PostgreSQL is back',
      )
      if (new URL(next.connectionString).port !== new URL(before.connectionString).port) {
        options.log.error('the embedded PostgreSQL had to take another port: restart Deal Scout')
      }
    } catch (error) {
      options.log.error(
        { err: error },
        `the embedded PostgreSQL cannot be started again: ${errorMessage(error)}`,
      )
    }
  }
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, lookEveryMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await looking
      await current.close()
    },
  }
}

/** A server under load answers late, a dead one refuses at once: only the latter counts. */
async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch (error) {
    const code = (error as { code?: string }).code
    return code !== 'ECONNREFUSED' && code !== 'ECONNRESET'
  }
}
