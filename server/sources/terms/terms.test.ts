import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { allowedMarketplaces } from './allowed.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())

const terms = '/api/marketplaces/craigslist/terms'
const connect = () =>
  test.call('POST', '/api/sources', {
    ...{ marketplace: 'craigslist', settings: { area: 'portland' }, try: false },
  })
const scanned = () => allowedMarketplaces(test.app.sources, test.app.db)
const view = async () => {
  const { body } = await test.call('GET', '/api/marketplaces')
  return (body as { items: { id: string }[] }).items.find(({ id }) => id === 'craigslist')
}

it('terms that are accepted count at once, with who and when, and taken back they end the scans', async () => {
  expect(await view()).toMatchObject({ allowed: false, accepted: null })
  expect(await connect()).toMatchObject({ status: 409, body: { code: 'terms-not-accepted' } })
  expect(await scanned()).not.toContain('craigslist')

  const before = Date.now()
  const { status, body } = await test.call('PUT', terms, { accepted: true })
  expect([status, body]).toMatchObject([200, { allowed: true, accepted: { userId: test.app.owner } }])
  const { accepted } = body as { accepted: { at: string } }
  expect(Date.parse(accepted.at)).toBeGreaterThanOrEqual(before)
  expect(await view()).toMatchObject({ allowed: true, accepted })
  expect(await scanned()).toContain('craigslist')
  expect(await connect()).toMatchObject({ status: 201, body: { state: 'waiting' } })

  // Once more changes neither who nor when, and is told once.
  expect((await test.call('PUT', terms, { accepted: true })).body).toMatchObject({ accepted })
  expect((await test.call('PUT', terms, { accepted: false })).body).toMatchObject({
    ...{ allowed: false, accepted: null },
  })
  expect(await scanned()).not.toContain('craigslist')
  const { body: sources } = await test.call('GET', '/api/sources')
  expect(sources).toMatchObject({ items: [{ state: 'off' }] })
  const { rows } = await test.app.db.query(
    `SELECT what FROM audit_events WHERE what LIKE 'terms-%' ORDER BY id`,
  )
  expect(rows).toEqual([{ what: 'terms-accepted' }, { what: 'terms-withdrawn' }])
})

it('what has no terms to accept is no such thing, and an option is taken back where it was set', async () => {
  for (const id of ['feed', 'nowhere'])
    expect((await test.call('PUT', `/api/marketplaces/${id}/terms`, { accepted: true })).status).toBe(404)
  await using set = await testApp({ roles: ['api'], env: { CRAIGSLIST_TERMS_ACCEPTED: 'true' } })
  const refused = await set.call('PUT', terms, { accepted: false })
  expect(refused).toMatchObject({ status: 409, body: { code: 'terms-set-by-option' } })
  expect(JSON.stringify(refused.body)).toContain('CRAIGSLIST_TERMS_ACCEPTED')
})
