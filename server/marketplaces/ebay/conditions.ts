import type { Condition } from '../../model/listing-schema.ts'

/** eBay's condition ids. */
export const conditionCodes: Readonly<Record<string, Condition>> = {
  '1000': 'new',
  '1500': 'like-new',
  '1750': 'good',
  '2000': 'excellent',
  '2010': 'excellent',
  '2020': 'excellent',
  '2030': 'good',
  '2500': 'good',
  '2750': 'like-new',
  '2990': 'excellent',
  '3000': 'good',
  '3010': 'fair',
  '4000': 'excellent',
  '5000': 'good',
  '6000': 'fair',
  '7000': 'for-parts',
}
