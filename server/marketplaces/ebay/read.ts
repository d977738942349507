import type { SeenListing } from '../../model/listing-schema.ts'
import type { DetailsResult, SearchPage } from '../contract.ts'
import {
  type EbayItem,
  groupSchema,
  itemSchema,
  problemText,
  searchSchema,
  summarySchema,
  warningsOf,
} from './answer.ts'
import { toListing } from './listing.ts'
import { pageLimit } from './query.ts'

/** eBay shows no result beyond this one (12029). */
const resultsMax = 10_000

/**
 * A search answer (HTTP 200). eBay reports a filter that it could not use as a warning and searches without it:
 * such an answer is not what we asked for, so it counts as drift and none of its rows is taken. No rows are
 * believed only with a total that says so.
 */
export function readSearch(json: unknown, asked?: { offset: number; limit: number }): SearchPage {
  const warnings = warningsOf(json)
  if (warnings.length > 0)
    return drift(
      `eBay ignored a part of the search (${problemText(warnings)}), so its results were not used.`,
    )
  const answer = searchSchema.safeParse(json)
  if (!answer.success) return drift('The answer is not an eBay search result.')
  const { total, itemSummaries: rows = [], next, autoCorrections } = answer.data
  const offset = asked?.offset ?? answer.data.offset ?? 0
  const limit = asked?.limit ?? answer.data.limit ?? pageLimit
  if (rows.length === 0) {
    if (total !== undefined && total <= offset)
      return { outcome: 'empty', listings: [], next: null, complete: true }
    return drift(
      total === undefined
        ? 'The answer has neither results nor a count of them.'
        : `eBay counts ${total} results but sent none.`,
    )
  }

  const listings = new Map<string, SeenListing>()
  const rejected: { row: number; reason: string }[] = []
  for (const [row, raw] of rows.entries()) {
    const summary = summarySchema.safeParse(raw)
    const result = summary.success
      ? toListing(summary.data as EbayItem)
      : { reason: 'The row is not an object.' }
    if ('reason' in result) rejected.push({ row, reason: result.reason })
    else keepCheapest(listings, result.listing)
  }
  if (rejected.length * 2 > rows.length)
    return { ...drift(`${rejected.length} of ${rows.length} rows could not be read.`), rejected }

  const seen = offset + rows.length
  // eBay has been seen to give a `next` on the only page: a page that is not full and reaches the total is the last.
  const lastPage = total !== undefined && seen >= total && (rows.length < limit || next === undefined)
  return {
    outcome: 'ok',
    listings: [...listings.values()],
    next: lastPage || next === undefined ? null : nextOffset(offset, limit),
    complete: lastPage,
    ...(autoCorrections?.q && { reason: `eBay searched for “${autoCorrections.q.slice(0, 200)}” instead.` }),
    ...(rejected.length > 0 && { rejected }),
  }
}

/** The body of such an answer. */
export function readSearchAnswer(body: Uint8Array, asked: { offset: number; limit: number }): SearchPage {
  const json = jsonOf(body)
  return json === undefined ? drift(notJson) : readSearch(json, asked)
}

const notJson = 'The site answered with something that is not JSON.'

/** Undefined when it is none. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

function nextOffset(offset: number, limit: number): string | null {
  const next = offset + limit
  return next < resultsMax ? String(next) : null
}

/** Two variations of one listing in one page: the price of a group is that of its cheapest variation. */
function keepCheapest(listings: Map<string, SeenListing>, listing: SeenListing): void {
  const known = listings.get(listing.externalId)
  const cheaper = (listing.priceCents ?? Infinity) < (known?.priceCents ?? Infinity)
  if (!known || cheaper) listings.set(listing.externalId, listing)
}

function drift(reason: string): SearchPage {
  return { outcome: 'parse-drift', listings: [], next: null, complete: false, reason }
}

/**
 * One item in full (HTTP 200), or the variation of that number. Without `now` an end date says nothing about the state.
 */
export function readItem(json: unknown, now?: Date, variation: string | null = null): DetailsResult {
  const item = itemSchema.safeParse(json)
  const result = item.success
    ? toListing(item.data, variation)
    : { reason: 'The answer is not an eBay item.' }
  if (!item.success || 'reason' in result)
    return {
      outcome: 'parse-drift',
      reason: 'reason' in result ? result.reason : 'The answer is not an eBay item.',
    }
  const state = stateOf([item.data], now)
  return {
    outcome: state === 'active' ? 'ok' : state,
    listing: { ...result.listing, state },
  }
}

/** The body of such an answer. */
export function readItemAnswer(body: Uint8Array, now: Date, variation: string | null): DetailsResult {
  const json = jsonOf(body)
  return json === undefined ? { outcome: 'parse-drift', reason: notJson } : readItem(json, now, variation)
}

/** The body of an item group's answer. */
export function readGroupAnswer(body: Uint8Array, now: Date): DetailsResult {
  const json = jsonOf(body)
  return json === undefined ? { outcome: 'parse-drift', reason: notJson } : readGroup(json, now)
}

/** All variations of a listing (HTTP 200) as one: the cheapest gives the price, what all share is kept. */
export function readGroup(json: unknown, now?: Date): DetailsResult {
  const group = groupSchema.safeParse(json)
  if (!group.success) return { outcome: 'parse-drift', reason: 'The answer is not an eBay item group.' }
  const description = group.data.commonDescriptions?.find((entry) => entry?.description)?.description
  const items: EbayItem[] = []
  const readable: { listing: SeenListing; available: boolean }[] = []
  for (const raw of group.data.items.slice(0, 1000)) {
    const item = itemSchema.safeParse(raw)
    if (!item.success) continue
    const result = toListing({ ...item.data, description: item.data.description ?? description })
    if ('reason' in result) continue
    items.push(item.data)
    readable.push({ listing: result.listing, available: !isOutOfStock(item.data) })
  }
  const listings = new Map<string, SeenListing>()
  const offered = readable.filter(({ available }) => available)
  for (const { listing } of offered.length > 0 ? offered : readable) keepCheapest(listings, listing)
  const [listing] = listings.values()
  if (!listing)
    return { outcome: 'parse-drift', reason: 'No variation of the eBay item group could be read.' }
  const state = stateOf(items, now)
  const facts = readable.map(({ listing }) => new Map(Object.entries(listing.attributes ?? {})))
  const shared = [...(facts[0] ?? [])].filter(([name, value]) => facts.every((f) => f.get(name) === value))
  return {
    outcome: state === 'active' ? 'ok' : state,
    listing: { ...listing, variations: true, attributes: Object.fromEntries(shared), state },
  }
}

/**
 * `sold` needs evidence of a sale; a listing that merely ended or ran out is `gone`. One variation that is still
 * for sale keeps the listing active.
 */
function stateOf(items: readonly EbayItem[], now: Date | undefined): 'active' | 'sold' | 'gone' {
  if (!items.every((item) => isOutOfStock(item) || hasEnded(item, now))) return 'active'
  const sold = items.some(
    (item) =>
      (item.estimatedAvailabilities ?? []).some((entry) => (entry?.estimatedSoldQuantity ?? 0) > 0) ||
      (item.buyingOptions?.includes('AUCTION') === true &&
        (item.bidCount ?? 0) > 0 &&
        item.reservePriceMet !== false &&
        hasEnded(item, now)),
  )
  return sold ? 'sold' : 'gone'
}

function isOutOfStock(item: EbayItem): boolean {
  const known = (item.estimatedAvailabilities ?? []).flatMap((e) => e?.estimatedAvailabilityStatus ?? [])
  return known.length > 0 && known.every((status) => status === 'OUT_OF_STOCK')
}

function hasEnded(item: EbayItem, now: Date | undefined): boolean {
  const end = Date.parse(item.itemEndDate ?? '')
  return now !== undefined && !Number.isNaN(end) && end <= now.getTime()
}
