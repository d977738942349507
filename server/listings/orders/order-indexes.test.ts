import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestApp } from '../../../test/harness/app.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { openTestApp } from '../../../test/harness/open-app.ts'
import { asProgram } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import { ingest } from '../../flows/ingest.ts'
import { dealFilterQuery, dealQuery } from '../deals/deal-schema.ts'
import { askedDeals, dealsPage } from '../deals/deals.ts'
import { countedMax, countFacets } from '../deals/facet-store.ts'
import { readPoints } from '../deals/point-store.ts'

let test: TestApp
beforeAll(async () => {
  const database = await testDatabase()
  // As where listings are many: nothing is sorted or read through as long as there is another way.
  await database.db.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET enable_seqscan = off', current_database());
       EXECUTE format('ALTER DATABASE %I SET enable_sort = off', current_database());
       EXECUTE format('ALTER DATABASE %I SET enable_bitmapscan = off', current_database()); END $$`,
  )
  test = await openTestApp(database, {})
  const sightings = Array.from({ length: 200 }, (_, n) => ({
    marketplace: 'shop',
    seen: seenListing({
      ...{ title: `Road bike ${n}`, externalId: `${n}`, priceCents: 10_000 + n },
      ...{
        lat: 37.8 + n / 100,
        lon: -122.2,
        endsAt: new Date(Date.now() + (n + 1) * 3_600_000).toISOString(),
      },
    }),
    observedAtMs: Date.now() - n * 60_000,
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  await test.app.db.query('ANALYZE listings')
})
afterAll(() => test[Symbol.asyncDispose]())

/** The plans of what is asked of listings for this page of deals. */
async function plansOf(query: Record<string, string>): Promise<string[]> {
  const { db, listings } = { db: test.app.db, listings: test.app.listings }
  const plans: string[] = []
  const explain: Sql['query'] = async (text, values, name) => {
    if (/FROM listings l/.test(text) && /ORDER BY/.test(text)) {
      const { rows } = await db.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    }
    return db.query(text, values, name)
  }
  const deps = { ...listings, db: { ...db, query: explain } as typeof db }
  await dealsPage(deps, asProgram(test.app.owner), dealQuery.parse(query))
  expect(plans.length).toBeGreaterThan(0)
  return plans
}

it.each([
  [{ sort: 'score' }, 'listings_neutral'],
  [{ sort: 'score', category: 'bikes' }, 'listings_category'],
  [{ sort: 'newest' }, 'listings_newest'],
  [{ sort: 'price', currency: 'USD' }, 'listings_price'],
  [{ sort: 'discount' }, 'listings_discount'],
  [{ sort: 'profit', currency: 'USD' }, 'listings_resold'],
  [{ sort: 'ends' }, 'listings_ends'],
  [{ sort: 'newest', collapse: 'cluster' }, 'listings_newest'],
  [{ sort: 'newest', state: 'new' }, 'listings_newest'],
])(
  'a page of deals by %j is read in the order of %s, without looking at all of them',
  async (query, index) => {
    for (const plan of await plansOf(query)) {
      expect(plan).toContain(index)
      expect(plan).not.toMatch(/Sort/)
    }
  },
)

it('a page of deals by distance reads what lies around the place, and what lies nowhere by its id', async () => {
  const place = { sort: 'distance', near: 'Oakland, CA' }
  const rings = await plansOf({ ...place, limit: '5' })
  for (const plan of rings) {
    expect(plan).toContain('Index Scan using listings_place')
    expect(plan).toMatch(/Index Cond: .*lat >=.*lon >=/)
  }
  // A ring is four times as wide as the one before: half of the earth is reached with eight.
  expect(rings.length).toBeLessThan(4)
  expect((await plansOf({ ...place, withinKm: '20000', limit: '200' })).length).toBeLessThan(9)
})

it('what a person hid is read once for a list, not for each of its rows', async () => {
  for (const sort of ['score', 'newest', 'ends'])
    for (const plan of await plansOf({ sort })) expect(plan).toMatch(/NOT \(ANY \(id = \(hashed SubPlan/)
})

it.each([
  {},
  { collapse: 'cluster' },
  { condition: 'good' },
  { riskMax: '30' },
  { currency: 'USD', priceCentsMax: '20000' },
])(
  'facets of %j are counted from their index alone, once for all and once for each filter that is set',
  async (query) => {
    await test.app.db.query('VACUUM listings')
    const plans: string[] = []
    const explain: Sql['query'] = async (text, values, name) => {
      if (/AS category/.test(text)) {
        const { rows } = await test.app.db.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
        plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
      }
      return test.app.db.query(text, values, name)
    }
    const { listings, owner } = test.app
    const asked = await askedDeals(listings, asProgram(owner), dealFilterQuery.parse(query), {
      ...{ asOfMs: Date.now(), limit: countedMax },
    })
    const found = await countFacets({ ...test.app.db, query: explain } as Sql, asked.filter, asked.look)
    expect(found.total.isCapped).toBe(false)
    expect(plans).toHaveLength(1)
    expect(plans[0]).toContain('Index Only Scan using listings_facets')
  },
)

it.each(['-122.21,37.9,-122.19,37.95', '179,37.9,-122.19,37.95'])(
  'points of the box %s are read from the index of places, and scored once they are few',
  async (bbox) => {
    const plans: string[] = []
    const explain: Sql['query'] = async (text, values, name) => {
      const { rows } = await test.app.db.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
      return test.app.db.query(text, values, name)
    }
    const { listings, owner } = test.app
    const query = dealFilterQuery.parse({ bbox, collapse: 'cluster' })
    const asked = await askedDeals(listings, asProgram(owner), query, { asOfMs: Date.now(), limit: 3 })
    const found = await readPoints({ ...test.app.db, query: explain } as Sql, asked.filter, asked.look)
    expect([found.total, found.points.length]).toEqual([6, 3])
    expect(plans).toHaveLength(1)
    expect(plans[0]).toMatch(
      /CTE fitting[\s\S]*Index Scan using listings_place[^\n]*\n\s*Index Cond: .*lat >=.*lat <=/,
    )
  },
)
