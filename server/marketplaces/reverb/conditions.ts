import type { Condition } from '../../model/listing-schema.ts'

/** The site's slugs, best first; B-stock is returned or blemished, not used. */
export const conditionCodes: Readonly<Record<string, Condition>> = {
  'brand-new': 'new',
  'b-stock': 'like-new',
  mint: 'like-new',
  excellent: 'excellent',
  'very-good': 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'non-functioning': 'for-parts',
}
