import { fieldsBut, selected } from '../core/columns.ts'
import type { Sql, Tx } from '../core/db.ts'
import type { ListingState } from '../model/listing-schema.ts'
import type { Risk } from '../model/risk.ts'
import type { FairValue } from '../model/score-schema.ts'
import { listingColumns } from './columns.ts'
import type { MergedListing } from './merge.ts'
import { withOffer } from './normalize/offer.ts'
import type { OfferFacts } from './normalize/recognised-listing.ts'
import type { ValuedListing } from './valued-listing.ts'

/** A listing as it stands, with what the program added to what was seen. */
export interface StoredListing extends ValuedListing {
  sourceId: number | null
  detailsReadAtMs: number | null
  lastScanId: number | null
  missingCount: number
  score: number
  /** Listings elsewhere that show one of its photos. */
  photoReuses: number
  scoredAtMs: number
}

/** One listing to be written; `id` of a known one. */
export interface ListingWrite {
  listing: MergedListing
  sourceId: number | null
  demo: boolean
  firstSeenAtMs: number
  endedAtMs: number | null
  detailsReadAtMs: number | null
  lastScanId: number | null
  value: FairValue | null
  score: number
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
  { field: 'score', value: (row) => row.score },
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
    ON CONFLICT (marketplace, external_id) DO UPDATE SET ${sets.join(', ')}, missing_count = 0, changed_xid = pg_current_xact_id()
    RETURNING id, marketplace, external_id AS "externalId"`
})()

export interface ListingKey {
  marketplace: string
  externalId: string
}

export const keyOf = ({ marketplace, externalId }: ListingKey) => `${marketplace} ${externalId}`

/** Keeps other writers of these marketplaces' listings out until this transaction ends; always in one order. */
export async function lockMarketplaces(tx: Tx, marketplaces: Iterable<string>): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtext('deal-scout listings'), key)
     FROM (SELECT DISTINCT hashtext(name) AS key FROM unnest($1::text[]) AS name ORDER BY 1) AS keys`,
    [[...new Set(marketplaces)]],
    'lock-marketplaces',
  )
}

/** Writes listings in one statement; returns the id of each by key. The caller holds the marketplaces' locks. */
export async function writeListings(tx: Tx, rows: ListingWrite[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const { rows: written } = await tx.query<ListingKey & { id: number }>(
    upsert,
    columns.map((column) => rows.map((row) => column.value(row))),
    'write-listings',
  )
  return new Map(written.map((row) => [keyOf(row), row.id]))
}

/** Columns of a whole listing `l`, for `toStored`. */
export const stored = selected<keyof StoredRow>(
  listingColumns,
  fieldsBut(listingColumns, ['endedAt', 'valueMidCents', 'riskScore', 'textHash', 'search', 'changedXid']),
  'l',
)

/** `kind` is null where the offer was not read yet; the others are then as well. */
export type StoredRow = Omit<MergedListing, 'postedAtMs' | 'endsAtMs' | 'observedAtMs' | keyof OfferFacts> &
  ({ [Name in keyof OfferFacts]: null } | OfferFacts) &
  Omit<StoredListing, 'listing' | 'firstSeenAtMs' | 'detailsReadAtMs' | 'scoredAtMs'> & {
    postedAt: Date | null
    endsAt: Date | null
    firstSeenAt: Date
    lastSeenAt: Date
    detailsReadAt: Date | null
    scoredAt: Date
  }

export function toStored(row: StoredRow): StoredListing {
  const {
    id,
    sourceId,
    demo,
    firstSeenAt,
    lastSeenAt,
    detailsReadAt,
    lastScanId,
    missingCount,
    value,
    score,
    risk,
    photoReuses,
    scoredAt,
    postedAt,
    endsAt,
    ...listing
  } = row
  return {
    id,
    sourceId,
    demo,
    firstSeenAtMs: firstSeenAt.getTime(),
    detailsReadAtMs: detailsReadAt?.getTime() ?? null,
    lastScanId,
    missingCount,
    value,
    score,
    risk,
    photoReuses,
    scoredAtMs: scoredAt.getTime(),
    listing: withReadOffer({
      ...listing,
      postedAtMs: postedAt?.getTime() ?? null,
      endsAtMs: endsAt?.getTime() ?? null,
      observedAtMs: lastSeenAt.getTime(),
    }),
  }
}

/** Listings stored before offers were read are read when they are looked at; the hourly job writes it down (`writeOffers`). */
function withReadOffer(
  listing: Omit<MergedListing, keyof OfferFacts> & ({ [Name in keyof OfferFacts]: null } | OfferFacts),
): MergedListing {
  return listing.kind === null ? withOffer(listing) : listing
}

/** Those that exist, by key. */
export async function readListings(sql: Sql, keys: ListingKey[]): Promise<Map<string, StoredListing>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM unnest($1::text[], $2::text[]) AS k(marketplace, external_id)
     JOIN listings l ON l.marketplace = k.marketplace AND l.external_id = k.external_id`,
    [keys.map(({ marketplace }) => marketplace), keys.map(({ externalId }) => externalId)],
    'read-listings',
  )
  return new Map(rows.map((row) => [keyOf(row), toStored(row)]))
}

export async function getListing(sql: Sql, id: number): Promise<StoredListing | null> {
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM listings l WHERE l.id = $1`,
    [id],
    'get-listing',
  )
  return rows[0] ? toStored(rows[0]) : null
}

export async function getListings(sql: Sql, ids: number[]): Promise<StoredListing[]> {
  if (ids.length === 0) return []
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM unnest($1::bigint[]) WITH ORDINALITY AS k(id, place) JOIN listings l ON l.id = k.id ORDER BY k.place`,
    [ids],
    'get-listings',
  )
  return rows.map(toStored)
}

/** Active listings by id downwards, for looking at everything there is in bounded steps. */
export async function activeListingsBelow(
  sql: Sql,
  belowId: number | null,
  limit: number,
): Promise<StoredListing[]> {
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM listings l WHERE l.state = 'active' AND ($1::bigint IS NULL OR l.id < $1) ORDER BY l.id DESC LIMIT $2`,
    [belowId, limit],
    'active-listings-below',
  )
  return rows.map(toStored)
}

/** Writes values and scores only; the rows are otherwise as they were. */
export async function writeScores(
  tx: Tx,
  rows: { id: number; value: FairValue | null; score: number; risk: Risk | null }[],
  scoredAt: Date,
): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `UPDATE listings l SET value = s.value, value_mid_cents = (s.value->>'midCents')::bigint, score = s.score, scored_at = $4,
       risk = s.risk, risk_score = coalesce((s.risk->>'score')::smallint, 0)
     FROM unnest($1::bigint[], $2::jsonb[], $3::smallint[], $5::jsonb[]) AS s(id, value, score, risk) WHERE l.id = s.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ value }) => (value === null ? null : JSON.stringify(value))),
      rows.map(({ score }) => score),
      scoredAt,
      rows.map(({ risk }) => (risk === null ? null : JSON.stringify(risk))),
    ],
    'write-scores',
  )
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

/** Listings of the same world with one of these texts, the newest of each, at most 50 a text. */
export async function textUses(sql: Sql, hashes: string[], demo: boolean): Promise<TextUse[]> {
  if (hashes.length === 0) return []
  const { rows } = await sql.query<TextUse>(
    `SELECT u."textHash", u.id, u.marketplace, u.location, u.lat, u.lon
     FROM unnest($1::bigint[]) AS k(hash), LATERAL (
       SELECT text_hash::text AS "textHash", id, marketplace, location, lat, lon FROM listings
       WHERE text_hash = k.hash AND demo = $2 ORDER BY id DESC LIMIT ${textUsesMax}) AS u`,
    [hashes, demo],
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
  await tx.query(
    `UPDATE listings SET state = $2, ended_at = $3, changed_xid = pg_current_xact_id() WHERE id = ANY($1::bigint[]) AND state <> $2`,
    [ids, state, at],
  )
}

/** Listings whose offer was not read yet, by id upwards. */
export async function unreadOffers(sql: Sql, limit: number): Promise<StoredListing[]> {
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM listings l WHERE l.kind IS NULL ORDER BY l.id LIMIT $1`,
    [limit],
  )
  return rows.map(toStored)
}

/** Writes what listings offer where that was not read yet. */
export async function writeOffers(tx: Tx, rows: readonly StoredListing[]): Promise<void> {
  if (rows.length === 0) return
  const of = (pick: (facts: OfferFacts) => unknown) => rows.map(({ listing }) => pick(listing))
  await tx.query(
    `UPDATE listings l SET kind = o.kind, kind_probability = o.probability, thing_probability = o.thing,
       kind_words = o.words, price_meaning = o.meaning
     FROM unnest($1::bigint[], $2::text[], $3::float8[], $4::float8[], $5::jsonb[], $6::text[])
       AS o(id, kind, probability, thing, words, meaning)
     WHERE l.id = o.id AND l.kind IS NULL`,
    [
      rows.map(({ id }) => id),
      of(({ kind }) => kind),
      of(({ kindProbability }) => kindProbability),
      of(({ thingProbability }) => thingProbability),
      of(({ kindWords }) => JSON.stringify(kindWords)),
      of(({ priceMeaning }) => priceMeaning),
    ],
  )
}

export async function markDetailsRead(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.query('UPDATE listings SET details_read_at = $2 WHERE id = $1', [id, at])
}

export interface ListingFilter {
  /** Folded words, all of which must occur; the last may be the beginning of a word. */
  words: string[]
  category: string | null
  marketplace: string | null
  condition: string | null
  /** One of these; empty = any. */
  kinds: readonly string[]
  /** One of these; empty = any. */
  priceMeanings: readonly string[]
  state: string | null
  demo: boolean | null
  priceCentsMin: number | null
  priceCentsMax: number | null
  scoreMin: number | null
  currency: string | null
  /** Only what is known to be within so many km of it; what does not say where it is, is not. */
  within: { lat: number; lon: number; km: number } | null
  limit: number
}

/** Great-circle distance in km from the point of these two parameters; null without coordinates. */
const kmFrom = (lat: string, lon: string) => `(12742.0176 * asin(least(1, sqrt(
  power(sin(radians(l.lat - ${lat}::float8) / 2), 2)
  + cos(radians(${lat}::float8)) * cos(radians(l.lat)) * power(sin(radians(l.lon - ${lon}::float8) / 2), 2)))))`

const filterSql = `
  ($1::text IS NULL OR l.search @@ $1::tsquery) AND ($2::text IS NULL OR l.category = $2)
  AND ($3::text IS NULL OR l.marketplace = $3) AND ($4::text IS NULL OR l.condition = $4)
  AND ($5::text IS NULL OR l.state = $5) AND ($6::boolean IS NULL OR l.demo = $6)
  AND ($7::bigint IS NULL OR l.price_cents >= $7) AND ($8::bigint IS NULL OR l.price_cents <= $8)
  AND ($9::int IS NULL OR l.score >= $9) AND ($10::text[] IS NULL OR l.kind = ANY($10))
  AND ($12::text IS NULL OR l.currency = $12)
  AND ($15::float8 IS NULL
       OR l.lat BETWEEN $13::float8 - $15 / 110 AND $13::float8 + $15 / 110 AND ${kmFrom('$13', '$14')} <= $15)
  AND ($16::text[] IS NULL OR coalesce(l.price_meaning, 'asked') = ANY($16))`

/** Values of `filterSql`. */
const filterCount = 16

function filterValues(filter: ListingFilter): unknown[] {
  return [
    filter.words.length === 0
      ? null
      : filter.words
          .map(
            (word, index) =>
              `'${word.replaceAll(/['\\]/g, '')}'${index === filter.words.length - 1 ? ':*' : ''}`,
          )
          .join(' & '),
    filter.category,
    filter.marketplace,
    filter.condition,
    filter.state,
    filter.demo,
    filter.priceCentsMin,
    filter.priceCentsMax,
    filter.scoreMin,
    filter.kinds.length === 0 ? null : filter.kinds,
    filter.limit,
    filter.currency,
    filter.within?.lat ?? null,
    filter.within?.lon ?? null,
    filter.within?.km ?? null,
    filter.priceMeanings.length === 0 ? null : filter.priceMeanings,
  ]
}

/** Newest first, after the position (first seen ms, id). */
export async function listNewest(
  sql: Sql,
  filter: ListingFilter,
  after: { firstSeenAtMs: number; id: number } | null,
): Promise<StoredListing[]> {
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM listings l WHERE ${filterSql}
       ${after ? 'AND (l.first_seen_at, l.id) < ($17::timestamptz, $18::bigint)' : ''}
     ORDER BY l.first_seen_at DESC, l.id DESC LIMIT $11`,
    [...filterValues(filter), ...(after ? [new Date(after.firstSeenAtMs), after.id] : [])],
  )
  return rows.map(toStored)
}

export const dealOrders = ['score', 'price', 'newest', 'distance', 'discount'] as const
export type DealOrder = (typeof dealOrders)[number]

/** What no order reaches: there what does not say stands last. */
const last = 8_000_000_000_000_000

/** A whole number from 0 up for each listing, of which the largest comes first; $17 and $18 are where distances count from. */
const orderKeys: Record<DealOrder, string> = {
  score: 'l.score',
  newest: '(extract(epoch FROM l.first_seen_at) * 1000)::bigint',
  price: `${last} - least(coalesce(l.price_cents, ${last}), ${last})`,
  distance: `${last} - coalesce(round(${kmFrom('$17', '$18')} * 1000)::bigint, ${last})`,
  // In hundredths of a percent below the middle of its fair value.
  discount: `CASE WHEN l.price_cents IS NOT NULL AND l.value->>'currency' = l.currency AND (l.value->>'midCents')::numeric > 0
    THEN greatest(1, 1000000000 + round(10000 * (1 - l.price_cents / (l.value->>'midCents')::numeric)))::bigint ELSE 0 END`,
}

/** Active ones in that order, after the position (the order's key, id); by distance only with a place to count `from`. */
export async function listDeals(
  sql: Sql,
  filter: ListingFilter,
  order: { by: DealOrder; from: { lat: number; lon: number } | null },
  after: { key: number; id: number } | null,
): Promise<(StoredListing & { orderKey: number })[]> {
  const key = orderKeys[order.by]
  const from = order.by === 'distance' && order.from ? [order.from.lat, order.from.lon] : []
  const place = filterCount + from.length
  const { rows } = await sql.query<StoredRow & { orderKey: number }>(
    `SELECT ${stored}, ${key} AS "orderKey" FROM listings l WHERE l.state = 'active' AND ${filterSql}
       ${after ? `AND (${key}, l.id) < ($${place + 1}::bigint, $${place + 2}::bigint)` : ''}
     ORDER BY ${key} DESC, l.id DESC LIMIT $11`,
    [...filterValues(filter), ...from, ...(after ? [after.key, after.id] : [])],
  )
  return rows.map(({ orderKey, ...row }) => ({ ...toStored(row as StoredRow), orderKey: Number(orderKey) }))
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

export async function deleteDemoListings(tx: Tx): Promise<number> {
  return (await tx.query('DELETE FROM listings WHERE demo')).rowCount
}

/**
 * Active listings to be valued and scored again: those young enough for their score to fade whose score is older
 * than `before` (or of a clock that was set back since, hours ahead of it), those scored before prices were learned, and
 * those that came before there was anything to compare them with.
 */
export async function staleScores(
  sql: Sql,
  moments: { before: Date; postedAfter: Date; learnedAt: Date; startedAt: Date },
  limit: number,
): Promise<number[]> {
  const { rows } = await sql.query<{ id: number }>(
    `SELECT id FROM listings WHERE state = 'active' AND (scored_at < $5::timestamptz OR scored_at > $1::timestamptz + interval '2 hours')
       AND (scored_at < $4
         OR ((scored_at < $1 OR scored_at > $1::timestamptz + interval '2 hours') AND coalesce(posted_at, first_seen_at) > $2)
         OR (value IS NULL AND price_cents > 0 AND scored_at < first_seen_at + interval '2 seconds'))
     ORDER BY scored_at LIMIT $3`,
    [moments.before, moments.postedAfter, limit, moments.learnedAt, moments.startedAt],
  )
  return rows.map(({ id }) => id)
}
