import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../../test/harness/factories.ts'
import { addSource } from '../../../test/harness/source.ts'
import { ingest } from '../../flows/ingest.ts'
import { createRule } from '../rules.ts'
import { addUndecided, takeBest, tidyUndecided } from './undecided-store.ts'

let test: TestApp
let sourceId: number
let rules: number[]
beforeAll(async () => {
  test = await testApp()
  sourceId = await addSource(test, 'craigslist')
  const make = () => createRule(test.app.rules, test.app.owner, ruleInput({ priceCentsMax: 1 }))
  rules = [(await make()).id, (await make()).id]
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(() => test.app.db.query('DELETE FROM undecided'))

const now = new Date('2026-11-22T12:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const hour = 3_600_000
const caps = { perRule: 100, perPerson: 100, perMarketplace: 100, ofMarketplaces: {}, atOnce: 100 }

async function listings(count: number, marketplace = 'craigslist'): Promise<number[]> {
  const sightings = Array.from({ length: count }, () => ({
    marketplace,
    seen: seenListing({ title: 'Something else' }),
    observedAtMs: now.getTime(),
  }))
  await ingest(test.app.pipeline, { sightings, sourceId, scanId: null, demo: false })
  const { rows } = await test.app.db.query<{ id: number }>(
    'SELECT id FROM listings WHERE external_id = ANY($1) ORDER BY id',
    [sightings.map(({ seen }) => seen.externalId)],
  )
  return rows.map(({ id }) => id)
}
const add = (ruleId: number, promises: [listingId: number, promise: number][]) =>
  test.app.db.transaction((tx) =>
    addUndecided(
      tx,
      promises.map(([listingId, promise]) => ({ listingId, ruleId, userId: test.app.owner, promise })),
    ),
  )
const take = async (over: Partial<typeof caps>, at = now) =>
  (await test.app.db.transaction((tx) => takeBest(tx, { ...caps, ...over }, at))).toSorted((a, b) => a - b)
const markRead = (ids: number[]) =>
  test.app.db.query('UPDATE listings SET details_read_at = $2 WHERE id = ANY($1)', [ids, now])

describe('pages to read', () => {
  it('are taken the most promising first, each once', async () => {
    const [a, b, c] = (await listings(3)) as [number, number, number]
    await add(rules[0]!, [
      [a, 10],
      [b, 90],
      [c, 50],
    ])
    expect(await take({ atOnce: 1 })).toEqual([b])
    expect(await take({ atOnce: 2 })).toEqual([c])
    await markRead([b, c])
    expect(await take({ atOnce: 2 })).toEqual([a])
    expect(await take({})).toEqual([])
  })

  it('are no more in a day than one rule may ask for, and another rule has its own', async () => {
    const ids = await listings(6)
    await add(
      rules[0]!,
      ids.slice(0, 4).map((id) => [id, 90]),
    )
    await add(
      rules[1]!,
      ids.slice(4).map((id) => [id, 20]),
    )
    expect(await take({ perRule: 2 })).toHaveLength(4)
    expect(await take({ perRule: 2 })).toEqual([])
    expect(await take({ perRule: 2 }, later(25 * hour))).toHaveLength(2)
  })

  it('of a listing that several rules wait for are paid by one of them', async () => {
    const [a, b] = (await listings(2)) as [number, number]
    await add(rules[0]!, [[a, 90]])
    expect(await take({ perRule: 1 })).toEqual([a])
    await add(rules[0]!, [[b, 90]])
    await add(rules[1]!, [
      [a, 80],
      [b, 10],
    ])
    expect(await take({ perRule: 1 })).toEqual([b])
  })

  it('are no more than one person and one marketplace may ask for', async () => {
    const ids = [...(await listings(3)), ...(await listings(3, 'ebay'))]
    await add(
      rules[0]!,
      ids.map((id) => [id, 50]),
    )
    expect(await take({ perMarketplace: 1 })).toHaveLength(2)
    expect(await take({ ofMarketplaces: { ebay: 1 }, perMarketplace: 2 })).toHaveLength(1)
    expect(await take({ perPerson: 4 })).toHaveLength(1)
    expect(await take({ perPerson: 4 })).toEqual([])
  })

  it('that are over or were read are not asked for; what was never read is asked for again after a day', async () => {
    const [a, b, c] = (await listings(3)) as [number, number, number]
    await add(rules[0]!, [
      [a, 10],
      [b, 10],
      [c, 10],
    ])
    await markRead([a])
    await test.app.db.query(`UPDATE listings SET state = 'sold' WHERE id = $1`, [b])
    expect(await take({})).toEqual([c])
    await tidyUndecided(test.app.db, later(hour))
    expect(await take({}, later(hour))).toEqual([])
    await tidyUndecided(test.app.db, later(25 * hour))
    expect(await take({}, later(25 * hour))).toEqual([c])
    const { rows } = await test.app.db.query('SELECT FROM undecided')
    expect(rows).toHaveLength(1)
  })
})
