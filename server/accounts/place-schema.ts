import { z } from 'zod'
import { mapBoxSchema } from '../core/map-box.ts'

const placeSchema = z.object({
  /** As it is taken wherever a place is asked for: "Oakland, CA". */
  label: z.string(),
  lat: z.number(),
  lon: z.number(),
  /** ISO 3166-1 alpha-2. */
  country: z.string(),
  postalCode: z.string().nullable(),
})

export const placeQuery = z.object({
  q: z.string().trim().min(1, 'needs the beginning of a town, or a postal code').max(200),
  limit: z.coerce.number().int().min(1).max(20).default(8),
})
export const pointQuery = z.object({
  lat: z.coerce.number().min(-90).max(90),
  lon: z.coerce.number().min(-180).max(180),
})

export const placeListSchema = z.object({ items: z.array(placeSchema) })
export const nearestPlaceSchema = z.object({ place: placeSchema.nullable() })

export const townsQuery = z.object({
  bbox: mapBoxSchema,
  limit: z.coerce.number().int().min(1).max(100).default(40),
})
export const townListSchema = z
  .object({
    items: z.array(z.object({ name: z.string(), lat: z.number(), lon: z.number(), population: z.int() })),
  })
  .meta({ example: { items: [{ name: 'Oakland', lat: 37.8044, lon: -122.2712, population: 419_267 }] } })

/** Where the ground of a map is from: pictures at `{z}/{x}/{y}`, or a file of tiles. */
const tilesSchema = z.object({
  kind: z.enum(['pictures', 'file']),
  url: z.string(),
  /** Whom the ground is thanks to. */
  attribution: z.string(),
})
export const mapSchema = z
  .object({
    /** null = the outlines that come with the app. */
    tiles: tilesSchema.nullable(),
  })
  .meta({
    example: {
      tiles: {
        ...{ kind: 'pictures', url: 'https://tiles.example/{z}/{x}/{y}.png' },
        attribution: 'OpenStreetMap contributors',
      },
    },
  })
