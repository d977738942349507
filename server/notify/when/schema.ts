import { z } from 'zod'
import { timeZoneSchema } from '../../core/time-zone.ts'
import { rhythms, type WhenPreferences } from './preferences.ts'

export const rhythmSchema = z.enum(rhythms)

const localTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time from 00:00 to 23:59, as in 07:30')

/** When a person wants to be notified, as they send it; what is left out is as `defaultPreferences` has it. */
export const whenInputSchema = z
  .strictObject({
    /** Becomes that of the profile; left out, that stays as it is. */
    timeZone: timeZoneSchema.optional(),
    rhythm: rhythmSchema.default('immediately'),
    digestTime: localTime.default('08:00'),
    digestWeekday: z.number().int().min(1).max(7).default(1),
    quietHours: z
      .strictObject({ from: localTime, to: localTime })
      .refine(({ from, to }) => from !== to, {
        path: ['to'],
        message: 'must differ from "from": for no quiet hours, leave quietHours out',
      })
      .nullable()
      .default(null),
    perHourMax: z.number().int().min(1).max(10_000).nullable().default(10),
    perDayMax: z.number().int().min(1).max(100_000).nullable().default(50),
    urgentScore: z.number().min(0).max(100).nullable().default(null),
  })
  .meta({
    example: {
      timeZone: 'Europe/Berlin',
      rhythm: 'daily',
      digestTime: '07:30',
      quietHours: { from: '22:00', to: '07:00' },
      perHourMax: 5,
      perDayMax: 20,
      urgentScore: 90,
    },
  }) satisfies z.ZodType<Omit<WhenPreferences, 'timeZone'> & { timeZone?: string | undefined }>

/** The same as the API gives it. */
export const whenSchema = z.object({
  /** Of the profile. */
  timeZone: z.string(),
  rhythm: rhythmSchema,
  digestTime: z.string(),
  digestWeekday: z.number().int(),
  quietHours: z.object({ from: z.string(), to: z.string() }).nullable(),
  perHourMax: z.number().int().nullable(),
  perDayMax: z.number().int().nullable(),
  urgentScore: z.number().nullable(),
  /** All of it as sentences for a person. */
  inWords: z.string(),
})
