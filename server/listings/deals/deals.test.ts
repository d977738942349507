import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { seededRandom } from '../../core/random.ts'
import { ingest } from '../../flows/ingest.ts'
import type { DealView } from './card-schema.ts'
import { dealOrders } from './deal-schema.ts'

const clock = stubClock()
const hourMs = 3_600_000
let test: TestApp
/** All that is for sale, as the API shows it. */
let all: DealView[]

beforeAll(async () => {
  test = await testApp({ roles: ['api'], env: { DEAL_SCOUT_HOME: 'Oakland, CA' }, overrides: { clock } })
  expect(
    await test.call('PATCH', '/api/me', { profile: { travel: { centsPerKm: 20, currency: 'USD' } } }),
  ).toMatchObject({ status: 200 })
  const random = seededRandom(11)
  const nouns = ['domane road bike', 'eos camera', 'les paul guitar']
  const seen = Array.from({ length: 240 }, (_, n) =>
    seenListing({
      title: `Trek ${nouns[n % 3]} number ${n}`,
      externalId: `d${n}`,
      priceCents: Math.round(5_000 + random() * 60_000),
      currency: n % 17 === 0 ? 'EUR' : 'USD',
      condition: (['new', 'good', 'fair'] as const)[n % 3]!,
      ...(random() < 0.4 && { shippingCents: 900 }),
      ...(random() < 0.8 && { lat: 37.8 + random() * 3, lon: -122.3 + random() * 3 }),
      ...(random() < 0.3 && {
        endsAt: new Date(clock.now().getTime() + (random() - 0.3) * 90 * hourMs).toISOString(),
      }),
      imageUrls: [`https://example.com/${n}.jpg`],
    }),
  )
  // Twice: the second half is valued by the first.
  for (const [at, half] of [seen.slice(0, 120), seen.slice(120)].entries())
    await ingest(test.app.pipeline, {
      sightings: half.map((one, n) => ({
        marketplace: n % 4 === 0 ? 'other' : 'shop',
        seen: one,
        observedAtMs: clock.now().getTime() - (at * 120 + n) * 60_000,
      })),
      ...{ sourceId: null, scanId: null, demo: false },
    })
  await test.app.db.query('UPDATE listings SET risk_score = id % 60 WHERE id % 3 = 0')
  await test.app.db.query(`UPDATE listings SET risk = jsonb_build_object('score', risk_score, 'level', 'low', 'signals', '[]'::jsonb)
    WHERE risk_score > 0`)
  // Things of two and three, across marketplaces.
  const { rows } = await test.app.db.query<{ id: number }>(
    'SELECT id FROM listings ORDER BY id DESC LIMIT 100',
  )
  for (let n = 0; n < 60; n += 3)
    await test.app.db.query(
      `WITH c AS (INSERT INTO clusters (demo, created_at, updated_at) VALUES (false, now(), now()) RETURNING id)
       INSERT INTO cluster_members (listing_id, cluster_id, joined_at, kind, score, reason, by)
       SELECT l, c.id, now(), 'repost', 1, 'x', 'person' FROM c, unnest($1::bigint[]) AS l
       ON CONFLICT (listing_id) DO UPDATE SET cluster_id = excluded.cluster_id`,
      [rows.slice(n, n + 2 + (n % 2)).map(({ id }) => id)],
    )
  all = await pages('sort=newest', 200)
  expect(all.length).toBeGreaterThan(200)
})
afterAll(() => test[Symbol.asyncDispose]())

async function read(query: string) {
  const { status, body } = await test.call('GET', `/api/deals?${query}`)
  expect({ query, status, body }).toMatchObject({ status: 200 })
  return body as { items: DealView[]; next: string | null; previous: string | null }
}

async function pages(query: string, limit: number): Promise<DealView[]> {
  const items: DealView[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await read(`limit=${limit}&${query}${cursor}`)
    items.push(...page.items)
    cursor = page.next === null ? null : `&cursor=${page.next}`
  }
  return items
}

/** From the last page back to the first. */
async function pagesBack(query: string, limit: number): Promise<DealView[]> {
  let page = await read(`limit=${limit}&${query}`)
  while (page.next !== null) page = await read(`limit=${limit}&${query}&cursor=${page.next}`)
  const items = [...page.items]
  while (page.previous !== null) {
    page = await read(`limit=${limit}&${query}&cursor=${page.previous}`)
    items.unshift(...page.items)
  }
  return items
}

const discountOf = ({ value, priceCents, currency }: DealView) =>
  value === null || priceCents === null || value.currency !== currency
    ? null
    : ((value.midCents - priceCents) * 100) / value.midCents

/** What each order puts first, the least first; undefined = it has no place in it. */
const keys: Record<(typeof dealOrders)[number], (item: DealView) => number | undefined> = {
  score: ({ score }) => -score,
  price: ({ priceCents }) => priceCents ?? Number.POSITIVE_INFINITY,
  newest: ({ firstSeenAt }) => -Date.parse(firstSeenAt),
  // Shown in tenths, so that neighbours may seem to be as far.
  distance: ({ distanceKm }) => distanceKm ?? Number.POSITIVE_INFINITY,
  discount: (item) => {
    const discount = discountOf(item)
    return discount === null ? Number.POSITIVE_INFINITY : -discount
  },
  profit: ({ profitCents }) => (profitCents === null ? undefined : -profitCents),
  ends: ({ endsAt }) =>
    endsAt !== null && Date.parse(endsAt) > clock.now().getTime() ? Date.parse(endsAt) : undefined,
}

const filters: [query: string, fits: (item: DealView) => boolean][] = [
  ['category=bikes,cameras', ({ category }) => category === 'bikes' || category === 'cameras'],
  ['category=bikes&category=music', ({ category }) => category === 'bikes' || category === 'music'],
  ['condition=good,fair', ({ condition }) => condition === 'good' || condition === 'fair'],
  ['marketplace=other', ({ marketplace }) => marketplace === 'other'],
  ['marketplace=other,nowhere', ({ marketplace }) => marketplace === 'other'],
  [
    'priceCentsMin=20000&priceCentsMax=40000',
    ({ priceCents }) => priceCents! >= 20_000 && priceCents! <= 40_000,
  ],
  ['landedCentsMax=30000', ({ landedCents }) => landedCents !== null && landedCents <= 30_000],
  ['landedCentsMin=25000', ({ landedCents }) => landedCents !== null && landedCents >= 25_000],
  ['riskMax=20', ({ risk }) => risk.score <= 20],
  ['discountPctMin=20', (item) => (discountOf(item) ?? -1) >= 20],
  ['profitCentsMin=1000', ({ profitCents }) => profitCents !== null && profitCents >= 1_000],
  ['profitCentsMin=-9000', ({ profitCents }) => profitCents !== null && profitCents >= -9_000],
  ['scoreMin=50', ({ score }) => score >= 50],
  [
    `since=${encodeURIComponent(new Date(clock.now().getTime() - hourMs).toISOString())}`,
    ({ firstSeenAt }) => Date.parse(firstSeenAt) >= clock.now().getTime() - hourMs,
  ],
  ['near=Oakland, CA&withinKm=150', ({ distanceKm }) => distanceKm !== null && distanceKm <= 150],
]

it('shows what a card needs, each figure that of the listing itself', async () => {
  const [some] = all.filter(
    ({ cluster, landedCents, profitCents }) => cluster && landedCents && profitCents !== null,
  )
  const { body } = await test.call('GET', `/api/listings/${some!.id}`)
  const detail = body as { flipProfit: { profitCents: number } | null; cluster: { id: number; size: number } }
  expect(some!.profitCents).toBe(detail.flipProfit!.profitCents)
  expect(some!.cluster).toMatchObject({ id: detail.cluster.id, size: detail.cluster.size })
  expect(some!.photo).toMatchObject({ url: some!.imageUrls[0], width: null })
  const shipped = all.find(({ shippingCents }) => shippingCents === 900)!
  expect(shipped.landedCents).toBe(shipped.priceCents! + 900)
  const far = all.find(
    ({ shippingCents, distanceKm, currency }) =>
      !shippingCents && (distanceKm ?? 0) > 50 && currency === 'USD',
  )!
  expect(far.landedCents! - far.priceCents!).toBeGreaterThan(0.95 * far.distanceKm! * 2 * 20)
  expect(all.some(({ profitCents }) => profitCents !== null && profitCents > 1_000)).toBe(true)
})

it('in each order and with each filter, shows exactly what fits, in that order, page by page there and back', async () => {
  const inDollars = all.filter(({ currency }) => currency === 'USD')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...dealOrders),
      fc.subarray(filters, { minLength: 0, maxLength: 3 }),
      fc.integer({ min: 1, max: 90 }),
      async (sort, chosen, limit) => {
        const query = ['currency=USD', `sort=${sort}`, ...chosen.map(([text]) => text)].join('&')
        const fitting = inDollars.filter(
          (item) => chosen.every(([, fits]) => fits(item)) && keys[sort](item) !== undefined,
        )
        const shown = await pages(query, limit)
        expect([query, shown.map(({ id }) => id).toSorted()]).toEqual([
          query,
          fitting.map(({ id }) => id).toSorted(),
        ])
        const order = shown.map((item) => keys[sort](item)!)
        expect([query, order]).toEqual([query, order.toSorted((a, b) => (a === b ? 0 : a - b))])
        expect((await pagesBack(query, limit)).map(({ id }) => id)).toEqual(shown.map(({ id }) => id))
      },
    ),
    {
      numRuns: 12,
      examples: [
        ...dealOrders.map((sort): [typeof sort, typeof filters, number] => [sort, [], 40]),
        ...filters.map((one, n): [(typeof dealOrders)[number], typeof filters, number] => [
          dealOrders[n % dealOrders.length]!,
          [one],
          60,
        ]),
        ['score', [filters[10]!], 7],
        ['newest', [filters[10]!], 7],
      ],
    },
  )
}, 240_000)

it('collapsed, shows of each thing the one that stands first in the order, among those that fit', async () => {
  for (const sort of dealOrders)
    for (const more of ['', '&marketplace=shop', '&scoreMin=40', '&landedCentsMax=40000']) {
      const query = `currency=USD&sort=${sort}${more}`
      const every = await pages(query, 200)
      const firsts = new Set<number>()
      const expected = every.filter(({ cluster }) => {
        if (cluster === null) return true
        return !firsts.has(cluster.id) && firsts.add(cluster.id)
      })
      if (sort === 'profit') {
        // Which of them may bring most is told by price and value alone.
        const shown = await pages(`${query}&collapse=cluster`, 30)
        const things = shown.flatMap(({ cluster }) => (cluster === null ? [] : [cluster.id]))
        expect(new Set(things)).toEqual(new Set(firsts))
        expect(things.length).toBe(firsts.size)
        continue
      }
      if (sort !== 'ends') expect(expected.length).toBeLessThan(every.length)
      const shown = await pages(`${query}&collapse=cluster`, 30)
      expect([query, shown.map(({ id }) => id)]).toEqual([query, expected.map(({ id }) => id)])
    }
})

it('tells the price before, that of the thing on other marketplaces, and a place that is only a town', async () => {
  const { db } = test.app
  const one = all.find(({ cluster }) => cluster !== null)!
  await db.query(
    `INSERT INTO price_changes (listing_id, price_cents, currency, seen_at) VALUES ($1, 99900, 'USD', now() - interval '1 h')`,
    [one.id],
  )
  await db.query(`UPDATE listings SET coordinates_from = 'place' WHERE id = $1`, [one.id])
  await db.query(
    `INSERT INTO listing_photos (listing_id, position, url, width, height) VALUES ($1, 0, $2, 640, 480)
     ON CONFLICT (listing_id, position) DO UPDATE SET width = 640, height = 480`,
    [one.id, one.imageUrls[0]],
  )
  const shown = (await pages('sort=newest', 200)).find(({ id }) => id === one.id)!
  expect(shown).toMatchObject({
    previousPrice: { priceCents: 99_900, currency: 'USD' },
    isTownCentre: true,
    photo: { width: 640, height: 480 },
  })
  const members = all.filter(({ cluster }) => cluster?.id === one.cluster!.id)
  expect(shown.cluster).toMatchObject({
    size: members.length,
    marketplaces: [...new Set(members.map(({ marketplace }) => marketplace))].toSorted(),
    lowestPriceCents: Math.min(
      ...members.filter(({ currency }) => currency === one.currency).map(({ priceCents }) => priceCents!),
    ),
  })
})

it('shows what a rule matched and was not dismissed, and knows nothing of another’s rule', async () => {
  const made = await test.call('POST', '/api/rules', {
    name: 'Bikes',
    keywords: { all: ['domane'] },
    channels: ['inbox'],
  })
  const rule = (made.body as { id: number }).id
  const [first, second] = all.filter(({ category }) => category === 'bikes')
  const matched = (id: number) =>
    test.app.db.query(
      `INSERT INTO matches (rule_id, listing_id, user_id, score, created_at) VALUES ($1, $2, $3, 50, now()) ON CONFLICT DO NOTHING`,
      [rule, id, test.app.owner],
    )
  await test.app.db.query('DELETE FROM matches WHERE rule_id = $1', [rule])
  await matched(first!.id)
  await matched(second!.id)
  expect((await read(`ruleId=${rule}`)).items.map(({ id }) => id).toSorted()).toEqual(
    [first!.id, second!.id].toSorted(),
  )
  await test.app.db.query('UPDATE matches SET dismissed_at = now() WHERE listing_id = $1 AND rule_id = $2', [
    first!.id,
    rule,
  ])
  expect((await read(`ruleId=${rule}`)).items.map(({ id }) => id)).toEqual([second!.id])
  expect(await test.call('GET', '/api/deals?ruleId=987654')).toMatchObject({ status: 404 })
})

it('counts for each value of each filter what it would show, and how many there are', async () => {
  const facets = async (query: string) => {
    const { status, body } = await test.call('GET', `/api/deals/facets?${query}`)
    expect({ query, status, body }).toMatchObject({ status: 200 })
    return body as Record<
      'category' | 'marketplace' | 'condition' | 'risk' | 'mark',
      { value: string; count: number }[]
    > & {
      total: { count: number; isCapped: boolean }
    }
  }
  for (const query of [
    '',
    'category=bikes',
    'marketplace=other&condition=good',
    'currency=USD&profitCentsMin=1000',
    'collapse=cluster&riskMax=20',
  ]) {
    const found = await facets(query)
    expect(found.total).toEqual({ count: (await pages(query, 200)).length, isCapped: false })
    for (const { value, count } of found.mark)
      expect([query, value, count]).toEqual([
        query,
        value,
        (await pages(`${query}&state=${value}`, 200)).length,
      ])
    // Collapsed, a thing of several categories counts once, as its newest.
    if (query.startsWith('collapse')) continue
    for (const name of ['category', 'marketplace', 'condition'] as const) {
      const others = new URLSearchParams(query)
      others.delete(name)
      expect(found[name].length).toBeGreaterThan(0)
      for (const { value, count } of found[name]) {
        others.set(name, value)
        expect([query, value, count]).toEqual([query, value, (await pages(`${others}`, 200)).length])
      }
    }
  }
  expect((await facets('q=%2B%2B')).total.count).toBe(0)
})

it('gives the same as a table, in which nothing that a stranger wrote is a formula', async () => {
  const titles = [
    '=HYPERLINK("http://x.example";"bike")',
    '+1 bike',
    '-2 bike',
    '@bike',
    'bike, "quoted"\nof two lines',
  ]
  for (const [n, title] of titles.entries())
    await test.app.db.query('UPDATE listings SET title = $2 WHERE id = $1', [all[n]!.id, title])
  const answer = await fetch(`${test.address}/api/deals.csv?sort=profit&currency=USD&limit=10000`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(answer.headers.get('content-disposition')).toContain('deals.csv')
  const rows = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[]
  const shown = await pages('sort=profit&currency=USD', 200)
  expect(rows.map(({ id }) => Number(id))).toEqual(shown.map(({ id }) => id))
  expect(rows.map(({ profit }) => Math.round(Number(profit) * 100))).toEqual(
    shown.map(({ profitCents }) => profitCents),
  )
  const every = parse(await (await fetch(`${test.address}/api/deals.csv?sort=newest&limit=10000`)).text(), {
    ...{ bom: true, columns: true },
  }) as Record<string, string>[]
  expect(every.length).toBe(all.length)
  for (const [n, title] of titles.entries()) {
    const cell = every.find(({ id }) => Number(id) === all[n]!.id)!.title
    expect(cell).toBe(/^[=+@-]/.test(title) ? `'${title}` : title)
  }
  for (const row of every)
    for (const [name, cell] of Object.entries(row))
      if (!/^-\d+(\.\d+)?$/.test(cell))
        expect([name, cell[0] ?? '']).not.toEqual([name, expect.stringMatching(/[=+@\t\r-]/)])
  expect((await test.call('GET', '/api/deals.csv?sort=profit')).status).toBe(422)
  expect(
    (await fetch(`${test.address}/api/deals.csv?limit=3`).then((one) => one.text())).trim().split('\n')
      .length,
  ).toBe(4)
})

it.each([
  ['sort=profit', 'sort', /by profit needs a currency/],
  ['landedCentsMax=5', 'landedCentsMax', /needs a currency/],
  ['profitCentsMin=5', 'profitCentsMin', /needs a currency/],
  ['category=bikes,nonsense', 'querystring.category.1', /./],
  ['since=yesterday', 'querystring.since', /./],
  ['state=forgotten', 'querystring.state', /./],
])('refuses %s with a sentence', async (query, field, sentence) => {
  const { status, body } = await test.call('GET', `/api/deals?${query}`)
  expect({ status, body }).toMatchObject({ status: 422, body: { detail: expect.stringMatching(sentence) } })
  expect((body as { fields: object }).fields).toHaveProperty([field])
})
