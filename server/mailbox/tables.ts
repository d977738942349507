import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import { mailboxProblemNames } from './problems.ts'
import { mailOutcomes, securities } from './schema.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })
const mailboxId = () =>
  bigint('mailbox_id', { mode: 'number' })
    .notNull()
    .references(() => mailboxes.id, { onDelete: 'cascade' })

/** A folder of a person's mail, from which alerts of marketplaces are read. */
export const mailboxes = pgTable(
  'mailboxes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    host: text().notNull(),
    port: integer().notNull(),
    security: text({ enum: securities }).notNull(),
    login: text().notNull(),
    /** Sealed JSON: password, or refresh token with what belongs to it. */
    access: text().notNull(),
    signsInBy: text('signs_in_by', { enum: ['password', 'oauth'] }).notNull(),
    folder: text().notNull(),
    readBackDays: integer('read_back_days').notNull(),
    trustedServer: text('trusted_server'),
    /** The person lets mails about their sales be read, too. */
    alsoSales: boolean('also_sales').notNull().default(false),
    enabled: boolean().notNull(),
    /** What the ids of mails count in; another one means that all ids are other ones. */
    uidValidity: bigint('uid_validity', { mode: 'number' }),
    /** Up to which everything was read; null = nothing yet. */
    lastUid: bigint('last_uid', { mode: 'number' }),
    /** All was read up to the end, and news are waited for. */
    isListening: boolean('is_listening').notNull().default(false),
    problem: text({ enum: mailboxProblemNames }),
    failingSince: time('failing_since'),
    failures: integer().notNull().default(0),
    nextTryAt: time('next_try_at'),
    readAt: time('read_at'),
    /** Its person was told then that it is not read; null = there is nothing to be told the end of. */
    toldAt: time('told_at'),
    /** Mails of others, which were not opened. */
    others: bigint({ mode: 'number' }).notNull().default(0),
    /** Since when the mail after `lastUid` waits for keys of signatures. */
    stuckSince: time('stuck_since'),
    leaseToken: uuid('lease_token'),
    leasedUntil: time('leased_until'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [index('mailboxes_person').on(table.userId), index('mailboxes_due').on(table.nextTryAt)],
)

/** How often each sender of a marketplace was heard of, and what came of it. */
export const mailboxSenders = pgTable(
  'mailbox_senders',
  {
    mailboxId: mailboxId(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sender: text().notNull(),
    marketplace: text().notNull(),
    mails: integer().notNull(),
    listings: integer().notNull(),
    sales: integer().notNull().default(0),
    unproven: integer().notNull(),
    nothing: integer().notNull(),
    /** Mails in a row, up to the last one, that gave nothing. */
    nothingInARow: integer('nothing_in_a_row').notNull(),
    lastMailAt: time('last_mail_at').notNull(),
    lastListingAt: time('last_listing_at'),
  },
  (table) => [primaryKey({ columns: [table.mailboxId, table.marketplace, table.sender] })],
)

/** The last mails of marketplaces, without what stood in them. */
export const mailboxMails = pgTable(
  'mailbox_mails',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    mailboxId: mailboxId(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    uid: bigint({ mode: 'number' }).notNull(),
    sender: text().notNull(),
    subject: text().notNull(),
    marketplace: text().notNull(),
    sentAt: time('sent_at'),
    readAt: time('read_at').notNull(),
    outcome: text({ enum: mailOutcomes }).notNull(),
    listings: integer().notNull(),
    reason: text(),
  },
  (table) => [index('mailbox_mails_newest').on(table.mailboxId, table.id)],
)
