import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp, until } from '../../../test/harness/app.ts'
import type { Channel, DeliveryResult } from '../../channels/contract.ts'
import { sampleMessage } from '../../channels/fake-server.ts'
import { savePreferences } from '../preference-store.ts'
import { changePreferences } from '../preferences.ts'
import { switchOff } from '../targets/channels.ts'
import { defaultPreferences, type WhenPreferences } from '../when/preferences.ts'
import { forgetFuture } from './clock.ts'
import { believableEnd } from './cooldown.ts'
import { createNotifications } from './create.ts'
import {
  attempt,
  blockedDelaysMs,
  type DeliverDeps,
  deliveryLoop,
  leaseMs,
  retryDelaysMs,
} from './deliver.ts'
import { type DraftRule, planNotification } from './plan.ts'
import { claimDeliveries } from './queue-store.ts'
import { releaseDue } from './release.ts'

const minute = 60_000
const day = 1440 * minute
const start = new Date('2026-11-22T12:00:00Z')
const clock = stubClock(start)
let test: TestApp
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(reset)

async function reset(): Promise<void> {
  clock.set(start)
  await test.app.db.query('TRUNCATE notifications, channel_queues, notify_preferences CASCADE')
  await prefer({})
}

const prefer = (over: Partial<WhenPreferences>) =>
  savePreferences(
    test.app.db,
    test.app.owner,
    { ...defaultPreferences('UTC'), quietHours: null, perHourMax: null, perDayMax: null, ...over },
    start,
  )

let answer: DeliveryResult = { outcome: 'sent' }
let received: string[] = []
const channel: Channel = {
  id: 'fake',
  name: 'Fake',
  description: 'Takes what it is told to take.',
  options: [],
  fields: [],
  unavailable: () => null,
  async deliver({ title }) {
    if (answer.outcome === 'sent') received.push(title)
    return answer
  },
}

function deps(): DeliverDeps {
  const shared = { ...test.app.notify, channels: new Map([[channel.id, channel]]) }
  return {
    ...shared,
    inProductChannels: new Set(),
    targetOf: async () => ({ kind: 'ready', settings: {}, unsubscribeUrl: null }),
    switchOff: (tx, queue, reason) => switchOff(shared, tx, queue, reason),
    observe: () => {},
  }
}

let notified = 0
async function notify(rules: DraftRule[] = []): Promise<void> {
  const { notificationId: _, ...message } = sampleMessage()
  const title = `Message ${notified++}`
  const draft = {
    userId: test.app.owner,
    dedupeKey: title,
    message: { ...message, title },
    channels: [{ channel: channel.id, rules, fallbackChannels: [] }],
  }
  await test.app.db.transaction((tx) =>
    createNotifications(tx, [draft], test.app.notify.notifying, clock.now()),
  )
}

/** What one round of the loop does. */
async function round(): Promise<void> {
  await releaseDue(deps())
  for (const claim of await claimDeliveries(test.app.db, clock.now(), leaseMs, 100))
    await attempt(deps(), claim)
}

interface Waiting {
  state: string
  dueAt: Date
  holdReason: string | null
}
async function waiting(): Promise<Waiting[]> {
  const { rows } = await test.app.db.query<Waiting>(
    `SELECT state, due_at AS "dueAt", hold_reason AS "holdReason" FROM deliveries
     WHERE state IN ('pending', 'leased', 'retry', 'held') ORDER BY id`,
  )
  return rows
}
const queue = async () =>
  (
    await test.app.db.query<Record<'nextAt' | 'releaseAt' | 'retryAt' | 'failingSince', Date | null>>(
      `SELECT next_at AS "nextAt", release_at AS "releaseAt", retry_at AS "retryAt", failing_since AS "failingSince"
       FROM channel_queues WHERE channel = 'fake'`,
    )
  ).rows[0]!

/** The clock is wrong for 15 seconds, in which this happens. */
async function jump(aheadMs: number, meanwhile: () => Promise<void>): Promise<void> {
  clock.advance(aheadMs)
  await meanwhile()
  clock.advance(15_000 - aheadMs)
}

describe('after a jump of the clock by two days', () => {
  it.each<[string, DeliveryResult, number]>([
    ['a first retry', { outcome: 'retry', reason: 'Busy.' }, retryDelaysMs[0]!],
    [
      'a queue that nothing gets through',
      { outcome: 'retry', reason: 'Down.', blocked: true },
      blockedDelaysMs[0]!,
    ],
    [
      'a wait that the receiver asked for',
      { outcome: 'retry', reason: 'Later.', afterMs: 3_600_000 },
      3_600_000,
    ],
  ])('%s waits as long as it was to', async (_what, failed, waitMs) => {
    await notify()
    await jump(2 * day, async () => {
      answer = failed
      await round()
    })
    expect(await forgetFuture(deps(), leaseMs)).toBe(1)
    expect(await waiting()).toMatchObject([{ state: 'retry' }])
    clock.advance(waitMs)
    answer = { outcome: 'sent' }
    received = []
    await round()
    expect(received).toHaveLength(1)
    expect(await forgetFuture(deps(), leaseMs)).toBe(0)
  })

  it('a message of the wrong time goes at once', async () => {
    await jump(2 * day, () => notify())
    await forgetFuture(deps(), leaseMs)
    answer = { outcome: 'sent' }
    received = []
    await round()
    expect(received).toHaveLength(1)
  })

  it('what was blocked is not given up for its age', async () => {
    await notify()
    answer = { outcome: 'retry', reason: 'Down.', blocked: true }
    await round()
    clock.advance(minute)
    await jump(2 * day, round)
    expect(await waiting()).toMatchObject([{ state: 'retry' }])
  })

  it('the lease of a process that died then ends after the time of a lease, not before', async () => {
    await notify()
    await jump(2 * day, async () => {
      expect(await claimDeliveries(test.app.db, clock.now(), leaseMs, 1)).toHaveLength(1)
    })
    await forgetFuture(deps(), leaseMs)
    expect(await claimDeliveries(test.app.db, clock.now(), leaseMs, 1)).toEqual([])
    clock.advance(leaseMs)
    expect(await claimDeliveries(test.app.db, clock.now(), leaseMs, 1)).toHaveLength(1)
  })

  it('an attempt that was under way still tells how it ended', async () => {
    await notify()
    answer = { outcome: 'sent' }
    received = []
    let claims: Awaited<ReturnType<typeof claimDeliveries>> = []
    await jump(2 * day, async () => {
      claims = await claimDeliveries(test.app.db, clock.now(), leaseMs, 1)
    })
    await forgetFuture(deps(), leaseMs)
    await attempt(deps(), claims[0]!)
    await round()
    expect(received).toHaveLength(1)
    expect(await waiting()).toEqual([])
  })

  it('what quiet hours, a digest or a limit held comes no later, and not in quiet hours', async () => {
    await prefer({ quietHours: { from: '22:00', to: '07:00' }, rhythm: 'weekly' })
    clock.set('2026-11-22T23:30:00Z')
    await jump(2 * day, () => notify())
    expect((await waiting())[0]!.dueAt.getTime()).toBeGreaterThan(clock.now().getTime() + 12 * 3_600_000)
    await forgetFuture(deps(), leaseMs)
    expect(await waiting()).toMatchObject([{ state: 'held', dueAt: new Date('2026-11-23T07:00:00Z') }])
    expect((await queue()).releaseAt).toEqual(new Date('2026-11-23T07:00:00Z'))
  })

  it('what a person snoozed until a day waits for that day', async () => {
    const snoozedUntil = new Date(start.getTime() + 10 * day)
    await jump(2 * day, () => notify([{ id: 0, rhythm: null, cooldownMinutes: null, snoozedUntil }]))
    await forgetFuture(deps(), leaseMs)
    expect(await waiting()).toMatchObject([{ state: 'held', holdReason: 'snooze', dueAt: snoozedUntil }])
  })

  it('limits an hour and a day count from nought', async () => {
    await prefer({ perHourMax: 1, perDayMax: 1 })
    answer = { outcome: 'sent' }
    await jump(2 * day, async () => {
      await notify()
      await round()
    })
    await notify()
    expect(await waiting()).toMatchObject([{ state: 'pending', dueAt: clock.now() }])
  })

  it('a queue that opened then is not closed until then', async () => {
    await notify()
    answer = { outcome: 'retry', reason: 'Down.', blocked: true }
    await round()
    answer = { outcome: 'sent' }
    await jump(2 * day, round)
    received = []
    await notify()
    await forgetFuture(deps(), leaseMs)
    await round()
    expect(received).toHaveLength(1)
  })

  it('the loop itself sees that the clock went back', async () => {
    await notify()
    answer = { outcome: 'retry', reason: 'Busy.' }
    const loop = await deliveryLoop(deps()).start()
    try {
      await until(async () => (await waiting())[0]?.state === 'retry')
      clock.advance(2 * day)
      const attempts = async () =>
        (await test.app.db.query('SELECT FROM delivery_attempts')).rowCount > 1 &&
        (await waiting())[0]?.state === 'retry'
      await until(attempts)
      answer = { outcome: 'sent' }
      received = []
      clock.advance(-2 * day + retryDelaysMs[0]! + 1000)
      await until(async () => {
        // Two failed tries: the second waits for five minutes.
        if (received.length === 0) clock.advance(10_000)
        return received.length > 0
      })
      expect(clock.now().getTime() - start.getTime()).toBeLessThan(day)
    } finally {
      await loop.stop()
    }
  })
})

describe('a cooldown', () => {
  it('ends after the time of the cooldown, however far off a wrong clock has put its end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: -400 * day, max: 400 * day }),
        (minutes, aheadMs) => {
          const until = new Date(start.getTime() + aheadMs + minutes * minute)
          const end = believableEnd(until, minutes, start)
          if (aheadMs <= 0) expect(end).toEqual(until)
          if (end !== null) {
            expect(end.getTime() - start.getTime()).toBeLessThanOrEqual((minutes + 1) * minute)
          }
        },
      ),
    )
    expect(believableEnd(null, 5, start)).toBeNull()
  })

  it('that a wrong clock began holds nothing back, and the next message begins another', () => {
    const rule = { id: 1, rhythm: null, cooldownMinutes: 60, snoozedUntil: null }
    const cooling = new Map([[1, new Date(start.getTime() + 2 * day + 60 * minute)]])
    const plan = () =>
      planNotification(test.app.notify.notifying.when, {
        now: start,
        score: null,
        rules: [rule],
        cooling,
        counters: null,
        preferences: { ...defaultPreferences('UTC'), quietHours: null },
        asked: false,
      }).planned
    const end = new Date(start.getTime() + 60 * minute)
    expect(plan()).toEqual({ at: 'now' })
    expect(cooling.get(1)).toEqual(end)
    expect(plan()).toEqual({ at: end, reason: 'cooldown' })
  })
})

describe('whatever the clock does', () => {
  type Step = {
    ahead: number
    act: 'notify' | 'retry' | 'blocked' | 'sent' | 'claim' | 'quiet'
    backMs: number
  }
  const step: fc.Arbitrary<Step> = fc.record({
    ahead: fc.oneof(fc.constant(0), fc.integer({ min: -5 * day, max: 5 * day }), fc.constant(2 * day)),
    act: fc.constantFrom('notify', 'retry', 'blocked', 'sent', 'claim', 'quiet'),
    backMs: fc.integer({ min: 0, max: 2 * minute }),
  })

  it('nothing waits longer than it was to, and once receivers answer all arrives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        await reset()
        received = []
        notified = 0
        await notify()
        for (const { ahead, act, backMs } of steps) {
          await jump(ahead, async () => {
            if (act === 'notify') return notify()
            if (act === 'claim') return void (await claimDeliveries(test.app.db, clock.now(), leaseMs, 1))
            if (act === 'quiet') {
              const preferences = { ...defaultPreferences('UTC'), quietHours: { from: '22:00', to: '07:00' } }
              return void (await changePreferences(test.app.notify, test.app.owner, preferences))
            }
            answer =
              act === 'sent'
                ? { outcome: 'sent' }
                : { outcome: 'retry', reason: 'No.', blocked: act === 'blocked' }
            await round()
          })
          clock.advance(backMs)
        }
        await forgetFuture(deps(), leaseMs)
        const now = clock.now().getTime()
        for (const { state, dueAt } of await waiting()) {
          const waitMs = dueAt.getTime() - now
          const longest = {
            pending: minute,
            leased: leaseMs + minute,
            retry: retryDelaysMs.at(-1)! + minute,
            held: day,
          }
          expect(waitMs, state).toBeLessThanOrEqual(longest[state as keyof typeof longest])
        }
        const { nextAt, retryAt, failingSince } = await queue()
        for (const at of [nextAt, retryAt]) {
          expect((at?.getTime() ?? 0) - now).toBeLessThanOrEqual(retryDelaysMs.at(-1)! + minute)
        }
        expect((failingSince?.getTime() ?? 0) - now).toBeLessThanOrEqual(minute)
        // A day later, with a receiver that answers, nothing waits any more.
        answer = { outcome: 'sent' }
        for (let hours = 0; hours < 26; hours++) {
          clock.advance(3_600_000)
          for (let n = 0; n < 4; n++) await round()
        }
        expect(await waiting()).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
