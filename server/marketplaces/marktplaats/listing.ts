import { readDate } from '../../core/dates.ts'
import { sellerKey } from '../../core/seller-key.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { asArray, asRecord, checkedListing, clean, coordinates, imageAddresses, titleOf } from '../reading.ts'
import type { ZonedDays } from '../zoned-days.ts'
import { adLink, originOf, type SiteKey, shortUrl, sites } from './sites.ts'

/**
 * What the site's kinds of price mean. Only FREE is free: 0 cents with any other kind is "no price". MIN_BID's cents are what
 * bids begin at.
 */
export function priceOf(info: unknown): Pick<SeenListing, 'priceCents' | 'currency' | 'buyingFormat'> {
  const { priceCents, priceType } = asRecord(info)
  const cents =
    typeof priceCents === 'number' && Number.isSafeInteger(priceCents) && priceCents > 0 && priceCents <= 1e13
      ? priceCents
      : null
  const amount = cents === null ? { priceCents: null } : { priceCents: cents, currency: 'EUR' }
  switch (priceType) {
    case 'FIXED':
      // An amount that cannot be one is not "no price".
      return typeof priceCents === 'number' && cents === null && priceCents !== 0
        ? { buyingFormat: 'classified' }
        : { ...amount, buyingFormat: 'classified' }
    case 'MIN_BID':
      return { ...amount, buyingFormat: 'auction' }
    case 'FAST_BID':
      return { priceCents: null, buyingFormat: 'auction' }
    case 'FREE':
      return { priceCents: 0, currency: 'EUR', buyingFormat: 'classified' }
    case 'SEE_DESCRIPTION':
    case 'NOTK':
    case 'ON_REQUEST':
    case 'EXCHANGE':
    case 'RESERVED':
      return { priceCents: null, buyingFormat: 'classified' }
    default:
      return {}
  }
}

export interface RowFacts {
  site: SiteKey
  days: ZonedDays
  /** The site's names of categories by their numbers. */
  categoryNames: ReadonlyMap<number, string>
}

/** One row of an answer or a page of results. */
export function readRow(value: unknown, facts: RowFacts): { listing: SeenListing } | { reason: string } {
  const row = asRecord(value)
  const id = typeof row.itemId === 'string' ? row.itemId : ''
  const title = titleOf(row.title)
  if (!/^[am]\d{6,15}$/.test(id)) return { reason: 'it has no id' }
  if (title === '') return { reason: 'it has no title' }
  const link = typeof row.vipUrl === 'string' ? adLink(row.vipUrl, originOf(facts.site)) : null
  if (typeof row.vipUrl === 'string' && (link === null || link.externalId !== id))
    return { reason: 'its address is not its own' }
  const attributes = namedValues(asArray(row.attributes), asArray(row.extendedAttributes))
  const type = asRecord(row.priceInfo).priceType
  const isPromoted = typeof row.priorityProduct === 'string' && row.priorityProduct !== 'NONE'
  const postedAt = isPromoted ? undefined : dateOf(row.date, facts.days)
  return checkedListing({
    externalId: id,
    title,
    url: link?.url ?? shortUrl(facts.site, id),
    ...priceOf(row.priceInfo),
    ...shippingOf(attributes),
    ...descriptionOf(row),
    ...conditionOf(attributes),
    ...categoryOf(row, link?.url, facts.categoryNames),
    ...brandOf(attributes),
    ...placeOf(row.location, facts.site),
    ...(postedAt !== undefined && { postedAt }),
    imageUrls: imagesOf(row),
    state: row.reserved === true || type === 'RESERVED' ? 'pending' : 'active',
    attributes: {
      ...attributes,
      ...(typeof type === 'string' && { priceType: type.slice(0, 40) }),
      ...(isPromoted && { promoted: String(row.priorityProduct).slice(0, 40) }),
      ...sellerOf(asRecord(row.sellerInformation).sellerId),
    },
  })
}

/** `attributes` and `extendedAttributes` are lists of key and value(s); the first of a key counts. */
function namedValues(...lists: readonly unknown[][]): Record<string, string> {
  const named: Record<string, string> = {}
  for (const item of lists.flat().slice(0, 60).map(asRecord)) {
    const values = asArray(item.values).filter((value) => typeof value === 'string')
    const value = clean(
      values.length > 0 ? values.join(', ') : typeof item.value === 'string' ? item.value : '',
    )
    const key = typeof item.key === 'string' ? item.key.slice(0, 80) : ''
    if (key !== '' && key !== '__proto__' && value !== '' && !Object.hasOwn(named, key))
      named[key] = value.slice(0, 300)
  }
  return named
}

/** Sent, where the ad says so in any of its languages; what that costs is said on its own page. */
export function shippingOf({ delivery }: Record<string, string>): Pick<SeenListing, 'shippingCents'> {
  return delivery !== undefined && /verzend|versturen|envo[iy]|livraison|expédi/i.test(delivery)
    ? { shippingCents: null }
    : {}
}

function conditionOf({ condition }: Record<string, string>): Pick<SeenListing, 'condition'> {
  return condition === undefined ? {} : { condition: condition.slice(0, 200) }
}

function brandOf({ brand }: Record<string, string>): Pick<SeenListing, 'brand'> {
  return brand === undefined || /^(?:overige|ander|autre|divers)/i.test(brand)
    ? {}
    : { brand: brand.slice(0, 200) }
}

/** The longer of the two, which says so where it was cut; the other is cut without a sign. */
function descriptionOf(row: Record<string, unknown>): Pick<SeenListing, 'description'> {
  const text = [row.categorySpecificDescription, row.description].find(
    (value) => typeof value === 'string' && value.trim() !== '',
  )
  return typeof text === 'string' ? { description: text.trim().slice(0, 20_000) } : {}
}

function categoryOf(
  row: Record<string, unknown>,
  url: string | undefined,
  names: ReadonlyMap<number, string>,
): Pick<SeenListing, 'siteCategory'> {
  const named = typeof row.categoryId === 'number' ? names.get(row.categoryId) : undefined
  const words = url === undefined ? undefined : /\/[va]\/([^/]+)\/([^/]+)\//.exec(url)
  const path = words ? `${words[1]} > ${words[2]}`.replaceAll('-', ' ') : undefined
  const siteCategory = named ?? path
  return siteCategory === undefined ? {} : { siteCategory: siteCategory.slice(0, 300) }
}

export function placeOf(value: unknown, site: SiteKey): Pick<SeenListing, 'location' | 'lat' | 'lon'> {
  const { cityName, countryName, countryAbbreviation, latitude, longitude } = asRecord(value)
  const city = typeof cityName === 'string' ? clean(cityName) : ''
  const country = typeof countryName === 'string' ? clean(countryName) : ''
  const isAbroad = typeof countryAbbreviation === 'string' && countryAbbreviation !== sites[site].country
  const location = isAbroad && city !== '' && country !== '' ? `${city}, ${country}` : city || country
  return { ...(location !== '' && { location: location.slice(0, 300) }), ...coordinates(latitude, longitude) }
}

/** Days before the one on which the page was made, in both languages. */
const daysAgo: Readonly<Record<string, number>> = {
  vandaag: 0,
  gisteren: 1,
  eergisteren: 2,
  "aujourd'hui": 0,
  'aujourd’hui': 0,
  hier: 1,
  'avant-hier': 2,
}

/** "Gisteren", "24 jun 26": the day's beginning, since no time is told. */
function dateOf(value: unknown, days: ZonedDays): string | undefined {
  const text = typeof value === 'string' ? clean(value).toLowerCase() : ''
  const ago = Object.hasOwn(daysAgo, text) ? daysAgo[text] : undefined
  const relative = ago === undefined ? undefined : days.daysAgo(ago)
  if (relative) return days.at(relative.year, relative.month, relative.day)
  // The day comes first here, and the year has two figures.
  if (ago !== undefined || !/^\d{1,2} \p{L}{3,12}\.? \d{2}(?:\d{2})?$/u.test(text)) return undefined
  const period = readDate(text)
  const date = period && new Date(period.startMs)
  return date ? days.at(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) : undefined
}

function imagesOf(row: Record<string, unknown>): string[] {
  const large = asArray(row.pictures)
    .map(asRecord)
    .map(({ extraExtraLargeUrl, largeUrl, mediumUrl }) => extraExtraLargeUrl ?? largeUrl ?? mediumUrl)
  return imageAddresses(
    [...large, ...(large.length > 0 ? [] : asArray(row.imageUrls))],
    'https://images.marktplaats.com/',
  )
}

/** The name is a person's and is not kept; what stands for the seller is a hash. */
export function sellerOf(id: unknown): { sellerKey?: string } {
  const key = typeof id === 'number' || typeof id === 'string' ? sellerKey(String(id)) : null
  return key === null ? {} : { sellerKey: key }
}
