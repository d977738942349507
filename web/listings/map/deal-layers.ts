import type { FeatureCollection } from 'geojson'
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { locale } from '../../lib/locale.ts'
import { toMajor } from '../../lib/money.ts'
import { ringAround } from '../../ui/map/box.ts'
import { type Colours, fonts } from '../../ui/map/ground.ts'
import type { Spot } from './spots.ts'

type Features = FeatureCollection
const none: Features = { type: 'FeatureCollection', features: [] }

/** So far around its middle a town is drawn. */
const townMetres = 2_500
/** Metres of a pixel at the equator, where all of the earth is 512 wide. */
const metresPerPixel = 78_271.517

/** Spots that are near to each other are one sign until one looks closely. */
export const sources: Readonly<Record<string, SourceSpecification>> = {
  ring: { type: 'geojson', data: none },
  spots: {
    ...{ type: 'geojson', data: none, cluster: true, clusterRadius: 46, clusterMaxZoom: 12 },
    clusterProperties: { count: ['+', ['get', 'count']], score: ['max', ['get', 'score']] },
  },
  marked: { type: 'geojson', data: none },
}

/** What a spot is called in `properties` of the map. */
export interface SpotProperties {
  at: number
  count: number
  score: number
  town: 0 | 1
}

export function featuresOf(spots: readonly Spot[]): Features {
  return {
    type: 'FeatureCollection',
    features: spots.map(({ lat, lon, ids, score, priceCents, currency, isTown }, at) => ({
      type: 'Feature',
      properties: {
        ...({ at, count: ids.length, score, town: isTown ? 1 : 0 } satisfies SpotProperties),
        pixels: townMetres / (metresPerPixel * Math.cos((lat * Math.PI) / 180)),
        ...(priceCents !== null && currency !== null && { price: toMajor(priceCents, currency), currency }),
      },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  }
}

export const pointAt = (spot: { lat: number; lon: number } | null): Features =>
  spot === null
    ? none
    : {
        ...none,
        features: [
          { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [spot.lon, spot.lat] } },
        ],
      }

export const ringFeature = (circle: { lat: number; lon: number; km: number } | null): Features =>
  circle === null
    ? none
    : {
        ...none,
        features: [
          {
            ...{ type: 'Feature', properties: {} },
            geometry: { type: 'Polygon', coordinates: [ringAround(circle, circle.km)] },
          },
        ],
      }

/** The bands of scores, as cards have them. */
function byScore(weak: string, fair: string, good: string, great: string): ExpressionSpecification {
  return ['step', ['get', 'score'], weak, 40, fair, 60, good, 80, great]
}
const isCluster: ExpressionSpecification = ['has', 'point_count']
const isTown: ExpressionSpecification = ['==', ['get', 'town'], 1]
/** As large as the town, and never too small to be seen. */
const townRadius: ExpressionSpecification = [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  9,
  ['max', 11, ['*', ['get', 'pixels'], 2 ** 9]],
  20,
  ['*', ['get', 'pixels'], 2 ** 20],
]
const isPin: ExpressionSpecification = ['all', ['!', isCluster], ['!', isTown]]
const text = (colour: string) => ({ 'text-color': colour })
const count: ExpressionSpecification = ['number-format', ['get', 'count'], localeOf({})]

function localeOf(format: object): never {
  const tag = locale()
  return { ...format, ...(tag !== undefined && { locale: tag }) } as never
}

const price: ExpressionSpecification = [
  'case',
  ['>', ['get', 'count'], 1],
  count,
  ['has', 'price'],
  [
    'number-format',
    ['get', 'price'],
    localeOf({ currency: ['get', 'currency'], 'min-fraction-digits': 0, 'max-fraction-digits': 0 }),
  ],
  '',
]

export function dealLayers(colours: Colours): LayerSpecification[] {
  const band = byScore(colours.card, colours.sunk, colours['under-soft'], colours.under)
  const written = byScore(colours.muted, colours.ink, colours.under, colours.card)
  const edge = { 'circle-stroke-color': colours.ink, 'circle-stroke-width': 1.5 }
  const halo = { 'text-halo-color': colours.card, 'text-halo-width': 2 }
  const words = (size: number) => ({ 'text-font': fonts, 'text-size': size, 'text-allow-overlap': true })
  return [
    { id: 'ring', type: 'fill', source: 'ring', paint: { 'fill-color': colours.focus, 'fill-opacity': 0.1 } },
    {
      ...{ id: 'ring-line', type: 'line', source: 'ring' },
      paint: { 'line-color': colours.focus, 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
    {
      ...{ id: 'towns-of-deals', type: 'circle', source: 'spots', filter: ['all', ['!', isCluster], isTown] },
      paint: {
        ...edge,
        'circle-color': band,
        'circle-opacity': 0.45,
        'circle-radius': townRadius,
      },
    },
    {
      ...{ id: 'pins', type: 'circle', source: 'spots', filter: isPin },
      paint: { ...edge, 'circle-color': band, 'circle-radius': 7 },
    },
    {
      ...{ id: 'clusters', type: 'circle', source: 'spots', filter: isCluster },
      paint: {
        ...edge,
        'circle-color': band,
        'circle-radius': ['interpolate', ['linear'], ['log10', ['get', 'count']], 0, 13, 4, 30],
      },
    },
    {
      ...{ id: 'marked', type: 'circle', source: 'marked' },
      paint: {
        ...{ 'circle-radius': 13, 'circle-opacity': 0, 'circle-stroke-width': 5 },
        'circle-stroke-color': colours.mark,
      },
    },
    {
      ...{ id: 'counts', type: 'symbol', source: 'spots', filter: isCluster },
      layout: { ...words(13), 'text-field': count },
      paint: text(written as never),
    },
    {
      ...{ id: 'prices', type: 'symbol', source: 'spots', filter: ['!', isCluster], minzoom: 8 },
      layout: {
        ...{ 'text-font': fonts, 'text-size': 13, 'text-field': price, 'text-offset': [0, 1.3] },
        ...{ 'text-optional': true, 'symbol-sort-key': ['-', 0, ['get', 'score']] },
      },
      paint: { ...text(colours.ink), ...halo },
    },
  ]
}
