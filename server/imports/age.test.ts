import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { aged } from './age.ts'
import { openImport, runImport } from './run.ts'

const now = '2026-11-22T12:00:00Z'
const rules = { evidenceMs: 365 * 86_400_000, mayBeEvidence: (name: string) => name !== 'forbidden' }
const age = (seen: object, observedAt?: string, marketplace = 'mine') =>
  aged({ marketplace, seen: seenListing(seen), observedAt }, rules, Date.parse(now))

describe('a row of a file', () => {
  it.each([
    ['seen lately', {}, '2026-11-01', { isEvidence: true, isHistory: false }],
    ['without a date', { postedAt: undefined }, undefined, { isEvidence: true, isHistory: false }],
    ['seen long ago', { postedAt: undefined }, '2025-11-01', { isEvidence: false, isHistory: true }],
    [
      'posted long ago, no look',
      { postedAt: '2024-01-05T00:00:00Z' },
      undefined,
      { isEvidence: false, isHistory: true },
    ],
    [
      'posted long ago, seen lately',
      { postedAt: '2024-01-05T00:00:00Z' },
      '2026-11-20',
      { isEvidence: false, isHistory: false },
    ],
    ['sold lately', { state: 'sold', basis: 'sold' }, '2026-10-01', { isEvidence: true, isHistory: false }],
    ['without a price', { priceCents: null }, '2026-11-01', { isEvidence: false, isHistory: false }],
    ['for nothing', { priceCents: 0 }, '2026-11-01', { isEvidence: false, isHistory: false }],
  ] as const)('%s', (_, seen, observedAt, expected) => {
    expect(age({ postedAt: undefined, ...seen }, observedAt)).toMatchObject(expected)
  })

  it('that is history is gone, of the time it was seen, unless it says that it was sold', () => {
    const old = age({ postedAt: '2024-01-05T00:00:00Z' })
    expect(old.seen.state).toBe('gone')
    expect(new Date(old.observedAtMs).toISOString()).toBe('2024-01-05T00:00:00.000Z')
    expect(age({ state: 'sold' }, '2020-01-01').seen.state).toBe('sold')
  })

  it('of a source whose licence forbids it is no evidence', () => {
    expect(age({}, '2026-11-01', 'forbidden').isEvidence).toBe(false)
  })
})

describe('an import', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await testApp({ roles: ['api'], overrides: { clock: stubClock(now) } })
  })
  afterAll(() => test[Symbol.asyncDispose]())

  it('tells evidence from history; history is told to nobody and is no deal, and takes nothing from what is for sale', async () => {
    await test.call('POST', '/api/rules', { name: 'Desk', keywords: { all: ['desk'] } })
    const take = async (text: string) => {
      const { format, stream } = await openImport('a.csv', Readable.from([Buffer.from(text)]))
      return runImport(test.app.imports, { format, stream, ownerId: null, defaults: {}, onReject: () => {} })
    }
    const head = 'id,title,price,currency,posted,snapshot\n'
    const summary = await take(
      `${head}1,Oak desk,80,USD,2026-11-10,2026-11-20\n2,Pine desk,70,USD,2022-05-01,2022-05-02\n3,Teak desk,,USD,2026-11-10,2026-11-20\n4,Elm desk,60,USD,2023-01-01,\n`,
    )
    expect(summary).toMatchObject({ rows: 4, added: 4, evidence: 1, history: 2, matches: 2 })
    const titles = async (path: string) =>
      ((await test.call('GET', path)).body as { items: { title: string }[] }).items.map(({ title }) => title)
    expect((await titles('/api/deals?kind=any')).toSorted()).toEqual(['Oak desk', 'Teak desk'])
    expect(await titles('/api/listings?state=gone')).toHaveLength(2)
    await test.app.valuer.catchUp(test.app.db)
    // An older file with a row of something for sale now does not end it.
    expect(await take(`${head}1,Oak desk,90,USD,2022-01-01,2022-01-02\n`)).toMatchObject({ history: 1 })
    expect(await titles('/api/deals')).toContain('Oak desk')
    // The same again changes nothing.
    expect(await take(`${head}2,Pine desk,70,USD,2022-05-01,2022-05-02\n`)).toMatchObject({
      added: 0,
      changed: 0,
    })
  })
})
