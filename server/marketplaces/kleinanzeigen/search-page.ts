import type { CheerioAPI } from 'cheerio/slim'
import type { SearchPage } from '../contract.ts'
import { type Elements, isClosed } from '../html-page.ts'
import { gatherRows, type RowReading } from '../page-rows.ts'
import { asRecord, checkedListing, clean, imageAddresses, tryJson } from '../reading.ts'
import { categoryName } from './categories.ts'
import { berlinDates } from './dates.ts'
import { adLink, home } from './link.ts'
import { isNegotiable, priceOf } from './price.ts'

export const rowsPerPage = 25
/** Beyond it the site shows this page again and calls it by the number that was asked for. */
export const pagesMax = 50

/** The list of results; that of ads "in der Umgebung", which answer another search, has another name. */
const listSelector = '#srchrslt-adtable'
const summarySelector = '#srp-breadcrumb-summary, .breadcrump-summary'
const noResultsSelector = `${summarySelector}, .outcomemessage-warning, #saved-search-empty-result`

export function isSearchPage($: CheerioAPI): boolean {
  return $(`${listSelector}, ${summarySelector}, #saved-search-empty-result`).length > 0
}

export interface PageFacts {
  /** When the page was made. */
  nowMs?: number
  /** The number of the page that was asked for. */
  page?: number
  /** Where the page came from. */
  base?: string
}

/**
 * Reads a page of results in either of the site's layouts. `empty` needs the site's own words for it; ads for things that
 * are looked for ("Gesuch") and rows that cannot be read are told in `rejected`.
 */
export function readSearchPage($: CheerioAPI, text: string, facts: PageFacts): SearchPage {
  const list = $(listSelector).first()
  const rows = list.find('article[data-adid]').toArray()
  const isWhole = isClosed(list, text, 'ul')
  const dateOf = berlinDates(facts.nowMs)
  const { page, unread, leftOut, drifted, drift } = gatherRows(rows, (element) => {
    const row = $(element)
    // The last row of a page that was cut off may lack its price without saying so.
    return isClosed(row, text, 'article')
      ? readRow($, row, facts.base ?? home, dateOf)
      : { reason: 'the page was cut off in this row' }
  })
  if (drifted) return drifted
  const range = rangeOf($)
  if (page.listings.length > 0) {
    const isAll =
      isWhole && unread === 0 && range?.from === 1 && range.to === range.total && rows.length >= range.total
    return { ...page, outcome: 'ok', complete: isAll, next: isWhole ? nextPage(range, facts.page) : null }
  }
  if (leftOut > 0 && isWhole)
    return { ...page, outcome: 'empty', reason: 'The page lists only things that people look for.' }
  const saysNone = $(noResultsSelector)
    .toArray()
    .some((element) => /es wurden (?:leider )?keine ergebnisse/i.test(clean($(element).text())))
  if (saysNone && rows.length === 0) return { ...page, outcome: 'empty', complete: true }
  if (range !== null) return drift('The page says how many ads there are, but lists none that we can read.')
  return drift('The page has neither ads nor the site’s words for “nothing found”.')
}

/** `1 - 25 von 1.261`: which of how many the page shows. */
function rangeOf($: CheerioAPI): { from: number; to: number; total: number } | null {
  for (const element of $(summarySelector).toArray()) {
    const match = /^(\d[\d.]{0,9}) ?- ?(\d[\d.]{0,9}) von (\d[\d.]{0,12})(?: |$)/.exec(
      clean($(element).text()),
    )
    if (!match) continue
    const [from, to, total] = match.slice(1).map((figures) => Number(figures.replaceAll('.', '')))
    return { from: from!, to: to!, total: total! }
  }
  return null
}

/** Null at the end, at the last page that the site shows truly, and where it shows another one than was asked for. */
function nextPage(range: ReturnType<typeof rangeOf>, asked: number | undefined): string | null {
  if (range === null || range.to >= range.total) return null
  const shown = Math.floor((range.from - 1) / rowsPerPage) + 1
  if ((asked !== undefined && shown !== asked) || shown >= pagesMax) return null
  return String(shown + 1)
}

const wantedReason = 'it is looked for (“Gesuch”), not offered'

function readRow(
  $: CheerioAPI,
  row: Elements,
  base: string,
  dateOf: (text: string) => string | undefined,
): RowReading {
  const id = row.attr('data-adid') ?? ''
  const link =
    adLink(row.attr('data-href'), base) ??
    adLink(row.find('a[href*="/s-anzeige/"]').first().attr('href'), base)
  if (!link) return { reason: 'it has no link to an ad' }
  if (link.externalId !== id) return { reason: 'its number is not that of its link' }
  const title = clean(row.find('h2, h3').first().text())
  if (title === '') return { reason: 'it has no title' }
  const tags = row
    .find('.simpletag, [data-dhl-promotion], .aditem-image--badges--badge')
    .toArray()
    .map((tag) => clean($(tag).text()))
  if (tags.includes('Gesuch')) return { leftOut: wantedReason }
  const image = asRecord(tryJson(row.find('script[type="application/ld+json"]').first().text()))
  const location = placeOf(row)
  const postedAt = dateOf(dateText(row))
  const description = descriptionOf(row, image)
  const siteCategory = categoryName(link.category)
  const images = imageAddresses([image.contentUrl, row.find('img').first().attr('src')], base)
  const price = priceText(row)
  const isPrivate = tags.includes('Von Privat')
  const isDealer = row.find('.aditem-main--middle--store, a[href^="/pro/"]').length > 0
  return checkedListing({
    externalId: id,
    title,
    url: link.url,
    ...(price !== undefined && priceOf(price)),
    // What it costs is said on the ad's own page.
    ...(tags.includes('Versand möglich') && { shippingCents: null }),
    ...(description !== '' && { description }),
    ...(siteCategory !== undefined && { siteCategory }),
    ...(location !== '' && { location }),
    ...(postedAt !== undefined && { postedAt }),
    imageUrls: images.slice(0, 1),
    buyingFormat: 'classified',
    ...(tags.includes('Reserviert') && { state: 'pending' }),
    attributes: {
      ...(price !== undefined && isNegotiable(price) && { price: 'VB' }),
      ...(tags.includes('Direkt kaufen') && { 'direkt kaufen': 'ja' }),
      ...((isPrivate || isDealer) && { 'for sale by': isPrivate ? 'owner' : 'dealer' }),
      ...(tags.includes('TOP') && { promoted: 'TOP' }),
    },
  })
}

/** The price now, without the one that it was; undefined where the row has no place for a price. */
function priceText(row: Elements): string | undefined {
  const named = row.find('.aditem-main--middle--price-shipping--price, .aditem-main--middle--price').first()
  const element =
    named.length > 0 ? named : row.find('p.text-title3.font-strong').not('.line-through').first()
  if (element.length === 0) return undefined
  const now = element.clone()
  now.find('.aditem-main--middle--price-shipping--old-price, .line-through, s, del').remove()
  return now.text()
}

/** "40235 Flingern Nord" of "40235 Flingern Nord (ca. 3 km)". */
function placeOf(row: Elements): string {
  const named = row.find('.aditem-main--top--left').first()
  const element = named.length > 0 ? named : row.find('svg[data-title="locationOutline"]').first().parent()
  return clean(element.text())
    .replace(/ ?\((?:ca\. ?)?[\d.,]{1,8} ?km\)$/, '')
    .slice(0, 300)
}

function dateText(row: Elements): string {
  const named = row.find('.aditem-main--top--right').first()
  return (named.length > 0 ? named : row.find('svg[data-title="calendarOutline"]').first().parent()).text()
}

/** The beginning of the ad's text: what describes its picture has more of it than the row shows. */
function descriptionOf(row: Elements, image: Record<string, unknown>): string {
  if (typeof image.description === 'string') return image.description.trim().slice(0, 5000)
  const named = row.find('.aditem-main--middle--description').first()
  return clean((named.length > 0 ? named : row.find('h3').first().next('p')).text())
}
