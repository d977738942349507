import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../../test/harness/app.ts'
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts'
import { type FakeServer, sendJson, startFakeServer } from '../../../test/harness/fake-server.ts'
import { run, startProgram } from '../../../test/harness/program.ts'
import { codeOf, forgetSteps, setUpCodes, type WithCodes } from '../../accounts/factors/test-kit.ts'
import { claimedHouse, goodPassword, type House } from '../../accounts/test-kit.ts'
import type { ChannelFakeServer } from '../../channels/fake-server.ts'
import { startChannelFakeServer as startSms } from '../../channels/sms/contract-fake-server.ts'
import { keyFileOf, keysInFile } from '../../core/secret-keys.ts'
import { createSecrets } from '../../core/secrets.ts'
import { sealContext as mailboxContext } from '../../mailbox/sealed.ts'
import { sealContext } from '../../sources/connections/connections.ts'
import { settingsContext } from '../../sources/context.ts'
import { columnName, removeOldKeys, rotate, sealedByKey } from './rotate.ts'

let sms: ChannelFakeServer
let site: FakeServer
beforeAll(async () => {
  sms = await startSms()
  site = await startFakeServer(({ url }, response) =>
    url.pathname.endsWith('.xml')
      ? void response
          .setHeader('etag', '"one"')
          .end(
            '<rss version="2.0"><channel><title>t</title><item><title>Oak table $40</title><link>/1</link></item></channel></rss>',
          )
      : sendJson(response, 200, { id: 1 }),
  )
})
afterAll(async () => {
  for (const one of [sms, site]) await one[Symbol.asyncDispose]()
})

const adapterEnv = () => ({
  ...{ FEED_ALLOW_PRIVATE_NETWORK: 'true', GOTIFY_ALLOW_PRIVATE_NETWORK: 'true' },
  ...Object.fromEntries(Object.entries(sms.options).map(([name, value]) => [name, String(value)])),
})

describe('a program that runs', () => {
  let house: House
  let again: TestApp
  const setKey = { 'idempotency-key': 'one' }
  let made: unknown
  let codes: WithCodes

  beforeAll(async () => {
    house = await claimedHouse({ roles: ['api', 'worker', 'scheduler'], env: adapterEnv() })
    const { owner } = house
    const source = { marketplace: 'feed', name: 'one', settings: { url: `${site.baseUrl}/one.xml` } }
    const answers = [
      await owner.call('POST', '/api/sources', { ...source, browse: true }),
      await owner.call('PUT', '/api/channels/gotify', {
        settings: { server: site.baseUrl, appToken: 'A-token' },
      }),
      await owner.call('PUT', '/api/channels/sms', { settings: sms.settings }),
      await owner.call('POST', '/api/channels/sms/confirmation'),
      await owner.call('POST', '/api/auth/keys', { name: 'kept', scope: 'read' }, setKey),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 201])
    codes = await setUpCodes(house, await house.member('ann@example.com'))
    made = answers.at(-1)!.body
    await until(async () => (await count('adapter_cache')) > 0)
    const { app } = house.test
    const account = { userId: app.owner, marketplace: 'market', environment: 'production' }
    await app.db.query(
      `INSERT INTO marketplace_accounts (user_id, marketplace, environment, state, scopes, tokens, access_expires_at,
         connected_at, updated_at) VALUES ($1, $2, $3, 'connected', '[]', $4, now(), now(), now())`,
      [...Object.values(account), app.notify.secrets.seal('{}', sealContext(account))],
    )
    await app.db.query(
      `INSERT INTO mailboxes (user_id, name, host, port, security, login, access, signs_in_by, folder, read_back_days, enabled,
         created_at, updated_at)
       VALUES ($1, 'mine', 'imap.example.com', 993, 'tls', 'me', $2, 'password', 'INBOX', 2, false, now(), now())`,
      [app.owner, app.notify.secrets.seal('{}', mailboxContext(app.owner))],
    )
  }, 240_000)
  afterAll(async () => {
    await again?.[Symbol.asyncDispose]()
    await house[Symbol.asyncDispose]()
  })

  const query = async <Row extends object>(sql: string) => (await house.test.app.db.query<Row>(sql)).rows
  const count = async (table: string) =>
    (await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n

  /** Every column of every table in which something stands that looks sealed, as `table.column`. */
  async function holdSealedText(): Promise<string[]> {
    const columns = await query<{ schema: string; table: string; column: string; type: string }>(
      `SELECT table_schema AS schema, table_name AS table, column_name AS column, data_type AS type
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
         AND (data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY'))`,
    )
    const found: string[] = []
    for (const { schema, table, column, type } of columns) {
      const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`
      const [row] = await query<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${schema}"."${table}" WHERE ${text} ~ 'v1\\.[A-Za-z0-9_-]{8}\\.[A-Za-z0-9_-]{38,}|[$]ba[$][0-9]+[$][0-9a-f]{40,}'`,
      )
      if (row!.n > 0) found.push(`${table}.${column}`)
    }
    return found.sort()
  }

  it('holds sealed text in the columns that its slices name, and in no other', async () => {
    const named = house.test.app.sealing.sealed.map(({ table, column }) => `${table}.${column}`)
    expect(await holdSealedText()).toEqual([...new Set(named)].sort())
    const counted = await sealedByKey(house.test.app.sealing)
    expect(counted.filter(({ counts }) => counts[0] === 0)).toEqual([])
  })

  it('goes on while everything is sealed anew, seals with the new key at once, and signs nobody out', async () => {
    const { app, database } = house.test
    const path = keyFileOf(app.config.dataDir)
    const [old] = await keysInFile(path)
    // Another process on the same data folder, as a command is.
    again = await testApp({
      env: { ...database.env, ...adapterEnv(), DEAL_SCOUT_DATA: app.config.dataDir },
    })
    const columns = await rotate(again.app.sealing)
    expect(columns.map(({ column }) => column)).toEqual(app.sealing.sealed.map(columnName))
    expect(columns.flatMap(({ closed }) => closed)).toEqual([])
    expect(columns.filter(({ resealed }) => resealed === 0)).toEqual([])
    const keys = await keysInFile(path)
    expect([keys.length, keys[1]]).toEqual([2, old])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(app.config.dataDir).filter((name) => name.startsWith('secret-key'))).toEqual([
      'secret-key',
    ])
    const { owner } = house
    expect((await owner.call('GET', '/api/auth/account')).status).toBe(200)
    const put = { settings: { server: site.baseUrl, appToken: 'B-token' } }
    expect((await owner.call('PUT', '/api/channels/gotify', put)).status).toBe(200)
    expect((await owner.call('POST', '/api/channels/gotify/test')).status).toBe(202)
    await until(async () => {
      const rows = await query<{ state: string }>(`SELECT state FROM deliveries WHERE channel = 'gotify'`)
      return rows.length > 0 && rows.every(({ state }) => state === 'sent')
    })
    const code = /\b(\d{8})\b/.exec(sms.received().at(-1)!)![1]!
    expect((await owner.call('POST', '/api/channels/sms/confirm', { code })).status).toBe(204)
    const replayed = await owner.call('POST', '/api/auth/keys', { name: 'kept', scope: 'read' }, setKey)
    expect([replayed.headers.get('idempotency-replayed'), replayed.body]).toEqual(['true', made])
    const { items } = (await owner.call('GET', '/api/sources')).body as { items: { state: string }[] }
    expect(items.map(({ state }) => state)).not.toContain('off')
    const counted = await sealedByKey(app.sealing)
    expect(counted.map(({ counts, unknown }) => [counts[1], unknown])).toEqual(counted.map(() => [0, 0]))
    expect(
      await query(
        `SELECT what, via, details->>'closed' AS closed FROM audit_events WHERE what = 'secrets-rotated'`,
      ),
    ).toEqual([{ what: 'secrets-rotated', via: 'program', closed: '0' }])
  })

  it('a rotation that is under way is ended, not begun once more; then the old key may go', async () => {
    const { app } = house.test
    const path = keyFileOf(app.config.dataDir)
    const keys = await keysInFile(path)
    const columns = await rotate(again.app.sealing)
    expect(columns.every(({ resealed }) => resealed === 0)).toBe(true)
    expect(await keysInFile(path)).toEqual(keys)
    expect(await removeOldKeys(again.app.sealing)).toBe(1)
    expect(await keysInFile(path)).toEqual(keys.slice(0, 1))
    expect(await removeOldKeys(again.app.sealing)).toBe(0)
    await until(async () => app.sealing.secrets.keyIds().length === 1)
    // The cookie is of the old key.
    expect((await house.owner.call('GET', '/api/auth/account')).status).toBe(401)
    const signIn = { email: 'owner@example.com', password: goodPassword }
    expect((await house.owner.call('POST', '/api/auth/sign-in', signIn)).status).toBe(204)
    const ann = house.visitor()
    const hers = { ...signIn, email: 'ann@example.com' }
    expect((await ann.call('POST', '/api/auth/sign-in', hers)).body).toMatchObject({ wanted: 'code' })
    await forgetSteps(house)
    const code = codeOf(codes.secret)
    expect((await ann.call('POST', '/api/auth/sign-in/code', { code })).status).toBe(204)
    expect((await house.owner.call('GET', '/api/channels')).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: 'gotify', unavailable: null })]),
    })
  })

  it('an old key stays while something is sealed with it', async () => {
    const { app } = house.test
    const path = keyFileOf(app.config.dataDir)
    const [newest] = await keysInFile(path)
    writeFileSync(path, [randomBytes(32), newest!].map((key) => `${key.toString('base64')}\n`).join(''))
    await sleep(600)
    await expect(removeOldKeys(again.app.sealing)).rejects.toMatchObject({ code: 'keys-in-use' })
    expect(await keysInFile(path)).toHaveLength(2)
    expect((await rotate(again.app.sealing)).some(({ resealed }) => resealed > 0)).toBe(true)
    expect((await sealedByKey(app.sealing)).every(({ counts }) => counts[1] === 0)).toBe(true)
  })

  it('a key file that is damaged while it runs changes nothing for it', async () => {
    const { app } = house.test
    const path = keyFileOf(app.config.dataDir)
    const whole = readFileSync(path)
    writeFileSync(path, 'not a key at all\n')
    await sleep(600)
    expect((await house.owner.call('POST', '/api/channels/gotify/test')).status).toBe(202)
    writeFileSync(path, whole)
  })
})

describe('deal-scout secrets', () => {
  const rows = 3_000
  let database: TestDatabase
  let folder: string
  let env: Record<string, string>
  beforeAll(async () => {
    database = await testDatabase()
    folder = mkdtempSync(join(tmpdir(), 'deal-scout-rotation-'))
    env = { ...database.env, DEAL_SCOUT_DATA: folder, DEAL_SCOUT_DEMO: 'off' }
  })
  afterAll(async () => {
    await database[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  const keyFile = () => join(folder, 'secret-key')
  const sealedRows = async () =>
    (
      await database.db.query<{ id: number; settings: string }>(
        'SELECT id, settings FROM sources ORDER BY id',
      )
    ).rows

  /** Sources that were sealed with these keys, in place of those before. */
  async function seal(key: Buffer): Promise<void> {
    const secrets = createSecrets({ keys: [key] })
    await database.db.query('DELETE FROM sources')
    await database.db.query(
      `INSERT INTO sources (user_id, marketplace, name, settings, demo, browse, interval_ms, created_at)
       SELECT (SELECT min(id) FROM users), 'feed', n::text, settings, false, false, 60000, now()
       FROM unnest($1::text[]) WITH ORDINALITY AS s(settings, n)`,
      [Array.from({ length: rows }, (_, n) => secrets.seal(`settings ${n}`, settingsContext))],
    )
  }

  /** How many of them a program with the keys of the file opens, and how many of these are of its newest. */
  async function opened(): Promise<{ open: number; newest: number }> {
    const secrets = createSecrets({ keys: await keysInFile(keyFile()) })
    const found = await sealedRows()
    const texts = found.map(({ settings }) => secrets.open(settings, settingsContext))
    return {
      open: texts.filter((text, n) => text === `settings ${n}`).length,
      newest: found.filter(({ settings }) => !secrets.needsReseal(settings)).length,
    }
  }

  /** How many are sealed with the first of these. */
  async function countOf(keys: Buffer[]): Promise<number> {
    const prefix = `v1.${createSecrets({ keys }).keyIds()[0]}.`
    const found = await database.db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM sources WHERE starts_with(settings, $1)',
      [prefix],
    )
    return found.rows[0]!.n
  }

  it('killed at any moment and run again, everything opens, and in the end with the new key', async () => {
    const old = randomBytes(32)
    writeFileSync(keyFile(), `${old.toString('base64')}\n`, { mode: 0o600 })
    // Of a process that was killed between two moments.
    writeFileSync(`${keyFile()}.1-abcdefabcdef`, 'half a key')
    writeFileSync(`${keyFile()}.bak`, 'of the operator')
    await seal(old)
    const killedAt: number[] = []
    for (const goal of [0, 1, 200, 900, 1_700, 2_600]) {
      const program = startProgram(['secrets', 'rotate'], { env })
      // When the file was replaced, then deep in the rows.
      await until(async () => {
        const keys = await keysInFile(keyFile())
        return program.child.exitCode !== null || (keys.length > 1 && (await countOf(keys)) >= goal)
      })
      await sleep(Math.random() * 40)
      await program[Symbol.asyncDispose]()
      const state = await opened()
      killedAt.push(state.newest)
      expect(state.open).toBe(rows)
    }
    expect(killedAt.some((newest) => newest > 0 && newest < rows)).toBe(true)
    const ended = await run(['secrets', 'rotate', '--json'], { env })
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    const { columns, oldKeysMayGo } = JSON.parse(ended.stdout)
    const of = columns.find(({ column }: { column: string }) => column === 'sources.settings')
    expect([of.resealed + of.already, of.closed, oldKeysMayGo]).toEqual([rows, [], true])
    expect(await opened()).toEqual({ open: rows, newest: rows })
    expect((await keysInFile(keyFile()))[1]).toEqual(old)
    expect(readdirSync(folder).filter((name) => name.startsWith('secret-key'))).toEqual([
      'secret-key',
      'secret-key.bak',
    ])
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600)
    const removed = await run(['secrets', 'remove-old'], { env })
    expect([removed.code, removed.stdout]).toEqual([0, expect.stringContaining('1 older key is gone')])
    expect(await opened()).toEqual({ open: rows, newest: rows })
  }, 300_000)

  it('says of what cannot be opened what to do, seals the rest, and ends with 1', async () => {
    const [first, second] = await sealedRows()
    const foreign = createSecrets({ keys: [randomBytes(32)] }).seal('x', settingsContext)
    const write = (id: number, text: string) =>
      database.db.query('UPDATE sources SET settings = $2 WHERE id = $1', [id, text])
    await write(first!.id, foreign)
    await write(second!.id, `${second!.settings.slice(0, -4)}AAAA`)
    const ended = await run(['secrets', 'rotate'], { env })
    expect(ended.code).toBe(1)
    expect(ended.stdout).toMatch(/sources\.settings +2998 +0 +2/)
    expect(ended.stdout).toMatch(
      new RegExp(
        `sources.settings ${first!.id}: .*key ${foreign.split('.')[1]}, which is not among the keys`,
      ),
    )
    expect(ended.stdout).toMatch(new RegExp(`sources.settings ${second!.id}: .*enter it again`))
    expect(ended.stdout).not.toContain('may be removed')
    expect(ended.stderr).toMatch(/2 stored secrets cannot be opened .* Remove no key/)
    const status = await run(['secrets', '--json'], { env })
    expect(JSON.parse(status.stdout).columns).toContainEqual({
      ...{ column: 'sources.settings', counts: [2_998, 1], unknown: 1 },
    })
    await write(first!.id, first!.settings)
    await write(second!.id, second!.settings)
  })

  it('with keys of the environment asks for another one, then seals with the first of two', async () => {
    const [older, newer] = [randomBytes(32), randomBytes(32)]
    await seal(older)
    const withKeys = (...keys: Buffer[]) =>
      run(['secrets', 'rotate'], {
        env: { ...env, DEAL_SCOUT_SECRET_KEYS: keys.map((key) => key.toString('base64')).join(',') },
      })
    const one = await withKeys(older)
    expect([one.code, one.stderr]).toEqual([
      1,
      expect.stringMatching(/one key\. .*openssl rand .*before that/),
    ])
    const two = await withKeys(newer, older)
    expect([two.code, two.stderr]).toEqual([0, ''])
    expect(two.stdout).toMatch(/sources\.settings +3000 +0 +0/)
    expect(two.stdout).toMatch(/may be removed now: take it out of DEAL_SCOUT_SECRET_KEYS/)
    const twice = await withKeys(newer, older)
    expect(twice.stdout).toMatch(/sources\.settings +0 +3000 +0/)
    const alone = createSecrets({ keys: [newer] })
    expect((await sealedRows()).map(({ settings }) => alone.open(settings, settingsContext))).toHaveLength(
      rows,
    )
    for (const key of [older, newer])
      for (const text of [one, two, twice].flatMap(({ stdout, stderr }) => [stdout, stderr]))
        expect(text).not.toContain(key.toString('base64'))
  })
})
