import type { Authorized } from '../core/actor.ts'
import type { Db } from '../core/db.ts'
import { AppError } from '../core/errors.ts'
import { type Position, readPosition } from './position.ts'
import { type OpenedStream, type Pump, type PumpDeps, startPump, type Viewer } from './pump.ts'
import { ownEventsAfter, type StoredEvent } from './store.ts'
import { openStream } from './stream.ts'

/** A person's browsers have one each; a program that forgets to close them is told so. */
export const streamsMax = 20
/** Whoever missed more reads what is there now anew. */
export const replayedMax = 2_000
const replayedAtOnce = 100

export interface Live {
  /** `lastId` = the last event that is known, whatever was sent as that; null = none is. */
  open(
    viewer: Viewer & { userId: Authorized<'read'> },
    lastId: string | null,
    onCut: () => void,
  ): Promise<Opened>
  count(): number
  /** Another database answers: where streams stand means nothing in it. */
  forget(): void
  close(): Promise<void>
}

export type Opened = Pick<OpenedStream, 'readable'> & { leave(): void }

/** What is live in this process: it reads only while somebody looks. */
export function createLive(deps: PumpDeps): Live {
  let pumping: Promise<Pump> | null = null
  let current: Pump | null = null
  let isClosed = false
  const stopping = new Set<Promise<void>>()

  async function running(): Promise<Pump> {
    for (;;) {
      pumping ??= startPump(deps)
      const mine = pumping
      try {
        const pump = await mine
        if (!pump.isStopped()) {
          current = pump
          return pump
        }
      } catch (error) {
        if (pumping === mine) pumping = null
        throw error
      }
      if (pumping === mine) pumping = null
    }
  }

  function leave(pump: Pump, stream: OpenedStream): void {
    stream.end()
    pump.remove(stream)
    if (pump.count() > 0) return
    if (current === pump) {
      current = null
      pumping = null
    }
    const stopped = pump
      .stop()
      .catch(() => {})
      .finally(() => stopping.delete(stopped))
    stopping.add(stopped)
  }

  return {
    async open(viewer, lastId, onCut) {
      const pump = await running()
      if (pump.count(viewer.userId) >= streamsMax) throw tooManyStreams()
      const begunAt = pump.position()
      const stream: OpenedStream = {
        viewer,
        ...openStream({
          begunAt,
          missed: lastId === null ? null : missedSince(deps.db, viewer.userId, readPosition(lastId)),
          now: () => pump.position(),
          onCut,
        }),
      }
      pump.add(stream)
      if (isClosed) stream.end()
      return { readable: stream.readable, leave: () => leave(pump, stream) }
    },
    count: () => current?.count() ?? 0,
    forget: () => current?.endAll(),
    async close() {
      isClosed = true
      current?.endAll()
      await (pumping?.then((pump) => pump.stop()) ?? Promise.resolve()).catch(() => {})
      await Promise.all(stopping)
    },
  }
}

/** Pages of what came since; false at the end where it is not all that came. */
async function* missedSince(
  db: Db,
  userId: Authorized<'read'>,
  since: Position | null,
): AsyncGenerator<StoredEvent[], boolean> {
  if (since === null) return false
  let after = since
  for (let count = 0; count < replayedMax; count += replayedAtOnce) {
    const events = await ownEventsAfter(db, userId, after, replayedAtOnce)
    if (events === null) return false
    if (events.length > 0) yield events
    if (events.length < replayedAtOnce) return true
    after = events.at(-1)!
  }
  return false
}

function tooManyStreams(): AppError {
  return new AppError({
    code: 'too-many-streams',
    status: 429,
    message: `You have ${streamsMax} streams open: close one, or let those that share a browser share one.`,
    retryAfterS: 60,
  })
}
