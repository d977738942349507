import type { Condition } from '../../model/listing-schema.ts'

/** The values of the site's `condition`, in addresses of searches and in data. */
export const conditionCodes: Readonly<Record<string, Condition>> = {
  new: 'new',
  used_like_new: 'like-new',
  used_good: 'good',
  used_fair: 'fair',
}
