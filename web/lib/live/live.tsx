import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { LostSince } from './connection.ts'
import type { LiveEvent } from './events.ts'
import { shareStream } from './share.ts'

type OnEvent = (event: LiveEvent) => void

interface Live {
  lostSince: LostSince
  listen(onEvent: OnEvent): () => void
}

const LiveContext = createContext<Live>({ lostSince: null, listen: () => () => {} })

/** What happens while a person looks; `onEvent` is told first, before the page that is shown. */
export function LiveProvider({
  person,
  onEvent,
  onRefused,
  children,
}: {
  person: number | null
  onEvent: OnEvent
  onRefused(): void
  children: ReactNode
}) {
  const [lostSince, setLost] = useState<LostSince>(null)
  const listeners = useRef(new Set<OnEvent>())
  const told = useRef({ onEvent, onRefused })
  told.current = { onEvent, onRefused }
  useEffect(() => {
    if (person === null) return
    return shareStream({
      person,
      onEvent(event) {
        told.current.onEvent(event)
        for (const listener of listeners.current) listener(event)
      },
      onState: setLost,
      onRefused: () => told.current.onRefused(),
    })
  }, [person])
  const live = useMemo<Live>(
    () => ({
      lostSince,
      listen(listener) {
        listeners.current.add(listener)
        return () => void listeners.current.delete(listener)
      },
    }),
    [lostSince],
  )
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}

/** Since when nothing is live; null = it is. */
export const useLostSince = (): LostSince => useContext(LiveContext).lostSince

/** Tells a page of each event while it is shown. */
export function useLiveEvents(onEvent: OnEvent): void {
  const { listen } = useContext(LiveContext)
  const told = useRef(onEvent)
  told.current = onEvent
  useEffect(() => listen((event) => told.current(event)), [listen])
}
