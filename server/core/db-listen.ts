import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { asDatabaseError } from './database-away.ts'
import { errorMessage, setupError } from './errors.ts'
import type { Log } from './log.ts'
import type { Outage } from './outage.ts'

export interface ListenerOptions {
  /** Of the connection that listens. */
  config(): pg.ClientConfig
  /** Is shown each connection before it listens. */
  look(client: pg.Client): Promise<void>
  /** Sends a notification by another connection. */
  notify(channel: string, payload: string): Promise<unknown>
  /** How long the first notification may take. */
  echoMs: number
  outage: Outage
  log: Log
}

type OnNotify = (payload: string) => void

const echoChannel = 'deal_scout_echo'
const echoEveryMs = 250

/**
 * Listens to any number of channels with one connection of its own. The first time that it connects is the caller's to see
 * fail, and proves that what is sent arrives; later ones are tried again each second.
 */
export function createListener(options: ListenerOptions) {
  const { outage, log } = options
  const channels = new Map<string, Set<OnNotify>>()
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let isProved = false
  /** One at a time connects, listens and leaves. */
  let turn: Promise<unknown> = Promise.resolve()

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const done = turn.then(run)
    turn = done.catch(() => {})
    return done
  }

  async function connect(): Promise<void> {
    const next = new pg.Client(options.config())
    const failed = new Promise<never>((_, reject) => next.on('error', reject))
    failed.catch(() => {})
    try {
      await Promise.race([next.connect().then(() => options.look(next)), failed])
      if (!isProved) await Promise.race([prove(next), failed])
      isProved = true
      for (const channel of channels.keys()) await Promise.race([listenOn(next, channel), failed])
    } catch (error) {
      await next.end().catch(() => {})
      throw asDatabaseError(error)
    }
    client = next
    const onLost = (error: Error) => {
      if (client !== next) return
      client = null
      log.debug({ err: error }, 'the listening database connection was lost')
      void next.end().catch(() => {})
      again()
    }
    next.on('error', onLost)
    next.on('end', () => onLost(new Error('the connection ended')))
    next.on('notification', ({ channel, payload = '' }) => tell(channel, payload))
    for (const channel of channels.keys()) tell(channel, '')
  }

  const listenOn = (on: pg.Client, channel: string) => on.query(`LISTEN ${pg.escapeIdentifier(channel)}`)

  function tell(channel: string, payload: string): void {
    for (const onNotify of channels.get(channel) ?? []) onNotify(payload)
  }

  /** A pooler that gives a connection to another after each transaction takes LISTEN, and nothing ever comes of it. */
  async function prove(next: pg.Client): Promise<void> {
    const sign = randomUUID()
    let isHeard = false
    const onNotification = ({ payload }: pg.Notification) => {
      isHeard ||= payload === sign
    }
    next.on('notification', onNotification)
    await listenOn(next, echoChannel)
    const deadline = Date.now() + options.echoMs
    for (let saidAt = 0; !isHeard; await sleep(5)) {
      const now = Date.now()
      if (now >= deadline) throw unheard()
      if (now - saidAt < echoEveryMs) continue
      saidAt = now
      await options.notify(echoChannel, sign)
    }
    next.off('notification', onNotification)
    await next.query(`UNLISTEN ${echoChannel}`)
  }

  function again(): void {
    if (channels.size === 0) return
    timer = setTimeout(() => {
      inTurn(async () => {
        if (channels.size > 0 && client === null) await connect()
      }).catch((error: Error) => {
        outage.missed(errorMessage(error.cause ?? error))
        again()
      })
    }, 1000)
  }

  async function leave(channel: string, onNotify: OnNotify): Promise<void> {
    const others = channels.get(channel)
    others?.delete(onNotify)
    if (others?.size !== 0) return
    channels.delete(channel)
    if (channels.size === 0) {
      clearTimeout(timer)
      const last = client
      client = null
      await last?.end().catch(() => {})
    } else await client?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`).catch(() => {})
  }

  return {
    async listen(channel: string, onNotify: OnNotify): Promise<{ close(): Promise<void> }> {
      await inTurn(async () => {
        const others = channels.get(channel)
        if (others !== undefined) others.add(onNotify)
        else channels.set(channel, new Set([onNotify]))
        try {
          // That calls back, too.
          if (client === null) return await connect()
          if (others === undefined) await listenOn(client, channel)
        } catch (error) {
          await leave(channel, onNotify)
          throw asDatabaseError(error)
        }
        onNotify('')
      })
      return { close: () => inTurn(() => leave(channel, onNotify)) }
    },
  }
}

function unheard() {
  return setupError(
    'listen-unheard',
    'What is sent with NOTIFY does not reach who listens: DATABASE_URL goes through a pooler in transaction mode (PgBouncer), or DATABASE_DIRECT_URL is another database. Set DATABASE_DIRECT_URL to the database itself, and DATABASE_PREPARE=off.',
  )
}
