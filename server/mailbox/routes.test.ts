import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { sendJson, startFakeServer } from '../../test/harness/fake-server.ts'
import { type ImapServer, startImap } from '../../test/harness/imap.ts'
import { alertText, dnsOf, mailOf, type Signer, signerOf } from '../../test/harness/signed-mail.ts'
import type { MailboxDetail, MailboxView, MailPreview } from './schema.ts'

let signer: Signer
let dns: ReturnType<typeof dnsOf>
let test: TestApp
let imap: ImapServer

beforeAll(async () => {
  signer = signerOf('craigslist.org')
  dns = dnsOf(signer)
  const alert = (id: number) => mailOf({ text: alertText([{ id, title: 'Oak desk', price: 120 }]) })
  imap = await startImap([
    mailOf({ from: 'friend@example.org', subject: 'Private', text: 'A private word' }),
    await signer.sign(alert(7_700_000_501)),
    alert(7_700_000_502),
    await signer.sign(mailOf({ text: 'Your password was changed.', subject: 'Account' })),
  ])
  test = await testApp({
    roles: ['api'],
    env: { MAILBOX_ALLOW_PRIVATE_NETWORK: 'true' },
    overrides: { resolveTxt: (name) => dns.resolveTxt(name) },
  })
})
afterAll(async () => {
  await imap?.[Symbol.asyncDispose]()
  await test?.[Symbol.asyncDispose]()
})

const server = () => ({
  ...{ host: '127.0.0.1', port: imap.port, security: 'none', user: imap.user },
  access: { kind: 'password', password: imap.password },
})
const call = async <T>(method: string, path: string, body?: unknown) => {
  const answer = await test.call(method, path, body)
  return { status: answer.status, body: answer.body as T, text: JSON.stringify(answer.body) }
}

describe('a mailbox', () => {
  it('is looked at before it is connected: its folders, and what would be read, which changes nothing', async () => {
    const before = imap.snapshot()
    const folders = await call('POST', '/api/mailboxes/folders', server())
    expect(folders).toMatchObject({ status: 200, body: { folders: [{ path: 'INBOX', isInbox: true }] } })
    const { status, body } = await call<MailPreview>('POST', '/api/mailboxes/preview', server())
    expect(status).toBe(200)
    expect(body).toMatchObject({ mails: 4, others: 1 })
    expect(body.shown.map(({ outcome, listings }) => [outcome, listings.length]).toSorted()).toEqual([
      ['nothing', 0],
      ['taken', 1],
      ['unproven', 1],
    ])
    expect(JSON.stringify(body)).not.toContain('rivate')
    expect(imap.snapshot()).toBe(before)
    expect((await call<{ items: unknown[] }>('GET', '/api/mailboxes')).body.items).toEqual([])
    const { rows } = await test.app.db.query('SELECT 1 FROM listings')
    expect(rows).toEqual([])
  })

  it('is connected once it can be opened, changed, and forgotten; no answer has its password, and all is in the audit log', async () => {
    const made = await call<MailboxView>('POST', '/api/mailboxes', { ...server(), name: 'Alerts' })
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Alerts', state: 'waiting', folder: 'INBOX', problem: null },
    })
    expect(made.text).not.toContain(imap.password)
    const path = `/api/mailboxes/${made.body.id}`
    const stored = await test.app.db.query<{ access: string }>('SELECT access FROM mailboxes')
    expect(stored.rows[0]!.access).toMatch(/^v1\./)
    expect(await call('PATCH', path, { name: 'Mine', enabled: false })).toMatchObject({
      status: 200,
      body: { name: 'Mine', state: 'off' },
    })
    // Its password stays with the server that it was given for.
    expect(await call('PATCH', path, { host: 'localhost' })).toMatchObject({
      status: 422,
      body: { code: 'bad-input', fields: { access: 'is missing' } },
    })
    expect(await call('PATCH', path, { folder: 'Nowhere' })).toMatchObject({
      status: 422,
      body: { code: 'mailbox-not-read', params: { problem: 'folder-missing' } },
    })
    expect(await call<MailboxDetail>('GET', path)).toMatchObject({
      status: 200,
      body: { folder: 'INBOX', senders: [], lastMails: [] },
    })
    expect((await call('DELETE', path)).status).toBe(204)
    expect((await call('GET', path)).status).toBe(404)
    const { rows } = await test.app.db.query<{ what: string }>(
      `SELECT what FROM audit_events WHERE what LIKE 'mailbox-%' ORDER BY id`,
    )
    expect(rows.map(({ what }) => what)).toEqual(['mailbox-added', 'mailbox-changed', 'mailbox-removed'])
  })

  it('that cannot be opened is not connected, and says why, in German, too', async () => {
    const wrong = { ...server(), access: { kind: 'password', password: 'wrong' } }
    const refused = await call<{ detail: string }>('POST', '/api/mailboxes', wrong)
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'mailbox-not-read', params: { problem: 'sign-in-refused' } },
    })
    expect(refused.text).not.toContain('"wrong"')
    const german = await fetch(`${test.address}/api/mailboxes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'de' },
      body: JSON.stringify(wrong),
    })
    expect(((await german.json()) as { detail: string }).detail).toContain(
      'Der Mailserver lehnt die Anmeldung ab',
    )
    expect(await call('POST', '/api/mailboxes', { ...server(), port: 1 })).toMatchObject({
      body: { params: { problem: 'unreachable' } },
    })
    for (const change of [
      { host: 'a b' },
      { host: 'https://x' },
      { port: 0 },
      { access: { kind: 'password' } },
      { extra: 1 },
    ])
      expect([change, (await call('POST', '/api/mailboxes', { ...server(), ...change })).status]).toEqual([
        change,
        422,
      ])
  })

  it('in a private network is refused where the operator does not allow that', async () => {
    await using other = await testApp({ roles: ['api'] })
    const answer = await other.call('POST', '/api/mailboxes/folders', server())
    expect(answer).toMatchObject({ status: 422, body: { params: { problem: 'private-host' } } })
    const token = (tokenUrl: string) => ({
      ...server(),
      access: { kind: 'oauth', clientId: 'app', refreshToken: 'one', tokenUrl },
    })
    for (const [tokenUrl, problem] of [
      ['https://127.0.0.1/token', 'private-host'],
      ['http://login.example.com/token', 'plain-not-allowed'],
    ] as const)
      expect(await other.call('POST', '/api/mailboxes/folders', token(tokenUrl))).toMatchObject({
        body: { params: { problem } },
      })
  })

  it('signs in by a refresh token, and keeps the one that the provider gives in its place', async () => {
    const asked: string[] = []
    await using provider = await startFakeServer(({ body }, response) => {
      asked.push(body)
      const isGood = new URLSearchParams(body).get('refresh_token') === 'refresh one'
      sendJson(
        response,
        isGood ? 200 : 400,
        isGood ? { access_token: 'at', refresh_token: 'refresh two' } : { error: 'invalid_grant' },
      )
    })
    const access = {
      kind: 'oauth',
      clientId: 'app',
      refreshToken: 'refresh one',
      tokenUrl: `${provider.baseUrl}/token`,
    }
    // The scriptable server knows no XOAUTH2: the token is fetched, and then refused.
    const refused = await call('POST', '/api/mailboxes/folders', { ...server(), access })
    expect(refused).toMatchObject({ status: 422, body: { code: 'mailbox-not-read' } })
    expect(Object.fromEntries(new URLSearchParams(asked[0]))).toEqual({
      ...{ grant_type: 'refresh_token', client_id: 'app', refresh_token: 'refresh one' },
    })
    const old = await call('POST', '/api/mailboxes/folders', {
      ...server(),
      access: { ...access, refreshToken: 'old' },
    })
    expect(old).toMatchObject({ body: { params: { problem: 'token-refused' } } })
  })
})

it('a worker reads what is there, takes in what is proven, shows the rest, and changes nothing', async () => {
  await using worker = await testApp({
    roles: ['api', 'worker'],
    env: { MAILBOX_ALLOW_PRIVATE_NETWORK: 'true' },
    overrides: { resolveTxt: (name) => dns.resolveTxt(name) },
  })
  const before = imap.snapshot()
  const { body } = await worker.call('POST', '/api/mailboxes', server())
  const { id } = body as MailboxView
  const view = await until(async () => {
    const seen = (await worker.call('GET', `/api/mailboxes/${id}`)).body as MailboxDetail
    return seen.state === 'listening' && seen.mails === 3 ? seen : null
  })
  expect(view).toMatchObject({ listings: 1, unproven: 1, nothing: 1, others: 1, problem: null })
  expect(view.lastMails.map(({ outcome }) => outcome).toSorted()).toEqual(['nothing', 'taken', 'unproven'])
  const { rows } = await worker.app.db.query<{ externalId: string; ownerId: number }>(
    'SELECT external_id AS "externalId", owner_id AS "ownerId" FROM listings',
  )
  expect(rows).toEqual([{ externalId: '7700000501', ownerId: worker.app.owner }])
  expect(imap.snapshot()).toBe(before)
  expect(new Set(imap.commands)).not.toContain('SELECT')
})
