import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts'
import { ownerId } from '../accounts/store.ts'
import { asProgram } from '../core/actor.ts'
import { wayToRead } from './reading.ts'
import { minute, type ScanKit, scanKit, stubMarketplace } from './test-kit.ts'

let database: TestDatabase
let kit: ScanKit
let user: number
beforeAll(async () => {
  database = await testDatabase()
  user = await ownerId(database.db)
  kit = scanKit(database.db)
  const details = async () => ({ outcome: 'gone' as const })
  kit.marketplaces.set(
    'plain',
    stubMarketplace('plain', () => ({})),
  )
  kit.marketplaces.set(
    'shop',
    stubMarketplace('shop', () => ({}), { details }),
  )
  const terms = {
    class: 'unofficial' as const,
    url: 'https://stub.example/terms',
    summary: 'Against its terms.',
  }
  const closed = { details, terms: { ...terms, acceptOption: 'STUB_TERMS_ACCEPTED' } }
  kit.marketplaces.set(
    'closed',
    stubMarketplace('closed', () => ({}), closed),
  )
})
afterAll(() => database[Symbol.asyncDispose]())

const way = (marketplace: string, demo = false, preferredId: number | null = null, who = user) =>
  wayToRead(kit.deps, asProgram(who), marketplace, demo, preferredId)

it('says what is missing: pages to read, accepted terms, a source, one that is on', async () => {
  expect(await way('plain')).toEqual({ problem: expect.stringContaining('no pages of its own') })
  expect(await way('unheard')).toEqual({ problem: expect.stringContaining('no pages of its own') })
  await kit.source('closed')
  expect(await way('closed')).toEqual({ problem: expect.stringMatching(/terms.*STUB_TERMS_ACCEPTED=true/) })
  expect(await way('shop')).toEqual({ problem: expect.stringContaining('connect one under /sources') })
  await kit.source('shop', { enabled: false })
  expect(await way('shop')).toEqual({ problem: expect.stringContaining('switched off') })
})

it('takes the source that found a listing while it may, else the oldest; the demo’s for the demo only', async () => {
  const demo = await kit.source('shop', { demo: true, intervalMs: minute })
  expect(await way('shop')).toMatchObject({ problem: expect.any(String) })
  const first = await kit.source('shop', { intervalMs: minute, shared: false })
  const second = await kit.source('shop', { intervalMs: 20 * minute, shared: false })
  const off = await kit.source('shop', { enabled: false })
  expect(await way('shop')).toMatchObject({ source: { id: first }, intervalMs: 5 * minute })
  expect(await way('shop', false, second)).toMatchObject({ source: { id: second }, intervalMs: 20 * minute })
  for (const id of [off, demo, 987_654])
    expect(await way('shop', false, id)).toMatchObject({ source: { id: first } })
  expect(await way('shop', true, first)).toMatchObject({ source: { id: demo }, intervalMs: minute })
  expect(await way('shop', false, first, user + 1000)).toMatchObject({ problem: expect.any(String) })
  // One's own before those that are for everybody.
  const everybodys = await kit.source('shop', { intervalMs: minute, shared: true })
  expect(await way('shop')).toMatchObject({ source: { id: first } })
  expect(await way('shop', false, first, user + 1000)).toMatchObject({ source: { id: everybodys } })
})
