import { clockSlackMs } from '../core/clock.ts'
import type { Sql, Tx } from '../core/db.ts'
import { type PhotoHash, samePhotoMin } from '../model/photo.ts'
import { visibleTo } from '../model/visible-listings.ts'
import { photoKeys, sameAs } from './hash/same.ts'

/** A listing's photo as far as it is known. */
export interface ListingPhoto {
  listingId: number
  position: number
  url: string
  hash: PhotoHash | null
  /** Why there is no hash and none is tried again; with neither, it is still to be looked at. */
  unusable: string | null
  /** Pixels, as shown. */
  width: number | null
  height: number | null
  hashedAt: Date | null
  /** Downloads that failed. */
  attempts: number
}

const columns = `p.listing_id AS "listingId", p.position, p.url, p.hash, p.unusable, p.width, p.height,
  p.hashed_at AS "hashedAt", p.attempts`

/** The photos of these listings in their order; a listing without any is not in the map. */
export async function photosOf(sql: Sql, listingIds: number[]): Promise<Map<number, ListingPhoto[]>> {
  const photos = new Map<number, ListingPhoto[]>()
  if (listingIds.length === 0) return photos
  const { rows } = await sql.query<ListingPhoto>(
    `SELECT ${columns} FROM listing_photos p WHERE p.listing_id = ANY($1::bigint[]) ORDER BY p.listing_id, p.position`,
    [listingIds],
    'photos-of',
  )
  for (const row of rows) photos.set(row.listingId, [...(photos.get(row.listingId) ?? []), row])
  return photos
}

/** What is settled of photos with these addresses, whichever listing has them. */
export async function photosAt(sql: Sql, urls: string[]): Promise<Map<string, ListingPhoto>> {
  if (urls.length === 0) return new Map()
  const { rows } = await sql.query<ListingPhoto>(
    `SELECT DISTINCT ON (p.url) ${columns} FROM listing_photos p
     WHERE p.url = ANY($1::text[]) AND (p.hash IS NOT NULL OR p.unusable IS NOT NULL)
     ORDER BY p.url, p.hash IS NULL, p.hashed_at DESC`,
    [urls],
    'photos-at',
  )
  return new Map(rows.map((row) => [row.url, row]))
}

/**
 * Writes photos by listing and position. What is settled of an address stays settled, whoever writes later; rows of
 * listings that are gone are left out. Writing the same again changes nothing. Returns how many rows changed.
 */
export async function savePhotoHashes(tx: Tx, photos: ListingPhoto[]): Promise<number> {
  if (photos.length === 0) return 0
  const rows = [...photos].sort((a, b) => a.listingId - b.listingId || a.position - b.position)
  const { rowCount } = await tx.query(
    `INSERT INTO listing_photos AS p
       (listing_id, position, url, hash, keys, unusable, width, height, hashed_at, attempts)
     SELECT n.listing_id, n.position, n.url, n.hash, n.keys::integer[], n.unusable, n.width, n.height, n.hashed_at, n.attempts
     FROM unnest($1::bigint[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[],
                 $8::integer[], $9::timestamptz[], $10::smallint[])
       AS n(listing_id, position, url, hash, keys, unusable, width, height, hashed_at, attempts)
     JOIN listings l ON l.id = n.listing_id
     ON CONFLICT (listing_id, position) DO UPDATE SET url = excluded.url, hash = excluded.hash, keys = excluded.keys,
       unusable = excluded.unusable, width = excluded.width, height = excluded.height,
       hashed_at = excluded.hashed_at, attempts = excluded.attempts
     WHERE p.url <> excluded.url
        OR (p.hash IS NULL AND p.unusable IS NULL AND (p.hash, p.unusable, p.attempts)
            IS DISTINCT FROM (excluded.hash, excluded.unusable, excluded.attempts))`,
    [
      rows.map(({ listingId }) => listingId),
      rows.map(({ position }) => position),
      rows.map(({ url }) => url),
      rows.map(({ hash }) => hash),
      rows.map(({ hash }) => (hash === null ? null : `{${photoKeys(hash).join(',')}}`)),
      rows.map(({ unusable }) => unusable),
      rows.map(({ width }) => width),
      rows.map(({ height }) => height),
      rows.map(({ hashedAt }) => hashedAt?.toISOString() ?? null),
      rows.map(({ attempts }) => attempts),
    ],
    'save-photo-hashes',
  )
  return rowCount
}

/** Forgets photos that the listing no longer has: those from this position on. */
export async function dropPhotosFrom(tx: Tx, listingId: number, position: number): Promise<void> {
  await tx.query('DELETE FROM listing_photos WHERE listing_id = $1 AND position >= $2', [listingId, position])
}

/** Another listing's photo that shows the same picture. */
export interface ReusedPhoto {
  listingId: number
  position: number
  url: string
  /** Of `samePhoto`, from `samePhotoMin` on. */
  score: number
}

/**
 * Photos of other listings, on the market or of the owner, that show the same picture, the surest first. Only the newest `candidatesMax` (by listing)
 * that share a key are compared: a picture on so many listings is a stock photo anyway.
 */
export async function photosReused(
  sql: Sql,
  hash: PhotoHash,
  { exceptListingIds, ownerId }: { exceptListingIds: number[]; ownerId: number | null },
  candidatesMax = 2000,
): Promise<ReusedPhoto[]> {
  const keys = photoKeys(hash)
  if (keys.length === 0) return []
  // Key by key: for all keys at once the planner expects so many rows that it reads the whole table.
  const { rows } = await sql.query<Omit<ReusedPhoto, 'score'> & { hash: PhotoHash }>(
    `SELECT DISTINCT p.listing_id AS "listingId", p.position, p.url, p.hash FROM unnest($1::integer[]) AS k(key)
     CROSS JOIN LATERAL (SELECT * FROM listing_photos WHERE keys @> ARRAY[k.key] OFFSET 0) AS p
     JOIN listings l ON l.id = p.listing_id AND ${visibleTo('l', '$4')}
     WHERE NOT p.listing_id = ANY($2::bigint[]) ORDER BY p.listing_id DESC, p.position LIMIT $3`,
    [keys, exceptListingIds, candidatesMax, ownerId],
    'photos-reused',
  )
  const same = sameAs(hash)
  return rows
    .map(({ hash: other, ...photo }) => ({ ...photo, score: same(other) }))
    .filter(({ score }) => score >= samePhotoMin)
    .sort((a, b) => b.score - a.score || b.listingId - a.listingId || a.position - b.position)
}

export interface HostRest {
  /** Null = not known. */
  restFrom: Date | null
  restUntil: Date
  /** Refusals in a row. */
  refusals: number
}

/** The rest of a host that refused; null for one that never did. */
export async function restOf(sql: Sql, host: string): Promise<HostRest | null> {
  const { rows } = await sql.query<HostRest>(
    'SELECT rest_from AS "restFrom", rest_until AS "restUntil", refusals FROM photo_hosts WHERE host = $1',
    [host],
    'photo-host-rest',
  )
  return rows[0] ?? null
}

/**
 * A host refused: it is left alone until then. Of two refusals at once the longer rest stays, unless a clock that was
 * set back since wrote it.
 */
export async function restHost(
  sql: Sql,
  rest: { host: string; restFrom: Date; restUntil: Date; refusals: number; reason: string },
): Promise<void> {
  await sql.query(
    `INSERT INTO photo_hosts AS h (host, rest_from, rest_until, refusals, reason) VALUES ($1, $5, $2, $3, $4)
     ON CONFLICT (host) DO UPDATE SET rest_from = excluded.rest_from,
       rest_until = CASE WHEN h.rest_from > $6 THEN excluded.rest_until
                         ELSE greatest(h.rest_until, excluded.rest_until) END,
       refusals = greatest(h.refusals, excluded.refusals), reason = excluded.reason`,
    [
      rest.host,
      rest.restUntil,
      rest.refusals,
      rest.reason,
      rest.restFrom,
      new Date(rest.restFrom.getTime() + clockSlackMs),
    ],
  )
}

/** A rest that a clock wrote that was set back since begins now, and is as long as it was. */
export async function beginRestNow(sql: Sql, host: string, now: Date): Promise<void> {
  await sql.query(
    `UPDATE photo_hosts SET rest_from = $2, rest_until = $2::timestamptz + (rest_until - rest_from)
     WHERE host = $1 AND rest_from > $3`,
    [host, now, new Date(now.getTime() + clockSlackMs)],
  )
}

/** A host answered again: its refusals are over. */
export async function forgetRest(sql: Sql, host: string): Promise<void> {
  await sql.query('DELETE FROM photo_hosts WHERE host = $1', [host])
}

/** Deletes what is known of photos of these listings; returns how many there were. */
export async function deletePhotosOf(tx: Tx, listingIds: readonly number[]): Promise<number> {
  return (await tx.query('DELETE FROM listing_photos WHERE listing_id = ANY($1::bigint[])', [listingIds]))
    .rowCount
}

/** Forgets at most so many hosts whose rest was over before that moment. */
export async function forgetOldRests(sql: Sql, before: Date, limit: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM photo_hosts WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM photo_hosts WHERE rest_until < $1 LIMIT $2))`,
    [before, limit],
  )
  return rowCount
}
