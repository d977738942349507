import { createHash } from 'node:crypto'
import type { SeenListing } from '../../model/listing-schema.ts'

/** What generators write where they have no id. */
const emptyId = /^(?:0+|-1|null|none|nil|undefined|n\/a|-|guid|id)$/i

/** Two feeds may number their entries alike, so ids that are no addresses carry a mark of their feed. */
export function externalIdOf(id: string | undefined, url: string, origin: string): string {
  const own = id?.trim()
  if (!own || emptyId.test(own)) return short(url, origin)
  return short(/^https?:\/\//i.test(own) ? own : `${origin}:${own}`, origin)
}

function short(address: string, origin: string): string {
  return address.length <= 300 ? address : `${origin}:${sha256(address)}`
}

export function idPrefix(feedUrl: string | undefined): string {
  return sha256(feedUrl ?? '').slice(0, 10)
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export interface Found {
  row: number
  listing: SeenListing
  /** The shop's own number, `g:id`. */
  ownId?: string
}

/**
 * Entries under ids of their own. Some feeds give all their entries one id, or one link: then the link tells them
 * apart, else the shop's number or the title. What has id, link and title of one before it is that one again.
 */
export function toldApart(
  found: readonly Found[],
  origin: string,
): { listings: SeenListing[]; repeated: { row: number; reason: string }[] } {
  const groups = Map.groupBy(found, ({ listing }) => listing.externalId)
  const taken = new Map<string, SeenListing>()
  const repeated: { row: number; reason: string }[] = []
  for (const { row, listing, ownId } of found) {
    const group = groups.get(listing.externalId)!
    const externalId =
      group.length === 1
        ? listing.externalId
        : idAmong(group, { row, listing, ...(ownId && { ownId }) }, origin)
    const before = taken.get(externalId)
    if (before === undefined) taken.set(externalId, { ...listing, externalId })
    else if (listing.priceCents !== undefined && before.priceCents !== listing.priceCents)
      repeated.push({ row, reason: 'The entry has id, link and title of another; the first was taken.' })
  }
  return { listings: [...taken.values()], repeated }
}

function idAmong(group: readonly Found[], { listing, ownId }: Found, origin: string): string {
  const differ = (value: (one: Found) => string | undefined) => new Set(group.map(value)).size > 1
  const sameUrl = group.filter((one) => one.listing.url === listing.url)
  const base = differ((one) => one.listing.url) ? short(listing.url, origin) : listing.externalId
  if (new Set(sameUrl.map((one) => `${one.ownId ?? ''}\n${one.listing.title}`)).size === 1) return base
  const ids = new Set(sameUrl.map((one) => one.ownId))
  const mark = ownId !== undefined && ids.size === sameUrl.length ? ownId : listing.title
  return short(`${base}#${sha256(mark).slice(0, 12)}`, origin)
}
