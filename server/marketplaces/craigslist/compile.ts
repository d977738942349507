import { badInput } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import { minorDigits } from '../../core/money.ts'
import { findPlace } from '../../core/places.ts'
import { kmPerMile } from '../../core/units.ts'
import type { Condition } from '../../model/listing-schema.ts'
import type { CompiledQuery, QueryFilter, SearchQuery } from '../contract.ts'
import { areaByName, areaCurrency, nearestArea } from './areas.ts'
import { categoryCodes } from './categories.ts'
import { conditionCodes } from './conditions.ts'
import { compileText } from './query-text.ts'

/** Beyond this the nearest area serves people somewhere else. */
const areaDistanceKmMax = 400

/** Ours that the site does not tell apart, as what it may call them. */
const otherwise: Partial<Record<Condition, string[]>> = { poor: ['50', '60'] }

/** A thing for parts may be sold as worse than it is said to be, and one in poor condition as either. */
const isExact = (condition: Condition) => condition !== 'poor' && condition !== 'for-parts'

const codesOf = (condition: Condition): string[] =>
  otherwise[condition] ?? Object.keys(conditionCodes).filter((code) => conditionCodes[code] === condition)

/**
 * The query as the parameters of the static result page, with `area` for its path. Throws AppError `bad-input`
 * when the source names no area that we can find.
 */
export function compileQuery(query: SearchQuery, settings: FieldValues): CompiledQuery {
  const area = areaOf(settings)
  const parts = [
    { request: { area, sort: 'date', ...sourceFilters(settings) } },
    categoryPart(query, settings),
    compileText(query),
    pricePart(query, areaCurrency(area)),
    conditionPart(query),
    placePart(query),
  ] satisfies Part[]
  const request = Object.assign({}, ...parts.map((part) => part.request)) as Record<string, string>
  return {
    request: Object.fromEntries(Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1))),
    pushed: parts.flatMap((part: Part) => part.pushed ?? []),
    residual: parts.flatMap((part: Part) => part.residual ?? []),
  }
}

/** One filter's share of a compiled query. */
export interface Part {
  request: Record<string, string>
  pushed?: QueryFilter[]
  residual?: QueryFilter[]
}

function text(value: FieldValues[string]): string {
  return value === undefined ? '' : String(value).trim()
}

/** The hostname that the source names in any form, else the area nearest to its place. */
function areaOf(settings: FieldValues): string {
  const named = text(settings.area)
  if (named !== '') return areaByName(named)?.host ?? hostOf(named)
  const place = text(settings.place)
  if (place !== '') {
    const found = findPlace(place)
    if (!found)
      throw badInput(`We do not know the place “${place}”.`, {
        place: 'Give a ZIP code or a city with its state.',
      })
    return nearest(found.lat, found.lon, found.country)
  }
  throw badInput('Say which Craigslist area to watch.', { area: 'Give an area such as sfbay, or a place.' })
}

/** `sfbay` from `sfbay`, `sfbay.craigslist.org` or an address there. */
function hostOf(named: string): string {
  const lower = named.toLowerCase()
  const path = /\/search\/area\/([a-z0-9-]{2,40})/.exec(lower)?.[1]
  const host = path ?? lower.replace(/^https?:\/\//, '').replace(/(?:\.craigslist\.org)?(?:\/.*)?$/, '')
  if (/^[a-z0-9][a-z0-9-]{0,39}$/.test(host) && host !== 'www') return host
  throw badInput(`“${named.slice(0, 60)}” is not a Craigslist area.`, {
    area: 'Give the first part of the area’s address: sfbay for sfbay.craigslist.org.',
  })
}

function nearest(lat: number, lon: number, country: string | undefined): string {
  const area = nearestArea(lat, lon, country)
  if (area.distanceKm <= areaDistanceKmMax) return area.host
  throw badInput('There is no Craigslist area near that place.', { area: 'Give the area yourself.' })
}

function sourceFilters(settings: FieldValues): Record<string, string> {
  const seller = text(settings.seller)
  return {
    ...((seller === 'owner' || seller === 'dealer') && { purveyor: seller }),
    ...(settings.withPhotos === true && { hasPic: '1' }),
  }
}

/** The source's own category rules; only a source for everything may narrow to the query's one category. */
function categoryPart(query: SearchQuery, settings: FieldValues): Part {
  const own = text(settings.category).toLowerCase() || 'sss'
  if (!/^[a-z]{3}$/.test(own))
    throw badInput('That is not a Craigslist category.', {
      category: 'Give a code of three letters such as fua.',
    })
  const [only, second] = query.categories
  if (only === undefined) return { request: { cat: own } }
  const mapped = second === undefined && own === 'sss' ? categoryCodes[only] : undefined
  if (!mapped) return { request: { cat: own }, residual: ['categories'] }
  return {
    request: { cat: mapped.code },
    pushed: ['categories'],
    ...(!mapped.exact && { residual: ['categories'] }),
  }
}

/** Whole units, rounded outwards; left to us when the area counts in another currency or in one we do not know. */
function pricePart(query: SearchQuery, currency: string | undefined): Part {
  const { priceCentsMin: min, priceCentsMax: max } = query
  if (min === undefined && max === undefined) return { request: {} }
  if (currency !== query.currency) return { request: {}, residual: ['price'] }
  const unit = 10 ** minorDigits(currency)
  const exact = (min ?? 0) % unit === 0 && (max ?? 0) % unit === 0
  return {
    request: {
      ...(min !== undefined && { min_price: String(Math.floor(min / unit)) }),
      ...(max !== undefined && { max_price: String(Math.ceil(max / unit)) }),
    },
    pushed: ['price'],
    ...(!exact && { residual: ['price'] }),
  }
}

function conditionPart(query: SearchQuery): Part {
  if (query.conditions.length === 0) return { request: {} }
  return {
    request: { condition: [...new Set(query.conditions.flatMap(codesOf))].sort().join(',') },
    pushed: ['conditions'],
    ...(!query.conditions.every(isExact) && { residual: ['conditions'] }),
  }
}

/** The site measures whole miles from the middle of a US postal code; anywhere else the distance is ours to test. */
function placePart(query: SearchQuery): Part {
  const { place } = query
  if (!place) return { request: {} }
  const zip = /^(\d{5})(?:-\d{4})?$/.exec(place.postalCode?.trim() ?? '')?.[1]
  if (!zip || (place.country ?? 'US') !== 'US') return { request: {}, residual: ['place'] }
  const miles = Math.max(1, Math.ceil(place.radiusKm / kmPerMile))
  return {
    request: { postal: zip, search_distance: String(miles) },
    pushed: ['place'],
    residual: ['place'],
  }
}

/** The address of a compiled request on the site, or on `origin` (an address without a slash at its end). */
export function searchAddress(request: Record<string, string>, origin: string): string {
  const { area = '', cat = 'sss', condition, ...rest } = request
  const params = new URLSearchParams({ cat, ...rest })
  for (const code of condition?.split(',') ?? []) params.append('condition', code)
  return `${origin}/search/area/${encodeURIComponent(area)}?${params}`
}
