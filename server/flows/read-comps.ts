import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { getListings } from '../listings/store.ts'
import type { StoredListing } from '../listings/stored-listing.ts'
import type { CompListing } from '../scoring/value/answer/value-asked.ts'

/** The listings that a value rests on, as far as they are still known and the person's to see. */
export async function readComps(sql: Sql, person: Authorized<'read'>, ids: number[]): Promise<CompListing[]> {
  return (await getListings(sql, ids, person)).map(compListing)
}

function compListing({ id, listing, firstSeenAtMs }: StoredListing): CompListing {
  const { title, url, marketplace, currency, condition, basis, brand, attributes, postedAtMs, lat, lon } =
    listing
  const priceCents = listing.priceCents ?? null
  return {
    ...{ id, title, url, marketplace, priceCents, currency, condition, basis, brand, attributes, postedAtMs },
    ...{ firstSeenAtMs, lat, lon },
  }
}
