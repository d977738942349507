import { expect, it } from 'vitest'
import { claimedHouse, goodPassword } from '../test-kit.ts'

const problemOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code?: string } | null)?.code,
]
const tooMany = [429, 'too-many-requests']

it('whoever has signed in is counted as themselves, not for others at the same address', async () => {
  await using house = await claimedHouse({ env: { RATE_LIMIT_WRITE: '3' } })
  const anna = await house.member('anna@example.com')
  const ben = await house.member('ben@example.com')
  const change = { profile: { units: 'km' } }
  const statuses: number[] = []
  for (let i = 0; i < 10 && statuses.at(-1) !== 429; i++)
    statuses.push((await anna.call('PATCH', '/api/me', change)).status)
  expect(statuses.slice(0, 3)).toEqual([200, 200, 200])
  expect(statuses.at(-1)).toBe(429)
  expect((await ben.call('PATCH', '/api/me', change)).status).toBe(200)
})

it('all that can be guessed at or makes mail is counted together, by the smallest limit', async () => {
  await using house = await claimedHouse({ env: { RATE_LIMIT_STRICT: '1' } })
  const stranger = house.visitor()
  const token = 'a'.repeat(43)
  /** On a slow machine a minute passes meanwhile, and with it one is free: two at once are not. */
  const twice = async (ask: () => Promise<{ status: number; body: unknown }>) => {
    await ask()
    return problemOf(await ask())
  }
  for (const [path, body] of [
    ['sign-in', { email: 'owner@example.com', password: goodPassword }],
    ['sign-up', { name: 'X', email: 'x@example.com', password: goodPassword }],
    ['sign-in/code', { code: '000000' }],
    ['sign-in/passkey', {}],
    ['sign-in/passkey/options', undefined],
    ['reset', { email: 'owner@example.com' }],
    ['new-password', { token, password: goodPassword }],
    ['verify', { token }],
    ['claim', { token, email: 'x@example.com', password: goodPassword }],
    ['join', { token, password: goodPassword }],
  ] as const)
    expect(await twice(() => stranger.call('POST', `/api/auth/${path}`, body)), path).toEqual(tooMany)
  const links = [`setup/${token}`, `invitation/${token}`]
  for (const path of ['sign-in', 'sign-in/code', 'forgot', 'confirm', 'setup', 'invitation', 'reset'])
    expect(await twice(() => stranger.post(`/account/${path}`, {})), path).toEqual(tooMany)
  for (const path of links)
    expect(await twice(() => stranger.call('GET', `/account/${path}`)), path).toEqual(tooMany)
  // Who is in already goes on.
  expect((await house.owner.call('GET', '/api/rules')).status).toBe(200)
  expect((await stranger.call('GET', '/account/sign-in')).status).toBe(200)
})
