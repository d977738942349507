import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { createSecrets } from '../core/secrets.ts'
import { takeBounce } from '../notify/delivery/bounce-routes.ts'
import { createNotifications } from '../notify/delivery/create.ts'
import { attempt, type DeliverDeps, leaseMs } from '../notify/delivery/deliver.ts'
import { claimDeliveries } from '../notify/delivery/queue-store.ts'
import { listChannels, saveChannel, switchOff, targetOf } from '../notify/targets/channels.ts'
import { startChannelFakeServer as startMail } from './email/contract-fake-server.ts'
import { type ChannelFakeServer, type StartChannelFakeServer, sampleMessage } from './fake-server.ts'
import { signedId, signMessages } from './signed-id.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(wipe)

/** As a new database: row numbers begin again. */
async function wipe(): Promise<void> {
  await test.app.db.query('TRUNCATE notifications, channel_settings, channel_queues RESTART IDENTITY CASCADE')
}

const fakeServers = await Promise.all(
  readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter(({ name }) => existsSync(`${import.meta.dirname}/${name}/contract-fake-server.ts`))
    .map(async ({ name }) => {
      const { startChannelFakeServer } = await import(`./${name}/contract-fake-server.ts`)
      return { name, start: startChannelFakeServer as StartChannelFakeServer }
    }),
)

function deps(fakeServer: ChannelFakeServer): DeliverDeps {
  const shared = {
    ...test.app.notify,
    adapterOptions: { ...test.app.notify.adapterOptions, ...fakeServer.options },
  }
  return {
    ...shared,
    inProductChannels: shared.notifying.inProductChannels,
    targetOf: (userId, channel) => targetOf(shared, userId, channel),
    switchOff: (tx, queue, reason) => switchOff(shared, tx, queue, reason),
    observe: () => {},
  }
}

async function fillIn(
  channel: string,
  { settings, options }: Pick<ChannelFakeServer, 'settings'> & Partial<ChannelFakeServer>,
): Promise<void> {
  const { notify, owner } = test.app
  const shared = { ...notify, adapterOptions: { ...notify.adapterOptions, ...options } }
  await saveChannel(shared, owner, channel, { settings, enabled: true })
  await test.app.db.query('UPDATE channel_settings SET confirmed_at = $1', [clock.now()])
}

async function notify(channel: string): Promise<void> {
  const { notificationId: _, ...message } = sampleMessage()
  const draft = { userId: test.app.owner, dedupeKey: 'one', message, channels: [channel], asked: true }
  await test.app.db.transaction((tx) =>
    createNotifications(tx, [draft], test.app.notify.notifying, clock.now()),
  )
}

async function deliverDue(from: DeliverDeps): Promise<void> {
  for (const claim of await claimDeliveries(from.db, clock.now(), leaseMs, 10)) await attempt(from, claim)
}

const deliveries = async () =>
  (
    await test.app.db.query<{ id: number; state: string; providerRef: string | null }>(
      'SELECT id, state, provider_ref AS "providerRef" FROM deliveries',
    )
  ).rows

describe.each(fakeServers)('$name', ({ name, start }) => {
  it('knows an attempt again, and never takes a delivery of a wiped database for one of before', async () => {
    await using fakeServer = await start()
    const from = deps(fakeServer)
    await fillIn(name, fakeServer)
    await notify(name)
    await deliverDue(from)
    // The answer was lost: the same delivery once more.
    await test.app.db.query(`UPDATE deliveries SET state = 'retry', due_at = $1`, [clock.now()])
    await test.app.db.query('UPDATE channel_queues SET next_at = $1', [clock.now()])
    await deliverDue(from)
    const before = await deliveries()
    await wipe()
    await fillIn(name, fakeServer)
    await notify(name)
    await deliverDue(from)
    const after = await deliveries()
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(after).toMatchObject([{ state: 'sent' }])
    const ids = fakeServer.repetitionIds()
    if (ids === null) return
    expect(ids).toHaveLength(3)
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
  })

  it('learns no id that follows from a row number', async () => {
    await using fakeServer = await start()
    await fillIn(name, fakeServer)
    await notify(name)
    await deliverDue(deps(fakeServer))
    const id = fakeServer.repetitionIds()?.at(-1)
    if (id === undefined) return
    for (let row = 0; row < 100; row++) {
      for (const text of [`deal-scout-${row}`, `${test.app.baseUrl()} deal-scout-${row}`, String(row)]) {
        for (const encoding of ['hex', 'base64url'] as const) {
          expect(id).not.toContain(createHash('sha256').update(text).digest(encoding).slice(0, 30))
        }
      }
      expect(id).not.toBe(`deal-scout-${row}`)
    }
  })
})

describe('a bounce', () => {
  const to = 'ann@example.com'
  const isOff = async () =>
    (await listChannels(test.app.notify, test.app.owner)).find(({ id }) => id === 'email')!.off !== null
  const bounce = (messageId: string, address = to) =>
    takeBounce(
      test.app.notify,
      [
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mail.example',
        '',
        `Final-Recipient: rfc822; ${address}`,
        'Action: failed',
        'Status: 5.1.1',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${messageId}`,
        '--b--',
        '',
      ].join('\r\n'),
    )

  it('counts only with an id that we signed, for a mail that was sent to that very address', async () => {
    await using mail = await startMail()
    await fillIn('email', { settings: { to } })
    await notify('email')
    await deliverDue(deps(mail))
    const providerRef = (await deliveries())[0]?.providerRef ?? ''
    const [, own, signature, domain] = /^<(\w{32})\.(\w{32})@(.+)>$/.exec(providerRef)!
    const elsewhere = signMessages(createSecrets({ keys: [Buffer.alloc(32, 7)] }))
    const forged = [
      // What a mail of this row was called before.
      `<${createHash('sha256').update('deal-scout-1').digest('hex').slice(0, 40)}@${domain}>`,
      `<${own}.${'0'.repeat(32)}@${domain}>`,
      `<${own}.${signature!.slice(0, 31)}@${domain}>`,
      `<${own}.${signature!.toUpperCase()}.@${domain}>`,
      `<${own}@${domain}>`,
      // Of another installation.
      `<${signedId(elsewhere, 'any key', to)}@${domain}>`,
      // Signed by us, and never sent.
      `<${signedId(signMessages(test.app.notify.secrets), 'any key', to)}@${domain}>`,
    ]
    for (const messageId of forged) {
      expect(await bounce(messageId)).toEqual({ found: 1, switchedOff: 0 })
    }
    expect(await bounce(providerRef, 'bob@example.com')).toEqual({ found: 1, switchedOff: 0 })
    // The address is another one now.
    await fillIn('email', { settings: { to: 'bob@example.com' } })
    expect(await bounce(providerRef)).toEqual({ found: 1, switchedOff: 0 })
    expect(await isOff()).toBe(false)
    await fillIn('email', { settings: { to } })
    expect(await bounce(providerRef, 'Ann@Example.com')).toEqual({ found: 1, switchedOff: 1 })
    expect(await isOff()).toBe(true)
  })

  it('is not believed, whatever the row holds, when its id is not signed', async () => {
    await using mail = await startMail()
    await fillIn('email', { settings: { to } })
    await notify('email')
    await deliverDue(deps(mail))
    await test.app.db.query(`UPDATE deliveries SET provider_ref = '<known@example.com>'`)
    expect(await bounce('<known@example.com>')).toEqual({ found: 1, switchedOff: 0 })
  })
})
