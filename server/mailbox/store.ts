import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import type { MailboxProblem } from './problems.ts'
import type { MailOutcome, Security } from './schema.ts'

/** NOTIFY channel that wakes who reads mailboxes: one was connected, or changed. */
export const mailboxesChannel = 'deal_scout_mailboxes'

/** What of a mailbox a person has said. */
export interface MailboxWishes {
  name: string
  host: string
  port: number
  security: Security
  login: string
  /** Sealed. */
  access: string
  signsInBy: 'password' | 'oauth'
  folder: string
  readBackDays: number
  trustedServer: string | null
  /** Mails about their sales are read, too. */
  alsoSales: boolean
  enabled: boolean
}

export interface MailboxRow extends MailboxWishes {
  id: number
  userId: number
  uidValidity: number | null
  lastUid: number | null
  isListening: boolean
  problem: MailboxProblem | null
  failingSince: Date | null
  failures: number
  nextTryAt: Date | null
  readAt: Date | null
  others: number
  stuckSince: Date | null
  leasedUntil: Date | null
  createdAt: Date
}

export const mailboxColumns = `b.id, b.user_id AS "userId", b.name, b.host, b.port, b.security, b.login, b.access,
  b.signs_in_by AS "signsInBy", b.folder, b.read_back_days AS "readBackDays", b.trusted_server AS "trustedServer", b.enabled,
  b.also_sales AS "alsoSales",
  b.uid_validity AS "uidValidity", b.last_uid AS "lastUid", b.is_listening AS "isListening", b.problem,
  b.failing_since AS "failingSince", b.failures, b.next_try_at AS "nextTryAt", b.read_at AS "readAt", b.others,
  b.stuck_since AS "stuckSince", b.leased_until AS "leasedUntil", b.created_at AS "createdAt"`

const ofWishes = (wishes: MailboxWishes) => [
  ...[wishes.name, wishes.host, wishes.port, wishes.security, wishes.login, wishes.access, wishes.signsInBy],
  ...[wishes.folder, wishes.readBackDays, wishes.trustedServer, wishes.enabled, wishes.alsoSales],
]

export async function insertMailbox(
  tx: Tx,
  userId: Authorized<'write'>,
  wishes: MailboxWishes,
  now: Date,
): Promise<MailboxRow> {
  const { rows } = await tx.query<MailboxRow>(
    `INSERT INTO mailboxes AS b (user_id, name, host, port, security, login, access, signs_in_by, folder, read_back_days,
       trusted_server, enabled, also_sales, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14) RETURNING ${mailboxColumns}`,
    [userId, ...ofWishes(wishes), now],
  )
  await tx.notify(mailboxesChannel)
  return rows[0]!
}

/**
 * Writes what a person has changed, and has it tried at once. Who reads it just now has no lease any more, and stops. With
 * `anew` nothing of it counts as read: it is another folder.
 */
export async function updateMailbox(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  { wishes, anew, now }: { wishes: MailboxWishes; anew: boolean; now: Date },
): Promise<MailboxRow | null> {
  const { rows } = await tx.query<MailboxRow>(
    `UPDATE mailboxes b SET name = $3, host = $4, port = $5, security = $6, login = $7, access = $8, signs_in_by = $9,
       folder = $10, read_back_days = $11, trusted_server = $12, enabled = $13, also_sales = $14, updated_at = $15,
       uid_validity = CASE WHEN $16 THEN NULL ELSE b.uid_validity END, last_uid = CASE WHEN $16 THEN NULL ELSE b.last_uid END,
       problem = NULL, failing_since = NULL, failures = 0, next_try_at = NULL, stuck_since = NULL,
       told_at = CASE WHEN $13 THEN b.told_at END, lease_token = NULL, leased_until = NULL, is_listening = false
     WHERE b.id = $2 AND b.user_id = $1 RETURNING ${mailboxColumns}`,
    [userId, id, ...ofWishes(wishes), now, anew],
  )
  await tx.notify(mailboxesChannel)
  return rows[0] ?? null
}

export async function deleteMailbox(tx: Tx, userId: Authorized<'write'>, id: number): Promise<boolean> {
  return (await tx.query('DELETE FROM mailboxes WHERE user_id = $1 AND id = $2', [userId, id])).rowCount > 0
}

export async function getMailbox(
  sql: Sql,
  userId: Authorized<'read'>,
  id: number,
): Promise<MailboxRow | null> {
  const { rows } = await sql.query<MailboxRow>(
    `SELECT ${mailboxColumns} FROM mailboxes b WHERE b.user_id = $1 AND b.id = $2`,
    [userId, id],
  )
  return rows[0] ?? null
}

/** The same, held until the transaction ends. */
export async function holdMailbox(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
): Promise<MailboxRow | null> {
  const { rows } = await tx.query<MailboxRow>(
    `SELECT ${mailboxColumns} FROM mailboxes b WHERE b.user_id = $1 AND b.id = $2 FOR UPDATE`,
    [userId, id],
  )
  return rows[0] ?? null
}

export async function listMailboxes(sql: Sql, userId: Authorized<'read'>): Promise<MailboxRow[]> {
  const { rows } = await sql.query<MailboxRow>(
    `SELECT ${mailboxColumns} FROM mailboxes b WHERE b.user_id = $1 ORDER BY b.id`,
    [userId],
  )
  return rows
}

/** Keeps other new mailboxes of this person out until the transaction ends, and counts those that are there. */
export async function countMailboxes(tx: Tx, userId: Authorized<'write'>): Promise<number> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('deal-scout mailboxes'), hashtext($1::text))`, [
    userId,
  ])
  const { rows } = await tx.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM mailboxes WHERE user_id = $1',
    [userId],
  )
  return rows[0]!.count
}

/** Whether anything of mailboxes is sealed. */
export async function hasSealedMailboxes(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ found: boolean }>('SELECT EXISTS (SELECT FROM mailboxes) AS found')
  return rows[0]!.found
}

export interface SenderRow {
  mailboxId: number
  sender: string
  marketplace: string
  mails: number
  listings: number
  sales: number
  unproven: number
  nothing: number
  nothingInARow: number
  lastMailAt: Date
  lastListingAt: Date | null
}

/** Of all mailboxes of the person, those heard of last first. */
export async function listSenders(sql: Sql, userId: Authorized<'read'>): Promise<SenderRow[]> {
  const { rows } = await sql.query<SenderRow>(
    `SELECT s.mailbox_id AS "mailboxId", s.sender, s.marketplace, s.mails, s.listings, s.sales, s.unproven, s.nothing,
       s.nothing_in_a_row AS "nothingInARow", s.last_mail_at AS "lastMailAt", s.last_listing_at AS "lastListingAt"
     FROM mailbox_senders s WHERE s.user_id = $1 ORDER BY s.last_mail_at DESC, s.sender`,
    [userId],
  )
  return rows
}

/** What became of one mail of a marketplace. */
export interface ReadMailRow {
  uid: number
  sender: string
  subject: string
  marketplace: string
  sentAt: Date | null
  outcome: MailOutcome
  listings: number
  reason: string | null
}

export interface MailRow extends ReadMailRow {
  id: number
  readAt: Date
}

/** The last mails of a mailbox, the newest first. */
export async function listMails(
  sql: Sql,
  userId: Authorized<'read'>,
  mailboxId: number,
  limit: number,
): Promise<MailRow[]> {
  const { rows } = await sql.query<MailRow>(
    `SELECT m.id, m.uid, m.sender, m.subject, m.marketplace, m.sent_at AS "sentAt", m.read_at AS "readAt", m.outcome,
       m.listings, m.reason
     FROM mailbox_mails m WHERE m.user_id = $1 AND m.mailbox_id = $2 ORDER BY m.id DESC LIMIT $3`,
    [userId, mailboxId, limit],
  )
  return rows
}
