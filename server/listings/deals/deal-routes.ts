import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import type { DealDeps } from '../listing-pages.ts'
import { facetsSchema, pointsMax, pointsSchema } from './card-schema.ts'
import { dealFilterQuery, dealsCsvQuery } from './deal-schema.ts'
import { askedDeals } from './deals.ts'
import { dealsCsv } from './deals-csv.ts'
import { countedMax, countFacets } from './facet-store.ts'
import { dealPoints } from './points.ts'

const tags = ['listings']

/** What else is told of deals than their pages. */
export function dealRoutes(http: Http, deps: DealDeps): void {
  http.get(
    '/api/deals/facets',
    {
      schema: {
        tags,
        description: `How many deals there are of each value of each filter, beside the other filters that are given. Of at most ${countedMax} that fit: where isCapped, so many at least. Collapsed, a thing counts once, as its newest listing.`,
        querystring: dealFilterQuery,
        response: { 200: facetsSchema },
      },
    },
    async ({ query, actor }) => {
      const person = authorized(actor, 'read')
      const asked = await askedDeals(deps, person, query, {
        ...{ asOfMs: deps.clock.now().getTime(), limit: countedMax },
      })
      // Nothing fits a search for nothing but symbols.
      const filter = asked.isUnsearchable ? { ...asked.filter, ids: [] } : asked.filter
      return countFacets(deps.db, filter, asked.look)
    },
  )
  http.get(
    '/api/deals/points',
    {
      schema: {
        tags,
        description: `Where deals are, for a map, in columns. Of more than ${pointsMax} those with the most points of their deal score that everybody sees alike: then \`truncated\` is true, and \`total\` is how many there are.`,
        querystring: dealFilterQuery,
        response: { 200: pointsSchema },
      },
    },
    ({ query, actor }) => dealPoints(deps, authorized(actor, 'read'), query),
  )
  http.get(
    '/api/deals.csv',
    {
      config: { limit: 'costly' },
      schema: {
        tags,
        description:
          'The same deals as a table for a spreadsheet (text/csv, UTF-8). What begins like a formula has an apostrophe before it.',
        querystring: dealsCsvQuery,
      },
    },
    async ({ query, actor }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="deals.csv"')
        .send(await dealsCsv(deps, authorized(actor, 'read'), query)),
  )
}
