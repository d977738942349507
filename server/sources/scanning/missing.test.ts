import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import { endMissing } from '../../flows/end-missing.ts'
import { ingest } from '../../flows/ingest.ts'
import type { Marketplace } from '../../marketplaces/contract.ts'
import { minute, paged, type ScanKit, scanKit, stubMarketplace } from '../test-kit.ts'
import { runDueScans } from './scan.ts'

const clock = stubClock()
let test: TestApp
let kit: ScanKit
/** What the site holds just now. */
let ids: string[]
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE listings, sources, jobs.job CASCADE')
  ids = ['stays', 'goes']
})

/** Scans into the real pipeline. */
async function scanned(over: Partial<Marketplace> = {}, pageSize = 10): Promise<() => Promise<void>> {
  kit = scanKit(test.app.db, clock)
  kit.marketplaces.set(
    'shop',
    stubMarketplace(
      'shop',
      paged(() => ids, pageSize),
      over,
    ),
  )
  const { marketplaces } = kit
  kit.deps.sink = {
    ...kit.deps.sink,
    ingest: (page) =>
      ingest(
        { ...test.app.pipeline, marketplaces },
        {
          ...page,
          sightings: page.listings.map((seen) => ({
            marketplace: 'shop',
            seen,
            observedAtMs: clock.now().getTime(),
          })),
        },
      ),
    missing: (tx, scan) => endMissing({ ...test.app.reconsider, marketplaces }, tx, scan),
  }
  await kit.source('shop')
  const scan = async () => {
    await runDueScans(kit.deps)
    clock.advance(6 * minute)
  }
  await scan()
  return scan
}

async function states(): Promise<Record<string, string>> {
  const { rows } = await test.app.db.query<{ id: string; state: string }>(
    'SELECT external_id AS id, state FROM listings',
  )
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]))
}

async function detailsJobs(): Promise<string[]> {
  const { rows } = await test.app.db.query<{ id: string }>(
    `SELECT l.external_id AS id FROM jobs.job j JOIN listings l ON l.id = (j.data->>'listingId')::int WHERE j.name = 'read-details'`,
  )
  return rows.map(({ id }) => id)
}

describe('a listing that a complete scan no longer shows', () => {
  it('is gone after the second time, where listings have no page of their own', async () => {
    const scan = await scanned()
    ids = ['stays']
    await scan()
    expect(await states()).toEqual({ stays: 'active', goes: 'active' })
    await scan()
    expect(await states()).toEqual({ stays: 'active', goes: 'gone' })
    expect(await detailsJobs()).toEqual([])
  })

  it('starts over when it is seen again, and is for sale again when it comes back after it was gone', async () => {
    const scan = await scanned()
    for (const held of [['stays'], ['stays', 'goes'], ['stays']]) {
      ids = held
      await scan()
    }
    expect(await states()).toMatchObject({ goes: 'active' })
    await scan()
    expect(await states()).toMatchObject({ goes: 'gone' })
    ids = ['stays', 'goes']
    await scan()
    expect(await states()).toMatchObject({ goes: 'active' })
  })

  it('is looked up on its own page, where there is one, and decided there', async () => {
    const scan = await scanned({ details: async () => ({ outcome: 'sold' }) })
    ids = ['stays']
    await scan()
    await scan()
    expect(await states()).toEqual({ stays: 'active', goes: 'active' })
    expect(await detailsJobs()).toEqual(['goes'])
  })

  it('is not missed by a scan that did not see every result, nor by one in an outage', async () => {
    const scan = await scanned({}, 2)
    ids = Array.from({ length: 20 }, (_, i) => `new${i}`)
    for (let i = 0; i < 3; i++) await scan()
    expect(await states()).toMatchObject({ stays: 'active', goes: 'active' })
    kit.marketplaces.set(
      'shop',
      stubMarketplace('shop', () => ({ outcome: 'blocked', reason: 'Because.', complete: true })),
    )
    clock.advance(60 * minute)
    await scan()
    clock.advance(60 * minute)
    await scan()
    expect(await states()).toMatchObject({ stays: 'active', goes: 'active' })
  })

  it('is gone when the site proves that it has nothing any more', async () => {
    const scan = await scanned()
    ids = []
    await scan()
    await scan()
    expect(await states()).toEqual({ stays: 'gone', goes: 'gone' })
  })
})
