import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { addPerson } from '../../test/harness/people.ts'
import { endListings } from '../listings/store.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { ingest } from './ingest.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('DELETE FROM listings')
  await test.app.db.query(`DELETE FROM live_events WHERE kind <> 'begin'`)
})

const take = (seen: Partial<SeenListing>[], ownerId: number | null = null) =>
  ingest(test.app.pipeline, {
    sightings: seen.map((one) => ({ marketplace: 'feed', seen: seenListing(one), observedAtMs: Date.now() })),
    ...{ sourceId: null, scanId: null, demo: false, ownerId },
  })

async function told(): Promise<{ userId: number | null; kind: string; data: never }[]> {
  const { rows } = await test.app.db.query<{ userId: number | null; kind: string; data: never }>(
    `SELECT user_id AS "userId", kind, data FROM live_events WHERE kind LIKE '%listings%' OR kind = 'prices-changed'
     ORDER BY xid, id`,
  )
  return rows
}

async function idOf(externalId: string): Promise<number> {
  const { rows } = await test.app.db.query<{ id: number }>('SELECT id FROM listings WHERE external_id = $1', [
    externalId,
  ])
  return rows[0]!.id
}

it('tells what came, what has another price and what ended; that it was merely seen again is nothing', async () => {
  await take([{ externalId: 'a' }, { externalId: 'b' }])
  const [a, b] = [await idOf('a'), await idOf('b')]
  await take([{ externalId: 'a' }, { externalId: 'b' }])
  await take([{ externalId: 'a', priceCents: 25_000 }, { externalId: 'b' }])
  await take([{ externalId: 'a', priceCents: 25_000, state: 'sold' }])
  await test.app.db.transaction((tx) => endListings(tx, [a, b], 'gone', new Date()))
  await take([{ externalId: 'b', priceCents: 31_000 }])
  expect(await told()).toEqual([
    { userId: null, kind: 'listings-new', data: { count: 2, ids: [a, b] } },
    {
      ...{ userId: null, kind: 'prices-changed' },
      data: { listings: [{ id: a, priceCents: 25_000, currency: 'USD' }] },
    },
    { userId: null, kind: 'listings-ended', data: { listings: [{ id: a, state: 'sold' }] } },
    {
      ...{ userId: null, kind: 'listings-ended' },
      data: { listings: expect.arrayContaining([{ id: b, state: 'gone' }]) },
    },
    // It is back.
    { userId: null, kind: 'listings-new', data: { count: 1, ids: [b] } },
  ])
})

it('of a large page names a hundred of what came, and says how many there are', async () => {
  await take(Array.from({ length: 130 }, (_, n) => ({ externalId: `n${n}` })))
  const [only, ...others] = await told()
  expect(others).toEqual([])
  expect(only!.data).toMatchObject({ count: 130 })
  expect((only!.data as { ids: number[] }).ids).toHaveLength(100)
  await take(Array.from({ length: 130 }, (_, n) => ({ externalId: `n${n}`, priceCents: 100 + n })))
  const moved = (await told()).slice(1).map(({ data }) => (data as { listings: [] }).listings.length)
  expect(moved).toEqual([100, 30])
})

it('tells of what one person alone sees only them, and nothing of their view of what the market shows', async () => {
  const anna = await addPerson(test.app.db, 'Anna')
  await take([{ externalId: 'market' }])
  await take([{ externalId: 'market', priceCents: 1_000 }, { externalId: 'own' }], anna)
  expect((await told()).slice(1)).toEqual([
    { userId: anna, kind: 'listings-new', data: { count: 1, ids: [await idOf('own')] } },
  ])
})
