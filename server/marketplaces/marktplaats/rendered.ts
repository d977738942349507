import type { SeenListing } from '../../model/listing-schema.ts'
import type { SearchPage } from '../contract.ts'
import { loadPage } from '../html-page.ts'
import { checkedListing } from '../reading.ts'
import { readCards } from '../rendered-cards.ts'
import { readText } from './page.ts'
import { identify } from './sites.ts'

/** A capture may hold what long scrolling brought. */
const limits = { charactersMax: 9_000_000, tagsMax: 120_000 }

/**
 * The page on a person's screen: what its data say, and the rows that are only in sight. Beside these a euro amount may be
 * an asking price or a first bid, so their price is left open.
 */
export function readRendered(html: string, url: string): SearchPage {
  const reading = readText(html, url)
  if (reading.kind === 'item')
    return { outcome: 'ok', listings: [reading.listing], next: null, complete: false }
  if (reading.kind === 'refused') return failed(reading.outcome, reading.reason)
  const known = new Map(
    reading.kind === 'search' ? reading.page.listings.map((listing) => [listing.externalId, listing]) : [],
  )
  for (const listing of shownOnly(html, url))
    if (!known.has(listing.externalId)) known.set(listing.externalId, listing)
  if (known.size > 0) {
    const rejected = reading.kind === 'search' ? reading.page.rejected : undefined
    return {
      outcome: 'ok',
      listings: [...known.values()],
      next: null,
      complete: false,
      ...(rejected && { rejected }),
    }
  }
  if (reading.kind === 'search') return { ...reading.page, next: null, complete: false }
  return failed('parse-drift', reading.reason)
}

function failed(outcome: Exclude<SearchPage['outcome'], 'ok' | 'empty'>, reason: string): SearchPage {
  return { outcome, reason, listings: [], next: null, complete: false }
}

function shownOnly(html: string, url: string): SeenListing[] {
  const $ = loadPage(html, limits)
  if (!$) return []
  const base = URL.canParse(url) ? url : 'https://www.marktplaats.nl/'
  const cards = readCards($, identify, base, ({ texts }) => texts.some(({ heading }) => heading))
  return cards.flatMap(({ externalId, url: address, texts, imageUrls }) => {
    const title = texts.find(({ heading }) => heading)?.text
    if (title === undefined) return []
    const isFree = texts.some(({ text, heading }) => !heading && /^(?:gratis|gratuit)$/i.test(text))
    const isReserved = texts.some(({ text, heading }) => !heading && /^(?:gereserveerd|réservé)$/i.test(text))
    const read = checkedListing({
      externalId,
      title,
      url: address,
      ...(isFree && { priceCents: 0, currency: 'EUR' }),
      ...(imageUrls.length > 0 && { imageUrls: imageUrls.slice(0, 1) }),
      ...(isReserved && { state: 'pending' as const }),
    })
    return 'listing' in read ? [read.listing] : []
  })
}
