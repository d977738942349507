import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import { walk } from '../core/paging.ts'
import type { ListingState } from '../model/listing-schema.ts'
import { visibleTo } from '../model/visible-listings.ts'
import type { Related } from './relation.ts'
import type { RelationKind } from './schema.ts'

/** A member with what is known of its listing. */
export interface StoredMember {
  clusterId: number
  listingId: number
  joinedAt: Date
  kind: RelationKind
  score: number
  reason: string
  by: 'machine' | 'person'
  marketplace: string
  externalId: string
  title: string
  url: string
  imageUrl: string | null
  /** Minor units; null = none stated. */
  priceCents: number | null
  currency: string | null
  state: ListingState
  postedAt: Date | null
  firstSeenAt: Date
  endedAt: Date | null
}

/** A price of a listing from a moment on. */
export interface StoredPricePoint {
  clusterId: number
  listingId: number
  priceCents: number | null
  currency: string | null
  seenAt: Date
}

export interface StoredCluster {
  id: number
  demo: boolean
  createdAt: Date
  updatedAt: Date
  /** By the moment of posting, earliest first; at least two. */
  members: StoredMember[]
  /** Of all members, earliest first. */
  points: StoredPricePoint[]
}

type ClusterRow = Omit<StoredCluster, 'members' | 'points'> & { size: number }

const memberColumns = `m.cluster_id AS "clusterId", m.listing_id AS "listingId", m.joined_at AS "joinedAt", m.kind, m.score,
  m.reason, m.by, l.marketplace, l.external_id AS "externalId", l.title, l.url, l.image_urls->>0 AS "imageUrl",
  l.price_cents AS "priceCents", l.currency, l.state, l.posted_at AS "postedAt", l.first_seen_at AS "firstSeenAt",
  l.ended_at AS "endedAt"`

/** Prices of one listing that are read: a page that changes its price with every look must not fill an answer. */
const pointsMax = 500

/** What deleted listings left with one member is no cluster any more, also before it is cleaned up. */
const clusterRow = `SELECT c.id, c.demo, c.created_at AS "createdAt", c.updated_at AS "updatedAt", s.size FROM clusters c
  JOIN LATERAL (SELECT count(*)::int AS size FROM cluster_members m WHERE m.cluster_id = c.id) s ON s.size >= 2`

/** A cluster is of the market's listings or of one person's, so that one of them tells. */
const seenBy = (
  person: string,
) => `EXISTS (SELECT FROM cluster_members v JOIN listings l ON l.id = v.listing_id
  WHERE v.cluster_id = c.id AND ${visibleTo('l', person)} OFFSET 0)`

async function withMembers(sql: Sql, rows: ClusterRow[]): Promise<StoredCluster[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const { rows: members } = await sql.query<StoredMember>(
    `SELECT ${memberColumns} FROM cluster_members m JOIN listings l ON l.id = m.listing_id
     WHERE m.cluster_id = ANY($1::bigint[]) ORDER BY coalesce(l.posted_at, l.first_seen_at), l.id`,
    [ids],
  )
  const { rows: points } = await sql.query<StoredPricePoint>(
    `SELECT m.cluster_id AS "clusterId", p.listing_id AS "listingId", p.price_cents AS "priceCents", p.currency, p.seen_at AS "seenAt"
     FROM cluster_members m JOIN LATERAL (
       SELECT * FROM price_changes p WHERE p.listing_id = m.listing_id ORDER BY p.seen_at DESC, p.id DESC LIMIT $2
     ) p ON true
     WHERE m.cluster_id = ANY($1::bigint[]) ORDER BY p.seen_at, p.id`,
    [ids, pointsMax],
  )
  const membersOf = Map.groupBy(members, ({ clusterId }) => clusterId)
  const pointsOf = Map.groupBy(points, ({ clusterId }) => clusterId)
  return rows.map(({ size: _, ...row }) => ({
    ...row,
    members: membersOf.get(row.id) ?? [],
    points: pointsOf.get(row.id) ?? [],
  }))
}

/** Null also where the person sees none of its listings. */
export async function getCluster(
  sql: Sql,
  id: number,
  person: Authorized<'read'>,
): Promise<StoredCluster | null> {
  const { rows } = await sql.query<ClusterRow>(
    `${clusterRow} WHERE c.id = $1 AND ${seenBy('$2')}`,
    [id, person],
    'get-cluster',
  )
  return (await withMembers(sql, rows))[0] ?? null
}

/** The cluster that a listing is in; null when it is alone, unknown or not the person's to see. */
export async function clusterOfListing(
  sql: Sql,
  listingId: number,
  person: Authorized<'read'>,
): Promise<StoredCluster | null> {
  const { rows } = await sql.query<ClusterRow>(
    `${clusterRow} WHERE c.id = (SELECT cluster_id FROM cluster_members WHERE listing_id = $1) AND ${seenBy('$2')}`,
    [listingId, person],
    'cluster-of-listing',
  )
  return (await withMembers(sql, rows))[0] ?? null
}

export interface ClusterFilter {
  /** Who asks. */
  person: Authorized<'read'>
  demo: boolean | null
  limit: number
  /** Those before the position, nearest first. */
  isBack?: boolean
}

/** Those whose members changed last first, after the position (updated ms, id). */
export async function recentClusters(
  sql: Sql,
  filter: ClusterFilter,
  after: { updatedAtMs: number; id: number } | null,
): Promise<StoredCluster[]> {
  const { beyond, order } = walk('DESC', filter.isBack)
  const { rows } = await sql.query<ClusterRow>(
    `${clusterRow} WHERE ($1::boolean IS NULL OR c.demo = $1) AND ${seenBy('$3')}
       ${after ? `AND (c.updated_at, c.id) ${beyond} ($4::timestamptz, $5::bigint)` : ''}
     ORDER BY c.updated_at ${order}, c.id ${order} LIMIT $2`,
    [filter.demo, filter.limit, filter.person, ...(after ? [new Date(after.updatedAtMs), after.id] : [])],
  )
  return withMembers(sql, rows)
}

/** Those with the most members first, after the position (size, id). */
export async function largestClusters(
  sql: Sql,
  filter: ClusterFilter,
  after: { size: number; id: number } | null,
): Promise<StoredCluster[]> {
  const { beyond, order } = walk('DESC', filter.isBack)
  // Counted at every call: a stored size would be wrong as soon as a listing is deleted.
  const { rows } = await sql.query<ClusterRow>(
    `SELECT c.id, c.demo, c.created_at AS "createdAt", c.updated_at AS "updatedAt", s.size FROM clusters c
     JOIN (SELECT cluster_id, count(*)::int AS size FROM cluster_members GROUP BY cluster_id HAVING count(*) >= 2) s
       ON s.cluster_id = c.id
     WHERE ($1::boolean IS NULL OR c.demo = $1) AND ${seenBy('$3')}
       ${after ? `AND (s.size::bigint, c.id) ${beyond} ($4::bigint, $5::bigint)` : ''}
     ORDER BY s.size ${order}, c.id ${order} LIMIT $2`,
    [filter.demo, filter.limit, filter.person, ...(after ? [after.size, after.id] : [])],
  )
  return withMembers(sql, rows)
}

export interface ListingFact extends Related {
  id: number
  title: string
  url: string
  priceCents: number | null
  currency: string | null
  demo: boolean
  /** Whose alone it is; null = market data. */
  ownerId: number | null
}

/** What is needed of listings to bring them together, or to ask a person; ids that they do not see are missing from the answer. */
export async function listingFacts(
  sql: Sql,
  listingIds: readonly number[],
  person: Authorized<'read'>,
): Promise<ListingFact[]> {
  const { rows } = await sql.query<ListingFact>(
    `SELECT id, marketplace, external_id AS "externalId", title, url, price_cents AS "priceCents", currency, state, demo, owner_id AS "ownerId",
            (extract(epoch FROM coalesce(posted_at, first_seen_at)) * 1000)::bigint AS "postedAtMs", attributes,
            repost_of AS "repostOf"
     FROM listings l WHERE id = ANY($1::bigint[]) AND ${visibleTo('l', '$2')} ORDER BY id`,
    [listingIds, person],
  )
  return rows
}

/** The cluster of each of these listings; lonely ones are missing from the answer. */
export async function clusterIdsOf(sql: Sql, listingIds: readonly number[]): Promise<Map<number, number>> {
  if (listingIds.length === 0) return new Map()
  const { rows } = await sql.query<{ listingId: number; clusterId: number }>(
    `SELECT listing_id AS "listingId", cluster_id AS "clusterId" FROM cluster_members WHERE listing_id = ANY($1::bigint[])`,
    [listingIds],
  )
  return new Map(rows.map(({ listingId, clusterId }) => [listingId, clusterId]))
}

/** What a listing is now: which thing, where it is one of several, and whether that one is still to be had. */
export interface ListedThing {
  listingId: number
  clusterId: number | null
  state: ListingState
}

/** Those of the listings that are stored. */
export async function listedThings(sql: Sql, listingIds: readonly number[]): Promise<ListedThing[]> {
  if (listingIds.length === 0) return []
  const { rows } = await sql.query<ListedThing>(
    `SELECT l.id AS "listingId", m.cluster_id AS "clusterId", l.state
     FROM listings l LEFT JOIN cluster_members m ON m.listing_id = l.id WHERE l.id = ANY($1::bigint[])`,
    [listingIds],
  )
  return rows
}

/** Of each of these listings, the other members of its cluster; a lonely one is missing from the answer. */
export async function otherMembers(
  sql: Sql,
  listingIds: readonly number[],
): Promise<Map<number, StoredMember[]>> {
  if (listingIds.length === 0) return new Map()
  const { rows } = await sql.query<StoredMember & { ofListingId: number }>(
    `SELECT own.listing_id AS "ofListingId", ${memberColumns}
     FROM cluster_members own
     JOIN cluster_members m ON m.cluster_id = own.cluster_id AND m.listing_id <> own.listing_id
     JOIN listings l ON l.id = m.listing_id
     WHERE own.listing_id = ANY($1::bigint[]) ORDER BY coalesce(l.posted_at, l.first_seen_at), l.id`,
    [listingIds],
  )
  const found = Map.groupBy(rows, ({ ofListingId }) => ofListingId)
  return new Map(
    [...found].map(([listingId, members]) => [listingId, members.map(({ ofListingId: _, ...rest }) => rest)]),
  )
}

/** A rule that a listing of a cluster matches. */
export interface NotifiedPair {
  ruleId: number
  listingId: number
  clusterId: number | null
}

/** What a rule was notified of a thing through other listings than the pair's own. */
export interface Notified {
  ruleId: number
  listingId: number
  /** The lowest price in this currency; null, with the currency, where only listings without a price were notified. */
  priceCents: number | null
  currency: string | null
}

const notifiedPrices = `SELECT m.told_price_cents AS price, m.told_currency AS currency
  UNION ALL SELECT value::bigint, key FROM jsonb_each_text(m.told_elsewhere)`

/**
 * For each pair of a listing of the market, what its rule was already notified of it through its owner's own view, which was
 * there first. Call it before this page's matches are written.
 */
export async function notifiedOfOwnViews(
  tx: Tx,
  pairs: readonly Pick<NotifiedPair, 'ruleId' | 'listingId'>[],
): Promise<Notified[]> {
  if (pairs.length === 0) return []
  const { rows } = await tx.query<Notified>(
    // Where nobody has a view of their own, nothing more is looked at.
    `SELECT p.rule_id AS "ruleId", p.listing_id AS "listingId", min(t.price) AS "priceCents", t.currency
     FROM unnest($1::bigint[], $2::bigint[]) AS p(rule_id, listing_id)
     JOIN listings l ON l.id = p.listing_id AND l.owner_id IS NULL
     JOIN listings own ON own.marketplace = l.marketplace AND own.external_id = l.external_id AND own.owner_id IS NOT NULL
     JOIN matches m ON m.listing_id = own.id AND m.rule_id = p.rule_id
     CROSS JOIN LATERAL (${notifiedPrices}) t
     WHERE EXISTS (SELECT FROM listings WHERE owner_id IS NOT NULL)
     GROUP BY p.rule_id, p.listing_id, t.currency`,
    [pairs.map(({ ruleId }) => ruleId), pairs.map(({ listingId }) => listingId)],
    'told-of-own-views',
  )
  return rows
}

/**
 * For each pair, what its rule was already notified through the other members of the cluster: a row for each currency,
 * none when nothing was. Call it before this page's matches are written.
 */
export async function alreadyNotified(tx: Tx, pairs: readonly NotifiedPair[]): Promise<Notified[]> {
  const known = pairs.filter(({ clusterId }) => clusterId !== null)
  if (known.length === 0) return []
  const { rows } = await tx.query<Notified>(
    `SELECT p.rule_id AS "ruleId", p.listing_id AS "listingId", min(t.price) AS "priceCents", t.currency
     FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS p(rule_id, listing_id, cluster_id)
     JOIN cluster_members c ON c.cluster_id = p.cluster_id AND c.listing_id <> p.listing_id
     JOIN matches m ON m.listing_id = c.listing_id AND m.rule_id = p.rule_id
     CROSS JOIN LATERAL (${notifiedPrices}) t
     GROUP BY p.rule_id, p.listing_id, t.currency
     ORDER BY p.rule_id, p.listing_id, t.currency`,
    [
      known.map(({ ruleId }) => ruleId),
      known.map(({ listingId }) => listingId),
      known.map(({ clusterId }) => clusterId),
    ],
  )
  return rows
}

/** Those of the listings in whose cluster something was heard of since: the story of a thing goes as a whole. */
export async function inLivingClusters(
  tx: Tx,
  listingIds: readonly number[],
  since: Date,
): Promise<Set<number>> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT own.listing_id AS id FROM cluster_members own WHERE own.listing_id = ANY($1::bigint[])
       AND EXISTS (SELECT FROM cluster_members m JOIN listings l ON l.id = m.listing_id
                   WHERE m.cluster_id = own.cluster_id
                     AND greatest(l.last_seen_at, l.ended_at, l.scored_at) >= $2 OFFSET 0)`,
    [listingIds, since],
  )
  return new Set(rows.map(({ id }) => id))
}
