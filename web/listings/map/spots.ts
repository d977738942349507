import type { Points } from '../queries.ts'

/** Where one or more deals are. */
export interface Spot {
  lat: number
  lon: number
  /** The best first. */
  ids: number[]
  /** Of the best. */
  score: number
  priceCents: number | null
  currency: string | null
  /** Somewhere in the town in whose middle it is: an area, no pin. */
  isTown: boolean
}

/** One for each place that there is, however many deals are there; `gone` = what was hidden since. */
export function spotsOf(points: Points, gone: ReadonlySet<number>): Spot[] {
  const spots = new Map<string, Spot>()
  for (const [at, id] of points.id.entries()) {
    if (gone.has(id)) continue
    const [lat, lon, isTown] = [points.lat[at]!, points.lon[at]!, points.isTownCentre[at]!]
    const [score, priceCents, currency] = [points.score[at]!, points.priceCents[at]!, points.currency[at]!]
    const key = `${spotKey({ lat, lon })},${isTown}`
    const known = spots.get(key)
    if (known === undefined) {
      spots.set(key, { lat, lon, ids: [id], score, priceCents, currency, isTown })
      continue
    }
    if (score <= known.score) known.ids.push(id)
    else Object.assign(known, { score, priceCents, currency, ids: [id, ...known.ids] })
  }
  return [...spots.values()]
}

/** The same for all that is on one point, as exactly as points are told. */
export const spotKey = ({ lat, lon }: { lat: number; lon: number }) => `${lat.toFixed(5)},${lon.toFixed(5)}`
