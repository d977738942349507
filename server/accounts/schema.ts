import { z } from 'zod'
import { accountRoles } from '../core/actor.ts'
import { typedCurrencySchema } from '../core/money.ts'
import { isStorable } from '../core/text.ts'
import { timeZoneSchema } from '../core/time-zone.ts'
import { unitChoices } from '../core/units.ts'
import { travelCostSchema } from '../model/score-schema.ts'

const field = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    /** The operator's, since you chose none. */
    isDefault: z.boolean(),
  })

/** Who you are, and what of your profile is yours. */
export const meSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  roles: z.array(z.enum(accountRoles)),
  profile: z.object({
    home: field(
      z
        .object({
          /** As it was written. */
          text: z.string(),
          label: z.string(),
          lat: z.number(),
          lon: z.number(),
          country: z.string(),
        })
        .nullable(),
    ),
    units: field(z.enum(unitChoices)),
    currency: field(z.string()),
    timeZone: field(z.string()),
    travel: field(travelCostSchema),
  }),
})
export type Me = z.output<typeof meSchema>

/** What is left out stays; null goes back to the operator's default. */
export const mePatchSchema = z.strictObject({
  profile: z.strictObject({
    /** ZIP code or city, looked up offline. */
    home: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine(isStorable, 'has characters that cannot be stored')
      .nullable()
      .optional(),
    units: z.enum(unitChoices).nullable().optional(),
    currency: typedCurrencySchema.nullable().optional(),
    timeZone: timeZoneSchema.nullable().optional(),
    travel: travelCostSchema.nullable().optional(),
  }),
})
export type ProfilePatch = z.output<typeof mePatchSchema>['profile']
