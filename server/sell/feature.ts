import type { Feature } from '../core/feature.ts'
import { handles } from '../core/jobs.ts'
import { aiRoutes } from './ai/ai-routes.ts'
import { makeCall } from './ai/describe.ts'
import { describeItemJob } from './ai/jobs.ts'
import { apiPostRoutes } from './api-posts/api-post-routes.ts'
import { apiPostLoops } from './api-posts/loop.ts'
import { remindSellersJob } from './jobs.ts'
import { orderChecks } from './orders/checks.ts'
import type { OrderDeps } from './orders/deps.ts'
import {
  pollOrdersJob,
  pollSellersJob,
  reconcileSellerJob,
  reconcileSellersJob,
  shipOrderJob,
} from './orders/jobs.ts'
import { orderRoutes } from './orders/order-routes.ts'
import { pollOrders, pollSellers } from './orders/poll-orders.ts'
import { tellShipment } from './orders/ship.ts'
import { cleanPhotoJob, cutOutPhotoJob, recognisePhotoJob } from './photos/jobs.ts'
import { photoRoutes } from './photos/photo-routes.ts'
import { cleanStored, cutOutStored, recogniseStored } from './photos/process-photo.ts'
import { reconcile, reconcileSellers } from './reconcile/reconcile.ts'
import { sellRoutes } from './routes.ts'

export function sellFeature(deps: OrderDeps) {
  const { photos } = deps
  return {
    name: 'sell',
    schedules: [
      { job: remindSellersJob, cron: '*/10 * * * *', payload: {} },
      { job: pollSellersJob, cron: '* * * * *', payload: {} },
      { job: reconcileSellersJob, cron: '20 3 * * *', payload: {} },
    ],
    routes(http) {
      sellRoutes(http, deps)
      photoRoutes(http, deps)
      apiPostRoutes(http, deps)
      orderRoutes(http, deps)
      aiRoutes(http, deps.ai)
    },
    loops: apiPostLoops(deps),
    jobs: [
      handles(remindSellersJob, (_, { signal }) => deps.remindSellers(signal)),
      handles(pollSellersJob, () => pollSellers(deps)),
      handles(pollOrdersJob, async (asked, { signal }) => void (await pollOrders(deps, asked, signal))),
      handles(shipOrderJob, (asked, { signal }) => tellShipment(deps, asked, signal)),
      handles(reconcileSellersJob, () => reconcileSellers(deps)),
      handles(reconcileSellerJob, async (asked, { signal }) => void (await reconcile(deps, asked, signal))),
      handles(cleanPhotoJob, (asked, { signal }) => cleanStored(photos, asked, signal)),
      handles(recognisePhotoJob, (asked, { signal }) => recogniseStored(photos, asked, signal)),
      handles(cutOutPhotoJob, (asked, { signal }) => cutOutStored(photos, asked, signal)),
      handles(describeItemJob, (asked, { signal }) => makeCall(deps.ai, asked, signal)),
    ],
    sends: [
      ...[remindSellersJob, cleanPhotoJob, recognisePhotoJob, cutOutPhotoJob, describeItemJob],
      ...[pollSellersJob, pollOrdersJob, shipOrderJob, reconcileSellersJob, reconcileSellerJob],
    ],
    checks: orderChecks(deps),
    commands: { sell: deps },
  } satisfies Feature
}
