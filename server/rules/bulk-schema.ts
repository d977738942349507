import { z } from 'zod'
import { bulkIds, bulkItemsMax, bulkResult } from '../core/bulk.ts'
import { dismissReasons } from './dismiss/dismiss-schema.ts'

export const ruleBulkSchema = z
  .strictObject({
    action: z.enum(['enable', 'disable', 'delete', 'restore']),
    ids: bulkIds,
  })
  .meta({ example: { action: 'disable', ids: [3, 4] } })
export type RuleBulk = z.output<typeof ruleBulkSchema>

const matchKey = { ruleId: z.number().int().positive(), listingId: z.number().int().positive() }

export const dismissalsSchema = z
  .strictObject({
    matches: z.array(z.strictObject(matchKey)).min(1).max(bulkItemsMax),
    reason: z.enum(dismissReasons),
  })
  .meta({ example: { matches: [{ ruleId: 3, listingId: 17 }], reason: 'too-expensive' } })
export type Dismissals = z.output<typeof dismissalsSchema>

export const dismissalsResultSchema = bulkResult(matchKey)
