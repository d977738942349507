import { clusterIdsOf } from '../clusters/read-store.ts'
import { turns } from '../core/turns.ts'
import { writeScores } from '../listings/reread-store.ts'
import { getListings, lockMarketplaces, onTheMarket } from '../listings/store.ts'
import { holdRules } from '../rules/store.ts'
import { appraise } from './appraise.ts'
import { readElsewhere } from './assess-risk.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { matchOrSend } from './match-stored.ts'
import { logMatches } from './notify-matches.ts'
import { knownWork, type Page, type PipelineDeps } from './page.ts'

/**
 * Values and scores stored listings again, since comparables came and recency fades; what now fits a rule is told.
 * The same transaction and the same order as for a page.
 */
export async function revalue(deps: PipelineDeps, ids: number[]): Promise<void> {
  const pause = turns()
  await catchUpPeople(deps, deps.db)
  await deps.db.transaction(async (tx) => {
    const marketplaces = (await getListings(tx, ids, 'program')).map(({ listing }) => listing.marketplace)
    await lockMarketplaces(tx, marketplaces)
    const version = await holdRules(tx)
    await deps.valuer.catchUp(tx)
    const stored = await getListings(tx, ids, 'program')
    const shown = await onTheMarket(tx, stored)
    const worlds = Map.groupBy(stored, ({ demo, ownerId }) => `${demo} ${ownerId}`)
    for (const rows of worlds.values()) {
      const { demo, ownerId } = rows[0]!
      const page: Page = { sightings: [], sourceId: null, scanId: null, demo, ownerId }
      const works = rows.map((before) => ({ ...knownWork(before), isOnTheMarket: shown.has(before.id) }))
      const elsewhere = await readElsewhere(tx, works, page)
      for (const work of works) {
        await pause()
        appraise(deps, page, work, elsewhere)
      }
      await writeScores(
        tx,
        works.map(({ before, value, score, risk }) => ({ id: before!.id, value, score, risk })),
        deps.clock.now(),
      )
      const ids = new Map(works.map((work) => [work.key, work.before!.id]))
      const clusterOf = await clusterIdsOf(tx, [...ids.values()])
      const { drafts } = await matchOrSend(deps, tx, page, { works, ids, version, clusterOf })
      tx.afterCommit(() => logMatches(deps, drafts))
    }
  })
}
