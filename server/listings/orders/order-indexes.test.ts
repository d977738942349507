import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestApp } from '../../../test/harness/app.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { openTestApp } from '../../../test/harness/open-app.ts'
import { asProgram } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import { ingest } from '../../flows/ingest.ts'
import { dealQuery, dealsPage } from '../routes.ts'

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
    seen: seenListing({ title: `Road bike ${n}`, externalId: `${n}`, priceCents: 10_000 + n }),
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
])(
  'a page of deals by %j is read in the order of %s, without looking at all of them',
  async (query, index) => {
    for (const plan of await plansOf(query)) {
      expect(plan).toContain(index)
      expect(plan).not.toMatch(/Sort/)
    }
  },
)
