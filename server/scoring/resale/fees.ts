import type { Category } from '../../model/listing-schema.ts'
import type { Delivery, FeeRow, FeeTable } from '../../model/score-schema.ts'
import { feesText } from '../../model/sentences/profit-sentences.ts'

/** What a marketplace takes of one sale, minor units of the sale's currency. */
export interface Fees {
  feeCents: number
  paymentCents: number
  totalCents: number
  sentence: string
}

/** Of what and where. */
export interface Sale {
  marketplace: string
  category: Category
  priceCents: number
  currency: string
  delivery?: Delivery
}

/** Hundredths of a percent of an amount in whole minor units, half up; exact for all amounts that are stored. */
export function basisPointsOf(cents: number, bps: number): number {
  // Split, since 1e13 × 1e4 is beyond whole numbers in doubles.
  const tenThousands = Math.floor(cents / 10_000)
  return tenThousands * bps + Math.round(((cents - tenThousands * 10_000) * bps) / 10_000)
}

/**
 * The fees of selling for that price; null when the table has no row for the marketplace, way of delivery and
 * currency. A row that names the category goes before one for all; the first of equals counts.
 */
export function feesFor(
  table: FeeTable,
  { marketplace, category, priceCents, currency, delivery = 'shipped' }: Sale,
): Fees | null {
  const row = rowFor(table, marketplace, category, currency, delivery)
  if (row === null) return null
  if (priceCents <= 0)
    return { feeCents: 0, paymentCents: 0, totalCents: 0, sentence: `${marketplace} takes nothing` }
  const feeCents = commissionOf(row, priceCents)
  const paymentCents = basisPointsOf(priceCents, row.payment.bps) + row.payment.fixedCents
  const totalCents = feeCents + paymentCents
  return {
    feeCents,
    paymentCents,
    totalCents,
    // Written when it is read: of many listings at once only the amounts are asked for.
    get sentence() {
      const isLocal = row.delivery === 'local'
      return feesText({ marketplace, isLocal, feeCents, paymentCents, currency: row.currency })
    },
  }
}

function rowFor(
  { rows }: FeeTable,
  marketplace: string,
  category: Category,
  currency: string,
  delivery: Delivery,
): FeeRow | null {
  let general: FeeRow | null = null
  for (const row of rows) {
    if (row.marketplace !== marketplace || row.delivery !== delivery || row.currency !== currency) continue
    if (row.categories.includes(category)) return row
    if (row.categories.length === 0) general ??= row
  }
  return general
}

function commissionOf(row: FeeRow, priceCents: number): number {
  const { flatBelow, smallOrder } = row
  const isFlat = flatBelow !== null && priceCents < flatBelow.priceCents
  const orderCents =
    smallOrder !== null && priceCents <= smallOrder.upToCents ? smallOrder.orderCents : row.orderCents
  const feeCents = isFlat ? flatBelow.feeCents : bandsOf(row, priceCents) + orderCents
  return Math.min(Math.max(feeCents, row.feeCentsMin), row.feeCentsMax ?? Number.POSITIVE_INFINITY)
}

function bandsOf({ bands, bandsApply }: FeeRow, priceCents: number): number {
  let fromCents = 0
  let feeCents = 0
  for (const { upToCents, bps } of bands) {
    const endsHere = upToCents === null || priceCents <= upToCents
    if (bandsApply === 'to-the-part')
      feeCents += basisPointsOf((endsHere ? priceCents : upToCents) - fromCents, bps)
    else if (endsHere) feeCents = basisPointsOf(priceCents, bps)
    if (endsHere) break
    fromCents = upToCents
  }
  return feeCents
}
