import { clusterIdsOf } from '../clusters/read-store.ts'
import { getListings } from '../listings/store.ts'
import { matchShardJob } from '../rules/jobs.ts'
import { holdRules } from '../rules/store.ts'
import { matchPage } from './match-page.ts'
import { logMatches } from './notify-matches.ts'
import { knownWork, type PipelineDeps } from './page.ts'

/** Matches stored listings against this process's part of the rules; doing it again changes nothing. */
export async function matchStored(
  deps: PipelineDeps,
  page: {
    listingIds: number[]
    sourceId: number | null
    scanId: number | null
    demo: boolean
    details: boolean
  },
): Promise<void> {
  await deps.selling.catchUp(deps.db)
  await deps.db.transaction(async (tx) => {
    const version = await holdRules(tx)
    const stored = await getListings(tx, page.listingIds)
    const works = stored.map((before) => ({
      ...knownWork(before),
      ...{ value: before.value, score: before.score, risk: before.risk },
    }))
    const ids = new Map(works.map((work) => [work.key, work.before!.id]))
    const clusterOf = await clusterIdsOf(tx, [...ids.values()])
    const told = await matchPage(deps, tx, { ...page, sightings: [] }, { works, ids, version, clusterOf })
    tx.afterCommit(() => {
      logMatches(deps, told.drafts)
      deps.observe({ added: 0, changed: 0, unchanged: 0, ...told })
    })
  })
}

/** Here and now; or, where the rules are split over processes, by a job for each part that commits with the write. */
export async function matchOrSend(
  ...[deps, tx, page, written]: Parameters<typeof matchPage>
): ReturnType<typeof matchPage> {
  if (deps.ruleShards === 1) return matchPage(deps, tx, page, written)
  const { works, ids } = written
  const listingIds = works.filter(({ listing }) => listing.state === 'active').map(({ key }) => ids.get(key)!)
  const { sourceId, scanId, demo, details = false } = page
  if (listingIds.length > 0) {
    for (let shard = 0; shard < deps.ruleShards; shard++)
      await deps.jobs.send(matchShardJob(shard), { listingIds, sourceId, scanId, demo, details }, { tx })
  }
  return { matches: 0, notifications: 0, drafts: [] }
}
