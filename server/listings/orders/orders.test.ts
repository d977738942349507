import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { sampleItem } from '../../channels/fake-server.ts'
import { distanceKm, findPlace } from '../../core/places.ts'
import { ingest } from '../../flows/ingest.ts'
import { dealOrders } from '../deals/deal-schema.ts'

let test: TestApp
const cities = [
  ['Oakland', 'Oakland, CA'],
  ['San Jose', 'San Jose, CA'],
  ['Boston', 'Boston, MA'],
  ['nowhere', null],
] as const
const things = cities.flatMap(([name, place], at) =>
  [1, 2].map((n) => ({
    title: `Chair ${name} ${n}`,
    place,
    priceCents: 10_000 * ((at * 3 + n) % 5) + 1_700,
  })),
)

beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
  const sightings = things.map(({ title, place, priceCents }, at) => {
    const found = place === null ? null : findPlace(place)
    const seen = seenListing({
      title,
      externalId: title,
      priceCents,
      currency: at === 0 ? 'EUR' : 'USD',
      ...(found && { lat: found.lat, lon: found.lon }),
    })
    return { marketplace: 'shop', seen, observedAtMs: Date.now() - at * 60_000 }
  })
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  // A value for some, and none in another currency than the price's.
  const value = { ...sampleItem().value, midCents: 20_000, currency: 'USD', compIds: [] }
  await test.app.db.query(`UPDATE listings SET value = $1 WHERE title LIKE '%1'`, [JSON.stringify(value)])
  await test.app.db.query(`UPDATE listings SET value = NULL WHERE title LIKE '%2'`)
})
afterAll(() => test[Symbol.asyncDispose]())

interface Item {
  id: number
  title: string
  score: number
  currency: string
  priceCents: number
  distanceKm: number | null
  firstSeenAt: string
}
async function all(query: string, limit = 3): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { status, body } = await test.call('GET', `/api/deals?limit=${limit}&${query}${cursor}`)
    expect({ status, body }).toMatchObject({ status: 200 })
    const page = body as { items: Item[]; next: string | null }
    items.push(...page.items)
    cursor = page.next === null ? null : `&cursor=${page.next}`
  }
  return items
}
const rising = (numbers: number[]) => numbers.toSorted((a, b) => a - b)

it('gives everything once in each order, whatever the page size', async () => {
  for (const sort of dealOrders.filter((order) => order !== 'ends' && order !== 'profit')) {
    for (const limit of [1, 3, 50]) {
      const items = await all(`sort=${sort}&currency=USD&near=94110&withinKm=20000`, limit)
      const anywhere = await all(
        `sort=${sort}&currency=USD${sort === 'distance' ? '&near=94110&withinKm=20000' : ''}`,
        limit,
      )
      expect(items.map(({ title }) => title).toSorted(), sort).toEqual(
        things
          .filter(({ place }, at) => at > 0 && place !== null)
          .map(({ title }) => title)
          .toSorted(),
      )
      expect(new Set(anywhere.map(({ id }) => id)).size).toBe(anywhere.length)
    }
  }
})

it('orders by score, price, age, distance and discount', async () => {
  const by = (sort: string, more = '') => all(`sort=${sort}&currency=USD${more}`)
  const prices = (await by('price')).map(({ priceCents }) => priceCents)
  expect(prices).toEqual(rising(prices))
  const scores = (await by('score')).map(({ score }) => -score)
  expect(scores).toEqual(rising(scores))
  const seen = (await by('newest')).map(({ firstSeenAt }) => -Date.parse(firstSeenAt))
  expect(seen).toEqual(rising(seen))
  const km = (await by('distance', '&near=Oakland, CA&withinKm=20000')).map(({ distanceKm: one }) => one!)
  expect(km).toEqual(rising(km))
  const discounted = await by('discount')
  const valued = discounted.filter(({ title }) => title.endsWith('1'))
  expect(valued.map(({ priceCents }) => priceCents)).toEqual(
    rising(valued.map(({ priceCents }) => priceCents)),
  )
  expect(discounted.slice(valued.length).every(({ title }) => title.endsWith('2'))).toBe(true)
})

it('is near only what is known to be, at the distance from there', async () => {
  const near = await all('near=San Francisco, CA&withinKm=80')
  expect(near.map(({ title }) => title).toSorted()).toEqual([
    'Chair Oakland 1',
    'Chair Oakland 2',
    'Chair San Jose 1',
    'Chair San Jose 2',
  ])
  const [here, there] = [findPlace('San Francisco, CA')!, findPlace('San Jose, CA')!]
  const one = near.find(({ title }) => title === 'Chair San Jose 1')
  expect(one!.distanceKm).toBeCloseTo(distanceKm(here, there), 0)
  expect((await all('near=San Francisco, CA')).map(({ title }) => title).toSorted()).toEqual([
    'Chair Oakland 1',
    'Chair Oakland 2',
  ])
  expect((await all('currency=eur')).map(({ title }) => title)).toEqual(['Chair Oakland 1'])
})

it.each([
  ['sort=distance', 'sort', /needs a place to count from: near, or a home in your profile/],
  ['withinKm=5', 'withinKm', /needs a place/],
  ['near=Nowhere at all, ZZ', 'near', /was not found; write a ZIP code/],
  ['sort=price', 'sort', /by price needs a currency/],
  ['sort=loudest', 'querystring.sort', /./],
  ['currency=dollars', 'querystring.currency', /./],
])('refuses %s with a sentence', async (query, field, sentence) => {
  const { status, body } = await test.call('GET', `/api/deals?${query}`)
  expect({ status, body }).toMatchObject({ status: 422, body: { detail: expect.stringMatching(sentence) } })
  expect((body as { fields: object }).fields).toHaveProperty([field])
})
