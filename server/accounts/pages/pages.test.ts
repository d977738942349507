import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invite } from '../auth/joining.ts'
import { resetLink } from '../auth/people.ts'
import { claimedHouse, goodPassword, type House } from '../test-kit.ts'
import { htmlPage } from './html.ts'

const logged: string[] = []
let house: House
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  house = await claimedHouse({ overrides: { log }, env: { RATE_LIMIT_STRICT: '0' } })
})
afterAll(() => house[Symbol.asyncDispose]())

it('every text in a page is data, whoever wrote it and wherever it stands', () => {
  const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;`
  const field = { name: hostile, label: hostile, autocomplete: hostile, value: hostile, hint: hostile }
  const page = htmlPage({
    ...{ title: hostile, sentences: [hostile], problem: hostile },
    forms: [
      {
        fields: [{ ...field, type: 'text' }],
        button: hostile,
        action: hostile,
        hidden: { [hostile]: hostile },
      },
    ],
    table: { head: [hostile], rows: [[hostile]] },
    links: [{ href: hostile, text: hostile }],
  })
  const plain = htmlPage({
    ...{ title: 'x', sentences: ['x'], problem: 'x' },
    forms: [
      {
        fields: [{ name: 'x', label: 'x', autocomplete: 'x', value: 'x', hint: 'x', type: 'text' }],
        ...{ button: 'x', action: 'x', hidden: { x: 'x' } },
      },
    ],
    ...{ table: { head: ['x'], rows: [['x']] }, links: [{ href: 'x', text: 'x' }] },
  })
  // The same tags and quotes, whatever stands between them.
  const frame = (html: string) => html.replace(/[^<>"]+/g, '')
  expect(frame(page)).toBe(frame(plain))
  expect(page).toContain('&amp;lt;')
})

it('a password is masked, may be pasted and filled in by a password manager, and no script is there that could hinder it', async () => {
  const sent = await house.owner.call('POST', '/api/users/invitations', { email: 'new@example.com' })
  const invitation = new URL((sent.body as { url: string }).url).pathname
  const visitor = house.visitor()
  for (const [path, fills] of [
    ['/account/sign-in', 'current-password'],
    [invitation, 'new-password'],
    [`/account/reset/${'a'.repeat(24)}`, 'new-password'],
  ]) {
    const { status, body } = await visitor.call('GET', path!)
    expect([path, status]).toEqual([path, 200])
    const fields = (body as string).match(/<input[^>]*name="password"[^>]*>/g) ?? []
    expect(fields).toHaveLength(1)
    expect(fields[0]).toContain('type="password"')
    expect(fields[0]).toContain(`autocomplete="${fills}"`)
    expect(fields[0]).not.toContain('maxlength')
    expect(body).not.toMatch(/<script|\son\w+=|javascript:/i)
  }
})

it('a link has its token in the address that is opened alone: the form sends it in its body, once, and no log has it', async () => {
  const { url } = await invite(house.test.app.accounts, house.test.app.owner, {
    ...{ email: 'linked@example.com', role: 'member' },
  })
  const join = { name: 'Linked', password: goodPassword }
  const path = new URL(url).pathname
  const token = path.split('/').at(-1)!
  const visitor = house.visitor()
  /** What the form of a page sends, and where to. */
  const formOf = (body: string) => ({
    action: /<form method="post" action="([^"]+)"/.exec(body)![1]!,
    token: /<input type="hidden" name="token" value="([^"]+)"/.exec(body)![1]!,
  })
  const page = await visitor.call('GET', path)
  expect(formOf(page.body)).toEqual({ action: '/account/invitation', token })
  expect([page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([
    ...['same-origin', 'no-store'],
  ])
  expect([404, 405]).toContain((await visitor.post(path, join)).status)
  // What is filled in wrong can be mended on the page that says so.
  const again = await visitor.post('/account/invitation', { ...join, token, password: 'short' })
  expect([again.status, formOf(again.body).token]).toEqual([422, token])
  expect((await visitor.post('/account/invitation', { ...join, token })).status).toBe(303)
  expect((await visitor.call('GET', path)).status).toBe(404)
  expect((await visitor.post('/account/invitation', { ...join, token })).status).toBe(404)

  const { id } = (await visitor.call('GET', '/api/auth/account')).body as { id: number }
  const resetPath = new URL(await resetLink(house.test.app.accounts, id)).pathname
  const reset = formOf((await visitor.call('GET', resetPath)).body)
  expect(reset).toEqual({ action: '/account/reset', token: resetPath.split('/').at(-1) })
  const set = (password: string) => visitor.post('/account/reset', { token: reset.token, password })
  expect((await set('short')).status).toBe(422)
  expect((await set('nine quiet herons')).status).toBe(200)
  expect((await set('ten quiet herons')).status).toBe(404)
  expect(logged.length).toBeGreaterThan(0)
  for (const secret of [token, reset.token]) expect(logged.join('')).not.toContain(secret)
})

it('the page of who is signed in has the button that signs out, and no browser keeps it', async () => {
  const page = await house.owner.call('GET', '/account')
  expect(page.body).toMatch(
    /<form method="post" action="\/account\/sign-out">\s*<input type="hidden" name="csrf" value="[\w-]{43}">\s*<button/,
  )
  for (const path of ['/account', '/account/sign-in', '/account/forgot'])
    expect((await house.owner.call('GET', path)).headers.get('cache-control')).toBe('no-store')
  expect((await house.owner.post('/account/sign-out', {})).headers.get('location')).toBe('/account/sign-in')
  expect((await house.owner.call('GET', '/account')).status).toBe(401)
})
