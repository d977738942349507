import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { ingest } from '../../flows/ingest.ts'
import type { OwnSellingSettings } from '../../model/score-schema.ts'
import type { SellingPlace } from './fees-default.ts'
import { defaultSellingSettings, mergeSettings } from './profit-settings.ts'
import { saleAgeDays } from './sell-through.ts'
import { changeSelling, createSelling, type Selling } from './selling.ts'
import { saleCounts } from './store.ts'

const clock = stubClock()
let test: TestApp
let places: SellingPlace[]
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
  places = [...test.app.adapters.marketplaces.values()]
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

describe('the table of fees', () => {
  const fees = `${path}/fees`
  const file = async () => (await fetch(`${test.address}${fees}.csv`)).text()
  const take = (text: string, dryRun = false) => test.call('POST', `${fees}/import`, { text, dryRun })
  const own = async () =>
    ((await test.call('GET', path)).body as { own: OwnSellingSettings }).own.fees?.rows ?? []
  afterEach(() => test.call('PUT', path, {}))
  const head = 'marketplace,currency,bands,validFrom\n'

  it('comes out as a file that changes nothing when it comes in again', async () => {
    await take(`${head}mercari,USD,12%,2026-07-01\nshop,USD,5%,\n`)
    const [before, csv] = [await own(), await file()]
    expect(before).toHaveLength(2)
    const answer = await take(csv)
    expect(answer).toMatchObject({
      status: 200,
      body: { added: 0, replaced: 0, problems: [], dryRun: false },
    })
    expect((answer.body as { known: number }).known).toBe(csv.trim().split('\n').length - 1)
    expect(await own()).toEqual(before)
    await test.call('PUT', path, {})
    expect((await take(csv)).body).toMatchObject({ added: 2 })
    expect(await own()).toEqual(before)
  })
  it('of which a line is wrong is not taken at all, and each such line is named', async () => {
    const text = `${head}shop,USD,5%,\nmercari,USD,12%,2025-01-06\nshop,USD,ten,2026-01-01\n`
    const reasons = { 'line 3': /^mercari took something else from 2025-01-06 on/, 'line 4': /^bands "ten"/ }
    const looked = await take(text, true)
    expect(looked).toMatchObject({
      status: 200,
      body: {
        ...{ rows: 2, dryRun: true },
        problems: Object.values(reasons).map((reason, at) => ({
          line: at + 3,
          reason: expect.stringMatching(reason),
        })),
      },
    })
    const { status, body } = await take(text)
    expect(status).toBe(422)
    expect((body as { fields: object }).fields).toEqual({
      'line 3': expect.stringMatching(reasons['line 3']),
      'line 4': expect.stringMatching(reasons['line 4']),
    })
    expect(await own()).toEqual([])
  })
  it('is only looked at in a dry run', async () => {
    expect((await take(`${head}shop,USD,5%,\n`, true)).body).toMatchObject({ added: 1, dryRun: true })
    expect(await own()).toEqual([])
  })
  it('takes a row that counts from a day on, and refuses one that would rewrite the past', async () => {
    const row = { marketplace: 'mercari', delivery: 'shipped', currency: 'USD', validFrom: '2027-01-01' }
    const bands = [{ upToCents: null, bps: 1500 }]
    expect(await test.call('POST', fees, { ...row, bands })).toMatchObject({ status: 200 })
    expect(await own()).toMatchObject([{ ...row, bands, source: null }])
    const rewritten = await test.call('POST', fees, { ...row, bands, validFrom: '2025-01-06' })
    expect(rewritten).toMatchObject({
      status: 422,
      body: { fields: { validFrom: expect.stringMatching(/write as validFrom the day/) } },
    })
    expect(await own()).toHaveLength(1)
  })
  it('keeps all rows of many that are added at the same time', async () => {
    const bands = [{ upToCents: null, bps: 1500 }]
    const days = Array.from({ length: 6 }, (_, at) => `2027-0${at + 1}-01`)
    const rows = days.map((validFrom) => ({
      ...{ marketplace: 'mercari', delivery: 'shipped', currency: 'USD', bands, validFrom },
    }))
    await Promise.all(rows.map((row) => test.call('POST', fees, row)))
    expect((await own()).map(({ validFrom }) => validFrom).toSorted()).toEqual(days)
  })
  it('stored before rows had days, countries and sources counts as it did', async () => {
    const row = {
      ...{ marketplace: 'mercari', categories: [], delivery: 'shipped', currency: 'USD' },
      ...{
        bands: [{ upToCents: null, bps: 700 }],
        bandsApply: 'to-the-part',
        orderCents: 0,
        smallOrder: null,
      },
      ...{ flatBelow: null, feeCentsMin: 0, feeCentsMax: null, payment: { bps: 0, fixedCents: 0 } },
    }
    await test.app.db.query(
      `INSERT INTO selling_settings (user_id, own, updated_at) VALUES ($1, $2, now())
       ON CONFLICT (user_id) DO UPDATE SET own = excluded.own`,
      [test.app.owner, JSON.stringify({ fees: { rows: [row] }, resaleMarketplace: 'mercari' })],
    )
    clock.advance(5_000)
    const resale = await test.call('GET', '/api/resale?category=toys&midCents=10000&currency=USD&basis=sold')
    const { sales } = resale.body as { sales: { marketplace: string; feeCents: number }[] }
    expect(sales.find(({ marketplace }) => marketplace === 'mercari')).toMatchObject({ feeCents: 700 })
    expect(await own()).toMatchObject([{ validFrom: null, country: null, source: null, readOn: null }])
  })
  it('is counted by what is valid on the day, from the first look of a new day on', async () => {
    const bands = [{ upToCents: null, bps: 2500 }]
    const soon = new Date(clock.now().getTime() + 24 * hourMs).toISOString().slice(0, 10)
    await test.call('POST', fees, {
      marketplace: 'mercari',
      delivery: 'shipped',
      currency: 'USD',
      bands,
      validFrom: soon,
    })
    const feeOfMercari = async () => {
      const resale = await test.call(
        'GET',
        '/api/resale?category=toys&midCents=10000&currency=USD&basis=sold',
      )
      const { sales } = resale.body as { sales: { marketplace: string; feeCents: number }[] }
      return sales.find(({ marketplace }) => marketplace === 'mercari')?.feeCents
    }
    expect(await feeOfMercari()).toBe(1000)
    clock.advance(24 * hourMs)
    expect(await feeOfMercari()).toBe(2500)
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
