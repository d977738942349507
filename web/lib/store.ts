import { useSyncExternalStore } from 'react'

/** A value that outlives the pages that show it, until the app is loaded anew. */
export interface Store<Value> {
  get(): Value
  set(next: Value | ((now: Value) => Value)): void
  /** Follows it. */
  use(): Value
  /** Follows what of it somebody needs: nothing is drawn anew while that stays the same. */
  useOf<Part>(read: (value: Value) => Part): Part
}

export function createStore<Value>(first: Value): Store<Value> {
  let value = first
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const get = () => value
  return {
    get,
    set(next) {
      value = typeof next === 'function' ? (next as (now: Value) => Value)(value) : next
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, get),
    useOf: (read) => useSyncExternalStore(subscribe, () => read(value)),
  }
}
