import { Command } from 'commander'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { ingest } from '../flows/ingest.ts'
import { readListings } from '../listings/store.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { watchCommands } from './commands.ts'
import type { WatchDetail, WatchView } from './schema.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE watches, listings, notifications CASCADE')
})

async function stored(over: Partial<SeenListing> = {}, marketplace = 'shop', demo = false): Promise<number> {
  const seen = seenListing({ title: 'Road bike', priceCents: 25_000, ...over })
  const sightings = [{ marketplace, seen, observedAtMs: clock.now().getTime() }]
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo })
  return [...(await readListings(test.app.db, [{ marketplace, externalId: seen.externalId }])).values()][0]!
    .id
}
const call = async <
  T = WatchView & { items: WatchView[]; next: string | null; detail: string; fields: Record<string, string> },
>(
  method: string,
  path: string,
  body?: unknown,
) => {
  const answer = await test.call(method, path, body)
  return { status: answer.status, body: answer.body as T }
}
const make = async (body: object): Promise<WatchView> => {
  const made = await call('POST', '/api/watches', body)
  expect(made).toMatchObject({ status: 201 })
  return made.body
}

describe('following', () => {
  it('a stored listing starts from what is known of it; what holds already is not notified', async () => {
    const listingId = await stored()
    const made = await make({
      listingId,
      thresholdCents: 30_000,
      note: ' for Kim ',
      tags: ['bikes', 'bikes', 'gift'],
    })
    expect(made).toMatchObject({
      state: 'active',
      marketplace: 'shop',
      listing: { id: listingId, title: 'Road bike', priceCents: 25_000, currency: 'USD' },
      thresholdCents: 30_000,
      currency: 'USD',
      belowThreshold: true,
      notifyDrops: true,
      notifyBackOnSale: true,
      notifyEnded: true,
      notifyRises: false,
      notifySold: true,
      notifyGone: true,
      lastEvent: null,
      channels: ['inbox'],
      note: 'for Kim',
      tags: ['bikes', 'gift'],
      problem: null,
    })
    expect((await call('GET', `/api/watches/${made.id}`)).body).toMatchObject({ id: made.id })
    const { rows } = await test.app.db.query('SELECT FROM notifications')
    expect(rows).toEqual([])
  })

  it('a pasted link of a stored listing follows that, under its clean address', async () => {
    const listingId = await stored(
      { externalId: 'v1|900000000101|0', url: 'https://www.ebay.com/itm/900000000101' },
      'ebay',
    )
    for (const url of [
      'www.ebay.com/itm/Bike/900000000101?hash=item1&_trkparms=x',
      'https://m.ebay.com/itm/900000000101',
    ]) {
      const made = await make({ url })
      expect(made).toMatchObject({ listing: { id: listingId }, url: 'https://www.ebay.com/itm/900000000101' })
      await call('DELETE', `/api/watches/${made.id}`)
    }
  })

  it('a pasted link that is not stored is unread, with what to do where there is no way to read it', async () => {
    const made = await make({ url: 'https://www.ebay.co.uk/itm/Bike/900000000102?mkcid=1' })
    expect(made).toMatchObject({
      state: 'unread',
      marketplace: 'ebay',
      url: 'https://www.ebay.co.uk/itm/900000000102',
      listing: null,
      problem: expect.stringContaining('connect one under /sources'),
    })
    const off = await make({ url: 'https://portland.craigslist.org/mlt/fuo/d/a-desk/7700000123.html' })
    expect(off.problem).toMatch(/CRAIGSLIST_TERMS_ACCEPTED=true/)
    expect((await call('GET', `/api/watches/${off.id}`)).body).toMatchObject({
      pricePoints: [],
      cluster: null,
    })
  })

  it.each([
    'https://example.com/bike/1',
    'https://www.ebay.com/p/900000000101',
    'https://ebay.us/m/abc',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'a bike',
  ])(
    'an address that is no listing of a known site is refused with the sites that can be followed: %s',
    async (url) => {
      const { status, body } = await call('POST', '/api/watches', { url })
      expect(status).toBe(422)
      expect(body.detail).toMatch(/Craigslist.*eBay|eBay.*Craigslist/)
      expect(body.fields.url).toMatch(/eBay/)
    },
  )

  it('the same listing twice is refused with the watch that is there', async () => {
    const listingId = await stored()
    const { id } = await make({ listingId })
    const again = await call('POST', '/api/watches', { listingId })
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'already-followed', params: { watch: expect.any(Number) } },
    })
    expect(again.body.detail).toContain(`/watching/${id}.`)
    const both = await Promise.all(
      [1, 2, 3].map(() => call('POST', '/api/watches', { url: 'https://www.ebay.com/itm/900000000103' })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  })

  it('wrong wishes are refused with the field that is wrong', async () => {
    const listingId = await stored()
    const refused = async (body: object) => {
      const answer = await call('POST', '/api/watches', body)
      return [answer.status, Object.keys(answer.body.fields ?? {})]
    }
    expect(await refused({ listingId: 987_654 })).toEqual([404, []])
    expect(await refused({})).toEqual([422, ['url']])
    expect(await refused({ listingId, url: 'https://www.ebay.com/itm/900000000103' })).toEqual([422, ['url']])
    expect(await refused({ listingId, channels: ['pigeon'] })).toEqual([422, ['channels']])
    expect(await refused({ listingId, thresholdCents: 100, currency: 'EUR' })).toEqual([422, ['currency']])
    expect(await refused({ url: 'https://www.ebay.com/itm/900000000103', thresholdCents: 100 })).toEqual([
      422,
      ['currency'],
    ])
    expect(
      await refused({ url: 'https://www.ebay.com/itm/900000000103', thresholdCents: 100, currency: 'QQQ' }),
    ).toEqual([422, ['currency']])
    expect(await refused({ listingId, thresholdCents: -1 })).toEqual([422, ['thresholdCents']])
    expect(await refused({ listingId, tags: ['a\0b'] })).toEqual([422, ['tags.0']])
    expect(await refused({ listingId, threshold: 3 })).toEqual([422, expect.anything()])
  })

  it('no address makes it fail in any other way, and none of them is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.webUrl()), async (url) => {
        const { status } = await call('POST', '/api/watches', { url })
        expect(status).toBe(422)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a watch', () => {
  it('is changed in what is given only; a threshold above the price of the moment counts as seen', async () => {
    const { id } = await make({ listingId: await stored(), note: 'mine', tags: ['a'] })
    const set = async (body: object) => (await call('PATCH', `/api/watches/${id}`, body)).body
    expect(await set({ thresholdCents: 20_000 })).toMatchObject({
      currency: 'USD',
      belowThreshold: false,
      note: 'mine',
      tags: ['a'],
    })
    expect(await set({ thresholdCents: 26_000, notifyDrops: false })).toMatchObject({
      belowThreshold: true,
      notifyDrops: false,
      notifyEnded: true,
    })
    expect(await set({ note: null })).toMatchObject({
      note: null,
      thresholdCents: 26_000,
      belowThreshold: true,
      notifyDrops: false,
    })
    expect(await set({ thresholdCents: null })).toMatchObject({ thresholdCents: null, belowThreshold: false })
    expect((await call('PATCH', `/api/watches/${id}`, { thresholdCents: 1, currency: 'EUR' })).status).toBe(
      422,
    )
    expect((await call('PATCH', '/api/watches/987654', { note: 'x' })).status).toBe(404)
  })

  it('shows the prices of its listing, and of the thing in all its listings', async () => {
    const description =
      'Grey three seat sofa from our living room, bought in 2019 at a small maker in Vermont, one cushion has a tea stain ' +
      'the size of a coin on its back, legs are ash, from a home without pets or smoke, stairs to carry it down are narrow'
    const sofa = seenListing({ title: 'Grey ash sofa, tea stain', description, priceCents: 50_000 })
    await stored({ ...sofa, externalId: 'first', url: 'https://example.com/first' })
    clock.advance(86_400_000)
    const listingId = await stored(sofa)
    clock.advance(86_400_000)
    await stored({ ...sofa, priceCents: 42_000 })
    const { id } = await make({ listingId })
    const { body } = await call<WatchDetail>('GET', `/api/watches/${id}`)
    expect(body.pricePoints).toEqual([
      { at: expect.any(String), priceCents: 50_000, currency: 'USD', isMeant: true },
      { at: clock.now().toISOString(), priceCents: 42_000, currency: 'USD', isMeant: true },
    ])
    expect(body.cluster).toMatchObject({ id: expect.any(Number), summary: expect.stringContaining('$420') })
    expect(body.cluster!.pricePoints.map(({ priceCents }) => priceCents)).toEqual([50_000, 50_000, 42_000])
    expect(new Set(body.cluster!.pricePoints.map((point) => point.listingId)).size).toBe(2)
  })

  it('stays when its listing is cleared away, and goes when it is removed', async () => {
    const listingId = await stored()
    const { id } = await make({ listingId })
    await test.app.db.query('DELETE FROM listings WHERE id = $1', [listingId])
    expect((await call('GET', `/api/watches/${id}`)).body).toMatchObject({ state: 'active', listing: null })
    expect((await call('DELETE', `/api/watches/${id}`)).status).toBe(204)
    expect((await call('DELETE', `/api/watches/${id}`)).status).toBe(404)
    expect((await call('GET', `/api/watches/${id}`)).status).toBe(404)
  })

  it('of a demo listing goes with the demo', async () => {
    const demo = await make({ listingId: await stored({}, 'shop', true) })
    expect(demo.demo).toBe(true)
    const real = await make({ listingId: await stored() })
    await test.app.db.transaction((tx) => test.app.sources.removeDemo(tx))
    expect((await call('GET', '/api/watches')).body.items.map(({ id }) => id)).toEqual([real.id])
  })
})

describe('what one is told of', () => {
  it('the sale and the disappearance are two switches, which notifyEnded sets at once', async () => {
    const listingId = await stored()
    const made = await make({ listingId, notifyEnded: false, notifySold: true })
    expect(made).toMatchObject({ notifyEnded: true, notifySold: true, notifyGone: false })
    const set = async (body: object) => (await call('PATCH', `/api/watches/${made.id}`, body)).body
    expect(await set({ notifyRises: true })).toMatchObject({
      ...{ notifyRises: true, notifySold: true, notifyGone: false },
    })
    expect(await set({ notifyEnded: false })).toMatchObject({
      ...{ notifyEnded: false, notifySold: false, notifyGone: false },
    })
    expect(await set({ notifyEnded: true, notifySold: false })).toMatchObject({
      ...{ notifyEnded: true, notifySold: false, notifyGone: true },
    })
    expect((await call('GET', `/api/watches/${made.id}`)).body).toMatchObject({
      ...{ notifyEnded: true, notifySold: false, notifyGone: true, notifyRises: true },
    })
  })

  it('a row that an earlier program wrote tells of both ends or of none', async () => {
    const made = await make({ listingId: await stored() })
    for (const ended of [true, false]) {
      await test.app.db.query('UPDATE watches SET tell_ended = $1, tell_gone = NULL', [ended])
      expect((await call('GET', `/api/watches/${made.id}`)).body).toMatchObject({
        ...{ notifySold: ended, notifyGone: ended, notifyEnded: ended },
      })
    }
  })
})

describe('the list', () => {
  it('is filtered by tag and state and paged, newest first, without gap or double', async () => {
    const ids: number[] = []
    for (let i = 0; i < 7; i++) {
      const listingId = await stored(i % 2 === 0 ? { state: 'sold' } : {})
      ids.unshift((await make({ listingId, tags: i < 3 ? ['early', "o'clock"] : [] })).id)
    }
    const found: number[] = []
    for (let query = '?limit=3'; ; ) {
      const { body } = await call('GET', `/api/watches${query}`)
      found.push(...body.items.map(({ id }) => id))
      if (body.next === null) break
      query = `?limit=3&cursor=${body.next}`
    }
    expect(found).toEqual(ids)
    const idsOf = async (query: string) =>
      (await call('GET', `/api/watches?${query}`)).body.items.map(({ id }) => id)
    expect(await idsOf('tag=early')).toEqual(ids.slice(4))
    expect(await idsOf(`tag=${encodeURIComponent("o'clock")}&state=active`)).toEqual([ids[5]])
    expect(await idsOf('state=sold')).toEqual([ids[0], ids[2], ids[4], ids[6]])
    expect(await idsOf('tag=other')).toEqual([])
    expect((await call('GET', '/api/watches?state=lost')).status).toBe(422)
    expect((await call('GET', '/api/watches?cursor=xx')).status).toBe(400)
  })
})

describe('the command line', () => {
  async function run(...argv: string[]): Promise<string> {
    const printed: string[] = []
    const program = new Command().exitOverride()
    watchCommands(
      program,
      (work) => work(test.app.watches, { userId: test.app.owner, roles: ['owner'] }),
      () => ({ json: false, print: (_, text) => void printed.push(text()) }),
    )
    await program.parseAsync(['watch', ...argv], { from: 'user' })
    return printed.join('\n')
  }

  it('adds, lists, shows, sets and removes', async () => {
    expect(await run('list')).toMatch(/follow nothing yet: deal-scout watch add/)
    const listingId = await stored()
    expect(await run('add', String(listingId), '--below', '199.50', '--no-drops', '--tag', 'a', 'b')).toMatch(
      /^Watch \d+ follows "Road bike"\.$/,
    )
    const [watch] = (await call('GET', '/api/watches')).body.items
    const id = String(watch!.id)
    expect(watch).toMatchObject({
      thresholdCents: 19_950,
      currency: 'USD',
      notifyDrops: false,
      notifyEnded: true,
      tags: ['a', 'b'],
    })
    expect(await run('list')).toMatch(/active +\$250 +≤ \$199\.50, back on sale, ended +a, b +Road bike/)
    expect(await run('show', id)).toMatch(
      /Road bike\nactive, \$250; told: ≤ \$199\.50.*by inbox[\s\S]*2026-11-\d\d {2}\$250/,
    )
    expect(await run('set', id, '--note', 'call first')).toMatch(/≤ \$199\.50, back on sale, ended +a, b/)
    expect(await run('set', id, '--drops', '--no-ended', '--no-below', '--no-tag')).toMatch(
      / drops, back on sale +Road/,
    )
    expect((await call('GET', `/api/watches/${id}`)).body).toMatchObject({
      note: 'call first',
      tags: [],
      thresholdCents: null,
    })
    expect(await run('set', id, '--rises', '--sold')).toMatch(/ drops, rises, back on sale, sold +Road/)
    expect(await run('set', id, '--no-rises', '--gone')).toMatch(/ drops, back on sale, ended +Road/)
    expect(await run('set', id, '--no-sold')).toMatch(/ drops, back on sale, gone +Road/)
    expect(await run('remove', id)).toBe(`Watch ${id} is gone.`)
  })

  it('takes a link, says what is missing, and asks for the currency that it cannot know', async () => {
    const link = 'https://www.ebay.de/itm/900000000105'
    await expect(run('add', link, '--below', '80')).rejects.toThrow(/--currency/)
    expect(await run('add', link, '--below', '80', '--currency', 'eur')).toMatch(
      /connect one under \/sources/,
    )
    const [watch] = (await call('GET', '/api/watches')).body.items
    expect(watch).toMatchObject({ thresholdCents: 8000, currency: 'EUR' })
    expect(await run('list')).toMatch(/unread +– +≤ €80/)
  })
})
