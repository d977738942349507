import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import type { RuleView } from '../model/rule-schema.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())

const make = async () =>
  (await test.call('POST', '/api/rules', { name: 'Harps', keywords: { all: ['harp'] } })).body as RuleView

describe('a change that names the revision it is meant for', () => {
  it('is done to that one, and to no other: the second of two is told, and nothing of the first is lost', async () => {
    const { id, revision } = await make()
    const change = (body: object) => test.call('PATCH', `/api/rules/${id}?ifRevision=${revision}`, body)
    expect(await change({ priceCentsMax: 100 })).toMatchObject({
      status: 200,
      body: { revision: revision + 1 },
    })
    expect(await change({ priceCentsMax: 200 })).toMatchObject({
      status: 409,
      body: { code: 'rule-changed', detail: expect.stringMatching(/changed meanwhile/) },
    })
    const put = await test.call('PUT', `/api/rules/${id}?ifRevision=${revision}`, { name: 'Lutes' })
    expect(put).toMatchObject({ status: 409, body: { code: 'rule-changed' } })
    expect((await test.call('GET', `/api/rules/${id}`)).body).toMatchObject({
      name: 'Harps',
      priceCentsMax: 100,
    })
  })

  it('of two at the same moment one is done', async () => {
    const { id, revision } = await make()
    const answers = await Promise.all(
      [1, 2, 3, 4].map((priceCentsMax) =>
        test.call('PATCH', `/api/rules/${id}?ifRevision=${revision}`, { priceCentsMax }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
  })

  it('without a revision is done to whatever is there', async () => {
    const { id } = await make()
    await test.call('PATCH', `/api/rules/${id}`, { priceCentsMax: 1 })
    expect((await test.call('PATCH', `/api/rules/${id}`, { priceCentsMax: 2 })).status).toBe(200)
  })
})

describe('an error in an expression', () => {
  it.each([
    ['(sofa OR couch', { offset: 0, length: 1 }],
    ['sofa AND', { offset: 5, length: 3 }],
    ['sofa) couch', { offset: 4, length: 1 }],
    ['lamp OR OR desk', { offset: 5, length: 2 }],
    ['a /b{1,9999}/', { offset: 4, length: 8 }],
  ])('%j names the characters that are wrong: %j', async (query, at) => {
    for (const path of ['/api/rules', '/api/rules/preview', '/api/rules/preview/matches']) {
      const { status, body } = await test.call('POST', path, { name: 'x', query })
      expect([path, status]).toEqual([path, 422])
      expect(body).toMatchObject({ fields: { query: expect.any(String) }, positions: { query: at } })
    }
  })

  it('has no position where it is not one of an expression', async () => {
    const { body } = await test.call('POST', '/api/rules', { name: 'x', currency: 'ABC' })
    expect(body).not.toHaveProperty('positions')
  })
})
