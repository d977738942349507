import { type FeeRow, type FeeTable, feeRowSchema } from '../../model/score-schema.ts'

/** A row as it is written here; what it leaves out is as in `feeRowSchema`. */
type Written = Partial<FeeRow> & Pick<FeeRow, 'marketplace'>

const all = (bps: number): FeeRow['bands'] => [{ upToCents: null, bps }]

/** eBay's amount per order, US. */
const ebay: Written = {
  marketplace: 'ebay',
  orderCents: 40,
  smallOrder: { upToCents: 1000, orderCents: 30 },
}

// biome-ignore format: a table
const rows: readonly Written[] = [
  { ...ebay, bands: [{ upToCents: 750_000, bps: 1360 }, { upToCents: null, bps: 235 }] },
  { ...ebay, categories: ['books', 'music'], bands: [{ upToCents: 750_000, bps: 1530 }, { upToCents: null, bps: 235 }] },
  { ...ebay, categories: ['watches'], bands: [{ upToCents: 100_000, bps: 1500 }, { upToCents: 750_000, bps: 650 }, { upToCents: null, bps: 300 }] },
  { ...ebay, categories: ['jewelry'], bandsApply: 'to-the-whole', bands: [{ upToCents: 500_000, bps: 1500 }, { upToCents: null, bps: 900 }] },
  { ...ebay, categories: ['bags'], bandsApply: 'to-the-whole', bands: [{ upToCents: 200_000, bps: 1500 }, { upToCents: null, bps: 900 }] },
  { marketplace: 'ebay', currency: 'GBP' },
  { marketplace: 'mercari', bands: all(1000) },
  { marketplace: 'facebook', bands: all(1000), feeCentsMin: 80 },
  { marketplace: 'facebook', delivery: 'local' },
  { marketplace: 'facebook', delivery: 'local', currency: 'GBP' },
  { marketplace: 'facebook', delivery: 'local', currency: 'EUR' },
  { marketplace: 'facebook', delivery: 'local', currency: 'CAD' },
  { marketplace: 'facebook', delivery: 'local', currency: 'AUD' },
  { marketplace: 'offerup', bands: all(1290), feeCentsMin: 199 },
  { marketplace: 'offerup', delivery: 'local' },
  { marketplace: 'craigslist', delivery: 'local' },
  { marketplace: 'craigslist', delivery: 'local', categories: ['cars', 'motorcycles', 'boats-rv'], orderCents: 500 },
  { marketplace: 'craigslist', delivery: 'local', currency: 'CAD' },
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

/** What sellers without a shop or subscription pay, as commonly published; a person corrects it to what they pay. */
export function defaultFeeTable(): FeeTable {
  return {
    asOf: '2025: check yours',
    source:
      "the marketplaces' published seller fees as generally known; private sellers without a subscription",
    rows: rows.map((row) =>
      feeRowSchema.parse({ delivery: 'shipped', currency: 'USD', bands: all(0), ...row }),
    ),
  }
}
