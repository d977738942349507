import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { createReaderPool, reader } from '../../core/reader-pool.ts'
import type { crash } from '../../core/test-readers.ts'
import { leaseMs, minute, type ScanKit, scanKit, stubMarketplace } from '../test-kit.ts'
import { listScanRuns } from './run-store.ts'
import { runDueScans, runScan } from './scan.ts'
import { noteAttempt } from './scan-store.ts'

let database: TestDatabase
let kit: ScanKit
const readers = createReaderPool({ log: pino({ level: 'silent' }) })
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await readers.close()
  await database[Symbol.asyncDispose]()
})
beforeEach(() => {
  kit = scanKit(database.db)
})
afterEach(async () => {
  await database.db.query('DELETE FROM sources')
})

async function attemptsOf(sourceId: number): Promise<number> {
  const { rows } = await database.db.query<{ attempts: number }>(
    'SELECT attempts FROM scans WHERE source_id = $1',
    [sourceId],
  )
  return rows[0]!.attempts
}

const never = new AbortController().signal

describe('what a site sends and nobody survives', () => {
  it('takes down only the process that reads it; the source says so, cools down, and the others go on', async () => {
    const crashing = reader<typeof crash>(new URL('../../core/test-readers.ts', import.meta.url), 'crash')
    kit.deps.read = readers.read
    kit.marketplaces.set(
      'hostile',
      stubMarketplace('hostile', async ({ ctx }) => {
        await ctx.read(crashing)
        return { listings: [seenListing()] }
      }),
    )
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', () => ({ listings: [seenListing()] })),
    )
    const hostile = await kit.source('hostile')
    const shop = await kit.source('shop')
    await runDueScans(kit.deps)
    expect(await kit.row(hostile)).toMatchObject({
      lastOutcome: 'parse-drift',
      lastReason: expect.stringContaining('took the process down'),
      cooldownUntil: expect.any(Date),
    })
    expect(await kit.row(shop)).toMatchObject({ lastOutcome: 'ok' })
    expect(await attemptsOf(hostile)).toBe(0)
  })

  it('should the whole process end while it reads, twice, the third does not read it, and tells why', async () => {
    let calls = 0
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', async ({ ctx }) => {
        calls++
        await ctx.read(reader(new URL('../../core/test-readers.ts', import.meta.url), 'pidOf'))
        return { listings: [seenListing()] }
      }),
    )
    const id = await kit.source('shop')
    for (let death = 0; death < 2; death++) {
      const scan = await kit.claim()
      expect(scan).toMatchObject({ attempts: death })
      // As far as a process comes that ends while it reads.
      await noteAttempt(database.db, scan!)
      kit.clock.advance(leaseMs + 1)
    }
    await runDueScans(kit.deps)
    expect(calls).toBe(0)
    const source = await kit.row(id)
    expect(source).toMatchObject({
      lastOutcome: 'parse-drift',
      lastReason: expect.stringContaining('took the process down'),
    })

    // Once it has rested it is tried once, and forgiven when that went well.
    expect(await attemptsOf(id)).toBe(1)
    kit.clock.set(new Date(source.cooldownUntil!.getTime() + 10 * minute))
    await runDueScans(kit.deps)
    expect(calls).toBe(1)
    expect(await kit.row(id)).toMatchObject({ lastOutcome: 'ok', outageSince: null })
    expect(await attemptsOf(id)).toBe(0)
  })

  it('a scan that is handed back because its process stops does not count', async () => {
    const stop = new AbortController()
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', async ({ ctx }) => {
        await ctx.read(reader(new URL('../../core/test-readers.ts', import.meta.url), 'pidOf'))
        stop.abort()
        return { listings: [seenListing()] }
      }),
    )
    const id = await kit.source('shop')
    await runScan(kit.deps, (await kit.claim())!, stop.signal)
    expect(await attemptsOf(id)).toBe(0)
    const again = (await kit.claim())!
    expect(again.attempts).toBe(0)
    await runScan(kit.deps, again, never)
    expect(await listScanRuns(database.db, { scanId: again.id, before: null, limit: 9 })).toHaveLength(1)
  })

  it('a page of thousands of listings is taken in piece by piece, each within the lease', async () => {
    const listings = Array.from({ length: 1001 }, () => seenListing())
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', () => ({ listings })),
    )
    await kit.source('shop')
    await runDueScans(kit.deps)
    expect(kit.ingested.map(({ length }) => length)).toEqual([200, 200, 200, 200, 200, 1])
  })
})
