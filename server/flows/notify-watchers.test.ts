import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp, until } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { createFetch, type Fetch } from '../core/fetch.ts'
import { endListings, readListings } from '../listings/store.ts'
import { startEbayFakeServer } from '../marketplaces/ebay/fake-server.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { connectSource } from '../sources/sources.ts'
import { changeWatch, follow, showWatch, unfollow } from '../watches/following.ts'
import { watchInputSchema } from '../watches/schema.ts'
import { endMissing } from './end-missing.ts'
import { ingest } from './ingest.ts'
import { notifyWatchers } from './notify-watchers.ts'
import { pollWatches } from './poll-watches.ts'
import { readDetails } from './read-details.ts'

const minute = 60_000
const day = 1440 * minute
const clock = stubClock()
const realFetch = createFetch({ userAgent: 'DealScout/test' })
/** Without the pause between calls, which only makes tests slow. */
const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0 })

/** An item page of eBay's API that changes as told. */
const item = JSON.parse(
  readFileSync(new URL('../marketplaces/ebay/fixtures/item.json', import.meta.url), 'utf8'),
) as Record<string, unknown>
let ebay: Awaited<ReturnType<typeof ebayFakeServer>>
let test: TestApp

/** eBay with item pages that are put up, changed and taken down. */
async function ebayFakeServer() {
  const site = await startEbayFakeServer([])
  const path = (id: string) => `/buy/browse/v1/item/${encodeURIComponent(`v1|${id}|0`)}`
  return {
    ...site,
    /** The page of an item from now on; null takes it down. */
    set(id: string, over: object | null) {
      const page = { ...item, itemId: `v1|${id}|0`, itemWebUrl: `https://www.ebay.com/itm/${id}`, ...over }
      if (over === null) site.answer(path(id), 404, { errors: [{ errorId: 11001, message: 'not found' }] })
      else site.answer(path(id), 200, page)
    },
    refuse(refuses: boolean) {
      site.handle(refuses ? (_, response) => void response.writeHead(403).end('no') : site.asEbay)
    },
    reads: () => site.requests.filter(({ url }) => url.pathname.includes('/item/')).length,
  }
}

beforeAll(async () => {
  ebay = await ebayFakeServer()
  test = await testApp({
    env: { EBAY_BASE_URL: ebay.baseUrl, EBAY_CLIENT_ID: 'id', EBAY_CLIENT_SECRET: 'secret' },
    overrides: { clock, fetch },
  })
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await ebay[Symbol.asyncDispose]()
  await realFetch.close()
})
beforeEach(async () => {
  ebay.refuse(false)
  await test.app.db.query('TRUNCATE watches, listings, notifications, sources, rules CASCADE')
})
afterEach(() => clock.advance(day))

const connect = () =>
  connectSource(
    test.app.sources,
    { userId: test.app.owner, roles: ['owner'] },
    {
      marketplace: 'ebay',
      settings: {},
      enabled: true,
    },
  )
const watch = (input: object) => follow(test.app.watches, test.app.owner, watchInputSchema.parse(input))
const show = (id: number) => showWatch(test.app.watches, test.app.owner, id)
const poll = () => pollWatches(test.app.polling, { signal: new AbortController().signal, log: test.app.log })
/** Titles of what was notified, oldest first. */
async function notified(): Promise<string[]> {
  const rows = await listNotifications(test.app.db, { userId: test.app.owner, beforeId: null, limit: 200 })
  return rows
    .filter(({ kind }) => kind === 'watch')
    .map(({ message }) => message.title)
    .reverse()
}
const take = (seen: SeenListing, over: object = {}) =>
  ingest(test.app.pipeline, {
    sightings: [{ marketplace: 'shop', seen, observedAtMs: clock.now().getTime() }],
    sourceId: null,
    scanId: null,
    demo: false,
    ...over,
  })
async function idOf(seen: SeenListing, marketplace = 'shop'): Promise<number> {
  const found = await readListings(test.app.db, [{ marketplace, externalId: seen.externalId }])
  return [...found.values()][0]!.id
}

describe('a listing followed by a pasted link', () => {
  it('is read, and its drops, its sale and its return are each notified once', async () => {
    await connect()
    const id = '900000000501'
    ebay.set(id, { price: { value: '250.00', currency: 'USD' } })
    const made = await watch({
      url: `https://www.ebay.com/itm/Nova/${id}?hash=item1&amdata=x`,
      thresholdCents: 20_000,
      currency: 'USD',
      note: 'for Kim',
    })
    expect(made).toMatchObject({ state: 'unread', problem: null })
    const round = async (over?: object | null) => {
      if (over !== undefined) ebay.set(id, over)
      await poll()
      await poll()
      clock.advance(34 * minute)
    }
    await round()
    expect(await show(made.id)).toMatchObject({
      state: 'active',
      listing: { title: 'Fairbyte Nova 12 128GB Blue Unlocked', priceCents: 25_000 },
      pricePoints: [{ priceCents: 25_000, currency: 'USD' }],
    })
    expect(await notified()).toEqual([])
    await round({ price: { value: '230.00', currency: 'USD' } })
    await round({ price: { value: '180.00', currency: 'USD' } })
    await round({ price: { value: '180.00', currency: 'USD' } })
    await round({ price: { value: '260.00', currency: 'USD' } })
    await round({ price: { value: '180.00', currency: 'USD' } })
    const soldOut = {
      price: { value: '180.00', currency: 'USD' },
      estimatedAvailabilities: [{ estimatedAvailabilityStatus: 'OUT_OF_STOCK', estimatedSoldQuantity: 1 }],
    }
    await round(soldOut)
    await round(soldOut)
    clock.advance(day)
    await round({ price: { value: '190.00', currency: 'USD' } })
    const title = 'Fairbyte Nova 12 128GB Blue Unlocked'
    expect(await notified()).toEqual([
      `Now $230 (was $250): ${title}`,
      `Now $180 (was $230), below your $200: ${title}`,
      `Now $180 (was $260), below your $200: ${title}`,
      `Sold: ${title}`,
      `Back on sale for $190: ${title}`,
    ])
    const [last] = await listNotifications(test.app.db, { userId: test.app.owner, beforeId: null, limit: 1 })
    expect(last).toMatchObject({
      message: {
        kind: 'watch',
        lines: ['Your note: for Kim'],
        items: [{ title, priceCents: 19_000, marketplaceName: 'eBay', score: { total: expect.any(Number) } }],
      },
      deliveries: [{ channel: 'inbox', state: 'sent' }],
    })
    expect((await show(made.id)).pricePoints.map(({ priceCents }) => priceCents)).toEqual([
      25_000, 23_000, 18_000, 26_000, 18_000, 19_000,
    ])
  })

  it('that leads nowhere is notified as gone, once', async () => {
    await connect()
    const made = await watch({ url: 'https://www.ebay.com/itm/900000000502' })
    await poll()
    clock.advance(day)
    await poll()
    expect(await notified()).toEqual(['No longer there: https://www.ebay.com/itm/900000000502'])
    expect(await show(made.id)).toMatchObject({ state: 'gone', listing: null })
    ebay.set('900000000502', {})
    clock.advance(day * 2)
    await poll()
    expect((await notified()).slice(1)).toEqual([expect.stringContaining('Back on sale for $199.99')])
  })

  it('that is sold already is told so, with what its page still shows', async () => {
    await connect()
    ebay.set('900000000508', {
      estimatedAvailabilities: [{ estimatedAvailabilityStatus: 'OUT_OF_STOCK', estimatedSoldQuantity: 1 }],
    })
    const made = await watch({ url: 'https://www.ebay.com/itm/900000000508' })
    await poll()
    expect(await notified()).toEqual(['Sold: Fairbyte Nova 12 128GB Blue Unlocked'])
    expect(await show(made.id)).toMatchObject({
      state: 'sold',
      listing: { priceCents: 19_999, state: 'sold' },
    })
  })

  it('waits for a source with the reason, and is read once there is one', async () => {
    ebay.set('900000000503', {})
    const made = await watch({ url: 'https://www.ebay.com/itm/900000000503' })
    await poll()
    expect(await show(made.id)).toMatchObject({
      state: 'unread',
      problem: expect.stringContaining('connect one under /sources'),
    })
    await connect()
    clock.advance(11 * minute)
    await poll()
    expect(await show(made.id)).toMatchObject({ state: 'active', problem: null })
  })

  it('is polled again in its rhythm after the clock was two days ahead for a moment', async () => {
    await connect()
    const id = '900000000509'
    ebay.set(id, { price: { value: '250.00', currency: 'USD' } })
    await watch({ url: `https://www.ebay.com/itm/${id}` })
    await poll()
    clock.advance(2 * day)
    await poll()
    clock.advance(-2 * day + 15_000)
    const polls = async () => {
      const { rows } = await test.app.db.query<{ nextPollAt: Date; polledAt: Date }>(
        'SELECT next_look_at AS "nextPollAt", looked_at AS "polledAt" FROM watches',
      )
      return rows[0]!
    }
    expect((await polls()).nextPollAt.getTime()).toBeGreaterThan(clock.now().getTime() + day)
    await poll()
    expect((await polls()).polledAt).toEqual(clock.now())
    expect((await polls()).nextPollAt.getTime()).toBeLessThan(clock.now().getTime() + 40 * minute)
    clock.advance(34 * minute)
    await poll()
    expect((await polls()).polledAt).toEqual(clock.now())
  })

  it('is not asked for while the site refuses: its source is in cooldown, the watch says so', async () => {
    await connect()
    ebay.set('900000000504', {})
    const made = await watch({ url: 'https://www.ebay.com/itm/900000000504' })
    ebay.refuse(true)
    const before = ebay.requests.length
    await poll()
    const asked = ebay.requests.length - before
    expect(asked).toBeGreaterThan(0)
    for (let i = 0; i < 10; i++) {
      clock.advance(minute)
      await poll()
    }
    expect(ebay.requests.length - before).toBe(asked)
    expect((await show(made.id)).problem).not.toBeNull()
    ebay.refuse(false)
    clock.advance(day)
    await poll()
    expect(await show(made.id)).toMatchObject({ state: 'active', problem: null })
  })

  it('is read at most a few a minute of one marketplace, and every one in its turn', async () => {
    await connect()
    for (let i = 0; i < 7; i++) {
      ebay.set(`90000000060${i}`, {})
      await watch({ url: `https://www.ebay.com/itm/90000000060${i}` })
    }
    const counts: number[] = []
    for (let i = 0; i < 5; i++) {
      const before = ebay.reads()
      await poll()
      counts.push(ebay.reads() - before)
      clock.advance(minute)
    }
    expect(counts).toEqual([2, 2, 2, 1, 0])
  })

  it('goes on by itself: the scheduler polls, a pasted link at once', async () => {
    await using running = await testApp({
      roles: ['api', 'worker', 'scheduler'],
      env: { EBAY_BASE_URL: ebay.baseUrl, EBAY_CLIENT_ID: 'id', EBAY_CLIENT_SECRET: 'secret' },
      overrides: { fetch },
    })
    await running.call('POST', '/api/sources', { marketplace: 'ebay' })
    ebay.set('900000000505', {})
    const { body } = await running.call('POST', '/api/watches', {
      url: 'https://www.ebay.com/itm/900000000505',
    })
    const read = await until(async () => {
      const answer = await running.call('GET', `/api/watches/${(body as { id: number }).id}`)
      const state = answer.body as { state: string }
      return state.state !== 'unread' && state
    }, 20_000)
    expect(read).toMatchObject({ state: 'active', listing: { priceCents: 19_999 } })
  })
})

describe('what scans see of a followed listing', () => {
  it('is notified in the transaction that writes it, and costs no poll of its own', async () => {
    await connect()
    const seen = seenListing({ externalId: 'v1|900000000506|0', title: 'Scanned bike', priceCents: 30_000 })
    const scan = (over: Partial<SeenListing>) => {
      const sightings = [
        { marketplace: 'ebay', seen: { ...seen, ...over }, observedAtMs: clock.now().getTime() },
      ]
      return ingest(test.app.pipeline, { sightings, sourceId: null, scanId: 5, demo: false })
    }
    await scan({})
    const made = await watch({
      listingId: await idOf(seen, 'ebay'),
      notifyDrops: false,
      thresholdCents: 25_000,
    })
    const before = ebay.reads()
    for (let i = 0; i < 20; i++) {
      clock.advance(10 * minute)
      const priceCents = i < 5 ? 30_000 : i < 10 ? 26_000 : 24_000
      expect(await scan({ priceCents })).toMatchObject({ notifications: i === 10 ? 1 : 0 })
      await poll()
    }
    expect(await notified()).toEqual(['Now $240, below your $250: Scanned bike'])
    expect(ebay.reads()).toBe(before)
    // It sank below what scans read: from now on its own page is polled.
    ebay.set('900000000506', { title: 'Scanned bike', price: { value: '240.00', currency: 'USD' } })
    for (let i = 0; i < 12; i++) {
      clock.advance(10 * minute)
      await poll()
    }
    expect(ebay.reads() - before).toBeGreaterThanOrEqual(1)
    expect(ebay.reads() - before).toBeLessThanOrEqual(3)
    expect((await show(made.id)).polledAt).not.toBeNull()
    expect(await notified()).toHaveLength(1)
  })

  it('notifies of the end, however it is found out, once', async () => {
    const seen = seenListing({ title: 'Harp' })
    await take(seen, { scanId: 72 })
    const listingId = await idOf(seen)
    await watch({ listingId })
    const ctx = { signal: new AbortController().signal, log: test.app.log }
    const sold = { ...test.app.reconsider, readDetails: async () => ({ outcome: 'sold' as const }) }
    await readDetails(sold, listingId, ctx)
    await readDetails(sold, listingId, ctx)
    expect(await notified()).toEqual(['Sold: Harp'])
    await take({ ...seen, state: 'active' }, { scanId: 72 })
    for (let i = 0; i < 3; i++) {
      await test.app.db.transaction((tx) =>
        endMissing(test.app.reconsider, tx, { scanId: 72, marketplace: 'shop', seenExternalIds: [] }),
      )
    }
    expect(await notified()).toEqual(['Sold: Harp', 'Back on sale for $300: Harp', 'No longer there: Harp'])
  })

  it('is notified to a watch on a link whose listing a scan finds before its page is read', async () => {
    const made = await watch({
      url: 'https://www.ebay.com/itm/900000000507',
      thresholdCents: 50_000,
      currency: 'USD',
    })
    const seen = seenListing({ externalId: 'v1|900000000507|0', title: 'Found first' })
    const sightings = [{ marketplace: 'ebay', seen, observedAtMs: clock.now().getTime() }]
    await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: 5, demo: false })
    expect(await notified()).toEqual(['Now $300, below your $500: Found first'])
    expect(await show(made.id)).toMatchObject({ state: 'active', listing: { title: 'Found first' } })
  })

  it('is not lost when it happens while the watch is made', async () => {
    const listings = Array.from({ length: 12 }, (_, i) =>
      seenListing({ title: `Racing ${i}`, priceCents: 30_000 }),
    )
    for (const seen of listings) await take(seen, { scanId: 73 })
    const ids = await Promise.all(listings.map((seen) => idOf(seen)))
    await Promise.all(
      ids.flatMap((listingId, i) => [
        watch({ listingId, notifyDrops: true }),
        i % 2 === 0
          ? take({ ...listings[i]!, priceCents: 20_000 }, { scanId: 73 })
          : test.app.db.transaction(async (tx) => {
              await endListings(tx, [listingId], 'gone', clock.now())
              await notifyWatchers(test.app.pipeline, tx, [listingId])
            }),
      ]),
    )
    const { rows } = await test.app.db.query<{ ok: boolean }>(
      `SELECT w.last_state = l.state AND (l.state = 'gone' OR w.last_price_cents = l.price_cents) AS ok
       FROM watches w JOIN listings l ON l.id = w.listing_id`,
    )
    expect(rows).toEqual(Array.from({ length: 12 }, () => ({ ok: true })))
  })

  it('is notified once when two processes write it at once, and nothing is notified when the write fails', async () => {
    const seen = seenListing({ title: 'Contended', priceCents: 30_000 })
    await take(seen)
    await watch({ listingId: await idOf(seen) })
    const cheaper = { ...seen, priceCents: 20_000 }
    await Promise.all(Array.from({ length: 5 }, () => take(cheaper)))
    expect(await notified()).toEqual(['Now $200 (was $300): Contended'])
    const failing = {
      ...test.app.pipeline,
      notifying: new Proxy(test.app.pipeline.notifying, {
        get() {
          throw new Error('broken on the way')
        },
      }),
    }
    const page = {
      sightings: [
        {
          marketplace: 'shop',
          seen: { ...seen, priceCents: 10_000 },
          observedAtMs: clock.now().getTime() + 1,
        },
      ],
      ...{ sourceId: null, scanId: null, demo: false },
    }
    await expect(ingest(failing, page)).rejects.toThrow('broken on the way')
    expect(await notified()).toHaveLength(1)
    await ingest(test.app.pipeline, page)
    expect((await notified()).slice(1)).toEqual(['Now $100 (was $200): Contended'])
  })

  it('notifies whoever asked for it of a rise, once, and remembers it for whoever did not', async () => {
    const seen = seenListing({ title: 'Dearer', priceCents: 30_000 })
    await take(seen)
    const made = await watch({ listingId: await idOf(seen), notifyRises: true })
    const seenAs = async (over: Partial<SeenListing>) => {
      clock.advance(minute)
      await take({ ...seen, ...over })
    }
    await seenAs({ priceCents: 35_000 })
    await seenAs({ priceCents: 35_000 })
    clock.advance(minute)
    await Promise.all(Array.from({ length: 4 }, () => take({ ...seen, priceCents: 36_000 })))
    // Neither what nobody means, nor none, nor another currency is a rise.
    await seenAs({ priceCents: 999_900 })
    await seenAs({ priceCents: 36_000, currency: 'EUR' })
    await seenAs({ priceCents: 36_000 })
    const told = ['Now $350 (up from $300): Dearer', 'Now $360 (up from $350): Dearer']
    expect(await notified()).toEqual(told)
    await changeWatch(test.app.watches, test.app.owner, made.id, { notifyRises: false })
    clock.advance(minute)
    await seenAs({ priceCents: 40_000 })
    expect(await notified()).toEqual(told)
    const detail = await showWatch(test.app.watches, test.app.owner, made.id)
    expect(detail.lastEvent).toMatchObject({
      ...{ events: ['rise'], priceCents: 40_000, previousPriceCents: 36_000, currency: 'USD' },
    })
    expect(detail.told.map(({ title }) => title)).toEqual(told.toReversed())
    await changeWatch(test.app.watches, test.app.owner, made.id, { notifySold: false })
    await seenAs({ state: 'sold' })
    expect(await notified()).toEqual(told)
    expect((await showWatch(test.app.watches, test.app.owner, made.id)).lastEvent).toMatchObject({
      events: ['sold'],
    })
  })

  it('is told live to whoever follows it, with the message and not without', async () => {
    const seen = seenListing({ title: 'Lively', priceCents: 30_000 })
    await take(seen)
    const made = await watch({ listingId: await idOf(seen) })
    const told = async () => {
      const { rows } = await test.app.db.query<{ userId: number; ids: number[] }>(
        `SELECT user_id AS "userId", data->'ids' AS ids FROM live_events WHERE kind = 'watches-changed' ORDER BY id`,
      )
      return rows.filter(({ ids }) => ids.includes(made.id))
    }
    const one = { userId: test.app.owner, ids: [made.id] }
    expect(await told()).toEqual([one])
    clock.advance(minute)
    await take(seen)
    expect(await told()).toEqual([one])
    clock.advance(minute)
    await take({ ...seen, priceCents: 25_000 })
    expect(await told()).toEqual([one, one])
    await unfollow(test.app.watches, test.app.owner, made.id)
    expect(await told()).toEqual([one, one, one])
  })

  it('notifies of what a changed threshold meets from then on', async () => {
    const seen = seenListing({ title: 'Patience', priceCents: 30_000 })
    await take(seen)
    const made = await watch({ listingId: await idOf(seen), notifyDrops: false, thresholdCents: 10_000 })
    clock.advance(minute)
    await take({ ...seen, priceCents: 20_000 })
    await changeWatch(test.app.watches, test.app.owner, made.id, { thresholdCents: 15_000 })
    clock.advance(minute)
    await take({ ...seen, priceCents: 14_000 })
    expect(await notified()).toEqual(['Now $140, below your $150: Patience'])
  })
})
