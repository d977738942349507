import type { Authorized } from '../core/actor.ts'
import type { StoredListing } from '../listings/stored-listing.ts'
import { scoreDeal } from '../scoring/score.ts'
import { catchUpPeople, viewerOf } from './catch-up-people.ts'
import type { PipelineDeps } from './page.ts'
import { scoreSubject } from './score-subject.ts'

/** A stored listing's score at a moment, how far away it is, and what selling it again brings the person. */
export async function scoreListing(
  deps: Pick<PipelineDeps, 'db' | 'profiles' | 'selling' | 'rates'>,
  userId: Authorized<'read'>,
  stored: StoredListing,
  asOfMs: number,
) {
  await catchUpPeople(deps, deps.db, { withCounts: true })
  const subject = scoreSubject(stored, viewerOf(deps, userId))
  return {
    distanceKm: subject.distanceKm,
    score: scoreDeal(subject, asOfMs),
    profit: deps.selling.of(userId).profitOf({ ...subject, category: stored.listing.category }),
  }
}
