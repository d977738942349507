import type { Said } from '../../model/sentences/said.ts'
import { say } from '../../model/sentences/sentences.ts'

/** How many messages a day are to be expected of a rule, from those that it would have sent. */
export interface Forecast {
  /** Mean of the days looked at. */
  perDay: number
  /** The mean is not above this, with 95 % confidence. */
  perDayMax: number
  /** Messages on two days of three. */
  low: number
  high: number
  /** One sentence: from what it is estimated, and how. */
  basis: string
}

/** Messages a day vary at least as much as chance makes them; whole days below this tell nothing about more. */
const dispersionDaysMin = 3
/** Shorter looks tell nothing about a day. */
const daysMin = 1 / 24

/**
 * Expected messages a day from the counts of past days (24 hours each, the last may be a part of one) over `days`, a
 * fraction; null when that is too short. Messages come as a Poisson process of unknown rate, under Jeffreys' prior, so
 * the count of one coming day is negative binomial (Gelman et al., Bayesian Data Analysis, 2.6); where the days differ
 * more than chance makes them, its variance is raised by the index of dispersion (quasi-Poisson). `perDayMax` is the
 * exact upper limit of Garwood (1936) in Wilson and Hilferty's approximation; for nothing observed it is the rule of
 * three.
 */
export function forecastOf(counts: readonly number[], days: number): Forecast | null {
  if (!(days >= daysMin)) return null
  const notified = counts.reduce((sum, count) => sum + count, 0)
  const dispersion = dispersionOf(counts.slice(0, Math.floor(days)))
  const mean = (notified + 0.5) / days
  const variance = mean * dispersion * (1 + 1 / days)
  const [low, high] = negativeBinomialQuantiles(mean, variance, [1 / 6, 5 / 6])
  return {
    perDay: notified / days,
    perDayMax: notified === 0 ? 3 / days : (dispersion * gammaUpper95(notified / dispersion + 1)) / days,
    low: low!,
    high: high!,
    basis: basisOf(notified, days, dispersion),
  }
}

/** Variance over mean, at least that of chance. */
function dispersionOf(counts: readonly number[]): number {
  if (counts.length < dispersionDaysMin) return 1
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  if (mean === 0) return 1
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1)
  return Math.max(1, variance / mean)
}

/** The 95 % quantile of a gamma distribution of this shape and scale 1, within 1 % for shapes from 1 on. */
function gammaUpper95(shape: number): number {
  const nu = 2 * shape
  return (nu * (1 - 2 / (9 * nu) + 1.6449 * Math.sqrt(2 / (9 * nu))) ** 3) / 2
}

/** Smallest counts up to which each share (ascending) of the distribution lies; the variance is above the mean. */
export function negativeBinomialQuantiles(
  mean: number,
  variance: number,
  shares: readonly number[],
): number[] {
  const p = mean / variance
  const r = (mean * p) / (1 - p)
  const most = Math.ceil(mean + 20 * Math.sqrt(variance) + 20)
  const found: number[] = []
  // In logarithms: for many messages the first terms are smaller than any number.
  let logTerm = r * Math.log(p)
  let sum = 0
  for (let count = 0; found.length < shares.length; count++) {
    sum += Math.exp(logTerm)
    while (found.length < shares.length && (sum >= shares[found.length]! || count >= most)) found.push(count)
    logTerm += Math.log(((count + r) / (count + 1)) * (1 - p))
  }
  return found
}

function basisOf(notified: number, days: number, dispersion: number): string {
  const what = `${notified} ${notified === 1 ? 'message' : 'messages'} in ${spell(days)} days`
  if (notified === 0)
    return `${what}: by the rule of three the mean is below 3 in ${spell(days)} days, with 95 % confidence.`
  const uneven = dispersion > 1.5 ? ', widened because the days differ more than chance makes them' : ''
  return `${what}, as a Poisson rate with Jeffreys' prior; the range holds two days of three (negative binomial${uneven}).`
}

/** "This would have notified you 14 times in the last 7 days, about 2 a day (1 to 4 on most days)." */
export function forecastSaid(notified: number, coveredDays: number, forecast: Forecast | null): Said {
  const { perDay = null, perDayMax = null, low = null, high = null } = forecast ?? {}
  return say('forecast-told', { notified, coveredDays, perDay, perDayMax, low, high })
}

/** One decimal below ten, none above. */
function spell(figure: number): string {
  return figure >= 9.95 ? String(Math.round(figure)) : String(Math.round(figure * 10) / 10)
}
