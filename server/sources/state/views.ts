import type { Authorized } from '../../core/actor.ts'
import { type Clock, msLeft, pastOf } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { notFound } from '../../core/errors.ts'
import { shownFields } from '../../core/form.ts'
import type { OptionValues } from '../../core/options.ts'
import type { Secrets } from '../../core/secrets.ts'
import type { Marketplace } from '../../marketplaces/contract.ts'
import { settingsOrProblem } from '../context.ts'
import { type Planned, plannedBySource } from '../outages/outage-store.ts'
import { cooldownMsMax } from '../scanning/cooldown.ts'
import type { ActiveSource, SourceActivity, SourceView } from '../schema.ts'
import { getSource, listSources, type SourceRow } from '../store.ts'
import { withAccepted } from '../terms/allowed.ts'
import { type Activity, activityOf, spentToday } from './activity-store.ts'
import { filtersWith } from './filters.ts'
import { alternativesOf, stateOf } from './state.ts'

export interface ViewDeps {
  marketplaces: ReadonlyMap<string, Marketplace>
  adapterOptions: OptionValues
  secrets: Pick<Secrets, 'open'>
  clock: Clock
}

const dayMs = 86_400_000

export async function viewSource(
  deps: ViewDeps & { db: Db },
  userId: Authorized<'read'>,
  id: number,
): Promise<ActiveSource> {
  const row = await getSource(deps.db, id, userId)
  if (!row) throw notFound('source')
  return (await activeViews(deps, [row]))[0]!
}

/** All sources of a person, how they are, and what their scans do. */
export async function sourceViews(
  deps: ViewDeps & { db: Db },
  userId: Authorized<'read'>,
): Promise<ActiveSource[]> {
  return activeViews(deps, await listSources(deps.db, userId))
}

async function activeViews(deps: ViewDeps & { db: Db }, rows: readonly SourceRow[]): Promise<ActiveSource[]> {
  const { db } = deps
  const now = deps.clock.now()
  const planned = await plannedBySource(db)
  const known = await withAccepted(deps, db)
  const activities = await activityOf(
    db,
    rows.map(({ id }) => id),
    now,
  )
  const budgets = new Map(rows.map((row) => [row.id, budgetOf(deps, row)]))
  const named = [...budgets.values()].flatMap((budget) => (budget === null ? [] : [budget.name]))
  const spent = await spentToday(db, named, now)
  return rows.map((row) => {
    const view = sourceView(known, row, planned.get(row.id))
    const budget = budgets.get(row.id) ?? null
    const quota = budget && {
      used: Math.min(spent.get(budget.name) ?? 0, budget.perDay),
      perDay: budget.perDay,
      resetAt: new Date(Math.floor(now.getTime() / dayMs + 1) * dayMs).toISOString(),
    }
    return { ...view, activity: { ...activityView(activities.get(row.id), view), quota } }
  })
}

function activityView(activity: Activity | undefined, { state }: SourceView): Omit<SourceActivity, 'quota'> {
  if (activity === undefined) return { queries: 0, running: false, nextScanAt: null, lastRun: null }
  const { queries, running, nextScanAt, lastRun } = activity
  return {
    ...{ queries, running },
    nextScanAt: state === 'off' ? null : (nextScanAt?.toISOString() ?? null),
    lastRun: lastRun && {
      ...lastRun,
      startedAt: lastRun.startedAt.toISOString(),
      finishedAt: lastRun.finishedAt.toISOString(),
    },
  }
}

/** Of which budget the calls of a source are spent; the demo's are spent of none that is anybody's. */
function budgetOf(deps: ViewDeps, row: SourceRow): { name: string; perDay: number } | null {
  const { settings } = settingsOrProblem(deps.secrets, row)
  if (settings === null || row.demo) return null
  return deps.marketplaces.get(row.marketplace)?.budget.callsPerDay?.(settings, deps.adapterOptions) ?? null
}

/**
 * What may be shown of a source, and in one sentence how it is; `planned` tells whether its scans run. The options as
 * `withAccepted` gives them.
 */
export function sourceView(deps: ViewDeps, row: SourceRow, planned?: Planned): SourceView {
  const marketplace = deps.marketplaces.get(row.marketplace)
  const { settings, problem } = settingsOrProblem(deps.secrets, row)
  const now = deps.clock.now()
  const state = stateOf(row, marketplace, { problem, options: deps.adapterOptions, planned, now })
  const leftMs = msLeft(row.cooldownFrom, row.cooldownUntil, now, cooldownMsMax)
  return {
    id: row.id,
    marketplace: row.marketplace,
    name: row.name,
    settings: marketplace && settings ? shownFields(marketplace.fields, settings) : {},
    shared: row.shared,
    demo: row.demo,
    enabled: row.enabled,
    browse: row.browse,
    intervalMs: row.intervalMs,
    lastOutcome: row.lastOutcome,
    lastOkAt: pastOf(row.lastOkAt, now)?.toISOString() ?? null,
    outageSince: row.outageSince?.toISOString() ?? null,
    ...state,
    alternatives: alternativesOf(row, marketplace, state),
    unproven: marketplace?.unprovenUntil !== undefined && settings?.[marketplace.unprovenUntil] !== true,
    filters: marketplace && settings ? filtersWith(marketplace, settings) : null,
    cooldownUntil:
      leftMs > 0
        ? new Date(now.getTime() + leftMs).toISOString()
        : (row.cooldownUntil?.toISOString() ?? null),
  }
}
