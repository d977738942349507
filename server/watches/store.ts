import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import { walk } from '../core/paging.ts'
import type { ListingState } from '../model/listing-schema.ts'
import { listedFor, visibleTo } from '../model/visible-listings.ts'
import type { LastEvent, WatchState } from './schema.ts'
import type { Memory, Wishes } from './watch.ts'

/** A listing that a person follows. */
export interface StoredWatch extends Wishes, Memory {
  id: number
  userId: number
  marketplace: string
  externalId: string
  url: string
  listingId: number | null
  channels: string[]
  note: string | null
  tags: string[]
  problem: string | null
  /** What happened last; null = nothing since it is followed. */
  lastEvent: LastEvent | null
  nextPollAt: Date | null
  polledAt: Date | null
  demo: boolean
  createdAt: Date
  updatedAt: Date
}

const columns = `w.id, w.user_id AS "userId", w.marketplace, w.external_id AS "externalId", w.url, w.listing_id AS "listingId",
  w.note, w.tags, w.threshold_cents AS "thresholdCents", w.currency, w.tell_drops AS "notifyDrops",
  w.tell_rises AS "notifyRises", w.tell_back_on_sale AS "notifyBackOnSale", w.tell_ended AS "notifySold",
  coalesce(w.tell_gone, w.tell_ended) AS "notifyGone", w.last_event AS "lastEvent", w.channels, w.last_state AS "lastState",
  w.last_price_cents AS "lastPriceCents", w.last_currency AS "lastCurrency", w.last_elsewhere AS "lastElsewhere",
  w.below_threshold AS "belowThreshold",
  w.next_look_at AS "nextPollAt", w.looked_at AS "polledAt", w.problem, w.demo, w.created_at AS "createdAt",
  w.updated_at AS "updatedAt"`

/** A followed listing as its watch shows it. */
export interface WatchedListing {
  id: number
  marketplace: string
  externalId: string
  title: string
  url: string
  imageUrl: string | null
  state: ListingState
  priceCents: number | null
  currency: string | null
  location: string | null
  lastSeenAt: Date
  demo: boolean
}

const listingColumns = `l.id, l.marketplace, l.external_id AS "externalId", l.title, l.url, l.image_urls->>0 AS "imageUrl",
  l.state, l.price_cents AS "priceCents", l.currency, l.location, l.last_seen_at AS "lastSeenAt", l.demo`

/**
 * The listing as a person sees it, held as it is until this transaction ends: who changes it meanwhile waits, and then finds the watch that
 * was written here.
 */
export async function holdListing(
  tx: Tx,
  person: Authorized<'read'>,
  which: { id: number } | { marketplace: string; externalId: string },
): Promise<WatchedListing | null> {
  const { rows } =
    'id' in which
      ? await tx.query<WatchedListing>(
          // One's own view gives way to the market's.
          `SELECT ${listingColumns} FROM listings l WHERE ${visibleTo('l', '$2')} AND l.id = coalesce(
             (SELECT pub.id FROM listings own JOIN listings pub
                ON pub.marketplace = own.marketplace AND pub.external_id = own.external_id AND pub.owner_id IS NULL
              WHERE own.id = $1 AND own.owner_id = $2), $1) FOR SHARE OF l`,
          [which.id, person],
        )
      : await tx.query<WatchedListing>(
          `SELECT ${listingColumns} FROM listings l
           WHERE l.marketplace = $1 AND l.external_id = $2 AND ${listedFor('l', '$3')} FOR SHARE OF l`,
          [which.marketplace, which.externalId, person],
        )
  return rows[0] ?? null
}

/** Those that the person sees. */
export async function watchedListings(
  sql: Sql,
  person: Authorized<'read'>,
  ids: number[],
): Promise<Map<number, WatchedListing>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql.query<WatchedListing>(
    `SELECT ${listingColumns} FROM listings l WHERE l.id = ANY($1::bigint[]) AND ${visibleTo('l', '$2')}`,
    [ids, person],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

type WatchWrite = Omit<StoredWatch, 'id' | 'polledAt' | 'lastEvent'>

/** Null when this person follows the listing already. */
export async function insertWatch(tx: Tx, watch: WatchWrite): Promise<StoredWatch | null> {
  const { rows } = await tx.query<StoredWatch>(
    `INSERT INTO watches AS w (user_id, marketplace, external_id, url, listing_id, note, tags, threshold_cents, currency,
       tell_drops, tell_back_on_sale, tell_ended, channels, last_state, last_price_cents, last_currency, below_threshold,
       next_look_at, problem, demo, created_at, updated_at, last_elsewhere, tell_rises, tell_gone)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, $12, $13::jsonb, $14, $15, $16, $17, $18, $19, $20, $21, $22,
       $23::jsonb, $24, $25)
     ON CONFLICT (user_id, marketplace, external_id) DO NOTHING RETURNING ${columns}`,
    [
      watch.userId,
      watch.marketplace,
      watch.externalId,
      watch.url,
      watch.listingId,
      watch.note,
      JSON.stringify(watch.tags),
      watch.thresholdCents,
      watch.currency,
      watch.notifyDrops,
      watch.notifyBackOnSale,
      watch.notifySold,
      JSON.stringify(watch.channels),
      watch.lastState,
      watch.lastPriceCents,
      watch.lastCurrency,
      watch.belowThreshold,
      watch.nextPollAt,
      watch.problem,
      watch.demo,
      watch.createdAt,
      watch.updatedAt,
      watch.lastElsewhere && JSON.stringify(watch.lastElsewhere),
      watch.notifyRises,
      watch.notifyGone,
    ],
  )
  return rows[0] ?? null
}

/** Writes what a person may change, and what follows from it. */
export async function updateWatch(tx: Tx, watch: StoredWatch): Promise<void> {
  await tx.query(
    `UPDATE watches SET note = $2, tags = $3::jsonb, threshold_cents = $4, currency = $5, tell_drops = $6,
       tell_back_on_sale = $7, tell_ended = $8, channels = $9::jsonb, below_threshold = $10, updated_at = $11,
       tell_rises = $13, tell_gone = $14
     WHERE id = $1 AND user_id = $12`,
    [
      watch.id,
      watch.note,
      JSON.stringify(watch.tags),
      watch.thresholdCents,
      watch.currency,
      watch.notifyDrops,
      watch.notifyBackOnSale,
      watch.notifySold,
      JSON.stringify(watch.channels),
      watch.belowThreshold,
      watch.updatedAt,
      watch.userId,
      watch.notifyRises,
      watch.notifyGone,
    ],
  )
}

export async function getWatch(
  sql: Sql,
  userId: Authorized<'read'>,
  id: number,
): Promise<StoredWatch | null> {
  const { rows } = await sql.query<StoredWatch>(
    `SELECT ${columns} FROM watches w WHERE w.user_id = $1 AND w.id = $2`,
    [userId, id],
  )
  return rows[0] ?? null
}

/** Held until this transaction ends. */
export async function holdWatch(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
): Promise<StoredWatch | null> {
  const { rows } = await tx.query<StoredWatch>(
    `SELECT ${columns} FROM watches w WHERE w.user_id = $1 AND w.id = $2 FOR UPDATE`,
    [userId, id],
  )
  return rows[0] ?? null
}

export async function watchOf(
  sql: Sql,
  userId: Authorized<'read'>,
  key: { marketplace: string; externalId: string },
): Promise<StoredWatch | null> {
  const { rows } = await sql.query<StoredWatch>(
    `SELECT ${columns} FROM watches w WHERE w.user_id = $1 AND w.marketplace = $2 AND w.external_id = $3`,
    [userId, key.marketplace, key.externalId],
  )
  return rows[0] ?? null
}

/** Newest first, below the id of the last one before. */
export async function listWatches(
  sql: Sql,
  filter: {
    userId: Authorized<'read'>
    tag: string | null
    state: WatchState | null
    beforeId: number | null
    limit: number
    isBack?: boolean
  },
): Promise<StoredWatch[]> {
  const { beyond, order } = walk('DESC', filter.isBack)
  const { rows } = await sql.query<StoredWatch>(
    `SELECT ${columns} FROM watches w
     WHERE w.user_id = $1 AND ($2::text IS NULL OR w.tags @> jsonb_build_array($2::text))
       AND ($3::text IS NULL OR w.last_state = $3) AND ($4::bigint IS NULL OR w.id ${beyond} $4)
     ORDER BY w.id ${order} LIMIT $5`,
    [filter.userId, filter.tag, filter.state, filter.beforeId, filter.limit],
  )
  return rows
}

/** Keeps other new watches of this person out until the transaction ends, and counts those that are there. */
export async function countWatches(tx: Tx, userId: Authorized<'read'>): Promise<number> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('deal-scout watches'), hashtext($1::text))`, [userId])
  const { rows } = await tx.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM watches WHERE user_id = $1',
    [userId],
  )
  return rows[0]!.count
}

export async function deleteWatch(sql: Sql, userId: Authorized<'write'>, id: number): Promise<boolean> {
  return (await sql.query('DELETE FROM watches WHERE user_id = $1 AND id = $2', [userId, id])).rowCount > 0
}

export async function deleteDemoWatches(tx: Tx): Promise<number> {
  return (await tx.query('DELETE FROM watches WHERE demo')).rowCount
}

/** A watch whose listing was written in this transaction. */
export interface ConcernedWatch extends StoredWatch {
  /** Of its listing, also where the watch did not know it yet. */
  nowListingId: number
  /** Number of this transaction, which no other has. */
  transaction: string
}

/**
 * Who follows these listings, by id or, where a watch has not met its listing yet, by what names it; held until this
 * transaction ends, so that of two polls at once the later one knows what the earlier one notified.
 */
export async function holdWatchesOf(tx: Tx, listingIds: number[]): Promise<ConcernedWatch[]> {
  if (listingIds.length === 0) return []
  const { rows } = await tx.query<ConcernedWatch>(
    `SELECT ${columns}, l.id AS "nowListingId", pg_current_xact_id()::text AS transaction
     FROM watches w JOIN listings l ON l.marketplace = w.marketplace AND l.external_id = w.external_id
       AND ${listedFor('l', 'w.user_id')}
     WHERE (w.listing_id = ANY($1::bigint[]) OR w.listing_id IS NULL) AND l.id = ANY($1::bigint[])
     ORDER BY w.id FOR UPDATE OF w`,
    [listingIds],
    'hold-watches-of',
  )
  return rows
}

/** What is remembered from a poll on; the next one is notified against it. `lastEvent` null = what happened before stays. */
export async function writeMemories(
  tx: Tx,
  rows: (Memory & { id: number; listingId: number | null; lastEvent: LastEvent | null })[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `UPDATE watches w SET listing_id = m.listing_id, last_state = m.state, last_price_cents = m.price_cents,
       last_currency = m.currency, below_threshold = m.below, last_elsewhere = m.elsewhere,
       last_event = coalesce(m.event, w.last_event), updated_at = $7
     FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::boolean[], $8::jsonb[],
       $9::jsonb[]) AS m(id, listing_id, state, price_cents, currency, below, elsewhere, event) WHERE w.id = m.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ listingId }) => listingId),
      rows.map(({ lastState }) => lastState),
      rows.map(({ lastPriceCents }) => lastPriceCents),
      rows.map(({ lastCurrency }) => lastCurrency),
      rows.map(({ belowThreshold }) => belowThreshold),
      now,
      rows.map(({ lastElsewhere }) => lastElsewhere && JSON.stringify(lastElsewhere)),
      rows.map(({ lastEvent }) => lastEvent && JSON.stringify(lastEvent)),
    ],
    'write-watch-memories',
  )
}

/**
 * Takes watches that are due for a poll, at most `perMarketplace` of each marketplace, those never read first. While
 * taken they are not due for `leaseMs`: if this process dies, another polls afterwards. Due is also what no clock that
 * was right can have dated: a poll later than `beyond`.
 */
export async function claimDueWatches(
  sql: Sql,
  { now, beyond }: { now: Date; beyond: Date },
  leaseMs: number,
  perMarketplace: number,
): Promise<StoredWatch[]> {
  const due = '(next_look_at <= $1 OR next_look_at > $4)'
  const { rows } = await sql.query<StoredWatch>(
    `UPDATE watches w SET next_look_at = $1::timestamptz + $2 * interval '1 millisecond'
     WHERE w.id IN (
       SELECT id FROM watches WHERE ${due} AND id IN (
         SELECT id FROM (
           SELECT id, row_number() OVER (
             PARTITION BY marketplace ORDER BY last_state = 'unread' DESC, next_look_at, id) AS place
           FROM watches WHERE ${due}) AS due
         WHERE place <= $3)
       FOR UPDATE SKIP LOCKED)
     RETURNING ${columns}`,
    [now, leaseMs, perMarketplace, beyond],
  )
  return rows.sort(
    (a, b) => Number(b.lastState === 'unread') - Number(a.lastState === 'unread') || a.id - b.id,
  )
}

/** How a poll ended; `polledAt` null where the page was not read. */
export async function finishPoll(
  sql: Sql,
  id: number,
  end: { polledAt: Date | null; nextPollAt: Date | null; problem: string | null },
): Promise<void> {
  await sql.query(
    'UPDATE watches SET looked_at = coalesce($2, looked_at), next_look_at = $3, problem = $4 WHERE id = $1',
    [id, end.polledAt, end.nextPollAt, end.problem],
  )
}

/** Whoever follows one listing follows the other from here on, whatever they were notified of it before. */
export async function moveWatches(tx: Tx, moves: readonly { from: number; to: number }[]): Promise<void> {
  await tx.query(
    `UPDATE watches w SET listing_id = m.target FROM unnest($1::bigint[], $2::bigint[]) AS m(source, target)
     WHERE w.listing_id = m.source`,
    [moves.map(({ from }) => from), moves.map(({ to }) => to)],
    'move-watches',
  )
}

/** Those of the listings that somebody follows, also where the watch has not met its listing yet. */
export async function followedAmong(tx: Tx, listingIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT w.listing_id AS id FROM watches w WHERE w.listing_id = ANY($1::bigint[])
     UNION
     SELECT l.id FROM watches w JOIN listings l ON l.marketplace = w.marketplace AND l.external_id = w.external_id
       AND ${visibleTo('l', 'w.user_id')}
     WHERE w.listing_id IS NULL AND l.id = ANY($1::bigint[])`,
    [listingIds],
  )
  return new Set(rows.map(({ id }) => id))
}
