import { clusterIdsOf } from '../clusters/read-store.ts'
import type { Tx } from '../core/db.ts'
import { getListings, onTheMarket } from '../listings/store.ts'
import { addPartPage, type PartPage } from '../rules/live/part-store.ts'
import { partCount } from '../rules/live/parts.ts'
import { holdRules } from '../rules/store.ts'
import { matchPage } from './match-page.ts'
import { logMatches } from './notify-matches.ts'
import { knownWork, type PipelineDeps } from './page.ts'

/** Matches stored listings against these parts of the rules; returns those of them that this process has. */
export async function matchStored(
  deps: PipelineDeps,
  tx: Tx,
  page: PartPage & { parts: ReadonlySet<number> },
): Promise<ReadonlySet<number>> {
  const version = await holdRules(tx)
  const stored = await getListings(tx, page.listingIds, 'program')
  const shown = await onTheMarket(tx, stored)
  const works = stored.map((before) => ({
    ...knownWork(before),
    ...{ value: before.value, score: before.score, risk: before.risk },
    isOnTheMarket: shown.has(before.id),
  }))
  const ids = new Map(works.map((work) => [work.key, work.before!.id]))
  const clusterOf = await clusterIdsOf(tx, [...ids.values()])
  const told = await matchPage(deps, tx, { ...page, sightings: [] }, { works, ids, version, clusterOf })
  tx.afterCommit(() => {
    logMatches(deps, told.drafts)
    deps.observe({ added: 0, changed: 0, unchanged: 0, ...told })
  })
  return told.parts
}

/** Here and now against the rules that this process has; others match it against theirs, which commits with the write. */
export async function matchOrSend(
  ...[deps, tx, page, written]: Parameters<typeof matchPage>
): ReturnType<typeof matchPage> {
  const told = await matchPage(deps, tx, page, written)
  if (told.parts.size === partCount) return told
  const { works, ids } = written
  const listingIds = works.filter(({ listing }) => listing.state === 'active').map(({ key }) => ids.get(key)!)
  const { sourceId, scanId, demo, details = false } = page
  if (listingIds.length > 0)
    await addPartPage(tx, { listingIds, sourceId, scanId, demo, details }, told.parts)
  return told
}
