import type { Db, Sql, Tx } from '../core/db.ts'
import type { Category } from '../model/listing-schema.ts'
import type { MergedListing } from './merge.ts'
import { type ComparedOffer, evidenceCents, pricedCondition } from './normalize/offer.ts'
import { lastHeardSql } from './retention-store.ts'
import { type StoredListing, type StoredRow, stored, toStored } from './stored-listing.ts'

/** A priced observation as the valuer wants it. */
export interface CompRow {
  id: number
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
type UnjudgedRow = CompRow & ({ kind: null; thingProbability: null; priceMeaning: null } | ComparedOffer)

const changedStep = 2_000
const heard = (parameter: number) => `(l.demo OR ${lastHeardSql('l')} >= $${parameter})`

/**
 * Hands over the newest `limit` listings of committed transactions from `sinceXid` on, oldest first and in steps;
 * returns where the next call starts: everything below it is final, so nothing can slip in behind.
 */
async function changedSince<Row extends { id: number }>(
  sql: Sql,
  columns: string,
  { sinceXid, limit, heardSince = new Date(0) }: { sinceXid: string; limit: number; heardSince?: Date },
  take: (rows: Row[]) => void | Promise<void>,
): Promise<string> {
  const { rows: horizon } = await sql.query<{ xid: string }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid',
    [],
    'changed-horizon',
  )
  const { rows: first } = await sql.query<{ id: number | null }>(
    `SELECT min(id) AS id FROM
       (SELECT id FROM listings l WHERE changed_xid >= $1::xid8 AND ${heard(3)} ORDER BY id DESC LIMIT $2) AS newest`,
    [sinceXid, limit, heardSince],
  )
  let fromId = first[0]!.id
  while (fromId !== null) {
    const { rows }: { rows: Row[] } = await sql.query<Row>(
      `SELECT ${columns} FROM listings l WHERE changed_xid >= $1::xid8 AND id >= $2 AND ${heard(4)} ORDER BY id LIMIT $3`,
      [sinceXid, fromId, changedStep, heardSince],
    )
    await take(rows)
    fromId = rows.length < changedStep ? null : rows.at(-1)!.id + 1
  }
  return horizon[0]!.xid
}

/**
 * `changedSince` with what the valuer wants, of listings that were heard of since then: whether others are still stored
 * must not matter.
 */
export function compsSince(
  sql: Sql,
  sinceXid: string,
  limit: number,
  heardSince: Date,
  take: (rows: CompRow[]) => void,
): Promise<string> {
  const columns = `id, title, brand, category, site_category AS "siteCategory", condition,
    left(description, 1500) AS description, attributes, jsonb_array_length(image_urls) AS "photoCount",
    price_cents AS "priceCents", currency, basis, marketplace, demo, kind,
    thing_probability AS "thingProbability", price_meaning AS "priceMeaning",
    (extract(epoch FROM coalesce(posted_at, first_seen_at)) * 1000)::bigint AS "observedAtMs"`
  const tell = (rows: UnjudgedRow[]) =>
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
  return changedSince<UnjudgedRow>(sql, columns, { sinceXid, limit, heardSince }, tell)
}

/** `changedSince` with listings that are whole but for the description, of which the beginning is read. */
export function listingsSince(
  sql: Sql,
  sinceXid: string,
  limit: number,
  descriptionMax: number,
  take: (rows: StoredListing[]) => void | Promise<void>,
): Promise<string> {
  const columns = stored.replace('l.description', `left(l.description, ${descriptionMax}) AS description`)
  return changedSince<StoredRow>(sql, columns, { sinceXid, limit }, (rows) => take(rows.map(toStored)))
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
