import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A named zone's id as the zone database writes it; null for what is none, and for bare offsets. */
export function namedTimeZone(text: string): string | null {
  // Temporal takes the zone out of whole timestamps too, and takes offsets, which know no daylight saving time.
  if (text.length > 64 || !/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(text)) return null
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId
  } catch {
    return null
  }
}

/** The same of what a person wrote. */
export const timeZoneSchema = z.string().transform((text, context) => {
  const name = namedTimeZone(text)
  if (name !== null) return name
  context.addIssue({
    code: 'custom',
    message:
      'is no known time zone: use a name such as Europe/Berlin or America/New_York, not an offset such as +02:00',
  })
  return z.NEVER
})
