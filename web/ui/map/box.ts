/** West, south, east and north in degrees; over the line where 180 meets -180, west is the larger. */
export interface Box {
  west: number
  south: number
  east: number
  north: number
}

export interface Spot {
  lat: number
  lon: number
}

/** From an address: `west,south,east,north`; null = it is none. */
export function readBox(text: string): Box | null {
  const edges = text.split(',')
  if (edges.length !== 4 || !edges.every((edge) => /^-?\d{1,3}(\.\d{1,6})?$/.test(edge))) return null
  const [west, south, east, north] = edges.map(Number) as [number, number, number, number]
  const isOnEarth =
    Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(Math.abs(south), Math.abs(north)) <= 90
  return isOnEarth && south < north && west !== east ? { west, south, east, north } : null
}

/** As it stands in an address, to a part of a thousand of its size. */
export function boxText({ west, south, east, north }: Box): string {
  const digits = Math.min(5, Math.max(1, Math.ceil(3 - Math.log10(north - south))))
  return [west, south, east, north].map((edge) => Number(edge.toFixed(digits))).join(',')
}

/** Of a window that may show the earth more than once, or go around it. */
export function boxOfWindow(west: number, south: number, east: number, north: number): Box {
  const [low, high] = [Math.max(-90, south), Math.min(90, north)]
  if (east - west >= 360) return { west: -180, south: low, east: 180, north: high }
  return { west: wrapped(west), south: low, east: wrapped(east), north: high }
}

/** -190 → 170. */
const wrapped = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180

/** The smallest around these, which may go over the date line; null = there are none. */
export function boxAround(spots: readonly Spot[]): Box | null {
  if (spots.length === 0) return null
  const lats = spots.reduce(([low, high], { lat }) => [Math.min(low, lat), Math.max(high, lat)] as const, [
    90, -90,
  ] as readonly [number, number])
  const lons = [...new Set(spots.map(({ lon }) => lon))].sort((a, b) => a - b)
  // What is left out is the widest gap between neighbours around the earth.
  let [widest, west, east] = [lons[0]! + 360 - lons.at(-1)!, lons[0]!, lons.at(-1)!]
  for (let at = 1; at < lons.length; at++) {
    const gap = lons[at]! - lons[at - 1]!
    if (gap > widest) [widest, west, east] = [gap, lons[at]!, lons[at - 1]!]
  }
  return { west, south: lats[0], east, north: lats[1] }
}

/** A part of its size more on each side, and never smaller than so many degrees. */
export function widened({ west, south, east, north }: Box, share: number, least = 0.25): Box {
  const across = (east - west + 360) % 360
  const [high, wide] = [
    Math.max((north - south) * share, (least - (north - south)) / 2),
    Math.max(across * share, (least - across) / 2),
  ]
  if (across + 2 * wide >= 360)
    return { west: -180, south: Math.max(-85, south - high), east: 180, north: Math.min(85, north + high) }
  return {
    west: wrapped(west - wide),
    south: Math.max(-85, south - high),
    east: wrapped(east + wide),
    north: Math.min(85, north + high),
  }
}

const earthKm = 6371.0088
const rad = Math.PI / 180

/** On the great circle. */
export function kmBetween(a: Spot, b: Spot): number {
  const [lat, lon] = [((b.lat - a.lat) * rad) / 2, ((b.lon - a.lon) * rad) / 2]
  const part = Math.sin(lat) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(lon) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(part)))
}

/** Where one comes from a place in that direction (0 = north, 90 = east). */
export function away({ lat, lon }: Spot, km: number, degrees: number): Spot {
  const [way, turn] = [km / earthKm, degrees * rad]
  const there = Math.asin(
    Math.sin(lat * rad) * Math.cos(way) + Math.cos(lat * rad) * Math.sin(way) * Math.cos(turn),
  )
  const aside = Math.atan2(
    Math.sin(turn) * Math.sin(way) * Math.cos(lat * rad),
    Math.cos(way) - Math.sin(lat * rad) * Math.sin(there),
  )
  return { lat: there / rad, lon: lon + aside / rad }
}

/** A ring around a place, closed. */
export function ringAround(centre: Spot, km: number, corners = 96): [number, number][] {
  return Array.from({ length: corners + 1 }, (_, at) => {
    const { lat, lon } = away(centre, km, (at % corners) * (360 / corners))
    return [lon, lat]
  })
}

/** What holds the ring, a little larger. */
export function boxOfRing(centre: Spot, km: number): Box {
  const [north, south] = [away(centre, km, 0).lat, away(centre, km, 180).lat]
  const reach = Math.abs(away(centre, Math.min(km, 9_000), 90).lon - centre.lon)
  return widened(
    { west: wrapped(centre.lon - reach), south, east: wrapped(centre.lon + reach), north },
    0.08,
    0.002,
  )
}

/** Null where that is nowhere on earth. */
export const readSpot = (lat: number, lon: number): Spot | null =>
  Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null

/** Whether two show the same, to a part of fifty of their size. */
export function isNearly(a: Box, b: Box): boolean {
  const high = Math.max(a.north - a.south, b.north - b.south) / 50
  const across = ((a.east - a.west + 360) % 360 || 360) / 50
  const isAs = (one: number, other: number, least: number) => {
    const gap = Math.abs(one - other)
    return Math.min(gap, 360 - gap) <= least
  }
  return (
    isAs(a.west, b.west, across) &&
    isAs(a.east, b.east, across) &&
    isAs(a.south, b.south, high) &&
    isAs(a.north, b.north, high)
  )
}
