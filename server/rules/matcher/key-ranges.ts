import { eastSteps, ringKm, spotOf } from './circles.ts'
import { circleOrder, eastOf, groupOf, keyOf, priceOrder } from './posting.ts'

const eastEnd = 0xffff

/** Which keys of a word's postings a listing can fit, from the lowest up; the same for each of its words. */
export class KeyRanges {
  count = 0
  /** Pairs: the first key of the range, the first after it. */
  readonly bounds = new Uint32Array(2 * 2 * (1 + 2 * ringKm.length))
  /** Pairs of longitudes by ring, from and to; two where a circle reaches over the date line. */
  private readonly easts: number[][] = []

  /** `category` 0 is one that no rule can name; a place that is not on Earth is null. */
  set(category: number, price: number, place: { lat: number; lon: number } | null): void {
    for (let ring = 1; ring <= ringKm.length; ring++)
      this.easts[ring] = place === null ? [0, eastEnd] : eastsAround(ring, place.lat, place.lon)
    this.count = 0
    this.addCategory(0, price)
    if (category !== 0) this.addCategory(category, price)
  }

  private addCategory(category: number, price: number): void {
    const wide = groupOf(category, 0)
    this.add(keyOf(wide, 0), keyOf(wide, priceOrder(price)))
    for (let ring = 1; ring <= ringKm.length; ring++) {
      const near = groupOf(category, ring)
      const easts = this.easts[ring]!
      for (let i = 0; i < easts.length; i += 2)
        this.add(keyOf(near, circleOrder(easts[i]!, 0)), keyOf(near, circleOrder(easts[i + 1]!, 0xffffffff)))
    }
  }

  private add(first: number, last: number): void {
    this.bounds[this.count * 2] = first
    this.bounds[this.count * 2 + 1] = last + 1
    this.count++
  }
}

function eastsAround(ring: number, lat: number, lon: number): number[] {
  const east = eastOf(spotOf(lat, lon))
  const steps = eastSteps(ring, lat)
  const [from, to] = [east - steps, east + steps]
  if (to - from >= eastEnd) return [0, eastEnd]
  if (from < 0) return [0, to, eastEnd + from, eastEnd]
  if (to > eastEnd) return [0, to - eastEnd, from, eastEnd]
  return [from, to]
}
