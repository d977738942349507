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

/** Standard deviations from the middle of an 80 % interval to its ends. */
const tailDeviations = 1.2816
/** Makes the logistic curve the normal distribution's within 1 %. */
const logisticScale = 1.702
/** Log units: nothing second-hand has one price. */
const deviationMin = 0.07

/** 0–1: how sure it is that such a thing is worth more (`below`) or less than its price, by interval and confidence of the value. */
function surenessOf(priceCents: number, value: FairValue): number {
  const log = Math.log(value.midCents / priceCents)
  const edge = log > 0 ? value.midCents / value.lowCents : value.highCents / value.midCents
  const deviation = edge > 1 ? Math.max(deviationMin, Math.log(edge) / tailDeviations) : deviationMin
  const beyond = 1 / (1 + Math.exp((-logisticScale * Math.abs(log)) / deviation))
  return 0.5 + (beyond - 0.5) * Math.sqrt(value.confidence ?? 0.25)
}

/**
 * How far from its value a price is, and how sure that is, in whole percent: two of one score differ in these. null as in
 * `discountFromValue`.
 */
export function reasonFromValue(asked: {
  priceCents: number | null
  currency: string | null
  value: FairValue | null
}): { discountPct: number; surePct: number } | null {
  const discount = discountFromValue(asked)
  if (discount === null || asked.value === null) return null
  const priceCents = Math.max(1, asked.priceCents ?? 0)
  return { discountPct: discount, surePct: Math.round(surenessOf(priceCents, asked.value) * 100) }
}
