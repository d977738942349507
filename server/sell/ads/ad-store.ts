import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'

/** What a person wrote of an ad; null = written of the facts. */
export interface OwnAd {
  title: string | null
  description: string | null
  priceCents: number | null
  currency: string | null
}
export interface StoredAd extends OwnAd {
  marketplace: string
  updatedAt: Date
}

/** The person's own texts for an item's ads. */
export async function adTextsOf(sql: Sql, userId: Authorized<'read'>, itemId: number): Promise<StoredAd[]> {
  const { rows } = await sql.query<StoredAd>(
    `SELECT marketplace, title, description, price_cents AS "priceCents", currency, updated_at AS "updatedAt"
     FROM ad_texts WHERE user_id = $1 AND item_id = $2`,
    [userId, itemId],
  )
  return rows
}

export async function writeAdText(
  tx: Tx,
  userId: Authorized<'write'>,
  { itemId, marketplace, ad, at }: { itemId: number; marketplace: string; ad: OwnAd; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO ad_texts (user_id, item_id, marketplace, title, description, price_cents, currency, updated_at)
     SELECT $1, i.id, $3, $4, $5, $6, $7, $8 FROM items i WHERE i.user_id = $1 AND i.id = $2
     ON CONFLICT (item_id, marketplace) DO UPDATE SET title = excluded.title, description = excluded.description,
       price_cents = excluded.price_cents, currency = excluded.currency, updated_at = excluded.updated_at`,
    [userId, itemId, marketplace, ad.title, ad.description, ad.priceCents, ad.currency, at],
  )
}

/** Null = they never said. */
export async function storedStyle(sql: Sql, userId: Authorized<'read'>): Promise<unknown> {
  const { rows } = await sql.query<{ style: unknown }>(
    'SELECT style FROM writing_styles WHERE user_id = $1',
    [userId],
  )
  return rows[0]?.style ?? null
}

export async function writeStyle(
  sql: Sql,
  userId: Authorized<'write'>,
  style: object,
  at: Date,
): Promise<void> {
  await sql.query(
    `INSERT INTO writing_styles (user_id, style, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET style = excluded.style, updated_at = excluded.updated_at`,
    [userId, JSON.stringify(style), at],
  )
}
