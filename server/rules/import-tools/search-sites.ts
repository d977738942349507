import { parsePrice } from '../../core/money.ts'
import type { SearchAddress } from '../../model/search-address.ts'
import type { Fields } from './imported.ts'
import { expressionWords, plainWords } from './words.ts'

/** An address of a site. */
export interface Reading {
  url: URL
  /** The first of these parameters that says something, names compared without case. */
  get(...names: string[]): string | undefined
  /** What stands in the path, decoded. */
  path: string[]
  notes: string[]
}

export interface Site {
  name: string
  hosts: RegExp
  /** Null where the address is no search. */
  read(reading: Reading): Fields | null
}

/** Sites without an adapter here whose searches' addresses we read, by what their hosts end in. */
export const otherSites: readonly Site[] = [
  {
    name: 'Vinted',
    hosts: /(?:^|\.)vinted\.(?:com|co\.uk|de|fr|it|es|nl|be|pl|at|pt|lt|cz|se|lu)$/,
    read: readVinted,
  },
  { name: 'ImmoScout24', hosts: /(?:^|\.)immobilienscout24\.(?:de|at)$/, read: readHousing },
  { name: 'Immowelt', hosts: /(?:^|\.)immowelt\.(?:de|at)$/, read: readHousing },
  { name: 'Immonet', hosts: /(?:^|\.)immonet\.de$/, read: readHousing },
  { name: 'WG-Gesucht', hosts: /(?:^|\.)wg-gesucht\.de$/, read: readHousing },
]

const currencyByHost: readonly (readonly [RegExp, string])[] = [
  [/\.co\.uk$/, 'GBP'],
  [/\.com\.au$/, 'AUD'],
  [/\.ca$/, 'CAD'],
  [/\.ch$/, 'CHF'],
  [/\.jp$/, 'JPY'],
  [/\.pl$/, 'PLN'],
  [/\.cz$/, 'CZK'],
  [/\.se$/, 'SEK'],
  [/\.(?:de|fr|it|es|at|ie|nl|be|pt|lt|lu)$/, 'EUR'],
]

function currencyOf({ url }: Reading): string {
  return currencyByHost.find(([end]) => end.test(url.hostname))?.[1] ?? 'USD'
}

/** "1000,50", "1.000" and "$1,000" as the sites take them; what is no amount is left out with a note. */
function prices(min: string | undefined, max: string | undefined, currency: string, notes: string[]): Fields {
  const cents = (text: string | undefined) => {
    if (text === undefined || text.trim() === '') return null
    const price = parsePrice(text.slice(0, 60), currency)
    if (price?.currency === currency) return price.priceCents
    notes.push(`The price limit "${text.slice(0, 30)}" was not carried over: it cannot be read as an amount.`)
    return null
  }
  const [low, high] = [cents(min), cents(max)]
  const swapped = low !== null && high !== null && low > high
  return {
    ...(low !== null && { [swapped ? 'priceCentsMax' : 'priceCentsMin']: low }),
    ...(high !== null && { [swapped ? 'priceCentsMin' : 'priceCentsMax']: high }),
    currency,
  }
}

/** Postal codes are known of the USA only, and those of other countries look alike. */
function abroad(place: string | undefined, country: string | null, notes: string[]): string | undefined {
  if (place === undefined) return undefined
  if (!/^[\d\s-]+$/.test(place)) return country === null ? place : `${place}, ${country}`
  notes.push(`The postal code ${place.slice(0, 12)} was not carried over: give the rule a place.`)
  return undefined
}

function near(place: string | undefined, radiusKm?: number): Fields {
  if (place === undefined) return {}
  return {
    places: [
      { place, radiusKm: radiusKm === undefined ? null : Math.min(20_000, Math.round(radiusKm * 10) / 10) },
    ],
  }
}

/** Site's names or numbers of conditions as ours; those that we do not know are told. */
function conditions(
  codes: readonly string[],
  known: Readonly<Record<string, readonly string[]>>,
  notes: string[],
): Fields {
  const found = codes.flatMap((code) => (Object.hasOwn(known, code) ? known[code]! : []))
  const unknown = codes.filter((code) => !Object.hasOwn(known, code))
  if (unknown.length > 0)
    notes.push(`The condition ${unknown.slice(0, 5).join(', ')} is not known here and was left out.`)
  // Wanting part of the conditions of which we know only some would leave out what the search had.
  return found.length === 0 || unknown.length > 0 ? {} : { conditions: [...new Set(found)] }
}

const vintedConditions = {
  '6': ['new'],
  '1': ['new', 'like-new'],
  '2': ['excellent'],
  '3': ['good'],
  '4': ['fair'],
} as const

function readVinted(reading: Reading): Fields | null {
  const { url, get, path, notes } = reading
  const words = get('search_text')
  if (path[0] !== 'catalog' || words === undefined) return null
  const written = get('currency')?.toUpperCase()
  const currency = /^[A-Z]{3}$/.test(written ?? '') ? written! : currencyOf(reading)
  return {
    ...plainWords(words),
    ...prices(get('price_from'), get('price_to'), currency, notes),
    ...conditions(url.searchParams.getAll('status_ids[]'), vintedConditions, notes),
  }
}

/** Searches for a home say price, rooms and size; a rule can say the price. */
function readHousing(reading: Reading): Fields {
  const { get, path, notes } = reading
  const [low, high] = get('price')?.split('-') ?? []
  const rooms = get('numberofrooms', 'numberOfRoomsMin', 'rmi', 'roomsMin')
  const size = get('livingspace', 'spaceMin', 'wflmi', 'sMin')
  if (rooms !== undefined) notes.push(`The number of rooms (${rooms.slice(0, 20)}) was not carried over.`)
  if (size !== undefined) notes.push(`The size (${size.slice(0, 20)}) was not carried over.`)
  const country = /\.at$/.test(reading.url.hostname) ? 'Austria' : 'Germany'
  const place = path[0] === 'Suche' ? path.slice(2, -1).at(-1) : undefined
  return {
    categories: ['housing'],
    ...prices(get('priceMin', 'pmi') ?? low, get('priceMax', 'pma', 'rMax') ?? high, 'EUR', notes),
    ...near(abroad(place?.replaceAll('-', ' '), country, notes)),
  }
}

/** What the address of an adapter's site asks for. */
export function fieldsOf(asked: SearchAddress, notes: string[]): Fields {
  const { expression, words = expression, place, country, conditions: codes = [] } = asked
  notes.push(...asked.notes)
  const known = codes.flatMap(({ code, means }) => (means === null ? [] : [[code, means] as const]))
  return {
    ...(expression !== undefined
      ? wordsOf(expression, words!, notes)
      : words !== undefined && plainWords(words)),
    ...prices(asked.priceMin, asked.priceMax, asked.currency, notes),
    ...near(country === 'US' ? place : abroad(place, null, notes), asked.radiusKm),
    ...conditions(
      codes.map(({ code }) => code),
      Object.fromEntries(known),
      notes,
    ),
    ...(asked.handover !== undefined && { handover: asked.handover }),
    ...(asked.categories !== undefined && { categories: [...asked.categories] }),
  }
}

/** As an expression where it is one to us too, else as plain words. */
function wordsOf(expression: string, written: string, notes: string[]): Fields {
  const fields = expressionWords(expression)
  if (fields !== null) return fields
  notes.push(
    `The words ${JSON.stringify(written.slice(0, 60))} were taken as plain words: all must be there.`,
  )
  return plainWords(written.replace(/[(),|]/g, ' '))
}
