import { authorized } from '../core/actor.ts'
import type { Http } from '../core/http.ts'
import { trendQuery, trendSchema } from './schema.ts'
import { readTrend, type TrendDeps } from './trend.ts'

export function trendRoutes(http: Http, deps: TrendDeps): void {
  http.get(
    '/api/trends',
    {
      schema: {
        tags: ['trends'],
        description: 'Prices, supply, days on the market and sell-through by ISO week.',
        querystring: trendQuery,
        response: { 200: trendSchema },
      },
    },
    ({ query, actor }) => readTrend(deps, authorized(actor, 'read'), query),
  )
}
