import { toMinorUnits } from '../../core/money.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { readHtml } from '../html-text.ts'
import type { RowReading } from '../page-rows.ts'
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
import { home, identify } from './link.ts'

const photos = 'https://cache.willhaben.at/mmo/'

/** Euros as a plain decimal. "0" is how the site keeps what is given away and what has no price alike: which, its words say. */
export function priceOf(value: unknown, shown: unknown): Pick<SeenListing, 'priceCents' | 'currency'> {
  if (typeof shown === 'string' && /^(?:zu verschenken|gratis)$/i.test(clean(shown)))
    return { priceCents: 0, currency: 'EUR' }
  if (value === undefined || value === '') return { priceCents: null }
  const amount = typeof value === 'string' || typeof value === 'number' ? toMinorUnits(value, 'EUR') : null
  if (amount === null) return {}
  return amount === 0 ? { priceCents: null } : { priceCents: amount, currency: 'EUR' }
}

/** An ad is a list of named values; the first of a name counts. */
function valuesOf(ad: Record<string, unknown>): (name: string) => string | undefined {
  const named = new Map<string, string>()
  for (const { name, values } of asArray(asRecord(ad.attributes).attribute).slice(0, 300).map(asRecord)) {
    const [value] = asArray(values)
    if (typeof name === 'string' && typeof value === 'string' && !named.has(name)) named.set(name, value)
  }
  return (name) => named.get(name)
}

/** One row of the results, or the ad of its own page. */
export function readListing(value: unknown): RowReading {
  const ad = asRecord(value)
  const id = typeof ad.id === 'string' || typeof ad.id === 'number' ? String(ad.id) : ''
  const read = valuesOf(ad)
  const title = titleOf(ad.description ?? read('HEADING'))
  if (!/^\d{6,12}$/.test(id)) return { reason: 'it has no id' }
  if (title === '') return { reason: 'it has no title' }
  const path = read('SEO_URL')
  const link = identify(path === undefined ? `/iad/object?adId=${id}` : `/iad/${path}`, home)
  if (link?.externalId !== id) return { reason: 'its address is not its own' }
  if (/^suche$/i.test(clean(read('ADTYPE')))) return { leftOut: 'it is looked for, not offered' }
  const description = readHtml(read('DESCRIPTION') ?? read('BODY_DYN') ?? '').text
  const place = clean([read('POSTCODE'), read('LOCATION')].filter((part) => part !== undefined).join(' '))
  const published = Number(read('PUBLISHED') ?? Number.NaN)
  const postedAt = isoOfEpoch(published / 1000)
  const [lat, lon] = (read('COORDINATES') ?? '').split(',', 2)
  const isPrivate = read('ISPRIVATE')
  const make = read('CAR_MODEL/MAKE')
  return checkedListing({
    externalId: id,
    title,
    url: link.url,
    ...priceOf(read('PRICE'), read('PRICE_FOR_DISPLAY')),
    ...(description !== '' && { description: description.slice(0, 20_000) }),
    ...(make !== undefined && { brand: clean(make).slice(0, 200) }),
    ...(place !== '' && { location: place.slice(0, 300) }),
    ...coordinates(lat, lon),
    // What was paid to be shown as new is not new.
    ...(postedAt !== undefined && read('IS_BUMPED') !== '1' && { postedAt }),
    imageUrls: imagesOf(ad, read),
    buyingFormat: 'classified',
    state: stateOf(asRecord(ad.advertStatus).id),
    attributes: {
      ...(isPrivate !== undefined && { 'for sale by': isPrivate === '1' ? 'owner' : 'dealer' }),
    },
  })
}

function stateOf(status: unknown): SeenListing['state'] {
  if (status === undefined || status === 'active') return 'active'
  return status === 'reserved' ? 'pending' : 'gone'
}

function imagesOf(ad: Record<string, unknown>, read: (name: string) => string | undefined): string[] {
  const own = asArray(asRecord(ad.advertImageList).advertImage)
    .map(asRecord)
    .map(({ mainImageUrl, referenceImageUrl }) => mainImageUrl ?? referenceImageUrl)
  const named = (read('ALL_IMAGE_URLS') ?? '').split(';', 20).filter((path) => path !== '')
  return imageAddresses(own.length > 0 ? own : named, photos).slice(0, 20)
}
