import { formatMoney } from '../core/money.ts'
import type { Condition } from '../listings/schema.ts'
import type { DealScore, FairValue, ScorePart, ScorePartName, ScoreSubject } from './schema.ts'

/** Most points of each part; they add up to 100. */
export const scorePointsMax: Readonly<Record<ScorePartName, number>> = {
  price: 60,
  condition: 10,
  recency: 10,
  distance: 10,
  photos: 5,
  keyword: 5,
}

/** A curve as pairs of (x, points), straight between them and level outside; each one only falls or only rises. */
type Curve = readonly number[]

/** By landed price ÷ fair value. Only what is free gets the 60th point. */
const priceCurve: Curve = [0, 59, 0.3, 56, 0.5, 50, 0.7, 42, 0.85, 35, 1, 27, 1.15, 18, 1.3, 10, 1.5, 4, 2, 0]
const priceFair = 27
/** By age in hours. */
const recencyCurve: Curve = [1, 10, 6, 9, 24, 8, 72, 6, 168, 4, 336, 3, 720, 1, 1440, 0]
/** By distance in km. */
const distanceCurve: Curve = [5, 10, 15, 8, 30, 6, 60, 3, 100, 1, 150, 0]
const photoPoints: readonly number[] = [0, 2, 3, 4, 4, 5]
const conditionPoints: Readonly<Record<Condition, number>> = {
  new: 10,
  'like-new': 9,
  excellent: 8,
  good: 6,
  fair: 4,
  poor: 2,
  'for-parts': 0,
}
const unknownPoints = { condition: 5, recency: 5, distance: 5, keyword: 3 } as const

const hourMs = 3_600_000

function along(curve: Curve, x: number): number {
  const last = curve.length - 2
  if (x <= curve[0]!) return curve[1]!
  if (x >= curve[last]!) return curve[last + 1]!
  let i = 2
  while (curve[i]! < x) i += 2
  const part = (x - curve[i - 2]!) / (curve[i]! - curve[i - 2]!)
  return curve[i - 1]! + (curve[i + 1]! - curve[i - 1]!) * part
}

/** Price with shipping, minor units; unknown shipping counts as none. */
function landedCents(subject: ScoreSubject): number | null {
  return subject.priceCents === null ? null : subject.priceCents + (subject.shippingCents ?? 0)
}

/** How far a value is to be trusted, 0–1: half for a whole category, three quarters for three comps, full from eight. */
function trust(value: FairValue): number {
  return value.method === 'category' ? 0.5 : Math.min(1, 0.6 + 0.05 * value.count)
}

function comparable(subject: ScoreSubject): boolean {
  return subject.value !== null && subject.value.currency === subject.currency && subject.value.midCents > 0
}

function pricePoints(subject: ScoreSubject): number {
  const landed = landedCents(subject)
  if (landed !== null && landed <= 0) return scorePointsMax.price
  if (landed === null || !comparable(subject)) return priceFair
  const value = subject.value!
  return Math.round(priceFair + (along(priceCurve, landed / value.midCents) - priceFair) * trust(value))
}

function pointsOfCondition(condition: Condition | null): number {
  return condition === null ? unknownPoints.condition : conditionPoints[condition]
}

function recencyPoints(postedAtMs: number, nowMs: number): number {
  if (Number.isNaN(postedAtMs)) return unknownPoints.recency
  return Math.round(along(recencyCurve, (nowMs - postedAtMs) / hourMs))
}

function distancePoints(distanceKm: number | null): number {
  if (distanceKm === null || Number.isNaN(distanceKm)) return unknownPoints.distance
  return Math.round(along(distanceCurve, distanceKm))
}

function pointsOfPhotos(count: number): number {
  return photoPoints[Math.max(0, Math.min(photoPoints.length - 1, Math.trunc(count)))] ?? 0
}

function keywordPoints(match: number | null): number {
  if (match === null || Number.isNaN(match)) return unknownPoints.keyword
  return Math.round(scorePointsMax.keyword * Math.max(0, Math.min(1, match)))
}

/** `scoreDeal(…).total` without the sentences, for scoring every listing that comes in. */
export function scoreTotal(subject: ScoreSubject, nowMs: number): number {
  return (
    pricePoints(subject) +
    pointsOfCondition(subject.condition) +
    recencyPoints(subject.postedAtMs, nowMs) +
    distancePoints(subject.distanceKm) +
    pointsOfPhotos(subject.photoCount) +
    keywordPoints(subject.keywordMatch)
  )
}

/** How good a deal is, 0–100, with a reason for every point. */
export function scoreDeal(subject: ScoreSubject, nowMs: number): DealScore {
  const parts: ScorePart[] = [
    part('price', pricePoints(subject), priceSentence(subject)),
    part('condition', pointsOfCondition(subject.condition), conditionSentence(subject.condition)),
    part('recency', recencyPoints(subject.postedAtMs, nowMs), recencySentence(subject.postedAtMs, nowMs)),
    part('distance', distancePoints(subject.distanceKm), distanceSentence(subject.distanceKm)),
    part('photos', pointsOfPhotos(subject.photoCount), photosSentence(subject.photoCount)),
    part('keyword', keywordPoints(subject.keywordMatch), keywordSentence(subject.keywordMatch)),
  ]
  return { total: parts.reduce((sum, { points }) => sum + points, 0), parts }
}

function part(name: ScorePartName, points: number, sentence: string): ScorePart {
  return { name, points, pointsMax: scorePointsMax[name], sentence }
}

function priceSentence(subject: ScoreSubject): string {
  const landed = landedCents(subject)
  if (landed === null) return 'No price is stated'
  if (landed <= 0) return 'Free'
  const { value, currency } = subject
  const shipping = subject.shippingCents ?? 0
  const price =
    formatMoney(landed, currency) +
    (shipping > 0 ? ` with ${formatMoney(shipping, currency)} for shipping` : '')
  if (value && value.currency !== currency) {
    return `${price} cannot be compared with a fair value in ${value.currency}`
  }
  if (!value || !comparable(subject))
    return `${price}; the fair value is unknown: too few comparable listings`
  const fair = `fair value of ${formatMoney(value.midCents, currency)} (${evidenceOf(value)})`
  const percent = Math.max(-99, Math.round((landed / value.midCents - 1) * 100))
  if (percent === 0) return `${price} is the ${fair}`
  if (percent >= 200) {
    return `${price} is ${count(Math.round(landed / value.midCents), 'time', 'times')} the ${fair}`
  }
  return `${price} is ${Math.abs(percent)} % ${percent < 0 ? 'below' : 'above'} the ${fair}`
}

function evidenceOf(value: FairValue): string {
  const sold = value.basis === 'sold'
  if (value.method === 'category') {
    return `weak: ${count(value.count, sold ? 'sale' : 'listing', sold ? 'sales' : 'listings')} of the whole category`
  }
  return count(
    value.count,
    sold ? 'comparable sale' : 'comparable listing',
    sold ? 'comparable sales' : 'comparable listings',
  )
}

function conditionSentence(condition: Condition | null): string {
  if (condition === null) return 'The condition is unknown'
  return condition === 'for-parts' ? 'Sold for parts' : `In ${condition.replace('-', ' ')} condition`
}

function recencySentence(postedAtMs: number, nowMs: number): string {
  if (Number.isNaN(postedAtMs)) return 'When it was posted is unknown'
  const minutes = Math.floor((nowMs - postedAtMs) / 60_000)
  if (minutes < 1) return 'Posted just now'
  if (minutes < 60) return `Posted ${count(minutes, 'minute', 'minutes')} ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `Posted ${count(hours, 'hour', 'hours')} ago`
  return `Posted ${count(Math.floor(hours / 24), 'day', 'days')} ago`
}

function distanceSentence(distanceKm: number | null): string {
  if (distanceKm === null || Number.isNaN(distanceKm)) return 'The distance is unknown'
  if (distanceKm < 1) return 'Less than 1 km away'
  return `${Math.round(distanceKm)} km (${Math.round(distanceKm / 1.609344)} mi) away`
}

function photosSentence(photoCount: number): string {
  return photoCount > 0 ? count(photoCount, 'photo', 'photos') : 'No photos'
}

function keywordSentence(match: number | null): string {
  if (match === null || Number.isNaN(match)) return 'No words were asked for'
  const share = Math.round(Math.max(0, Math.min(1, match)) * 100)
  return `${share} % of the wanted words are in the title`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
