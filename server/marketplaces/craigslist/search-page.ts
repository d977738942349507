import type { CheerioAPI } from 'cheerio/slim'
import type { SeenListing } from '../../model/listing-schema.ts'
import type { SearchPage } from '../contract.ts'
import { type Elements, isClosed } from '../html-page.ts'
import { asArray, asRecord, checkedListing, clean, coordinates, imageAddresses, tryJson } from '../reading.ts'
import { areaCurrency } from './areas.ts'
import { categoryName, isSection } from './categories.ts'
import { areaInAddress, postingLink, priceFields, sameTitleKey } from './reading.ts'

/** The static page never shows more rows than about 360 and has no second page. */
const completeBelow = 300

const listSelector = 'ol.cl-static-search-results'
const rowSelector = 'li.cl-static-search-result'

export function isSearchPage($: CheerioAPI): boolean {
  return $(listSelector).length > 0
}

/**
 * Reads the static result page of either layout. `empty` needs the list itself, whole and without rows, on a page
 * that names its site; rows that cannot be read are told in `rejected`.
 */
export function readSearchPage($: CheerioAPI, text: string, base: string): SearchPage {
  const list = $(listSelector).first()
  const facts = pageFacts($)
  const extras = readExtras($)
  const children = list.children('li').not('.cl-static-hub-links')
  const rows = children.filter(rowSelector)
  const found = new Map<string, SeenListing>()
  const rejected: { row: number; reason: string }[] = []
  const keys = rows.toArray().map((row) => sameTitleKey(rowTitle($(row))))
  const extraOfRow = align(extras, keys)
  rows.each((index, row) => {
    const read = readRow($(row), base, facts, extraOfRow[index])
    if ('reason' in read) rejected.push({ row: index, reason: read.reason })
    // The same posting may stand once in the area and once among the results nearby.
    else if (!found.has(read.listing.externalId)) found.set(read.listing.externalId, read.listing)
  })
  const page = {
    listings: [...found.values()],
    next: null,
    complete: false,
    ...(rejected.length > 0 && { rejected }),
  }
  const drift = (reason: string): SearchPage => ({ ...page, listings: [], outcome: 'parse-drift', reason })
  if (!isClosed(list, text, 'ol')) return drift('The result page was cut off before the end of its list.')
  if ($(rowSelector).length !== rows.length) return drift('Some results stand outside the list of results.')
  if (rejected.length * 2 > rows.length)
    return drift(`${rejected.length} of ${rows.length} results could not be read: ${rejected[0]!.reason}`)
  if (rows.length > 0)
    return { ...page, outcome: 'ok', complete: rows.length < completeBelow && rejected.length === 0 }
  // A page that the parser could not take apart still shows its rows in the text.
  if (children.length > 0 || text.includes('class="cl-static-search-result"'))
    return drift('The results have a form that we do not know.')
  if (extras.length > 0) return drift('The page lists nothing, but describes results.')
  if (!namesItself($)) return drift('The page has an empty list, but does not look like Craigslist.')
  return { ...page, outcome: 'empty', complete: true }
}

/** Proof that this is the site's own search page and not a stranger's or a maintenance page. */
function namesItself($: CheerioAPI): boolean {
  const site = $('meta[property="og:site_name"]').attr('content') ?? ''
  if (site.trim().toLowerCase() === 'craigslist' || $('script#ld_searchpage_data').length > 0) return true
  if (/- craigslist\s*$/i.test($('title').first().text())) return true
  const body = clean($('body').clone().find('script,style').remove().end().text())
  return /\b(?:nothing found|no results|zero local results)\b/i.test(body.slice(0, 5000))
}

interface PageFacts {
  currency?: string
  siteCategory?: string
}

/** What the page says once for all of its rows. */
function pageFacts($: CheerioAPI): PageFacts {
  const address = pageAddress($)
  const crumbs = asArray(
    asRecord(asRecord(tryJson($('script#ld_searchpage_data').first().text())).breadcrumb).itemListElement,
  ).map(asRecord)
  const area = [address, ...crumbs.map((crumb) => crumb.item)]
    .map((value) => (typeof value === 'string' ? areaInAddress(value) : undefined))
    .find((host) => host !== undefined)
  const currency = areaCurrency(area)
  const code = address && URL.canParse(address) ? new URL(address).searchParams.get('cat') : null
  const siteCategory = code && !isSection(code) ? categoryName(code) : undefined
  return { ...(currency !== undefined && { currency }), ...(siteCategory !== undefined && { siteCategory }) }
}

/** The page's own name for itself, absent from trimmed copies. */
export function pageAddress($: CheerioAPI): string | undefined {
  return $('link[rel="canonical"]').attr('href') ?? $('meta[property="og:url"]').attr('content')
}

function rowTitle(row: Elements): string {
  return clean(row.find('.title').first().text()) || clean(row.attr('title'))
}

function readRow(
  row: Elements,
  base: string,
  facts: PageFacts,
  extra: Extra | undefined,
): { listing: SeenListing } | { reason: string } {
  const title = rowTitle(row)
  const href = row.find('a[href]').first().attr('href')
  const link = postingLink(href, base)
  if (!href) return { reason: 'no link' }
  if (!link) return { reason: 'the link is not that of a posting' }
  if (title === '') return { reason: 'no title' }
  const location = clean(row.find('.location').first().text())
  const siteCategory = (link.category && categoryName(link.category)) ?? facts.siteCategory
  const price = priceFields(
    clean(row.find('.price').first().text()),
    extra?.currency ?? facts.currency ?? areaCurrency(areaInAddress(link.url)),
  )
  return checkedListing({
    externalId: link.externalId,
    title,
    url: link.url,
    ...price,
    ...(location !== '' && { location }),
    ...(siteCategory && { siteCategory }),
    ...extra?.coordinates,
    ...(extra && extra.imageUrls.length > 0 && { imageUrls: extra.imageUrls }),
    buyingFormat: 'classified',
  })
}

/** What JSON-LD adds to a row. */
interface Extra {
  key: string
  currency?: string
  coordinates?: { lat: number; lon: number }
  imageUrls: string[]
}

/** Items of the page's JSON-LD in their order; none when it is missing or broken. */
function readExtras($: CheerioAPI): Extra[] {
  const data = asRecord(tryJson($('script#ld_searchpage_results').first().text()))
  return asArray(data.itemListElement).map((element) => {
    const item = asRecord(asRecord(element).item)
    const offer = asRecord(item.offers)
    const geo = asRecord(asRecord(offer.availableAtOrFrom).geo)
    const place = coordinates(geo.latitude ?? item.latitude, geo.longitude ?? item.longitude)
    const currency = offer.priceCurrency
    return {
      key: typeof item.name === 'string' ? sameTitleKey(item.name) : '',
      ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && { currency }),
      ...(place && { coordinates: place }),
      imageUrls: imageAddresses(asArray(item.image), 'https://images.craigslist.org/'),
    }
  })
}

/**
 * The item for each row. The list may be shorter than the rows, with no telling which are missing, so an item is
 * used only under a title that both sides have once, unless the two lists agree title by title.
 */
function align(extras: Extra[], keys: string[]): (Extra | undefined)[] {
  if (extras.length === keys.length && keys.every((key, i) => key === extras[i]!.key)) return extras
  const rowsWith = Map.groupBy(keys, (key) => key)
  const extrasWith = Map.groupBy(extras, (extra) => extra.key)
  return keys.map((key) => {
    const same = extrasWith.get(key)
    return key !== '' && same?.length === 1 && rowsWith.get(key)?.length === 1 ? same[0] : undefined
  })
}
