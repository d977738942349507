import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StubClock, stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { run } from '../../test/harness/program.ts'
import { actorNamed } from '../accounts/actor.ts'
import { ingest } from '../flows/ingest.ts'

let test: TestApp
let clock: StubClock
let anna: number

/** Stands in for a sign-in: a header says who asks. */
const personHeader = 'x-person'

beforeAll(async () => {
  clock = stubClock()
  test = await testApp({
    roles: ['api'],
    overrides: {
      clock,
      actorOf: async ({ headers }) => ({
        userId: headers[personHeader] === undefined ? test.app.owner : Number(headers[personHeader]),
        roles: ['owner'],
      }),
    },
  })
  const { rows } = await test.app.db.query<{ id: number }>(
    `INSERT INTO users (name, role) VALUES ('Anna', 'owner') RETURNING id`,
  )
  anna = rows[0]!.id
  await take()
})
afterAll(() => test[Symbol.asyncDispose]())

/** A new listing of a road bike. */
async function take(): Promise<void> {
  await ingest(test.app.pipeline, {
    sightings: [{ marketplace: 'feed', seen: seenListing(), observedAtMs: clock.now().getTime() }],
    ...{ sourceId: null, scanId: null, demo: false },
  })
}

async function ask(person: number, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${test.address}${path}`, {
    method,
    headers: {
      [personHeader]: String(person),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
}

const listingId = async () =>
  (await test.app.db.query<{ id: number }>('SELECT min(id) AS id FROM listings')).rows[0]!.id

const feed = { marketplace: 'feed', settings: { url: 'https://example.com/feed.xml' }, try: false }

/** What each person has of their own: how one is made, and the list that it is then in. */
const own: { name: string; list: string; make(): Promise<unknown>; one?: (id: number) => string }[] = [
  {
    name: 'rules',
    list: '/api/rules',
    make: async () => ruleInput(),
    one: (id) => `/api/rules/${id}`,
  },
  { name: 'sources', list: '/api/sources', make: async () => feed, one: (id) => `/api/sources/${id}` },
  {
    name: 'templates',
    list: '/api/message-templates',
    make: async () => ({ name: 'mine', kind: 'first-contact', body: 'Hello, is {title} still there?' }),
    one: (id) => `/api/message-templates/${id}`,
  },
  {
    name: 'watches',
    list: '/api/watches',
    make: async () => ({ listingId: await listingId() }),
    one: (id) => `/api/watches/${id}`,
  },
]

describe('a request acts for the person who asks', () => {
  it.each(own)('$name of one are not shown to another, nor changed by them', async ({ list, make, one }) => {
    const made = await ask(anna, 'POST', list, await make())
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const ids = async (person: number) =>
      (await ask(person, 'GET', list)).body.items.map(({ id }: { id: number }) => id)
    expect(await ids(anna)).toContain(made.body.id)
    expect(await ids(test.app.owner)).not.toContain(made.body.id)
    const path = one!(made.body.id)
    expect((await ask(test.app.owner, 'DELETE', path)).status).toBe(404)
    expect(await ids(anna)).toContain(made.body.id)
    expect((await ask(anna, 'DELETE', path)).status).toBe(204)
  })

  it('a source of another is neither read, changed, planned nor scanned', async () => {
    const { body } = await ask(anna, 'POST', '/api/sources', feed)
    const path = `/api/sources/${body.id}`
    expect((await ask(test.app.owner, 'GET', path)).status).toBe(404)
    expect((await ask(test.app.owner, 'GET', `${path}/plan`)).status).toBe(404)
    expect((await ask(test.app.owner, 'PUT', path, { ...feed, try: undefined })).status).toBe(404)
    expect((await ask(test.app.owner, 'POST', '/api/scans', { sourceId: body.id })).status).toBe(404)
    expect((await ask(anna, 'GET', path)).status).toBe(200)
    await ask(anna, 'DELETE', path)
  })

  it('what fits a rule of one is told to that one, and matched for nobody else', async () => {
    const rule = (await ask(anna, 'POST', '/api/rules', ruleInput())).body
    await take()
    const told = (await ask(anna, 'GET', '/api/notifications')).body.items
    expect(told).toHaveLength(1)
    expect((await ask(test.app.owner, 'GET', '/api/notifications')).body.items).toEqual([])
    expect((await ask(test.app.owner, 'POST', `/api/notifications/${told[0].id}/read`)).status).toBe(404)
    expect((await ask(anna, 'GET', `/api/rules/${rule.id}/matches`)).body.items).toHaveLength(1)
    expect((await ask(test.app.owner, 'GET', `/api/rules/${rule.id}/matches`)).status).toBe(404)
    await ask(anna, 'DELETE', `/api/rules/${rule.id}`)
  })

  it('how one is told, and sells, is their own', async () => {
    const { inWords: _, ...preferences } = (await ask(anna, 'GET', '/api/notification-preferences')).body
    const changed = await ask(anna, 'PUT', '/api/notification-preferences', {
      ...preferences,
      timeZone: 'Asia/Tokyo',
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect((await ask(test.app.owner, 'GET', '/api/notification-preferences')).body.timeZone).not.toBe(
      'Asia/Tokyo',
    )
    await ask(anna, 'PUT', '/api/settings/selling', { sellWithinDays: 14 })
    const days = async (person: number) =>
      (await ask(person, 'GET', '/api/settings/selling')).body.effective.sellWithinDays
    expect(await days(anna)).toBe(14)
    expect(await days(test.app.owner)).not.toBe(14)
  })

  it('a trend is of a rule of their own only', async () => {
    const { body } = await ask(anna, 'POST', '/api/rules', ruleInput())
    expect((await ask(anna, 'GET', `/api/trends?ruleId=${body.id}`)).status).toBe(200)
    expect((await ask(test.app.owner, 'GET', `/api/trends?ruleId=${body.id}`)).status).toBe(404)
    await ask(anna, 'DELETE', `/api/rules/${body.id}`)
  })
})

describe('a command acts for the owner, or for whom --as names', () => {
  const command = (...args: string[]) =>
    run([...args, '--json'], {
      env: {
        DATABASE_URL: test.database.connectionString,
        DEAL_SCOUT_DATA: test.app.config.dataDir,
        DEAL_SCOUT_DEMO: 'off',
      },
    })
  const names = ({ stdout }: { stdout: string }): string[] =>
    JSON.parse(stdout).map(({ name }: { name: string }) => name)

  it('before the command or after it', async () => {
    const made = await command('--as', 'Anna', 'rules', 'add', "Anna's", '--all', 'tandem')
    expect(made, made.stderr).toMatchObject({ code: 0 })
    await command('rules', 'add', "The owner's", '--all', 'tandem')
    expect(names(await command('rules', 'list', '--as', 'anna'))).toEqual(["Anna's"])
    expect(names(await command('--as=anna', 'rules'))).toEqual(["Anna's"])
    expect(names(await command('rules', 'list'))).toEqual(["The owner's"])
    const [{ id }] = JSON.parse((await command('rules', '--as', 'Anna')).stdout)
    expect((await command('rules', 'remove', String(id))).code).toBe(2)
    expect((await command('rules', 'remove', String(id), '--as', 'Anna')).code).toBe(0)
  })

  it('says which accounts there are where there is none of that name', async () => {
    const refused = await command('rules', 'list', '--as', 'Ana')
    expect(refused.code).toBe(2)
    expect(JSON.parse(refused.stderr).error).toMatchObject({
      code: 'bad-input',
      message: '--as: "Ana" is no account; there are Owner, Anna.',
    })
  })

  it('is refused by a command that acts for nobody', async () => {
    const refused = await command('config', '--as', 'Anna')
    expect(refused.code).toBe(2)
    const before = await command('--as', 'Anna', 'jobs')
    expect([before.code, before.stderr]).toEqual([2, expect.stringContaining('acts for nobody')])
  })

  it('does not guess between accounts of one name', async () => {
    await test.app.db.transaction(async (tx) => {
      await tx.query(`INSERT INTO users (name, role) VALUES ('Ben', 'owner'), ('ben', 'owner')`)
      await expect(actorNamed(tx, 'Ben')).rejects.toThrow('more than one account')
      await tx.query(`DELETE FROM users WHERE lower(name) = 'ben'`)
    })
  })
})
