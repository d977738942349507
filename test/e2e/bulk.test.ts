import { afterAll, beforeAll, expect, it } from 'vitest'
import { ingest } from '../../server/flows/ingest.ts'
import { type TestApp, testApp } from '../harness/app.ts'
import { seenListing } from '../harness/factories.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())

async function make(path: string, body: object): Promise<number> {
  const answer = await test.call('POST', path, body)
  expect(answer).toMatchObject({ status: 201 })
  return (answer.body as { id: number }).id
}
const rule = (name: string) => make('/api/rules', { name, keywords: { all: ['bike'] }, channels: ['inbox'] })
const post = async (path: string, body: object) => {
  const { status, body: answer } = await test.call('POST', path, body)
  return { status, body: answer as unknown }
}
const namesOf = async (enabled: boolean) =>
  ((await test.call('GET', '/api/rules')).body as { items: { name: string; enabled: boolean }[] }).items
    .filter((one) => one.enabled === enabled)
    .map(({ name }) => name)

it('rules are switched and deleted each by itself, and the answer says which could not be', async () => {
  const [a, b, c] = [await rule('A'), await rule('B'), await rule('C')]
  expect(await post('/api/rules/bulk', { action: 'disable', ids: [a, 999_999, b, a] })).toEqual({
    status: 200,
    body: {
      done: 2,
      failed: 1,
      results: [
        { id: a, done: true, code: null, detail: null },
        { id: 999_999, done: false, code: 'not-found', detail: 'There is no such rule.' },
        { id: b, done: true, code: null, detail: null },
      ],
    },
  })
  expect(await namesOf(false)).toEqual(['A', 'B'])
  await post('/api/rules/bulk', { action: 'enable', ids: [b] })
  await post('/api/rules/bulk', { action: 'delete', ids: [a] })
  expect([await namesOf(false), await namesOf(true)]).toEqual([[], ['B', 'C']])
  await post('/api/rules/bulk', { action: 'delete', ids: [b, c] })
})

it('matches of several rules are dismissed at once; what is no match is named', async () => {
  const rules = [await rule('A'), await rule('B')]
  const sightings = [1, 2].map((n) => ({
    marketplace: 'shop',
    seen: seenListing({ externalId: `bulk${n}` }),
    observedAtMs: Date.now(),
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  const { items } = (await test.call('GET', '/api/listings')).body as { items: { id: number }[] }
  const matches = [
    { ruleId: rules[0]!, listingId: items[0]!.id },
    { ruleId: rules[1]!, listingId: items[1]!.id },
    { ruleId: rules[1]!, listingId: 999_999 },
  ]
  expect(await post('/api/matches/dismissals', { matches, reason: 'seen' })).toMatchObject({
    status: 200,
    body: {
      done: 2,
      failed: 1,
      results: [{ done: true }, { done: true }, { ...matches[2], code: 'not-found' }],
    },
  })
  for (const [at, ruleId] of rules.entries()) {
    const found = (await test.call('GET', `/api/rules/${ruleId}/matches?dismissed=true`)).body
    expect(found).toMatchObject({ items: [{ listingId: items[at]!.id, dismissReason: 'seen' }] })
  }
})

it('sources are paused and resumed, and a cooldown after a block stays', async () => {
  const settings = { url: 'https://feeds.example/1.xml', currency: 'USD' }
  const id = await make('/api/sources', { marketplace: 'feed', name: 'F', settings, try: false })
  await test.app.db.query(
    `UPDATE sources SET cool_down_until = '2099-01-01', cool_down_from = now(), blocks = 3 WHERE id = $1`,
    [id],
  )
  const stored = async () =>
    (await test.app.db.query('SELECT enabled, blocks, cool_down_until FROM sources')).rows
  const before = await stored()
  expect(await post('/api/sources/bulk', { action: 'pause', ids: [id, 999_999] })).toMatchObject({
    body: { done: 1, failed: 1, results: [{ id, done: true }, { code: 'not-found' }] },
  })
  expect(await test.call('GET', `/api/sources/${id}`)).toMatchObject({
    body: { enabled: false, state: 'off' },
  })
  await post('/api/sources/bulk', { action: 'resume', ids: [id] })
  expect(await stored()).toEqual(before)
})

it('is refused as a whole when it is not a list of 1 to 100 ids, or asks for what there is not', async () => {
  const ids = Array.from({ length: 101 }, (_, at) => at + 1)
  for (const [path, body] of [
    ['/api/rules/bulk', { action: 'disable', ids }],
    ['/api/rules/bulk', { action: 'disable', ids: [] }],
    ['/api/rules/bulk', { action: 'disable', ids: ['1'] }],
    ['/api/rules/bulk', { action: 'explode', ids: [1] }],
    ['/api/rules/bulk', { action: 'disable', ids: [1], more: true }],
    ['/api/sources/bulk', { action: 'pause', ids }],
    [
      '/api/matches/dismissals',
      { matches: ids.map((id) => ({ ruleId: id, listingId: id })), reason: 'seen' },
    ],
  ] as const)
    expect(await post(path, body)).toMatchObject({ status: 422, body: { code: 'bad-input' } })
})
