import { findAccount } from '../accounts/auth/people.ts'
import { accountFeature } from '../accounts/feature.ts'
import { exportedEvents } from '../audit/audit.ts'
import { forgetWhereabouts } from '../audit/audit-store.ts'
import { auditFeature } from '../audit/feature.ts'
import { clusterFeature } from '../clusters/feature.ts'
import { clusterOfListing, listedThings } from '../clusters/read-store.ts'
import { clusterView } from '../clusters/views.ts'
import { type Authorized, asProgram } from '../core/actor.ts'
import type { Tx } from '../core/db.ts'
import type { Check } from '../core/feature.ts'
import { findPlace, type Near } from '../core/places.ts'
import { nearestPlace, suggestPlaces } from '../core/places-search.ts'
import { dismissMatch } from '../flows/dismiss-match.ts'
import { endPerson } from '../flows/end-person.ts'
import { explainListing, explainMatch } from '../flows/explain-match.ts'
import { demoFeature } from '../flows/feature.ts'
import { findAlike } from '../flows/find-alike.ts'
import { findForDraft } from '../flows/find-for-draft.ts'
import { forgetRemotePerson } from '../flows/forget-remote-person.ts'
import { hashPhotos } from '../flows/hash-photos.ts'
import { readAhead } from '../flows/ingest.ts'
import { matchBacklog } from '../flows/match-backlog.ts'
import { matchRule } from '../flows/match-rule.ts'
import { notifyOutages } from '../flows/notify-outages.ts'
import { offerFacts } from '../flows/offer-facts.ts'
import { planScans, planScansNow } from '../flows/plan-scans.ts'
import { type PollDeps, pollWatches } from '../flows/poll-watches.ts'
import { previewRule } from '../flows/preview-rule.ts'
import { readComps } from '../flows/read-comps.ts'
import { readDetails } from '../flows/read-details.ts'
import { readListingSubject } from '../flows/read-listing-subject.ts'
import { readPrices } from '../flows/read-prices.ts'
import { readState } from '../flows/read-state.ts'
import { removeDemo } from '../flows/remove-demo.ts'
import { retentionKinds } from '../flows/retention-kinds.ts'
import { revalueStale, revalueWaiting } from '../flows/revalue-stale.ts'
import { scoreListing } from '../flows/score-listing.ts'
import { canSendLinks, sendLink } from '../flows/send-link.ts'
import { showPhotos } from '../flows/show-photos.ts'
import { sumUp } from '../flows/sum-up.ts'
import { sumUpRules } from '../flows/sum-up-rules.ts'
import { takeScan } from '../flows/take-scan.ts'
import { importFeature } from '../imports/feature.ts'
import { listingFeature } from '../listings/feature.ts'
import { normalizeCategory } from '../listings/normalize/category.ts'
import { parseCondition } from '../listings/normalize/condition.ts'
import { knownMarketplaces } from '../listings/store.ts'
import { liveFeature } from '../live/feature.ts'
import { isPlaceholderPrice } from '../model/placeholder-price.ts'
import { notifyFeature } from '../notify/feature.ts'
import { inOwnTime, redateQuietOf } from '../notify/preferences.ts'
import { filledInChannels } from '../notify/targets/channels.ts'
import { offerFeature } from '../offers/feature.ts'
import { opsFeature } from '../ops/feature.ts'
import { photoFeature } from '../photos/feature.ts'
import { askedRule } from '../rules/asked.ts'
import { ruleFeature } from '../rules/feature.ts'
import { enabledRules, getRule } from '../rules/store.ts'
import { compAgeMsMax } from '../scoring/comps/comps.ts'
import { scoringFeature } from '../scoring/feature.ts'
import { keysOfAddress } from '../sources/address.ts'
import { readDetailPage } from '../sources/details.ts'
import { sourceFeature } from '../sources/feature.ts'
import { noteAwake } from '../sources/outages/outage-store.ts'
import { wayToRead } from '../sources/reading.ts'
import { parseSavedPage } from '../sources/saved-page.ts'
import { sourceViews } from '../sources/sources.ts'
import { summaryFeature } from '../summary/feature.ts'
import { trendFeature } from '../trends/feature.ts'
import { viewFeature } from '../views/feature.ts'
import { watchFeature } from '../watches/feature.ts'
import type { Config } from './config.ts'
import { backupDepsOf } from './database.ts'
import { dealDepsOf } from './deal-deps.ts'
import { partLoops, pipelineOf } from './pipeline.ts'
import type { Resources } from './resources.ts'

/** Every feature once, each with what of the others it needs. */
export function listFeatures(config: Config, resources: Resources, checks: () => Check[]) {
  const { db, clock, metrics, owner, profiles, compsAllowed, channels, marketplaces, siteCodes } = resources
  const pipeline = pipelineOf(config, resources)
  const inTime = <Ask extends { timeZone?: string | undefined }>(userId: Authorized<'read'>, ask: Ask) =>
    inOwnTime(resources, userId, ask)
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

  const rules = ruleFeature({
    ...resources,
    ...{ channelIds, replan, partLoops: partLoops(config, pipeline) },
    async personOf(userId) {
      const { home, units, currency } = await profileOf(userId)
      const own = { home: home?.text ?? null, units, currency }
      return { ...own, findPlace: (text) => findNear(text, home) }
    },
    marketplaceIds: new Set(marketplaces.keys()),
    planScans: (tx) => planScansNow(resources, tx),
    matchRule: (ruleId, revision) => matchRule(pipeline, ruleId, revision),
    matchBacklog: (userId, ctx) => matchBacklog(pipeline, userId, ctx),
    preview: async (rule, query) => previewRule(pipeline, rule, await inTime(asProgram(rule.userId), query)),
    findForDraft: (rule, signal) => findForDraft(pipeline, rule, signal),
    statsOf: async (userId, ruleIds) =>
      sumUpRules(resources, userId, { ruleIds, ...(await inTime(userId, {})) }),
    traceRule: async (userId, ask) => explainMatch(pipeline, userId, await inTime(userId, ask)),
    traceListing: async (userId, ask) => explainListing(pipeline, userId, await inTime(userId, ask)),
    dismiss: (userId, match) => dismissMatch(pipeline, userId, match),
  })
  const sources = sourceFeature({
    ...resources,
    ...{ scanIntervalMs: config.scanIntervalMs, replan },
    enabledRules: async () => (await enabledRules(db)).map(askedRule),
    // Who asks for the demo beside real sources keeps it.
    removeDemo: keepsDemo ? async () => {} : endDemo,
    sink: takeScan({ ...pipeline, keepsDemo, removeDemo: endDemo, replan }),
    notifyOutages: () => notifyOutages(resources),
    forgetRemotePerson: (...which) => forgetRemotePerson(resources, ...which),
    observe(marketplace, outcome, { startedAt, finishedAt }) {
      metrics.scans.inc({ marketplace, outcome })
      metrics.scanSeconds.observe({ marketplace }, (finishedAt.getTime() - startedAt.getTime()) / 1000)
    },
  })
  const polling: PollDeps = {
    ...pipeline,
    wayToRead: (...which) => wayToRead(resources, ...which),
    readPage: (...which) => readDetailPage(resources, ...which),
  }
  const dealDeps = dealDepsOf(resources, { profileOf, findPlace: findNear })
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
    ...{ suggestPlaces, nearestPlace },
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
        async clusterOf(userId, listingId) {
          const cluster = await clusterOfListing(db, listingId, userId)
          return cluster && clusterView(cluster, isPlaceholderPrice)
        },
        alikeTo: (...which) => findAlike(resources, ...which),
        keysOfAddress: (address) => keysOfAddress(resources.marketplaces, address),
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
      scoring: scoringFeature({
        ...resources,
        normalizeCategory: (title, siteCategory) => normalizeCategory(title, siteCategory, siteCodes),
        parseCondition: (words, marketplace) => parseCondition(words, marketplace, siteCodes),
        getListings: (person, ids) => readComps(db, person, ids),
        listingSubject: (person, id) => readListingSubject(db, person, id),
      }),
      imports: importFeature({
        ...resources,
        ...{ evidenceMs: compAgeMsMax, mayBeEvidence: compsAllowed },
        readAhead: (page) => readAhead(pipeline, page),
        parsePage: (...page) => parseSavedPage(resources, ...page),
      }),
      rules,
      sources,
      notify: notifyFeature({
        ...resources,
        listedThings,
        observe({ channel, outcome, waitedMs, sinceSeenMs }) {
          metrics.deliveries.inc({ channel, outcome })
          if (outcome !== 'sent') return
          metrics.deliverySeconds.observe({ channel }, waitedMs / 1000)
          if (sinceSeenMs !== null) metrics.seenToDeliveredSeconds.observe({ channel }, sinceSeenMs / 1000)
        },
      }),
      ops: opsFeature({
        ...resources,
        ...{ checks, dataDir: config.dataDir, registry: metrics.registry },
        backups: backupDepsOf(config, resources),
        securityContact: config.securityContact,
        metricsToken: config.metricsToken,
        closing: () => resources.state.closing,
        readState: async () =>
          resources.state.scheduling ? readState(resources, resources.state.queue ?? null) : null,
        kinds: retentionKinds(clock, config),
        steadySince: () => db.transaction((tx) => noteAwake(tx, clock.now())),
        observe: (kind, deleted) => metrics.retention.inc({ kind }, deleted),
      }),
    },
  }
}
