import { badInput } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import { askedWords, inOrder } from '../asked-words.ts'
import type { CompiledQuery, SearchQuery } from '../contract.ts'
import { type SiteKey, siteKeys, sites } from './sites.ts'

export const rowsPerPage = 100
const wordsMax = 100
/** The site might take them for more than signs. */
const signs = /["“”„|()*\\+&\p{C}]/gu
/** Distances that the sites offer, in km. */
const radii = [3, 5, 10, 15, 25, 50, 75]

export function siteOfSettings(settings: FieldValues): SiteKey {
  return siteKeys.find((key) => key === settings.site) ?? 'nl'
}

/**
 * The query as the parameters of the site's own search. It knows no "or" and no "not"; conditions are left to us, since ads
 * without one would be hidden. Throws AppError `bad-input` for a category that is no number.
 */
export function compileQuery(query: SearchQuery, settings: FieldValues): CompiledQuery {
  const site = siteOfSettings(settings)
  const category = String(settings.category ?? '').trim()
  if (category !== '' && !/^\d{1,5}$/.test(category))
    throw badInput('That is not a category.', {
      category: 'Give the number of a main category, such as 445 for bikes.',
    })
  const { text, pushed, residual } = askedWords(query, wordsMax, signs)
  for (const filter of ['categories', 'conditions'] as const)
    if (query[filter].length > 0) residual.push(filter)
  const price = priceRange(query)
  if (price !== null) (price === 'ours' ? residual : pushed).push('price')
  const place = placeOf(query, site)
  if (place !== null) residual.push('place')
  if (place !== null && place !== 'ours') pushed.push('place')
  return {
    request: inOrder({
      ...(category !== '' && { category }),
      ...(place !== null && place !== 'ours' && place),
      ...(price !== null && price !== 'ours' && { price }),
      ...(text !== '' && { query: text }),
      site,
    }),
    pushed,
    residual,
    ...(text === '' &&
      category === '' && {
        impossible:
          'It is searched by words that every ad must have, or in a category: give the rule or the source one of them.',
      }),
  }
}

/** In cents, as the site counts, too. */
function priceRange({
  priceCentsMin: min,
  priceCentsMax: max,
  currency,
}: SearchQuery): string | 'ours' | null {
  if (min === undefined && max === undefined) return null
  return currency === 'EUR' ? `PriceCents:${min ?? 0}:${max ?? 'null'}` : 'ours'
}

function placeOf(
  { place }: SearchQuery,
  site: SiteKey,
): { distanceMeters: string; postcode: string } | 'ours' | null {
  if (!place) return null
  const { country } = sites[site]
  const form = country === 'NL' ? /^(\d{4}) ?([A-Za-z]{2})$/ : /^(\d{4})()$/
  const code = place.country === country ? form.exec(place.postalCode?.trim() ?? '') : null
  // The site measures to the middle of the other place, too.
  const radius = radii.find((km) => km >= place.radiusKm + 2)
  if (!code || radius === undefined) return 'ours'
  return { distanceMeters: String(radius * 1000), postcode: `${code[1]}${code[2]}`.toUpperCase() }
}

/** Path and query of the rows of the compiled request from `offset` on. */
export function searchPath(request: Record<string, string>, offset: number): string {
  const { category, distanceMeters, postcode, price, query } = request
  const params = new URLSearchParams({
    limit: String(rowsPerPage),
    offset: String(offset),
    searchInTitleAndDescription: 'true',
    sortBy: 'SORT_INDEX',
    sortOrder: 'DECREASING',
    viewOptions: 'list-view',
    ...(query !== undefined && { query }),
    ...(category !== undefined && { l1CategoryId: category }),
    ...(postcode !== undefined && distanceMeters !== undefined && { postcode, distanceMeters }),
  })
  if (price !== undefined) params.append('attributeRanges[]', price)
  return `/lrp/api/search?${params}`
}
