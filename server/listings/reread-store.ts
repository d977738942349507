import type { Sql, Tx } from '../core/db.ts'
import type { Risk } from '../model/risk.ts'
import type { FairValue } from '../model/score-schema.ts'
import type { OfferFacts } from './normalize/recognised-listing.ts'
import { type StoredListing, type StoredRow, stored, toStored } from './stored-listing.ts'

/** Writes values and scores only; the rows are otherwise as they were. */
export async function writeScores(
  tx: Tx,
  rows: { id: number; value: FairValue | null; score: number; risk: Risk | null }[],
  scoredAt: Date,
): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `UPDATE listings l SET value = s.value, value_mid_cents = (s.value->>'midCents')::bigint, score = s.score, scored_at = $4,
       risk = s.risk, risk_score = coalesce((s.risk->>'score')::smallint, 0)
     FROM unnest($1::bigint[], $2::jsonb[], $3::smallint[], $5::jsonb[]) AS s(id, value, score, risk) WHERE l.id = s.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ value }) => (value === null ? null : JSON.stringify(value))),
      rows.map(({ score }) => score),
      scoredAt,
      rows.map(({ risk }) => (risk === null ? null : JSON.stringify(risk))),
    ],
    'write-scores',
  )
}

/** Listings whose offer was not read yet, by id upwards. */
export async function unreadOffers(sql: Sql, limit: number): Promise<StoredListing[]> {
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM listings l WHERE l.kind IS NULL ORDER BY l.id LIMIT $1`,
    [limit],
  )
  return rows.map(toStored)
}

/** Writes what listings offer where that was not read yet. */
export async function writeOffers(tx: Tx, rows: readonly StoredListing[]): Promise<void> {
  if (rows.length === 0) return
  const of = (pick: (facts: OfferFacts) => unknown) => rows.map(({ listing }) => pick(listing))
  await tx.query(
    `UPDATE listings l SET kind = o.kind, kind_probability = o.probability, thing_probability = o.thing,
       kind_words = o.words, price_meaning = o.meaning
     FROM unnest($1::bigint[], $2::text[], $3::float8[], $4::float8[], $5::jsonb[], $6::text[])
       AS o(id, kind, probability, thing, words, meaning)
     WHERE l.id = o.id AND l.kind IS NULL`,
    [
      rows.map(({ id }) => id),
      of(({ kind }) => kind),
      of(({ kindProbability }) => kindProbability),
      of(({ thingProbability }) => thingProbability),
      of(({ kindWords }) => JSON.stringify(kindWords)),
      of(({ priceMeaning }) => priceMeaning),
    ],
  )
}

/**
 * Active listings to be valued and scored again: those young enough for their score to fade whose score is older
 * than `before` (or of a clock that was set back since, hours ahead of it), those scored before prices were learned, and
 * those that came before there was anything to compare them with.
 */
export async function staleScores(
  sql: Sql,
  moments: { before: Date; postedAfter: Date; learnedAt: Date; startedAt: Date },
  limit: number,
): Promise<number[]> {
  const { rows } = await sql.query<{ id: number }>(
    `SELECT id FROM listings WHERE state = 'active' AND (scored_at < $5::timestamptz OR scored_at > $1::timestamptz + interval '2 hours')
       AND (scored_at < $4
         OR ((scored_at < $1 OR scored_at > $1::timestamptz + interval '2 hours') AND coalesce(posted_at, first_seen_at) > $2)
         OR (value IS NULL AND price_cents > 0 AND scored_at < first_seen_at + interval '2 seconds'))
     ORDER BY scored_at LIMIT $3`,
    [moments.before, moments.postedAfter, limit, moments.learnedAt, moments.startedAt],
  )
  return rows.map(({ id }) => id)
}
