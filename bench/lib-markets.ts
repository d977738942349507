import { createReadStream } from 'node:fs'
import { toSeenListing } from '../server/imports/map.ts'
import { readRows } from '../server/imports/read.ts'
import { type RecognisedListing, recognise } from '../server/listings/recognise.ts'
import { type CompIndex, createCompIndex } from '../server/scoring/comps.ts'
import { estimate } from '../server/scoring/fair-value.ts'
import type { FairValue } from '../server/scoring/schema.ts'
import { titleWithBrand } from '../server/scoring/valuer.ts'

export interface Row {
  id: number
  listing: RecognisedListing
}

export interface Market {
  index: CompIndex
  rows: Row[]
  nowMs: number
}

/** A file's listings as the program would hold them, the newest look at each; "now" is the last day of the file. */
export async function readMarket(path: string): Promise<Market> {
  const byKey = new Map<string, RecognisedListing>()
  const undatedMs = Date.UTC(2020, 0, 1)
  let nowMs = 0
  for await (const row of readRows(createReadStream(path), { kind: 'jsonl', gzip: true })) {
    if (!('value' in row)) continue
    const mapped = toSeenListing(row.value, {})
    if (!mapped.ok) continue
    const observedAtMs = mapped.observedAt === undefined ? undatedMs : Date.parse(mapped.observedAt)
    const listing = recognise(mapped.seen, { marketplace: mapped.source, observedAtMs })
    nowMs = Math.max(nowMs, observedAtMs)
    const known = byKey.get(listing.externalId)
    if (known === undefined || known.observedAtMs <= observedAtMs) byKey.set(listing.externalId, listing)
  }
  const rows = [...byKey.values()].map((listing, id) => ({ id: id + 1, listing }))
  const index = createCompIndex()
  for (const { id, listing } of rows) {
    // The first bid of an auction that nobody bid on is no price that anyone asks.
    if (isAuction({ id, listing }) && listing.basis !== 'sold') continue
    if (listing.priceCents === undefined || listing.priceCents === null || listing.currency === null) continue
    index.upsert({
      listingId: id,
      title: titleWithBrand(listing.title, listing.brand),
      category: listing.category,
      condition: listing.condition,
      priceCents: listing.priceCents,
      currency: listing.currency,
      basis: listing.basis ?? 'asking',
      observedAtMs: Math.min(nowMs, listing.postedAtMs ?? listing.observedAtMs),
    })
  }
  return { index, rows, nowMs }
}

export function isAuction({ listing }: Row): boolean {
  return listing.buyingFormat === 'auction' || listing.attributes.biddable === '1'
}

/** From all the other listings: the index keeps a listing from being evidence for itself. */
export function valuedFromOthers(market: Market, { id, listing }: Row): FairValue | null {
  return estimate(
    market.index,
    {
      listingId: id,
      title: titleWithBrand(listing.title, listing.brand),
      category: listing.category,
      condition: listing.condition,
      currency: listing.currency ?? 'XXX',
    },
    market.nowMs,
  )
}
