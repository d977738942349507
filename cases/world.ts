import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pino } from 'pino'
import { type Adapters, loadAllAdapters } from '../server/app/adapters.ts'
import type { Overrides } from '../server/app/app.ts'
import type { Role } from '../server/app/config/config-options.ts'
import { type Clock, systemClock } from '../server/core/clock.ts'
import { badInput } from '../server/core/errors.ts'
import { createReaderPool, type Read } from '../server/core/reader-pool.ts'
import type { ListingView } from '../server/listings/schema.ts'
import { cloneDatabase } from '../test/harness/clone.ts'
import type { DatabaseServer } from '../test/harness/database-server.ts'
import { openTestApp, type StubClock, stubClock, type TestApp } from '../test/harness/open-app.ts'

/** What all folders share: made once. */
export interface Shared extends AsyncDisposable {
  server: Pick<DatabaseServer, 'url' | 'template'>
  adapters: Adapters
  read: Read
}

export async function openShared(server: Shared['server']): Promise<Shared> {
  const readers = createReaderPool({ log: pino({ level: 'silent' }) })
  const { channels, ...others } = await loadAllAdapters()
  // Connections that a channel keeps are those of all folders: none ends them for the others.
  const kept = [...channels].map(([id, { close: _, ...channel }]) => [id, channel] as const)
  return {
    server,
    adapters: { ...others, channels: new Map(kept) },
    read: readers.read,
    async [Symbol.asyncDispose]() {
      for (const channel of channels.values()) channel.close?.()
      await readers.close()
    },
  }
}

/** What an import came to. */
export interface Imported {
  status: number
  added: number
  rejected: number
  problems: { problem: string; rows: number }[]
  rejects: { line: number; problems: string[]; raw: string }[]
  /** Of a file that is refused as a whole. */
  message?: string
}

/** The program of a folder, on a clean database. */
export interface Program extends TestApp {
  /** As `deal-scout import FILE` with these options. */
  import(file: string | { name: string; text: string }, options?: Record<string, string>): Promise<Imported>
  /** All listings that are stored, newest first; of one marketplace or source where it is named. */
  listings(marketplace?: string): Promise<ListingView[]>
  /** The answer to a request that must succeed. */
  get<T>(path: string): Promise<T>
  send<T>(method: string, path: string, body?: unknown): Promise<T>
}

/** What a folder's checker may use; everything that it starts ends with the folder. */
export interface World {
  /** Stands still until it is moved. */
  clock: StubClock
  shared: Shared
  program(options?: {
    roles?: readonly Role[]
    env?: Record<string, string>
    overrides?: Overrides
    clock?: Clock
  }): Promise<Program>
  /** Ends it with the folder. */
  use<T extends AsyncDisposable>(started: Promise<T>): Promise<T>
}

/** No earlier than the inputs, whose dates are in the past. */
const clockMin = Date.parse('2026-11-28T12:00:00Z')

export function openWorld(shared: Shared): World & AsyncDisposable {
  const stack = new AsyncDisposableStack()
  const clock = stubClock(new Date(Math.max(systemClock.now().getTime(), clockMin)))
  const use = async <T extends AsyncDisposable>(started: Promise<T>) => stack.use(await started)
  return {
    clock,
    shared,
    use,
    async program({ roles = ['api'] as const, env, overrides, clock: other = clock } = {}) {
      const database = await cloneDatabase(shared.server.url, { template: shared.server.template })
      const test = await openTestApp(database, {
        roles,
        ...(env && { env }),
        adapters: shared.adapters,
        overrides: { clock: other, read: shared.read, ...overrides },
      })
      stack.use(test)
      return Object.assign(test, programOf(test))
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

function programOf({ address, call }: TestApp): Omit<Program, keyof TestApp> {
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await call(method, path, body)
    if (answer.status >= 400) throw badInput(`${method} ${path}: ${messageOf(answer)}`)
    return answer.body
  }
  return {
    send,
    get: (path) => send('GET', path),
    async import(file, options = {}) {
      const { name, content } =
        typeof file === 'string'
          ? { name: basename(file), content: readFileSync(file) }
          : { name: file.name, content: file.text }
      const form = new FormData()
      form.append('file', new Blob([content]), name)
      const known = Object.entries(options).filter(([option]) =>
        ['source', 'currency', 'marketplace', 'url'].includes(option),
      )
      const query = new URLSearchParams(known)
      const response = await fetch(`${address}/api/imports?${query}`, { method: 'POST', body: form })
      const body = (await response.json()) as Imported & { message?: string; detail?: string }
      const refused = {
        added: 0,
        rejected: 0,
        problems: [],
        rejects: [],
        message: messageOf({ status: response.status, body }),
      }
      return { status: response.status, ...(response.ok ? body : refused) }
    },
    async listings(marketplace) {
      const found: ListingView[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query = new URLSearchParams({
          limit: '100',
          ...(marketplace !== undefined && { marketplace }),
          ...(cursor !== '' && { cursor }),
        })
        const page: { items: ListingView[]; next: string | null } = await send(
          'GET',
          `/api/listings?${query}`,
        )
        found.push(...page.items)
        cursor = page.next
      }
      return found
    },
  }
}

/** What a refusal says. */
export function messageOf({ status, body }: { status: number; body: unknown }): string {
  const { detail, title, fields } = (body ?? {}) as { detail?: string; title?: string; fields?: unknown }
  return `${status} ${detail ?? title ?? ''}${fields ? ` ${JSON.stringify(fields)}` : ''}`
}
