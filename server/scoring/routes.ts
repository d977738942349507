import { authorized } from '../core/actor.ts'
import type { Http } from '../core/http.ts'
import { answerValue } from './value/answer/value-answer.ts'
import type { ValueDeps } from './value/answer/value-asked.ts'
import { valueAnswerSchema, valueInputSchema, valueQuerySchema } from './value/answer/value-schema.ts'

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
}
