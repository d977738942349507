import type { z } from 'zod'
import { saidAlone } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import type { MailboxView, mailSchema, mailSenderSchema } from './schema.ts'
import type { MailboxRow, MailRow, SenderRow } from './store.ts'

/** So many mails in a row without a listing mean that the site writes them in another way now. */
const driftMin = 3

export function mailboxView(row: MailboxRow, senders: readonly SenderRow[], now: Date): MailboxView {
  const sum = (name: 'mails' | 'listings' | 'sales' | 'unproven' | 'nothing') =>
    senders.reduce((total, sender) => total + sender[name], 0)
  const said = row.problem === null ? null : say(`mailbox-${row.problem}`)
  const lastMailMs = Math.max(...senders.map(({ lastMailAt }) => lastMailAt.getTime()))
  const { id, name, host, port, security, folder, signsInBy, readBackDays, trustedServer, enabled } = row
  const { alsoSales } = row
  return {
    ...{ id, name, host, port, security, folder, signsInBy, readBackDays, trustedServer, enabled },
    ...{ alsoSales, sales: sum('sales') },
    ...{ user: row.login, others: row.others, state: stateOf(row, now), problem: row.problem },
    ...{ reason: said?.sentence ?? null, reasonSaid: said && saidAlone(said) },
    failingSince: row.failingSince?.toISOString() ?? null,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    readAt: row.readAt?.toISOString() ?? null,
    lastMailAt: senders.length === 0 ? null : new Date(lastMailMs).toISOString(),
    ...{ mails: sum('mails'), listings: sum('listings'), unproven: sum('unproven'), nothing: sum('nothing') },
    createdAt: row.createdAt.toISOString(),
  }
}

function stateOf(row: MailboxRow, now: Date): MailboxView['state'] {
  if (!row.enabled) return 'off'
  const isLeased = row.leasedUntil !== null && row.leasedUntil > now
  if (isLeased && row.isListening) return 'listening'
  if (row.problem !== null) return 'failing'
  return isLeased ? 'reading' : 'waiting'
}

export function senderView(row: SenderRow): z.output<typeof mailSenderSchema> {
  const { sender, marketplace, mails, listings, sales, unproven, nothing } = row
  return {
    ...{ sender, marketplace, mails, listings, sales, unproven, nothing },
    drifts: row.nothingInARow >= driftMin,
    lastMailAt: row.lastMailAt.toISOString(),
    lastListingAt: row.lastListingAt?.toISOString() ?? null,
  }
}

export function mailView(row: MailRow): z.output<typeof mailSchema> {
  const { id, sender, subject, marketplace, outcome, listings, reason } = row
  return {
    ...{ id, sender, subject, marketplace, outcome, listings, reason },
    sentAt: row.sentAt?.toISOString() ?? null,
    readAt: row.readAt.toISOString(),
  }
}
