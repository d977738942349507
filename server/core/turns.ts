import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work of this length is done at a time where others wait for the same thread. */
export const turnMs = 20

/** For long loops: awaited at each step, it gives others their turn whenever `everyMs` of work passed. */
export function turns(everyMs = turnMs, now: () => number = () => performance.now()): () => Promise<void> {
  let since = now()
  return async () => {
    if (now() - since < everyMs) return
    await nextTurn()
    since = now()
  }
}
