import type { Authorized } from '../core/actor.ts'
import { fieldsBut, selected, written } from '../core/columns.ts'
import type { Sql, Tx } from '../core/db.ts'
import { walk } from '../core/paging.ts'
import type { AgainRule } from '../model/notifies-again.ts'
import type { Rule, RuleInput, RulePlace } from '../model/rule-schema.ts'
import { ruleColumns } from './columns.ts'

/** A rule as stored, with what only people and the API need. */
export interface StoredRule extends Rule {
  demo: boolean
  revision: number
  createdAt: Date
  updatedAt: Date
}

/** All that is read of a rule; the others concern whoever writes it alone. */
export const storedRuleColumns = selected<keyof StoredRule>(
  ruleColumns,
  fieldsBut(ruleColumns, ['coolingUntil', 'regexSteps', 'part', 'deletedAt', 'deletedEnabled']),
)

const gate = `hashtext('deal-scout rules')`

/**
 * Holds the rules still until this transaction ends and returns their version. Whoever matches holds this: a rule
 * change waits for matching under way, and matching that starts later sees the changed rules. So every listing is
 * matched either by its own write or by the rule's look at what is already there.
 */
export async function lockRulesForMatch(tx: Tx): Promise<number> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${gate})`, [], 'hold-rules')
  const { rows } = await tx.query<{ version: number }>(
    'SELECT version FROM rules_version WHERE id = 1',
    [],
    'rules-version',
  )
  return rows[0]!.version
}

/** Takes the gate for a rule change and raises the version; call before writing rules. */
export async function lockRulesForEdit(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${gate})`)
  await tx.query('UPDATE rules_version SET version = version + 1 WHERE id = 1')
}

export async function enabledRules(sql: Sql): Promise<StoredRule[]> {
  const found: StoredRule[] = []
  for await (const page of enabledRulePages(sql)) found.push(...page)
  return found
}

/** All of them, by id, a page at a time, so that with very many of them others get their turn. */
export async function* enabledRulePages(sql: Sql): AsyncGenerator<StoredRule[]> {
  for (let afterId = 0; ; ) {
    const { rows } = await sql.query<StoredRule>(
      `SELECT ${storedRuleColumns} FROM rules WHERE enabled AND id > $1 ORDER BY id LIMIT $2`,
      [afterId, rulesPerPage],
      'enabled-rules',
    )
    yield rows
    if (rows.length < rulesPerPage) return
    afterId = rows.at(-1)!.id
  }
}

const rulesPerPage = 1_000

/** These rules, whoever's they are and whether they are switched on. */
export async function rulesByIds(sql: Sql, ids: readonly number[]): Promise<Map<number, StoredRule>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql.query<StoredRule>(
    `SELECT ${storedRuleColumns} FROM rules WHERE id = ANY($1) ORDER BY id`,
    [ids],
    'rules-by-ids',
  )
  return new Map(rows.map((rule) => [rule.id, rule]))
}

/** `notifiesAgain` of a rule r, what it told t and what costs p.price in that same currency now. */
export const notifiesAgainSql = `NOT r.only_new AND t.told - p.price >=
         greatest(1, CASE WHEN r.currency = p.currency THEN r.drop_cents_min END,
                  ceil(t.told * r.drop_pct_min / 100.0))`

/** Of rules that ask for more than cheaper at all. */
export async function dropBoundsOf(sql: Sql, ruleIds: readonly number[]): Promise<Map<number, AgainRule>> {
  if (ruleIds.length === 0) return new Map()
  const { rows } = await sql.query<AgainRule & { id: number }>(
    `SELECT id, only_new AS "onlyNew", drop_cents_min AS "dropCentsMin", drop_pct_min AS "dropPctMin", currency
     FROM rules WHERE id = ANY($1) AND (only_new OR drop_cents_min IS NOT NULL OR drop_pct_min IS NOT NULL)`,
    [ruleIds],
    'drop-bounds',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** By id upwards, after `afterId`. */
export async function listRules(
  sql: Sql,
  filter: { userId: Authorized<'read'>; afterId: number; limit: number; isBack?: boolean },
): Promise<StoredRule[]> {
  const { beyond, order } = walk('ASC', filter.isBack)
  const { rows } = await sql.query<StoredRule>(
    `SELECT ${storedRuleColumns} FROM rules WHERE user_id = $1 AND deleted_at IS NULL AND id ${beyond} $2 ORDER BY id ${order} LIMIT $3`,
    [filter.userId, filter.afterId, filter.limit],
  )
  return rows
}

export async function getRule(sql: Sql, userId: Authorized<'read'>, id: number): Promise<StoredRule | null> {
  const { rows } = await sql.query<StoredRule>(
    `SELECT ${storedRuleColumns} FROM rules WHERE user_id = $1 AND id = $2 AND deleted_at IS NULL`,
    [userId, id],
  )
  return rows[0] ?? null
}

/** A rule as it is written: checked, its places looked up. */
export interface RuleWrite extends Omit<RuleInput, 'places' | 'expiresAt' | 'snoozedUntil'> {
  places: RulePlace[]
  expiresAt: Date | null
  snoozedUntil: Date | null
  /** What its regular expressions cost for each character. */
  regexSteps: number
}

/** What a person writes of a rule: column → value. */
function values({ keywords, ...rule }: RuleWrite): Record<string, unknown> {
  return written(ruleColumns, { ...keywords, ...rule })
}

export async function insertRule(
  tx: Tx,
  userId: Authorized<'write'>,
  rule: RuleWrite,
  demo: boolean,
  now: Date,
): Promise<StoredRule> {
  const row = { ...values(rule), user_id: userId, demo, created_at: now, updated_at: now }
  const names = Object.keys(row)
  const { rows } = await tx.query<StoredRule>(
    `INSERT INTO rules (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
     RETURNING ${storedRuleColumns}`,
    Object.values(row),
  )
  await noteRuleChanges(tx, [rows[0]!.id])
  return rows[0]!
}

export async function updateRule(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  rule: RuleWrite,
  now: Date,
): Promise<StoredRule | null> {
  const row = { ...values(rule), updated_at: now }
  const names = Object.keys(row)
  const { rows } = await tx.query<StoredRule>(
    `UPDATE rules SET ${names.map((name, index) => `${name} = $${index + 3}`).join(', ')}, revision = revision + 1
     WHERE user_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING ${storedRuleColumns}`,
    [userId, id, ...Object.values(row)],
  )
  if (rows[0]) await noteRuleChanges(tx, [id])
  return rows[0] ?? null
}

/** All of a person's; their matches go with them. */
export async function deleteRulesOf(tx: Tx, userId: Authorized<'write'>): Promise<void> {
  const { rows } = await tx.query<{ id: number }>('DELETE FROM rules WHERE user_id = $1 RETURNING id', [
    userId,
  ])
  await noteRuleChanges(
    tx,
    rows.map(({ id }) => id),
  )
}

export async function deleteDemoRules(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ id: number }>('DELETE FROM rules WHERE demo RETURNING id')
  await noteRuleChanges(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.length
}

export async function hasMoreRulesThan(sql: Sql, count: number): Promise<boolean> {
  const { rows } = await sql.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM (SELECT FROM rules WHERE enabled LIMIT $1) AS found',
    [count + 1],
  )
  return rows[0]!.n > count
}

export async function anyExpired(sql: Sql, now: Date): Promise<boolean> {
  const { rows } = await sql.query<{ any: boolean }>(
    'SELECT EXISTS (SELECT FROM rules WHERE enabled AND expires_at <= $1) AS any',
    [now],
  )
  return rows[0]!.any
}

export async function switchOffExpired(tx: Tx, now: Date): Promise<{ id: number; userId: number }[]> {
  const { rows } = await tx.query<{ id: number; userId: number }>(
    `UPDATE rules SET enabled = false, updated_at = $1 WHERE enabled AND expires_at <= $1
     RETURNING id, user_id AS "userId"`,
    [now],
  )
  await noteRuleChanges(
    tx,
    rows.map(({ id }) => id),
  )
  return rows
}

/** NOTIFY channel that lets every process's matcher follow a change of rules. */
export const rulesChannel = 'deal_scout_rules'

/** Notes under the version that `lockRulesForEdit` began which rules are other than before, or gone. */
export async function noteRuleChanges(tx: Tx, ruleIds: readonly number[]): Promise<void> {
  await tx.query(
    `INSERT INTO rule_changes (version, rule_id)
     SELECT v.version, r.id FROM rules_version v, unnest($1::bigint[]) AS r(id) WHERE v.id = 1
     ON CONFLICT DO NOTHING`,
    // A version without a note makes every matcher load all rules; 0 is no rule.
    [ruleIds.length === 0 ? [0] : ruleIds],
  )
  await tx.notify(rulesChannel)
}

export async function countRules(sql: Sql, userId: Authorized<'read'>): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM rules WHERE user_id = $1 AND deleted_at IS NULL',
    [userId],
  )
  return rows[0]!.count
}

/** What a person's rules come to: all of them, and what the regular expressions of those switched on cost together. */
export async function shareOfRules(
  sql: Sql,
  userId: Authorized<'read'>,
): Promise<{ count: number; regexSteps: number }> {
  const { rows } = await sql.query<{ count: number; regexSteps: number }>(
    `SELECT count(*)::int AS count, coalesce(sum(regex_steps) FILTER (WHERE enabled), 0)::int AS "regexSteps"
     FROM rules WHERE user_id = $1 AND deleted_at IS NULL`,
    [userId],
  )
  return rows[0]!
}

/** One rule matching one listing, now. */
export interface MatchPair {
  ruleId: number
  listingId: number
  userId: number
  score: number
  /** Null where none is stated, or one that nobody means (`meantPriceCents`). */
  priceCents: number | null
  currency: string
}

export interface MatchChange {
  ruleId: number
  listingId: number
  /** What was notified before, for a drop; null for a new match. */
  previousPriceCents: number | null
}

/**
 * Writes matches; returns those that are new and those whose price fell below what was notified. A first price in a currency
 * is no drop: the next one in it counts from there, and those of other currencies stay what they were. Rows are locked in
 * one order everywhere, so that a page and a rule's look at what is there cannot wait for each other.
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
     -- Only rules that are there: one that somebody deleted past this program must not stop a page.
     JOIN rules r ON r.id = p.rule_id
     ORDER BY p.listing_id, p.rule_id
     ON CONFLICT (listing_id, rule_id, user_id) DO NOTHING
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
       SELECT m.id, p.price, p.currency, p.score, t.told AS fell_from,
              coalesce(m.told_currency, p.currency) = p.currency AS is_own
       FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::smallint[], $6::bigint[])
            AS p(rule_id, listing_id, price, currency, score, user_id)
       JOIN matches m ON m.listing_id = p.listing_id AND m.rule_id = p.rule_id AND m.user_id = p.user_id
       JOIN rules r ON r.id = p.rule_id
       CROSS JOIN LATERAL (SELECT CASE WHEN m.told_currency = p.currency THEN m.told_price_cents
                                       ELSE (m.told_elsewhere->>p.currency)::bigint END AS told) t
       WHERE t.told IS NULL OR (${notifiesAgainSql})
       ORDER BY m.listing_id, m.rule_id FOR UPDATE OF m
     )
     UPDATE matches m SET
       told_price_cents = CASE WHEN b.is_own THEN b.price ELSE m.told_price_cents END,
       told_currency = CASE WHEN b.is_own THEN b.currency ELSE m.told_currency END,
       told_elsewhere = CASE WHEN b.is_own THEN m.told_elsewhere
         ELSE coalesce(m.told_elsewhere, '{}') || jsonb_build_object(b.currency, b.price) END,
       score = b.score
     FROM before b WHERE m.id = b.id
     RETURNING m.rule_id AS "ruleId", m.listing_id AS "listingId", b.fell_from AS "previousPriceCents"`,
    [
      known.map((pair) => pair.ruleId),
      known.map((pair) => pair.listingId),
      known.map((pair) => pair.priceCents),
      known.map((pair) => pair.currency),
      known.map((pair) => pair.score),
      known.map((pair) => pair.userId),
    ],
    'drop-matches',
  )
  return { added, dropped: changed.filter(({ previousPriceCents }) => previousPriceCents !== null) }
}

/** The notifications that notified a person of listings first, whichever rule it was for: `<user> <listing>` → its key. */
export async function notifiedBefore(
  tx: Tx,
  pairs: readonly { userId: number; listingId: number }[],
): Promise<Map<string, string>> {
  if (pairs.length === 0) return new Map()
  const { rows } = await tx.query<{ userId: number; listingId: number; dedupeKey: string }>(
    `SELECT DISTINCT ON (m.user_id, m.listing_id) m.user_id AS "userId", m.listing_id AS "listingId",
            n.dedupe_key AS "dedupeKey"
     FROM (SELECT DISTINCT * FROM unnest($1::bigint[], $2::bigint[])) AS p(user_id, listing_id)
     JOIN matches m ON m.listing_id = p.listing_id AND m.user_id = p.user_id
     JOIN notifications n ON n.id = m.notification_id AND n.kind IN ('new-match', 'new-matches')
     ORDER BY m.user_id, m.listing_id, n.id`,
    [pairs.map(({ userId }) => userId), pairs.map(({ listingId }) => listingId)],
    'notified-before',
  )
  return new Map(rows.map((row) => [`${row.userId} ${row.listingId}`, row.dedupeKey]))
}

/** Notes which notification told a match first. */
export async function noteNotified(
  tx: Tx,
  notified: readonly { ruleId: number; listingId: number; notificationId: number }[],
): Promise<void> {
  if (notified.length === 0) return
  await tx.query(
    `UPDATE matches m SET notification_id = t.notification_id
     FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS t(rule_id, listing_id, notification_id)
     WHERE m.rule_id = t.rule_id AND m.listing_id = t.listing_id AND m.notification_id IS NULL`,
    [
      notified.map(({ ruleId }) => ruleId),
      notified.map(({ listingId }) => listingId),
      notified.map(({ notificationId }) => notificationId),
    ],
    'note-notified',
  )
}

/** Deletes at most so many matches of these listings; returns how many. */
export async function deleteMatchesOf(tx: Tx, listingIds: readonly number[], limit: number): Promise<number> {
  const { rowCount } = await tx.query(
    `DELETE FROM matches WHERE id IN
       (SELECT id FROM matches WHERE listing_id = ANY($1::bigint[]) ORDER BY listing_id, rule_id LIMIT $2)`,
    [listingIds, limit],
  )
  return rowCount
}
