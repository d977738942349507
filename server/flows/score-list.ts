import type { ScoreBy } from '../model/score-sql.ts'
import { scoreSql } from '../scoring/score-store.ts'
import type { PipelineDeps } from './page.ts'
import { viewerOf } from './viewer-of.ts'

/** How good a deal each of many listings is for a person at a moment, for the database to sort and filter by. */
export async function scoreList(
  deps: Pick<PipelineDeps, 'db' | 'selling' | 'home'>,
  userId: number,
  asOfMs: number,
): Promise<ScoreBy> {
  await deps.selling.catchUp(deps.db)
  const { place, travel } = viewerOf(deps, userId)
  return (param) => scoreSql({ place, travel, asOfMs }, param)
}
