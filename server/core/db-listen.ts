import pg from 'pg'
import { asDatabaseError } from './database-away.ts'
import { errorMessage } from './errors.ts'
import type { Log } from './log.ts'
import type { Outage } from './outage.ts'

/** Listens with a connection of its own. The first is the caller's to see fail; later ones are tried again each second. */
export async function listenTo(
  channel: string,
  onNotify: (payload: string) => void,
  { config, outage, log }: { config(): pg.ClientConfig; outage: Outage; log: Log },
): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const connect = async () => {
    const next = new pg.Client({ ...config(), statement_timeout: 0 })
    client = next
    let lost = false
    const onLost = (error: Error) => {
      if (closed || lost) return
      lost = true
      log.debug({ err: error }, 'the listening database connection was lost')
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
      throw asDatabaseError(error)
    }
    if (closed) return
    next.on('error', onLost)
    next.on('end', () => onLost(new Error('the connection ended')))
    next.on('notification', (message) => onNotify(message.payload ?? ''))
    onNotify('')
  }
  const again = () => {
    if (closed) return
    timer = setTimeout(() => {
      connect().catch((error: Error) => {
        if (!closed) outage.missed(errorMessage(error.cause ?? error))
        again()
      })
    }, 1000)
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
