import type { Db, Sql, Tx } from '../core/db.ts'
import type { Category } from '../model/listing-schema.ts'
import { isOnTheMarket } from '../model/visible-listings.ts'
import type { MergedListing } from './merge.ts'
import { type ComparedOffer, evidenceCents, pricedCondition } from './normalize/offer.ts'
import { lastHeardSql } from './retention-store.ts'
import { type StoredListing, type StoredRow, stored, toStored } from './stored-listing.ts'

/** A priced observation as the valuer wants it. */
export interface CompRow {
  id: number
  /** For whose values alone it counts; null = for everybody's. */
  ownerId: number | null
  /** It is one person's view of what the market shows as well. */
  isOnTheMarket: boolean
  title: string
  brand: string | null
  category: Category
  siteCategory: string | null
  condition: MergedListing['condition']
  /** Its beginning. */
  description: string | null
  attributes: Record<string, string>
  photoCount: number
  /** null also where the price is none, or not of what the title names (`evidenceCents`). */
  priceCents: number | null
  currency: string | null
  basis: MergedListing['basis']
  marketplace: string
  demo: boolean
  observedAtMs: number
}

/** With what its offer was read as; null where it was not read yet. */
type UnevaluatedRow = CompRow & ({ kind: null; thingProbability: null; priceMeaning: null } | ComparedOffer)

/** Where a reader of changes goes on. */
export interface Since {
  /** From this transaction on; '0' = from the beginning. */
  xid: string
  /** But what these last wrote, which the reader knows. */
  except?: readonly string[]
}

const changedStep = 2_000
/** The newest so many times as are read are looked at, so that a start takes seconds whatever is stored. */
const chosenAmong = 10
const heard = (parameter: number) => `(l.demo OR ${lastHeardSql('l')} >= $${parameter})`

/**
 * Hands over the newest `limit` listings of committed transactions from `since` on, oldest first and in steps;
 * returns where the next call starts: everything below it is final, so nothing can slip in behind.
 */
async function changedSince<Row extends { id: number }>(
  sql: Sql,
  columns: string,
  { since, limit, heardSince = new Date(0) }: { since: Since; limit: number; heardSince?: Date },
  take: (rows: Row[]) => unknown,
): Promise<string> {
  const except = since.except ?? []
  const isNews = 'changed_xid >= $1::xid8 AND changed_xid <> ALL($2::xid8[])'
  const horizon = await changeHorizon(sql)
  const { rows: first } = await sql.query<{ id: number | null }>(
    `SELECT min(id) AS id FROM
       (SELECT id FROM listings l WHERE ${isNews} AND ${heard(4)} ORDER BY id DESC LIMIT $3) AS newest`,
    [since.xid, except, limit, heardSince],
  )
  let fromId = first[0]!.id
  while (fromId !== null) {
    const { rows }: { rows: Row[] } = await sql.query<Row>(
      `SELECT ${columns} FROM listings l WHERE ${isNews} AND id >= $3 AND ${heard(5)} ORDER BY id LIMIT $4`,
      [since.xid, except, fromId, changedStep, heardSince],
    )
    await take(rows)
    fromId = rows.length < changedStep ? null : rows.at(-1)!.id + 1
  }
  return horizon
}

/**
 * `changedSince` with what the valuer wants, of listings that were heard of since then: whether others are still stored
 * must not matter.
 */
export function compsSince(
  sql: Sql,
  since: Since,
  limit: number,
  heardSince: Date,
  take: (rows: CompRow[]) => unknown,
): Promise<string> {
  const columns = `id, owner_id AS "ownerId", (owner_id IS NOT NULL AND ${isOnTheMarket('l')}) AS "isOnTheMarket", title, brand, category, site_category AS "siteCategory", condition,
    left(description, 1500) AS description, attributes, jsonb_array_length(image_urls) AS "photoCount",
    price_cents AS "priceCents", currency, basis, marketplace, demo, kind,
    thing_probability AS "thingProbability", price_meaning AS "priceMeaning",
    (extract(epoch FROM coalesce(posted_at, first_seen_at)) * 1000)::bigint AS "observedAtMs"`
  const tell = (rows: UnevaluatedRow[]) =>
    take(
      rows.map(({ kind, thingProbability, priceMeaning, ...row }) =>
        kind === null
          ? row
          : {
              ...row,
              condition: pricedCondition({ ...row, kind }),
              priceCents: evidenceCents({ ...row, kind, thingProbability, priceMeaning }),
            },
      ),
    )
  return since.xid === '0'
    ? mostUseful<UnevaluatedRow>(sql, columns, { limit, heardSince }, tell)
    : changedSince<UnevaluatedRow>(sql, columns, { since, limit, heardSince }, tell)
}

/**
 * For who has nothing yet, the same for the `limit` that are of most use: of each category, currency and level the
 * newest, as many of one as of another, as far as there are so many.
 */
async function mostUseful<Row extends { id: number }>(
  sql: Sql,
  columns: string,
  { limit, heardSince }: { limit: number; heardSince: Date },
  take: (rows: Row[]) => unknown,
): Promise<string> {
  const horizon = await changeHorizon(sql)
  const { rows: chosen } = await sql.query<{ ids: number[] | null }>(
    `SELECT array_agg(id ORDER BY id) AS ids FROM (
       SELECT id FROM (
         SELECT id, row_number() OVER (PARTITION BY category, currency, basis, demo, owner_id ORDER BY id DESC) AS newer
         FROM (SELECT id, category, currency, basis, demo, owner_id FROM listings l WHERE price_cents > 0 AND ${heard(2)} ORDER BY id DESC LIMIT $3) AS newest
       ) AS ranked
       ORDER BY newer, id DESC LIMIT $1) AS useful`,
    [limit, heardSince, limit * chosenAmong],
  )
  const ids = chosen[0]!.ids ?? []
  for (let from = 0; from < ids.length; from += changedStep) {
    const { rows } = await sql.query<Row>(
      `SELECT ${columns} FROM listings l WHERE id = ANY($1::bigint[]) ORDER BY id`,
      [ids.slice(from, from + changedStep)],
    )
    await take(rows)
  }
  return horizon
}

/** Below it every transaction has ended. */
async function changeHorizon(sql: Sql): Promise<string> {
  const { rows } = await sql.query<{ xid: string }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid',
    [],
    'changed-horizon',
  )
  return rows[0]!.xid
}

/** `changedSince` with listings that are whole but for the description, of which the beginning is read. */
export function listingsSince(
  sql: Sql,
  since: Since,
  limit: number,
  descriptionMax: number,
  take: (rows: StoredListing[]) => void | Promise<void>,
): Promise<string> {
  const columns = stored.replace('l.description', `left(l.description, ${descriptionMax}) AS description`)
  return changedSince<StoredRow>(sql, columns, { since, limit }, (rows) => take(rows.map(toStored)))
}

/** The number of this transaction, under which the listings that it writes are changed (`Since`). */
export async function changingXid(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ xid: string }>(
    'SELECT pg_current_xact_id()::text AS xid',
    [],
    'changing-xid',
  )
  return rows[0]!.xid
}

/** Makes other processes look at these listings anew. */
export async function markChanged(tx: Tx, ids: number[]): Promise<void> {
  await tx.query('UPDATE listings SET changed_xid = pg_current_xact_id() WHERE id = ANY($1::bigint[])', [ids])
}

const restoredStep = 5_000

/**
 * Has listings of another server's dump, whose transactions had higher numbers than any here, changed now: else everybody
 * would read them anew each time, until that many transactions were. Returns how many.
 */
export async function markRestored(db: Db): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await db.query(
      `UPDATE listings SET changed_xid = pg_current_xact_id() WHERE id = ANY(ARRAY(
         SELECT id FROM listings WHERE changed_xid >= pg_snapshot_xmax(pg_current_snapshot())
         ORDER BY changed_xid DESC LIMIT $1 FOR UPDATE SKIP LOCKED))`,
      [restoredStep],
    )
    total += rowCount
    if (rowCount < restoredStep) return total
  }
}
