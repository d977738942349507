import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { actorByHeader, addPerson, askAs } from '../../test/harness/people.ts'
import type { Summary } from '../summary/schema.ts'
import { ingest } from './ingest.ts'

let test: TestApp
let ben: number
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: actorByHeader(() => test.app.owner) })
  ben = await addPerson(test.app.db, 'Ben')
})
afterAll(() => test[Symbol.asyncDispose]())

async function summary(person: number = test.app.owner): Promise<Summary> {
  const answer = await askAs(test.address, person, 'GET', '/api/summary')
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 200 })
  return answer.body
}
const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await askAs(test.address, test.app.owner, method, path, body)
  expect([answer.status, answer.text]).toEqual([
    expect.toSatisfy((status: number) => status < 300),
    answer.text,
  ])
  return answer.body as { id: number }
}

it('counts what is new and unread for each person, and says what is missing', async () => {
  expect(await summary()).toMatchObject({
    unread: { count: 0, isCapped: false },
    newDeals: { count: 0, isCapped: false },
    ...{ seenUpTo: null, blindSources: [], deadJobs: 0 },
    needs: [{ kind: 'no-source' }, { kind: 'no-rule' }, { kind: 'no-channel' }, { kind: 'no-home' }],
  })
  await ask('POST', '/api/rules', { name: 'Bikes', keywords: { all: ['bike'] }, channels: ['inbox'] })
  const sightings = [1, 2, 3].map((n) => ({
    marketplace: 'shop',
    seen: seenListing({ title: `Road bike ${n}`, externalId: `${n}` }),
    observedAtMs: Date.now() - n * 1_000,
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  const after = await summary()
  expect(after.newDeals.count).toBe(3)
  expect(after.unread.count).toBeGreaterThan(0)
  expect(after.needs.map(({ kind }) => kind)).toEqual(['no-source', 'no-channel', 'no-home'])
  expect((await summary(ben)).unread.count).toBe(0)
  await ask('POST', '/api/listings/marks', { seenUpTo: new Date().toISOString() })
  expect((await summary()).newDeals.count).toBe(0)
  expect((await summary(ben)).newDeals.count).toBe(3)
})

it('names a source that shows nothing, by name to whose it is and by its marketplace to others, and dead jobs to who runs the program', async () => {
  const { id } = await ask('POST', '/api/sources', {
    ...{ marketplace: 'feed', name: 'My feed', try: false },
    settings: { url: 'https://feeds.example/1.xml', currency: 'USD' },
  })
  await test.app.db.query(
    `UPDATE sources SET blind_since = now() - interval '2 h', last_outcome = 'blocked', last_reason = 'the key is old', shared = true WHERE id = $1`,
    [id],
  )
  const own = await summary()
  expect(own.blindSources).toMatchObject([
    { id, name: 'My feed', sentence: expect.stringContaining('the key is old') },
  ])
  expect(own.needs[0]).toMatchObject({ kind: 'blind-source', path: `/api/sources/${id}` })
  const others = await summary(ben)
  expect(others.blindSources).toMatchObject([{ id, name: 'feed', sentence: null }])
  expect(JSON.stringify(others)).not.toContain('the key is old')
  expect([own.deadJobs, others.deadJobs]).toEqual([0, null])
  await test.app.db.query('UPDATE sources SET shared = false WHERE id = $1', [id])
  expect((await summary(ben)).blindSources).toEqual([])
})
