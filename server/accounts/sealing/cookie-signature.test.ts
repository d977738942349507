import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { signedAnew } from './cookie-signature.ts'

const signed = (value: string, secret: string) =>
  encodeURIComponent(`${value}.${createHmac('sha256', secret).update(value).digest('base64')}`)

it('a cookie that an older secret signed is signed with the newest; no other is, whoever made it', () => {
  const cookie = (secret: string, value = 'abc.def') =>
    `a=1; deal-scout.session_token=${signed(value, secret)}; b=2`
  const secrets = ['newest', 'older', 'oldest']
  for (const secret of secrets)
    expect(signedAnew(cookie(secret), 'deal-scout', secrets)).toBe(cookie('newest'))
  for (const untouched of [
    cookie('foreign'),
    cookie('older').replace('abc', 'abd'),
    `other.session_token=${signed('abc', 'older')}`,
    'deal-scout.session_token=abc; deal-scout.b=%E0%A4%A; deal-scout.c=.; =',
    '',
  ])
    expect(signedAnew(untouched, 'deal-scout', secrets)).toBe(untouched)
  expect(signedAnew(cookie('older'), 'deal-scout', ['newest'])).toBe(cookie('older'))
})
