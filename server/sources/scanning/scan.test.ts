import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { until } from '../../../test/harness/app.ts'
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { asProgram } from '../../core/actor.ts'
import { type ScanOutcome, scanOutcomes } from '../../marketplaces/contract.ts'
import { marketplaceContext } from '../context.ts'
import { deleteSpent, spendCall } from '../context-store.ts'
import { deleteSource } from '../store.ts'
import { leaseMs, minute, paged, type ScanKit, scanKit, stubMarketplace } from '../test-kit.ts'
import { isOutage } from './cooldown.ts'
import { listScanRuns } from './run-store.ts'
import { runDueScans, runScan } from './scan.ts'
import {
  type ClaimedScan,
  finishScan,
  listScans,
  makeScansDue,
  nextScanAt,
  renewScan,
  returnScan,
} from './scan-store.ts'

let database: TestDatabase
let kit: ScanKit
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())
beforeEach(() => {
  kit = scanKit(database.db)
})
afterEach(async () => {
  await database.db.query('DELETE FROM sources')
})

const never = new AbortController().signal

async function scansOf(sourceId: number) {
  const filter = {
    userId: asProgram((await kit.row(sourceId)).userId),
    afterId: 0,
    limit: 100,
    now: kit.clock.now(),
  }
  return (await listScans(database.db, filter)).filter((scan) => scan.sourceId === sourceId)
}

const runsOf = (scanId: number) => listScanRuns(database.db, { scanId, before: null, limit: 100 })

async function backfills(sourceId: number): Promise<boolean[]> {
  const { rows } = await database.db.query<{ backfill: boolean }>(
    'SELECT backfill FROM scans WHERE source_id = $1 ORDER BY id',
    [sourceId],
  )
  return rows.map(({ backfill }) => backfill)
}

const minutesUntil = (at: Date | null) => (at!.getTime() - kit.clock.now().getTime()) / minute

describe('a scan that sees', () => {
  it('leaves its figures with the scan, the source and the history, and is due again after its interval', async () => {
    const answer = { listings: [seenListing(), seenListing()], rejected: [{ row: 3, reason: 'no title' }] }
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', () => answer),
    )
    const id = await kit.source('shop')
    await runDueScans(kit.deps)
    const now = kit.clock.now()
    const [scan] = await scansOf(id)
    expect(scan).toMatchObject({
      running: false,
      lastRunAt: now,
      lastOutcome: 'ok',
      lastReason: null,
      lastFound: 2,
    })
    expect(minutesUntil(scan!.dueAt)).toBeGreaterThanOrEqual(5)
    expect(minutesUntil(scan!.dueAt)).toBeLessThanOrEqual(5.5)
    expect(await runsOf(scan!.id)).toMatchObject([
      { outcome: 'ok', reason: null, pages: 1, found: 2, added: 2, changed: 0, rejected: 1, startedAt: now },
    ])
    expect(await kit.row(id)).toMatchObject({
      lastOkAt: now,
      outageSince: null,
      lastOutcome: 'ok',
      blocks: 0,
    })
    expect(kit.missing, 'not every result was seen').toEqual([])
  })

  it('takes "empty" for sight, and tells what is missing only when every result was seen', async () => {
    const complete = { value: false }
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', () => ({ complete: complete.value })),
    )
    const id = await kit.source('shop')
    await runDueScans(kit.deps)
    expect(kit.missing).toEqual([])
    complete.value = true
    await makeScansDue(database.db, kit.clock.now(), { sourceId: id })
    await runDueScans(kit.deps)
    const [scan] = await scansOf(id)
    expect(kit.missing).toEqual([{ scanId: scan!.id, seenExternalIds: [] }])
    expect(await kit.row(id)).toMatchObject({
      lastOutcome: 'empty',
      lastOkAt: kit.clock.now(),
      outageSince: null,
    })
  })

  it.each([
    [minute, false, 5],
    [60 * minute, false, 60],
    [minute / 2, true, 0.5],
  ])(
    'waits %i ms, but never less than the marketplace asks for (demo: %s)',
    async (intervalMs, demo, minutes) => {
      kit.marketplaces.set(
        'shop',
        stubMarketplace('shop', () => ({})),
      )
      const id = await kit.source('shop', { intervalMs, demo })
      await runDueScans(kit.deps)
      const [scan] = await scansOf(id)
      expect(minutesUntil(scan!.dueAt)).toBeGreaterThanOrEqual(minutes)
      expect(minutesUntil(scan!.dueAt)).toBeLessThanOrEqual(minutes * 1.1)
    },
  )

  it('reads pages of a new search up to its budget, and later only back to what it knows', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `old${i}`)
    kit.marketplaces.set(
      'shop',
      stubMarketplace(
        'shop',
        paged(() => ids, 2),
      ),
    )
    const id = await kit.source('shop')
    await runDueScans(kit.deps)
    expect(kit.ingested).toHaveLength(3)
    ids.unshift('new1', 'new2', 'new3')
    kit.clock.advance(6 * minute)
    await runDueScans(kit.deps)
    expect(kit.ingested.slice(3)).toEqual([
      ['new1', 'new2'],
      ['new3', 'old0'],
    ])
    expect((await runsOf((await scansOf(id))[0]!.id))[0]).toMatchObject({ pages: 2, found: 4, added: 3 })
  })
})

const outageOutcomes = scanOutcomes.filter(isOutage)

describe('a scan that meets an outage', () => {
  const failingKit = async (answer: () => object, over = {}) => {
    kit.marketplaces.set('shop', stubMarketplace('shop', answer))
    return kit.source('shop', over, ['a', 'b', 'c'])
  }

  it.each(outageOutcomes)('says so everywhere and puts the whole source in cooldown: %s', async (outcome) => {
    const id = await failingKit(() => ({ outcome, reason: 'Because.' }))
    kit.marketplaces.set(
      'elsewhere',
      stubMarketplace('elsewhere', () => ({})),
    )
    const other = await kit.source('elsewhere')
    await runDueScans(kit.deps)
    const now = kit.clock.now()
    const source = await kit.row(id)
    expect(source).toMatchObject({
      lastOutcome: outcome,
      lastReason: 'Because.',
      outageSince: now,
      lastOkAt: null,
      blocks: 1,
    })
    expect(source.cooldownUntil!.getTime()).toBeGreaterThan(now.getTime())
    const ran = (await scansOf(id)).filter(({ lastRunAt }) => lastRunAt !== null)
    expect(ran, 'only one of its scans bothered the site').toMatchObject([
      { lastOutcome: outcome, lastReason: 'Because.', lastFound: 0 },
    ])
    expect(await runsOf(ran[0]!.id)).toMatchObject([{ outcome, reason: 'Because.', found: 0 }])
    expect(await backfills(id)).toEqual([true, true, true])
    expect((await kit.row(other)).lastOutcome).toBe('empty')
    expect(await nextScanAt(database.db, now, ['shop'])).toEqual(source.cooldownUntil)
  })

  it.each<[Exclude<ScanOutcome, 'ok' | 'empty'>, number[]]>([
    ['blocked', [15, 30, 60, 120, 240, 360, 360]],
    ['captcha', [30, 60, 120]],
    ['rate-limited', [5, 10, 20]],
    ['auth-expired', [30, 60]],
    ['parse-drift', [30, 60]],
    ['unreachable', [1, 2, 4, 8, 16, 30, 30]],
  ])(
    'cools down twice as long each time in a row, up to a limit, out since the first: %s',
    async (outcome, minutes) => {
      let answer: object = { outcome, reason: 'Because.' }
      const id = await failingKit(() => answer)
      const since = kit.clock.now()
      for (const cooldown of minutes) {
        await runDueScans(kit.deps)
        const { cooldownUntil, outageSince } = await kit.row(id)
        expect(minutesUntil(cooldownUntil)).toBe(cooldown)
        expect(outageSince).toEqual(since)
        kit.clock.set(new Date(cooldownUntil!.getTime() - 1))
        await makeScansDue(database.db, kit.clock.now(), { sourceId: id })
        expect(await kit.claim()).toBeNull()
        kit.clock.advance(1)
      }
      answer = {}
      await runDueScans(kit.deps)
      expect(await kit.row(id)).toMatchObject({
        outageSince: null,
        cooldownUntil: null,
        blocks: 0,
        lastReason: null,
      })
      answer = { outcome, reason: 'Again.' }
      await makeScansDue(database.db, kit.clock.now(), { sourceId: id })
      await runDueScans(kit.deps)
      const again = await kit.row(id)
      expect(minutesUntil(again.cooldownUntil)).toBe(minutes[0])
      expect(again.outageSince).toEqual(kit.clock.now())
    },
  )

  it.each([
    [60 * minute, 60],
    [1000, 15],
    [30 * 24 * 60 * minute, 24 * 60],
  ])('cools down at least as long as the site asks (%i ms), up to a day', async (retryAfterMs, minutes) => {
    const id = await failingKit(() => ({ outcome: 'blocked', reason: 'Because.', retryAfterMs }))
    await runDueScans(kit.deps)
    expect(minutesUntil((await kit.row(id)).cooldownUntil)).toBe(minutes)
  })

  it('does not take a page without listings and without proof for an empty one', async () => {
    const id = await failingKit(() => ({ outcome: 'ok', listings: [], complete: true }))
    await runDueScans(kit.deps)
    expect(await kit.row(id)).toMatchObject({ lastOutcome: 'parse-drift', outageSince: kit.clock.now() })
    expect(kit.missing).toEqual([])
  })

  it('takes an adapter that throws for one that does not understand the page', async () => {
    const id = await failingKit(() => new TypeError('x is not a function'))
    await runDueScans(kit.deps)
    const { lastOutcome, lastReason } = await kit.row(id)
    expect(lastOutcome).toBe('parse-drift')
    expect(lastReason).toBe('The adapter failed: x is not a function')
  })

  it('keeps what the pages before it held', async () => {
    const id = await failingKit(() => ({}))
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', ({ cursor }) =>
        cursor === null
          ? { listings: [seenListing({ externalId: 'first' })], next: '1' }
          : { outcome: 'blocked', reason: 'Because.' },
      ),
    )
    await runDueScans(kit.deps)
    expect(kit.ingested).toEqual([['first']])
    expect(await kit.row(id)).toMatchObject({ lastOutcome: 'blocked' })
  })
})

describe('after an outage', () => {
  /** 100 listings stand between the last good poll and now. */
  async function afterOutage(over: { failAtPage?: number } = {}) {
    const ids = Array.from({ length: 10 }, (_, i) => `old${i}`)
    let blocked = false
    const pages = paged(() => ids, 5)
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', (call) =>
        blocked && Number(call.cursor ?? 0) >= 5 * (over.failAtPage ?? 0)
          ? { outcome: 'blocked', reason: 'Because.' }
          : pages(call),
      ),
    )
    const id = await kit.source('shop')
    await runDueScans(kit.deps)
    blocked = true
    for (let i = 0; i < 100; i++) ids.unshift(`new${i}`)
    kit.clock.advance(6 * minute)
    await runDueScans(kit.deps)
    expect(await backfills(id)).toEqual([true])
    kit.ingested.length = 0
    blocked = false
    kit.clock.set((await kit.row(id)).cooldownUntil!)
    return { id, ids }
  }

  it('reads on to the last known listing, further than usual, and then as usual again', async () => {
    const { id } = await afterOutage()
    await runDueScans(kit.deps)
    expect(kit.ingested).toHaveLength(21)
    expect([...kit.known.keys()].filter((known) => known.startsWith('new'))).toHaveLength(100)
    expect(await backfills(id)).toEqual([false])
    kit.clock.advance(6 * minute)
    await runDueScans(kit.deps)
    expect(kit.ingested).toHaveLength(22)
  })

  it('does not take for known what the broken-off scan had found', async () => {
    await afterOutage({ failAtPage: 2 })
    expect(kit.known.has('new99')).toBe(true)
    await runDueScans(kit.deps)
    expect([...kit.known.keys()].filter((known) => known.startsWith('new'))).toHaveLength(100)
  })

  it('gives up at ten times the usual number of pages', async () => {
    const { id, ids } = await afterOutage()
    for (let i = 0; i < 1000; i++) ids.unshift(`newer${i}`)
    await runDueScans(kit.deps)
    expect(kit.ingested).toHaveLength(30)
    expect(await backfills(id)).toEqual([false])
  })

  it('reads a search that never saw anything as usual', async () => {
    const ids = Array.from({ length: 100 }, (_, i) => `x${i}`)
    let blocked = true
    const pages = paged(() => ids, 2)
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', (call) => (blocked ? { outcome: 'captcha', reason: 'Because.' } : pages(call))),
    )
    await kit.source('shop')
    await runDueScans(kit.deps)
    blocked = false
    kit.clock.advance(60 * minute)
    await runDueScans(kit.deps)
    expect(kit.ingested).toHaveLength(3)
  })
})

describe('the lease', () => {
  const found = () => ({ listings: [seenListing()] })

  it('of a dead process ends within 15 s, and the scan goes on elsewhere', async () => {
    kit.marketplaces.set('shop', stubMarketplace('shop', found))
    await kit.source('shop')
    const dead = await kit.claim()
    kit.clock.advance(leaseMs - 1)
    expect(await kit.claim()).toBeNull()
    kit.clock.advance(1)
    const taken = await kit.claim()
    expect(taken).toMatchObject({ id: dead!.id })
    expect(taken!.leaseToken).not.toBe(dead!.leaseToken)
    expect(leaseMs).toBeLessThanOrEqual(15_000)
  })

  it('once lost, writes nothing: no end, no prolongation, no return, no listing', async () => {
    kit.marketplaces.set('shop', stubMarketplace('shop', found))
    const id = await kit.source('shop')
    const dead = (await kit.claim())!
    kit.clock.advance(leaseMs)
    const taken = (await kit.claim())!
    await runScan(kit.deps, dead, never)
    expect(kit.ingested).toEqual([])
    const now = kit.clock.now()
    const result = {
      outcome: 'ok' as const,
      reason: null,
      startedAt: now,
      finishedAt: now,
      pages: 1,
      found: 1,
      added: 1,
      changed: 0,
      rejected: 0,
      nextDueAt: now,
      cooldownUntil: null,
    }
    expect(await database.db.transaction((tx) => finishScan(tx, dead, result))).toBe(false)
    expect(await renewScan(database.db, dead, now, leaseMs)).toBe(false)
    await returnScan(database.db, dead, now)
    expect(await runsOf(dead.id)).toEqual([])
    expect(await kit.row(id)).toMatchObject({ lastOkAt: null, outageSince: null })
    expect(await kit.claim(), 'the new holder still holds it').toBeNull()
    await runScan(kit.deps, taken, never)
    expect(await runsOf(dead.id)).toHaveLength(1)
  })

  it('lost during a page, breaks the scan off before it is written', async () => {
    let thief: ClaimedScan | null = null
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', async () => {
        kit.clock.advance(leaseMs)
        thief ??= await kit.claim()
        return found()
      }),
    )
    const id = await kit.source('shop')
    const scan = (await kit.claim())!
    await runScan(kit.deps, scan, never)
    expect(thief).toMatchObject({ id: scan.id })
    expect(kit.ingested).toEqual([])
    expect((await kit.row(id)).lastOutcome).toBeNull()
  })

  it('is prolonged while a page is on its way', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const arrives = Promise.withResolvers<{ listings: ReturnType<typeof seenListing>[] }>()
      kit.marketplaces.set(
        'shop',
        stubMarketplace('shop', () => arrives.promise),
      )
      const id = await kit.source('shop')
      const scan = (await kit.claim())!
      const running = runScan(kit.deps, scan, never)
      for (let i = 1; i <= 10; i++) {
        kit.clock.advance(4000)
        vi.advanceTimersByTime(4000)
        const end = kit.clock.now().getTime() + leaseMs
        await until(async () => (await scansOf(id))[0]!.dueAt.getTime() === end)
        expect(await kit.claim()).toBeNull()
      }
      arrives.resolve(found())
      await running
      expect((await scansOf(id))[0]).toMatchObject({ lastOutcome: 'ok', running: false })
    } finally {
      vi.useRealTimers()
    }
  })

  it('is given for one scan of a marketplace at a time, however many ask at once; the demo is a place of its own', async () => {
    for (const id of ['one', 'two']) kit.marketplaces.set(id, stubMarketplace(id, found))
    await kit.source('one', {}, ['a', 'b', 'c'])
    await kit.source('one', {}, ['a'])
    await kit.source('two', {}, ['a', 'b'])
    await kit.source('one', { demo: true }, ['a', 'b'])
    const claims = (await Promise.all(Array.from({ length: 12 }, () => kit.claim()))).filter(
      (claim) => claim !== null,
    )
    expect(claims.map(({ source }) => `${source.marketplace} ${source.demo}`).toSorted()).toEqual([
      'one false',
      'one true',
      'two false',
    ])
  })

  it('keeps scans of one marketplace apart over all processes, and all get their turn', async () => {
    let running = 0
    let most = 0
    let count = 0
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', async () => {
        most = Math.max(most, ++running)
        for (let i = 0; i < 5; i++) await nextTurn()
        running--
        count++
        return {}
      }),
    )
    await kit.source('shop', {}, ['a', 'b', 'c', 'd', 'e'])
    await Promise.all([1, 2, 3].map(() => runDueScans(kit.deps)))
    expect(most).toBe(1)
    expect(count).toBe(5)
  })

  it('is handed back at once when the process stops, as if nothing had been', async () => {
    const stopping = new AbortController()
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', ({ cursor }) => {
        if (cursor === null) return { ...found(), next: '1' }
        stopping.abort(new Error('closing'))
        return new Error('aborted')
      }),
    )
    const id = await kit.source('shop')
    await runScan(kit.deps, (await kit.claim())!, stopping.signal)
    const [scan] = await scansOf(id)
    expect(scan).toMatchObject({ running: false, lastOutcome: null, dueAt: kit.clock.now() })
    expect(await runsOf(scan!.id)).toEqual([])
    expect(await kit.row(id)).toMatchObject({ outageSince: null, blocks: 0 })
    expect(await kit.claim()).not.toBeNull()
  })
})

describe('our own failures', () => {
  it.each(['ingest', 'missing'] as const)('do not make us ask the site again at once: %s', async (part) => {
    let asked = 0
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', () => {
        asked++
        return { listings: [seenListing()], complete: true }
      }),
    )
    kit.deps.sink[part] = async () => {
      throw new Error('the disk is full')
    }
    const id = await kit.source('shop')
    await runDueScans(kit.deps)
    expect(asked).toBe(1)
    const [scan] = await scansOf(id)
    expect(scan!.lastReason).toMatch(/could not be stored/)
    expect(minutesUntil(scan!.dueAt)).toBeGreaterThanOrEqual(5)
    expect(await kit.row(id)).toMatchObject({ outageSince: kit.clock.now(), lastOutcome: 'unreachable' })
    expect(await backfills(id)).toEqual([true])
  })

  it('a source changed while its scan ends does not deadlock with it', async () => {
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', () => ({})),
    )
    const id = await kit.source('shop')
    const scan = (await kit.claim())!
    let running: Promise<void> | undefined
    await database.db.transaction(async (tx) => {
      await tx.query('SELECT FROM sources WHERE id = $1 FOR UPDATE', [id])
      running = runScan(kit.deps, scan, never)
      await until(async () => {
        const { rows } = await database.db.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
        return rows.length > 0
      })
      // Fails if the other side, which waits for the source, holds the scan already.
      await tx.query('SELECT FROM scans WHERE id = $1 FOR UPDATE NOWAIT', [scan.id])
      await deleteSource(tx, asProgram(scan.source.userId), id)
    })
    await running
  })
})

describe('what may be scanned', () => {
  it('is no source that is switched off, and none whose terms are not accepted, whatever the plan says', async () => {
    const terms = {
      class: 'unofficial' as const,
      url: 'https://stub.example',
      summary: 'No.',
      acceptOption: 'SHY_TERMS',
    }
    let asked = 0
    const count = () => {
      asked++
      return {}
    }
    kit.marketplaces.set('shop', stubMarketplace('shop', count))
    kit.marketplaces.set('shy', stubMarketplace('shy', count, { terms }))
    await kit.source('shop', { enabled: false })
    await kit.source('shy')
    await runDueScans(kit.deps)
    expect(asked).toBe(0)
    expect(await nextScanAt(database.db, kit.clock.now(), ['shop'])).toBeNull()
    await runDueScans({ ...kit.deps, adapterOptions: { SHY_TERMS: true } })
    expect(asked).toBe(1)
  })
})

describe('what processes share', () => {
  it('a daily budget is spent to the last call and no further, however many spend at once; each UTC day is new', async () => {
    const spend = (now: Date) => spendCall(database.db, 'calls', 20, now)
    const night = new Date('2026-11-22T23:59:59.999Z')
    const answers = await Promise.all(Array.from({ length: 60 }, () => spend(night)))
    expect(answers.filter(Boolean)).toHaveLength(20)
    expect(await spend(night)).toBe(false)
    expect(await spend(new Date('2026-11-23T00:00:00Z'))).toBe(true)
    expect(await spendCall(database.db, 'nothing', 0, night)).toBe(false)
  })

  it('an adapter’s cache is sealed at rest, ends at its time, and is not the demo’s', async () => {
    const id = await kit.source('shop')
    const source = await kit.row(id)
    const context = (over = {}) =>
      marketplaceContext(kit.deps, { ...source, ...over }, kit.deps.log, never).cache
    const expiresAt = new Date(kit.clock.now().getTime() + 1000)
    await context().set('token', 'hush-hush', expiresAt)
    expect(await context().get('token')).toBe('hush-hush')
    expect(await context({ demo: true }).get('token')).toBeNull()
    expect(await context({ marketplace: 'other' }).get('token')).toBeNull()
    const { rows } = await database.db.query('SELECT * FROM adapter_cache')
    expect(JSON.stringify(rows)).not.toContain('hush')
    kit.clock.advance(1000)
    expect(await context().get('token')).toBeNull()
    await deleteSpent(database.db, new Date(kit.clock.now().getTime() + 1), 10)
    expect((await database.db.query('SELECT FROM adapter_cache')).rows).toEqual([])
    await context().set('token', 'again', new Date(kit.clock.now().getTime() + 1000))
    await context().delete('token')
    expect(await context().get('token')).toBeNull()
  })
})
