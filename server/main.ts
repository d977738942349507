import { setupLink } from './accounts/auth/joining.ts'
import type { App } from './app/app.ts'
import type { Role } from './app/config/config-options.ts'
import type { Config } from './app/config.ts'
import { version } from './app/installed.ts'
import { systemClock } from './core/clock.ts'
import { databaseAwayIn } from './core/database-away.ts'
import { probePort } from './core/http-port.ts'
import { toStdout } from './core/terminal.ts'
import { dealQuery } from './listings/deals/deal-schema.ts'
import { dealsPage } from './listings/deals/deals.ts'
import { type Following, followLevel, toggleOnSignal } from './ops/log-level/follow-level.ts'
import { type OpsPort, openOpsPort } from './ops/ops-port.ts'
import { sourceView } from './sources/state/views.ts'
import { listSources } from './sources/store.ts'
import { withAccepted } from './sources/terms/allowed.ts'

/**
 * Throws where the port is taken, before anything is opened: a second process would join the database in the data folder
 * and take up work that it has to hand back at once.
 */
export async function refuseTakenPort({ host, port }: Config): Promise<void> {
  if (port !== 0) await probePort(host, port)
}

/**
 * Opens the port for operators where there is to be one, then the program, and runs it until it is told to stop. So a
 * probe is answered while the program waits for its database, and until everything is let go of.
 */
export async function run(
  config: Config,
  open: (onWaiting: (what: string | null) => void) => Promise<App>,
  roles: readonly Role[],
  stop: AbortSignal,
): Promise<void> {
  const port = config.opsPort === undefined ? null : await opsPortOf(config, config.opsPort, roles)
  try {
    const app = await open((what) => port?.waitsFor(what))
    port?.observe(app.health)
    if (port !== null) app.log.info(`the port for operators is at ${port.address}`)
    const off = toggleOnSignal(app.log)
    await serve(app, roles, stop).finally(off)
  } finally {
    await port?.close()
  }
}

const opsPortOf = (config: Config, port: number, roles: readonly Role[]): Promise<OpsPort> =>
  openOpsPort({
    ...{ host: config.opsHost, port, token: config.metricsToken },
    ...{ version, roles, clock: systemClock },
  })

/** Resolves after everything is let go of. */
async function serve(app: App, roles: readonly Role[], stop: AbortSignal): Promise<void> {
  let following: Following | null = null
  try {
    if (!stop.aborted) await start(app, roles, stop)
    if (!stop.aborted) following = await followed(app, stop)
    if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }))
    app.log.info(`${stop.reason}: finishing what is under way; once more ends it at once`)
  } finally {
    await following?.close()
    await app.close()
  }
  app.log.info('stopped')
}

async function start(app: App, roles: readonly Role[], stop: AbortSignal): Promise<void> {
  try {
    await greet(app, await app.start(roles, stop), roles)
  } catch (error) {
    // It runs, and the log says that the database went away; or it was waiting for one and is not wanted any more.
    if (!databaseAwayIn(error) && !stop.aborted) throw error
  }
}

/** What logs more for a while must not be what ends a program that runs. */
async function followed(app: App, stop: AbortSignal): Promise<Following | null> {
  try {
    return await app.db.outlast(() => followLevel(app), stop)
  } catch (error) {
    app.log.warn({ err: error }, 'deal-scout log-level does not reach this process until it is started again')
    return null
  }
}

/** The link is a secret: it is shown to who sits at a terminal, and to no log. */
async function offerSetup(app: App): Promise<void> {
  if (!process.stdout.isTTY) {
    app.log.info(
      'whoever reaches it on this machine is its owner; to let people sign in: deal-scout setup-link',
    )
    return
  }
  const url = await setupLink(app.accounts)
  toStdout(
    `Whoever reaches it on this machine is its owner. To let people sign in, open this within a day and become the owner for good; show it to nobody:\n  ${url}\n`,
  )
}

async function greet(app: App, address: string | null, roles: readonly Role[]): Promise<void> {
  const { log } = app
  if (address !== null) log.info(`Deal Scout is at ${address} (API: ${address}/api/openapi.json)`)
  if (address !== null && !(await app.claimed())) await offerSetup(app)
  const database = app.embedded ? `embedded, in ${app.config.dataDir}` : 'DATABASE_URL'
  log.info(`roles: ${roles.join(', ')}; database: ${database}`)
  if (app.sharesData)
    log.info(
      `another Deal Scout process uses ${app.config.dataDir} too: they share its listings, rules and work. One with data of its own needs another folder: DEAL_SCOUT_DATA=./data-2`,
    )
  const sources = await listSources(app.db)
  const known = await withAccepted(app.sources, app.db)
  for (const row of sources) {
    const { name, demo, state, stateReason } = sourceView(known, row)
    log.info(
      `source ${name}${demo ? ' (DEMO, made up)' : ''}: ${state}${stateReason === null ? '' : `, ${stateReason}`}`,
    )
  }
  if (sources.length === 0)
    log.info('no source is connected: deal-scout sources add feed --set url=https://…')
  const best = await dealsPage(app.listings, app.owner, dealQuery.parse({ limit: 3 }))
  for (const { score, title, demo } of best.items)
    log.info(`best now: ${demo ? 'DEMO ' : ''}deal ${score}: ${title.slice(0, 80)}`)
  if (best.items.length === 0) log.info('no listings yet: the first scans are on their way')
}
