import type { Category } from '../../model/listing-schema.ts'
import type { FairValue } from '../../model/score-schema.ts'
import type { DealFilter } from './filter-store.ts'

/** What the cost of a listing, and the profit of it, depend on. */
export interface Priced {
  /** Minor units; null = none stated. */
  priceCents: number | null
  shippingCents: number | null
  currency: string | null
  category: Category
  lat: number | null
  lon: number | null
  value: Pick<FairValue, 'midCents' | 'currency' | 'basis'> | null
}

/** Minor units of its currency; null = unknown. */
export type ProfitOf = (listing: Priced) => number | null

/** Columns that a statement has where profits are asked for. */
export interface Costed {
  priceCents?: number
  shippingCents?: number | null
  currency?: string
  category?: Category
  lat?: number | null
  lon?: number | null
  midCents?: number | null
  valueCurrency?: string | null
  basis?: FairValue['basis'] | null
}

export const pricedColumns = `l.price_cents AS "priceCents", l.shipping_cents AS "shippingCents", l.currency, l.category,
  l.lat, l.lon, l.value_mid_cents AS "midCents", l.value->>'currency' AS "valueCurrency", l.value->>'basis' AS basis`

export const costColumns = ({ profitCentsMin }: DealFilter) =>
  profitCentsMin === null ? '' : `, ${pricedColumns}`

export function profitIn(row: Costed, profitOf: ProfitOf): number | null {
  const { midCents, valueCurrency, basis } = row
  return profitOf({
    priceCents: row.priceCents!,
    shippingCents: row.shippingCents!,
    currency: row.currency!,
    category: row.category!,
    lat: row.lat!,
    lon: row.lon!,
    value: typeof midCents === 'number' ? { midCents, currency: valueCurrency!, basis: basis! } : null,
  })
}

const widening = 4

/**
 * Reads on until there are as many rows as the filter's limit that bring what it asks for, or no more: how much that is for a
 * person the database does not know, only what it is at most. Without such a wish, one reading.
 */
export async function paying<Row extends Costed & { id: number; key: number }>(
  { limit, profitCentsMin }: DealFilter,
  profitOf: ProfitOf,
  at: { id: number; key: number } | null,
  read: (after: { id: number; key: number } | null, limit: number) => Promise<Row[]>,
): Promise<{ id: number; key: number }[]> {
  if (profitCentsMin === null) return read(at, limit)
  const found: Row[] = []
  let after = at
  for (let step = limit * widening; ; step *= widening) {
    const rows = await read(after, step)
    found.push(
      ...rows.filter((row) => (profitIn(row, profitOf) ?? Number.NEGATIVE_INFINITY) >= profitCentsMin),
    )
    after = rows.at(-1) ?? null
    if (found.length >= limit || rows.length < step || after === null) return found.slice(0, limit)
  }
}
