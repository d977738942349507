import { Command } from 'commander'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { changeProfile } from '../accounts/me.ts'
import type { Actor } from '../core/actor.ts'
import { endListings, readListings } from '../listings/store.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { traceCommands } from '../rules/explain/trace-commands.ts'
import type { Trace } from '../rules/explain/trace-schema.ts'
import { createRule } from '../rules/rules.ts'
import { changeRules } from '../rules/store.ts'
import { ingest } from './ingest.ts'
import { matchRule } from './match-rule.ts'

const start = '2026-11-22T12:00:00Z'
const clock = stubClock(start)
let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.transaction(async (tx) => {
    await changeRules(tx)
    await tx.query('DELETE FROM rules')
    await tx.query('TRUNCATE listings, notifications, clusters, channel_settings CASCADE')
  })
  clock.set(start)
})

const harp = (over: Partial<SeenListing> = {}) => seenListing({ title: 'Celtic harp', ...over })

async function seen(...listings: SeenListing[]): Promise<number[]> {
  const observedAtMs = clock.now().getTime()
  await ingest(test.app.pipeline, {
    sightings: listings.map((one) => ({ marketplace: 'shop', seen: one, observedAtMs })),
    sourceId: null,
    scanId: null,
    demo: false,
  })
  const keys = listings.map(({ externalId }) => ({ marketplace: 'shop', externalId }))
  const stored = await readListings(test.app.db, keys)
  return keys.map(({ externalId }) => stored.get(`shop ${externalId}`)!.id)
}

const rule = (over: Record<string, unknown> = {}) =>
  createRule(test.app.rules, test.app.owner, ruleInput({ keywords: { all: ['harp'] }, ...over }))

async function trace(ruleId: number, listingId: number, query = ''): Promise<Trace> {
  const answer = await test.call('GET', `/api/rules/${ruleId}/trace/${listingId}${query}`)
  expect(answer).toMatchObject({ status: 200 })
  return answer.body as Trace
}

/** Sets columns of the deliveries by one channel. */
async function deliveries(channel: string, columns: Record<string, unknown>): Promise<void> {
  const names = Object.keys(columns)
  await test.app.db.query(
    `UPDATE deliveries SET ${names.map((name, index) => `${name} = $${index + 2}`).join(', ')} WHERE channel = $1`,
    [channel, ...Object.values(columns)],
  )
}

/** The message that told a match, noted as the program notes it. */
const noteMessages = () =>
  test.app.db.query(
    `UPDATE matches m SET notification_id = n.id FROM notifications n
     WHERE n.message->'items' @> jsonb_build_array(jsonb_build_object('listingId', m.listing_id))`,
  )

const at = (time: string) => new Date(`2026-11-${time}:00Z`)

describe('a listing that was told', () => {
  it('says by which channel, when, and how long after it was first seen', async () => {
    const { id } = await rule({ channels: ['inbox', 'webhook'] })
    const [listing] = await seen(harp())
    await deliveries('webhook', {
      state: 'sent',
      attempts: 2,
      finished_at: at('22T12:05'),
      reason: null,
    })
    await test.app.db.query(
      `INSERT INTO delivery_attempts (delivery_id, user_id, started_at, finished_at, outcome, reason, provider_ref, undecided)
       SELECT id, user_id, $1::timestamptz, $1::timestamptz, 'retry', 'Webhook has a problem (HTTP 503)', NULL, true FROM deliveries WHERE channel = 'webhook'
       UNION ALL SELECT id, user_id, $2, $2, 'sent', NULL, 'msg-7', false FROM deliveries WHERE channel = 'webhook'`,
      [at('22T12:00'), at('22T12:05')],
    )
    const found = await trace(id, listing!)
    expect(found).toMatchObject({
      verdict: 'told',
      headline: 'You were told by Webhook at 2026-11-22 12:05 UTC, 5 minutes after it was seen.',
      fits: { verdict: 'yes', conditions: [{ condition: 'keywords.all', outcome: 'yes' }] },
      match: { at: '2026-11-22T12:00:00.000Z', toldPriceCents: 30_000, toldCurrency: 'USD' },
      messages: [
        {
          kind: 'new-match',
          ofThisRule: true,
          deliveries: [
            { channel: 'inbox', state: 'sent', secondsAfterSeen: 0 },
            {
              channel: 'webhook',
              sentence:
                'Webhook: delivered at 2026-11-22 12:05 UTC, 5 minutes after it was seen, at attempt 2.',
              secondsAfterSeen: 300,
              attempts: [
                { outcome: 'retry', undecided: true, reason: 'Webhook has a problem (HTTP 503)' },
                { outcome: 'sent', providerRef: 'msg-7' },
              ],
            },
          ],
        },
      ],
    })
    expect((await trace(id, listing!, '?timeZone=Europe/Berlin')).headline).toContain(
      '2026-11-22 13:05 Europe/Berlin',
    )
    const owner: Actor = { userId: test.app.owner, roles: ['owner'] }
    await changeProfile(test.app.me, owner, { timeZone: 'Asia/Kathmandu' })
    expect((await trace(id, listing!)).headline).toContain('2026-11-22 17:50 Asia/Kathmandu')
    await changeProfile(test.app.me, owner, { timeZone: null })
  })

  it('is told by the inbox when the rule has no other channel', async () => {
    const { id } = await rule()
    const [listing] = await seen(harp())
    expect(await trace(id, listing!)).toMatchObject({
      verdict: 'told',
      headline: 'You were told by Inbox at 2026-11-22 12:00 UTC, 0 seconds after it was seen.',
    })
  })

  it('was in a digest: which, and when that went out', async () => {
    const { id } = await rule({ channels: ['webhook'] })
    const [listing] = await seen(harp())
    const { rows } = await test.app.db.query<{ id: number }>(
      `INSERT INTO notifications (user_id, dedupe_key, kind, message, demo, created_at)
       VALUES ($1, 'digest:1', 'digest', '{"title":"12 matches","items":[]}', false, $2) RETURNING id`,
      [test.app.owner, at('23T08:00')],
    )
    await test.app.db.query(
      `INSERT INTO deliveries (notification_id, user_id, channel, state, due_at, finished_at)
       VALUES ($1, $2, 'webhook', 'pending', $3, NULL)`,
      [rows[0]!.id, test.app.owner, at('23T08:00')],
    )
    await test.app.db.query(
      `UPDATE deliveries SET state = 'bundled', bundle_id = $1, hold_reason = 'quiet-hours' WHERE notification_id <> $1`,
      [rows[0]!.id],
    )
    expect(await trace(id, listing!)).toMatchObject({
      verdict: 'held',
      headline: expect.stringContaining('which is on its way. It was held: your quiet hours.'),
    })
    await test.app.db.query(
      `UPDATE deliveries SET state = 'sent', finished_at = $2 WHERE notification_id = $1`,
      [rows[0]!.id, at('23T08:01')],
    )
    const found = await trace(id, listing!)
    expect(found).toMatchObject({
      verdict: 'told',
      headline: 'You were told by Webhook at 2026-11-23 08:01 UTC, 20 hours after it was seen.',
      messages: [{ deliveries: [{ digest: { id: rows[0]!.id, at: '2026-11-23T08:00:00.000Z' } }] }],
    })
    expect(found.messages).toHaveLength(1)
    expect(found.story.join(' ')).toContain(
      `part of the digest of 2026-11-23 08:00 UTC (message ${rows[0]!.id}), delivered at 2026-11-23 08:01 UTC`,
    )
  })
})

describe('a listing that was not told yet', () => {
  it.each([
    ['quiet-hours', 'your quiet hours'],
    ['digest', 'it goes into your next digest'],
    ['cap-hour', 'your limit of messages per hour is reached'],
    ['cap-day', 'your limit of messages per day is reached'],
    ['cooldown', 'the rule rests after its last message'],
    ['snooze', 'the rule is snoozed'],
    ['channel-off', 'the channel is switched off'],
    ['unconfirmed', 'you have not confirmed the channel yet'],
  ])('is held for %s, and until when', async (reason, words) => {
    const { id } = await rule({ channels: ['inbox', 'webhook'] })
    const [listing] = await seen(harp())
    await deliveries('webhook', { state: 'held', hold_reason: reason, held_until: at('23T07:00') })
    expect(await trace(id, listing!)).toMatchObject({
      verdict: 'held',
      headline: `It matched, and its message waits. Webhook: held until 2026-11-23 07:00 UTC: ${words}.`,
      messages: [{ deliveries: [{}, { holdReason: reason, heldUntil: '2026-11-23T07:00:00.000Z' }] }],
    })
  })

  it('is tried again, failed or was given up, with the reason and what stands in for it', async () => {
    const { id } = await rule({ channels: ['webhook'] })
    const [listing] = await seen(harp())
    await deliveries('webhook', {
      state: 'retry',
      attempts: 1,
      reason: 'Webhook has a problem (HTTP 503).',
      due_at: at('22T12:10'),
    })
    expect(await trace(id, listing!)).toMatchObject({
      verdict: 'held',
      headline: expect.stringContaining(
        'Webhook: not through yet after 1 attempt: Webhook has a problem (HTTP 503); tried again at 2026-11-22 12:10 UTC.',
      ),
    })
    await deliveries('webhook', { state: 'dead', attempts: 8, finished_at: at('23T12:00') })
    expect(await trace(id, listing!)).toMatchObject({
      verdict: 'failed',
      headline: expect.stringContaining('given up after 8 attempts: Webhook has a problem (HTTP 503).'),
    })
    await test.app.db.query(
      `INSERT INTO deliveries (notification_id, user_id, channel, state, due_at, finished_at, fallback_of)
       SELECT notification_id, user_id, 'discord', 'sent', $1, $1, id FROM deliveries`,
      [at('23T12:01')],
    )
    const found = await trace(id, listing!)
    expect(found).toMatchObject({
      verdict: 'told',
      headline: expect.stringContaining('You were told by Discord at 2026-11-23 12:01 UTC'),
    })
    expect(found.story.join(' ')).toContain('It stands in for Webhook, which failed.')
  })

  it('says of a channel what keeps it from being used', async () => {
    const { id } = await rule({ channels: ['webhook'] })
    const [listing] = await seen(harp())
    expect((await trace(id, listing!)).story).toContain('Webhook is not filled in.')
    await test.app.db.query(
      `INSERT INTO channel_settings (user_id, channel, settings, enabled, off_at, off_reason, updated_at)
       VALUES ($1, 'webhook', '', true, $2, 'it answered 410 Gone.', now())`,
      [test.app.owner, at('22T11:00')],
    )
    expect((await trace(id, listing!)).story).toContain(
      'Webhook was switched off at 2026-11-22 11:00 UTC: it answered 410 Gone.',
    )
    await test.app.db.query('UPDATE channel_settings SET off_at = NULL, enabled = false')
    expect((await trace(id, listing!)).story).toContain('Webhook is switched off.')
  })

  it('has no channel to go by', async () => {
    const { id } = await rule({ channels: [] })
    const [listing] = await seen(harp())
    expect(await trace(id, listing!)).toMatchObject({
      verdict: 'not-told',
      headline: 'It matched at 2026-11-22 12:00 UTC, but the rule had no channel to tell by.',
    })
  })
})

describe('a listing that matched without a message', () => {
  it('is the same thing as one told before, which is named', async () => {
    const { id } = await rule()
    const [first, second] = await seen(harp(), harp({ title: 'Irish harp' }))
    await test.app.db.query(
      'INSERT INTO clusters (demo, created_at, updated_at) VALUES (false, now(), now())',
    )
    await test.app.db.query(
      `INSERT INTO cluster_members (cluster_id, listing_id, joined_at, kind, score, reason, by)
       SELECT c.id, l, now(), 'repost', 1, 'the same', 'person' FROM clusters c, unnest($1::bigint[]) AS l`,
      [[first, second]],
    )
    await test.app.db.query(`DELETE FROM notifications WHERE dedupe_key = $1`, [`listing:${second}:new`])
    expect(await trace(id, second!)).toMatchObject({
      verdict: 'not-told',
      headline: `It matched, but was not told: the same thing was told at 2026-11-22 12:00 UTC as listing ${first} "Celtic harp" for $300, and this is not cheaper.`,
      messages: [],
    })
  })

  it('was told for another rule, which is named', async () => {
    const one = await rule({ name: 'Harps' })
    const [listing] = await seen(harp())
    const two = await rule({ name: 'All harps', channels: ['inbox'] })
    await test.app.db.query('UPDATE notifications SET rule_ids = $1', [[one.id]])
    await test.app.db.query(
      `INSERT INTO matches (rule_id, listing_id, user_id, score, told_price_cents, told_currency, created_at)
       VALUES ($1, $2, $3, 50, 30000, 'USD', $4)`,
      [two.id, listing, test.app.owner, at('22T13:00')],
    )
    expect(await trace(two.id, listing!)).toMatchObject({
      verdict: 'not-told',
      headline:
        'It matched, but was not told: you were told of it at 2026-11-22 12:00 UTC for your rule "Harps"; a listing is told once, however many rules it fits.',
      messages: [{ ofThisRule: false, ruleIds: [one.id] }],
    })
  })

  it('costs less now, which the rule does not tell', async () => {
    const { id } = await rule({ onlyNew: true })
    const [listing] = await seen(harp())
    await test.app.db.query('UPDATE listings SET price_cents = 20000')
    expect((await trace(id, listing!)).story).toContain(
      'It costs $200 now and was told at $300; this rule tells new things only.',
    )
    await test.app.db.query('UPDATE rules SET only_new = false, drop_pct_min = 50')
    expect((await trace(id, listing!)).story).toContain(
      'It costs $200 now and was told at $300; the rule asks for a larger drop before it tells again.',
    )
  })
})

describe('a listing that did not match', () => {
  it('says which conditions it does not meet', async () => {
    const { id } = await rule({ priceCentsMax: 20_000, keywords: { all: ['harp'], none: ['celtic'] } })
    const [listing] = await seen(harp())
    expect(await trace(id, listing!)).toMatchObject({
      verdict: 'not-matched',
      headline:
        'It does not fit the rule now: It costs 300.00 USD, above your limit of 200.00 USD. It has what you do not want: “celtic”.',
      fits: {
        verdict: 'no',
        conditions: [
          { condition: 'price', outcome: 'no' },
          { condition: 'keywords.all', outcome: 'yes' },
          { condition: 'keywords.none', outcome: 'no' },
        ],
      },
      match: null,
    })
  })

  it('was sold before the rule was made', async () => {
    const [listing] = await seen(harp())
    await test.app.db.transaction((tx) => endListings(tx, [listing!], 'sold', at('22T12:30')))
    clock.set(at('22T13:00'))
    const { id } = await rule()
    expect(await trace(id, listing!)).toMatchObject({
      verdict: 'not-matched',
      headline: 'It is sold since 2026-11-22 12:30 UTC; only what is for sale is matched.',
    })
    expect((await trace(id, listing!)).story).toContain(
      'The rule was made at 2026-11-22 13:00 UTC, after the listing was first seen.',
    )
  })

  it('meets a rule that ended', async () => {
    const { id } = await rule({ expiresAt: '2026-11-22T11:00:00Z', enabled: false })
    const [listing] = await seen(harp())
    expect((await trace(id, listing!)).headline).toBe('The rule ended at 2026-11-22 11:00 UTC.')
  })

  it('lacks what only its own page can tell', async () => {
    const { id } = await rule({ conditions: ['good'] })
    const { condition: _, ...unknown } = harp()
    const [listing] = await seen(unknown)
    expect(await trace(id, listing!)).toMatchObject({
      verdict: 'not-matched',
      headline: expect.stringMatching(/^Whether it fits is not known yet: .* has not been read yet\.$/),
    })
  })

  it('fits only now', async () => {
    const { id } = await rule({ priceCentsMax: 20_000 })
    const [listing] = await seen(harp())
    await test.app.db.query('UPDATE listings SET price_cents = 10000')
    expect((await trace(id, listing!)).headline).toMatch(
      /^It fits now, but did not when it was last looked at/,
    )
  })
})

it('a rule that looked at what was there tells the listing in its summary', async () => {
  const [listing] = await seen(harp())
  const { id, revision } = await rule()
  await matchRule(test.app.reconsider, id, revision)
  await noteMessages()
  expect(await trace(id, listing!)).toMatchObject({
    verdict: 'told',
    messages: [{ kind: 'existing-matches', ofThisRule: true }],
  })
})

it('what is not there, or not an id, is said so', async () => {
  const { id } = await rule()
  const [listing] = await seen(harp())
  const get = async (path: string) => (await test.call('GET', path)).status
  expect(await get(`/api/rules/${id}/trace/${listing! + 1}`)).toBe(404)
  expect(await get(`/api/rules/${id + 1}/trace/${listing}`)).toBe(404)
  expect(await get(`/api/rules/${id}/trace/x`)).toBe(422)
  expect(await get(`/api/rules/${id}/trace/99999999999999999999`)).toBe(422)
  expect(await get(`/api/rules/${id}/trace/${listing}?timeZone=Mars/Olympus`)).toBe(422)
  expect(await get(`/api/listings/${listing! + 1}/traces`)).toBe(404)
})

describe('deal-scout why', () => {
  async function why(...words: string[]): Promise<string> {
    const printed: string[] = []
    const program = new Command().exitOverride()
    traceCommands(
      program,
      (run) => run(test.app.traces, { userId: test.app.owner, roles: ['owner'] }),
      () => ({ json: false, print: (_, text) => void printed.push(text()) }),
    )
    await program.parseAsync(['why', ...words], { from: 'user' })
    return printed.join('\n')
  }

  it('says it in brief for all rules, and step by step for one', async () => {
    const one = await rule({ name: 'Harps' })
    const two = await rule({ name: 'Lutes', keywords: { all: ['lute'] } })
    const [listing] = await seen(harp())
    const brief = await why(String(listing))
    expect(brief).toMatch(new RegExp(`${one.id}.*Harps.*Told.*You were told by Inbox`))
    expect(brief).toMatch(new RegExp(`${two.id}.*Lutes.*No match.*It lacks what you want: “lute”`))
    expect(brief).toContain('Messages about it:')
    const steps = await why(String(listing), '--rule', String(two.id))
    expect(steps).toMatch(
      /^No match: It does not fit[\s\S]*✗ It lacks what you want: “lute”\.[\s\S]*What happened:/,
    )
    expect((await test.call('GET', `/api/listings/${listing}/traces`)).body).toMatchObject({
      items: [{ verdict: 'told' }, { verdict: 'not-matched' }],
      next: null,
    })
  })

  it('refuses what is no number or zone', async () => {
    await expect(why('abc')).rejects.toMatchObject({
      message: expect.stringMatching(/^"abc" is not the number/),
    })
    await expect(why('1', '--rule', 'x')).rejects.toMatchObject({ code: 'bad-input' })
    await expect(why('1', '--time-zone', 'Mars')).rejects.toMatchObject({ code: 'bad-input' })
    await expect(why('999999')).rejects.toMatchObject({ message: 'There is no such listing.' })
  })
})
