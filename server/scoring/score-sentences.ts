import { formatMoney } from '../core/money.ts'
import { kmPerMile } from '../core/units.ts'
import type { Condition } from '../model/listing-schema.ts'
import { formatPrice } from '../model/message.ts'
import { againstValue, discountPct } from '../model/price-against-value.ts'
import type { FairValue, ScorePartName, ScoreSubject } from '../model/score-schema.ts'
import { landedCents, landedOf, landedText } from './resale/landed.ts'
import { comparable } from './score-curves.ts'

/** Why a part has its points, in one sentence with its figures. */
export function sentenceOf(name: ScorePartName, subject: ScoreSubject, nowMs: number): string {
  switch (name) {
    case 'price':
      return priceSentence(subject)
    case 'profit':
      return profitSentence(subject)
    case 'condition':
      return conditionSentence(subject.condition)
    case 'recency':
      return recencySentence(subject.postedAtMs, nowMs)
    case 'distance':
      return distanceSentence(subject)
    case 'photos':
      return subject.photoCount > 0 ? count(subject.photoCount, 'photo', 'photos') : 'No photos'
    case 'keyword':
      return keywordSentence(subject.keywordMatch)
  }
}

function priceSentence(subject: ScoreSubject): string {
  const landed = landedOf(subject)
  if (landed === null) return 'No price is stated'
  if (landed.totalCents <= 0) return 'Free'
  const { value, currency } = subject
  const price = landedText(landed, subject)
  if (value && value.currency !== currency) {
    return `${price} cannot be compared with a fair value in ${value.currency}`
  }
  if (!value || !comparable(subject))
    return `${price}; the fair value is unknown: too few comparable listings`
  const fair = `fair value of ${formatMoney(value.midCents, currency)} (${evidenceOf(value)})`
  const against = `is ${againstValue(discountPct(landed.priceCents, value.midCents))} the ${fair}`
  if (landed.totalCents === landed.priceCents) return `${price} ${against}`
  return `${formatPrice(landed.priceCents, currency)} ${against}; it comes to ${price}`
}

/** "12 comparable listings, most at $150 to $260". */
function evidenceOf(value: FairValue): string {
  const sold = value.basis === 'sold'
  // Of the listings that are shown, not of the interval, which is about the thing itself.
  const { compsLowCents = value.lowCents, compsHighCents = value.highCents, currency } = value
  const range =
    compsLowCents < compsHighCents
      ? `, most at ${formatMoney(compsLowCents, currency)} to ${formatMoney(compsHighCents, currency)}`
      : ''
  if (value.method === 'category') {
    return `weak: ${count(value.count, sold ? 'sale' : 'listing', sold ? 'sales' : 'listings')} of the whole category${range}`
  }
  return (
    count(
      value.count,
      sold ? 'comparable sale' : 'comparable listing',
      sold ? 'comparable sales' : 'comparable listings',
    ) + range
  )
}

function profitSentence(subject: ScoreSubject): string {
  const { resale, currency } = subject
  if (resale === undefined) return 'Selling it again is not looked at, so it does not count'
  const landed = landedCents(subject)
  if (landed === null) return 'The profit is unknown: no price is stated'
  if (resale === null || !comparable(subject)) {
    return subject.value && subject.value.currency !== currency
      ? `The profit is unknown: the price is in ${currency}, the fair value in ${subject.value.currency}`
      : 'The profit is unknown: what it would bring is unknown'
  }
  if (resale.currency !== currency)
    return `The profit is unknown: the price is in ${currency}, the sale in ${resale.currency}`
  const profitCents = resale.netCents - landed
  const money = (cents: number) => formatMoney(cents, currency)
  const net =
    resale.netCents < 0
      ? 'Fees and shipping are more than selling it again brings'
      : `Selling it again should bring ${money(resale.netCents)} after fees and shipping`
  if (profitCents === 0) return `${net}: no profit on ${money(landed)}`
  return `${net}: a ${profitCents > 0 ? 'profit' : 'loss'} of ${money(Math.abs(profitCents))} on ${money(landed)}`
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

function distanceSentence({ distanceKm, shippingCents, units = 'both' }: ScoreSubject): string {
  if (distanceKm === null || Number.isNaN(distanceKm)) return 'The distance is unknown, so it does not count'
  const [km, miles] = [distanceKm, distanceKm / kmPerMile]
  const away = units === 'mi' ? awayText(miles, 'mi') : awayText(km, 'km', units === 'both' ? miles : null)
  return shippingCents === null ? away : `${away}, and shipped`
}

/** "Less than 1 km away", "12 km away", "12 km (7 mi) away". */
function awayText(figure: number, unit: string, miles: number | null = null): string {
  if (figure < 1) return `Less than 1 ${unit} away`
  return `${Math.round(figure)} ${unit}${miles === null ? '' : ` (${Math.round(miles)} mi)`} away`
}

function keywordSentence(match: number | null): string {
  if (match === null || Number.isNaN(match)) return 'No words were asked for, so they do not count'
  const share = Math.round(Math.max(0, Math.min(1, match)) * 100)
  return `${share} % of the wanted words are in the title`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
