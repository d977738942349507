import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  type ReadableSpan,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base'
import type { Fetch } from '../fetch.ts'
import type { Log } from '../log.ts'
import { type Cause, causeNow, withCause } from './cause.ts'
import type { OpenSpan, SpanAttributes, Tracing } from './tracing.ts'

const kinds = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
}

const sendTimeoutMs = 5_000
const closeTimeoutMs = 3_000
const queuedMax = 4_096

/**
 * Spans by OpenTelemetry, sent as OTLP over HTTP (JSON) to `url`. Loaded only where that is set. The open span is a part of
 * the present cause (`traceparent`) and nothing of the process is hooked, so that a job and a delivery in another process
 * go on in the trace of the request.
 */
export function openTracing(options: {
  /** Such as http://127.0.0.1:4318/v1/traces. */
  url: string
  headers: Readonly<Record<string, string>>
  /** Of a hundred traces, how many are kept; what belongs to one is kept with it. */
  samplePercent: number
  version: string
  roles: readonly string[]
  log: Log
  fetch: Fetch
  batchDelayMs?: number
}): Tracing {
  const { log } = options
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'deal-scout',
      'service.version': options.version,
      'deal_scout.roles': [...options.roles],
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.samplePercent / 100) }),
    spanProcessors: [
      new BatchSpanProcessor(exporterOf(options), {
        maxQueueSize: queuedMax,
        scheduledDelayMillis: options.batchDelayMs ?? 2_000,
        exportTimeoutMillis: sendTimeoutMs,
      }),
    ],
  })
  const tracer = provider.getTracer('deal-scout')

  function start(name: string, kind: SpanKind, attributes: SpanAttributes, startTime?: number): Span {
    const { requestId, jobId, scanId, alsoOf = [] } = causeNow()
    const ids: Attributes = {
      ...(requestId !== undefined && { 'deal_scout.request_id': requestId }),
      ...(jobId !== undefined && { 'deal_scout.job_id': jobId }),
      ...(scanId !== undefined && { 'deal_scout.scan_id': scanId }),
    }
    const given = {
      kind,
      attributes: { ...ids, ...attributes },
      ...(startTime !== undefined && { startTime }),
      links: alsoOf.flatMap((one) => contextOf(one) ?? []).map((context) => ({ context })),
    }
    return tracer.startSpan(name, given, parentOf(causeNow().traceparent))
  }

  return {
    async span(name, kind, attributes, run) {
      const span = start(name, kinds[kind], attributes)
      try {
        return await withCause(beneath(span), () => run((told) => void span.setAttributes({ ...told })))
      } catch (error) {
        markFailed(span, error)
        throw error
      } finally {
        span.end()
      }
    },
    ended(name, attributes, seconds) {
      if (causeNow().traceparent === undefined) return
      const endedAt = Date.now()
      start(name, SpanKind.CLIENT, attributes, endedAt - seconds * 1000).end(endedAt)
    },
    begin(name, kind, attributes): OpenSpan {
      const span = start(name, kinds[kind], attributes)
      return {
        traceparent: traceparentOf(span),
        end(told, isFailure) {
          span.setAttributes({ ...told })
          if (isFailure) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
        },
      }
    },
    async close() {
      const late = AbortSignal.timeout(closeTimeoutMs)
      const isLate = new Promise<void>((resolve) => late.addEventListener('abort', () => resolve()))
      await Promise.race([
        provider
          .shutdown()
          .catch((error: unknown) => log.debug({ err: error }, 'the last traces were not sent')),
        isLate,
      ])
    },
  }
}

/** By the one way out, with its time limit; what cannot be sent is dropped, which the log says once. */
function exporterOf({ url, headers, fetch, log }: Parameters<typeof openTracing>[0]): SpanExporter {
  let fails = false
  const under = new Set<Promise<void>>()
  async function send(spans: ReadableSpan[]): Promise<boolean> {
    try {
      const { status } = await fetch(url, {
        ...{ method: 'POST', network: 'any', timeoutMs: sendTimeoutMs, redirectsMax: 0 },
        headers: { 'content-type': 'application/json', ...headers },
        body: JsonTraceSerializer.serializeRequest(spans) ?? '',
      })
      if (status < 200 || status > 299) throw new Error(`the collector answered ${status}`)
      fails = false
    } catch (error) {
      if (!fails) log.warn({ err: error }, 'traces cannot be sent; they are dropped until they can')
      fails = true
    }
    return !fails
  }
  return {
    export(spans, done) {
      const sending = send(spans).then((isSent) => {
        under.delete(sending)
        done({ code: isSent ? 0 : 1 })
      })
      under.add(sending)
    },
    async shutdown() {
      await Promise.all(under)
    },
  }
}

/** Errors' messages quote what was read; their codes are ours. */
function markFailed(span: Span, error: unknown): void {
  const { code, kind, name } = (error ?? {}) as { code?: unknown; kind?: unknown; name?: unknown }
  const type = [code, kind, name].find((one) => typeof one === 'string') ?? 'unknown'
  span.setAttribute('error.type', String(type))
  span.setStatus({ code: SpanStatusCode.ERROR })
}

function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext()
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
}

/** What is done within a span is because of that alone. */
function beneath(span: Span): Cause {
  const { alsoOf: _links, ...cause } = causeNow()
  return { ...cause, traceparent: traceparentOf(span) }
}

function parentOf(traceparent: string | undefined) {
  const context = contextOf(traceparent)
  return context === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, context)
}

function contextOf(traceparent: string | undefined): SpanContext | null {
  const [, traceId, spanId, flags] =
    /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(traceparent ?? '') ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return null
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }
}
