import { findAccount, namesOfPeople } from '../accounts/auth/people.ts'
import { accountFeature } from '../accounts/feature.ts'
import { exportedEvents } from '../audit/audit.ts'
import { forgetWhereabouts } from '../audit/audit-store.ts'
import { auditFeature } from '../audit/feature.ts'
import { captureFeature } from '../captures/feature.ts'
import { clusterFeature } from '../clusters/feature.ts'
import { listedThings } from '../clusters/read-store.ts'
import { type Authorized, asProgram } from '../core/actor.ts'
import type { Tx } from '../core/db.ts'
import type { Check } from '../core/feature.ts'
import { mapTiles } from '../core/map-tiles.ts'
import { findPlace, type Near } from '../core/places.ts'
import { nearestPlace, suggestPlaces, townsIn } from '../core/places-search.ts'
import { endPerson } from '../flows/end-person.ts'
import { demoFeature } from '../flows/feature.ts'
import { findAlike } from '../flows/find-alike.ts'
import { forgetRemotePerson } from '../flows/forget-remote-person.ts'
import { hashPhotos } from '../flows/hash-photos.ts'
import { readAhead } from '../flows/ingest.ts'
import { notifyMailboxes } from '../flows/notify-mailboxes.ts'
import { notifyOutages } from '../flows/notify-outages.ts'
import { offerFacts } from '../flows/offer-facts.ts'
import { planScans } from '../flows/plan-scans.ts'
import { type PollDeps, pollWatches } from '../flows/poll-watches.ts'
import { readDetails } from '../flows/read-details.ts'
import { readPrices } from '../flows/read-prices.ts'
import { readState } from '../flows/read-state.ts'
import { removeDemo } from '../flows/remove-demo.ts'
import { retentionKinds } from '../flows/retention-kinds.ts'
import { revalueStale, revalueWaiting } from '../flows/revalue-stale.ts'
import { scoreListing } from '../flows/score-listing.ts'
import { canSendLinks, sendLink } from '../flows/send-link.ts'
import { showPhotos } from '../flows/show-photos.ts'
import { sumUp } from '../flows/sum-up.ts'
import { takeCapture } from '../flows/take-capture.ts'
import { takeScan } from '../flows/take-scan.ts'
import { importFeature } from '../imports/feature.ts'
import { listingFeature } from '../listings/feature.ts'
import { knownMarketplaces } from '../listings/store.ts'
import { liveFeature } from '../live/feature.ts'
import { mailboxFeature } from '../mailbox/feature.ts'
import { isPlaceholderPrice } from '../model/placeholder-price.ts'
import { notifyFeature } from '../notify/feature.ts'
import { redateQuietOf } from '../notify/preferences.ts'
import { filledInChannels } from '../notify/targets/channels.ts'
import { offerFeature } from '../offers/feature.ts'
import { opsFeature } from '../ops/feature.ts'
import { photoFeature } from '../photos/feature.ts'
import { rateFeature } from '../rates/feature.ts'
import { askedRule } from '../rules/asked.ts'
import { ruleFeature } from '../rules/feature.ts'
import { enabledRules, getRule } from '../rules/store.ts'
import { compAgeMsMax } from '../scoring/comps/comps.ts'
import { scoringFeature } from '../scoring/feature.ts'
import { sellFeature } from '../sell/feature.ts'
import { pollNoticed } from '../sell/orders/poll-orders.ts'
import { keysOfAddress, notStored } from '../sources/address.ts'
import { usersOfRemote } from '../sources/connections/connection-store.ts'
import { readDetailPage } from '../sources/details.ts'
import { sourceFeature } from '../sources/feature.ts'
import { noteAwake } from '../sources/outages/outage-store.ts'
import { wayToRead } from '../sources/reading.ts'
import { captureSites } from '../sources/rendered/page-site.ts'
import { parseSavedPage } from '../sources/saved-page.ts'
import { sourceViews } from '../sources/state/views.ts'
import { summaryFeature } from '../summary/feature.ts'
import { trendFeature } from '../trends/feature.ts'
import { viewFeature } from '../views/feature.ts'
import { watchFeature } from '../watches/feature.ts'
import { pitrDepsOf } from './archive.ts'
import { setUpOf } from './config/set-up.ts'
import type { Config } from './config.ts'
import { backupDepsOf } from './database.ts'
import { clusterShown, dealDepsOf, valueDepsOf } from './deps/deal-deps.ts'
import { mailboxDepsOf } from './deps/mailbox-deps.ts'
import { ruleDepsOf } from './deps/rule-deps.ts'
import { sellDepsOf } from './deps/sell-deps.ts'
import { migrationsDir, version } from './installed.ts'
import { pipelineOf } from './pipeline.ts'
import type { Resources } from './resources.ts'

/** Every feature once, each with what of the others it needs. */
export function listFeatures(config: Config, resources: Resources, checks: () => Check[]) {
  const { db, clock, metrics, owner, profiles, compsAllowed, channels, marketplaces } = resources
  const pipeline = pipelineOf(config, resources)
  const profileOf = async (userId: Authorized<'read'>) => {
    await profiles.catchUp(db)
    return profiles.of(userId)
  }
  // Who lives near Salem, Massachusetts, does not mean the one in Oregon.
  const findNear = (text: string, home: Near | null) => findPlace(text, home ?? {})
  const replan = (tx: Tx) => planScans(resources, tx)
  const keepsDemo = config.demo === 'on'
  const endDemo = (tx: Tx) => removeDemo(resources, tx)
  const channelIds = new Set(channels.keys())

  const valuing = valueDepsOf(resources)
  const sell = sellDepsOf(config, resources, valuing)
  const shown = { profileOf, findPlace: findNear }
  const rules = ruleFeature(ruleDepsOf(config, resources, { pipeline, replan, ...shown }))
  const sources = sourceFeature({
    ...resources,
    ...{ scanIntervalMs: config.scanIntervalMs, replan, namesOfPeople: () => namesOfPeople(resources) },
    enabledRules: async () => (await enabledRules(db)).map(askedRule),
    // Who asks for the demo beside real sources keeps it.
    removeDemo: keepsDemo ? async () => {} : endDemo,
    sink: takeScan({ ...pipeline, keepsDemo, removeDemo: endDemo, replan }),
    async notifyOutages() {
      await notifyOutages(resources)
      await notifyMailboxes(resources)
    },
    forgetRemotePerson: (...which) => forgetRemotePerson(resources, ...which),
    // Who it is about may not be known: then everybody's are read, which costs a call each.
    readOrdersNoticed: async (marketplace, { people }) =>
      pollNoticed(sell, marketplace, await usersOfRemote(db, marketplace, people)),
    observe: metrics.scanned,
  })
  const polling: PollDeps = {
    ...pipeline,
    wayToRead: (...which) => wayToRead(resources, ...which),
    readPage: (...which) => readDetailPage(resources, ...which),
  }
  const dealDeps = dealDepsOf(resources, shown)
  const accounts = accountFeature({
    ...resources,
    ...{ signUp: config.signUp, leakedPasswordsFile: config.leakedPasswordsFile },
    secondFactorOf: config.secondFactorOf,
    canMail: () => canSendLinks(resources),
    sendMail: (to, mail) => sendLink(resources, to, mail),
    endPerson: (tx, userId) => endPerson({ replan, heir: asProgram(owner.userId) }, tx, userId),
    forgetWhereabouts,
    shown: {
      audit: (userId) => exportedEvents(resources, userId),
      sources: (userId) => sourceViews(resources, userId),
      channels: (userId) => filledInChannels(resources, userId),
    },
    // Of namesakes the largest, as for the operator's default: who moves is not near the last home.
    findPlace: (text) => findPlace(text),
    ...{ suggestPlaces, nearestPlace, townsIn },
    mapTiles: mapTiles(config.mapTiles, config.mapAttribution),
    timeZoneChanged: async (tx, userId) => void (await redateQuietOf(resources, tx, userId)),
  })
  return {
    pipeline,
    polling,
    features: {
      accounts,
      demo: demoFeature({
        ...resources,
        ...sources.commands.sources,
        ...{ ruleDeps: rules.commands.rules, owner: asProgram(owner.userId), mode: config.demo },
      }),
      audit: auditFeature({ db, accountCalled: async (who) => (await findAccount({ db }, who)).id }),
      listings: listingFeature({
        ...dealDeps,
        scoreFor: (...asked) => scoreListing(resources, ...asked),
        clusterOf: clusterShown(db),
        alikeTo: (...which) => findAlike(resources, ...which),
        keysOfAddress: (address) => keysOfAddress(resources.marketplaces, address),
        notStored: (address) => notStored(resources.marketplaces, address),
        readDetails: (listingId, ctx) => readDetails(pipeline, listingId, ctx),
        rescore: (signal) => revalueStale(pipeline, signal),
        valueWaiting: (signal) => revalueWaiting(pipeline, signal),
      }),
      live: liveFeature({ ...resources, endedAmong: accounts.who.endedAmong }),
      summary: summaryFeature({ sumUp: (actor) => sumUp({ ...resources, ...dealDeps }, actor) }),
      views: viewFeature({ db, clock }),
      clusters: clusterFeature({ ...resources, isPlaceholder: isPlaceholderPrice }),
      photos: photoFeature({
        hashPhotos: (listingId, ctx) =>
          hashPhotos({ ...pipeline, perHostAndDay: config.photosPerHostAndDay }, listingId, ctx),
        shown: showPhotos({
          ...{ ...resources, dataDir: config.dataDir, perHostAndDay: config.photosPerHostAndDay },
          ...{ isOn: config.photosShown === 'on', bytesMax: config.photosShownMb * 1_000_000 },
        }),
      }),
      offers: offerFeature({ ...resources, offerSubject: (...which) => offerFacts(resources, ...which) }),
      sell: sellFeature(sell),
      trends: trendFeature({
        ...{ db, clock, isPlaceholder: isPlaceholderPrice, isAllowed: compsAllowed },
        knownMarketplaces: () => knownMarketplaces(db),
        async ruleOf(userId, ruleId) {
          const rule = await getRule(db, userId, ruleId)
          return rule && askedRule(rule)
        },
      }),
      watches: watchFeature({
        ...resources,
        channelIds,
        pollWatches: (ctx) => pollWatches(polling, ctx),
        async readingProblem(userId, marketplace, demo) {
          const way = await wayToRead(resources, userId, marketplace, demo)
          return 'problem' in way ? way.problem : null
        },
        pricesOf: (...which) => readPrices(db, ...which),
      }),
      rates: rateFeature({ ...resources, isFetched: config.exchangeRates === 'ecb' }),
      scoring: scoringFeature({ ...valuing, ...resources }),
      imports: importFeature({
        ...resources,
        ...{ evidenceMs: compAgeMsMax, mayBeEvidence: compsAllowed },
        readAhead: (page) => readAhead(pipeline, page),
        pageMarketplaces: [...marketplaces.keys()],
        parsePage: (...page) => parseSavedPage(resources, ...page),
      }),
      captures: captureFeature({
        take: (...which) => takeCapture(pipeline, ...which),
        sites: (host) => captureSites(marketplaces, host),
      }),
      mailbox: mailboxFeature(mailboxDepsOf(config, resources, { pipeline, selling: sell })),
      rules,
      sources,
      notify: notifyFeature({
        ...resources,
        ...{ listedThings, namesOfPeople: () => namesOfPeople(resources) },
        observe: metrics.delivered,
      }),
      ops: opsFeature({
        ...resources,
        ...{ checks, dataDir: config.dataDir, registry: metrics.registry, version, migrationsDir },
        ...{ backups: backupDepsOf(config, resources), pitr: pitrDepsOf(config, resources) },
        ...setUpOf(config, resources),
        installation: async (userId) =>
          (await import('./doctor.ts')).installationOf(config, sources.commands.sources, userId),
        ...{ hasPooler: config.databaseDirectUrl !== undefined, metricsToken: config.metricsToken },
        ...{ securityContact: config.securityContact, closing: () => resources.state.closing },
        readState: async () =>
          resources.state.scheduling ? readState(resources, resources.state.queue ?? null) : null,
        kinds: retentionKinds(clock, config),
        steadySince: () => db.transaction((tx) => noteAwake(tx, clock.now())),
        observe: (kind, deleted) => metrics.retention.inc({ kind }, deleted),
      }),
    },
  }
}
