import type { Redis } from 'ioredis'
import { AppError, errorMessage } from './errors.ts'
import type { Log } from './log.ts'
import { createOutage } from './outage.ts'

/** A script that is kept on the server: keys, then arguments. */
export type Script = (keys: readonly string[], args: readonly (string | number)[]) => Promise<unknown>

/** The Redis (or Valkey) of all processes. Nothing is in it alone: while it is away its users do without. */
export interface SharedRedis {
  /** Rejects with `redis-away`: after 100 ms where it does not answer, and from then on at once until it does. */
  run<T>(ask: (redis: Redis) => Promise<T>): Promise<T>
  script(name: string, lua: string): Script
  isAway(): boolean
  publish(channel: string): Promise<unknown>
  /** Calls back for each message on the channel, and once after each (re)connect, since some may have been missed. */
  subscribe(channel: string, onMessage: (payload: string) => void): { close(): void }
  close(): Promise<void>
}

export interface RedisOptions {
  url: string
  /** By which we prove who we are where the address is rediss://; PEM. */
  tls?: { cert: string; key: string } | undefined
  log: Log
  connectMs?: number
  commandMs?: number
}

const probeEveryMs = 100
/** That many in a row without an answer, and another connection is tried. */
const probesMax = 20
const listenerCheckMs = 10_000

/** Connects in the background: what is asked first waits for that, for `connectMs` at the most. */
export async function openRedis(options: RedisOptions): Promise<SharedRedis> {
  const { log, connectMs = 500, commandMs = 100 } = options
  // Half of the program's processes have none: they need not load it.
  const { Redis: RedisClient } = await import('ioredis')
  const settings = {
    connectTimeout: connectMs,
    // Of what is given up earlier: see within().
    commandTimeout: 10 * commandMs,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 1,
    lazyConnect: true,
    keepAlive: 10_000,
    connectionName: 'deal-scout',
    ...(options.tls && { tls: options.tls }),
    retryStrategy: (times: number) => Math.min(50 * 2 ** times, 1000),
  }
  const client = new RedisClient(options.url, settings)
  const outage = createOutage({ log, name: 'Redis' })
  let awayReason: string | null = null
  let isClosed = false
  let probe: NodeJS.Timeout | undefined
  let probes = 0

  function missed(reason: string): void {
    if (isClosed) return
    outage.missed(reason)
    if (awayReason === null) ask()
    // What comes after the first is its consequence.
    awayReason ??= reason
  }

  function answered(): void {
    outage.answered()
    awayReason = null
    probes = 0
    clearTimeout(probe)
  }

  /** Whether it is back, while nobody who waits for an answer asks. */
  function ask(): void {
    clearTimeout(probe)
    probe = setTimeout(async () => {
      const isBack =
        client.status === 'ready' &&
        (await within(client.ping(), commandMs).then(
          () => true,
          () => false,
        ))
      if (isClosed) return
      if (isBack) return answered()
      if (client.status === 'ready' && ++probes >= probesMax) {
        probes = 0
        client.disconnect(true)
      }
      ask()
    }, probeEveryMs).unref()
  }

  client.on('error', (error) => missed(errorMessage(error)))
  client.on('close', () => missed('the connection ended'))
  const connected = client.connect().catch((error: unknown) => missed(errorMessage(error)))

  async function run<T>(command: (redis: Redis) => Promise<T>): Promise<T> {
    await connected
    if (awayReason !== null) throw redisAway(awayReason)
    try {
      const answer = await within(command(client), commandMs)
      outage.answered()
      return answer
    } catch (error) {
      const reason = errorMessage(error)
      // What it answers with an error it answers (read-only, out of memory): the next may fare better.
      if ((error as Error).name === 'ReplyError') outage.missed(reason)
      else missed(reason)
      throw redisAway(reason, error)
    }
  }

  const listener = createListener(() => client.duplicate(settings), log)
  return {
    run,
    publish: (channel) => run((redis) => redis.publish(channel, '')),
    isAway: () => awayReason !== null,
    script(name, lua) {
      client.defineCommand(name, { lua })
      return (keys, args) =>
        run((redis) => (redis as unknown as Defined)[name]!(keys.length, ...keys, ...args))
    },
    subscribe: listener.subscribe,
    async close() {
      isClosed = true
      clearTimeout(probe)
      listener.close()
      // What was sent is answered first.
      if (client.status === 'ready') await client.quit().catch(() => {})
      client.disconnect()
    },
  }
}

/** A client with the commands that were defined. */
type Defined = Record<string, (...args: readonly (string | number)[]) => Promise<unknown>>

/** A connection that listens is good for nothing else, and is made when somebody listens. */
function createListener(connect: () => Redis, log: Log) {
  const channels = new Map<string, Set<(payload: string) => void>>()
  let client: Redis | undefined
  let timer: NodeJS.Timeout | undefined

  const tell = (channel: string, payload: string) => {
    for (const onMessage of channels.get(channel) ?? []) onMessage(payload)
  }

  async function listenOn(names: readonly string[]): Promise<void> {
    if (client?.status !== 'ready' || names.length === 0) return
    try {
      await client.subscribe(...names)
      for (const channel of names) tell(channel, '')
    } catch {
      client.disconnect(true)
    }
  }

  function open(): Redis {
    const made = connect()
    made.on('error', (error) => log.debug({ err: error }, 'the listening Redis connection was lost'))
    made.on('message', tell)
    made.on('ready', () => void listenOn([...channels.keys()]))
    made.connect().catch(() => {})
    // Nothing comes on a connection that is dead, nor on one that is quiet.
    timer = setInterval(() => {
      if (made.status === 'ready') made.ping().catch(() => made.disconnect(true))
    }, listenerCheckMs).unref()
    return made
  }

  return {
    subscribe(channel: string, onMessage: (payload: string) => void) {
      const others = channels.get(channel)
      if (others === undefined) channels.set(channel, new Set([onMessage]))
      else others.add(onMessage)
      if (client === undefined) client = open()
      else if (others === undefined) void listenOn([channel])
      return {
        close() {
          const left = channels.get(channel)
          left?.delete(onMessage)
          if (left?.size !== 0) return
          channels.delete(channel)
          if (client?.status === 'ready') void client.unsubscribe(channel).catch(() => {})
        },
      }
    },
    close() {
      clearInterval(timer)
      client?.disconnect()
    },
  }
}

/**
 * Gives up what takes longer. Where this process itself stood still, the answer has come meanwhile and is read first, which
 * a timer alone would not wait for.
 */
async function within<T>(answer: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    setImmediate(() => late.reject(new Error(`no answer within ${ms} ms`)))
  }, ms)
  try {
    return await Promise.race([answer, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

function redisAway(reason: string, cause?: unknown): AppError {
  return new AppError({
    code: 'redis-away',
    status: 503,
    message: 'This is counted in Redis, which does not answer at the moment: try again in a moment.',
    retryAfterS: 2,
    internal: reason,
    ...(cause !== undefined && { cause }),
  })
}
