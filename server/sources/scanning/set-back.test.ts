import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { reserveHost } from '../context-store.ts'
import { readDetailPage } from '../details.ts'
import { decideOutages, isUnseen } from '../outages/outage.ts'
import { noteAwake, plannedBySource } from '../outages/outage-store.ts'
import { sourceView } from '../state/views.ts'
import { minute, type ScanKit, scanKit, stubMarketplace } from '../test-kit.ts'
import { listScanRuns } from './run-store.ts'
import { runDueScans, setRight } from './scan.ts'
import { coolSource, nextScanAt } from './scan-store.ts'

const day = 1440 * minute
const start = new Date('2026-11-22T12:00:00Z')
let database: TestDatabase
let kit: ScanKit
let asked: Date[]
let refuses: boolean
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())
beforeEach(() => {
  kit = scanKit(database.db)
  kit.clock.set(start)
  asked = []
  refuses = false
  kit.marketplaces.set(
    'shop',
    stubMarketplace(
      'shop',
      () => {
        asked.push(kit.clock.now())
        return refuses ? { outcome: 'blocked' } : { listings: [seenListing()] }
      },
      { details: async () => ({ outcome: 'gone' }) },
    ),
  )
})
afterEach(async () => {
  await database.db.query('DELETE FROM sources')
  await database.db.query('DELETE FROM adapter_cache')
})

const scan = () => runDueScans(kit.deps)
const view = async (id: number) =>
  sourceView(kit.deps, await kit.row(id), (await plannedBySource(database.db)).get(id))

/** The program runs for so long, a poll a minute. */
async function run(minutes: number): Promise<void> {
  for (let i = 0; i < minutes; i++) {
    await scan()
    kit.clock.advance(minute)
  }
}

/** For so long the clock shows another time. */
async function jump(ms: number, minutes = 0.25): Promise<void> {
  kit.clock.advance(ms)
  await scan()
  kit.clock.advance(minutes * minute)
  await scan()
  kit.clock.advance(-ms)
}

describe('a clock that was two days ahead for a quarter of a minute', () => {
  it('leaves a source unread for no longer than its interval', async () => {
    await kit.source('shop')
    await run(2)
    await jump(2 * day)
    asked = []
    await run(6)
    expect(asked).toHaveLength(1)
    await run(55)
    expect(asked.length).toBeGreaterThanOrEqual(10)
  })

  it('makes no source seem seen, nor out: what is known of it is from before', async () => {
    const id = await kit.source('shop')
    await run(2)
    await jump(2 * day)
    // Before anybody put it right.
    expect(await view(id)).toMatchObject({ state: 'waiting', lastOkAt: null, outageSince: null })
    expect((await view(id)).stateReason).toMatch(/clock was set back/)
    await setRight(kit.deps)
    expect(await view(id)).toMatchObject({ state: 'ok', lastOkAt: start.toISOString() })
    // Nothing comes through any more: that shows as soon as it would have without the jump.
    kit.clock.advance(12 * minute)
    expect(await view(id)).toMatchObject({ state: 'outage', outageSince: start.toISOString() })
  })

  it('does not prolong a cooldown', async () => {
    const id = await kit.source('shop')
    await run(1)
    refuses = true
    await jump(2 * day)
    refuses = false
    asked = []
    await run(20)
    expect(asked.length).toBeGreaterThanOrEqual(1)
    expect(await view(id)).toMatchObject({ state: 'ok', outageSince: null })
  })

  it('nor that of a source that refused a single page', async () => {
    const id = await kit.source('shop')
    await run(1)
    kit.clock.advance(2 * day)
    const until = new Date(kit.clock.now().getTime() + 15 * minute)
    await coolSource(database.db, id, { outcome: 'blocked', reason: 'no', until, now: kit.clock.now() })
    kit.clock.advance(-2 * day)
    const read = () =>
      readDetailPage(kit.deps, id, { externalId: 'a', url: 'https://x.example' }, AbortSignal.timeout(5000))
    expect(await read()).toMatchObject({ outcome: 'later', waitMs: 15 * minute })
    await setRight(kit.deps)
    kit.clock.advance(15 * minute)
    expect(await read()).toMatchObject({ outcome: 'gone' })
  })

  it('does not keep the scan of a process that died in it', async () => {
    await kit.source('shop')
    kit.clock.advance(2 * day)
    expect(await kit.claim()).not.toBeNull()
    kit.clock.advance(-2 * day)
    expect(await kit.claim()).toBeNull()
    await setRight(kit.deps)
    kit.clock.advance(13_000)
    expect(await kit.claim()).not.toBeNull()
  })

  it('leaves no run in the history that is yet to come', async () => {
    const id = await kit.source('shop')
    await run(1)
    await jump(2 * day)
    await setRight(kit.deps)
    const { rows } = await database.db.query<{ id: number }>('SELECT id FROM scans WHERE source_id = $1', [
      id,
    ])
    const runs = await listScanRuns(database.db, { scanId: rows[0]!.id, before: null, limit: 10 })
    expect(runs.length).toBeGreaterThanOrEqual(2)
    for (const { startedAt, finishedAt } of runs) {
      expect(startedAt.getTime()).toBeLessThanOrEqual(kit.clock.now().getTime())
      expect(finishedAt.getTime()).toBeLessThanOrEqual(kit.clock.now().getTime())
    }
  })

  it('tells of no time without a break: it begins anew', async () => {
    const awake = () => database.db.transaction((tx) => noteAwake(tx, kit.clock.now()))
    await awake()
    kit.clock.advance(minute)
    expect(await awake()).toEqual(start)
    kit.clock.advance(2 * day)
    expect(await awake()).toEqual(kit.clock.now())
    kit.clock.advance(-2 * day)
    const back = kit.clock.now()
    expect(await awake()).toEqual(back)
    kit.clock.advance(minute)
    expect(await awake()).toEqual(back)
    kit.clock.advance(10 * minute)
    expect(await awake()).toEqual(kit.clock.now())
  })

  it('ends an outage that it told of once the source is seen', () => {
    const at = (minutes: number) => new Date(start.getTime() + minutes * minute)
    const decide = (lastOkAt: Date) =>
      decideOutages({
        now: at(60),
        awakeSince: at(0),
        sources: [
          {
            ...{ id: 1, name: 'A', demo: false, on: true, intervalMs: 5 * minute, lastOkAt },
            ...{ lastOutcome: 'ok', lastReason: null, cooldownUntil: null, plannedSince: at(-1000) },
          },
        ],
        dependences: [{ userId: 7, sourceId: 1, rules: ['Sofa'] }],
        open: [{ userId: 7, sourceId: 1, outageSince: at(2880) }],
      })
    expect(decide(at(59)).recovered).toHaveLength(1)
    expect(decide(at(3000)).recovered, 'on the word of the future').toHaveLength(0)
  })
})

describe('the pace of a host', () => {
  it('does not wait for a moment that no queue of calls could have come to', async () => {
    await reserveHost(database.db, 'a.example', 1000)
    await database.db.query(`UPDATE host_pacing SET free_at = now() + interval '2 days'`)
    expect(await reserveHost(database.db, 'a.example', 1000)).toBeLessThanOrEqual(1000)
    expect(await reserveHost(database.db, 'a.example', 1000)).toBeGreaterThan(500)
  })

  it('waits behind a queue that is really there', async () => {
    for (let i = 0; i < 20; i++) await reserveHost(database.db, 'b.example', 1000)
    expect(await reserveHost(database.db, 'b.example', 1000)).toBeGreaterThan(19_000)
  })
})

it('whatever the clock did, a source is read within its interval once the clock goes on, and seems seen only then', async () => {
  const jumps = fc.array(
    fc.record({
      ms: fc.oneof(
        fc.integer({ min: -400, max: 400 }).map((hours) => hours * 60 * minute),
        fc.integer({ min: -90, max: 90 }).map((minutes) => minutes * minute),
      ),
      minutes: fc.integer({ min: 0, max: 12 }),
      /** The clock stays where it jumped to. */
      stays: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(jumps, async (all) => {
      await database.db.query('DELETE FROM sources')
      const { marketplaces } = kit
      kit = scanKit(database.db)
      for (const [id, marketplace] of marketplaces) kit.marketplaces.set(id, marketplace)
      kit.clock.set(start)
      const id = await kit.source('shop')
      await run(2)
      for (const { ms, minutes, stays } of all) {
        kit.clock.advance(ms)
        await run(minutes)
        if (!stays) kit.clock.advance(-ms)
      }
      asked = []
      const now = kit.clock.now()
      const shown = await view(id)
      if (shown.state === 'ok') {
        const row = await kit.row(id)
        expect(row.lastOkAt!.getTime()).toBeLessThanOrEqual(now.getTime() + minute)
        expect(
          isUnseen({ lastOkAt: row.lastOkAt, plannedSince: row.lastOkAt, intervalMs: 5 * minute }, now),
        ).toBe(false)
      }
      await setRight(kit.deps)
      const next = await nextScanAt(database.db, now, ['shop'])
      expect(next!.getTime() - now.getTime()).toBeLessThanOrEqual(6.5 * minute)
      await run(8)
      expect(asked.length).toBeGreaterThanOrEqual(1)
      expect(await view(id)).toMatchObject({ state: 'ok' })
    }),
    { numRuns: 25 },
  )
})
