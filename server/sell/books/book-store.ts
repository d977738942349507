import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { MileageRate, YearLine } from './book-schema.ts'

/** What a person set of how their books are kept. */
export interface StoredBookSettings {
  mileageRates: MileageRate[]
  /** Null = as in a US Schedule C. */
  yearLines: YearLine[] | null
}

export async function getBookSettings(sql: Sql, userId: Authorized<'read'>): Promise<StoredBookSettings> {
  const { rows } = await sql.query<StoredBookSettings>(
    'SELECT mileage_rates AS "mileageRates", year_lines AS "yearLines" FROM book_settings WHERE user_id = $1',
    [userId],
  )
  return rows[0] ?? { mileageRates: [], yearLines: null }
}

/** Writes what is given; what is left out stays. */
export async function writeBookSettings(
  tx: Tx,
  userId: Authorized<'write'>,
  { mileageRates, yearLines, at }: Partial<StoredBookSettings> & { at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO book_settings AS b (user_id, mileage_rates, year_lines, updated_at)
     VALUES ($1, coalesce($2::jsonb, '[]'), CASE WHEN $4 THEN $3::jsonb END, $5)
     ON CONFLICT (user_id) DO UPDATE SET mileage_rates = coalesce($2::jsonb, b.mileage_rates),
       year_lines = CASE WHEN $4 THEN $3::jsonb ELSE b.year_lines END, updated_at = excluded.updated_at`,
    [
      userId,
      mileageRates === undefined ? null : JSON.stringify(mileageRates),
      yearLines == null ? null : JSON.stringify(yearLines),
      yearLines !== undefined,
      at,
    ],
  )
}
