import { z } from 'zod'
import type { Http } from '../../core/http.ts'
import { ownSellingSettingsSchema, sellingSettingsSchema } from '../../model/score-schema.ts'
import { changeSelling, readSelling, type SellingSettingsDeps } from './selling.ts'

const tags = ['settings']
const viewSchema = z.object({
  /** What you changed, as it was sent. */
  own: ownSellingSettingsSchema,
  /** The defaults with that laid over them: what is counted with. */
  effective: sellingSettingsSchema,
})

export function sellingRoutes(http: Http, deps: SellingSettingsDeps): void {
  http.get(
    '/api/settings/selling',
    {
      schema: {
        tags,
        description: 'How you sell: fees, shipping, the way, and where. The flip profit is made of these.',
        response: { 200: viewSchema },
      },
    },
    ({ actor }) => readSelling(deps, actor.userId),
  )
  http.put(
    '/api/settings/selling',
    {
      schema: {
        tags,
        description: 'Replaces all of your changes; {} goes back to the defaults.',
        body: ownSellingSettingsSchema,
        response: { 200: viewSchema },
      },
    },
    ({ body, actor }) => changeSelling(deps, actor.userId, body),
  )
}
