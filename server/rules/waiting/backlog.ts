import type { Tx } from '../../core/db.ts'
import type { Jobs } from '../../core/jobs.ts'
import { matchBacklogJob } from '../jobs.ts'
import { addToBacklog } from './backlog-store.ts'

/** Which listings of a page wait for which rules, by person. */
export class Backlog {
  /** By person, by listing: rules. */
  readonly waiting = new Map<number, Map<number, number[]>>()

  add(userId: number, listingId: number, ruleId: number): void {
    const listings = this.waiting.get(userId) ?? new Map<number, number[]>()
    const rules = listings.get(listingId) ?? []
    rules.push(ruleId)
    listings.set(listingId, rules)
    this.waiting.set(userId, listings)
  }
}

/** Puts a page's rest off to jobs, one per person, that commit with the page. */
export async function putOff(
  jobs: Pick<Jobs, 'sendMany'>,
  tx: Tx,
  { waiting }: Backlog,
  now: Date,
): Promise<void> {
  if (waiting.size === 0) return
  const rows = [...waiting].flatMap(([userId, listings]) =>
    [...listings].map(([listingId, ruleIds]) => ({ userId, listingId, ruleIds })),
  )
  await addToBacklog(tx, rows, now)
  await jobs.sendMany(
    matchBacklogJob,
    [...waiting.keys()].map((userId) => ({ payload: { userId }, key: String(userId) })),
    tx,
  )
}
