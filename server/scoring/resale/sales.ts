import type { Category } from '../../model/listing-schema.ts'
import { notResold } from '../../model/resold.ts'
import { type Delivery, deliveries, type SellingSettings } from '../../model/score-schema.ts'
import { feesFor } from './fees.ts'
import type { ResaleValue } from './profit.ts'

/** A sale at what a thing is worth, once it is sold: the chance of that is not in it. */
export interface SaleAt {
  marketplace: string
  delivery: Delivery
  feeCents: number
  paymentCents: number
  /** 0 for what is fetched. */
  shippingCents: number
  /** What is left of the price after all of these. */
  leavesCents: number
  /** Where the person sells such things by their settings. */
  isUsual: boolean
}

/**
 * What selling a thing would leave at each marketplace whose fees are known in its currency, most first; none of what
 * nobody sells again, and none by post where nobody knows what that costs. By the fees of the day, `YYYY-MM-DD`.
 */
export function salesAt(
  { value, category }: { value: ResaleValue; category: Category },
  settings: SellingSettings,
  day: string,
): SaleAt[] {
  if (notResold.has(category) || value.midCents <= 0) return []
  const { currency, midCents: priceCents } = value
  const posted = settings.outboundShippingCents[category]
  const shippingCents = posted === undefined ? settings.outboundShippingCentsElse : posted
  const isShippable = shippingCents !== null
  const hasShipping = isShippable && (shippingCents === 0 || settings.currency === currency)
  const usual = isShippable ? settings.resaleMarketplace : settings.localMarketplace
  const marketplaces = [...new Set(settings.fees.rows.map((row) => row.marketplace))]
  return marketplaces
    .flatMap((marketplace) =>
      deliveries.flatMap((delivery) => {
        const isShipped = delivery === 'shipped'
        if (isShipped && !hasShipping) return []
        const sale = { marketplace, category, priceCents, currency, delivery, day, country: settings.country }
        const fees = feesFor(settings.fees, sale)
        if (fees === null) return []
        const { feeCents, paymentCents, totalCents } = fees
        const sentCents = isShipped ? (shippingCents ?? 0) : 0
        const leavesCents = priceCents - totalCents - sentCents
        return [{ marketplace, delivery, feeCents, paymentCents, shippingCents: sentCents, leavesCents }]
      }),
    )
    .map((sale) => ({ ...sale, isUsual: sale.marketplace === usual }))
    .sort((a, b) => b.leavesCents - a.leavesCents)
}
