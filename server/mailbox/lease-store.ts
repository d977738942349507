import { randomUUID } from 'node:crypto'
import type { Db, Sql, Tx } from '../core/db.ts'
import type { MailboxProblem } from './problems.ts'
import { type MailboxRow, mailboxColumns, mailboxesChannel, type ReadMailRow } from './store.ts'

/** A mailbox that this process reads, until its lease is over. */
export interface ClaimedMailbox extends MailboxRow {
  leaseToken: string
}

/** Of a mailbox, so many mails are kept to be shown. */
const mailsKept = 200
/** Senders of a mailbox that are told apart; whoever forges many counts as one. */
const sendersMax = 50
const otherSenders = '(others)'

/**
 * Takes an enabled mailbox that nobody reads, the one that has waited longest; of several processes one gets it. A lease or a wait
 * that no clock that was right can have dated counts for nothing.
 */
export async function claimMailbox(db: Db, now: Date, leaseMs: number): Promise<ClaimedMailbox | null> {
  const token = randomUUID()
  const { rows } = await db.query<MailboxRow>(
    `UPDATE mailboxes b SET lease_token = $2, leased_until = $1::timestamptz + $3 * interval '1 millisecond', is_listening = false
     WHERE b.id = (
       SELECT id FROM mailboxes WHERE enabled
         AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $1::timestamptz + $3 * interval '2 milliseconds')
         AND (next_try_at IS NULL OR next_try_at <= $1 OR next_try_at > $1::timestamptz + interval '1 day')
       ORDER BY next_try_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${mailboxColumns}`,
    [now, token, leaseMs],
  )
  return rows[0] ? { ...rows[0], leaseToken: token } : null
}

/** False where the lease is over, or the mailbox was changed or deleted. */
export async function renewMailbox(
  sql: Sql,
  { id, leaseToken }: ClaimedMailbox,
  now: Date,
  leaseMs: number,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE mailboxes SET leased_until = $3::timestamptz + $4 * interval '1 millisecond'
     WHERE id = $1 AND lease_token = $2 AND enabled`,
    [id, leaseToken, now, leaseMs],
  )
  return rowCount > 0
}

/** Hands it back unread, for whoever is there next. */
export async function returnMailbox(sql: Sql, { id, leaseToken }: ClaimedMailbox): Promise<void> {
  await sql.query(
    `UPDATE mailboxes SET lease_token = NULL, leased_until = NULL, is_listening = false WHERE id = $1 AND lease_token = $2`,
    [id, leaseToken],
  )
  await sql.notify(mailboxesChannel)
}

/** Ends the lease after a failure. */
export async function failMailbox(
  sql: Sql,
  { id, leaseToken }: ClaimedMailbox,
  failure: { problem: MailboxProblem; now: Date; nextTryAt: Date },
): Promise<void> {
  await sql.query(
    `UPDATE mailboxes SET lease_token = NULL, leased_until = NULL, is_listening = false, problem = $3,
       failures = failures + 1, failing_since = coalesce(failing_since, $4), next_try_at = $5
     WHERE id = $1 AND lease_token = $2`,
    [id, leaseToken, failure.problem, failure.now, failure.nextTryAt],
  )
}

/** The provider gave another refresh token, without which the next sign-in fails. */
export async function writeAccess(
  sql: Sql,
  { id, leaseToken }: ClaimedMailbox,
  access: string,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    'UPDATE mailboxes SET access = $3 WHERE id = $1 AND lease_token = $2',
    [id, leaseToken, access],
  )
  return rowCount > 0
}

/** Everything that was there has been read: news are waited for. */
export async function noteListening(sql: Sql, { id, leaseToken }: ClaimedMailbox, now: Date): Promise<void> {
  await sql.query(
    `UPDATE mailboxes SET is_listening = true, read_at = $3, problem = NULL, failing_since = NULL, failures = 0,
       next_try_at = NULL, stuck_since = NULL
     WHERE id = $1 AND lease_token = $2`,
    [id, leaseToken, now],
  )
}

/** The next mail cannot be checked just now; since when the first try was. */
export async function noteStuck(sql: Sql, { id, leaseToken }: ClaimedMailbox, now: Date): Promise<void> {
  await sql.query(
    'UPDATE mailboxes SET stuck_since = coalesce(stuck_since, $3) WHERE id = $1 AND lease_token = $2',
    [id, leaseToken, now],
  )
}

/**
 * Everything up to this mail was read, and this became of it. False where the lease is over: then somebody else reads it again,
 * which changes nothing.
 */
export async function noteRead(
  tx: Tx,
  box: ClaimedMailbox,
  read: { uidValidity: number; lastUid: number; others: number; mails: readonly ReadMailRow[]; now: Date },
): Promise<boolean> {
  const { mails, now } = read
  const { rowCount } = await tx.query(
    `UPDATE mailboxes SET uid_validity = $3, last_uid = $4, others = others + $5, stuck_since = NULL
     WHERE id = $1 AND lease_token = $2`,
    [box.id, box.leaseToken, read.uidValidity, read.lastUid, read.others],
  )
  if (rowCount === 0) return false
  if (mails.length === 0) return true
  await tx.query(
    `INSERT INTO mailbox_mails (mailbox_id, user_id, uid, sender, subject, marketplace, sent_at, read_at, outcome, listings, reason)
     SELECT $1, $2, uid, sender, subject, marketplace, sent_at, $3, outcome, listings, reason
     FROM unnest($4::bigint[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[], $10::int[], $11::text[])
       WITH ORDINALITY AS m(uid, sender, subject, marketplace, sent_at, outcome, listings, reason, place) ORDER BY place`,
    [
      ...[box.id, box.userId, now, mails.map(({ uid }) => uid), mails.map(({ sender }) => sender)],
      ...[mails.map(({ subject }) => subject), mails.map(({ marketplace }) => marketplace)],
      ...[mails.map(({ sentAt }) => sentAt), mails.map(({ outcome }) => outcome)],
      ...[mails.map(({ listings }) => listings), mails.map(({ reason }) => reason)],
    ],
  )
  await tx.query(
    `DELETE FROM mailbox_mails WHERE mailbox_id = $1 AND id < (
       SELECT id FROM mailbox_mails WHERE mailbox_id = $1 ORDER BY id DESC OFFSET $2 LIMIT 1)`,
    [box.id, mailsKept - 1],
  )
  await countSenders(tx, box, mails, now)
  return true
}

async function countSenders(
  tx: Tx,
  box: ClaimedMailbox,
  mails: readonly ReadMailRow[],
  now: Date,
): Promise<void> {
  const { rows } = await tx.query<{ name: string }>(
    `SELECT marketplace || ' ' || sender AS name FROM mailbox_senders WHERE mailbox_id = $1`,
    [box.id],
  )
  const known = new Set(rows.map(({ name }) => name))
  for (const { marketplace, sender: said, outcome, listings } of mails) {
    const isNew = !known.has(`${marketplace} ${said}`)
    const sender = isNew && known.size >= sendersMax ? otherSenders : said
    known.add(`${marketplace} ${sender}`)
    const gave = outcome === 'taken'
    const isSale = outcome === 'sale'
    await tx.query(
      `INSERT INTO mailbox_senders AS s (mailbox_id, user_id, sender, marketplace, mails, listings, unproven, nothing,
         nothing_in_a_row, last_mail_at, last_listing_at, sales)
       VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $7, $8, $9, $10)
       ON CONFLICT (mailbox_id, marketplace, sender) DO UPDATE SET mails = s.mails + 1, listings = s.listings + $5,
         unproven = s.unproven + $6, nothing = s.nothing + $7,
         sales = s.sales + $10,
         nothing_in_a_row = CASE WHEN $9::timestamptz IS NULL AND $10 = 0 THEN s.nothing_in_a_row + $7 ELSE 0 END,
         last_mail_at = $8, last_listing_at = coalesce($9, s.last_listing_at)`,
      [
        ...[box.id, box.userId, sender, marketplace, listings, Number(outcome === 'unproven')],
        ...[Number(outcome !== 'unproven' && outcome !== 'gone' && !gave && !isSale), now, gave ? now : null],
        Number(isSale),
      ],
    )
  }
}
