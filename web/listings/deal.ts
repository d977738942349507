import type { Deal } from './queries.ts'

/** How far below (negative) or above the middle of its value it is, whole percent, as the sentence beside it has it; null = one of the two is unknown. */
export function gapPercent({
  priceCents,
  currency,
  value,
}: Pick<Deal, 'priceCents' | 'currency' | 'value'>): number | null {
  if (priceCents === null || value === null || value.currency !== currency || value.midCents === 0)
    return null
  return Math.trunc(((priceCents - value.midCents) / value.midCents) * 100)
}

/** First seen after a moment; false where there was none. */
export function isNewSince({ firstSeenAt }: Pick<Deal, 'firstSeenAt'>, sinceMs: number | null): boolean {
  return sinceMs !== null && Date.parse(firstSeenAt) > sinceMs
}

/** Where its price and value stand on one scale, in minor units; null = one of the two is unknown. */
export function rangeOf(deal: Pick<Deal, 'priceCents' | 'currency' | 'value'>) {
  if (gapPercent(deal) === null) return null
  const { lowCents, midCents, highCents } = deal.value!
  return { low: lowCents, mid: midCents, high: highCents, at: deal.priceCents! }
}
