import type { App } from './app.ts'
import type { Role } from './config.ts'
import { listNewest } from './listings/store.ts'
import { sourceView } from './marketplaces/sources.ts'
import { listSources } from './marketplaces/store.ts'

/** Runs the program until it is told to stop; resolves after everything is let go of. */
export async function serve(app: App, roles: readonly Role[]): Promise<void> {
  const stopped = untilSignal()
  const address = await app.start(roles)
  await greet(app, address, roles)
  const signal = await stopped
  app.log.info(`${signal}: finishing what is under way`)
  await app.close()
  app.log.info('stopped')
}

/** A second signal does not wait. */
function untilSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        resolve(signal)
      })
    }
  })
}

async function greet(app: App, address: string | null, roles: readonly Role[]): Promise<void> {
  const { log } = app
  if (address !== null) log.info(`Deal Scout is at ${address} (API: ${address}/api/openapi.json)`)
  log.info(`roles: ${roles.join(', ')}; database: ${app.embedded ? `embedded, in ${app.config.dataDir}` : 'DATABASE_URL'}`)
  const sources = await listSources(app.db)
  for (const row of sources) {
    const view = sourceView(app.sources, row)
    log.info(`source ${view.name}${view.demo ? ' (DEMO, made up)' : ''}: ${view.state}${view.stateReason === null ? '' : `, ${view.stateReason}`}`)
  }
  if (sources.length === 0) log.info('no source is connected: deal-scout sources add feed --set url=https://…')
  const any = { words: [], category: null, marketplace: null, condition: null, state: null, demo: null, priceCentsMin: null, priceCentsMax: null, scoreMin: null, limit: 1 }
  if ((await listNewest(app.db, any, null)).length === 0) log.info('no listings yet; the first scans are on their way')
}
