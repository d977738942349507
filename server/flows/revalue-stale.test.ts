import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { stubClock, type TestApp, until } from '../../test/harness/app.ts'
import { testDatabase } from '../../test/harness/database.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { openTestApp } from '../../test/harness/open-app.ts'
import { noteLearned } from '../scoring/comps/moves-store.ts'
import { ingest } from './ingest.ts'
import { revalueStale } from './revalue-stale.ts'

const clock = stubClock()
const perModel = 12
const models = ['Trek domane7', 'Canon eos50', 'Sony bravia3', 'Makita hr2470', 'Bose solo5']
const options = {
  env: { DATABASE_POOL_SIZE: '2', LEARN_FIRST: 'off' },
  overrides: { clock, learn: () => Promise.reject(new Error('prices are not learned here')) },
}

let test: TestApp
beforeAll(async () => {
  const database = await testDatabase()
  // The way that is taken where listings are many.
  await database.db.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET enable_seqscan = off', current_database()); END $$`,
  )
  test = await openTestApp(database, options)
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE listings, comp_moves, comp_groups, comp_worlds, comp_passes CASCADE')
  test.app.pipeline.valuer.forget()
  await take(models.flatMap((title) => Array.from({ length: perModel }, (_, n) => of(title, n))))
  await revalue()
  // As autovacuum does; else an empty index looks as expensive as a full one.
  await test.app.db.query('ANALYZE listings')
})

const onSameData = () => ({ ...test.database, [Symbol.asyncDispose]: async () => {} })
const of = (title: string, n: number, priceCents = 30_000 + n * 500) =>
  seenListing({ title, priceCents, externalId: `${title} ${n}` })

async function take(seen: ReturnType<typeof seenListing>[], app = test): Promise<void> {
  clock.advance(60_000)
  await ingest(app.app.pipeline, {
    sightings: seen.map((one) => ({ marketplace: 'shop', seen: one, observedAtMs: clock.now().getTime() })),
    ...{ sourceId: null, scanId: null, demo: false },
  })
}

const signal = new AbortController().signal
const revalue = (app = test) => {
  clock.advance(60_000)
  return revalueStale(app.app.pipeline, signal)
}

/** Titles of what was valued after that moment, and how often each is there. */
async function valuedSince(from: Date): Promise<Record<string, number>> {
  const { rows } = await test.app.db.query<{ title: string; n: number }>(
    'SELECT title, count(*)::int AS n FROM listings WHERE scored_at > $1 GROUP BY title',
    [from],
  )
  return Object.fromEntries(rows.map(({ title, n }) => [title, n]))
}

async function rowsRead(): Promise<number> {
  const { db } = test.app
  // Every connection tells what it read: there are more of these than the pool has.
  const all = Array.from({ length: 24 }, () => db.query('SELECT pg_stat_force_next_flush(), pg_sleep(0.2)'))
  await Promise.all(all)
  const { rows } = await db.query<{ read: number }>(
    `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_user_tables
     WHERE relname IN ('listings', 'comp_moves', 'comp_passes')`,
  )
  return rows[0]!.read
}

it('hours in which nothing moved read no listing, whatever their age', async () => {
  // What may be read again while a transaction that is older is under way, in another database of the server as well.
  await until(async () => {
    const { rows } = await test.app.db.query<{ isPast: boolean }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot()) > max(changed_xid) AS "isPast" FROM listings',
    )
    return rows[0]!.isPast
  })
  await revalue()
  const before = await rowsRead()
  for (let minute = 0; minute < 120; minute++) expect(await revalue()).toBe(0)
  expect(await rowsRead()).toBe(before)
})

it('what moved a tenth of a model has the listings of that model valued, once, and no others', async () => {
  const from = clock.now()
  await take([of(models[0]!, 0, 20_000)])
  expect(await revalue()).toBe(0)
  await take([of(models[0]!, 1, 21_000)])
  expect(await revalue()).toBe(perModel)
  expect(await valuedSince(from)).toEqual({ [models[0]!]: perModel })
  expect(await revalue()).toBe(0)
})

it('what is found sold, seen again or notified otherwise at the same price moves nothing', async () => {
  const again = Array.from({ length: 6 }, (_, n) => ({
    ...of(models[1]!, n),
    ...(n < 3 ? { state: 'sold' as const } : { description: `Other words ${n}` }),
  }))
  await take(again)
  expect(await revalue()).toBe(0)
})

it('one that comes alone is not valued twice, and is as soon as there is another of its kind', async () => {
  await take([of('Leica m10', 0)])
  expect(await revalue()).toBe(0)
  await take([of('Leica m10', 1)])
  expect(await revalue()).toBe(2)
})

it('moves that one process wrote are valued by another, also after it ended, and by two at once only once', async () => {
  {
    await using first = await openTestApp(onSameData(), options)
    await take([of(models[0]!, 0, 20_000), of(models[0]!, 1, 21_000)], first)
  }
  await using second = await openTestApp(onSameData(), options)
  const counts = await Promise.all([revalue(), revalue(second)])
  expect(counts[0]! + counts[1]!).toBe(perModel)
})

it('has everything valued once when prices were learned anew, however many processes learned the same', async () => {
  const { db } = test.app
  const all = models.length * perModel
  await noteLearned(db, 'USD', false)
  expect(await revalue()).toBe(all)
  await noteLearned(db, 'USD', false)
  expect(await revalue()).toBe(0)
  await take(Array.from({ length: all / 10 + 2 }, (_, n) => of('Leica m10', n)))
  await noteLearned(db, 'USD', false)
  expect(await revalue()).toBeGreaterThanOrEqual(all)
  await noteLearned(db, 'USD', false)
  expect(await revalue()).toBe(0)
})

it('goes on with everything where it was stopped', async () => {
  await noteLearned(test.app.db, 'USD', false)
  const from = clock.now()
  await test.app.db.query(
    `UPDATE comp_passes SET learned = false, after_id = (SELECT id FROM listings ORDER BY id OFFSET 10 LIMIT 1)`,
  )
  const rest = models.length * perModel - 11
  expect(await revalue()).toBe(rest)
  expect(Object.values(await valuedSince(from)).reduce((sum, n) => sum + n)).toBe(rest)
})
