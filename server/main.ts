import type { App } from './app.ts'
import type { Role } from './config.ts'
import { databaseAwayIn } from './core/database-away.ts'
import { dealsPage, listingQuery } from './listings/routes.ts'
import { sourceView } from './marketplaces/sources.ts'
import { listSources } from './marketplaces/store.ts'

/**
 * Aborted by the first SIGINT, SIGTERM or SIGHUP, with the signal's name as its reason. Whoever asks again does not
 * want to wait for a clean end; but Ctrl-C reaches this process twice, from the terminal and through the launcher.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  let askedAt = 0
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted && performance.now() - askedAt > 1000) process.exit(130)
      if (stop.signal.aborted) return
      askedAt = performance.now()
      stop.abort(name)
    })
  }
  return stop.signal
}

/** Runs the program until it is told to stop; resolves after everything is let go of. */
export async function serve(app: App, roles: readonly Role[], stop: AbortSignal): Promise<void> {
  try {
    if (!stop.aborted) await start(app, roles, stop)
    if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }))
    app.log.info(`${stop.reason}: finishing what is under way; once more ends it at once`)
  } finally {
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

async function greet(app: App, address: string | null, roles: readonly Role[]): Promise<void> {
  const { log } = app
  if (address !== null) log.info(`Deal Scout is at ${address} (API: ${address}/api/openapi.json)`)
  const database = app.embedded ? `embedded, in ${app.config.dataDir}` : 'DATABASE_URL'
  log.info(`roles: ${roles.join(', ')}; database: ${database}`)
  const sources = await listSources(app.db)
  for (const row of sources) {
    const { name, demo, state, stateReason } = sourceView(app.sources, row)
    log.info(
      `source ${name}${demo ? ' (DEMO, made up)' : ''}: ${state}${stateReason === null ? '' : `, ${stateReason}`}`,
    )
  }
  if (sources.length === 0)
    log.info('no source is connected: deal-scout sources add feed --set url=https://…')
  const best = await dealsPage(app.listings, listingQuery.parse({ limit: 3 }))
  for (const { score, title, demo } of best.items)
    log.info(`best now: ${demo ? 'DEMO ' : ''}deal ${score}: ${title.slice(0, 80)}`)
  if (best.items.length === 0) log.info('no listings yet: the first scans are on their way')
}
