import type { Category } from '../../model/listing-schema.ts'
import { notResold } from '../../model/resold.ts'
import {
  type Delivery,
  deliveries,
  type FairValue,
  type FlipProfit,
  type ProfitTerm,
  type Resale,
  type ScoreSubject,
  type SellingSettings,
} from '../../model/score-schema.ts'
import { type SaidOf, say } from '../../model/sentences/sentences.ts'
import { basisPointsOf, type Fees, feesFor } from './fees.ts'
import { type Landed, landedCents, landedOf, landedParams } from './landed.ts'
import type { SellThrough } from './sell-through.ts'

/** What of a fair value a sale is expected by. */
export type ResaleValue = Pick<FairValue, 'midCents' | 'currency' | 'basis'>

/** What is bought to be sold again. */
export type ProfitSubject = Pick<
  ScoreSubject,
  'priceCents' | 'shippingCents' | 'currency' | 'distanceKm' | 'travel'
> & { category: Category; value: ResaleValue | null }

export interface ProfitOptions {
  sellThrough: Pick<SellThrough, 'bps' | 'withinDays'>
  /** What things fetch of what is asked for them, hundredths of a percent; 10,000 where it is unknown. */
  askingToSoldBps?: number
  /** On which it is sold, `YYYY-MM-DD`: by the fees of that day. */
  day: string
}

const wholeBps = 10_000

/** A sale as it is expected; `…Cents` without the chance of the sale in them, except `netCents`. */
interface ExpectedSale extends Resale {
  priceCents: number
  fees: Fees
  shippingCents: number
  marketplace: string
  delivery: Delivery
}

/** What selling a thing again should bring, by its value alone; null where it is unknown (`whyNoProfit`). */
export function resaleOf(
  subject: Pick<ProfitSubject, 'value' | 'category'>,
  settings: SellingSettings,
  options: ProfitOptions,
): Resale | null {
  const sale = expectedSale(subject, settings, options)
  return isUnknown(sale) ? null : { netCents: sale.netCents, currency: sale.currency }
}

/**
 * Expected resale × chance of the sale − (fees + shipping) × that chance − what it costs to get it, each as a term
 * with a sentence; null where it cannot be told (`whyNoProfit`). Whole minor units throughout.
 */
export function flipProfit(
  subject: ProfitSubject,
  settings: SellingSettings,
  options: ProfitOptions,
): FlipProfit | null {
  const landed = landedOf(subject)
  const sale = expectedSale(subject, settings, options)
  if (landed === null || isUnknown(sale) || sale.currency !== subject.currency) return null
  const terms = termsOf(subject, sale, landed, options)
  const profitCents = terms.reduce((sum, { cents }) => sum + cents, 0)
  return {
    profitCents,
    currency: sale.currency,
    roiPercent: landed.totalCents > 0 ? Math.round((profitCents / landed.totalCents) * 100) : null,
    profitIfSoldCents: sale.priceCents - sale.fees.totalCents - sale.shippingCents - landed.totalCents,
    sellThroughBps: options.sellThrough.bps,
    sellWithinDays: options.sellThrough.withinDays,
    marketplace: sale.marketplace,
    delivery: sale.delivery,
    terms,
  }
}

/** What `flipProfit` adds up to, without its words: for many listings at once. */
export function profitCents(
  subject: ProfitSubject,
  settings: SellingSettings,
  options: ProfitOptions,
): number | null {
  const landed = landedCents(subject)
  const sale = expectedSale(subject, settings, options)
  if (landed === null || isUnknown(sale) || sale.currency !== subject.currency) return null
  return sale.netCents - landed
}

/** Why `flipProfit` is null; null when it is not. */
export function whyNoProfit(
  subject: ProfitSubject,
  settings: SellingSettings,
  options: ProfitOptions,
): SaidOf<'profit'> | null {
  if (subject.priceCents === null) return say('profit-unknown-price')
  const { value, currency } = subject
  if (value && value.currency !== currency)
    return say('profit-unknown-currency', { currency, valueCurrency: value.currency })
  const sale = expectedSale(subject, settings, options)
  return isUnknown(sale) ? sale : null
}

/** The sale, or why there is none to expect. */
function expectedSale(
  { value, category }: Pick<ProfitSubject, 'value' | 'category'>,
  settings: SellingSettings,
  options: ProfitOptions,
): ExpectedSale | SaidOf<'profit'> {
  if (notResold.has(category)) return say('profit-unknown-kind')
  if (value === null || value.midCents <= 0) return say('profit-unknown-value')
  const { currency } = value
  const outbound = settings.outboundShippingCents[category]
  const shippingCents = outbound === undefined ? settings.outboundShippingCentsElse : outbound
  const priceCents = basisPointsOf(value.midCents, correctionBps(value, options))
  const place = placeOf(
    settings,
    { category, priceCents, currency, day: options.day },
    shippingCents !== null,
  )
  if (isUnknown(place)) return place
  const sentCents = place.delivery === 'shipped' ? (shippingCents ?? 0) : 0
  if (sentCents > 0 && settings.currency !== currency)
    return say('profit-unknown-shipping', { shippingCurrency: settings.currency, valueCurrency: currency })
  const { bps } = options.sellThrough
  return {
    ...place,
    priceCents,
    shippingCents: sentCents,
    netCents:
      basisPointsOf(priceCents, bps) -
      basisPointsOf(place.fees.totalCents, bps) -
      basisPointsOf(sentCents, bps),
    currency,
  }
}

/** Where it is sold and for what fees, or why that is unknown. Who sells on a local marketplace ships nothing. */
function placeOf(
  settings: SellingSettings,
  sale: { category: Category; priceCents: number; currency: string; day: string },
  isShippable: boolean,
): Pick<ExpectedSale, 'marketplace' | 'delivery' | 'fees'> | SaidOf<'profit'> {
  const marketplace = isShippable ? settings.resaleMarketplace : settings.localMarketplace
  for (const delivery of isShippable ? deliveries : (['local'] as const)) {
    const fees = feesFor(settings.fees, { ...sale, marketplace, delivery, country: settings.country })
    if (fees !== null) return { marketplace, delivery, fees }
  }
  return say('profit-unknown-fees', { marketplace, isLocal: !isShippable, currency: sale.currency })
}

/** Sold prices stand; of asking prices, what is known of the way down. */
function correctionBps(value: ResaleValue, options: ProfitOptions): number {
  return value.basis === 'asking' ? (options.askingToSoldBps ?? wholeBps) : wholeBps
}

function termsOf(
  subject: ProfitSubject,
  sale: ExpectedSale,
  landed: Landed,
  options: ProfitOptions,
): ProfitTerm[] {
  const { bps: chanceBps, withinDays } = options.sellThrough
  const { currency, marketplace, fees } = sale
  const value = subject.value!
  return [
    {
      name: 'resale',
      cents: basisPointsOf(sale.priceCents, chanceBps),
      ...say('profit-resale', {
        ...{ saleCents: sale.priceCents, askedCents: value.midCents, currency, basis: value.basis },
        ...{ askedBps: correctionBps(value, options), chanceBps, withinDays },
      }),
    },
    {
      name: 'fees',
      cents: 0 - basisPointsOf(fees.totalCents, chanceBps),
      ...say('profit-fees', {
        ...{ marketplace, isLocal: sale.delivery === 'local', currency, chanceBps },
        ...{ feeCents: fees.feeCents, paymentCents: fees.paymentCents },
      }),
    },
    {
      name: 'outbound-shipping',
      cents: 0 - basisPointsOf(sale.shippingCents, chanceBps),
      ...(sale.delivery === 'local'
        ? say('profit-local')
        : say('profit-shipping', { shippingCents: sale.shippingCents, currency, chanceBps })),
    },
    {
      name: 'purchase',
      cents: 0 - landed.totalCents,
      ...(landed.totalCents <= 0
        ? say('profit-purchase-free')
        : say('profit-purchase', landedParams(landed, subject))),
    },
  ]
}

const isUnknown = (found: object): found is SaidOf<'profit'> => 'code' in found
