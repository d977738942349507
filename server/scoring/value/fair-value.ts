import type { Condition, PriceBasis } from '../../model/listing-schema.ts'
import type { Comp, FairValue } from '../../model/score-schema.ts'
import type { CompIndex, CompSubject, Sameness, SimilarComp } from '../comps/comps.ts'
import { freshness } from '../comps/comps.ts'
import type { Carried } from '../price-model/price-model.ts'
import { conditionRatio } from './condition.ts'
import { isStranger, type Strength, strengthOf } from './strength.ts'

export const similarCompsMax = 32
export const similarCompsMin = 3
const categoryCompsMax = 256
export const categoryCompsMin = 8

/** Comps less alike than this share of the most alike one are another thing. */
const similarityShareMin = 0.3
/** Similarity counts by this power: one comp twice as alike outweighs eight. */
const similarityPower = 3
/** Few prices tell no outlier from a spread. */
const trimCountMin = 5
const trimDeviations = 3.5
/** Scale below which prices count as agreeing, in log units (10 %). */
const trimScaleMin = 0.1

/** What is expected of the subject's price before its comparables are looked at, and how far that is usually off. */
export interface Expectation {
  /** Natural logarithm of the expected price in minor units. */
  logPrice: number
  /** Logarithm of a comp's price, carried over to the subject; undefined where that cannot be told. */
  carry(comp: Comp): Carried | undefined
  /** Usual distance of a price from what was expected of it, among things of this kind, as a logarithm. */
  spread: number
  /** What was measured on held prices. */
  calibration(strength: Strength): Calibration
}

export interface Calibration {
  /** 10th and 90th percentile of (log price − middle) ÷ spread. */
  bounds: readonly [low: number, high: number]
  /** How much of a perfectly alike comp the expectation weighs. */
  expectationWeight: number
  /** How many comps of exactly the same thing weigh as much as everything else. */
  exactShare: number
  /** Share of the middle that is the median of what the comps ask, whatever was expected: 0, where that errs more. */
  ownShare: number
}

/** One comp on its way into a value. */
export interface Evidence {
  comp: Comp
  similarity: number
  sameness: Sameness
  /** Logarithm of the price as it would be for the subject: its condition, its model, its size. */
  logPrice: number
  /** See `Carried`. */
  looseLogPrice: number
  /** The same, carried over to the subject's condition only. */
  ownLogPrice: number
  weight: number
}

/** Before anything was measured: the bounds of a normal distribution whose median absolute error is 1. */
export const uncalibrated: Calibration = {
  bounds: [-1.9, 1.9],
  expectationWeight: 0.25,
  exactShare: 1,
  ownShare: 0,
}

export interface Gathered {
  evidence: Evidence[]
  method: FairValue['method']
  strength: Strength
}

/** Logarithm of the factor from a comp's condition to the subject's. */
export type Shift = (comp: Comp) => number

const tableShiftTo =
  (condition: Condition | null): Shift =>
  (comp) =>
    Math.log(conditionRatio(condition, comp.condition))

/**
 * What comparable listings say a thing is worth: low, middle and high of an 80 % interval; null when there are too few
 * of them. Nothing else is ever made up in their place. With an expectation the comps correct it by how far they were
 * off themselves; without one, their prices stand for themselves.
 */
export function estimate(
  index: CompIndex,
  subject: CompSubject,
  nowMs: number,
  expectation: Expectation | null = null,
): FairValue | null {
  const found = gather(index, subject, nowMs, expectation)
  return found && fairValueOf(found, subject.currency, expectation)
}

export function fairValueOf(found: Gathered, currency: string, expectation: Expectation | null): FairValue {
  return expectation === null ? percentiles(found, currency) : corrected(found, currency, expectation)
}

/** The comps that speak for a subject, most alike first, each price carried over to the subject; null = too few. */
export function gather(
  index: CompIndex,
  subject: CompSubject,
  nowMs: number,
  expectation: Expectation | null,
  {
    similar = index.similar(subject, nowMs, similarCompsMax),
    shift = tableShiftTo(subject.condition),
  }: { similar?: SimilarComp[]; shift?: Shift } = {},
): Gathered | null {
  const bound = (similar[0]?.similarity ?? 0) * similarityShareMin
  const close = evidenceOf(
    similar.filter(({ similarity, sameness }) => similarity >= bound || sameness === 'exact'),
    shift,
    nowMs,
    expectation,
  )
  const kept = trimmed(close)
  const isEnough =
    kept.length >= similarCompsMin ||
    (expectation !== null && kept.some(({ sameness }) => sameness === 'exact'))
  if (isEnough) {
    return { evidence: kept, method: 'similar', strength: strengthOf(kept, subject, index) }
  }
  const sample = index
    .sample(subject, nowMs, categoryCompsMax)
    .map((comp) => ({ comp, similarity: categorySimilarity, sameness: 'none' as const }))
  if (sample.length < categoryCompsMin) return null
  const whole = trimmed(evidenceOf(sample, shift, nowMs, expectation))
  if (whole.length < categoryCompsMin) return null
  return { evidence: whole, method: 'category', strength: 'category' }
}

/** Any two things of a category are hardly alike: many of them weigh together as much as a few comps. */
const categorySimilarity = 0.1

function evidenceOf(
  comps: SimilarComp[],
  shift: Shift,
  nowMs: number,
  expectation: Expectation | null,
): Evidence[] {
  const evidence: Evidence[] = []
  let observedAtMs = Number.NaN
  let fresh = 0
  for (const { comp, similarity, sameness } of comps) {
    // Many were seen at one moment.
    if (comp.observedAtMs !== observedAtMs) {
      observedAtMs = comp.observedAtMs
      fresh = freshness(observedAtMs, nowMs)
    }
    const weight = similarity ** similarityPower * fresh
    const ownLogPrice = Math.log(comp.priceCents) + shift(comp)
    const carried =
      expectation === null ? { logPrice: ownLogPrice, looseLogPrice: ownLogPrice } : expectation.carry(comp)
    if (!carried) continue
    const { logPrice, looseLogPrice } = carried
    evidence.push({ comp, similarity, sameness, logPrice, looseLogPrice, ownLogPrice, weight })
  }
  return evidence
}

/** What the usual spread weighs against the comps' own, as much of a perfectly alike comp. */
const spreadWeight = 0.5

/**
 * The expectation, corrected by the weighted mean of how far the comps were off (kriging of the residuals); where comps
 * of exactly the same thing are known, shrunk from their median by how many they are and within their range. The
 * interval is as wide as the comps disagree, scaled by how wide it had to be for other listings (conformal).
 */
export function corrected(found: Gathered, currency: string, expectation: Expectation): FairValue {
  const calibration = expectation.calibration(found.strength)
  const { logMiddle, spread } = middleOf(found, expectation, calibration)
  const [low, high] = calibration.bounds
  return summary(found, currency, {
    low: logMiddle + low * spread,
    middle: logMiddle,
    high: logMiddle + high * spread,
  })
}

/** The middle and how far prices are from such a one, as logarithms. */
export function middleOf(
  found: Gathered,
  expectation: Expectation,
  calibration: Calibration,
): { logMiddle: number; spread: number } {
  return middlesOf(found, expectation)(calibration)
}

/** The same for whatever calibration, with everything done once that is alike for all of them. */
export function middlesOf({ evidence }: Gathered, expectation: Expectation) {
  const cut = 3 * expectation.spread
  const middle = medianBy(evidence, ({ logPrice }) => logPrice) - expectation.logPrice
  const ownMiddle = medianBy(evidence, ({ ownLogPrice }) => ownLogPrice)
  let ownLow = Number.POSITIVE_INFINITY
  let ownHigh = Number.NEGATIVE_INFINITY
  let weights = 0
  let sum = 0
  for (const { logPrice, ownLogPrice, weight } of evidence) {
    ownLow = Math.min(ownLow, ownLogPrice - slack)
    ownHigh = Math.max(ownHigh, ownLogPrice + slack)
    const residual = logPrice - expectation.logPrice - middle
    weights += weight
    sum += weight * (middle + (residual > cut ? cut : residual < -cut ? -cut : residual))
  }
  const exact = evidence
    .filter(({ sameness }) => sameness === 'exact')
    .map(({ ownLogPrice, weight }) => ({ logPrice: ownLogPrice, weight }))
    .sort((a, b) => a.logPrice - b.logPrice)
  const towardsExact = exact.length === 0 ? null : exactDraw(exact)

  return ({ expectationWeight, exactShare, ownShare }: Calibration) => {
    const expected = expectation.logPrice + sum / (weights + expectationWeight)
    const all = within(expected + ownShare * (ownMiddle - expected), ownLow, ownHigh)
    const logMiddle = towardsExact === null ? all : towardsExact(all, exactShare)
    // The more of the very thing are known, the less do others say of how far its prices are apart; few say it badly.
    const others = 1 / (1 + exact.length)
    let spreadWeights = spreadWeight + (exact.length === 0 ? 0 : 1 / exact.length)
    let apart = expectation.spread * spreadWeights
    for (const { sameness, looseLogPrice, ownLogPrice, weight } of evidence) {
      const isExact = sameness === 'exact'
      const own = isExact ? weight : weight * others
      apart += own * Math.min(cut, Math.abs((isExact ? ownLogPrice : looseLogPrice) - logMiddle))
      spreadWeights += own
    }
    return { logMiddle, spread: apart / spreadWeights }
  }
}

/**
 * How far the middle may be beyond what all comps ask, or from the only one of exactly the same thing, as a logarithm:
 * whatever was learned of the words of the question, none of what is like it costs more.
 */
const slack = 0.22

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Draws a middle by all evidence to the median of the comps of exactly the same thing, and into their range. */
function exactDraw(exact: readonly Pick<Evidence, 'logPrice' | 'weight'>[]) {
  const heaviest = exact.reduce((most, { weight }) => Math.max(most, weight), 0)
  const count = exact.reduce((total, { weight }) => total + weight / heaviest, 0)
  const median = quantileAt(exact, 0.5)
  // One alone may be off itself; two are a range.
  const apart = exact.length === 1 ? slack : 0
  const low = exact[0]!.logPrice - apart
  const high = exact.at(-1)!.logPrice + apart
  return (logMiddle: number, exactShare: number): number =>
    within((median * count + logMiddle * exactShare) / (count + exactShare), low, high)
}

function medianBy(evidence: readonly Evidence[], logOf: (one: Evidence) => number): number {
  return quantileAt(
    evidence
      .map((one) => ({ logPrice: logOf(one), weight: one.weight }))
      .sort((a, b) => a.logPrice - b.logPrice),
    0.5,
  )
}

/** Without the prices far from the rest, by the median absolute deviation of their logarithms; order is kept. */
function trimmed(evidence: Evidence[]): Evidence[] {
  if (evidence.length < trimCountMin) return evidence
  const logs = new Float64Array(evidence.length)
  for (let i = 0; i < logs.length; i++) logs[i] = evidence[i]!.logPrice
  logs.sort()
  const middle = medianOf(logs)
  const deviations = logs.map((log) => Math.abs(log - middle)).sort()
  const scale = Math.max(1.4826 * medianOf(deviations), trimScaleMin)
  return evidence.filter((item) => Math.abs(item.logPrice - middle) <= trimDeviations * scale)
}

function medianOf(sorted: Float64Array): number {
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

function percentiles(found: Gathered, currency: string): FairValue {
  const sorted = found.evidence.toSorted((a, b) => a.logPrice - b.logPrice)
  return summary(found, currency, {
    low: quantileAt(sorted, 0.1),
    middle: quantileAt(sorted, 0.5),
    high: quantileAt(sorted, 0.9),
  })
}

function summary(
  { evidence, method, strength }: Gathered,
  currency: string,
  logs: { low: number; middle: number; high: number },
): FairValue {
  let oldestAtMs = Number.POSITIVE_INFINITY
  let newestAtMs = Number.NEGATIVE_INFINITY
  let basis: PriceBasis | 'mixed' = evidence[0]!.comp.basis
  for (const { comp } of evidence) {
    oldestAtMs = Math.min(oldestAtMs, comp.observedAtMs)
    newestAtMs = Math.max(newestAtMs, comp.observedAtMs)
    if (comp.basis !== basis) basis = 'mixed'
  }
  return {
    lowCents: toCents(logs.low),
    midCents: toCents(logs.middle),
    highCents: toCents(logs.high),
    currency,
    count: evidence.length,
    basis,
    method,
    confidence: confidenceOf(evidence, strength, (logs.high - logs.low) / 2),
    oldestAtMs,
    newestAtMs,
    compIds: evidence.slice(0, 12).map((item) => item.comp.listingId),
    ...seenRange(evidence),
  }
}

/** Half of the width of an interval, in logarithms, that leaves half of the trust: a price between 0.4 and 2.5 times the middle. */
const halfWidthMiddle = 0.9

/** 0–1: how much an interval of that half width, in log units, is to be trusted; 0.5 at about ± 50 %. */
export function agreementOf(halfWidth: number): number {
  return 1 / (1 + (halfWidth / halfWidthMiddle) ** 2)
}

/** Of the very model, or what is called alike, none is among the comps: no value is to be relied on. */
const strangerConfidenceMax = 0.19

/** 0–1: many comps that agree are trusted, few or scattered ones less; other things of a maker or a whole category hardly. */
function confidenceOf(evidence: Evidence[], strength: Strength, halfWidth: number): number {
  const count = evidence.length / (evidence.length + 1)
  const confidence = Math.min(
    count * agreementOf(halfWidth),
    isStranger(strength) ? strangerConfidenceMax : 1,
  )
  return Math.round(confidence * 100) / 100
}

/** Where eight of ten of the comps' own prices are. */
function seenRange(evidence: readonly Evidence[]): { compsLowCents: number; compsHighCents: number } {
  const prices = evidence.map(({ comp }) => comp.priceCents).sort((a, b) => a - b)
  const out = Math.floor(prices.length / 10)
  return { compsLowCents: prices[out]!, compsHighCents: prices[prices.length - 1 - out]! }
}

/** Weighted quantile of what is sorted by price, interpolated between the middles of the weights. */
export function quantileAt(sorted: readonly Pick<Evidence, 'logPrice' | 'weight'>[], share: number): number {
  let total = 0
  for (const item of sorted) total += item.weight
  const target = share * total
  let passed = 0
  let before = sorted[0]!.logPrice
  let beforeAt = 0
  for (const item of sorted) {
    const middle = passed + item.weight / 2
    if (middle >= target) {
      const part = middle > beforeAt ? (target - beforeAt) / (middle - beforeAt) : 1
      return before + (item.logPrice - before) * part
    }
    passed += item.weight
    before = item.logPrice
    beforeAt = middle
  }
  return before
}

function toCents(logPrice: number): number {
  return Math.max(1, Math.round(Math.exp(logPrice)))
}
