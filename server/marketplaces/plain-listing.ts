import { listingStates, type SeenListing } from '../model/listing-schema.ts'

type Check = (value: unknown) => boolean

const text =
  (lengthMax: number, lengthMin = 0): Check =>
  (value) =>
    typeof value === 'string' && value.length >= lengthMin && value.length <= lengthMax
const oneOf = (...values: readonly unknown[]): Check => {
  const set = new Set(values)
  return (value) => set.has(value)
}
const cents: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 1e13
const within =
  (most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= -most && value <= most
const currency: Check = (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value)
const url: Check = (value) =>
  typeof value === 'string' &&
  value.length <= 4000 &&
  /^https:\/\/[a-z0-9.-]{1,200}(?:[/?#][!-~]*)?$/.test(value) &&
  URL.canParse(value)
/** A moment in UTC as programs write it; others are for the whole check. */
const moment: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().slice(0, 19) === value.slice(0, 19)

const checks: Readonly<Record<keyof SeenListing, Check>> = {
  externalId: text(300, 1),
  title: text(1000, 1),
  url,
  priceCents: (value) => value === null || cents(value),
  currency,
  shippingCents: (value) => value === null || cents(value),
  originalPriceCents: cents,
  originalCurrency: currency,
  description: text(100_000),
  condition: text(200),
  siteCategory: text(500),
  brand: text(200),
  location: text(500),
  lat: within(90),
  lon: within(180),
  postedAt: moment,
  imageUrls: (value) => Array.isArray(value) && value.length <= 100 && value.every(url),
  buyingFormat: oneOf('fixed-price', 'auction', 'best-offer', 'classified'),
  endsAt: moment,
  bidCount: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  variations: oneOf(true, false),
  state: oneOf(...listingStates),
  basis: oneOf('asking', 'sold'),
  repostOf: text(300),
  attributes: (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'string'),
  stub: oneOf(true),
  erased: oneOf(true),
}

/**
 * Whether a listing surely fits the schema of listings: a fast first look, which most pass. False says nothing; the schema is
 * asked then, and says what is wrong.
 */
export function fitsPlainly(listing: SeenListing): boolean {
  for (const name in listing) {
    const value = listing[name as keyof SeenListing]
    if (value !== undefined && !(Object.hasOwn(checks, name) && checks[name as keyof SeenListing](value)))
      return false
  }
  return listing.externalId !== undefined && listing.title !== undefined && listing.url !== undefined
}
