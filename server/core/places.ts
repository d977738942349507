import { type City, nameKey, namesakesOf, type PlacesData, readPlacesData } from './places-data.ts'
import { canonicalNames, type Qualifier, qualifiersOf, regionLabel } from './places-names.ts'
import { pointIn } from './places-point.ts'

export interface Place {
  /** "Oakland, CA", "London, United Kingdom", "San Francisco, CA 94110". */
  label: string
  lat: number
  lon: number
  /** ISO 3166-1 alpha-2; '' = of a point on a map that no town is said of. */
  country: string
  postalCode?: string
}

/** What is known of where a text was written, from which places are looked for before the world. */
export interface Near {
  /** ISO 3166-1 alpha-2. */
  country?: string
  lat?: number
  lon?: number
  /** The point is the area of the page itself, not just where the person lives who reads it. */
  isArea?: boolean
  /** Among places of one name that are about as large, none is meant. */
  strict?: boolean
}

/** Towns of an area, or round a home, lie this near. */
const reachKm = 150
/** Towns that are named by a larger one beside them lie this near. */
const quarterKm = 50
/** People; a smaller one is seldom named for the place beside it. */
const townOfQuarters = 15_000
/** A place so much larger than its namesakes is the one that people mean. */
const clearlyLarger = 3

/** Currencies of one country, which dollars and euros are not. */
const countriesOfCurrencies: ReadonlyMap<string, string> = new Map(
  'GBP CAD AUD NZD INR PLN CZK HUF SEK NOK DKK BRL MXN JPY KRW TRY ZAR RON BGN UAH ILS THB PHP IDR MYR SGD HKD TWD CNY ARS CLP COP PEN RUB'
    .split(' ')
    .map((code) => [code, code.slice(0, 2)]),
)

/** The country whose own currency that is; undefined for one that several use. */
export function countryOfCurrency(currency: string | undefined): string | undefined {
  return currency === undefined ? undefined : countriesOfCurrencies.get(currency)
}

/** Great-circle distance on the mean sphere (radius 6371.0088 km), by the haversine formula. */
export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = Math.PI / 180
  const sinLat = Math.sin(((b.lat - a.lat) * radians) / 2)
  const sinLon = Math.sin(((b.lon - a.lon) * radians) / 2)
  const h = sinLat * sinLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * sinLon * sinLon
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** What to write instead of a text that names no place. */
export function placeProblem(text: string): string {
  return `${JSON.stringify(text)} was not found; write a ZIP code (94110) or a city with its state or country (Oakland, CA)`
}

// Static data, read at the first question; answers of recent questions, which repeat with every listing.
let data: PlacesData | undefined
let recent = new Map<string, Place | null>()
let older = new Map<string, Place | null>()
const recentMax = 10_000

/** Reads the data now, so that no later question of a busy process has to wait for it. */
export function readPlaces(): PlacesData {
  data ??= readPlacesData()
  return data
}

/**
 * The place that a short text names: a US or Canadian postal code, or a city with or without its region or
 * country ("Oakland, CA", "sao paulo brazil", "Portland, ME"). Of namesakes one within reach of `near` is meant, else the
 * largest, unless one in `near.country` is not a hundred times smaller; with `near.strict` only one that is clearly
 * larger than the others. Null for regions, several places at once and anything unknown:
 * a wrong place hides listings, a missing one does not. Offline; the first call reads the data (about a second).
 */
export function findPlace(text: string, near: Near = {}): Place | null {
  if (text.length > 200) return null
  const { country = '', lat = '', lon = '', isArea = false, strict = false } = near
  const key = `${country}|${lat},${lon}|${isArea ? 1 : 0}${strict ? 1 : 0}|${text}`
  const known = recent.get(key)
  if (known !== undefined) return known
  let place = older.get(key)
  if (place === undefined) {
    place = lookUp(text, { ...near, ...(country && { country: country.toUpperCase() }) }, readPlaces())
  }
  // Two generations: dropping the oldest key of one big Map has to step over all those dropped before it.
  if (recent.size >= recentMax) {
    older = recent
    recent = new Map()
  }
  recent.set(key, place)
  return place
}

function lookUp(text: string, near: Near, places: PlacesData): Place | null {
  if (/[/|;\n]/.test(text)) return null
  const point = pointIn(text)
  if (point) return toPoint(point, near, places)
  const coded = byPostalCode(withoutDecimals(text), near.country, places)
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
    const rest = parts.slice(start + 1)
    const around = townBehind(rest, near, places)
    const city = around === undefined ? byName(name, rest, near, places) : quarterOf(name, around, places)
    // "Boston, Foothills": a hamlet of a name that may be a region's.
    if (start > 0 && rest.length === 0 && (city?.population ?? 0) < townOfQuarters) return null
    if (city) return toPlace(city)
  }
  return null
}

/** The town of which a quarter or a suburb may be named before it; undefined for regions and hamlets. */
function townBehind([name, ...rest]: string[], near: Near, places: PlacesData): City | undefined {
  if (name === undefined || qualifiersOf(name).length > 0) return undefined
  const town = byName(name, rest, near, places)
  return town !== undefined && town.population >= townOfQuarters ? town : undefined
}

/**
 * "Croydon, London": a town by the one that stands behind it, and none far from there: the Camberwell that lists know is in
 * Melbourne.
 */
function quarterOf(name: string, around: City, { cities }: PlacesData): City | undefined {
  const within = namesakesOf(cities, canonicalNames.get(name) ?? name)
  return largestOf(within.filter((city) => distanceKm(city, around) <= quarterKm))
}

function toPoint(
  { town, lat, lon }: NonNullable<ReturnType<typeof pointIn>>,
  near: Near,
  places: PlacesData,
): Place {
  const label = `${town} (${lat}, ${lon})`.trim()
  return { label, lat, lon, country: (town && lookUp(town, near, places)?.country) || '' }
}

/** Spreadsheets and data frames make "94110.0" of a postal code. */
function withoutDecimals(text: string): string {
  return text.replace(/(^|[ ,])(\d{3,5})\.0+(?=$|[ ,])/, '$1$2')
}

/** Has postal codes of the United States and a country code of its own. */
const territories: ReadonlySet<string> = new Set(['PR', 'VI', 'GU', 'AS', 'MP'])

/** The letters of its state, '' for the United States as a whole; nothing for another country. */
function usRegion({ country, region }: Qualifier): string[] {
  if (country === 'US') return [region ?? '']
  return territories.has(country) ? [country] : []
}

/** A US postal code without its zeros, which spreadsheets take for a number: only beside its state or in its country. */
function byShortCode(text: string, near: string | undefined, places: PlacesData): Place | null {
  const match = /^(?:(.*?)[ ,]+)?(\d{3,4})(?:[ ,]+(.*))?$/.exec(text.trim())
  if (!match) return null
  const [, before = '', digits, behind = ''] = match
  const others = `${before},${behind}`
    .split(',')
    .map(nameKey)
    .filter((part) => part !== '')
  const statesIn = (part: string) => qualifiersOf(part).flatMap(usRegion)
  const inUs = others.some((part) => statesIn(part).length > 0)
  const elsewhere = others.some((part) => {
    const meanings = qualifiersOf(part)
    return meanings.length > 0 && statesIn(part).length === 0
  })
  const code = digits!.padStart(5, '0')
  const found = places.postalCodes.get(code)
  if (!found || elsewhere || (!inUs && (near !== 'US' || others.length > 0))) return null
  const states = others.flatMap(statesIn).filter((region) => region !== '')
  if (states.length > 0 && !states.includes(found.region)) return null
  // "Boston 1959": words that are no state must be the town, or the digits are something else.
  const isTown = (part: string) => qualifiersOf(part).length > 0 || part === nameKey(found.city)
  if (!others.every(isTown)) return null
  const { lat, lon, country } = found
  return { label: `${found.city}, ${found.region} ${code}`, lat, lon, country, postalCode: code }
}

function byPostalCode(text: string, near: string | undefined, places: PlacesData): Place | null {
  if (/(?:^|[ ,])\d{3,4}(?:$|[ ,])/.test(text) && !/\d{5}/.test(text)) return byShortCode(text, near, places)
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

function byName(name: string, rest: string[], near: Near, places: PlacesData): City | undefined {
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

function best(name: string, rest: string[], near: Near, places: PlacesData): City | undefined {
  const alias = canonicalNames.get(name)
  const namesakes =
    alias === undefined
      ? namesakesOf(places.cities, name)
      : [...namesakesOf(places.cities, name), ...namesakesOf(places.cities, alias)]
  if (namesakes.length === 0) return undefined
  const known = rest.map(qualifiersOf).filter((meanings) => meanings.length > 0)
  if (known.length === 0) return unqualified(name, namesakes, rest.length > 0, near)
  let found: City[] = []
  let foundRank = 1
  for (const city of namesakes) {
    const rank = Math.min(...known.map((meanings) => rankOf(city, meanings)))
    const total = rank === 0 ? 0 : rank + (city.country === near.country ? 2 : 0)
    if (total > foundRank) [found, foundRank] = [[city], total]
    else if (total === foundRank) found.push(city)
  }
  return nearestOf(found, near) ?? largestOf(found)
}

/** 2 for its region, 1 for its country, 0 for neither: "Salem, IN" is Indiana before it is India. */
export function rankOf(city: City, meanings: readonly Qualifier[]): number {
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
  near: Near,
): City | undefined {
  const largest = largestOf(namesakes)!
  const inReach = near.lat === undefined ? [] : namesakes.filter((city) => kmFrom(near, city) <= reachKm)
  const inCountry = namesakes.filter((city) => city.country === near.country)
  const local = near.isArea || inReach.length > 0 ? nearestOf(inReach, near) : largestOf(inCountry)
  // Several towns of the area: which of them is not said.
  if (inReach.length > 0 && local === undefined) return undefined
  const isLocal =
    local !== undefined &&
    ((near.isArea && inReach.length > 0) || local.population * 100 >= largest.population)
  const meant = isLocal ? local : beyond(namesakes, inCountry, near)
  // "California" is not the town in Maryland, but "New York" and "Luxembourg" are cities.
  if (meant === undefined || (meant.population < 50_000 && qualifiersOf(name).length > 0)) return undefined
  if (near.strict && !inReach.includes(meant)) {
    const rivals = meant.country === near.country ? inCountry : namesakes
    if (!isClearlyLargest(meant, rivals)) return undefined
  }
  const alone = namesakes.length === 1 || inReach.length === 1 || inCountry.length === 1
  return hasUnknownQualifier && !alone ? undefined : meant
}

/** What a name means that no town of the area has: in its country, and only where the rest of the world leaves no doubt. */
function beyond(namesakes: readonly City[], inCountry: readonly City[], near: Near): City | undefined {
  const largest = largestOf(namesakes)
  if (!near.isArea || namesakes.length === 1) return largest
  const inland = largestOf(inCountry)
  return inland && largest && inland.population * 100 >= largest.population ? inland : undefined
}

function isClearlyLargest(city: City, rivals: readonly City[]): boolean {
  return rivals.every(
    (other) =>
      other === city || city.population >= other.population * clearlyLarger || distanceKm(city, other) < 30,
  )
}

function kmFrom({ lat, lon }: Near, city: City): number {
  return lat === undefined || lon === undefined ? Number.POSITIVE_INFINITY : distanceKm({ lat, lon }, city)
}

/** Of towns within reach the one that is nearer or larger by far; undefined where there is none. */
function nearestOf(cities: readonly City[], near: Near): City | undefined {
  const weighed = cities
    .map((city) => ({ city, km: kmFrom(near, city) }))
    .filter(({ km }) => km <= reachKm)
    .map(({ city, km }) => ({ city, weight: (city.population + 1000) / (km + 20) ** 2 }))
    .sort((a, b) => b.weight - a.weight)
  const [first, second] = weighed
  if (first === undefined) return undefined
  return second === undefined || first.weight >= second.weight * 2 || distanceKm(first.city, second.city) < 30
    ? first.city
    : undefined
}

function largestOf(cities: readonly City[]): City | undefined {
  return cities.reduce<City | undefined>(
    (best, city) => (best === undefined || city.population > best.population ? city : best),
    undefined,
  )
}

/** A city as it is named to people. */
export function toPlace({ name, lat, lon, country, region }: City): Place {
  // The data says "Washington, D.C.".
  return { label: `${name.split(',', 1)[0]}, ${regionLabel(country, region)}`, lat, lon, country }
}
