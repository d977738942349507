import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts'
import { readHere } from '../../test/harness/read-here.ts'
import { systemClock } from '../core/clock.ts'
import type { Fetch } from '../core/fetch.ts'
import { marketplaceContext } from './context.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const secrets = {
  seal: (plain: string) => plain,
  open: (sealed: string) => sealed,
  sign: (text: string) => text,
}

/** What a process of its own would make: nothing is shared with another but the database. */
function context(fetch: Fetch, over: { userId?: number; shared?: boolean } = {}) {
  const shared = { userId: 1, shared: true, ...over }
  const source = { ...shared, id: 1, settings: '{}', demo: false, marketplace: 'shop' }
  return marketplaceContext(
    { db: database.db, clock: systemClock, fetch, read: readHere, adapterOptions: {}, secrets },
    source,
    pino({ enabled: false }),
    new AbortController().signal,
  )
}

function recorder() {
  const startedAtMs: number[] = []
  const fetch = (async () => {
    startedAtMs.push(Date.now())
    return { status: 200 }
  }) as unknown as Fetch
  return { fetch, startedAtMs }
}

describe('the pace of a host', () => {
  it('holds over all processes, and another host does not wait', async () => {
    const { fetch, startedAtMs } = recorder()
    const other = recorder()
    const begunAtMs = Date.now()
    await Promise.all([
      ...Array.from({ length: 5 }, () => context(fetch).fetch('https://slow.example/a', { hostGapMs: 120 })),
      context(other.fetch).fetch('https://other.example/a', { hostGapMs: 120 }),
    ])
    // Each has its moment; a busy machine may wake one late and the next in time, and timers fire a little early.
    for (const [i, ms] of startedAtMs.toSorted((a, b) => a - b).entries())
      expect(ms - begunAtMs).toBeGreaterThanOrEqual(i * 120 - 20)
    expect(other.startedAtMs[0]! - startedAtMs[0]!).toBeLessThan(110)
  })

  it('does not hold on this machine, where the demo is', async () => {
    const { fetch, startedAtMs } = recorder()
    const demo = context(fetch)
    await Promise.all(
      Array.from({ length: 5 }, () => demo.fetch('http://127.0.0.1:1/a', { hostGapMs: 60_000 })),
    )
    expect(startedAtMs).toHaveLength(5)
  })

  it('waits no longer once the call is given up', async () => {
    const { fetch, startedAtMs } = recorder()
    const abort = new AbortController()
    await context(fetch).fetch('https://given-up.example/a', { hostGapMs: 60_000 })
    const waiting = context(fetch).fetch('https://given-up.example/b', {
      hostGapMs: 60_000,
      signal: abort.signal,
    })
    abort.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    expect(startedAtMs).toHaveLength(1)
  })
})

describe('what an adapter keeps', () => {
  it('of a source of one person’s is that person’s: what one was shown says nothing of what another was', async () => {
    const { fetch } = recorder()
    const until = new Date(Date.now() + 60_000)
    const cacheOf = (over: { userId?: number; shared?: boolean }) => context(fetch, over).cache
    await cacheOf({}).set('feed: unchanged since', 'monday', until)
    await cacheOf({ userId: 7, shared: false }).set('feed: unchanged since', 'tuesday', until)
    const read = (over: { userId?: number; shared?: boolean }) => cacheOf(over).get('feed: unchanged since')
    expect(await read({ userId: 2 })).toBe('monday')
    expect(await read({ userId: 7, shared: false })).toBe('tuesday')
    expect(await read({ userId: 8, shared: false })).toBeNull()
  })
})
