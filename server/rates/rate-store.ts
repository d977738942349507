import type { Sql } from '../core/db.ts'
import type { EuroRate } from '../model/exchange-rates.ts'

/** A rate that is fetched each day says nothing any more once it was not fetched for so long; a typed one stays. */
export const fetchedRateDaysMax = 31

/** The newest of each currency by that day; of one day what was typed goes before what was fetched. */
export async function newestRates(sql: Sql, day: string): Promise<EuroRate[]> {
  const { rows } = await sql.query<EuroRate>(
    `SELECT DISTINCT ON (currency) currency, day::text AS day, per_euro AS "perEuro", source FROM exchange_rates
     WHERE day <= $1::date AND (source = 'typed' OR day >= $1::date - ${fetchedRateDaysMax})
     ORDER BY currency, exchange_rates.day DESC, source DESC`,
    [day],
    'newest-rates',
  )
  return rows
}

/** The rate of each pair of currency and day: the newest by that day, as `newestRates` has it; those without one are left out. */
export async function ratesOfDays(
  sql: Sql,
  pairs: readonly { currency: string; day: string }[],
): Promise<(EuroRate & { asked: string })[]> {
  const { rows } = await sql.query<EuroRate & { asked: string }>(
    `SELECT r.currency, r.day::text AS day, r.per_euro AS "perEuro", r.source, asked.day::text AS asked
     FROM unnest($1::text[], $2::date[]) AS asked(currency, day)
     CROSS JOIN LATERAL (SELECT * FROM exchange_rates e WHERE e.currency = asked.currency AND e.day <= asked.day
       AND (e.source = 'typed' OR e.day >= asked.day - ${fetchedRateDaysMax}) ORDER BY e.day DESC, e.source DESC LIMIT 1) r`,
    [pairs.map(({ currency }) => currency), pairs.map(({ day }) => day)],
    'rates-of-days',
  )
  return rows
}

/** The day of the newest that was fetched; null = none was. */
export async function newestFetchedDay(sql: Sql): Promise<string | null> {
  const { rows } = await sql.query<{ day: string | null }>(
    `SELECT max(day)::text AS day FROM exchange_rates WHERE source = 'ecb'`,
  )
  return rows[0]?.day ?? null
}

/** Returns how many were new or other than before. */
export async function writeRates(sql: Sql, rates: readonly EuroRate[]): Promise<number> {
  const { rowCount } = await sql.query(
    `INSERT INTO exchange_rates AS r (currency, day, source, per_euro)
     SELECT * FROM unnest($1::text[], $2::date[], $3::text[], $4::float8[])
     ON CONFLICT (currency, day, source) DO UPDATE SET per_euro = EXCLUDED.per_euro WHERE r.per_euro <> EXCLUDED.per_euro`,
    [
      rates.map(({ currency }) => currency),
      rates.map(({ day }) => day),
      rates.map(({ source }) => source),
      rates.map(({ perEuro }) => perEuro),
    ],
  )
  return rowCount ?? 0
}

/** All that was typed of a currency; false when nothing was. */
export async function deleteTypedRates(sql: Sql, currency: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    `DELETE FROM exchange_rates WHERE currency = $1 AND source = 'typed'`,
    [currency],
  )
  return (rowCount ?? 0) > 0
}
