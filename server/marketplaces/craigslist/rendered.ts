import type { CheerioAPI } from 'cheerio/slim'
import type { SeenListing } from '../../model/listing-schema.ts'
import { loadPage } from '../html-page.ts'
import { checkedListing, clean, imageAddresses, titleOf } from '../reading.ts'
import { areaCurrency } from './areas.ts'
import { areaInAddress, priceFields } from './reading.ts'

/** A capture may hold what long scrolling brought. */
const limits = { charactersMax: 9_000_000, tagsMax: 120_000 }
const cardsMax = 2000
/** The site nests what a card shows in four or five elements. */
const climbMax = 12
const cardClass = /(?:^|\s)cl-search-result(?:\s|$)/

type Element = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number]

/**
 * The cards of results that the site's own script draws in a browser: title, price and first picture. Which place and which
 * time a card names depends on its view, so these are left open.
 */
export function readShownCards(
  html: string,
  base: string,
  identify: (url: string) => { externalId: string; url: string } | null,
): SeenListing[] {
  const $ = html.includes('cl-search-result') ? loadPage(html, limits) : null
  if (!$) return []
  // Each part looks for its card, and not each card for its parts: those may be nested in one another without end.
  const prices = firstByCard($, '.priceinfo', (node) => clean($(node).text()).slice(0, 100))
  const pictures = firstByCard($, 'img[src]', (node) => imageAddresses([$(node).attr('src')], base)[0])
  const listings = new Map<string, SeenListing>()
  for (const node of $('a.posting-title[href]').toArray().slice(0, cardsMax)) {
    const card = cardOf(node)
    const url = card === null ? null : URL.parse($(node).attr('href') ?? '', base)
    const found = url === null ? null : identify(url.href)
    if (card === null || found === null || listings.has(found.externalId)) continue
    const picture = pictures.get(card)
    const currency = areaCurrency(areaInAddress(found.url) ?? areaInAddress(base))
    const read = checkedListing({
      ...found,
      title: titleOf(clean($(node).text())),
      ...(prices.has(card) && priceFields(prices.get(card), currency)),
      ...(picture !== undefined && { imageUrls: [picture] }),
    })
    if ('listing' in read) listings.set(found.externalId, read.listing)
  }
  return [...listings.values()]
}

function firstByCard<Value>(
  $: CheerioAPI,
  selector: string,
  read: (node: Element) => Value | undefined,
): Map<Element, Value> {
  const found = new Map<Element, Value>()
  for (const node of $(selector)
    .toArray()
    .slice(0, 10 * cardsMax)) {
    const card = cardOf(node)
    if (card === null || found.has(card)) continue
    const value = read(node)
    if (value !== undefined) found.set(card, value)
  }
  return found
}

function cardOf(node: Element): Element | null {
  let up: Element | null = node
  for (let level = 0; up && level <= climbMax; level++) {
    if ('attribs' in up && cardClass.test(up.attribs.class?.slice(0, 500) ?? '')) return up
    up = up.parent as Element | null
  }
  return null
}
