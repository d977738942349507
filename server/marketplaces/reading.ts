import { type SeenListing, seenListingSchema } from '../model/listing-schema.ts'
import { fitsPlainly } from './plain-listing.ts'

/**
 * What adapters do with the pieces of a page before they are a listing: text, numbers, addresses, JSON of no known
 * shape.
 */

export function clean(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** A title as it was written, in one line. */
export function titleOf(value: unknown): string {
  return typeof value === 'string'
    ? value
        .slice(0, 2000)
        .replace(/\s*[\r\n\t]+\s*/g, ' ')
        .trim()
        .slice(0, 1000)
    : ''
}

/** Both coordinates or none; six decimals, so that two views of a posting agree. */
export function coordinates(lat: unknown, lon: unknown): { lat: number; lon: number } | undefined {
  const [y, x] = [toNumber(lat), toNumber(lon)]
  if (y === undefined || x === undefined || Math.abs(y) > 90 || Math.abs(x) > 180) return undefined
  // 0, 0 is how the site writes "nowhere".
  return y === 0 && x === 0 ? undefined : { lat: round6(y), lon: round6(x) }
}

const round6 = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

function toNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** Absolute http(s) addresses without repeats, at most 100. */
export function imageAddresses(values: readonly unknown[], base: string): string[] {
  const found = new Set<string>()
  for (const value of values) {
    const url = typeof value === 'string' && value.length <= 2000 ? URL.parse(value, base) : null
    if (url?.protocol === 'https:' || url?.protocol === 'http:') found.add(url.href)
    if (found.size === 100) break
  }
  return [...found]
}

/** The listing when it fits the house's limits, else what is wrong with it. */
export function checkedListing(listing: SeenListing): { listing: SeenListing } | { reason: string } {
  if (fitsPlainly(listing)) return { listing }
  const result = seenListingSchema.safeParse(listing)
  if (result.success) return { listing }
  const issue = result.error.issues[0]
  return { reason: `${issue?.path.join('.') ?? 'listing'}: ${issue?.message ?? 'invalid'}` }
}

export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

export function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Parsed JSON, undefined when it is none. */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Epoch seconds of a plausible posting (1995 to 2100) as ISO 8601. */
export function isoOfEpoch(seconds: unknown): string | undefined {
  return typeof seconds === 'number' && seconds > 788_918_400 && seconds < 4_102_444_800
    ? new Date(seconds * 1000).toISOString()
    : undefined
}

/** The address where it is one of the site's own, reached as everybody reaches it: no other port, nothing before the host. */
export function ownAddress(
  address: string | undefined,
  isOwn: (hostname: string) => boolean,
  base?: string,
): URL | null {
  const url = address !== undefined && address.length <= 4000 ? URL.parse(address, base) : null
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return isOwn(url.hostname) && url.port === '' && url.username === '' && url.password === '' ? url : null
}
