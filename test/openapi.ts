import { pino } from 'pino'
import type { Adapters } from '../server/app/adapters.ts'
import { loadConfig } from '../server/app/config.ts'
import { listFeatures } from '../server/app/features.ts'
import { version } from '../server/app/installed.ts'
import type { Resources } from '../server/app/resources.ts'
import { systemClock } from '../server/core/clock.ts'
import { createHttp } from '../server/core/http.ts'

/**
 * The OpenAPI document of the program, without a database: routes are declared, and what they were handed is never used.
 */
export async function openApiOf(adapters: Adapters): Promise<object> {
  const log = pino({ level: 'silent' })
  const config = loadConfig({ env: {}, cwd: '/nowhere', adapterOptions: [] })
  const resources = {
    ...Object.fromEntries(opened.map((name) => [name, unopened])),
    ...{ ...adapters, log, clock: systemClock, adapterOptions: {}, programToken: '' },
  } as unknown as Resources
  const { features } = listFeatures(config, resources, () => [])
  const http = await createHttp({
    ...{ log, version, allowedHosts: () => [] },
    actorOf: () => Promise.reject(new Error('nobody asks')),
    answers: unopened as never,
  })
  for (const feature of Object.values(features)) if ('routes' in feature) feature.routes(http)
  await http.ready()
  const document = http.swagger()
  await http.close()
  // As it is sent.
  return JSON.parse(JSON.stringify(document))
}

/** What features are handed besides. */
const opened: readonly (keyof Resources)[] = [
  ...([
    'db',
    'redis',
    'jobs',
    'state',
    'owner',
    'secrets',
    'metrics',
    'notifying',
    'valuer',
    'regexes',
  ] as const),
  ...([
    'compsAllowed',
    'fetch',
    'read',
    'baseUrl',
    'clusterer',
    'photoHashesOf',
    'profiles',
    'selling',
  ] as const),
  'matcher',
]

/** Whatever is asked of it. */
const unopened: unknown = new Proxy(() => {}, {
  get: (_, name) => (name === 'then' || typeof name === 'symbol' ? undefined : unopened),
  apply: () => unopened,
})
