import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import { walk } from '../core/paging.ts'
import type { Category, Condition } from '../model/listing-schema.ts'
import { askApiToEnd, lookApiAgain } from './api-posts/post-store.ts'
import type { AsideReason, PostState, PostVia } from './states.ts'

export interface StoredItem {
  id: number
  userId: number
  sku: string
  title: string
  category: Category
  brand: string | null
  condition: Condition | null
  details: string | null
  defects: string | null
  included: string | null
  note: string | null
  quantity: number
  aside: AsideReason | null
  listingId: number | null
  predictedCents: number | null
  predictedCurrency: string | null
  /** `YYYY-MM-DD`. */
  boughtOn: string | null
  createdAt: Date
  updatedAt: Date
  /** Units of sales that stand. */
  soldQuantity: number
  openPosts: number
}

export interface StoredPost {
  id: number
  itemId: number
  marketplace: string
  url: string | null
  priceCents: number | null
  currency: string | null
  state: PostState
  via: PostVia
  listedAt: Date
  checkedAt: Date | null
  endAskedAt: Date | null
  endedAt: Date | null
}

const columns = `i.id, i.user_id AS "userId", i.sku, i.title, i.category, i.brand, i.condition, i.details, i.defects,
  i.included, i.note, i.quantity, i.aside,
  i.listing_id AS "listingId", i.predicted_cents AS "predictedCents", i.predicted_currency AS "predictedCurrency",
  i.bought_on::text AS "boughtOn", i.created_at AS "createdAt", i.updated_at AS "updatedAt"`

/** Sales that took a unit away for good; a cancelled one and a thing that came back leave it in stock. */
export const standing = (sale: string) => `${sale}.state <> 'cancelled' AND NOT ${sale}.is_returned`

const counted = `coalesce((SELECT sum(s.quantity)::int FROM sales s WHERE s.item_id = i.id AND ${standing('s')}), 0) AS "soldQuantity",
  (SELECT count(*)::int FROM posts p WHERE p.item_id = i.id AND p.state <> 'ended') AS "openPosts"`

const postColumns = `p.id, p.item_id AS "itemId", p.marketplace, p.url, p.price_cents AS "priceCents", p.currency, p.state, p.via,
  p.listed_at AS "listedAt", p.checked_at AS "checkedAt", p.end_asked_at AS "endAskedAt", p.ended_at AS "endedAt"`

/** Conditions on `own`, by the state that follows from them (`itemState`). */
const inState = `CASE WHEN own."soldQuantity" > own.quantity THEN 'oversold' WHEN own."soldQuantity" = own.quantity THEN 'sold'
  WHEN own.aside IS NOT NULL THEN own.aside WHEN own."openPosts" > 0 THEN 'listed' ELSE 'unlisted' END`

/** States that few things are in: those that may be are found before anything is counted. */
const rare: Readonly<Record<string, string>> = {
  oversold: `AND i.id IN (SELECT s.item_id FROM sales s JOIN items o ON o.id = s.item_id
    WHERE s.user_id = $1 AND ${standing('s')} GROUP BY s.item_id, o.quantity HAVING sum(s.quantity) > o.quantity)`,
  kept: `AND i.aside = 'kept'`,
  lost: `AND i.aside = 'lost'`,
}

/** Newest first. */
export async function listItems(
  sql: Sql,
  userId: Authorized<'read'>,
  {
    state,
    search,
    from,
    limit,
  }: {
    state: string | null
    search: string | null
    from: { id: number; isBack?: boolean } | null
    limit: number
  },
): Promise<StoredItem[]> {
  const { beyond, order } = walk('DESC', from?.isBack)
  const { rows } = await sql.query<StoredItem>(
    `SELECT own.* FROM (SELECT ${columns}, ${counted} FROM items i WHERE i.user_id = $1
       AND ($2::bigint IS NULL OR i.id ${beyond} $2) ${rare[state ?? ''] ?? ''}
       AND ($3::text IS NULL OR strpos(lower(i.title || ' ' || i.sku || ' ' || coalesce(i.brand, '')), lower($3)) > 0)) own
     WHERE $4::text IS NULL OR ${inState} = $4 ORDER BY own.id ${order} LIMIT $5`,
    [userId, from?.id ?? null, search, state, limit],
  )
  return rows
}

/** What is left of and not set aside, the newest first. */
export async function itemsForSale(
  sql: Sql,
  userId: Authorized<'read'>,
  limit: number,
): Promise<{ id: number; title: string }[]> {
  const { rows } = await sql.query<{ id: number; title: string }>(
    `SELECT own.id, own.title FROM (SELECT ${columns}, ${counted} FROM items i WHERE i.user_id = $1 AND i.aside IS NULL) own
     WHERE ${inState} IN ('unlisted', 'listed') ORDER BY own.id DESC LIMIT $2`,
    [userId, limit],
  )
  return rows
}

export async function getItem(sql: Sql, userId: Authorized<'read'>, id: number): Promise<StoredItem | null> {
  const { rows } = await sql.query<StoredItem>(
    `SELECT ${columns}, ${counted} FROM items i WHERE i.user_id = $1 AND i.id = $2`,
    [userId, id],
  )
  return rows[0] ?? null
}

export async function itemBySku(
  sql: Sql,
  userId: Authorized<'read'>,
  sku: string,
): Promise<StoredItem | null> {
  const { rows } = await sql.query<StoredItem>(
    `SELECT ${columns}, ${counted} FROM items i WHERE i.user_id = $1 AND i.sku = $2`,
    [userId, sku],
  )
  return rows[0] ?? null
}

/** Held until the transaction ends: whoever sells the same thing waits, and then sees this sale. */
export async function holdItem(tx: Tx, userId: Authorized<'write'>, id: number): Promise<StoredItem | null> {
  const { rows } = await tx.query('SELECT id FROM items WHERE user_id = $1 AND id = $2 FOR UPDATE', [
    userId,
    id,
  ])
  return rows.length === 0 ? null : getItem(tx, userId, id)
}

export async function countItems(sql: Sql, userId: Authorized<'read'>): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM items WHERE user_id = $1',
    [userId],
  )
  return rows[0]!.count
}

/**
 * `DS` and a number that no other item of theirs has now; letters and digits only, as marketplaces ask. Two at once get
 * theirs one after the other.
 */
export async function freeSku(tx: Tx, userId: Authorized<'write'>): Promise<string> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('sku', $1))`, [userId])
  const { rows } = await tx.query<{ last: number | null }>(
    `SELECT max(substr(sku, 3)::bigint) AS last FROM items WHERE user_id = $1 AND sku ~ '^DS[0-9]{1,15}$'`,
    [userId],
  )
  return `DS${String((rows[0]!.last ?? 0) + 1).padStart(5, '0')}`
}

export type ItemWrite = Omit<StoredItem, 'id' | 'soldQuantity' | 'openPosts'>

/** Its id. */
export async function insertItem(tx: Tx, item: ItemWrite): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO items (user_id, sku, title, category, brand, condition, note, quantity, aside, listing_id, predicted_cents,
       predicted_currency, bought_on, created_at, updated_at, details, defects, included)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) RETURNING id`,
    [
      item.userId,
      item.sku,
      item.title,
      item.category,
      item.brand,
      item.condition,
      item.note,
      item.quantity,
      item.aside,
      item.listingId,
      item.predictedCents,
      item.predictedCurrency,
      item.boughtOn,
      item.createdAt,
      item.updatedAt,
      item.details,
      item.defects,
      item.included,
    ],
  )
  return rows[0]!.id
}

export async function updateItem(tx: Tx, item: StoredItem): Promise<void> {
  await tx.query(
    `UPDATE items SET title = $3, category = $4, brand = $5, condition = $6, note = $7, quantity = $8, aside = $9,
       bought_on = $10, updated_at = $11, details = $12, defects = $13, included = $14 WHERE user_id = $1 AND id = $2`,
    [
      item.userId,
      item.id,
      item.title,
      item.category,
      item.brand,
      item.condition,
      item.note,
      item.quantity,
      item.aside,
      item.boughtOn,
      item.updatedAt,
      item.details,
      item.defects,
      item.included,
    ],
  )
}

export async function deleteItem(tx: Tx, userId: Authorized<'write'>, id: number): Promise<void> {
  await tx.query('DELETE FROM items WHERE user_id = $1 AND id = $2', [userId, id])
}

/** Whether any sale was ever made of it, also one that was cancelled. */
export async function hasSales(sql: Sql, userId: Authorized<'read'>, itemId: number): Promise<boolean> {
  const { rows } = await sql.query('SELECT 1 FROM sales WHERE user_id = $1 AND item_id = $2 LIMIT 1', [
    userId,
    itemId,
  ])
  return rows.length > 0
}

/** Of these items, the oldest first. */
export async function postsOf(
  sql: Sql,
  userId: Authorized<'read'>,
  itemIds: readonly number[],
): Promise<StoredPost[]> {
  const { rows } = await sql.query<StoredPost>(
    `SELECT ${postColumns} FROM posts p WHERE p.user_id = $1 AND p.item_id = ANY($2::bigint[]) ORDER BY p.id`,
    [userId, itemIds],
  )
  return rows
}

export async function insertPost(
  tx: Tx,
  userId: Authorized<'write'>,
  post: Omit<StoredPost, 'id' | 'state' | 'checkedAt' | 'endAskedAt' | 'endedAt'>,
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO posts (user_id, item_id, marketplace, url, price_cents, currency, state, listed_at, via)
     VALUES ($1, $2, $3, $4, $5, $6, 'live', $7, $8) RETURNING id`,
    [
      ...[userId, post.itemId, post.marketplace, post.url, post.priceCents, post.currency, post.listedAt],
      post.via,
    ],
  )
  return rows[0]!.id
}

export async function getPost(sql: Sql, userId: Authorized<'read'>, id: number): Promise<StoredPost | null> {
  const { rows } = await sql.query<StoredPost>(
    `SELECT ${postColumns} FROM posts p WHERE p.user_id = $1 AND p.id = $2`,
    [userId, id],
  )
  return rows[0] ?? null
}

export async function holdPost(tx: Tx, userId: Authorized<'write'>, id: number): Promise<StoredPost | null> {
  const { rows } = await tx.query<StoredPost>(
    `SELECT ${postColumns} FROM posts p WHERE p.user_id = $1 AND p.id = $2 FOR UPDATE`,
    [userId, id],
  )
  return rows[0] ?? null
}

export async function updatePost(tx: Tx, userId: Authorized<'write'>, post: StoredPost): Promise<void> {
  await tx.query(
    `UPDATE posts SET url = $3, price_cents = $4, currency = $5, state = $6, end_asked_at = $7, ended_at = $8,
       checked_at = $9
     WHERE user_id = $1 AND id = $2`,
    [
      ...[userId, post.id, post.url, post.priceCents, post.currency, post.state, post.endAskedAt],
      ...[post.endedAt, post.checkedAt],
    ],
  )
}

/**
 * All that buyers may still see of a thing that is sold out, but the post that sold it. What was posted by an API is ended by
 * the program, at once.
 */
export async function askToEnd(
  tx: Tx,
  userId: Authorized<'write'>,
  {
    itemId,
    soldBy,
    at,
    because,
  }: { itemId: number; soldBy: number | null; at: Date; because: `sale ${number}` | 'aside' },
): Promise<void> {
  await tx.query(
    `UPDATE posts SET state = CASE WHEN id = $3 THEN 'ended' ELSE 'end-asked' END,
       ended_at = CASE WHEN id = $3 THEN $4::timestamptz END,
       reminders = CASE WHEN state = 'end-asked' THEN reminders ELSE 0 END,
       end_asked_at = CASE WHEN id = $3 THEN NULL ELSE coalesce(end_asked_at, $4) END
     WHERE user_id = $1 AND item_id = $2 AND state <> 'ended'`,
    [userId, itemId, soldBy, at],
  )
  await askApiToEnd(tx, userId, { itemId, because, at })
}

/** Posts of a thing that is in stock again need not be taken down any more. */
export async function keepUp(tx: Tx, userId: Authorized<'write'>, itemId: number, at: Date): Promise<void> {
  await tx.query(
    `UPDATE posts SET state = 'live', end_asked_at = NULL WHERE user_id = $1 AND item_id = $2 AND state = 'end-asked'`,
    [userId, itemId],
  )
  await lookApiAgain(tx, userId, itemId, at)
}

/** Posts that the person should take down, the longest asked for first; of those by API what did not end since then. */
export async function postsToEnd(
  sql: Sql,
  userId: Authorized<'read'>,
  { apiSince, limit }: { apiSince: Date; limit: number },
): Promise<(StoredPost & { title: string })[]> {
  const { rows } = await sql.query<StoredPost & { title: string }>(
    `SELECT ${postColumns}, i.title FROM posts p JOIN items i ON i.id = p.item_id
     WHERE p.user_id = $1 AND p.state = 'end-asked' AND (p.via = 'person' OR p.end_asked_at <= $3)
     ORDER BY p.end_asked_at, p.id LIMIT $2`,
    [userId, limit, apiSince],
  )
  return rows
}

/** Posts that stand, the one of which the person said something longest ago first. */
export async function livePosts(
  sql: Sql,
  userId: Authorized<'read'>,
  limit: number,
): Promise<(StoredPost & { title: string })[]> {
  const { rows } = await sql.query<StoredPost & { title: string }>(
    `SELECT ${postColumns}, i.title FROM posts p JOIN items i ON i.id = p.item_id
     WHERE p.user_id = $1 AND p.state = 'live' AND p.via = 'person' ORDER BY coalesce(p.checked_at, p.listed_at), p.id LIMIT $2`,
    [userId, limit],
  )
  return rows
}
