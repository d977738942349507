import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import { visibleTo } from '../../model/visible-listings.ts'
import { type MarkRow, markColumns } from '../marks/mark-store.ts'
import { type StoredListing, type StoredRow, stored, toStored } from '../stored-listing.ts'

/** A listing with what a card shows of it. */
export interface Card {
  stored: StoredListing
  /** The listings that are the same thing; null = it is in no cluster. */
  cluster: {
    id: number
    size: number
    marketplaces: string[]
    /** Of what is asked for those that are for sale, in the listing's own currency; null = none. */
    lowestPriceCents: number | null
  } | null
  /** What was asked before, where that is known and was another price. */
  before: { priceCents: number; currency: string | null } | null
  /** Pixels of the first photo, where it was looked at. */
  photoSize: { width: number; height: number } | null
  mark: MarkRow
  /** Whether the person has not seen it. */
  isNew: boolean
}

type Row = StoredRow &
  MarkRow & {
    clusterId: number | null
    clusterSize: number
    clusterMarketplaces: string[]
    clusterLowest: number | null
    beforeCents: number | null
    beforeCurrency: string | null
    photoWidth: number | null
    photoHeight: number | null
    isNew: boolean
  }

/** In the order of the ids; without those that are not the person's to see. */
export async function readCards(
  sql: Sql,
  ids: readonly number[],
  person: Authorized<'read'>,
): Promise<Card[]> {
  if (ids.length === 0) return []
  const { rows } = await sql.query<Row>(
    `SELECT ${stored}, ${markColumns('k')},
       k.seen_at IS NULL AND l.first_seen_at >
         coalesce((SELECT seen_up_to FROM listing_looks WHERE user_id = $2::bigint), '-infinity') AS "isNew",
       c.id AS "clusterId", c.size AS "clusterSize", c.marketplaces AS "clusterMarketplaces", c.lowest AS "clusterLowest",
       before.price_cents AS "beforeCents", before.currency AS "beforeCurrency",
       photo.width AS "photoWidth", photo.height AS "photoHeight"
     FROM unnest($1::bigint[]) WITH ORDINALITY AS asked(id, place) JOIN listings l ON l.id = asked.id
     LEFT JOIN listing_marks k ON k.user_id = $2::bigint AND k.listing_id = l.id
     LEFT JOIN listing_photos photo ON photo.listing_id = l.id AND photo.position = 0
     LEFT JOIN LATERAL (
       SELECT mine.cluster_id AS id, count(*)::int AS size, array_agg(DISTINCT o.marketplace) AS marketplaces,
         min(o.price_cents) FILTER (WHERE o.state = 'active' AND o.currency = l.currency AND o.price_meaning = 'asked') AS lowest
       FROM cluster_members mine JOIN cluster_members m ON m.cluster_id = mine.cluster_id
       JOIN listings o ON o.id = m.listing_id
       WHERE mine.listing_id = l.id AND ${visibleTo('o', '$2')} GROUP BY mine.cluster_id HAVING count(*) > 1) c ON true
     LEFT JOIN LATERAL (
       SELECT p.price_cents, p.currency FROM price_changes p
       WHERE p.listing_id = l.id AND p.price_cents IS NOT NULL
         AND (p.price_cents, p.currency) IS DISTINCT FROM (l.price_cents, l.currency)
       ORDER BY p.seen_at DESC, p.id DESC LIMIT 1) before ON true
     WHERE ${visibleTo('l', '$2')} ORDER BY asked.place`,
    [ids, person],
    'deal-cards',
  )
  return rows.map(toCard)
}

function toCard(row: Row): Card {
  const { clusterId, clusterSize, clusterMarketplaces, clusterLowest, ...unclustered } = row
  const { beforeCents, beforeCurrency, photoWidth, photoHeight, isNew, ...marked } = unclustered
  const { seenAt, hiddenAt, hiddenReason, contactedAt, boughtAt, note, tags, ...rest } = marked
  return {
    stored: toStored(rest as StoredRow),
    cluster:
      clusterId === null
        ? null
        : {
            ...{ id: clusterId, size: clusterSize, marketplaces: clusterMarketplaces },
            lowestPriceCents: clusterLowest,
          },
    before: beforeCents === null ? null : { priceCents: beforeCents, currency: beforeCurrency },
    photoSize:
      photoWidth === null || photoHeight === null ? null : { width: photoWidth, height: photoHeight },
    mark: { seenAt, hiddenAt, hiddenReason, contactedAt, boughtAt, note, tags },
    isNew,
  }
}
