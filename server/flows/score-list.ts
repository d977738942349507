import type { Authorized } from '../core/actor.ts'
import type { ScoreBy } from '../model/score-sql.ts'
import { scoreSql } from '../scoring/score-store.ts'
import { catchUpPeople, viewerOf } from './catch-up-people.ts'
import type { PipelineDeps } from './page.ts'

/** How good a deal each of many listings is for a person at a moment, for the database to sort and filter by. */
export async function scoreList(
  deps: Pick<PipelineDeps, 'db' | 'profiles' | 'selling' | 'rates'>,
  userId: Authorized<'read'>,
  asOfMs: number,
): Promise<ScoreBy> {
  await catchUpPeople(deps, deps.db)
  const { place, travel } = viewerOf(deps, userId)
  return (param) => scoreSql({ place, travel, asOfMs }, param)
}
