import { expect, it } from 'vitest'
import { startSmtpFakeServer } from '../channels/email/contract-fake-server.ts'
import { claimedHouse, goodPassword } from './test-kit.ts'

const codeOf = ({ status, body }: { status: number; body: unknown }) =>
  status < 300 ? status : `${status} ${(body as { code: string }).code}`

it.each([
  ['closed', { signUp: '403 sign-up-closed', invite: '403 sign-up-closed', join: null }],
  ['invitation', { signUp: '403 sign-up-closed', invite: 201, join: 204 }],
  ['open', { signUp: 200, invite: 201, join: 204 }],
] as const)(
  'DEAL_SCOUT_SIGN_UP "%s" says who may come: by themselves, invited, by an invitation',
  async (choice, may) => {
    await using smtp = await startSmtpFakeServer()
    const mail = { SMTP_URL: smtp.url, MAIL_FROM: 'deals@example.com' }
    await using house = await claimedHouse({ env: { ...mail, DEAL_SCOUT_SIGN_UP: choice } })
    const people = async () => {
      const { rows } = await house.test.app.db.query<{ email: string }>(
        'SELECT email FROM users WHERE email IS NOT NULL ORDER BY email',
      )
      return rows.map(({ email }) => email)
    }
    const stranger = { name: 'Sue', email: 'sue@example.com', password: goodPassword }
    const signedUp = await house.visitor().call('POST', '/api/auth/sign-up', stranger)
    expect(codeOf(signedUp)).toBe(may.signUp)

    const guest = { email: 'guest@example.com', role: 'member' }
    const invited = await house.owner.call('POST', '/api/users/invitations', guest)
    expect(codeOf(invited)).toBe(may.invite)
    // Who is no admin invites nobody, whatever the house says; nor does a link that was made up let anybody in.
    expect((await house.visitor().call('POST', '/api/users/invitations', guest)).status).toBe(401)
    const join = (token: string) =>
      house.visitor().call('POST', '/api/auth/join', { token, name: 'Gus', password: goodPassword })
    expect((await join('a'.repeat(43))).status).toBeGreaterThanOrEqual(400)
    if (may.invite === 201) {
      const { url } = invited.body as { url: string }
      expect(codeOf(await join(url.split('/').at(-1)!))).toBe(may.join)
    }
    expect(await people()).toEqual(
      ['guest@example.com', 'owner@example.com', 'sue@example.com'].filter(
        (email) =>
          email === 'owner@example.com' ||
          (email === 'guest@example.com' && may.join === 204) ||
          (email === 'sue@example.com' && may.signUp === 200),
      ),
    )
  },
)
