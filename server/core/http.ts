import swagger from '@fastify/swagger'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
  type RouteOptions,
} from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { LevelChangeEventListener } from 'pino'
import { z } from 'zod'
import { type Access, type Actor, authorize } from './actor.ts'
import { type Origin, withOrigin } from './audit.ts'
import { AppError, badInput } from './errors.ts'
import { addAppPage } from './http-app-page.ts'
import { refusalOf } from './http-callers.ts'
import {
  type Connections,
  createConnections,
  stopping,
  type WireLimits,
  wireLimits,
} from './http-connections.ts'
import { addCors } from './http-cors.ts'
import { addCsrf } from './http-csrf.ts'
import { signingIn, withSharedAnswers } from './http-document.ts'
import { type Guards, noGuards } from './http-guards.ts'
import { securityHeaders } from './http-headers.ts'
import { type AnswerKeeper, addIdempotency } from './http-idempotency.ts'
import { inputProblem } from './http-input.ts'
import { addLanguages, type Translator } from './http-language.ts'
import { addLimits } from './http-limits.ts'
import { watchMethods } from './http-methods.ts'
import { addLinks } from './http-paging.ts'
import { portProblem } from './http-port.ts'
import { addLoadShedding } from './http-pressure.ts'
import { asAppError, sendProblem } from './http-problems.ts'
import { closedQuery } from './http-query.ts'
import { requestIds } from './http-request-id.ts'
import { addSending } from './http-sending.ts'
import { addUploads } from './http-uploads.ts'
import type { Log } from './log.ts'
import { type SecurityNote, securityEventOf } from './security-events.ts'
import { withCause } from './telemetry/cause.ts'
import { noTracing, type OpenSpan, type Tracing } from './telemetry/tracing.ts'

/** The HTTP server with zod schemas; routes validate what comes in and shape what goes out. */
export type Http = ReturnType<typeof typed>

const typed = (instance: FastifyInstance) => instance.withTypeProvider<ZodTypeProvider>()

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Default: `read` of what is only read, else `write`. */
    access?: Access
    /** The address holds a sealed token, and what is done is bound to it alone: see refusalOf(). */
    tokenIsProof?: boolean
    /** An extension of a person's browser may write here, too: see refusalOf(). */
    extensionMay?: boolean
    /** No browser keeps the answer, though it is no account's: what it shows may open something. */
    neverKept?: boolean
  }
  interface FastifyRequest {
    /** Who asks: handlers read and write this person's rows. Of an `open` route it is nobody. */
    actor: Actor
  }
}

/** A page of a list by keyset: `next` or `previous` goes into `?cursor=` of the following call. */
export function pageOf<T extends z.ZodType>(item: T) {
  const page = z.object({
    items: z.array(item),
    next: z.string().nullable(),
    previous: z.string().nullable(),
  })
  const example = item.meta()?.example
  return example === undefined
    ? page
    : page.meta({ example: { items: [example], next: null, previous: null } })
}

/** Makes the server with everything every route shares; features add their routes, then it is made ready. */
export async function createHttp(options: {
  log: Log
  tracing?: Tracing
  version: string
  allowedHosts(): string[]
  /** The only place where a request becomes somebody's; throws `not-signed-in` (401) where it is nobody's. */
  actorOf(request: FastifyRequest, reply: FastifyReply): Promise<Actor>
  /** Where a browser is sent instead of a page, by the code of why it is not shown. */
  pagesInstead?: Readonly<Record<string, string>>
  /** Told of each route, and what it asks for. */
  onRoute?(route: { method: string; path: string; access: Access }): void
  /** Told, from where it came (see originNow), when somebody who is known asks for what they have no right to. */
  onRefused?(refused: { actor: Actor; code: string; route: string }): void
  /** Told of each answer; `route` as it is written, null where there is none. */
  onAnswered?(answered: { method: string; route: string | null; status: number; seconds: number }): void
  /** Told of answers to those who try what they should not. */
  onSecurityEvent?(event: SecurityNote): void
  /** Where a browser finds it, if that is set (`https://deals.example`): pages from there may write too. */
  publicOrigin?(): string | null
  /** How long requests under way may go on after close(). */
  closeMs?: number
  wire?: Partial<WireLimits>
  guards?: Partial<Guards>
  /** Without it a request that is sent again is done again. */
  answers?: AnswerKeeper
  /** Without it all that is said is English. */
  translator?: Translator
  /** What was built for browsers, and by which command it is; left out = there are no pages. */
  app?: { folder: string; command: string }
}): Promise<Http> {
  const { log, tracing = noTracing } = options
  const guards = { ...noGuards, ...options.guards }
  const headers = securityHeaders(guards)
  const requests = requestLog(log)
  const connections = createConnections({ ...wireLimits, ...options.wire }, headers)
  const app: FastifyInstance = fastify({
    serverFactory: connections.serverFactory,
    // What comes while the server closes is refused below, as a problem.
    return503OnClosing: false,
    // The servers answer these themselves.
    clientErrorHandler: () => {},
    loggerInstance: requests.own as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIds(guards.trustedProxies),
    bodyLimit: 1024 * 1024,
    trustProxy: guards.trustedProxies.length > 0 && [...guards.trustedProxies],
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    // A path that cannot be decoded reaches no hook.
    frameworkErrors(error, request, reply) {
      const problem = asAppError(error)
      noteSecurity(request, problem.status, problem.code)
      void sendProblem(problem, request, reply.headers(headers))
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.addHook('onClose', async () => requests.off())
  const spans = new WeakMap<FastifyRequest, OpenSpan>()
  // With a callback: what runs after an async hook would not be within.
  app.addHook('onRequest', (request, _, done) => {
    // As the route is written: links in messages carry tokens in their paths.
    const route = `${request.method} ${request.is404 ? '(none)' : (request.routeOptions.url ?? '(none)')}`
    withCause({ requestId: request.id }, () => {
      const span = tracing.begin(route, 'server', { 'http.request.method': request.method })
      spans.set(request, span)
      withCause({ requestId: request.id, traceparent: span.traceparent }, done)
    })
  })
  app.addHook('onRequest', async (_, reply) => void reply.headers(headers))
  await addLoadShedding(app, guards.pressure)
  await addCors(app, guards.corsOrigins)
  const counted = await addLimits(app, guards.limits)
  addCsrf(app)
  if (options.answers) addIdempotency(app, options.answers)
  addLinks(app)
  if (options.translator) addLanguages(app, options.translator)
  await addSending(app)
  const uploadError = await addUploads(app)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Deal Scout',
        version: options.version,
        description:
          'Watches second-hand marketplaces, values and scores what it finds, and notifies people.',
      },
      ...signingIn,
    },
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input)
      return { schema: accessOf(input.route) === 'open' ? { ...schema, security: [] } : schema, url }
    },
    transformObject: (document) =>
      'openapiObject' in document ? withSharedAnswers(document.openapiObject) : document.swaggerObject,
  })
  app.addHook('onRoute', closeQuery)
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat())
      options.onRoute?.({ method, path: route.url, access: accessOf(route) })
  })
  const nowhere = watchMethods(app)
  app.decorateRequest('actor')
  app.decorateRequest('problemCode', '')
  let closing = false
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    const refusal = closing ? stopping() : refusalOf(callerOf(request), own(), request.routeOptions.config)
    if (refusal !== null) throw refusal
    const access = accessOf(request.routeOptions)
    const asksNobody = request.is404 || access === 'open'
    try {
      const actor = await counted(request, reply, async () =>
        asksNobody ? null : options.actorOf(request, reply),
      )
      if (actor === null || asksNobody) return
      request.actor = actor
      authorize(actor, access)
    } catch (error) {
      const isPage = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '')
      const otherPath = error instanceof AppError ? options.pagesInstead?.[error.code] : undefined
      if (!isPage || otherPath === undefined) throw error
      return reply.redirect(otherPath, 303)
    }
  })
  app.addHook('preValidation', async ({ params, query, body }) => {
    for (const [place, value] of [
      ['params.', params],
      ['querystring.', query],
      ['', body],
    ] as const) {
      const found = inputProblem(value)
      if (found === null) continue
      const field = `${place}${found.path.join('.')}`.toWellFormed().replaceAll('\0', '') || '(whole)'
      throw badInput(`The request is not valid: ${field} ${found.problem}.`, { [field]: found.problem })
    }
  })
  app.addHook('preHandler', (request, _, done) => withOrigin(originOf(request), done))
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode } = reply
    spans.get(request)?.end({ 'http.response.status_code': statusCode }, statusCode >= 500)
    noteSecurity(request, reply.statusCode, request.problemCode)
    options.onAnswered?.({
      ...{ method: request.method, route: request.is404 ? null : (request.routeOptions.url ?? null) },
      ...{ status: reply.statusCode, seconds: reply.elapsedTime / 1000 },
    })
    request.log.debug(
      {
        method: request.method,
        // As the route is written: links in messages carry tokens in their paths, and one that is mistyped is no route's.
        path: request.routeOptions.url ?? `/${request.url.split(/[/?]/)[1]}/…`,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  // What is under way when the server closes may end, but not hold it up for ever.
  app.addHook('preClose', async () => {
    await connections.stopListening(app.server)
    closing = true
    connections.close(options.closeMs ?? 10_000)
  })
  app.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close')
  })
  app.setErrorHandler((error, request, reply) => {
    if (isOfWhoLeft(error, request)) {
      request.log.debug('who asked went away while it was answered')
      return reply.hijack()
    }
    const problem = asAppError(uploadError(error), request.routeOptions.schema?.querystring)
    const actor = request.actor as Actor | undefined
    // Of who is nobody, or is another site, limits count nothing yet: they could make it write as often as they like.
    if (problem.status === 403 && actor !== undefined) {
      const route = `${request.method} ${request.routeOptions.url ?? ''}`
      withOrigin(originOf(request), () => options.onRefused?.({ actor, code: problem.code, route }))
    }
    return sendProblem(problem, request, reply)
  })
  const appPage = options.app && (await addAppPage(app, options.app.folder, options.app.command))
  app.setNotFoundHandler(
    (request, reply) => appPage?.(request, reply) ?? sendProblem(nowhere(request, reply), request, reply),
  )
  const http = typed(app)
  connectionsOf.set(http, connections)
  return http

  function noteSecurity(request: FastifyRequest, status: number, code: string): void {
    const { method, routeOptions, provedAs, headers: sent } = request
    const kind = securityEventOf({ status, code, hasKey: sent.authorization !== undefined })
    if (kind === null) return
    options.onSecurityEvent?.({
      ...{ kind, requestId: request.id, address: request.ip },
      ...{ person: provedAs?.userId ?? null, key: originOf(request).keyId },
      ...{ route: `${method} ${routeOptions.url ?? '(none)'}`, ...(code !== '' && { code }) },
    })
  }

  function own() {
    const { corsOrigins: friends } = guards
    return { names: options.allowedHosts(), publicOrigin: options.publicOrigin?.() ?? null, friends }
  }
}

/** Whether an answer could not be written because nobody is there any more to read it: no fault of the program. */
const isOfWhoLeft = (error: unknown, { raw }: FastifyRequest) =>
  (error as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE' && raw.socket.destroyed

/** One line per answer at debug, none per request at info: the terminal is for deals. It follows what the log's level becomes. */
function requestLog(log: Log): { own: Log; off(): void } {
  const levelBeside = () => (log.level === 'info' ? 'warn' : log.level)
  const own = log.child({}, { level: levelBeside() })
  // Its children tell of theirs by it, too.
  const follow = (...[, , , , changed]: Parameters<LevelChangeEventListener>) => {
    if (changed === log) own.level = levelBeside()
  }
  log.on('level-change', follow)
  return { own, off: () => void log.off('level-change', follow) }
}

const connectionsOf = new WeakMap<object, Connections>()

/** Listens; a port in use is a setup error that says what to do. Returns the address with the real port. */
export async function listen(http: Http, host: string, port: number): Promise<string> {
  try {
    const address = await http.listen({ host, port })
    if (host === 'localhost') await connectionsOf.get(http)?.listenBeside(http.server, host)
    return address
  } catch (error) {
    throw portProblem(host, port, error)
  }
}

/** What a route asks of who calls it; what is not said is the stricter of what it can be. */
function accessOf({
  config,
  method,
}: {
  config?: RouteOptions['config']
  method?: string | string[]
}): Access {
  const reads = [method].flat().every((one) => one === 'GET' || one === 'HEAD')
  return config?.access ?? (reads || config?.changesNothing === true ? 'read' : 'write')
}

/** Pages behind links in messages stay open: mail programs and their filters hang parameters of their own to those. */
function closeQuery(route: RouteOptions): void {
  if (!route.url.startsWith('/api/') || route.config?.tokenIsProof === true) return
  const querystring = closedQuery(route.schema?.querystring)
  if (querystring === null) throw new Error(`the query of ${route.url} is not an object of parameters`)
  route.schema = { ...route.schema, querystring }
}

function originOf({ id, actor, provedAs, ip, headers }: FastifyRequest): Origin {
  const keyId = provedAs?.keyId
  return {
    ...{ via: 'http', actorId: (actor as Actor | undefined)?.userId ?? null },
    ...{ keyId: keyId === undefined ? null : Number(keyId), address: ip },
    ...{ userAgent: headers['user-agent'] ?? null, requestId: id },
  }
}

function callerOf({ method, raw }: FastifyRequest) {
  const { origin, 'sec-fetch-site': fetchSite } = raw.headers
  return {
    ...{ method, origin },
    // `headers` has only the first of several.
    hosts: raw.rawHeaders.filter((_, at, all) => at % 2 === 1 && all[at - 1]!.toLowerCase() === 'host'),
    fetchSite: Array.isArray(fetchSite) ? fetchSite.join() : fetchSite,
    localPort: raw.socket.localPort,
  }
}
