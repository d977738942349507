import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { accountRoles } from '../core/actor.ts'
import { unitChoices } from '../core/units.ts'
import type { TravelCost } from '../model/score-schema.ts'
import { hourCycles, weekStarts } from './profile.ts'

const id = () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity()
const time = (name: string) => timestamp(name, { withTimezone: true })
const ofUser = (name: string) =>
  bigint(name, { mode: 'number' })
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const users = pgTable(
  'users',
  {
    id: id(),
    name: text().notNull(),
    role: text({ enum: accountRoles }).notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
    /** In lower case; null of an account that nobody has claimed, so that nobody can sign in to it. */
    email: text().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text(),
    /** Nobody signs in to it any more, and what was signed in is signed out. */
    disabledAt: time('disabled_at'),
    /** A code is asked for after the password: there is a row in second_factors that was confirmed. */
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  },
  (table) => [check('users_email_lower', sql`${table.email} = lower(${table.email})`)],
)

/** Where somebody is signed in: `session` of better-auth. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    token: text().notNull().unique(),
    userId: ofUser('user_id'),
    expiresAt: time('expires_at').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** Came in by a passkey, which is two factors. */
    byPasskey: boolean('by_passkey').notNull().default(false),
    /** When its person last proved within it that it is still them. */
    provedAt: time('proved_at'),
  },
  (table) => [index('sessions_user').on(table.userId), index('sessions_expiry').on(table.expiresAt)],
)

/** What somebody signs in with, their password as a hash: `account` of better-auth, which also has other sites' there. */
export const credentials = pgTable(
  'credentials',
  {
    id: id(),
    userId: ofUser('user_id'),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    password: text(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: time('access_token_expires_at'),
    refreshTokenExpiresAt: time('refresh_token_expires_at'),
    scope: text(),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('credentials_user').on(table.userId, table.providerId)],
)

/** The app that somebody's codes come from: `twoFactor` of the better-auth plugin, with what it does not know of. */
export const secondFactors = pgTable('second_factors', {
  id: id(),
  userId: ofUser('user_id').unique(),
  /** Encrypted by the library. */
  secret: text().notNull(),
  /** JSON: hashes of those that are left. */
  recoveryCodes: text('recovery_codes').notNull(),
  /** Whether a code of the app has come back; before that it counts for nothing. */
  verified: boolean().notNull().default(false),
  /** The library's own count, which stays as it is: tries are counted in sign_in_failures. */
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: time('locked_until'),
  /** The half minute (since 1970) of the last code that was taken: that one and those before are taken no more. */
  lastStep: bigint('last_step', { mode: 'number' }),
  /** Whether a code is asked for after a passkey, too. */
  afterPasskey: boolean('after_passkey').notNull().default(false),
  createdAt: time('created_at').notNull().defaultNow(),
})

/** `passkey` of the better-auth plugin, with when it was used. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    userId: ofUser('user_id'),
    name: text(),
    credentialId: text('credential_id').notNull().unique(),
    publicKey: text('public_key').notNull(),
    /** How often the device says that it was used; 0 of those that do not count. */
    counter: bigint({ mode: 'number' }).notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text(),
    /** Which make of device or program it is. */
    aaguid: text(),
    createdAt: time('created_at').notNull().defaultNow(),
    lastUsedAt: time('last_used_at'),
    /** When it came with a count that is not beyond the last: somebody may have a copy. */
    countedBackAt: time('counted_back_at'),
  },
  (table) => [index('passkeys_user').on(table.userId)],
)

/**
 * What was sent or asked and is to come back, such as the token of a reset or the challenge of a passkey, by its hash:
 * `verification` of better-auth.
 */
export const verifications = pgTable(
  'verifications',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: time('expires_at').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('verifications_identifier').on(table.identifier),
    index('verifications_expiry').on(table.expiresAt),
  ],
)

/**
 * Keys of programs, hashed: `apikey` of the better-auth plugin. It counts and refills in several of these; here they stay
 * as they are, since limits are elsewhere.
 */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    /** The person's id, as text. */
    referenceId: text('reference_id').notNull(),
    configId: text('config_id').notNull().default('default'),
    name: text(),
    start: text(),
    prefix: text(),
    key: text().notNull().unique(),
    enabled: boolean().notNull().default(true),
    /** JSON: `{"deal-scout":["read"]}`. */
    permissions: text(),
    expiresAt: time('expires_at'),
    lastRequest: time('last_request'),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
    metadata: text(),
    refillInterval: integer('refill_interval'),
    refillAmount: integer('refill_amount'),
    lastRefillAt: time('last_refill_at'),
    rateLimitEnabled: boolean('rate_limit_enabled').notNull().default(false),
    rateLimitTimeWindow: integer('rate_limit_time_window'),
    rateLimitMax: integer('rate_limit_max'),
    requestCount: integer('request_count').notNull().default(0),
    remaining: integer(),
  },
  (table) => [index('api_keys_reference').on(table.referenceId)],
)

/** Links that make an account somebody's: set-up and invitations. The token is only in the link. */
export const accountLinks = pgTable(
  'account_links',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    kind: text({ enum: ['setup', 'invitation'] }).notNull(),
    /** Whom it was made for; null of the set-up. */
    email: text(),
    role: text({ enum: accountRoles }),
    invitedBy: bigint('invited_by', { mode: 'number' }).references(() => users.id, { onDelete: 'set null' }),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    usedAt: time('used_at'),
  },
  (table) => [index('account_links_expiry').on(table.expiresAt)],
)

/** Tries to sign in that failed, by whose account and from where, each hashed. */
export const signInFailures = pgTable(
  'sign_in_failures',
  {
    key: text().primaryKey(),
    failures: integer().notNull(),
    blockedUntil: time('blocked_until').notNull(),
    lastAt: time('last_at').notNull(),
  },
  (table) => [index('sign_in_failures_age').on(table.lastAt)],
)

/** What a person chose of docs/profile.md; null, and no row = the operator's default. */
export const profiles = pgTable('profiles', {
  userId: bigint('user_id', { mode: 'number' })
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** As it was written, and what was found by it. */
  home: text(),
  homeLabel: text('home_label'),
  homeLat: doublePrecision('home_lat'),
  homeLon: doublePrecision('home_lon'),
  homeCountry: text('home_country'),
  units: text({ enum: unitChoices }),
  currency: text(),
  timeZone: text('time_zone'),
  travel: jsonb().$type<TravelCost>(),
  language: text(),
  hourCycle: text('hour_cycle', { enum: hourCycles }),
  weekStart: text('week_start', { enum: weekStarts }),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})
