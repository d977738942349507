import type { Http } from '../../core/http.ts'
import { type ReplayDeps, replayDeliveries } from '../replay.ts'
import { deliveryOverview } from './overview-store.ts'
import { overviewSchema, replayedSchema, replaySchema } from './schema.ts'

export interface AdminDeliveryDeps extends ReplayDeps {
  /** How people are called, by the ids of their accounts. */
  namesOfPeople(): Promise<ReadonlyMap<number, string>>
}

/** What ended longer ago is no news to anybody. */
const shownMs = 7 * 86_400_000
const replayedMax = 1_000

/** How messages get through to everybody, without what they say and where they go: for admins. */
export function adminDeliveryRoutes(http: Http, deps: AdminDeliveryDeps): void {
  const config = { access: 'admin' } as const
  const tags = ['ops']
  const shownSince = () => new Date(deps.clock.now().getTime() - shownMs)
  http.get(
    '/api/admin/deliveries',
    {
      config,
      schema: {
        tags,
        summary: 'How messages get through, by person and channel',
        response: { 200: overviewSchema },
      },
    },
    async () => {
      const since = shownSince()
      const names = await deps.namesOfPeople()
      const rows = await deliveryOverview(deps.db, since)
      return {
        since: since.toISOString(),
        items: rows.map(({ person, oldestWaitingAt, lastFailedAt, ...row }) => ({
          person: { id: person, name: names.get(person) ?? String(person) },
          ...row,
          oldestWaitingAt: oldestWaitingAt?.toISOString() ?? null,
          lastFailedAt: lastFailedAt?.toISOString() ?? null,
        })),
      }
    },
  )
  http.post(
    '/api/admin/deliveries/replay',
    {
      config: { ...config, limit: 'costly' },
      schema: {
        tags,
        summary: 'Send again what did not get through in the last seven days',
        body: replaySchema,
        response: { 200: replayedSchema },
      },
    },
    async ({ body }) => ({
      count: await replayDeliveries(deps, {
        userId: body.person ?? null,
        ...(body.channel !== undefined && { channel: body.channel }),
        since: shownSince(),
        limit: replayedMax,
      }),
    }),
  )
}
