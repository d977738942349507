import { setImmediate as nextTurn } from 'node:timers/promises'

/** Long enough that the pauses cost nothing, short enough that nobody who waits for an answer notices. */
const holdMsMax = 15

/**
 * For work of unknown length on the thread that answers everybody: called between its steps, it lets the others have
 * their turn whenever this work has held the thread for some milliseconds.
 */
export function createBreath(): () => Promise<void> | undefined {
  let sinceMs = performance.now()
  return () => {
    if (performance.now() - sinceMs < holdMsMax) return undefined
    return nextTurn().then(() => {
      sinceMs = performance.now()
    })
  }
}
