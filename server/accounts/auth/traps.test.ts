import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testApp, until } from '../../../test/harness/app.ts'
import { openTestApp } from '../../../test/harness/open-app.ts'
import { startSmtpFakeServer } from '../../channels/email/contract-fake-server.ts'
import { commonPasswords, isCommon, leakedPasswords, passwordLength } from '../passwords/passwords.ts'
import { claimedHouse, goodPassword, type House } from '../test-kit.ts'

let smtp: Awaited<ReturnType<typeof startSmtpFakeServer>>
let house: House
const logged: string[] = []
beforeAll(async () => {
  smtp = await startSmtpFakeServer()
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  house = await claimedHouse({
    overrides: { log },
    env: { DEAL_SCOUT_SIGN_UP: 'open', SMTP_URL: smtp.url, MAIL_FROM: 'deals@example.com' },
  })
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await smtp[Symbol.asyncDispose]()
})

const signUp = (email: string, headers: Record<string, string> = {}) =>
  house.visitor().call('POST', '/api/auth/sign-up', { name: 'Gil', email, password: goodPassword }, headers)
const count = async (what: string) => {
  const { rows } = await house.test.app.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${what}`,
  )
  return rows[0]!.count
}
/** What a mail to this address says, once it is there; soft line ends taken away. */
const mailTo = (email: string, after = 0): Promise<string> =>
  until(async () => {
    const mail = smtp.mails.slice(after).find((one) => new RegExp(`^To: .*${email}`, 'm').test(one))
    return mail?.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  }, 20_000)

/** An answer without what is of this one request. */
function shapeOf({ status, body, cookies }: Awaited<ReturnType<typeof signUp>>) {
  const { requestId: _, instance: __, ...said } = (body ?? {}) as { requestId?: string; instance?: string }
  return { status, said, cookies }
}

describe('the library, as it is set', () => {
  it('draws no ids, keeps no sessions in cookies, limits nothing by itself, and knows no plugin but keys and factors', async () => {
    const { options } = await house.test.app.accounts.auth.library()
    expect(options).toMatchObject({
      ...{ advanced: { database: { generateId: 'serial' } }, rateLimit: { enabled: false } },
      ...{ session: { cookieCache: { enabled: false } }, telemetry: { enabled: false } },
      baseURL: house.address,
    })
    const plugins = ['api-key', 'two-factor', 'passkey', 'code-after-passkey']
    expect(options.plugins.map(({ id }) => id)).toEqual(plugins)
  })

  it('gives a new account, and its session, the next ids of our own tables', async () => {
    expect(await signUp('gil@example.com')).toMatchObject({ status: 200 })
    const { rows } = await house.test.app.db.query<{ id: number; next: number; role: string }>(
      `SELECT id, role, (SELECT last_value FROM users_id_seq)::int AS next FROM users WHERE email = 'gil@example.com'`,
    )
    expect(rows).toMatchObject([{ id: rows[0]!.next, role: 'member' }])
    const early = await house.visitor().call('POST', '/api/auth/sign-in', {
      ...{ email: 'gil@example.com', password: goodPassword },
    })
    expect(early.status).toBe(403)
    const token = /confirm\?token=(\S+)/.exec(await mailTo('gil@example.com'))![1]!
    const gil = house.visitor()
    expect((await gil.call('POST', '/api/auth/verify', { token: decodeURIComponent(token) })).status).toBe(
      204,
    )
    const signIn = { email: 'gil@example.com', password: goodPassword }
    expect((await gil.call('POST', '/api/auth/sign-in', signIn)).status).toBe(204)
    expect((await gil.call('GET', '/api/auth/account')).body).toMatchObject({ id: rows[0]!.id })
    const { items } = (await gil.call('GET', '/api/auth/sessions')).body as { items: { id: number }[] }
    expect(items.map(({ id }) => id)).toEqual([
      await count('(SELECT generate_series(1, last_value) FROM sessions_id_seq) AS ids'),
    ])
  })

  it('makes an account as a whole or not at all, and shows nobody what it could not write', async () => {
    const { db } = house.test.app
    const printed = vi.spyOn(console, 'error')
    logged.length = 0
    await db.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no room'; END $$`)
    await db.query(
      'CREATE TRIGGER refuse BEFORE INSERT ON credentials FOR EACH ROW EXECUTE FUNCTION refuse()',
    )
    expect((await signUp('half@example.com')).body).toMatchObject({ status: 500, code: 'internal-error' })
    await db.query('DROP TRIGGER refuse ON credentials')
    expect(await count(`users WHERE email = 'half@example.com'`)).toBe(0)
    expect(printed).not.toHaveBeenCalled()
    expect(logged.join('')).toContain('no room')
    expect(logged.join('')).not.toMatch(/half@|\$scrypt\$|[0-9a-f]{32}:[0-9a-f]{64}/)
    expect((await signUp('half@example.com')).status).toBe(200)
  })

  it('writes its own address into links, whatever a request says of where it went', async () => {
    const body = { email: 'owner@example.com' }
    const lies = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    const more = {
      forwarded: 'host=evil.example',
      'x-original-host': 'evil.example',
      'x-host': 'evil.example',
    }
    const sent = smtp.mails.length
    const asked = await house.visitor().call('POST', '/api/auth/reset', body, { ...lies, ...more })
    expect(asked.status).toBe(200)
    const mail = await mailTo('owner@example.com', sent)
    expect(mail).toContain(`${house.address}/account/reset/`)
    expect(mail).not.toContain('evil')
    expect(asked.headers.getSetCookie()).toEqual([])
  })

  it('a session is over with its row: nothing of it is kept in the cookie', async () => {
    const hal = await house.member('hal@example.com')
    expect((await hal.call('GET', '/api/rules')).status).toBe(200)
    await house.test.app.db.query(
      `DELETE FROM sessions WHERE user_id = (SELECT id FROM users WHERE email = 'hal@example.com')`,
    )
    expect((await hal.call('GET', '/api/rules')).status).toBe(401)
  })

  it('a key makes no session, and is none where the library would look for one', async () => {
    const ivy = await house.member('ivy@example.com')
    const made = await ivy.call('POST', '/api/auth/keys', { name: 'all', scope: 'write' })
    const { key } = made.body as { key: string }
    const before = await count('sessions')
    const program = house.visitor()
    const answer = await program.call('GET', '/api/rules', undefined, { authorization: `Bearer ${key}` })
    expect([answer.status, answer.cookies]).toEqual([200, []])
    for (const headers of [{ 'x-api-key': key }, { cookie: `deal-scout.session_token=${key}` }] as Record<
      string,
      string
    >[])
      expect((await program.call('GET', '/api/rules', undefined, headers)).status).toBe(401)
    for (const path of ['/api/auth/sessions', '/api/auth/keys', '/api/auth/account'])
      expect(
        (await program.call('GET', path, undefined, { authorization: `Bearer ${key}` })).body,
      ).toMatchObject({ status: 403, code: 'key-not-enough' })
    expect(await count('sessions')).toBe(before)
    const { rows } = await house.test.app.db.query<{ key: string }>('SELECT key FROM api_keys')
    expect(rows.every((row) => !row.key.includes(key))).toBe(true)
  })
})

describe('whether an e-mail has an account', () => {
  it('is not said by any answer', async () => {
    const ask = async (path: string, body: (email: string) => unknown) =>
      Promise.all(
        ['owner@example.com', 'nobody-at-all@example.com'].map(async (email) =>
          shapeOf(await house.visitor().call('POST', path, body(email))),
        ),
      )
    for (const [path, body] of [
      ['/api/auth/sign-in', (email: string) => ({ email, password: 'wrong wrong wrong' })],
      ['/api/auth/reset', (email: string) => ({ email })],
      ['/api/auth/sign-up', (email: string) => ({ name: 'X', email, password: goodPassword })],
    ] as const) {
      const [known, unknown] = await ask(path, body)
      expect(known, path).toEqual(unknown)
    }
  })

  it('is not told by the time that a wrong password takes: both are hashed', async () => {
    await using guarded = await claimedHouse({ overrides: { passwordCost: undefined } })
    const { db } = guarded.test.app
    const took = { known: [] as number[], unknown: [] as number[] }
    for (let i = 0; i < 9; i++) {
      for (const which of ['known', 'unknown'] as const) {
        // Tries of before would make it wait.
        await db.query('DELETE FROM sign_in_failures')
        const email = which === 'known' ? 'owner@example.com' : `nobody-${i}@example.com`
        const cpu = process.cpuUsage()
        await guarded.visitor().call('POST', '/api/auth/sign-in', { email, password: 'wrong wrong wrong' })
        const { user, system } = process.cpuUsage(cpu)
        took[which].push(user + system)
      }
    }
    const [known, unknown] = [took.known, took.unknown].map((all) => all.sort((a, b) => a - b)[4]!)
    // By CPU, since who else runs on the machine is not in that; one hash is most of it.
    expect(unknown! / known!).toBeGreaterThan(0.5)
    expect(unknown! / known!).toBeLessThan(2)
  })
})

describe('a changed e-mail', () => {
  it('needs the password and the link that was sent to the new one, and then the old one is nobody’s', async () => {
    const jo = await house.member('jo@example.com')
    const emailOf = async () => ((await jo.call('GET', '/api/auth/account')).body as { email: string }).email
    const change = (password: string, newEmail: string) =>
      jo.call('POST', '/api/auth/email', { password, newEmail })
    expect((await change('wrong wrong wrong', 'new-jo@example.com')).body).toMatchObject({
      ...{ status: 400, code: 'invalid-password' },
    })
    const sent = smtp.mails.length
    // Whose it is already is not said, and gets nothing.
    const taken = shapeOf(await change(goodPassword, 'owner@example.com'))
    expect(shapeOf(await change(goodPassword, 'new-jo@example.com'))).toEqual(taken)
    const mail = await mailTo('new-jo@example.com', sent)
    expect(await emailOf()).toBe('jo@example.com')
    const token = decodeURIComponent(/confirm\?token=(\S+)/.exec(mail)![1]!)
    expect((await house.visitor().call('POST', '/api/auth/verify', { token: `${token}x` })).status).toBe(404)
    expect((await house.visitor().call('POST', '/api/auth/verify', { token })).status).toBe(204)
    expect(await emailOf()).toBe('new-jo@example.com')
    const signIn = async (email: string) =>
      (await house.visitor().call('POST', '/api/auth/sign-in', { email, password: goodPassword })).status
    expect(await signIn('jo@example.com')).toBe(401)
    expect(await signIn('new-jo@example.com')).toBe(204)
    expect(smtp.mails.slice(sent).some((one) => /^To: .*owner@/m.test(one))).toBe(false)
  })
})

describe('passwords', () => {
  it('are none unless somebody has set one', async () => {
    await using fresh = await testApp({ roles: ['api'] })
    const { rows } = await fresh.app.db.query(
      'SELECT FROM users WHERE email IS NOT NULL UNION ALL SELECT FROM credentials',
    )
    expect(rows).toEqual([])
    for (const password of ['admin', 'password', 'deal-scout', 'changeme'])
      for (const email of ['admin@example.com', 'owner@example.com'])
        expect((await fresh.call('POST', '/api/auth/sign-in', { email, password })).status).toBe(401)
  })

  it.each([
    '123456789012',
    'Password1234!',
    'qwertyuiop123',
    'dealscout2026',
    'abcabcabcabc',
    'letmein12345',
  ])('%s is refused, by a list that is here', async (password) => {
    expect(await isCommon(password)).toBe(true)
  })

  it('none of the 3,000 most used that are long enough is taken, nor what people make of one', async () => {
    const long = (await leakedPasswords())
      .split('\n')
      .filter(({ length }) => length >= passwordLength.min && length <= passwordLength.max)
    expect(long.length).toBeGreaterThan(12_000)
    const isKnown = await commonPasswords()
    const used = long.slice(0, 3_000)
    expect(used.filter((one) => !isKnown(one) || !isKnown(one.toUpperCase()))).toEqual([])
    // Every tenth, as those who have to have a digit and a sign write it.
    const made = used.filter((one, at) => at % 10 === 0 && /^[a-z]{12,}$/.test(one))
    expect(made.length).toBeGreaterThan(100)
    for (const one of made)
      for (const other of [
        `${one}1!`,
        `2026${one}`,
        one.replaceAll('a', '@').replaceAll('o', '0').replaceAll('e', '3'),
        one + one,
      ])
        expect([other, isKnown(other)]).toEqual([other, true])
  })

  it.each(['passwordpassword', 'P@ssw0rdP@ssw0rd', '!!mustang2026', 'L3tm31n!2024'])(
    '%s is what is made of a leaked one, and refused',
    async (password) => expect(await isCommon(password)).toBe(true),
  )

  it('of a few words are taken', async () => {
    for (const password of [goodPassword, 'correct horse battery staple', 'Zwölf große Störche'])
      expect(await isCommon(password)).toBe(false)
  })
})

it('once it is claimed it may listen beyond this machine', async () => {
  const database = { ...house.test.database, [Symbol.asyncDispose]: async () => {} }
  await using open = await openTestApp(database, {
    roles: ['api'],
    env: { DEAL_SCOUT_HOST: '0.0.0.0', DEAL_SCOUT_BASE_URL: 'https://deals.example' },
  })
  const port = new URL(open.address!).port
  const answer = await fetch(`http://127.0.0.1:${port}/api/rules`)
  expect(answer.status).toBe(401)
})
