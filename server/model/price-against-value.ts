import { meantPriceCents } from './placeholder-price.ts'
import type { FairValue } from './score-schema.ts'

/**
 * How far below the middle of a fair value a price is, in whole percent that it reaches; negative where it is above. Of
 * the price that is asked: shipping and the way are another's for everyone, and the value is of what others ask.
 */
export function discountPct(priceCents: number, midCents: number): number {
  const pct = Math.trunc(((midCents - priceCents) * 100) / midCents)
  // -0 is 0.
  return pct === 0 ? 0 : pct
}

/** `discountPct`; null where price and value cannot be compared: one is missing, in another currency, or means no price. */
export function discountFromValue(asked: {
  priceCents: number | null
  currency: string | null
  value: Pick<FairValue, 'midCents' | 'currency'> | null
}): number | null {
  const { priceCents, currency, value } = asked
  const meant = meantPriceCents(priceCents, currency)
  if (meant === null || value === null || value.currency !== currency || value.midCents <= 0) return null
  return discountPct(meant, value.midCents)
}

/** "28 % below", "5 % above", "at", "3 times": stands before the name of the value. */
export function againstValue(discountPct: number): string {
  if (discountPct === 0) return 'at'
  if (discountPct <= -200) return `${Math.round(1 - discountPct / 100)} times`
  return `${Math.abs(discountPct)} % ${discountPct > 0 ? 'below' : 'above'}`
}
