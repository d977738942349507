import type { ListingState, PriceBasis } from '../model/listing-schema.ts'
import type { NormalizedListing, OfferFacts, Sighting } from './normalize/normalized-listing.ts'
import { withOfferOf } from './normalize/offer.ts'

/** What is known of a listing after all views of it; nothing is left open but facts that no view gave. */
export interface MergedListing extends NormalizedListing {
  state: ListingState
  basis: PriceBasis
}

export interface PriceChange {
  fromCents: number
  toCents: number
  /** null where a view gave no currency. */
  fromCurrency: string | null
  toCurrency: string | null
}

export interface Merged {
  after: MergedListing
  /** Anything but the time of the look differs. */
  changed: boolean
  /** A stated price became another one, or the same figure in another currency. */
  priceChanged: PriceChange | null
  /** It was sold or gone and is for sale again. */
  returned: boolean
}

/**
 * What is known of a listing after one more look. A view that shows less never erases what another gave, and a look
 * older than the last one, or a stub, only fills gaps. Merging the same view again changes nothing.
 */
export function mergeListing(
  before: NormalizedListing | null,
  { stub, erased, ...seen }: Sighting,
  options: { tiesAreLate?: boolean } = {},
): Merged {
  if (before === null) {
    return { after: settled(seen), changed: true, priceChanged: null, returned: false }
  }
  // Snapshots of a file may be of one day; taking the first of them makes a second import change nothing.
  if (erased === true) {
    const left = withoutContent(before, seen)
    return { after: left, changed: differs(before, left), priceChanged: null, returned: false }
  }
  const late =
    // Words that came with a link say less than anything that the site itself has shown.
    stub === true ||
    seen.observedAtMs < before.observedAtMs ||
    (options.tiesAreLate === true && seen.observedAtMs === before.observedAtMs)
  const merged = late ? fill(settled(before), seen) : overlay(before, seen)
  const after = withOfferOf(merged, [seen, before])
  const returned = !late && isOver(before.state) && !isOver(after.state)
  return {
    after,
    changed: differs(before, after),
    priceChanged: late ? null : priceChange(before, after),
    returned,
  }
}

/** What may be kept of a listing that was deleted where it stood. */
function withoutContent(before: NormalizedListing, seen: NormalizedListing): MergedListing {
  const { externalId, marketplace, postedAtMs, currency, category } = before
  return settled({
    ...seen,
    ...{ externalId, marketplace, postedAtMs, currency, category, categoryFrom: before.categoryFrom },
    priceCents: before.priceCents,
    state: 'gone',
    basis: before.basis,
  })
}

function settled(listing: NormalizedListing): MergedListing {
  return { ...listing, state: listing.state ?? 'active', basis: listing.basis ?? 'asking' }
}

function isOver(state: ListingState | undefined): boolean {
  return state === 'sold' || state === 'gone'
}

/** The newer look wins wherever it shows something at least as good. */
function overlay(before: NormalizedListing, seen: NormalizedListing): Omit<MergedListing, keyof OfferFacts> {
  const state = nextState(before.state, seen.state)
  const ownPrice = seen.priceCents !== undefined
  const currency = ownPrice ? (seen.currency ?? before.currency) : (before.currency ?? seen.currency)
  const priceCents = ownPrice ? seen.priceCents : before.priceCents
  const samePrice = priceCents === before.priceCents && currency === before.currency
  const original = seen.originalPriceCents !== null ? seen : samePrice ? before : null
  const at = betterCoordinates(before, seen)
  const category = rank(seen.categoryFrom) >= rank(before.categoryFrom) ? seen : before
  const condition = seen.condition !== null || before.condition === null ? seen : before
  return {
    marketplace: before.marketplace,
    externalId: before.externalId,
    title: isCutFrom(seen.title, before.title) ? before.title : seen.title,
    url: isLink(seen.url) || !isLink(before.url) ? seen.url : before.url,
    priceCents,
    currency,
    shippingCents: seen.shippingCents !== undefined ? seen.shippingCents : before.shippingCents,
    originalPriceCents: original?.originalPriceCents ?? null,
    originalCurrency: original?.originalCurrency ?? null,
    description: betterDescription(before.description, seen.description),
    condition: condition.condition,
    conditionText: condition.conditionText ?? before.conditionText,
    category: category.category,
    categoryFrom: category.categoryFrom,
    siteCategory: category.siteCategory ?? before.siteCategory ?? seen.siteCategory,
    brand: seen.brand ?? before.brand,
    location: seen.location ?? before.location,
    lat: at.lat,
    lon: at.lon,
    coordinatesFrom: at.coordinatesFrom,
    postedAtMs: laterPosting(before, seen),
    imageUrls: betterImages(before.imageUrls, seen.imageUrls),
    buyingFormat: seen.buyingFormat ?? before.buyingFormat,
    endsAtMs: seen.endsAtMs ?? before.endsAtMs,
    bidCount: seen.bidCount ?? before.bidCount,
    variations: seen.variations ?? before.variations,
    state,
    basis: seen.basis ?? (isOver(before.state) && !isOver(state) ? 'asking' : (before.basis ?? 'asking')),
    repostOf: seen.repostOf ?? before.repostOf,
    attributes: sameRecord(seen.attributes, {})
      ? before.attributes
      : { ...before.attributes, ...seen.attributes },
    observedAtMs: seen.observedAtMs,
  }
}

/** An older look (an import of past snapshots) adds what is unknown and changes nothing that is known. */
function fill(known: MergedListing, older: NormalizedListing): MergedListing {
  const place =
    known.coordinatesFrom === null || (known.coordinatesFrom === 'place' && older.coordinatesFrom === 'site')
  const at = place ? older : known
  const category = rank(older.categoryFrom) > rank(known.categoryFrom) ? older : known
  const noPrice = known.priceCents === undefined
  return {
    ...known,
    url: isLink(known.url) || !isLink(older.url) ? known.url : older.url,
    priceCents: noPrice ? older.priceCents : known.priceCents,
    currency: noPrice ? (older.currency ?? known.currency) : (known.currency ?? older.currency),
    shippingCents: known.shippingCents === undefined ? older.shippingCents : known.shippingCents,
    description: known.description ?? older.description,
    condition: known.condition ?? older.condition,
    conditionText: known.conditionText ?? older.conditionText,
    category: category.category,
    categoryFrom: category.categoryFrom,
    siteCategory: known.siteCategory ?? older.siteCategory,
    brand: known.brand ?? older.brand,
    location: known.location ?? older.location,
    lat: at.lat,
    lon: at.lon,
    coordinatesFrom: at.coordinatesFrom,
    postedAtMs: known.postedAtMs ?? older.postedAtMs,
    imageUrls: known.imageUrls.length === 0 ? older.imageUrls : known.imageUrls,
    buyingFormat: known.buyingFormat ?? older.buyingFormat,
    endsAtMs: known.endsAtMs ?? older.endsAtMs,
    bidCount: known.bidCount ?? older.bidCount,
    variations: known.variations ?? older.variations,
    repostOf: known.repostOf ?? older.repostOf,
    attributes: { ...older.attributes, ...known.attributes },
  }
}

/**
 * A view that leaves the state open still shows that the listing is there, so it is not gone; whether a sold or
 * pending thing is for sale again it does not say.
 */
function nextState(before: ListingState | undefined, seen: ListingState | undefined): ListingState {
  if (seen !== undefined) return seen
  return before === undefined || before === 'gone' ? 'active' : before
}

function priceChange(before: NormalizedListing, after: NormalizedListing): PriceChange | null {
  const { priceCents: fromCents } = before
  const { priceCents: toCents } = after
  if (typeof fromCents !== 'number' || typeof toCents !== 'number') return null
  const otherCurrency = before.currency !== null && before.currency !== after.currency
  if (fromCents === toCents && !otherCurrency) return null
  return { fromCents, toCents, fromCurrency: before.currency, toCurrency: after.currency }
}

/** A date in the future was read as the moment of the look (`normalize`), which moves with every look. */
function laterPosting(before: NormalizedListing, seen: NormalizedListing): number | null {
  const isClamped = seen.postedAtMs === seen.observedAtMs
  return seen.postedAtMs === null || (isClamped && before.postedAtMs !== null)
    ? before.postedAtMs
    : seen.postedAtMs
}

function betterCoordinates(before: NormalizedListing, seen: NormalizedListing): NormalizedListing {
  if (seen.coordinatesFrom === null) return before
  return seen.coordinatesFrom === 'place' && before.coordinatesFrom === 'site' ? before : seen
}

function rank(from: NormalizedListing['categoryFrom']): number {
  return from === 'site' ? 2 : from === 'title' ? 1 : 0
}

function isLink(url: string): boolean {
  return !url.startsWith('urn:')
}

const ellipsis = /(?:…|\.\.\.)$/

function betterDescription(before: string | null, seen: string | null): string | null {
  if (seen === null || before === null) return seen ?? before
  if (seen.length >= before.length) return seen
  return ellipsis.test(seen) || flat(before).startsWith(flat(seen)) ? before : seen
}

function isCutFrom(short: string, long: string): boolean {
  return (
    ellipsis.test(short) &&
    long.startsWith(short.replace(ellipsis, '').trimEnd()) &&
    long.length >= short.length
  )
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** One thumbnail of a search page, or the first few of a gallery, does not replace the whole gallery. */
function betterImages(before: string[], seen: string[]): string[] {
  if (seen.length === 0) return before
  if (seen.length >= before.length) return seen
  return seen.length === 1 || seen.every((url) => before.includes(url)) ? before : seen
}

function differs(before: NormalizedListing, after: NormalizedListing): boolean {
  for (const name of Object.keys(after) as (keyof NormalizedListing)[]) {
    if (name === 'observedAtMs' || name === 'attributes') continue
    if (name === 'imageUrls' || name === 'kindWords') {
      if (!sameList(before[name], after[name])) return true
      continue
    }
    if (before[name] !== after[name]) return true
  }
  return !sameRecord(before.attributes, after.attributes)
}

function sameList(a: string[], b: string[]): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]))
}

function sameRecord(a: Record<string, string>, b: Record<string, string>): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && a[name] === b[name])
  )
}
