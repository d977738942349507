import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { reserveHost } from '../context-store.ts'
import { readDetailPage } from '../details.ts'
import { decideBlindness, isUnseen } from '../outages/blindness.ts'
import { noteAwake, plannedBySource } from '../outages/blindness-store.ts'
import { sourceView } from '../sources.ts'
import { minute, type ScanWorld, scanWorld, stubMarketplace } from '../test-world.ts'
import { runDueScans, setRight } from './scan.ts'
import { listScanRuns, nextScanAt, restSource } from './scan-store.ts'

const day = 1440 * minute
const start = new Date('2026-11-22T12:00:00Z')
let database: TestDatabase
let world: ScanWorld
let asked: Date[]
let refuses: boolean
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())
beforeEach(() => {
  world = scanWorld(database.db)
  world.clock.set(start)
  asked = []
  refuses = false
  world.marketplaces.set(
    'shop',
    stubMarketplace(
      'shop',
      () => {
        asked.push(world.clock.now())
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

const scan = () => runDueScans(world.deps)
const view = async (id: number) =>
  sourceView(world.deps, await world.row(id), (await plannedBySource(database.db)).get(id))

/** The program runs for so long, a look a minute. */
async function run(minutes: number): Promise<void> {
  for (let i = 0; i < minutes; i++) {
    await scan()
    world.clock.advance(minute)
  }
}

/** For so long the clock shows another time. */
async function jump(ms: number, minutes = 0.25): Promise<void> {
  world.clock.advance(ms)
  await scan()
  world.clock.advance(minutes * minute)
  await scan()
  world.clock.advance(-ms)
}

describe('a clock that was two days ahead for a quarter of a minute', () => {
  it('leaves a source unread for no longer than its interval', async () => {
    await world.source('shop')
    await run(2)
    await jump(2 * day)
    asked = []
    await run(6)
    expect(asked).toHaveLength(1)
    await run(55)
    expect(asked.length).toBeGreaterThanOrEqual(10)
  })

  it('makes no source seem seen, nor blind: what is known of it is from before', async () => {
    const id = await world.source('shop')
    await run(2)
    await jump(2 * day)
    // Before anybody put it right.
    expect(await view(id)).toMatchObject({ state: 'waiting', lastOkAt: null, blindSince: null })
    expect((await view(id)).stateReason).toMatch(/clock was set back/)
    await setRight(world.deps)
    expect(await view(id)).toMatchObject({ state: 'seeing', lastOkAt: start.toISOString() })
    // Nothing comes through any more: that shows as soon as it would have without the jump.
    world.clock.advance(12 * minute)
    expect(await view(id)).toMatchObject({ state: 'blind', blindSince: start.toISOString() })
  })

  it('does not prolong a rest', async () => {
    const id = await world.source('shop')
    await run(1)
    refuses = true
    await jump(2 * day)
    refuses = false
    asked = []
    await run(20)
    expect(asked.length).toBeGreaterThanOrEqual(1)
    expect(await view(id)).toMatchObject({ state: 'seeing', blindSince: null })
  })

  it('nor that of a source that refused a single page', async () => {
    const id = await world.source('shop')
    await run(1)
    world.clock.advance(2 * day)
    const until = new Date(world.clock.now().getTime() + 15 * minute)
    await restSource(database.db, id, { outcome: 'blocked', reason: 'no', until, now: world.clock.now() })
    world.clock.advance(-2 * day)
    const read = () =>
      readDetailPage(world.deps, id, { externalId: 'a', url: 'https://x.example' }, AbortSignal.timeout(5000))
    expect(await read()).toMatchObject({ outcome: 'later', waitMs: 15 * minute })
    await setRight(world.deps)
    world.clock.advance(15 * minute)
    expect(await read()).toMatchObject({ outcome: 'gone' })
  })

  it('does not keep the scan of a process that died in it', async () => {
    await world.source('shop')
    world.clock.advance(2 * day)
    expect(await world.claim()).not.toBeNull()
    world.clock.advance(-2 * day)
    expect(await world.claim()).toBeNull()
    await setRight(world.deps)
    world.clock.advance(13_000)
    expect(await world.claim()).not.toBeNull()
  })

  it('leaves no run in the history that is yet to come', async () => {
    const id = await world.source('shop')
    await run(1)
    await jump(2 * day)
    await setRight(world.deps)
    const { rows } = await database.db.query<{ id: number }>('SELECT id FROM scans WHERE source_id = $1', [
      id,
    ])
    const runs = await listScanRuns(database.db, { scanId: rows[0]!.id, before: null, limit: 10 })
    expect(runs.length).toBeGreaterThanOrEqual(2)
    for (const { startedAt, finishedAt } of runs) {
      expect(startedAt.getTime()).toBeLessThanOrEqual(world.clock.now().getTime())
      expect(finishedAt.getTime()).toBeLessThanOrEqual(world.clock.now().getTime())
    }
  })

  it('tells of no time without a break: it begins anew', async () => {
    const awake = () => database.db.transaction((tx) => noteAwake(tx, world.clock.now()))
    await awake()
    world.clock.advance(minute)
    expect(await awake()).toEqual(start)
    world.clock.advance(2 * day)
    expect(await awake()).toEqual(world.clock.now())
    world.clock.advance(-2 * day)
    const back = world.clock.now()
    expect(await awake()).toEqual(back)
    world.clock.advance(minute)
    expect(await awake()).toEqual(back)
    world.clock.advance(10 * minute)
    expect(await awake()).toEqual(world.clock.now())
  })

  it('ends an outage that it told of once the source is seen', () => {
    const at = (minutes: number) => new Date(start.getTime() + minutes * minute)
    const decide = (lastOkAt: Date) =>
      decideBlindness({
        now: at(60),
        awakeSince: at(0),
        sources: [
          {
            ...{ id: 1, name: 'A', demo: false, on: true, intervalMs: 5 * minute, lastOkAt },
            ...{ lastOutcome: 'ok', lastReason: null, coolDownUntil: null, plannedSince: at(-1000) },
          },
        ],
        dependences: [{ userId: 7, sourceId: 1, rules: ['Sofa'] }],
        open: [{ userId: 7, sourceId: 1, blindSince: at(2880) }],
      })
    expect(decide(at(59)).seeing).toHaveLength(1)
    expect(decide(at(3000)).seeing, 'on the word of the future').toHaveLength(0)
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
      const { marketplaces } = world
      world = scanWorld(database.db)
      for (const [id, marketplace] of marketplaces) world.marketplaces.set(id, marketplace)
      world.clock.set(start)
      const id = await world.source('shop')
      await run(2)
      for (const { ms, minutes, stays } of all) {
        world.clock.advance(ms)
        await run(minutes)
        if (!stays) world.clock.advance(-ms)
      }
      asked = []
      const now = world.clock.now()
      const shown = await view(id)
      if (shown.state === 'seeing') {
        const row = await world.row(id)
        expect(row.lastOkAt!.getTime()).toBeLessThanOrEqual(now.getTime() + minute)
        expect(
          isUnseen({ lastOkAt: row.lastOkAt, plannedSince: row.lastOkAt, intervalMs: 5 * minute }, now),
        ).toBe(false)
      }
      await setRight(world.deps)
      const next = await nextScanAt(database.db, now, ['shop'])
      expect(next!.getTime() - now.getTime()).toBeLessThanOrEqual(6.5 * minute)
      await run(8)
      expect(asked.length).toBeGreaterThanOrEqual(1)
      expect(await view(id)).toMatchObject({ state: 'seeing' })
    }),
    { numRuns: 25 },
  )
}, 60_000)
