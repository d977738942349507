/** Under this stand the rules that neither a word nor a place tells. */
export const everywhere = '@'
const degreesPerKm = 180 / (Math.PI * 6371.0088)
const cellsMax = 16

/** The name of the square degree of a place on Earth. No word of a text has an @. */
export function cellAt(lat: number, lon: number): string {
  return nameOf(Math.floor(lat), Math.floor(lon))
}

function nameOf(north: number, east: number): string {
  const around = ((((east + 180) % 360) + 360) % 360) - 180
  return `@${Math.min(north, 89)},${around}`
}

/** The cells that a circle reaches into; only `everywhere` where these are too many. */
export function cellsOf(lat: number, lon: number, radiusKm: number): string[] {
  // A little more than the radius: what is on its edge is within.
  const reach = radiusKm * degreesPerKm * 1.0001 + 1e-6
  const [south, north] = [lat - reach, lat + reach]
  if (reach > 4 || south <= -89 || north >= 89) return [everywhere]
  const radians = Math.PI / 180
  const sine = Math.sin(reach * radians) / Math.cos(lat * radians)
  if (sine >= 1) return [everywhere]
  const aside = Math.asin(sine) / radians + 1e-6
  const cells: string[] = []
  for (let row = Math.floor(south); row <= Math.floor(north); row++)
    for (let column = Math.floor(lon - aside); column <= Math.floor(lon + aside); column++)
      cells.push(nameOf(row, column))
  return cells.length > cellsMax ? [everywhere] : cells
}
