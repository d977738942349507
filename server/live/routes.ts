import type { FastifyReply } from 'fastify'
import { authorized } from '../core/actor.ts'
import type { Http } from '../core/http.ts'
import { liveKinds } from '../core/live-schema.ts'
import type { Live } from './live.ts'
import { streamQuery, streamSchema } from './schema.ts'

const description = `What happens, while it happens (Server-Sent Events): ${liveKinds.join(', ')}, with JSON as data, each told once and in the order in which it was written; only what you may see. Each has an id; who comes back with it in \`Last-Event-ID\` (or \`after\`) is told first what was missed. Where that is too old or unknown, \`reset\` comes instead: read what you show anew. \`ready\` says that what follows is live, \`beat\` every 20 s that it still is. It ends when your session or key does. docs/live.md`

export function liveRoutes(http: Http, live: Live): void {
  http.addHook('preClose', () => live.close())
  http.get(
    '/api/stream',
    {
      // It would be opened, and nothing of it read.
      exposeHeadRoute: false,
      // Its parts must not wait for each other.
      compress: false,
      config: { neverKept: true },
      schema: {
        tags: ['live'],
        description,
        querystring: streamQuery,
        response: {
          200: { description: 'Events.', content: { 'text/event-stream': { schema: streamSchema } } },
        },
      },
    },
    async (request, reply) => {
      const { actor, provedAs, sessionId, headers, query } = request
      const given = headers['last-event-id']
      const lastId = (typeof given === 'string' && given !== '' ? given : query.after) ?? null
      const viewer = {
        userId: authorized(actor, 'read'),
        ...{ sessionId, keyId: provedAs?.keyId },
        isSteady: provedAs !== null && provedAs.keyId === undefined && sessionId === undefined,
      }
      const { readable, leave } = await live.open(viewer, lastId, () => reply.raw.destroy())
      if (reply.raw.destroyed) leave()
      else reply.raw.once('close', leave)
      // A stream is no text to its type.
      const streaming: FastifyReply = reply
      return streaming.header('x-accel-buffering', 'no').type('text/event-stream').send(readable)
    },
  )
}
