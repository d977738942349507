import { isInside, type MapBox } from './map-box.ts'
import { distanceKm, findPlace, type Near, type Place, rankOf, readPlaces, toPlace } from './places.ts'
import { type City, nameKey, namesakesOf, type PlacesData } from './places-data.ts'
import { qualifiersOf } from './places-names.ts'

/** Beginnings that more names have are too short to tell anything: of those the first are looked at. */
const namesMax = 5_000
/** A town within reach is meant before one of the same name that is so many times larger. */
const reachKm = 150
const nearerFactor = 100
const inCountryFactor = 10
/** The whole name, before longer ones that begin with it. */
const wholeFactor = 20

/** The names in their order, made at the first question. */
const sorted = new WeakMap<PlacesData, string[]>()

/**
 * Places that a text may be the beginning of, the likeliest first: what it means as it stands, then towns whose names begin
 * so, those near before larger ones far away. What stands behind a comma narrows to a region or country.
 */
export function suggestPlaces(text: string, near: Near, limit: number): Place[] {
  const [name = '', ...rest] = text.slice(0, 200).split(',', 6).map(nameKey)
  const exact = findPlace(text, near)
  // Of a quarter that nobody knows the town behind the comma is meant, once that was typed to its end.
  const isMeant = exact !== null && (rest.length === 0 || nameKey(exact.label).startsWith(name))
  const found = new Map<string, Place>(isMeant ? [[exact.label, exact]] : [])
  if (name !== '')
    for (const { city } of towns(name, rest.filter(Boolean), near)) {
      if (found.size >= limit) break
      const place = toPlace(city)
      if (!found.has(place.label)) found.set(place.label, place)
    }
  return [...found.values()].slice(0, limit)
}

function towns(name: string, rest: string[], near: Near): { city: City; weight: number }[] {
  const { cities } = readPlaces()
  return namesFrom(name)
    .flatMap((key) =>
      namesakesOf(cities, key)
        .filter((city) => rest.every((part) => isWithin(city, part)))
        .map((city) => ({ city, weight: weightOf(city, near) * (key === name ? wholeFactor : 1) })),
    )
    .sort((a, b) => b.weight - a.weight)
}

/** Names that begin so, in their order. */
function namesFrom(beginning: string): string[] {
  const names = sortedNames(readPlaces())
  let [low, high] = [0, names.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]! < beginning) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < names.length && end - low < namesMax && names[end]!.startsWith(beginning)) end++
  return names.slice(low, end)
}

function sortedNames(data: PlacesData): string[] {
  const known = sorted.get(data)
  if (known) return known
  const names = [...data.cities.keys()].sort()
  sorted.set(data, names)
  return names
}

/** Of that region or country, or of one whose name begins so: it may still be typed. */
function isWithin(city: City, part: string): boolean {
  const meanings = qualifiersOf(part)
  if (meanings.length > 0 && rankOf(city, meanings) > 0) return true
  const [, ...behind] = toPlace(city).label.split(', ')
  return nameKey(behind.join(' ')).startsWith(part)
}

function weightOf(city: City, { country, lat, lon }: Near): number {
  const isNear = lat !== undefined && lon !== undefined && distanceKm({ lat, lon }, city) <= reachKm
  return (city.population + 1) * (isNear ? nearerFactor : city.country === country ? inCountryFactor : 1)
}

/** The town that a point is in or nearest to; null where none is within reach. */
export function nearestPlace(point: { lat: number; lon: number }): Place | null {
  let nearest: { city: City; km: number } | null = null
  for (const named of readPlaces().cities.values())
    for (const city of Array.isArray(named) ? named : [named]) {
      // Most are known to be far by one difference.
      if (Math.abs(city.lat - point.lat) > 1.5) continue
      const km = distanceKm(point, city)
      if (km <= reachKm && (nearest === null || km < nearest.km)) nearest = { city, km }
    }
  return nearest && toPlace(nearest.city)
}

/** The largest first, made at the first question. */
const bySize = new WeakMap<PlacesData, City[]>()

/** The largest towns of a part of a map, the largest first. */
export function townsIn(
  box: MapBox,
  limit: number,
): { name: string; lat: number; lon: number; population: number }[] {
  const found: ReturnType<typeof townsIn> = []
  for (const { name, lat, lon, population } of citiesBySize(readPlaces())) {
    if (found.length >= limit) break
    if (isInside(box, { lat, lon })) found.push({ name: name.split(',', 1)[0]!, lat, lon, population })
  }
  return found
}

function citiesBySize(data: PlacesData): City[] {
  const known = bySize.get(data)
  if (known) return known
  const cities = [...data.cities.values()].flat().sort((a, b) => b.population - a.population)
  bySize.set(data, cities)
  return cities
}
