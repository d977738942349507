import { type Authorized, authorized } from '../../core/actor.ts'
import { type Http, pageOf } from '../../core/http.ts'
import { idParam } from '../../core/id-param.ts'
import { type Trace, traceParams, traceQuery, traceSchema } from './trace-schema.ts'

export interface TraceRouteDeps {
  traceRule(
    userId: Authorized<'read'>,
    ask: { ruleId: number; listingId: number; timeZone: string | undefined },
  ): Promise<Trace>
  /** For each of the person's rules. */
  traceListing(
    userId: Authorized<'read'>,
    ask: { listingId: number; timeZone: string | undefined },
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
    async ({ params, query, actor }) =>
      deps.traceRule(authorized(actor, 'read'), {
        ruleId: params.id,
        listingId: params.listingId,
        timeZone: query.timeZone,
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
    async ({ params, query, actor }) => ({
      items: await deps.traceListing(authorized(actor, 'read'), {
        listingId: params.id,
        timeZone: query.timeZone,
      }),
      next: null,
      previous: null,
    }),
  )
}
