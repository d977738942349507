import { kmPerMile } from '../../core/units.ts'
import { type SearchAddress, searchNumber, searchParameter } from '../../model/search-address.ts'
import { conditionCodes } from './conditions.ts'

const searchHost = /(?:^|\.)craigslist\.(org|ca|co\.uk|com\.au|jp)$/

const siteOf: Readonly<Record<string, { country: string; currency: string }>> = {
  org: { country: 'US', currency: 'USD' },
  ca: { country: 'CA', currency: 'CAD' },
  'co.uk': { country: 'GB', currency: 'GBP' },
  'com.au': { country: 'AU', currency: 'AUD' },
  jp: { country: 'JP', currency: 'JPY' },
}

export function readCraigslistSearchUrl(url: URL): SearchAddress | null {
  const end = searchHost.exec(url.hostname)?.[1]
  if (end === undefined || !/^\/+search(?:\/|$)/.test(url.pathname)) return null
  const get = (name: string) => searchParameter(url, name)
  const [words, priceMin, priceMax] = [get('query'), get('min_price'), get('max_price')]
  if (words === undefined && priceMin === undefined && priceMax === undefined) return null
  const place = get('postal')
  const miles = searchNumber(get('search_distance'))
  return {
    ...(words !== undefined && { expression: words, words }),
    priceMin,
    priceMax,
    ...siteOf[end]!,
    place,
    radiusKm: miles && miles * kmPerMile,
    conditions: url.searchParams.getAll('condition').map((code) => ({
      code,
      means: Object.hasOwn(conditionCodes, code) ? [conditionCodes[code]!] : null,
    })),
    notes:
      place === undefined
        ? [`The area "${url.hostname.split('.')[0]}" was not carried over: give the rule a place.`]
        : [],
  }
}
