import { badInput } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import { findPlace } from '../../core/places.ts'
import { kmPerMile } from '../../core/units.ts'
import { askedWords, inOrder, wholeBounds } from '../asked-words.ts'
import type { CompiledQuery, SearchQuery } from '../contract.ts'

const wordsMax = 100
/** Distances that the site offers, in miles. */
const radii = [5, 10, 20, 30, 50]

/**
 * The query as the parameters of the page of results: words, whole dollars, a point and a distance. Where the rule has no
 * place, the source's counts. Throws AppError `bad-input` for a place that is not known.
 */
export function compileQuery(query: SearchQuery, settings: FieldValues): CompiledQuery {
  const { text, pushed, residual } = askedWords(query, wordsMax)
  for (const filter of ['categories', 'conditions'] as const)
    if (query[filter].length > 0) residual.push(filter)
  const price = wholeBounds(query, 'USD')
  if (query.priceCentsMin !== undefined || query.priceCentsMax !== undefined) {
    residual.push('price')
    if (price !== null) pushed.push('price')
  }
  const place = placeOf(query, settings)
  if (query.place) {
    residual.push('place')
    if (place !== null) pushed.push('place')
  }
  return {
    request: inOrder({
      ...place,
      ...(price?.min !== undefined && { price_min: price.min }),
      ...(price?.max !== undefined && { price_max: price.max }),
      ...(text !== '' && { q: text }),
    }),
    pushed,
    residual,
    ...(place === null && {
      impossible:
        'OfferUp is searched around a place, up to 50 miles: the rule’s is wider, or not in the USA.',
    }),
  }
}

function placeOf({ place }: SearchQuery, settings: FieldValues): Record<string, string> | null {
  if (place && (place.country ?? 'US') !== 'US') return null
  const written = String(settings.place ?? '').trim()
  const own = place ?? (written === '' ? null : findPlace(written))
  if (!own)
    throw badInput(`We do not know the place “${written}”.`, {
      place: 'Give a ZIP code or a city with its state.',
    })
  const miles = place ? place.radiusKm / kmPerMile : 30
  const radius = radii.find((limit) => limit >= miles)
  if (radius === undefined) return null
  return { lat: own.lat.toFixed(3), lon: own.lon.toFixed(3), radius: String(radius) }
}

/** Path and query of the page of results, newest first. */
export function searchPath(request: Record<string, string>): string {
  return `/search?${new URLSearchParams({ ...request, sort: '-posted' })}`
}
