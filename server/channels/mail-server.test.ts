import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp, until } from '../../test/harness/app.ts'
import { type Gate, startGate } from '../../test/harness/gate.ts'
import { type Authorized, asProgram } from '../core/actor.ts'
import { createNotifications } from '../notify/delivery/create.ts'
import { wakeDeliveries } from '../notify/delivery/queue-store.ts'
import { changePreferences } from '../notify/preferences.ts'
import { saveChannel } from '../notify/targets/channels.ts'
import { defaultPreferences, type WhenPreferences } from '../notify/when/preferences.ts'
import { type SmtpFakeServer, startSmtpFakeServer } from './email/contract-fake-server.ts'
import { readMail } from './email/read-mail.ts'
import { sampleItem, sampleMessage } from './fake-server.ts'

/** The worker itself with a clock that is moved, PostgreSQL, and a mail server at the other end of a TCP connection. */
const clock = stubClock()
const minute = 60_000
const hour = 60 * minute
let server: SmtpFakeServer
let gate: Gate
let test: TestApp
let people: Authorized<'write'>[]
beforeAll(async () => {
  server = await startSmtpFakeServer()
  const url = new URL(server.url)
  gate = await startGate(Number(url.port))
  url.port = String(gate.port)
  test = await testApp({
    roles: ['worker'],
    env: { SMTP_URL: url.href, MAIL_FROM: 'deals@example.com' },
    overrides: { clock },
  })
  const others = await test.app.db.query<{ id: number }>(
    `INSERT INTO users (name, role) SELECT 'Person ' || n, 'owner' FROM generate_series(1, 3) AS n RETURNING id`,
  )
  people = [test.app.owner, ...others.rows.map(({ id }) => asProgram(id))]
  for (const [person, userId] of people.entries()) {
    await saveChannel(test.app.notify, userId, 'email', {
      settings: { to: addressOf(person) },
      enabled: true,
    })
  }
  await test.app.db.query('UPDATE channel_settings SET confirmed_at = now()')
})
afterAll(async () => {
  await test?.[Symbol.asyncDispose]()
  await gate?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

beforeEach(async () => {
  for (const table of ['notifications', 'channel_queues', 'notify_preferences'])
    await test.app.db.query(`DELETE FROM ${table}`)
  clock.set('2026-11-25T12:00:00Z')
  server.script = {}
  server.mails.length = 0
  await gate.open()
})

const addressOf = (person: number) => `p${person}@example.com`
const want = (person: number, over: Partial<WhenPreferences>) =>
  changePreferences(test.app.notify, people[person]!, { ...defaultPreferences('UTC'), ...over })

let made = 0
async function notify(person: number, titles: readonly string[]): Promise<void> {
  const { notificationId: _, ...message } = sampleMessage()
  const drafts = titles.map((title) => ({
    userId: people[person]!,
    dedupeKey: `t ${++made}`,
    message: { ...message, title, items: [sampleItem({ listingId: made, title })], itemCount: 1 },
    channels: ['email'],
  }))
  await test.app.db.transaction((tx) =>
    createNotifications(tx, drafts, test.app.notify.notifying, clock.now()),
  )
}

/** Lets time pass in steps, before and in each of which the worker does all that is due: no lease ends by such a step. */
async function pass(ms: number, stepMs: number): Promise<void> {
  await workIsDone()
  for (let passed = 0; passed < ms; passed += stepMs) {
    clock.advance(Math.min(stepMs, ms - passed))
    await workIsDone()
  }
}

async function workIsDone(): Promise<void> {
  if (await isIdle()) return
  await wakeDeliveries(test.app.db)
  await until(isIdle, 30_000)
}

async function isIdle(): Promise<boolean> {
  const { rows } = await test.app.db.query<{ isIdle: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM channel_queues WHERE next_at <= $1 OR release_at <= $1)
        AND NOT EXISTS (SELECT FROM deliveries WHERE state = 'leased') AS "isIdle"`,
    [clock.now()],
  )
  return rows[0]!.isIdle
}

const mailsTo = (person: number) =>
  server.mails.map(readMail).filter(({ headers }) => headers.to === addressOf(person))
const subjectsTo = (person: number) => mailsTo(person).map(({ subject }) => subject)

async function ledger() {
  const { rows } = await test.app.db.query<{
    state: string
    deliveries: number
    undecided: number
    attempts: number
  }>(
    `SELECT d.state, count(DISTINCT d.id)::int AS deliveries, sum(d.undecided)::int AS undecided,
            count(a.id)::int AS attempts
     FROM deliveries d LEFT JOIN delivery_attempts a ON a.delivery_id = d.id GROUP BY d.state ORDER BY d.state`,
  )
  return rows
}

describe('an outage of the mail server', () => {
  it('of an hour delivers within minutes of its end what was written meanwhile: to each person in order, each mail once, and it knocks seldom', async () => {
    const expected = people.map((_, person) => [`Before, for ${person}`])
    for (const [person, titles] of expected.entries()) {
      await want(person, { perHourMax: null, perDayMax: null })
      await notify(person, titles)
    }
    await pass(minute, minute)
    expect(people.map((_, person) => subjectsTo(person))).toEqual(expected)

    await gate.shut()
    let turnedAway = 0
    for (let at = 0; at < 60; at++) {
      if (at === 30) {
        // It is there again, and serves nobody yet.
        server.script = {
          onConnect() {
            turnedAway++
            return { code: 421, text: '4.3.2 system not accepting messages' }
          },
        }
        await gate.open()
      }
      for (const person of people.keys()) {
        if (at % (person + 1) !== 0) continue
        const title = `Minute ${at}, for ${person}`
        expected[person]!.push(title)
        await notify(person, [title])
      }
      await pass(minute, 20_000)
    }
    expect(server.mails).toHaveLength(people.length)
    expect(turnedAway).toBeGreaterThan(people.length)
    const meanwhile = (await ledger()).filter(({ state }) => state !== 'sent')
    const written = expected.flat().length - people.length
    expect(meanwhile.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBe(written)
    // The whole queue of a person knocks together, not each message for itself.
    const knocks = meanwhile.reduce((sum, { attempts }) => sum + attempts, 0)
    expect(knocks).toBeGreaterThan(5 * people.length)
    expect(knocks).toBeLessThan(20 * people.length)

    server.script = {}
    await pass(5 * minute, 20_000)
    expect(people.map((_, person) => subjectsTo(person))).toEqual(expected)
    const all = written + people.length
    expect(new Set(server.mails.map((mail) => readMail(mail).headers['message-id'])).size).toBe(all)
    expect(await ledger()).toEqual([{ state: 'sent', deliveries: all, undecided: 0, attempts: all + knocks }])
  })
})

describe('a flood', () => {
  it('of 10,000 messages for one person in a minute is as many mails as the limit of an hour allows, then one digest of all others', async () => {
    await want(0, { perHourMax: 5, perDayMax: 20 })
    for (let n = 0; n < 20; n++) {
      await notify(
        0,
        Array.from({ length: 500 }, (_, at) => `Thing ${n * 500 + at}`),
      )
      await pass(3_000, 3_000)
    }
    const first = Array.from({ length: 5 }, (_, at) => `Thing ${at}`)
    expect(subjectsTo(0)).toEqual(first)
    await pass(hour, 5 * minute)
    await pass(24 * hour, hour)
    expect(subjectsTo(0)).toEqual([...first, '9995 deals in one message'])
    const { plain } = mailsTo(0).at(-1)!
    expect(plain).toContain('your limit of messages an hour')
    expect(plain).toContain('+9985 more')
    expect(server.mails).toHaveLength(6)
    expect(await ledger()).toMatchObject([
      { state: 'bundled', deliveries: 9995 },
      { state: 'sent', deliveries: 6, attempts: 6, undecided: 0 },
    ])
  })
})
