import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { ingest } from '../../flows/ingest.ts'
import craigslist from '../../marketplaces/craigslist/index.ts'
import ebay from '../../marketplaces/ebay/index.ts'
import type { OwnSellingSettings } from '../../model/score-schema.ts'
import { defaultSellingSettings, mergeSettings } from './profit-settings.ts'
import { saleAgeDays } from './sell-through.ts'
import { changeSelling, createSelling, type Selling } from './selling.ts'
import { saleCounts } from './store.ts'

const places = [craigslist, ebay]

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(() => test.app.db.query('DELETE FROM listings'))

const path = '/api/settings/selling'

describe('the selling settings', () => {
  it('are the defaults until something is changed, and again after {}', async () => {
    const own: OwnSellingSettings = { sellWithinDays: 30, resaleMarketplace: 'mercari' }
    const defaults = { own: {}, effective: defaultSellingSettings(places) }
    expect(await test.call('GET', path)).toMatchObject({ status: 200, body: defaults })
    const changed = { own, effective: mergeSettings(defaultSellingSettings(places), own) }
    expect(await test.call('PUT', path, own)).toMatchObject({ status: 200, body: changed })
    expect(await test.call('GET', path)).toMatchObject({ status: 200, body: changed })
    expect((await test.call('PUT', path, {})).body).toEqual(defaults)
    expect((await test.call('GET', path)).body).toEqual(defaults)
  })

  it.each([
    [{ sellWithinDays: 0 }, 'sellWithinDays'],
    [{ travel: { centsPerKm: 1, currency: 'USD' } }, 'travel'],
    [{ currency: 'EUR' }, 'outboundShippingCentsElse'],
    [{ outboundShippingCents: { sofas: 1 } }, 'outboundShippingCents'],
    [{ resaleMarketplace: 'a\0b' }, 'resaleMarketplace'],
    [{ localMarketplace: '\ud800' }, 'localMarketplace'],
    [{ fees: { asOf: 'today', rows: [{ marketplace: 'x' }] } }, 'fees.rows.0'],
    [{ colour: 'red' }, 'colour'],
  ])('that cannot be are refused by name and change nothing: %j', async (own, field) => {
    const before = (await test.call('GET', path)).body
    const { status, body } = await test.call('PUT', path, own)
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain(field)
    expect((await test.call('GET', path)).body).toEqual(before)
  })

  it('changed by another process are seen within seconds', async () => {
    const other = createSelling({ clock, places, allowed: () => true, listingsKeptMs: 730 * 86_400_000 })
    await other.catchUp(test.app.db)
    expect(other.of(test.app.owner).settings.sellWithinDays).toBe(90)
    await changeSelling(test.app.selling, test.app.owner, { sellWithinDays: 14 })
    clock.advance(5_000)
    await other.catchUp(test.app.db)
    expect(other.of(test.app.owner).settings.sellWithinDays).toBe(14)
    await changeSelling(test.app.selling, test.app.owner, {})
  })
})

const hourMs = 3_600_000
const startMs = clock.now().getTime() - 500 * 24 * hourMs

interface History {
  category: 'phones' | 'furniture'
  marketplace: string
  demo: boolean
  /** Hours after the start at which it was posted (null: not told), first seen, and last seen or over. */
  postedHours: number | null
  seenHours: number
  endHours: number
  state: 'active' | 'sold' | 'gone'
}

const history = fc.record({
  category: fc.constantFrom('phones' as const, 'furniture' as const),
  marketplace: fc.constantFrom('shop', 'fair'),
  demo: fc.boolean(),
  postedHours: fc.option(fc.integer({ min: 0, max: 2_000 })),
  seenHours: fc.integer({ min: 0, max: 3_000 }),
  endHours: fc.integer({ min: 0, max: 9_000 }),
  state: fc.constantFrom('active' as const, 'sold' as const, 'gone' as const),
})

const at = (hours: number) => startMs + hours * hourMs

async function live(histories: History[]): Promise<void> {
  for (const one of histories) {
    const seen = seenListing({
      title: one.category === 'phones' ? 'Apple iPhone 12' : 'Oak dining table',
      siteCategory: one.category === 'phones' ? 'Cell Phones' : 'Furniture',
    })
    const { postedAt: _, ...bare } = seen
    const known =
      one.postedHours === null ? bare : { ...bare, postedAt: new Date(at(one.postedHours)).toISOString() }
    const look = (state: History['state'], hours: number) =>
      ingest(test.app.pipeline, {
        sightings: [{ marketplace: one.marketplace, seen: { ...known, state }, observedAtMs: at(hours) }],
        sourceId: null,
        scanId: null,
        demo: one.demo,
      })
    await look('active', one.seenHours)
    // Another look an hour later at the least, or it would not be noted.
    if (one.endHours > one.seenHours + 1) await look(one.state, one.endHours)
  }
}

/** The same counted plainly, listing by listing and band by band. */
function counted(histories: History[]): Map<string, { atRisk: number; sold: number }> {
  const counts = new Map<string, { atRisk: number; sold: number }>()
  for (const { demo, marketplace, category, postedHours, seenHours, endHours, state } of histories) {
    if (demo || endHours <= seenHours + 1) continue
    const startHours = Math.min(postedHours ?? seenHours, seenHours)
    const [from, to] = [(seenHours - startHours) / 24, (endHours - startHours) / 24]
    saleAgeDays.forEach((bandEnd, band) => {
      const bandStart = saleAgeDays[band - 1] ?? 0
      if (from >= bandEnd || to <= bandStart) return
      const key = `${marketplace} ${category} ${band}`
      const count = counts.get(key) ?? { atRisk: 0, sold: 0 }
      const until = state === 'sold' ? bandEnd : Math.min(bandEnd, to)
      count.atRisk += (until - Math.max(from, bandStart)) / (bandEnd - bandStart)
      if (state === 'sold' && to <= bandEnd) count.sold++
      counts.set(key, count)
    })
  }
  return counts
}

const quick: History = {
  category: 'phones',
  marketplace: 'shop',
  demo: false,
  postedHours: null,
  seenHours: 0,
  endHours: 24,
  state: 'sold',
}

describe('what was seen to sell', () => {
  it('is counted by age as by hand: no made-up listing, none that is gone, only while it was watched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(history, { maxLength: 12 }), async (histories) => {
        await test.app.db.query('DELETE FROM listings')
        await live(histories)
        const rows = await saleCounts(test.app.db, new Date(0))
        const found = new Map<string, (typeof rows)[number]>(
          rows.map((row) => [`${row.marketplace} ${row.category} ${row.band}`, row]),
        )
        const expected = counted(histories)
        expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted())
        for (const [key, { atRisk, sold }] of expected) {
          expect(found.get(key)!.sold, key).toBe(sold)
          expect(found.get(key)!.atRisk, key).toBeCloseTo(atRisk, 9)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('is counted again after ten minutes once it was asked for, and never before', async () => {
    const value = { midCents: 10_000, currency: 'USD', basis: 'sold' } as never
    const asked = createSelling({ clock, places, allowed: () => true, listingsKeptMs: 730 * 86_400_000 })
    const unasked = createSelling({ clock, places, allowed: () => true, listingsKeptMs: 730 * 86_400_000 })
    const netOf = (selling: Selling) => selling.of(1).resaleOf({ value, category: 'phones' })!.netCents
    await asked.catchUp(test.app.db, { withCounts: true })
    await unasked.catchUp(test.app.db)
    const before = netOf(asked)
    await live(Array.from({ length: 40 }, () => ({ ...quick, endHours: 30 })))
    for (const selling of [asked, unasked]) await selling.catchUp(test.app.db)
    expect([netOf(asked), netOf(unasked)]).toEqual([before, before])
    clock.advance(600_000)
    for (const selling of [asked, unasked]) await selling.catchUp(test.app.db)
    expect(netOf(asked)).toBeGreaterThan(before)
    expect(netOf(unasked)).toBe(before)
  })

  it('raises the chance of a sale, except from marketplaces that may not be evidence', async () => {
    await live(Array.from({ length: 60 }, () => quick))
    const value = { midCents: 10_000, currency: 'USD', basis: 'sold' } as never
    const netOf = async (allowed: (marketplace: string) => boolean) => {
      const selling = createSelling({ clock, places, allowed, listingsKeptMs: 730 * 86_400_000 })
      await selling.catchUp(test.app.db, { withCounts: true })
      return selling.of(1).resaleOf({ value, category: 'phones' })!.netCents
    }
    expect(await netOf(() => true)).toBeGreaterThan(await netOf((marketplace) => marketplace !== 'shop'))
  })
})
