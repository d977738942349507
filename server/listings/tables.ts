import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import { categories, conditions, listingStates, priceBases } from '../model/listing-schema.ts'
import { offerKinds, priceMeanings } from '../model/offer/kinds.ts'
import type { Risk } from '../model/risk.ts'
import type { FairValue } from '../model/score-schema.ts'
import { hideReasons, type MarkUndo } from './marks/mark-schema.ts'
import { byDiscount, byLevel, byOutlay, byPrice, isResold } from './orders/order-sql.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })
const time = (name: string) => timestamp(name, { withTimezone: true })
const cents = (name: string) => bigint(name, { mode: 'number' })

const ofUser = (name: string) =>
  bigint(name, { mode: 'number' })
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const listings = pgTable(
  'listings',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    marketplace: text().notNull(),
    externalId: text('external_id').notNull(),
    /** Whose alone it is, of a feed or file of their own; null = market data, which everybody sees. Never changes. */
    ownerId: bigint('owner_id', { mode: 'number' }).references(() => users.id, { onDelete: 'cascade' }),
    sourceId: bigint('source_id', { mode: 'number' }),
    demo: boolean().notNull(),
    title: text().notNull(),
    url: text().notNull(),
    priceCents: cents('price_cents'),
    /** null = unknown, not a default. */
    currency: text(),
    shippingCents: cents('shipping_cents'),
    originalPriceCents: cents('original_price_cents'),
    originalCurrency: text('original_currency'),
    description: text(),
    condition: text({ enum: conditions }),
    conditionText: text('condition_text'),
    category: text({ enum: categories }).notNull(),
    categoryFrom: text('category_from', { enum: ['site', 'title'] }),
    siteCategory: text('site_category'),
    brand: text(),
    location: text(),
    lat: doublePrecision(),
    lon: doublePrecision(),
    /** `site` = the page told them, `place` = looked up from the location's name. */
    coordinatesFrom: text('coordinates_from', { enum: ['site', 'place'] }),
    postedAt: time('posted_at'),
    imageUrls: jsonb('image_urls').$type<string[]>().notNull(),
    buyingFormat: text('buying_format'),
    endsAt: time('ends_at'),
    bidCount: integer('bid_count'),
    variations: boolean(),
    state: text({ enum: listingStates }).notNull(),
    basis: text({ enum: priceBases }).notNull(),
    /** What is offered; null = not read yet, see `withOffer`. */
    kind: text({ enum: offerKinds }),
    kindProbability: doublePrecision('kind_probability'),
    thingProbability: doublePrecision('thing_probability'),
    kindWords: jsonb('kind_words').$type<string[]>(),
    priceMeaning: text('price_meaning', { enum: priceMeanings }),
    repostOf: text('repost_of'),
    attributes: jsonb().$type<Record<string, string>>().notNull(),
    firstSeenAt: time('first_seen_at').notNull(),
    /** Written at most once an hour while nothing changes. */
    lastSeenAt: time('last_seen_at').notNull(),
    /** When it was found sold or gone. */
    endedAt: time('ended_at'),
    detailsReadAt: time('details_read_at'),
    /** The scan that saw it last; when that scan holds every result and lacks it, it is missing. */
    lastScanId: bigint('last_scan_id', { mode: 'number' }),
    missingCount: smallint('missing_count').notNull().default(0),
    value: jsonb().$type<FairValue>(),
    valueMidCents: cents('value_mid_cents'),
    /** What of a deal score is the same for everybody at any time (`NeutralScore`); −1 = not valued yet. */
    neutral: doublePrecision().notNull().default(-1),
    /** Of its price as if it were next door; null = none is meant. */
    priceShare: doublePrecision('price_share'),
    /** Which comparables its value rests on (`Neighbourhood`); null = nothing can be compared with it. */
    compGroup: bigint('comp_group', { mode: 'number' }),
    compMarket: bigint('comp_market', { mode: 'number' }),
    /** What programs of before sort by; nobody writes it. */
    score: smallint().notNull().default(0),
    /** Signs of a swindle; null = none. Never part of the score. */
    risk: jsonb().$type<Risk>(),
    riskScore: smallint('risk_score').notNull().default(0),
    /** Listings elsewhere that show one of its photos. */
    photoReuses: smallint('photo_reuses').notNull().default(0),
    /** Of the folded description, where it is long enough to be nobody else's by chance. */
    textHash: bigint('text_hash', { mode: 'bigint' }),
    /** When it was valued last; the beginning of time = as soon as its market is learned. */
    scoredAt: time('scored_at').notNull(),
    /** Folded words of title, brand and description, without positions. */
    search: tsvector().notNull(),
    /** Lets other processes follow changes without gaps (compared with pg_snapshot_xmin). */
    changedXid: xid8('changed_xid').notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [
    // One view of a listing for the market, and one for each person.
    unique('listings_identity').on(table.marketplace, table.externalId, table.ownerId).nullsNotDistinct(),
    index('listings_personal').on(table.ownerId, table.marketplace).where(sql`owner_id IS NOT NULL`),
    index('listings_newest').on(table.firstSeenAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    // What facets are counted of, without a look at the listings themselves; the newest of what is more than is counted.
    index('listings_facets')
      .on(
        ...([table.firstSeenAt.desc().nullsFirst(), table.id.desc().nullsFirst()] as const),
        ...([table.category, table.marketplace, table.condition, table.kind, table.priceMeaning] as const),
        ...([table.priceCents, table.currency, table.riskScore, table.demo] as const),
      )
      .where(sql`state = 'active' AND owner_id IS NULL`),
    index('listings_neutral')
      .on(table.neutral.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`state = 'active'`),
    index('listings_category')
      .on(table.category, table.neutral.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`state = 'active'`),
    index('listings_price')
      .on(table.currency, sql.raw(`(${byPrice('')})`), table.id)
      .where(sql`state = 'active'`),
    index('listings_discount')
      .on(sql.raw(`(${byDiscount('')})`), table.id)
      .where(sql`state = 'active'`),
    index('listings_resold')
      .on(table.currency, sql.raw(`(${byLevel('')})`), sql.raw(`(${byOutlay('')})`), table.id)
      .where(sql.raw(`state = 'active' AND ${isResold('')}`)),
    index('listings_ends').on(table.endsAt, table.id).where(sql`state = 'active' AND ends_at IS NOT NULL`),
    index('listings_place').on(table.lat, table.lon).where(sql`state = 'active' AND lat IS NOT NULL`),
    index('listings_placeless').on(table.id).where(sql`state = 'active' AND lat IS NULL`),
    index('listings_comp_group').on(table.compGroup, table.id).where(sql`state = 'active'`),
    index('listings_comp_market')
      .on(table.compMarket, table.id)
      .where(sql`state = 'active' AND value IS NULL AND price_cents > 0`),
    index('listings_unvalued')
      .on(table.id)
      .where(sql`state = 'active' AND (scored_at = 'epoch' OR neutral < 0)`),
    index('listings_search').using('gin', table.search),
    index('listings_changed').on(table.changedXid),
    index('listings_text').on(table.textHash).where(sql`text_hash IS NOT NULL`),
    index('listings_last_scan').on(table.lastScanId).where(sql`state = 'active'`),
    index('listings_kind_unread').on(table.id).where(sql`kind IS NULL`),
    // Whoever deletes their account at a marketplace is looked for among its sellers.
    index('listings_seller')
      .on(table.marketplace, sql`(attributes->>'sellerKey')`)
      .where(sql`attributes ? 'sellerKey'`),
    index('listings_demo').on(table.firstSeenAt, table.id).where(sql`demo`),
  ],
)

export const priceChanges = pgTable(
  'price_changes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    listingId: bigint('listing_id', { mode: 'number' })
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    priceCents: cents('price_cents'),
    currency: text(),
    seenAt: time('seen_at').notNull(),
  },
  (table) => [
    index('price_changes_listing').on(table.listingId, table.seenAt),
    index('price_changes_seen').on(table.seenAt, table.id),
  ],
)

/** What a person did with a listing and wrote about it; only they see it. */
export const listingMarks = pgTable(
  'listing_marks',
  {
    userId: ofUser('user_id'),
    listingId: bigint('listing_id', { mode: 'number' })
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    seenAt: time('seen_at'),
    hiddenAt: time('hidden_at'),
    hiddenReason: text('hidden_reason', { enum: hideReasons }),
    contactedAt: time('contacted_at'),
    boughtAt: time('bought_at'),
    note: text(),
    tags: text().array(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.listingId] }),
    index('listing_marks_listing').on(table.listingId),
    index('listing_marks_hidden').on(table.userId, table.listingId).where(sql`hidden_at IS NOT NULL`),
    index('listing_marks_kept')
      .on(table.userId, table.listingId)
      .where(sql`contacted_at IS NOT NULL OR bought_at IS NOT NULL`),
  ],
)

/** Up to when a person has seen what is new. */
export const listingLooks = pgTable('listing_looks', {
  userId: ofUser('user_id').primaryKey(),
  /** All that was first seen until then. */
  seenUpTo: time('seen_up_to').notNull(),
})

/** What marks were before a change, for a day: what takes the change back. */
export const markUndos = pgTable(
  'mark_undos',
  {
    userId: ofUser('user_id'),
    id: uuid().notNull(),
    before: jsonb().$type<MarkUndo>().notNull(),
    expiresAt: time('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.id] }),
    index('mark_undos_expiry').on(table.expiresAt),
  ],
)
