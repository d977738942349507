import { setTimeout as sleep } from 'node:timers/promises'
import { abortable } from './abortable.ts'

interface Host {
  /** Settles when every call before the next one has started or given up. */
  tail: Promise<void>
  waiting: number
  lastStart: number
  gapMsMax: number
}

/** Lets calls to one host start `gapMs` apart, in the order they came; rejects with the signal's reason. */
export type Pace = (host: string, gapMs: number, signal: AbortSignal) => Promise<void>

/** Pacing of one process; `monotonicMs` only has to run forward. */
export function createPacing(monotonicMs: () => number = () => performance.now()): Pace {
  const hosts = new Map<string, Host>()

  const forgetIdle = () => {
    if (hosts.size < 1000) return
    const now = monotonicMs()
    for (const [name, host] of hosts) {
      if (host.waiting === 0 && host.lastStart + host.gapMsMax < now) hosts.delete(name)
    }
  }

  return async (name, gapMs, signal) => {
    signal.throwIfAborted()
    let host = hosts.get(name)
    if (!host) {
      if (gapMs <= 0) return
      forgetIdle()
      host = { tail: Promise.resolve(), waiting: 0, lastStart: Number.NEGATIVE_INFINITY, gapMsMax: gapMs }
      hosts.set(name, host)
    }
    host.gapMsMax = Math.max(host.gapMsMax, gapMs)
    if (gapMs <= 0) {
      host.lastStart = monotonicMs()
      return
    }
    const before = host.tail
    const turn = Promise.withResolvers<void>()
    host.tail = turn.promise
    host.waiting++
    try {
      await abortable(before, signal)
      for (;;) {
        const wait = host.lastStart + gapMs - monotonicMs()
        if (wait <= 0) break
        await sleep(Math.ceil(wait), undefined, { signal }).catch(() => signal.throwIfAborted())
      }
      host.lastStart = monotonicMs()
    } finally {
      host.waiting--
      // One that gave up early must not let those behind it overtake those before it.
      void before.then(turn.resolve)
    }
  }
}
