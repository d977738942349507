import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { hasSealedFactors } from '../accounts/factors/factor-store.ts'
import { type PasswordCost, recommendedCost } from '../accounts/passwords/password-hash.ts'
import { holdAccount, writeTimeZone } from '../accounts/profile-store.ts'
import { createProfiles } from '../accounts/profiles.ts'
import { ownerId } from '../accounts/store.ts'
import { createAudit } from '../audit/audit.ts'
import type { Access, Actor } from '../core/actor.ts'
import { type Clock, systemClock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { createFetch, type Fetch } from '../core/fetch.ts'
import { type Jobs, jobsOf } from '../core/jobs.ts'
import type { Log } from '../core/log.ts'
import { createReaderPool, type Read, type ReaderPool } from '../core/reader-pool.ts'
import { openRedis, type RedisOptions } from '../core/redis.ts'
import { runningProgram } from '../core/running-program.ts'
import { followKeyFile, keyFileOf, loadSecretKeys } from '../core/secret-keys.ts'
import { createSecrets } from '../core/secrets.ts'
import { createSecurityEvents } from '../core/security-events.ts'
import { openClusterer } from '../flows/open-clusterer.ts'
import { openValuer } from '../flows/open-valuer.ts'
import { markRestored } from '../listings/changes-store.ts'
import { rescoreJob } from '../listings/jobs.ts'
import type { NotifyingDeps } from '../notify/delivery/create.ts'
import { hasSealedChannels } from '../notify/store.ts'
import { inProductChannels } from '../notify/targets/channels.ts'
import { createWhen } from '../notify/when/remembering.ts'
import { createMetrics } from '../ops/metrics.ts'
import { holdCooldowns, writeCooldowns } from '../rules/cooldown-store.ts'
import { createLiveMatcher } from '../rules/live/live-matcher.ts'
import { allParts, noParts } from '../rules/live/parts.ts'
import { createRegexThread } from '../rules/query/regex-thread.ts'
import { noteLearned } from '../scoring/comps/moves-store.ts'
import { type Learn, learnInThread } from '../scoring/price-model/learn.ts'
import { createSelling } from '../scoring/resale/selling.ts'
import { hasSealedAccounts } from '../sources/connections/connection-store.ts'
import { hasSealedSources } from '../sources/store.ts'
import type { Adapters } from './adapters.ts'
import type { Config } from './config.ts'
import { bringUpToDate, openDatabase, refuseEmptyDatabase, refuseEmptyFolder } from './database.ts'
import { defaultProfile } from './default-profile.ts'
import { version } from './installed.ts'
import { logFor } from './log.ts'

/** What tests replace. */
export interface Overrides {
  clock?: Clock
  fetch?: Fetch
  read?: Read
  log?: Log
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
  /** What of the process changes while it runs. */
  const state = {
    closing: false,
    working: false,
    /** Whether it keeps time, and counts for all processes what is in the database. */
    scheduling: false,
    /** Until this process serves, that of the one that does. */
    address: runningProgram(config.dataDir)?.address ?? `http://${config.host}:${config.port}`,
    // Opened after the features that use it are made; they only use it once started.
    queue: undefined as Jobs | undefined,
  }
  const jobs = jobsOf(() => state.queue)

  if (!begins) refuseEmptyFolder(config)
  const redis =
    config.redisUrl === undefined ? null : await openRedis(redisOptions(config, config.redisUrl, log))
  if (redis) closers.push(() => redis.close())
  const database = await openDatabase(config, log, `deal-scout ${version}`, redis)
  closers.push(() => database.close())
  const { db, embedded, shared: sharesData } = database
  if (!begins) await db.outlast(() => refuseEmptyDatabase(db))
  await db.outlast(() => bringUpToDate(db, config, log))
  const owner: Actor = { userId: await db.outlast(() => ownerId(db)), roles: ['owner'] }
  const loaded = await loadSecretKeys({
    configured: config.secretKeys,
    dataDir: config.dataDir,
    isUsed: () => db.outlast(() => hasSealed(db)),
  })
  /** Null where the keys are configured. */
  const keyFile = (config.secretKeys ?? []).length > 0 ? null : keyFileOf(config.dataDir)
  const secrets = createSecrets({ keys: keyFile === null ? loaded : followKeyFile(keyFile, loaded) })
  const outbound = { hosts: config.outboundHosts, encryptedOnly: config.outboundPlain === 'refuse' }
  const metrics = createMetrics()
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
  const ownReaders = overrides.read
    ? null
    : createReaderPool({ log, observe: (reader, why) => metrics.setAside.inc({ reader, why }) })
  if (ownReaders) closers.push(() => ownReaders.close())

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
  const matcher = createLiveMatcher({ clock, parts: config.rulesHeld === 'all' ? allParts : noParts })
  db.onReplaced(() => {
    for (const memory of [valuer, clusterer, profiles, selling, matcher]) memory.forget()
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
    ...{ compsAllowed, ...adapters },
    fetch: overrides.fetch ?? (ownFetch as Fetch),
    read: overrides.read ?? (ownReaders as ReaderPool).read,
    adapterOptions: config.adapters,
    passwordCost: overrides.passwordCost ?? recommendedCost,
    baseUrl: () => config.baseUrl ?? state.address,
    programToken: randomBytes(32).toString('base64url'),
    ...{ clusterer, photoHashesOf, profiles, selling, matcher },
  }
}

function redisOptions({ redisTlsCert: cert, redisTlsKey: key }: Config, url: string, log: Log): RedisOptions {
  const tls = cert !== undefined && key !== undefined && url.startsWith('rediss:') ? { cert, key } : undefined
  return { url, tls, log }
}

/** Whether anything in the database needs the key that sealed it. */
async function hasSealed(db: Db): Promise<boolean> {
  for (const has of [hasSealedSources, hasSealedChannels, hasSealedFactors, hasSealedAccounts])
    if (await has(db)) return true
  return false
}
