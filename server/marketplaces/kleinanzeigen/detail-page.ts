import type { CheerioAPI } from 'cheerio/slim'
import { toMinorUnits } from '../../core/money.ts'
import { sellerKey } from '../../core/seller-key.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { descriptionMax, type Elements, isClosed } from '../html-page.ts'
import { readHtml } from '../html-text.ts'
import { checkedListing, clean, coordinates, imageAddresses } from '../reading.ts'
import { categoryName } from './categories.ts'
import { berlinDates } from './dates.ts'
import { adLink } from './link.ts'
import { euros, isNegotiable, priceOf } from './price.ts'

export type AdReading = { listing: SeenListing } | { gone: string } | { wanted: string } | { reason: string }

export function isDetailPage($: CheerioAPI): boolean {
  return $('#viewad-title').length > 0
}

/** Reads the page of one ad; `url` is where it came from, `base` against what its links stand. */
export function readDetailPage($: CheerioAPI, text: string, base: string, url?: string): AdReading {
  const heading = $('#viewad-title').first()
  const body = $('#viewad-description-text').first()
  const script = startScript(text)
  const link =
    adLink($('meta[property="og:url"]').attr('content'), base) ??
    adLink($('link[rel="canonical"]').attr('href'), base) ??
    adLink(url, base)
  const externalId = link?.externalId ?? textIn(script, 'adId')
  if (!link || !externalId) return { reason: 'The ad names neither its number nor its address.' }
  const own = textIn(script, 'adId')
  if (own !== undefined && own !== externalId) return { reason: 'The page shows parts of two different ads.' }
  const marks = visibleMarks($)
  if (marks.includes('gelöscht') || flagIn(script, 'showDeletedVeil') || flagIn(script, 'adExpired'))
    return { gone: 'Kleinanzeigen says that the ad was deleted or has run out.' }
  if (heading.attr('data-soldlabel') === 'Gefunden')
    return { wanted: 'It is an ad for something that is looked for, not offered.' }
  const title = clean(withoutMarks(heading).text())
  if (title === '') return { reason: 'The ad has no title.' }
  if (!isClosed(body, text, 'p')) return { reason: 'The ad was cut off before the end of its text.' }
  const shown = clean($('#viewad-price').first().text())
  const details = detailsOf($)
  const location = clean($('#viewad-locality').first().text())
  const postedAt = berlinDates(undefined)(
    /\b\d{2}\.\d{2}\.\d{4}\b/.exec(clean($('#viewad-extra-info').first().text()))?.[0] ?? '',
  )
  const description = readHtml(body.html() ?? '', descriptionMax).text
  const shipping = clean($('.boxedarticle--details--shipping').first().text())
  const siteCategory = categoryName(link.category) ?? categoryOf($)
  const seller = sellerOf($)
  const images = imagesOf($)
  return checkedListing({
    externalId,
    title,
    url: link.url,
    ...priceIn(script, shown),
    ...(description !== '' && { description }),
    ...(details.Zustand !== undefined && { condition: details.Zustand }),
    ...(siteCategory !== undefined && { siteCategory: siteCategory.slice(0, 300) }),
    ...brandIn(details),
    ...(location !== '' && { location: location.slice(0, 300) }),
    ...coordinates(metaOf($, 'og:latitude'), metaOf($, 'og:longitude')),
    ...(/versand möglich|versand ab/i.test(shipping) && { shippingCents: null }),
    ...(postedAt !== undefined && { postedAt }),
    imageUrls: imageAddresses(images, base),
    buyingFormat: 'classified',
    state: marks.includes('reserviert') || flagIn(script, 'showPausedVeil') ? 'pending' : 'active',
    attributes: {
      ...details,
      ...(isNegotiable(shown) && { price: 'VB' }),
      ...(shipping !== '' && { Versand: shipping.slice(0, 200) }),
      ...(seller.kind !== undefined && { 'for sale by': seller.kind }),
      ...(seller.key !== null && { sellerKey: seller.key }),
    },
  })
}

/** The call by which the page starts itself: the site's own values, which beat what is written beside other ads. */
function startScript(text: string): string {
  const start = text.indexOf('ViewAdView.init(')
  return start < 0 ? '' : text.slice(start, start + 20_000).split('});', 1)[0]!
}

function textIn(script: string, name: 'adId' | 'adPriceType' | 'adPrice'): string | undefined {
  const at = script.search(patterns[name])
  if (at < 0) return undefined
  const value = /^\w+\s{0,5}:\s{0,5}(?:'([^']{0,100})'|"([^"]{0,100})"|([\w.]{1,20}))/.exec(
    script.slice(at, at + 150),
  )
  return value?.[1] ?? value?.[2] ?? value?.[3]
}

function flagIn(script: string, name: 'showDeletedVeil' | 'showPausedVeil' | 'adExpired'): boolean {
  const at = script.search(patterns[name])
  return at >= 0 && /^\w+\s{0,5}:\s{0,5}true\b/.test(script.slice(at, at + 60))
}

const patterns = {
  adId: /\badId\s{0,5}:/,
  adPriceType: /\badPriceType\s{0,5}:/,
  adPrice: /\badPrice\s{0,5}:/,
  showDeletedVeil: /\bshowDeletedVeil\s{0,5}:/,
  showPausedVeil: /\bshowPausedVeil\s{0,5}:/,
  adExpired: /\badExpired\s{0,5}:/,
} as const

/** The page's own value where it has one and what is shown does not gainsay it; else what is shown. */
function priceIn(script: string, shown: string): Pick<SeenListing, 'priceCents' | 'currency'> {
  const written = priceOf(shown)
  const type = textIn(script, 'adPriceType')
  if (type === undefined) return written
  if (type === 'GIVE_AWAY') return { priceCents: 0, currency: 'EUR' }
  const amount = textIn(script, 'adPrice')
  const exact =
    amount === undefined || toMinorUnits(amount, 'EUR') === null ? { priceCents: null } : euros(amount)
  if (shown === '') return exact
  // What is shown is rounded to whole euros.
  const differs = Math.abs((exact.priceCents ?? 0) - (written.priceCents ?? 0)) >= 100
  return differs || (exact.priceCents === null) !== (written.priceCents === null) ? {} : exact
}

/** "Reserviert", "Gelöscht": both stand on every page, and those that do not hold are hidden. */
function visibleMarks($: CheerioAPI): string[] {
  return $('.pvap-reserved-title')
    .not('.is-hidden')
    .toArray()
    .map((mark) =>
      clean($(mark).text())
        .replace(/[^\p{L}]+/gu, '')
        .toLowerCase(),
    )
}

function withoutMarks(heading: Elements): Elements {
  const copy = heading.clone()
  copy.find('.pvap-reserved-title, .is-hidden').remove()
  return copy
}

function detailsOf($: CheerioAPI): Record<string, string> {
  const details: Record<string, string> = {}
  for (const element of $('#viewad-details .addetailslist--detail').toArray().slice(0, 50)) {
    const row = $(element)
    const value = row.find('.addetailslist--detail--value').first()
    const copy = row.clone()
    copy.find('.addetailslist--detail--value').remove()
    const name = clean(copy.text()).slice(0, 80)
    const said = clean(value.text()).slice(0, 200)
    if (name !== '' && name !== '__proto__' && said !== '' && !Object.hasOwn(details, name))
      details[name] = said
  }
  const features = $('#viewad-configuration .checktag, .checktaglist .checktag')
    .toArray()
    .map((tag) => clean($(tag).text()))
    .filter((tag) => tag !== '')
  if (features.length > 0) details.features = features.slice(0, 40).join('; ').slice(0, 500)
  return details
}

function brandIn(details: Record<string, string>): { brand?: string } {
  const brand = details.Marke ?? details.Hersteller
  return brand === undefined || /^(?:weitere|sonstige|andere)\b/i.test(brand) ? {} : { brand }
}

function metaOf($: CheerioAPI, name: string): string | undefined {
  return $(`meta[property="${name}"]`).first().attr('content')
}

/** The last step of the page's path. */
function categoryOf($: CheerioAPI): string | undefined {
  const name = clean($('#vap-brdcrmb .breadcrump-link, .breadcrump .breadcrump-link').last().text())
  return name === '' ? undefined : name
}

function imagesOf($: CheerioAPI): (string | undefined)[] {
  const gallery = $('#viewad-product .galleryimage-element img, #viewad-image').toArray()
  return gallery.map((image) => $(image).attr('data-imgsrc') ?? $(image).attr('src'))
}

/** The name itself is a person's and is not kept. */
function sellerOf($: CheerioAPI): { kind?: 'owner' | 'dealer'; key: string | null } {
  const box = $('#viewad-profile-box, #viewad-contact').first()
  const words = clean(box.text()).toLowerCase()
  const id = /[?&]userId=(\d{1,15})\b/.exec(box.find('a[href*="userId="]').first().attr('href') ?? '')?.[1]
  const kind = words.includes('privater nutzer')
    ? 'owner'
    : words.includes('gewerblicher nutzer') || box.find('a[href^="/pro/"]').length > 0
      ? 'dealer'
      : undefined
  return { ...(kind !== undefined && { kind }), key: id === undefined ? null : sellerKey(id) }
}
