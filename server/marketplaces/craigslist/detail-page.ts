import type { CheerioAPI } from 'cheerio/slim'
import type { SeenListing } from '../../model/listing-schema.ts'
import { descriptionMax, type Elements, isClosed } from '../html-page.ts'
import { readHtml } from '../html-text.ts'
import { asArray, asRecord, checkedListing, clean, coordinates, imageAddresses, tryJson } from '../reading.ts'
import { bracketed } from '../script-json.ts'
import { areaCurrency } from './areas.ts'
import { splitSeller } from './categories.ts'
import { areaInAddress, factValue, isoTime, postingLink, priceFields } from './reading.ts'
import { pageAddress } from './search-page.ts'

export function isDetailPage($: CheerioAPI): boolean {
  return $('#titletextonly, #postingbody').length > 0
}

/**
 * Reads a posting in the old or the new markup. Its id is the one in its own address, which is what result pages
 * show; the number under the posting serves where the page does not name its address.
 */
export function readDetailPage(
  $: CheerioAPI,
  text: string,
  base: string,
  url?: string,
): { listing: SeenListing } | { reason: string } {
  const title = clean($('#titletextonly').first().text())
  if (title === '') return { reason: 'The posting has no title.' }
  if (!isClosed($('#postingbody').first(), text, 'section'))
    return { reason: 'The posting was cut off before the end of its text.' }
  const postingId = /post id:\s*(\d{6,12})/i.exec($('.postinginfo').text())?.[1]
  const address = pageAddress($)
  const link =
    postingLink(address, base) ??
    postingLink($('meta[property="og:url"]').attr('content'), base) ??
    postingLink(url, base)
  const externalId = link?.externalId ?? postingId
  // What the page says of itself leads anywhere; where it was asked for is known.
  const canonical = link?.url ?? url
  if (!externalId || !canonical || !URL.canParse(canonical, base))
    return { reason: 'The posting names neither its id nor its address.' }
  const data = asRecord(tryJson($('script#ld_posting_data').first().text()))
  const category = readCategory($)
  const attributes = readAttributes($)
  const times = readTimes($)
  const description = bodyText($('#postingbody').first())
  return checkedListing({
    externalId,
    title,
    url: new URL(canonical, base).href,
    ...priceFields(
      clean($('.postingtitletext .price, .postingtitle .price').first().text()),
      currencyOf($, data, address),
    ),
    ...(description !== '' && { description }),
    ...(attributes.condition !== undefined && { condition: attributes.condition }),
    ...(category.name !== undefined && { siteCategory: category.name }),
    ...(attributes['make / manufacturer'] !== undefined && { brand: attributes['make / manufacturer'] }),
    ...readLocation($),
    ...readPlace($, data),
    ...(times.posted !== undefined && { postedAt: times.posted }),
    imageUrls: readImages($, data, base),
    buyingFormat: 'classified',
    state: 'active',
    ...readRepost($),
    attributes: {
      ...attributes,
      ...(category.seller !== undefined && { 'for sale by': category.seller }),
      ...(times.updated !== undefined && { updated: times.updated }),
      ...(postingId !== undefined && { 'post id': postingId }),
    },
  })
}

function currencyOf(
  $: CheerioAPI,
  data: Record<string, unknown>,
  address: string | undefined,
): string | undefined {
  const named = asRecord(data.offers).priceCurrency
  if (typeof named === 'string' && /^[A-Z]{3}$/.test(named)) return named
  const home = $('a.header-logo').first().attr('href')
  const area = [address, ...breadcrumbs($).map((crumb) => crumb.address), home].map(areaInAddress)
  return areaCurrency(area.find((host) => host !== undefined))
}

interface Crumb {
  name: string
  address: string | undefined
}

/** Area, section, category, from JSON-LD (whose two versions nest differently), else from the visible path. */
function breadcrumbs($: CheerioAPI): Crumb[] {
  const data = asRecord(tryJson($('script#ld_breadcrumb_data').first().text()))
  const listed = asArray(data.itemListElement).map((element) => {
    const { name, item } = asRecord(element)
    const inner = asRecord(item)
    const address = typeof item === 'string' ? item : inner['@id']
    return {
      name: clean(typeof name === 'string' ? name : typeof inner.name === 'string' ? inner.name : ''),
      address: typeof address === 'string' ? address : undefined,
    }
  })
  if (listed.length > 0) return listed
  return $('ul.breadcrumbs .crumb a')
    .toArray()
    .map((link) => ({ name: clean($(link).text()), address: $(link).attr('href') }))
}

function readCategory($: CheerioAPI): { name?: string; seller?: string } {
  const visible = clean($('ul.breadcrumbs .crumb.category a').first().text())
  const name = visible || breadcrumbs($).findLast((crumb) => crumb.address?.includes('/search/'))?.name
  return name ? splitSeller(name.slice(0, 200)) : {}
}

/** Named facts by the site's names; facts without a name together under `features`. */
function readAttributes($: CheerioAPI): Record<string, string> {
  const attributes: Record<string, string> = {}
  const features: string[] = []
  const add = (name: string, value: string): void => {
    if (value === '') return
    const key = name.replace(/\s*:$/, '').slice(0, 100)
    if (key === '' || key === '__proto__') features.push(value.slice(0, 200))
    else if (!Object.hasOwn(attributes, key) && Object.keys(attributes).length < 50)
      attributes[key] = factValue(key, value)
  }
  for (const element of $('.attrgroup .attr').toArray()) readNewAttribute($(element), add)
  for (const element of $('p.attrgroup > span').toArray()) readOldAttribute($(element), add)
  if (features.length > 0) attributes.features = features.slice(0, 40).join('; ')
  return attributes
}

function readNewAttribute(attr: Elements, add: (name: string, value: string) => void): void {
  const year = clean(attr.find('.valu.year').first().text())
  const model = clean(attr.find('.valu.makemodel').first().text())
  if (year !== '' || model !== '') {
    add('year', year)
    add('make/model', model)
    return
  }
  const values = attr.find('.valu')
  add(clean(attr.find('.labl').first().text()), clean(values.length > 0 ? values.text() : attr.text()))
}

function readOldAttribute(span: Elements, add: (name: string, value: string) => void): void {
  if (span.hasClass('attr') || span.hasClass('otherpostings')) return
  const value = clean(span.find('b').first().text())
  const text = clean(span.text())
  const name = value !== '' && text.endsWith(value) ? text.slice(0, text.length - value.length).trim() : ''
  // The first fact of a vehicle stands alone: "1986 chevrolet k5 blazer".
  const vehicle = /^((?:19|20)\d\d) (.+)$/.exec(text)
  if (name === '' && vehicle) {
    add('year', vehicle[1]!)
    add('make/model', vehicle[2]!)
  } else add(name, value || text)
}

/** "(Wauwatosa)" behind the title is what result pages show; the head's place name is the next best. */
function readLocation($: CheerioAPI): { location?: string } {
  const behindTitle = clean($('#titletextonly').first().nextAll('span').last().text())
  const inBrackets = /^\((.{1,300})\)$/.exec(behindTitle)?.[1]
  const location = clean(inBrackets) || clean($('meta[name="geo.placename"]').attr('content'))
  return location === '' ? {} : { location: location.slice(0, 300) }
}

function readPlace($: CheerioAPI, data: Record<string, unknown>): { lat?: number; lon?: number } {
  const map = $('#map').first()
  const geo = asRecord(asRecord(asRecord(data.offers).availableAtOrFrom).geo)
  return (
    coordinates(map.attr('data-latitude'), map.attr('data-longitude')) ??
    coordinates(geo.latitude ?? data.latitude, geo.longitude ?? data.longitude) ??
    {}
  )
}

function readTimes($: CheerioAPI): { posted?: string; updated?: string } {
  const times: { posted?: string; updated?: string } = {}
  for (const element of $('.postinginfos .postinginfo, #display-date').toArray()) {
    const label = clean($(element).text()).toLowerCase()
    const time = isoTime($(element).find('time[datetime]').first().attr('datetime'))
    if (time === undefined) continue
    if (label.startsWith('updated')) times.updated ??= time
    else if (label.startsWith('posted')) times.posted ??= time
  }
  return times
}

/** The gallery's own list; else what JSON-LD names (the first few only); else the pictures on the page. */
function readImages($: CheerioAPI, data: Record<string, unknown>, base: string): string[] {
  const gallery = asArray(imageList($)).map((image) => asRecord(image).url)
  const named = Array.isArray(data.image) ? data.image : [data.image]
  const shown = $('figure.iw a.thumb, #thumbs a.thumb')
    .toArray()
    .map((link) => $(link).attr('href'))
  const pictures = $('figure.iw .slide img, figure.iw img')
    .toArray()
    .map((image) => $(image).attr('src'))
  for (const candidates of [gallery, shown, named, pictures]) {
    const addresses = imageAddresses(candidates, base)
    if (addresses.length > 0) return addresses
  }
  return []
}

/** The value of `var imgList = […]`, whose texts may themselves hold brackets. */
function imageList($: CheerioAPI): unknown {
  for (const element of $('script').toArray()) {
    const script = $(element).text()
    const start = /\bvar\s+imgList\s*=\s*\[/.exec(script)
    if (start) return tryJson(bracketed(script, start.index + start[0].length - 1))
  }
  return undefined
}

/** Only the page's own start-up script tells: other scripts repeat what the seller wrote. */
function readRepost($: CheerioAPI): { repostOf?: string } {
  for (const element of $('script').toArray()) {
    const script = $(element).text()
    if (!script.includes('cl.init(')) continue
    const id = /\brepost_of['"]?\s{0,5}:\s{0,5}['"]?(\d{6,12})/.exec(script)?.[1]
    if (id) return { repostOf: id }
  }
  return {}
}

/** The posting's text with its line breaks, without the label of the printed QR code. */
function bodyText(body: Elements): string {
  const copy = body.clone()
  copy.find('.print-information').remove()
  return readHtml(copy.html() ?? '', descriptionMax).text.replace(/^QR Code Link to This Post\s*/i, '')
}
