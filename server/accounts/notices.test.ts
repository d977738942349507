import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../../test/harness/app.ts'
import { freePort } from '../../test/harness/port.ts'
import { startSmtpFakeServer } from '../channels/email/contract-fake-server.ts'
import { resetLink } from './auth/people.ts'
import { takeFactorsAway } from './factors/take-away.ts'
import { codeOf, Device, forgetSteps, setUpCodes, type WithCodes } from './factors/test-kit.ts'
import { claimedHouse, goodPassword, type House, type Visitor } from './test-kit.ts'

let smtp: Awaited<ReturnType<typeof startSmtpFakeServer>>
let house: House
let origin: string
const logged: string[] = []
beforeAll(async () => {
  smtp = await startSmtpFakeServer()
  const port = await freePort()
  origin = `http://localhost:${port}`
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) })
  house = await claimedHouse({
    overrides: { log },
    env: {
      ...{ SMTP_URL: smtp.url, MAIL_FROM: 'deals@example.com', RATE_LIMIT_STRICT: '0' },
      ...{ DEAL_SCOUT_PORT: String(port), DEAL_SCOUT_BASE_URL: origin },
    },
  })
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await smtp[Symbol.asyncDispose]()
})

const plain = (mail: string) => mail.replaceAll('=\r\n', '').replaceAll('=3D', '=')
/** What this person is told of what `run` does. */
async function toldOf(email: string, run: () => Promise<unknown>): Promise<string> {
  const before = smtp.mails.length
  await run()
  return until(async () => {
    const mail = smtp.mails.slice(before).find((one) => new RegExp(`^To: (?:.*[ <])?${email}`, 'm').test(one))
    return mail === undefined ? null : plain(mail)
  }, 20_000)
}
const done = async (answer: ReturnType<Visitor['call']>) => expect((await answer).status).toBeLessThan(300)

it('whoever changes how somebody signs in, that person is told by e-mail, with when, from where and what to do', async () => {
  const email = 'ann@example.com'
  const ann = await house.member(email)
  const { id } = (await ann.call('GET', '/api/auth/account')).body as { id: number }
  const password = goodPassword
  let codes: WithCodes = { secret: '', recoveryCodes: [] }
  let key = { id: 0, key: '' }
  let passkey = 0
  const changes: [RegExp, () => Promise<unknown>][] = [
    [/Codes are asked for after your password/, async () => (codes = await setUpCodes(house, ann))],
    [
      /New recovery codes were made/,
      () => done(ann.call('POST', '/api/auth/second-factor/recovery-codes', { password })),
    ],
    [
      /Whether a code is asked for after a passkey/,
      () => done(ann.call('PATCH', '/api/auth/second-factor', { password, afterPasskey: true })),
    ],
    [
      /No codes are asked for/,
      async () => {
        await forgetSteps(house)
        await done(ann.call('POST', '/api/auth/second-factor/end', { password, code: codeOf(codes.secret) }))
      },
    ],
    [
      /A passkey was added/,
      async () => {
        const { body } = await ann.call('POST', '/api/auth/passkeys/options', { password })
        const response = new Device(origin).create(body)
        const made = await ann.call('POST', '/api/auth/passkeys', { name: 'Phone', response })
        passkey = (made.body as { id: number }).id
      },
    ],
    [/A passkey was removed/, () => done(ann.call('DELETE', `/api/auth/passkeys/${passkey}`))],
    [
      /A key for programs was made/,
      async () => {
        key = (await ann.call('POST', '/api/auth/keys', { name: 'mine', scope: 'read' })).body
      },
    ],
    [/A key for programs was ended/, () => done(ann.call('DELETE', `/api/auth/keys/${key.id}`))],
    [
      /A link was sent to another e-mail/,
      () => done(ann.call('POST', '/api/auth/email', { password, newEmail: 'new-ann@example.com' })),
    ],
    [
      /Your password was changed/,
      () => done(ann.call('POST', '/api/auth/password', { password, newPassword: 'nine quiet herons' })),
    ],
    [
      /A new password was set by a link/,
      async () => {
        const token = (await resetLink(house.test.app.accounts, id)).split('/').at(-1)!
        const reset = { token, password: 'ten quiet herons' }
        await done(house.visitor().call('POST', '/api/auth/new-password', reset))
      },
    ],
  ]
  for (const [said, change] of changes) {
    const mail = await toldOf(email, change)
    expect(mail).toMatch(said)
    expect(mail).toMatch(/That was at \d{4}-\d\d-\d\d \d\d:\d\d UTC, from (?:127\.0\.0\.1|::1)\./)
    expect(mail).toContain(`${origin}/account/forgot`)
    for (const secret of [codes.secret, key.key, goodPassword, 'quiet herons'].filter((text) => text !== ''))
      expect(mail).not.toContain(secret)
  }
  expect(key.key).toMatch(/^ds_/)
  const taken = await toldOf(email, () => takeFactorsAway(house.test.app.accounts, id))
  expect(taken).toMatch(/taken away on the machine/)
  // Nobody else hears of it, and what fails changes nothing that is told.
  const before = smtp.mails.length
  expect((await ann.call('POST', '/api/auth/password', { password: 'x', newPassword: 'y' })).status).not.toBe(
    204,
  )
  expect(smtp.mails.slice(before)).toEqual([])
})

it('a mail that cannot be sent holds nothing up, and is in the log without the e-mail', async () => {
  const bob = await house.member('bob@example.com')
  await smtp[Symbol.asyncDispose]()
  logged.length = 0
  const change = { password: goodPassword, newPassword: 'nine quiet herons' }
  expect((await bob.call('POST', '/api/auth/password', change)).status).toBe(204)
  const line = await until(async () => logged.find((one) => one.includes('was not told by e-mail')), 20_000)
  expect(line).toContain('password-changed')
  expect(logged.join('')).not.toContain('bob@')
})
