import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../harness/clone.ts'
import { testDatabase } from '../harness/database.ts'
import { dataFolder, type Program, startProgram } from '../harness/program.ts'
import { until } from '../harness/until.ts'
import { checkOut, type EarlierCode, earlierCode } from './earlier.ts'

const earlier = earlierCode()
if ('none' in earlier)
  process.stderr.write(`\n!! Nothing is run beside the release before: ${earlier.none}\n\n`)

describe.skipIf('none' in earlier)('beside the code from before the newest migration', () => {
  let before: ReturnType<typeof checkOut>
  beforeAll(() => {
    before = checkOut(earlier as EarlierCode)
  })
  afterAll(() => before?.[Symbol.dispose]())

  it('that code starts on the new tables, does all of its work there, and applies nothing', async () => {
    await using database = await testDatabase()
    const applied = await namesOf(database)
    expect(applied).toContain((earlier as EarlierCode).migration)
    await using all = await startPart(database, before.launcher, 'api,worker,scheduler')
    await journey(all.address!, database)
    expect(await namesOf(database)).toEqual(applied)
  })

  it('an old worker does what a new API asks for', async () => {
    await using database = await testDatabase()
    await using worker = await startPart(database, before.launcher, 'worker,scheduler')
    await using api = await startPart(database, undefined, 'api')
    await journey(api.address!, database)
    expect(worker.child.exitCode).toBeNull()
  })

  it('a new worker does what an old API asks for', async () => {
    await using database = await testDatabase()
    await using worker = await startPart(database, undefined, 'worker,scheduler')
    await using api = await startPart(database, before.launcher, 'api')
    await journey(api.address!, database)
    expect(worker.child.exitCode).toBeNull()
  })
})

const key = Buffer.alloc(32, 3).toString('base64')

async function startPart(database: TestDatabase, launcher: string | undefined, roles: string) {
  const folder = dataFolder()
  const program: Program = startProgram(['start', '--role', roles], {
    ...(launcher !== undefined && { launcher }),
    env: {
      ...database.env,
      ...{ DEAL_SCOUT_DATA: folder.path, DEAL_SCOUT_PORT: '0', DEAL_SCOUT_DEMO: 'off' },
      ...{ DEAL_SCOUT_SECRET_KEYS: key, DATABASE_POOL_SIZE: '6', LEARN_FIRST: 'off' },
    },
  })
  const ready = roles.includes('api') ? /Deal Scout is at (http:\S+)/ : /roles: ([\w, ]+);/
  const found = await until(async () => {
    if (program.child.exitCode !== null) throw new Error(`it ended: ${program.stderr()}`)
    return ready.exec(program.stderr())?.[1]
  }, 60_000)
  return Object.assign(program, {
    address: roles.includes('api') ? found : null,
    async [Symbol.asyncDispose]() {
      program.child.kill('SIGTERM')
      await program.ended
      folder[Symbol.dispose]()
    },
  })
}

/** What goes from an API to workers: rules, an import, messages, a channel, a watch. Each is seen to have been done. */
async function journey(address: string, database: TestDatabase): Promise<void> {
  const { db } = database
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const text = await answer.text()
    expect(answer.status, `${method} ${path}: ${text}`).toBeLessThan(300)
    return text === '' ? null : JSON.parse(text)
  }
  const send = async (from: number, count: number) => {
    const lines = Array.from(
      { length: count },
      (_, i) => `s${from + i},Skew bike no ${from + i},${200 + i},USD,Berlin`,
    )
    const form = new FormData()
    form.set('file', new File([['id,title,price,currency,location', ...lines].join('\n')], 'list.csv'))
    const answer = await fetch(`${address}/api/imports`, { method: 'POST', body: form })
    expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  }
  const count = async (what: string) =>
    (await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${what}`)).rows[0]!.count

  await send(0, 5)
  // Looks at what is stored: a job.
  const { id } = await call('POST', '/api/rules', {
    ...{ name: 'Skew bikes', keywords: { all: ['skew bike'] }, channels: ['inbox'] },
  })
  await until(async () => (await count(`matches WHERE rule_id = ${id}`)) === 5, 20_000)
  await call('PATCH', `/api/rules/${id}`, { name: 'Skew bikes, all of them' })
  // Matched with the write, delivered by a worker.
  await send(5, 4)
  await until(async () => (await count(`matches WHERE rule_id = ${id}`)) === 9, 20_000)
  await until(async () => (await count(`deliveries WHERE channel = 'inbox' AND state = 'sent'`)) >= 2, 20_000)
  const { items } = await call('GET', '/api/deals?limit=5')
  expect(items.length).toBeGreaterThan(0)
  await call('POST', '/api/watches', { listingId: items[0].id })
  await call('POST', '/api/channels/inbox/test')
  await until(
    async () => (await count(`deliveries WHERE channel = 'inbox' AND state <> 'sent'`)) === 0,
    20_000,
  )
  // Nothing was refused for what it holds, nothing is left over.
  await until(async () => (await count(`jobs.job WHERE state IN ('active', 'retry')`)) === 0, 20_000)
  expect(await count(`jobs.job WHERE name = 'dead-letter'`)).toBe(0)
  expect(await count(`deliveries WHERE state NOT IN ('sent', 'held')`)).toBe(0)
}

async function namesOf({ db }: TestDatabase): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>('SELECT name FROM schema_migrations ORDER BY name')
  return rows.map(({ name }) => name)
}
