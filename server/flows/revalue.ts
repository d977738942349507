import { clusterIdsOf } from '../clusters/read-store.ts'
import type { Tx } from '../core/db.ts'
import { turns } from '../core/turns.ts'
import { writeValues } from '../listings/reread-store.ts'
import { getListings, lockMarketplaces, onTheMarket } from '../listings/store.ts'
import { lockRulesForMatch } from '../rules/store.ts'
import { appraise } from './appraise.ts'
import { readElsewhere } from './assess-risk.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { matchOrSend } from './match-stored.ts'
import { noteMoves } from './note-moves.ts'
import { logMatches } from './notify-matches.ts'
import { knownWork, type Page, type PipelineDeps } from './page.ts'

/** Values stored listings again; what now fits a rule is notified. */
export async function revalue(deps: PipelineDeps, ids: number[]): Promise<void> {
  await catchUpPeople(deps, deps.db)
  await deps.db.transaction((tx) => revalueWithin(deps, tx, ids))
}

/** The same in the caller's transaction, in the order of a page; the caller has caught up with how people live and sell. */
export async function revalueWithin(deps: PipelineDeps, tx: Tx, ids: number[]): Promise<void> {
  const pause = turns()
  const marketplaces = (await getListings(tx, ids, 'program')).map(({ listing }) => listing.marketplace)
  await lockMarketplaces(tx, marketplaces)
  const version = await lockRulesForMatch(tx)
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
    await writeValues(
      tx,
      works.map(({ before, value, rank, risk, textHash }) => ({
        id: before!.id,
        value,
        rank,
        risk,
        textHash,
      })),
      deps.clock.now(),
    )
    await noteMoves(deps, tx, works, { demo, isNews: false })
    const idOf = new Map(works.map((work) => [work.key, work.before!.id]))
    const clusterOf = await clusterIdsOf(tx, [...idOf.values()])
    const { drafts } = await matchOrSend(deps, tx, page, { works, ids: idOf, version, clusterOf })
    tx.afterCommit(() => logMatches(deps, drafts))
  }
}
