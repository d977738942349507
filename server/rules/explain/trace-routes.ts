import { type Authorized, authorized } from '../../core/actor.ts'
import { type Http, pageOf } from '../../core/http.ts'
import { idParam } from '../../core/id-param.ts'
import type { Language } from '../../core/languages.ts'
import { type Trace, traceParams, traceQuery, traceSchema } from './trace-schema.ts'

export interface TraceRouteDeps {
  traceRule(
    userId: Authorized<'read'>,
    ask: { ruleId: number; listingId: number; timeZone: string | undefined; language?: Language },
  ): Promise<Trace>
  /** For each of the person's rules. */
  traceListing(
    userId: Authorized<'read'>,
    ask: { listingId: number; timeZone: string | undefined; language?: Language },
  ): Promise<Trace[]>
}

const tags = ['rules']

/** Why did I, or did I not, get this? */
export function traceRoutes(http: Http, deps: TraceRouteDeps): void {
  http.get(
    '/api/rules/:id/trace/:listingId',
    {
      schema: {
        tags,
        params: traceParams,
        querystring: traceQuery,
        response: { 200: traceSchema },
      },
    },
    async ({ params, query, actor, language }) =>
      deps.traceRule(authorized(actor, 'read'), {
        ruleId: params.id,
        listingId: params.listingId,
        timeZone: query.timeZone,
        language,
      }),
  )
  http.get(
    '/api/listings/:id/traces',
    {
      schema: {
        tags,
        params: idParam,
        querystring: traceQuery,
        response: { 200: pageOf(traceSchema) },
      },
    },
    async ({ params, query, actor, language }) => ({
      items: await deps.traceListing(authorized(actor, 'read'), {
        listingId: params.id,
        timeZone: query.timeZone,
        language,
      }),
      next: null,
      previous: null,
    }),
  )
}
