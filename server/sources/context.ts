import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import type { Fetch } from '../core/fetch.ts'
import type { FieldValues } from '../core/fields.ts'
import type { Log } from '../core/log.ts'
import type { OptionValues } from '../core/options.ts'
import type { Read } from '../core/reader-pool.ts'
import type { SealedColumn } from '../core/sealed-column.ts'
import { type Secrets, tryToOpen } from '../core/secrets.ts'
import type { MarketplaceContext } from '../marketplaces/contract.ts'
import { cacheDelete, cacheGet, cacheSet, reserveHost, spendCall } from './context-store.ts'
import type { SourceRow } from './store.ts'

export interface ContextDeps {
  db: Db
  clock: Clock
  fetch: Fetch
  read: Read
  adapterOptions: OptionValues
  secrets: Pick<Secrets, 'seal' | 'open' | 'sign'>
}

const loopback = /^(?:127\.[\d.]+|localhost|\[::1\])(?::\d+)?$/

/** The pace of a host holds for all processes together: each call takes the next free moment from the database. */
function pacedFetch({ db, fetch }: ContextDeps): Fetch {
  return async (url, options = {}) => {
    const { hostGapMs = 0, ...rest } = options
    const host = URL.canParse(url) ? new URL(url).host : ''
    // On this machine (the demo, a fake server) there is nobody to be polite to.
    if (hostGapMs === 0 || host === '' || loopback.test(host)) return fetch(url, rest)
    const waitMs = await reserveHost(db, host, hostGapMs)
    if (waitMs > 0) await sleep(waitMs, undefined, options.signal ? { signal: options.signal } : {})
    return fetch(url, rest)
  }
}

/** The fresh context of one call to an adapter; `beforeReading` comes before every call of a reader. */
export function marketplaceContext(
  deps: ContextDeps,
  source: Pick<SourceRow, 'id' | 'settings' | 'demo' | 'marketplace' | 'userId' | 'shared'>,
  log: Log,
  signal: AbortSignal,
  beforeReading?: () => Promise<void>,
): MarketplaceContext {
  // That a feed has not changed since somebody else read it says nothing of what this person was shown.
  const reader = source.demo ? 'demo:' : source.shared ? '' : `of ${source.userId}:`
  const of = { ...source, reader, settings: openSettings(deps.secrets, source.settings) }
  return contextOf(deps, of, { log, signal, beforeReading })
}

/** Of a call that belongs to no source: it is the operator's app that asks. */
export function accountContext(
  deps: ContextDeps & { log: Log },
  marketplace: string,
  signal: AbortSignal,
): MarketplaceContext {
  const of = { marketplace, reader: '', demo: false, settings: {} }
  return contextOf(deps, of, { log: deps.log.child({ marketplace }), signal })
}

function contextOf(
  deps: ContextDeps,
  of: { marketplace: string; reader: string; demo: boolean; settings: FieldValues },
  call: { log: Log; signal: AbortSignal; beforeReading?: (() => Promise<void>) | undefined },
): MarketplaceContext {
  const { log, signal } = call
  // A key is made of an address or an account; without ours nobody can try which.
  const cacheKey = (key: string) => `${of.marketplace}:${of.reader}${deps.secrets.sign(key, cacheContext)}`
  return {
    fetch: pacedFetch(deps),
    log,
    clock: deps.clock,
    signal,
    options: deps.adapterOptions,
    settings: of.settings,
    demo: of.demo,
    cache: {
      async get(key) {
        const sealed = await cacheGet(deps.db, cacheKey(key), deps.clock.now())
        // What cannot be opened any more is asked for again.
        return sealed === null ? null : tryToOpen(deps.secrets, sealed, cacheContext).plain
      },
      set: (key, value, expiresAt) =>
        cacheSet(deps.db, cacheKey(key), deps.secrets.seal(value, cacheContext), expiresAt),
      delete: (key) => cacheDelete(deps.db, cacheKey(key)),
    },
    async read(reader, ...args) {
      await call.beforeReading?.()
      return deps.read(reader, args, signal)
    },
    spend: (budget, perDay) =>
      spendCall(deps.db, `${of.demo ? 'demo:' : ''}${budget}`, perDay, deps.clock.now()),
  }
}

export const settingsContext = 'settings'
const cacheContext = 'adapter-cache'

export const sealedColumns: readonly SealedColumn[] = [
  { table: 'sources', column: 'settings', key: ['id'], contextOf: () => settingsContext },
  { table: 'adapter_cache', column: 'value', key: ['key'], contextOf: () => cacheContext },
]

/** The same, or why they cannot be opened and what to do: that stops this source alone. */
export function settingsOrProblem(
  secrets: Pick<Secrets, 'open'>,
  source: Pick<SourceRow, 'id' | 'settings'>,
): { settings: FieldValues; problem: null } | { settings: null; problem: string } {
  const { plain, problem } = tryToOpen(secrets, source.settings, settingsContext)
  if (plain !== null) return { settings: JSON.parse(plain) as FieldValues, problem: null }
  return {
    settings: null,
    problem: `Its settings cannot be opened. ${problem} Enter them again under /sources/${source.id}.`,
  }
}

/** The fields that were filled in, in clear. */
export function openSettings(secrets: Pick<Secrets, 'open'>, sealed: string): FieldValues {
  return JSON.parse(secrets.open(sealed, settingsContext)) as FieldValues
}
