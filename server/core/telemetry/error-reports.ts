import { createStackParser, createTransport, type ErrorEvent } from '@sentry/core'
import { nodeStackLineParser, ServerRuntimeClient } from '@sentry/core/server'
import { errorOutline } from '../error-outline.ts'
import type { Fetch } from '../fetch.ts'
import type { NotedError } from '../log.ts'
import { causeNow } from './cause.ts'

const timeoutMs = 5_000
const closeMs = 2_000
/** What waits for a Sentry that does not answer. */
const waitingMax = 20
/** A fault that repeats is not told of a thousand times. */
const perMinuteMax = 30
const framesMax = 50
const parseStack = createStackParser(nodeStackLineParser())

export interface ErrorReports {
  note(error: NotedError): void
  /** Sends what waits; gives up after two seconds. */
  close(): Promise<void>
}

/**
 * Reports to Sentry what the log has as an error: of which type and code, in which lines of the program, of which release and
 * request. An error's own message quotes what strangers and people wrote, so it stays in the log; the request's id finds it
 * there. Loaded only where a DSN is set; of Sentry it is the core alone, which hooks nothing of the process and collects nothing by itself.
 */
export function openErrorReports(options: {
  dsn: string
  environment: string
  release: string
  roles: readonly string[]
  /** Takes secrets out of a text. */
  mask(text: string): string
  fetch: Fetch
}): ErrorReports {
  const { mask, fetch } = options
  const client = new ServerRuntimeClient({
    dsn: options.dsn,
    release: options.release,
    environment: options.environment,
    integrations: [],
    platform: 'node',
    includeServerName: false,
    sendClientReports: false,
    sampleRate: 1,
    maxBreadcrumbs: 0,
    dataCollection: {
      ...{ userInfo: false, cookies: false, httpHeaders: false, httpBodies: [], urlQueryParams: false },
      ...{ databaseQueryData: false, queues: false, stackFrameVariables: false, frameContextLines: 0 },
      graphQL: { document: false, variables: false },
      ...{ genAI: { inputs: false, outputs: false }, mcp: { inputs: false, outputs: false } },
    },
    stackParser: parseStack,
    transport: (transport) =>
      createTransport({ ...transport, bufferSize: waitingMax }, async ({ body }) => {
        const answer = await fetch(transport.url, {
          ...{ method: 'POST', body, timeoutMs, network: 'any', redirectsMax: 0 },
          headers: { 'content-type': 'application/x-sentry-envelope' },
        })
        const { 'x-sentry-rate-limits': limits, 'retry-after': after } = answer.headers
        return {
          statusCode: answer.status,
          headers: { 'x-sentry-rate-limits': limits ?? null, 'retry-after': after ?? null },
        }
      }),
    beforeSend: (event) => masked(event, mask) as ErrorEvent,
  })
  client.init()
  let minute = 0
  let count = 0

  return {
    note({ error, sentence, level, job }) {
      const now = Math.floor(performance.now() / 60_000)
      count = now === minute ? count + 1 : 1
      minute = now
      if (count > perMinuteMax) return
      const { requestId, jobId, scanId, traceparent } = causeNow()
      const code = codeOf(error)
      client.captureEvent({
        level,
        platform: 'node',
        exception: {
          values: chainOf(error).map((one) => ({
            type: one.name,
            // Secrets first: the outline may leave a part of one that nobody knows it by.
            value:
              one === error
                ? `${errorOutline(mask(sentence))}${code === null ? '' : ` (${code})`}`
                : (codeOf(one) ?? ''),
            stacktrace: { frames: framesOf(one) },
          })),
        },
        tags: {
          roles: options.roles.join(','),
          ...(requestId !== undefined && { request_id: requestId }),
          ...(job !== undefined && { job }),
          ...(jobId !== undefined && { job_id: jobId }),
          ...(scanId !== undefined && { scan_id: scanId }),
          ...(traceparent !== undefined && { trace_id: traceparent.split('-')[1] ?? '' }),
        },
      })
    },
    async close() {
      await client.close(closeMs)
    },
  }
}

/** The innermost cause first, as Sentry wants it. */
function chainOf(error: Error): Error[] {
  const chain: Error[] = []
  for (let one: unknown = error; one instanceof Error && chain.length < 5; one = one.cause) chain.unshift(one)
  return chain
}

function codeOf(error: Error): string | null {
  const { code, kind } = error as { code?: unknown; kind?: unknown }
  const found = [code, kind].find((one) => typeof one === 'string')
  return typeof found === 'string' && /^[\w.-]{1,60}$/.test(found) ? found : null
}

/** A message may hold line breaks, and so what looks like frames: only what follows it is read. */
function framesOf({ stack = '', message }: Error) {
  const at = message === '' ? 0 : stack.indexOf(message)
  const own = at < 0 ? '' : stack.slice(at + (message === '' ? 0 : message.length))
  return parseStack(`Error\n${own.slice(own.indexOf('\n    at ') + 1)}`).slice(-framesMax)
}

function masked(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return value.map((item) => masked(item, mask))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, masked(item, mask)]))
}
