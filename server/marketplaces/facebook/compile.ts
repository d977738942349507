import { badInput } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import { askedWords, inOrder, wholeBounds } from '../asked-words.ts'
import type { CompiledQuery, SearchQuery } from '../contract.ts'

const wordsMax = 100

/**
 * The query as the parameters of a logged-out page of results in the source's city. The site takes words loosely and
 * knows neither "or" nor "not"; what it cannot be told is left to us. Throws AppError `bad-input` without a city.
 */
export function compileQuery(query: SearchQuery, settings: FieldValues): CompiledQuery {
  const city = String(settings.city ?? '')
    .trim()
    .toLowerCase()
  if (!/^[a-z0-9.-]{2,60}$/.test(city))
    throw badInput('Say in which city to look.', {
      city: 'Give the city as the address of its page has it: houston for facebook.com/marketplace/houston.',
    })
  const { text, pushed, residual } = askedWords(query, wordsMax)
  for (const filter of ['categories', 'conditions'] as const)
    if (query[filter].length > 0) residual.push(filter)
  if (query.place) residual.push('place')
  const currency = String(settings.currency ?? 'USD')
    .trim()
    .toUpperCase()
  const price = wholeBounds(query, currency)
  if (query.priceCentsMin !== undefined || query.priceCentsMax !== undefined) residual.push('price')
  if (price !== null) pushed.push('price')
  return {
    request: inOrder({
      city,
      ...(price?.min !== undefined && { minPrice: price.min }),
      ...(price?.max !== undefined && { maxPrice: price.max }),
      ...(text !== '' && { query: text }),
    }),
    pushed,
    residual,
    ...(text === '' && {
      impossible:
        'Facebook Marketplace is searched by words that every listing must have: give the rule one.',
    }),
  }
}

/** Path and query of the page of results, newest first. */
export function searchPath({ city = '', ...rest }: Record<string, string>): string {
  const params = new URLSearchParams({ ...rest, exact: 'false', sortBy: 'creation_time_descend' })
  return `/marketplace/${encodeURIComponent(city)}/search/?${params}`
}
