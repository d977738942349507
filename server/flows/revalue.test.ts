import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp, until } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { openTestApp } from '../../test/harness/open-app.ts'
import { addSource } from '../../test/harness/source.ts'
import type { Overrides } from '../app/app.ts'
import type { Tx } from '../core/db.ts'
import { findPlace } from '../core/places.ts'
import { oneListing } from '../listings/listing-pages.ts'
import { lockMarketplaces, readListings } from '../listings/store.ts'
import { previewText } from '../rules/explain/preview-text.ts'
import { createRule, draftRule, readRule } from '../rules/rules.ts'
import { fitRows } from '../scoring/price-model/price-net.ts'
import type { ReadDetails } from '../sources/details.ts'
import { endMissing } from './end-missing.ts'
import { ingest } from './ingest.ts'
import type { Page } from './page.ts'
import { previewStored } from './preview-rule.ts'
import { type ReadDetailsDeps, readDetails } from './read-details.ts'
import { revalue } from './revalue.ts'
import { revalueStale, revalueWaiting } from './revalue-stale.ts'

const clock = stubClock()
let test: TestApp
let sourceId: number
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
  sourceId = await addSource(test, 'craigslist')
})
afterAll(() => test[Symbol.asyncDispose]())

const page = (listings: ReturnType<typeof seenListing>[], over: Partial<Page> = {}): Page => ({
  sightings: listings.map((seen) => ({
    marketplace: 'craigslist',
    seen,
    observedAtMs: clock.now().getTime(),
  })),
  sourceId,
  scanId: null,
  demo: false,
  ...over,
})

async function stored(externalId: string) {
  const found = await readListings(test.app.db, [{ marketplace: 'craigslist', externalId }])
  return found.get(`craigslist ${externalId}`)!
}

/** The program with detail pages that answer as told. */
function reading(result: ReadDetails): ReadDetailsDeps {
  return { ...test.app.reconsider, readDetails: async () => result }
}

const noBacktest = {
  days: 7,
  notified: 0,
  unknown: 0,
  items: [],
  perDay: [],
  forecast: null,
  sentence: '',
  code: 'text',
  params: {},
  warnings: [],
}

const ctx = { signal: new AbortController().signal, log: undefined as never }
const jobCtx = () => ({ ...ctx, log: test.app.log })

async function waitingDetails(): Promise<number[]> {
  const { rows } = await test.app.db.query<{ id: number }>(
    `SELECT (data->>'listingId')::int AS id FROM jobs.job WHERE name = 'read-details' AND state = 'created' ORDER BY 1`,
  )
  return rows.map(({ id }) => id)
}

describe('a listing that a rule cannot evaluate from the search page', () => {
  it('is looked up on its own page and notified once that settles it', async () => {
    await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name: 'Good harps', keywords: { all: ['harp'] }, conditions: ['good'] }),
    )
    const { condition: _unknown, ...harp } = seenListing({ title: 'Celtic harp' })
    const first = await ingest(test.app.pipeline, page([harp]))
    expect(first.matches).toBe(0)
    const before = await stored(harp.externalId)
    expect(await waitingDetails()).toContain(before.id)
    await readDetails(
      reading({ outcome: 'ok', listing: { ...harp, condition: 'good', description: 'With a case' } }),
      before.id,
      jobCtx(),
    )
    const after = await stored(harp.externalId)
    expect(after.listing).toMatchObject({ condition: 'good', description: 'With a case' })
    expect(after.detailsReadAtMs).not.toBeNull()
    const { rows } = await test.app.db.query('SELECT 1 FROM matches WHERE listing_id = $1', [after.id])
    expect(rows).toHaveLength(1)
  })

  it('is not asked for again when its page did not tell either', async () => {
    const { condition: _unknown, ...harp } = seenListing({ title: 'Another harp' })
    await ingest(test.app.pipeline, page([harp]))
    const { id } = await stored(harp.externalId)
    await readDetails(reading({ outcome: 'ok', listing: harp }), id, jobCtx())
    await test.app.db.query(`DELETE FROM jobs.job WHERE name = 'read-details'`)
    await ingest(test.app.pipeline, page([{ ...harp, priceCents: 12_300 }]))
    expect(await waitingDetails()).toEqual([])
  })

  it('waits while its source is in cooldown, without using up a try', async () => {
    const harp = seenListing({ title: 'Third harp' })
    await ingest(test.app.pipeline, page([harp]))
    const { id } = await stored(harp.externalId)
    const reads = readDetails(reading({ outcome: 'later', waitMs: 60_000, reason: 'it rests' }), id, jobCtx())
    await expect(reads).rejects.toMatchObject({ name: 'TryAgainLater', delayMs: 60_000 })
  })
})

it('a mark of like descriptions that another version made is made anew when the listing is valued again', async () => {
  const seen = seenListing({
    title: 'Grand harp',
    description: 'A harp that stood in the hall for many years and was played every Sunday by my late aunt',
  })
  await ingest(test.app.pipeline, page([seen]))
  const { id } = await stored(seen.externalId)
  const marks = async () => {
    const { rows } = await test.app.db.query<{ mark: string }>(
      'SELECT text_hash::text AS mark FROM listings WHERE id = $1',
      [id],
    )
    return rows[0]!.mark
  }
  const mark = await marks()
  expect(mark).toMatch(/^-?\d{10,}$/)
  await test.app.db.query('UPDATE listings SET text_hash = 7 WHERE id = $1', [id])
  await revalue(test.app.reconsider, [id])
  expect(await marks()).toBe(mark)
})

describe('words that may stand in a description which was not read yet', () => {
  const rule = (name: string, keywords: object) =>
    createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name, keywords: { any: [], none: [], ...keywords } }),
    )
  const notices = async (id: number) => {
    const { rows } = await test.app.db.query<{ unchecked: string | null }>(
      `SELECT item->>'unchecked' AS unchecked FROM notifications n, jsonb_array_elements((n.message->'items')::jsonb) AS item
       WHERE (item->>'listingId')::bigint = $1`,
      [id],
    )
    return rows
  }

  it('are waited for before a thing is notified that must not have them', async () => {
    await rule('No moths', { all: ['lyre'], none: ['moth'] })
    const [eaten, fine] = [seenListing({ title: 'Old lyre' }), seenListing({ title: 'Another old lyre' })]
    await ingest(test.app.pipeline, page([eaten, fine]))
    const [a, b] = [await stored(eaten.externalId), await stored(fine.externalId)]
    expect(await notices(a.id)).toEqual([])
    expect(await waitingDetails()).toEqual(expect.arrayContaining([a.id, b.id]))
    const read = (seen: typeof eaten, id: number, description: string) =>
      readDetails(reading({ outcome: 'ok', listing: { ...seen, description } }), id, jobCtx())
    await read(eaten, a.id, 'A moth was in it')
    await read(fine, b.id, 'As new')
    expect(await notices(a.id)).toEqual([])
    expect(await notices(b.id)).toEqual([{ unchecked: null }])
  })

  it('are found there, and what has none of them is not notified', async () => {
    await rule('Inlaid', { all: ['mother of pearl'] })
    const plain = seenListing({ title: 'Some instrument' })
    await ingest(test.app.pipeline, page([plain]))
    const { id } = await stored(plain.externalId)
    expect(await waitingDetails()).toContain(id)
    await readDetails(
      reading({ outcome: 'ok', listing: { ...plain, description: 'Inlaid with mother-of-pearl' } }),
      id,
      jobCtx(),
    )
    expect(await notices(id)).toHaveLength(1)
  })

  it('are decided without it at once where there is none to read, which the message says', async () => {
    await rule('No rust', { all: ['anvil'], none: ['rust'] })
    const seen = seenListing({ title: 'Small anvil' })
    const look = { marketplace: 'shop', seen, observedAtMs: clock.now().getTime() }
    await ingest(test.app.pipeline, { ...page([]), sightings: [look], sourceId: null })
    const { rows } = await test.app.db.query<{ id: number }>(
      'SELECT id FROM listings WHERE external_id = $1',
      [seen.externalId],
    )
    expect(await notices(rows[0]!.id)).toEqual([
      { unchecked: expect.stringMatching(/^This source shows no descriptions: words to leave out/) },
    ])
  })

  it('are told apart in a preview from what no page will tell', async () => {
    const [notified, waits] = [
      seenListing({ title: 'Fine psaltery' }),
      seenListing({ title: 'Fine psaltery too' }),
    ]
    const { condition: _unknown, ...worn } = seenListing({ title: 'Worn psaltery' })
    const shop = [notified, worn].map((seen) => ({
      marketplace: 'shop',
      seen,
      observedAtMs: clock.now().getTime(),
    }))
    await ingest(test.app.pipeline, { ...page([]), sightings: shop, sourceId: null })
    await ingest(test.app.pipeline, page([waits]))
    const input = ruleInput({ keywords: { all: ['psaltery'], none: ['crack'] }, conditions: ['good'] })
    const draft = draftRule(readRule(test.app.rules, { findPlace }, input), test.app.owner)
    const preview = await previewStored(test.app.reconsider, draft)
    expect(preview).toMatchObject({ matches: 1, undescribed: 1, unstated: 1 })
    // Of every other thing whose page was not read it may be found there, too.
    expect(preview.unknown).toBeGreaterThanOrEqual(1)
    const only = { ...draft, all: ['fine psaltery'] }
    expect(
      previewText({ ...(await previewStored(test.app.reconsider, only)), backtest: noBacktest, reach: [] }),
    ).toMatch(/1 of them is shown without a description/)
  })

  it('are decided without it when its page cannot be read', async () => {
    await rule('No dents', { all: ['tuba'], none: ['dent'] })
    const seen = seenListing({ title: 'Brass tuba' })
    await ingest(test.app.pipeline, page([seen]))
    const { id } = await stored(seen.externalId)
    expect(await notices(id)).toEqual([])
    await readDetails(reading({ outcome: 'unreadable', reason: 'a new layout' }), id, jobCtx())
    expect(await notices(id)).toEqual([
      { unchecked: expect.stringMatching(/^No description of it could be read: words to leave out/) },
    ])
  })
})

describe('what is no longer there', () => {
  it.each(['sold', 'gone'] as const)(
    'a listing whose page says %s leaves the deals and stays as evidence',
    async (outcome) => {
      const thing = seenListing({ title: `Thing to be ${outcome}` })
      await ingest(test.app.pipeline, page([thing]))
      const { id } = await stored(thing.externalId)
      await readDetails(reading({ outcome }), id, jobCtx())
      expect((await stored(thing.externalId)).listing.state).toBe(outcome)
    },
  )

  it('the end of a scan waits for whoever writes the same listings, instead of meeting them half-way', async () => {
    const two = [seenListing(), seenListing()]
    await ingest(test.app.pipeline, page(two, { scanId: 70 }))
    // In the order in which the end of the scan comes to them.
    const { rows } = await test.app.db.query<{ id: number }>(
      `SELECT id FROM listings WHERE last_scan_id = 70 AND state = 'active'`,
    )
    const [first, second] = rows.map(({ id }) => id)
    const touch = (tx: Tx, id: number) => tx.query('UPDATE listings SET score = score WHERE id = $1', [id])
    let ending: Promise<void> | undefined
    let runs = 0
    await test.app.db.transaction(async (tx) => {
      runs++
      // Whoever looks for a deadlock first gives way: this one would.
      await tx.query(`SET LOCAL deadlock_timeout = '100ms'`)
      await lockMarketplaces(tx, ['craigslist'])
      await touch(tx, second!)
      ending ??= test.app.db.transaction((other) =>
        endMissing(test.app.reconsider, other, {
          scanId: 70,
          marketplace: 'craigslist',
          seenExternalIds: [],
        }),
      )
      await until(
        async () =>
          (
            await test.database.db.query(
              `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
            )
          ).rowCount > 0,
      )
      await touch(tx, first!)
    })
    await ending
    expect(runs).toBe(1)
    expect(
      await Promise.all(two.map(async ({ externalId }) => (await stored(externalId)).missingCount)),
    ).toEqual([1, 1])
  })

  it('a listing missing from a complete scan is looked up once, and starts over when it is seen again', async () => {
    const [kept, lost] = [seenListing({ title: 'Kept' }), seenListing({ title: 'Lost' })]
    await ingest(test.app.pipeline, page([kept, lost], { scanId: 71 }))
    const { id } = await stored(lost.externalId)
    const missing = () =>
      test.app.db.transaction((tx) =>
        endMissing(test.app.reconsider, tx, {
          scanId: 71,
          marketplace: 'craigslist',
          seenExternalIds: [kept.externalId],
        }),
      )
    await missing()
    expect(await waitingDetails()).toContain(id)
    expect((await stored(lost.externalId)).missingCount).toBe(1)
    await ingest(test.app.pipeline, page([lost], { scanId: 71 }))
    expect((await stored(lost.externalId)).missingCount).toBe(0)
  })

  it('without a page of its own, a listing missed twice is gone and comes back when seen', async () => {
    const thing = seenListing({ title: 'From a feed' })
    await ingest(test.app.pipeline, page([thing], { scanId: 72 }))
    const noDetails = { ...test.app.reconsider, marketplaces: new Map() }
    for (const state of ['active', 'gone']) {
      await test.app.db.transaction((tx) =>
        endMissing(noDetails, tx, { scanId: 72, marketplace: 'craigslist', seenExternalIds: [] }),
      )
      expect((await stored(thing.externalId)).listing.state).toBe(state)
    }
    await ingest(test.app.pipeline, page([thing], { scanId: 72 }))
    expect((await stored(thing.externalId)).listing.state).toBe('active')
  })
})

describe('scoring again', () => {
  it('values what came before there was anything to compare it with, and notifies of what now fits a rule', async () => {
    await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name: 'Bargain kayaks', keywords: { all: ['kayak'] }, scoreMin: 70 }),
    )
    const cheap = seenListing({
      title: 'Wilderness Tsunami 145 kayak',
      priceCents: 20_000,
      condition: 'excellent',
      postedAt: clock.now().toISOString(),
    })
    const others = Array.from({ length: 12 }, (_, i) =>
      seenListing({ title: 'Wilderness Tsunami 145 kayak', priceCents: 80_000 + i * 500 }),
    )
    const { matches } = await ingest(test.app.pipeline, page([cheap, ...others]))
    expect(matches).toBe(0)
    clock.advance(3_000)
    await revalueStale(test.app.reconsider, new AbortController().signal)
    const after = await stored(cheap.externalId)
    expect(after.value?.midCents).toBeGreaterThan(70_000)
    const { rows } = await test.app.db.query('SELECT 1 FROM matches WHERE listing_id = $1', [after.id])
    expect(rows).toHaveLength(1)
  })

  it('reads what listings offer that were stored before that was read, and writes it down', async () => {
    const listing = seenListing({ title: 'Case for Galaxy S9', siteCategory: 'cell phones', priceCents: 900 })
    await ingest(test.app.pipeline, page([listing]))
    const before = await stored(listing.externalId)
    const kindOf = async () =>
      (
        await test.app.db.query<{ kind: string | null }>('SELECT kind FROM listings WHERE id = $1', [
          before.id,
        ])
      ).rows[0]!.kind
    expect(await kindOf()).toBe('accessory')
    await test.app.db.query(
      `UPDATE listings SET kind = NULL, kind_probability = NULL, thing_probability = NULL, kind_words = NULL,
         price_meaning = NULL WHERE id = $1`,
      [before.id],
    )
    expect((await stored(listing.externalId)).listing).toEqual(before.listing)
    await revalueStale(test.app.reconsider, new AbortController().signal)
    expect(await kindOf()).toBe('accessory')
    expect((await stored(listing.externalId)).listing).toEqual(before.listing)
  })

  it('lets an unchanged listing fade as it gets old, without a look at it', async () => {
    const thing = seenListing({ title: 'Fading piano stool', postedAt: clock.now().toISOString() })
    await ingest(test.app.pipeline, page([thing]))
    await revalueStale(test.app.reconsider, new AbortController().signal)
    const before = await stored(thing.externalId)
    const score = async () => (await oneListing(test.app.listings, test.app.owner, before.id)).score
    const young = await score()
    clock.advance(10 * 86_400_000)
    expect(await revalueStale(test.app.reconsider, new AbortController().signal)).toBe(0)
    expect(await score()).toBeLessThan(young)
    expect(await stored(thing.externalId)).toEqual(before)
  })
})

describe('while a market is learned', () => {
  it('its listings are notified of only when they have the value that was learned', async () => {
    const gate = Promise.withResolvers<void>()
    const own = await testApp({
      overrides: {
        clock,
        learn: async (rows) => {
          await gate.promise
          return fitRows(rows)
        },
      },
    })
    await using _closing = own
    await createRule(own.app.rules, own.app.owner, ruleInput({ name: 'Oars', keywords: { all: ['oar'] } }))
    const first = Array.from({ length: 50 }, (_, i) =>
      seenListing({ title: `Carbon oar ${i % 7}`, priceCents: 20_000 + i * 100 }),
    )
    // Before there is enough to learn from, comparables speak for themselves.
    expect(await ingest(own.app.pipeline, page(first, { sourceId: null }))).toMatchObject({
      waiting: 0,
      matches: 50,
    })
    const late = seenListing({ title: 'Carbon oar 3', priceCents: 12_000 })
    const more = Array.from({ length: 20 }, (_, i) =>
      seenListing({ title: `Carbon oar ${i % 5}`, priceCents: 21_000 + i * 100 }),
    )
    expect(await ingest(own.app.pipeline, page([late, ...more], { sourceId: null }))).toMatchObject({
      waiting: 21,
      matches: 0,
    })
    const matched = async () => {
      const { rows } = await own.app.db.query(
        `SELECT 1 FROM matches m JOIN listings l ON l.id = m.listing_id WHERE l.external_id = $1`,
        [late.externalId],
      )
      return rows.length
    }
    expect(await matched()).toBe(0)
    const { rows: jobs } = await own.app.db.query(
      `SELECT start_after <= now() AS "mayStart" FROM jobs.job WHERE name = 'value-waiting' AND state = 'created'`,
    )
    expect(jobs, 'the wake-up, for no later than now').toEqual([{ mayStart: true }])
    const valued = revalueWaiting(own.app.pipeline, new AbortController().signal)
    gate.resolve()
    expect(await valued).toBe(21)
    expect(await matched()).toBe(1)
    // Learned: the next one is notified at once.
    clock.advance(1_000)
    const next = seenListing({ title: 'Carbon oar 4', priceCents: 13_000 })
    expect(await ingest(own.app.pipeline, page([next], { sourceId: null }))).toMatchObject({
      waiting: 0,
      matches: 1,
    })
  })

  it('another process that values what waits learns from what was written a moment ago', async () => {
    const learnedFrom: number[] = []
    const learn: Overrides['learn'] = async (rows) => {
      learnedFrom.push(rows.logPrices.length)
      return fitRows(rows)
    }
    const untilClosed: Overrides['learn'] = async (_, signal) => {
      await once(signal, 'abort')
      throw signal.reason
    }
    await using first = await testApp({ overrides: { clock, learn: untilClosed } })
    const onSameData = { ...first.database, [Symbol.asyncDispose]: async () => {} }
    await using second = await openTestApp(onSameData, { overrides: { clock, learn } })
    const oars = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        seenListing({ title: `Carbon oar ${i % 7}`, priceCents: 20_000 + i }),
      )
    await ingest(second.app.pipeline, page(oars(10), { sourceId: null }))
    expect(await ingest(first.app.pipeline, page(oars(60), { sourceId: null }))).toMatchObject({
      waiting: 60,
    })
    expect(await revalueWaiting(second.app.pipeline, new AbortController().signal)).toBe(60)
    expect(learnedFrom).toEqual([70])
  })
})
