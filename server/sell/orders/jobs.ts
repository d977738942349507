import { z } from 'zod'
import { defineJob } from '../../core/jobs.ts'

const id = z.number().int().positive()
const seller = z.object({ userId: id, marketplace: z.string() })

/** Finds whose orders are due to be read. */
export const pollSellersJob = defineJob({
  name: 'poll-sellers',
  payload: z.object({}),
  retries: 0,
  timeoutS: 120,
})

/** Reads what changed of one person's orders and books at one marketplace; what goes wrong is noted, and read later. */
export const pollOrdersJob = defineJob({
  name: 'poll-orders',
  payload: seller,
  retries: 1,
  timeoutS: 600,
  concurrency: 2,
})

/** Tells a marketplace how a sale travels. */
export const shipOrderJob = defineJob({
  name: 'ship-order',
  payload: z.object({ userId: id, saleId: id }),
  retries: 8,
  retryDelayS: 30,
})

/** Sends the nightly comparison of everybody who sells there. */
export const reconcileSellersJob = defineJob({
  name: 'reconcile-sellers',
  payload: z.object({}),
  retries: 1,
  timeoutS: 120,
})

export const reconcileSellerJob = defineJob({
  name: 'reconcile-seller',
  payload: seller,
  retries: 2,
  retryDelayS: 600,
  timeoutS: 3600,
})
