import { createHash } from 'node:crypto'
import compress from '@fastify/compress'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'

/** Smaller answers fit into a packet as they are. */
const compressedBytesMin = 1024

/** JSON of any kind and text; never a stream of events, whose parts must not wait for each other. */
const compressible =
  /^(?:application\/(?:[\w.+-]+\+)?json|application\/javascript|text\/(?:plain|html|csv|css))(?:;|$)/

/**
 * Answers are packed (Brotli, gzip) and, where they are JSON that was asked for with GET, have an ETag: who has them
 * already is told so (304). What is about an account (rights `self` and `admin`) or says `neverKept` is kept by nobody, and
 * nothing else is unless its route says so: docs/security/kept-answers.tsv. Add it before the routes.
 *
 * Packing tells, by its length, what of an attacker's words stands in a secret beside them (BREACH). Nothing secret is in
 * what is packed: the API gives no secret back, there is no session, and the pages behind links in messages, whose
 * addresses hold tokens, are left out.
 */
export async function addSending(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', (route: RouteOptions) => {
    if (route.config?.tokenIsProof === true) route.compress = false
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (!mayBeKept(request, reply) || typeof payload !== 'string') {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      return payload
    }
    reply.header('cache-control', 'private, no-cache')
    return isKnown(request, reply, payload) ? null : payload
  })
  await app.register(compress, {
    threshold: compressedBytesMin,
    encodings: ['br', 'gzip'],
    customTypes: compressible,
    // Uploads are read as they come; a bomb must not be unpacked before its limit is known.
    globalDecompression: false,
  })
}

function mayBeKept({ method, url, routeOptions }: FastifyRequest, reply: FastifyReply): boolean {
  const { access, neverKept = access === 'self' || access === 'self-write' || access === 'admin' } =
    routeOptions.config
  const type = String(reply.getHeader('content-type') ?? '')
  return (
    method === 'GET' &&
    !neverKept &&
    reply.statusCode === 200 &&
    url.startsWith('/api/') &&
    type.startsWith('application/json') &&
    !reply.hasHeader('etag')
  )
}

/** Sends what may be kept where it is no JSON of the API: with an ETag, or as 304 to who has it. */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, payload: string): FastifyReply {
  return isKnown(request, reply, payload) ? reply.send() : reply.send(payload)
}

/**
 * Sends what is no text and never changes under its tag, or 304 to who has it, for whom it is not made. `kept` is how a
 * browser keeps it.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: { tag: string; kept: string; type: string; bytes(): Promise<Uint8Array> },
): Promise<FastifyReply> {
  const isHad = isNamedBy(request.headers['if-none-match'], file.tag)
  const bytes = isHad ? null : await file.bytes()
  // Only now: a problem that is thrown is kept by nobody.
  reply.header('etag', file.tag).header('cache-control', file.kept)
  if (bytes === null) return reply.status(304).send()
  return reply.type(file.type).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** Tags an answer; whoever has it already is told so (304). */
function isKnown(request: FastifyRequest, reply: FastifyReply, payload: string): boolean {
  const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`
  reply.header('etag', tag)
  if (!isNamedBy(request.headers['if-none-match'], tag)) return false
  reply.status(304)
  return true
}

/** Whether `If-None-Match` names the tag. Tags are compared weakly, as RFC 9110 has it for this header. */
function isNamedBy(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  const bare = (text: string) => text.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((one) => bare(one) === bare(tag))
}
