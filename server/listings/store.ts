import type { Sql, Tx } from '../core/db.ts'
import { inNamed } from '../core/live-notes.ts'
import { tellLive } from '../core/live-store.ts'
import type { ListingState } from '../model/listing-schema.ts'
import type { Risk } from '../model/risk.ts'
import type { FairValue } from '../model/score-schema.ts'
import { isOnTheMarket, visibleTo } from '../model/visible-listings.ts'
import { listingColumns } from './columns.ts'
import type { MergedListing } from './merge.ts'
import {
  keyOf,
  type ListingKey,
  type ListingRank,
  personOf,
  type Reader,
  type StoredListing,
  type StoredRow,
  stored,
  toStored,
} from './stored-listing.ts'

/** One listing to be written; `id` of a known one. */
export interface ListingWrite {
  listing: MergedListing
  /** Whose alone it is; null = market data. */
  ownerId: number | null
  sourceId: number | null
  demo: boolean
  firstSeenAtMs: number
  endedAtMs: number | null
  detailsReadAtMs: number | null
  lastScanId: number | null
  value: FairValue | null
  rank: ListingRank
  risk: Risk | null
  /** See `textHashOf`. */
  textHash: string | null
  scoredAtMs: number
  /** Folded words without duplicates. */
  searchWords: string[]
}

type Field = keyof typeof listingColumns

interface Written {
  field: Field
  value(row: ListingWrite): unknown
  /** Set once, at the first sight. */
  once?: boolean
  /** Of a known listing, where that is another than the new value. */
  set?: string
}

const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

/** Stored as the listing has them. */
const plainFields = [
  'title',
  'url',
  'priceCents',
  'currency',
  'shippingCents',
  'originalPriceCents',
  'originalCurrency',
  'description',
  'condition',
  'conditionText',
  'category',
  'categoryFrom',
  'siteCategory',
  'brand',
  'location',
  'lat',
  'lon',
  'coordinatesFrom',
  'imageUrls',
  'buyingFormat',
  'bidCount',
  'variations',
  'state',
  'basis',
  'kind',
  'kindProbability',
  'thingProbability',
  'kindWords',
  'priceMeaning',
  'repostOf',
  'attributes',
] as const satisfies readonly (Field & keyof MergedListing)[]

const columns: Written[] = [
  { field: 'marketplace', value: ({ listing }) => listing.marketplace, once: true },
  { field: 'externalId', value: ({ listing }) => listing.externalId, once: true },
  { field: 'ownerId', value: (row) => row.ownerId, once: true },
  { field: 'sourceId', value: (row) => row.sourceId },
  { field: 'demo', value: (row) => row.demo },
  ...plainFields.map((field): Written => {
    const value = (row: ListingWrite) => row.listing[field] ?? null
    return { field, value: isJson(field) ? (row) => json(value(row)) : value }
  }),
  { field: 'postedAt', value: ({ listing }) => time(listing.postedAtMs) },
  { field: 'endsAt', value: ({ listing }) => time(listing.endsAtMs) },
  { field: 'firstSeenAt', value: (row) => time(row.firstSeenAtMs), once: true },
  { field: 'lastSeenAt', value: ({ listing }) => time(listing.observedAtMs) },
  {
    field: 'endedAt',
    value: (row) => time(row.endedAtMs),
    // What was found over stays so since then, however often its page is read again.
    set: 'CASE WHEN excluded.ended_at IS NOT NULL THEN coalesce(listings.ended_at, excluded.ended_at) END',
  },
  { field: 'detailsReadAt', value: (row) => time(row.detailsReadAtMs) },
  { field: 'lastScanId', value: (row) => row.lastScanId },
  { field: 'value', value: (row) => json(row.value) },
  { field: 'valueMidCents', value: (row) => row.value?.midCents ?? null },
  { field: 'neutral', value: (row) => row.rank.neutral },
  { field: 'priceShare', value: (row) => row.rank.priceShare },
  { field: 'compGroup', value: (row) => row.rank.compGroup },
  { field: 'compMarket', value: (row) => row.rank.compMarket },
  { field: 'risk', value: (row) => json(row.risk) },
  { field: 'riskScore', value: (row) => row.risk?.score ?? 0 },
  { field: 'textHash', value: (row) => row.textHash },
  { field: 'scoredAt', value: (row) => time(row.scoredAtMs) },
  { field: 'search', value: (row) => row.searchWords.join(' ') },
]

function isJson(field: Field): boolean {
  return listingColumns[field].type === 'jsonb'
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}

// The words become a tsvector on the way in, without positions: cheap to make, small, enough to find by.
const upsert = (() => {
  const nameOf = ({ field }: Written) => listingColumns[field].name
  const names = columns.map(nameOf)
  const source = columns.map((column) =>
    column.field === 'search' ? `array_to_tsvector(string_to_array(search, ' '))` : nameOf(column),
  )
  const given = columns.map(({ field }, index) => {
    const type = field === 'search' ? 'text' : listingColumns[field].type
    return `$${index + 1}::${type}[]`
  })
  const sets = columns
    .filter(({ once }) => !once)
    .map((column) => `${nameOf(column)} = ${column.set ?? `excluded.${nameOf(column)}`}`)
  return `INSERT INTO listings (${names.join(', ')})
    SELECT ${source.join(', ')} FROM unnest(${given.join(', ')}) AS t(${names.join(', ')})
    ON CONFLICT (marketplace, external_id, owner_id) DO UPDATE SET ${sets.join(', ')}, missing_count = 0, changed_xid = pg_current_xact_id()
    RETURNING id, marketplace, external_id AS "externalId"`
})()

/** Keeps other writers of these marketplaces' listings out until this transaction ends; always in one order. */
export async function lockMarketplaces(tx: Tx, marketplaces: Iterable<string>): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtext('deal-scout listings'), key)
     FROM (SELECT DISTINCT hashtext(name) AS key FROM unnest($1::text[]) AS name ORDER BY 1) AS keys`,
    [[...new Set(marketplaces)]],
    'lock-marketplaces',
  )
}

/** Writes listings of one owner, or of the market, in one statement; returns the id of each by key. The caller holds the marketplaces' locks. */
export async function writeListings(tx: Tx, rows: ListingWrite[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const { rows: written } = await tx.query<ListingKey & { id: number }>(
    upsert,
    columns.map((column) => rows.map((row) => column.value(row))),
    'write-listings',
  )
  return new Map(written.map((row) => [keyOf(row), row.id]))
}

/** What is known of some listings by whom it was seen. */
export interface ListingViews {
  /** The owner's, or the market's, by key. */
  own: Map<string, StoredListing>
  /** Of the same listings: the market's beside an owner's, every person's beside the market's. */
  others: StoredListing[]
}

/** The views that `ownerId`, null = the market, has of these listings, with those beside them. */
export async function readViews(
  sql: Sql,
  keys: readonly ListingKey[],
  ownerId: number | null,
): Promise<ListingViews> {
  if (keys.length === 0) return { own: new Map(), others: [] }
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM unnest($1::text[], $2::text[]) AS k(marketplace, external_id)
     JOIN listings l ON l.marketplace = k.marketplace AND l.external_id = k.external_id
       AND ($3::bigint IS NULL OR ${visibleTo('l', '$3')})`,
    [keys.map(({ marketplace }) => marketplace), keys.map(({ externalId }) => externalId), ownerId],
    'read-views',
  )
  const { own = [], others = [] } = Object.groupBy(rows, (row) =>
    row.ownerId === ownerId ? 'own' : 'others',
  )
  return { own: new Map(own.map((row) => [keyOf(row), toStored(row)])), others: others.map(toStored) }
}

/** Those that exist, by key: the market's or, with an owner, theirs. */
export async function readListings(
  sql: Sql,
  keys: readonly ListingKey[],
  ownerId: number | null = null,
): Promise<Map<string, StoredListing>> {
  return (await readViews(sql, keys, ownerId)).own
}

/** Null also where it is another's than the reader's. */
export async function getListing(sql: Sql, id: number, reader: Reader): Promise<StoredListing | null> {
  return (await getListings(sql, [id], reader))[0] ?? null
}

/** In the order of the ids; without those that are not the reader's to see. */
export async function getListings(
  sql: Sql,
  ids: readonly number[],
  reader: Reader,
): Promise<StoredListing[]> {
  if (ids.length === 0) return []
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM unnest($1::bigint[]) WITH ORDINALITY AS k(id, place) JOIN listings l ON l.id = k.id
     WHERE $2::bigint IS NULL OR ${visibleTo('l', '$2')} ORDER BY k.place`,
    [ids, personOf(reader)],
    'get-listings',
  )
  return rows.map(toStored)
}

/** Of these listings, those that are one person's view of what the market shows as well. */
export async function onTheMarket(
  sql: Sql,
  listings: readonly Pick<StoredListing, 'id' | 'ownerId'>[],
): Promise<ReadonlySet<number>> {
  const personal = listings.filter(({ ownerId }) => ownerId !== null).map(({ id }) => id)
  if (personal.length === 0) return new Set()
  const { rows } = await sql.query<{ id: number }>(
    `SELECT l.id FROM listings l WHERE l.id = ANY($1::bigint[]) AND ${isOnTheMarket('l')}`,
    [personal],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Where and by which listing a text stands. */
export interface TextUse {
  textHash: string
  id: number
  marketplace: string
  location: string | null
  lat: number | null
  lon: number | null
}

const textUsesMax = 50

/** Listings of the same world with one of these texts, on the market or of the owner, the newest of each, at most 50 a text. */
export async function textUses(
  sql: Sql,
  hashes: string[],
  { demo, ownerId }: { demo: boolean; ownerId: number | null },
): Promise<TextUse[]> {
  if (hashes.length === 0) return []
  const { rows } = await sql.query<TextUse>(
    `SELECT u."textHash", u.id, u.marketplace, u.location, u.lat, u.lon
     FROM unnest($1::bigint[]) AS k(hash), LATERAL (
       SELECT text_hash::text AS "textHash", id, marketplace, location, lat, lon FROM listings l
       WHERE text_hash = k.hash AND demo = $2 AND ${visibleTo('l', '$3')} ORDER BY id DESC LIMIT ${textUsesMax}) AS u`,
    [hashes, demo, ownerId],
    'text-uses',
  )
  return rows
}

/** Unchanged listings were seen once more; what was seen after `future` was not, a clock has been set back since. */
export async function touchListings(
  tx: Tx,
  ids: number[],
  seenAt: Date,
  scanId: number | null,
  future: Date,
): Promise<void> {
  if (ids.length === 0) return
  await tx.query(
    `UPDATE listings SET last_seen_at = CASE WHEN last_seen_at > $4 THEN $2 ELSE greatest(last_seen_at, $2) END,
       last_scan_id = coalesce($3, last_scan_id), missing_count = 0 WHERE id = ANY($1::bigint[])`,
    [ids, seenAt, scanId, future],
    'touch-listings',
  )
}

export async function writePhotoReuses(tx: Tx, id: number, count: number): Promise<void> {
  await tx.query('UPDATE listings SET photo_reuses = $2 WHERE id = $1', [id, Math.min(count, 1000)])
}

export interface PricePoint {
  listingId: number
  priceCents: number | null
  currency: string | null
  seenAt: Date
}

export async function addPricePoints(tx: Tx, points: PricePoint[]): Promise<void> {
  if (points.length === 0) return
  await tx.query(
    `INSERT INTO price_changes (listing_id, price_cents, currency, seen_at)
     SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[])`,
    [
      points.map((point) => point.listingId),
      points.map((point) => point.priceCents),
      points.map((point) => point.currency),
      points.map((point) => point.seenAt.toISOString()),
    ],
    'add-price-points',
  )
}

/** Oldest first. */
export async function priceHistory(sql: Sql, listingId: number): Promise<PricePoint[]> {
  const { rows } = await sql.query<PricePoint>(
    `SELECT listing_id AS "listingId", price_cents AS "priceCents", currency, seen_at AS "seenAt"
     FROM price_changes WHERE listing_id = $1 ORDER BY seen_at, id`,
    [listingId],
  )
  return rows
}

/**
 * Counts a miss for every active listing that this scan saw last and that is not among `seen`; returns those that
 * were missed. A listing seen again by any scan starts over.
 */
export async function countMissing(
  tx: Tx,
  scanId: number,
  seenExternalIds: string[],
): Promise<{ id: number; missingCount: number }[]> {
  const { rows } = await tx.query<{ id: number; missingCount: number }>(
    `UPDATE listings SET missing_count = missing_count + 1
     WHERE last_scan_id = $1 AND state = 'active' AND NOT external_id = ANY($2::text[])
     RETURNING id, missing_count AS "missingCount"`,
    [scanId, seenExternalIds],
  )
  return rows
}

/** Marks listings as sold or gone; they leave the deals and stay as evidence. */
export async function endListings(
  tx: Tx,
  ids: number[],
  state: Extract<ListingState, 'sold' | 'gone'>,
  at: Date,
): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await tx.query<{ id: number; ownerId: number | null }>(
    `UPDATE listings SET state = $2, ended_at = $3, changed_xid = pg_current_xact_id()
     WHERE id = ANY($1::bigint[]) AND state <> $2 RETURNING id, owner_id AS "ownerId"`,
    [ids, state, at],
  )
  await tellLive(
    tx,
    [...Map.groupBy(rows, ({ ownerId }) => ownerId)].flatMap(([userId, own]) =>
      [...inNamed(own)].map((some) => ({
        ...{ userId, kind: 'listings-ended' as const },
        data: { listings: some.map(({ id }) => ({ id, state })) },
      })),
    ),
  )
}

export async function markDetailsRead(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.query('UPDATE listings SET details_read_at = $2 WHERE id = $1', [id, at])
}

/** Every marketplace that a listing is of. */
export async function knownMarketplaces(sql: Sql): Promise<string[]> {
  // One index look-up per marketplace; a plain DISTINCT would read every listing.
  const { rows } = await sql.query<{ marketplace: string }>(
    `WITH RECURSIVE m AS (
       (SELECT marketplace FROM listings ORDER BY marketplace LIMIT 1)
       UNION ALL
       SELECT (SELECT l.marketplace FROM listings l WHERE l.marketplace > m.marketplace ORDER BY l.marketplace LIMIT 1)
       FROM m WHERE m.marketplace IS NOT NULL)
     SELECT marketplace FROM m WHERE marketplace IS NOT NULL`,
  )
  return rows.map(({ marketplace }) => marketplace)
}

export async function countListings(
  sql: Sql,
): Promise<{ demo: boolean; state: ListingState; count: number }[]> {
  const { rows } = await sql.query<{ demo: boolean; state: ListingState; count: number }>(
    'SELECT demo, state, count(*)::int AS count FROM listings GROUP BY demo, state',
  )
  return rows
}
