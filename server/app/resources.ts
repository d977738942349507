import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { type PasswordCost, recommendedCost } from '../accounts/passwords/password-hash.ts'
import { holdAccount, writeTimeZone } from '../accounts/profile-store.ts'
import { createProfiles } from '../accounts/profiles.ts'
import { ownerId } from '../accounts/store.ts'
import { createAudit } from '../audit/audit.ts'
import type { Access, Actor } from '../core/actor.ts'
import { type Clock, systemClock } from '../core/clock.ts'
import { createFetch, type Fetch } from '../core/fetch.ts'
import { type Jobs, jobsOf } from '../core/jobs.ts'
import type { Log } from '../core/log.ts'
import { createReaderPool, type Read, type ReaderPool, type ReadingFailure } from '../core/reader-pool.ts'
import { openRedis } from '../core/redis.ts'
import { runningProgram } from '../core/running-program.ts'
import { followKeyFile, keyFileOf, loadSecretKeys } from '../core/secret-keys.ts'
import { createSecrets } from '../core/secrets.ts'
import { createSecurityEvents } from '../core/security-events.ts'
import { noTracing, type Tracing, tracedFetch, tracedQueries } from '../core/telemetry/tracing.ts'
import { openClusterer } from '../flows/open-clusterer.ts'
import { openValuer } from '../flows/open-valuer.ts'
import { markRestored } from '../listings/changes-store.ts'
import { rescoreJob } from '../listings/jobs.ts'
import { type ResolveTxt, systemTxt } from '../mailbox/message/keys.ts'
import type { NotifyingDeps } from '../notify/delivery/create.ts'
import { inProductChannels } from '../notify/targets/channels.ts'
import { madeOptions } from '../notify/targets/made-options.ts'
import { createWhen } from '../notify/when/remembering.ts'
import { createMetrics } from '../ops/metrics.ts'
import { holdRates } from '../rates/held-rates.ts'
import { holdCooldowns, writeCooldowns } from '../rules/cooldown-store.ts'
import { createLiveMatcher } from '../rules/live/live-matcher.ts'
import { allParts, noParts } from '../rules/live/parts.ts'
import { createRegexThread } from '../rules/query/regex-thread.ts'
import { noteLearned } from '../scoring/comps/moves-store.ts'
import { type Learn, learnInThread } from '../scoring/price-model/learn.ts'
import { createSelling } from '../scoring/resale/selling.ts'
import { openStudioReaders } from '../sell/photos/readers.ts'
import type { Adapters } from './adapters.ts'
import type { Config } from './config.ts'
import { bringUpToDate, openDatabase, refuseEmptyDatabase, refuseEmptyFolder } from './database.ts'
import { defaultProfile } from './default-profile.ts'
import { hasSealed } from './deps/has-sealed.ts'
import { redisOptions } from './guards.ts'
import { version } from './installed.ts'
import { logFor } from './telemetry/log.ts'

/** What tests replace. */
export interface Overrides {
  clock?: Clock
  fetch?: Fetch
  read?: Read
  resolveTxt?: ResolveTxt
  log?: Log
  tracing?: Tracing
  /** Told what a start waits for; null = for nothing any more. */
  onWaiting?(what: string | null): void
  learn?: Learn
  /** Left out or undefined: what is recommended. */
  passwordCost?: PasswordCost | undefined
  actorOf?(request: FastifyRequest): Promise<Actor>
  /** What was built for browsers. */
  webDir?: string
  /** Called for each route. */
  onRoute?(route: { method: string; path: string; access: Access }): void
}

/** What lets go of what was opened, in the order of opening. */
export type Closers = (() => Promise<void>)[]

export type Resources = Awaited<ReturnType<typeof openResources>>

/** Opens what there is one of in a process: database, ways out, readers, figures, and what is held in memory. */
export async function openResources(
  config: Config,
  adapters: Adapters,
  overrides: Overrides,
  begins: boolean,
  closers: Closers,
) {
  const clock = overrides.clock ?? systemClock
  const log = overrides.log ?? logFor(config)
  const { tracing = noTracing } = overrides
  /** What of the process changes while it runs. */
  const state = {
    closing: false,
    /** It answers requests. */
    serving: false,
    /** Everything that its roles run has begun. */
    started: false,
    working: false,
    /** Whether it keeps time, and counts for all processes what is in the database. */
    scheduling: false,
    /** Until this process serves, that of the one that does. */
    address: runningProgram(config.dataDir)?.address ?? `http://${config.host}:${config.port}`,
    // Opened after the features that use it are made; they only use it once started.
    queue: undefined as Jobs | undefined,
  }
  const jobs = jobsOf(() => state.queue)
  const metrics = createMetrics()

  if (!begins) refuseEmptyFolder(config)
  const redis =
    config.redisUrl === undefined ? null : await openRedis(redisOptions(config, config.redisUrl, log))
  if (redis) closers.push(() => redis.close())
  const onQuery = tracedQueries(metrics.queried, tracing)
  const database = await openDatabase(config, log, `deal-scout ${version}`, { bus: redis, onQuery })
  closers.push(() => database.close())
  const { db, embedded, shared: sharesData } = database
  if (!begins) await db.outlast(() => refuseEmptyDatabase(db))
  await db.outlast(() => bringUpToDate(db, config, log, overrides.onWaiting))
  const owner: Actor = { userId: await db.outlast(() => ownerId(db)), roles: ['owner'] }
  const loaded = await loadSecretKeys({
    configured: config.secretKeys,
    dataDir: config.dataDir,
    isUsed: () => db.outlast(() => hasSealed(db)),
  })
  /** Null where the keys are configured. */
  const keyFile = (config.secretKeys ?? []).length > 0 ? null : keyFileOf(config.dataDir)
  const secrets = createSecrets({ keys: keyFile === null ? loaded : followKeyFile(keyFile, loaded) })
  /** The operator's, with what is made where they set nothing; the database has that, so another one has other. */
  const adapterOptions = { ...config.adapters }
  const takeMadeOptions = async () => {
    const deps = { db, clock, secrets, channels: adapters.channels }
    Object.assign(adapterOptions, await db.outlast(() => madeOptions(deps, config.adapters)))
  }
  await takeMadeOptions()
  const outbound = { hosts: config.outboundHosts, encryptedOnly: config.outboundPlain === 'refuse' }
  const security = createSecurityEvents({
    ...{ log, clock },
    count: (kind) => metrics.securityEvents.inc({ kind }),
  })
  const ownFetch = overrides.fetch
    ? null
    : createFetch({
        ...{ userAgent: `DealScout/${version}`, log, clock, outbound },
        onRefused: security.addressRefused,
      })
  if (ownFetch) closers.push(() => ownFetch.close())
  closers.push(async () => {
    for (const channel of adapters.channels.values()) channel.close?.()
  })
  const audit = createAudit({ clock })
  const observe = (name: string, why: ReadingFailure) => metrics.setAside.inc({ reader: name, why })
  const ownReaders = overrides.read ? null : createReaderPool({ log, observe })
  if (ownReaders) closers.push(() => ownReaders.close())
  const studio = openStudioReaders({ dataDir: config.dataDir, log, observe })
  closers.push(() => studio.close())

  /** Whether a marketplace's prices may be evidence: the operator's list, else what the licences allow. */
  const compsAllowed = (marketplace: string) =>
    config.compsSources.length > 0
      ? config.compsSources.includes(marketplace)
      : adapters.marketplaces.get(marketplace)?.terms.noComps !== true
  const listingsKeptMs = config.listingsKeptDays * 86_400_000
  const valuer = openValuer({
    clock,
    log,
    capacity: config.compsMax,
    heardForMs: listingsKeptMs,
    compsAllowed,
    learn: overrides.learn ?? learnInThread,
    learned(currency, demo) {
      if (!state.working) return
      const noted = noteLearned(db, currency, demo).then(() =>
        jobs.send(rescoreJob, {}, { delayMs: 1_000, key: 'soon' }),
      )
      void noted.catch((error: unknown) => {
        log.warn(
          { err: error },
          'what was valued before prices were learned is valued again when they are learned next',
        )
      })
    },
  })
  closers.push(() => valuer.close())
  const regexes = createRegexThread()
  closers.push(() => regexes.close())
  const profiles = createProfiles({ clock, defaults: defaultProfile(config, log) })
  const notifying: NotifyingDeps = {
    when: createWhen(),
    inProductChannels: inProductChannels(adapters.channels),
    timeZone: profiles.defaults.timeZone,
    languageOf: async (userId) => {
      await profiles.catchUp(db)
      return profiles.of(userId).language
    },
    writeTimeZone: async (tx, userId, timeZone, now) => {
      await holdAccount(tx, userId)
      await writeTimeZone(tx, userId, timeZone, now)
      tx.afterCommit(() => profiles.forget())
    },
    cooldowns: { hold: holdCooldowns, write: writeCooldowns },
  }
  const { clusterer, photoHashesOf } = openClusterer({ clock, log, capacity: config.clusterListingsMax })
  const selling = createSelling({
    clock,
    places: adapters.marketplaces.values(),
    allowed: compsAllowed,
    listingsKeptMs,
  })
  const rates = holdRates({ clock })
  const matcher = createLiveMatcher({ clock, parts: config.rulesHeld === 'all' ? allParts : noParts })
  db.onReplaced(() => {
    for (const memory of [valuer, clusterer, profiles, selling, rates, matcher]) memory.forget()
    void takeMadeOptions().catch((error: unknown) =>
      log.warn({ err: error }, 'what was made for channels is read again at the next start'),
    )
    if (state.working)
      void db
        .outlast(() => markRestored(db))
        .catch((error: unknown) => log.warn({ err: error }, 'restored listings are marked at the next start'))
  })
  return {
    ...{
      db,
      embedded,
      sharesData,
      redis,
      clock,
      log,
      jobs,
      state,
      owner,
      secrets,
      keyFile,
      metrics,
      audit,
      security,
      notifying,
      valuer,
      regexes,
    },
    ...{ compsAllowed, tracing, ...adapters },
    fetch: tracedFetch(overrides.fetch ?? (ownFetch as Fetch), tracing),
    ...{ outbound, resolveTxt: overrides.resolveTxt ?? systemTxt() },
    read: overrides.read ?? (ownReaders as ReaderPool).read,
    adapterOptions,
    passwordCost: overrides.passwordCost ?? recommendedCost,
    baseUrl: () => config.baseUrl ?? state.address,
    programToken: randomBytes(32).toString('base64url'),
    ...{ studio, clusterer, photoHashesOf, profiles, selling, rates, matcher },
  }
}
