import type { Tx } from '../core/db.ts'
import type { MergedListing } from '../listings/merge.ts'
import { evidenceCents, pricedCondition } from '../listings/normalize/offer.ts'
import type { LeftListing } from '../listings/retention-store.ts'
import type { ListingRank } from '../listings/stored-listing.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import { type Evidence, movesOf } from '../scoring/comps/moves.ts'
import { addMoves } from '../scoring/comps/moves-store.ts'
import type { PipelineDeps, Work } from './page.ts'

type EvidenceDeps = Pick<PipelineDeps, 'compsAllowed'>

/**
 * Remembers what these listings do to the comparables of others; `isNews` unless they only are counted. What is one person's
 * alone does nothing.
 */
export async function noteMoves(
  deps: EvidenceDeps,
  tx: Tx,
  works: readonly Work[],
  { demo, isNews }: { demo: boolean; isNews: boolean },
): Promise<void> {
  await addMoves(
    tx,
    works.flatMap(({ before, listing, rank, ownerId }) =>
      ownerId !== null
        ? []
        : movesOf(
            before && evidenceOf(deps, before.listing, before.rank, demo),
            evidenceOf(deps, listing, rank, demo),
            isNews,
          ),
    ),
  )
}

/**
 * Takes deleted listings off the comparables that are counted; returns how many listings that are. No news: what was not
 * heard of for so long hardly counted.
 */
export async function noteLeft(tx: Tx, deleted: readonly LeftListing[]): Promise<number> {
  await addMoves(
    tx,
    deleted.flatMap(({ currency, demo, compGroup: group, compMarket: market }) =>
      currency === null || group === null || market === null
        ? []
        : [{ group, market, currency, demo, grew: -1, isNews: false }],
    ),
  )
  return deleted.length
}

function evidenceOf(
  deps: EvidenceDeps,
  listing: MergedListing,
  { compGroup, compMarket }: ListingRank,
  demo: boolean,
): Evidence | null {
  const { currency, basis } = listing
  if (compGroup === null || compMarket === null || currency === null) return null
  if (!demo && !deps.compsAllowed(listing.marketplace)) return null
  const asked = evidenceCents({ ...listing, priceCents: listing.priceCents ?? null })
  const priceCents = meantPriceCents(asked, currency)
  if (priceCents === null || priceCents <= 0) return null
  return {
    ...{ group: compGroup, market: compMarket, priceCents, currency, basis, demo },
    condition: pricedCondition(listing),
  }
}
