import { createReadStream } from 'node:fs'
import { toSeenListing } from '../server/imports/map.ts'
import { readRows } from '../server/imports/rows/read.ts'
import { normalize } from '../server/listings/normalize/normalize.ts'
import type { NormalizedListing } from '../server/listings/normalize/normalized-listing.ts'
import type { FairValue } from '../server/model/score-schema.ts'
import { teach } from '../server/scoring/samples.ts'
import { type Appraiser, createAppraiser } from '../server/scoring/value/appraiser.ts'

export interface Row {
  id: number
  listing: NormalizedListing
}

export interface Market {
  appraiser: Appraiser
  rows: Row[]
  nowMs: number
}

/** A file's listings as the program would hold them, the newest look at each; "now" is the last day of the file. */
export async function readMarket(path: string): Promise<Market> {
  const byKey = new Map<string, NormalizedListing>()
  const undatedMs = Date.UTC(2020, 0, 1)
  let nowMs = 0
  for await (const row of readRows(createReadStream(path), { kind: 'jsonl', gzip: true })) {
    if (!('value' in row)) continue
    const mapped = toSeenListing(row.value, {})
    if (!mapped.ok) continue
    const observedAtMs = mapped.observedAt === undefined ? undatedMs : Date.parse(mapped.observedAt)
    const listing = normalize(mapped.seen, { marketplace: mapped.source, observedAtMs })
    nowMs = Math.max(nowMs, observedAtMs)
    const known = byKey.get(listing.externalId)
    if (known === undefined || known.observedAtMs <= observedAtMs) byKey.set(listing.externalId, listing)
  }
  const rows = [...byKey.values()].map((listing, id) => ({ id: id + 1, listing }))
  const appraiser = createAppraiser()
  for (const { id, listing } of rows) {
    // The first bid of an auction that nobody bid on is no price that anyone asks.
    if (isAuction({ id, listing }) && listing.basis !== 'sold') continue
    if (listing.priceCents === undefined || listing.priceCents === null || listing.currency === null) continue
    appraiser.upsert({
      listingId: id,
      ...factsOf(listing),
      priceCents: listing.priceCents,
      currency: listing.currency,
      basis: listing.basis ?? 'asking',
      observedAtMs: Math.min(nowMs, listing.postedAtMs ?? listing.observedAtMs),
    })
  }
  await teach(appraiser, nowMs)
  return { appraiser, rows, nowMs }
}

function factsOf(listing: NormalizedListing) {
  const { title, category, condition, marketplace, siteCategory, brand, description, attributes } = listing
  const photoCount = listing.imageUrls.length || null
  return { title, category, condition, marketplace, siteCategory, brand, description, attributes, photoCount }
}

export function isAuction({ listing }: Row): boolean {
  return listing.buyingFormat === 'auction' || listing.attributes.biddable === '1'
}

/** From all the other listings: a listing is never evidence for itself. */
export function valuedFromOthers(market: Market, { id, listing }: Row): FairValue | null {
  return market.appraiser.estimate(
    { listingId: id, ...factsOf(listing), currency: listing.currency ?? 'XXX' },
    market.nowMs,
  )
}
