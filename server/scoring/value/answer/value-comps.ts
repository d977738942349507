import { readKnownIdentity } from '../../comps/identity.ts'
import type { PiecesAppraisal } from '../pieces.ts'
import type { Asked, CompListing, ValueDeps } from './value-asked.ts'
import type { ValuedComp } from './value-schema.ts'
import { adjustmentText, ageDays } from './value-words.ts'

/** A comparable whose price can stand beside that of what was asked about. */
export type PricedListing = CompListing & { priceCents: number; currency: string }

/** What is behind an appraisal and still as it was: a listing deleted or repriced a moment ago is taken in later. */
export async function compListings(
  deps: Pick<ValueDeps, 'getListings'>,
  asked: Pick<Asked, 'person' | 'currency'>,
  { comps }: PiecesAppraisal,
): Promise<Map<number, PricedListing>> {
  const listings = await deps.getListings(
    asked.person,
    comps.map(({ listingId }) => listingId),
  )
  return new Map(
    listings.flatMap((listing) => {
      const { priceCents, currency } = listing
      return priceCents && currency === asked.currency
        ? [[listing.id, { ...listing, priceCents, currency }]]
        : []
    }),
  )
}

/** The comparables that weigh most, heaviest first, each with why its price is not that of what was asked about. */
export function compViews(
  asked: Pick<Asked, 'identity' | 'condition'>,
  { comps, level, learned }: PiecesAppraisal,
  listings: ReadonlyMap<number, PricedListing>,
  nowMs: number,
  shownMax: number,
): ValuedComp[] {
  const heaviest = comps
    .filter(({ listingId }) => listings.has(listingId))
    .sort((a, b) => b.weightShare - a.weightShare)
    .slice(0, shownMax)
  const subject = { identity: asked.identity, condition: asked.condition, basis: level }
  return heaviest.map(({ listingId, similarity, weightShare, adjustedCents }) => {
    const listing = listings.get(listingId)!
    const { title, url, marketplace, priceCents, currency, condition, basis, postedAtMs } = listing
    const percent = Math.round((adjustedCents / priceCents - 1) * 100)
    const comp = { identity: readKnownIdentity(listing), condition, basis }
    return {
      listingId,
      title,
      url,
      marketplace,
      priceCents,
      currency,
      condition,
      basis,
      postedAt: postedAtMs === null ? null : new Date(postedAtMs).toISOString(),
      ageDays: ageDays(postedAtMs ?? listing.firstSeenAtMs, nowMs),
      similarity: rounded(similarity),
      weightShare: rounded(weightShare),
      adjustedCents,
      adjustments: adjustmentText(comp, subject, percent, learned),
    }
  })
}

const rounded = (value: number) => Math.round(value * 1000) / 1000
