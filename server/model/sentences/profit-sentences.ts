import { formatMoney } from '../../core/money.ts'
import type { PriceBasis } from '../listing-schema.ts'
import { type LandedParams, landedText } from './score-sentences.ts'

export type FeesParams = {
  marketplace: string
  /** Not shipped. */
  isLocal: boolean
  feeCents: number
  paymentCents: number
  currency: string
}

/** What a profit is made of, or why it is not known. */
export const profitSentences = {
  'profit-resale': (p: {
    /** What it is sold for, and what is asked for such a thing. */
    saleCents: number
    askedCents: number
    currency: string
    basis: PriceBasis | 'mixed'
    /** What is had of what is asked; hundredths of a percent, as all chances. */
    askedBps: number
    chanceBps: number
    withinDays: number
  }) =>
    `Should fetch ${formatMoney(p.saleCents, p.currency)}${basisNote(p)}, ${chance(p.chanceBps)} within ${p.withinDays} days`,
  'profit-fees': (p: FeesParams & { chanceBps: number }) =>
    p.feeCents + p.paymentCents === 0 ? feesText(p) : `${feesText(p)}, ${chance(p.chanceBps)}`,
  'profit-local': () => 'Sold locally: nothing to ship',
  'profit-shipping': (p: { shippingCents: number | null; currency: string; chanceBps: number }) =>
    `Shipping it costs ${formatMoney(p.shippingCents ?? 0, p.currency)}, ${chance(p.chanceBps)}`,
  'profit-purchase-free': () => 'Bought for nothing',
  'profit-purchase': (p: LandedParams) => `Bought for ${landedText(p)}`,

  'profit-chance': (p: {
    chanceBps: number
    withinDays: number
    /** Listings of the kind that were watched, and how many of them were sold. */
    watched: number
    sold: number
    /** They are too few to go by. */
    isAssumed: boolean
  }) => {
    const should = `${Math.round(p.chanceBps / 100)} % should sell within ${p.withinDays} days`
    if (p.watched === 0) return `${should} (assumed: no sales of this kind were watched)`
    const seen = `${p.sold} of ${p.watched} listings watched were sold`
    return p.isAssumed ? `${should} (mostly assumed: ${seen})` : `${should} (${seen})`
  },

  'profit-unknown-price': () => 'The profit is unknown: no price is stated',
  'profit-unknown-currency': (p: { currency: string; valueCurrency: string }) =>
    `The profit is unknown: the price is in ${p.currency}, the fair value in ${p.valueCurrency}`,
  'profit-unknown-kind': () => 'The profit is unknown: such things are not sold again',
  'profit-unknown-value': () =>
    'The profit is unknown: the fair value is unknown, too few comparable listings',
  'profit-unknown-shipping': (p: { shippingCurrency: string; valueCurrency: string }) =>
    `The profit is unknown: shipping costs are set in ${p.shippingCurrency}, the value is in ${p.valueCurrency}`,
  'profit-unknown-fees': (p: { marketplace: string; isLocal: boolean; currency: string }) =>
    `The profit is unknown: no fees of ${p.marketplace} (${p.isLocal ? 'local' : 'shipped'}) in ${p.currency} are set`,
}

/** What a marketplace takes of a sale. */
export function feesText({ marketplace, isLocal, feeCents, paymentCents, currency }: FeesParams): string {
  const where = isLocal ? `${marketplace} (local)` : marketplace
  if (feeCents + paymentCents === 0) return `${where} takes nothing`
  const money = (cents: number) => formatMoney(cents, currency)
  if (feeCents === 0) return `${where} takes ${money(paymentCents)} for the payment`
  const payment = paymentCents > 0 ? `, ${money(paymentCents)} of it for the payment` : ''
  return `${where} takes ${money(feeCents + paymentCents)}${payment}`
}

const wholeBps = 10_000
const chance = (bps: number) => `× ${percent(bps)} for the chance of a sale`

function basisNote({
  basis,
  askedBps,
  askedCents,
  currency,
}: {
  basis: PriceBasis | 'mixed'
  askedBps: number
  askedCents: number
  currency: string
}): string {
  if (basis === 'sold') return ''
  if (basis === 'mixed') return ' (partly from asking prices, taken as they are)'
  return askedBps === wholeBps
    ? ' (asking prices taken as they are)'
    : ` (${percent(askedBps)} of the ${formatMoney(askedCents, currency)} that is asked)`
}

function percent(bps: number): string {
  return `${Number((bps / 100).toFixed(1))} %`
}
