import { type EventsListener, openEvents } from '../api/events.ts'
import type { LiveEvent } from './events.ts'

/** Since when nothing is live; null = it is. */
export type LostSince = number | null

export interface ConnectionOptions {
  /** The last event that is known, null = none. */
  lastId: string | null
  onEvent(event: LiveEvent): void
  onState(lostSince: LostSince): void
  /** The server does not want the stream: it knows why, and is asked by another way. */
  onRefused(): void
  open?: (lastId: string | null, listener: EventsListener) => { close(): void }
}

const firstWaitMs = 1_000
const longestWaitMs = 30_000
/** It beats every 20 s: who hears nothing for so long hears nothing any more. */
const silentMsMax = 50_000

/** How long to wait before the n-th try in a row, from 0 on: twice as long each time, and no two browsers alike. */
export function waitMs(tries: number, random = Math.random()): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** tries) * (0.5 + random / 2)
}

/** Holds a stream open until it is closed: what ends is opened again where it was. */
export function keepConnected(options: ConnectionOptions): { close(): void; lastId(): string | null } {
  const { onEvent, onState, onRefused, open = openEvents } = options
  let { lastId } = options
  let tries = 0
  let lostSince: LostSince = null
  let isClosed = false
  let stream: { close(): void } | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  function connect(): void {
    clearTimeout(retry)
    listenOn()
    stream = open(lastId, {
      onEvent(event) {
        if (isClosed) return
        listenOn()
        lastId = event.id
        if (event.kind === 'ready') {
          tries = 0
          setLost(null)
        }
        onEvent(event)
      },
      onEnd: lose,
    })
  }

  function lose(isRefused: boolean): void {
    if (isClosed) return
    clearTimeout(silence)
    stream?.close()
    stream = null
    setLost(lostSince ?? Date.now())
    if (isRefused) onRefused()
    retry = setTimeout(connect, waitMs(tries++))
  }

  function listenOn(): void {
    clearTimeout(silence)
    silence = setTimeout(() => lose(false), silentMsMax)
  }

  function setLost(since: LostSince): void {
    if (since === lostSince) return
    lostSince = since
    onState(since)
  }

  /** The way is there again: nobody waits for the next try. */
  function tryNow(): void {
    if (stream === null && !isClosed) connect()
  }

  addEventListener('online', tryNow)
  connect()
  return {
    lastId: () => lastId,
    close() {
      isClosed = true
      removeEventListener('online', tryNow)
      clearTimeout(retry)
      clearTimeout(silence)
      stream?.close()
    },
  }
}
