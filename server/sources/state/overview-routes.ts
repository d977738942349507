import type { Db } from '../../core/db.ts'
import type { Http } from '../../core/http.ts'
import { overdueScans } from '../scanning/scan-store.ts'
import { listSources } from '../store.ts'
import { activityOf } from './activity-store.ts'
import { overviewSchema } from './overview-schema.ts'
import { outcomesSince } from './overview-store.ts'
import type { ViewDeps } from './views.ts'

export interface AdminScanDeps extends Pick<ViewDeps, 'clock' | 'marketplaces'> {
  db: Db
  /** How people are called, by the ids of their accounts. */
  namesOfPeople(): Promise<ReadonlyMap<number, string>>
}

const shownMs = 86_400_000

/** How scans do across everybody's sources, without what those are called and set to: for admins. */
export function adminScanRoutes(http: Http, deps: AdminScanDeps): void {
  http.get(
    '/api/admin/scans',
    {
      config: { access: 'admin' },
      schema: {
        tags: ['ops'],
        summary: 'How scans do, by marketplace, and which sources fail',
        response: { 200: overviewSchema },
      },
    },
    async ({ actor }) => {
      const now = deps.clock.now()
      const since = new Date(now.getTime() - shownMs)
      const sources = await listSources(deps.db)
      const [activities, outcomes, overdue, names] = await Promise.all([
        activityOf(
          deps.db,
          sources.map(({ id }) => id),
          now,
        ),
        outcomesSince(deps.db, since),
        overdueScans(deps.db, now),
        deps.namesOfPeople(),
      ])
      const marketplaces = [...Map.groupBy(sources, ({ marketplace }) => marketplace)].map(([id, of]) => {
        const ended = outcomes.filter(({ marketplace }) => marketplace === id)
        const seen = of.flatMap(({ lastOkAt }) => lastOkAt?.getTime() ?? [])
        return {
          ...{ id, name: deps.marketplaces.get(id)?.name ?? id, sources: of.length },
          off: of.filter(({ enabled }) => !enabled).length,
          running: of.filter((source) => activities.get(source.id)?.running === true).length,
          failing: of.filter(({ enabled, outageSince }) => enabled && outageSince !== null).length,
          overdueSeconds: overdue.find(({ marketplace }) => marketplace === id)?.seconds ?? null,
          lastOkAt: seen.length === 0 ? null : new Date(Math.max(...seen)).toISOString(),
          outcomes: ended.map(({ outcome, count: times }) => ({ outcome, count: times })),
          found: ended.reduce((sum, { found }) => sum + found, 0),
          added: ended.reduce((sum, { added }) => sum + added, 0),
        }
      })
      return {
        since: since.toISOString(),
        marketplaces: marketplaces.toSorted((a, b) => a.name.localeCompare(b.name)),
        failing: sources.flatMap(({ id, userId, marketplace, enabled, outageSince, lastOutcome }) =>
          !enabled || outageSince === null
            ? []
            : {
                person: { id: userId, name: names.get(userId) ?? String(userId) },
                source: userId === actor.userId ? id : null,
                ...{ marketplace, since: outageSince.toISOString(), lastOutcome },
                nextScanAt: activities.get(id)?.nextScanAt?.toISOString() ?? null,
              },
        ),
      }
    },
  )
}
