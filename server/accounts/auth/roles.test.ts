import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ruleInput } from '../../../test/harness/factories.ts'
import { run } from '../../../test/harness/program.ts'
import { claimedHouse, type House } from '../test-kit.ts'

let house: House
beforeAll(async () => {
  house = await claimedHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

describe('what a role may', () => {
  it.each([
    ['viewer', 403, 403],
    ['member', 201, 403],
    ['admin', 201, 200],
  ] as const)(
    'a %s is answered %i for a new rule and %i for who is here',
    async (role, writes, administers) => {
      const person = await house.member(`${role}@example.com`, role)
      expect((await person.call('GET', '/api/rules')).status).toBe(200)
      expect((await person.call('POST', '/api/rules', ruleInput({ name: role }))).status).toBe(writes)
      expect((await person.call('GET', '/api/users')).status).toBe(administers)
      const invited = { email: `by-${role}@example.com` }
      const answer = await person.call('POST', '/api/users/invitations', invited)
      expect(answer.status).toBe(administers === 200 ? 201 : 403)
    },
  )

  it('a viewer changes their own profile, also by a key that may write, and nothing else', async () => {
    const person = await house.member('viewer-me@example.com', 'viewer')
    const change = { profile: { units: 'km' } }
    expect((await person.call('PATCH', '/api/me', change)).body).toMatchObject({
      profile: { units: { value: 'km', isDefault: false } },
    })
    const keys = await Promise.all(
      (['read', 'write'] as const).map(async (scope) => {
        const made = await person.call('POST', '/api/auth/keys', { name: scope, scope })
        return { authorization: `Bearer ${(made.body as { key: string }).key}` }
      }),
    )
    const program = house.visitor()
    const statuses = []
    for (const key of keys) statuses.push((await program.call('PATCH', '/api/me', change, key)).status)
    expect(statuses).toEqual([403, 200])
    expect((await program.call('POST', '/api/rules', ruleInput(), keys[1])).status).toBe(403)
  })

  it('a key does what its scope and its person may, and is nothing once it is ended', async () => {
    const person = await house.member('keys@example.com')
    const made = await person.call('POST', '/api/auth/keys', { name: 'reader', scope: 'read' })
    expect(made.status).toBe(201)
    const { id, key } = made.body as { id: number; key: string }
    const program = house.visitor()
    const as = { authorization: `Bearer ${key}` }
    expect((await program.call('GET', '/api/rules', undefined, as)).status).toBe(200)
    expect((await program.call('POST', '/api/rules', ruleInput(), as)).body).toMatchObject({
      ...{ status: 403, code: 'scope-missing' },
    })
    expect((await program.call('GET', '/api/auth/account', undefined, as)).body).toMatchObject({
      ...{ status: 403, code: 'key-not-enough' },
    })
    expect((await house.owner.call('DELETE', `/api/auth/keys/${id}`)).status).toBe(404)
    expect((await person.call('DELETE', `/api/auth/keys/${id}`)).status).toBe(204)
    expect((await program.call('GET', '/api/rules', undefined, as)).status).toBe(401)
  })
})

describe('by the command line', () => {
  const command = (...args: string[]) =>
    run([...args, '--json'], {
      env: {
        DATABASE_URL: house.test.database.connectionString,
        DEAL_SCOUT_DATA: house.test.app.config.dataDir,
        DEAL_SCOUT_DEMO: 'off',
      },
    })

  it('an invitation lets somebody join, a reset sets a password, and who is switched off is out', async () => {
    expect((await command('setup-link')).code).not.toBe(0)
    const invited = await command('users', 'invite', 'eva@example.com', '--role', 'viewer')
    expect(invited.code, invited.stderr).toBe(0)
    const tokenOf = (stdout: string) => (JSON.parse(stdout) as { url: string }).url.split('/').at(-1)
    const eva = house.visitor()
    const join = { token: tokenOf(invited.stdout), name: 'Eva', password: 'seven quiet herons' }
    expect((await eva.call('POST', '/api/auth/join', join)).status).toBe(204)
    expect((await house.visitor().call('POST', '/api/auth/join', join)).status).toBe(404)
    expect((await eva.call('GET', '/api/auth/account')).body).toMatchObject({ name: 'Eva', role: 'viewer' })
    const reset = await command('users', 'reset', 'eva@example.com')
    const password = 'nine tired herons'
    const set = { token: tokenOf(reset.stdout), password }
    expect((await house.visitor().call('POST', '/api/auth/new-password', set)).status).toBe(204)
    expect((await eva.call('GET', '/api/rules')).status).toBe(401)
    const signIn = { email: 'eva@example.com', password }
    expect((await eva.call('POST', '/api/auth/sign-in', signIn)).status).toBe(204)
    expect((await command('users', 'disable', 'eva@example.com')).code).toBe(0)
    expect((await eva.call('GET', '/api/rules')).status).toBe(401)
    const listed = JSON.parse((await command('users', 'list')).stdout) as {
      email: string
      disabled: boolean
    }[]
    expect(listed.find(({ email }) => email === 'eva@example.com')).toMatchObject({ disabled: true })
  })
})
