import { type DeclaredFee, type FeeRow, type FeeTable, feeRowSchema } from '../../model/score-schema.ts'

type Written = DeclaredFee & Pick<FeeRow, 'marketplace'>

const all = (bps: number): FeeRow['bands'] => [{ upToCents: null, bps }]

/** Of marketplaces that have no adapter here. */
// biome-ignore format: a table
const rows: readonly Written[] = [
  { marketplace: 'mercari', bands: all(1000) },
  { marketplace: 'facebook', bands: all(1000), feeCentsMin: 80 },
  { marketplace: 'facebook', delivery: 'local' },
  { marketplace: 'facebook', delivery: 'local', currency: 'GBP' },
  { marketplace: 'facebook', delivery: 'local', currency: 'EUR' },
  { marketplace: 'facebook', delivery: 'local', currency: 'CAD' },
  { marketplace: 'facebook', delivery: 'local', currency: 'AUD' },
  { marketplace: 'offerup', bands: all(1290), feeCentsMin: 199 },
  { marketplace: 'offerup', delivery: 'local' },
  { marketplace: 'vinted' },
  { marketplace: 'vinted', currency: 'EUR' },
  { marketplace: 'vinted', currency: 'GBP' },
  { marketplace: 'poshmark', bands: all(2000), flatBelow: { priceCents: 1500, feeCents: 295 } },
  { marketplace: 'depop', payment: { bps: 330, fixedCents: 45 } },
  { marketplace: 'depop', currency: 'GBP', payment: { bps: 290, fixedCents: 30 } },
  { marketplace: 'etsy', bands: all(650), orderCents: 20, payment: { bps: 300, fixedCents: 25 } },
  { marketplace: 'grailed', bands: all(900), payment: { bps: 349, fixedCents: 49 } },
  { marketplace: 'reverb', categories: ['instruments', 'audio', 'music'], bands: all(500), feeCentsMin: 50, feeCentsMax: 50_000, payment: { bps: 319, fixedCents: 49 } },
  { marketplace: 'gumtree', delivery: 'local', currency: 'GBP' },
  { marketplace: 'kleinanzeigen', delivery: 'local', currency: 'EUR' },
]

/** A marketplace that may say what it takes of sellers. */
export interface SellingPlace {
  id: string
  fees?: readonly DeclaredFee[]
  isUsualForResale?: boolean
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
      feeRowSchema.parse({ delivery: 'shipped', currency: 'USD', bands: all(0), ...row }),
    ),
  }
}
