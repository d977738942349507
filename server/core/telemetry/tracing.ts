import type { Fetch } from '../fetch.ts'

/** Names and numbers of the program; never what a person or a stranger wrote. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

export type SpanKind = 'internal' | 'server' | 'client' | 'consumer'

/** Tells how long parts of the work took, as spans under what they are done because of. */
export interface Tracing {
  /** A span from the call to the end of `run`; what happens within is below it. One that throws is marked by its error's code. */
  span<T>(
    name: string,
    kind: SpanKind,
    attributes: SpanAttributes,
    run: (tell: (attributes: SpanAttributes) => void) => Promise<T>,
  ): Promise<T>
  /** A span that ends now, of this length, below the present one; without a present one there is none. */
  ended(name: string, attributes: SpanAttributes, seconds: number): void
  /** Begins one whose end somebody else sees; what follows is below it by its `traceparent`. */
  begin(name: string, kind: SpanKind, attributes: SpanAttributes): OpenSpan
  /** Sends what waits; gives up after seconds. */
  close(): Promise<void>
}

export interface OpenSpan {
  traceparent: string | undefined
  end(attributes: SpanAttributes, isFailure: boolean): void
}

export const noTracing: Tracing = {
  span: (_name, _kind, _attributes, run) => run(() => {}),
  ended() {},
  begin: () => ({ traceparent: undefined, end() {} }),
  async close() {},
}

/** Calls as spans by host, never by address: paths and queries carry tokens. Nobody outside is told the trace. */
export function tracedFetch(fetch: Fetch, tracing: Tracing): Fetch {
  if (tracing === noTracing) return fetch
  return (url, options = {}) => {
    const { method = 'GET' } = options
    const host = URL.parse(url)?.hostname ?? ''
    const attributes = { 'http.request.method': method, 'server.address': host }
    return tracing.span(`${method} call`, 'client', attributes, async (tell) => {
      const answer = await fetch(url, options)
      tell({ 'http.response.status_code': answer.status })
      return answer
    })
  }
}

/** Told of each statement by the function of a store that asked it, never by its text. */
export function tracedQueries(
  queried: (source: string, seconds: number) => void,
  tracing: Tracing,
): (source: string, seconds: number) => void {
  return (source, seconds) => {
    queried(source, seconds)
    tracing.ended(`db ${source}`, { 'db.system.name': 'postgresql', 'db.operation.name': source }, seconds)
  }
}
