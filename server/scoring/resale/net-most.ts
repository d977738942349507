import type { Category } from '../../model/listing-schema.ts'
import type { NetBound, ValueSpan } from '../../model/resold.ts'
import type { FeeRow, SellingSettings } from '../../model/score-schema.ts'
import { type ProfitOptions, resaleOf } from './profit.ts'

/** Amounts are rounded to whole minor units three times on the way to what a sale brings. */
const roundedCents = 2

/**
 * What a sale of the category brings at most, for every middle of a value in the span; null = nothing is known of any. Fees
 * never fall as a price rises but where a row of the table begins anew (the end of a band, of a flat fee, of a small order),
 * so that what they leave beyond the share of the chance is most at the beginning of the span or right behind such an end.
 */
export function netMost(
  category: Category,
  settings: SellingSettings,
  options: ProfitOptions,
  { currency, fromCents, toCents }: ValueSpan,
): NetBound | null {
  const share = options.sellThrough.bps / 10_000
  const beginnings = settings.fees.rows
    .flatMap(endsOf)
    .flatMap((cents) => [cents, cents + 1])
    .filter((cents) => cents > fromCents && cents <= toCents)
  let most = Number.NEGATIVE_INFINITY
  for (const midCents of new Set([fromCents, ...beginnings])) {
    const sale = resaleOf({ category, value: { midCents, currency, basis: 'sold' } }, settings, options)
    if (sale !== null) most = Math.max(most, sale.netCents - share * midCents)
  }
  return most === Number.NEGATIVE_INFINITY ? null : { share, cents: most + roundedCents }
}

const endsOf = ({ bands, smallOrder, flatBelow }: FeeRow): number[] => [
  ...bands.flatMap(({ upToCents }) => upToCents ?? []),
  ...(smallOrder === null ? [] : [smallOrder.upToCents]),
  ...(flatBelow === null ? [] : [flatBelow.priceCents]),
]
