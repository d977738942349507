import { readSpot, type Spot } from '../../ui/map/box.ts'

/** A place and what is around it. */
export interface Circle extends Spot {
  km: number
}

/** What the server takes where no distance is said. */
export const usualKm = 40
export const kmMax = 20_000

/** As it is written where a place is: the town that is nearest, and the very point in brackets. */
export const placeText = (town: string | null, { lat, lon }: Spot) =>
  `${town ?? ''} (${lat.toFixed(4)}, ${lon.toFixed(4)})`.trim()

/** The point of such a text, without asking anybody; null = it only names a place. */
export function spotIn(text: string): Spot | null {
  const found = /\((-?\d{1,3}\.\d{2,8}), ?(-?\d{1,3}\.\d{2,8})\)$/.exec(text.trim())
  return found === null ? null : readSpot(Number(found[1]), Number(found[2]))
}
