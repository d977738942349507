import type { Category } from '../../model/listing-schema.ts'
import type { NetBound, ValueSpan } from '../../model/resold.ts'
import type { FairValue } from '../../model/score-schema.ts'

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

/** What things cost a person, and what selling them again should bring. */
export interface Costs {
  of(listing: Priced): { landedCents: number | null; profitCents: number | null }
  /** What a sale brings them at most, for each middle of a value in a span; null = unknown, so that there is no profit. */
  netMost: NetMost
}

export type NetMost = (category: Category, span: ValueSpan) => NetBound | null

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
