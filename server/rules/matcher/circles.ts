import { distanceKm } from '../../core/places.ts'
import { mix } from './arrays.ts'
import { HashIndex } from './hash-index.ts'

const earthKm = 6371.0088
const spotSteps = 65_535
const latStep = Math.PI / spotSteps
const lonStep = (2 * Math.PI) / spotSteps
const cosines = 1024
/** Bounds of the cosine of a latitude within each of 1024 parts of it. */
const cosLow = new Float64Array(cosines)
const cosHigh = new Float64Array(cosines)
for (let i = 0; i < cosines; i++) {
  const edges = [i - 1, i, i + 1, i + 2].map((edge) =>
    Math.max(0, Math.cos((edge / cosines) * Math.PI - Math.PI / 2)),
  )
  cosLow[i] = Math.min(...edges)
  cosHigh[i] = Math.min(1, Math.max(...edges) + 1e-5)
}

/**
 * Circles up to these radii are sorted by their longitude, so that a search looks at those around only: ring 1, ring 2.
 * Larger ones, and rules without a place, are in ring 0.
 */
export const ringKm = [50, 200] as const
const ringSines = ringKm.map((km) => Math.sin((km * 1.001) / earthKm))

export function ringFor(radiusKm: number): number {
  return ringKm.findIndex((km) => radiusKm <= km) + 1
}

/** How many of the 65,536 steps of longitude a circle within reach of there can be away; all of them near the poles. */
export function eastSteps(ring: number, lat: number): number {
  const sine = ringSines[ring - 1]! / Math.cos((lat * Math.PI) / 180)
  return sine < 0 || sine >= 1 ? spotSteps : Math.ceil(Math.asin(sine) / lonStep) + 2
}

/** A place that a quick look can be had at; others are checked as written. */
export function isOnEarth({ lat, lon }: { lat: number; lon: number }): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
}

/** A place to 16 bits of latitude and longitude. */
export function spotOf(lat: number, lon: number): number {
  const north = Math.round(((lat + 90) / 180) * spotSteps)
  const east = Math.round(((lon + 180) / 360) * spotSteps)
  return ((north << 16) | east) >>> 0
}

/** A radius as the haversine that no point within it exceeds. */
export function reachOf(radiusKm: number): number {
  const half = radiusKm / (2 * earthKm)
  return half >= Math.PI / 2 ? 2 : Math.sin(half) ** 2
}

/** Where a listing is, for looks at many circles. */
export class Spot {
  private lat = 0
  private lon = 0
  private cosLat = 1

  set(lat: number, lon: number): void {
    this.lat = (lat * Math.PI) / 180
    this.lon = (lon * Math.PI) / 180
    this.cosLat = Math.cos(this.lat)
  }

  /** -1 = certainly outside, 1 = certainly inside, 0 = near the edge: ask `Circles.holds`. */
  look(spot: number, reach: number): -1 | 0 | 1 {
    const north = spot >>> 16
    const apartLat = Math.abs(this.lat + Math.PI / 2 - north * latStep)
    let apartLon = Math.abs(this.lon + Math.PI - (spot & 0xffff) * lonStep)
    if (apartLon > Math.PI) apartLon = 2 * Math.PI - apartLon
    const part = north >>> 6
    const y = Math.max(0, apartLat - latStep) / 2
    const x = Math.max(0, apartLon - lonStep) / 2
    const [yy, xx] = [y * y, x * x]
    // sin² lies between y² - y⁴/3 and y².
    const low = yy - (yy * yy) / 3 + this.cosLat * cosLow[part]! * (xx - (xx * xx) / 3)
    if (low > reach * 1.000001 + 1e-14) return -1
    const farY = (apartLat + latStep) / 2
    const farX = (apartLon + lonStep) / 2
    const high = farY * farY + this.cosLat * cosHigh[part]! * farX * farX
    return high < reach * 0.999999 - 1e-14 ? 1 : 0
  }
}

/** Circles of rules, each held once: many people live in one place. 0 is no circle. */
export class Circles {
  size = 0
  /** By circle: latitude, longitude, radius in km. */
  private figures = new Float64Array(3 * 16)
  private uses = new Uint32Array(16)
  private bound = 1
  private readonly index = new HashIndex((circle) =>
    hashOf(this.latOf(circle), this.lonOf(circle), this.radiusOf(circle)),
  )
  private readonly free: number[] = []

  take(lat: number, lon: number, radiusKm: number): number {
    const known = this.index.find(
      hashOf(lat, lon, radiusKm),
      (circle) =>
        this.latOf(circle) === lat && this.lonOf(circle) === lon && this.radiusOf(circle) === radiusKm,
    )
    if (known >= 0) {
      this.uses[known]!++
      return known
    }
    const circle = this.free.pop() ?? this.bound++
    if (circle >= this.uses.length) this.grow(circle)
    this.figures.set([lat, lon, radiusKm], circle * 3)
    this.uses[circle] = 1
    this.size++
    this.index.add(circle)
    return circle
  }

  give(circle: number): void {
    if (circle === 0 || --this.uses[circle]! > 0) return
    this.index.remove(circle)
    this.size--
    this.free.push(circle)
  }

  latOf(circle: number): number {
    return this.figures[circle * 3]!
  }

  lonOf(circle: number): number {
    return this.figures[circle * 3 + 1]!
  }

  radiusOf(circle: number): number {
    return this.figures[circle * 3 + 2]!
  }

  /** As the reference says it. */
  holds(circle: number, lat: number, lon: number): boolean {
    const centre = { lat: this.latOf(circle), lon: this.lonOf(circle) }
    return distanceKm(centre, { lat, lon }) <= this.radiusOf(circle)
  }

  get bytes(): number {
    return this.figures.byteLength + this.uses.byteLength + this.index.bytes + this.free.length * 8
  }

  private grow(circle: number): void {
    const room = Math.ceil(circle * 1.25) + 16
    const [figures, uses] = [new Float64Array(room * 3), new Uint32Array(room)]
    figures.set(this.figures)
    uses.set(this.uses)
    this.figures = figures
    this.uses = uses
  }
}

const scratch = new Float64Array(3)
const scratchBits = new Uint32Array(scratch.buffer)

function hashOf(lat: number, lon: number, radiusKm: number): number {
  // -0 equals 0.
  scratch[0] = lat + 0
  scratch[1] = lon + 0
  scratch[2] = radiusKm + 0
  let hash = 0
  for (let i = 0; i < 6; i++) hash = mix(hash ^ scratchBits[i]!)
  return hash
}
