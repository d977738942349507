import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { actorByHeader, addPerson, askAs } from '../../../test/harness/people.ts'
import { seededRandom } from '../../core/random.ts'
import { ingest } from '../../flows/ingest.ts'
import { type Points, pointsMax } from './card-schema.ts'

/** Things all over the earth, some of them at the line where 180 meets -180, and some that say nowhere. */
const counts = { placed: 150, placeless: 7 }
let test: TestApp
let other: number
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: actorByHeader(() => test.app.owner) })
  other = await addPerson(test.app.db, 'Ben')
  const random = seededRandom(5)
  const sightings = Array.from({ length: counts.placed + counts.placeless }, (_, n) => ({
    marketplace: 'shop',
    seen: seenListing({
      ...{ title: `Trek domane road bike number ${n}`, externalId: `p${n}`, priceCents: 10_000 + n * 100 },
      ...(n < counts.placed && {
        lat: random() * 170 - 85,
        lon: n % 5 === 0 ? (random() < 0.5 ? 1 : -1) * (179 + random()) : random() * 360 - 180,
      }),
    }),
    observedAtMs: Date.now() - n * 60_000,
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
})
afterAll(() => test[Symbol.asyncDispose]())

async function points(query: string, person: number = test.app.owner): Promise<Points> {
  const { status, body } = await askAs(test.address, person, 'GET', `/api/deals/points?${query}`)
  expect({ query, status, body }).toMatchObject({ status: 200 })
  return body as Points
}

async function listed(query: string) {
  const { body } = await askAs(
    test.address,
    test.app.owner,
    'GET',
    `/api/deals?limit=200&sort=newest&${query}`,
  )
  return (body as { items: { id: number; lat: number; lon: number; score: number; priceCents: number }[] })
    .items
}

it('are where the deals of the same filters are, with their scores and prices', async () => {
  for (const query of [
    '',
    'priceCentsMax=15000',
    'scoreMin=30',
    'near=Oakland, CA&withinKm=6000',
    'collapse=cluster',
  ]) {
    const found = await points(query)
    const deals = (await listed(query)).filter(({ lat }) => lat !== null)
    expect([query, found.id.toSorted((a, b) => a - b)]).toEqual([
      query,
      deals.map(({ id }) => id).toSorted((a, b) => a - b),
    ])
    expect([found.total, found.truncated]).toEqual([deals.length, false])
    const byId = new Map(deals.map((deal) => [deal.id, deal]))
    for (const [at, id] of found.id.entries()) {
      const { lat, lon, score, priceCents } = byId.get(id)!
      expect([found.score[at], found.priceCents[at], found.currency[at]]).toEqual([score, priceCents, 'USD'])
      expect(found.lat[at]).toBeCloseTo(lat, 4)
      expect(found.lon[at]).toBeCloseTo(lon, 4)
    }
  }
  expect((await points('')).placeless).toEqual({ count: counts.placeless, isCapped: false })
  expect((await points('q=%2B%2B')).total).toBe(0)
})

it('a box has what is in it and nothing else, over the date line as well; the list has the same', async () => {
  const all = (await listed('')).filter(({ lat }) => lat !== null)
  const edge = (max: number) => fc.integer({ min: -max * 10, max: max * 10 }).map((tenth) => tenth / 10)
  await fc.assert(
    fc.asyncProperty(edge(180), edge(180), edge(90), edge(90), async (west, east, a, b) => {
      fc.pre(west !== east && a !== b)
      const [south, north] = [Math.min(a, b), Math.max(a, b)]
      const isIn = ({ lat, lon }: { lat: number; lon: number }) =>
        lat >= south &&
        lat <= north &&
        (west < east ? lon >= west && lon <= east : lon >= west || lon <= east)
      const wanted = all
        .filter(isIn)
        .map(({ id }) => id)
        .toSorted((x, y) => x - y)
      const box = `bbox=${west},${south},${east},${north}`
      const found = await points(box)
      expect(found.id.toSorted((x, y) => x - y)).toEqual(wanted)
      expect((await listed(box)).map(({ id }) => id).toSorted((x, y) => x - y)).toEqual(wanted)
    }),
    {
      numRuns: 40,
      examples: [
        [170, -170, -85, 85],
        [179.5, -179.5, -85, 85],
      ],
    },
  )
  expect((await points('bbox=179,-85,-179,85')).total).toBeGreaterThan(20)
})

it.each([
  ['1,2,3', /needs four edges in degrees, west,south,east,north, such as/],
  ['a,b,c,d', /four edges/],
  ['-122.6,37.4,-121.9,38,1', /four edges/],
  ['1e2,1,2,3', /four edges/],
  ['NaN,1,2,3', /four edges/],
  ['0,40,10,30', /south below its north/],
  ['0,30,10,30', /south below its north/],
  ['-190,0,10,30', /beyond 180/],
  ['0,-91,10,30', /beyond 90/],
  ['10,0,10,30', /a west and an east that differ/],
])('the box %s is refused in words, whoever is asked', async (box, sentence) => {
  for (const path of ['/api/deals/points', '/api/deals', '/api/deals.csv', '/api/places/towns']) {
    const { status, body } = await askAs(test.address, test.app.owner, 'GET', `${path}?bbox=${box}`)
    expect({ path, status, body }).toMatchObject({
      status: 422,
      body: { fields: { 'querystring.bbox': expect.stringMatching(sentence) } },
    })
  }
})

it('what only one person sees is a point on no map of another', async () => {
  const { rows } = await test.app.db.query<{ id: number }>(
    `UPDATE listings SET owner_id = $1 WHERE id = (SELECT min(id) FROM listings WHERE lat IS NOT NULL) RETURNING id`,
    [test.app.owner],
  )
  const { id } = rows[0]!
  expect((await points('')).id).toContain(id)
  const hers = await points('', other)
  expect(hers.id).not.toContain(id)
  expect(hers.total).toBe((await points('')).total - 1)
})

it('of more than may be sent at once the best are there, and how many there are is said', async () => {
  const { rows } = await test.app.db.query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
     WHERE table_name = 'listings' AND table_schema = current_schema() AND is_generated = 'NEVER'
       AND column_name NOT IN ('id', 'external_id', 'neutral')`,
  )
  const names = rows.map(({ name }) => name).join(', ')
  const more = pointsMax + 50
  const before = (await points('')).total
  await test.app.db.query(
    `INSERT INTO listings (external_id, neutral, ${names})
     SELECT 'copy-' || n, n % 70, ${names} FROM generate_series(1, $1::int) n,
       (SELECT * FROM listings WHERE lat IS NOT NULL AND owner_id IS NULL ORDER BY id LIMIT 1) one`,
    [more],
  )
  const found = await points('')
  expect([found.id.length, found.truncated, found.total]).toEqual([pointsMax, true, more + before])
  const { rows: least } = await test.app.db.query<{ left: number; sent: number }>(
    `SELECT max(neutral) FILTER (WHERE NOT id = ANY($1)) AS left, min(neutral) FILTER (WHERE id = ANY($1)) AS sent
     FROM listings WHERE external_id LIKE 'copy-%'`,
    [found.id],
  )
  expect(least[0]!.sent).toBeGreaterThanOrEqual(least[0]!.left)
})

it('the largest towns of a part of the map are named, the largest first', async () => {
  const { body } = await askAs(
    test.address,
    other,
    'GET',
    '/api/places/towns?bbox=-122.6,37.4,-121.9,38&limit=3',
  )
  const { items } = body as { items: { name: string; population: number }[] }
  expect(items.map(({ name }) => name)).toEqual(['San Francisco', 'Oakland', 'Fremont'])
  const beyond = await askAs(test.address, other, 'GET', '/api/places/towns?bbox=176,-20,-176,-15&limit=40')
  const { items: over } = beyond.body as unknown as { items: { name: string }[] }
  expect(over.map(({ name }) => name)).toContain('Labasa')
})
