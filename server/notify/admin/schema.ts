import { z } from 'zod'

const count = z.int().min(0)
const time = z.iso.datetime()
export const overviewSchema = z.object({
  since: time.describe('from when on what ended is counted'),
  items: z.array(
    z.object({
      person: z.object({ id: z.int(), name: z.string() }),
      channel: z.string(),
      ...{ waiting: count, held: count, sent: count, failed: count },
      oldestWaitingAt: time.nullable(),
      lastFailedAt: time.nullable(),
    }),
  ),
})

export const replaySchema = z
  .strictObject({
    person: z.int().positive().optional().describe('left out = everybody'),
    channel: z.string().min(1).max(60).optional().describe('left out = all'),
  })
  .meta({ example: { person: 2, channel: 'email' } })
export const replayedSchema = z.object({ count })
