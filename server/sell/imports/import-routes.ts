import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import type { SellDeps } from '../deps.ts'
import { sellImportCharsMax, sellImportedSchema, sellImportSchema } from './import-schema.ts'
import { importThings } from './import-things.ts'

export function sellImportRoutes(http: Http, deps: SellDeps): void {
  http.post(
    '/api/sell/import',
    {
      config: { limit: 'costly' },
      // A text takes up to twice its length in JSON, where it has many line ends and quotes.
      bodyLimit: 2 * sellImportCharsMax + 1024,
      schema: {
        tags: ['sell'],
        description:
          'Takes a table (CSV) of things for sale or sold into your stock and books: our own exports, reports of eBay, tables of listing tools. The same table again changes nothing. A dry run only says what would be read.',
        body: sellImportSchema,
        response: { 200: sellImportedSchema },
      },
    },
    ({ body, actor }) => importThings(deps, authorized(actor, 'write'), body),
  )
}
