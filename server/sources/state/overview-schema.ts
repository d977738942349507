import { z } from 'zod'
import { scanOutcomes } from '../../marketplaces/contract.ts'

const time = z.iso.datetime()
const count = z.int().min(0)
export const overviewSchema = z.object({
  since: time.describe('from when on scans are counted'),
  marketplaces: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      ...{ sources: count, off: count, running: count, failing: count },
      overdueSeconds: z.number().nullable().describe('of the scan that is due longest; null = none is due'),
      lastOkAt: time.nullable(),
      outcomes: z.array(z.object({ outcome: z.enum(scanOutcomes), count })),
      found: z.number(),
      added: z.number(),
    }),
  ),
  failing: z.array(
    z.object({
      person: z.object({ id: z.int(), name: z.string() }),
      source: z.int().nullable().describe('its id where it is your own'),
      marketplace: z.string(),
      since: time,
      lastOutcome: z.enum(scanOutcomes).nullable(),
      nextScanAt: time.nullable(),
    }),
  ),
})
