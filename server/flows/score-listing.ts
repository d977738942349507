import type { StoredListing } from '../listings/store.ts'
import { scoreDeal } from '../scoring/score.ts'
import { type PipelineDeps, scoreSubject } from './match-page.ts'

/** A stored listing's score as of the stored moment, how far away it is, and what selling it again brings the person. */
export async function scoreListing(
  deps: Pick<PipelineDeps, 'db' | 'selling' | 'home'>,
  userId: number,
  stored: StoredListing,
) {
  await deps.selling.catchUp(deps.db, { withCounts: true })
  const seller = deps.selling.of(userId)
  const { listing, firstSeenAtMs, value, scoredAtMs } = stored
  const subject = scoreSubject(listing, firstSeenAtMs, value, deps.home, null, seller.settings.travel)
  return {
    distanceKm: subject.distanceKm,
    score: scoreDeal(subject, scoredAtMs),
    profit: seller.profitOf({ ...subject, category: listing.category }),
  }
}
