import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { loadAllAdapters } from '../app/adapters.ts'
import { createApp } from '../app/app.ts'
import type { Sql, Tx } from '../core/db.ts'
import { readListings } from '../listings/store.ts'
import { keyOf } from '../listings/stored-listing.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { type RetentionKind, retain, retainStep } from '../ops/retention.ts'
import { createRule } from '../rules/rules.ts'
import { follow } from '../watches/following.ts'
import { ingest } from './ingest.ts'
import type { Page } from './page.ts'
import { retentionKinds } from './retention-kinds.ts'

const day = 86_400_000
const start = '2026-11-22T12:00:00Z'
const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  clock.set(start)
  await test.app.db.query(
    'TRUNCATE listings, clusters, rules, notifications, watches, retention_progress, scan_runs, adapter_cache CASCADE',
  )
})

const kindOf = (kind: string, over = {}): RetentionKind =>
  retentionKinds(clock, { ...test.app.config, ...over }).find((one) => one.kind === kind)!
const stepDeps = () => test.app.retention

/** All steps of a pass. */
async function pass(kind: RetentionKind, rowsMax?: number): Promise<number[]> {
  await test.app.db.query('DELETE FROM retention_progress')
  const deleted: number[] = []
  for (;;) {
    const step = await retainStep(stepDeps(), kind, rowsMax)
    if (step === null) return deleted
    deleted.push(step.deleted)
    if (step.next === null) return deleted
  }
}

async function see(listings: ReturnType<typeof seenListing>[], over: Partial<Page> = {}) {
  return ingest(test.app.pipeline, {
    sightings: listings.map((seen) => ({
      marketplace: 'shop',
      seen,
      observedAtMs: clock.now().getTime(),
    })),
    sourceId: null,
    scanId: null,
    demo: false,
    ...over,
  })
}

async function stored(externalId: string) {
  const key = { marketplace: 'shop', externalId }
  return (await readListings(test.app.db, [key])).get(keyOf(key))
}
const count = async (table: string) =>
  (await test.app.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]!.n
const prices = async (id: number) =>
  (
    await test.app.db.query<{ cents: number }>(
      'SELECT price_cents AS cents FROM price_changes WHERE listing_id = $1 ORDER BY seen_at, id',
      [id],
    )
  ).rows.map(({ cents }) => cents)
const things = (n: number, over = {}) =>
  Array.from({ length: n }, (_, i) =>
    seenListing({ title: `Thing ${'abcdefghij'[i % 10]!.repeat(6)} ${i}`, ...over }),
  )

describe('a listing of which nothing was heard', () => {
  it('goes after its time with what belongs to it, and not a day before', async () => {
    await createRule(test.app.rules, test.app.owner, ruleInput({ keywords: { all: ['thing'] } }))
    await see(things(3))
    expect([await count('listings'), await count('price_changes'), await count('matches')]).toEqual([3, 3, 3])
    clock.advance(729 * day)
    expect(await pass(kindOf('listings'))).toEqual([0])
    clock.advance(2 * day)
    expect(await pass(kindOf('listings'))).toEqual([3])
    expect([await count('listings'), await count('price_changes'), await count('matches')]).toEqual([0, 0, 0])
  })

  it('stays as long as it is seen, however old it is, and goes in steps of so many rows', async () => {
    const [seen, ...gone] = things(11)
    await see([seen!, ...gone])
    clock.advance(700 * day)
    await see([seen!])
    clock.advance(100 * day)
    expect((await pass(kindOf('listings'), 4)).reduce((sum, one) => sum + one, 0)).toBe(10)
    expect(await stored(seen!.externalId)).toBeDefined()
    expect(await count('listings')).toBe(1)
  })

  it('that an import brought long after it was seen stays for its time from the import on', async () => {
    const old = new Date(clock.now().getTime() - 2000 * day)
    const snapshot = seenListing({ postedAt: old.toISOString() })
    const sighting = { marketplace: 'shop', seen: snapshot, observedAtMs: old.getTime() }
    await see([], { sightings: [sighting], history: true })
    expect(await pass(kindOf('listings'))).toEqual([0])
    clock.advance(731 * day)
    expect(await pass(kindOf('listings'))).toEqual([1])
  })

  it('stays while somebody follows it, also by a link that has not met it yet', async () => {
    const [own, linked, other] = things(3)
    await see([own!, linked!, other!])
    const { id } = (await stored(own!.externalId))!
    await follow(test.app.watches, test.app.owner, {
      listingId: id,
      channels: ['inbox'],
      note: null,
      tags: [],
      notifyDrops: true,
      notifyBackOnSale: true,
      notifyEnded: true,
      notifyRises: true,
      notifyGone: true,
      thresholdCents: null,
      currency: null,
    } as never)
    await test.app.db.query(
      `INSERT INTO watches SELECT nextval('watches_id_seq'), user_id, marketplace, $1, url, NULL, note, tags,
         threshold_cents, currency, tell_drops, tell_back_on_sale, tell_ended, channels, last_state, last_price_cents,
         last_currency, below_threshold, next_look_at, looked_at, problem, demo, created_at, updated_at FROM watches`,
      [linked!.externalId],
    )
    clock.advance(2000 * day)
    for (const kind of ['matches', 'photo hashes', 'price changes', 'listings']) await pass(kindOf(kind))
    expect(await count('listings')).toBe(2)
    expect(await prices(id)).toHaveLength(1)
    expect(await stored(other!.externalId)).toBeUndefined()
  })

  it('stays while its thing is posted again: the story of a cluster goes as a whole', async () => {
    const words = 'Teak sideboard by Omann Jun model 18, restored, 200 cm, with key, pick up in Austin'
    const [first, repost, stranger] = [
      seenListing({ title: 'Omann Jun 18 teak sideboard', description: words, priceCents: 90_000 }),
      seenListing({ title: 'Omann Jun 18 teak sideboard', description: words, priceCents: 80_000 }),
      seenListing({ title: 'Garden hose' }),
    ]
    await see([first!, stranger!])
    clock.advance(30 * day)
    await see([repost!])
    expect(await count('clusters')).toBe(1)
    clock.advance(701 * day)
    expect(await pass(kindOf('listings'))).toEqual([1])
    expect([await stored(first!.externalId), await stored(repost!.externalId)]).not.toContain(undefined)
    clock.advance(30 * day)
    expect(await pass(kindOf('listings'))).toEqual([2])
    expect(await pass(kindOf('clusters'))).toEqual([1])
    expect(await count('clusters')).toBe(0)
  })

  it('that comes back after it was deleted is notified once as new, and before that not again', async () => {
    await createRule(test.app.rules, test.app.owner, ruleInput({ keywords: { all: ['thing'] } }))
    const thing = seenListing({ title: 'A thing' })
    const notified = async () =>
      (await listNotifications(test.app.db, { userId: test.app.owner, beforeId: null, limit: 50 })).length
    await see([thing])
    clock.advance(600 * day)
    await pass(kindOf('matches'))
    await pass(kindOf('listings'))
    await see([thing])
    expect(await notified()).toBe(1)
    clock.advance(731 * day)
    await pass(kindOf('listings'))
    await see([thing])
    await see([thing])
    expect(await notified()).toBe(2)
  })

  it('loses its matches and photo hashes earlier where that is set, and its matches in bounded steps', async () => {
    await createRule(test.app.rules, test.app.owner, ruleInput({ keywords: { all: ['thing'] } }))
    const all = things(5)
    await see(all)
    const ids = await Promise.all(all.map(async ({ externalId }) => (await stored(externalId))!.id))
    await test.app.db.query(
      `INSERT INTO listing_photos (listing_id, position, url) SELECT id, p, 'u' FROM unnest($1::bigint[]) id, generate_series(0, 2) p`,
      [ids],
    )
    clock.advance(100 * day)
    await see([all[0]!])
    clock.advance(300 * day)
    expect(await pass(kindOf('photo hashes'))).toEqual([12])
    expect(await pass(kindOf('matches', { matchesKeptDays: 90 }))).toEqual([5])
    expect([await count('listings'), await count('listing_photos'), await count('matches')]).toEqual([
      5, 3, 0,
    ])
  })
})

it('a listing that matched very many rules goes in bounded steps, too', async () => {
  await see(things(2))
  await test.app.db.query(
    `INSERT INTO rules (user_id, name, keywords_all, keywords_any, keywords_none, categories, conditions, currency, marketplaces, channels, enabled, demo, created_at, updated_at)
     SELECT 1, 'r', '[]', '[]', '[]', '[]', '[]', 'USD', '[]', '[]', false, false, now(), now() FROM generate_series(1, 45)`,
  )
  await test.app.db.query(
    `INSERT INTO matches (rule_id, listing_id, user_id, score, created_at) SELECT r.id, l.id, 1, 0, now() FROM rules r, listings l`,
  )
  clock.advance(731 * day)
  // Of 2 rows a step: at most 20 matches in each.
  expect(await pass(kindOf('listings'), 2)).toEqual([22, 20, 20, 20, 2, 0])
  expect([await count('listings'), await count('matches')]).toEqual([0, 0])
})

describe('price changes', () => {
  it('that are older than they are kept go, but for the last one before', async () => {
    const bike = seenListing({ priceCents: 90_000 })
    for (const priceCents of [90_000, 80_000, 70_000, 60_000]) {
      await see([{ ...bike, priceCents }])
      clock.advance(10 * day)
    }
    const { id } = (await stored(bike.externalId))!
    clock.advance(700 * day)
    await see([bike])
    clock.advance(15 * day)
    expect(await pass(kindOf('price changes'), 1)).toEqual([1, 1, 0, 0])
    expect(await prices(id)).toEqual([70_000, 60_000, 90_000])
    expect(await pass(kindOf('price changes'), 500)).toEqual([0])
  })
})

describe('what is worth keeping', () => {
  it('values and chances of a sale are the same before and after, for a process that starts afterwards as well', async () => {
    const phones = (n: number, cents: number) =>
      things(n, {}).map((one, i) => ({
        ...one,
        title: `Apple iPhone 12 64 GB ${['black', 'white', 'blue'][i % 3]}`,
        priceCents: cents + 500 * i,
        postedAt: clock.now().toISOString(),
      }))
    clock.set('2024-01-01T12:00:00Z')
    await see(phones(40, 50_000))
    clock.set('2026-09-01T12:00:00Z')
    await see(phones(40, 20_000))
    clock.set(start)
    const adapters = await loadAllAdapters()
    const fresh = async () => {
      const app = await createApp({ ...test.app.config }, adapters, { clock, log: test.app.log })
      try {
        await app.db.transaction((tx) => app.valuer.catchUp(tx))
        await app.valuer.settled()
        await app.selling.selling.catchUp(app.db, { withCounts: true })
        const value = app.valuer.estimate({
          ...{ title: 'iPhone 12 64GB', category: 'phones', condition: 'good', currency: 'USD', demo: false },
        } as never)
        const resale = app.selling.selling.of(app.owner).resaleOf({ value, category: 'phones' } as never)
        return { value, resale }
      } finally {
        await app.close()
      }
    }
    const before = await fresh()
    expect(before.value).not.toBeNull()
    expect(await pass(kindOf('listings'))).toEqual([40])
    expect(await fresh()).toEqual(before)
  })

  it('notifications that still wait, and the runs of the last days', async () => {
    const { db, owner } = test.app
    await db.query(
      `INSERT INTO notifications (user_id, dedupe_key, kind, message, demo, created_at)
       SELECT $1, 'k' || n, 'test', '{}', false, $2::timestamptz - n * interval '1 day' FROM generate_series(400, 360, -10) n`,
      [owner, clock.now()],
    )
    await db.query(
      `INSERT INTO deliveries (notification_id, user_id, channel, state, due_at, created_at)
       SELECT id, $1, 'email', 'retry', now(), now() FROM notifications WHERE dedupe_key = 'k390'`,
      [owner],
    )
    expect(await pass(kindOf('notifications'), 2)).toEqual([1, 2, 0])
    const { rows } = await db.query<{ key: string }>(
      'SELECT dedupe_key AS key FROM notifications ORDER BY created_at',
    )
    expect(rows.map(({ key }) => key)).toEqual(['k390', 'k360'])
  })
})

it('attempts go after their time, while the delivery says on what became of it, and what waits keeps its own', async () => {
  const { db, owner } = test.app
  await db.query(
    `INSERT INTO notifications (user_id, dedupe_key, kind, message, demo, created_at)
     SELECT $1, 'k' || n, 'test', '{}', false, $2::timestamptz - n * interval '1 day' FROM generate_series(95, 85, -1) n`,
    [owner, clock.now()],
  )
  await db.query(
    `INSERT INTO deliveries (notification_id, user_id, channel, state, due_at, created_at, finished_at, attempts)
     SELECT id, $1, 'email', CASE dedupe_key WHEN 'k94' THEN 'retry' ELSE 'sent' END, created_at, created_at,
       CASE dedupe_key WHEN 'k94' THEN NULL ELSE created_at END, 2 FROM notifications ORDER BY id`,
    [owner],
  )
  await db.query(
    `INSERT INTO delivery_attempts (delivery_id, user_id, started_at, finished_at, outcome, undecided)
     SELECT id, user_id, created_at, created_at, 'sent', false FROM deliveries, generate_series(1, 2) ORDER BY id`,
  )
  // 95, 93, 92 and 91 days ago, two each.
  expect((await pass(kindOf('attempts'), 4)).reduce((sum, one) => sum + one, 0)).toBe(8)
  const { rows } = await db.query<{ key: string; left: number; attempts: number; state: string }>(
    `SELECT n.dedupe_key AS key, d.attempts, d.state,
       (SELECT count(*)::int FROM delivery_attempts a WHERE a.delivery_id = d.id) AS left
     FROM deliveries d JOIN notifications n ON n.id = d.notification_id ORDER BY n.created_at`,
  )
  expect(rows.map(({ left }) => left)).toEqual([0, 2, 0, 0, 0, 2, 2, 2, 2, 2, 2])
  expect(rows[0]).toEqual({ key: 'k95', left: 0, attempts: 2, state: 'sent' })
})

describe('the work', () => {
  it('two schedulers at once delete each row once and never wait for each other', async () => {
    await see(things(60))
    clock.advance(731 * day)
    const kind = kindOf('listings')
    const run = async () => {
      let deleted = 0
      // While the other is at it there is nothing to do here.
      while ((await count('listings')) > 0) deleted += (await retainStep(stepDeps(), kind, 5))?.deleted ?? 0
      return deleted
    }
    const [a, b] = await Promise.all([run(), run()])
    expect(a + b).toBe(60)
    expect(await count('listings')).toBe(0)
  })

  it('goes on where it was broken off, in another process too, and rests between passes', async () => {
    const kept = things(4)
    await see([...kept, ...things(8)])
    clock.advance(700 * day)
    await see(kept)
    clock.advance(40 * day)
    const step = () => retainStep(stepDeps(), kindOf('listings'), 4)
    const steps = []
    for (let next = await step(); next !== null; next = await step()) steps.push(next.deleted)
    expect(steps.slice(0, 3).reduce((sum, one) => sum + one, 0)).toBe(8)
    expect(await step(), 'a pass has just ended').toBeNull()
    clock.advance(3_600_000)
    expect(await step()).toEqual({ deleted: 0, next: expect.anything() })
  })

  it('deletes nothing until the clock has gone on for ten minutes: one that jumps makes no young row old', async () => {
    await see(things(2))
    const round = () => retain(stepDeps(), { signal: new AbortController().signal })
    for (let minute = 0; minute < 15; minute++) {
      await round()
      clock.advance(60_000)
    }
    clock.advance(1000 * day)
    await round()
    clock.advance(60_000)
    await round()
    expect(await count('listings')).toBe(2)
    for (let minute = 0; minute < 12; minute++) {
      await round()
      clock.advance(60_000)
    }
    expect(await count('listings')).toBe(0)
  })

  it('stops between two steps when it is asked to', async () => {
    await see(things(2))
    clock.advance(731 * day)
    const deps = { ...stepDeps(), steadySince: async () => new Date(0) }
    await retain(deps, { signal: AbortSignal.abort() })
    expect(await count('listings')).toBe(2)
    await retain(deps, { signal: new AbortController().signal })
    expect(await count('listings')).toBe(0)
    expect(await test.app.metrics.registry.metrics()).toMatch(
      /deal_scout_retention_deleted_total\{kind="listings"\} \d+/,
    )
  })

  it('is shown: how much there is, how long it is kept, what was deleted', async () => {
    await see(things(3))
    clock.advance(731 * day)
    await pass(kindOf('listings'))
    await see(things(2))
    const { items } = (await test.call('GET', '/api/retention')).body as { items: Record<string, unknown>[] }
    expect(items.find(({ kind }) => kind === 'listings')).toEqual({
      kind: 'listings',
      rows: 2,
      isExact: true,
      keptDays: 730,
      deleted: 3,
      passedAt: clock.now().toISOString(),
    })
    expect(items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'matches',
        'photo hashes',
        'price changes',
        'clusters',
        'notifications',
        'attempts',
        'scan runs',
        'audit events',
      ]),
    )
  })
})

describe('among 30,000 listings', () => {
  it('every step reads a bounded part of the tables, by an index', async () => {
    const { db } = test.app
    await db.transaction(async (tx) => {
      // Filling is not what is measured, and slow where the disk is busy.
      await tx.query('SET LOCAL statement_timeout = 0')
      await tx.query(
        `INSERT INTO listings (marketplace, external_id, demo, title, url, price_cents, currency, category, image_urls, state,
         basis, attributes, first_seen_at, last_seen_at, score, scored_at, search)
       SELECT 'm', 'e' || n, n % 1000 = 0, 't', 'u', 1, 'USD', 'other', '[]', 'active', 'asking', '{}', t, t + interval '1 day',
              0, t, ''
       FROM (SELECT n, $1::timestamptz - n * interval '67 minutes' AS t FROM generate_series(1, 30000) n) s`,
        [clock.now()],
      )
      await tx.query(
        `INSERT INTO price_changes (listing_id, price_cents, currency, seen_at)
       SELECT id, 1, 'USD', first_seen_at + d * interval '1 hour' FROM listings, generate_series(0, 1) d`,
      )
      await tx.query(
        `INSERT INTO listing_photos (listing_id, position, url) SELECT id, 0, 'u' FROM listings WHERE NOT demo`,
      )
      await tx.query(
        `INSERT INTO clusters (id, demo, created_at, updated_at) SELECT n, false, now(), now() FROM generate_series(1, 6000) n`,
      )
      await tx.query(
        `INSERT INTO cluster_members (listing_id, cluster_id, joined_at, kind, score, reason, by)
       SELECT id, 1 + id % 6000, now(), 'repost', 1, '', 'machine' FROM listings WHERE NOT demo`,
      )
      await tx.query(
        `INSERT INTO notifications (user_id, dedupe_key, kind, message, demo, created_at)
       SELECT 1, 'k' || n, 'test', '{}', false, $1::timestamptz - (30000 - n) * interval '33 minutes' FROM generate_series(1, 30000) n`,
        [clock.now()],
      )
      await tx.query(
        `INSERT INTO audit_events (at, what, via, details)
       SELECT $1::timestamptz - (30000 - n) * interval '33 minutes', 'signed-in', 'http', '{}' FROM generate_series(1, 30000) n`,
        [clock.now()],
      )
      await tx.query(
        `INSERT INTO deliveries (notification_id, user_id, channel, state, due_at, created_at, finished_at)
       SELECT id, 1, 'inbox', 'sent', created_at, created_at, created_at FROM notifications`,
      )
      await tx.query(
        `INSERT INTO delivery_attempts (delivery_id, user_id, started_at, finished_at, outcome, undecided)
       SELECT id, 1, created_at, created_at, 'sent', false FROM deliveries ORDER BY id`,
      )
    })
    await createRule(test.app.rules, test.app.owner, ruleInput())
    await db.query(
      `INSERT INTO matches (rule_id, listing_id, user_id, score, created_at)
       SELECT r.id, l.id, 1, 0, now() FROM listings l, rules r`,
    )
    await db.query('ANALYZE')
    const big =
      /Seq Scan on (?:listings|price_changes|listing_photos|cluster_members|clusters|matches|notifications|deliveries|delivery_attempts|audit_events)\b/
    for (const kind of retentionKinds(clock, test.app.config)) {
      const plans: string[] = []
      const explained = (tx: Tx): Tx => ({
        ...tx,
        async query<Row>(text: string, values?: unknown[], name?: string) {
          const { rows } = await tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
          plans.push(`${text}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`)
          return (tx as Sql).query<Row>(text, values, name)
        },
      })
      const from = kind.kind === 'listings' ? { at: new Date('2023-01-01'), id: 7 } : null
      const startedAt = performance.now()
      await db.transaction((tx) => kind.step(explained(tx), from, 500))
      expect(performance.now() - startedAt, kind.kind).toBeLessThan(3_000)
      expect(plans.length, kind.kind).toBeGreaterThan(0)
      for (const plan of plans) expect(plan, kind.kind).not.toMatch(big)
    }
  })
})
