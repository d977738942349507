import { authorized } from '../core/actor.ts'
import type { Http } from '../core/http.ts'
import { fetchRates, type RateDeps, readRates, typeRate, untypeRate } from './rates.ts'
import { fetchRatesSchema, rateInputSchema, rateParams, ratesSchema } from './schema.ts'

const tags = ['settings']
const response = { 200: ratesSchema }

export function rateRoutes(http: Http, deps: RateDeps): void {
  http.get(
    '/api/rates',
    {
      config: { neverKept: true },
      schema: {
        tags,
        summary: 'Exchange rates',
        description:
          'What one euro is in each currency. Rules that say `otherCurrencies` and sums of your books are counted by them.',
        response,
      },
    },
    () => readRates(deps),
  )
  http.put(
    '/api/rates/:currency',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        description:
          'Types a rate of a day. Of one day it goes before what is fetched; a newer one goes before both.',
        params: rateParams,
        body: rateInputSchema,
        response,
      },
    },
    ({ params, body, actor }) => typeRate(deps, authorized(actor, 'admin'), params.currency, body),
  )
  http.delete(
    '/api/rates/:currency',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        description: 'Takes back all that was typed of a currency.',
        params: rateParams,
        response,
      },
    },
    ({ params, actor }) => untypeRate(deps, authorized(actor, 'admin'), params.currency),
  )
  http.post(
    '/api/rates/fetch',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        description:
          'Asks the European Central Bank at once; 409 `rates-not-allowed` where the operator does not let it be asked.',
        body: fetchRatesSchema,
        response,
      },
    },
    async ({ body, actor }) => {
      authorized(actor, 'admin')
      await fetchRates(deps, body.span)
      return readRates(deps)
    },
  )
}
