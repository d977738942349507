import { Command } from 'commander'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock } from '../../test/harness/app.ts'
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts'
import { createHttp, type Http } from '../core/http.ts'
import { words } from '../core/text.ts'
import type { Rule } from '../model/rule-schema.ts'
import { sparkline, trendCommands } from './commands.ts'
import { trendRoutes } from './routes.ts'
import type { Trend } from './schema.ts'
import type { TrendDeps } from './trend.ts'

const day = 86_400_000
// A Sunday: the last full week began on Monday the 16th.
const now = Date.parse('2026-11-22T12:00:00Z')
const monday = Date.parse('2026-11-16T00:00:00Z')
const clock = stubClock(new Date(now))

let database: TestDatabase
let http: Http
let allowed: string[] | null = null
const rules = new Map<number, Partial<Rule>>()

beforeAll(async () => {
  database = await testDatabase()
  http = await createHttp({
    log: pino({ level: 'silent' }),
    version: '0',
    allowedHosts: () => ['localhost'],
    actorOf: async () => ({ userId: 1, roles: ['owner'] }),
  })
  trendRoutes(http, deps())
  await http.ready()
})
afterAll(async () => {
  await http.close()
  await database[Symbol.asyncDispose]()
})
beforeEach(async () => {
  allowed = null
  await database.db.query('TRUNCATE listings CASCADE')
})

function deps(): TrendDeps {
  return {
    db: database.db,
    clock,
    allowedMarketplaces: async () => allowed,
    isPlaceholder: (priceCents) => priceCents === 100 || priceCents === 123_400,
    ruleOf: async (_, id) => {
      const rule = rules.get(id)
      return rule
        ? ({
            all: [],
            any: [],
            none: [],
            categories: [],
            conditions: [],
            marketplaces: [],
            ...rule,
          } as unknown as Rule)
        : null
    },
  }
}

interface Row {
  title: string
  priceCents: number | null
  currency: string | null
  category: string
  condition: string | null
  marketplace: string
  demo: boolean
  state: string
  basis: string
  postedMs: number | null
  firstSeenMs: number
  lastSeenMs: number
  endedMs: number | null
}

async function store(rows: Partial<Row>[]): Promise<void> {
  const whole = rows.map((row): Row => {
    const firstSeenMs = row.firstSeenMs ?? row.postedMs ?? now - 2 * day
    return {
      title: 'Road bike',
      priceCents: 30_000,
      currency: 'USD',
      category: 'bikes',
      condition: 'good',
      marketplace: 'craigslist',
      demo: false,
      state: 'active',
      basis: 'asking',
      postedMs: firstSeenMs,
      lastSeenMs: Math.max(now, firstSeenMs),
      endedMs: null,
      ...row,
      firstSeenMs,
    }
  })
  await database.db.query(
    `INSERT INTO listings (marketplace, external_id, demo, title, url, price_cents, currency, category, condition, image_urls,
       state, basis, attributes, posted_at, first_seen_at, last_seen_at, ended_at, score, scored_at, search)
     SELECT r.marketplace, gen_random_uuid()::text, r.demo, r.title, 'https://example.com', r."priceCents", r.currency, r.category,
       r.condition, '[]', r.state, r.basis, '{}', to_timestamp(r."postedMs" / 1000), to_timestamp(r."firstSeenMs" / 1000),
       to_timestamp(r."lastSeenMs" / 1000), to_timestamp(r."endedMs" / 1000), 0, now(), array_to_tsvector(r.words)
     FROM jsonb_to_recordset($1::jsonb) AS r(marketplace text, demo boolean, title text, "priceCents" bigint,
       currency text, category text, condition text, state text, basis text, "postedMs" float8, "firstSeenMs" float8,
       "lastSeenMs" float8, "endedMs" float8, words text[])`,
    [JSON.stringify(whole.map((row) => ({ ...row, words: [...new Set(words(row.title))] })))],
  )
}

async function get(query: string): Promise<{ status: number; body: never }> {
  const answer = await http.inject({ url: `/api/trends${query}`, headers: { host: 'localhost' } })
  return { status: answer.statusCode, body: answer.json() as never }
}
async function trend(query = ''): Promise<Trend> {
  const answer = await get(query)
  expect(answer).toMatchObject({ status: 200 })
  return answer.body
}
const week = (found: Trend, name: string) => found.weeks.find((one) => one.week === name)!

/** As percentile_cont is defined: between the neighbours of the place (n − 1) × share. */
function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]!
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place))
}

describe('a trend of nothing', () => {
  it('has every week, with counts of zero and no prices', async () => {
    const found = await trend()
    expect(found).toMatchObject({
      currency: null,
      otherCurrencies: [],
      leftOut: [],
      placeholders: 0,
      truncated: false,
    })
    expect(found.weeks).toHaveLength(26)
    expect(found.weeks.at(-1)).toMatchObject({
      week: '2026-W47',
      startsAt: '2026-11-16T00:00:00.000Z',
      partial: true,
    })
    expect(found.weeks.at(-2)).toMatchObject({ week: '2026-W46', partial: false })
    for (const one of [...found.weeks, found.overall]) {
      expect(one).toMatchObject({
        newListings: 0,
        foundLate: 0,
        asking: null,
        sold: null,
        ended: { count: 0, medianDays: null },
        daysOnMarket: { watched: 0, ended: 0, medianDays: null, watchedDays: 0 },
        sellThrough: { share: null, endedInTime: 0, watched: 0 },
      })
    }
  })

  it('is what words without a letter or a digit find, even when there are listings', async () => {
    await store([{}])
    expect((await trend('?q=%F0%9F%9B%8B%EF%B8%8F')).overall.newListings).toBe(0)
    expect((await trend('?q=%20')).overall.newListings).toBe(1)
  })
})

describe('prices', () => {
  it('of one listing are its price', async () => {
    await store([{ priceCents: 12_345 }])
    const found = await trend('?weeks=2')
    expect(found.currency).toBe('USD')
    expect(found.weeks[1]!.asking).toEqual({
      count: 1,
      q1Cents: 12_345,
      medianCents: 12_345,
      q3Cents: 12_345,
    })
    expect(found.weeks[0]!.asking).toBeNull()
  })

  it('have the quartiles that a naive computation gives, by week and in all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 101, max: 90_000 })), {
          minLength: 1,
          maxLength: 60,
        }),
        async (list) => {
          await database.db.query('TRUNCATE listings CASCADE')
          await store(
            list.map(([weeksAgo, priceCents]) => ({ priceCents, postedMs: monday - weeksAgo * 7 * day + 1 })),
          )
          const found = await trend('?weeks=4')
          const expected = (prices: number[]) =>
            prices.length === 0
              ? null
              : {
                  count: prices.length,
                  q1Cents: Math.round(quantile(prices, 0.25)),
                  medianCents: Math.round(quantile(prices, 0.5)),
                  q3Cents: Math.round(quantile(prices, 0.75)),
                }
          found.weeks.forEach((one, index) => {
            expect(one.asking).toEqual(
              expected(
                list.filter(([weeksAgo]) => weeksAgo === 3 - index).map(([, priceCents]) => priceCents),
              ),
            )
          })
          expect(found.overall.asking).toEqual(expected(list.map(([, priceCents]) => priceCents)))
        },
      ),
      { numRuns: 20 },
    )
  })

  it('leave out free things, prices that nobody means and unknown ones, which are on the market all the same', async () => {
    await store([
      { priceCents: 20_000 },
      { priceCents: 0 },
      { priceCents: null },
      { priceCents: 100 },
      { priceCents: 123_400 },
      { priceCents: 5_000, currency: null },
    ])
    const found = await trend()
    expect(found.overall).toMatchObject({ newListings: 6, asking: { count: 1, medianCents: 20_000 } })
    expect(found.placeholders).toBe(2)
    expect(found.notes.join(' ')).toContain('2 prices were left out')
  })

  it('are never mixed over currencies: the most frequent one, or the one asked for; the others are counted', async () => {
    await store([
      { priceCents: 10_000, currency: 'EUR' },
      { priceCents: 20_000, currency: 'EUR' },
      { priceCents: 900_000, currency: 'JPY' },
      { priceCents: 7_000, currency: 'USD' },
    ])
    const euros = await trend()
    expect(euros).toMatchObject({
      currency: 'EUR',
      overall: { newListings: 2, asking: { count: 2, medianCents: 15_000 } },
      otherCurrencies: [
        { currency: 'JPY', count: 1 },
        { currency: 'USD', count: 1 },
      ],
    })
    expect(euros.notes.join(' ')).toContain('1 in JPY, 1 in USD')
    expect(await trend('?currency=usd')).toMatchObject({
      currency: 'USD',
      overall: { newListings: 1, asking: { count: 1, medianCents: 7_000 }, daysOnMarket: { watched: 1 } },
    })
    expect(await trend('?currency=GBP')).toMatchObject({
      currency: 'GBP',
      overall: { newListings: 0, asking: null },
    })
  })

  it('tell asking from sold, a sale in the week in which it was found sold', async () => {
    await store([
      { priceCents: 40_000, postedMs: monday - 14 * day },
      // Seen for sale, sold a week later.
      {
        priceCents: 30_000,
        basis: 'sold',
        state: 'sold',
        postedMs: monday - 14 * day,
        endedMs: monday - 6 * day,
      },
      // Known only as sold: by its own date, and never a new listing.
      {
        priceCents: 20_000,
        basis: 'sold',
        state: 'sold',
        postedMs: monday - 13 * day,
        firstSeenMs: now,
        endedMs: now,
      },
    ])
    const found = await trend('?weeks=3')
    expect(found.weeks[0]).toMatchObject({
      newListings: 2,
      asking: { count: 1 },
      sold: { count: 1, medianCents: 20_000 },
    })
    expect(found.weeks[1]).toMatchObject({
      newListings: 0,
      asking: null,
      sold: { count: 1, medianCents: 30_000 },
    })
    expect(found.overall).toMatchObject({
      newListings: 2,
      sold: { count: 2, medianCents: 25_000 },
      ended: { count: 1 },
    })
  })
})

describe('weeks', () => {
  it('hold what was posted from Monday 00:00 UTC on, over the end of a year too', async () => {
    clock.set('2027-01-06T12:00:00Z')
    try {
      const start = Date.parse('2027-01-04T00:00:00Z')
      await store([
        { postedMs: start - 1 },
        { postedMs: start },
        { postedMs: start - 7 * day },
        { postedMs: start - 7 * day - 1 },
      ])
      const found = await trend('?weeks=3')
      expect(found.weeks.map((one) => [one.week, one.newListings])).toEqual([
        ['2026-W52', 1],
        ['2026-W53', 2],
        ['2027-W01', 1],
      ])
    } finally {
      clock.set(new Date(now))
    }
  })

  it('take a posting date in the future for the day of its first sight', async () => {
    await store([{ postedMs: now + 90 * day, firstSeenMs: now - 8 * day, lastSeenMs: now }])
    expect(week(await trend(), '2026-W46').newListings).toBe(1)
  })

  it('say how many of their listings were found late', async () => {
    await store([
      { postedMs: monday - 20 * day, firstSeenMs: now - day },
      { postedMs: monday - 20 * day, firstSeenMs: now - day },
      { postedMs: now - day },
    ])
    const found = await trend()
    expect(found.overall).toMatchObject({ newListings: 3, foundLate: 2 })
    expect(found.notes.join(' ')).toContain('2 of 3 listings were found a week or more after their posting')
  })
})

describe('days on the market', () => {
  const old = monday - 70 * day

  it('are counted with those still for sale, so that slow sellers are not ignored', async () => {
    await store([
      { state: 'gone', postedMs: old, endedMs: old + 2 * day },
      { state: 'sold', postedMs: old, endedMs: old + 4 * day },
      { postedMs: old },
      { postedMs: old },
      { postedMs: old },
    ])
    const found = await trend()
    expect(found.overall.ended).toEqual({ count: 2, medianDays: 3 })
    expect(found.overall.daysOnMarket).toMatchObject({ watched: 5, ended: 2, medianDays: null })
    expect(found.overall.daysOnMarket.watchedDays).toBeGreaterThan(75)
    await store([{ state: 'gone', postedMs: old, endedMs: old + 30 * day }])
    expect((await trend()).overall.daysOnMarket).toMatchObject({ watched: 6, ended: 3, medianDays: 30 })
  })

  it('say nothing of what was over at its first sight: nobody saw when', async () => {
    await store([
      { state: 'sold', postedMs: old, firstSeenMs: now, endedMs: now },
      { state: 'gone', postedMs: old, firstSeenMs: now, endedMs: null },
    ])
    const found = await trend()
    expect(found.overall).toMatchObject({
      ended: { count: 0, medianDays: null },
      daysOnMarket: { watched: 0 },
      sellThrough: { watched: 0, share: null },
    })
  })

  it('count a listing posted long before the weeks in the week in which it ended', async () => {
    await store([
      { state: 'gone', postedMs: now - 60 * day, firstSeenMs: now - 60 * day, endedMs: now - day },
    ])
    const found = await trend('?weeks=2')
    expect(found.weeks[1]).toMatchObject({ newListings: 0, ended: { count: 1, medianDays: 59 } })
    expect(found.overall).toMatchObject({ newListings: 0, daysOnMarket: { watched: 0 } })
  })
})

describe('sell-through', () => {
  it('is the share that ended within 28 days; weeks too young are incomplete, not low', async () => {
    const old = monday - 42 * day
    const young = monday - 21 * day
    await store([
      { state: 'gone', postedMs: old, endedMs: old + 10 * day },
      { state: 'gone', postedMs: old, endedMs: old + 28 * day },
      { state: 'gone', postedMs: old, endedMs: old + 29 * day },
      { postedMs: old },
      { state: 'gone', postedMs: young, endedMs: young + day },
      { postedMs: young },
    ])
    const found = await trend()
    expect(week(found, '2026-W41').sellThrough).toEqual({
      share: 0.5,
      complete: true,
      endedInTime: 2,
      watched: 4,
    })
    expect(week(found, '2026-W44').sellThrough).toEqual({
      share: null,
      complete: false,
      endedInTime: 1,
      watched: 2,
    })
    expect(found.overall.sellThrough).toEqual({ share: 0.5, complete: false, endedInTime: 2, watched: 4 })
    expect(found.notes.join(' ')).toContain('not shown for the latest 5 weeks')
  })

  it('is complete exactly when the whole week is 28 days old', async () => {
    clock.set(new Date(monday + 35 * day - 1))
    try {
      expect(week(await trend(), '2026-W47').sellThrough.complete).toBe(false)
      clock.set(new Date(monday + 35 * day))
      expect(week(await trend(), '2026-W47').sellThrough.complete).toBe(true)
    } finally {
      clock.set(new Date(now))
    }
  })

  it('counts what was lost sight of as long as it was seen, and is unknown when nothing was seen that long', async () => {
    const old = monday - 42 * day
    await store([
      { state: 'gone', postedMs: old, endedMs: old + 5 * day },
      { postedMs: old, lastSeenMs: old + 10 * day },
    ])
    expect(week(await trend(), '2026-W41').sellThrough.share).toBeNull()
    await store([{ postedMs: old }, { state: 'gone', postedMs: old, endedMs: old + 15 * day }])
    // Three of four left after day 5, one lost at day 10, one of two at day 15: 1 − 3/4 × 1/2.
    expect(week(await trend(), '2026-W41').sellThrough.share).toBe(0.625)
  })
})

describe('what a trend looks at', () => {
  beforeEach(() =>
    store([
      { title: 'Road bike, red', category: 'bikes', condition: 'good', marketplace: 'craigslist' },
      { title: 'Mountain bike', category: 'bikes', condition: 'new', marketplace: 'feed' },
      { title: 'Café table', category: 'furniture', condition: null, marketplace: 'feed' },
      { title: 'Made-up bike', demo: true, marketplace: 'demo' },
    ]),
  )
  const count = async (query: string) => (await trend(query)).overall.newListings

  it('is real listings unless made-up ones are asked for, never both', async () => {
    expect(await count('')).toBe(3)
    const demo = await trend('?demo=true')
    expect(demo.overall.newListings).toBe(1)
    expect(demo.notes[0]).toContain('made up by the demo')
  })

  it('can be narrowed by words, the last of them a beginning, and by every filter', async () => {
    expect(await count('?q=bike')).toBe(2)
    expect(await count('?q=bike%20ro')).toBe(1)
    expect(await count('?q=ro%20bike')).toBe(0)
    expect(await count('?q=CAFE')).toBe(1)
    expect(await count('?category=furniture')).toBe(1)
    expect(await count('?marketplace=feed')).toBe(2)
    expect(await count('?condition=new&category=bikes')).toBe(1)
    expect(await count(`?q=${encodeURIComponent(`'); DROP TABLE listings; -- & | ! :* \\`)}`)).toBe(0)
    expect(await count('')).toBe(3)
  })

  it('can be what a rule looks for, without its price limits', async () => {
    rules.set(1, { all: ['bike'], any: ['red', 'mountain'], none: [], priceCentsMax: 1 })
    rules.set(2, { all: ['"road bike"'], none: ['blue'], categories: ['bikes', 'cars'] })
    rules.set(3, { none: ['bike'], marketplaces: ['feed'] })
    rules.set(4, { all: ['bike'], none: ['mountain bike'] })
    expect(await count('?ruleId=1')).toBe(2)
    expect(await count('?ruleId=2')).toBe(1)
    expect(await count('?ruleId=3')).toBe(1)
    expect(await count('?ruleId=4')).toBe(1)
    expect((await trend('?ruleId=1')).notes.join(' ')).toContain('price limits')
    expect(await get('?ruleId=9')).toMatchObject({ status: 404 })
    expect(await get('?ruleId=1&q=bike')).toMatchObject({
      status: 422,
      body: { fields: { q: expect.anything() } },
    })
  })

  it('leaves out marketplaces whose terms forbid it, and says which', async () => {
    allowed = ['craigslist']
    const found = await trend()
    expect(found.overall).toMatchObject({ newListings: 1, asking: { count: 1 } })
    expect(found.leftOut).toEqual([{ marketplace: 'feed', count: 2 }])
    expect(found.notes.join(' ')).toContain('feed (2)')
    expect((await trend('?demo=true')).overall.newListings).toBe(1)
    allowed = []
    expect((await trend()).overall.newListings).toBe(0)
  })
})

describe('bad questions', () => {
  it.each([
    ['?weeks=0', 'querystring.weeks'],
    ['?weeks=105', 'querystring.weeks'],
    ['?weeks=2.5', 'querystring.weeks'],
    ['?category=spaceships', 'querystring.category'],
    ['?condition=shiny', 'querystring.condition'],
    ['?currency=dollars', 'querystring.currency'],
    ['?ruleId=x', 'querystring.ruleId'],
    ['?demo=perhaps', 'querystring.demo'],
  ])('%s names its field', async (query, field) => {
    expect(await get(query)).toMatchObject({ status: 422, body: { fields: { [field]: expect.any(String) } } })
  })

  it('hostile words never break it', async () => {
    await store([{}])
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const { status } = await get(`?q=${encodeURIComponent(text.toWellFormed())}`)
        // NUL is refused on every route.
        expect(status).toBe(text.includes('\0') ? 422 : 200)
      }),
      { numRuns: 60 },
    )
    expect((await get(`?q=${encodeURIComponent('\ufffd')}`)).status).toBe(200)
    expect((await get(`?q=${encodeURIComponent('\0\ufffd')}`)).status).toBe(422)
    expect((await get(`?q=${'x'.repeat(500)}`)).status).toBe(200)
    expect((await get('?marketplace=%00')).status).toBe(422)
  })
})

describe('deal-scout trends', () => {
  async function run(...args: string[]): Promise<string> {
    const printed: string[] = []
    const program = new Command().exitOverride()
    trendCommands(
      program,
      (work) => work(deps(), { userId: 1, roles: ['owner'] }),
      () => ({ json: false, print: (_, text) => void printed.push(text()) }),
    )
    await program.parseAsync(['trends', ...args], { from: 'user' })
    return printed.join('\n')
  }

  it('says what to do when nothing fits', async () => {
    expect(await run('nothing', 'here')).toContain('--weeks 52')
  })

  it('prints a row per week, one for all, and the lines', async () => {
    await store([{ priceCents: 30_000 }, { priceCents: 50_000, postedMs: monday - 3 * day }])
    const lines = (await run('bike', '--weeks', '3')).split('\n')
    expect(lines[0]).toMatch(/^week +new +asks/)
    expect(lines[1]).toMatch(/^2026-W45 +0 +– /)
    expect(lines[2]).toMatch(/^2026-W46 +1 +\$500 +\$500–\$500/)
    expect(lines[3]).toMatch(/^2026-W47 so far +1 +\$300 .* too early$/)
    expect(lines[4]).toMatch(/^all +2 +\$400 +\$350–\$450/)
    expect(lines).toContain('asks  ·█▁')
  })

  it('shows days only of what was watched for a while', async () => {
    await store([
      { postedMs: monday - 7 * day, lastSeenMs: monday + 3.5 * day },
      { postedMs: monday, lastSeenMs: monday },
    ])
    const lines = (await run('bike', '--weeks', '2')).split('\n')
    expect(lines[1]).toMatch(/ 0 +> 11 +too early$/)
    expect(lines[2]).toMatch(/ 0 +– +too early$/)
  })

  it('refuses what the API refuses', async () => {
    await expect(run('--weeks', '500')).rejects.toThrow(/weeks/)
  })
})

describe('a sparkline', () => {
  it('goes from the lowest to the highest bar and has a dot for nothing', () => {
    expect(sparkline([1, 8, null, 4.5])).toBe('▁█·▅')
    expect(sparkline([5, 5])).toBe('▄▄')
    expect(sparkline([null])).toBe('·')
    expect(sparkline([])).toBe('')
  })
})

describe('thousands of listings', () => {
  it('are summed up exactly', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => ({
      priceCents: 1_000 + ((n * 7919) % 50_000),
      postedMs: monday - (n % 26) * 7 * day + (n % 7) * day * 0.8,
      ...(n % 3 === 0 && n % 26 > 6
        ? { state: 'gone', endedMs: monday - (n % 26) * 7 * day + (n % 7) * day * 0.8 + (1 + (n % 20)) * day }
        : {}),
    }))
    await store(rows)
    const found = await trend()
    expect(found.overall.newListings).toBe(5_000)
    expect(found.weeks.reduce((sum, one) => sum + one.newListings, 0)).toBe(5_000)
    const prices = rows.map(({ priceCents }) => priceCents)
    expect(found.overall.asking!.medianCents).toBe(Math.round(quantile(prices, 0.5)))
    const ended = rows.filter(({ endedMs }) => endedMs !== undefined)
    expect(found.overall.ended.count).toBe(ended.length)
    expect(found.overall.ended.medianDays).toBeCloseTo(
      quantile(
        ended.map((row) => (row.endedMs! - row.postedMs) / day),
        0.5,
      ),
      1,
    )
    const old = rows.filter((_, n) => n % 26 >= 5)
    expect(found.overall.sellThrough.share).toBeCloseTo(
      old.filter(({ endedMs }) => endedMs !== undefined).length / old.length,
      3,
    )
  })
})
