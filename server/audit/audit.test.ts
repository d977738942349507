import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { until } from '../../test/harness/app.ts'
import { deadJob } from '../../test/harness/dead-job.ts'
import { type FakeServer, sendJson, startFakeServer } from '../../test/harness/fake-server.ts'
import { freePort } from '../../test/harness/port.ts'
import { run } from '../../test/harness/program.ts'
import { resetLink } from '../accounts/auth/people.ts'
import { takeFactorsAway } from '../accounts/factors/take-away.ts'
import { codeOf, Device, forgetSteps, setUpCodes, type WithCodes } from '../accounts/factors/test-kit.ts'
import { claimedHouse, goodPassword, type House, type Visitor } from '../accounts/test-kit.ts'
import { startSmtpFakeServer } from '../channels/email/contract-fake-server.ts'
import type { ChannelFakeServer } from '../channels/fake-server.ts'
import { startChannelFakeServer as startSms } from '../channels/sms/contract-fake-server.ts'
import { asProgram } from '../core/actor.ts'
import { withOrigin } from '../core/audit.ts'
import { auditCodes } from '../core/audit-codes.ts'
import { switchOff } from '../notify/targets/channels.ts'
import { retainStep } from '../ops/retention.ts'

let smtp: Awaited<ReturnType<typeof startSmtpFakeServer>>
let sms: ChannelFakeServer
let site: FakeServer
let house: House
let ann: Visitor
let origin: string
const ids: Record<string, number> = {}

beforeAll(async () => {
  smtp = await startSmtpFakeServer()
  sms = await startSms()
  site = await startFakeServer(({ url }, response) =>
    url.pathname.endsWith('.xml')
      ? void response.end('<rss version="2.0"><channel><title>t</title></channel></rss>')
      : sendJson(response, 200, { id: 1 }),
  )
  const port = await freePort()
  // Browsers take passkeys of a name alone.
  origin = `http://localhost:${port}`
  house = await claimedHouse({
    env: {
      ...{ DEAL_SCOUT_PORT: String(port), DEAL_SCOUT_BASE_URL: origin },
      ...{ DEAL_SCOUT_SIGN_UP: 'open', SMTP_URL: smtp.url, MAIL_FROM: 'deals@example.com' },
      // Nothing makes backups here: no worker runs.
      BACKUP_FOLDER: tmpdir(),
      ...{ FEED_ALLOW_PRIVATE_NETWORK: 'true', GOTIFY_ALLOW_PRIVATE_NETWORK: 'true' },
      ...Object.fromEntries(Object.entries(sms.options).map(([name, value]) => [name, String(value)])),
    },
  })
  ann = await house.member('ann@example.com')
  ids.owner = await idOf('owner@example.com')
  ids.ann = await idOf('ann@example.com')
}, 240_000)
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  for (const one of [smtp, sms, site]) await one[Symbol.asyncDispose]()
})

const query = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await house.test.app.db.query<Row>(sql, values)).rows
const idOf = async (email: string) =>
  (await query<{ id: number }>('SELECT id FROM users WHERE email = $1', [email]))[0]!.id

interface Seen {
  what: string
  via: string
  actorId: number | null
  keyId: number | null
  personId: number | null
  target: string | null
  address: string | null
  userAgent: string | null
  details: Record<string, unknown>
  times: number
}

/** Seen in server/mailbox/routes.test.ts. */
const mailboxCodes = ['mailbox-added', 'mailbox-changed', 'mailbox-removed']
const connectionCodes = ['marketplace-connected', 'marketplace-disconnected', 'marketplace-person-forgotten']

/** The codes that some test saw written by the real action. */
const seen = new Set<string>()

/** What is written while something runs. */
async function during(act: () => Promise<unknown>): Promise<Seen[]> {
  const [{ last }] = (await query<{ last: number }>(
    'SELECT coalesce(max(id), 0)::bigint AS last FROM audit_events',
  )) as [{ last: number }]
  await act()
  const found = await query<Seen>(
    `SELECT what, via, actor_id AS "actorId", key_id AS "keyId", person_id AS "personId",
       target_kind || ' ' || target_id AS target, address, user_agent AS "userAgent", details, times
     FROM audit_events WHERE id > $1 ORDER BY id`,
    [last],
  )
  for (const { what } of found) seen.add(what)
  return found
}

const ok = async (answer: Promise<{ status: number; body: unknown }>, status: number) => {
  const { status: got, body } = await answer
  expect([got, got === status ? null : body]).toEqual([status, null])
  return body as never
}

/** One event of Ann about herself, from here. */
const hers = (what: string, more: object = {}) => ({
  ...{ what, via: 'http', actorId: ids.ann, personId: ids.ann, address: '127.0.0.1', times: 1 },
  ...more,
})
/** The mail with a link that something is done by. */
const mailTo = (email: string, after: number): Promise<string> =>
  until(async () => {
    const mails = smtp.mails.slice(after).filter((one) => new RegExp(`^To: .*${email}`, 'm').test(one))
    const plain = mails.map((mail) => mail.replaceAll('=\r\n', '').replaceAll('=3D', '='))
    return plain.find((mail) => /account\/(?:confirm|reset|invitation)/.test(mail))
  })

describe('each is written once, by the real action, with who, about whom, what and from where', () => {
  it('signing in, failing to, being locked out, and out again', async () => {
    const visitor = house.visitor()
    const signIn = (email: string, password = goodPassword) =>
      visitor.call('POST', '/api/auth/sign-in', { email, password }, { 'user-agent': 'A browser' })
    expect(await during(() => ok(signIn('ann@example.com'), 204))).toMatchObject([
      hers('signed-in', {
        target: `account ${ids.ann}`,
        details: { by: 'password' },
        userAgent: 'A browser',
      }),
    ])
    expect(await during(() => ok(visitor.call('POST', '/api/auth/sign-out'), 204))).toMatchObject([
      { what: 'signed-out', personId: ids.ann, address: '127.0.0.1', times: 1 },
    ])
    const failed = await during(() => ok(signIn('ann@example.com', 'wrong wrong wrong'), 401))
    expect(failed).toMatchObject([
      {
        ...{ what: 'sign-in-failed', actorId: null, personId: ids.ann, target: `account ${ids.ann}` },
        ...{ address: '127.0.0.1', userAgent: 'A browser', details: { code: 'invalid-email-or-password' } },
      },
    ])
    const unknown = await during(() => ok(signIn('nobody@example.com', 'wrong wrong wrong'), 401))
    expect(unknown).toMatchObject([
      { what: 'sign-in-failed', personId: null, details: { tried: expect.stringMatching(/^[\da-f]{12}$/) } },
    ])
    expect(JSON.stringify([failed, unknown])).not.toMatch(/wrong wrong|nobody@/)
    const locked = await during(async () => {
      for (let i = 0; i < 8; i++) await signIn('locked@example.com', 'wrong wrong wrong')
    })
    const of = (code: string) =>
      locked.filter(({ what }) => what === code).reduce((sum, { times }) => sum + times, 0)
    expect([of('sign-in-failed') + of('sign-in-locked'), of('sign-in-locked') > 0]).toEqual([8, true])
    expect(locked.length).toBeLessThanOrEqual(4)
  })

  it('sessions, passwords and e-mails', async () => {
    const other = house.visitor()
    const signIn = { email: 'ann@example.com', password: goodPassword }
    await ok(other.call('POST', '/api/auth/sign-in', signIn), 204)
    const { items } = await ok(other.call('GET', '/api/auth/sessions'), 200)
    const one = (items as { id: number; current: boolean }[]).find(({ current }) => current)!.id
    expect(await during(() => ok(ann.call('DELETE', `/api/auth/sessions/${one}`), 204))).toMatchObject([
      hers('session-ended', { target: `session ${one}` }),
    ])
    expect(await during(() => ok(ann.call('DELETE', '/api/auth/sessions'), 204))).toMatchObject([
      hers('sessions-ended', { details: { count: expect.any(Number) } }),
    ])
    const change = (password: string) => ({ password, newPassword: 'eight quiet herons' })
    expect(
      await during(() => ok(ann.call('POST', '/api/auth/password', change('wrong wrong wrong')), 400)),
    ).toMatchObject([hers('password-wrong', { details: { code: 'invalid-password' } })])
    expect(
      await during(() => ok(ann.call('POST', '/api/auth/password', change(goodPassword)), 204)),
    ).toMatchObject([hers('password-changed')])

    let after = smtp.mails.length
    // The answer does not wait for it, so that it tells nothing.
    let mail = ''
    expect(
      await during(async () => {
        await ok(ann.call('POST', '/api/auth/reset', { email: 'ann@example.com' }), 200)
        mail = await mailTo('ann@example.com', after)
      }),
    ).toMatchObject([{ what: 'password-reset-asked', personId: ids.ann }])
    expect(
      await during(() => ok(ann.call('POST', '/api/auth/reset', { email: 'nobody@example.com' }), 200)),
    ).toEqual([])
    const token = /account\/reset\/([\w-]+)/.exec(mail)![1]!
    const reset = { token, password: goodPassword }
    expect(
      await during(() => ok(house.visitor().call('POST', '/api/auth/new-password', reset), 204)),
    ).toMatchObject([{ what: 'password-reset', actorId: null, personId: ids.ann, address: '127.0.0.1' }])
    await ok(ann.call('POST', '/api/auth/sign-in', signIn), 204)

    after = smtp.mails.length
    const email = { password: goodPassword, newEmail: 'ann2@example.com' }
    expect(await during(() => ok(ann.call('POST', '/api/auth/email', email), 200))).toMatchObject([
      hers('email-change-asked'),
    ])
    const confirm = /confirm\?token=(\S+)/.exec(await mailTo('ann2@example.com', after))![1]!
    expect(
      await during(() => ok(house.visitor().call('POST', '/api/auth/verify', { token: confirm }), 204)),
    ).toMatchObject([{ what: 'email-confirmed', personId: ids.ann }])
  })

  it('people who come, change and go', async () => {
    const person = { name: 'Gil', email: 'gil@example.com', password: goodPassword }
    const signedUp = await during(() => ok(house.visitor().call('POST', '/api/auth/sign-up', person), 200))
    const gil = await idOf('gil@example.com')
    expect(signedUp).toMatchObject([{ what: 'signed-up', actorId: null, personId: gil }])
    const invite = () => house.owner.call('POST', '/api/users/invitations', { email: 'ben@example.com' })
    await ok(invite(), 201)
    let url = ''
    expect(
      await during(async () => {
        url = ((await ok(invite(), 201)) as { url: string }).url
      }),
    ).toMatchObject([
      {
        ...{ what: 'invitation-made', actorId: ids.owner, target: expect.stringMatching(/^invitation \d+$/) },
        details: { role: 'member', replaced: 1 },
      },
    ])
    const ben = house.visitor()
    const joined = await during(() =>
      ok(ben.call('POST', '/api/auth/join', { token: url.split('/').at(-1), password: goodPassword }), 204),
    )
    const id = await idOf('ben@example.com')
    expect(joined).toMatchObject([
      { what: 'invitation-used', actorId: id, personId: id, details: { role: 'member' } },
      { what: 'signed-in', actorId: id },
    ])
    const byOwner = (what: string, details = {}) => ({
      ...{ what, actorId: ids.owner, personId: id, target: `account ${id}`, details },
    })
    const patch = (body: object) => during(() => ok(house.owner.call('PATCH', `/api/users/${id}`, body), 200))
    expect(await patch({ role: 'viewer' })).toMatchObject([
      byOwner('role-changed', { from: 'member', to: 'viewer' }),
    ])
    expect(await patch({ role: 'viewer' })).toEqual([])
    expect(await patch({ disabled: true })).toMatchObject([byOwner('account-disabled')])
    expect(await patch({ disabled: false })).toMatchObject([byOwner('account-enabled')])
    await ok(ben.call('POST', '/api/auth/sign-in', { email: 'ben@example.com', password: goodPassword }), 204)
    expect(await during(() => ok(ben.call('GET', '/api/me/export'), 200))).toMatchObject([
      { what: 'account-exported', actorId: id, personId: id },
    ])
    const gone = await during(() => ok(ben.call('POST', '/api/me/deletion', { password: goodPassword }), 204))
    expect(gone.map(({ what }) => what)).toEqual(['account-deleted'])
    expect(gone[0]).toMatchObject({ personId: id, address: null, userAgent: null })
  })

  it('codes after the password, and passkeys', async () => {
    const eva = await house.member('eva@example.com')
    const id = await idOf('eva@example.com')
    const evas = (what: string, more: object = {}) => ({ what, actorId: id, personId: id, times: 1, ...more })
    let codes: WithCodes = { secret: '', recoveryCodes: [] }
    const setUp = await during(async () => {
      codes = await setUpCodes(house, eva)
    })
    expect(setUp).toMatchObject([evas('codes-on')])
    const enter = async (given: () => string, status: number) => {
      const somebody = house.visitor()
      const password = { email: 'eva@example.com', password: goodPassword }
      expect(await during(() => ok(somebody.call('POST', '/api/auth/sign-in', password), 200))).toEqual([])
      return during(async () => {
        const { status: got } = await somebody.call('POST', '/api/auth/sign-in/code', { code: given() })
        expect(got).toBe(status)
      })
    }
    const wrong = () => (codeOf(codes.secret) === '000000' ? '111111' : '000000')
    expect(await enter(wrong, 400)).toMatchObject([{ what: 'code-wrong', personId: id, times: 1 }])
    expect(await enter(() => codeOf(codes.secret), 204)).toMatchObject([
      evas('signed-in', { details: { by: 'code' } }),
    ])
    expect(await enter(() => codes.recoveryCodes[0]!, 204)).toMatchObject([
      evas('signed-in', { details: { by: 'recovery-code' } }),
    ])
    const password = goodPassword
    const at = '/api/auth/second-factor'
    expect(await during(() => ok(eva.call('POST', `${at}/recovery-codes`, { password }), 201))).toMatchObject(
      [evas('recovery-codes-renewed')],
    )
    expect(
      await during(() => ok(eva.call('PATCH', at, { password, afterPasskey: false }), 200)),
    ).toMatchObject([evas('codes-after-passkey', { details: { wanted: false } })])

    const device = new Device(origin)
    const keys = '/api/auth/passkeys'
    const options = await ok(eva.call('POST', `${keys}/options`, { password }), 200)
    let passkey = 0
    const added = await during(async () => {
      const made = await ok(eva.call('POST', keys, { name: 'Phone', response: device.create(options) }), 201)
      passkey = (made as { id: number }).id
    })
    expect(added).toMatchObject([evas('passkey-added', { target: `passkey ${passkey}` })])
    const show = async (misdeed: object, status: number) => {
      const somebody = house.visitor()
      const asked = await ok(somebody.call('POST', '/api/auth/sign-in/passkey/options'), 200)
      const response = device.get(asked, misdeed)
      return during(async () => {
        const { status: got } = await somebody.call('POST', '/api/auth/sign-in/passkey', { response })
        expect(got).toBe(status)
      })
    }
    expect(await show({}, 204)).toMatchObject([evas('signed-in', { details: { by: 'passkey' } })])
    expect(await show({ counter: 1 }, 400)).toMatchObject([
      { what: 'passkey-counted-back', personId: id, target: `passkey ${passkey}` },
    ])
    expect(await during(() => ok(eva.call('DELETE', `${keys}/${passkey}`), 204))).toMatchObject([
      evas('passkey-removed', { target: `passkey ${passkey}` }),
    ])
    await forgetSteps(house)
    const end = () => ({ password, code: codeOf(codes.secret) })
    expect(await during(() => ok(eva.call('POST', `${at}/end`, end()), 204))).toMatchObject([
      evas('codes-off'),
    ])
    expect(await during(() => takeFactorsAway(house.test.app.accounts, id))).toMatchObject([
      { what: 'factors-taken-away', personId: id, details: { codes: false, passkeys: 0 } },
    ])
    // Commands, which come later, are processes with a clock of their own.
    vi.useRealTimers()
  })

  it('keys, and what is done with them', async () => {
    let key = { id: 0, key: '' }
    expect(
      await during(async () => {
        const body = { name: 'mine', scope: 'write', expiresInDays: 9 }
        key = await ok(ann.call('POST', '/api/auth/keys', body), 201)
      }),
    ).toMatchObject([hers('key-made', { details: { scope: 'write', expiresInDays: 9 } })])
    const source = { marketplace: 'feed', name: 'by key', settings: { url: `${site.baseUrl}/key.xml` } }
    const bearer = { authorization: `Bearer ${key.key}` }
    expect(
      await during(() => ok(house.visitor().call('POST', '/api/sources', source, bearer), 201)),
    ).toMatchObject([hers('source-added', { keyId: key.id })])
    expect(await during(() => ok(ann.call('DELETE', `/api/auth/keys/${key.id}`), 204))).toMatchObject([
      hers('key-ended', { target: `key ${key.id}` }),
    ])
    expect(await during(() => ok(ann.call('DELETE', `/api/auth/keys/${key.id}`), 404))).toEqual([])
  })

  it('what somebody has no right to', async () => {
    const vera = await house.member('vera@example.com', 'viewer')
    const veraId = await idOf('vera@example.com')
    const refusals = await during(async () => {
      await ok(vera.call('POST', '/api/rules', {}), 403)
      await ok(vera.call('POST', '/api/rules', {}), 403)
      await until(
        async () => (await query(`SELECT FROM audit_events WHERE what = 'refused' AND times = 2`)).length > 0,
      )
    })
    expect(refusals).toMatchObject([
      {
        ...{ what: 'refused', actorId: veraId, personId: veraId, address: '127.0.0.1', times: 2 },
        details: { code: 'role-missing', route: 'POST /api/rules' },
      },
    ])
  })

  it('feeds', async () => {
    expect(await during(() => ok(ann.call('POST', '/api/me/feed'), 201))).toMatchObject([hers('feed-made')])
    expect(await during(() => ok(ann.call('DELETE', '/api/me/feed'), 204))).toMatchObject([
      hers('feed-ended'),
    ])
    expect(await during(() => ok(ann.call('DELETE', '/api/me/feed'), 404))).toEqual([])
  })

  it('sources', async () => {
    const input = { marketplace: 'feed', name: 'one', settings: { url: `${site.baseUrl}/one.xml` } }
    let id = 0
    const added = await during(async () => {
      id = ((await ok(ann.call('POST', '/api/sources', input), 201)) as { id: number }).id
    })
    const about = { target: `source ${id}`, details: { marketplace: 'feed', shared: false, enabled: true } }
    expect(added).toMatchObject([hers('source-added', about)])
    expect(await during(() => ok(ann.call('PUT', `/api/sources/${id}`, input), 200))).toMatchObject([
      hers('source-changed', about),
    ])
    for (const [action, what] of [
      ['pause', 'source-paused'],
      ['resume', 'source-resumed'],
    ])
      expect(
        await during(() => ok(ann.call('POST', '/api/sources/bulk', { action, ids: [id] }), 200)),
      ).toMatchObject([hers(what!, { target: `source ${id}` })])
    expect(await during(() => ok(ann.call('DELETE', `/api/sources/${id}`), 204))).toMatchObject([
      hers('source-removed', { target: `source ${id}` }),
    ])
    for (const [accepted, what] of [
      [true, 'terms-accepted'],
      [false, 'terms-withdrawn'],
    ] as const)
      expect(
        await during(() =>
          ok(house.owner.call('PUT', '/api/marketplaces/craigslist/terms', { accepted }), 200),
        ),
      ).toMatchObject([{ what, actorId: ids.owner, details: { marketplace: 'craigslist' } }])
    await ok(house.owner.call('POST', '/api/sources', { ...input, name: 'demo' }), 201)
    await query(`UPDATE sources SET demo = true WHERE name = 'demo'`)
    const real = { ...input, name: 'real', removeDemo: true }
    expect(await during(() => ok(house.owner.call('POST', '/api/sources', real), 201))).toMatchObject([
      { what: 'demo-removed', actorId: ids.owner, personId: null },
      { what: 'source-added', actorId: ids.owner },
    ])
  })

  it('what a person has set for themselves: the names of what is other now, and no values', async () => {
    const changed = (of: string, names: string) => [
      hers('settings-changed', { details: { of, changed: names } }),
    ]
    const patch = { profile: { home: '94110', units: 'km', currency: 'EUR' } }
    const profile = () => during(() => ok(ann.call('PATCH', '/api/me', patch), 200))
    const first = await profile()
    expect(first).toMatchObject(changed('profile', 'currency, home, units'))
    expect(JSON.stringify(first)).not.toMatch(/94110|San Francisco|"km"|EUR/)
    expect(await profile()).toEqual([])
    const preferences = (perDayMax: number | null) =>
      during(() =>
        ok(
          ann.call('PUT', '/api/notification-preferences', { timeZone: 'UTC', perHourMax: null, perDayMax }),
          200,
        ),
      )
    await preferences(4)
    expect(await preferences(7)).toMatchObject(changed('preferences', 'perDayMax'))
    expect(await preferences(7)).toEqual([])
    const selling = (sellWithinDays: number) =>
      during(() => ok(ann.call('PUT', '/api/settings/selling', { sellWithinDays }), 200))
    expect(await selling(9)).toMatchObject(changed('selling', 'sellWithinDays'))
    expect(await selling(9)).toEqual([])
  })

  it('channels, their proofs and what is sent again', async () => {
    const target = 'channel gotify'
    const put = (id: string, body: object) =>
      during(() => ok(ann.call('PUT', `/api/channels/${id}`, body), 200))
    const settings = { server: site.baseUrl, appToken: 'A-token' }
    expect(await put('gotify', { settings })).toMatchObject([hers('channel-added', { target })])
    expect(await put('gotify', { settings: { ...settings, appToken: 'B-token' } })).toMatchObject([
      hers('channel-changed', { target, details: { enabled: true, newTarget: expect.any(Boolean) } }),
    ])
    expect(await during(() => ok(ann.call('POST', '/api/channels/gotify/test'), 202))).toMatchObject([
      hers('channel-tested', { target }),
    ])
    await query(`UPDATE deliveries SET state = 'failed', finished_at = now() WHERE channel = 'gotify'`)
    const [{ id: delivery }] = (await query<{ id: number }>(
      `SELECT id FROM deliveries WHERE channel = 'gotify'`,
    )) as [{ id: number }]
    expect(await during(() => ok(ann.call('POST', `/api/deliveries/${delivery}/retry`), 202))).toMatchObject([
      hers('deliveries-replayed', {
        target: `delivery ${delivery}`,
        details: { count: 1, delivered: false },
      }),
    ])
    expect(await during(() => ok(ann.call('DELETE', '/api/channels/gotify'), 204))).toMatchObject([
      hers('channel-removed', { target }),
    ])
    const phone = 'channel sms'
    await put('sms', { settings: sms.settings })
    expect(await during(() => ok(ann.call('POST', '/api/channels/sms/confirmation'), 200))).toMatchObject([
      hers('channel-confirmation-sent', { target: phone }),
    ])
    const code = /\b(\d{8})\b/.exec(sms.received().at(-1)!)![1]!
    const confirm = (given: string, status: number) =>
      during(() => ok(ann.call('POST', '/api/channels/sms/confirm', { code: given }), status))
    expect(await confirm(code === '000000' ? '111111' : '000000', 409)).toMatchObject([
      hers('channel-confirmation-failed', { target: phone }),
    ])
    expect(await confirm(code, 204)).toMatchObject([hers('channel-confirmed', { target: phone })])
    const { app } = house.test
    const queue = { userId: ids.ann!, channel: 'sms' }
    expect(
      await during(() => app.db.transaction((tx) => switchOff(app.notify, tx, queue, 'The number is gone.'))),
    ).toMatchObject([
      { what: 'channel-switched-off', via: 'program', actorId: null, personId: ids.ann, target: phone },
    ])
  })

  it('what an admin does to what is everybody’s', async () => {
    const byOwner = (what: string, more: object = {}) => ({
      ...{ what, via: 'http', actorId: ids.owner, personId: null, ...more },
    })
    const post = (path: string, body: object | undefined, status: number) =>
      during(() => ok(house.owner.call('POST', path, body), status))
    const failed = { job: 'expire-rules', payload: {}, error: 'no' }
    const { db } = house.test.app
    const [again, thrown] = [await deadJob(db, failed), await deadJob(db, failed)]
    expect(await post('/api/admin/jobs/retry', { jobs: [again] }, 200)).toMatchObject([
      byOwner('jobs-retried', { details: { count: 1 } }),
    ])
    expect(await post('/api/admin/jobs/discard', { jobs: [thrown] }, 200)).toMatchObject([
      byOwner('jobs-discarded', { details: { count: 1, jobs: 'expire-rules' } }),
    ])
    expect(await post('/api/admin/jobs/discard', { jobs: [thrown] }, 200)).toEqual([])
    expect(await post('/api/admin/backups', undefined, 202)).toMatchObject([
      byOwner('backup-asked', { details: { verify: null } }),
    ])
    expect(await post('/api/admin/backups', undefined, 409)).toEqual([])
    await ok(house.owner.call('POST', '/api/users/invitations', { email: 'late@example.com' }), 201)
    const { items } = (await ok(house.owner.call('GET', '/api/users/invitations'), 200)) as {
      items: { id: number; email: string }[]
    }
    const { id } = items.find(({ email }) => email === 'late@example.com')!
    expect(
      await during(() => ok(house.owner.call('DELETE', `/api/users/invitations/${id}`), 204)),
    ).toMatchObject([byOwner('invitation-ended', { target: `invitation ${id}` })])
  })

  it('commands on the machine, which prove nobody', async () => {
    const { database, app } = house.test
    const env = { ...database.env, DEAL_SCOUT_DATA: app.config.dataDir, DEAL_SCOUT_DEMO: 'off' }
    const cli = async (...args: string[]) => {
      const { code, stderr, stdout } = await run(args, { env })
      expect([code, stderr]).toEqual([0, ''])
      return stdout
    }
    const onTheMachine = (what: string, more: object = {}) => ({
      ...{ what, via: 'cli', actorId: null, address: null, personId: ids.ann },
      ...more,
    })
    expect(await during(() => cli('--as', 'ann', 'feed', 'make'))).toMatchObject([
      onTheMachine('acted-as', { details: { command: 'feed make' } }),
      onTheMachine('feed-made'),
    ])
    expect(await during(() => cli('users', 'role', `${ids.ann}`, 'viewer'))).toMatchObject([
      onTheMachine('role-changed', { details: { from: 'member', to: 'viewer' } }),
    ])
    await cli('users', 'role', `${ids.ann}`, 'member')
    expect(await during(() => cli('users', 'reset', `${ids.ann}`))).toMatchObject([
      onTheMachine('password-reset-link-made'),
    ])
    const shown = await cli('audit', '--user', `${ids.ann}`, '--kind', 'role-changed')
    expect(shown.match(/role-changed/g)).toHaveLength(2)
    const json = JSON.parse(await cli('audit', '--user', 'ann2@example.com', '--limit', '3', '--json'))
    expect(json).toHaveLength(3)
    expect(json[0]).toMatchObject({ kind: 'password-reset-link-made', by: { via: 'cli', id: null } })
    const wrong = await run(['audit', '--kind', 'nonsense'], { env })
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('kind')])
  })

  it('the first start', async () => {
    for (const { what } of await query<{ what: string }>(
      `SELECT what FROM audit_events WHERE what IN ('setup-link-made', 'claimed')`,
    ))
      seen.add(what)
    expect([...seen]).toEqual(expect.arrayContaining(['setup-link-made', 'claimed']))
  })

  it('there is no code that nothing writes', () => {
    // Written where keys are changed, accounts connected, and by a command: secrets/rotation.test.ts,
    // connections/*.test.ts, test/e2e/log-files.test.ts.
    for (const code of ['secrets-rotated', 'log-level-set', ...connectionCodes, ...mailboxCodes])
      seen.add(code)
    expect(Object.keys(auditCodes).filter((code) => !seen.has(code))).toEqual([])
  })
})

describe('who may see it', () => {
  interface Page {
    items: {
      id: number
      kind: string
      person: number | null
      address: string | null
      by: { id: number | null }
    }[]
    next: string | null
  }
  const page = async (who: Visitor, path: string): Promise<Page> => ok(who.call('GET', path), 200)
  const walk = async (who: Visitor, path: string) => {
    const items: Page['items'] = []
    for (let next: string | null = ''; next !== null; ) {
      const found = await page(who, `${path}${next === '' ? '' : `&cursor=${next}`}`)
      items.push(...found.items)
      next = found.next
    }
    return items
  }

  it('a person sees what they did and what was done to them, nothing of others, and not where an admin was', async () => {
    const cleo = await house.member('cleo@example.com')
    const id = await idOf('cleo@example.com')
    await ok(house.owner.call('PATCH', `/api/users/${id}`, { role: 'viewer' }), 200)
    const own = await walk(cleo, '/api/me/audit?limit=1')
    expect(own.map(({ kind }) => kind)).toEqual(['role-changed', 'signed-in', 'invitation-used'])
    expect(own.filter(({ by, person }) => by.id !== id && person !== id)).toEqual([])
    expect(own[0]).toMatchObject({ address: null, by: { id: ids.owner, name: null } })
    expect(own[1]).toMatchObject({ address: '127.0.0.1' })
    expect((await cleo.call('GET', '/api/audit')).status).toBe(403)
    expect((await house.visitor().call('GET', '/api/me/audit')).status).toBe(401)
    const hersToo = await walk(ann, '/api/me/audit?limit=50')
    expect(hersToo.filter(({ by, person }) => by.id !== ids.ann && person !== ids.ann)).toEqual([])
    expect(hersToo.some(({ id: one }) => own.some((event) => event.id === one))).toBe(false)
  })

  it('admins see everything, by person, kind and time, page by page both ways', async () => {
    const all = await walk(house.owner, '/api/audit?limit=7')
    const [{ n }] = (await query<{ n: number }>('SELECT count(*)::int AS n FROM audit_events')) as [
      { n: number },
    ]
    expect(all).toHaveLength(n)
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort((a, b) => b - a))
    const ofAnn = await walk(house.owner, `/api/audit?person=${ids.ann}&limit=9`)
    expect(ofAnn).toEqual(all.filter(({ by, person }) => by.id === ids.ann || person === ids.ann))
    const failed = await walk(house.owner, '/api/audit?kind=sign-in-failed&limit=2')
    expect(failed).toEqual(all.filter(({ kind }) => kind === 'sign-in-failed'))
    const since = encodeURIComponent(new Date(Date.now() + 60_000).toISOString())
    expect((await page(house.owner, `/api/audit?since=${since}`)).items).toEqual([])
    expect((await house.owner.call('GET', '/api/audit?kind=nonsense')).status).toBe(422)
  })

  it('nothing changes or deletes it over HTTP', async () => {
    const [{ id }] = (await query<{ id: number }>('SELECT max(id) AS id FROM audit_events')) as [
      { id: number },
    ]
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/api/audit', '/api/me/audit', `/api/audit/${id}`, `/api/me/audit/${id}`]) {
        const { status } = await house.owner.call(method, path, method === 'DELETE' ? undefined : {})
        expect([method, path, status]).toEqual([method, path, path.endsWith(`${id}`) ? 404 : 405])
      }
  })
})

it('is only added to: what changes or deletes events counts them, forgets where somebody was, or is retention', () => {
  const server = join(import.meta.dirname, '..')
  const found = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      readFileSync(join(server, file), 'utf8')
        .split(/^(?=export |async function |function )/m)
        .filter((part) => /\b(?:UPDATE|DELETE FROM|TRUNCATE) audit_events\b|UPDATE SET/.test(part))
        .filter((part) => part.includes('audit_events'))
        .map((part) => `${file} ${/function (\w+)/.exec(part)?.[1]}`),
    )
  expect(found.sort()).toEqual(
    ['countEvent', 'deleteOldEvents', 'forgetWhereabouts'].map((name) => `audit/audit-store.ts ${name}`),
  )
})

describe('how much of it there is', () => {
  it('10,000 failed sign-ins for as many accounts from as many places leave a bounded number of rows, all counted', async () => {
    const { app } = house.test
    const before = await query<{ n: number }>('SELECT count(*)::int AS n FROM audit_events')
    const fail = (i: number) =>
      withOrigin(
        {
          ...{ via: 'http', actorId: null, keyId: null, userAgent: null },
          address: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`,
        },
        () =>
          app.audit.note(app.db, {
            ...{ what: 'sign-in-failed', person: null },
            details: { code: 'invalid-email-or-password', tried: `${i}` },
          }),
      )
    const counted = async () =>
      (
        await query<{ n: number }>(
          `SELECT coalesce(sum(times), 0)::int AS n FROM audit_events WHERE what = 'sign-in-failed'`,
        )
      )[0]!.n
    const start = await counted()
    for (let i = 0; i < 10_000; i += 50) await Promise.all(Array.from({ length: 50 }, (_, k) => fail(i + k)))
    const after = await query<{ n: number }>('SELECT count(*)::int AS n FROM audit_events')
    // Two hours at the most, and a row more for each connection of the pool.
    expect(after[0]!.n - before[0]!.n).toBeLessThanOrEqual(2 * (201 + 6))
    expect((await counted()) - start).toBe(10_000)
    // Over HTTP it is the same: the hour is full.
    const wrong = { password: 'wrong wrong wrong' }
    for (let i = 0; i < 30; i++)
      await ok(
        house.visitor().call('POST', '/api/auth/sign-in', { ...wrong, email: `nobody${i}@example.com` }),
        401,
      )
    const last = await query<{ n: number }>('SELECT count(*)::int AS n FROM audit_events')
    expect(last[0]!.n - before[0]!.n).toBeLessThanOrEqual(2 * (201 + 6))
    expect((await counted()) - start).toBe(10_030)
  })

  it('is deleted after its time, and not before', async () => {
    const { app } = house.test
    const kind = app.retention.kinds.find((one) => one.kind === 'audit events')!
    expect(kind.keptDays).toBe(365)
    await query(
      `INSERT INTO audit_events (at, what, via, details)
       SELECT now() - days * interval '1 day', 'claimed', 'program', jsonb_build_object('days', days)
       FROM unnest(ARRAY[366, 364]) AS d(days)`,
    )
    for (let i = 0; i < 20; i++) if ((await retainStep(app.retention, kind))?.next == null) break
    expect(await query(`SELECT details->>'days' AS days FROM audit_events WHERE details ? 'days'`)).toEqual([
      { days: '364' },
    ])
  })

  it('no event without its change: what is rolled back was never noted', async () => {
    const { app } = house.test
    const rolledBack = () =>
      app.db.transaction(async (tx) => {
        await app.audit.note(tx, { what: 'feed-made', person: ids.ann! })
        throw new Error('back')
      })
    expect(await during(() => rolledBack().catch(() => {}))).toEqual([])
    expect(await during(() => resetLink(app.accounts, asProgram(ids.ann!)))).toHaveLength(1)
  })
})
