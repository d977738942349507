import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { seededRandom } from '../core/random.ts'
import { type DealQuery, dealQuery } from '../listings/deals/deal-schema.ts'
import { dealsPage } from '../listings/deals/deals.ts'
import { scoresOf } from '../listings/list-store.ts'
import { ingest } from './ingest.ts'
import { scoreList } from './score-list.ts'

const clock = stubClock()
const count = 400
let test: TestApp
beforeAll(async () => {
  test = await testApp({ env: { DEAL_SCOUT_HOME: 'Oakland, CA' }, overrides: { clock } })
  const random = seededRandom(5)
  const seen = Array.from({ length: count }, (_, n) =>
    seenListing({
      title: `Trek domane${n % 7} road bike`,
      priceCents: Math.round(20_000 + random() * 60_000),
      ...(random() < 0.5 && { shippingCents: 1_500 }),
      ...(random() < 0.8 && { lat: 37.8 + random() * 2, lon: -122.3 + random() * 2 }),
      postedAt: new Date(clock.now().getTime() - random() * 40 * 86_400_000).toISOString(),
      imageUrls: Array.from({ length: Math.floor(random() * 6) }, (_, i) => `https://example.com/${i}.jpg`),
      condition: (['new', 'good', 'fair', 'poor'] as const)[Math.floor(random() * 4)]!,
    }),
  )
  // Twice: the second half is valued by the first.
  for (const half of [seen.slice(0, count / 2), seen.slice(count / 2)])
    await ingest(test.app.pipeline, {
      sightings: half.map((one) => ({ marketplace: 'shop', seen: one, observedAtMs: clock.now().getTime() })),
      ...{ sourceId: null, scanId: null, demo: false },
    })
})
afterAll(() => test[Symbol.asyncDispose]())

interface Item {
  id: number
  score: number
}

/** Turns the pages of a list; `meanwhile` happens between them. */
async function pages(query: Partial<DealQuery>, meanwhile = () => {}): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | undefined; ; meanwhile()) {
    const asked = dealQuery.parse({ ...query, ...(cursor !== undefined && { cursor }) })
    const page = await dealsPage(test.app.listings, test.app.owner, asked)
    items.push(...page.items.map(({ id, score }) => ({ id, score })))
    if (page.next === null) return items
    cursor = page.next
  }
}

/** All of them as they stand at a moment, without any walk. */
async function sorted(scoreMin = 0): Promise<Item[]> {
  const { db } = test.app
  const { rows } = await db.query<{ id: number }>(`SELECT id FROM listings WHERE price_meaning = 'asked'`)
  const by = await scoreList(test.app.pipeline, test.app.owner, clock.now().getTime())
  const scores = await scoresOf(
    db,
    rows.map(({ id }) => id),
    by,
  )
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .filter(({ score }) => score >= scoreMin)
    .sort((a, b) => b.score - a.score || b.id - a.id)
}

it('gives exactly the order of the scores that it shows, whatever the page size and the least score', async () => {
  const all = await sorted()
  expect(all.length).toBeGreaterThan(count * 0.9)
  expect(new Set(all.map(({ score }) => score)).size).toBeGreaterThan(20)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 100 }),
      async (limit, scoreMin) => {
        expect(await pages({ limit, scoreMin })).toEqual(await sorted(scoreMin))
      },
    ),
    {
      numRuns: 12,
      examples: [
        [1, 55],
        [3, 0],
      ],
    },
  )
})

it('shows each once, at the score of the first page, while time passes between pages', async () => {
  const atFirst = await sorted()
  const items = await pages({ limit: 30 }, () => clock.advance(5 * 3_600_000))
  expect(items).toEqual(atFirst)
  expect(await sorted()).not.toEqual(atFirst)
})
