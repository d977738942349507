import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { ownSellingSettingsSchema } from '../../model/score-schema.ts'
import { changeSelling, readSelling, type SellingSettingsDeps } from './selling.ts'
import { sellingViewSchema } from './selling-schema.ts'

const tags = ['settings']

export function sellingRoutes(http: Http, deps: SellingSettingsDeps): void {
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
}
