import type { Condition } from '../../../model/listing-schema.ts'
import type { FairValue } from '../../../model/score-schema.ts'
import { readTitle } from '../../comps/title.ts'
import { conditionRatio } from '../condition.ts'
import { agreementOf, quantileAt } from '../fair-value.ts'

/** A comp as it was seen: title for comparison, price in minor units. */
export interface RawComp {
  title: string
  condition: Condition | null
  priceCents: number
  weightShare: number
}

/** Fewer prices have no percentiles worth naming. */
const fittingMin = 5
/** Weight of those comps that fit every word, from which on the words leave open what the comps differ in. */
const fittingShareMin = 0.5

/**
 * The value of words that leave much open. Intervals are measured on whole titles; "iphone" alone fits things that
 * differ in model and storage, so its interval is at least as wide as the prices of the comps that have all of its
 * words. The middle stays. Returns the same value where the words are precise.
 */
export function widened(
  value: FairValue,
  title: string,
  condition: Condition | null,
  comps: readonly RawComp[],
): FairValue {
  const { tokens } = readTitle(title)
  const fitting = comps.filter((comp) => {
    const own = new Set(readTitle(comp.title).tokens)
    return tokens.every((token) => own.has(token))
  })
  const share = fitting.reduce((sum, { weightShare }) => sum + weightShare, 0)
  if (fitting.length < fittingMin || share < fittingShareMin) return value
  const sorted = fitting
    .map((comp) => ({
      // Where the condition is left open too, what it does to prices belongs to the interval.
      logPrice: Math.log(
        comp.priceCents * (condition === null ? 1 : conditionRatio(condition, comp.condition)),
      ),
      weight: comp.weightShare,
    }))
    .sort((a, b) => a.logPrice - b.logPrice)
  const lowCents = Math.min(value.lowCents, Math.max(1, Math.round(Math.exp(quantileAt(sorted, 0.1)))))
  const highCents = Math.max(value.highCents, Math.round(Math.exp(quantileAt(sorted, 0.9))))
  if (lowCents === value.lowCents && highCents === value.highCents) return value
  const halfWidth = (low: number, high: number) => Math.log(high / low) / 2
  const confidence =
    (value.confidence * agreementOf(halfWidth(lowCents, highCents))) /
    agreementOf(halfWidth(value.lowCents, value.highCents))
  return { ...value, lowCents, highCents, confidence: Math.round(confidence * 100) / 100 }
}
