import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { type RefObject, useEffect, useRef } from 'react'
import { useMedia } from '../media.ts'
import { type Colours, coloursOf } from './ground.ts'

/** A canvas has the colours that it was drawn with: with another theme it is painted anew. */
export function useRepaint(
  map: MapLibre | null,
  place: RefObject<HTMLElement | null>,
  layersOf: (colours: Colours) => readonly LayerSpecification[],
): void {
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const latest = useRef(layersOf)
  latest.current = layersOf
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are others with another theme.
  useEffect(() => {
    if (map === null || place.current === null) return
    const paint = () => repaint(map, latest.current(coloursOf(place.current!)))
    paint()
    const chosen = new MutationObserver(paint)
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => chosen.disconnect()
  }, [map, place, isDark])
}

function repaint(map: MapLibre, layers: readonly LayerSpecification[]): void {
  for (const { id, paint } of layers) {
    if (!map.getLayer(id)) continue
    for (const [name, value] of Object.entries(paint ?? {}))
      map.setPaintProperty(id, name as never, value as never)
  }
}
