import type { Feature } from '../core/feature.ts'
import { type AdminDeliveryDeps, adminDeliveryRoutes } from './admin/overview-routes.ts'
import { bounceRoutes } from './delivery/bounce-routes.ts'
import { type DeliverDeps, deliveryLoop } from './delivery/deliver.ts'
import { deliveriesChannel } from './delivery/queue-store.ts'
import { feedRoutes } from './feed/feed-routes.ts'
import { type NotifyRouteDeps, notifyRoutes } from './routes.ts'
import { sealedSettings, switchOff, targetsTogether } from './targets/channels.ts'
import { confirmRoutes } from './targets/confirm-routes.ts'
import { sealedMadeOptions } from './targets/made-options.ts'
import { sealedConfirmation } from './targets/verification.ts'

export type NotifyFeatureDeps = NotifyRouteDeps &
  Omit<DeliverDeps, 'targetOf' | 'switchOff' | 'inProductChannels'> &
  Parameters<typeof confirmRoutes>[1] &
  Parameters<typeof bounceRoutes>[1] &
  AdminDeliveryDeps

export function notifyFeature<Deps extends NotifyFeatureDeps>(deps: Deps) {
  const deliveries = deliveryLoop({
    ...deps,
    inProductChannels: deps.notifying.inProductChannels,
    targetOf: targetsTogether(deps),
    switchOff: (tx, queue, reason) => switchOff(deps, tx, queue, reason),
  })
  return {
    name: 'notify',
    routes(http) {
      notifyRoutes(http, deps)
      confirmRoutes(http, deps)
      bounceRoutes(http, deps)
      feedRoutes(http, deps)
      adminDeliveryRoutes(http, deps)
    },
    loops: [{ ...deliveries, wokenBy: deliveriesChannel }],
    sealed: [sealedSettings, sealedConfirmation, sealedMadeOptions],
    commands: { notify: deps },
  } satisfies Feature
}
