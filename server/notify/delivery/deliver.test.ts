import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp, until } from '../../../test/harness/app.ts'
import type { Channel, DeliveryResult } from '../../channels/contract.ts'
import { startChannelFakeServer as startDiscord } from '../../channels/discord/contract-fake-server.ts'
import { startChannelFakeServer as startMail } from '../../channels/email/contract-fake-server.ts'
import { sampleMessage } from '../../channels/fake-server.ts'
import { startChannelFakeServer as startWebhook } from '../../channels/webhook/contract-fake-server.ts'
import { asProgram } from '../../core/actor.ts'
import type { FieldValues } from '../../core/fields.ts'
import type { OptionValues } from '../../core/options.ts'
import { savePreferences } from '../preference-store.ts'
import { replayDeliveries } from '../replay.ts'
import { listChannels, saveChannel, switchOff, targetOf } from '../targets/channels.ts'
import { defaultPreferences } from '../when/preferences.ts'
import { createNotifications } from './create.ts'
import {
  type AttemptState,
  attempt,
  blockedDelaysMs,
  type DeliverDeps,
  deliveryLoop,
  leaseMs,
  nextState,
  retryDelaysMs,
} from './deliver.ts'
import { finishDelivery, finishTogether } from './finish.ts'
import { type ClaimedDelivery, claimDeliveries } from './queue-store.ts'
import { releaseDue } from './release.ts'

let test: TestApp
const clock = stubClock()
beforeAll(async () => {
  test = await testApp({ overrides: { clock }, env: { WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true' } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('DELETE FROM notifications')
  await test.app.db.query('DELETE FROM channel_settings')
  await test.app.db.query('DELETE FROM channel_queues')
  const endless = { ...defaultPreferences('UTC'), perHourMax: null, perDayMax: null }
  await savePreferences(test.app.db, test.app.owner, endless, clock.now())
})

const sent = { outcome: 'sent' } as const

/** What delivers, with other operator options or channels where a test needs them. */
function deps(
  over: { options?: OptionValues; channels?: Channel[]; db?: DeliverDeps['db'] } = {},
): DeliverDeps {
  const shared = {
    ...test.app.notify,
    ...(over.db && { db: over.db }),
    adapterOptions: { ...test.app.notify.adapterOptions, ...over.options },
    channels: new Map([
      ...test.app.notify.channels,
      ...(over.channels ?? []).map((channel) => [channel.id, channel] as const),
    ]),
  }
  return {
    ...shared,
    inProductChannels: shared.notifying.inProductChannels,
    targetOf: (userId, channel) => targetOf(shared, userId, channel),
    switchOff: (tx, queue, reason) => switchOff(shared, tx, queue, reason),
    observe: () => {},
  }
}

async function notify(channels: string[], count = 1): Promise<void> {
  const { notificationId: _, ...message } = sampleMessage()
  const drafts = Array.from({ length: count }, (_, n) => ({
    userId: test.app.owner,
    dedupeKey: `${channels} ${n}`,
    message: { ...message, title: `Message ${n}` },
    channels,
  }))
  await test.app.db.transaction((tx) =>
    createNotifications(tx, drafts, test.app.notify.notifying, clock.now()),
  )
}

async function strangers(count: number): Promise<number[]> {
  const { rows } = await test.app.db.query<{ id: number }>(
    `INSERT INTO users (name, role, created_at) SELECT 'Person ' || n, 'owner', $2 FROM generate_series(1, $1::int) n
     RETURNING id`,
    [count, clock.now()],
  )
  return rows.map(({ id }) => id)
}

async function notifyAll(people: number[], channels: string[]): Promise<void> {
  const { notificationId: _, ...message } = sampleMessage()
  const drafts = people.map((userId) => ({ userId, dedupeKey: 'together', message, channels }))
  await test.app.db.transaction((tx) =>
    createNotifications(tx, drafts, test.app.notify.notifying, clock.now()),
  )
}

async function fillIn(channel: string, settings: FieldValues, enabled = true): Promise<void> {
  await saveChannel(test.app.notify, test.app.owner, channel, { settings, enabled })
  await test.app.db.query('UPDATE channel_settings SET confirmed_at = $1 WHERE channel = $2', [
    clock.now(),
    channel,
  ])
}

/** Attempts everything that is due now; returns how many that were. */
async function deliverDue(from = deps(), lease = leaseMs): Promise<number> {
  let count = 0
  for (;;) {
    await releaseDue(from)
    // Each queue gives its first one; what was handed back waits for the next call.
    const claims = await claimDeliveries(from.db, from.clock.now(), lease, 1000)
    await Promise.all(claims.map((claim) => attempt(from, claim)))
    count += claims.length
    if (claims.length === 0 || lease < leaseMs) return count
  }
}

const again = (deliveryId: number, userId = test.app.owner) =>
  replayDeliveries(test.app.notify, { userId, deliveryId, limit: 1 })

interface Row {
  id: number
  channel: string
  state: string
  attempts: number
  undecided: number
  reason: string | null
  waitMs: number
  ledger: string[]
}

async function rows(): Promise<Row[]> {
  const found = await test.app.db.query<Row & { dueAt: Date }>(
    `SELECT id, channel, state, attempts, undecided, reason, due_at AS "dueAt",
            ARRAY(SELECT outcome FROM delivery_attempts a WHERE a.delivery_id = d.id ORDER BY id) AS ledger
     FROM deliveries d ORDER BY channel, id`,
  )
  return found.rows.map(({ dueAt, ...row }) => ({ ...row, waitMs: dueAt.getTime() - clock.now().getTime() }))
}

async function only(): Promise<Row> {
  const [row, ...more] = await rows()
  expect(more).toEqual([])
  return row!
}

function fakeChannel(id: string, deliver: Channel['deliver'], over: Partial<Channel> = {}): Channel {
  return {
    id,
    name: 'Fake',
    description: 'A fake.',
    options: [],
    fields: [],
    unavailable: () => null,
    deliver,
    ...over,
  }
}

describe('what an attempt means', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const on = (attempt: number, over: Partial<AttemptState> = {}): AttemptState => ({
    attempt,
    failures: 0,
    dueSince: now,
    fallbackChannels: [],
    ...over,
  })
  const retry = (over: Partial<Extract<DeliveryResult, { outcome: 'retry' }>> = {}): DeliveryResult => ({
    outcome: 'retry',
    reason: 'Busy.',
    ...over,
  })
  const attempts = fc.integer({ min: 1, max: 100 })

  it('sent and failed are the end, whatever the attempt', () => {
    fc.assert(
      fc.property(attempts, (n) => {
        expect(nextState({ outcome: 'sent', providerRef: 'r' }, on(n), now)).toMatchObject({
          state: 'sent',
          providerRef: 'r',
        })
        expect(nextState({ outcome: 'failed', reason: 'No.' }, on(n), now)).toMatchObject({
          state: 'failed',
          reason: 'No.',
        })
      }),
    )
  })

  it('a retry never comes before its step of the schedule nor before the provider asked, and within a day of either', () => {
    fc.assert(
      fc.property(
        attempts,
        fc.option(fc.integer({ min: 0, max: 1e12 }), { nil: undefined }),
        (n, afterMs) => {
          const next = nextState(retry(afterMs === undefined ? {} : { afterMs }), on(n), now)
          const step = retryDelaysMs[n - 1]
          if (step === undefined) {
            expect(next.state).toBe('dead')
            return
          }
          const waitMs = next.dueAt.getTime() - now.getTime()
          expect(next.state).toBe('retry')
          expect(waitMs).toBeGreaterThanOrEqual(Math.max(step, Math.min(afterMs ?? 0, 86_400_000)))
          expect(waitMs).toBeLessThanOrEqual(Math.max(step, 86_400_000))
        },
      ),
    )
  })

  it('whatever a provider answers, it is asked at most eight times', () => {
    const result = fc.oneof(
      fc.constant<DeliveryResult>(sent),
      fc.constant<DeliveryResult>({ outcome: 'failed', reason: 'No.' }),
      fc.record({
        outcome: fc.constant('retry' as const),
        reason: fc.string(),
        afterMs: fc.nat(),
        undecided: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(fc.array(result, { minLength: 8, maxLength: 8 }), (results) => {
        const states = results.map((one, index) => nextState(one, on(index + 1), now).state)
        const ended = states.findIndex((state) => state !== 'retry')
        expect(ended).toBeGreaterThanOrEqual(0)
        expect(states.slice(0, ended)).toEqual(results.slice(0, ended).map(() => 'retry'))
      }),
    )
  })
})

describe('delivering', () => {
  it('one message on every channel arrives once on each', async () => {
    await using mail = await startMail()
    await using discord = await startDiscord()
    await using webhook = await startWebhook()
    const outside = { email: mail, discord, webhook }
    for (const [id, { settings }] of Object.entries(outside)) await fillIn(id, settings)
    await notify(['inbox', ...Object.keys(outside)])
    const all = deps({ options: { ...mail.options, ...discord.options, ...webhook.options } })
    expect(await deliverDue(all)).toBe(3)
    clock.advance(86_400_000)
    expect(await deliverDue(all)).toBe(0)
    expect(await rows()).toMatchObject([
      { channel: 'discord', state: 'sent', attempts: 1, ledger: ['sent'] },
      { channel: 'email', state: 'sent', attempts: 1, ledger: ['sent'] },
      { channel: 'inbox', state: 'sent', attempts: 0, ledger: [] },
      { channel: 'webhook', state: 'sent', attempts: 1, ledger: ['sent'] },
    ])
    for (const { received } of Object.values(outside)) expect(received()).toHaveLength(1)
  })

  it('a passing problem is tried again by the schedule until the last attempt, then a person can send it again', async () => {
    await using webhook = await startWebhook()
    await fillIn('webhook', webhook.settings)
    await webhook.become('error')
    await notify(['webhook'])
    for (const [index, delayMs] of retryDelaysMs.entries()) {
      expect(await deliverDue()).toBe(1)
      expect(await only()).toMatchObject({ state: 'retry', attempts: index + 1, waitMs: delayMs })
      clock.advance(delayMs - 1)
      expect(await deliverDue()).toBe(0)
      clock.advance(1)
    }
    expect(await deliverDue()).toBe(1)
    const dead = await only()
    expect(dead).toMatchObject({ state: 'dead', attempts: 8, reason: expect.stringMatching(/HTTP 500/) })
    clock.advance(10 * 86_400_000)
    expect(await deliverDue()).toBe(0)

    await webhook.become('ok')
    expect(await again(dead.id, asProgram(test.app.owner + 1))).toBe(0)
    expect(await again(dead.id)).toBe(1)
    expect(await again(dead.id)).toBe(0)
    expect(await deliverDue()).toBe(1)
    expect(await only()).toMatchObject({ state: 'sent', attempts: 1, reason: null })
    expect(new Set(webhook.repetitionIds()).size).toBe(1)
    expect(webhook.received()).toHaveLength(9)
  })

  it('a provider that asks to wait is left alone for that long', async () => {
    await using webhook = await startWebhook()
    await fillIn('webhook', webhook.settings)
    await webhook.become('busy')
    await notify(['webhook'])
    await deliverDue()
    expect(await only()).toMatchObject({ state: 'retry', waitMs: webhook.busyWaitMs })
    clock.advance(webhook.busyWaitMs!)
    await deliverDue()
    // The second wait for what nothing gets through to is longer than what it asks for.
    expect(await only()).toMatchObject({ state: 'retry', waitMs: blockedDelaysMs[1], attempts: 0 })
  })

  it('a permanent refusal is not tried again, says what to do, and switches a dead address off', async () => {
    await using mail = await startMail()
    await fillIn('email', mail.settings)
    await mail.become('refuse')
    await notify(['email'], 2)
    const outside = deps({ options: mail.options })
    await deliverDue(outside)
    const [first, second, ...notified] = await rows()
    expect(first).toMatchObject({
      channel: 'email',
      state: 'failed',
      attempts: 1,
      ledger: ['failed'],
      reason: expect.stringMatching(/^[A-Z].*\.$/),
    })
    // What waits behind is not even tried, and the inbox says why, once.
    expect(second).toMatchObject({
      state: 'failed',
      reason: `E-mail was switched off: ${first!.reason}`,
    })
    expect(notified).toMatchObject([{ channel: 'inbox', state: 'sent' }])
    const [listed] = (await listChannels(test.app.notify, test.app.owner)).filter(({ id }) => id === 'email')
    expect(listed).toMatchObject({ ready: false, enabled: false, off: { reason: first!.reason } })
    clock.advance(86_400_000)
    expect(await deliverDue(outside)).toBe(0)
    await mail.become('ok')
    await saveChannel(test.app.notify, test.app.owner, 'email', { enabled: true })
    await again(first!.id)
    await deliverDue(outside)
    expect(mail.received()).toHaveLength(1)
  })

  it('an answer that was cut off counts as undecided, and the repetition has the same id', async () => {
    await using webhook = await startWebhook()
    await fillIn('webhook', webhook.settings)
    await webhook.become('cut')
    await notify(['webhook'])
    await deliverDue()
    expect(await only()).toMatchObject({
      state: 'retry',
      undecided: 1,
      reason: expect.stringMatching(/may have arrived/),
    })
    await webhook.become('ok')
    clock.advance(retryDelaysMs[0]!)
    await deliverDue()
    expect(await only()).toMatchObject({ state: 'sent', undecided: 1 })
    const ids = webhook.repetitionIds()!
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('what one process holds no other takes; after the lease it is taken, and the first cannot end it any more', async () => {
    await notify(['webhook'])
    const claim = () => claimDeliveries(test.app.db, clock.now(), leaseMs, 10)
    const [first] = await claim()
    clock.advance(leaseMs - 1)
    expect(await claim()).toEqual([])
    clock.advance(1)
    const [second] = await claim()
    // The attempt died with its process: the same attempt again, of which nobody can tell whether it arrived.
    expect(second).toMatchObject({ id: first!.id, attempt: 1 })
    const end = (held: typeof first, result: DeliveryResult) =>
      finishDelivery(deps(), {
        claim: held!,
        startedAt: clock.now(),
        finishedAt: clock.now(),
        outcome: nextState(result, held!, clock.now()),
      })
    expect(await end(first, { outcome: 'failed', reason: 'Late.' })).toBe(false)
    expect(await only()).toMatchObject({ state: 'leased', ledger: [] })
    expect(await end(second, sent)).toBe(true)
    expect(await end(second, sent)).toBe(false)
    expect(await only()).toMatchObject({
      state: 'sent',
      attempts: 1,
      undecided: 1,
      ledger: ['sent'],
      reason: null,
    })
  })

  it('those that end together are written together, and what one of them lost or broke is its own', async () => {
    const people = await strangers(5)
    const transactions = { begun: 0, broken: 0 }
    const breaking: DeliverDeps['db'] = {
      ...test.app.db,
      transaction(run) {
        // The one of many that breaks: it is the fault of one of them, as far as anybody knows.
        if (++transactions.begun === 2) {
          transactions.broken++
          throw new Error('the database is away')
        }
        return test.app.db.transaction(run)
      },
    }
    const finish = finishTogether(deps({ db: breaking }))
    const claims = async () => {
      await notifyAll(people, ['webhook'])
      const claimed = await claimDeliveries(test.app.db, clock.now(), leaseMs, 10)
      expect(claimed).toHaveLength(5)
      return claimed
    }
    const end = (claimed: ClaimedDelivery[]) =>
      Promise.all(
        claimed.map((claim) =>
          finish({
            claim,
            startedAt: clock.now(),
            finishedAt: clock.now(),
            outcome: nextState(sent, claim, clock.now()),
          }),
        ),
      )
    const first = await claims()
    const [lost] = first
    await test.app.db.query('UPDATE deliveries SET lease_token = gen_random_uuid() WHERE id = $1', [lost!.id])
    expect(await end(first)).toEqual([false, true, true, true, true])
    expect(transactions).toEqual({ begun: 1, broken: 0 })
    await test.app.db.query('DELETE FROM notifications')
    expect(await end(await claims())).toEqual([true, true, true, true, true])
    expect(transactions).toEqual({ begun: 7, broken: 1 })
    const { rows } = await test.app.db.query<{ state: string; attempts: number }>(
      `SELECT d.state, count(a.id)::int AS attempts FROM deliveries d
       JOIN delivery_attempts a ON a.delivery_id = d.id GROUP BY d.id, d.user_id`,
    )
    expect(rows).toEqual(Array.from({ length: 5 }, () => ({ state: 'sent', attempts: 1 })))
  })

  it('a claim that took so long that an attempt could outlive its lease is handed back untried', async () => {
    await using webhook = await startWebhook()
    await fillIn('webhook', webhook.settings)
    await notify(['webhook'])
    await deliverDue(deps(), 1000)
    expect(await only()).toMatchObject({ state: 'retry', attempts: 0, waitMs: 0, ledger: [] })
    expect(webhook.received()).toEqual([])
  })

  it('a receiver that never answers is given up before the lease ends, and so is a channel that does not listen', async () => {
    await using webhook = await startWebhook()
    await fillIn('webhook', webhook.settings)
    await webhook.become('hang')
    const deaf = fakeChannel('deaf', () => new Promise(() => {}))
    await notify(['webhook', 'deaf'])
    const startedAtMs = Date.now()
    await deliverDue(deps({ channels: [deaf] }), 2_100)
    expect(Date.now() - startedAtMs).toBeLessThan(2_000)
    expect(await rows()).toMatchObject([
      { channel: 'deaf', state: 'retry', undecided: 1, reason: 'Fake did not end in time.' },
      { channel: 'webhook', state: 'retry', undecided: 1 },
    ])
  })

  it('a channel that throws is tried again', async () => {
    const broken = fakeChannel('broken', async () => {
      throw new Error('oops')
    })
    await notify(['broken'])
    await deliverDue(deps({ channels: [broken] }))
    expect(await only()).toMatchObject({
      state: 'retry',
      attempts: 1,
      reason: 'Fake failed unexpectedly: oops',
    })
  })

  it('a channel that the operator has not set up keeps its messages without using up attempts, and says why', async () => {
    await using mail = await startMail()
    await fillIn('email', mail.settings)
    await notify(['email'])
    for (let n = 0; n < 20; n++) {
      await deliverDue()
      clock.advance(3_600_000)
    }
    expect(await only()).toMatchObject({
      state: 'retry',
      attempts: 0,
      ledger: [],
      reason: expect.stringMatching(/^Set SMTP_URL/),
    })
    await deliverDue(deps({ options: mail.options }))
    expect(await only()).toMatchObject({ state: 'sent', attempts: 1, reason: null })
    expect(mail.received()).toHaveLength(1)
  })

  it('a channel that the person has not filled in, or has switched off, fails with a sentence', async () => {
    await using webhook = await startWebhook()
    await notify(['webhook'])
    await deliverDue()
    const failed = await only()
    expect(failed).toMatchObject({
      state: 'failed',
      reason: 'Webhook is not set up: fill in its settings under channels.',
    })
    await fillIn('webhook', webhook.settings, false)
    await again(failed.id)
    await deliverDue()
    expect(await only()).toMatchObject({
      state: 'failed',
      reason: 'Webhook is switched off.',
      ledger: ['failed', 'failed'],
    })
    await fillIn('webhook', webhook.settings)
    await again(failed.id)
    await deliverDue()
    expect(await only()).toMatchObject({ state: 'sent' })
  })

  it('a channel that a later version no longer has fails with a sentence', async () => {
    await notify(['pigeon'])
    await deliverDue()
    expect(await only()).toMatchObject({
      state: 'failed',
      reason: 'There is no channel "pigeon" in this version.',
    })
  })

  it('what waits is sent to where the settings say at the time of the attempt', async () => {
    await using old = await startWebhook()
    await using next = await startWebhook()
    await old.become('error')
    await fillIn('webhook', old.settings)
    await notify(['webhook'])
    await deliverDue()
    await fillIn('webhook', next.settings)
    clock.advance(retryDelaysMs[0]!)
    await deliverDue()
    expect(await only()).toMatchObject({ state: 'sent' })
    expect([old.received().length, next.received().length]).toEqual([1, 1])
  })
})

describe('the loop', () => {
  const allSent = (count: number) =>
    until(async () => (await rows()).filter(({ state }) => state === 'sent').length === count, 40_000)

  it('delivers to each person on each channel the oldest first, one after the other', async () => {
    const order: number[] = []
    let atOnce = 0
    const slow = fakeChannel('slow', async ({ notificationId }) => {
      expect(++atOnce).toBe(1)
      await rows()
      order.push(notificationId)
      atOnce--
      return sent
    })
    await notify(['slow'], 20)
    const running = await deliveryLoop(deps({ channels: [slow] }), 8).start()
    await allSent(20)
    await running.stop()
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('two processes at once deliver everything once', async () => {
    await using webhook = await startWebhook()
    await fillIn('webhook', webhook.settings)
    await notify(['webhook'], 150)
    const running = await Promise.all(
      [test.app.db, test.database.db].map((db) => deliveryLoop(deps({ db }), 8).start()),
    )
    await allSent(150)
    await Promise.all(running.map((loop) => loop.stop()))
    expect(webhook.received()).toHaveLength(150)
    expect(new Set(webhook.repetitionIds()).size).toBe(150)
  })

  it('a slow receiver holds up nobody else', async () => {
    const held = Promise.withResolvers<void>()
    const slow = fakeChannel('slow', async () => {
      await held.promise
      return sent
    })
    const quick = fakeChannel('quick', async () => sent)
    await notify(['slow'], 3)
    await notify(['quick'], 50)
    const running = await deliveryLoop(deps({ channels: [slow, quick] }), 4).start()
    await allSent(50)
    held.resolve()
    await allSent(53)
    await running.stop()
  })

  it('stopping lets attempts under way end, starts none and leaves nothing leased', async () => {
    const begun = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const slow = fakeChannel('slow', async () => {
      begun.resolve()
      await held.promise
      return sent
    })
    await notify(['slow'], 5)
    const running = await deliveryLoop(deps({ channels: [slow] }), 2).start()
    await begun.promise
    const order: string[] = []
    const stopping = running.stop().then(() => order.push('stopped'))
    // A round trip to the database is more than a stop that waits for nothing would need.
    await rows()
    order.push('released')
    held.resolve()
    await stopping
    expect(order).toEqual(['released', 'stopped'])
    const states = (await rows()).map(({ state }) => state)
    expect(states.filter((state) => state === 'sent')).toHaveLength(1)
    expect(states.filter((state) => state === 'leased')).toEqual([])
  })

  it('a new message wakes it at once', async () => {
    await using webhook = await startWebhook()
    await fillIn('webhook', webhook.settings)
    const loop = deliveryLoop(deps())
    const running = await loop.start()
    const listening = await test.app.db.listen('deal_scout_deliveries', () => loop.wake())
    await notify(['webhook'])
    await allSent(1)
    // Now it rests for a second.
    const startedAtMs = Date.now()
    await notify(['webhook'], 2)
    await until(async () => webhook.received().length === 2)
    expect(Date.now() - startedAtMs).toBeLessThan(700)
    await listening.close()
    await running.stop()
  })
})
