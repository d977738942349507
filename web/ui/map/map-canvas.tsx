import {
  addProtocol,
  type GeoJSONSource,
  type LayerSpecification,
  Map as MapLibre,
  type SourceSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import { Minus, Plus } from 'lucide-react'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../button.tsx'
import type { Box } from './box.ts'
import {
  type Colours,
  closerFrom,
  closerLayer,
  closerSource,
  coloursOf,
  groundOf,
  type Tiles,
} from './ground.ts'
import { useRepaint } from './repaint.ts'
import { boundsOf, shownBy } from './window.ts'

// The policy of our pages lets no worker be made of a text.
setWorkerUrl(workerUrl)

export interface Town {
  name: string
  lat: number
  lon: number
  population: number
}

/** What is drawn above the ground, in colours that follow the theme. */
export interface Drawing {
  sources: Readonly<Record<string, SourceSpecification>>
  layers(colours: Colours): LayerSpecification[]
}

/** A map that is moved by hand, wheel, fingers and keys; what is drawn on it comes with `drawing`, once. */
export default function MapCanvas({
  label,
  describedBy,
  box,
  tiles,
  towns,
  drawing,
  onReady,
  onMove,
  children,
}: {
  label: string
  describedBy: string
  /** What it shows first, and whenever another one is given than it has told of. */
  box: Box | null
  tiles: Tiles | null
  towns: readonly Town[]
  drawing: Drawing
  /** What is returned is called when it goes. */
  onReady(map: MapLibre): () => void
  /** Whoever looks moved it, or its window changed. */
  onMove(box: Box): void
  children?: ReactNode
}) {
  const t = useTranslations('map')
  const place = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre | null>(null)
  const latest = useRef({ onReady, onMove, box, tiles, drawing })
  latest.current = { onReady, onMove, box, tiles, drawing }
  const isReady = useFileTiles(tiles)
  useEffect(() => {
    if (!isReady) return
    const container = place.current!
    const colours = coloursOf(container)
    const made = new MapLibre({
      container,
      style: groundOf(colours, latest.current.tiles),
      bounds: boundsOf(latest.current.box ?? everywhere),
      ...{ attributionControl: false, maplibreLogo: false, dragRotate: false, touchPitch: false },
      ...{ pitchWithRotate: false, rollEnabled: false, maxZoom: 17, fadeDuration: 0 },
    })
    made.touchZoomRotate.disableRotation()
    made.keyboard.disableRotation()
    const canvas = made.getCanvas()
    canvas.setAttribute('aria-label', label)
    canvas.setAttribute('aria-describedby', describedBy)
    let done: (() => void) | undefined
    made.on('load', () => {
      const { sources, layers } = latest.current.drawing
      for (const [id, source] of Object.entries(sources)) made.addSource(id, source)
      for (const layer of layers(coloursOf(container))) made.addLayer(layer)
      done = latest.current.onReady(made)
      latest.current.onMove(shownBy(made))
      setMap(made)
    })
    const look = () => {
      if (latest.current.tiles !== null || made.getZoom() < closerFrom || made.getSource('counties')) return
      made.addSource('counties', closerSource)
      made.addLayer(closerLayer(coloursOf(container)), 'towns')
    }
    made.on('load', look)
    made.on('zoomend', () => made.isStyleLoaded() && look())
    made.on('moveend', () => latest.current.onMove(shownBy(made)))
    return () => {
      done?.()
      setMap(null)
      made.remove()
    }
  }, [isReady, label, describedBy])
  useRepaint(map, place, (colours) => [
    ...groundOf(colours, tiles).layers,
    closerLayer(colours),
    ...drawing.layers(colours),
  ])
  useEffect(() => {
    const source = map?.getSource<GeoJSONSource>('towns')
    source?.setData({
      type: 'FeatureCollection',
      features: towns.map(({ name, population, lat, lon }) => ({
        ...{ type: 'Feature', properties: { name, population } },
        geometry: { type: 'Point', coordinates: [lon, lat] },
      })),
    })
  }, [map, towns])
  return (
    <div dir="ltr" className="relative h-full overflow-hidden rounded-md border border-line">
      <div ref={place} className="absolute! inset-0" />
      <div className="absolute inset-e-2 top-2 flex flex-col rounded-md border border-line bg-card">
        <IconButton name={t('closer')} onClick={() => map?.zoomIn()}>
          <Plus aria-hidden size={19} />
        </IconButton>
        <IconButton name={t('further')} onClick={() => map?.zoomOut()}>
          <Minus aria-hidden size={19} />
        </IconButton>
      </div>
      <p className="absolute inset-e-0 bottom-0 max-w-full truncate rounded-ss-md bg-card/90 px-2 py-0.5 text-2xs text-muted">
        {tiles === null ? t('groundOf') : tiles.attribution}
      </p>
      {children}
    </div>
  )
}

const everywhere: Box = { west: -160, south: -55, east: 160, north: 75 }

/** Whether tiles of a file can be asked for; what reads them comes only where there is one. */
function useFileTiles(tiles: Tiles | null): boolean {
  const isFile = tiles?.kind === 'file'
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    if (!isFile) return
    void import('pmtiles').then(({ Protocol }) => {
      addProtocol('pmtiles', new Protocol().tile)
      setRead(true)
    })
  }, [isFile])
  return !isFile || isRead
}
