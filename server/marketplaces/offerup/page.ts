import type { SeenListing } from '../../model/listing-schema.ts'
import type { SearchPage } from '../contract.ts'
import { bodyText, loadPage } from '../html-page.ts'
import { type NoticeWords, readNotice } from '../page-notice.ts'
import { gatherRows } from '../page-rows.ts'
import { asArray, asRecord, checkedListing, tryJson } from '../reading.ts'
import { readCards } from '../rendered-cards.ts'
import { objectsWhere, scriptById } from '../script-json.ts'
import type { SiteReading } from '../site-calls.ts'
import { home, identify } from './link.ts'
import { readItem, readLabel, readTile, shownPrice } from './listing.ts'

/** The bytes of an answer, see readText. */
export function readBody(body: Uint8Array, contentType: string | undefined, url: string): SiteReading {
  return readText(bodyText(body, contentType), url)
}

const notice: NoticeWords = {
  name: 'OfferUp',
  blocked: /access denied|you have been blocked|access to this page has been denied/,
  expected: 'a result page nor a listing of OfferUp',
}

/** Tells a listing's page, results and a refusal apart; never throws. */
export function readText(text: string, url?: string): SiteReading {
  const start = text.slice(0, 200).trimStart()
  const isJson = start.startsWith('{') || start.startsWith('[')
  const data = isJson ? tryJson(text) : scriptById(text, '__NEXT_DATA__')
  if (data === undefined)
    return isJson
      ? { kind: 'unknown', reason: 'The answer is JSON that was cut off.' }
      : readNotice(text, notice)
  const item = itemIn(data, url)
  if (item) {
    const read = readItem(item.id, item.record)
    return 'listing' in read
      ? { kind: 'item', listing: read.listing }
      : { kind: 'unknown', reason: `The listing could not be read: ${read.reason}.` }
  }
  const feed = objectsWhere(data, ({ looseTiles }) => Array.isArray(looseTiles))[0]
  if (feed) return { kind: 'search', page: readFeed(feed) }
  return isJson ? { kind: 'unknown', reason: 'The answer is not one of a search.' } : readNotice(text, notice)
}

/** `ROOT_QUERY` has the listing under a key that names its id, itself or as a reference into the same store. */
function itemIn(
  data: unknown,
  url: string | undefined,
): { id: string; record: Record<string, unknown> } | undefined {
  const asked = url === undefined ? undefined : identify(url)?.externalId
  for (const { initialApolloState } of objectsWhere(data, (record) => 'initialApolloState' in record)) {
    const store = asRecord(initialApolloState)
    for (const [key, value] of Object.entries(asRecord(store.ROOT_QUERY))) {
      const name = /^listing\(\{.{0,200}?"listingId":"([^"]{5,60})"/.exec(key)?.[1]
      const id = name === undefined ? undefined : identify(`${home}/item/detail/${name}`)?.externalId
      if (id === undefined || (asked !== undefined && asked !== id)) continue
      const { __ref: ref } = asRecord(value)
      const record = asRecord(typeof ref === 'string' && Object.hasOwn(store, ref) ? store[ref] : value)
      if (record.title !== undefined) return { id, record }
    }
  }
  return undefined
}

/** Tiles of listings alone: others are advertisements, of the site's or of its sellers. */
function readFeed(feed: Record<string, unknown>): SearchPage {
  const tiles = asArray(feed.looseTiles)
    .map(asRecord)
    .filter(
      ({ tileType, __typename: type }) =>
        tileType === 'LISTING' && (type === undefined || type === 'ModularFeedTileListing'),
    )
  const { page, drifted, drift } = gatherRows(tiles, ({ listing }) => readTile(listing))
  if (drifted) return drifted
  if (page.listings.length > 0) return { ...page, outcome: 'ok' }
  // The filters beside the results stand only on a page that was searched for.
  return asArray(feed.filters).length > 0
    ? { ...page, outcome: 'empty' }
    : drift('OfferUp lists nothing, but does not show that it has searched.')
}

const limits = { charactersMax: 9_000_000, tagsMax: 120_000 }

/** The page on a person's screen: its data, and the cards that scrolling or another search brought. */
export function readRendered(html: string, url: string): SearchPage {
  const reading = readText(html, url)
  const none = { listings: [], next: null, complete: false }
  if (reading.kind === 'item') return { ...none, outcome: 'ok', listings: [reading.listing] }
  if (reading.kind === 'refused') return { ...none, outcome: reading.outcome, reason: reading.reason }
  const known = new Map(
    reading.kind === 'search' ? reading.page.listings.map((listing) => [listing.externalId, listing]) : [],
  )
  for (const listing of shownOnly(html, url))
    if (!known.has(listing.externalId)) known.set(listing.externalId, listing)
  if (known.size > 0) return { ...none, outcome: 'ok', listings: [...known.values()] }
  return reading.kind === 'search'
    ? { ...reading.page, complete: false }
    : { ...none, outcome: 'parse-drift', reason: reading.reason }
}

function shownOnly(html: string, url: string): SeenListing[] {
  const $ = html.includes('/item/detail/') ? loadPage(html, limits) : null
  if (!$) return []
  const cards = readCards($, identify, URL.canParse(url) ? url : home, ({ labels }) =>
    labels.some((label) => readLabel(label) !== null),
  )
  return cards.flatMap(({ externalId, url: address, labels, imageUrls }) => {
    const said = labels.map(readLabel).find((label) => label !== null)
    if (!said) return []
    const read = checkedListing({
      externalId,
      title: said.title,
      url: address,
      ...shownPrice(said.price),
      location: said.location,
      imageUrls: imageUrls.slice(0, 1),
      buyingFormat: 'classified',
    })
    return 'listing' in read ? [read.listing] : []
  })
}
