import { distanceKm } from '../../core/places.ts'
import { areaTable } from './area-table.ts'

export interface Area {
  /** `sfbay` of sfbay.craigslist.org. */
  host: string
  lat: number
  lon: number
  /** ISO 3166 alpha-2. */
  country: string
  name: string
}

// Made on first use: a search for one hostname must not walk 541 rows for every page.
let byHost: Map<string, Area> | undefined

function areas(): Map<string, Area> {
  byHost ??= new Map(
    areaTable.map(([host, lat, lon, country, name]) => [host, { host, lat, lon, country, name }]),
  )
  return byHost
}

export function areaByHost(host: string): Area | undefined {
  return areas().get(host)
}

/** An area by its full name as people write it ("San Francisco Bay Area"), whatever its case. */
export function areaByName(name: string): Area | undefined {
  const wanted = name.trim().toLowerCase()
  for (const area of areas().values()) if (area.name.toLowerCase() === wanted) return area
  return undefined
}

/**
 * The area whose middle is nearest, in `country` (ISO 3166) where it has any: Detroit is nearer to Windsor, Ontario
 * than to most of Michigan, but another country's currency and border are in between.
 */
export function nearestArea(lat: number, lon: number, country?: string): Area & { distanceKm: number } {
  const all = [...areas().values()]
  const here = all.filter((area) => area.country === country)
  let best: Area | undefined
  let bestKm = Number.POSITIVE_INFINITY
  for (const area of here.length > 0 ? here : all) {
    const km = distanceKm({ lat, lon }, area)
    if (km < bestKm) [best, bestKm] = [area, km]
  }
  if (!best) throw new RangeError(`No place on Earth: ${lat}, ${lon}`)
  return { ...best, distanceKm: bestKm }
}

/** The currency in which an area's prices are written; undefined for an area that is not in the table. */
export function areaCurrency(host: string | undefined): string | undefined {
  const country = host === undefined ? undefined : areaByHost(host)?.country
  return country === undefined ? undefined : (currencies[country] ?? 'EUR')
}

/** Every other country of the table pays in euros. */
const currencies: Record<string, string> = {
  US: 'USD',
  CA: 'CAD',
  GB: 'GBP',
  CH: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  TR: 'TRY',
  IL: 'ILS',
  AU: 'AUD',
  NZ: 'NZD',
  JP: 'JPY',
  KR: 'KRW',
  HK: 'HKD',
  SG: 'SGD',
  TW: 'TWD',
  TH: 'THB',
  PH: 'PHP',
  ID: 'IDR',
  MY: 'MYR',
  IN: 'INR',
  AE: 'AED',
  ZA: 'ZAR',
  MX: 'MXN',
  AR: 'ARS',
  BR: 'BRL',
  CL: 'CLP',
  CO: 'COP',
  PE: 'PEN',
  CR: 'CRC',
}
