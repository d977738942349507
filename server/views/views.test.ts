import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { actorByHeader, addPerson, askAs } from '../../test/harness/people.ts'
import { viewsMax } from './schema.ts'

let test: TestApp
let anna: number
let ben: number
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: actorByHeader(() => test.app.owner) })
  anna = await addPerson(test.app.db, 'Anna')
  ben = await addPerson(test.app.db, 'Ben')
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(() => test.app.db.query('DELETE FROM views'))

const ask = (person: number, method: string, path: string, body?: unknown) =>
  askAs(test.address, person, method, path, body)
const add = async (person: number, name: string, search = '') =>
  (await ask(person, 'POST', '/api/views', { name, search })).body as { id: number }
const names = async (person: number) =>
  ((await ask(person, 'GET', '/api/views')).body as { items: { name: string }[] }).items.map(
    ({ name }) => name,
  )

describe('saved views', () => {
  it('are kept as they were given, the oldest first, and change by what is given alone', async () => {
    const bikes = await add(anna, '  Bikes nearby ', 'category=bikes&km=40')
    await add(anna, 'All')
    expect(bikes).toMatchObject({ name: 'Bikes nearby', search: 'category=bikes&km=40' })
    expect(await names(anna)).toEqual(['Bikes nearby', 'All'])
    const renamed = await ask(anna, 'PATCH', `/api/views/${bikes.id}`, { name: 'Bikes' })
    expect(renamed.body).toMatchObject({ name: 'Bikes', search: 'category=bikes&km=40' })
    const changed = await ask(anna, 'PATCH', `/api/views/${bikes.id}`, { search: 'km=20' })
    expect(changed.body).toMatchObject({ name: 'Bikes', search: 'km=20' })
    expect((await ask(anna, 'DELETE', `/api/views/${bikes.id}`)).status).toBe(204)
    expect(await names(anna)).toEqual(['All'])
  })

  it('are theirs alone: another may have the same name, and neither reads, changes nor deletes it', async () => {
    const { id } = await add(anna, 'Bikes')
    await add(ben, 'Bikes', 'q=ben')
    expect(await names(test.app.owner)).toEqual([])
    for (const person of [ben, test.app.owner])
      for (const [method, body] of [['PATCH', { name: 'Mine' }], ['DELETE']] as const)
        expect((await ask(person, method, `/api/views/${id}`, body)).status).toBe(404)
    expect(await names(anna)).toEqual(['Bikes'])
  })

  it('have names of their own: a taken one is refused with what to do, and nothing changes', async () => {
    const { id } = await add(anna, 'Bikes')
    await add(anna, 'Cars')
    const again = await ask(anna, 'POST', '/api/views', { name: 'Cars', search: '' })
    expect([again.status, again.body]).toMatchObject([409, { code: 'view-exists' }])
    expect((await ask(anna, 'PATCH', `/api/views/${id}`, { name: 'Cars' })).status).toBe(409)
    expect((await ask(anna, 'PATCH', `/api/views/${id}`, { name: 'Bikes' })).status).toBe(200)
    expect(await names(anna)).toEqual(['Bikes', 'Cars'])
  })

  it(`are at most ${viewsMax}, also of many requests at once`, async () => {
    const asked = Array.from({ length: viewsMax + 5 }, (_, i) =>
      ask(anna, 'POST', '/api/views', { name: `View ${i}`, search: '' }),
    )
    const answers = await Promise.all(asked)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(viewsMax)
    expect(answers.find(({ status }) => status === 409)?.text).toContain('too-many-views')
    expect(await names(anna)).toHaveLength(viewsMax)
    await add(ben, 'One')
    expect(await names(ben)).toEqual(['One'])
  })

  it.each([
    ['no name', { name: ' ', search: '' }],
    ['a name that is too long', { name: 'x'.repeat(61), search: '' }],
    ['a search that is too long', { name: 'x', search: 'q='.padEnd(1001, 'x') }],
    ['a whole address', { name: 'x', search: '?q=bike' }],
    ['a search that is no part of an address', { name: 'x', search: 'q=two words' }],
    ['what cannot be stored', { name: 'x\u0000', search: '' }],
    ['a field that is not known', { name: 'x', search: '', color: 'red' }],
  ])('refuse %s and name the field', async (_, body) => {
    const { status, text } = await ask(anna, 'POST', '/api/views', body)
    expect([status, text]).toEqual([
      expect.toSatisfy((s) => s === 400 || s === 422),
      expect.stringMatching(/body\.|name|search|color/),
    ])
    expect(await names(anna)).toEqual([])
  })

  it('refuse a change that says nothing', async () => {
    const { id } = await add(anna, 'Bikes')
    expect((await ask(anna, 'PATCH', `/api/views/${id}`, {})).status).toBeGreaterThanOrEqual(400)
  })
})
