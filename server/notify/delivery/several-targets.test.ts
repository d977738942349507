import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import type { ChannelFakeServer } from '../../channels/fake-server.ts'
import { sampleMessage } from '../../channels/fake-server.ts'
import { startChannelFakeServer as startWebhook } from '../../channels/webhook/contract-fake-server.ts'
import { savePreferences } from '../preference-store.ts'
import { forgetChannel, listChannels, saveChannel, switchOff, targetOf } from '../targets/channels.ts'
import { defaultPreferences } from '../when/preferences.ts'
import { createNotifications } from './create.ts'
import { attempt, blockedDelaysMs, type DeliverDeps, leaseMs } from './deliver.ts'
import type { DraftChannel } from './plan.ts'
import { claimDeliveries } from './queue-store.ts'
import { releaseDue } from './release.ts'

let test: TestApp
let home: ChannelFakeServer
let work: ChannelFakeServer
const clock = stubClock()
beforeAll(async () => {
  test = await testApp({
    roles: ['api'],
    overrides: { clock },
    env: { WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true' },
  })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  for (const table of ['notifications', 'channel_settings', 'channel_queues'])
    await test.app.db.query(`DELETE FROM ${table}`)
  const endless = { ...defaultPreferences('UTC'), perHourMax: null, perDayMax: null }
  await savePreferences(test.app.db, test.app.owner, endless, clock.now())
  ;[home, work] = [await startWebhook(), await startWebhook()]
  await add('webhook', home)
  await add('webhook:work', work, 'Work')
  return async () => {
    for (const one of [home, work]) await one[Symbol.asyncDispose]()
  }
})

async function add(name: string, { settings }: ChannelFakeServer, label?: string): Promise<void> {
  await saveChannel(test.app.notify, test.app.owner, name, { settings, enabled: true, label })
  await confirmAll()
}
const confirmAll = () => test.app.db.query('UPDATE channel_settings SET confirmed_at = $1', [clock.now()])
const setEnabled = (name: string, enabled: boolean) =>
  saveChannel(test.app.notify, test.app.owner, name, { enabled })

function deps(): DeliverDeps {
  const shared = test.app.notify
  return {
    ...shared,
    inProductChannels: shared.notifying.inProductChannels,
    targetOf: (userId, key) => targetOf(shared, userId, key),
    switchOff: (tx, queue, reason) => switchOff(shared, tx, queue, reason),
    observe: ({ channel }) => observed.push(channel),
  }
}
const observed: string[] = []

let told = 0
async function notify(channels: (string | DraftChannel)[], dedupeKey = `message ${told++}`): Promise<void> {
  const { notificationId: _, ...message } = sampleMessage()
  const draft = { userId: test.app.owner, dedupeKey, message, channels }
  await test.app.db.transaction((tx) =>
    createNotifications(tx, [draft], test.app.notify.notifying, clock.now()),
  )
}

async function deliverDue(): Promise<number> {
  const from = deps()
  for (let count = 0; ; ) {
    await releaseDue(from)
    const claims = await claimDeliveries(from.db, clock.now(), leaseMs, 1000)
    await Promise.all(claims.map((claim) => attempt(from, claim)))
    count += claims.length
    if (claims.length === 0) return count
  }
}

async function ledger(): Promise<Record<string, string[]>> {
  const { rows } = await test.app.db.query<{ channel: string; states: string[] }>(
    `SELECT channel, array_agg(state ORDER BY id) AS states FROM deliveries GROUP BY channel ORDER BY channel`,
  )
  return Object.fromEntries(rows.map(({ channel, states }) => [channel, states]))
}
const counts = () => [home.received().length, work.received().length]

it('a channel means all its targets, each of which gets the message once', async () => {
  await notify(['inbox', 'webhook'], 'once')
  await notify(['webhook', 'webhook:work', 'webhook:1'], 'once')
  expect(await deliverDue()).toBe(2)
  clock.advance(86_400_000)
  expect(await deliverDue()).toBe(0)
  expect(await ledger()).toEqual({ inbox: ['sent'], webhook: ['sent'], 'webhook:work': ['sent'] })
  expect(counts()).toEqual([1, 1])
  expect(new Set(observed)).toEqual(new Set(['webhook']))
  // Two deliveries, so two ids: neither receiver takes the other's for its own.
  expect(home.repetitionIds()).not.toEqual(work.repetitionIds())
})

it('a rule that names one target tells that one alone, the first by its number', async () => {
  await notify(['webhook:work'])
  await notify(['webhook:1'])
  await notify(['webhook:1'])
  await deliverDue()
  expect(counts()).toEqual([2, 1])
})

it('any mix of names and repetitions tells each target that is meant exactly once', async () => {
  const names = fc.subarray(['webhook', 'webhook:1', 'webhook:work'], { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(fc.array(names, { minLength: 1, maxLength: 4 }), async (rounds) => {
      const before = counts()
      const key = `mixed ${told++}`
      for (const channels of rounds) await notify(channels, key)
      await deliverDue()
      const meant = new Set(rounds.flat())
      expect(counts()).toEqual([
        before[0]! + Number(meant.has('webhook') || meant.has('webhook:1')),
        before[1]! + Number(meant.has('webhook') || meant.has('webhook:work')),
      ])
    }),
    { numRuns: 15 },
  )
})

it('what does not get through to one target waits for that one alone, and is not told to the other again', async () => {
  await home.become('busy')
  await notify(['webhook'])
  await notify(['webhook'])
  await deliverDue()
  expect(await ledger()).toEqual({ webhook: ['retry', 'pending'], 'webhook:work': ['sent', 'sent'] })
  const { rows } = await test.app.db.query<{ channel: string; failures: number }>(
    'SELECT channel, failures FROM channel_queues ORDER BY channel',
  )
  expect(rows).toEqual([
    { channel: 'webhook', failures: 1 },
    { channel: 'webhook:work', failures: 0 },
  ])
  await home.become('ok')
  clock.advance(Math.max(home.busyWaitMs!, blockedDelaysMs[0]!))
  await deliverDue()
  expect(await ledger()).toEqual({ webhook: ['sent', 'sent'], 'webhook:work': ['sent', 'sent'] })
  expect(work.received()).toHaveLength(2)
})

it('a process that dies in an attempt at one target repeats that attempt with its id, and no other', async () => {
  await notify(['webhook'])
  const claims = await claimDeliveries(test.app.db, clock.now(), leaseMs, 1000)
  expect(claims.map(({ channel }) => channel).sort()).toEqual(['webhook', 'webhook:work'])
  // One is delivered and written down; the other is delivered, and its process dies before it wrote that.
  const [first, second] = claims.toSorted((a, b) => (a.channel < b.channel ? -1 : 1))
  await attempt(deps(), first!)
  await attempt(deps(), second!, () => Promise.resolve(true))
  clock.advance(leaseMs)
  await deliverDue()
  expect(await ledger()).toEqual({ webhook: ['sent'], 'webhook:work': ['sent'] })
  expect(counts()).toEqual([1, 2])
  expect(new Set(work.repetitionIds()).size).toBe(1)
})

it('a target that is off is passed over while another is on; one that is dead is switched off alone', async () => {
  await setEnabled('webhook', false)
  await notify(['webhook'])
  await deliverDue()
  expect(await ledger()).toEqual({ 'webhook:work': ['sent'] })
  await setEnabled('webhook', true)
  work.vanish!()
  await notify(['webhook'])
  await deliverDue()
  expect(await ledger()).toEqual({
    inbox: ['sent'],
    webhook: ['sent'],
    'webhook:work': ['sent', 'failed'],
  })
  const listed = (await listChannels(test.app.notify, test.app.owner)).filter(({ isSetUp }) => isSetUp)
  expect(listed.map(({ id, ready }) => [id, ready])).toEqual([
    ['webhook', true],
    ['webhook:work', false],
  ])
  const { rows } = await test.app.db.query<{ title: string }>(
    `SELECT message->>'title' AS title FROM notifications WHERE kind = 'channel-off'`,
  )
  expect(rows).toEqual([{ title: 'Webhook (Work) was switched off' }])
})

it('one target stands in for another that refuses', async () => {
  await home.become('refuse')
  await notify([{ channel: 'webhook:1', rules: [], fallbackChannels: ['webhook'] }])
  await deliverDue()
  expect(counts()[1]).toBe(1)
  expect((await ledger())['webhook:work']).toEqual(['sent'])
})

it('digests, limits and their order are of each target', async () => {
  const limited = { ...defaultPreferences('UTC'), perHourMax: 1, perDayMax: null }
  await savePreferences(test.app.db, test.app.owner, limited, clock.now())
  await notify(['webhook:work'])
  for (let n = 0; n < 2; n++) await notify(['webhook'])
  await deliverDue()
  // The limit of the one was used up by what went there alone.
  expect(await ledger()).toEqual({ webhook: ['sent', 'held'], 'webhook:work': ['sent', 'held', 'held'] })
  clock.advance(2 * 3_600_000)
  await deliverDue()
  expect(await ledger()).toEqual({
    webhook: ['sent', 'sent'],
    'webhook:work': ['sent', 'bundled', 'bundled', 'sent'],
  })
})

it('is added, named, tried, listed and removed by the API, and never where another goes already', async () => {
  const third = await startWebhook()
  try {
    const put = (id: string, body: unknown) => test.call('PUT', `/api/channels/${id}`, body)
    const added = await put('webhook:2', { settings: third.settings, label: 'Boat' })
    expect(added).toMatchObject({
      status: 200,
      body: { id: 'webhook:2', channel: 'webhook', label: 'Boat', needsConfirmation: true, several: true },
    })
    await confirmAll()
    const twice = await put('webhook:3', { settings: third.settings })
    expect(twice).toMatchObject({ status: 409, body: { code: 'target-exists' } })
    expect((twice.body as { detail: string }).detail).toContain('Webhook (Boat)')
    expect(await put('inbox:2', {})).toMatchObject({ status: 409, body: { code: 'channel-has-one-target' } })
    expect((await put('webhook:NO', { settings: third.settings })).status).toBe(404)
    expect((await put('webhook:2', { label: null })).body).toMatchObject({ label: null, ready: true })
    // Without a name nothing changes; its settings stay.
    expect((await put('webhook:2', {})).body).toMatchObject({ label: null, ready: true })
    expect((await test.call('POST', '/api/channels/webhook:2/test')).status).toBe(202)
    await deliverDue()
    expect([...counts(), third.received().length]).toEqual([0, 0, 1])
    expect((await test.call('POST', '/api/channels/webhook/test')).status).toBe(202)
    await deliverDue()
    expect([...counts(), third.received().length]).toEqual([1, 0, 1])
    const { items } = (await test.call('GET', '/api/channels')).body as { items: { id: string }[] }
    expect(items.map(({ id }) => id).filter((id) => id.startsWith('webhook'))).toEqual([
      ...['webhook', 'webhook:2', 'webhook:work'],
    ])
    const of = async (name: string) =>
      ((await test.call('GET', `/api/deliveries?channel=${name}`)).body as { items: { channel: string }[] })
        .items
    expect((await of('webhook')).map(({ channel }) => channel)).toEqual(['webhook', 'webhook:2'])
    expect((await of('webhook:1')).map(({ channel }) => channel)).toEqual(['webhook'])
    expect((await of('webhook:2')).map(({ channel }) => channel)).toEqual(['webhook:2'])
    expect((await test.call('DELETE', '/api/channels/webhook:2')).status).toBe(204)
    expect((await test.call('DELETE', '/api/channels/webhook:2')).status).toBe(404)
  } finally {
    await third[Symbol.asyncDispose]()
  }
})

it('a channel whose first target was removed is still told by the others', async () => {
  await forgetChannel(test.app.notify, test.app.owner, 'webhook:1')
  await notify(['webhook'])
  await deliverDue()
  expect(await ledger()).toEqual({ 'webhook:work': ['sent'] })
})

it('a channel takes ten targets of a person and no more', async () => {
  const settings = (n: number) => ({ ...home.settings, url: `${home.settings.url}/${n}` })
  for (let n = 2; n < 10; n++)
    await saveChannel(test.app.notify, test.app.owner, `webhook:${n}`, {
      settings: settings(n),
      enabled: true,
    })
  await expect(
    saveChannel(test.app.notify, test.app.owner, 'webhook:10', { settings: settings(10), enabled: true }),
  ).rejects.toMatchObject({ code: 'too-many-targets' })
})

it('topics of one server are different targets, the same topic is not, nor an address in other letters', async () => {
  const put = (id: string, settings: Record<string, unknown>) =>
    saveChannel(test.app.notify, test.app.owner, id, { settings, enabled: true })
  const server = 'https://ntfy.example.com'
  await put('ntfy', { server, topic: 'one' })
  await put('ntfy:2', { server, topic: 'two' })
  await expect(put('ntfy:2', { server, topic: 'one' })).rejects.toMatchObject({ code: 'target-exists' })
  await put('email', { to: 'ann@example.com' })
  await expect(put('email:2', { to: 'Ann@Example.com' })).rejects.toMatchObject({ code: 'target-exists' })
})

it('confirmations of all targets of a channel count together: another target brings no more of them', async () => {
  await test.app.db.query('UPDATE channel_settings SET confirmed_at = NULL')
  const limits = async (name: string) =>
    (await test.call('POST', `/api/channels/${name}/confirmation`)).body as { code: string; detail: string }
  // The fake does not repeat what it is asked to; it was asked, though.
  expect(await limits('webhook')).toMatchObject({ code: 'not-confirmed' })
  expect(await limits('webhook:work')).toMatchObject({ code: 'too-early' })
  for (let n = 0; n < 4; n++) {
    clock.advance(61_000)
    expect(await limits(n % 2 === 0 ? 'webhook:work' : 'webhook')).toMatchObject({ code: 'not-confirmed' })
  }
  clock.advance(61_000)
  for (const name of ['webhook', 'webhook:work'])
    expect(await limits(name)).toMatchObject({
      code: 'too-early',
      detail: expect.stringContaining('tomorrow'),
    })
})
