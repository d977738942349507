import type { FastifyReply } from 'fastify'
import { authorized } from '../core/actor.ts'
import type { Http } from '../core/http.ts'
import { sendFile } from '../core/http-sending.ts'
import { photoParams, photoQuery, photoSchema } from './schema.ts'
import type { ShownPhotos } from './show/shown-photos.ts'

const dayS = 86_400

export function photoRoutes(http: Http, photos: ShownPhotos): void {
  http.get(
    '/api/photos/:listing/:n',
    {
      config: { limit: 'photos' },
      schema: {
        tags: ['listings'],
        description: 'The n-th photo of a listing, from 0 on, cut down to a width.',
        params: photoParams,
        querystring: photoQuery,
        response: { 200: { description: 'The photo.', content: { 'image/webp': { schema: photoSchema } } } },
      },
    },
    async (request, reply) => {
      const { params, query, actor } = request
      const { tag, personal, bytes } = await photos.photo(
        authorized(actor, 'read'),
        params.listing,
        params.n,
        query.w,
      )
      // Who signs in next in the same browser shall not find what was another's own.
      const kept = personal ? 'private, no-cache' : `private, max-age=${dayS}, immutable`
      return sendFile(request, reply as FastifyReply, { tag, kept, type: 'image/webp', bytes })
    },
  )
}
