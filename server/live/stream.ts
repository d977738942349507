import { Readable } from 'node:stream'
import { idOf, isAfter, type Position } from './position.ts'
import type { StoredEvent } from './store.ts'

/** What waits for a reader who does not read; beyond it the stream is cut, and goes on where it was when it is opened anew. */
export const waitingBytesMax = 256 * 1024

export interface LiveStream {
  readable: Readable
  /** Puts a frame behind those that wait; `isEvent` = it is sent only where it was not sent before. */
  offer(at: Position, frame: string, isEvent: boolean): void
  /** Ends it when what waits was sent. */
  end(): void
  /** Ends it at once. */
  cut(): void
}

export interface StreamOptions {
  /** Behind it everything is offered. */
  begunAt: Position
  /** What came until then of which the reader does not know: pages of it, and at the end whether that is all there is. */
  missed: AsyncGenerator<StoredEvent[], boolean> | null
  /** Where all that is offered now comes after. */
  now(): Position
  onCut(): void
}

export function frameOf(event: string, data: object, at: Position): string {
  return `id: ${idOf(at)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

export const eventFrame = (event: StoredEvent) => frameOf(event.kind, event.data, event)

/** The frames of one reader: first what was missed, as fast as it is read, then what is offered. */
export function openStream({ begunAt, missed, now, onCut }: StreamOptions): LiveStream {
  const waiting: { at: Position; frame: string; isEvent: boolean }[] = []
  let bytes = 0
  let isOver = false
  let wake = () => {}

  async function* frames(): AsyncGenerator<string> {
    let last = begunAt
    let replayed = 0
    if (missed !== null) {
      let turn = await missed.next()
      for (; !turn.done; turn = await missed.next()) {
        for (const event of turn.value) yield eventFrame(event)
        replayed += turn.value.length
        last = turn.value.at(-1) ?? last
        if (isOver) return
      }
      if (!turn.value) {
        last = now()
        yield frameOf('reset', {}, last)
      }
    }
    // What is offered while what was missed is read may be among it.
    if (isAfter(begunAt, last)) last = begunAt
    yield frameOf('ready', { replayed }, last)
    for (;;) {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        bytes -= next.frame.length
        const isNews = isAfter(next.at, last)
        if (isNews) last = next.at
        if (isNews || !next.isEvent) yield next.frame
      }
      if (isOver) return
      const woken = Promise.withResolvers<void>()
      wake = woken.resolve
      await woken.promise
    }
  }

  const readable = Readable.from(frames(), { objectMode: false, highWaterMark: 16_384 })
  function end(): void {
    isOver = true
    wake()
  }
  function cut(): void {
    end()
    readable.destroy()
    onCut()
  }
  return {
    readable,
    offer(at, frame, isEvent) {
      if (isOver) return
      waiting.push({ at, frame, isEvent })
      bytes += frame.length
      if (bytes > waitingBytesMax) cut()
      else wake()
    },
    end,
    cut,
  }
}
