import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { StoredAnswer } from './answer-schema.ts'
import type { Cost, Spent } from './costs.ts'
import type { AiCallState, AiOutcome } from './outcomes.ts'

export interface StoredCall {
  id: number
  itemId: number | null
  key: string
  model: string
  languages: string[]
  state: AiCallState
  outcome: AiOutcome | null
  isPriced: boolean
  microCents: number
  tokens: number
  tokensIn: number | null
  tokensOut: number | null
  ms: number | null
  startedAt: Date
  leaseUntil: Date
  retryAt: Date | null
}

const columns = `c.id, c.item_id AS "itemId", c.key, c.model, c.languages, c.state, c.outcome, c.is_priced AS "isPriced",
  c.micro_cents AS "microCents", c.tokens, c.tokens_in AS "tokensIn", c.tokens_out AS "tokensOut", c.ms,
  c.started_at AS "startedAt", c.lease_until AS "leaseUntil", c.retry_at AS "retryAt"`

export async function agreedTo(sql: Sql, userId: Authorized<'read'>): Promise<string | null> {
  const { rows } = await sql.query<{ recipient: string }>(
    'SELECT recipient FROM ai_agreements WHERE user_id = $1',
    [userId],
  )
  return rows[0]?.recipient ?? null
}

/** How many people let things be sent there. */
export async function countAgreed(sql: Sql, recipient: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM ai_agreements WHERE recipient = $1',
    [recipient],
  )
  return rows[0]?.count ?? 0
}

/** Null takes it back. */
export async function writeAgreement(
  tx: Tx,
  userId: Authorized<'own'>,
  recipient: string | null,
  at: Date,
): Promise<void> {
  await tx.query('DELETE FROM ai_agreements WHERE user_id = $1', [userId])
  if (recipient !== null)
    await tx.query('INSERT INTO ai_agreements (user_id, recipient, agreed_at) VALUES ($1, $2, $3)', [
      userId,
      recipient,
      at,
    ])
}

/** Held until the transaction ends: whoever looks what is left and takes of it does so alone, in all processes. */
export async function lockSpending(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('deal-scout ai spending'))`)
}

const zero: Cost = { microCents: 0, tokens: 0 }

/** What counts against the caps since then, what is under way at its most. */
export async function spentSince(
  sql: Sql,
  userId: Authorized<'read'>,
  { day, month }: { day: Date; month: Date },
): Promise<Spent> {
  const { rows } = await sql.query<{
    isOwn: boolean
    isToday: boolean
    microCents: number
    tokens: number
  }>(
    `SELECT c.user_id = $1 AS "isOwn", c.started_at >= $2 AS "isToday", sum(c.micro_cents)::float8 AS "microCents",
       coalesce(sum(c.tokens) FILTER (WHERE NOT c.is_priced), 0)::float8 AS tokens
     FROM ai_calls c WHERE c.started_at >= $3 GROUP BY 1, 2`,
    [userId, day, month],
  )
  const sum = (chosen: typeof rows) =>
    chosen.reduce(
      (all, { microCents, tokens }): Cost => ({
        microCents: all.microCents + microCents,
        tokens: all.tokens + tokens,
      }),
      zero,
    )
  return {
    personDay: sum(rows.filter(({ isOwn, isToday }) => isOwn && isToday)),
    personMonth: sum(rows.filter(({ isOwn }) => isOwn)),
    houseMonth: sum(rows),
  }
}

/** The most tokens that a call to a model was seen to take in lately: what one is reckoned with before it is made. */
export async function mostTokensIn(sql: Sql, model: string): Promise<number> {
  const { rows } = await sql.query<{ most: number }>(
    `SELECT coalesce(max(l.tokens_in), 0)::int AS most FROM (
       SELECT c.tokens_in FROM ai_calls c WHERE c.model = $1 ORDER BY c.id DESC LIMIT 200) l`,
    [model],
  )
  return rows[0]?.most ?? 0
}

/** Puts down what a call may cost, before it is made; null where the same is being asked already. */
export async function insertCall(
  tx: Tx,
  userId: Authorized<'write'>,
  call: Pick<StoredCall, 'itemId' | 'key' | 'model' | 'languages' | 'isPriced' | 'startedAt' | 'leaseUntil'> &
    Cost,
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO ai_calls (user_id, item_id, key, model, languages, state, is_priced, micro_cents, tokens, started_at, lease_until)
     SELECT i.user_id, i.id, $3, $4, $5, 'waiting', $6, $7, $8, $9, $10 FROM items i WHERE i.user_id = $1 AND i.id = $2
     ON CONFLICT (user_id, key) WHERE state <> 'done' DO NOTHING RETURNING id`,
    [
      ...[userId, call.itemId, call.key, call.model, JSON.stringify(call.languages), call.isPriced],
      ...[call.microCents, call.tokens, call.startedAt, call.leaseUntil],
    ],
  )
  return rows[0]?.id ?? null
}

/** Takes a call that waits; null where another process has it, or its time is over. */
export async function takeCall(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  { at, leaseUntil }: { at: Date; leaseUntil: Date },
): Promise<StoredCall | null> {
  const { rows } = await tx.query<StoredCall>(
    `UPDATE ai_calls c SET state = 'under-way', lease_until = $4
     WHERE c.user_id = $1 AND c.id = $2 AND c.state = 'waiting' AND c.lease_until > $3 RETURNING ${columns}`,
    [userId, id, at, leaseUntil],
  )
  return rows[0] ?? null
}

export interface Settled extends Cost {
  outcome: AiOutcome
  tokensIn: number | null
  tokensOut: number | null
  ms: number
  retryAt: Date | null
}

/** What it really cost; a call that was given up meanwhile stays so, whose cost counts at its most. */
export async function settleCall(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  settled: Settled,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE ai_calls SET state = 'done', outcome = $3, micro_cents = $4, tokens = $5, tokens_in = $6, tokens_out = $7,
       ms = $8, retry_at = $9 WHERE user_id = $1 AND id = $2 AND state = 'under-way'`,
    [
      ...[userId, id, settled.outcome, settled.microCents, settled.tokens, settled.tokensIn],
      ...[settled.tokensOut, settled.ms, settled.retryAt],
    ],
  )
  return rowCount > 0
}

/**
 * Gives up the calls whose process is gone, of everybody: what was under way may have been paid and counts at its most, of what
 * only waited nothing was sent.
 */
export async function giveUpCalls(tx: Tx, at: Date): Promise<void> {
  await tx.query(
    `UPDATE ai_calls SET outcome = CASE WHEN state = 'waiting' THEN 'not-sent' ELSE 'lost' END,
       micro_cents = CASE WHEN state = 'waiting' THEN 0 ELSE micro_cents END,
       tokens = CASE WHEN state = 'waiting' THEN 0 ELSE tokens END, state = 'done'
     WHERE state <> 'done' AND lease_until <= $1`,
    [at],
  )
}

/** The last call for a thing; null = nobody was asked. */
export async function lastCall(
  sql: Sql,
  userId: Authorized<'read'>,
  itemId: number,
): Promise<StoredCall | null> {
  const { rows } = await sql.query<StoredCall>(
    `SELECT ${columns} FROM ai_calls c WHERE c.user_id = $1 AND c.item_id = $2 ORDER BY c.id DESC LIMIT 1`,
    [userId, itemId],
  )
  return rows[0] ?? null
}

/** What calls for a thing cost in all. */
export async function spentOn(sql: Sql, userId: Authorized<'read'>, itemId: number): Promise<Cost> {
  const { rows } = await sql.query<Cost>(
    `SELECT coalesce(sum(c.micro_cents), 0)::float8 AS "microCents", coalesce(sum(c.tokens), 0)::float8 AS tokens
     FROM ai_calls c WHERE c.user_id = $1 AND c.item_id = $2`,
    [userId, itemId],
  )
  return rows[0] ?? zero
}

export interface KeptAnswer {
  key: string
  model: string
  answer: StoredAnswer
  answeredAt: Date
}

/** Of a thing, the newest first. */
export async function answersOf(sql: Sql, userId: Authorized<'read'>, itemId: number): Promise<KeptAnswer[]> {
  const { rows } = await sql.query<KeptAnswer>(
    `SELECT a.key, a.model, a.answer, a.answered_at AS "answeredAt" FROM ai_answers a
     WHERE a.user_id = $1 AND a.item_id = $2 ORDER BY a.answered_at DESC, a.key`,
    [userId, itemId],
  )
  return rows
}

/** A thing that is gone meanwhile keeps none. */
export async function writeAnswer(
  tx: Tx,
  userId: Authorized<'write'>,
  itemId: number,
  kept: KeptAnswer,
): Promise<void> {
  await tx.query(
    `INSERT INTO ai_answers (user_id, item_id, key, model, answer, answered_at)
     SELECT i.user_id, i.id, $3, $4, $5, $6 FROM items i WHERE i.user_id = $1 AND i.id = $2
     ON CONFLICT (item_id, key) DO UPDATE SET model = excluded.model, answer = excluded.answer,
       answered_at = excluded.answered_at`,
    [userId, itemId, kept.key, kept.model, JSON.stringify(kept.answer), kept.answeredAt],
  )
}
