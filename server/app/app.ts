import { ownerId } from '../accounts/store.ts'
import { followClustersJob } from '../clusters/jobs.ts'
import { clusterOfListing, listedThings } from '../clusters/read-store.ts'
import { clusterRoutes } from '../clusters/routes.ts'
import { clusterView } from '../clusters/views.ts'
import { type Clock, clockSlackMs, systemClock } from '../core/clock.ts'
import type { Tx } from '../core/db.ts'
import { badInput, setupError } from '../core/errors.ts'
import type { Feature } from '../core/feature.ts'
import { createFetch, type Fetch } from '../core/fetch.ts'
import { createHttp, listen } from '../core/http.ts'
import { handles, type JobContext, type Jobs, jobsOf, openJobs } from '../core/jobs.ts'
import { createLog, type Log } from '../core/log.ts'
import { findPlace, readPlaces } from '../core/places.ts'
import { createReaderPool, type Read, type ReaderPool, ReadingFailed } from '../core/reader-pool.ts'
import { announceRunning } from '../core/running-program.ts'
import { createSecrets, loadSecretKeys } from '../core/secrets.ts'
import { retentionKinds } from '../flows/clean-up.ts'
import { openClusterer } from '../flows/cluster-page.ts'
import { dismissMatch } from '../flows/dismiss-match.ts'
import { traceListing, traceRule } from '../flows/explain-match.ts'
import { ingest, revalue } from '../flows/ingest.ts'
import { type PipelineDeps, scoreSubject } from '../flows/match-page.ts'
import { workOffBacklog } from '../flows/match-rule.ts'
import { matchWaiting } from '../flows/match-waiting.ts'
import { tellBlindness, unseenSources } from '../flows/notify-outages.ts'
import { offerSubject } from '../flows/offer-facts.ts'
import { type LookingDeps, lookAtWatches } from '../flows/poll-watches.ts'
import { previewWithBacktest } from '../flows/preview-rule.ts'
import {
  handleMissing,
  matchExisting,
  photosHashed,
  type ReconsiderDeps,
  readListingDetails,
  rescore,
} from '../flows/revalue.ts'
import { demoLoop } from '../flows/run-demo.ts'
import { importRoutes } from '../imports/routes.ts'
import { compsSince, markRestored } from '../listings/changes-store.ts'
import { readDetailsJob, rescoreJob } from '../listings/jobs.ts'
import { recogniseCategory } from '../listings/normalize/category.ts'
import { parseCondition } from '../listings/normalize/condition.ts'
import { listingRoutes } from '../listings/routes.ts'
import {
  deleteDemoListings,
  getListing,
  getListings,
  knownMarketplaces,
  type PricePoint,
  priceHistory,
  readListings,
  type StoredListing,
} from '../listings/store.ts'
import type { SearchPage } from '../marketplaces/contract.ts'
import { isPlaceholderPrice } from '../model/placeholder-price.ts'
import type { Rule } from '../model/rule-schema.ts'
import { bounceRoutes } from '../notify/delivery/bounce-routes.ts'
import type { TellingDeps } from '../notify/delivery/create.ts'
import { deliveryLoop } from '../notify/delivery/deliver.ts'
import { deliveriesChannel } from '../notify/delivery/queue-store.ts'
import { queueFigures } from '../notify/ledger-store.ts'
import { readPreferences } from '../notify/preferences.ts'
import { notifyRoutes } from '../notify/routes.ts'
import { deleteDemoNotifications, deliveryCounts, hasSealedChannels } from '../notify/store.ts'
import { inProductChannels, switchOff, targetsTogether } from '../notify/targets/channels.ts'
import { confirmRoutes } from '../notify/targets/confirm-routes.ts'
import { createWhen } from '../notify/when/remembering.ts'
import { namedTimeZone } from '../notify/when/zone.ts'
import { offerRoutes } from '../offers/routes.ts'
import { addressRoutes } from '../ops/addresses.ts'
import { databaseCheck, diskCheck, healthRoutes } from '../ops/health.ts'
import { retentionJob } from '../ops/jobs.ts'
import { compsGauge, createMetrics, stateGauges } from '../ops/metrics.ts'
import { type RetentionDeps, retain } from '../ops/retention.ts'
import { retentionRoutes } from '../ops/retention-routes.ts'
import { type HashPhotosDeps, hashListingPhotos } from '../photos/hash-photos.ts'
import { hashPhotosJob } from '../photos/jobs.ts'
import { askedRule } from '../rules/asked.ts'
import { holdCooldowns, writeCooldowns } from '../rules/cooldown-store.ts'
import { dealingLoop } from '../rules/deal-parts.ts'
import type { DismissCommandDeps } from '../rules/dismiss/dismiss-commands.ts'
import { dismissRoutes } from '../rules/dismiss/dismiss-routes.ts'
import type { PreviewQuery } from '../rules/explain/preview-schema.ts'
import { type TraceRouteDeps, traceRoutes } from '../rules/explain/trace-routes.ts'
import { expireRulesJob, matchBacklogJob, matchExistingJob, replanJob } from '../rules/jobs.ts'
import { createLiveMatcher } from '../rules/live-matcher.ts'
import { partPageCounts, partPagesChannel, rulePartsChannel } from '../rules/part-store.ts'
import { allParts, noParts } from '../rules/parts.ts'
import { createRegexThread } from '../rules/query/regex-thread.ts'
import { alertRoutes } from '../rules/routes.ts'
import { expireRules, patchRule } from '../rules/rules.ts'
import {
  changeRules,
  deleteDemoRules,
  enabledRulePages,
  enabledRules,
  getRule,
  hasMoreRulesThan,
} from '../rules/store.ts'
import { compAgeMsMax } from '../scoring/comps/comps.ts'
import { type Learn, learnInThread } from '../scoring/price-model/learn.ts'
import { createSelling } from '../scoring/resale/selling.ts'
import { sellingRoutes } from '../scoring/resale/selling-routes.ts'
import { valueRoutes } from '../scoring/routes.ts'
import { scoreDeal } from '../scoring/score.ts'
import type { CompListing, ValueDeps } from '../scoring/value/value-asked.ts'
import { createValuer } from '../scoring/value/valuer.ts'
import { noteAwake } from '../sources/blindness-store.ts'
import { readDetails } from '../sources/details.ts'
import { watchBlindnessJob } from '../sources/jobs.ts'
import { beginPlan } from '../sources/planner.ts'
import { wayToRead } from '../sources/reading.ts'
import { marketplaceRoutes } from '../sources/routes.ts'
import { savedPageReader } from '../sources/saved-page.ts'
import { runDueScans, type ScanDeps, scanLoop } from '../sources/scan.ts'
import { scannableSources } from '../sources/sources.ts'
import {
  deleteDemoSources,
  hasDemoSources,
  hasSealedSources,
  listSources,
  replacePlan,
  reserveHost,
  scansChannel,
  spendCall,
} from '../sources/store.ts'
import { trendRoutes } from '../trends/routes.ts'
import type { TrendDeps } from '../trends/trend.ts'
import { lookAtWatchesJob } from '../watches/jobs.ts'
import { watchRoutes } from '../watches/routes.ts'
import { deleteDemoWatches } from '../watches/store.ts'
import type { Adapters } from './adapters.ts'
import type { Config } from './config.ts'
import type { Role } from './config-options.ts'
import { bringUpToDate, openDatabase, refuseEmptyDatabase, refuseEmptyFolder } from './database.ts'
import { version } from './installed.ts'

/** Planning the scans of so many rules takes some tens of milliseconds. */
const rulesPlannedAtOnce = 2_000
/** The first photos of a listing are those that sellers show of the thing itself. */
const photosPerListing = 3

/** Null while nothing is left out: then every marketplace counts, those that come tomorrow too. */
function allowedMarketplaces(known: string[], isAllowed: (marketplace: string) => boolean): string[] | null {
  const allowed = known.filter(isAllowed)
  return allowed.length === known.length ? null : allowed
}

function timeZoneOf(config: Config): string {
  const asked = config.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const name = namedTimeZone(asked)
  if (name !== null) return name
  if (config.timeZone === undefined) return 'UTC'
  throw setupError(
    'bad-config',
    `DEAL_SCOUT_TIME_ZONE "${asked}" is no known time zone: use a name such as Europe/Berlin or America/New_York.`,
  )
}

/** What tests replace. */
export interface Overrides {
  clock?: Clock
  fetch?: Fetch
  read?: Read
  log?: Log
  learn?: Learn
}

export type App = Awaited<ReturnType<typeof createApp>>

/**
 * The composition root: makes each resource once and hands every feature what it needs. Nothing runs until
 * `start(roles)`; `close()` stops in reverse: no new work, finish what is under way, then let go. Unless it `begins`, it
 * makes nothing where nothing is.
 */
export async function createApp(
  config: Config,
  adapters: Adapters,
  overrides: Overrides = {},
  { begins = true }: { begins?: boolean } = {},
) {
  const clock = overrides.clock ?? systemClock
  const log = overrides.log ?? logFor(config)
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    return await compose()
  } catch (error) {
    await close()
    throw error
  }

  async function compose() {
    if (!begins) refuseEmptyFolder(config)
    const database = await openDatabase(config, log, `deal-scout ${version}`)
    closers.push(() => database.close())
    const { db, embedded, shared: sharesData } = database
    if (!begins) await db.outlast(() => refuseEmptyDatabase(db))
    await db.outlast(() => bringUpToDate(db, config, log))
    const owner = await db.outlast(() => ownerId(db))
    const currentUser = async () => owner
    const secrets = createSecrets({
      keys: await loadSecretKeys({
        configured: config.secretKeys,
        dataDir: config.dataDir,
        isUsed: () => db.outlast(async () => (await hasSealedSources(db)) || (await hasSealedChannels(db))),
      }),
    })
    const ownFetch = overrides.fetch ? null : createFetch({ userAgent: `DealScout/${version}`, log, clock })
    if (ownFetch) closers.push(() => ownFetch.close())
    closers.push(async () => {
      for (const channel of adapters.channels.values()) channel.close?.()
    })
    const fetch = overrides.fetch ?? (ownFetch as Fetch)
    const metrics = createMetrics()
    const ownReaders = overrides.read
      ? null
      : createReaderPool({ log, observe: (reader, why) => metrics.setAside.inc({ reader, why }) })
    if (ownReaders) closers.push(() => ownReaders.close())
    const read = overrides.read ?? (ownReaders as ReaderPool).read
    const state = { closing: false, address: `http://${config.host}:${config.port}` }
    const baseUrl = () => config.baseUrl ?? state.address
    const home = config.home === undefined ? null : findPlace(config.home)
    if (config.home !== undefined && home === null) {
      log.warn(
        `DEAL_SCOUT_HOME "${config.home}" was not found: write a ZIP code or a city; distances are unknown until then`,
      )
    }

    const telling: TellingDeps = {
      when: createWhen(),
      inProductChannels: inProductChannels(adapters.channels),
      timeZone: timeZoneOf(config),
      cooldowns: { hold: holdCooldowns, write: writeCooldowns },
    }
    const shared = {
      db,
      clock,
      log,
      fetch,
      read,
      secrets,
      adapterOptions: config.adapters,
      currentUser,
      telling,
      listedThings,
      baseUrl,
      ...adapters,
    }
    /** Whether a marketplace's prices may be evidence: the operator's list, else what the licences allow. */
    const compsAllowed = (marketplace: string) =>
      config.compsSources.length > 0
        ? config.compsSources.includes(marketplace)
        : adapters.marketplaces.get(marketplace)?.terms.noComps !== true
    const listingsKeptMs = config.listingsKeptDays * 86_400_000
    let working = false
    const valuer = createValuer({
      clock,
      log,
      capacity: config.compsMax,
      learn: overrides.learn ?? learnInThread,
      learned() {
        if (working)
          void jobs.send(rescoreJob, {}, { delayMs: 1_000, key: 'soon' }).catch((error: unknown) => {
            log.warn(
              { err: error },
              'what was valued before prices were learned is looked at again within the hour only',
            )
          })
      },
      async observationsSince(sql, mark, take) {
        const heardSince = new Date(clock.now().getTime() - listingsKeptMs)
        const upToXid = await compsSince(sql, mark ?? '0', config.compsMax, heardSince, (rows) =>
          take(
            rows.map(({ id, ...row }) => ({
              ...row,
              listingId: id,
              usable: row.demo || compsAllowed(row.marketplace),
            })),
          ),
        )
        return { mark: upToXid }
      },
    })
    closers.push(() => valuer.close())
    compsGauge(metrics.registry, () => valuer.size)
    const { clusterer, photoHashesOf } = openClusterer({ clock, log, capacity: config.clusterListingsMax })
    const selling = createSelling({ clock, allowed: compsAllowed, listingsKeptMs })
    const regexes = createRegexThread()
    closers.push(() => regexes.close())
    // The queue is opened after the features that use it are made; they only use it once started.
    let queue: Jobs | undefined
    const jobs = jobsOf(() => queue)

    const pipeline: PipelineDeps = {
      ...shared,
      jobs,
      valuer,
      selling,
      owner,
      compsAllowed,
      clusterer,
      photoHashesOf,
      hashesPhotos: config.photoHashes === 'on',
      learnsFirst: config.learnFirst === 'on',
      matcher: createLiveMatcher({ clock, parts: config.rulesHeld === 'all' ? allParts : noParts }),
      regexes,
      detailsPerDay: Object.fromEntries(
        [...adapters.marketplaces.values()].flatMap(({ id, budget }) =>
          budget.detailsPerDay === undefined ? [] : [[id, budget.detailsPerDay(config.adapters)]],
        ),
      ),
      findPlace,
      home,
      observe(counts) {
        for (const name of ['added', 'changed', 'unchanged'] as const)
          metrics.listings.inc({ result: name }, counts[name])
        metrics.matches.inc(counts.matches)
        metrics.notifications.inc(counts.notifications)
      },
    }
    db.onReplaced(() => {
      for (const memory of [valuer, clusterer, selling, pipeline.matcher]) memory.forget()
      if (working)
        void db
          .outlast(() => markRestored(db))
          .catch((error: unknown) =>
            log.warn({ err: error }, 'restored listings are marked at the next start'),
          )
    })
    const reconsider: ReconsiderDeps = {
      ...pipeline,
      readDetails: async ({ sourceId, listing }, signal) =>
        sourceId === null ? null : readDetails(shared, sourceId, listing, signal),
    }
    const sourceDeps = {
      ...shared,
      scanIntervalMs: config.scanIntervalMs,
      enabledRules: async () => (await enabledRules(db)).map(askedRule),
      replan,
      // Who asks for the demo beside real sources keeps it.
      removeDemo: config.demo === 'on' ? async () => {} : removeDemo,
    }
    const ruleDeps = {
      ...shared,
      jobs,
      // Who lives near Salem, Massachusetts, does not mean the one in Oregon.
      findPlace: (text: string) => findPlace(text, home ?? {}),
      marketplaceIds: new Set(adapters.marketplaces.keys()),
      channelIds: new Set(adapters.channels.keys()),
      replan,
    }
    const scanDeps: ScanDeps = {
      ...shared,
      sink: {
        async ingest(page) {
          if (!page.demo) await demoGivesWay()
          const observedAtMs = clock.now().getTime()
          const result = await ingest(pipeline, {
            ...page,
            sightings: page.listings.map((seen) => ({ marketplace: page.marketplace, seen, observedAtMs })),
          })
          for (const { problems } of result.rejected)
            log.warn({ problems, at: page.marketplace }, 'a listing was unusable')
          return result
        },
        async knewAny(marketplace, externalIds, at) {
          const stored = await readListings(
            db,
            externalIds.map((externalId) => ({ marketplace, externalId })),
          )
          // What is said to be found in time to come was found before a clock was set back.
          const future = clock.now().getTime() + clockSlackMs
          return [...stored.values()].some(
            ({ firstSeenAtMs }) => firstSeenAtMs <= at.getTime() || firstSeenAtMs > future,
          )
        },
        missing: (tx, scan) => handleMissing(reconsider, tx, scan),
      },
      observe(marketplace, outcome, result) {
        metrics.scans.inc({ marketplace, outcome })
        metrics.scanSeconds.observe(
          { marketplace },
          (result.finishedAt.getTime() - result.startedAt.getTime()) / 1000,
        )
      },
    }
    const scans = scanLoop(scanDeps)
    const deliveries = deliveryLoop({
      ...shared,
      inProductChannels: telling.inProductChannels,
      targetOf: targetsTogether(shared),
      switchOff: (tx, queue, reason) => switchOff(shared, tx, queue, reason),
      observe({ channel, outcome, waitedMs, sinceSeenMs }) {
        metrics.deliveries.inc({ channel, outcome })
        if (outcome !== 'sent') return
        metrics.deliverySeconds.observe({ channel }, waitedMs / 1000)
        if (sinceSeenMs !== null) metrics.seenToDeliveredSeconds.observe({ channel }, sinceSeenMs / 1000)
      },
    })
    const importDeps = {
      ...shared,
      evidenceMs: compAgeMsMax,
      mayBeEvidence: compsAllowed,
      ingest: (page: Parameters<typeof ingest>[1]) => ingest(pipeline, page),
    }
    const listingDeps = {
      ...shared,
      home,
      findPlace: (text: string) => findPlace(text, home ?? {}),
      distanceKm: (stored: StoredListing) => subjectOf(stored).distanceKm,
      explain: (stored: StoredListing) => scoreDeal(subjectOf(stored), stored.scoredAtMs),
      async profit(stored: StoredListing) {
        await selling.catchUp(db, { withCounts: true })
        return selling
          .of(await currentUser())
          .profitOf({ ...subjectOf(stored), category: stored.listing.category })
      },
      async clusterOf(listingId: number) {
        const cluster = await clusterOfListing(db, listingId)
        return cluster && clusterView(cluster, isPlaceholderPrice)
      },
    }
    const clusterDeps = {
      ...shared,
      isPlaceholder: isPlaceholderPrice,
      alike: (listingId: number) => clusterer.alike(db, listingId),
    }
    const photoDeps: Omit<HashPhotosDeps, 'onHashed'> = {
      ...shared,
      random: Math.random,
      pace: (host, gapMs) => reserveHost(db, host, gapMs),
      spend: (budget, perDay) => spendCall(db, budget, perDay, clock.now()),
      hostGapMs: Math.max(1000, ...[...adapters.marketplaces.values()].map(({ budget }) => budget.hostGapMs)),
      perHostAndDay: config.photosPerHostAndDay,
      photosMax: photosPerListing,
      async listingPhotos(id) {
        const stored = await getListing(db, id)
        const ended = stored?.listing.state === 'sold' || stored?.listing.state === 'gone'
        if (config.photoHashes === 'off' || !stored || ended) return null
        return { imageUrls: stored.listing.imageUrls, demo: stored.demo }
      },
    }
    const offerDeps = {
      ...shared,
      offerSubject: (id: number) => offerSubject(shared, id),
    }
    const trendDeps: TrendDeps = {
      db,
      clock,
      isPlaceholder: isPlaceholderPrice,
      async allowedMarketplaces() {
        return allowedMarketplaces(await knownMarketplaces(db), compsAllowed)
      },
      async ruleOf(ruleId) {
        const rule = await getRule(db, owner, ruleId)
        return rule && askedRule(rule)
      },
    }
    const valueDeps: ValueDeps = {
      ...shared,
      valuer,
      recogniseCategory,
      parseCondition,
      getListings: async (ids) => (await getListings(db, ids)).map(compListing),
    }
    const looking: LookingDeps = {
      ...pipeline,
      wayToRead: (...which) => wayToRead(shared, ...which),
      readPage: (sourceId, listing, signal) => readDetails(shared, sourceId, listing, signal),
    }
    const watchDeps = {
      ...shared,
      jobs,
      channelIds: new Set(adapters.channels.keys()),
      async readingProblem(userId: number, marketplace: string, demo: boolean) {
        const way = await wayToRead(shared, userId, marketplace, demo)
        return 'problem' in way ? way.problem : null
      },
      pricesOf,
    }
    const alertDeps = {
      ...ruleDeps,
      preview: async (rule: Rule, query: PreviewQuery) =>
        previewWithBacktest(reconsider, rule, await inOwnTime(rule.userId, query)),
    }
    const traceDeps: TraceRouteDeps = {
      currentUser,
      traceRule: async (userId, ask) =>
        traceRule({ ...shared, selling, regexes }, userId, await inOwnTime(userId, ask)),
      traceListing: async (userId, ask) =>
        traceListing({ ...shared, selling, regexes }, userId, await inOwnTime(userId, ask)),
    }
    const dismissDeps: DismissCommandDeps = {
      ...shared,
      dismiss: (userId, match) => dismissMatch({ ...shared, selling, regexes }, userId, match),
      change: (userId, ruleId, patch) => patchRule(ruleDeps, userId, ruleId, patch),
    }
    const sellingDeps = { ...shared, selling }
    const retention: RetentionDeps = {
      ...shared,
      kinds: retentionKinds(clock, config),
      steadySince: () => db.transaction((tx) => noteAwake(tx, clock.now())),
      observe: (kind, deleted) => metrics.retention.inc({ kind }, deleted),
    }
    const waitingPages = matchWaiting(pipeline)
    const dealing =
      config.rulesHeld === 'dealt' ? [dealingLoop({ ...pipeline, onHeld: () => waitingPages.wake() })] : []
    const checks = () => features.flatMap((feature) => feature.checks ?? [])

    const features: Feature[] = [
      {
        name: 'listings',
        routes: (http) => listingRoutes(http, listingDeps),
        jobs: [
          handles(readDetailsJob, ({ listingId }, ctx) => readListingDetails(reconsider, listingId, ctx)),
          handles(rescoreJob, async (_, ctx) => void (await rescore(reconsider, ctx.signal))),
        ],
        sends: [readDetailsJob, rescoreJob],
        schedules: [{ job: rescoreJob, cron: '7 * * * *', payload: {} }],
      },
      {
        name: 'clusters',
        routes: (http) => clusterRoutes(http, clusterDeps),
        jobs: [handles(followClustersJob, async (_, ctx) => void (await clusterer.followUp(db, ctx.signal)))],
        sends: [followClustersJob],
        schedules: [{ job: followClustersJob, cron: '* * * * *', payload: {} }],
      },
      {
        name: 'photos',
        jobs: [handles(hashPhotosJob, ({ listingId }, ctx) => hashPhotos(listingId, ctx))],
        sends: [hashPhotosJob],
      },
      { name: 'offers', routes: (http) => offerRoutes(http, offerDeps) },
      { name: 'trends', routes: (http) => trendRoutes(http, trendDeps) },
      {
        name: 'watches',
        routes: (http) => watchRoutes(http, watchDeps),
        jobs: [handles(lookAtWatchesJob, (_, ctx) => lookAtWatches(looking, ctx))],
        sends: [lookAtWatchesJob],
        schedules: [{ job: lookAtWatchesJob, cron: '* * * * *', payload: {} }],
      },
      {
        name: 'scoring',
        routes(http) {
          valueRoutes(http, valueDeps)
          sellingRoutes(http, sellingDeps)
        },
      },
      { name: 'imports', routes: (http) => importRoutes(http, { ...importDeps, parsePage }) },
      {
        name: 'alerts',
        routes(http) {
          alertRoutes(http, alertDeps)
          traceRoutes(http, traceDeps)
          dismissRoutes(http, dismissDeps)
        },
        jobs: [
          handles(matchExistingJob, ({ ruleId, revision }) => matchExisting(reconsider, ruleId, revision)),
          handles(matchBacklogJob, ({ userId }, ctx) => workOffBacklog(pipeline, userId, ctx)),
          handles(replanJob, () => db.transaction(plan)),
          handles(expireRulesJob, () => expireRules(ruleDeps)),
        ],
        sends: [matchExistingJob, matchBacklogJob, replanJob],
        loops: [...dealing, waitingPages],
        schedules: [{ job: expireRulesJob, cron: '* * * * *', payload: {} }],
      },
      {
        name: 'marketplaces',
        routes: (http) => marketplaceRoutes(http, sourceDeps),
        loops: [scans],
        jobs: [handles(watchBlindnessJob, () => tellBlindness(shared))],
        schedules: [{ job: watchBlindnessJob, cron: '* * * * *', payload: {} }],
      },
      {
        name: 'notify',
        routes(http) {
          notifyRoutes(http, shared)
          confirmRoutes(http, shared)
          bounceRoutes(http, shared)
        },
        loops: [deliveries],
      },
      {
        name: 'ops',
        routes(http) {
          healthRoutes(http, { checks, closing: () => state.closing, registry: metrics.registry })
          addressRoutes(http)
          retentionRoutes(http, retention)
        },
        checks: [databaseCheck(db), diskCheck(config.dataDir)],
        jobs: [handles(retentionJob, (_, ctx) => retain(retention, ctx))],
        schedules: [{ job: retentionJob, cron: '* * * * *', payload: {} }],
      },
    ]
    const handlers = features.flatMap((feature) => feature.jobs ?? [])
    const sends = features.flatMap((feature) => feature.sends ?? [])
    stateGauges(metrics.registry, async () => ({
      blindSources: (await listSources(db))
        .filter(({ blindSince }) => blindSince !== null)
        .map(({ name, blindSince }) => ({
          source: name,
          seconds: Math.max(0, (clock.now().getTime() - blindSince!.getTime()) / 1000),
        })),
      unseenSources: await unseenSources(shared),
      deliveries: await deliveryCounts(db),
      queues: await queueFigures(db, clock.now()),
      jobs: [
        ...(queue ? await queue.counts() : []),
        { name: 'match-parts', active: 0, ...(await partPageCounts(db)) },
      ],
    }))

    /** Opens the job queue without working it: for commands, and before roles start. */
    async function openQueue(supervise: boolean, stop?: AbortSignal): Promise<Jobs> {
      if (!queue) {
        const opened = await db.outlast(() => openJobs({ db, log, handlers, sends, supervise }), stop)
        queue = opened
        closers.push(() => opened.close())
      }
      return queue
    }

    /**
     * Starts the parts of the features that these roles run; resolves with the address when `api` is among them. A
     * database that goes away meanwhile is waited for, until `stop`.
     */
    async function start(roles: readonly Role[], stop?: AbortSignal): Promise<string | null> {
      const outlast = <T>(run: () => Promise<T>) => db.outlast(run, stop)
      const running = await openQueue(roles.includes('scheduler'), stop)
      await outlast(() => db.transaction(replan))
      // Half a second that nobody who asks should wait for; workers that need no places do without.
      if (roles.includes('api')) readPlaces()
      if (roles.includes('scheduler')) {
        // Before anything is scanned: the demo's sources point at its server. Of the two it ends last, too.
        const demo = await demoLoop({ ...sourceDeps, ruleDeps, owner, mode: config.demo, embedded }).start()
        closers.push(() => demo.stop())
      }
      if (roles.includes('worker')) {
        await outlast(() => markRestored(db))
        // What is known already, before the first page holds its marketplace's lock for it.
        await outlast(() => db.transaction((tx) => valuer.catchUp(tx)))
        await outlast(() => db.transaction((tx) => clusterer.catchUp(tx)))
        await outlast(() => pipeline.matcher.catchUp(db))
        const following = await outlast(() => pipeline.matcher.follow(db, log))
        closers.push(() => following.close())
        for (const loop of features.flatMap((feature) => feature.loops ?? [])) {
          const handle = await loop.start()
          closers.push(() => handle.stop())
        }
        for (const [channel, loop] of [
          [deliveriesChannel, deliveries],
          [scansChannel, scans],
          [partPagesChannel, waitingPages],
          ...dealing.map((loop) => [rulePartsChannel, loop] as const),
        ] as const) {
          const listening = await outlast(() => db.listen(channel, () => loop.wake()))
          closers.push(() => listening.close())
        }
        await running.work()
        working = true
      }
      if (roles.includes('scheduler')) {
        const schedules = features.flatMap((feature) => feature.schedules ?? [])
        await outlast(() => running.schedule(schedules))
      }
      if (!roles.includes('api')) return null
      const http = await createHttp({ log, version, allowedHosts, publicOrigin })
      for (const feature of features) feature.routes?.(http)
      http.get('/api/openapi.json', { schema: { hide: true } }, async () => http.swagger())
      closers.push(() => http.close())
      state.address = await listen(http, config.host, config.port)
      closers.push(await announceRunning(config.dataDir, state.address))
      return state.address
    }

    /** In the time zone asked for, else the person's own. */
    async function inOwnTime<Ask extends { timeZone?: string | undefined }>(userId: number, ask: Ask) {
      return { ...ask, timeZone: ask.timeZone ?? (await readPreferences(shared, userId)).timeZone }
    }

    function allowedHosts(): string[] {
      const own = ['127.0.0.1', 'localhost', '[::1]', config.host]
      return config.baseUrl === undefined ? own : [...own, new URL(config.baseUrl).hostname]
    }

    function publicOrigin(): string | null {
      return config.baseUrl === undefined ? null : new URL(config.baseUrl).origin
    }

    function subjectOf(stored: StoredListing) {
      const { travel } = selling.of(owner).settings
      return scoreSubject(stored.listing, stored.firstSeenAtMs, stored.value, home, null, travel)
    }

    /** Plans the scans anew in the same transaction; of very many rules soon afterwards, since nobody may wait so long. */
    async function replan(tx: Tx): Promise<void> {
      if (await hasMoreRulesThan(tx, rulesPlannedAtOnce))
        await jobs.send(replanJob, {}, { tx, delayMs: 2_000, key: 'soon' })
      else await plan(tx)
    }

    async function plan(tx: Tx): Promise<void> {
      const sources = await scannableSources(shared, tx)
      const planOf = (demo: boolean) =>
        beginPlan(
          sources.filter((source) => source.demo === demo),
          adapters.marketplaces,
        )
      const [pretended, real] = [planOf(true), planOf(false)]
      if (sources.length > 0) {
        for await (const rules of enabledRulePages(tx)) {
          const asked = rules.map(askedRule)
          pretended.add(asked)
          // No real site is asked for what the demo's rules want.
          real.add(asked.filter(({ demo }) => !demo))
        }
      }
      await replacePlan(tx, [...pretended.scans(), ...real.scans()], clock.now())
    }

    /** The demo goes when there are listings of a real source to take its place, before its rules see them. */
    async function demoGivesWay(): Promise<void> {
      if (config.demo === 'on' || !(await hasDemoSources(db))) return
      await db.transaction(async (tx) => {
        await removeDemo(tx)
        await replan(tx)
      })
      log.info('a real source has brought its first listings: the demo is gone')
    }

    async function removeDemo(tx: Tx): Promise<void> {
      // Sources first: that waits for a page on its way, whose rows the rest then finds.
      await deleteDemoSources(tx)
      await changeRules(tx)
      await deleteDemoRules(tx)
      await deleteDemoNotifications(tx)
      await deleteDemoWatches(tx)
      await deleteDemoListings(tx)
      tx.afterCommit(() => {
        valuer.forgetDemo()
        clusterer.forgetDemo()
      })
    }

    async function pricesOf(listingId: number) {
      const points = await priceHistory(db, listingId)
      const cluster = await clusterOfListing(db, listingId)
      const point = ({ seenAt, priceCents, currency }: Omit<PricePoint, 'listingId'>) => ({
        at: seenAt.toISOString(),
        ...{ priceCents, currency },
      })
      return {
        pricePoints: points.map(point),
        cluster: cluster && {
          id: cluster.id,
          summary: clusterView(cluster, isPlaceholderPrice).summary,
          pricePoints: cluster.points.map((one) => ({ listingId: one.listingId, ...point(one) })),
        },
      }
    }

    async function parsePage(id: string, page: Uint8Array, url?: string) {
      const folder = new URL(`../marketplaces/${id}`, import.meta.url).href
      if (adapters.marketplaces.has(id))
        return read(savedPageReader, url === undefined ? [folder, page] : [folder, page, url]).catch(setAside)
      const known = [...adapters.marketplaces.keys()].join(', ')
      throw badInput(`There is no marketplace "${id}"; there are ${known}.`, { marketplace: 'is unknown' })
    }

    async function hashPhotos(listingId: number, ctx: Pick<JobContext, 'signal' | 'log'>): Promise<void> {
      let hashed = false
      const onHashed = async (tx: Tx) => {
        hashed = true
        await photosHashed(tx, listingId)
      }
      try {
        await hashListingPhotos({ ...photoDeps, onHashed }, listingId, ctx)
      } finally {
        // Also when some photos have to wait: what those that are known say of the risk is told now.
        if (hashed) await revalue(pipeline, [listingId])
      }
    }

    async function stop(): Promise<void> {
      state.closing = true
      await close()
    }

    return {
      config,
      db,
      log,
      clock,
      metrics,
      adapters,
      embedded,
      sharesData,
      owner,
      start,
      openQueue,
      close: stop,
      baseUrl,
      checks,
      valuer,
      pipeline,
      reconsider,
      retention,
      sources: sourceDeps,
      rules: alertDeps,
      traces: traceDeps,
      dismissals: dismissDeps,
      listings: listingDeps,
      value: valueDeps,
      notify: shared,
      selling: sellingDeps,
      imports: importDeps,
      clusters: clusterDeps,
      clusterer,
      offers: offerDeps,
      trends: trendDeps,
      watches: watchDeps,
      looking,
      removeDemo,
      replan,
      runDueScans: () => runDueScans(scanDeps),
    }
  }
}

/** What was set aside while it was read counts as not understood. */
function setAside(error: unknown): SearchPage {
  if (!(error instanceof ReadingFailed)) throw error
  return { outcome: 'parse-drift', listings: [], next: null, complete: false, reason: error.message }
}

function compListing({ id, listing, firstSeenAtMs }: StoredListing): CompListing {
  const { title, url, marketplace, currency, condition, basis, brand, attributes, postedAtMs } = listing
  const priceCents = listing.priceCents ?? null
  return {
    ...{ id, title, url, marketplace, priceCents, currency, condition, basis, brand, attributes, postedAtMs },
    firstSeenAtMs,
  }
}

export function logFor(config: Config): Log {
  return createLog({
    level: config.logLevel,
    format: config.logFormat,
    isTerminal: process.stderr.isTTY === true,
    secrets: config.entries
      // An address may carry a login, as that of a proxy does.
      .filter(({ spec, value }) => value !== undefined && (spec.secret || URL.parse(String(value))?.password))
      .flatMap(({ value }) => (Array.isArray(value) ? value : [String(value)])),
  })
}
