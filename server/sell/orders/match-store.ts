import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'

/**
 * The post of an ad, by its number where the program posted it or by its addresses; of a given thing, failing that, the only
 * one that stands there. The newest where there are several.
 */
export async function postOfListing(
  sql: Sql,
  userId: Authorized<'read'>,
  {
    marketplace,
    listingId,
    urls,
    itemId = null,
  }: { marketplace: string; listingId: string | null; urls: readonly string[]; itemId?: number | null },
): Promise<{ id: number; itemId: number } | null> {
  const { rows } = await sql.query<{ id: number; itemId: number; isNamed: boolean }>(
    `SELECT p.id, p.item_id AS "itemId", named.it AS "isNamed" FROM posts p
     CROSS JOIN LATERAL (SELECT coalesce(p.url = ANY($3), false)
       OR EXISTS (SELECT FROM api_posts a WHERE a.post_id = p.id AND a.listing_id = $5) AS it) named
     WHERE p.user_id = $1 AND p.marketplace = $2 AND ($4::bigint IS NULL OR p.item_id = $4)
       AND (named.it OR ($4 IS NOT NULL AND p.state <> 'ended'))
     ORDER BY "isNamed" DESC, p.id DESC`,
    [userId, marketplace, urls, itemId, listingId],
  )
  const [first] = rows
  if (first === undefined) return null
  return first.isNamed || rows.length === 1 ? first : null
}
