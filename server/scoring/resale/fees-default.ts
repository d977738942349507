import { type DeclaredFee, type FeeRow, type FeeTable, feeRowSchema } from '../../model/score-schema.ts'

type Written = DeclaredFee & Pick<FeeRow, 'marketplace'>

const all = (bps: number): FeeRow['bands'] => [{ upToCents: null, bps }]

const generallyKnown = 'as generally known in 2025; not read there'

/** Of marketplaces that have no adapter here. */
// biome-ignore format: a table
const rows: readonly Written[] = [
  { marketplace: 'mercari', bands: all(1000), validFrom: '2025-01-06', source: 'https://crosslist.com/blog/mercari-seller-fees', readOn: '2026-11-30' },
  { marketplace: 'vinted' },
  { marketplace: 'vinted', currency: 'EUR' },
  { marketplace: 'vinted', currency: 'GBP' },
  { marketplace: 'poshmark', bands: all(2000), flatBelow: { priceCents: 1500, feeCents: 295 } },
  { marketplace: 'depop', payment: { bps: 330, fixedCents: 45 } },
  { marketplace: 'depop', currency: 'GBP', payment: { bps: 290, fixedCents: 30 } },
  { marketplace: 'etsy', bands: all(650), orderCents: 20, payment: { bps: 300, fixedCents: 25 } },
  { marketplace: 'grailed', bands: all(900), payment: { bps: 349, fixedCents: 49 } },
  { marketplace: 'gumtree', delivery: 'local', currency: 'GBP' },
]

/** A marketplace that may say what it takes of sellers. */
export interface SellingPlace {
  id: string
  fees?: readonly DeclaredFee[]
  isUsualForResale?: boolean
  isUsualForPickup?: boolean
}

/** What sellers without a shop or subscription pay, as commonly published; a person corrects it to what they pay. */
export function defaultFeeTable(places: Iterable<SellingPlace>): FeeTable {
  const declared = [...places].flatMap(({ id, fees = [] }) =>
    fees.map((fee) => ({ ...fee, marketplace: id })),
  )
  return {
    asOf: '2025: check yours',
    source:
      "the marketplaces' published seller fees as generally known; private sellers without a subscription",
    rows: [...declared, ...rows].map((row) =>
      feeRowSchema.parse({
        delivery: 'shipped',
        currency: 'USD',
        bands: all(0),
        source: generallyKnown,
        ...row,
      }),
    ),
  }
}
