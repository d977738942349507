import type { FastifyReply, FastifyRequest } from 'fastify'
import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import { sendTagged } from '../../core/http-sending.ts'
import { feedAddressesSchema, tokenParam } from '../schema.ts'
import { type FeedFormat, feedFormats, feedTypes } from './feed.ts'
import { endFeed, type FeedDeps, makeFeed, readFeed } from './personal-feed.ts'

const tags = ['notifications']

/** A person's feed of matches: the token in the address is the whole proof, since readers of feeds cannot sign in. */
export function feedRoutes(http: Http, deps: FeedDeps): void {
  const config = { access: 'self' } as const
  http.post(
    '/api/me/feed',
    {
      config,
      schema: {
        tags,
        description:
          'Makes the address of a feed of your matches, shown now and never again; ends the one before.',
        response: { 201: feedAddressesSchema },
      },
    },
    async ({ actor }, reply) =>
      reply
        .status(201)
        .header('cache-control', 'no-store')
        .send(await makeFeed(deps, authorized(actor, 'self'))),
  )
  http.delete(
    '/api/me/feed',
    {
      config,
      schema: { tags, description: 'Its address opens nothing any more.', response: { 204: noContent } },
    },
    async ({ actor }, reply) => {
      await endFeed(deps, authorized(actor, 'self'))
      return reply.status(204).send()
    },
  )
  for (const format of feedFormats)
    http.get(
      `/feeds/:token.${format}`,
      {
        config: { access: 'open', limit: 'feeds', tokenIsProof: true },
        schema: { hide: true, params: tokenParam },
        onRequest: async (_, reply) => void reply.headers(unseen),
      },
      async (request, reply) =>
        show(deps, format, request as FastifyRequest<{ Params: { token: string } }>, reply),
    )
}

/** Whoever is led away from a feed, or finds it, learns no address that opens it. */
const unseen = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' }

async function show(
  deps: FeedDeps,
  format: FeedFormat,
  request: FastifyRequest<{ Params: { token: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const document = await readFeed(deps, request.params.token, format)
  return sendTagged(
    request,
    reply.type(feedTypes[format]).header('cache-control', 'private, no-cache'),
    document,
  )
}
