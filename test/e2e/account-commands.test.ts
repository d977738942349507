import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimedHouse, goodPassword, type House } from '../../server/accounts/test-kit.ts'
import { run } from '../harness/program.ts'

let house: House
beforeAll(async () => {
  house = await claimedHouse()
})
afterAll(() => house?.[Symbol.asyncDispose]())

/** A command beside the running program, with this typed where it asks. */
const command = (args: string[], typed?: string) =>
  run(args, {
    env: {
      DATABASE_URL: house.test.database.connectionString,
      DEAL_SCOUT_DATA: house.test.app.config.dataDir,
      DEAL_SCOUT_DEMO: 'off',
    },
    ...(typed !== undefined && { before: `printf '${typed}\\n' |` }),
  })

it('users delete deletes nothing but for who types whom; then sessions, keys and the feed of that account open nothing', async () => {
  const ben = await house.member('ben@example.com')
  const key = (await ben.call('POST', '/api/auth/keys', { name: 'mine', scope: 'read' })).body as {
    key: string
  }
  const feed = (await ben.call('POST', '/api/me/feed')).body as { rss: string }
  const feedPath = new URL(feed.rss).pathname
  const byKey = () =>
    house.visitor().call('GET', '/api/rules', undefined, { authorization: `Bearer ${key.key}` })
  const statuses = async () => [
    (await ben.call('GET', '/api/rules')).status,
    (await byKey()).status,
    (await house.visitor().call('GET', feedPath)).status,
  ]
  expect(await statuses()).toEqual([200, 200, 200])

  const mistyped = await command(['users', 'delete', 'ben@example.com'], 'ben')
  expect(mistyped.code).toBe(2)
  expect(mistyped.stderr).toContain('Nothing was deleted')
  expect(await statuses()).toEqual([200, 200, 200])

  const unknown = await command(['users', 'delete', 'bea@example.com', '--yes'])
  expect(unknown.code).toBe(2)
  const owner = await command(['users', 'delete', 'owner@example.com', '--yes'])
  expect(owner.code).not.toBe(0)
  expect(owner.stderr).toContain('The owner of the installation stays its owner')

  const typed = await command(['users', 'delete', 'ben@example.com'], 'ben@example.com')
  expect(typed, typed.stderr).toMatchObject({ code: 0 })
  expect(await statuses()).toEqual([401, 401, 404])
  const { rows } = await house.test.app.db.query(
    `SELECT 1 FROM users WHERE email = 'ben@example.com' UNION ALL SELECT 1 FROM api_keys WHERE name = 'mine'`,
  )
  expect(rows).toEqual([])
})

it('feed make prints addresses that open the feed of whom --as names, and feed end ends them', async () => {
  const cara = await house.member('cara@example.com')
  expect((await cara.call('GET', '/api/me')).status).toBe(200)
  const made = await command(['feed', 'make', '--as', 'cara@example.com', '--json'])
  expect(made, made.stderr).toMatchObject({ code: 0 })
  const paths = Object.values(JSON.parse(made.stdout) as { rss: string; json: string })
    .filter((value) => /^https?:/.test(value))
    .map((url) => new URL(url).pathname)
  expect(paths).toHaveLength(2)
  for (const path of paths) expect((await house.visitor().call('GET', path)).status, path).toBe(200)
  expect((await command(['feed', 'end', '--as', 'cara@example.com'])).code).toBe(0)
  for (const path of paths) expect((await house.visitor().call('GET', path)).status, path).toBe(404)
})

it('users reset prints a link by which a forgotten password is set anew, once', async () => {
  const dora = await house.member('dora@example.com')
  const reset = await command(['users', 'reset', 'dora@example.com', '--json'])
  expect(reset, reset.stderr).toMatchObject({ code: 0 })
  const token = (JSON.parse(reset.stdout) as { url: string }).url.split('/').at(-1)
  const set = (password: string) =>
    house.visitor().call('POST', '/api/auth/new-password', { token, password })
  expect((await set('nine tired herons')).status).toBe(204)
  expect((await set('ten tired herons')).status).toBe(404)
  expect((await dora.call('GET', '/api/rules')).status).toBe(401)
  const back = { email: 'dora@example.com', password: 'nine tired herons' }
  expect((await dora.call('POST', '/api/auth/sign-in', back)).status).toBe(204)
  const old = { email: 'dora@example.com', password: goodPassword }
  expect((await house.visitor().call('POST', '/api/auth/sign-in', old)).status).toBe(401)
})
