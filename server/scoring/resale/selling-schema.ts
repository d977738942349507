import { z } from 'zod'
import { ownSellingSettingsSchema, sellingSettingsSchema } from '../../model/score-schema.ts'

export const sellingViewSchema = z.object({
  /** What you changed, as it was sent. */
  own: ownSellingSettingsSchema,
  /** The defaults with that laid over them: what is counted with. */
  effective: sellingSettingsSchema,
})
