import type { Authorized } from '../core/actor.ts'
import type { Tx } from '../core/db.ts'

/** When a listing was last heard of: seen, found over, or written by an import or new scores. */
export const lastHeardSql = (l: string) => `greatest(${l}.last_seen_at, ${l}.ended_at, ${l}.scored_at)`

export interface OldRow {
  id: number
  at: Date
  /** Too old to be kept. */
  isOld: boolean
}

type From = { at: Date; id: number } | null

/**
 * The next listings by first sight, of those first seen before that moment, told apart by whether anything was heard
 * of them since. What is heard of is first seen before, so nothing old is missed, and an index has the order.
 */
export async function listingsSeenBefore(tx: Tx, before: Date, from: From, limit: number): Promise<OldRow[]> {
  const { rows } = await tx.query<OldRow>(
    `SELECT l.id, l.first_seen_at AS at, NOT l.demo AND ${lastHeardSql('l')} < $1 AS "isOld" FROM listings l
     WHERE l.first_seen_at < $1 ${from ? 'AND (l.first_seen_at, l.id) > ($3, $4::bigint)' : ''}
     ORDER BY l.first_seen_at, l.id LIMIT $2`,
    from ? [before, limit, from.at, from.id] : [before, limit],
  )
  return rows
}

/** Those of the listings of which nothing was heard since, kept from being written until this transaction ends. */
export async function holdUnheard(tx: Tx, ids: readonly number[], before: Date): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT l.id FROM listings l WHERE l.id = ANY($1::bigint[]) AND ${lastHeardSql('l')} < $2
     ORDER BY l.id FOR UPDATE SKIP LOCKED`,
    [ids, before],
  )
  return rows.map(({ id }) => id)
}

/** Deletes at most so many price points of these listings; returns how many. */
export async function deletePricePointsOf(tx: Tx, ids: readonly number[], limit: number): Promise<number> {
  const { rowCount } = await tx.query(
    `DELETE FROM price_changes WHERE id IN
       (SELECT id FROM price_changes WHERE listing_id = ANY($1::bigint[]) ORDER BY listing_id, seen_at LIMIT $2)`,
    [ids, limit],
  )
  return rowCount
}

/** A listing that was deleted, as what others were compared with. */
export interface LeftListing {
  currency: string | null
  demo: boolean
  compGroup: number | null
  compMarket: number | null
}

/** What is one person's was never counted. */
const left = `RETURNING currency, demo, CASE WHEN owner_id IS NULL THEN comp_group END AS "compGroup", comp_market AS "compMarket"`

export async function deleteListings(tx: Tx, ids: readonly number[]): Promise<LeftListing[]> {
  return (await tx.query<LeftListing>(`DELETE FROM listings WHERE id = ANY($1::bigint[]) ${left}`, [ids]))
    .rows
}

/** What is a person's alone. */
export async function deleteListingsOf(tx: Tx, userId: Authorized<'write'>): Promise<LeftListing[]> {
  return (await tx.query<LeftListing>(`DELETE FROM listings WHERE owner_id = $1 ${left}`, [userId])).rows
}

export async function deleteDemoListings(tx: Tx): Promise<LeftListing[]> {
  return (await tx.query<LeftListing>(`DELETE FROM listings WHERE demo ${left}`)).rows
}

/** The next price points by time; old is what a later one, before that moment as well, has followed. */
export async function pricePointsBefore(
  tx: Tx,
  before: Date,
  from: From,
  limit: number,
): Promise<(OldRow & { listingId: number })[]> {
  const { rows } = await tx.query<OldRow & { listingId: number }>(
    `SELECT p.id, p.seen_at AS at, p.listing_id AS "listingId",
            EXISTS (SELECT FROM price_changes n WHERE n.listing_id = p.listing_id
                      AND n.seen_at >= p.seen_at AND n.seen_at < $1 AND (n.seen_at, n.id) > (p.seen_at, p.id)) AS "isOld"
     FROM price_changes p WHERE p.seen_at < $1 ${from ? 'AND (p.seen_at, p.id) > ($3, $4::bigint)' : ''}
     ORDER BY p.seen_at, p.id LIMIT $2`,
    from ? [before, limit, from.at, from.id] : [before, limit],
  )
  return rows
}

export async function deletePricePoints(tx: Tx, ids: readonly number[]): Promise<number> {
  return (await tx.query('DELETE FROM price_changes WHERE id = ANY($1::bigint[])', [ids])).rowCount
}

/** The demo makes up thousands a day: deletes at most so many that were first seen before `before`. */
export async function deleteOldDemoListings(tx: Tx, before: Date, limit: number): Promise<LeftListing[]> {
  const { rows } = await tx.query<LeftListing>(
    `DELETE FROM listings WHERE id IN
       (SELECT id FROM listings WHERE demo AND first_seen_at < $1 ORDER BY first_seen_at, id LIMIT $2) ${left}`,
    [before, limit],
  )
  return rows
}

/**
 * Takes from listings of these sellers (`sellerKey`) what is known of them; returns from how many. The listings themselves are
 * the market's and stay. The caller holds the marketplace's lock.
 */
export async function forgetSellers(tx: Tx, marketplace: string, keys: readonly string[]): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE listings SET changed_xid = pg_current_xact_id(),
       attributes = attributes - ARRAY(SELECT name FROM jsonb_object_keys(attributes) AS name WHERE name ~ '^seller')
     WHERE marketplace = $1 AND attributes ? 'sellerKey' AND attributes->>'sellerKey' = ANY($2::text[])`,
    [marketplace, keys],
  )
  return rowCount
}
