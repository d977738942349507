import type { Condition, PriceBasis } from '../listings/schema.ts'
import type { CompIndex, CompSubject } from './comps.ts'
import { freshness } from './comps.ts'
import { conditionRatio } from './condition.ts'
import type { Comp, FairValue } from './schema.ts'

const similarCompsMax = 24
const similarCompsMin = 3
const categoryCompsMax = 256
const categoryCompsMin = 8
/** Comps less alike than this share of the most alike one are another thing. */
const similarityShareMin = 0.3
/** Likeness counts by this power: one comp twice as alike outweighs eight. */
const similarityPower = 3
/** A sale is evidence of value; an asking price only of hope. */
const soldWeight = 1.5
/** Few prices tell no outlier from a spread. */
const trimCountMin = 5
const trimDeviations = 3.5
/** Scale below which prices count as agreeing, in log units (10 %). */
const trimScaleMin = 0.1

interface Evidence {
  comp: Comp
  /** Logarithm of the price, carried over to the subject's condition. */
  logPrice: number
  weight: number
}

/**
 * What comparable listings say a thing is worth in its condition: weighted 10th, 50th and 90th percentile of their
 * prices; null when there are too few of them. Nothing else is ever made up in their place.
 */
export function estimate(index: CompIndex, subject: CompSubject, nowMs: number): FairValue | null {
  const similar = index.similar(subject, nowMs, similarCompsMax)
  const bound = (similar[0]?.similarity ?? 0) * similarityShareMin
  const evidence: Evidence[] = []
  for (const { comp, similarity } of similar) {
    if (similarity < bound) continue
    evidence.push(evidenceOf(comp, subject.condition, similarity ** similarityPower, nowMs))
  }
  const kept = trimmed(evidence)
  if (kept.length >= similarCompsMin) {
    const compIds = kept.slice(0, 12).map((item) => item.comp.listingId)
    return fairValueOf(kept, subject.currency, 'similar', compIds)
  }
  const sample = index.sample(subject, nowMs, categoryCompsMax)
  if (sample.length < categoryCompsMin) return null
  const whole = trimmed(sample.map((comp) => evidenceOf(comp, subject.condition, 1, nowMs)))
  if (whole.length < categoryCompsMin) return null
  return fairValueOf(
    whole,
    subject.currency,
    'category',
    whole.slice(0, 12).map((item) => item.comp.listingId),
  )
}

function evidenceOf(comp: Comp, condition: Condition | null, weight: number, nowMs: number): Evidence {
  return {
    comp,
    logPrice: Math.log(comp.priceCents * conditionRatio(condition, comp.condition)),
    weight: weight * freshness(comp.observedAtMs, nowMs) * (comp.basis === 'sold' ? soldWeight : 1),
  }
}

/** Without the prices far from the rest, by the median absolute deviation of their logarithms; order is kept. */
function trimmed(evidence: Evidence[]): Evidence[] {
  if (evidence.length < trimCountMin) return evidence
  const logs = Float64Array.from(evidence, (item) => item.logPrice).sort()
  const middle = medianOf(logs)
  const deviations = logs.map((log) => Math.abs(log - middle)).sort()
  const scale = Math.max(1.4826 * medianOf(deviations), trimScaleMin)
  return evidence.filter((item) => Math.abs(item.logPrice - middle) <= trimDeviations * scale)
}

function medianOf(sorted: Float64Array): number {
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

function fairValueOf(
  evidence: Evidence[],
  currency: string,
  method: FairValue['method'],
  compIds: number[],
): FairValue {
  const sorted = evidence.toSorted((a, b) => a.logPrice - b.logPrice)
  let oldestAtMs = Number.POSITIVE_INFINITY
  let newestAtMs = Number.NEGATIVE_INFINITY
  let basis: PriceBasis | 'mixed' = evidence[0]!.comp.basis
  for (const { comp } of evidence) {
    oldestAtMs = Math.min(oldestAtMs, comp.observedAtMs)
    newestAtMs = Math.max(newestAtMs, comp.observedAtMs)
    if (comp.basis !== basis) basis = 'mixed'
  }
  return {
    lowCents: centsAt(sorted, 0.1),
    midCents: centsAt(sorted, 0.5),
    highCents: centsAt(sorted, 0.9),
    currency,
    count: evidence.length,
    basis,
    method,
    confidence: method === 'category' ? 0.5 : Math.min(1, 0.6 + 0.05 * evidence.length),
    oldestAtMs,
    newestAtMs,
    compIds,
  }
}

/** Weighted quantile, interpolated between the middles of the weights. */
function centsAt(sorted: readonly Evidence[], share: number): number {
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
      return toCents(before + (item.logPrice - before) * part)
    }
    passed += item.weight
    before = item.logPrice
    beforeAt = middle
  }
  return toCents(before)
}

function toCents(logPrice: number): number {
  return Math.max(1, Math.round(Math.exp(logPrice)))
}
