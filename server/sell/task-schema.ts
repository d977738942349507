import { z } from 'zod'
import { postSchema } from './schema.ts'

const moment = z.iso.datetime()
const amount = z.number().int()

/** What waits for you. */
export const sellTasksSchema = z.object({
  /** Sold elsewhere: take them down. */
  toEnd: z.array(postSchema.extend({ title: z.string() })),
  /** Sold more often than you have it; `saleId` is the newest sale, which may be called off. */
  oversold: z.array(
    z.object({
      itemId: amount,
      title: z.string(),
      tooMany: amount,
      saleId: amount,
      marketplace: z.string(),
      /** Ready to be sent to its buyer. */
      message: z.string(),
    }),
  ),
  /** Ads that run out, can be moved up, or of which you said nothing for long. */
  toCheck: z.array(
    postSchema.extend({
      title: z.string(),
      why: z.enum(['runs-out', 'renewable', 'long-ago']),
      /** Of `runs-out`. */
      endsAt: moment.nullable(),
      /** Where it can be renewed; null = not known. */
      manageUrl: z.string().nullable(),
    }),
  ),
  toShip: z.array(
    z.object({
      saleId: amount,
      itemId: amount,
      title: z.string(),
      marketplace: z.string(),
      soldOn: z.string(),
    }),
  ),
})
export type SellTasks = z.output<typeof sellTasksSchema>
