import { type City, nameKey, namesakesOf, type PlacesData, readPlacesData } from './places-data.ts'
import { canonicalNames, type Qualifier, qualifiersOf, regionLabel } from './places-names.ts'

export interface Place {
  /** "Oakland, CA", "London, United Kingdom", "San Francisco, CA 94110". */
  label: string
  lat: number
  lon: number
  /** ISO 3166-1 alpha-2. */
  country: string
  postalCode?: string
}

/** Great-circle distance on the mean sphere (radius 6371.0088 km), by the haversine formula. */
export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = Math.PI / 180
  const sinLat = Math.sin(((b.lat - a.lat) * radians) / 2)
  const sinLon = Math.sin(((b.lon - a.lon) * radians) / 2)
  const h = sinLat * sinLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * sinLon * sinLon
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)))
}

// Static data, read at the first question; answers of recent questions, which repeat with every listing.
let data: PlacesData | undefined
let recent = new Map<string, Place | null>()
let older = new Map<string, Place | null>()
const recentMax = 10_000

/** Reads the data now, so that no later question of a busy process has to wait for it. */
export function readPlaces(): void {
  data ??= readPlacesData()
}

/**
 * The place that a short text names: a US or Canadian postal code, or a city with or without its region or
 * country ("Oakland, CA", "sao paulo brazil", "Portland, ME"). Of namesakes the largest is meant, unless one in
 * `near.country` is not a hundred times smaller. Null for regions, several places at once and anything unknown:
 * a wrong place hides listings, a missing one does not. Offline; the first call reads the data (about a second).
 */
export function findPlace(text: string, near: { country?: string } = {}): Place | null {
  if (text.length > 200) return null
  const key = `${near.country ?? ''}|${text}`
  const known = recent.get(key)
  if (known !== undefined) return known
  let place = older.get(key)
  if (place === undefined) {
    data ??= readPlacesData()
    place = lookUp(text, near.country?.toUpperCase(), data)
  }
  // Two generations: dropping the oldest key of one big Map has to step over all those dropped before it.
  if (recent.size >= recentMax) {
    older = recent
    recent = new Map()
  }
  recent.set(key, place)
  return place
}

function lookUp(text: string, near: string | undefined, places: PlacesData): Place | null {
  if (/[/|;\n]/.test(text)) return null
  const coded = byPostalCode(text, near, places)
  if (coded) return coded
  const parts = text
    .split(',', 6)
    .map(nameKey)
    .filter((part) => part !== '')
  // "10115 Berlin": the number is a postal code of a country whose codes we do not have.
  if (parts[0] !== undefined) parts[0] = parts[0].replace(/^\d{4,6} /, '')
  for (let start = 0; start < parts.length; start++) {
    const name = parts[start]!
    // "Temescal, Oakland, CA" falls back to Oakland, "Nowhere, California" not to a town called California.
    if (start > 0 && qualifiersOf(name).length > 0) return null
    const city = byName(name, parts.slice(start + 1), near, places)
    if (city) return toPlace(city)
  }
  return null
}

function byPostalCode(text: string, near: string | undefined, places: PlacesData): Place | null {
  if (!/\d{5}|[a-z]\d[a-z]/i.test(text)) return null
  const trimmed = text.trim().replace(/[ ,]+(?:usa?|canada|united states)\.?$/i, '')
  const us = /(?:^|[ ,])(\d{5})(?:-\d{4})?$/.exec(trimmed)?.[1] ?? /^(\d{5})(?:-\d{4})? /.exec(trimmed)?.[1]
  const canadian = /(?:^|[ ,])([a-z]\d[a-z])(?:[ -]?\d[a-z]\d)?$/i.exec(trimmed)?.[1]?.toUpperCase()
  const code = us ?? canadian
  if (code === undefined) return null
  const found = places.postalCodes.get(code)
  if (!found) return null
  const bare = /^[\d-]+$/.test(trimmed)
  if (near !== undefined && near !== found.country && (bare || !(near === 'US' || near === 'CA'))) return null
  // Words beside the digits must agree, or they are the postal code of another country.
  const agrees =
    bare ||
    canadian !== undefined ||
    ` ${nameKey(trimmed)} `.includes(` ${found.region.toLowerCase()} `) ||
    ` ${nameKey(trimmed)} `.includes(` ${nameKey(found.city)} `)
  if (!agrees) return null
  const { lat, lon, country } = found
  return { label: `${found.city}, ${found.region} ${code}`, lat, lon, country, postalCode: code }
}

function byName(
  name: string,
  rest: string[],
  near: string | undefined,
  places: PlacesData,
): City | undefined {
  const direct = best(name, rest, near, places)
  if (direct) return direct
  // "oakland california", "london uk": the last words may be the region or the country.
  let end = name.lastIndexOf(' ')
  for (let tail = 1; tail <= 3 && end > 0; tail++) {
    const qualifier = name.slice(end + 1)
    if (qualifiersOf(qualifier).length > 0) {
      const found = best(name.slice(0, end), [qualifier, ...rest], near, places)
      if (found) return found
    }
    end = name.lastIndexOf(' ', end - 1)
  }
  return undefined
}

function best(name: string, rest: string[], near: string | undefined, places: PlacesData): City | undefined {
  const alias = canonicalNames.get(name)
  const namesakes =
    alias === undefined
      ? namesakesOf(places.cities, name)
      : [...namesakesOf(places.cities, name), ...namesakesOf(places.cities, alias)]
  if (namesakes.length === 0) return undefined
  const known = rest.map(qualifiersOf).filter((meanings) => meanings.length > 0)
  if (known.length === 0) return unqualified(name, namesakes, rest.length > 0, near)
  let found: City | undefined
  let foundRank = 0
  for (const city of namesakes) {
    const rank = Math.min(...known.map((meanings) => rankOf(city, meanings)))
    const total = rank === 0 ? 0 : rank + (city.country === near ? 2 : 0)
    if (total > foundRank || (found && total === foundRank && city.population > found.population)) {
      found = city
      foundRank = total
    }
  }
  return found
}

/** 2 for its region, 1 for its country, 0 for neither: "Salem, IN" is Indiana before it is India. */
function rankOf(city: City, meanings: readonly Qualifier[]): number {
  let rank = 0
  for (const { country, region } of meanings) {
    if (city.country !== country || (region !== undefined && region !== city.region)) continue
    rank = Math.max(rank, region === undefined ? 1 : 2)
  }
  return rank
}

function unqualified(
  name: string,
  namesakes: readonly City[],
  hasUnknownQualifier: boolean,
  near: string | undefined,
): City | undefined {
  const largest = largestOf(namesakes)!
  const nearby = namesakes.filter((city) => city.country === near)
  const local = largestOf(nearby)
  const meant = local && local.population * 100 >= largest.population ? local : largest
  // "California" is not the town in Maryland, but "New York" and "Luxembourg" are cities.
  if (meant.population < 50_000 && qualifiersOf(name).length > 0) return undefined
  const alone = namesakes.length === 1 || nearby.length === 1
  return hasUnknownQualifier && !alone ? undefined : meant
}

function largestOf(cities: readonly City[]): City | undefined {
  return cities.reduce<City | undefined>(
    (best, city) => (best === undefined || city.population > best.population ? city : best),
    undefined,
  )
}

function toPlace({ name, lat, lon, country, region }: City): Place {
  // The data says "Washington, D.C.".
  return { label: `${name.split(',', 1)[0]}, ${regionLabel(country, region)}`, lat, lon, country }
}
