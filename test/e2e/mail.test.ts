import { afterEach, expect, it } from 'vitest'
import type { MailboxDetail, MailboxView } from '../../server/mailbox/schema.ts'
import { savePreferences } from '../../server/notify/preference-store.ts'
import { saveChannel } from '../../server/notify/targets/channels.ts'
import { defaultPreferences } from '../../server/notify/when/preferences.ts'
import { createRule } from '../../server/rules/rules.ts'
import { type TestApp, testApp, until } from '../harness/app.ts'
import { dovecotPath, noDovecot, startDovecot } from '../harness/dovecot.ts'
import { ruleInput } from '../harness/factories.ts'
import { type FakeServer, startFakeServer } from '../harness/fake-server.ts'
import { startImap } from '../harness/imap.ts'
import { alertText, dnsOf, mailOf, signerOf } from '../harness/signed-mail.ts'

const signer = signerOf('craigslist.org')
const dns = dnsOf(signer)
const options = {
  env: { MAILBOX_ALLOW_PRIVATE_NETWORK: 'true', WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true' },
  overrides: { resolveTxt: (name: string) => dns.resolveTxt(name) },
}
afterEach(() => {
  dns.isAway = false
})

/** A signed alert about one thing that the rule below takes. */
const alert = (id: number, price = 120) =>
  signer.sign(mailOf({ text: alertText([{ id, title: `Oak desk ${id}`, price }]) }))

/** Somebody who looks for desks and is told by a webhook. */
async function listens(test: TestApp): Promise<{ hook: FakeServer; told: Map<string, number> }> {
  const told = new Map<string, number>()
  const hook = await startFakeServer(({ body }, response) => {
    for (const [id] of body.matchAll(/Oak desk \d+/g))
      told.set(id, (told.get(id) ?? 0) + (told.has(id) ? 0 : performance.now()))
    response.writeHead(204).end()
  })
  const { app } = test
  await saveChannel(app.notify, app.owner, 'webhook', {
    settings: { url: hook.baseUrl, secret: 'a secret of the test that is long' },
    enabled: true,
  })
  await app.db.query('UPDATE channel_settings SET confirmed_at = now()')
  const always = { ...defaultPreferences('UTC'), perHourMax: null, perDayMax: null }
  await savePreferences(app.db, app.owner, always, app.notify.clock.now())
  const wish = { name: 'desks', keywords: { all: ['desk'] }, channels: ['inbox', 'webhook'] }
  await createRule(app.rules, app.owner, ruleInput(wish))
  return { hook, told }
}

interface Server {
  port: number
  user: string
  password: string
}

async function connect(test: TestApp, { port, user, password }: Server): Promise<number> {
  const { status, body } = await test.call('POST', '/api/mailboxes', {
    ...{ host: '127.0.0.1', port, security: 'none', user },
    access: { kind: 'password', password },
  })
  expect([status, body]).toMatchObject([201, {}])
  return (body as MailboxView).id
}

const view = async (test: TestApp, id: number) =>
  (await test.call('GET', `/api/mailboxes/${id}`)).body as MailboxDetail
const listening = (test: TestApp, id: number, mails: number) =>
  until(async () => {
    const seen = await view(test, id)
    return seen.state === 'listening' && seen.mails >= mails ? seen : null
  }, 20_000)
const countOf = async (test: TestApp, from: string) =>
  (await test.app.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`)).rows[0]!.count

/** Milliseconds from each mail's arrival to its alert at the receiver, one mail at a time. */
async function latencies(
  deliver: (mail: string) => void,
  told: ReadonlyMap<string, number>,
  ids: readonly number[],
): Promise<number[]> {
  const took: number[] = []
  for (const id of ids) {
    const mail = await alert(id)
    const sentAt = performance.now()
    deliver(mail)
    const at = await until(async () => told.get(`Oak desk ${id}`) ?? null, 20_000)
    took.push(at - sentAt)
  }
  return took.toSorted((a, b) => a - b)
}

const p95 = (sorted: readonly number[]) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)]!

it('a mail that arrives is an alert at its receiver in two seconds, by IDLE, and the mailbox stays as it was', async () => {
  await using imap = await startImap([await alert(7_700_001_000)])
  await using test = await testApp({ roles: ['api', 'worker', 'scheduler'], ...options })
  const { hook, told } = await listens(test)
  await using _ = hook
  const id = await connect(test, imap)
  await listening(test, id, 1)
  const ids = Array.from({ length: 20 }, (_, n) => 7_700_001_001 + n)
  const took = await latencies(imap.deliver, told, ids)
  process.stdout.write(
    `mail to alert (hoodiecrow): p50 ${Math.round(took[9]!)} ms, p95 ${Math.round(p95(took))} ms\n`,
  )
  expect(p95(took)).toBeLessThan(2_000)
  const seen = await listening(test, id, 21)
  expect(seen).toMatchObject({ listings: 21, unproven: 0, nothing: 0 })
  expect(
    JSON.parse(imap.snapshot()).messages.every(({ flags }: { flags: string[] }) => flags.length === 0),
  ).toBe(true)
  expect(
    imap.commands.filter((verb) => /SELECT|STORE|EXPUNGE|APPEND|COPY|MOVE|CREATE|DELETE|RENAME/.test(verb)),
  ).toEqual([])
})

it('a real Dovecot: mails arrive by its Maildir, and its flags and files are the same byte for byte', async (context) => {
  if (dovecotPath === null) process.stderr.write(`SKIPPED: ${noDovecot}\n`)
  context.skip(dovecotPath === null, noDovecot)
  await using dovecot = await startDovecot()
  dovecot.deliver(await alert(7_700_002_000))
  dovecot.deliver(mailOf({ from: 'friend@example.org', subject: 'Private', text: 'hello' }))
  await using test = await testApp({ roles: ['api', 'worker', 'scheduler'], ...options })
  const { hook, told } = await listens(test)
  await using _ = hook
  const before = { files: dovecot.files() }
  const id = await connect(test, dovecot)
  await listening(test, id, 1)
  expect(dovecot.files()).toEqual(before.files)
  const ids = Array.from({ length: 20 }, (_, n) => 7_700_002_001 + n)
  const took = await latencies(dovecot.deliver, told, ids)
  process.stdout.write(
    `mail to alert (Dovecot): p50 ${Math.round(took[9]!)} ms, p95 ${Math.round(p95(took))} ms\n`,
  )
  expect(p95(took)).toBeLessThan(2_000)
  const seen = await listening(test, id, 21)
  expect(seen).toMatchObject({ listings: 21, others: 1, unproven: 0 })
  expect(
    Object.values(dovecot.files())
      .flat()
      .filter((name) => /:2,./.test(name)),
  ).toEqual([])
  // As the server itself says, of every mail.
  expect(
    dovecot
      .flags()
      .match(/^flags:.*$/gm)
      ?.filter((line) => !/^flags:\s*(?:\\Recent)?\s*$/.test(line)),
  ).toEqual([])

  // It goes away for a while, and what came meanwhile is read.
  await dovecot.kill()
  await until(async () => ((await view(test, id)).problem === null ? null : true))
  dovecot.deliver(await alert(7_700_002_900))
  await dovecot.start()
  await until(async () => told.has('Oak desk 7700002900'), 30_000)
})

it('renumbered mails are read back and told once; a mail whose key cannot be looked up waits, and none is passed over', async () => {
  await using imap = await startImap([await alert(7_700_003_000)])
  await using test = await testApp({ roles: ['api', 'worker', 'scheduler'], ...options })
  const { hook, told } = await listens(test)
  await using _ = hook
  const id = await connect(test, imap)
  await listening(test, id, 1)
  await until(async () => told.has('Oak desk 7700003000'))
  imap.renumber()
  imap.deliver(await alert(7_700_003_001))
  imap.drop()
  await until(async () => told.has('Oak desk 7700003001'), 30_000)
  expect(await countOf(test, 'listings')).toBe(2)
  expect(await countOf(test, 'notifications')).toBe(2)

  dns.isAway = true
  // A key that was looked up is known for ten minutes; this one is another's.
  const other = signerOf('alerts.craigslist.org')
  Object.assign(dns.records, other.records)
  const mail = (n: number) =>
    other.sign(mailOf({ text: alertText([{ id: n, title: `Oak desk ${n}`, price: 90 }]) }))
  imap.deliver(await mail(7_700_003_002))
  imap.deliver(await alert(7_700_003_003))
  await until(async () => (await view(test, id)).problem === 'keys-away')
  expect(await countOf(test, 'listings')).toBe(2)
  dns.isAway = false
  await until(async () => told.has('Oak desk 7700003002') && told.has('Oak desk 7700003003'), 30_000)
  expect(await countOf(test, 'notifications')).toBe(4)
})

it('of two workers one reads a mailbox, and each thing is told once; a changed price is told, and the same mail twice is not', async () => {
  await using imap = await startImap()
  await using test = await testApp({ roles: ['api', 'worker', 'scheduler'], ...options })
  await using second = await testApp({
    ...{ ...options, roles: ['worker'] },
    env: { ...options.env, ...test.database.env, DEAL_SCOUT_DATA: test.app.config.dataDir },
  })
  const { hook, told } = await listens(test)
  await using _ = hook
  const id = await connect(test, imap)
  await listening(test, id, 0)
  expect(second.app).not.toBe(test.app)
  const same = await alert(7_700_004_000)
  imap.deliver(same)
  imap.deliver(same)
  imap.deliver(await alert(7_700_004_001))
  await until(async () => told.size === 2)
  const seen = await listening(test, id, 3)
  expect(seen).toMatchObject({ mails: 3, listings: 3 })
  expect(await countOf(test, 'listings')).toBe(2)
  expect(await countOf(test, 'notifications')).toBe(2)
  expect(imap.commands.filter((verb) => verb === 'EXAMINE')).toHaveLength(2)
})
