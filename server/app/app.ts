import { setTimeout as sleep } from 'node:timers/promises'
import { actorNamed } from '../accounts/actor.ts'
import type { accountFeature } from '../accounts/feature.ts'
import { pagesInstead } from '../accounts/pages/forms.ts'
import { asProgram } from '../core/actor.ts'
import type { Feature } from '../core/feature.ts'
import { createHttp, listen } from '../core/http.ts'
import { type Jobs, openJobs } from '../core/jobs.ts'
import { isLoopback } from '../core/loopback.ts'
import { readPlaces } from '../core/places.ts'
import { announceRunning } from '../core/running-program.ts'
import { planScans } from '../flows/plan-scans.ts'
import { readState } from '../flows/read-state.ts'
import { markRestored } from '../listings/changes-store.ts'
import { mcpFeature } from '../mcp/feature.ts'
import { keepAnswers } from '../ops/keep-answers.ts'
import type { Observed } from '../ops/ops-port.ts'
import { announceApiProcess, announceRunningProcess } from '../ops/processes/api-process.ts'
import type { RotateDeps } from '../ops/secrets/rotate.ts'
import type { Adapters } from './adapters.ts'
import type { Role } from './config/config-options.ts'
import type { Config } from './config.ts'
import { translatorOf } from './deps/translator.ts'
import { listFeatures } from './features.ts'
import { guardsOf, unclaimed } from './guards.ts'
import { builtWebDir, version } from './installed.ts'
import { type Closers, type Overrides, openResources, type Resources } from './resources.ts'

export type { Overrides } from './resources.ts'

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
  const closers: Closers = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const resources = await openResources(config, adapters, overrides, begins, closers)
    const { db, state, owner } = resources
    const checks = () => all.flatMap((feature) => feature.checks ?? [])
    const { features, pipeline, polling } = listFeatures(config, resources, checks)
    const { listings, scoring, rules, watches, notify, sell } = features
    // Stands on what the others give to their commands.
    const agents = mcpFeature({
      ...{ log: resources.log, version },
      ...listings.commands,
      ...scoring.commands,
      ...rules.commands,
      ...watches.commands,
      ...{ ...notify.commands, ...sell.commands },
    })
    const all: Feature[] = [...Object.values(features), agents]
    const { actorOf = features.accounts.who.actorOf } = overrides
    for (const feature of all) feature.metrics?.(resources.metrics.registry)
    const { claimed } = features.accounts.who
    const running = runFeatures(config, resources, {
      all,
      closers,
      actorOf,
      claimed,
      onRoute: overrides.onRoute,
      webDir: overrides.webDir ?? builtWebDir,
    })
    return {
      ...{ config, adapters, checks, pipeline, polling, reconsider: pipeline, ...running },
      ...{ db, log: resources.log, clock: resources.clock, metrics: resources.metrics },
      ...{ embedded: resources.embedded, sharesData: resources.sharesData, baseUrl: resources.baseUrl },
      ...{ valuer: resources.valuer, clusterer: resources.clusterer },
      owner: asProgram(owner.userId),
      claimed,
      /** Who a command acts for: the account of that name, else the owner. */
      actorFor: async (name?: string) => (name === undefined ? owner : actorNamed(db, name)),
      health: {
        log: resources.log,
        phase: () => (state.closing ? 'closing' : state.started ? 'running' : 'starting'),
        checks,
        registry: resources.metrics.registry,
        readState: () => readState(resources, state.queue ?? null),
      } satisfies Observed,
      /** Says first that it is not ready any more, and goes on answering for as long as others take to notice. */
      async close() {
        const isServing = state.serving
        state.closing = true
        if (isServing && config.drainMs > 0) await sleep(config.drainMs)
        await close()
      },
      audit: resources.audit,
      ...features.accounts.commands,
      auditing: features.audit.commands.audit,
      sealing: { ...resources, sealed: all.flatMap((feature) => feature.sealed ?? []) } satisfies RotateDeps,
      ...features.listings.commands,
      ...features.clusters.commands,
      ...features.offers.commands,
      ...{ ...features.sell.commands, ...features.trends.commands },
      ...features.watches.commands,
      ...{ ...features.scoring.commands, ...features.rates.commands },
      ...{ ...features.imports.commands, ...features.captures.commands, ...features.mailbox.commands },
      ...features.rules.commands,
      ...features.sources.commands,
      ...features.notify.commands,
      ...features.ops.commands,
      ...agents.commands,
    }
  } catch (error) {
    await close()
    throw error
  }
}

type AccountFeature = ReturnType<typeof accountFeature>

interface RunOptions extends Pick<AccountFeature['who'], 'actorOf' | 'claimed'> {
  all: Feature[]
  closers: Closers
  onRoute: Overrides['onRoute']
  webDir: string
}

/** How the parts of the features that roles run are started. */
function runFeatures(
  config: Config,
  resources: Resources,
  { all, closers, actorOf, claimed, onRoute, webDir }: RunOptions,
) {
  const { db, log, tracing, state, programToken, audit, security } = resources
  const handlers = all.flatMap((feature) => feature.jobs ?? [])
  const sends = all.flatMap((feature) => feature.sends ?? [])
  const means = { db, log, tracing, handlers, sends, onTry: resources.metrics.tried }

  /** Opens the job queue without working it: for commands, and before roles start. */
  async function openQueue(supervise: boolean, stop?: AbortSignal): Promise<Jobs> {
    if (!state.queue) {
      const opened = await db.outlast(() => openJobs({ ...means, supervise }), stop)
      state.queue = opened
      closers.push(() => opened.close())
    }
    return state.queue
  }

  /**
   * Starts the parts of the features that these roles run; resolves with the address when `api` is among them. A
   * database that goes away meanwhile is waited for, until `stop`.
   */
  async function start(roles: readonly Role[], stop?: AbortSignal): Promise<string | null> {
    const outlast = <T>(run: () => Promise<T>) => db.outlast(run, stop)
    if (roles.includes('api') && !isLoopback(config.host) && !(await outlast(claimed)))
      throw unclaimed(config)
    const queue = await openQueue(roles.includes('scheduler'), stop)
    state.scheduling = roles.includes('scheduler')
    const poolSize = config.databasePoolSize
    closers.push(await announceRunningProcess({ ...{ db, log, roles, poolSize }, release: version }))
    await outlast(() => db.transaction((tx) => planScans(resources, tx)))
    // Half a second that nobody who asks should wait for; workers that need no places do without.
    if (roles.includes('api')) readPlaces()
    if (roles.includes('scheduler')) {
      // Before anything is scanned: the demo's sources point at its server. Of the two it ends last, too.
      for (const loop of all.flatMap((feature) => feature.supervisors ?? [])) {
        const handle = await loop.start()
        closers.push(() => handle.stop())
      }
    }
    if (roles.includes('worker')) {
      await learn(outlast)
      const loops = all.flatMap((feature) => feature.loops ?? [])
      for (const loop of loops) {
        const handle = await loop.start()
        closers.push(() => handle.stop())
      }
      for (const loop of loops) {
        const listening = await outlast(() => db.listen(loop.wokenBy, () => loop.wake()))
        closers.push(() => listening.close())
      }
      await queue.work()
      state.working = true
    }
    if (roles.includes('scheduler')) {
      const schedules = all.flatMap((feature) => feature.schedules ?? [])
      await outlast(() => queue.schedule(schedules))
    }
    const address = roles.includes('api') ? await serve() : null
    if (address !== null && !roles.includes('worker')) closers.push(warmUp())
    state.started = true
    return address
  }

  /** What a worker has read before it begins: else whoever looks at a listing first waits for all comparables. */
  function warmUp(): () => Promise<void> {
    const reading = db
      .transaction((tx) => resources.valuer.catchUp(tx))
      .catch((error: unknown) => log.warn({ err: error }, 'comparables are read when they are asked for'))
    return () => reading
  }

  /** What is known already, before the first page holds its marketplace's lock for it. */
  async function learn(outlast: <T>(run: () => Promise<T>) => Promise<T>): Promise<void> {
    const { valuer, clusterer, matcher } = resources
    await outlast(() => markRestored(db))
    await outlast(() => db.transaction((tx) => valuer.catchUp(tx)))
    await outlast(() => db.transaction((tx) => clusterer.catchUp(tx)))
    await outlast(() => matcher.catchUp(db))
    const following = await outlast(() => matcher.follow(db, log))
    closers.push(() => following.close())
  }

  async function serve(): Promise<string> {
    const http = await createHttp({
      ...{ log, tracing, version, allowedHosts, actorOf, publicOrigin, pagesInstead },
      ...{ guards: guardsOf(config, resources.redis), answers: keepAnswers(resources) },
      translator: translatorOf([...resources.marketplaces.values()]),
      ...(onRoute && { onRoute }),
      app: { folder: webDir, command: 'npm run build' },
      onSecurityEvent: security.note,
      onAnswered: resources.metrics.answered,
      onRefused: ({ actor, code, route }) =>
        void audit
          .note(db, { what: 'refused', person: actor.userId, details: { code, route } })
          .catch((error: unknown) => log.warn({ err: error }, 'a refusal is not in the audit log')),
    })
    for (const feature of all) feature.routes?.(http)
    http.get('/api/openapi.json', { schema: { hide: true } }, async () => http.swagger())
    closers.push(() => http.close())
    state.address = await listen(http, config.host, config.port)
    state.serving = true
    closers.push(await announceRunning(config.dataDir, { address: state.address, token: programToken }))
    closers.push(await announceApiProcess(resources))
    return state.address
  }

  function allowedHosts(): string[] {
    const own = ['127.0.0.1', 'localhost', '[::1]', config.host]
    return config.baseUrl === undefined ? own : [...own, new URL(config.baseUrl).hostname]
  }

  function publicOrigin(): string | null {
    return config.baseUrl === undefined ? null : new URL(config.baseUrl).origin
  }

  return { start, openQueue }
}
