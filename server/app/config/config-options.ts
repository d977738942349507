import type { OptionSpec } from '../../core/options.ts'
import { unitChoices } from '../../core/units.ts'
import { aiOptions } from './config-options-ai.ts'
import { backupOptions } from './config-options-backup.ts'
import { logOptions } from './config-options-logs.ts'
import { networkOptions } from './config-options-network.ts'
import { webOptions } from './config-options-web.ts'

/** Roles that one process may play; all of them by default. */
export const roles = ['api', 'worker', 'scheduler'] as const
export type Role = (typeof roles)[number]

/** Every core option. Adapters add their own (see `OptionSpec`); docs/config.md is generated from both. */
export const coreOptions = {
  ...webOptions,
  ...networkOptions,
  ...backupOptions,
  ...aiOptions,
  ...logOptions,
  roles: {
    env: 'DEAL_SCOUT_ROLES',
    type: 'list',
    values: roles,
    default: [...roles],
    doc: 'Which parts this process runs: api, worker, scheduler. `--role` on the command line goes first.',
  },
  demo: {
    env: 'DEAL_SCOUT_DEMO',
    type: 'enum',
    values: ['auto', 'on', 'off'],
    default: 'auto',
    doc: 'The made-up demo market. auto = on while the database is embedded and no real source is connected.',
  },
  home: {
    env: 'DEAL_SCOUT_HOME',
    type: 'string',
    doc: 'ZIP code or city from which distances count, for people who set none in their profile.',
  },
  units: {
    env: 'DEAL_SCOUT_UNITS',
    type: 'enum',
    values: unitChoices,
    default: 'both',
    doc: 'How distances are written for people who chose no units.',
  },
  currency: {
    env: 'DEAL_SCOUT_CURRENCY',
    type: 'string',
    default: 'USD',
    doc: 'Currency of amounts that commands are given without one, for people who chose none.',
  },
  exchangeRates: {
    env: 'EXCHANGE_RATES',
    type: 'enum',
    values: ['off', 'ecb'],
    default: 'off',
    doc: 'Fetch the euro reference rates of the European Central Bank each working day, for rules whose limits hold in other currencies and for sums of several; off = only what an admin types. docs/exchange-rates.md.',
  },
  timeZone: {
    env: 'DEAL_SCOUT_TIME_ZONE',
    type: 'string',
    doc: 'Time zone of people who set none in their profile, e.g. Europe/Berlin. Default: that of this machine.',
  },
  notificationsKeptDays: {
    env: 'NOTIFICATIONS_KEPT_DAYS',
    type: 'integer',
    default: 365,
    min: 7,
    max: 3_650,
    doc: 'Notifications, their deliveries and attempts are deleted after this time; what still waits stays.',
  },
  ledgerKeptDays: {
    env: 'LEDGER_KEPT_DAYS',
    type: 'integer',
    default: 90,
    min: 7,
    max: 3_650,
    doc: 'Single attempts to deliver are deleted after this time; what became of a message stays as long as that.',
  },
  listingsKeptDays: {
    env: 'LISTINGS_KEPT_DAYS',
    type: 'integer',
    default: 730,
    min: 400,
    max: 3_650,
    doc: 'Listings of which nothing was heard for this time (not seen, not changed) are deleted with their prices, matches and photos; followed ones stay. Values need a year, trends of 104 weeks two: docs/retention.md.',
  },
  priceChangesKeptDays: {
    env: 'PRICE_CHANGES_KEPT_DAYS',
    type: 'integer',
    default: 730,
    min: 90,
    max: 3_650,
    doc: 'Older prices of listings that are still there are deleted, but for the last one before.',
  },
  matchesKeptDays: {
    env: 'MATCHES_KEPT_DAYS',
    type: 'integer',
    default: 730,
    min: 90,
    max: 3_650,
    doc: 'Matches of listings of which nothing was heard for this time are deleted; one that comes back later is notified as new.',
  },
  photoHashesKeptDays: {
    env: 'PHOTO_HASHES_KEPT_DAYS',
    type: 'integer',
    default: 365,
    min: 30,
    max: 3_650,
    doc: 'Hashes of photos of listings of which nothing was heard for this time are deleted: the same picture is no longer recognised.',
  },
  scanRunsKeptDays: {
    env: 'SCAN_RUNS_KEPT_DAYS',
    type: 'integer',
    default: 14,
    min: 2,
    max: 365,
    doc: 'The history of scans is deleted after this time.',
  },
  auditKeptDays: {
    env: 'AUDIT_KEPT_DAYS',
    type: 'integer',
    default: 365,
    min: 30,
    max: 3_650,
    doc: 'The audit log (who did what, when and from where) is deleted after this time.',
  },
  scanIntervalMs: {
    env: 'DEAL_SCOUT_SCAN_INTERVAL_MS',
    type: 'integer',
    default: 300_000,
    min: 60_000,
    max: 86_400_000,
    doc: 'Time between two scans of the same search; a marketplace may ask for more.',
  },
  compsSources: {
    env: 'COMPS_SOURCES',
    type: 'list',
    default: [],
    doc: 'Marketplaces and import sources whose prices may be evidence of value. Empty = all but those whose licence forbids it (eBay): see docs/how-we-value.md before naming one of them.',
  },
  compsMax: {
    env: 'COMPS_MAX',
    type: 'integer',
    default: 100_000,
    min: 1_000,
    max: 2_000_000,
    doc: 'Most comparable listings that one process holds in memory; the oldest of the most plentiful category go first. About 100 MB for 100,000.',
  },
  clusterListingsMax: {
    env: 'CLUSTER_LISTINGS_MAX',
    type: 'integer',
    default: 50_000,
    min: 0,
    max: 1_000_000,
    doc: 'Newest listings that one process remembers to recognise reposts and cross-posts by; 0 = off. About 5 KB each.',
  },
  learnFirst: {
    env: 'LEARN_FIRST',
    type: 'enum',
    values: ['on', 'off'],
    default: 'on',
    doc: 'Listings of a market whose prices are being learned are notified of when that is done, some seconds later; off = at once, by what is known so far.',
  },
  photoHashes: {
    env: 'PHOTO_HASHES',
    type: 'enum',
    values: ['off', 'on'],
    default: 'off',
    doc: 'Fetch the first photos of listings from their sites, at the pace of these, to recognise the same picture again; off = no photo is fetched.',
  },
  photosPerHostAndDay: {
    env: 'PHOTOS_PER_HOST_AND_DAY',
    type: 'integer',
    default: 2000,
    min: 0,
    max: 1_000_000,
    doc: 'Most photos fetched from one host in a day, by all processes together.',
  },
  photosShown: {
    env: 'PHOTOS_SHOWN',
    type: 'enum',
    values: ['off', 'on'],
    default: 'on',
    doc: 'Show photos of listings in the web app: each is fetched from its site once somebody looks at it, cut down, and kept under the data folder; off = a sign of the category stands there. docs/photos.md.',
  },
  photosShownMb: {
    env: 'PHOTOS_SHOWN_MB',
    type: 'integer',
    default: 500,
    min: 10,
    max: 1_000_000,
    doc: 'Most megabytes of shown photos that are kept; those unused for longest go.',
  },
  rulesHeld: {
    env: 'RULES_HELD',
    type: 'enum',
    values: ['all', 'dealt'],
    default: 'all',
    doc: 'Which rules a worker has in memory: all of them, and matches what it writes at once; or dealt = their 256 parts are dealt among the workers, for more rules than one process can hold (100 MB for a million).',
  },
  secretKeys: {
    env: 'DEAL_SCOUT_SECRET_KEYS',
    type: 'list',
    secret: true,
    doc: 'Keys (32 bytes, base64 or hex) that encrypt stored secrets; the first one encrypts, all decrypt. Default: a generated file in the data folder.',
  },
  databasePrepare: {
    env: 'DATABASE_PREPARE',
    type: 'enum',
    values: ['on', 'off'],
    default: 'on',
    doc: 'Named prepared statements, and time limits that are set for a connection; off for a pooler in transaction mode (PgBouncer) at DATABASE_URL.',
  },
  databasePoolSize: {
    env: 'DATABASE_POOL_SIZE',
    type: 'integer',
    default: 10,
    min: 2,
    max: 200,
    doc: 'Most connections of one process.',
  },
  databaseSlowMs: {
    env: 'DATABASE_SLOW_MS',
    type: 'integer',
    default: 1_000,
    min: 0,
    max: 3_600_000,
    doc: 'The log names who asked a statement that took longer, by function and not by text, once a minute each; 0 = never. docs/operations/database.md.',
  },
  databaseConnectTimeoutMs: {
    env: 'DATABASE_CONNECT_TIMEOUT_MS',
    type: 'integer',
    default: 10_000,
    min: 100,
    max: 600_000,
    doc: 'Longest wait for one connection.',
  },
  databaseIdleTimeoutMs: {
    env: 'DATABASE_IDLE_TIMEOUT_MS',
    type: 'integer',
    default: 30_000,
    min: 1000,
    max: 3_600_000,
    doc: 'An unused connection is closed after this time.',
  },
  databaseStatementTimeoutMs: {
    env: 'DATABASE_STATEMENT_TIMEOUT_MS',
    type: 'integer',
    default: 60_000,
    min: 1000,
    max: 3_600_000,
    doc: 'A statement that takes longer is cancelled by the server.',
  },
  databaseWaitMs: {
    env: 'DATABASE_WAIT_MS',
    type: 'integer',
    default: 60_000,
    min: 0,
    max: 3_600_000,
    doc: 'At start, how long to wait for a database that does not answer yet, goes away meanwhile, or (DATABASE_MIGRATE=wait) is not up to date yet.',
  },
  databaseMigrate: {
    env: 'DATABASE_MIGRATE',
    type: 'enum',
    values: ['auto', 'wait', 'off'],
    default: 'auto',
    doc: 'Who brings the database up to date: auto = every process at its start; wait = somebody else does, wait for that; off = refuse to start where it is not up to date. `deal-scout migrate` always does it.',
  },
} as const satisfies Record<string, OptionSpec>

type ValueOf<S extends OptionSpec> = S['type'] extends 'integer'
  ? number
  : S['type'] extends 'boolean'
    ? boolean
    : S['type'] extends 'list'
      ? S extends { values: readonly (infer V)[] }
        ? V[]
        : string[]
      : S extends { values: readonly (infer V)[] }
        ? V
        : string
type Options = typeof coreOptions
export type CoreValues = {
  -readonly [K in keyof Options]: 'default' extends keyof Options[K]
    ? ValueOf<Options[K]>
    : ValueOf<Options[K]> | undefined
}

/** One option as it stands: for `deal-scout config`. */
export interface ConfigEntry {
  spec: OptionSpec
  value: string | number | boolean | string[] | undefined
  origin: 'default' | 'environment' | 'file' | '.env'
}
