import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

/** Pages of these origins may read answers and send requests, without cookies; where there are none, nobody may. */
export async function addCors(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'if-none-match', 'idempotency-key', 'x-api-key'],
    exposedHeaders: [
      'allow',
      'etag',
      'idempotency-replayed',
      'link',
      'location',
      'ratelimit',
      'ratelimit-policy',
      'retry-after',
      'x-request-id',
    ],
    maxAge: 600,
  })
}
