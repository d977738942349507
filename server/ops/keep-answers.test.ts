import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { deleteOldAnswers } from './answer-store.ts'
import { keepAnswers } from './keep-answers.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE rules, kept_answers CASCADE')
})

const rule = (over = {}) => ({ name: 'Any bike', keywords: { all: ['bike'] }, ...over })

async function post(path: string, body: unknown, key?: string) {
  const response = await fetch(`${test.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  const { headers, status } = response
  return { status, headers, body: text === '' ? null : JSON.parse(text) }
}

const ruleCount = async () =>
  (await test.app.db.query<{ count: number }>('SELECT count(*)::int AS count FROM rules')).rows[0]!.count

/** What an attempt in another process would do. */
const elsewhere = () => keepAnswers({ ...test.app, secrets: test.app.sources.secrets })

describe('a request with an Idempotency-Key that is sent again', () => {
  it('is done once, and gets the same answer, its status and its location', async () => {
    const key = randomUUID()
    const first = await post('/api/rules', rule(), key)
    expect(first.status).toBe(201)
    expect(first.headers.get('idempotency-replayed')).toBeNull()
    const again = await post('/api/rules', rule(), `"${key}"`)
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'))
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await ruleCount()).toBe(1)
  })

  it('is another one with another key, and without', async () => {
    await post('/api/rules', rule(), 'a')
    await post('/api/rules', rule(), 'b')
    await post('/api/rules', rule())
    expect(await ruleCount()).toBe(3)
  })

  it('is refused when it asks for something else: another body, query or address', async () => {
    expect((await post('/api/rules', rule(), 'a')).status).toBe(201)
    for (const [path, body] of [
      ['/api/rules', rule({ name: 'Any car' })],
      ['/api/scans', {}],
    ] as const) {
      expect(await post(path, body, 'a')).toMatchObject({
        status: 422,
        body: { code: 'idempotency-key-reused' },
      })
    }
    expect(await ruleCount()).toBe(1)
  })

  it('of two at once only one is done; the other is told to ask again', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('/api/rules', rule(), 'a')))
    expect(await ruleCount()).toBe(1)
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency-key-in-use' } })
      expect(answer.headers.get('retry-after')).toBe('2')
    }
  })

  it('is done when the first failed, which did nothing', async () => {
    expect((await post('/api/rules', rule({ place: 'Nowhere at all' }), 'a')).status).toBe(422)
    expect((await post('/api/clusters/merge', { listingIds: [1, 2] }, 'b')).status).toBe(422)
    expect((await post('/api/rules', rule(), 'a')).status).toBe(201)
    expect((await post('/api/rules', rule(), 'b')).status).toBe(201)
  })

  it('is done a minute after the process that had begun it died, by one of those that ask', async () => {
    const asked = { userId: test.app.owner, key: 'a', token: randomUUID() }
    // Begun with the very request, and never heard of again.
    const captured = await contentOf(rule())
    expect(await elsewhere().begin({ ...asked, ...captured })).toEqual({ state: 'new' })
    expect(await post('/api/rules', rule(), 'a')).toMatchObject({ status: 409 })
    clock.advance(50_000)
    await elsewhere().renew({ ...asked, ...captured })
    clock.advance(50_000)
    expect(await post('/api/rules', rule(), 'a')).toMatchObject({ status: 409 })
    clock.advance(11_000)
    const answers = await Promise.all([post('/api/rules', rule(), 'a'), post('/api/rules', rule(), 'a')])
    expect(answers.map(({ status }) => status)).toContain(201)
    expect(await ruleCount()).toBe(1)
    // What the dead one has to say after all changes nothing.
    await elsewhere().keep({ ...asked, ...captured }, { status: 200, headers: {}, body: 'late' })
    await elsewhere().release({ ...asked, ...captured })
    expect(await post('/api/rules', rule(), 'a')).toMatchObject({ status: 201, body: { name: 'Any bike' } })
  })

  it('is done again after 24 hours, when the answer is deleted', async () => {
    await post('/api/rules', rule(), 'a')
    clock.advance(23 * 3_600_000)
    expect(await deleteOldAnswers(test.app.db, new Date(clock.now().getTime() - 24 * 3_600_000), 10)).toBe(0)
    expect((await post('/api/rules', rule(), 'a')).headers.get('idempotency-replayed')).toBe('true')
    clock.advance(3_600_000)
    expect((await post('/api/rules', rule(), 'a')).headers.get('idempotency-replayed')).toBeNull()
    expect(await ruleCount()).toBe(2)
    clock.advance(24 * 3_600_000)
    expect(await deleteOldAnswers(test.app.db, new Date(clock.now().getTime() - 24 * 3_600_000), 10)).toBe(1)
  })

  it('leaves nothing readable of the answer in the database', async () => {
    await post('/api/rules', rule({ name: 'Nobody reads this' }), 'a')
    const { rows } = await test.app.db.query('SELECT * FROM kept_answers')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/Nobody|bike/)
  })

  it('has a key of visible ASCII characters', async () => {
    for (const key of ['', 'a b', 'x'.repeat(256), 'a"b', 'é'])
      expect(await post('/api/rules', rule(), key)).toMatchObject({
        status: 400,
        body: { code: 'bad-idempotency-key' },
      })
    expect(await ruleCount()).toBe(0)
  })

  it('that is an upload has none: another file as long would be answered as the first', async () => {
    const upload = (text: string, key?: string) => {
      const body = new FormData()
      body.append('file', new Blob([text]), 'a.csv')
      const headers = { ...(key !== undefined && { 'idempotency-key': key }) }
      return fetch(`${test.address}/api/imports`, { method: 'POST', headers, body })
    }
    const csv = (id: string) =>
      `source,id,title,url,price,currency\nmine,${id},Road bike,https://example.com/1,20,USD\n`
    const refused = await upload(csv('a'), 'a')
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      code: 'bad-idempotency-key',
      detail: expect.stringMatching(/upload takes no Idempotency-Key.*leave it out/),
    })
    for (const id of ['a', 'b']) expect(await (await upload(csv(id))).json()).toMatchObject({ added: 1 })
    expect(await (await upload(csv('b'))).json()).toMatchObject({ added: 0, unchanged: 1 })
    const document = (await (await fetch(`${test.address}/api/openapi.json`)).json()) as {
      paths: Record<string, { post: { parameters?: { name: string }[] } }>
    }
    const names = (path: string) => document.paths[path]!.post.parameters?.map(({ name }) => name) ?? []
    expect(names('/api/imports')).not.toContain('Idempotency-Key')
    expect(names('/api/rules')).toContain('Idempotency-Key')
  })

  it('that only looks takes no notice of the key', async () => {
    for (const title of ['iPhone 8', 'iPhone 9'])
      expect((await post('/api/value', { title }, 'a')).status).toBe(200)
    const { rows } = await test.app.db.query('SELECT FROM kept_answers')
    expect(rows).toHaveLength(0)
  })
})

/** What the program makes of a request, as it looks to who keeps the answer. */
async function contentOf(body: object) {
  const { ruleInputSchema } = await import('../model/rule-schema.ts')
  return { route: 'POST /api/rules', content: JSON.stringify([{}, {}, ruleInputSchema.parse(body)]) }
}
