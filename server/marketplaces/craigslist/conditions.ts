import type { Condition } from '../../model/listing-schema.ts'

/** The values of the site's `condition` parameter. */
export const conditionCodes: Readonly<Record<string, Condition>> = {
  '10': 'new',
  '20': 'like-new',
  '30': 'excellent',
  '40': 'good',
  '50': 'fair',
  '60': 'for-parts',
}
