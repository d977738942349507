import { z } from 'zod'

/** West, south, east and north in degrees; over the line where 180 meets -180, west is the larger. */
export interface MapBox {
  west: number
  south: number
  east: number
  north: number
}

/** As it is written in an address: `west,south,east,north`. */
export const mapBoxSchema = z
  .string()
  .max(200)
  .transform((text, { addIssue }): MapBox => {
    const edges = text
      .split(',')
      .map((edge) => (/^\s*-?\d{1,3}(?:\.\d{1,15})?\s*$/.test(edge) ? Number(edge) : Number.NaN))
    const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = edges
    const problem = boxProblem({ west, south, east, north }, edges.length)
    if (problem !== null) addIssue(problem)
    return { west, south, east, north }
  })

function boxProblem({ west, south, east, north }: MapBox, edges: number): string | null {
  if (edges !== 4 || [west, south, east, north].some(Number.isNaN))
    return 'needs four edges in degrees, west,south,east,north, such as -122.6,37.4,-121.9,38'
  if (Math.abs(west) > 180 || Math.abs(east) > 180) return 'has a west or east beyond 180 degrees'
  if (Math.abs(south) > 90 || Math.abs(north) > 90) return 'has a south or north beyond 90 degrees'
  if (south >= north) return 'needs a south below its north'
  return west === east ? 'needs a west and an east that differ' : null
}

/** Whether a point is in it. */
export function isInside(
  { west, south, east, north }: MapBox,
  { lat, lon }: { lat: number; lon: number },
): boolean {
  const isBetween = west < east ? lon >= west && lon <= east : lon >= west || lon <= east
  return isBetween && lat >= south && lat <= north
}
