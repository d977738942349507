import { generateJsonFeed, generateRssFeed } from 'feedsmith'
import { encode } from 'html-entities'
import { formatPrice, type MessageItem } from '../../model/message.ts'
import type { FeedNotification } from './feed-store.ts'

export const feedFormats = ['rss', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

export const feedTypes: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

const title = 'Deal Scout'
const description = 'What Deal Scout notified you of.'
/** A summary of many is cut: a reader shows the best, the program all. */
const itemsShown = 20

/**
 * The document of a feed, newest first. It depends on nothing but what it shows, so that the same is the same to the byte,
 * and does not name its own address, which is secret.
 */
export function feedDocument(
  format: FeedFormat,
  baseUrl: string,
  notifications: readonly FeedNotification[],
): string {
  const entries = notifications.map((one) => entryOf(one, baseUrl))
  return format === 'rss' ? rss(baseUrl, entries) : json(baseUrl, entries)
}

interface Entry {
  id: string
  title: string
  url: string
  html: string
  imageUrl: string | null
  ruleNames: string[]
  createdAt: Date
  listings: Listing[]
}

/** What a program reads of a listing, as `_deal_scout` of an item of the JSON feed. */
interface Listing {
  listingId: number
  title: string
  url: string
  marketplace: string
  /** Minor units; null = no price. */
  priceCents: number | null
  currency: string
  /** 0–100. */
  score: number
  imageUrl: string | null
}

function entryOf({ id, message, createdAt }: FeedNotification, baseUrl: string): Entry {
  const listings = message.items.slice(0, itemsShown).map((item) => listingOf(item, baseUrl))
  const more = message.itemCount - listings.length
  return {
    id: `urn:deal-scout:notification:${id}`,
    title: legal(message.title),
    url: listings[0]!.url,
    html: [
      ...(message.lines ?? []).map((line) => `<p>${text(line)}</p>`),
      ...listings.map(htmlOf),
      ...(more > 0 ? [`<p>and ${more} more</p>`] : []),
    ].join('\n'),
    imageUrl: listings.find(({ imageUrl }) => imageUrl !== null)?.imageUrl ?? null,
    ruleNames: [...new Set(message.items.flatMap(({ ruleNames }) => ruleNames.map(legal)))],
    ...{ createdAt, listings },
  }
}

function listingOf(item: MessageItem, baseUrl: string): Listing {
  return {
    ...{ listingId: item.listingId, title: legal(item.title), marketplace: legal(item.marketplaceName) },
    url: webAddress(item.url) ?? `${baseUrl}/listings/${item.listingId}`,
    ...{ priceCents: item.priceCents, currency: item.currency, score: item.score.total },
    imageUrl: webAddress(item.imageUrl),
  }
}

function htmlOf({ title, url, marketplace, priceCents, currency, score, imageUrl }: Listing): string {
  const facts = [formatPrice(priceCents, currency), `score ${score}`, marketplace].map(text).join(' · ')
  const picture = imageUrl === null ? '' : `<br><img src="${encode(imageUrl)}" alt="">`
  return `<p><a href="${encode(url)}">${text(title)}</a><br>${facts}${picture}</p>`
}

function rss(baseUrl: string, entries: readonly Entry[]): string {
  const [newest] = entries
  return generateRssFeed({
    ...{ title, description, link: baseUrl },
    ...(newest && { pubDate: newest.createdAt }),
    items: entries.map((entry) => ({
      ...{ title: entry.title, link: entry.url, description: entry.html },
      guid: { value: entry.id, isPermaLink: false },
      pubDate: entry.createdAt,
      categories: entry.ruleNames.map((name) => ({ name })),
      ...(entry.imageUrl !== null && { media: { contents: [{ url: entry.imageUrl, medium: 'image' }] } }),
    })),
  })
}

function json(baseUrl: string, entries: readonly Entry[]): string {
  const feed = generateJsonFeed({
    ...{ title, description, home_page_url: baseUrl },
    items: entries.map((entry) => ({
      ...{ id: entry.id, title: entry.title, url: entry.url, content_html: entry.html },
      date_published: entry.createdAt,
      tags: entry.ruleNames,
      ...(entry.imageUrl !== null && { image: entry.imageUrl }),
    })),
  }) as { items?: object[] }
  const items = entries.map(({ listings }, at) => ({ ...feed.items?.[at], _deal_scout: { listings } }))
  return JSON.stringify({ ...feed, items })
}

/** As HTML. */
function text(value: string): string {
  return encode(legal(value))
}

/** Without what no XML may have (https://www.w3.org/TR/xml/#charsets), however it is written there. */
function legal(value: string): string {
  return value.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
}

/** Readers open what they are given: nothing but the web. */
function webAddress(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}
