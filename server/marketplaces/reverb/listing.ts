import { minorDigits, toMinorUnits } from '../../core/money.ts'
import { sellerKey } from '../../core/seller-key.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { readHtml } from '../html-text.ts'
import { asArray, asRecord, checkedListing, clean, imageAddresses, titleOf } from '../reading.ts'
import { conditionCodes } from './conditions.ts'
import { home, identify } from './link.ts'

/** Reads one listing of the API. `region` is where it would be sent, as the site names it (US_CON, DE). */
export function readListing(value: unknown, region?: string): { listing: SeenListing } | { reason: string } {
  const row = asRecord(value)
  const id =
    typeof row.id === 'number' && Number.isSafeInteger(row.id)
      ? String(row.id)
      : typeof row.id === 'string'
        ? row.id
        : ''
  const title = titleOf(row.title)
  if (!/^\d{3,15}$/.test(id)) return { reason: 'it has no id' }
  if (title === '') return { reason: 'it has no title' }
  const web = asRecord(asRecord(row._links).web).href
  const link = typeof web === 'string' ? identify(web) : null
  if (typeof web === 'string' && link?.externalId !== id) return { reason: 'its address is not its own' }
  const money = moneyOf(row.price)
  const condition = asRecord(row.condition)
  const slug =
    typeof condition.slug === 'string' && Object.hasOwn(conditionCodes, condition.slug)
      ? condition.slug
      : undefined
  const label = typeof condition.display_name === 'string' ? clean(condition.display_name) : ''
  const posted = [row.published_at, row.created_at].find(
    (time) =>
      typeof time === 'string' && /T.*(?:Z|[+-]\d\d:\d\d)$/.test(time) && !Number.isNaN(Date.parse(time)),
  )
  const description = typeof row.description === 'string' ? readHtml(row.description, 50_000).text : ''
  const key = typeof row.shop_id === 'number' ? sellerKey(String(row.shop_id)) : null
  const make = text(row.make)
  return checkedListing({
    externalId: id,
    title,
    url: link?.url ?? `${home}/item/${id}`,
    ...(money && { priceCents: money.cents, currency: money.currency }),
    ...shippingOf(asRecord(row.shipping), region, money?.currency),
    ...(description !== '' && { description }),
    ...(label !== '' && { condition: label.slice(0, 200) }),
    ...categoryOf(row.categories),
    ...(make !== undefined && { brand: make }),
    ...placeOf(row.location),
    ...(typeof posted === 'string' && { postedAt: posted }),
    imageUrls: imagesOf(row),
    buyingFormat:
      row.auction === true ? 'auction' : row.offers_enabled === true ? 'best-offer' : 'fixed-price',
    ...stateOf(asRecord(row.state).slug),
    attributes: {
      ...named({ model: row.model, finish: row.finish, year: row.year }),
      ...(slug !== undefined && { conditionId: slug }),
      ...listedIn(row.listing_currency, money?.currency),
      ...(key !== null && { sellerKey: key }),
    },
  })
}

/** In the currency that was asked for, which need not be the seller's; undefined where its two readings differ. */
export function moneyOf(value: unknown): { cents: number; currency: string } | undefined {
  const { amount, amount_cents: minor, currency } = asRecord(value)
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return undefined
  const cents =
    typeof amount === 'string' || typeof amount === 'number' ? toMinorUnits(amount, currency) : null
  const given =
    typeof minor === 'number' && Number.isSafeInteger(minor) && minor >= 0 && minor <= 1e13
      ? minor
      : undefined
  if (cents === null)
    return amount === undefined && given !== undefined && minorDigits(currency) === 2
      ? { cents: given, currency }
      : undefined
  return minorDigits(currency) === 2 && given !== undefined && given !== cents
    ? undefined
    : { cents, currency }
}

/** The amount that the seller typed is not told where it was converted; the currency is. */
function listedIn(listed: unknown, shown: string | undefined): Record<string, string> {
  return typeof listed === 'string' && /^[A-Z]{3}$/.test(listed) && shown !== undefined && listed !== shown
    ? { 'listing currency': listed }
    : {}
}

const euCountries = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
)
const otherEurope = new Set('AL AD BA BY CH FO GB GI IS LI MC MD ME MK NO RS SM UA VA XK'.split(' '))

/** The region itself, then what holds it, then everywhere else ("XX"). */
function regionsOf(region: string): string[] {
  const country = region.split('_', 1)[0]!
  const part = euCountries.has(country)
    ? ['EUR_EU', 'EUR']
    : otherEurope.has(country)
      ? ['EUR_NON_EU', 'EUR']
      : []
  return [...new Set([region, country, ...part, 'XX'])]
}

/** Null where it is sent there at a cost that is not said; absent where nobody says that it is sent there. */
export function shippingOf(
  { rates }: Record<string, unknown>,
  region: string | undefined,
  currency: string | undefined,
): Pick<SeenListing, 'shippingCents'> {
  if (region === undefined) return {}
  const all = asArray(rates).map(asRecord)
  for (const code of regionsOf(region)) {
    const rate = all.find(({ region_code: of }) => of === code)
    if (!rate) continue
    const money = rate.carrier_calculated === true ? undefined : moneyOf(rate.rate)
    return { shippingCents: money && money.currency === currency ? money.cents : null }
  }
  return {}
}

function stateOf(slug: unknown): Pick<SeenListing, 'state'> {
  switch (slug) {
    case 'live':
      return { state: 'active' }
    case 'sold':
      return { state: 'sold' }
    case 'ordered':
      return { state: 'pending' }
    case 'ended':
    case 'suspended':
    case 'draft':
      return { state: 'gone' }
    default:
      return {}
  }
}

function categoryOf(value: unknown): Pick<SeenListing, 'siteCategory'> {
  const name = asRecord(asArray(value)[0]).full_name
  return typeof name === 'string' && name !== '' ? { siteCategory: name.slice(0, 500) } : {}
}

function placeOf(value: unknown): Pick<SeenListing, 'location'> {
  const { display_location: shown, locality, region, country_code: country } = asRecord(value)
  const parts = [locality, region, country].filter((part) => typeof part === 'string' && part !== '')
  const location = typeof shown === 'string' && shown !== '' ? shown : parts.join(', ')
  return location === '' ? {} : { location: clean(location).slice(0, 300) }
}

function imagesOf(row: Record<string, unknown>): string[] {
  const photos = asArray(row.photos)
    .map((photo) => asRecord(asRecord(photo)._links))
    .map(({ full, large_crop: large }) => asRecord(full ?? large).href)
  const only = asRecord(asRecord(row._links).photo).href
  return imageAddresses(photos.length > 0 ? photos : [only], home)
}

function text(value: unknown): string | undefined {
  const plain = typeof value === 'string' ? clean(value).slice(0, 200) : ''
  return plain === '' ? undefined : plain
}

function named(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, string][] => {
      const plain = text(value)
      return plain === undefined ? [] : [[name, plain]]
    }),
  )
}
