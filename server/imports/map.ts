import { createHash } from 'node:crypto'
import { minorDigits, parsePrice, toMinorUnits } from '../core/money.ts'
import { sellerKey } from '../core/seller-key.ts'
import { stockOf } from '../core/stock-words.ts'
import type { ListingState, PriceBasis, SeenListing } from '../model/listing-schema.ts'
import { columnOf, type Field, isCurrency } from './columns.ts'
import { parsePeriod } from './dates.ts'

export interface MapDefaults {
  /** For rows that name no source; a marketplace id. */
  source?: string
  /** ISO 4217, for rows whose price names no currency. */
  currency?: string
}

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

type Fields = Partial<Record<Field, unknown>>

interface Reading {
  fields: Fields
  attributes: Map<string, string>
  headerCurrency: string | null
  problems: string[]
  notes: string[]
}

const centsMax = 1e13

/**
 * A row of an import file as a sighting. Names of columns are matched loosely (see columns.ts); what no column is
 * known for goes to the attributes. A row is refused only when it has no id, title, source or usable price that it
 * claims to have; everything else unreadable is left out. Never throws.
 */
export function toSeenListing(value: Record<string, unknown>, defaults: MapDefaults): Mapped {
  const reading = readColumns(value)
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

function readColumns(value: Record<string, unknown>): Reading {
  const reading: Reading = {
    fields: {},
    attributes: new Map(),
    headerCurrency: null,
    problems: [],
    notes: [],
  }
  const ranks: Partial<Record<Field, number>> = {}
  for (const name of Object.keys(value)) {
    const cell = value[name]
    if (isEmpty(cell)) continue
    const column = columnOf(name)
    if (column === null) {
      addAttribute(reading.attributes, name, cell)
      continue
    }
    const { field, rank, currency } = column
    if (field === 'soldPrice' && isFiller(cell)) continue
    const before = ranks[field]
    if (before !== undefined && before >= rank) {
      addAttribute(reading.attributes, name, cell)
      continue
    }
    ranks[field] = rank
    reading.fields[field] = cell
    if (currency !== undefined) reading.headerCurrency = currency
  }
  const { extra } = reading.fields
  addSeller(reading)
  if (isRecord(extra))
    for (const name of Object.keys(extra)) addAttribute(reading.attributes, name, extra[name])
  return reading
}

const attributesMax = 60

function addAttribute(attributes: Map<string, string>, name: string, cell: unknown): void {
  if (attributes.size >= attributesMax || isEmpty(cell)) return
  const plain = listText(cell, ', ')
  if (plain !== null) attributes.set(name.slice(0, 80), plain.slice(0, 500))
}

/** The key is what rules that name sellers look for. */
function addSeller({ fields, attributes }: Reading): void {
  const name = realText(fields.seller)
  const key = name === null ? null : sellerKey(name)
  addAttribute(attributes, 'seller', name)
  addAttribute(attributes, 'sellerKey', key)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** A scalar as text; null for nothing, lists and objects. */
function text(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : null
}

function listText(value: unknown, separator: string): string | null {
  if (!Array.isArray(value)) return text(value)
  const parts = value.slice(0, 50).flatMap((item) => text(item) ?? [])
  return parts.length === 0 ? null : parts.join(separator)
}

/** What exports write for "nothing". */
const fillers: ReadonlySet<string> = new Set(
  'unknown nan none null n/a na n.a. #n/a - -- – — ? nil undefined unbranded|does not apply|not specified'
    .split('|')
    .flatMap((part, i) => (i === 0 ? part.split(' ') : part)),
)

/** Nothing, or what stands where nothing was sold: a row is sold by a price, not by having the column. */
function isFiller(value: unknown): boolean {
  const plain = text(value)
  return plain !== null && (fillers.has(plain.toLowerCase()) || /^[^\d-]*0+(?:[.,]0+)?\D*$/.test(plain))
}

function realText(value: unknown): string | null {
  const plain = text(value)
  return plain === null || fillers.has(plain.toLowerCase()) ? null : plain
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

function webLink(value: string | null): string | null {
  if (value === null || value.length > 4000) return null
  const link = /^www\./i.test(value) ? `https://${value}` : value
  return /^https?:\/\/\S+$/i.test(link) && URL.canParse(link) ? link : null
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

const currencySigns = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
])

/** The row's own currency; "EUR?" is EUR with a note. undefined = none named; null = unreadable. */
function currencyOf({ fields, headerCurrency, notes }: Reading): string | null | undefined {
  const written = text(fields.currency)
  if (written === null) return headerCurrency ?? undefined
  const sign = currencySigns.get(written.toUpperCase())
  if (sign !== undefined) return sign
  const doubtful = written.endsWith('?')
  const code = (doubtful ? written.slice(0, -1) : written).trim().toUpperCase()
  if (!isCurrency(code)) return null
  if (doubtful) notes.push(`currency: "${written}" was read as ${code}`)
  return code
}

const noPrice =
  /^(?:n\/?a|none|null|-+|\?|contact.{0,40}|call.{0,40}|ask.{0,40}|p\.?o\.?a\.?|price on (?:request|application)|best offer|make (?:an )?offer|obo|o\.b\.o\.?|vb|auf anfrage)$/i

type Price = Pick<SeenListing, 'priceCents' | 'currency'>

function priceOf(reading: Reading, defaults: MapDefaults): Price {
  const { fields, problems, notes } = reading
  const own = currencyOf(reading)
  if (own === null) problems.push(`currency: "${short(fields.currency)}" is not an ISO 4217 code such as USD`)
  const hint = own ?? defaults.currency
  if (fields.priceCents !== undefined) {
    const cents = toCents(fields.priceCents)
    if (cents === null)
      problems.push(`priceCents: ${short(fields.priceCents)} is not a whole number from 0 to 1e13`)
    return cents === null ? {} : { priceCents: cents, ...currencyFor(cents, hint, problems) }
  }
  const given = statedPrice(fields)
  if (given === undefined) return hint === undefined ? {} : { currency: hint }
  const [amount, amountCurrency] = isRecord(given) ? amountOf(given) : [given, null]
  const written = text(amount)
  if (written === null || noPrice.test(written.slice(0, 60))) {
    return { priceCents: null, ...(hint !== undefined && { currency: hint }) }
  }
  const parsed =
    typeof amount === 'number'
      ? numberPrice(amount, amountCurrency ?? hint)
      : parsePrice(written.slice(0, 200), amountCurrency ?? hint)
  if (parsed === null) {
    problems.push(`price: "${short(written)}" is not a price from 0 to 1e13 cents`)
    return {}
  }
  const currency = parsed.currency ?? amountCurrency ?? hint
  if (own && currency !== own)
    notes.push(`currency: the price "${short(written)}" was read as ${currency}, not ${own}`)
  return { priceCents: parsed.priceCents, ...currencyFor(parsed.priceCents, currency, problems) }
}

/** An amount without a currency cannot be compared with anything; nothing is given away in any currency. */
function currencyFor(
  cents: number,
  currency: string | undefined,
  problems: string[],
): Pick<SeenListing, 'currency'> {
  if (currency !== undefined) return { currency }
  if (cents > 0 && !problems.some((problem) => problem.startsWith('currency:'))) {
    problems.push('currency: missing; add a column "currency" or name one for the whole file')
  }
  return {}
}

/**
 * Of several columns the one that counts: what it was sold for, what it costs now, what it is listed at. A filler or a
 * zero ("N/A", "-", "0.00") in the first two says that there is no such price.
 */
function statedPrice(fields: Fields): unknown {
  if (saysPrice(fields.soldPrice)) return fields.soldPrice
  if (fields.price === undefined || saysPrice(fields.salePrice)) return fields.salePrice ?? fields.price
  return fields.price
}

function saysPrice(value: unknown): boolean {
  if (isRecord(value)) return saysPrice(amountOf(value)[0])
  const written = realText(value)
  return written !== null && !noPrice.test(written.slice(0, 60)) && /[^\P{Nd}0]/u.test(written.slice(0, 200))
}

const currencyKeys = [
  'currency',
  'currencyCode',
  'currency_code',
  'currencyId',
  'currency_id',
  'priceCurrency',
  'currency_iso',
]
const minorKeys = [
  'amountCents',
  'amount_cents',
  'minorUnits',
  'minor_units',
  'amountMinor',
  'amount_minor',
  'centAmount',
]
const majorKeys = ['value', 'amount', 'price', 'convertedFromValue', 'display', 'formatted', 'text']

/**
 * Money as objects of other sites: `{ value | amount, currency }`, `{ amount, divisor, currency_code }`,
 * `{ centAmount, fractionDigits }`, `{ amount_cents }`.
 */
function amountOf(given: Record<string, unknown>): [unknown, string | null] {
  const code = firstOf(given, currencyKeys)
  const written = text(isRecord(code) ? code.code : code)?.toUpperCase() ?? null
  const currency = written !== null && isCurrency(written) ? written : null
  const major = firstOf(given, majorKeys)
  const minor = firstOf(given, minorKeys) ?? (major === undefined ? given.cents : undefined)
  if (minor !== undefined) {
    const fraction = text(given.fractionDigits ?? given.fraction_digits ?? given.decimals)
    return [shifted(minor, fraction === null ? minorDigits(currency) : Number(fraction)), currency]
  }
  const nested = isRecord(major) ? amountOf(major) : null
  if (nested) return [nested[0], nested[1] ?? currency]
  const divisor = text(given.divisor)
  if (divisor !== null)
    return [/^10{0,4}$/.test(divisor) ? shifted(major, divisor.length - 1) : 'unreadable', currency]
  // Programs write decimals with a point and no thousands: "3.500" is three and a half.
  const decimalText = text(major)
  return [
    decimalText !== null && /^\d{1,12}\.\d{1,6}$/.test(decimalText) ? Number(decimalText) : major,
    currency,
  ]
}

function firstOf(given: Record<string, unknown>, keys: string[]): unknown {
  for (const key of keys) if (!isEmpty(given[key])) return given[key]
  return undefined
}

/** A whole number of the smallest units as a decimal; anything else is no such number. */
function shifted(value: unknown, digits: number): unknown {
  const written = text(value)
  if (
    written === null ||
    !/^\d{1,15}$/.test(written) ||
    !Number.isInteger(digits) ||
    digits < 0 ||
    digits > 4
  )
    return 'unreadable'
  if (digits === 0) return written
  const padded = written.padStart(digits + 1, '0')
  // Two decimals at least: "1.234" would be a thousand in a currency of hundredths.
  return Number(`${padded.slice(0, -digits)}.${padded.slice(-digits)}`)
}

function numberPrice(amount: number, currency: string | undefined): ReturnType<typeof parsePrice> {
  const priceCents = toMinorUnits(amount, currency ?? '')
  return priceCents === null ? null : { priceCents, currency: currency ?? null }
}

function toCents(value: unknown): number | null {
  const cents = typeof value === 'string' && /^\d{1,14}(?:\.0*)?$/.test(value.trim()) ? Number(value) : value
  return typeof cents === 'number' && Number.isSafeInteger(cents) && cents >= 0 && cents <= centsMax
    ? cents
    : null
}

function shippingOf(fields: Fields, currency: string | undefined): number | null {
  if (fields.shippingCents !== undefined) return toCents(fields.shippingCents)
  const written = text(fields.shipping)
  if (written === null || currency === undefined) return null
  const cents = typeof fields.shipping === 'number' ? toMinorUnits(fields.shipping, currency) : null
  return cents ?? parsePrice(written.slice(0, 100), currency)?.priceCents ?? null
}

function short(value: unknown): string {
  return (text(value) ?? JSON.stringify(value) ?? '').slice(0, 60).toWellFormed()
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
  return realText(value)?.replace(/^(\d{3,6})\.0+$/, '$1') ?? null
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
