import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoEquirectangular } from 'd3-geo'
import { geoProject } from 'd3-geo-projection'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'

const name = 'virtual:outlines'
const resolved = `\0${name}`
const load = createRequire(import.meta.url)

/** A hundred metres; the data knows no more. */
const decimals = 3

/**
 * Makes of `world-atlas` (Natural Earth, 1:50 million) and `us-atlas` (US Census, 1:10 million) what maps are drawn on
 * without asking anybody: files of their own, whose addresses `virtual:outlines` has. Each border is in them once.
 */
export function outlines(): Plugin {
  let isBuild = true
  return {
    name: 'outlines',
    configResolved: ({ command }) => {
      isBuild = command === 'build'
    },
    resolveId: (id) => (id === name ? resolved : null),
    load(id) {
      if (id !== resolved) return null
      const addresses = Object.entries(makers).map(([key, make]) => {
        if (!isBuild) return `export const ${key} = '/@outlines/${key}.json'`
        const file = this.emitFile({ type: 'asset', name: `outlines-${key}.json`, source: make() })
        return `export const ${key} = import.meta.ROLLUP_FILE_URL_${file}`
      })
      return addresses.join('\n')
    },
    configureServer(server) {
      server.middlewares.use('/@outlines/', (request, response, next) => {
        const make = makers[/^\/(\w+)\.json$/.exec(request.url ?? '')?.[1] as keyof typeof makers]
        if (!make) return next()
        response.setHeader('content-type', 'application/json')
        response.end(make())
      })
    },
  }
}

export const makers = {
  /** Where there is land. */
  land: () => textOf(flat(whole(topology('world-atlas/land-50m.json'), 'land'))),
  /** Borders of countries and of states. */
  borders: () => {
    const [world, states] = [topology('world-atlas/countries-50m.json'), topology('us-atlas/states-10m.json')]
    return textOf({
      type: 'FeatureCollection',
      features: [inner(world, 'countries'), inner(states, 'states')].map((geometry) => ({
        ...{ type: 'Feature', properties: {}, geometry },
      })),
    })
  },
  /** Borders of counties of the United States, for who looks closely. */
  counties: () => textOf(inner(topology('us-atlas/counties-10m.json'), 'counties')),
}

type Atlas = Topology<Record<string, GeometryCollection>>
const topology = (file: string) => JSON.parse(readFileSync(load.resolve(file), 'utf8')) as Atlas

/** Lines between two of a kind; coasts are those of the land. */
const inner = (atlas: Atlas, kind: string) => mesh(atlas, atlas.objects[kind]!, (a, b) => a !== b)

const textOf = (shape: object) =>
  JSON.stringify(shape, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(decimals)) : value,
  )

/** Degrees as they are, but north is down. */
const degrees = geoEquirectangular()
  .scale(180 / Math.PI)
  .translate([0, 0])

/**
 * The shape on a flat map. The atlas closes rings on the globe, across the date line and around a pole: on a flat map such
 * a ring runs back over all that lies between, so it is cut there.
 */
function flat(shape: object): object {
  return JSON.parse(
    JSON.stringify(geoProject(shape, degrees), (name, value: unknown) =>
      name === 'coordinates' ? northUp(value as Nested) : value,
    ),
  ) as object
}

type Nested = number | Nested[]
const northUp = (value: Nested): Nested => {
  if (!Array.isArray(value)) return value
  const [x, y] = value
  return typeof x === 'number' && typeof y === 'number' ? [x, -y] : value.map(northUp)
}

const whole = (atlas: Atlas, kind: string) => feature(atlas, atlas.objects[kind]!)
