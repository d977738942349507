import type { SeenListing } from '../../model/listing-schema.ts'
import { descriptionMax, isClosed, loadPage } from '../html-page.ts'
import { readHtml } from '../html-text.ts'
import { asArray, asRecord, checkedListing, clean, imageAddresses, titleOf } from '../reading.ts'
import { assignedJson } from '../script-json.ts'
import { placeOf, priceOf, sellerOf, shippingOf } from './listing.ts'
import { adLink, type SiteKey, shortUrl } from './sites.ts'

/** What an ad's page says of it by its own start-up script; undefined for other pages. */
export function configOf(text: string): Record<string, unknown> | undefined {
  const { listing } = asRecord(assignedJson(text, 'window.__CONFIG__'))
  const record = asRecord(listing)
  return typeof record.itemId === 'string' ? record : undefined
}

/** Reads one ad: the values of its script, the description from the page. */
export function readAd(
  ad: Record<string, unknown>,
  text: string,
  url: string | undefined,
  site: SiteKey | undefined,
): { listing: SeenListing } | { reason: string } {
  const id = String(ad.itemId)
  const title = titleOf(ad.title)
  if (!/^[am]\d{6,15}$/.test(id)) return { reason: 'The ad has no id.' }
  if (title === '') return { reason: 'The ad has no title.' }
  const page = text === '' ? null : loadPage(text)
  const own = [
    page?.('link[rel="canonical"]').attr('href'),
    page?.('meta[property="og:url"]').attr('content'),
    url,
  ]
    .map((address) => adLink(address))
    .find((link) => link?.externalId === id)
  const where = own?.site ?? site ?? siteOfImages(ad)
  const description = page ? descriptionOf(page, text) : ''
  if (description === undefined) return { reason: 'The ad was cut off before the end of its text.' }
  const delivery = clean(
    String(asRecord(asRecord(ad.shippingInformation).deliveryType).attributeValueLabel ?? ''),
  )
  const category = asRecord(ad.category)
  const bids = asRecord(ad.bidsInfo)
  const price = priceOf(ad.priceInfo)
  const since = asRecord(ad.stats).since
  const type = asRecord(ad.priceInfo).priceType
  return checkedListing({
    externalId: id,
    title,
    url: own?.url ?? shortUrl(where, id),
    ...price,
    ...shippingOf({ delivery }),
    ...(description !== '' && { description }),
    ...categoryOf(category),
    ...placeOf(asRecord(ad.seller).location, where),
    ...(typeof since === 'string' &&
      !Number.isNaN(Date.parse(since)) &&
      /Z$|[+-]\d\d:\d\d$/.test(since) && { postedAt: since }),
    imageUrls: imagesOf(asRecord(ad.gallery)),
    ...(price.buyingFormat === 'auction' && Array.isArray(bids.bids) && { bidCount: bids.bids.length }),
    state: ad.isReserved === true || type === 'RESERVED' ? 'pending' : 'active',
    attributes: {
      ...(delivery !== '' && { delivery: delivery.slice(0, 200) }),
      ...(typeof type === 'string' && { priceType: type.slice(0, 40) }),
      ...lowestBid(bids.currentMinimumBid),
      ...sellerOf(asRecord(ad.seller).id),
    },
  })
}

function categoryOf({
  parentName,
  fullName,
  name,
}: Record<string, unknown>): Pick<SeenListing, 'siteCategory'> {
  const path = [parentName, fullName ?? name].filter((part) => typeof part === 'string' && part !== '')
  return path.length === 0 ? {} : { siteCategory: path.join(' > ').slice(0, 300) }
}

/** What the next bid has to be at least; no price. */
function lowestBid(cents: unknown): Record<string, string> {
  return typeof cents === 'number' && Number.isSafeInteger(cents) && cents > 0 && cents < 1e12
    ? { 'least bid': `${(cents / 100).toFixed(2)} EUR` }
    : {}
}

/** Undefined where the page ends in it. */
function descriptionOf(page: NonNullable<ReturnType<typeof loadPage>>, text: string): string | undefined {
  const element = page('[data-collapsable="description"], .Description-description').first()
  if (element.length === 0) return ''
  if (!isClosed(element, text, 'div')) return undefined
  return readHtml(element.html() ?? '', descriptionMax).text
}

/** `…_#.jpg`, where the sign stands for the size. */
function imagesOf(gallery: Record<string, unknown>): string[] {
  const media = asArray(asRecord(gallery.media).images).map((image) => asRecord(image).base)
  const addresses = (media.length > 0 ? media : asArray(gallery.imageUrls)).map((address) =>
    typeof address === 'string' ? address.replace(/_#(?=\.\w{2,5}$)/, '_85') : undefined,
  )
  return imageAddresses(addresses, 'https://images.marktplaats.com/')
}

function siteOfImages(ad: Record<string, unknown>): SiteKey {
  const [first] = imagesOf(asRecord(ad.gallery))
  return first !== undefined && /\/\/[\w.-]*2(?:dehands|ememain)\./.test(first) ? 'be-nl' : 'nl'
}
