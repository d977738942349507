import type { Map as MapLibre } from 'maplibre-gl'
import { type Box, boxOfWindow } from './box.ts'

/** MapLibre counts on beyond 180. */
export const boundsOf = ({ west, south, east, north }: Box): [number, number, number, number] => [
  ...([west, south, east > west ? east : east + 360, north] as const),
]

export function shownBy(map: MapLibre): Box {
  const bounds = map.getBounds()
  return boxOfWindow(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth())
}

/** Has it show all of a box; who wants no motion gets none. */
export function showBox(map: MapLibre, box: Box, isAtOnce = false): void {
  map.fitBounds(boundsOf(box), { maxZoom: 14, ...(isAtOnce && { animate: false }) })
}
