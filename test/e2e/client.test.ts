import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  deleteRule,
  getDeals,
  getListings,
  getRule,
  getRules,
  patchRule,
  postRules,
  postRulesBulk,
  putSettingsSelling,
} from '../../clients/typescript/api.ts'
import { ApiProblem, type RequestOptions } from '../../clients/typescript/request.ts'
import { ingest } from '../../server/flows/ingest.ts'
import { type TestApp, testApp } from '../harness/app.ts'
import { seenListing } from '../harness/factories.ts'

let test: TestApp
let here: RequestOptions
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
  here = { baseUrl: test.address! }
})
afterAll(() => test[Symbol.asyncDispose]())

describe('the generated client', () => {
  it('makes, changes, lists and deletes rules of the running program', async () => {
    const made = await postRules({ name: 'Any bike', keywords: { all: ['bike'] } }, here)
    expect(made).toMatchObject({ name: 'Any bike', enabled: true })
    expect(await patchRule(made.id, { priceCentsMax: 45_000 }, {}, here)).toMatchObject({
      priceCentsMax: 45_000,
    })
    expect((await getRules({ limit: 5 }, here)).items.map(({ id }) => id)).toEqual([made.id])
    const bulk = await postRulesBulk({ action: 'disable', ids: [made.id] }, here)
    expect(bulk.results).toMatchObject([{ id: made.id, done: true }])
    expect((await getRule(made.id, here)).enabled).toBe(false)
    expect(await deleteRule(made.id, here)).toBeUndefined()
    expect((await getRules(undefined, here)).items).toEqual([])
  })

  it('follows cursors on and back', async () => {
    const sightings = [1, 2, 3].map((n) => ({
      marketplace: 'shop',
      seen: seenListing({ externalId: `c${n}`, title: `Road bike number ${n}` }),
      observedAtMs: Date.now() - n * 60_000,
    }))
    await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
    const first = await getDeals({ q: 'bike', limit: 2 }, here)
    const second = await getDeals({ q: 'bike', limit: 2, cursor: first.next! }, here)
    const all = (await getListings({}, here)).items.map(({ id }) => id)
    expect([...first.items, ...second.items].map(({ id }) => id).toSorted()).toEqual(all.toSorted())
    const back = await getDeals({ q: 'bike', limit: 2, cursor: second.previous! }, here)
    expect(back.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id))
  })

  it('throws problems with their code and fields', async () => {
    const problem = await getRule(999_999, here).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(ApiProblem)
    expect(problem).toMatchObject({ status: 404, code: 'not-found', message: 'There is no such rule.' })
    await expect(postRules({ name: 'x', priceCentsMax: -1 }, here)).rejects.toMatchObject({
      status: 422,
      code: 'bad-input',
      fields: { priceCentsMax: expect.any(String) },
    })
  })

  it('sends a request again under the same key, which is done once', async () => {
    const again = { ...here, headers: { 'Idempotency-Key': 'client-1' } }
    const body = { name: 'Once', keywords: { all: ['once'] } }
    expect(await postRules(body, again)).toEqual(await postRules(body, again))
    expect((await getRules({}, here)).items.map(({ name }) => name)).toEqual(['Once'])
  })

  it('writes settings with nothing in them as an object', async () => {
    expect(await putSettingsSelling({}, here)).toMatchObject({ own: {} })
  })
})
