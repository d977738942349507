import { expect, it } from 'vitest'
import { serverIn, serverOf } from './mailbox-form.ts'

it('knows the mail servers of well-known providers, and makes none up', () => {
  expect(serverOf('me@GMail.com')).toBe('imap.gmail.com')
  expect(serverOf('ich@web.de')).toBe('imap.web.de')
  for (const address of ['me@example.com', 'me', '', 'me@constructor']) expect(serverOf(address)).toBe('')
})

it('reads what a form says, by password or by token', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({
    ...{ host: ' imap.example.com ', port: '143', security: 'starttls', user: 'me@example.com' },
    secret: ' with spaces ',
  }))
    form.set(name, value)
  const server = { host: 'imap.example.com', port: 143, security: 'starttls', user: 'me@example.com' }
  expect(serverIn(form)).toEqual({ ...server, access: { kind: 'password', password: ' with spaces ' } })
  form.set('kind', 'oauth')
  form.set('clientId', 'app')
  form.set('tokenUrl', 'https://login.example.com/token')
  form.set('port', '')
  form.set('security', 'anything')
  expect(serverIn(form)).toEqual({
    ...{ ...server, port: 993, security: 'tls' },
    access: {
      ...{ kind: 'oauth', clientId: 'app', tokenUrl: 'https://login.example.com/token' },
      refreshToken: ' with spaces ',
    },
  })
})
