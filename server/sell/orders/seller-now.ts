import type { Authorized } from '../../core/actor.ts'
import type { FeesOf } from '../deps.ts'
import type { OrderDeps } from './deps.ts'

/** So long after an order changed last its buyer is forgotten. */
export const buyerKeptDays = 90
/** What of a person is asked once for many of their orders. */
export interface SellerNow {
  feesOf: FeesOf
  /** The day in their time zone, `YYYY-MM-DD`; no later than today. */
  dayOf(at: Date): string
}

export async function sellerNow(deps: OrderDeps, userId: Authorized<'read'>): Promise<SellerNow> {
  const [feesOf, dayIn, today] = [
    await deps.feesOf(userId),
    await deps.calendarOf(userId),
    await deps.today(userId),
  ]
  return {
    feesOf,
    // A clock there may be ahead of ours: nothing was sold tomorrow.
    dayOf(at) {
      const day = dayIn(at)
      return day > today ? today : day
    },
  }
}
