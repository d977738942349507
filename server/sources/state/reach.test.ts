import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { asProgram } from '../../core/actor.ts'
import type { Marketplace } from '../../marketplaces/contract.ts'
import type { SourceRow } from '../store.ts'
import { sourceLines } from './source-lines.ts'
import { alternativesOf } from './state.ts'
import { viewSource } from './views.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())

const connect = async (marketplace: string, settings: object) => {
  const { status, body } = await test.call('POST', '/api/sources', { marketplace, settings, try: false })
  expect([status, body]).toMatchObject([201, {}])
  return (body as { id: number }).id
}
const reach = async (rule: object) => {
  const { status, body } = await test.call('POST', '/api/rules/preview', { name: 'one', ...rule })
  expect([status, body]).toMatchObject([200, {}])
  const rows = (body as { reach: { marketplace: string }[] }).reach
  return (id: string) => rows.find(({ marketplace }) => marketplace === id)
}

it('a source whose site gave no real answer is unproven until a person confirms it, and says what filters it', async () => {
  await test.call('PUT', '/api/marketplaces/nordic/terms', { accepted: true })
  const settings = { country: 'dk', category: '0.93' }
  const id = await connect('nordic', settings)
  const view = async () => (await test.call('GET', `/api/sources/${id}`)).body
  expect(await view()).toMatchObject({
    unproven: true,
    alternatives: [],
    filters: { all: 'partly', none: 'here', price: 'here' },
  })
  const deps = { ...test.app.sources, db: test.app.db }
  const row = await viewSource(deps, asProgram(test.app.owner), id)
  const lines = sourceLines(row, deps.marketplaces.get('nordic')).join('\n')
  expect(lines).toContain('unproven')
  expect(lines).toContain('Filtered here: ')
  expect(lines).toContain('Terms: ')
  await test.call('PUT', `/api/sources/${id}`, {
    marketplace: 'nordic',
    settings: { ...settings, confirmed: true },
  })
  expect(await view()).toMatchObject({ unproven: false })
})

it('every marketplace says how to have it write, or that it does not; the steps are sentences', async () => {
  const { body } = await test.call('GET', '/api/marketplaces')
  const steps = new Map(
    (body as { items: { id: string; alertSteps: string[] }[] }).items.map((one) => [one.id, one.alertSteps]),
  )
  expect(steps.get('kleinanzeigen')!.length).toBeGreaterThan(0)
  expect(steps.get('feed')).toEqual([])
  for (const sentence of [...steps.values()].flat()) expect(sentence).toMatch(/^[A-Z].{20,}\.$/s)
})

it('the preview of a rule says who is asked for it, who cannot be and why, and what comes by screen alone', async () => {
  await connect('feed', { url: 'https://feed.example/x.xml' })
  const wide = await reach({ keywords: { all: ['tandem'] } })
  expect(wide('feed')).toMatchObject({ sources: 1, notAsked: null, why: null, byCapture: false })
  expect(wide('facebook')).toMatchObject({ sources: 0, notAsked: 'unconnected', byCapture: true })
  expect(wide('nordic')).toMatchObject({ sources: 1 })
  // Without words or a category it cannot be asked.
  await test.call('PUT', '/api/marketplaces/marktplaats/terms', { accepted: true })
  const id = await connect('marktplaats', { site: 'nl' })
  const wordless = await reach({ categories: ['bikes'], marketplaces: ['marktplaats', 'feed'] })
  expect(wordless('marktplaats')).toMatchObject({
    sources: 0,
    notAsked: 'impossible',
    why: expect.stringContaining('words'),
  })
  expect(wordless('ebay')).toBeUndefined()
  await test.call('POST', '/api/sources/bulk', { action: 'pause', ids: [id] })
  expect((await reach({ keywords: { all: ['tandem'] } }))('marktplaats')).toMatchObject({
    sources: 0,
    notAsked: 'off',
  })
})

it('what is left is told while the site refuses or its terms are not accepted, and not otherwise', () => {
  const marketplace = { alertSteps: ['Save it there.'], readRendered: () => ({}) } as unknown as Marketplace
  const of = (
    lastOutcome: SourceRow['lastOutcome'],
    state: 'ok' | 'outage' | 'off',
    offBecause: 'terms' | 'paused' | null = null,
  ) => alternativesOf({ lastOutcome }, marketplace, { state, offBecause })
  for (const outcome of ['blocked', 'captcha', 'rate-limited', 'auth-expired'] as const)
    expect(of(outcome, 'outage')).toEqual(['mail', 'capture'])
  expect(of('unreachable', 'outage')).toEqual([])
  expect(of('blocked', 'ok')).toEqual([])
  expect(of(null, 'off', 'terms')).toEqual(['mail', 'capture'])
  expect(of(null, 'off', 'paused')).toEqual([])
  expect(
    alternativesOf(
      { lastOutcome: 'blocked' },
      { ...marketplace, alertSteps: [] },
      { state: 'outage', offBecause: null },
    ),
  ).toEqual(['capture'])
})
