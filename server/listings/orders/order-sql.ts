import { notResold } from '../../model/resold.ts'

/** What no order reaches: there what does not say stands last. */
export const last = 8_000_000_000_000_000

/**
 * Whole numbers from 0 up, of which the largest comes first, as expressions of columns that begin with `l`. Indexes are made
 * of the very same: `l` is empty there.
 */
export const byPrice = (l: 'l.' | '') => `${last} - least(coalesce(${l}price_cents, ${last}), ${last})`

/** `byDiscount` of so many percent. */
export const discountKey = (pct: number) => 1_000_000_000 + pct * 100

/** In hundredths of a percent below the middle of its fair value. */
export const byDiscount = (
  l: 'l.' | '',
) => `CASE WHEN ${l}price_cents IS NOT NULL AND ${l}value->>'currency' = ${l}currency AND (${l}value->>'midCents')::numeric > 0
    THEN greatest(1, 1000000000 + round(10000 * (1 - ${l}price_cents / (${l}value->>'midCents')::numeric)))::bigint ELSE 0 END`

/** What it costs without the way, and what its value is beyond that; minor units. */
export const byOutlay = (l: 'l.' | '') => `${l}price_cents + coalesce(${l}shipping_cents, 0)`
export const byMargin = (l: 'l.' | '') => `${l}value_mid_cents - ${byOutlay(l).replace(' + ', ' - ')}`

/** Values that differ by less than a sixth of e are of one level: `levelEnd` is beyond all of it. */
export const byLevel = (l: 'l.' | '') => `floor(ln(${l}value_mid_cents::float8) * 6)::int`
export const levelEnd = (level: number) => Math.exp((level + 1) / 6)

/** What may bring a profit: what of listings the index of levels has. */
export const isResold = (l: 'l.' | '') =>
  `${l}value_mid_cents > 0 AND ${l}price_cents IS NOT NULL AND ${l}category NOT IN (${[...notResold].map((name) => `'${name}'`).join(', ')})`
