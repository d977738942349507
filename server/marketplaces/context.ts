import type { Clock } from '../core/clock.ts'
import type { Fetch } from '../core/fetch.ts'
import type { FieldValues } from '../core/fields.ts'
import type { Log } from '../core/log.ts'
import type { OptionValues } from '../core/options.ts'
import type { Reader } from '../core/reader-pool.ts'

/** Everything a call may use; made fresh for every call, so adapters have no state. */
export interface MarketplaceContext {
  fetch: Fetch
  log: Log
  clock: Clock
  signal: AbortSignal
  /** The operator's values of the adapter's own options. */
  options: OptionValues
  /** What was filled in for this source, secrets in clear. */
  settings: FieldValues
  /** True for sources of the demo world: their base URL points to this machine. */
  demo: boolean
  /** Small values shared by all processes, encrypted at rest (an access token for its life). */
  cache: {
    get(key: string): Promise<string | null>
    set(key: string, value: string, expiresAt: Date): Promise<void>
    delete(key: string): Promise<void>
  }
  /**
   * Calls a reader in a process of its own: whatever a site sent is read there and nowhere else, since it may be made to
   * end or hold up what reads it. Throws ReadingFailed then, which ends the scan as parse-drift.
   */
  read<Args extends unknown[], Result>(reader: Reader<Args, Result>, ...args: Args): Promise<Result>
  /** Spends one call of a daily budget shared by all processes; false when the day's budget is used up. */
  spend(budget: string, perDay: number): Promise<boolean>
}
