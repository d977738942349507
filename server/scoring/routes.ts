import { authorized } from '../core/actor.ts'
import type { Http } from '../core/http.ts'
import { idParam } from '../core/id-param.ts'
import { valueOfListing } from './value/answer/listing-value.ts'
import { answerValue } from './value/answer/value-answer.ts'
import type { ValueDeps } from './value/answer/value-asked.ts'
import {
  listingValueQuery,
  listingValueSchema,
  valueAnswerSchema,
  valueInputSchema,
  valueQuerySchema,
} from './value/answer/value-schema.ts'

const description =
  'What a thing is worth by comparable listings, with an 80 % interval, the comparables and what the words were taken for. Where too few are known the value is null and the reason says what would help.'

export function valueRoutes(http: Http, deps: ValueDeps): void {
  http.get(
    '/api/value',
    {
      schema: {
        tags: ['value'],
        description,
        querystring: valueQuerySchema,
        response: { 200: valueAnswerSchema },
      },
    },
    ({ query, actor }) => answerValue(deps, authorized(actor, 'read'), query),
  )
  http.post(
    '/api/value',
    {
      config: { limit: 'read', changesNothing: true },
      schema: {
        tags: ['value'],
        description: `${description} Long descriptions and attributes go this way.`,
        body: valueInputSchema,
        response: { 200: valueAnswerSchema },
      },
    },
    ({ body, actor }) => answerValue(deps, authorized(actor, 'read'), body),
  )
  http.get(
    '/api/listings/:id/value',
    {
      schema: {
        tags: ['listings', 'value'],
        description:
          'What a listing is worth by the comparables that are held now, with all of them and how their prices are spread. Those in `exclude` do not count, so that one can see how much the value hangs on them; nothing of it is kept.',
        params: idParam,
        querystring: listingValueQuery,
        response: { 200: listingValueSchema },
      },
    },
    ({ params, query, actor }) => valueOfListing(deps, authorized(actor, 'read'), params.id, query.exclude),
  )
}
