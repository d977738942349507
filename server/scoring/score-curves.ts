import type { Condition } from '../model/listing-schema.ts'
import type { FairValue, ScoreSubject } from '../model/score-schema.ts'
import { along, type Curve } from './curve.ts'
import { landedCents } from './resale/landed.ts'

/**
 * How good a listing is in one respect, 0–1; `notApplicable` where nothing can be said for or against it.
 * Each one only rises with what is better: held by property tests.
 */
export type Share = number
export const notApplicable: Share = -1

/** Share of a fair price, and of a price that nothing can be compared with. */
export const priceNeutral = 0.5
/** By landed cost ÷ fair value: what is saved in money. A fair price is in the middle, 10 % are worth about 8 %. */
export const discountCurve: Curve = [
  0, 1, 0.3, 0.96, 0.5, 0.9, 0.7, 0.76, 0.85, 0.63, 1, 0.5, 1.15, 0.36, 1.3, 0.23, 1.5, 0.12, 2, 0.03, 3, 0,
]
/** By expected profit ÷ fair value. Breaking even earns about half; a fair price, which loses money, a quarter. */
const profitCurve: Curve = [-1, 0, -0.45, 0.25, -0.2, 0.42, 0, 0.55, 0.15, 0.74, 0.3, 0.9, 0.5, 1]
/** An ordinary listing, at a fair price, is no flip. */
const profitNeutral = 0.3
/** By age in hours. */
export const recencyCurve: Curve = [1, 1, 6, 0.9, 24, 0.8, 72, 0.6, 168, 0.4, 336, 0.3, 720, 0.1, 1440, 0]
/** By distance in km. */
export const distanceCurve: Curve = [5, 1, 15, 0.8, 30, 0.6, 60, 0.3, 100, 0.1, 150, 0]
/** What is shipped is never worse than that, however far. */
export const shippedDistance = 0.6
export const photoShares: readonly number[] = [0, 0.4, 0.6, 0.8, 0.8, 1]
export const conditionShares: Readonly<Record<Condition, number>> = {
  new: 1,
  'like-new': 0.9,
  excellent: 0.8,
  good: 0.6,
  fair: 0.4,
  poor: 0.2,
  'for-parts': 0,
}

export const conditionUnknown = 0.5
/** How far a value is trusted that does not tell its confidence. */
export const trustUntold = 0.5

/** Standard deviations from the middle to the 10th or 90th percentile. */
export const tailDeviations = 1.2816
/** Log units: nothing second-hand has one price; four agreeing comps do not make 3 % a bargain. */
export const deviationMin = 0.07
/** Where the low end is nothing, the interval has no width. */
export const deviationMax = 1.5
/** Log units: how far people really ask more or less than such a thing is worth. What prices differ beyond it is doubt about the value. */
export const offerDeviation = 0.5
/** Makes the logistic curve the normal distribution's within 1 %. */
export const logisticScale = 1.702
export const hourMs = 3_600_000

/** True when the value says something about the price: known, and in its currency. */
export function comparable(subject: ScoreSubject): subject is ScoreSubject & { value: FairValue } {
  return subject.value !== null && subject.value.currency === subject.currency && subject.value.midCents > 0
}

/**
 * How far the value's middle is to be trusted, 0–1. The root, since disagreement among the comps, half of what
 * makes confidence small, is in the interval already and counts there.
 */
function trust({ confidence }: FairValue): number {
  return confidence >= 0 ? Math.sqrt(Math.min(1, confidence)) : trustUntold
}

/**
 * What a cost says of the discount once the value may be wrong: those who sort by it pick the listings whose value is
 * the most too high. If values err by what their interval is wider than offers differ, the expected discount is the
 * seen one shrunk by `offerDeviation`² ÷ (width of the interval)², and `below` the probability that there is any.
 */
export function expectedDiscount(costCents: number, value: FairValue): { ratio: number; below: number } {
  const log = Math.log(costCents / value.midCents)
  const edge = log < 0 ? value.midCents / value.lowCents : value.highCents / value.midCents
  const deviation =
    edge > 1 ? Math.min(deviationMax, Math.max(deviationMin, Math.log(edge) / tailDeviations)) : deviationMin
  // Who asks too much is not picked for it.
  if (log >= 0) return { ratio: Math.exp(log), below: 1 / (1 + Math.exp((logisticScale * log) / deviation)) }
  const kept = Math.min(1, (offerDeviation / deviation) ** 2)
  const expected = log * kept
  const doubt = Math.max(deviation * Math.sqrt(kept) * 0.5, offerDeviation * Math.sqrt(1 - kept))
  return { ratio: Math.exp(expected), below: 1 / (1 + Math.exp((logisticScale * expected) / doubt)) }
}

/** Half what is saved, half how sure it is that anything is: both of what is left when the value may be wrong. */
export function priceShare(subject: ScoreSubject): Share {
  const landed = landedCents(subject)
  if (landed === null) return priceNeutral
  if (landed <= 0) return asFarAsOffered(1, subject)
  if (!comparable(subject)) return priceNeutral
  const { value } = subject
  const { ratio, below } = expectedDiscount(landed, value)
  const share = (along(discountCurve, ratio) + below) / 2
  return asFarAsOffered(priceNeutral + (share - priceNeutral) * trust(value), subject)
}

/** What speaks for a deal counts as far as it is the thing, for that price, that is offered at all. */
function asFarAsOffered(share: Share, { offered = 1 }: ScoreSubject): Share {
  return share > priceNeutral ? priceNeutral + (share - priceNeutral) * offered : share
}

/** Not applicable where nobody asks for the profit. */
export function profitShare(subject: ScoreSubject): Share {
  const { resale } = subject
  if (resale === undefined) return notApplicable
  const landed = landedCents(subject)
  if (resale === null || landed === null || resale.currency !== subject.currency || !comparable(subject))
    return profitNeutral
  const { value } = subject
  const share = along(profitCurve, (resale.netCents - landed) / value.midCents)
  return profitNeutral + (share - profitNeutral) * trust(value)
}

export function conditionShare(condition: Condition | null): Share {
  return condition === null ? conditionUnknown : conditionShares[condition]
}

export function recencyShare(postedAtMs: number, nowMs: number): Share {
  return Number.isNaN(postedAtMs) ? 0.5 : along(recencyCurve, (nowMs - postedAtMs) / hourMs)
}

export function distanceShare({ distanceKm, shippingCents }: ScoreSubject): Share {
  if (distanceKm === null || Number.isNaN(distanceKm)) return notApplicable
  return Math.max(along(distanceCurve, distanceKm), shippingCents === null ? 0 : shippedDistance)
}

export function photoShare(count: number): Share {
  return photoShares[Math.max(0, Math.min(photoShares.length - 1, Math.trunc(count)))] ?? 0
}

export function keywordShare(match: number | null): Share {
  return match === null || Number.isNaN(match) ? notApplicable : Math.max(0, Math.min(1, match))
}
