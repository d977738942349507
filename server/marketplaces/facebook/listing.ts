import { sellerKey } from '../../core/seller-key.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import {
  asArray,
  asRecord,
  checkedListing,
  clean,
  coordinates,
  imageAddresses,
  isoOfEpoch,
  titleOf,
} from '../reading.ts'
import { conditionCodes } from './conditions.ts'
import { itemUrl } from './link.ts'
import { dollarsAt, priceOf } from './price.ts'

/** The data of one listing, whatever fragments of the page it was put together from. */
export type Data = Record<string, unknown>

export function isListing(value: Data): boolean {
  return (
    typeof value.id === 'string' &&
    /^\d{6,25}$/.test(value.id) &&
    typeof value.marketplace_listing_title === 'string'
  )
}

/** Several fragments of one listing: what one leaves out or has as null, another may have. */
export function mergedData(fragments: readonly Data[]): Data {
  const merged: Data = {}
  for (const fragment of fragments)
    for (const [key, value] of Object.entries(fragment))
      if (
        key !== '__proto__' &&
        value !== null &&
        value !== undefined &&
        (merged[key] === undefined || isRicher(value, merged[key]))
      )
        merged[key] = value
  return merged
}

function isRicher(value: unknown, than: unknown): boolean {
  return (
    typeof value === 'object' &&
    typeof than === 'object' &&
    Object.keys(value!).length > Object.keys(than!).length
  )
}

/** `pageDollars` is what a bare "$" means on the page where the place does not tell. */
export function readListing(data: Data, pageDollars?: string): { listing: SeenListing } | { reason: string } {
  const id = String(data.id)
  const title = titleOf(data.marketplace_listing_title)
  if (title === '') return { reason: 'it has no title' }
  const { location, region } = placeOf(data)
  const description = textOf(data.redacted_description)
  const facts = factsOf(data)
  const code = conditionOf(data)
  const point = asRecord(data.location ?? data.item_location)
  const postedAt = isoOfEpoch(data.creation_time)
  const deliveries = asArray(data.delivery_types).filter((type) => typeof type === 'string')
  const ships = data.is_shipping_offered === true || deliveries.some((type) => /SHIPPING/.test(type))
  const seller = asRecord(data.marketplace_listing_seller).id
  const key = typeof seller === 'string' ? sellerKey(seller) : null
  return checkedListing({
    externalId: id,
    title,
    url: itemUrl(id),
    ...priceOf(
      data.listing_price,
      textOf(data.formatted_price) || undefined,
      dollarsAt(region) ?? pageDollars,
    ),
    ...(ships && { shippingCents: null }),
    ...(description !== '' && { description: description.slice(0, 50_000) }),
    ...(code.label !== undefined && { condition: code.label }),
    ...(facts.brand !== undefined && { brand: facts.brand }),
    ...(location !== undefined && { location }),
    ...coordinates(point.latitude, point.longitude),
    ...(postedAt !== undefined && { postedAt }),
    imageUrls: imagesOf(data),
    buyingFormat:
      deliveries.length > 0 && deliveries.every((type) => /SHIPPING/.test(type))
        ? 'fixed-price'
        : 'classified',
    ...((data.min_listing_price || data.max_listing_price || data.is_multi_variant_listing === true) && {
      variations: true,
    }),
    ...stateOf(data),
    attributes: {
      ...facts.attributes,
      ...(code.id !== undefined && { conditionId: code.id }),
      ...(key !== null && { sellerKey: key }),
    },
  })
}

function textOf(value: unknown): string {
  const { text } = asRecord(value)
  return typeof text === 'string' ? text.trim() : ''
}

/** Absent where the data say nothing of it: a fragment alone leaves it open. */
function stateOf({ is_sold, is_pending, is_live }: Data): Pick<SeenListing, 'state'> {
  if (is_sold === true) return { state: 'sold' }
  if (is_pending === true) return { state: 'pending' }
  if (is_live === false) return { state: 'gone' }
  return is_live === true || is_sold === false ? { state: 'active' } : {}
}

/** Which dollars are those of this listing's place; undefined where that is not known. */
export function dollarsOf(data: Data): string | undefined {
  return dollarsAt(placeOf(data).region)
}

/** "Houston, Texas"; `region` is what tells which dollars are meant. */
function placeOf(data: Data): { location?: string; region?: string } {
  const code = asRecord(asRecord(data.location).reverse_geocode)
  const city = asRecord(code.city_page).display_name
  const parts = [code.city, code.state].filter(
    (part): part is string => typeof part === 'string' && part.trim() !== '',
  )
  const full = typeof city === 'string' ? clean(city) : ''
  const [location, region] = [
    [textOf(data.location_text), full, parts.join(', ')],
    // Letters mean several things ("NB"), the full name one.
    [full, textOf(data.location_text), parts.join(', ')],
  ].map((names) => names.find((name) => name !== '')?.slice(0, 300))
  return { ...(location !== undefined && { location }), ...(region !== undefined && { region }) }
}

/** `used_good` of goods, `PC_USED_GOOD` of vehicles; the label is in the viewer's language. */
function conditionOf(data: Data): { id?: string; label?: string } {
  const stated = asArray(data.attribute_data)
    .map(asRecord)
    .find(({ attribute_name: name, value }) => /^condition$/i.test(String(name)) || isCode(value))
  const raw = stated?.value ?? data.condition
  const id = typeof raw === 'string' ? raw.replace(/^PC_/, '').toLowerCase() : undefined
  const label = typeof stated?.label === 'string' ? clean(stated.label).slice(0, 200) : undefined
  const words = label ?? (isCode(id) ? id!.replaceAll('_', ' ') : undefined)
  return { ...(isCode(id) && { id: id! }), ...(words !== undefined && words !== '' && { label: words }) }
}

function isCode(value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(conditionCodes, value.replace(/^PC_/, '').toLowerCase())
}

const vehicleFacts: Readonly<Record<string, string>> = {
  vehicle_model_display_name: 'model',
  vehicle_transmission_type: 'transmission',
  vehicle_fuel_type: 'fuel',
  vehicle_exterior_color: 'colour',
  vehicle_trim_display_name: 'trim',
  vehicle_title_status: 'title status',
  vehicle_number_of_owners: 'owners',
}

function factsOf(data: Data): { brand?: string; attributes: Record<string, string> } {
  const attributes: Record<string, string> = {}
  for (const { attribute_name: name, label, value } of asArray(data.attribute_data)
    .slice(0, 30)
    .map(asRecord)) {
    const said = typeof label === 'string' ? label : typeof value === 'string' ? value : ''
    if (typeof name === 'string' && name !== '__proto__' && !/^condition$/i.test(name) && said !== '')
      attributes[clean(name).slice(0, 80)] = clean(said).slice(0, 200)
  }
  for (const [key, name] of Object.entries(vehicleFacts)) {
    const value = data[key]
    if (typeof value === 'string' && value !== '') attributes[name] = clean(value).slice(0, 200)
  }
  const { value, unit } = asRecord(data.vehicle_odometer_data)
  if (typeof value === 'number' && typeof unit === 'string')
    attributes.odometer = `${value} ${unit.toLowerCase().slice(0, 20)}`
  const make = data.vehicle_make_display_name ?? attributes.Brand
  return { ...(typeof make === 'string' && make !== '' && { brand: clean(make).slice(0, 200) }), attributes }
}

function imagesOf(data: Data): string[] {
  const photos = asArray(data.listing_photos).map((photo) => asRecord(asRecord(photo).image).uri)
  const first = asRecord(data.primary_listing_photo)
  const only = asRecord(first.image).uri ?? asRecord(first.listing_image).uri
  return imageAddresses(photos.length > 0 ? photos : [only], 'https://www.facebook.com/')
}
