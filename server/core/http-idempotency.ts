import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { type Authorized, authorized } from './actor.ts'
import { AppError } from './errors.ts'

/** What of an answer is kept. */
export interface KeptAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

/** A request with an `Idempotency-Key`. */
export interface KeyedRequest {
  userId: Authorized<'own'>
  key: string
  /** Method and address as the route is written. */
  route: string
  /** All that the answer depends on. */
  content: string
  /** Of this very attempt. */
  token: string
}

/** Where a request with a key stands: nobody has answered it, somebody is about to, it was, or it was another one. */
export type Begun =
  | { state: 'new' }
  | { state: 'under-way' }
  | { state: 'answered'; answer: KeptAnswer }
  | { state: 'other' }

/** Keeps answers, for all processes. */
export interface AnswerKeeper {
  begin(asked: KeyedRequest): Promise<Begun>
  /** Says that an attempt goes on; one of which nothing is heard for a minute is given up. */
  renew(asked: KeyedRequest): Promise<void>
  keep(asked: KeyedRequest, answer: KeptAnswer): Promise<void>
  /** The attempt did nothing: the key is free again. */
  release(asked: KeyedRequest): Promise<void>
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A POST that only looks: it may be sent as often as one likes, with or without a key. */
    changesNothing?: boolean
  }
  interface FastifyRequest {
    /** The attempt that this request is, where its answer is to be kept. */
    keyed: { asked: KeyedRequest; stop(): void } | null
  }
}

export const idempotencyHeader = 'idempotency-key'
/** Marks the operations in the document that take the header. */
export const takesKey = 'x-takes-idempotency-key'

const renewEveryMs = 20_000
/** Location and type are part of the answer; the rest is of the connection or the same on every answer. */
const keptHeaders = ['content-type', 'location']

/**
 * Lets every POST of the API that changes something be sent again: with the same `Idempotency-Key` it is done once, and its
 * answer given again for 24 h. Errors are not kept, since what failed did nothing. Add it before what packs answers.
 */
export function addIdempotency(app: FastifyInstance, keeper: AnswerKeeper): void {
  app.decorateRequest('keyed', null)
  app.addHook('onRoute', (route: RouteOptions) => {
    if (!takesKeys(route)) return
    route.schema = { ...route.schema, [takesKey]: true } as typeof route.schema
  })
  app.addHook('preHandler', async (request, reply) => {
    const header = request.headers[idempotencyHeader]
    if (header !== undefined && isUpload(request.routeOptions.schema)) throw onUpload()
    if (header === undefined || !((request.routeOptions.schema ?? {}) as Record<string, unknown>)[takesKey])
      return
    const asked: KeyedRequest = {
      userId: authorized(request.actor, 'own'),
      key: readKey(header),
      route: `${request.method} ${request.routeOptions.url}`,
      content: contentOf(request),
      token: randomUUID(),
    }
    const begun = await keeper.begin(asked)
    if (begun.state === 'other') throw reused()
    if (begun.state === 'under-way') throw underWay()
    if (begun.state === 'answered') return again(reply, begun.answer)
    const timer = setInterval(() => void keeper.renew(asked).catch(() => {}), renewEveryMs)
    timer.unref()
    request.keyed = { asked, stop: () => clearInterval(timer) }
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const { keyed } = request
    if (keyed === null) return payload
    request.keyed = null
    keyed.stop()
    try {
      if (reply.statusCode < 300) await keeper.keep(keyed.asked, answerOf(reply, payload))
      else await keeper.release(keyed.asked)
    } catch (error) {
      // It is done all the same, and who asked should know.
      request.log.warn({ err: error }, 'the answer to a request with an Idempotency-Key could not be kept')
    }
    return payload
  })
}

function takesKeys({ method, url, config, schema }: RouteOptions): boolean {
  const isHidden = (schema as { hide?: boolean } | undefined)?.hide === true
  // Nobody's request could be another's.
  const isSomebodys = config?.access !== 'open'
  return (
    [method].flat().includes('POST') &&
    url.startsWith('/api/') &&
    !config?.changesNothing &&
    !isUpload(schema) &&
    !isHidden &&
    isSomebodys
  )
}

/** What is read as it comes is not there to be compared when its answer would be given again. */
function isUpload(schema: unknown): boolean {
  const { consumes } = (schema ?? {}) as { consumes?: readonly string[] }
  return consumes?.includes('multipart/form-data') === true
}

function onUpload(): AppError {
  return new AppError({
    code: 'bad-idempotency-key',
    status: 400,
    message:
      'An upload takes no Idempotency-Key, since another file could come with it: leave it out. The same file sent again changes nothing.',
  })
}

/** As it is, or between quotes, as the draft of the IETF has it. */
function readKey(header: string | string[]): string {
  const [, key] = /^"?([!#-~]{1,255}?)"?$/.exec(String(header).trim()) ?? []
  if (key !== undefined) return key
  throw new AppError({
    code: 'bad-idempotency-key',
    status: 400,
    message:
      'Idempotency-Key has 1 to 255 visible ASCII characters and no quotes: a new UUID for each thing to be done.',
  })
}

/** Uploads have no key. */
function contentOf({ params, query, body }: FastifyRequest): string {
  return JSON.stringify([params, query, body ?? null])
}

function answerOf(reply: FastifyReply, payload: unknown): KeptAnswer {
  const body = typeof payload === 'string' ? payload : Buffer.isBuffer(payload) ? payload.toString() : ''
  const headers = keptHeaders.flatMap((name) => {
    const value = reply.getHeader(name)
    return value === undefined ? [] : [[name, String(value)] as const]
  })
  return { status: reply.statusCode, headers: Object.fromEntries(headers), body }
}

function again(reply: FastifyReply, { status, headers, body }: KeptAnswer) {
  return reply
    .status(status)
    .headers(headers)
    .header('idempotency-replayed', 'true')
    .send(body === '' ? undefined : body)
}

function reused(): AppError {
  return new AppError({
    code: 'idempotency-key-reused',
    status: 422,
    message:
      'This Idempotency-Key came with another request in the last 24 hours: use a new one for each thing to be done.',
  })
}

function underWay(): AppError {
  return new AppError({
    code: 'idempotency-key-in-use',
    status: 409,
    message: 'The first request with this Idempotency-Key is still under way: send the same again in 2 s.',
    retryAfterS: 2,
  })
}
