import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { signedAnew, signedCookie } from './cookie-signature.ts'

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

it('a cookie is read that one of the secrets signed, whichever of its name it is; no other is', () => {
  const cookie = (secret: string, name = 'deal-scout.session_token') => `${name}=${signed('abc.def', secret)}`
  const read = (text: string) => signedCookie(text, 'deal-scout.session_token', ['newest', 'older'])
  for (const good of [
    cookie('newest'),
    `a=1;${cookie('older')} ;b`,
    `${cookie('foreign')}; ${cookie('newest')}`,
    `deal-scout.session_token=%E0%A4%A; ${cookie('older')}`,
  ])
    expect(read(good)).toBe('abc.def')
  for (const bad of [
    cookie('foreign'),
    cookie('newest').replace('abc', 'abd'),
    cookie('newest').slice(0, -4),
    cookie('newest', 'deal-scout.session'),
    cookie('newest', '__Host-deal-scout.session_token'),
    'deal-scout.session_token=abc.def',
    '=;;',
    '',
  ])
    expect(read(bad)).toBeNull()
})
