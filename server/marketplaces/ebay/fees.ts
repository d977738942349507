import type { DeclaredFee } from '../../model/score-schema.ts'

/** Per order, US. */
const order: DeclaredFee = {
  ...{ orderCents: 40, smallOrder: { upToCents: 1000, orderCents: 30 } },
  source:
    'per order: https://www.ebay.com/sellercenter/resources/seller-updates/2024-winter/financials; shares: comparison tables of listing tools, not read at eBay',
}

/** Private sellers in Great Britain pay nothing. */
// biome-ignore format: a table
export const fees: readonly DeclaredFee[] = [
  { ...order, bands: [{ upToCents: 750_000, bps: 1360 }, { upToCents: null, bps: 235 }] },
  { ...order, categories: ['books', 'music'], bands: [{ upToCents: 750_000, bps: 1530 }, { upToCents: null, bps: 235 }] },
  { ...order, categories: ['watches'], bands: [{ upToCents: 100_000, bps: 1500 }, { upToCents: 750_000, bps: 650 }, { upToCents: null, bps: 300 }] },
  { ...order, categories: ['jewelry'], bandsApply: 'to-the-whole', bands: [{ upToCents: 500_000, bps: 1500 }, { upToCents: null, bps: 900 }] },
  { ...order, categories: ['bags'], bandsApply: 'to-the-whole', bands: [{ upToCents: 200_000, bps: 1500 }, { upToCents: null, bps: 900 }] },
  { currency: 'GBP' },
]
