import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StubClock, stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { type FakeServer, startFakeServer } from '../../test/harness/fake-server.ts'
import { actorByHeader, addPerson, askAs } from '../../test/harness/people.ts'
import { run } from '../../test/harness/program.ts'
import { ingest } from '../flows/ingest.ts'

/** Anna has a file of her own, of a shop that only she knows; Ben is somebody else; both see the market. */
let test: TestApp
let clock: StubClock
let anna: number
let ben: number
const secret = /zyxcanary|annas-shop/i
const title = 'Zyxcanary Q7 desk lamp'

/** What is asked about: ids of Anna's, where the route needs one. */
interface Ids {
  listing: number
  other: number
  market: number
  cluster: number
  ruleOf: Record<'anna' | 'ben', number>
  watch: number
}
let ids: Ids

const ask = (person: number, method: string, path: string, body?: unknown) =>
  askAs(test.address, person, method, path, body)

async function must(person: number, method: string, path: string, body?: unknown): Promise<never> {
  const answer = await ask(person, method, path, body)
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
  return answer.body
}

function fileOf(rows: object[]): FormData {
  const form = new FormData()
  form.set('file', new Blob([rows.map((row) => JSON.stringify(row)).join('\n')]), 'own.jsonl')
  return form
}

const annasRows = Array.from({ length: 14 }, (_, i) => ({
  id: `own-${i}`,
  source: 'annas-shop',
  title: `${title} ${['brass', 'black', 'white', 'green'][i % 4]}`,
  url: `https://annas-shop.example/${i}`,
  price: 100 + i,
  currency: 'USD',
  description: `Only for subscribers of annas-shop, number ${i}.`,
  postedAt: '2026-11-21T10:00:00Z',
}))

beforeAll(async () => {
  clock = stubClock()
  test = await testApp({
    roles: ['api'],
    env: { FEED_ALLOW_PRIVATE_NETWORK: 'true' },
    overrides: { clock, ...actorByHeader(() => test.app.owner) },
  })
  anna = await addPerson(test.app.db, 'Anna')
  ben = await addPerson(test.app.db, 'Ben')
  const rule = ruleInput({ name: 'Lamps', keywords: { all: ['desk lamp'], any: [], none: [] } })
  const ruleOf = {
    anna: ((await must(anna, 'POST', '/api/rules', rule)) as { id: number }).id,
    ben: ((await must(ben, 'POST', '/api/rules', rule)) as { id: number }).id,
  }
  await ingest(test.app.pipeline, {
    sightings: ['One', 'Two'].map((name) => ({
      marketplace: 'craigslist',
      seen: seenListing({ title: `Market desk lamp ${name}` }),
      observedAtMs: clock.now().getTime(),
    })),
    ...{ sourceId: null, scanId: null, demo: false },
  })
  const taken = (await must(anna, 'POST', '/api/imports', fileOf(annasRows))) as { added: number }
  expect(taken).toMatchObject({ added: annasRows.length })
  const { rows } = await test.app.db.query<{ id: number; own: boolean }>(
    `SELECT id, owner_id = $1 AS own FROM listings ORDER BY id`,
    [anna],
  )
  const own = rows.filter((row) => row.own).map(({ id }) => id)
  const [listing, other] = own as [number, number]
  const market = rows.find((row) => !row.own)!.id
  const cluster = (
    (await must(anna, 'POST', '/api/clusters/merge', { listingIds: [listing, other] })) as { id: number }
  ).id
  const watch = ((await must(anna, 'POST', '/api/watches', { listingId: other })) as { id: number }).id
  ids = { listing, other, market, cluster, ruleOf, watch }
})
afterAll(() => test[Symbol.asyncDispose]())

interface Walk {
  /** What is asked for a person; `rule` is a rule of theirs. */
  ask(rule: number): [path: string, body?: unknown]
  /** What Ben is answered; 200 = without a trace of what is Anna's. */
  foreign: 200 | 404 | 422
  /** Anna is not asked: that would change what the others ask about. */
  isForeignOnly?: true
}

const lampRule = () => ruleInput({ keywords: { all: ['desk lamp'], any: [], none: [] } })

/** Every route that shows, or works on, listings. */
const walks: Record<string, Walk> = {
  'GET /api/listings': { ask: () => ['/api/listings?limit=100'], foreign: 200 },
  'GET /api/deals': { ask: () => ['/api/deals?limit=100&kind=any&free=also'], foreign: 200 },
  'GET /api/deals/facets': { ask: () => ['/api/deals/facets?kind=any&free=also'], foreign: 200 },
  'GET /api/deals/points': { ask: () => ['/api/deals/points?kind=any&free=also'], foreign: 200 },
  'GET /api/deals.csv': { ask: () => ['/api/deals.csv?kind=any&free=also'], foreign: 200 },
  'GET /api/summary': { ask: () => ['/api/summary'], foreign: 200, isForeignOnly: true },
  'PUT /api/listings/{id}/mark': {
    ask: () => [`/api/listings/${ids.listing}/mark`, { seen: true }],
    foreign: 404,
    isForeignOnly: true,
  },
  // What is not Ben's to see is named as missing.
  'POST /api/listings/marks': {
    ask: () => ['/api/listings/marks', { ids: [ids.listing], mark: { seen: true } }],
    foreign: 200,
    isForeignOnly: true,
  },
  'GET /api/photos/{listing}/{n}': {
    ask: () => [`/api/photos/${ids.listing}/0?w=176`],
    foreign: 404,
    isForeignOnly: true,
  },
  // Her shop is none that is read by address: nobody is told that there is one.
  'GET /api/listings/at': {
    ask: () => [`/api/listings/at?address=${encodeURIComponent('https://annas-shop.example/0')}`],
    foreign: 404,
    isForeignOnly: true,
  },
  'GET /api/listings/{id}': { ask: () => [`/api/listings/${ids.listing}`], foreign: 404 },
  'GET /api/listings/{id}/cluster': { ask: () => [`/api/listings/${ids.listing}/cluster`], foreign: 404 },
  'GET /api/listings/{id}/message': { ask: () => [`/api/listings/${ids.listing}/message`], foreign: 404 },
  'GET /api/listings/cards': {
    ask: () => [`/api/listings/cards?ids=${ids.listing},${ids.other}`],
    foreign: 200,
  },
  'GET /api/listings/{id}/similar': {
    ask: () => [`/api/listings/${ids.listing}/similar`],
    foreign: 404,
    isForeignOnly: true,
  },
  'GET /api/listings/{id}/value': {
    ask: () => [`/api/listings/${ids.listing}/value`],
    foreign: 404,
    isForeignOnly: true,
  },
  'GET /api/listings/{id}/traces': { ask: () => [`/api/listings/${ids.listing}/traces`], foreign: 404 },
  'POST /api/listings/{id}/split': {
    ask: () => [`/api/listings/${ids.listing}/split`],
    foreign: 404,
    isForeignOnly: true,
  },
  'GET /api/clusters': { ask: () => ['/api/clusters?sort=size'], foreign: 200 },
  'GET /api/clusters/{id}': { ask: () => [`/api/clusters/${ids.cluster}`], foreign: 404 },
  'POST /api/clusters/merge': {
    ask: () => ['/api/clusters/merge', { listingIds: [ids.listing, ids.market] }],
    foreign: 422,
    isForeignOnly: true,
  },
  'GET /api/rules/{id}/matches': { ask: (rule) => [`/api/rules/${rule}/matches`], foreign: 200 },
  'GET /api/rules/{id}/trace/{listingId}': {
    ask: (rule) => [`/api/rules/${rule}/trace/${ids.listing}`],
    foreign: 404,
  },
  'POST /api/rules/{id}/matches/{listingId}/dismiss': {
    ask: (rule) => [`/api/rules/${rule}/matches/${ids.listing}/dismiss`, { reason: 'wrong-thing' }],
    foreign: 404,
  },
  'DELETE /api/rules/{id}/matches/{listingId}/dismiss': {
    ask: (rule) => [`/api/rules/${rule}/matches/${ids.listing}/dismiss`],
    foreign: 404,
    isForeignOnly: true,
  },
  'GET /api/me/export': { ask: () => ['/api/me/export'], foreign: 200 },
  // Each by itself: what is not Ben's to see is answered as none, and nothing is shown of what is.
  'POST /api/matches/dismissals': {
    ask: (rule) => [
      '/api/matches/dismissals',
      { matches: [{ ruleId: rule, listingId: ids.listing }], reason: 'seen' },
    ],
    foreign: 200,
    isForeignOnly: true,
  },
  'POST /api/rules/preview': { ask: () => ['/api/rules/preview', lampRule()], foreign: 200 },
  'POST /api/rules/preview/matches': {
    ask: () => ['/api/rules/preview/matches', lampRule()],
    foreign: 200,
  },
  'GET /api/notifications': { ask: () => ['/api/notifications'], foreign: 200 },
  'GET /api/deliveries': { ask: () => ['/api/deliveries'], foreign: 200 },
  'GET /api/value': { ask: () => ['/api/value?title=Q7+desk+lamp+black'], foreign: 200 },
  'POST /api/value': { ask: () => ['/api/value', { title: 'Q7 desk lamp black' }], foreign: 200 },
  'POST /api/items': { ask: () => ['/api/items', { listingId: ids.listing }], foreign: 404 },
  'GET /api/items': { ask: () => ['/api/items'], foreign: 200 },
  'GET /api/watches': { ask: () => ['/api/watches'], foreign: 200 },
  'GET /api/watches/{id}': { ask: () => [`/api/watches/${ids.watch}`], foreign: 404 },
  'POST /api/watches': { ask: () => ['/api/watches', { listingId: ids.listing }], foreign: 404 },
  'PATCH /api/watches/{id}': { ask: () => [`/api/watches/${ids.watch}`, { note: 'mine' }], foreign: 404 },
  'POST /api/message-templates/preview': {
    ask: () => [
      '/api/message-templates/preview',
      { body: 'Is {title} still there?', listingId: ids.listing },
    ],
    foreign: 404,
  },
}

/** Of trends only figures are shown: see below. What is left shows no listing, or those of a person's own messages. */
const withoutListings = [
  'GET /api/me/audit',
  'POST /api/listings/marks/undo',
  'POST /api/me/deletion',
  'POST /api/me/feed',
  'DELETE /api/me/feed',
  'GET /api/trends',
  'GET /api/resale',
  'POST /api/drives',
  'POST /api/imports',
  'POST /api/imports/preview',
  // Of what it was handed: server/flows/take-capture.test.ts.
  'POST /api/captures',
  'GET /api/captures/sites',
  'GET /api/notifications/{id}',
  'POST /api/notifications/{id}/read',
  'GET /api/notifications/unread',
  'POST /api/notifications/read',
  'POST /api/notifications/read/undo',
  // What of it is whose: server/live/live.test.ts.
  'GET /api/stream',
  'POST /api/notifications/{id}/replay',
  'POST /api/deliveries/{id}/retry',
  'DELETE /api/watches/{id}',
  'POST /api/rules/import',
]
const roomsWithoutListings =
  /^\w+ \/(?:livez|readyz|metrics|api\/(?:admin\/|audit|auth\/|bounces|channels|connections|items\/|mailboxes|money|posts\/|profit|rates|sales|sell\/|marketplaces|me$|message-templates|notification-preferences|places(?:\/(?:map|towns))?|openapi\.json|retention|settings|sources|scans|users|views|rules(?:\/(?:\{id\}(?:\/(?:duplicate|restore))?|bulk|deleted))?$))/

/** They answer without a word of what is listed: states, figures and places. */
const wordless = [
  ...['GET /api/deliveries', 'POST /api/rules/{id}/matches/{listingId}/dismiss', 'GET /api/deals/points'],
]

describe('what only a file of Anna’s has shown', () => {
  it('is asked for below by every route that shows listings', async () => {
    const { paths } = (await must(anna, 'GET', '/api/openapi.json')) as {
      paths: Record<string, Record<string, unknown>>
    }
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const left = routes.filter(
      (route) =>
        walks[route] === undefined && !withoutListings.includes(route) && !roomsWithoutListings.test(route),
    )
    expect(left).toEqual([])
    expect(Object.keys(walks).filter((route) => !routes.includes(route))).toEqual([])
  })

  it.each(Object.entries(walks))('%s: is not there for Ben', async (route, walk) => {
    const [method] = route.split(' ') as [string]
    const [path, body] = walk.ask(ids.ruleOf.ben)
    const answer = await ask(ben, method, path, body)
    expect([answer.status, answer.text]).toEqual([walk.foreign, expect.not.stringMatching(secret)])
    for (const person of [test.app.owner]) {
      const { text } = await ask(person, method, walk.ask(ids.ruleOf.ben)[0], body)
      expect(text).not.toMatch(secret)
    }
  })

  it.each(Object.entries(walks).filter(([, { isForeignOnly }]) => !isForeignOnly))(
    '%s: is there for Anna',
    async (route, walk) => {
      const [method] = route.split(' ') as [string]
      const [path, body] = walk.ask(ids.ruleOf.anna)
      const answer = await ask(anna, method, path, body)
      expect(answer.status, answer.text).toBeLessThan(300)
      if (!wordless.includes(route)) expect(answer.text).toMatch(secret)
    },
  )

  it('is in no figure of a trend but hers', async () => {
    const listed = async (person: number) => {
      const trend = (await must(person, 'GET', '/api/trends?q=desk+lamp&weeks=4')) as {
        overall: { newListings: number }
      }
      return trend.overall.newListings
    }
    expect(await listed(anna)).toBe(annasRows.length + 2)
    expect(await listed(ben)).toBe(2)
  })

  it('is notified to nobody else: Ben, whose rule it fits, hears of the market alone', async () => {
    const notified = async (person: number) =>
      ((await must(person, 'GET', '/api/notifications?limit=100')) as { items: { title: string }[] }).items
    expect((await notified(ben)).length).toBeGreaterThan(0)
    expect(JSON.stringify(await notified(ben))).not.toMatch(secret)
    expect(JSON.stringify(await notified(anna))).toMatch(secret)
  })
})

describe('a source', () => {
  let site: FakeServer
  beforeAll(async () => {
    site = await startFakeServer((_, response) => {
      const item = (n: number) =>
        `<item><guid>${n}</guid><link>https://shed.example/${n}</link><title>Garden shed ${n} $40</title></item>`
      response
        .setHeader('content-type', 'application/xml')
        .setHeader('etag', '"the-same"')
        .end(`<rss version="2.0"><channel><title>x</title>${item(1)}${item(2)}</channel></rss>`)
    })
  })
  afterAll(() => site[Symbol.asyncDispose]())

  const feed = (over: object = {}) => ({
    marketplace: 'feed',
    settings: { url: `${site.baseUrl}/feed.xml` },
    ...over,
  })
  const owners = async () =>
    (
      await test.app.db.query<{ owner: number | null }>(
        `SELECT owner_id AS owner FROM listings WHERE title LIKE 'Garden shed%' ORDER BY owner_id, id`,
      )
    ).rows.map(({ owner }) => owner)

  it('is shared by the operator alone, whose are unless told otherwise', async () => {
    const shared = async (person: number, over: object) => {
      const made = (await must(person, 'POST', '/api/sources', feed({ try: false, ...over }))) as {
        id: number
        shared: boolean
      }
      await must(person, 'DELETE', `/api/sources/${made.id}`)
      return made.shared
    }
    expect([await shared(anna, {}), await shared(anna, { shared: false })]).toEqual([false, false])
    expect([await shared(test.app.owner, {}), await shared(test.app.owner, { shared: false })]).toEqual([
      true,
      false,
    ])
    const refused = await ask(anna, 'POST', '/api/sources', feed({ try: false, shared: true }))
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('operator')])
  })

  it('of one person’s brings what only they see, also when it is read by another already', async () => {
    const { id } = (await must(anna, 'POST', '/api/sources', feed())) as { id: number }
    await must(ben, 'POST', '/api/sources', feed())
    await test.app.sources.runDue()
    expect(await owners()).toEqual([anna, anna, ben, ben])
    // The operator's is for everybody, and theirs give way to it.
    const operators = (await must(test.app.owner, 'POST', '/api/sources', feed())) as { id: number }
    await test.app.sources.runDue()
    expect(await owners()).toEqual([anna, anna, ben, ben, null, null])
    const sheds = async (person: number) =>
      ((await must(person, 'GET', '/api/listings?q=shed')) as { items: { personal: boolean }[] }).items
    for (const person of [anna, ben, test.app.owner])
      expect((await sheds(person)).map(({ personal }) => personal)).toEqual([false, false])
    // Kept to themselves, it goes on for them alone.
    const kept = await must(test.app.owner, 'PUT', `/api/sources/${operators.id}`, feed({ shared: false }))
    expect(kept).toMatchObject({ shared: false })
    expect((await ask(ben, 'GET', `/api/sources/${id}`)).status).toBe(404)
  })
})

describe('by the command line', () => {
  const command = (person: string, ...args: string[]) =>
    run([...args, '--as', person, '--json'], {
      env: {
        DATABASE_URL: test.database.connectionString,
        DEAL_SCOUT_DATA: test.app.config.dataDir,
        DEAL_SCOUT_DEMO: 'off',
      },
    })

  const commands: { name: string; args(rule: number): string[]; isFound: boolean }[] = [
    { name: 'deals', args: () => ['deals', 'lamp'], isFound: true },
    { name: 'deals --newest', args: () => ['deals', '--newest'], isFound: true },
    { name: 'show', args: () => ['show', String(ids.listing)], isFound: false },
    { name: 'clusters', args: () => ['clusters'], isFound: true },
    { name: 'clusters show', args: () => ['clusters', 'show', String(ids.cluster)], isFound: false },
    { name: 'message', args: () => ['message', String(ids.listing)], isFound: false },
    { name: 'value', args: () => ['value', 'Q7 desk lamp black', '--quick'], isFound: true },
    { name: 'why', args: () => ['why', String(ids.listing)], isFound: false },
    { name: 'matches', args: (rule) => ['matches', String(rule)], isFound: true },
    { name: 'inbox', args: () => ['inbox'], isFound: true },
  ]

  it.each(commands)('$name shows it to Anna and not to Ben', async ({ args, isFound }) => {
    const [hers, his] = [
      await command('Anna', ...args(ids.ruleOf.anna)),
      await command('Ben', ...args(ids.ruleOf.ben)),
    ]
    expect(hers.stdout + hers.stderr).toMatch(secret)
    expect(his.stdout + his.stderr).not.toMatch(secret)
    expect([his.code, his.stderr]).toEqual([isFound ? 0 : 2, expect.any(String)])
  })

  it('an import is the operator’s for everybody, unless --personal, and a member’s own', async () => {
    const { mkdtempSync, writeFileSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    const { join } = await import('node:path')
    const folder = mkdtempSync(join(tmpdir(), 'deal-scout-own-'))
    const file = (name: string) => {
      const path = join(folder, `${name}.jsonl`)
      writeFileSync(path, JSON.stringify({ id: name, title: `A ${name} oar`, price: 20, currency: 'USD' }))
      return path
    }
    const importAs = (args: string[]) =>
      run(['import', ...args, '--json'], {
        env: { DATABASE_URL: test.database.connectionString, DEAL_SCOUT_DATA: test.app.config.dataDir },
      })
    expect((await importAs([file('shared')])).code).toBe(0)
    expect((await importAs([file('kept'), '--personal'])).code).toBe(0)
    expect((await importAs([file('bens'), '--as', 'Ben'])).code).toBe(0)
    const { rows } = await test.app.db.query<{ id: string; owner: number | null }>(
      `SELECT external_id AS id, owner_id AS owner FROM listings WHERE title LIKE '% oar'`,
    )
    expect(Object.fromEntries(rows.map(({ id, owner }) => [id, owner]))).toEqual({
      shared: null,
      kept: test.app.owner,
      bens: ben,
    })
  })
})
