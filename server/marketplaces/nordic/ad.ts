import type { SeenListing } from '../../model/listing-schema.ts'
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
import { adLink, itemUrl, originOf, type SiteKey, sites } from './sites.ts'

/** How the four say that something is given away, or looked for, beside the numbers that their search has for it. */
const free = /^(?:2|gis bort|skänkes|bortskänkes|annetaan|gives væk|gratis)$/i
const wanted = /^(?:3|ønskes kjøpt|köpes|ostetaan|købes|søges)$/i

/** An amount in whole units of the site's own money. 0 is free only where it is said to be given away. */
export function priceOf(
  value: unknown,
  tradeType: string,
  site: SiteKey,
): Pick<SeenListing, 'priceCents' | 'currency'> {
  const { currency } = sites[site]
  if (free.test(tradeType)) return { priceCents: 0, currency }
  if (value === null || value === undefined) return { priceCents: null }
  const { amount, currency_code: code } = asRecord(value)
  if (amount === null || amount === 0) return { priceCents: null }
  const isAmount = typeof amount === 'number' && Number.isSafeInteger(amount) && amount > 0 && amount <= 1e11
  return isAmount && (code === currency || code === undefined) ? { priceCents: amount * 100, currency } : {}
}

/** One row of an answer. */
export function readAd(value: unknown, known: SiteKey | undefined): RowReading {
  const row = asRecord(value)
  const id = typeof row.id === 'string' || typeof row.id === 'number' ? String(row.id) : ''
  const title = titleOf(row.heading)
  if (!/^\d{4,15}$/.test(id)) return { reason: 'it has no id' }
  if (title === '') return { reason: 'it has no title' }
  const own = typeof row.canonical_url === 'string' ? row.canonical_url : undefined
  const link = adLink(own, originOf(known ?? 'se'))
  if (own !== undefined && (link === null || !link.externalId.endsWith(`-${id}`)))
    return { reason: 'its address is not its own' }
  const site = link?.site ?? known
  if (site === undefined) return { reason: 'it does not say of which country it is' }
  const tradeType =
    typeof row.trade_type === 'string' || typeof row.trade_type === 'number'
      ? clean(String(row.trade_type))
      : ''
  if (wanted.test(tradeType)) return { leftOut: 'it is looked for, not offered' }
  const location = typeof row.location === 'string' ? clean(row.location).slice(0, 300) : ''
  const postedAt = isoOfEpoch(typeof row.timestamp === 'number' ? row.timestamp / 1000 : undefined)
  const { lat, lon } = asRecord(row.coordinates)
  const flags = asArray(row.flags).filter((flag) => typeof flag === 'string')
  const images = [asRecord(row.image).url, ...asArray(row.image_urls)]
  return checkedListing({
    externalId: `${site}-${id}`,
    title,
    url: link?.url ?? itemUrl(site, id),
    ...priceOf(row.price, tradeType, site),
    ...(location !== '' && { location }),
    ...coordinates(lat, lon),
    ...(postedAt !== undefined && { postedAt }),
    imageUrls: imageAddresses(images, originOf(site)).slice(0, 20),
    buyingFormat: 'classified',
    state: 'active',
    attributes: {
      ...(tradeType !== '' && { 'trade type': tradeType.slice(0, 60) }),
      ...(flags.includes('private') && { 'for sale by': 'owner' }),
    },
  })
}
