import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Adapters, loadAllAdapters } from '../../server/app/adapters.ts'
import { type App, createApp, type Overrides } from '../../server/app/app.ts'
import type { Role } from '../../server/app/config/config-options.ts'
import { loadConfig } from '../../server/app/config.ts'
import type { Clock } from '../../server/core/clock.ts'
import type { TestDatabase } from './clone.ts'

/** A clock that stands still until it is moved. */
export interface StubClock extends Clock {
  set(time: Date | string): void
  advance(ms: number): void
}

export function stubClock(start: Date | string = '2026-11-22T12:00:00Z'): StubClock {
  let nowMs = new Date(start).getTime()
  return {
    now: () => new Date(nowMs),
    set(time) {
      nowMs = new Date(time).getTime()
    },
    advance(ms) {
      nowMs += ms
    },
  }
}

export interface TestApp extends AsyncDisposable {
  app: App
  /** `http://127.0.0.1:<port>` when the api role runs. */
  address: string | null
  database: TestDatabase
  /** Sends JSON, returns status and parsed body. */
  call(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: never; headers: Headers }>
}

export interface TestAppOptions {
  roles?: readonly Role[]
  env?: Record<string, string>
  overrides?: Overrides
  /** Those that are loaded already. */
  adapters?: Adapters
}

/** A third of a second of a processor for each sign-in is for who guesses; the hashes say which cost they have. */
const quickCost = { ln: 10, r: 8, p: 1 }

/** The whole program on this database, which goes with it; no role runs unless asked for. */
export async function openTestApp(database: TestDatabase, options: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-app-'))
  chmodSync(dataDir, 0o711)
  const adapters = options.adapters ?? (await loadAllAdapters())
  const config = loadConfig({
    env: {
      ...database.env,
      DEAL_SCOUT_DATA: dataDir,
      DEAL_SCOUT_PORT: '0',
      DEAL_SCOUT_DEMO: 'off',
      DATABASE_POOL_SIZE: '6',
      // A test is one caller that asks as fast as it can.
      ...{ RATE_LIMIT_READ: '0', RATE_LIMIT_WRITE: '0', RATE_LIMIT_COSTLY: '0', RATE_LIMIT_STRICT: '0' },
      ...{ RATE_LIMIT_FEED: '0', RATE_LIMIT_PHOTOS: '0' },
      // Nor is a machine that runs many tests at once a server that is behind.
      ...{ SHED_EVENT_LOOP_DELAY_MS: '0', SHED_HEAP_PERCENT: '0' },
      ...options.env,
    },
    cwd: dataDir,
    adapterOptions: [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(
      (adapter) => adapter.options,
    ),
  })
  const app = await createApp(config, adapters, {
    ...{ log: pino({ level: 'silent' }), passwordCost: quickCost },
    ...options.overrides,
  })
  await app.openQueue(false)
  const address = options.roles ? await app.start(options.roles) : null
  return {
    app,
    address,
    database,
    async call(method, path, body) {
      const response = await fetch(`${address}${path}`, {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      })
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        body: (text === '' ? null : JSON.parse(text)) as never,
      }
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await database[Symbol.asyncDispose]()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
