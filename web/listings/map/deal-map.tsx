import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { lazy, useEffect, useMemo, useRef, useState } from 'react'
import { type Box, boxAround, boxOfRing, isNearly, widened } from '../../ui/map/box.ts'
import type { Tiles } from '../../ui/map/ground.ts'
import type { Town } from '../../ui/map/map-canvas.tsx'
import { showBox, shownBy } from '../../ui/map/window.ts'
import type { Circle } from './circle.ts'
import { dealLayers, featuresOf, pointAt, ringFeature, type SpotProperties, sources } from './deal-layers.ts'
import { markedHere } from './marked.ts'
import { RadiusHandles } from './radius-handles.tsx'
import type { Spot } from './spots.ts'

const MapCanvas = lazy(() => import('../../ui/map/map-canvas.tsx'))

const drawing = { sources, layers: dealLayers }
const pressed = ['clusters', 'pins', 'towns-of-deals']
/** So near one looks at a place that has several. */
const closeKm = { town: 4, pin: 0.5 }

/** Where deals are: what is near to each other is one sign, a town is an area, and a press opens what is there. */
export default function DealMap({
  spots,
  box,
  isOwn,
  circle,
  onCircle,
  onMove,
  onOpen,
  ...canvas
}: {
  label: string
  describedBy: string
  tiles: Tiles | null
  towns: readonly Town[]
  spots: readonly Spot[]
  box: Box | null
  /** It comes of a move of this map, which may have gone on since. */
  isOwn: boolean
  circle: Circle | null
  /** null = it cannot be changed. */
  onCircle: ((circle: Circle) => void) | null
  onMove(box: Box): void
  onOpen(id: number): void
}) {
  const [map, setMap] = useState<MapLibre | null>(null)
  const latest = useRef({ spots, onOpen })
  latest.current = { spots, onOpen }
  const marked = markedHere.use()
  const features = useMemo(() => featuresOf(spots), [spots])
  useEffect(() => {
    setData(map, 'spots', features)
    // How many places are drawn, once they are.
    map?.once('idle', () => {
      map.getContainer().dataset.points = String(features.features.length)
    })
  }, [map, features])
  useEffect(() => setData(map, 'ring', ringFeature(circle)), [map, circle])
  useEffect(() => setData(map, 'marked', pointAt(marked)), [map, marked])
  useEffect(() => () => markedHere.set(null), [])
  // Another box than it shows was asked for: by Back, or a link.
  useEffect(() => {
    if (map && box && !isOwn && !isNearly(shownBy(map), box)) showBox(map, box, true)
  }, [map, box, isOwn])
  const onReady = (made: MapLibre) => {
    setMap(made)
    const spotAt = ({ point }: MapMouseEvent) => {
      const [found] = made.queryRenderedFeatures(point, { layers: pressed })
      return found === undefined
        ? null
        : { found, spot: latest.current.spots[(found.properties as SpotProperties).at] }
    }
    made.on('mousemove', (event) => {
      const spot = spotAt(event)
      made.getCanvas().style.cursor = spot ? 'pointer' : ''
      const to = spot?.spot ?? null
      if (to?.lat !== markedHere.get()?.lat || to?.lon !== markedHere.get()?.lon) markedHere.set(to)
    })
    made.on('mouseout', () => markedHere.set(null))
    made.on('click', (event) => {
      const pressedAt = spotAt(event)
      if (!pressedAt) return
      const { found, spot } = pressedAt
      if (found.properties?.cluster_id !== undefined) return void openCluster(made, found)
      if (spot === undefined) return
      if (spot.ids.length === 1) return latest.current.onOpen(spot.ids[0]!)
      showBox(made, boxOfRing(spot, spot.isTown ? closeKm.town : closeKm.pin))
    })
    return () => setMap(null)
  }
  return (
    <MapCanvas {...canvas} {...{ box, drawing, onReady, onMove }}>
      {map && circle && onCircle && <RadiusHandles {...{ map, circle, onChange: onCircle }} />}
    </MapCanvas>
  )
}

function setData(map: MapLibre | null, source: string, data: FeatureCollection): void {
  map?.getSource<GeoJSONSource>(source)?.setData(data)
}

/** Shows all that is in it, apart from each other. */
async function openCluster(
  map: MapLibre,
  { properties }: { properties: Record<string, unknown> },
): Promise<void> {
  const source = map.getSource<GeoJSONSource>('spots')
  const leaves = await source?.getClusterLeaves(Number(properties.cluster_id), 10_000, 0)
  const box = boxAround(
    (leaves ?? []).flatMap(({ geometry }) =>
      geometry.type === 'Point' ? [{ lon: geometry.coordinates[0]!, lat: geometry.coordinates[1]! }] : [],
    ),
  )
  if (box) showBox(map, widened(box, 0.15, 0.004))
}
