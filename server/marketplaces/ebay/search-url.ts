import { kmPerMile } from '../../core/units.ts'
import type { Condition } from '../../model/listing-schema.ts'
import { type SearchAddress, searchNumber, searchParameter } from '../../model/search-address.ts'
import { ebaySites } from './sites.ts'

const searchHost = /(?:^|\.)ebay\.(com|com\.au|co\.uk|ca|de|fr|it|es|at|ch|ie|nl|be|pl)$/

const used: readonly Condition[] = ['like-new', 'excellent', 'good', 'fair', 'poor']

/** What a search for a condition id finds of ours: what sellers may file there, which is more than the id says. */
const searched: Readonly<Record<string, readonly Condition[]>> = {
  '3': ['new'],
  '4': used,
  '10': used,
  '1000': ['new'],
  '1500': ['new', 'like-new'],
  '2750': ['like-new'],
  '3000': used,
  '4000': ['excellent'],
  '5000': ['good'],
  '6000': ['fair'],
  '7000': ['for-parts'],
}

/** `(a,b)` is any of them, `-(a,b)` none, quotes are phrases. */
export function readEbaySearchUrl(url: URL): SearchAddress | null {
  const end = searchHost.exec(url.hostname)?.[1]
  const get = (name: string) => searchParameter(url, name)
  const words = get('_nkw')
  if (end === undefined || words === undefined) return null
  const { country, currency } = siteOfHost(end)
  const isMiles = end === 'com' || end === 'co.uk'
  const distance = searchNumber(get('_sadis'))
  const notes: string[] = []
  if (get('LH_Auction') === '1') notes.push('Only auctions cannot be asked for.')
  if (get('LH_BIN') === '1') notes.push('Only "Buy It Now" cannot be asked for.')
  if (get('LH_Sold') === '1' || get('LH_Complete') === '1')
    notes.push('The search was for what is sold; the rule is for what is for sale.')
  const codes = (get('LH_ItemCondition') ?? '').split(/[,|]/).filter((code) => code !== '')
  return {
    expression: words.replace(/\(([^()]*)\)/g, (_, list: string) => `(${list.split(',').join(' OR ')})`),
    words,
    priceMin: get('_udlo'),
    priceMax: get('_udhi'),
    currency,
    place: get('_stpos'),
    country,
    radiusKm: distance && distance * (isMiles ? kmPerMile : 1),
    conditions: codes.map((code) => ({
      code,
      means: Object.hasOwn(searched, code) ? searched[code]! : null,
    })),
    ...(get('LH_LPickup') === '1' && { handover: 'local' }),
    notes,
  }
}

/** "co.uk" is the site of Great Britain. */
function siteOfHost(end: string): { country: string; currency: string } {
  const letters = end === 'com' ? 'US' : end === 'co.uk' ? 'GB' : end.split('.').at(-1)!.toUpperCase()
  // Belgium's is no site of the API.
  return ebaySites[`EBAY_${letters}`] ?? { country: letters, currency: 'EUR' }
}
