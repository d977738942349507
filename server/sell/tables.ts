import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import { listings } from '../listings/tables.ts'
import { conditions } from '../model/listing-schema.ts'
import type { StoredAnswer } from './ai/answer-schema.ts'
import { aiCallStates, aiOutcomes } from './ai/outcomes.ts'
import type { MileageRate, YearLine } from './books/book-schema.ts'
import { moneyKinds, moneySources } from './money-kinds.ts'
import {
  type Candidate,
  type PhotoCut,
  type PhotoDid,
  type PhotoVersion,
  photoStates,
  photoVersions,
  storedFactFields,
} from './photos/photo.ts'
import { photoProblemCodes } from './photos/photo-problems.ts'
import { asideReasons, postStates, postVias, saleStates } from './states.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })
const id = () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity()
const number = (name: string) => bigint(name, { mode: 'number' })

/** A thing that a person owns, to keep or to sell. */
export const items = pgTable(
  'items',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Letters and digits, the same for ever: what marketplaces know it by. */
    sku: text().notNull(),
    title: text().notNull(),
    category: text().notNull(),
    brand: text(),
    condition: text({ enum: conditions }),
    /** What ads say of it, a line each: what it is like, what is wrong with it, what comes with it. */
    details: text(),
    defects: text(),
    included: text(),
    /** For oneself alone. */
    note: text(),
    /** How many of them. */
    quantity: integer().notNull(),
    aside: text({ enum: asideReasons }),
    /** The deal that it was bought as; null = bought elsewhere, or no longer stored. */
    listingId: number('listing_id').references(() => listings.id, { onDelete: 'set null' }),
    /** What selling it again was expected to bring when it was bought. */
    predictedCents: number('predicted_cents'),
    predictedCurrency: text('predicted_currency'),
    boughtOn: date('bought_on'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('items_sku').on(table.userId, table.sku),
    index('items_person').on(table.userId, table.id),
    index('items_listing').on(table.listingId),
    check('items_quantity', sql`quantity > 0`),
  ],
)

/** An item on a marketplace. */
export const posts = pgTable(
  'posts',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    itemId: number('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    url: text(),
    priceCents: number('price_cents'),
    currency: text(),
    state: text({ enum: postStates }).notNull(),
    /** Who posts it and takes it down: the person by hand, or the program by the marketplace's API. */
    via: text({ enum: postVias }).notNull().default('person'),
    listedAt: time('listed_at').notNull(),
    /** The person last said then that it still stands, or moved it up. */
    checkedAt: time('checked_at'),
    /** How often the person was reminded to take it down. */
    reminders: integer().notNull().default(0),
    /** When they were last told of it, also that it runs out. */
    remindedAt: time('reminded_at'),
    /** It sold elsewhere then, and should be taken down. */
    endAskedAt: time('end_asked_at'),
    endedAt: time('ended_at'),
  },
  (table) => [
    index('posts_item').on(table.itemId),
    index('posts_person').on(table.userId, table.id),
    index('posts_end').on(table.userId).where(sql`state = 'end-asked'`),
  ],
)

export const sales = pgTable(
  'sales',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    itemId: number('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    postId: number('post_id').references(() => posts.id, { onDelete: 'set null' }),
    marketplace: text().notNull(),
    /** The marketplace's order number; a sale that comes twice is one. */
    reference: text(),
    quantity: integer().notNull(),
    state: text({ enum: saleStates }).notNull(),
    /** The thing came back: it is in stock again. */
    isReturned: boolean('is_returned').notNull(),
    soldOn: date('sold_on').notNull(),
    note: text(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('sales_reference')
      .on(table.userId, table.marketplace, table.reference)
      .where(sql`reference IS NOT NULL`),
    index('sales_item').on(table.itemId),
    index('sales_person').on(table.userId, table.soldOn, table.id),
    index('sales_post').on(table.postId),
    check('sales_quantity', sql`quantity > 0`),
  ],
)

/** One amount; how it counts follows from its kind. */
export const moneyRows = pgTable(
  'money_rows',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    itemId: number('item_id').references(() => items.id, { onDelete: 'cascade' }),
    saleId: number('sale_id').references(() => sales.id, { onDelete: 'cascade' }),
    kind: text({ enum: moneyKinds }).notNull(),
    cents: number('cents').notNull(),
    currency: text().notNull(),
    onDate: date('on_date').notNull(),
    source: text({ enum: moneySources }).notNull(),
    note: text(),
    /** What it is there, for amounts of a marketplace: the same one again is the same row. */
    reference: text(),
    /** It stands until the marketplace has booked it. */
    isEstimate: boolean('is_estimate').notNull().default(false),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('money_rows_reference').on(table.userId, table.reference).where(sql`reference IS NOT NULL`),
    index('money_rows_sale').on(table.saleId),
    index('money_rows_item').on(table.itemId),
    index('money_rows_person').on(table.userId, table.onDate, table.id),
    check('money_rows_cents', sql`cents >= 0`),
  ],
)

/** What a person wrote themselves of an item's ad on a marketplace; what is null is written of the facts. */
export const adTexts = pgTable(
  'ad_texts',
  {
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    itemId: number('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    title: text(),
    description: text(),
    priceCents: number('price_cents'),
    currency: text(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.marketplace] }),
    index('ad_texts_person').on(table.userId),
  ],
)

/** How a person writes their ads. */
export const writingStyles = pgTable('writing_styles', {
  userId: number('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  style: jsonb().notNull(),
  updatedAt: time('updated_at').notNull(),
})

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A photo that a person took of something of theirs; what is in it is in `item_photo_parts`. */
export const itemPhotos = pgTable(
  'item_photos',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Of the file as it came: the same file again is the same photo. */
    sha256: text().notNull(),
    /** Of the file. */
    name: text().notNull(),
    bytes: integer().notNull(),
    state: text({ enum: photoStates }).notNull(),
    /** Why it is refused. */
    problem: text({ enum: photoProblemCodes }),
    /** As shown. */
    width: integer(),
    height: integer(),
    /** By the camera's clock, without a zone. */
    takenAt: text('taken_at'),
    /** To recognise the same picture by. */
    hash: text(),
    /** To tell things apart by, when photos are grouped. */
    look: text(),
    /** Which version is shown and sold by. */
    used: text({ enum: photoVersions }).notNull(),
    /** Versions that there are beside the plain one. */
    versions: jsonb().$type<PhotoVersion[]>().notNull(),
    did: jsonb().$type<PhotoDid>(),
    cut: jsonb().$type<PhotoCut>(),
    /** What it was recognised as; null = nobody looked yet. */
    candidates: jsonb().$type<Candidate[]>(),
    /** Where a person put it; null = by time and looks. */
    groupNo: number('group_no'),
    itemId: number('item_id').references(() => items.id, { onDelete: 'set null' }),
    /** Among those of its item or group. */
    position: integer().notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('item_photos_file').on(table.userId, table.sha256),
    index('item_photos_item').on(table.itemId, table.position),
    index('item_photos_loose').on(table.userId, table.id).where(sql`item_id IS NULL`),
  ],
)

/** The bytes of a photo's files, each cut into pieces of a megabyte, so that no process holds one whole. */
export const itemPhotoParts = pgTable(
  'item_photo_parts',
  {
    photoId: number('photo_id')
      .notNull()
      .references(() => itemPhotos.id, { onDelete: 'cascade' }),
    file: text().notNull(),
    part: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.file, table.part] })],
)

/** What a person said that a thing is, field by field, and where it came from. */
export const itemFacts = pgTable(
  'item_facts',
  {
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    itemId: number('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    field: text({ enum: storedFactFields }).notNull(),
    value: text().notNull(),
    /** 0–1; what a person typed is 1. */
    confidence: real().notNull(),
    origin: text().notNull(),
    evidence: text(),
    photoId: number('photo_id').references(() => itemPhotos.id, { onDelete: 'set null' }),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.field] }),
    index('item_facts_person').on(table.userId),
    index('item_facts_photo').on(table.photoId),
  ],
)

/** A person lets what belongs to their things be sent to somebody who describes them. */
export const aiAgreements = pgTable('ai_agreements', {
  userId: number('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** To whom: another one is asked for anew. */
  recipient: text().notNull(),
  agreedAt: time('agreed_at').notNull(),
})

/** What a model was asked, and what that cost: a row before each call, settled after it. */
export const aiCalls = pgTable(
  'ai_calls',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Null = it is gone; what it cost stays. */
    itemId: number('item_id').references(() => items.id, { onDelete: 'set null' }),
    /** Of what is asked: the same is not asked twice at once. */
    key: text().notNull(),
    model: text().notNull(),
    languages: jsonb().$type<string[]>().notNull(),
    state: text({ enum: aiCallStates }).notNull(),
    /** Null until it is done. */
    outcome: text({ enum: aiOutcomes }),
    isPriced: boolean('is_priced').notNull(),
    /** What counts against the caps: the most that it may cost until it is settled, then what it did. */
    microCents: number('micro_cents').notNull(),
    tokens: number('tokens').notNull(),
    /** As the provider says; null = it does not. */
    tokensIn: integer('tokens_in'),
    tokensOut: integer('tokens_out'),
    ms: integer(),
    startedAt: time('started_at').notNull(),
    /** Who has it must have settled it then. */
    leaseUntil: time('lease_until').notNull(),
    /** The provider asks to wait so long. */
    retryAt: time('retry_at'),
  },
  (table) => [
    uniqueIndex('ai_calls_open').on(table.userId, table.key).where(sql`state <> 'done'`),
    index('ai_calls_spent').on(table.startedAt, table.userId),
    index('ai_calls_person').on(table.userId, table.id),
    index('ai_calls_item').on(table.itemId, table.id),
  ],
)

/** How a person's books are kept. */
export const bookSettings = pgTable('book_settings', {
  userId: number('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Their own; known ones are laid under them when they are read. */
  mileageRates: jsonb('mileage_rates').$type<MileageRate[]>().notNull(),
  /** In which line of the year's sums which kinds are; null = as in a US Schedule C. */
  yearLines: jsonb('year_lines').$type<YearLine[]>(),
  updatedAt: time('updated_at').notNull(),
})

/** What a model said of a thing, as it was read; what of it is offered is judged whenever it is shown. */
export const aiAnswers = pgTable(
  'ai_answers',
  {
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    itemId: number('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    model: text().notNull(),
    answer: jsonb().$type<StoredAnswer>().notNull(),
    answeredAt: time('answered_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.key] }),
    index('ai_answers_person').on(table.userId),
  ],
)
