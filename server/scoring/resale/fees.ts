import type { Category } from '../../model/listing-schema.ts'
import type { CountedFeeRow, Delivery, FeeRow, FeeTable } from '../../model/score-schema.ts'
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
  /** Of the sale, `YYYY-MM-DD`. */
  day: string
  /** From where the seller sells, ISO 3166; null = not known. */
  country: string | null
}

/** Hundredths of a percent of an amount in whole minor units, half up; exact for all amounts that are stored. */
export function basisPointsOf(cents: number, bps: number): number {
  // Split, since 1e13 × 1e4 is beyond whole numbers in doubles.
  const tenThousands = Math.floor(cents / 10_000)
  return tenThousands * bps + Math.round(((cents - tenThousands * 10_000) * bps) / 10_000)
}

/**
 * The fees of selling for that price on that day; null when the table has no row for the marketplace, way of delivery and
 * currency that counts then. Which row: `rowFor`.
 */
export function feesFor(table: FeeTable, sale: Sale): Fees | null {
  const { marketplace, priceCents } = sale
  const row = rowFor(table, sale)
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

/**
 * The row that counts: a person's own before a default, one of the seller's country before one for all, one that names the
 * category before one for all, the later of those that are valid already; the first of equals.
 */
function rowFor({ rows }: FeeTable, sale: Sale): FeeRow | null {
  const { marketplace, category, currency, delivery = 'shipped', day, country } = sale
  let best: CountedFeeRow | null = null
  for (const row of rows) {
    if (row.marketplace !== marketplace || row.delivery !== delivery || row.currency !== currency) continue
    if (row.country !== null && row.country !== country) continue
    if (row.validFrom !== null && row.validFrom > day) continue
    if (row.categories.length > 0 && !row.categories.includes(category)) continue
    if (best === null || goesBefore(row, best)) best = row
  }
  return best
}

function goesBefore(row: CountedFeeRow, other: CountedFeeRow): boolean {
  if (row.isOwn !== other.isOwn) return row.isOwn === true
  if (row.country !== other.country) return row.country !== null
  if (row.categories.length > 0 !== other.categories.length > 0) return row.categories.length > 0
  return (row.validFrom ?? '') > (other.validFrom ?? '')
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
