import { isoDate } from '../../core/dates.ts'
import { hasSecretPath } from '../../core/secret-address.ts'
import { stockOf } from '../../core/stock-words.ts'
import { retailAttribute, type SeenListing, seenListingSchema } from '../../model/listing-schema.ts'
import type { SearchPage } from '../contract.ts'
import { readHtml } from '../html-text.ts'
import { tryJson } from '../reading.ts'
import { decodeFeed } from './charset.ts'
import { type Entry, type Feed, readEntries } from './entries.ts'
import { type Extras, readExtras } from './extras.ts'
import { externalIdOf, type Found, idPrefix, toldApart } from './ids.ts'
import { isOfDeals } from './presets.ts'
import { dealPriceIn, priceOf } from './price.ts'
import { isProducts, readProducts } from './products.ts'
import { feedsOfPage, isWhole, rootOf, webAddress } from './sniff.ts'
import { usedIn } from './used-words.ts'

export interface FeedContext {
  /** The source's address: part of the ids of entries that have no address as id. */
  url?: string | undefined
  /** Where the answer came from after redirects: relative addresses stand against it. */
  answeredBy?: string | undefined
  /** ISO 4217, of amounts that name none. */
  currency?: string | undefined
  /** For sales that begin and end. */
  nowMs?: number | undefined
  /** Of a shop's list of products: which page of it, from 1. */
  page?: number | undefined
}

/** The bytes of an answer as listings, see readFeed. */
export function readAnswer(
  body: Uint8Array,
  contentType: string | undefined,
  context: FeedContext,
): SearchPage {
  const { text, note } = decodeFeed(body, contentType)
  const page = readFeed(text, context)
  return note === undefined || page.outcome !== 'ok' ? page : { ...page, reason: note }
}

/** A whole feed as listings; never throws. `complete` is always false: an entry that fell off a feed is not gone. */
export function readFeed(text: string, context: FeedContext = {}): SearchPage {
  const base = publicBase(context.answeredBy ?? context.url)
  const root = rootOf(text)
  if (root === 'html' || root === 'head' || root === 'body') return drift(webPage(text, base))
  if (root === null) return drift('This address answers with something that is not a feed.')
  const json = root === '{'
  if (!json && root !== 'rss' && root !== 'feed' && root !== 'rdf')
    return drift(`This address answers with XML that is not a feed (its root is “${root}”).`)
  if (!json && !isWhole(text, root)) return drift('The feed ends in the middle.')
  if (json) {
    const value = tryJson(text.replace(/^\ufeff/, ''))
    if (isProducts(value)) return readProducts(value, shopOf(context))
  }
  let feed: Feed
  let extras: ReadonlyMap<string, Extras>
  try {
    feed = readEntries(text)
    extras = json || !needsExtras(feed) ? new Map() : readExtras(feed.text, context.nowMs)
  } catch {
    return drift(json ? 'This address answers with JSON that is not a feed.' : 'The feed could not be read.')
  }
  if (feed.entries.length === 0) {
    const proven = json ? hasEmptyItems(text) : !/<(?:[\w-]{1,40}:)?(?:item|entry)[\s>/]/i.test(text)
    return proven
      ? { outcome: 'empty', listings: [], next: null, complete: false }
      : drift('The feed has entries, but none of them could be read.')
  }

  const origin = idPrefix(context.url ?? feed.self)
  const found: Found[] = []
  const rejected: { row: number; reason: string }[] = []
  for (const [row, entry] of feed.entries.entries()) {
    const known = extras.get(entry.mark ?? '')
    const result = toListing(entry, known, origin, webAddress(feed.base, base) ?? base, context.currency)
    if ('reason' in result) rejected.push({ row, reason: result.reason })
    else found.push({ row, listing: result.listing, ...(known?.id && { ownId: known.id }) })
  }
  if (rejected.length * 2 > feed.entries.length)
    return {
      ...drift(`${rejected.length} of the feed's ${feed.entries.length} entries could not be read.`),
      rejected: rejected.slice(0, 200),
    }
  const { listings, repeated } = toldApart(found, origin)
  rejected.push(...repeated)
  return {
    outcome: 'ok',
    listings,
    next: null,
    complete: false,
    ...(rejected.length > 0 && { rejected: rejected.slice(0, 200) }),
  }
}

/** A saved list of products says neither its shop nor its currency. */
function shopOf({ url, answeredBy, currency, page = 1 }: FeedContext) {
  const address = URL.parse(answeredBy ?? url ?? '')
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:'
  return { origin: isWeb ? address.origin : 'https://shop.invalid', currency, page }
}

/**
 * What relative addresses stand against: without login and query, and where the path holds what looks like a token, the
 * site, since links go where the feed's own address must not.
 */
function publicBase(address: string | undefined): string | undefined {
  const url = URL.parse(address ?? '')
  if (url === null) return undefined
  return hasSecretPath(url) ? `${url.origin}/` : url.origin + url.pathname
}

/** Shops' own elements, or an entry that shows no title or link where the library looks. */
function needsExtras({ text, entries }: Feed): boolean {
  if (
    /<(?:[\w-]{1,40}:)?(?:(?:sale_)?price|availability|quantity|inventory)[\s>]|<(?:pepper|ozb):/i.test(text)
  )
    return true
  return entries.some(({ title, link }) => !title || !link)
}

function drift(reason: string): SearchPage {
  return { outcome: 'parse-drift', listings: [], next: null, complete: false, reason }
}

function webPage(html: string, base: string | undefined): string {
  const feeds = feedsOfPage(html, base)
  return `This address answers with a web page, not a feed.${feeds.length > 0 ? ` The page names a feed: ${feeds.join(' ')}` : ''}`
}

function hasEmptyItems(text: string): boolean {
  const feed = JSON.parse(text.replace(/^\ufeff/, '')) as { items?: unknown }
  return Array.isArray(feed.items) && feed.items.length === 0
}

function toListing(
  entry: Entry,
  extras: Extras | undefined,
  origin: string,
  feedBase: string | undefined,
  currency: string | undefined,
): { listing: SeenListing } | { reason: string } {
  const base = webAddress(entry.base, feedBase) ?? feedBase
  const url = webAddress(entry.link, base) ?? webAddress(extras?.link, base)
  if (!url) return { reason: 'The entry has no usable link.' }
  const written = entry.content ?? extras?.description
  const content = entry.html ? readHtml(written ?? '') : plain(written)
  const heading = readHtml(entry.title ?? extras?.title ?? '', 1000).text.replace(/\s+/g, ' ')
  const title = heading || firstLine(content.text)
  if (!title) return { reason: 'The entry has no title.' }
  const descriptions = [content.text]
  if (entry.summary !== undefined && entry.summary !== entry.content)
    descriptions.unshift(entry.html ? readHtml(entry.summary).text : plain(entry.summary).text)
  const isDeal = extras?.isDeal === true || isOfDeals(url)
  const price =
    (isDeal && extras?.price === undefined ? dealPriceIn(title, currency) : undefined) ??
    priceOf(entry, extras, title, descriptions, currency)
  const description = content.text || descriptions[0]
  const postedAt = isoDate(entry.date)
  const imageUrls = imagesOf([...(extras?.images ?? []), ...entry.images, content.images[0]], base)
  const category = oneLine(extras?.category ?? entry.category, 500)
  const state = extras?.availability === undefined ? null : stockOf(extras.availability)
  const listing: SeenListing = {
    externalId: externalIdOf(entry.id, url, origin),
    title,
    url,
    ...(price && { priceCents: price.priceCents }),
    ...(price?.currency && { currency: price.currency }),
    ...(description && { description }),
    ...withText(
      'condition',
      oneLine(extras?.condition, 200) ?? (isDeal ? (usedIn([title]) ?? 'New') : undefined),
    ),
    ...withText('siteCategory', category),
    ...withText('brand', oneLine(extras?.brand, 200)),
    ...withText('location', oneLine(entry.place, 500)),
    ...pointOf(entry),
    ...(postedAt && { postedAt }),
    ...(state && { state }),
    ...(imageUrls.length > 0 && { imageUrls }),
    ...(isDeal && {
      attributes: {
        // What somebody returned is offered by a shop, too, and says what used ones cost as little.
        [retailAttribute]: 'yes',
        ...(extras?.merchant && { merchant: extras.merchant }),
      },
    }),
  }
  const checked = seenListingSchema.safeParse(listing)
  if (checked.success) return { listing }
  return { reason: `The entry's ${checked.error.issues[0]?.path.join('.') || 'shape'} is not acceptable.` }
}

function plain(text: string | undefined): { text: string; images: string[] } {
  return { text: (text ?? '').slice(0, 20_000).trim(), images: [] }
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length > 120 ? `${line.slice(0, 119).trimEnd()}…` : line
}

function oneLine(text: string | undefined, lengthMax: number): string | undefined {
  if (!text) return undefined
  return readHtml(text, lengthMax).text.replace(/\s+/g, ' ') || undefined
}

function withText<K extends 'condition' | 'siteCategory' | 'brand' | 'location'>(key: K, value?: string) {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string }
}

function imagesOf(addresses: readonly (string | undefined)[], base: string | undefined): string[] {
  const images = new Set<string>()
  for (const address of addresses) {
    const url = webAddress(address, base)
    if (url && images.size < 20) images.add(url)
  }
  return [...images]
}

/** 0,0 lies in the sea: a feed that says so means "unknown". */
function pointOf({ lat, lon }: Entry): { lat?: number; lon?: number } {
  if (lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180) return {}
  return lat === 0 && lon === 0 ? {} : { lat, lon }
}
