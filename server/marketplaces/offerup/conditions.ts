import type { Condition } from '../../model/listing-schema.ts'

/** The site shows REFURBISHED as "Excellent", OPEN_BOX as "Very good", BROKEN as "Fair", OTHER as "For parts". */
export const conditionCodes: Readonly<Record<string, Condition>> = {
  NEW: 'new',
  REFURBISHED: 'excellent',
  OPEN_BOX: 'excellent',
  USED: 'good',
  BROKEN: 'fair',
  OTHER: 'for-parts',
}
