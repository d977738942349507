import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimedHouse, type House, type Visitor } from '../../accounts/test-kit.ts'
import { sampleItem, sampleMessage } from '../../channels/fake-server.ts'
import { insertNotifications } from '../store.ts'

const lines: string[] = []
let house: House
let anna: Visitor
let ben: Visitor

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  house = await claimedHouse({ overrides: { log } })
  anna = await house.member('anna@example.com')
  ben = await house.member('ben@example.com')
  await notify('anna@example.com', 'Annas oak table')
  await notify('ben@example.com', 'Bens road bike')
})
afterAll(() => house[Symbol.asyncDispose]())

const idOf = async (email: string) =>
  (await house.test.app.db.query<{ id: number }>('SELECT id FROM users WHERE email = $1', [email])).rows[0]!
    .id

async function notify(
  email: string,
  title: string,
  dedupeKey = title,
  kind: 'digest' | 'new-match' = 'new-match',
) {
  const userId = await idOf(email)
  const { notificationId: _, ...message } = sampleMessage({ kind, title, items: [sampleItem({ title })] })
  const row = { userId, dedupeKey, message, score: 80, ruleIds: [], seenAt: null }
  await house.test.app.db.transaction((tx) => insertNotifications(tx, [row], new Date()))
}

async function made(visitor: Visitor): Promise<{ rss: string; json: string; token: string }> {
  const answer = await visitor.call('POST', '/api/me/feed')
  expect(answer.status).toBe(201)
  const { rss, json } = answer.body as { rss: string; json: string }
  return {
    rss: new URL(rss).pathname,
    json: new URL(json).pathname,
    token: /\/feeds\/(.+)\.rss$/.exec(rss)![1]!,
  }
}

const titles = (body: unknown) =>
  (JSON.parse(body as string) as { items: { title: string }[] }).items.map(({ title }) => title)

const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${house.address}${path}`, { headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

it('shows who has its address the matches of its person alone, and says that it is nobody else’s to keep', async () => {
  const { rss, json, token } = await made(anna)
  expect(token).toMatch(/^[0-9a-f]{32}$/)
  await notify('anna@example.com', 'What was held back', 'digest', 'digest')
  const found = await read(json)
  expect(titles(found.text)).toEqual(['Annas oak table'])
  expect(found.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
  const xml = await read(rss)
  expect(xml.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
  expect(xml.text).toContain('Annas oak table')
  expect(xml.text).not.toContain('Bens')
  for (const { headers, text } of [found, xml]) {
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(text).not.toContain(token)
  }
})

it('who has the same already is told so, and who has not gets what is new', async () => {
  const { rss, json } = await made(ben)
  for (const path of [rss, json]) {
    const tag = (await read(path)).headers.get('etag')!
    const again = await read(path, { 'if-none-match': tag })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag])
    await notify('ben@example.com', `Another bike ${path}`)
    expect((await read(path, { 'if-none-match': tag })).status).toBe(200)
  }
})

it('an address opens nothing once there is a newer one, it was ended, or its person was switched off', async () => {
  const first = await made(anna)
  const second = await made(anna)
  expect((await read(first.json)).status).toBe(404)
  expect((await read(second.json)).status).toBe(200)
  const id = await idOf('anna@example.com')
  expect((await house.owner.call('PATCH', `/api/users/${id}`, { disabled: true })).status).toBe(200)
  const off = await read(second.json)
  await house.owner.call('PATCH', `/api/users/${id}`, { disabled: false })
  expect((await read(second.json)).status).toBe(200)
  expect((await house.owner.call('DELETE', '/api/me/feed')).status).toBe(404)
  await anna.call('POST', '/api/auth/sign-in', { email: 'anna@example.com', password: 'seven quiet herons' })
  expect((await anna.call('DELETE', '/api/me/feed')).status).toBe(204)
  const ended = await read(second.json)
  const unknown = await read(`/feeds/${'0'.repeat(32)}.json`)
  const bare = ({ status, text }: { status: number; text: string }) => [
    status,
    text.replaceAll(/"(?:requestId|instance)":"[^"]*"/g, ''),
  ]
  expect(bare(unknown)[0]).toBe(404)
  expect([off, ended].map(bare)).toEqual([bare(unknown), bare(unknown)])
  expect(unknown.headers.get('referrer-policy')).toBe('no-referrer')
})

it('the token stands in no log line, metric or row, not even of an address that is mistyped', async () => {
  const { rss, json, token } = await made(ben)
  for (const path of [
    rss,
    json,
    `/feeds/${token}`,
    `/feeds/${token}.atom`,
    `/feed/${token}.rss`,
    `${rss}?x=1`,
    `/feeds/${token}.rss/`,
  ])
    await read(path)
  expect(lines.filter((line) => line.includes('/feeds/:token.rss')).length).toBeGreaterThan(0)
  expect(lines.filter((line) => line.includes(token))).toEqual([])
  expect((await read('/metrics')).text).not.toContain(token)
  const { db } = house.test.app
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  )
  for (const { name } of tables) {
    const { rows } = await db.query(`SELECT FROM ${name} t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%'`, [
      token,
    ])
    expect([name, rows.length]).toEqual([name, 0])
  }
})

it('no key makes one, since it would open more than the key', async () => {
  const key = await ben.call('POST', '/api/auth/keys', { name: 'all', scope: 'write' })
  const { key: secret } = key.body as { key: string }
  const answer = await house
    .visitor()
    .call('POST', '/api/me/feed', undefined, { authorization: `Bearer ${secret}` })
  expect(answer.status).toBe(403)
})

it('each token has a limit of its own, whoever fetches it', async () => {
  await using small = await claimedHouse({ env: { RATE_LIMIT_FEED: '2' } })
  const one = await small.member('one@example.com')
  const two = await small.member('two@example.com')
  const paths: string[] = []
  for (const person of [one, two])
    paths.push(new URL(((await person.call('POST', '/api/me/feed')).body as { rss: string }).rss).pathname)
  const statuses: number[] = []
  for (let i = 0; i < 10 && statuses.at(-1) !== 429; i++)
    statuses.push((await small.visitor().call('GET', paths[0]!)).status)
  expect(statuses.slice(0, 2)).toEqual([200, 200])
  expect(statuses.at(-1)).toBe(429)
  expect((await small.visitor().call('GET', paths[1]!)).status).toBe(200)
})
