import type { Category } from '../../model/listing-schema.ts'
import { type SearchAddress, searchNumber, searchParameter } from '../../model/search-address.ts'
import { isOwnHost } from './link.ts'

/**
 * Of both forms that the site has had: `/s-suche/k0?keywords=…` and `/s-berlin/preis:10:100/fahrrad/k0l3331r50`, where the
 * words stand before the code and the radius in it.
 */
export function readSearchUrl(url: URL): SearchAddress | null {
  const path = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decoded)
  if (!isOwnHost(url.hostname) || !path[0]?.startsWith('s-') || path[0] === 's-anzeige') return null
  const get = (...names: string[]) => searchParameter(url, ...names)
  const last = path.at(-1)!
  const code = /^(?:k\d+)?(?:c(\d+))?(?:l\d+)?(?:r(\d+))?(?:\+.*)?$/.exec(last)
  const hasWords = /^k\d/.test(last)
  // Any part may be the first, which begins with "s-": without a place that is the price.
  const all = path.map((part, i) => (i === 0 ? part.slice('s-'.length) : part))
  const price = all.find((part) => /^preis:[\d.,]*:[\d.,]*$/.test(part))?.split(':')
  const parts = all
    .slice(0, code ? -1 : undefined)
    .filter((part) => !/^[a-z_]+:/.test(part) && part !== 'suche')
  const words = get('keywords') ?? (hasWords ? parts.at(-1)?.replaceAll('-', ' ') : undefined)
  const place = get('locationStr') ?? (hasWords && parts.length > 1 ? parts.at(-2) : undefined)
  const isHousing = /(?:wohnung|haus|wg|immobilien|zimmer)/.test(path[0])
  if (words === undefined && price === undefined && !isHousing) return null
  const town = place?.replaceAll('-', ' ')
  const radiusKm = searchNumber(get('radius') ?? code?.[2])
  return {
    ...(words !== undefined && { words }),
    priceMin: get('minPrice') ?? price?.[1],
    priceMax: get('maxPrice') ?? price?.[2],
    currency: 'EUR',
    country: 'DE',
    place: town === undefined || /^[\d\s-]+$/.test(town) ? town : `${town}, Germany`,
    ...(radiusKm !== undefined && { radiusKm }),
    ...(isHousing && { categories: ['housing'] satisfies Category[] }),
    notes:
      code?.[1] !== undefined && !isHousing
        ? ["The site's category was not carried over: give the rule one."]
        : [],
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
