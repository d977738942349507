import { authorized } from '../core/actor.ts'
import type { Db } from '../core/db.ts'
import type { Http } from '../core/http.ts'
import type { Near, Place } from '../core/places.ts'
import { nearestPlaceSchema, placeListSchema, placeQuery, pointQuery } from './place-schema.ts'
import type { Profiles } from './profiles.ts'

export interface PlaceRouteDeps {
  db: Db
  profiles: Profiles
  /** The likeliest first. */
  suggestPlaces(text: string, near: Near, limit: number): Place[]
  /** Null where no town is within reach. */
  nearestPlace(point: { lat: number; lon: number }): Place | null
}

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
        querystring: placeQuery,
        response: { 200: placeListSchema },
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
        response: { 200: nearestPlaceSchema },
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
