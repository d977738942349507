import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { authorized } from '../core/actor.ts'
import type { Db } from '../core/db.ts'
import { notFound } from '../core/errors.ts'
import type { Http } from '../core/http.ts'
import { sendPart } from '../core/http-ranges.ts'
import type { MapBox } from '../core/map-box.ts'
import type { MapTiles } from '../core/map-tiles.ts'
import type { Near, Place } from '../core/places.ts'
import {
  mapSchema,
  nearestPlaceSchema,
  placeListSchema,
  placeQuery,
  pointQuery,
  townListSchema,
  townsQuery,
} from './place-schema.ts'
import type { Profiles } from './profiles.ts'

export interface PlaceRouteDeps {
  db: Db
  profiles: Profiles
  /** The likeliest first. */
  suggestPlaces(text: string, near: Near, limit: number): Place[]
  /** Null where no town is within reach. */
  nearestPlace(point: { lat: number; lon: number }): Place | null
  /** The largest first. */
  townsIn(box: MapBox, limit: number): { name: string; lat: number; lon: number; population: number }[]
  /** The ground of maps that whoever runs the program chose; null = none. */
  mapTiles: MapTiles | null
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
  http.get(
    '/api/places/towns',
    {
      schema: {
        tags,
        description: 'The largest towns of a part of a map, the largest first, for their names on it.',
        querystring: townsQuery,
        response: { 200: townListSchema },
      },
    },
    async ({ query, actor }) => {
      authorized(actor, 'read')
      return { items: deps.townsIn(query.bbox, query.limit) }
    },
  )
  http.get(
    '/api/places/map',
    {
      schema: {
        tags,
        description: 'What maps are drawn on: MAP_TILES and MAP_ATTRIBUTION of the configuration.',
        response: { 200: mapSchema },
      },
    },
    async ({ actor }) => {
      authorized(actor, 'read')
      return { tiles: deps.mapTiles }
    },
  )
  http.get(
    '/api/places/map/ground.pmtiles',
    {
      config: { limit: 'photos' },
      schema: {
        tags,
        description:
          'A part (Range) of the file of vector tiles that MAP_TILES names; 404 where it names none on this machine.',
        response: {
          206: {
            description: 'The part.',
            content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
          },
        },
      },
    },
    async (request, reply) => {
      authorized(request.actor, 'read')
      const path = deps.mapTiles?.path ?? null
      if (path === null) throw notFound('file of map tiles')
      return sendPart(request, reply as FastifyReply, { path, type: 'application/octet-stream' })
    },
  )
}

const placeView = ({ postalCode, ...place }: Place) => ({ ...place, postalCode: postalCode ?? null })
