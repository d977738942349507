import { setTimeout as sleep } from 'node:timers/promises'
import type { Loop } from './feature.ts'
import type { Log } from './log.ts'

/**
 * A loop that takes and handles work until it is stopped. `step` says how long to wait before the next one:
 * 0 = at once, more work is likely. `wake` cuts the wait short.
 */
export interface PollingLoop extends Loop {
  wake(): void
}

/** Runs `lanes` steps side by side; a step that throws is logged and tried again after a second. */
export function pollingLoop(options: {
  name: string
  lanes: number
  log: Log
  step(signal: AbortSignal): Promise<number>
}): PollingLoop {
  let wakeUp = new AbortController()
  const stopping = new AbortController()
  const lane = async () => {
    while (!stopping.signal.aborted) {
      const woken = wakeUp.signal
      let waitMs: number
      try {
        waitMs = await options.step(stopping.signal)
      } catch (error) {
        if (stopping.signal.aborted) return
        options.log.error({ err: error, loop: options.name }, 'a loop failed; it goes on')
        waitMs = 1000
      }
      if (waitMs > 0)
        await sleep(waitMs, undefined, { signal: AbortSignal.any([woken, stopping.signal]) }).catch(() => {})
    }
  }
  return {
    name: options.name,
    wake() {
      wakeUp.abort()
      wakeUp = new AbortController()
    },
    async start() {
      const lanes = Array.from({ length: options.lanes }, lane)
      return {
        async stop() {
          stopping.abort(new Error('closing'))
          await Promise.all(lanes)
        },
      }
    },
  }
}
