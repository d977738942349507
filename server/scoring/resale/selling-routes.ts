import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { ownSellingSettingsSchema } from '../../model/score-schema.ts'
import { addFeeRow, exportFees, importFees } from './fee-table/fee-files.ts'
import { changeSelling, readResale, readSelling, type SellingSettingsDeps } from './selling.ts'
import {
  feeAddedSchema,
  feeFileCharsMax,
  feeImportedSchema,
  feeImportSchema,
  resaleQuery,
  resaleSchema,
  sellingViewSchema,
} from './selling-schema.ts'

const tags = ['settings']

export function sellingRoutes(http: Http, deps: SellingSettingsDeps): void {
  http.get(
    '/api/resale',
    {
      config: { neverKept: true },
      schema: {
        tags: ['value'],
        description:
          'What selling a thing at what it is worth would leave you, by marketplace: the price without fees and shipping, by your settings. What you pay for the thing is not in it.',
        querystring: resaleQuery,
        response: { 200: resaleSchema },
      },
    },
    ({ query, actor }) => readResale(deps, authorized(actor, 'read'), query),
  )
  http.get(
    '/api/settings/selling',
    {
      config: { neverKept: true },
      schema: {
        tags,
        description:
          'How you sell: fees, shipping, and where. The flip profit is made of these and of what the way costs you (GET /api/me).',
        response: { 200: sellingViewSchema },
      },
    },
    ({ actor }) => readSelling(deps, authorized(actor, 'read')),
  )
  http.put(
    '/api/settings/selling',
    {
      schema: {
        tags,
        description: 'Replaces all of your changes; {} goes back to the defaults.',
        body: ownSellingSettingsSchema,
        response: { 200: sellingViewSchema },
      },
    },
    ({ body, actor }) => changeSelling(deps, authorized(actor, 'write'), body),
  )
  feeRoutes(http, deps)
}

function feeRoutes(http: Http, deps: SellingSettingsDeps): void {
  http.get(
    '/api/settings/selling/fees.csv',
    {
      config: { neverKept: true },
      schema: {
        tags,
        description:
          'The table of fees that is counted with as a file (text/csv, UTF-8), your own rows first: one line for each row, amounts in whole units, shares in percent.',
      },
    },
    async ({ actor }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="fees.csv"')
        .send(await exportFees(deps, authorized(actor, 'read'))),
  )
  http.post(
    '/api/settings/selling/fees',
    {
      schema: {
        tags,
        description:
          'Adds a row of your own that counts from a day on (`validFrom`). What counted before stays for sales of the days before.',
        body: feeAddedSchema,
        response: { 200: sellingViewSchema },
      },
    },
    ({ body, actor }) => addFeeRow(deps, authorized(actor, 'write'), body),
  )
  http.post(
    '/api/settings/selling/fees/import',
    {
      // A text takes up to twice its length in JSON, where it has many line ends and quotes.
      bodyLimit: 2 * feeFileCharsMax + 1024,
      schema: {
        tags,
        description:
          'Adds the rows of a file as the export writes it to your own: all of them, or none and what is wrong by line. Rows that are there already change nothing. A dry run only says what would be taken.',
        body: feeImportSchema,
        response: { 200: feeImportedSchema },
      },
    },
    ({ body, actor }) => importFees(deps, authorized(actor, 'write'), body),
  )
}
