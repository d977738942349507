import { formatMoney } from '../../core/money.ts'
import { kmPerMile, type Units } from '../../core/units.ts'
import type { Condition, PriceBasis } from '../listing-schema.ts'
import { formatPrice } from '../message.ts'
import { againstValue } from '../price-against-value.ts'

/** What a thing costs until it is at home, and what of that is not known; minor units of `currency`. */
export type LandedParams = {
  totalCents: number
  priceCents: number
  /** null = unknown. */
  shippingCents: number | null
  wayCents: number
  /** The way would cost something, in this currency, which cannot be added; null = it is counted. */
  wayCurrency: string | null
  currency: string
}

export type AgainstValueParams = LandedParams & {
  /** Below the middle of the value; negative = above it. */
  discountPct: number
  valueCents: number
  /** Comparables. */
  count: number
  basis: PriceBasis | 'mixed'
  method: 'similar' | 'category'
  /** Where most of them are. */
  compsLowCents: number
  compsHighCents: number
}

/** Why a part of a deal score has its points. */
export const scoreSentences = {
  'score-price-none': () => 'No price is stated',
  'score-price-typed': (p: { priceCents: number; currency: string }) =>
    `${formatMoney(p.priceCents, p.currency)} is typed where a form wants a price: it says nothing`,
  'score-price-free': () => 'Free',
  'score-price-other-currency': (p: LandedParams & { valueCurrency: string }) =>
    `${landedText(p)} cannot be compared with a fair value in ${p.valueCurrency}`,
  'score-price-alone': (p: LandedParams) =>
    `${landedText(p)}; the fair value is unknown: too few comparable listings`,
  'score-price-against-value': (p: AgainstValueParams) => {
    const fair = `fair value of ${formatMoney(p.valueCents, p.currency)} (${evidence(p)})`
    const against = `is ${againstValue(p.discountPct)} the ${fair}`
    const landed = landedText(p)
    if (p.totalCents === p.priceCents) return `${landed} ${against}`
    return `${formatPrice(p.priceCents, p.currency)} ${against}; it comes to ${landed}`
  },
  'score-profit-not-asked': () => 'Selling it again is not looked at, so it does not count',
  'score-profit-no-price': () => 'The profit is unknown: no price is stated',
  'score-profit-value-currency': (p: { currency: string; valueCurrency: string }) =>
    `The profit is unknown: the price is in ${p.currency}, the fair value in ${p.valueCurrency}`,
  'score-profit-no-sale': () => 'The profit is unknown: what it would bring is unknown',
  'score-profit-sale-currency': (p: { currency: string; saleCurrency: string }) =>
    `The profit is unknown: the price is in ${p.currency}, the sale in ${p.saleCurrency}`,
  'score-profit': ({
    netCents,
    landedCents,
    currency,
  }: {
    netCents: number
    landedCents: number
    currency: string
  }) => {
    const profitCents = netCents - landedCents
    const money = (cents: number) => formatMoney(cents, currency)
    const net =
      netCents < 0
        ? 'Fees and shipping are more than selling it again brings'
        : `Selling it again should bring ${money(netCents)} after fees and shipping`
    if (profitCents === 0) return `${net}: no profit on ${money(landedCents)}`
    return `${net}: a ${profitCents > 0 ? 'profit' : 'loss'} of ${money(Math.abs(profitCents))} on ${money(landedCents)}`
  },
  'score-condition-unknown': () => 'The condition is unknown',
  'score-condition': ({ condition }: { condition: Condition }) =>
    condition === 'for-parts' ? 'Sold for parts' : `In ${condition.replace('-', ' ')} condition`,
  'score-posted-unknown': () => 'When it was posted is unknown',
  'score-posted': ({ minutes }: { minutes: number }) => {
    if (minutes < 1) return 'Posted just now'
    if (minutes < 60) return `Posted ${count(minutes, 'minute', 'minutes')} ago`
    const hours = Math.floor(minutes / 60)
    if (hours < 48) return `Posted ${count(hours, 'hour', 'hours')} ago`
    return `Posted ${count(Math.floor(hours / 24), 'day', 'days')} ago`
  },
  'score-distance-unknown': () => 'The distance is unknown, so it does not count',
  'score-distance': ({ km, units, isShipped }: { km: number; units: Units; isShipped: boolean }) => {
    const miles = km / kmPerMile
    const away = units === 'mi' ? awayText(miles, 'mi') : awayText(km, 'km', units === 'both' ? miles : null)
    return isShipped ? `${away}, and shipped` : away
  },
  'score-photos': (p: { count: number }) => (p.count > 0 ? count(p.count, 'photo', 'photos') : 'No photos'),
  'score-keywords-none': () => 'No words were asked for, so they do not count',
  'score-keywords': (p: { sharePct: number }) => `${p.sharePct} % of the wanted words are in the title`,
}

/** "$140 with $20 for shipping", "$152 with $12 for the way", "$120 (shipping unknown)". */
export function landedText({
  totalCents,
  shippingCents,
  wayCents,
  wayCurrency,
  currency,
}: LandedParams): string {
  const known = [
    (shippingCents ?? 0) > 0 && `${formatMoney(shippingCents!, currency)} for shipping`,
    wayCents > 0 && `${formatMoney(wayCents, currency)} for the way`,
  ].filter((text) => text !== false)
  const missing = [
    shippingCents === null && wayCents === 0 && 'shipping unknown',
    wayCurrency !== null && `the way not counted: its cost is set in ${wayCurrency}`,
  ].filter((text) => text !== false)
  return (
    formatMoney(totalCents, currency) +
    (known.length > 0 ? ` with ${known.join(' and ')}` : '') +
    (missing.length > 0 ? ` (${missing.join('; ')})` : '')
  )
}

/** "12 comparable listings, most at $150 to $260". */
function evidence({
  basis,
  method,
  compsLowCents,
  compsHighCents,
  currency,
  ...p
}: AgainstValueParams): string {
  const sold = basis === 'sold'
  const range =
    compsLowCents < compsHighCents
      ? `, most at ${formatMoney(compsLowCents, currency)} to ${formatMoney(compsHighCents, currency)}`
      : ''
  if (method === 'category')
    return `weak: ${count(p.count, sold ? 'sale' : 'listing', sold ? 'sales' : 'listings')} of the whole category${range}`
  const [one, many] = sold
    ? ['comparable sale', 'comparable sales']
    : ['comparable listing', 'comparable listings']
  return count(p.count, one!, many!) + range
}

/** "Less than 1 km away", "12 km away", "12 km (7 mi) away". */
function awayText(figure: number, unit: string, miles: number | null = null): string {
  if (figure < 1) return `Less than 1 ${unit} away`
  return `${Math.round(figure)} ${unit}${miles === null ? '' : ` (${Math.round(miles)} mi)`} away`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
