import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { isComparable } from '../listings/normalize/offer.ts'
import { getListing } from '../listings/store.ts'
import type { ListingSubject } from '../scoring/value/answer/value-asked.ts'
import { pricedFacts } from './appraise.ts'

/** A listing as it was valued when it was taken in; null where there is none that the person sees. */
export async function readListingSubject(
  sql: Sql,
  person: Authorized<'read'>,
  id: number,
): Promise<ListingSubject | null> {
  const stored = await getListing(sql, id, person)
  if (stored === null) return null
  const { listing, ownerId, demo } = stored
  const { priceCents = null, currency, lat, lon, kind } = listing
  return {
    listingId: id,
    ...pricedFacts(listing),
    ...{ ownerId, demo, priceCents, currency, lat, lon },
    notValued: isComparable(listing) ? null : kind,
  }
}
