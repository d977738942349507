import { borders, counties, land } from 'virtual:outlines'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'

/** Colours of the page as they are now, by their names in `web/styles.css`. */
export type Colours = Record<(typeof names)[number], string>
const names = [
  'paper',
  'card',
  'sunk',
  'band',
  'line',
  'ink',
  'muted',
  'under',
  'under-soft',
  'mark',
  'mark-ink',
  'focus',
] as const

/** A canvas takes no variables: what they come to is read of an element that has them. */
export function coloursOf(element: Element): Colours {
  const probe = document.createElement('span')
  element.append(probe)
  const found = names.map((name) => {
    probe.style.color = `var(--color-${name})`
    return [name, getComputedStyle(probe).color]
  })
  probe.remove()
  return Object.fromEntries(found) as Colours
}

/** Fonts of the page: letters are drawn in the browser, none is asked for elsewhere. */
export const fonts = ['Archivo Variable', 'system-ui', 'sans-serif']

/** Where the ground is from that is not the app's own. */
export interface Tiles {
  kind: 'pictures' | 'file'
  url: string
  attribution: string
}

const countiesFrom = 6

/** Land, borders and names of towns; or what whoever runs the program chose instead, with the names where it has none. */
export function groundOf(colours: Colours, tiles: Tiles | null): StyleSpecification {
  const isOwn = tiles === null
  const nothing = { type: 'FeatureCollection' as const, features: [] }
  return {
    version: 8,
    sources: {
      towns: { type: 'geojson', data: nothing },
      ...(isOwn && {
        land: { type: 'geojson', data: land, tolerance: 0.4, maxzoom: 9 },
        borders: { type: 'geojson', data: borders, tolerance: 0.4, maxzoom: 9 },
      }),
      ...(tiles?.kind === 'pictures' && {
        pictures: { type: 'raster', tiles: [tiles.url], tileSize: 256, maxzoom: 19 },
      }),
      ...(tiles?.kind === 'file' && { file: { type: 'vector', url: `pmtiles://${tiles.url}` } }),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': isOwn ? colours.sunk : colours.card } },
      ...(isOwn ? outlineLayers(colours) : tiles.kind === 'pictures' ? pictureLayers : fileLayers(colours)),
      ...(tiles?.kind === 'pictures' ? [] : [townLayer(colours)]),
    ],
  }
}

const pictureLayers: LayerSpecification[] = [{ id: 'pictures', type: 'raster', source: 'pictures' }]

function outlineLayers(colours: Colours): LayerSpecification[] {
  return [
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.card } },
    { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colours.band, 'line-width': 1 } },
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      paint: { 'line-color': colours.band, 'line-width': 1.2 },
    },
  ]
}

/** Asked for once somebody looks so closely. */
export const closerFrom = countiesFrom
export const closerSource = { type: 'geojson', data: counties, tolerance: 0.4, maxzoom: 10 } as const
export const closerLayer = (colours: Colours): LayerSpecification => ({
  ...{ id: 'counties', type: 'line', source: 'counties', minzoom: countiesFrom },
  paint: { 'line-color': colours.line, 'line-width': 1 },
})

/** The schema of Protomaps, of which a quiet ground is drawn. */
function fileLayers(colours: Colours): LayerSpecification[] {
  const of = (layer: string) => ({ source: 'file', 'source-layer': layer })
  const roads = {
    'line-color': colours.band,
    'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.4, 16, 4],
  }
  return [
    { id: 'earth', type: 'fill', ...of('earth'), paint: { 'fill-color': colours.card } },
    { id: 'water', type: 'fill', ...of('water'), paint: { 'fill-color': colours.sunk } },
    { id: 'roads', type: 'line', ...of('roads'), paint: roads as object },
    { id: 'boundaries', type: 'line', ...of('boundaries'), paint: { 'line-color': colours.band } },
  ]
}

const townLayer = (colours: Colours): LayerSpecification => ({
  ...{ id: 'towns', type: 'symbol', source: 'towns' },
  layout: {
    'text-field': ['get', 'name'],
    'text-font': fonts,
    'text-size': ['interpolate', ['linear'], ['get', 'population'], 1_000, 11, 1_000_000, 14],
    // The largest first, where two would lie on each other.
    'symbol-sort-key': ['-', 0, ['get', 'population']],
    'text-padding': 6,
  },
  paint: { 'text-color': colours.muted, 'text-halo-color': colours.card, 'text-halo-width': 1.5 },
})
