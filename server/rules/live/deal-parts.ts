import { randomUUID } from 'node:crypto'
import type { Db } from '../../core/db.ts'
import type { Log } from '../../core/log.ts'
import { type PollingLoop, pollingLoop } from '../../core/loop.ts'
import type { LiveMatcher } from './live-matcher.ts'
import { dealParts, leaveParts } from './part-store.ts'

/** A worker that was killed is noticed after the lease by whoever deals next; both together are below ten seconds. */
const leaseMs = 6_000
const dealEveryMs = 2_000

/** Has this worker take part in the dealing of the rules' parts, and its matcher hold those that it is dealt. */
export function dealingLoop(deps: {
  db: Db
  log: Log
  matcher: LiveMatcher
  /** It has the parts that it was dealt. */
  onHeld(): void
}): PollingLoop {
  const { db, log, matcher, onHeld } = deps
  const workerId = randomUUID()
  let holding: Promise<void> = Promise.resolve()
  const deal = () => db.transaction((tx) => dealParts(tx, workerId, leaseMs))
  const loop = pollingLoop({
    name: 'dealing of rules',
    lanes: 1,
    log,
    async step() {
      // Reading many rules takes longer than the lease: it goes on beside.
      const before = matcher.parts
      holding = matcher.hold(db, new Set(await deal())).then(
        () => {
          if (matcher.parts !== before) onHeld()
        },
        (error: unknown) => {
          log.warn({ err: error }, 'the rules that were dealt could not be read; they are asked for again')
        },
      )
      return dealEveryMs
    },
  })
  return {
    ...loop,
    async start() {
      const handle = await loop.start()
      return {
        async stop() {
          await handle.stop()
          await holding
          await leaveParts(db, workerId).catch((error: unknown) => {
            log.debug({ err: error }, 'its parts are free when its lease is over')
          })
        },
      }
    },
  }
}
