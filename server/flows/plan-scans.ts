import type { Clock } from '../core/clock.ts'
import type { Tx } from '../core/db.ts'
import type { Jobs } from '../core/jobs.ts'
import { askedRule } from '../rules/asked.ts'
import { replanJob } from '../rules/jobs.ts'
import { enabledRulePages, hasMoreRulesThan } from '../rules/store.ts'
import { beginPlan } from '../sources/scanning/planner.ts'
import { replacePlan } from '../sources/scanning/scan-store.ts'
import { type SourceDeps, scannableSources } from '../sources/sources.ts'

export interface PlanDeps extends Pick<SourceDeps, 'marketplaces' | 'adapterOptions' | 'secrets'> {
  clock: Clock
  jobs: Pick<Jobs, 'send'>
}

/** Planning the scans of so many rules takes some tens of milliseconds. */
const rulesPlannedAtOnce = 2_000

/** Plans the scans anew in the same transaction; of very many rules soon afterwards, since nobody may wait so long. */
export async function planScans(deps: PlanDeps, tx: Tx): Promise<void> {
  if (await hasMoreRulesThan(tx, rulesPlannedAtOnce))
    await deps.jobs.send(replanJob, {}, { tx, delayMs: 2_000, key: 'soon' })
  else await planScansNow(deps, tx)
}

/** Makes the scans fit the rules and sources, however many there are. */
export async function planScansNow(deps: PlanDeps, tx: Tx): Promise<void> {
  const sources = await scannableSources(deps, tx)
  const planOf = (demo: boolean) =>
    beginPlan(
      sources.filter((source) => source.demo === demo),
      deps.marketplaces,
    )
  const [pretended, real] = [planOf(true), planOf(false)]
  if (sources.length > 0) {
    for await (const rules of enabledRulePages(tx)) {
      const asked = rules.map(askedRule)
      pretended.add(asked)
      // No real site is asked for what the demo's rules want.
      real.add(asked.filter(({ demo }) => !demo))
    }
  }
  await replacePlan(tx, [...pretended.scans(), ...real.scans()], deps.clock.now())
}
