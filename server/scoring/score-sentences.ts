import { discountPct } from '../model/price-against-value.ts'
import type { ScorePartName, ScoreSubject } from '../model/score-schema.ts'
import { type SaidOf, say } from '../model/sentences/sentences.ts'
import { landedCents, landedOf, landedParams } from './resale/landed.ts'
import { comparable } from './score-curves.ts'

type Reason = SaidOf<'score'>

/** Why a part has its points, with its figures. */
export function reasonOf(name: ScorePartName, subject: ScoreSubject, nowMs: number): Reason {
  switch (name) {
    case 'price':
      return priceReason(subject)
    case 'profit':
      return profitReason(subject)
    case 'condition':
      return subject.condition === null
        ? say('score-condition-unknown')
        : say('score-condition', { condition: subject.condition })
    case 'recency':
      return Number.isNaN(subject.postedAtMs)
        ? say('score-posted-unknown')
        : say('score-posted', { minutes: Math.floor((nowMs - subject.postedAtMs) / 60_000) })
    case 'distance':
      return distanceReason(subject)
    case 'photos':
      return say('score-photos', { count: subject.photoCount })
    case 'keyword':
      return keywordReason(subject.keywordMatch)
  }
}

function priceReason(subject: ScoreSubject): Reason {
  const landed = landedOf(subject)
  if (landed === null) return say('score-price-none')
  if (landed.totalCents <= 0) return say('score-price-free')
  const { value, currency } = subject
  const price = landedParams(landed, subject)
  if (value && value.currency !== currency)
    return say('score-price-other-currency', { ...price, valueCurrency: value.currency })
  if (!value || !comparable(subject)) return say('score-price-alone', price)
  // Of the listings that are shown, not of the interval, which is about the thing itself.
  const { compsLowCents = value.lowCents, compsHighCents = value.highCents, count, basis, method } = value
  return say('score-price-against-value', {
    ...{ ...price, discountPct: discountPct(landed.priceCents, value.midCents), valueCents: value.midCents },
    ...{ count, basis, method, compsLowCents, compsHighCents },
  })
}

function profitReason(subject: ScoreSubject): Reason {
  const { resale, currency } = subject
  if (resale === undefined) return say('score-profit-not-asked')
  const landed = landedCents(subject)
  if (landed === null) return say('score-profit-no-price')
  if (resale === null || !comparable(subject)) {
    return subject.value && subject.value.currency !== currency
      ? say('score-profit-value-currency', { currency, valueCurrency: subject.value.currency })
      : say('score-profit-no-sale')
  }
  if (resale.currency !== currency)
    return say('score-profit-sale-currency', { currency, saleCurrency: resale.currency })
  return say('score-profit', { netCents: resale.netCents, landedCents: landed, currency })
}

function distanceReason({ distanceKm, shippingCents, units = 'both' }: ScoreSubject): Reason {
  if (distanceKm === null || Number.isNaN(distanceKm)) return say('score-distance-unknown')
  return say('score-distance', { km: distanceKm, units, isShipped: shippingCents !== null })
}

function keywordReason(match: number | null): Reason {
  if (match === null || Number.isNaN(match)) return say('score-keywords-none')
  return say('score-keywords', { sharePct: Math.round(Math.max(0, Math.min(1, match)) * 100) })
}
