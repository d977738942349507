import type { Sql, Tx } from '../core/db.ts'
import type { Rule, RuleInput } from './schema.ts'

/** A rule as stored, with what only people and the API need. */
export interface StoredRule extends Rule {
  placeText: string | null
  demo: boolean
  revision: number
  createdAt: Date
  updatedAt: Date
}

interface RuleRow extends Omit<StoredRule, 'place'> {
  placeLabel: string | null
  placeLat: number | null
  placeLon: number | null
  placeCountry: string | null
  placePostalCode: string | null
  radiusKm: number | null
}

const columns = `id, user_id AS "userId", name, keywords_all AS "all", keywords_any AS "any", keywords_none AS "none",
  categories, conditions, price_cents_min AS "priceCentsMin", price_cents_max AS "priceCentsMax", currency,
  place_text AS "placeText", place_label AS "placeLabel", place_lat AS "placeLat", place_lon AS "placeLon",
  place_country AS "placeCountry", place_postal_code AS "placePostalCode", radius_km AS "radiusKm",
  score_min AS "scoreMin", weights, marketplaces, channels, enabled, demo, revision,
  created_at AS "createdAt", updated_at AS "updatedAt"`

function toRule(row: RuleRow): StoredRule {
  const { placeLabel, placeLat, placeLon, placeCountry, placePostalCode, radiusKm, ...rule } = row
  const place =
    placeLat !== null && placeLon !== null && radiusKm !== null
      ? {
          label: placeLabel ?? '',
          lat: placeLat,
          lon: placeLon,
          radiusKm,
          ...(placeCountry !== null && { country: placeCountry }),
          ...(placePostalCode !== null && { postalCode: placePostalCode }),
        }
      : null
  return { ...rule, place }
}

const gate = `hashtext('deal-scout rules')`

/**
 * Holds the rules still until this transaction ends and returns their version. Whoever matches holds this: a rule
 * change waits for matching under way, and matching that starts later sees the changed rules. So every listing is
 * matched either by its own write or by the rule's look at what is already there.
 */
export async function holdRules(tx: Tx): Promise<number> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${gate})`, [], 'hold-rules')
  const { rows } = await tx.query<{ version: number }>(
    'SELECT version FROM rules_version WHERE id = 1',
    [],
    'rules-version',
  )
  return rows[0]!.version
}

/** Takes the gate for a rule change and raises the version; call before writing rules. */
export async function changeRules(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${gate})`)
  await tx.query('UPDATE rules_version SET version = version + 1 WHERE id = 1')
}

export async function enabledRules(sql: Sql): Promise<StoredRule[]> {
  const { rows } = await sql.query<RuleRow>(`SELECT ${columns} FROM rules WHERE enabled ORDER BY id`)
  return rows.map(toRule)
}

/** By id upwards, after `afterId`. */
export async function listRules(
  sql: Sql,
  filter: { userId: number; afterId: number; limit: number },
): Promise<StoredRule[]> {
  const { rows } = await sql.query<RuleRow>(
    `SELECT ${columns} FROM rules WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3`,
    [filter.userId, filter.afterId, filter.limit],
  )
  return rows.map(toRule)
}

export async function getRule(sql: Sql, userId: number, id: number): Promise<StoredRule | null> {
  const { rows } = await sql.query<RuleRow>(`SELECT ${columns} FROM rules WHERE user_id = $1 AND id = $2`, [
    userId,
    id,
  ])
  return rows[0] ? toRule(rows[0]) : null
}

export interface RuleWrite extends RuleInput {
  lookedUp: {
    label: string
    lat: number
    lon: number
    country?: string | undefined
    postalCode?: string | undefined
  } | null
}

function values(rule: RuleWrite): unknown[] {
  const { keywords, lookedUp } = rule
  return [
    rule.name,
    ...[keywords.all, keywords.any, keywords.none, rule.categories, rule.conditions].map((list) =>
      JSON.stringify(list),
    ),
    rule.priceCentsMin,
    rule.priceCentsMax,
    rule.currency,
    rule.place,
    lookedUp?.label ?? null,
    lookedUp?.lat ?? null,
    lookedUp?.lon ?? null,
    lookedUp?.country ?? null,
    lookedUp?.postalCode ?? null,
    rule.radiusKm,
    rule.scoreMin,
    rule.weights === null ? null : JSON.stringify(rule.weights),
    JSON.stringify(rule.marketplaces),
    JSON.stringify(rule.channels),
    rule.enabled,
  ]
}

const written = [
  'name',
  'keywords_all',
  'keywords_any',
  'keywords_none',
  'categories',
  'conditions',
  'price_cents_min',
  'price_cents_max',
  'currency',
  'place_text',
  'place_label',
  'place_lat',
  'place_lon',
  'place_country',
  'place_postal_code',
  'radius_km',
  'score_min',
  'weights',
  'marketplaces',
  'channels',
  'enabled',
]

export async function insertRule(
  tx: Tx,
  userId: number,
  rule: RuleWrite,
  demo: boolean,
  now: Date,
): Promise<StoredRule> {
  const { rows } = await tx.query<RuleRow>(
    `INSERT INTO rules (${written.join(', ')}, user_id, demo, created_at, updated_at)
     VALUES (${written.map((_, index) => `$${index + 1}`).join(', ')}, $22, $23, $24, $24) RETURNING ${columns}`,
    [...values(rule), userId, demo, now],
  )
  return toRule(rows[0]!)
}

export async function updateRule(
  tx: Tx,
  userId: number,
  id: number,
  rule: RuleWrite,
  now: Date,
): Promise<StoredRule | null> {
  const { rows } = await tx.query<RuleRow>(
    `UPDATE rules SET ${written.map((name, index) => `${name} = $${index + 1}`).join(', ')}, revision = revision + 1, updated_at = $24
     WHERE user_id = $22 AND id = $23 RETURNING ${columns}`,
    [...values(rule), userId, id, now],
  )
  return rows[0] ? toRule(rows[0]) : null
}

export async function deleteRule(tx: Tx, userId: number, id: number): Promise<boolean> {
  return (await tx.query('DELETE FROM rules WHERE user_id = $1 AND id = $2', [userId, id])).rowCount > 0
}

export async function deleteDemoRules(tx: Tx): Promise<number> {
  return (await tx.query('DELETE FROM rules WHERE demo')).rowCount
}

export async function countRules(sql: Sql, userId: number): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM rules WHERE user_id = $1',
    [userId],
  )
  return rows[0]!.count
}

/** One rule matching one listing, now. */
export interface MatchPair {
  ruleId: number
  listingId: number
  userId: number
  score: number
  priceCents: number | null
  currency: string
}

export interface MatchChange {
  ruleId: number
  listingId: number
  /** What was told before, for a drop; null for a new match. */
  previousPriceCents: number | null
}

/**
 * Writes matches; returns those that are new and those whose price fell below what was told. A first price and a price
 * in another currency are no drop: the next one counts from there. Rows are locked in one order everywhere, so that a
 * page and a rule's look at what is there cannot wait for each other.
 */
export async function writeMatches(
  tx: Tx,
  pairs: MatchPair[],
  now: Date,
): Promise<{ added: MatchChange[]; dropped: MatchChange[] }> {
  if (pairs.length === 0) return { added: [], dropped: [] }
  const { rows: added } = await tx.query<MatchChange>(
    `INSERT INTO matches (rule_id, listing_id, user_id, score, told_price_cents, told_currency, created_at)
     SELECT p.rule_id, p.listing_id, p.user_id, p.score, p.price, CASE WHEN p.price IS NOT NULL THEN p.currency END, $7
     FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::smallint[], $5::bigint[], $6::text[])
          AS p(rule_id, listing_id, user_id, score, price, currency)
     ORDER BY p.listing_id, p.rule_id
     ON CONFLICT (listing_id, rule_id) DO NOTHING
     RETURNING rule_id AS "ruleId", listing_id AS "listingId", NULL::bigint AS "previousPriceCents"`,
    [
      pairs.map((pair) => pair.ruleId),
      pairs.map((pair) => pair.listingId),
      pairs.map((pair) => pair.userId),
      pairs.map((pair) => pair.score),
      pairs.map((pair) => pair.priceCents),
      pairs.map((pair) => pair.currency),
      now,
    ],
    'add-matches',
  )
  const fresh = new Set(added.map((match) => `${match.ruleId} ${match.listingId}`))
  const known = pairs.filter(
    (pair) => pair.priceCents !== null && !fresh.has(`${pair.ruleId} ${pair.listingId}`),
  )
  if (known.length === 0) return { added, dropped: [] }
  const { rows: changed } = await tx.query<MatchChange>(
    `WITH before AS (
       SELECT m.id, p.price, p.currency, p.score,
              CASE WHEN m.told_currency = p.currency THEN m.told_price_cents END AS fell_from
       FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::smallint[])
            AS p(rule_id, listing_id, price, currency, score)
       JOIN matches m ON m.listing_id = p.listing_id AND m.rule_id = p.rule_id
       WHERE m.told_currency IS DISTINCT FROM p.currency OR m.told_price_cents > p.price
       ORDER BY m.listing_id, m.rule_id FOR UPDATE OF m
     )
     UPDATE matches m SET told_price_cents = b.price, told_currency = b.currency, score = b.score
     FROM before b WHERE m.id = b.id
     RETURNING m.rule_id AS "ruleId", m.listing_id AS "listingId", b.fell_from AS "previousPriceCents"`,
    [
      known.map((pair) => pair.ruleId),
      known.map((pair) => pair.listingId),
      known.map((pair) => pair.priceCents),
      known.map((pair) => pair.currency),
      known.map((pair) => pair.score),
    ],
    'drop-matches',
  )
  return { added, dropped: changed.filter(({ previousPriceCents }) => previousPriceCents !== null) }
}
