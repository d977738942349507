import { pino } from 'pino'
import { loadAllAdapters } from '../server/app/adapters.ts'
import { type App, createApp, type Overrides } from '../server/app/app.ts'
import { loadConfig } from '../server/app/config.ts'

/** The whole program on an embedded database in this folder, without the demo and without a word. */
export async function openBenchApp(
  dataDir: string,
  { env, overrides }: { env?: Record<string, string>; overrides?: Overrides } = {},
): Promise<App> {
  const adapters = await loadAllAdapters()
  const adapterOptions = [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(
    ({ options }) => options,
  )
  const config = loadConfig({
    env: { DEAL_SCOUT_DATA: dataDir, DEAL_SCOUT_DEMO: 'off', ...env },
    cwd: dataDir,
    adapterOptions,
  })
  return createApp(config, adapters, { log: pino({ level: 'silent' }), ...overrides })
}
