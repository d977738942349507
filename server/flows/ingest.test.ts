import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { compsSince } from '../listings/changes-store.ts'
import { getListings } from '../listings/store.ts'
import { retailAttribute } from '../model/listing-schema.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { createRule } from '../rules/rules.ts'
import { pricedFacts } from './appraise.ts'
import { ingest } from './ingest.ts'
import { matchRule } from './match-rule.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})
afterAll(() => test[Symbol.asyncDispose]())

const page = (listings: ReturnType<typeof seenListing>[], observedAtMs = Date.now()) => ({
  sightings: listings.map((seen) => ({ marketplace: 'shop', seen, observedAtMs })),
  sourceId: null,
  scanId: null,
  demo: false,
})

const counts = async () => {
  const { rows } = await test.database.db.query<{
    listings: number
    prices: number
    matches: number
    notifications: number
    deliveries: number
  }>(
    `SELECT (SELECT count(*)::int FROM listings) AS listings, (SELECT count(*)::int FROM price_changes) AS prices,
            (SELECT count(*)::int FROM matches) AS matches, (SELECT count(*)::int FROM notifications) AS notifications,
            (SELECT count(*)::int FROM deliveries) AS deliveries`,
  )
  return rows[0]!
}

describe('the way of a listing', () => {
  it('a page taken in twice changes nothing the second time', async () => {
    const listings = [seenListing({ title: 'Oak table' }), seenListing({ title: 'Pine table' })]
    const first = await ingest(test.app.pipeline, page(listings))
    const before = await counts()
    const second = await ingest(test.app.pipeline, page(listings))
    expect(first).toMatchObject({ added: 2, changed: 0, unchanged: 0 })
    expect(second).toMatchObject({ added: 0, changed: 0, unchanged: 2, matches: 0, notifications: 0 })
    expect(await counts()).toEqual(before)
  })

  it("looks for a town without its state in the area that the listing's address names", async () => {
    const seen = seenListing({
      url: 'https://boston.craigslist.org/fuo/d/desk/7700000123.html',
      location: 'Salem',
    })
    const sighting = { marketplace: 'craigslist', seen, observedAtMs: Date.now() }
    await ingest(test.app.pipeline, { ...page([]), sightings: [sighting] })
    const { rows } = await test.database.db.query<{ lat: number; lon: number }>(
      'SELECT lat, lon FROM listings WHERE external_id = $1',
      [seen.externalId],
    )
    expect(rows.map(({ lat, lon }) => [Math.round(lat), Math.round(lon)])).toEqual([[43, -71]])
  })

  it('a new listing is notified once to the person whose rules it matches, however many they are', async () => {
    await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name: 'Bikes', keywords: { all: ['gravel bike'] } }),
    )
    await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name: 'Cheap', keywords: { all: ['gravel'] }, priceCentsMax: 50_000 }),
    )
    const listing = seenListing({ title: 'Gravel bike, 54 cm', priceCents: 40_000 })
    const result = await ingest(test.app.pipeline, page([listing]))
    expect(result).toMatchObject({ added: 1, matches: 2, notifications: 1 })
    const [notified] = await listNotifications(test.app.db, {
      userId: test.app.owner,
      beforeId: null,
      limit: 1,
    })
    expect(notified?.message.items[0]?.ruleNames.toSorted()).toEqual(['Bikes', 'Cheap'])
    expect(notified?.deliveries).toMatchObject([{ channel: 'inbox', state: 'sent' }])
  })

  it('a price drop is notified once for each lower price, a rise never', async () => {
    await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name: 'Lamp', keywords: { all: ['tiffany lamp'] } }),
    )
    const listing = seenListing({ title: 'Tiffany lamp', priceCents: 20_000 })
    const notified: number[] = []
    for (const priceCents of [20_000, 20_000, 18_000, 18_000, 25_000, 18_000, 15_000]) {
      notified.push((await ingest(test.app.pipeline, page([{ ...listing, priceCents }]))).notifications)
    }
    expect(notified).toEqual([1, 0, 1, 0, 0, 0, 1])
  })

  it('a rule made later looks at what is already there and notifies of it in one message', async () => {
    await ingest(
      test.app.pipeline,
      page([seenListing({ title: 'Walnut cabinet' }), seenListing({ title: 'Walnut cabinets, two' })]),
    )
    const rule = await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name: 'Walnut', keywords: { all: ['walnut cabinet'] } }),
    )
    await matchRule(test.app.reconsider, rule.id, rule.revision)
    await matchRule(test.app.reconsider, rule.id, rule.revision)
    const [notified] = await listNotifications(test.app.db, {
      userId: test.app.owner,
      beforeId: null,
      limit: 1,
    })
    expect(notified).toMatchObject({ kind: 'existing-matches', message: { itemCount: 2 } })
  })

  it('what was deleted at its site loses what it said here, and does not come to be where it was not known', async () => {
    const known = seenListing({ title: 'Deck chair', description: 'Call 555', location: 'Oakland' })
    await ingest(test.app.pipeline, page([known]))
    const before = await counts()
    const erased = (externalId: string) => ({
      ...{
        externalId,
        title: 'A post that was deleted',
        url: known.url,
        state: 'gone' as const,
        erased: true as const,
      },
    })
    const result = await ingest(
      test.app.pipeline,
      page([erased(known.externalId), erased('never-seen')], Date.now() + 1000),
    )
    expect(result).toMatchObject({ added: 0, changed: 1, matches: 0, notifications: 0 })
    expect((await counts()).listings).toBe(before.listings)
    const { rows } = await test.database.db.query(
      'SELECT title, description, location, state FROM listings WHERE external_id = $1',
      [known.externalId],
    )
    expect(rows).toEqual([
      { title: 'A post that was deleted', description: null, location: null, state: 'gone' },
    ])
  })

  it('what a shop offers new is evidence of nothing, also after a restart', async () => {
    const offer = (over: object) => seenListing({ title: 'Acme anvil 50 kg', priceCents: 9000, ...over })
    const retail = offer({ attributes: { [retailAttribute]: 'yes' } })
    const used = offer({})
    await ingest(test.app.pipeline, page([retail, used]))
    const prices: (number | null)[] = []
    await compsSince(test.database.db, { xid: '0' }, 10_000, new Date(0), (rows) =>
      prices.push(...rows.filter(({ title }) => title === retail.title).map(({ priceCents }) => priceCents)),
    )
    expect(prices.toSorted()).toEqual([9000, null])
  })

  it('an unusable listing is reported and does not stop the others', async () => {
    const result = await ingest(
      test.app.pipeline,
      page([seenListing({ title: ' ' }), seenListing({ title: 'Good one' })]),
    )
    expect(result).toMatchObject({ added: 1, rejected: [{ index: 0 }] })
  })

  it('goes on after the demo was removed: its rules are forgotten everywhere', async () => {
    const input = ruleInput({ name: 'Demo rule', keywords: { all: ['demo kettle'] } })
    await createRule(test.app.rules, test.app.owner, input, true)
    const listings = [seenListing({ title: 'Demo kettle' }), seenListing({ title: 'Demo kettle' })]
    expect((await ingest(test.app.pipeline, { ...page([listings[0]!]), demo: true })).matches).toBe(1)
    await test.app.db.transaction((tx) => test.app.sources.removeDemo(tx))
    expect(await ingest(test.app.pipeline, page([listings[1]!]))).toMatchObject({ added: 1, matches: 0 })
    const { rows } = await test.app.db.query(
      'SELECT (SELECT count(*)::int FROM listings WHERE demo) + (SELECT count(*)::int FROM rules WHERE demo) + (SELECT count(*)::int FROM notifications WHERE demo) AS left',
    )
    expect(rows).toEqual([{ left: 0 }])
  })

  it('a page whose source was disconnected on the way is dropped', async () => {
    const result = await ingest(test.app.pipeline, { ...page([seenListing()]), sourceId: 987_654 })
    expect(result).toMatchObject({ added: 0, changed: 0, unchanged: 0 })
  })

  it('what it wrote itself is no news to who follows changes, and what another changed of it since is', async () => {
    const mine = seenListing({ title: 'Hollow chisel set' })
    const since = await compsSince(test.database.db, { xid: '0' }, 1_000, new Date(0), () => {})
    const xids: string[] = []
    const { valuer } = test.app.pipeline
    const watched = { ...valuer, observedAll: (xid: string) => void xids.push(xid) }
    await ingest({ ...test.app.pipeline, valuer: watched }, page([mine]))
    const news = async () => {
      const titles: string[] = []
      await compsSince(test.database.db, { xid: since, except: xids }, 1_000, new Date(0), (rows) =>
        titles.push(...rows.map(({ title }) => title)),
      )
      return titles.includes(mine.title)
    }
    expect(xids).toHaveLength(1)
    expect(await news()).toBe(false)
    await test.database.db.query(
      'UPDATE listings SET changed_xid = pg_current_xact_id() WHERE external_id = $1',
      [mine.externalId],
    )
    expect(await news()).toBe(true)
  })

  it('has read back for clusters what was known before: its photos may have been hashed meanwhile', async () => {
    const [known, fresh] = [seenListing(), seenListing()]
    const xids: (string | null | undefined)[] = []
    const { clusterer } = test.app.pipeline
    const deps = {
      ...test.app.pipeline,
      clusterer: {
        ...clusterer,
        assign: (...args: Parameters<typeof clusterer.assign>) => {
          xids.push(args[2])
          return clusterer.assign(...args)
        },
      },
    }
    await ingest(deps, page([known]))
    await ingest(deps, page([{ ...known, priceCents: 1_234_00 }, fresh]))
    expect(xids).toEqual([expect.stringMatching(/^\d+$/), null])
  })

  it('takes what is called broken in its text alone for parts where prices are concerned, also after a restart', async () => {
    const broken = seenListing({
      title: 'Apple iPhone 12 64GB',
      description: 'iCloud locked, cracked screen, for parts only.',
    })
    await ingest(test.app.pipeline, page([broken]))
    const conditions: unknown[] = []
    await compsSince(test.database.db, { xid: '0' }, 1_000, new Date(0), (rows) =>
      conditions.push(
        ...rows.filter(({ description }) => description === broken.description).map((row) => row.condition),
      ),
    )
    expect(conditions).toEqual(['for-parts'])
    const { rows } = await test.database.db.query<{ id: number }>(
      'SELECT id FROM listings WHERE external_id = $1',
      [broken.externalId],
    )
    const [stored] = await getListings(test.app.db, [rows[0]!.id], 'program')
    expect(stored!.listing).toMatchObject({ kind: 'broken', condition: 'good' })
    expect(pricedFacts(stored!.listing)).toMatchObject({ condition: 'for-parts' })
  })
})
