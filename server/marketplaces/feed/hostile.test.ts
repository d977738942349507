import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../../test/harness/app.ts'
import { type FakeServer, startFakeServer } from '../../../test/harness/fake-server.ts'
import { watchThread } from '../../../test/harness/thread.ts'
import { readFeed } from './read.ts'

const mib = 1024 * 1024
const rss = (inner: string) => `<rss version="2.0"><channel><title>x</title>${inner}</channel></rss>`
const item = (n: number | string, more = '') =>
  `<item><guid>${n}</guid><link>https://example.com/${n}</link><title>Desk ${n} $40</title>${more}</item>`

describe('a feed that says how long it is', () => {
  it.each([
    ['JSON Feed', '{"version":"https://jsonfeed.org/version/1.1","items":{"length":1000000000}}'],
    ['RSS', rss('<item><length>1000000000</length></item>')],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"><entry><length>1000000000</length></entry></feed>'],
    [
      'a list within',
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"tags":{"length":1000000000}}]}',
    ],
  ])('is not believed: %s', (_, text) => {
    expect(readFeed(text)).toMatchObject({ outcome: 'parse-drift', listings: [] })
  })

  it('is read when a thing has a length', () => {
    const page = readFeed(
      rss(
        item(
          1,
          '<length>180</length><enclosure url="https://example.com/a.jpg" length="5" type="image/jpeg"/>',
        ),
      ),
    )
    expect(page).toMatchObject({
      outcome: 'ok',
      listings: [{ title: 'Desk 1 $40', imageUrls: ['https://example.com/a.jpg'] }],
    })
  })
})

const hostile: [name: string, text: () => string][] = [
  ['length', () => '{"version":"https://jsonfeed.org/version/1.1","items":{"length":1000000000}}'],
  ['items', () => rss('<item/>'.repeat(1_400_000))],
  ['deep', () => rss('<a>'.repeat(3_000_000))],
  ['deep-json', () => `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(9 * mib)}`],
  [
    'entities',
    () =>
      `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>${rss(item(1, '<description>&c;&c;</description>'))}`,
  ],
  ['attributes', () => rss(`<item ${'a="b" '.repeat(1_500_000)}/>`)],
  ['unclosed', () => rss(`${'<item><title><![CDATA['.repeat(400_000)}`)],
  ['tags', () => rss(item(1, `<description>${'&lt;b'.repeat(1_500_000)}</description>`))],
]

let test: TestApp
let site: FakeServer
beforeAll(async () => {
  site = await startFakeServer(({ url }, response) => {
    const found = hostile.find(([id]) => `/${id}` === url.pathname)
    response.setHeader('content-type', 'application/xml').end(found ? found[1]() : rss(item('good')))
  })
  test = await testApp({
    roles: ['api', 'worker', 'scheduler'],
    env: { FEED_ALLOW_PRIVATE_NETWORK: 'true' },
  })
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

describe('feeds made to break their reader', () => {
  it('are parse-drift that says what is wrong, hold up nobody, and the good feed beside them is read', async () => {
    const texts = hostile.map(([, make]) => make())
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(10 * mib)
    const thread = watchThread()
    for (const name of [...hostile.map(([id]) => id), 'good'])
      expect(
        (
          await test.call('POST', '/api/sources', {
            marketplace: 'feed',
            name,
            settings: { url: `${site.baseUrl}/${name}` },
            try: false,
          })
        ).status,
      ).toBe(201)
    type Source = { name: string; state: string; stateReason: string; lastOutcome: string | null }
    const sources = await until(async () => {
      const { body } = await test.call('GET', '/api/sources')
      const { items } = body as { items: Source[] }
      return items.every(({ state }) => state !== 'waiting') && items
    }, 50_000)
    const { blockedMs, grownBytes } = thread.end()
    const stateOf = Object.fromEntries(
      sources.map(({ name, state, stateReason }) => [name, `${state}: ${stateReason}`]),
    )
    expect(stateOf.good).toMatch(/^ok/)
    for (const [name] of hostile) expect(`${name} ${stateOf[name]}`).toMatch(/ (outage: .{10}|ok)/)
    expect(stateOf.length).toMatch(/^outage/)
    expect(stateOf.attributes).toMatch(/^outage: .*took (?:the process down|longer than)/)
    expect(blockedMs).toBeLessThan(200)
    expect(grownBytes).toBeLessThan(300 * mib)
  })
})
