import type { MergedListing } from '../listings/merge.ts'
import { isComparable, pricedCondition } from '../listings/normalize/offer.ts'
import { scoreTotal } from '../scoring/score.ts'
import { assessRisk, type Elsewhere } from './assess-risk.ts'
import { viewerOf } from './catch-up-people.ts'
import { firstSeenMs, type Page, type PipelineDeps, type Work } from './page.ts'
import { scoreSubject } from './score-subject.ts'

/** Valued, then scored from home (rules score again from their own place), and looked at for signs of a swindle. */
export function appraise(deps: PipelineDeps, page: Page, work: Work, elsewhere: Elsewhere): void {
  value(deps, page, work)
  doubt(deps, page, work, elsewhere)
}

/** The first half of `appraise`: value and score. */
export function value(deps: PipelineDeps, page: Page, work: Work): void {
  const { listing, before } = work
  work.value = isComparable(listing)
    ? deps.valuer.estimate({
        ...(before && { listingId: before.id }),
        ownerId: work.ownerId,
        ...pricedFacts(listing),
        currency: listing.currency,
        demo: page.demo,
      })
    : null
  const firstSeenAtMs = firstSeenMs(work)
  work.score = scoreTotal(
    scoreSubject({ listing, firstSeenAtMs, value: work.value }, viewerOf(deps, deps.owner)),
    deps.clock.now().getTime(),
  )
}

/** The second half of `appraise`, which needs the value: risk. */
export function doubt(deps: PipelineDeps, page: Page, work: Work, elsewhere: Elsewhere): void {
  const { listing, before } = work
  work.risk = assessRisk(
    deps,
    listing,
    {
      id: before?.id ?? null,
      photoReuses: before?.photoReuses ?? 0,
      value: work.value,
      detailsRead: page.details === true || before?.detailsReadAtMs != null,
      firstSeenAtMs: firstSeenMs(work),
      textHash: work.textHash,
    },
    elsewhere,
    deps.clock.now().getTime(),
  )
}

/** What of a listing tells its price. */
export function pricedFacts(listing: MergedListing) {
  const { title, category, marketplace, siteCategory, brand, description, attributes } = listing
  return {
    title,
    category,
    condition: pricedCondition(listing),
    marketplace,
    siteCategory,
    brand,
    description,
    attributes,
    photoCount: listing.imageUrls.length,
  }
}
