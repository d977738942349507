import type { Db } from '../core/db.ts'
import { AppError, errorMessage } from '../core/errors.ts'
import { liveChannel } from '../core/live-store.ts'
import type { Log } from '../core/log.ts'
import { pollingLoop } from '../core/loop.ts'
import type { Position } from './position.ts'
import { deleteFromFuture, eventsAfter, isSomethingUnsettled, lastEvent, type StoredEvent } from './store.ts'
import { eventFrame, frameOf, type LiveStream } from './stream.ts'

/** Who opened a stream, and by what they proved it. */
export interface Viewer {
  userId: number
  sessionId?: number | undefined
  keyId?: number | string | undefined
  /** By a way in that does not end while the program runs. */
  isSteady: boolean
}

export interface OpenedStream extends LiveStream {
  viewer: Viewer
}

export interface PumpDeps {
  db: Db
  log: Log
  /** Those whose session or key is no longer good. */
  endedAmong<One extends Viewer>(viewers: readonly One[]): Promise<One[]>
  beatMs?: number
}

const atOnce = 500
const pollMs = 1_000
const unsettledMs = 50
/** So long nothing can be read, and whoever looks is told by being cut off that nothing is live. */
const blindMsMax = 10_000
const checkMs = 5_000
const beatEveryMs = 20_000
const beginning: Position = { xid: 0, n: 0, salt: 0 }

export type Pump = Awaited<ReturnType<typeof startPump>>

/** Reads what was written, once for all streams of the process, and hands each event to those whom it concerns. */
export async function startPump({ db, log, endedAmong, beatMs = beatEveryMs }: PumpDeps) {
  const streams = new Set<OpenedStream>()
  const ofPerson = new Map<number, Set<OpenedStream>>()
  await deleteFromFuture(db)
  let position = (await lastEvent(db)) ?? beginning
  let blindSince: number | null = null
  let isWoken = false
  let isStopped = false

  const loop = pollingLoop({ name: 'live', lanes: 1, log, step })
  const listening = await db
    .listen(liveChannel, () => {
      isWoken = true
      loop.wake()
    })
    .catch((error: unknown) => {
      // Behind a pooler nobody hears anything: what is looked for each second comes a second later.
      if (!(error instanceof AppError) || error.code !== 'listen-unheard') throw error
      return { close: async () => {} }
    })
  const running = await loop.start()
  const beats = setInterval(beat, beatMs).unref()
  const checks = setInterval(() => void endThoseShutOut(), checkMs).unref()

  async function step(): Promise<number> {
    const wasWoken = isWoken
    isWoken = false
    try {
      const events = await eventsAfter(db, position, atOnce)
      for (const event of events) hand(event)
      blindSince = null
      if (events.length === atOnce) return 0
      if (!wasWoken || !(await isSomethingUnsettled(db))) return pollMs
      isWoken = true
      return unsettledMs
    } catch (error) {
      blindSince ??= performance.now()
      if (performance.now() - blindSince > blindMsMax) for (const stream of streams) stream.end()
      log.debug({ err: error }, `nothing live can be read: ${errorMessage(error)}`)
      return pollMs
    }
  }

  function hand(event: StoredEvent): void {
    position = event
    const concerned = event.userId === null ? streams : ofPerson.get(event.userId)
    if (concerned === undefined || concerned.size === 0) return
    const frame = eventFrame(event)
    for (const stream of concerned) stream.offer(event, frame, true)
  }

  /** Says that it is alive, and up to where all was told. */
  function beat(): void {
    const frame = frameOf('beat', {}, position)
    for (const stream of streams) stream.offer(position, frame, false)
  }

  async function endThoseShutOut(): Promise<void> {
    try {
      const ended = new Set(await endedAmong([...streams].map(({ viewer }) => viewer)))
      for (const stream of streams) if (ended.has(stream.viewer)) stream.end()
    } catch (error) {
      log.debug({ err: error }, 'whether streams are still allowed could not be read')
    }
  }

  return {
    position: () => position,
    isStopped: () => isStopped,
    count: (userId?: number) => (userId === undefined ? streams.size : (ofPerson.get(userId)?.size ?? 0)),
    add(stream: OpenedStream): void {
      const { userId } = stream.viewer
      streams.add(stream)
      const own = ofPerson.get(userId)
      if (own === undefined) ofPerson.set(userId, new Set([stream]))
      else own.add(stream)
    },
    remove(stream: OpenedStream): void {
      const { userId } = stream.viewer
      streams.delete(stream)
      const own = ofPerson.get(userId)
      own?.delete(stream)
      if (own?.size === 0) ofPerson.delete(userId)
    },
    endAll(): void {
      for (const stream of streams) stream.end()
    },
    async stop(): Promise<void> {
      if (isStopped) return
      isStopped = true
      clearInterval(beats)
      clearInterval(checks)
      await listening.close()
      await running.stop()
    },
  }
}
