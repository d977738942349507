import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { ApiChoices, ApiPost } from './api-post.ts'

/** Wakes who works on posts. */
export const apiPostsChannel = 'deal_scout_api_posts'

const columns = `a.id, a.user_id AS "userId", a.item_id AS "itemId", a.marketplace, a.site, a.post_id AS "postId", a.sku,
  a.draft, a.state, a.wish, a.wish_no AS "wishNo", a.because, a.step, a.sent, a.sent_hash AS "sentHash",
  a.item_hash AS "itemHash", a.offer_hash AS "offerHash", a.offer_id AS "offerId", a.fees,
  a.confirmed_hash AS "confirmedHash", a.revision, a.listing_id AS "listingId", a.url, a.there, a.read_at AS "readAt",
  a.problem, a.warnings, a.tries, a.due_at AS "dueAt", a.end_asked_at AS "endAskedAt", a.published_at AS "publishedAt",
  a.ended_at AS "endedAt", a.created_at AS "createdAt", a.updated_at AS "updatedAt"`

export interface AdAt {
  itemId: number
  marketplace: string
  site: string
}

export async function apiPostAt(sql: Sql, userId: Authorized<'read'>, at: AdAt): Promise<ApiPost | null> {
  const { rows } = await sql.query<ApiPost>(
    `SELECT ${columns} FROM api_posts a WHERE a.user_id = $1 AND a.item_id = $2 AND a.marketplace = $3 AND a.site = $4`,
    [userId, at.itemId, at.marketplace, at.site],
  )
  return rows[0] ?? null
}

/** Of these items, the oldest first. */
export async function apiPostsOf(
  sql: Sql,
  userId: Authorized<'read'>,
  itemIds: readonly number[],
): Promise<ApiPost[]> {
  const { rows } = await sql.query<ApiPost>(
    `SELECT ${columns} FROM api_posts a WHERE a.user_id = $1 AND a.item_id = ANY($2::bigint[]) ORDER BY a.id`,
    [userId, itemIds],
  )
  return rows
}

export async function holdApiPost(tx: Tx, userId: Authorized<'write'>, id: number): Promise<ApiPost | null> {
  const { rows } = await tx.query<ApiPost>(
    `SELECT ${columns} FROM api_posts a WHERE a.user_id = $1 AND a.id = $2 FOR UPDATE`,
    [userId, id],
  )
  return rows[0] ?? null
}

/** Its row, held, which is made where there is none; whoever asks holds the item. */
export async function holdApiPostAt(
  tx: Tx,
  userId: Authorized<'write'>,
  at: AdAt,
  made: Pick<ApiPost, 'sku' | 'draft' | 'createdAt'>,
): Promise<ApiPost> {
  await tx.query(
    `INSERT INTO api_posts (user_id, item_id, marketplace, site, sku, draft, state, warnings, created_at, updated_at)
     SELECT $1, i.id, $3, $4, $5, $6, 'prepared', '[]', $7, $7 FROM items i WHERE i.user_id = $1 AND i.id = $2
     ON CONFLICT (item_id, marketplace, site) DO NOTHING`,
    [userId, at.itemId, at.marketplace, at.site, made.sku, JSON.stringify(made.draft), made.createdAt],
  )
  const { rows } = await tx.query<ApiPost>(
    `SELECT ${columns} FROM api_posts a WHERE a.user_id = $1 AND a.item_id = $2 AND a.marketplace = $3 AND a.site = $4
     FOR UPDATE`,
    [userId, at.itemId, at.marketplace, at.site],
  )
  return rows[0]!
}

/** All of it but whose it is and who works on it. */
export async function updateApiPost(
  tx: Tx,
  userId: Authorized<'write'>,
  post: ApiPost,
  at: Date,
): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await tx.query(
    `UPDATE api_posts SET post_id = $3, draft = $4, state = $5, wish = $6, wish_no = $7, because = $8, step = $9, sent = $10,
       sent_hash = $11, item_hash = $12, offer_hash = $13, offer_id = $14, fees = $15, confirmed_hash = $16, revision = $17,
       listing_id = $18, url = $19, there = $20, read_at = $21, problem = $22, warnings = $23, tries = $24, due_at = $25,
       end_asked_at = $26, published_at = $27, ended_at = $28, updated_at = $29
     WHERE user_id = $1 AND id = $2`,
    [
      ...[userId, post.id, post.postId, JSON.stringify(post.draft), post.state, post.wish, post.wishNo],
      ...[post.because, post.step, json(post.sent), post.sentHash, post.itemHash, post.offerHash],
      ...[post.offerId, json(post.fees), post.confirmedHash, json(post.revision), post.listingId, post.url],
      ...[json(post.there), post.readAt, json(post.problem), JSON.stringify(post.warnings), post.tries],
      ...[post.dueAt, post.endAskedAt, post.publishedAt, post.endedAt, at],
    ],
  )
}

/** Of all posts that stand of a thing; the sale that asks is named, so that its ends are found. */
export async function askApiToEnd(
  tx: Tx,
  userId: Authorized<'write'>,
  { itemId, because, at }: { itemId: number; because: string; at: Date },
): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE api_posts SET wish = 'end', wish_no = wish_no + 1, because = $3, tries = 0, due_at = $4,
       end_asked_at = coalesce(end_asked_at, $4),
       state = CASE WHEN state IN ('live', 'changed-there') THEN 'ending' ELSE state END
     WHERE user_id = $1 AND item_id = $2 AND wish IS DISTINCT FROM 'end'
       AND state IN ('publishing', 'live', 'changed-there', 'ending', 'unknown')`,
    [userId, itemId, because, at],
  )
  if (rowCount > 0) await tx.notify(apiPostsChannel)
}

/** Of a thing that is in stock again: how each post stands is looked up, since its end may be under way. */
export async function lookApiAgain(
  tx: Tx,
  userId: Authorized<'write'>,
  itemId: number,
  at: Date,
): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE api_posts SET wish = 'look', wish_no = wish_no + 1, because = NULL, tries = 0, due_at = $3, read_at = NULL,
       end_asked_at = NULL
     WHERE user_id = $1 AND item_id = $2 AND wish = 'end'`,
    [userId, itemId, at],
  )
  if (rowCount > 0) await tx.notify(apiPostsChannel)
}

/** A post was ended in the books: how its ad stands is not known here any more, and is read before anything else is done. */
export async function lookAtApiPostOf(
  tx: Tx,
  userId: Authorized<'write'>,
  postId: number,
  at: Date,
): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE api_posts SET wish = coalesce(wish, 'look'), wish_no = wish_no + 1, tries = 0, due_at = $3, read_at = NULL,
       state = CASE WHEN state = 'publishing' THEN state ELSE 'unknown' END
     WHERE user_id = $1 AND post_id = $2 AND state IN ('publishing', 'live', 'changed-there', 'ending', 'unknown')`,
    [userId, postId, at],
  )
  if (rowCount > 0) await tx.notify(apiPostsChannel)
}

/** So many are left of a thing: posts that offer more are lowered, but the one by which it sold, which counts itself. */
export async function lowerApiQuantity(
  tx: Tx,
  userId: Authorized<'write'>,
  { itemId, soldBy, left, at }: { itemId: number; soldBy: number | null; left: number; at: Date },
): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE api_posts SET wish = 'revise', wish_no = wish_no + 1, tries = 0, due_at = $5,
       revision = jsonb_build_object('priceCents', sent->'priceCents', 'currency', sent->'currency', 'quantity', $4::int)
         || coalesce(revision - 'quantity', '{}')
     WHERE user_id = $1 AND item_id = $2 AND post_id IS DISTINCT FROM $3 AND state IN ('live', 'changed-there')
       AND (wish IS NULL OR wish IN ('look', 'revise')) AND (sent->>'quantity')::int > $4`,
    [userId, itemId, soldBy, left, at],
  )
  if (rowCount > 0) await tx.notify(apiPostsChannel)
}

/** Whether buyers may see one of its ads that were posted from here. */
export async function standsAnywhere(sql: Sql, userId: Authorized<'read'>, itemId: number): Promise<boolean> {
  const { rows } = await sql.query(
    `SELECT 1 FROM api_posts WHERE user_id = $1 AND item_id = $2
       AND state IN ('publishing', 'live', 'changed-there', 'ending', 'unknown') LIMIT 1`,
    [userId, itemId],
  )
  return rows.length > 0
}

export async function giveConfirmation(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  { hash, endsAt }: { hash: string; endsAt: Date },
): Promise<void> {
  await tx.query(
    'UPDATE api_posts SET confirmation_hash = $3, confirmation_ends_at = $4 WHERE user_id = $1 AND id = $2',
    [userId, id, hash, endsAt],
  )
}

/** Good once, and until it ends. */
export async function useConfirmation(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  { hash, now }: { hash: string; now: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE api_posts SET confirmation_hash = NULL, confirmation_ends_at = NULL
     WHERE user_id = $1 AND id = $2 AND confirmation_hash = $3 AND confirmation_ends_at > $4`,
    [userId, id, hash, now],
  )
  return rowCount > 0
}

export async function choicesOf(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, site }: Omit<AdAt, 'itemId'>,
): Promise<ApiChoices | null> {
  const { rows } = await sql.query<{ choices: ApiChoices }>(
    'SELECT choices FROM api_choices WHERE user_id = $1 AND marketplace = $2 AND site = $3',
    [userId, marketplace, site],
  )
  return rows[0]?.choices ?? null
}

export async function writeChoices(
  tx: Tx,
  userId: Authorized<'write'>,
  { marketplace, site }: Omit<AdAt, 'itemId'>,
  choices: ApiChoices,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO api_choices (user_id, marketplace, site, choices, updated_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (user_id, marketplace, site) DO UPDATE SET choices = excluded.choices, updated_at = excluded.updated_at`,
    [userId, marketplace, site, JSON.stringify(choices), at],
  )
}

export interface UploadedPhoto {
  url: string
  expiresAt: Date | null
}

/** By what is in it; null = it is not there, or not for long any more. */
export async function uploadedPhoto(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, key, until }: { marketplace: string; key: string; until: Date },
): Promise<UploadedPhoto | null> {
  const { rows } = await sql.query<UploadedPhoto>(
    `SELECT url, expires_at AS "expiresAt" FROM api_photos
     WHERE user_id = $1 AND marketplace = $2 AND sha256 = $3 AND (expires_at IS NULL OR expires_at > $4)`,
    [userId, marketplace, key, until],
  )
  return rows[0] ?? null
}

export async function writeUploaded(
  sql: Sql,
  userId: Authorized<'write'>,
  { marketplace, key, photo, at }: { marketplace: string; key: string; photo: UploadedPhoto; at: Date },
): Promise<void> {
  await sql.query(
    `INSERT INTO api_photos (user_id, marketplace, sha256, url, expires_at, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (user_id, marketplace, sha256) DO UPDATE SET url = excluded.url, expires_at = excluded.expires_at,
       created_at = excluded.created_at`,
    [userId, marketplace, key, photo.url, photo.expiresAt, at],
  )
}
