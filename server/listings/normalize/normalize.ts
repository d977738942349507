import { badInput } from '../../core/errors.ts'
import { countryOfCurrency, type Near } from '../../core/places.ts'
import { hides, plainAddress } from '../../core/plain-address.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { noSiteCodes, type SiteCodes } from '../../model/site-codes.ts'
import { categoryOf, namedCategory } from './category.ts'
import { cleanLine, cleanText } from './clean.ts'
import { conditionOf } from './condition.ts'
import type { Sighting } from './normalized-listing.ts'
import { readListing, type UnreadListing } from './offer.ts'

export interface NormalizeContext {
  marketplace: string
  observedAtMs: number
  /** Where a place name is; null when unknown. Asked only for listings without coordinates. */
  findPlace?: (text: string, near: Near) => { lat: number; lon: number } | null
  /** The area of the page itself, which comes before the person's home and the world. */
  area?: Area | null
  /** What the codes of sites mean; left out = no site's are known. */
  codes?: SiteCodes
  home?: Area | null
}

interface Area {
  lat: number
  lon: number
  country?: string
}

export const limits = {
  externalId: 300,
  title: 500,
  url: 4_000,
  description: 20_000,
  line: 300,
  images: 24,
  attributes: 60,
  attributeName: 80,
  attributeValue: 500,
} as const

const centsMax = 1e13
const postedAtMin = Date.UTC(1995, 0, 1)
const auctionMsMax = 366 * 86_400_000

/**
 * Checks and normalises one sighting. Throws AppError `bad-input` naming the field when it has no usable
 * id, title or address; every other unusable field is left out, since a listing is worth having without it.
 */
export function normalize(seen: SeenListing, ctx: NormalizeContext): Sighting {
  const externalId = cleanLine(seen.externalId, limits.externalId)
  if (externalId === '') throw badInput('The listing has no id.', { externalId: 'is empty' })
  const title = cleanLine(seen.title, limits.title)
  if (title === '') throw badInput('The listing has no title.', { title: 'is empty' })
  const url = listingUrl(seen.url)
  if (url === null) throw badInput('The listing has no usable address.', { url: 'is not an http(s) address' })

  const { codes = noSiteCodes } = ctx
  const siteCategory = namedCategory(line(seen.siteCategory), ctx.marketplace, codes)
  const { category: ruled, from } = categoryOf(title, siteCategory ?? undefined)
  const conditionText = line(seen.condition)
  const location = line(seen.location)
  const site = coordinates(seen.lat, seen.lon)
  const place =
    site === null && location !== null && ctx.findPlace !== undefined
      ? placeCoordinates(location, ctx.findPlace, nearOf(seen.currency, ctx))
      : null
  const at = site ?? place
  const originalPriceCents = cents(seen.originalPriceCents) ?? null
  const listing: UnreadListing = {
    marketplace: ctx.marketplace,
    externalId,
    title,
    url,
    priceCents: cents(seen.priceCents),
    currency: currency(seen.currency),
    shippingCents: cents(seen.shippingCents),
    originalPriceCents,
    originalCurrency: originalPriceCents === null ? null : currency(seen.originalCurrency),
    description: text(seen.description),
    condition: conditionOf(conditionText ?? undefined, seen.attributes, ctx.marketplace, codes),
    conditionText,
    category: ruled,
    categoryFrom: from,
    siteCategory,
    brand: line(seen.brand),
    location,
    lat: at === null ? null : at.lat,
    lon: at === null ? null : at.lon,
    coordinatesFrom: site !== null ? 'site' : place !== null ? 'place' : null,
    postedAtMs: pastTime(seen.postedAt, ctx.observedAtMs),
    imageUrls: images(seen.imageUrls),
    buyingFormat: seen.buyingFormat ?? null,
    endsAtMs: endTime(seen.endsAt, ctx.observedAtMs),
    bidCount:
      seen.bidCount !== undefined && Number.isSafeInteger(seen.bidCount) && seen.bidCount >= 0
        ? seen.bidCount
        : null,
    variations: seen.variations ?? null,
    // A sale that was seen is a sale, whatever else the page leaves open.
    state: seen.state ?? (seen.basis === 'sold' ? 'sold' : undefined),
    basis: seen.basis,
    repostOf: line(seen.repostOf),
    attributes: attributes(seen.attributes),
    observedAtMs: ctx.observedAtMs,
  }
  return {
    ...listing,
    ...readListing(listing),
    ...(seen.stub && { stub: true }),
    ...(seen.erased && { erased: true }),
  }
}

function line(value: string | undefined): string | null {
  if (value === undefined) return null
  const clean = cleanLine(value, limits.line)
  return clean === '' ? null : clean
}

function text(value: string | undefined): string | null {
  if (value === undefined) return null
  const clean = cleanText(value, limits.description)
  return clean === '' ? null : clean
}

/** Amounts out of range are as good as not shown: they must not turn into "the page states no price". */
function cents(value: number | null | undefined): number | null | undefined {
  if (value === null || value === undefined) return value
  return Number.isSafeInteger(value) && value >= 0 && value <= centsMax ? value : undefined
}

function currency(value: string | undefined): string | null {
  return value !== undefined && /^[A-Z]{3}$/.test(value) ? value : null
}

/** No user name before the host: `https://ebay.com@evil.example` would show one site and lead to another. */
const webUrl = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i
const importUrn = /^urn:deal-scout:import:[a-z0-9-]{1,60}:\S{1,1000}$/

function listingUrl(value: string): string | null {
  const trimmed = value.trim()
  if (trimmed.length > limits.url) return null
  return webAddress(trimmed) ?? (importUrn.test(trimmed) && !hides(trimmed) ? trimmed : null)
}

/** Null for what is no address of the web, or hides where it leads. */
function webAddress(value: string): string | null {
  return webUrl.test(value) && !/\p{Cc}/u.test(value) && URL.canParse(value) ? plainAddress(value) : null
}

function images(urls: string[] | undefined): string[] {
  if (urls === undefined || urls.length === 0) return []
  const unique = new Set<string>()
  for (const url of urls) {
    const trimmed = url.trim()
    const address = trimmed.length <= limits.url ? webAddress(trimmed) : null
    if (address !== null) unique.add(address)
    if (unique.size === limits.images) break
  }
  return [...unique]
}

interface Point {
  lat: number
  lon: number
}

/** Both or none; 0,0 is what sites send when they do not know. */
function coordinates(lat: number | undefined, lon: number | undefined): Point | null {
  if (lat === undefined || lon === undefined) return null
  if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) || (lat === 0 && lon === 0)) return null
  return { lat, lon }
}

/** Where places of this listing are looked for first; a currency of one country only says in which. */
function nearOf(currency: string | undefined, { area, home }: NormalizeContext): Near {
  if (area) return { ...area, isArea: true, strict: true }
  const country = countryOfCurrency(currency) ?? home?.country
  const isHome = home && (country === undefined || country === home.country)
  return {
    ...(country !== undefined && { country }),
    ...(isHome && { lat: home.lat, lon: home.lon }),
    strict: true,
  }
}

function placeCoordinates(
  location: string,
  findPlace: NonNullable<NormalizeContext['findPlace']>,
  near: Near,
): Point | null {
  const found = findPlace(location, near)
  return found === null ? null : coordinates(found.lat, found.lon)
}

/** A posting cannot be newer than the look at it: clocks differ, and some sites name the end of the day. */
function pastTime(value: string | undefined, observedAtMs: number): number | null {
  if (value === undefined) return null
  const ms = Date.parse(value)
  return ms >= postedAtMin ? Math.min(ms, observedAtMs) : null
}

function endTime(value: string | undefined, observedAtMs: number): number | null {
  if (value === undefined) return null
  const ms = Date.parse(value)
  return ms >= postedAtMin && ms <= observedAtMs + auctionMsMax ? ms : null
}

function attributes(seen: Record<string, string> | undefined): Record<string, string> {
  if (seen === undefined) return {}
  const clean: [string, string][] = []
  for (const name of Object.keys(seen)) {
    if (clean.length === limits.attributes) break
    const key = cleanLine(name, limits.attributeName)
    const value = cleanLine(seen[name]!, limits.attributeValue)
    if (key !== '' && key !== '__proto__' && value !== '') clean.push([key, value])
  }
  return Object.fromEntries(clean)
}
