import { isoDate } from '../../core/dates.ts'
import { parsePrice, toMinorUnits } from '../../core/money.ts'
import { sellerKey } from '../../core/seller-key.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { asArray, asRecord, checkedListing, clean, coordinates, imageAddresses, titleOf } from '../reading.ts'
import { conditionCodes } from './conditions.ts'
import { identify, itemUrl } from './link.ts'

type Read = { listing: SeenListing } | { reason: string }

/** Dollars as a string ("10500", "12.50"); 0 is how the site keeps what is given away. */
export function priceOf(value: unknown): Pick<SeenListing, 'priceCents' | 'currency'> {
  if (value === null || value === '') return { priceCents: null }
  const amount = typeof value === 'string' || typeof value === 'number' ? toMinorUnits(value, 'USD') : null
  return amount === null ? {} : { priceCents: amount, currency: 'USD' }
}

/** A tile of the results. It has no time and no text. */
export function readTile(value: unknown): Read {
  const tile = asRecord(value)
  const id = idOf(tile.listingId)
  const title = titleOf(tile.title)
  if (id === undefined) return { reason: 'it has no id' }
  if (title === '') return { reason: 'it has no title' }
  const flags = asArray(tile.flags).filter((flag) => typeof flag === 'string')
  const condition = typeof tile.conditionText === 'string' ? clean(tile.conditionText) : ''
  return checkedListing({
    externalId: id,
    title,
    url: itemUrl(id),
    ...priceOf(tile.price),
    ...(flags.some((flag) => /SHIP/.test(flag)) && { shippingCents: null }),
    ...(condition !== '' && { condition: condition.slice(0, 200) }),
    ...placeOf(tile.locationName),
    imageUrls: imageAddresses([asRecord(tile.image).url], 'https://images.offerup.com/'),
    buyingFormat: flags.length > 0 && !flags.includes('LOCAL_PICKUP') ? 'fixed-price' : 'classified',
    attributes: {
      ...(tile.isFirmPrice === true && { 'firm price': 'yes' }),
      ...(typeof tile.vehicleMiles === 'number' && { odometer: `${tile.vehicleMiles} miles` }),
    },
  })
}

/** A listing's own page: the record of its data, under the id that its key names. */
export function readItem(id: string, item: Record<string, unknown>): Read {
  const title = titleOf(item.title)
  if (title === '') return { reason: 'it has no title' }
  const place = asRecord(item.locationDetails)
  const fulfilment = asRecord(item.fulfillmentDetails)
  const description = typeof item.description === 'string' ? item.description.trim().slice(0, 50_000) : ''
  const code =
    typeof item.condition === 'string' && Object.hasOwn(conditionCodes, item.condition)
      ? item.condition
      : undefined
  const words =
    typeof item.conditionText === 'string'
      ? clean(item.conditionText).slice(0, 200)
      : code?.toLowerCase().replace('_', ' ')
  const postedAt =
    typeof item.postDate === 'string' && /T\d\d:\d\d/.test(item.postDate) ? isoDate(item.postDate) : undefined
  const owner = item.ownerId ?? asRecord(item.owner).id
  const key = typeof owner === 'string' || typeof owner === 'number' ? sellerKey(String(owner)) : null
  const photos = asArray(item.photos).map(
    (photo) => asRecord(asRecord(photo).detailFull ?? asRecord(photo).detail).url,
  )
  return checkedListing({
    externalId: id,
    title,
    url: itemUrl(id),
    ...priceOf(item.price),
    ...(fulfilment.shippingEnabled === true && { shippingCents: shippingOf(fulfilment.shippingPrice) }),
    ...(description !== '' && { description }),
    ...(words !== undefined && words !== '' && { condition: words }),
    ...placeOf(place.locationName),
    ...coordinates(place.latitude, place.longitude),
    ...(postedAt !== undefined && { postedAt }),
    imageUrls: imageAddresses(photos, 'https://images.offerup.com/'),
    buyingFormat: fulfilment.localPickupEnabled === false ? 'fixed-price' : 'classified',
    ...stateOf(item),
    attributes: {
      ...(item.isFirmOnPrice === true && { 'firm price': 'yes' }),
      ...(code !== undefined && { conditionId: code }),
      ...(key !== null && { sellerKey: key }),
    },
  })
}

/** A state that is not known leaves it open. */
function stateOf({ state, isRemoved }: Record<string, unknown>): Pick<SeenListing, 'state'> {
  const word = typeof state === 'string' ? state.toUpperCase() : ''
  if (/SOLD/.test(word)) return { state: 'sold' }
  if (isRemoved === true || /REMOVED|DELETED|ARCHIVED|EXPIRED/.test(word)) return { state: 'gone' }
  if (/PENDING|RESERVED/.test(word)) return { state: 'pending' }
  return /^(?:LISTED|ACTIVE|FOR_SALE|AVAILABLE)$/.test(word) ? { state: 'active' } : {}
}

/** Null where it ships and what that costs is not said. */
function shippingOf(value: unknown): number | null {
  return typeof value === 'string' || typeof value === 'number' ? toMinorUnits(value, 'USD') : null
}

function placeOf(name: unknown): Pick<SeenListing, 'location'> {
  const location = typeof name === 'string' ? clean(name) : ''
  return location === '' ? {} : { location: location.slice(0, 300) }
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 60 ? identify(itemUrl(value))?.externalId : undefined
}

/** What a card on the page says in words: "Oak desk $40 in Mesa, AZ"; null where it has another form. */
export function readLabel(label: string): { title: string; price: string; location: string } | null {
  const match = /^(.{1,300}?),? (\$\d[\d,]{0,12}(?:\.\d\d)?|Free),? in ([^$]{2,80})$/i.exec(label)
  return match && { title: match[1]!, price: match[2]!, location: match[3]! }
}

export function shownPrice(text: string): Pick<SeenListing, 'priceCents' | 'currency'> {
  const price = parsePrice(text, 'USD')
  return price === null ? {} : { priceCents: price.priceCents, currency: 'USD' }
}
