import { type Answer, type Asked, amount, centsOf, object, ok, page, refuse, refuseBy } from './answers.ts'
import {
  addOffer,
  dropOffer,
  itemsOf,
  nextId,
  type StoredItem,
  type StoredListing,
  type StoredOffer,
  sites,
  type World,
} from './world.ts'

const languages = new Set(Object.values(sites).map(({ language }) => language))

/** The language of what is sent, and which one answers; eBay takes neither "*" nor none for an answer. */
export function checkLanguages({ headers, method }: Asked, isContent: boolean): string {
  const accepted = headers['accept-language']
  if (accepted === undefined || !languages.has(accepted))
    refuse(25709, 'Invalid value for header Accept-Language.', {
      parameters: [{ name: 'Accept-Language', value: accepted ?? '' }],
    })
  const content = headers['content-language']
  if (isContent && (content === undefined || !languages.has(content)))
    refuse(25709, 'Invalid value for header Content-Language.', {
      parameters: [{ name: 'Content-Language', value: content ?? '' }],
    })
  if (method !== 'GET' && isContent && !(headers['content-type'] ?? '').startsWith('application/json'))
    refuseBy('API_INVENTORY', 415, 25709, 'Invalid value for header Content-Type.')
  return content ?? accepted
}

const keyOf = (sku: string, locale: string) => `${sku}|${locale}`

export function itemOf(world: World, sku: string, locale: string): StoredItem | undefined {
  return world.items.get(keyOf(sku, locale))
}

export function checkSku(sku: string): void {
  if (!/^[A-Za-z0-9]{1,50}$/.test(sku))
    refuse(25707, 'Invalid sku. sku has to be alphanumeric with upto 50 characters in length.')
}

export function putItem(asked: Asked, world: World): Answer {
  const language = checkLanguages(asked, true)
  const sku = decodeURIComponent(asked.parts[0] ?? '')
  checkSku(sku)
  const body = asked.json ?? {}
  const product = object(body.product)
  if (typeof product.title === 'string' && product.title.length > 80)
    refuse(25016, 'The title value is invalid. Its length is above 80.')
  const quantity = object(object(body.availability).shipToLocationAvailability).quantity
  if (quantity !== undefined && !isCount(quantity)) refuse(25004, 'Invalid quantity.')
  const isNew = !world.items.has(keyOf(sku, language))
  const item = { sku, locale: language, quantity: Number(quantity ?? 0), body }
  world.items.set(keyOf(sku, language), item)
  for (const offer of world.offersOf.get(sku) ?? []) {
    const listing = liveOf(world, offer)
    if (listing !== undefined && sites[offer.site]!.language === language)
      listing.title = String(product.title ?? listing.title)
  }
  return isNew ? { status: 201 } : { status: 204 }
}

export function getItem(asked: Asked, world: World): Answer {
  const language = checkLanguages(asked, false)
  const sku = decodeURIComponent(asked.parts[0] ?? '')
  const item = itemOf(world, sku, language)
  if (item === undefined) throw missingSku(sku)
  return ok({ ...item.body, sku, locale: item.locale.replace('-', '_') })
}

function missingSku(sku: string): never {
  refuse(25702, `${sku} could not be found or is not available in the system.`, { status: 404 })
}

function asOffer(world: World, { offerId, sku, site, body, isPublished, listingId }: StoredOffer) {
  const listing = listingId === null ? undefined : world.listings.get(listingId)
  return {
    ...body,
    ...{ offerId, sku, marketplaceId: site, format: 'FIXED_PRICE' },
    status: isPublished ? 'PUBLISHED' : 'UNPUBLISHED',
    // Of offers that are not published it says nothing of a listing, also where they had one.
    ...(isPublished && listing !== undefined && { listing: asListing(listing) }),
    ...(isPublished && listing !== undefined && { availableQuantity: listing.quantity }),
  }
}

const asListing = ({ listingId, status, soldQuantity }: StoredListing) => ({
  ...{ listingId, listingStatus: status, soldQuantity, listingOnHold: false },
})

export function getOffers(asked: Asked, world: World): Answer {
  checkLanguages(asked, false)
  const sku = asked.url.searchParams.get('sku') ?? ''
  const site = asked.url.searchParams.get('marketplace_id')
  checkSku(sku)
  if (itemsOf(world, sku).length === 0) missingSku(sku)
  const found = (world.offersOf.get(sku) ?? []).filter((offer) => site === null || offer.site === site)
  if (found.length === 0) refuse(25713, 'This Offer is not available : null.', { status: 404 })
  const { rows, frame } = page(found, asked, { usual: 100, max: 200 })
  const { href, total, limit } = frame
  return ok({ href, total, limit, size: rows.length, offers: rows.map((offer) => asOffer(world, offer)) })
}

export function offerOf(world: World, offerId: string): StoredOffer {
  const offer = world.offers.get(offerId)
  if (offer === undefined) refuse(25713, `This Offer is not available : ${offerId}.`, { status: 404 })
  return offer
}

export function getOffer(asked: Asked, world: World): Answer {
  checkLanguages(asked, false)
  return ok(asOffer(world, offerOf(world, asked.parts[0] ?? '')))
}

export function createOffer(asked: Asked, world: World): Answer {
  const language = checkLanguages(asked, true)
  const { sku: given, marketplaceId, format, ...body } = asked.json ?? {}
  const sku = String(given ?? '')
  checkSku(sku)
  const site = sites[String(marketplaceId)]
  if (site === undefined) refuse(25709, 'Invalid value for marketplaceId.')
  if (format !== 'FIXED_PRICE') refuse(25709, 'Invalid value for format.')
  if (site.language !== language) refuse(25709, 'Invalid value for header Content-Language.')
  if (itemOf(world, sku, site.language) === undefined)
    refuse(
      25702,
      `${sku} could not be found or is not available in the system. SKU is not available in ${site.id}.`,
    )
  checkOffer(body, site.currency)
  const twin = world.offersOf.get(sku)?.find((offer) => offer.site === site.id)
  if (twin !== undefined)
    refuse(25002, 'A user error has occurred. Offer entity already exists.', {
      parameters: [{ name: 'offerId', value: twin.offerId }],
    })
  const offerId = nextId(world, 5_000_000_000)
  addOffer(world, { offerId, sku, site: site.id, body, isPublished: false, listingId: null })
  return { status: 201, body: { offerId }, headers: { 'content-language': language } }
}

export function putOffer(asked: Asked, world: World): Answer {
  const language = checkLanguages(asked, true)
  const offer = offerOf(world, asked.parts[0] ?? '')
  const site = sites[offer.site]!
  if (site.language !== language) refuse(25709, 'Invalid value for header Content-Language.')
  const { sku: _, marketplaceId: __, format: ___, ...body } = asked.json ?? {}
  checkOffer(body, site.currency)
  offer.body = body
  const listing = liveOf(world, offer)
  if (listing !== undefined) {
    listing.priceCents = priceOf(body)!
    if (isCount(body.availableQuantity)) listing.quantity = Number(body.availableQuantity)
  }
  return ok({ offerId: offer.offerId })
}

export function deleteOffer(asked: Asked, world: World): Answer {
  checkLanguages(asked, false)
  const offer = offerOf(world, asked.parts[0] ?? '')
  const listing = liveOf(world, offer)
  if (listing !== undefined) listing.status = 'ENDED'
  dropOffer(world, offer)
  return { status: 204 }
}

export function liveOf(world: World, { isPublished, listingId }: StoredOffer): StoredListing | undefined {
  const listing = isPublished && listingId !== null ? world.listings.get(listingId) : undefined
  return listing?.status === 'ENDED' ? undefined : listing
}

export const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1_000_000

export function priceOf(body: Readonly<Record<string, unknown>>): number | null {
  return centsOf(object(object(body.pricingSummary).price).value)
}

function checkOffer(body: Readonly<Record<string, unknown>>, currency: string): void {
  const price = object(object(body.pricingSummary).price)
  if (body.pricingSummary !== undefined && (centsOf(price.value) ?? 0) <= 0) refuse(25003, 'Invalid price.')
  if (body.pricingSummary !== undefined && price.currency !== currency)
    refuse(25003, `Invalid price. The currency of this marketplace is ${currency}.`)
  if (body.availableQuantity !== undefined && !isCount(body.availableQuantity))
    refuse(25004, 'Invalid quantity.')
}

/** Price and number of things of several SKUs, each row with its own end. */
export function bulkUpdate(asked: Asked, world: World, isPartial: boolean): Answer {
  checkLanguages(asked, false)
  const requests = asked.json?.requests
  if (!Array.isArray(requests) || requests.length === 0 || requests.length > 25)
    refuse(25709, 'Invalid value for requests.')
  const responses = requests.map(object).flatMap((request) => {
    const sku = String(request.sku ?? '')
    const items = itemsOf(world, sku)
    const quantity = object(request.shipToLocationAvailability).quantity
    if (items.length > 0 && isCount(quantity)) for (const item of items) item.quantity = quantity
    return (Array.isArray(request.offers) ? request.offers : []).map(object).map((row) => {
      const offerId = String(row.offerId ?? '')
      const failed = (errorId: number, message: string, statusCode = 400) => ({
        ...{ offerId, sku, statusCode },
        errors: [{ errorId, domain: 'API_INVENTORY', category: 'REQUEST', message, longMessage: message }],
      })
      const offer = world.offers.get(offerId)
      if (isPartial) return failed(25001, 'A system error has occurred.', 500)
      if (offer === undefined) return failed(25713, 'This Offer is not available.', 404)
      const price = object(row.price)
      const cents = row.price === undefined ? priceOf(offer.body) : centsOf(price.value)
      if (
        cents === null ||
        cents <= 0 ||
        (row.price !== undefined && price.currency !== sites[offer.site]!.currency)
      )
        return failed(25003, 'Invalid price.')
      const count = row.availableQuantity
      if (count !== undefined && !isCount(count)) return failed(25004, 'Invalid quantity.')
      offer.body = {
        ...offer.body,
        pricingSummary: { price: amount(cents, sites[offer.site]!.currency) },
        ...(isCount(count) && { availableQuantity: count }),
      }
      const listing = liveOf(world, offer)
      if (listing !== undefined) listing.priceCents = cents
      if (listing !== undefined && isCount(count)) listing.quantity = count
      return { offerId, sku, statusCode: 200 }
    })
  })
  const isWhole = responses.every(({ statusCode }) => statusCode === 200)
  return { status: isWhole ? 200 : 207, body: { responses } }
}
