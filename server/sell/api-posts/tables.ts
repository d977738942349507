import { sql } from 'drizzle-orm'
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import type { AdThere, FeeShown } from '../../model/selling.ts'
import { items, posts } from '../tables.ts'
import {
  type ApiChoices,
  type ApiDraft,
  type ApiProblem,
  apiPostStates,
  apiSteps,
  type Revision,
  type SentAd,
  wishes,
} from './api-post.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })
const id = () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity()
const number = (name: string) => bigint(name, { mode: 'number' })

/** An item's ad on a site of a marketplace that is posted by its API: what is wanted, and what is known to be there. */
export const apiPosts = pgTable(
  'api_posts',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    itemId: number('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    site: text().notNull(),
    postId: number('post_id').references(() => posts.id, { onDelete: 'set null' }),
    sku: text().notNull(),
    draft: jsonb().$type<ApiDraft>().notNull(),
    state: text({ enum: apiPostStates }).notNull(),
    wish: text({ enum: wishes }),
    wishNo: integer('wish_no').notNull().default(0),
    because: text(),
    step: text({ enum: apiSteps }),
    sent: jsonb().$type<SentAd>(),
    sentHash: text('sent_hash'),
    itemHash: text('item_hash'),
    offerHash: text('offer_hash'),
    offerId: text('offer_id'),
    fees: jsonb().$type<FeeShown[]>(),
    /** Of the confirmation that was given out for what was checked last. */
    confirmationHash: text('confirmation_hash'),
    confirmationEndsAt: time('confirmation_ends_at'),
    confirmedHash: text('confirmed_hash'),
    revision: jsonb().$type<Revision>(),
    listingId: text('listing_id'),
    url: text(),
    there: jsonb().$type<AdThere>(),
    readAt: time('read_at'),
    problem: jsonb().$type<ApiProblem>(),
    warnings: jsonb().$type<string[]>().notNull(),
    tries: integer().notNull().default(0),
    /** When the program goes on with it; null = there is nothing to do. */
    dueAt: time('due_at'),
    leaseToken: uuid('lease_token'),
    leasedUntil: time('leased_until'),
    endAskedAt: time('end_asked_at'),
    publishedAt: time('published_at'),
    endedAt: time('ended_at'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('api_posts_ad').on(table.itemId, table.marketplace, table.site),
    uniqueIndex('api_posts_standing')
      .on(table.itemId, table.marketplace)
      .where(sql`state IN ('publishing', 'live', 'changed-there', 'ending', 'unknown')`),
    index('api_posts_person').on(table.userId, table.id),
    index('api_posts_post').on(table.postId),
    index('api_posts_due').on(table.dueAt).where(sql`due_at IS NOT NULL`),
  ],
)

/** Every call to a marketplace in a person's name, written before it is sent. */
export const postCalls = pgTable(
  'post_calls',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** null = it was about no single post. */
    apiPostId: number('api_post_id').references(() => apiPosts.id, { onDelete: 'set null' }),
    marketplace: text().notNull(),
    step: text().notNull(),
    method: text().notNull(),
    path: text().notNull(),
    bodyHash: text('body_hash'),
    sentAt: time('sent_at').notNull(),
    /** null = no answer came, or it was lost. */
    answeredAt: time('answered_at'),
    status: integer(),
    codes: text().array().notNull(),
    ids: jsonb().$type<Record<string, string>>().notNull(),
    reason: text(),
    ms: integer(),
  },
  (table) => [
    index('post_calls_person').on(table.userId, table.id),
    index('post_calls_post').on(table.apiPostId, table.id),
    index('post_calls_sent').on(table.sentAt),
    index('post_calls_read').on(table.sentAt).where(sql`method = 'GET'`),
  ],
)

/** Photos that were uploaded there, by what is in them. */
export const apiPhotos = pgTable(
  'api_photos',
  {
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    sha256: text().notNull(),
    url: text().notNull(),
    /** null = it stays. */
    expiresAt: time('expires_at'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.marketplace, table.sha256] })],
)

export const apiChoices = pgTable(
  'api_choices',
  {
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    site: text().notNull(),
    choices: jsonb().$type<ApiChoices>().notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.marketplace, table.site] })],
)
