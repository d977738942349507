import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError, setupError } from './errors.ts'
import type { Log } from './log.ts'

/** The HTTP server with zod schemas; routes validate what comes in and shape what goes out. */
export type Http = ReturnType<typeof typed>

const typed = (instance: FastifyInstance) => instance.withTypeProvider<ZodTypeProvider>()

/** RFC 9457. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  requestId: z.string(),
})

/** A page of a list by keyset: `next` goes into `?cursor=` of the following call. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** Makes the server with everything every route shares; features add their routes, then it is made ready. */
export async function createHttp(options: {
  log: Log
  version: string
  allowedHosts(): string[]
  /** How long requests under way may go on after close(). */
  closeMs?: number
}): Promise<Http> {
  const { log } = options
  const app = fastify({
    // One line per answer at debug, none per request at info: the terminal is for deals.
    loggerInstance: log.child({}, { level: log.level === 'info' ? 'warn' : log.level }) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    // A path that cannot be decoded reaches no hook.
    frameworkErrors: (error, request, reply) => void sendProblem(asAppError(error), request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(helmet, {
    // TLS is the business of a proxy in front: over plain HTTP these two would only break pages.
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'https:', 'data:'],
        upgradeInsecureRequests: null,
      },
    },
  })
  await app.register(multipart, { limits: { files: 1, fileSize: 512 * 1024 * 1024, fields: 20 } })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Deal Scout',
        version: options.version,
        description: 'Watches second-hand marketplaces, values and scores what it finds, and tells people.',
      },
    },
    transform: jsonSchemaTransform,
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    refuseForeignCallers(request, options.allowedHosts())
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.debug(
      {
        method: request.method,
        // As the route is written: links in messages carry tokens in their paths.
        path: request.routeOptions.url ?? request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  // What is under way when the server closes may end, but not hold it up for ever.
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    setTimeout(() => app.server.closeAllConnections(), options.closeMs ?? 10_000).unref()
  })
  app.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close')
  })
  app.setErrorHandler((error, request, reply) => sendProblem(asAppError(error), request, reply))
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      new AppError({
        code: 'no-such-route',
        status: 404,
        message: `There is nothing at ${request.method} ${request.url.split('?')[0]}.`,
      }),
      request,
      reply,
    ),
  )
  return typed(app)
}

/** Listens; a port in use is a setup error that says what to do. Returns the address with the real port. */
export async function listen(http: Http, host: string, port: number): Promise<string> {
  try {
    return await http.listen({ host, port })
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE') {
      throw setupError(
        'port-in-use',
        `Port ${port} on ${host} is in use, perhaps by another Deal Scout. Stop that program, or choose another port: DEAL_SCOUT_PORT=${port + 1}.`,
        error,
      )
    }
    if ((error as { code?: string }).code === 'EACCES') {
      throw setupError(
        'port-forbidden',
        `This user may not listen on port ${port}. Choose one above 1023: DEAL_SCOUT_PORT=3000.`,
        error,
      )
    }
    throw error
  }
}

/**
 * Until there is a sign-in, whoever reaches the server is its owner. A web page in the owner's browser must not
 * be: it can reach loopback under a name of its own (DNS rebinding) or post across origins.
 */
function refuseForeignCallers(request: FastifyRequest, allowedHosts: string[]): void {
  const host = hostName(request.headers.host ?? '')
  if (host === null || !allowedHosts.includes(host)) {
    throw new AppError({
      code: 'foreign-host',
      status: 421,
      message: `This server does not answer under the name ${JSON.stringify(host ?? '')}. Use ${allowedHosts[0]}, or set DEAL_SCOUT_BASE_URL to the address you use.`,
    })
  }
  const origin = request.headers.origin
  if (origin !== undefined && !['GET', 'HEAD', 'OPTIONS'].includes(request.method)) {
    const originHost = hostName(origin.replace(/^https?:\/\//, ''))
    if (originHost === null || !allowedHosts.includes(originHost)) {
      throw new AppError({
        code: 'foreign-origin',
        status: 403,
        message: 'Requests from other web sites are refused.',
      })
    }
  }
}

/** The name in a `name:port`; null for anything with more to it than that. */
function hostName(authority: string): string | null {
  const url = `http://${authority}`
  return /^[\w.:[\]-]+$/.test(authority) && URL.canParse(url) ? new URL(url).hostname : null
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = Object.fromEntries(
      error.validation.map((issue) => [
        `${error.validationContext === 'body' ? '' : `${error.validationContext}.`}${issue.instancePath.slice(1).replaceAll('/', '.') || '(whole)'}`,
        issue.message ?? 'is not valid',
      ]),
    )
    const [first] = Object.entries(fields)
    return new AppError({
      code: 'bad-input',
      status: 422,
      message: `The request is not valid: ${first ? `${first[0]}: ${first[1]}` : 'see fields'}.`,
      fields,
    })
  }
  if (error instanceof z.ZodError) {
    const fields = Object.fromEntries(
      error.issues.map((issue) => [issue.path.join('.') || '(whole)', issue.message]),
    )
    return new AppError({
      code: 'bad-input',
      status: 422,
      message: 'The request is not valid: see fields.',
      fields,
    })
  }
  const status = (error as { statusCode?: number }).statusCode
  if (status !== undefined && status >= 400 && status < 500) {
    return new AppError({
      code: kebab((error as { code?: string }).code ?? 'bad-request'),
      status,
      message: (error as Error).message,
      cause: error,
    })
  }
  return new AppError({
    code: 'internal-error',
    status: 500,
    message: 'Something went wrong here. The log has the details under this request id.',
    internal: error,
  })
}

function kebab(code: string): string {
  return code
    .toLowerCase()
    .replace(/^fst_err_/, '')
    .replaceAll('_', '-')
}

function sendProblem(error: AppError, request: FastifyRequest, reply: FastifyReply) {
  if (error.status >= 500) request.log.error({ err: error.internal ?? error }, error.message)
  else request.log.debug({ code: error.code }, error.message)
  return reply
    .status(error.status)
    .header('x-request-id', request.id)
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({
      type: `urn:deal-scout:problem:${error.code}`,
      title: error.code.replaceAll('-', ' '),
      status: error.status,
      code: error.code,
      detail: error.message,
      ...(error.fields && { fields: error.fields }),
      requestId: request.id,
    })
}
