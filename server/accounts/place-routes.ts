import { z } from 'zod'
import { authorized } from '../core/actor.ts'
import type { Db } from '../core/db.ts'
import type { Http } from '../core/http.ts'
import type { Near, Place } from '../core/places.ts'
import type { Profiles } from './profiles.ts'

export interface PlaceRouteDeps {
  db: Db
  profiles: Profiles
  /** The likeliest first. */
  suggestPlaces(text: string, near: Near, limit: number): Place[]
  /** Null where no town is within reach. */
  nearestPlace(point: { lat: number; lon: number }): Place | null
}

const placeSchema = z.object({
  /** As it is taken wherever a place is asked for: "Oakland, CA". */
  label: z.string(),
  lat: z.number(),
  lon: z.number(),
  /** ISO 3166-1 alpha-2. */
  country: z.string(),
  postalCode: z.string().nullable(),
})

const searchQuery = z.object({
  q: z.string().trim().min(1, 'needs the beginning of a town, or a postal code').max(200),
  limit: z.coerce.number().int().min(1).max(20).default(8),
})
const pointQuery = z.object({
  lat: z.coerce.number().min(-90).max(90),
  lon: z.coerce.number().min(-180).max(180),
})

const tags = ['places']

/** Places as people type them, looked up offline. */
export function placeRoutes(http: Http, deps: PlaceRouteDeps): void {
  http.get(
    '/api/places',
    {
      schema: {
        tags,
        description:
          'Places that a text may be the beginning of, the likeliest first; those near your home before larger ones far away.',
        querystring: searchQuery,
        response: { 200: z.object({ items: z.array(placeSchema) }) },
      },
    },
    async ({ query, actor }) => {
      const person = authorized(actor, 'read')
      await deps.profiles.catchUp(deps.db)
      const { home } = deps.profiles.of(person)
      return { items: deps.suggestPlaces(query.q, home ?? {}, query.limit).map(placeView) }
    },
  )
  http.get(
    '/api/places/nearest',
    {
      schema: {
        tags,
        description: 'The town that a point is in or nearest to; null where none is within 150 km.',
        querystring: pointQuery,
        response: { 200: z.object({ place: placeSchema.nullable() }) },
      },
    },
    async ({ query, actor }) => {
      authorized(actor, 'read')
      const place = deps.nearestPlace(query)
      return { place: place && placeView(place) }
    },
  )
}

const placeView = ({ postalCode, ...place }: Place) => ({ ...place, postalCode: postalCode ?? null })
