import type { MarketplaceContext } from '../contract.ts'
import type { BadAnswer } from '../http-outcome.ts'

export function usedUp(what: string, ctx: MarketplaceContext): BadAnswer {
  return {
    outcome: 'rate-limited',
    reason: `Today's budget of eBay ${what} is used up.`,
    retryAfterMs: resetMs(ctx.clock.now()),
  }
}

const dayMs = 86_400_000

/**
 * Milliseconds until both our budget (UTC days) and eBay's (days of California, which begin at 07:00 or 08:00 UTC)
 * have begun a new day: whichever of the two counts was full, it is empty then.
 */
export function resetMs(now: Date): number {
  const next = (hourUtc: number): number => {
    const start = hourUtc * 3_600_000
    return dayMs - ((now.getTime() - start) % dayMs)
  }
  return Math.max(next(0), next(8))
}
