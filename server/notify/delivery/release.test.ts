import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import type { Channel, DeliveryResult } from '../../channels/contract.ts'
import { sampleItem, sampleMessage } from '../../channels/fake-server.ts'
import { mergeClusters } from '../../clusters/actions.ts'
import { withCause } from '../../core/telemetry/cause.ts'
import { ingest } from '../../flows/ingest.ts'
import { endListings } from '../../listings/store.ts'
import type { Message } from '../../model/message.ts'
import { changePreferences } from '../preferences.ts'
import { saveChannel, switchOff, targetOf } from '../targets/channels.ts'
import { defaultPreferences, type WhenPreferences } from '../when/preferences.ts'
import { createNotifications } from './create.ts'
import { attempt, type DeliverDeps, leaseMs } from './deliver.ts'
import type { DraftChannel, DraftRule } from './plan.ts'
import { claimDeliveries } from './queue-store.ts'
import { releaseDue } from './release.ts'

const clock = stubClock('2026-11-25T12:00:00Z')
const minute = 60_000
const hour = 60 * minute
let test: TestApp
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())

/** What arrived, oldest first. */
let arrived: { channel: string; message: Message; at: Date }[]
let answers: Map<string, () => DeliveryResult>
beforeEach(async () => {
  arrived = []
  answers = new Map()
  for (const table of ['notifications', 'channel_settings', 'channel_queues', 'notify_preferences'])
    await test.app.db.query(`DELETE FROM ${table}`)
  clock.set('2026-11-25T12:00:00Z')
})

function fake(id: string): Channel {
  return {
    ...{ id, name: `Channel ${id}`, description: 'A fake.', options: [], fields: [] },
    unavailable: () => null,
    async deliver(message) {
      const answer = answers.get(id)?.() ?? { outcome: 'sent' as const }
      if (answer.outcome === 'sent') arrived.push({ channel: id, message, at: clock.now() })
      return answer
    },
  }
}

function deps(): DeliverDeps {
  const shared = {
    ...test.app.notify,
    channels: new Map([...test.app.notify.channels, ...['a', 'b', 'c'].map((id) => [id, fake(id)] as const)]),
  }
  return {
    ...shared,
    inProductChannels: shared.notifying.inProductChannels,
    targetOf: (userId, channel) => targetOf(shared, userId, channel),
    switchOff: (tx, queue, reason) => switchOff(shared, tx, queue, reason),
    observe: () => {},
  }
}

/** Does all that is due now, as the loop does. */
async function work(): Promise<void> {
  for (;;) {
    const released = await releaseDue(deps())
    const claims = await claimDeliveries(test.app.db, clock.now(), leaseMs, 100)
    for (const claim of claims) await attempt(deps(), claim)
    if (claims.length === 0 && released === 0) return
  }
}

/** Lets time pass in steps, working in each. */
async function pass(ms: number, stepMs = minute): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    clock.advance(Math.min(stepMs, ms - passed))
    await work()
  }
}

/** Beyond those of listings that are stored. */
let made = 1_000_000
async function notify(
  channels: (string | DraftChannel)[],
  over: { count?: number; score?: number; title?: string } = {},
): Promise<void> {
  const { notificationId: _, ...message } = sampleMessage()
  const drafts = Array.from({ length: over.count ?? 1 }, () => {
    const id = ++made
    const item = sampleItem({
      listingId: id,
      title: over.title ?? `Thing ${id}`,
      score: { total: over.score ?? 50, parts: [] },
    })
    return {
      userId: test.app.owner,
      dedupeKey: `t ${id}`,
      message: { ...message, title: item.title, items: [item], itemCount: 1 },
      channels,
    }
  })
  await test.app.db.transaction((tx) =>
    createNotifications(tx, drafts, test.app.notify.notifying, clock.now()),
  )
}

const want = (over: Partial<WhenPreferences>) =>
  changePreferences(test.app.notify, test.app.owner, { ...defaultPreferences('UTC'), ...over })
const endless = { perHourMax: null, perDayMax: null }
const because = (
  channel: string,
  rule: Partial<DraftRule>,
  fallbackChannels: string[] = [],
): DraftChannel => ({
  channel,
  rules: [{ id: 1, rhythm: null, cooldownMinutes: null, snoozedUntil: null, ...rule }],
  fallbackChannels,
})
const titles = (channel = 'a') =>
  arrived.filter((one) => one.channel === channel).map(({ message }) => message.title)
async function states() {
  const { rows } = await test.app.db.query<{ state: string; count: number }>(
    'SELECT state, count(*)::int FROM deliveries GROUP BY state ORDER BY state',
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

describe('held back, not dropped', () => {
  it('what comes in quiet hours comes at their end: one message as itself', async () => {
    await want({ ...endless, quietHours: { from: '22:00', to: '07:00' } })
    clock.set('2026-11-25T23:30:00Z')
    await notify(['a'], { title: 'Night sofa' })
    await pass(7 * hour)
    expect(arrived).toEqual([])
    expect(await states()).toEqual({ held: 1 })
    await pass(hour)
    expect(arrived).toMatchObject([
      { message: { title: 'Night sofa' }, at: new Date('2026-11-26T07:00:00Z') },
    ])
  })

  it('several come as one digest with the best first, each notified once, and the inbox has every one', async () => {
    await want({ ...endless, quietHours: { from: '22:00', to: '07:00' } })
    clock.set('2026-11-25T23:30:00Z')
    for (const score of [40, 90, 60]) await notify(['a', 'inbox'], { score, title: `Sofa of ${score}` })
    await pass(10 * hour, 10 * minute)
    expect(arrived).toHaveLength(1)
    const { message } = arrived[0]!
    expect(message).toMatchObject({ kind: 'digest', title: '3 deals in one message', itemCount: 3 })
    expect(message.items.map(({ title }) => title)).toEqual(['Sofa of 90', 'Sofa of 60', 'Sofa of 40'])
    expect(message.lines?.[0]).toMatch(/they came in your quiet hours/)
    expect(await states()).toEqual({ bundled: 3, sent: 4 })
    const { rows } = await test.app.db.query<{ n: number }>(
      `SELECT count(DISTINCT bundle_id)::int AS n FROM deliveries WHERE state = 'bundled'`,
    )
    expect(rows[0]!.n).toBe(1)
  })

  it('a digest is because of what its messages were written by: in the trace of the first, and of the others as well', async () => {
    const traceparent = (digit: string) => `00-${digit.repeat(32)}-${digit.repeat(16)}-01`
    await want({ ...endless, rhythm: 'daily' })
    await withCause({ requestId: 'first', traceparent: traceparent('1') }, () => notify(['a'], { count: 2 }))
    await withCause({ requestId: 'second', traceparent: traceparent('2') }, () => notify(['a']))
    await notify(['a'])
    await pass(24 * hour, hour)
    expect(arrived).toHaveLength(1)
    const { rows } = await test.app.db.query(`SELECT cause FROM notifications WHERE kind = 'digest'`)
    expect(rows).toEqual([
      { cause: { requestId: 'first', traceparent: traceparent('1'), alsoOf: [traceparent('2')] } },
    ])
  })

  it('a digest counts things, not events, and says what one cost before the first of them', async () => {
    await want({ ...endless, quietHours: { from: '22:00', to: '07:00' } })
    clock.set('2026-11-25T23:30:00Z')
    const { notificationId: _, ...message } = sampleMessage()
    const prices: [number, number | undefined][] = [
      [50_000, undefined],
      [45_000, 50_000],
      [40_000, 45_000],
    ]
    for (const [priceCents, previousPriceCents] of prices) {
      const item = sampleItem({ listingId: 9_001, priceCents, previousPriceCents })
      const draft = {
        userId: test.app.owner,
        dedupeKey: `drop ${priceCents}`,
        message: { ...message, items: [item], itemCount: 1 },
        channels: ['a'],
      }
      await test.app.db.transaction((tx) =>
        createNotifications(tx, [draft], test.app.notify.notifying, clock.now()),
      )
    }
    await pass(10 * hour, 10 * minute)
    expect(arrived[0]!.message).toMatchObject({ title: '1 deal in one message', itemCount: 1 })
    expect(arrived[0]!.message.items).toMatchObject([{ priceCents: 40_000, previousPriceCents: 50_000 }])
    // What a message only counted stays counted.
    clock.set('2026-11-26T23:30:00Z')
    const many = {
      userId: test.app.owner,
      dedupeKey: 'many',
      message: { ...message, items: [sampleItem({ listingId: 9_002 })], itemCount: 30 },
      channels: ['a'],
    }
    await test.app.db.transaction((tx) =>
      createNotifications(tx, [many], test.app.notify.notifying, clock.now()),
    )
    await notify(['a'])
    await pass(10 * hour, 10 * minute)
    expect(arrived.at(-1)!.message).toMatchObject({ title: '31 deals in one message' })
  })

  describe('what a digest would offer too late', () => {
    const quiet = { ...endless, quietHours: { from: '22:00', to: '07:00' } }
    const night = async (listingIds: number[], kind: 'new-match' | 'watch' = 'new-match') => {
      const { notificationId: _, ...message } = sampleMessage()
      const drafts = listingIds.map((listingId) => {
        const item = sampleItem({ listingId, title: `Lute ${listingId}` })
        return {
          userId: test.app.owner,
          dedupeKey: `night ${kind} ${listingId}`,
          message: { ...message, kind, title: `About lute ${listingId}`, items: [item], itemCount: 1 },
          channels: ['a'],
        }
      })
      await test.app.db.transaction((tx) =>
        createNotifications(tx, drafts, test.app.notify.notifying, clock.now()),
      )
    }
    const listed = async (count: number) => {
      const seen = Array.from({ length: count }, () => seenListing({ title: 'Nothing that a rule wants' }))
      const sightings = seen.map((one) => ({
        marketplace: 'shop',
        seen: one,
        observedAtMs: clock.now().getTime(),
      }))
      await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
      const { rows } = await test.app.db.query<{ id: number }>(
        'SELECT id FROM listings WHERE external_id = ANY($1) ORDER BY id',
        [seen.map(({ externalId }) => externalId)],
      )
      return rows.map(({ id }) => id)
    }
    const end = (ids: number[], state: 'sold' | 'gone') =>
      test.app.db.transaction((tx) => endListings(tx, ids, state, clock.now()))
    beforeEach(async () => {
      await want(quiet)
      clock.set('2026-11-25T23:30:00Z')
    })

    it('is left out, and said how much that was', async () => {
      const [a, b, c, d] = (await listed(4)) as [number, number, number, number]
      await night([a, b, c, d])
      await end([a, b], 'sold')
      await pass(10 * hour, 10 * minute)
      expect(arrived[0]!.message).toMatchObject({ title: '2 deals in one message', itemCount: 2 })
      expect(arrived[0]!.message.items.map(({ listingId }) => listingId).toSorted()).toEqual([c, d])
      expect(arrived[0]!.message.lines).toContain('2 more were sold before this digest.')
    })

    it('alone is not notified as a deal either', async () => {
      const [a, b] = (await listed(2)) as [number, number]
      await night([a])
      await end([a], 'gone')
      await pass(10 * hour, 10 * minute)
      expect(titles()).toEqual(['1 deal was taken down before this digest'])
      clock.set('2026-11-26T23:30:00Z')
      await night([b])
      await pass(10 * hour, 10 * minute)
      expect(titles().at(-1)).toBe(`About lute ${b}`)
    })

    it('of what the person follows is still notified', async () => {
      const [a, b] = (await listed(2)) as [number, number]
      await night([a], 'watch')
      await night([b])
      await end([a], 'sold')
      await pass(10 * hour, 10 * minute)
      expect(arrived[0]!.message).toMatchObject({ title: '1 deal in one message', itemCount: 1 })
      expect(arrived[0]!.message.lines).toContain(`About lute ${a}`)
    })

    it('is counted by things: one that is listed elsewhere is still to be had', async () => {
      const [a, b, c, d] = (await listed(4)) as [number, number, number, number]
      await test.app.db.transaction((tx) => mergeClusters(tx, test.app.owner, [a, b], clock.now()))
      await test.app.db.transaction((tx) => mergeClusters(tx, test.app.owner, [c, d], clock.now()))
      await night([a, b, c, d])
      await end([a, c, d], 'sold')
      await pass(10 * hour, 10 * minute)
      expect(arrived[0]!.message).toMatchObject({ title: '1 deal in one message', itemCount: 1 })
      expect(arrived[0]!.message.items.map(({ listingId }) => listingId)).toEqual([b])
      expect(arrived[0]!.message.lines).toContain('1 more was sold before this digest.')
    })
  })

  it('an urgent deal passes quiet hours and limits', async () => {
    await want({ perHourMax: 1, perDayMax: 1, quietHours: { from: '22:00', to: '07:00' }, urgentScore: 85 })
    clock.set('2026-11-25T23:30:00Z')
    await notify(['a'], { score: 84 })
    await notify(['a'], { score: 85, title: 'Urgent' })
    await notify(['a'], { score: 99, title: 'Urgent too' })
    await work()
    expect(titles()).toEqual(['Urgent', 'Urgent too'])
  })

  it('a daily rule comes at the digest time and an immediate one at once, on each channel its own', async () => {
    await want({ ...endless, digestTime: '18:00' })
    await notify([because('a', { rhythm: 'daily' }), because('b', { id: 2, rhythm: 'immediately' })], {
      count: 2,
    })
    await work()
    expect([titles('a').length, titles('b').length]).toEqual([0, 2])
    await pass(6 * hour, 10 * minute)
    expect(titles('a')).toEqual(['2 deals in one message'])
    expect(arrived.at(-1)!.at).toEqual(new Date('2026-11-25T18:00:00Z'))
  })

  it('a rule that just notified is in its cooldown, and what came meanwhile comes together', async () => {
    await want(endless)
    await test.app.db.query(
      `INSERT INTO rules (id, user_id, name, keywords_all, keywords_any, keywords_none, categories, conditions, currency,
         marketplaces, channels, enabled, demo, created_at, updated_at)
       VALUES (1, $1, 'r', '[]', '[]', '[]', '[]', '[]', 'USD', '[]', '[]', true, false, now(), now()) ON CONFLICT DO NOTHING`,
      [test.app.owner],
    )
    await test.app.db.query('UPDATE rules SET cooling_until = NULL')
    for (let n = 0; n < 4; n++) {
      await notify([because('a', { cooldownMinutes: 60 })])
      await pass(5 * minute)
    }
    expect(arrived).toHaveLength(1)
    await pass(45 * minute)
    expect(arrived).toHaveLength(2)
    expect(arrived[1]!.message).toMatchObject({ kind: 'digest', itemCount: 3 })
  })

  it('a snoozed rule keeps what matches until its snooze is over', async () => {
    await want(endless)
    const snoozedUntil = new Date(clock.now().getTime() + 3 * 24 * hour)
    await notify([because('a', { snoozedUntil })], { count: 2 })
    await pass(3 * 24 * hour - hour, hour)
    expect(arrived).toEqual([])
    await pass(2 * hour, hour)
    expect(arrived).toHaveLength(1)
    expect(arrived[0]!.message.lines?.[0]).toMatch(/snoozed/)
  })

  it('shorter quiet hours let go what waited for the longer ones', async () => {
    await want({ ...endless, quietHours: { from: '10:00', to: '20:00' } })
    await notify(['a'])
    await work()
    expect(arrived).toEqual([])
    await want(endless)
    await work()
    expect(arrived).toHaveLength(1)
  })

  it('a test message comes whatever the hour, and does not count', async () => {
    await want({ perHourMax: 1, perDayMax: 1, quietHours: { from: '10:00', to: '20:00' } })
    const { notificationId: _, ...message } = sampleMessage()
    await test.app.db.transaction((tx) =>
      createNotifications(
        tx,
        [1, 2].map((n) => ({
          userId: test.app.owner,
          dedupeKey: `asked ${n}`,
          message: { ...message, kind: 'test' as const },
          channels: ['a'],
          asked: true,
        })),
        test.app.notify.notifying,
        clock.now(),
      ),
    )
    await work()
    expect(arrived).toHaveLength(2)
  })
})

describe('a flood', () => {
  it('from two writers at once never notifies of more than the limit', async () => {
    await want({ perHourMax: 7, perDayMax: null })
    await Promise.all(Array.from({ length: 6 }, () => notify(['a'], { count: 5 })))
    await work()
    expect(titles()).toHaveLength(7)
    expect(await states()).toEqual({ held: 23, sent: 7 })
  })
})

describe('an outage', () => {
  it('of one person’s target holds up nobody else’s, nor their other channels', async () => {
    await want(endless)
    answers.set('a', () => ({ outcome: 'retry', reason: 'It cannot be reached.', blocked: true }))
    await notify(['a', 'b'], { count: 3 })
    await work()
    expect(titles('b')).toHaveLength(3)
  })

  it('of a single message does not hold up those behind it', async () => {
    await want(endless)
    let first = true
    answers.set('a', () => {
      if (!first) return { outcome: 'sent' }
      first = false
      return { outcome: 'retry', reason: 'It has a problem (HTTP 500).' }
    })
    await notify(['a'], { title: 'Poison' })
    await notify(['a'], { title: 'Next' })
    await work()
    expect(titles()).toEqual(['Next'])
    await pass(10_000, 5_000)
    expect(titles()).toEqual(['Next', 'Poison'])
  })

  it('that does not end is given up after the 28 hours of the schedule, and can be replayed', async () => {
    await want(endless)
    answers.set('a', () => ({ outcome: 'retry', reason: 'It cannot be reached.', blocked: true }))
    await notify(['a'], { count: 2 })
    await pass(27 * hour, 5 * minute)
    expect(await states()).toEqual({ retry: 1, pending: 1 })
    await pass(2 * hour, 5 * minute)
    expect(await states()).toEqual({ dead: 2 })
  })
})

describe('channels that stand by', () => {
  it('take over at once when a target is refused for good, in their order', async () => {
    await want(endless)
    answers.set('a', () => ({ outcome: 'failed', reason: 'It is gone.' }))
    answers.set('b', () => ({ outcome: 'failed', reason: 'It is gone too.' }))
    await notify([because('a', {}, ['b', 'c'])], { title: 'Sofa' })
    await work()
    expect(arrived).toMatchObject([{ channel: 'c', message: { title: 'Sofa' } }])
    expect(await states()).toEqual({ failed: 2, sent: 1 })
  })

  it('take over all that waits after half an hour in which nothing got through', async () => {
    await want(endless)
    answers.set('a', () => ({ outcome: 'retry', reason: 'It cannot be reached.', blocked: true }))
    await notify([because('a', {}, ['b'])], { count: 5 })
    await pass(29 * minute)
    expect(titles('b')).toEqual([])
    await pass(6 * minute)
    expect(titles('b')).toHaveLength(5)
    await pass(24 * hour, 10 * minute)
    expect(titles('b')).toHaveLength(5)
  })

  it('that already have the message are not notified twice; the inbox needs no attempt', async () => {
    await want(endless)
    answers.set('a', () => ({ outcome: 'failed', reason: 'It is gone.' }))
    await notify([because('a', {}, ['b']), 'b'])
    await notify([because('a', {}, ['inbox'])])
    await work()
    expect(titles('b')).toHaveLength(1)
    expect(await states()).toEqual({ failed: 2, sent: 2 })
  })
})

describe('a week of downtime', () => {
  it('is summarised: one message per channel, not a flood', async () => {
    await want({ ...endless, digestTime: '18:00' })
    await notify(['a'], { count: 40 })
    await notify([because('b', { rhythm: 'daily' })], { count: 30 })
    clock.advance(7 * 24 * hour)
    await work()
    expect(titles('a')).toEqual(['40 deals in one message'])
    expect(arrived.find(({ channel }) => channel === 'a')!.message.lines?.[0]).toMatch(/was not running/)
    expect(titles('b')).toEqual(['30 deals in one message'])
  })

  it('with a few messages delivers these themselves', async () => {
    await want(endless)
    await notify(['a'], { count: 3 })
    clock.advance(7 * 24 * hour)
    await work()
    expect(titles('a')).toHaveLength(3)
  })
})

it('a channel that was set up later gets what waited for it', async () => {
  await want(endless)
  await notify(['webhook'])
  await work()
  expect(await states()).toEqual({ failed: 1 })
  await saveChannel(test.app.notify, test.app.owner, 'webhook', {
    settings: { url: 'https://hooks.example/x', secret: 'a secret of the test' },
    enabled: true,
  })
  await notify(['webhook'])
  await work()
  // Not verified yet: kept, without using up attempts.
  expect(await states()).toEqual({ failed: 1, retry: 1 })
})
