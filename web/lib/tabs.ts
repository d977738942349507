import { useEffect, useRef } from 'react'

const name = 'deal-scout'

/** Tells the other tabs of this browser that something was changed here: `rules 7`. */
export function tellTabs(changed: string): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(name)
  channel.postMessage(changed)
  channel.close()
}

/** Calls back when another tab says that something was changed there. */
export function useOtherTabs(onChange: (changed: string) => void): void {
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }) => latest.current(String(data))
    return () => channel.close()
  }, [])
}
