import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import type { Language, MessageKind, TemplateInput } from './schema.ts'

export interface StoredTemplate extends TemplateInput {
  id: number
  createdAt: Date
  updatedAt: Date
}

const columns = `id, name, kind, language, body, is_default AS "isDefault", created_at AS "createdAt",
  updated_at AS "updatedAt"`

/** By name. */
export async function listTemplates(sql: Sql, userId: Authorized<'read'>): Promise<StoredTemplate[]> {
  const { rows } = await sql.query<StoredTemplate>(
    `SELECT ${columns} FROM message_templates WHERE user_id = $1 ORDER BY name, id`,
    [userId],
  )
  return rows
}

export async function getTemplate(
  sql: Sql,
  userId: Authorized<'read'>,
  id: number,
): Promise<StoredTemplate | null> {
  const { rows } = await sql.query<StoredTemplate>(
    `SELECT ${columns} FROM message_templates WHERE user_id = $1 AND id = $2`,
    [userId, id],
  )
  return rows[0] ?? null
}

export async function templateNamed(
  sql: Sql,
  userId: Authorized<'read'>,
  name: string,
): Promise<StoredTemplate | null> {
  const { rows } = await sql.query<StoredTemplate>(
    `SELECT ${columns} FROM message_templates WHERE user_id = $1 AND name = $2`,
    [userId, name],
  )
  return rows[0] ?? null
}

/** The person's default of a kind: in this language, or else the one changed last in another when `anyLanguage`. */
export async function defaultTemplate(
  sql: Sql,
  userId: Authorized<'read'>,
  kind: MessageKind,
  language: Language,
  anyLanguage: boolean,
): Promise<StoredTemplate | null> {
  const { rows } = await sql.query<StoredTemplate>(
    `SELECT ${columns} FROM message_templates
     WHERE user_id = $1 AND kind = $2 AND is_default AND (language = $3 OR $4)
     ORDER BY language = $3 DESC, updated_at DESC, id LIMIT 1`,
    [userId, kind, language, anyLanguage],
  )
  return rows[0] ?? null
}

/** Keeps other changes of this person's templates out until the transaction ends. */
export async function lockTemplates(tx: Tx, userId: Authorized<'write'>): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtext('deal-scout message templates'), hashtext($1::text))`,
    [userId],
  )
}

export async function countTemplates(sql: Sql, userId: Authorized<'read'>): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM message_templates WHERE user_id = $1',
    [userId],
  )
  return rows[0]!.count
}

/** Makes room for a new default of its kind and language. */
export async function clearDefault(
  tx: Tx,
  userId: Authorized<'write'>,
  { kind, language }: Pick<TemplateInput, 'kind' | 'language'>,
): Promise<void> {
  await tx.query(
    'UPDATE message_templates SET is_default = false WHERE user_id = $1 AND kind = $2 AND language = $3 AND is_default',
    [userId, kind, language],
  )
}

export async function insertTemplate(
  tx: Tx,
  userId: Authorized<'write'>,
  input: TemplateInput,
  at: Date,
): Promise<StoredTemplate> {
  const { rows } = await tx.query<StoredTemplate>(
    `INSERT INTO message_templates (user_id, name, kind, language, body, is_default, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7) RETURNING ${columns}`,
    [userId, input.name, input.kind, input.language, input.body, input.isDefault, at],
  )
  return rows[0]!
}

/** Null when this person has no such template. */
export async function updateTemplate(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  input: TemplateInput,
  at: Date,
): Promise<StoredTemplate | null> {
  const { rows } = await tx.query<StoredTemplate>(
    `UPDATE message_templates SET name = $3, kind = $4, language = $5, body = $6, is_default = $7, updated_at = $8
     WHERE user_id = $1 AND id = $2 RETURNING ${columns}`,
    [userId, id, input.name, input.kind, input.language, input.body, input.isDefault, at],
  )
  return rows[0] ?? null
}

export async function deleteTemplate(sql: Sql, userId: Authorized<'write'>, id: number): Promise<boolean> {
  const { rowCount } = await sql.query('DELETE FROM message_templates WHERE user_id = $1 AND id = $2', [
    userId,
    id,
  ])
  return rowCount > 0
}
