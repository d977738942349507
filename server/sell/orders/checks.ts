import type { Check } from '../../core/feature.ts'
import { checked } from '../../model/sentences/said.ts'
import { say } from '../../model/sentences/sentences.ts'
import type { OrderDeps } from './deps.ts'
import { pollHealth } from './poll-store.ts'

const behindMs = 60 * 60_000

/** Whether the orders of everybody who sells by a connected account are read. */
export function orderChecks({ db, clock }: Pick<OrderDeps, 'db' | 'clock'>): Check[] {
  return [
    {
      name: 'orders',
      critical: false,
      async run() {
        const health = await pollHealth(db, new Date(clock.now().getTime() - behindMs))
        const behind = health.filter((one) => one.behind > 0)
        const count = health.reduce((sum, { sellers }) => sum + sellers, 0)
        return behind.length === 0
          ? checked(true, say('check-orders', { count }))
          : checked(
              false,
              say('check-orders-behind', { names: behind.map(({ marketplace }) => marketplace) }),
            )
      },
    },
  ]
}
