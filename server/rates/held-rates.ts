import type { Clock } from '../core/clock.ts'
import type { Sql } from '../core/db.ts'
import { type ExchangeRates, exchangeRates, noRates } from '../model/exchange-rates.ts'
import { newestRates } from './rate-store.ts'

/** The newest exchange rates as last read; what there is of them in a process. */
export interface HeldRates {
  /** Reads again what is old: at most every few seconds. */
  catchUp(sql: Sql): Promise<void>
  /** As of the last `catchUp`. */
  now(): ExchangeRates
  /** Some were changed, or everything was. */
  forget(): void
}

/** Other processes' changes are seen after this. */
const maxAgeMs = 30_000

export function holdRates({ clock }: { clock: Clock }): HeldRates {
  let held = noRates
  let readAtMs = Number.NEGATIVE_INFINITY
  let changes = 0
  return {
    async catchUp(sql) {
      const now = clock.now()
      const nowMs = now.getTime()
      if (nowMs - readAtMs < maxAgeMs && nowMs >= readAtMs) return
      const changesBefore = changes
      held = exchangeRates(await newestRates(sql, now.toISOString().slice(0, 10)))
      // A change meanwhile may not be in what was read.
      if (changes === changesBefore) readAtMs = nowMs
    },
    now: () => held,
    forget() {
      changes++
      readAtMs = Number.NEGATIVE_INFINITY
    },
  }
}
