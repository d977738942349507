import { minorDigits } from '../../core/money.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import type { SearchPage } from '../contract.ts'
import { descriptionMax, loadPage } from '../html-page.ts'
import { readHtml } from '../html-text.ts'
import { asArray, asRecord, checkedListing, clean, coordinates, isoOfEpoch } from '../reading.ts'
import { areaCurrency } from './areas.ts'
import { categoryName, isSection, splitSeller } from './categories.ts'
import { factValue, imageOfId, postingLink, priceFields } from './reading.ts'

type Json = Record<string, unknown>
type Row = { listing: SeenListing } | { reason: string }

/** Reads an answer of the site's JSON interface (as saved from a browser): a search, a batch of rows or a posting. */
export function readAnswer(answer: unknown): SearchPage {
  const envelope = asRecord(answer)
  const data = asRecord(envelope.data)
  const error = asRecord(asArray(envelope.errors)[0]).message
  if (typeof error === 'string') return refusal(error)
  if (Array.isArray(data.items)) return readFull(data, data.items)
  if (Array.isArray(data.batch)) {
    const rows = data.batch.map((item) => readBatchRow(asArray(item), data))
    return pageOf(rows, undefined)
  }
  if ('postingId' in data || 'postingUuid' in data) return pageOf([readPosting(data)], undefined)
  return drift('The answer is none that we know of Craigslist.')
}

function refusal(message: string): SearchPage {
  const reason = `Craigslist answered: ${clean(message).slice(0, 200)}`
  return { ...drift(reason), ...(/block|forbidden|denied/i.test(message) && { outcome: 'blocked' }) }
}

function drift(reason: string): SearchPage {
  return { outcome: 'parse-drift', listings: [], next: null, complete: false, reason }
}

/** `total` where the answer tells how many results there are. */
function pageOf(rows: Row[], total: number | undefined): SearchPage {
  const found = new Map<string, SeenListing>()
  const rejected: { row: number; reason: string }[] = []
  for (const [row, read] of rows.entries()) {
    if ('reason' in read) rejected.push({ row, reason: read.reason })
    else if (!found.has(read.listing.externalId)) found.set(read.listing.externalId, read.listing)
  }
  const page = { listings: [...found.values()], next: null, ...(rejected.length > 0 && { rejected }) }
  if (rows.length === 0) return drift('The answer has no rows.')
  if (rejected.length * 2 > rows.length) {
    const reason = `${rejected.length} of ${rows.length} results could not be read: ${rejected[0]!.reason}`
    return { ...page, outcome: 'parse-drift', complete: false, reason }
  }
  const complete = total !== undefined && rejected.length === 0 && rows.length >= total
  return { ...page, outcome: 'ok', complete }
}

function readFull(data: Json, items: unknown[]): SearchPage {
  const total = typeof data.totalResultCount === 'number' ? data.totalResultCount : undefined
  if (items.length === 0)
    return total === 0
      ? { outcome: 'empty', listings: [], next: null, complete: true }
      : drift('The answer has no rows, but does not say that there are none.')
  return pageOf(
    items.map((item) => readFullRow(asArray(item), data)),
    total,
  )
}

/** Tagged facts of a row: the first number of each inner list is its tag. */
function tagged(item: unknown[]): Map<number, unknown[]> {
  const facts = new Map<number, unknown[]>()
  for (const part of item)
    if (Array.isArray(part) && typeof part[0] === 'number' && !facts.has(part[0]))
      facts.set(part[0], part.slice(1))
  return facts
}

const tag = { images: 4, slug: 6, odometer: 9, price: 10, token: 13 } as const

/**
 * One row of `search/full`: [id − minPostingId, time − minPostedDate, categoryId, price (−1 for none),
 * "loc:desc[:hood]~lat~lon" into the decode tables, size of the picture, …tagged facts, title].
 */
function readFullRow(item: unknown[], data: Json): Row {
  const decode = asRecord(data.decode)
  const facts = tagged(item)
  const title = item.slice(6).findLast((part) => typeof part === 'string')
  const place = readWhere(item[4], decode)
  const currency = place.currency ?? currencyOf(data)
  const price = typeof item[3] === 'number' ? amount(item[3], currency) : textPrice(facts, currency)
  return rowListing({
    title,
    facts,
    id: sum(decode.minPostingId, item[0]),
    postedAt: isoOfEpoch(sum(decode.minPostedDate, item[1])),
    images: asArray(facts.get(tag.images)),
    more: { ...price, ...place.fields, ...searchedCategory(data) },
  })
}

/** One row of `search/batch`: [id − minPostingId, title, [images], …tagged facts]: no place, no time. */
function readBatchRow(item: unknown[], data: Json): Row {
  const facts = tagged(item)
  return rowListing({
    title: item[1],
    facts,
    id: sum(data.minPostingId, item[0]),
    postedAt: undefined,
    images: asArray(item[2]),
    more: textPrice(facts, currencyOf(data)),
  })
}

interface RowParts {
  title: unknown
  facts: Map<number, unknown[]>
  id: number | undefined
  postedAt: string | undefined
  images: unknown[]
  more: Partial<SeenListing>
}

function rowListing({ title, facts, id, postedAt, images, more }: RowParts): Row {
  const slug = facts.get(tag.slug)?.[0]
  const token = facts.get(tag.token)?.[0]
  const odometer = facts.get(tag.odometer)?.[0]
  const link = postingLink(
    `https://www.craigslist.org/view/d/${slug || '-'}/${token}`,
    'https://www.craigslist.org/',
  )
  if (typeof token !== 'string' || !link) return { reason: 'no token' }
  if (typeof title !== 'string' || clean(title) === '') return { reason: 'no title' }
  const imageUrls = images.map(imageOfId).filter((url) => url !== undefined)
  return checkedListing({
    externalId: link.externalId,
    title: clean(title),
    url: link.url,
    ...more,
    ...(postedAt !== undefined && { postedAt }),
    imageUrls: imageUrls.slice(0, 100),
    buyingFormat: 'classified',
    attributes: {
      ...(typeof odometer === 'number' && { odometer: String(odometer) }),
      ...(id !== undefined && { 'post id': String(id) }),
    },
  })
}

function sum(base: unknown, offset: unknown): number | undefined {
  const value = typeof base === 'number' && typeof offset === 'number' ? base + offset : undefined
  return Number.isSafeInteger(value) ? value : undefined
}

/** Whole units of the area's currency; negative for "no price". */
function amount(units: number, currency: string | undefined): Pick<SeenListing, 'priceCents' | 'currency'> {
  if (units < 0) return { priceCents: null }
  const priceCents = Math.round(units * 10 ** minorDigits(currency ?? null))
  return { priceCents, ...(currency !== undefined && { currency }) }
}

function textPrice(facts: Map<number, unknown[]>, currency: string | undefined) {
  const text = facts.get(tag.price)?.[0]
  return priceFields(typeof text === 'string' ? text : undefined, currency)
}

function currencyOf(data: Json): string | undefined {
  const named = asRecord(Object.values(asRecord(data.areas))[0]).currency
  return typeof named === 'string' && /^[A-Z]{3}$/.test(named) ? named : undefined
}

function readWhere(text: unknown, decode: Json): { fields: Partial<SeenListing>; currency?: string } {
  const [keys = '', lat, lon] = typeof text === 'string' ? text.split('~') : []
  const [location, description, neighborhood] = keys.split(':').map(Number)
  const named = [
    asArray(decode.neighborhoods)[neighborhood ?? -1],
    asArray(decode.locationDescriptions)[description ?? -1],
  ].find((name) => typeof name === 'string' && clean(name) !== '')
  const host = asArray(asArray(decode.locations)[location ?? -1])[1]
  const currency = areaCurrency(typeof host === 'string' ? host : undefined)
  return {
    fields: {
      ...(typeof named === 'string' && { location: clean(named).slice(0, 300) }),
      ...coordinates(lat, lon),
    },
    ...(currency !== undefined && { currency }),
  }
}

function searchedCategory(data: Json): Pick<SeenListing, 'siteCategory'> {
  const code = data.categoryAbbr
  const name = typeof code === 'string' && !isSection(code) ? categoryName(code) : undefined
  return name === undefined ? {} : { siteCategory: name }
}

/** A whole posting (`postings/<token>`). */
function readPosting(data: Json): Row {
  const text = (value: unknown): string => (typeof value === 'string' ? clean(value) : '')
  const where = asRecord(data.location)
  const token = text(data.postingUuid)
  const link = postingLink(text(data.url), 'https://www.craigslist.org/')
  const externalId = token || link?.externalId
  if (!externalId || !link) return { reason: 'no address' }
  if (text(data.title) === '') return { reason: 'no title' }
  const currency = areaCurrency(text(where.hostname))
  const price =
    typeof data.price === 'number'
      ? amount(data.price, currency)
      : priceFields(text(data.priceString), currency)
  const category = text(data.category) === '' ? undefined : splitSeller(text(data.category).slice(0, 200))
  const location =
    text(where.neighborhood) || text(where.description) || text(where.subArea) || text(where.area)
  const attributes = readAttributes(asArray(data.attributes))
  const description = typeof data.body === 'string' ? bodyText(data.body) : ''
  const postedAt = isoOfEpoch(data.postedDate)
  const updated = isoOfEpoch(data.updatedDate)
  return checkedListing({
    externalId,
    title: text(data.title),
    url: link.url,
    ...price,
    ...(description !== '' && { description }),
    ...(attributes.condition !== undefined && { condition: attributes.condition }),
    ...(category && { siteCategory: category.name }),
    ...(attributes['make / manufacturer'] !== undefined && { brand: attributes['make / manufacturer'] }),
    ...(location !== '' && { location: location.slice(0, 300) }),
    ...coordinates(where.lat, where.lon),
    ...(postedAt !== undefined && { postedAt }),
    imageUrls: asArray(data.images)
      .map(imageOfId)
      .filter((url) => url !== undefined)
      .slice(0, 100),
    buyingFormat: 'classified',
    state: 'active',
    ...(typeof data.repostOf === 'number' && data.repostOf > 0 && { repostOf: String(data.repostOf) }),
    attributes: {
      ...attributes,
      ...(category?.seller !== undefined && { 'for sale by': category.seller }),
      ...(updated !== undefined && updated !== postedAt && { updated }),
      ...(typeof data.postingId === 'number' && { 'post id': String(data.postingId) }),
    },
  })
}

function bodyText(html: string): string {
  // Loading tells whether the text is nested beyond what may be read at all.
  return loadPage(html) ? readHtml(html, descriptionMax).text : ''
}

function readAttributes(list: unknown[]): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const { label, value } of list.slice(0, 50).map(asRecord)) {
    const name = typeof label === 'string' ? clean(label).slice(0, 100) : ''
    if (name === '' || name === '__proto__' || (typeof value !== 'string' && typeof value !== 'number'))
      continue
    attributes[name] = factValue(name, clean(String(value)))
  }
  return attributes
}
