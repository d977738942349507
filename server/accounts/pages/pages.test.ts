import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimedHouse, type House } from '../test-kit.ts'
import { htmlPage } from './html.ts'

let house: House
beforeAll(async () => {
  house = await claimedHouse()
}, 180_000)
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

it('the page of who is signed in has the button that signs out, and no browser keeps it', async () => {
  const page = await house.owner.call('GET', '/account')
  expect(page.body).toMatch(/<form method="post" action="\/account\/sign-out">\s*<button/)
  for (const path of ['/account', '/account/sign-in', '/account/forgot'])
    expect((await house.owner.call('GET', path)).headers.get('cache-control')).toBe('no-store')
  expect((await house.owner.post('/account/sign-out', {})).headers.get('location')).toBe('/account/sign-in')
  expect((await house.owner.call('GET', '/account')).status).toBe(401)
})
