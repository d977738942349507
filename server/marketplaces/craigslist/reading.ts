import { decode } from 'html-entities'
import { parsePrice } from '../../core/money.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { clean } from '../reading.ts'

/** Where a posting stands, read from its address alone. */
export interface PostingLink {
  /** Ten digits (old layout) or the token (new layout). */
  externalId: string
  /** Absolute, without query and fragment. */
  url: string
  /** Category code, which only old addresses carry. */
  category?: string
}

const newPath = /\/view\/d\/[^/]+\/([A-Za-z0-9_-]{16,40})\/?$/
const oldPath = /\/([a-z]{3})\/(?:d\/[^/]+\/)?(\d{9,12})\.html$/

/** Null unless the address is that of a posting on Craigslist, or on the host of `base` (a mirror). */
export function postingLink(href: string | undefined, base: string): PostingLink | null {
  const url = href && href.length <= 2000 ? URL.parse(href, base) : null
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  if (!isCraigslistHost(url.hostname) && url.host !== URL.parse(base)?.host) return null
  const address = url.origin + url.pathname
  const token = newPath.exec(url.pathname)?.[1]
  if (token) return { externalId: token, url: address }
  const old = oldPath.exec(url.pathname)
  return old ? { externalId: old[2]!, url: address, category: old[1]! } : null
}

export function isCraigslistHost(hostname: string): boolean {
  return hostname === 'craigslist.org' || hostname.endsWith('.craigslist.org')
}

/** The area in `sfbay.craigslist.org`, `/search/area/sfbay` or neither; subareas do not name theirs. */
export function areaInAddress(address: string | undefined): string | undefined {
  if (!address || address.length > 2000) return undefined
  const path = /\/search\/area\/([a-z0-9-]{2,40})(?:[/?#]|$)/.exec(address)?.[1]
  const host = /(?:^|\/\/)([a-z0-9-]{2,40})\.craigslist\.org(?:[/:?#]|$)/.exec(address)?.[1]
  return path ?? (host === 'www' || host === 'sapi' || host === 'rapi' ? undefined : host)
}

/** For comparing titles of two views: JSON-LD may carry entities that the row does not. */
export function sameTitleKey(title: string): string {
  return clean(decode(title)).toLowerCase()
}

/** Price fields of a listing for the text of its price element; undefined when the page has no such element. */
export function priceFields(
  text: string | undefined,
  currencyHint: string | undefined,
): Pick<SeenListing, 'priceCents' | 'currency'> {
  if (!text) return { priceCents: null }
  const price = parsePrice(text, currencyHint)
  // A price that we cannot read is not "no price": leaving it out keeps what another view told.
  if (!price) return {}
  const currency = price.currency ?? currencyHint
  return { priceCents: price.priceCents, ...(currency !== undefined && { currency }) }
}

/** `3:00y0y_glhe16KVlH7_0Cz0t2` → its address in the size that pages show. */
export function imageOfId(id: unknown): string | undefined {
  const name = typeof id === 'string' ? /^(?:\d:)?([A-Za-z0-9_-]{5,80})$/.exec(id)?.[1] : undefined
  return name === undefined ? undefined : `https://images.craigslist.org/${name}_600x450.jpg`
}

/** "2022-11-01T20:07:31-0700" with the colon that ISO 8601 wants in the offset; undefined for any other text. */
export function isoTime(text: string | undefined): string | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?)(Z|[+-]\d\d:?\d\d)$/.exec(
    text?.trim() ?? '',
  )
  if (!match || Number.isNaN(Date.parse(text!.trim().replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))) return undefined
  return `${match[1]}${match[2]!.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`
}

/** A fact's value in one form for every view: result pages write an odometer without commas. */
export function factValue(name: string, value: string): string {
  return name === 'odometer' && /^\d{1,3}(?:,\d{3}){1,3}$/.test(value)
    ? value.replaceAll(',', '')
    : value.slice(0, 500)
}
