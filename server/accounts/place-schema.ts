import { z } from 'zod'

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
