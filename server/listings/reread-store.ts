import type { Sql, Tx } from '../core/db.ts'
import type { Risk } from '../model/risk.ts'
import type { FairValue } from '../model/score-schema.ts'
import type { OfferFacts } from './normalize/normalized-listing.ts'
import { type ListingRank, type StoredListing, type StoredRow, stored, toStored } from './stored-listing.ts'

/** Writes what listings are worth only; the rows are otherwise as they were. */
export async function writeValues(
  tx: Tx,
  rows: {
    id: number
    value: FairValue | null
    rank: ListingRank
    risk: Risk | null
    /** Anew each time: one that another version made compares with none of this. */
    textHash: string | null
  }[],
  valuedAt: Date,
): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `UPDATE listings l SET value = s.value, value_mid_cents = (s.value->>'midCents')::bigint, scored_at = $3,
       risk = s.risk, risk_score = coalesce((s.risk->>'score')::smallint, 0), neutral = s.neutral,
       price_share = s.price_share, comp_group = s.comp_group, comp_market = s.comp_market, text_hash = s.text_hash
     FROM unnest($1::bigint[], $2::jsonb[], $4::jsonb[], $5::float8[], $6::float8[], $7::bigint[], $8::bigint[],
                 $9::bigint[])
       AS s(id, value, risk, neutral, price_share, comp_group, comp_market, text_hash) WHERE l.id = s.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ value }) => (value === null ? null : JSON.stringify(value))),
      valuedAt,
      rows.map(({ risk }) => (risk === null ? null : JSON.stringify(risk))),
      rows.map(({ rank }) => rank.neutral),
      rows.map(({ rank }) => rank.priceShare),
      rows.map(({ rank }) => rank.compGroup),
      rows.map(({ rank }) => rank.compMarket),
      rows.map(({ textHash }) => textHash),
    ],
    'write-values',
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

/** Writes what listings offer where that was not read yet; they are valued again by that. */
export async function writeOffers(tx: Tx, rows: readonly StoredListing[]): Promise<void> {
  if (rows.length === 0) return
  const of = (pick: (facts: OfferFacts) => unknown) => rows.map(({ listing }) => pick(listing))
  await tx.query(
    `UPDATE listings l SET kind = o.kind, kind_probability = o.probability, thing_probability = o.thing,
       kind_words = o.words, price_meaning = o.meaning,
       scored_at = CASE WHEN state = 'active' THEN 'epoch' ELSE scored_at END
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

/** Active listings that wait for their market to be learned, or were written by a program that ranked them otherwise. */
export async function unvalued(sql: Sql, limit: number): Promise<number[]> {
  return idsOf(
    sql,
    `SELECT id FROM listings WHERE state = 'active' AND (scored_at = 'epoch' OR neutral < 0) ORDER BY id LIMIT $1`,
    [limit],
  )
}

/**
 * Active listings by id upwards whose value rests on these comparables: those of the group, and of a market all that
 * have no value yet.
 */
export async function activeInGroup(
  sql: Sql,
  { key, isMarket, afterId }: { key: number; isMarket: boolean; afterId: number | null },
  limit: number,
): Promise<number[]> {
  const own = `(SELECT id FROM listings WHERE state = 'active' AND comp_group = $1 AND id > $2 ORDER BY id LIMIT $3)`
  const unvaluedToo = `(SELECT id FROM listings WHERE state = 'active' AND value IS NULL AND price_cents > 0
       AND comp_market = $1 AND id > $2 ORDER BY id LIMIT $3)`
  return idsOf(sql, isMarket ? `${own} UNION ${unvaluedToo} ORDER BY id LIMIT $3` : own, [
    key,
    afterId ?? 0,
    limit,
  ])
}

/** Active listings of a currency by id upwards. */
export async function activeOfWorld(
  sql: Sql,
  { currency, demo, afterId }: { currency: string; demo: boolean; afterId: number },
  limit: number,
): Promise<number[]> {
  return idsOf(
    sql,
    `SELECT id FROM listings WHERE state = 'active' AND currency = $1 AND demo = $2 AND id > $3 ORDER BY id LIMIT $4`,
    [currency, demo, afterId, limit],
  )
}

async function idsOf(sql: Sql, text: string, values: unknown[]): Promise<number[]> {
  return (await sql.query<{ id: number }>(text, values)).rows.map(({ id }) => id)
}
