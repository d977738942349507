import type { Authorized } from '../../core/actor.ts'
import type { Db } from '../../core/db.ts'
import type { Marketplace } from '../../marketplaces/contract.ts'
import type { Reach } from '../../model/reach.ts'
import type { Rule } from '../../model/rule-schema.ts'
import { settingsOrProblem } from '../context.ts'
import { ruleSearches } from '../scanning/planner.ts'
import { listSources, type SourceRow } from '../store.ts'
import { isAllowed, withAccepted } from '../terms/allowed.ts'
import type { ViewDeps } from './views.ts'

type Deps = Omit<ViewDeps, 'clock'> & { db: Db }

/** Where a rule is asked for, by the marketplaces that it wants, and what of the others reaches a person by mail or screen. */
export async function reachOf(
  deps: Deps,
  userId: Authorized<'read'>,
  rule: Rule & { demo?: boolean },
): Promise<Reach[]> {
  const known = await withAccepted(deps, deps.db)
  const rows = (await listSources(deps.db)).filter(
    ({ userId: of, shared, demo }) => (shared || of === userId) && !demo,
  )
  const wanted = [...deps.marketplaces.values()].filter(
    ({ id }) => rule.marketplaces.length === 0 || rule.marketplaces.includes(id),
  )
  return wanted.map((marketplace) => {
    const own = rows.filter((row) => row.marketplace === marketplace.id)
    const asked = own.map((row) => whyNot(known, marketplace, row, rule))
    const count = asked.filter((why) => why === null).length
    const [first] = asked.filter((why) => why !== null)
    return {
      ...{ marketplace: marketplace.id, name: marketplace.name, sources: count },
      notAsked: count > 0 ? null : (first?.because ?? 'unconnected'),
      why: count > 0 ? null : (first?.sentence ?? null),
      byMail: marketplace.readMail !== undefined,
      byCapture: marketplace.readRendered !== undefined,
    }
  })
}

/** Why a source is not asked for a rule; null where it is, at one of the rule's places at least. */
function whyNot(
  deps: Deps,
  marketplace: Marketplace,
  row: SourceRow,
  rule: Rule,
): { because: NonNullable<Reach['notAsked']>; sentence: string | null } | null {
  if (!row.enabled || !isAllowed(marketplace, deps.adapterOptions)) return { because: 'off', sentence: null }
  const { settings, problem } = settingsOrProblem(deps.secrets, row)
  if (settings === null) return { because: 'off', sentence: problem }
  const searches = ruleSearches([{ ...rule, enabled: true }], { settings }, marketplace)
  if (searches.some(({ query }) => query.impossible === undefined)) return null
  return { because: 'impossible', sentence: searches[0]?.query.impossible ?? null }
}
