import { databaseAwayIn } from '../core/database-away.ts'
import { type PollingLoop, pollingLoop } from '../core/loop.ts'
import { claimPartPage, finishPartPage, putOffPartPage } from '../rules/live/part-store.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { matchStored } from './match-stored.ts'
import type { PipelineDeps } from './page.ts'

const lanes = 2
/** Whoever leaves a page says so; this is for those that failed. */
const lookEveryMs = 5_000

/** Matches what others wrote against the parts of the rules that this process has. */
export function matchWaiting(deps: PipelineDeps): PollingLoop {
  return pollingLoop({ name: 'waiting pages', lanes, log: deps.log, step: () => matchNext(deps) })
}

/**
 * A page is held while it is matched, and leaves with what came of it in one transaction: whoever dies in it leaves it to
 * others as it was, and nobody matches it twice.
 */
async function matchNext(deps: PipelineDeps): Promise<number> {
  const { db, matcher } = deps
  if (matcher.parts.size === 0) return lookEveryMs
  let claimed: number | null = null
  try {
    await catchUpPeople(deps, db)
    const isFound = await db.transaction(async (tx) => {
      const page = await claimPartPage(tx, matcher.parts)
      if (page === null) return false
      claimed = page.id
      const done = await matchStored(deps, tx, { ...page, parts: new Set(page.parts) })
      await finishPartPage(
        tx,
        page.id,
        page.parts.filter((part) => !done.has(part)),
      )
      return true
    })
    return isFound ? 0 : lookEveryMs
  } catch (error) {
    if (claimed !== null && !databaseAwayIn(error)) await putOffPartPage(db, claimed)
    throw error
  }
}
