import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import type { CatchUp } from '../scoring/resale/selling.ts'
import type { PipelineDeps } from './page.ts'
import type { Viewer } from './score-subject.ts'

type PeopleDeps = Pick<PipelineDeps, 'profiles' | 'selling' | 'rates'>

/**
 * Reads again what is old of how people live and sell, and of what their money is worth, so that no listing has to be asked about for it; `withCounts` as
 * `Selling.catchUp` has it. Who is about to hold locks calls this before.
 */
export async function catchUpPeople(deps: PeopleDeps, sql: Sql, options?: CatchUp): Promise<void> {
  await deps.profiles.catchUp(sql)
  await deps.rates.catchUp(sql)
  await deps.selling.catchUp(sql, options)
}

/** A person who looks without a rule: from home. As of the last `catchUpPeople`. */
export function viewerOf({ profiles }: Pick<PeopleDeps, 'profiles'>, userId: Authorized<'read'>): Viewer {
  const { home, travel, units } = profiles.of(userId)
  return { place: home, keywordShare: null, travel, units }
}
