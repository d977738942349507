import type { Category } from '../../model/listing-schema.ts'
import type { FeeRow, OwnSellingSettings, SellingSettings } from '../../model/score-schema.ts'
import { defaultFeeTable, type SellingPlace } from './fees-default.ts'

/** Round figures for one parcel within the US; null = too bulky to ship. */
// biome-ignore format: a table
const outboundShippingCents: Readonly<Partial<Record<Category, number | null>>> = {
  phones: 800, computers: 2200, tablets: 1200, cameras: 1300, audio: 1800, 'tv-video': null, games: 1000,
  electronics: 1400, furniture: null, appliances: null, home: 1800, garden: 2500, tools: 2200, bikes: null,
  cars: null, motorcycles: null, 'vehicle-parts': 2500, 'boats-rv': null, clothing: 700, shoes: 1300, bags: 1200,
  jewelry: 600, watches: 1000, beauty: 700, sports: 2200, toys: 1200, baby: 2500, books: 500, music: 500,
  instruments: 3500, collectibles: 900, art: 2500, office: 2500, business: 3000, tickets: 100,
}

/** How a person sells who has set nothing. */
export function defaultSellingSettings(places: Iterable<SellingPlace>): SellingSettings {
  const known = [...places]
  return {
    fees: defaultFeeTable(known),
    resaleMarketplace: known.find(({ isUsualForResale }) => isUsualForResale)?.id ?? 'mercari',
    localMarketplace: known.find(({ isUsualForPickup }) => isUsualForPickup)?.id ?? 'gumtree',
    country: null,
    currency: 'USD',
    outboundShippingCents: { ...outboundShippingCents },
    outboundShippingCentsElse: 1500,
    sellWithinDays: 90,
  }
}

/**
 * The defaults with what a person set laid over them. A fee row of theirs for all categories replaces every default
 * row of that marketplace, delivery and currency from the day on which it counts; one for some categories goes before the
 * defaults. Amounts of shipping are replaced one by one, or all of them when the currency is another.
 */
export function mergeSettings(defaults: SellingSettings, own: OwnSellingSettings): SellingSettings {
  const { fees, outboundShippingCents: shipping, ...plain } = own
  const ownRows = fees?.rows ?? []
  // Defaults that never count again are left out; those that an own row follows from a day on count before it.
  const general = new Set(
    ownRows
      .filter(
        ({ categories, validFrom, country }) =>
          categories.length === 0 && validFrom === null && country === null,
      )
      .map(keyOf),
  )
  const sameMoney = own.currency === undefined || own.currency === defaults.currency
  return {
    ...defaults,
    // Amounts in another currency must not be read as if they were in this one: what lacks one is sold locally.
    ...(!sameMoney && { outboundShippingCentsElse: null }),
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    fees: {
      asOf: fees?.asOf ?? defaults.fees.asOf,
      source: fees?.source ?? defaults.fees.source,
      rows: [
        ...ownRows.map((row) => ({ ...row, isOwn: true as const })),
        ...defaults.fees.rows.filter((row) => !general.has(keyOf(row))),
      ],
    },
    outboundShippingCents: {
      ...(sameMoney ? defaults.outboundShippingCents : bulkyOf(defaults)),
      ...shipping,
    },
  }
}

const keyOf = ({ marketplace, delivery, currency }: FeeRow) => `${marketplace} ${delivery} ${currency}`

/** What is too bulky to ship is so in every currency. */
function bulkyOf({
  outboundShippingCents: shipping,
}: SellingSettings): SellingSettings['outboundShippingCents'] {
  return Object.fromEntries(Object.entries(shipping).filter(([, cents]) => cents === null))
}
