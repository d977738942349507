import type { DealScore, ScorePartName, ScoreSubject, ScoreWeights } from '../model/score-schema.ts'
import { scorePartNames } from '../model/score-schema.ts'
import {
  conditionShare,
  distanceShare,
  keywordShare,
  notApplicable,
  photoShare,
  priceNeutral,
  priceShare,
  profitShare,
  recencyShare,
  type Share,
} from './score-curves.ts'
import { reasonOf } from './score-sentences.ts'
import { defaultWeights } from './weights.ts'

/** In the order of `scorePartNames`. */
function sharesOf(subject: ScoreSubject, nowMs: number): Share[] {
  return [
    priceShare(subject),
    profitShare(subject),
    conditionShare(subject.condition),
    recencyShare(subject.postedAtMs, nowMs),
    distanceShare(subject),
    photoShare(subject.photoCount),
    keywordShare(subject.keywordMatch),
  ]
}

/** Which of the parts are the listing's own: no person and no clock moves them. */
const timelessParts = ['price', 'condition', 'photos'] as const satisfies readonly ScorePartName[]

/** What a score has of the listing alone, for anybody and at any time. */
export interface NeutralScore {
  /** Of the price as if it were next door; null where none is meant, which stays in the middle for everybody. */
  priceShare: number | null
  /** `neutralPoints`. */
  points: number
}

/** The parts of a score that depend on nobody who looks, and do not fade. */
export function neutralScore(subject: Omit<ScoreSubject, 'distanceKm' | 'keywordMatch'>): NeutralScore {
  const nextDoor = { ...subject, distanceKm: null, keywordMatch: null, travel: null }
  const shares = {
    price: priceShare(nextDoor),
    condition: conditionShare(subject.condition),
    photos: photoShare(subject.photoCount),
  }
  return {
    priceShare: subject.priceCents === null ? null : shares.price,
    points: neutralPoints(shares),
  }
}

/** Weighs the timeless parts by the default weights, not rounded; the more, the better for whoever looks. */
function neutralPoints(shares: Readonly<Record<(typeof timelessParts)[number], Share>>): number {
  return timelessParts.reduce((sum, name) => sum + defaultWeights[name] * shares[name], 0)
}

/** Sum of the weights of the parts that something can be said about. */
function saidWeight(shares: readonly Share[], weights: ScoreWeights): number {
  let said = 0
  for (let i = 0; i < shares.length; i++) if (shares[i] !== notApplicable) said += weights[scorePartNames[i]!]
  return said
}

/**
 * `scoreDeal(…).total` without the sentences, for scoring every listing that comes in. Weights as in
 * `scoreWeightsSchema`: whole numbers that add up to 100.
 */
export function scoreTotal(
  subject: ScoreSubject,
  nowMs: number,
  weights: ScoreWeights = defaultWeights,
): number {
  let total = 0
  eachPart(sharesOf(subject, nowMs), weights, (_, points) => {
    total += points
  })
  return total
}

/**
 * Gives each part, in the order of `scorePartNames`, its points. Parts that nothing can be said about share theirs among the others in proportion, so
 * that a listing without them still has the whole range; each part's most is what the running sum of the weights,
 * stretched to 100, rounds up by, so they add up to 100 whatever the weights.
 */
export function eachPart(
  shares: readonly Share[],
  weights: ScoreWeights,
  visit: (name: ScorePartName, points: number, pointsMax: number) => void,
): void {
  const said = saidWeight(shares, weights)
  let running = 0
  let given = 0
  for (let i = 0; i < shares.length; i++) {
    const name = scorePartNames[i]!
    let share = shares[i]!
    // Weights on nothing but what cannot be said: all of it stays in the middle.
    if (share === notApplicable && said === 0) share = priceNeutral
    if (share !== notApplicable) running += weights[name]
    const upTo = Math.round((running * 100) / (said || 100))
    const pointsMax = upTo - given
    given = upTo
    visit(name, pointsMax === 0 ? 0 : Math.round(pointsMax * share), pointsMax)
  }
}

/** How good a deal is, 0–100, with a reason for every point; parts of weight 0 are left out. */
export function scoreDeal(
  subject: ScoreSubject,
  nowMs: number,
  weights: ScoreWeights = defaultWeights,
): DealScore {
  const score: DealScore = { total: 0, parts: [] }
  eachPart(sharesOf(subject, nowMs), weights, (name, points, pointsMax) => {
    score.total += points
    if (weights[name] > 0) score.parts.push({ name, points, pointsMax, ...reasonOf(name, subject, nowMs) })
  })
  return score
}
