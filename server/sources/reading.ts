import type { Authorized } from '../core/actor.ts'
import type { Db } from '../core/db.ts'
import type { OptionValues } from '../core/options.ts'
import type { Marketplace } from '../marketplaces/contract.ts'
import { type ContextDeps, settingsOrProblem } from './context.ts'
import { scanIntervalMs } from './scanning/planner.ts'
import { listSources, type SourceRow } from './store.ts'
import { isAllowed, withAccepted } from './terms/allowed.ts'

/** A source that a listing's own page can be read through, or what to do to have one. */
export type WayToRead = { source: SourceRow; intervalMs: number } | { problem: string }

/**
 * The source through which pages of a marketplace's listings are read for a person: the preferred one, else
 * the oldest of their own or of those for everybody that is enabled and whose terms are accepted. Made-up listings are read through sources of the demo only, real ones never.
 */
export async function wayToRead(
  deps: {
    db: Db
    marketplaces: ReadonlyMap<string, Marketplace>
    adapterOptions: OptionValues
    secrets: ContextDeps['secrets']
  },
  userId: Authorized<'read'>,
  marketplaceId: string,
  demo: boolean,
  preferredId: number | null = null,
): Promise<WayToRead> {
  const marketplace = deps.marketplaces.get(marketplaceId)
  if (!marketplace?.details)
    return { problem: `${marketplace?.name ?? marketplaceId} has no pages of its own to read.` }
  const { id, name, terms } = marketplace
  if (!demo && !isAllowed(marketplace, (await withAccepted(deps, deps.db)).adapterOptions)) {
    return {
      problem: `${name} is off: read ${terms.url}; if you take that on yourself, accept them at /welcome?step=sources, or set ${terms.acceptOption}=true and start again, and connect a source under /sources.`,
    }
  }
  const sources = (await listSources(deps.db))
    .filter((source) => source.marketplace === id && source.demo === demo)
    .filter((source) => source.userId === userId || source.shared)
    .toSorted((a, b) => Number(b.userId === userId) - Number(a.userId === userId))
  const enabled = sources.filter((one) => one.enabled)
  const usable = enabled.filter((one) => settingsOrProblem(deps.secrets, one).problem === null)
  const source = usable.find((one) => one.id === preferredId) ?? usable[0]
  if (source) return { source, intervalMs: scanIntervalMs(source, marketplace) }
  if (enabled[0])
    return { problem: `${enabled[0].name}: ${settingsOrProblem(deps.secrets, enabled[0]).problem}` }
  return {
    problem:
      sources.length === 0
        ? `No source of ${name} is connected, through which its page could be read: connect one under /sources.`
        : `Your source of ${name} is switched off: switch it on, and its page is read.`,
  }
}
