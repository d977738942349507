import { type ConnectionOptions, keepConnected, type LostSince } from './connection.ts'
import type { LiveEvent } from './events.ts'

export type ShareOptions = Pick<ConnectionOptions, 'onEvent' | 'onState' | 'onRefused' | 'open'> & {
  /** Whose events: tabs of another person have their own stream. */
  person: number
}

type Said =
  | { is: 'event'; event: LiveEvent }
  | { is: 'state'; lostSince: LostSince; lastId: string | null }
  /** From a tab that was just opened. */
  | { is: 'question' }

/**
 * One stream for all tabs of a browser: the tab that has the lock holds it and tells the others, and when it is closed one of
 * those takes over where it was. Where there are no locks (an address without https), each tab that is looked at has its own.
 */
export function shareStream({ person, onEvent, onState, onRefused, open }: ShareOptions): () => void {
  const name = `deal-scout live ${person}`
  const channel = new BroadcastChannel(name)
  const say = (said: Said) => channel.postMessage(said)
  const closing = new AbortController()
  let connection: ReturnType<typeof keepConnected> | null = null
  let lastId: string | null = null
  let lostSince: LostSince = null
  let hasFollowed = false

  channel.onmessage = ({ data: said }: MessageEvent<Said>) => {
    if (said.is === 'question') {
      if (connection) say({ is: 'state', lostSince, lastId: connection.lastId() })
    } else if (connection) {
      return
    } else if (said.is === 'event') {
      lastId = said.event.id
      hasFollowed = true
      onEvent(said.event)
    } else {
      lastId = said.lastId ?? lastId
      hasFollowed = true
      setLost(said.lostSince)
    }
  }

  function lead(shares: boolean): void {
    // Between the tab before and this one something may have happened of which nobody knows.
    if (hasFollowed && lastId === null) onEvent({ id: '', kind: 'reset', data: {} })
    connection = keepConnected({
      ...{ lastId, onRefused, ...(open && { open }) },
      onEvent(event) {
        lastId = event.id
        if (shares) say({ is: 'event', event })
        onEvent(event)
      },
      onState(since) {
        setLost(since)
        if (shares) say({ is: 'state', lostSince: since, lastId })
      },
    })
  }

  function setLost(since: LostSince): void {
    if (since === lostSince) return
    lostSince = since
    onState(since)
  }

  function stop(): void {
    connection?.close()
    connection = null
  }

  function whileLookedAt(): void {
    if (document.hidden) stop()
    else if (connection === null) lead(false)
  }

  if ('locks' in navigator) {
    say({ is: 'question' })
    void navigator.locks
      .request(name, { signal: closing.signal }, async () => {
        lead(true)
        await new Promise((resolve) => closing.signal.addEventListener('abort', resolve))
      })
      .catch(() => {})
  } else {
    whileLookedAt()
    document.addEventListener('visibilitychange', whileLookedAt)
  }
  return () => {
    closing.abort()
    document.removeEventListener('visibilitychange', whileLookedAt)
    stop()
    channel.close()
  }
}
