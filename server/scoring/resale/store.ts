import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { OwnSellingSettings } from '../../model/score-schema.ts'
import { type SaleCount, saleAgeDays } from './sell-through.ts'

/** Of everybody who changed something, by user. */
export async function allSellingSettings(sql: Sql): Promise<Map<number, OwnSellingSettings>> {
  const { rows } = await sql.query<{ userId: number; own: OwnSellingSettings }>(
    'SELECT user_id AS "userId", own FROM selling_settings',
    [],
    'all-selling-settings',
  )
  return new Map(rows.map(({ userId, own }) => [userId, complete(own)]))
}

/** What a person changed; empty when nothing. */
export async function getSellingSettings(sql: Sql, userId: Authorized<'read'>): Promise<OwnSellingSettings> {
  const { rows } = await sql.query<{ own: OwnSellingSettings }>(
    'SELECT own FROM selling_settings WHERE user_id = $1',
    [userId],
  )
  return complete(rows[0]?.own ?? {})
}

/** The same, which nobody else changes before the transaction ends. */
export async function holdSellingSettings(tx: Tx, userId: Authorized<'write'>): Promise<OwnSellingSettings> {
  // There may be no row yet to lock.
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtext('deal-scout selling settings'), hashtext($1::text))`,
    [userId],
    'hold-selling-settings',
  )
  return getSellingSettings(tx, userId)
}

/** Rows of fees that were stored before they had days, countries and sources. */
function complete(own: OwnSellingSettings): OwnSellingSettings {
  if (own.fees?.rows === undefined) return own
  const before = { validFrom: null, country: null, source: null, readOn: null }
  return { ...own, fees: { ...own.fees, rows: own.fees.rows.map((row) => ({ ...before, ...row })) } }
}

export async function writeSellingSettings(
  tx: Tx,
  userId: Authorized<'write'>,
  own: OwnSellingSettings,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO selling_settings (user_id, own, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET own = excluded.own, updated_at = excluded.updated_at`,
    [userId, JSON.stringify(own), at],
  )
}

/** The newest real listings; more are not looked at. */
const watchedMax = 100_000

/**
 * What became of real listings of the market while they were watched, by marketplace, category and band of age (`saleAgeDays`). A
 * listing that is gone was watched until then and is no sale; one that was sold at its first sight was not watched. Of
 * listings first seen before `since` those that ended may be deleted and the others not, so none of them counts.
 */
export async function saleCounts(sql: Sql, since: Date): Promise<(SaleCount & { marketplace: string })[]> {
  const { rows } = await sql.query<SaleCount & { marketplace: string }>(
    `WITH newest AS (
       SELECT marketplace, category, state, first_seen_at, state IN ('sold', 'gone') AS is_over,
              coalesce(ended_at, last_seen_at) AS ended_at, last_seen_at,
              least(coalesce(posted_at, first_seen_at), first_seen_at) AS started_at
       FROM listings WHERE NOT demo AND owner_id IS NULL AND first_seen_at >= $4 ORDER BY first_seen_at DESC, id DESC LIMIT $1
     ), watched AS (
       SELECT marketplace, category, state = 'sold' AS is_sold,
              date_part('epoch', first_seen_at - started_at) / 86400 AS from_days,
              date_part('epoch', CASE WHEN is_over THEN ended_at ELSE last_seen_at END - started_at) / 86400 AS to_days
       FROM newest
     )
     SELECT w.marketplace, w.category, b.band::int - 1 AS band,
            count(*) FILTER (WHERE w.is_sold AND w.to_days <= b.to_days)::int AS sold,
            sum((CASE WHEN w.is_sold THEN b.to_days ELSE least(w.to_days, b.to_days) END
                 - greatest(w.from_days, b.from_days)) / (b.to_days - b.from_days)) AS "atRisk"
     FROM watched w
     JOIN unnest($2::float8[], $3::float8[]) WITH ORDINALITY AS b(from_days, to_days, band)
       ON w.from_days < b.to_days AND w.to_days > b.from_days
     WHERE w.to_days > w.from_days
     GROUP BY 1, 2, 3`,
    [watchedMax, [0, ...saleAgeDays.slice(0, -1)], [...saleAgeDays], since],
    'sale-counts',
  )
  return rows
}
