import { createHash } from 'node:crypto'
import { stockOf } from '../core/stock-words.ts'
import type { ListingState, PriceBasis, SeenListing } from '../model/listing-schema.ts'
import { isRecord, listText, realText, short, text, webLink } from './cells.ts'
import { parsePeriod } from './dates.ts'
import { type Fields, type MapDefaults, readColumns } from './row-columns.ts'
import { priceOf, saysPrice, shippingOf } from './row-price.ts'

export type Mapped =
  | {
      ok: true
      /** Marketplace id: lower case, digits and hyphens. */
      source: string
      seen: SeenListing
      /** ISO 8601, the end of the day or month that the row names; absent when it names none. */
      observedAt?: string
      /** What was read otherwise than written; for the summary. */
      notes: string[]
    }
  | { ok: false; problems: string[] }

/**
 * A row of an import file as a sighting. Names of columns are matched loosely (see columns.ts); what no column is
 * known for goes to the attributes. A row is refused only when it has no id, title, source or usable price that it
 * claims to have; everything else unreadable is left out. Never throws.
 */
export function toSeenListing(value: Record<string, unknown>, defaults: MapDefaults): Mapped {
  const reading = readColumns(value, defaults.columns)
  const { fields, attributes, problems, notes } = reading
  const source = sourceOf(text(fields.source) ?? defaults.source)
  if (source === null) problems.push('source: missing; add a column "source" or name one for the whole file')
  const link = webLink(text(fields.url)) ?? webLink(text(fields.externalId))
  const externalId = idOf(fields.externalId, link)
  if (isRounded(fields.externalId))
    problems.push(
      `id: "${short(fields.externalId)}" was rounded by a spreadsheet, which gives different listings one id; format the column as text and export it again`,
    )
  else if (externalId === null)
    problems.push('id: missing; a row needs an id or a url, so that it is recognised when it comes again')
  const title = titleOf(fields, attributes)
  if (title === null) problems.push('title: missing, and no brand, model or description to make one from')
  const price = priceOf(reading, defaults)
  if (problems.length > 0 || source === null || externalId === null || title === null)
    return { ok: false, problems }

  const observed = parsePeriod(fields.snapshot)
  const posted = parsePeriod(fields.posted, observed?.endMs)
  const postedText = text(fields.posted)
  if (posted === null && postedText !== null) attributes.set('posted', postedText.slice(0, 100))
  const state = stateOf(fields)
  const basis = basisOf(fields, state, postedText)
  const seen: SeenListing = {
    externalId,
    title: title.slice(0, 1000),
    url: link ?? importUrn(source, externalId),
    ...price,
    ...optional('shippingCents', shippingOf(fields, price.currency ?? defaults.currency)),
    ...optional('description', text(fields.description)?.slice(0, 100_000)),
    ...optional('condition', realText(fields.condition)?.slice(0, 200)),
    ...optional('siteCategory', listText(fields.category, ' / ')?.slice(0, 500)),
    ...optional('brand', realText(fields.brand)?.slice(0, 200)),
    ...optional('location', locationOf(fields.location, fields)?.slice(0, 500)),
    ...coordinatesOf(fields),
    ...optional('postedAt', posted === null ? null : new Date(posted.startMs).toISOString()),
    ...optional('imageUrls', imagesOf(fields.images)),
    ...optional('buyingFormat', buyingFormatOf(fields.buyingFormat)),
    ...optional('endsAt', isoOf(fields.endsAt)),
    ...optional('bidCount', countOf(fields.bidCount)),
    ...optional('state', state),
    ...optional('basis', basis),
    ...optional('repostOf', text(fields.repostOf)?.slice(0, 300)),
    ...optional('attributes', attributes.size === 0 ? null : Object.fromEntries(attributes)),
  }
  return {
    ok: true,
    source,
    seen,
    ...(observed !== null && { observedAt: new Date(observed.endMs).toISOString() }),
    notes,
  }
}

/** Stands in for the address of an imported row that has none; recognised as "not a link". */
export function importUrn(source: string, externalId: string): string {
  return `urn:deal-scout:import:${source}:${encodeURIComponent(externalId.toWellFormed()).slice(0, 1000)}`
}

function optional<K extends keyof SeenListing>(
  name: K,
  value: SeenListing[K] | null,
): Pick<SeenListing, K> | object {
  return value === null || value === undefined ? {} : { [name]: value }
}

function sourceOf(value: string | undefined): string | null {
  if (value === undefined) return null
  const slug = value
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '')
  return slug === '' ? null : slug
}

/** Spreadsheets write long numbers as 1.66E+11: what stood there is lost. */
function isRounded(value: unknown): boolean {
  return typeof value === 'string' && /^\s*\d(?:[.,]\d{1,15})?E\+\d{2,3}\s*$/i.test(value)
}

/** "post id: 123" is 123. Without an id the address is one; a long one by its hash. */
function idOf(value: unknown, link: string | null): string | null {
  const id = text(value)?.replace(/^[a-z]{1,10} ?id ?[:#] ?/i, '') ?? link
  if (id === null || id === '') return null
  return id.length <= 300 ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`
}

const titleWords = 8

/** Where there is no title: brand + model + the description's first words. */
function titleOf(fields: Fields, attributes: Map<string, string>): string | null {
  const title = text(fields.title)
  if (title !== null) return title
  const brand = realText(fields.brand)
  const model =
    realText(fields.model) ?? namedAttribute(attributes, 'model') ?? namedAttribute(attributes, 'productline')
  const description = text(fields.description)
  const first = description?.slice(0, 400).split(/\s+/, titleWords).join(' ') ?? null
  const repeatsBrand = brand !== null && model?.toLowerCase().startsWith(brand.toLowerCase())
  const parts = [repeatsBrand ? null : brand, model, first].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}

function namedAttribute(attributes: Map<string, string>, name: string): string | null {
  for (const [key, value] of attributes) if (key.toLowerCase() === name) return realText(value)
  return null
}

function locationOf(location: unknown, fields: Fields): string | null {
  if (isRecord(location)) {
    return text(location.name) ?? joined([location.city, location.state ?? location.region, location.country])
  }
  const region = stateWord(fields.region) === null ? fields.region : null
  return realText(location) ?? joined([fields.city, region, postalCode(fields.postalCode), fields.country])
}

/** Spreadsheets and data frames make "94110.0" of a code. */
function postalCode(value: unknown): string | null {
  // An apostrophe keeps a spreadsheet from reading a number.
  return (
    realText(value)
      ?.replace(/^['’](?=\d)/, '')
      .replace(/^(\d{3,6})\.0+$/, '$1') ?? null
  )
}

function joined(parts: unknown[]): string | null {
  const texts = parts.flatMap((part) => realText(part) ?? [])
  return texts.length === 0 ? null : texts.join(', ')
}

function coordinatesOf(fields: Fields): Pick<SeenListing, 'lat' | 'lon'> {
  const place = isRecord(fields.location) ? fields.location : {}
  const lat = decimal(fields.lat ?? place.lat ?? place.latitude)
  const lon = decimal(fields.lon ?? place.lon ?? place.lng ?? place.longitude)
  const usable = lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  return usable ? { lat, lon } : {}
}

function decimal(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' && /^\s*[+-]?\d{1,3}(?:\.\d{1,20})?\s*$/.test(value) ? Number(value) : null
}

function countOf(value: unknown): number | null {
  const written = text(value)
  return written !== null && /^\d{1,9}$/.test(written) ? Number(written) : null
}

function isoOf(value: unknown): string | null {
  const period = parsePeriod(value)
  return period === null ? null : new Date(period.endMs).toISOString()
}

const buyingFormats = ['fixed-price', 'auction', 'best-offer', 'classified'] as const

function buyingFormatOf(value: unknown): NonNullable<SeenListing['buyingFormat']> | null {
  const written = text(value)?.toLowerCase().replace(/[_ ]/g, '-')
  return buyingFormats.find((format) => format === written) ?? null
}

function stateWord(value: unknown): ListingState | null {
  const written = text(value)
  return written === null ? null : stockOf(written)
}

/** A column "state" may hold the listing's state as well as Ohio. */
function stateOf(fields: Fields): ListingState | null {
  const stated = stateWord(fields.status) ?? stateWord(fields.region)
  return stated ?? (/^(?:true|yes|y|1|sold)$/i.test(text(fields.sold) ?? '') ? 'sold' : null)
}

function basisOf(fields: Fields, state: ListingState | null, posted: string | null): PriceBasis | null {
  const written = text(fields.basis)?.toLowerCase()
  if (written === 'sold' || written === 'asking') return written
  const sold = saysPrice(fields.soldPrice) || state === 'sold' || (posted !== null && /^sold\b/i.test(posted))
  return sold ? 'sold' : null
}

/** A list, or one cell that holds several addresses apart by spaces, bars, semicolons or commas. */
function imagesOf(value: unknown): string[] | null {
  const items = Array.isArray(value) ? value : imageTexts(text(value))
  const urls = items.slice(0, 100).flatMap((item) => {
    const address = isRecord(item) ? (item.url ?? item.imageUrl ?? item.src ?? item.uri) : item
    const link = webLink(text(address))
    return link === null ? [] : [link]
  })
  return urls.length === 0 ? null : urls
}

function imageTexts(cell: string | null): unknown[] {
  if (cell === null) return []
  if (cell.startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(cell)
      if (Array.isArray(parsed)) return parsed
    } catch {
      // Not JSON: Python's way of writing lists is split below.
    }
  }
  return cell.slice(0, 100_000).split(/[\s|;'"[\]]+|,\s*(?=https?:)/)
}
