import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import { asProgram } from '../../core/actor.ts'
import type { Db, Sql } from '../../core/db.ts'
import { sumUpRules } from '../../flows/sum-up-rules.ts'
import { lockRulesForEdit } from '../store.ts'
import type { RuleStats } from './stats-schema.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  clock.set('2026-11-22T12:00:00Z')
  await test.app.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    await tx.query('DELETE FROM rules')
    await tx.query('TRUNCATE listings, notifications, clusters, sources CASCADE')
  })
})

const make = async (name = 'Harps') =>
  ((await test.call('POST', '/api/rules', { name, keywords: { all: ['harp'] } })).body as { id: number }).id
const daysAgo = (days: number) => new Date(Date.parse('2026-11-22T12:00:00Z') - days * 86_400_000)

/** A match of a listing of its own. */
async function match(ruleId: number, at: Date, dismissed = false): Promise<void> {
  await test.app.db.query(
    `WITH one AS (
       INSERT INTO listings (marketplace, external_id, demo, title, url, category, image_urls, state, basis, attributes,
         first_seen_at, last_seen_at, scored_at, search)
       VALUES ('shop', gen_random_uuid()::text, false, 'Harp', 'https://example.com/', 'instruments', '[]', 'active',
         'asking', '{}', $3, $3, $3, '') RETURNING id)
     INSERT INTO matches (rule_id, listing_id, user_id, score, dismissed_at, created_at)
     SELECT $1, id, $2, 80, CASE WHEN $4 THEN $3::timestamptz END, $3 FROM one`,
    [ruleId, test.app.owner, at, dismissed],
  )
}

async function message(ruleIds: number[], at: Date, kind = 'new-match'): Promise<void> {
  await test.app.db.query(
    `INSERT INTO notifications (user_id, dedupe_key, kind, message, demo, rule_ids, created_at)
     VALUES ($1, gen_random_uuid()::text, $2, '{}', false, $3, $4)`,
    [test.app.owner, kind, ruleIds, at],
  )
}

async function scan(ruleIds: number[], dueAt: Date, coolsUntil: Date | null = null, enabled = true) {
  await test.app.db.query(
    `WITH s AS (
       INSERT INTO sources (user_id, marketplace, name, settings, demo, enabled, browse, interval_ms, created_at, cool_down_until)
       VALUES ($1, 'feed', 'Feed', '', false, $5, false, 300000, $3, $4) RETURNING id)
     INSERT INTO scans (source_id, request_key, request, rule_ids, quota, due_at)
     SELECT id, 'x', '{}', $2::jsonb, 'q', $3 FROM s`,
    [test.app.owner, JSON.stringify(ruleIds), dueAt, coolsUntil, enabled],
  )
}

const statsOf = async (id: number) =>
  ((await test.call('GET', `/api/rules/${id}`)).body as { stats: RuleStats }).stats

describe('what became of a rule lately', () => {
  it('counts matches and messages by the dates of the person, 30 of them, and no other rule’s', async () => {
    const [one, other] = [await make(), await make('Other')]
    for (const at of [daysAgo(0), daysAgo(0), daysAgo(3), daysAgo(29), daysAgo(31)]) await match(one, at)
    await match(other, daysAgo(0))
    for (const at of [daysAgo(0), daysAgo(3)]) await message([one, other], at)
    for (const kind of ['digest', 'outage']) await message([one], daysAgo(0), kind)
    await message([one], daysAgo(0), 'price-drop')
    const { days, ...stats } = await statsOf(one)
    expect(stats).toMatchObject({ matches: 4, messages: 3, lastMatchAt: daysAgo(0).toISOString() })
    expect(days).toHaveLength(30)
    expect(days.filter(({ matches, messages }) => matches + messages > 0)).toEqual([
      { date: '2026-10-24', matches: 1, messages: 0 },
      { date: '2026-11-19', matches: 1, messages: 1 },
      { date: '2026-11-22', matches: 2, messages: 2 },
    ])
    expect((await statsOf(other)).matches).toBe(1)
  })

  it('a date begins at midnight where the person lives', async () => {
    await test.call('PATCH', '/api/me', { profile: { timeZone: 'America/Los_Angeles' } })
    const rule = await make()
    await match(rule, new Date('2026-11-22T07:59:00Z'))
    await match(rule, new Date('2026-11-22T08:01:00Z'))
    const { days } = await statsOf(rule)
    expect(days.slice(-2)).toMatchObject([
      { date: '2026-11-21', matches: 1 },
      { date: '2026-11-22', matches: 1 },
    ])
    await test.call('PATCH', '/api/me', { profile: { timeZone: null } })
  })

  it('tells how many of the matches were not wanted, and nothing where there were none', async () => {
    const rule = await make()
    expect(await statsOf(rule)).toMatchObject({ dismissedPct: null, lastMatchAt: null, nextScanAt: null })
    for (const isDismissed of [true, false, false]) await match(rule, daysAgo(1), isDismissed)
    expect((await statsOf(rule)).dismissedPct).toBe(33)
  })

  it('tells when it is scanned for next: by the first source that is on and in no cooldown', async () => {
    const rule = await make()
    const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000)
    await scan([rule, 17], inMinutes(9))
    await scan([17], inMinutes(1))
    await scan([rule], inMinutes(2), inMinutes(60))
    await scan([rule], inMinutes(3), null, false)
    expect((await statsOf(rule)).nextScanAt).toBe(inMinutes(9).toISOString())
  })
})

describe('of many rules', () => {
  it('a list asks the database as often as for one, and gives each what one alone is given', async () => {
    const ids: number[] = []
    for (let n = 0; n < 25; n++) ids.push(await make(`Rule ${n}`))
    for (const [n, id] of ids.entries()) await match(id, daysAgo(n % 7))
    const asked: string[] = []
    const query: Sql['query'] = (...statement) => {
      asked.push(statement[0])
      return test.app.db.query(...statement)
    }
    const deps = {
      db: { ...test.app.db, query } as Db,
      clock,
      marketplaces: test.app.rules.marketplaces as never,
      adapterOptions: {},
    }
    const of = (ruleIds: number[]) =>
      sumUpRules(deps, asProgram(test.app.owner), { ruleIds, timeZone: 'UTC' })
    await of(ids.slice(0, 1))
    const forOne = asked.splice(0).length
    await of(ids)
    expect(asked.length).toBe(forOne)
    const { items } = (await test.call('GET', '/api/rules?limit=100')).body as {
      items: { id: number; stats: RuleStats }[]
    }
    for (const { id, stats } of items) expect(stats).toEqual(await statsOf(id))
  })

  it('everything is read by an index, and only the days that are asked for', async () => {
    const ids: number[] = []
    for (let n = 0; n < 5; n++) ids.push(await make(`Rule ${n}`))
    const plans: string[] = []
    const query: Sql['query'] = async (text, values, name) => {
      const { rows } = await test.app.db.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
      return test.app.db.query(text, values, name)
    }
    const deps = {
      db: { ...test.app.db, query } as Db,
      clock,
      marketplaces: test.app.rules.marketplaces as never,
      adapterOptions: {},
    }
    await many(ids)
    await sumUpRules(deps, asProgram(test.app.owner), { ruleIds: ids, timeZone: 'UTC' })
    const used = plans.map((plan) =>
      [...plan.matchAll(/(?:using|on) (\w+_(?:days|rules))\b/g)].map(([, one]) => one),
    )
    // They are asked at the same time, with which terms were accepted: one row a marketplace.
    expect(used.filter((indexes) => indexes.length > 0).toSorted()).toEqual([
      ['matches_rule_days'],
      ['matches_rule_days'],
      ['notifications_days'],
      ['scans_rules'],
    ])
    expect(plans.join('\n')).not.toMatch(/Seq Scan on (?:matches|notifications|scans)/)
  })
})

/** Rows as after a long time, so that the database has a choice. */
async function many(ruleIds: number[]): Promise<void> {
  const { db } = test.app
  await db.query(
    `INSERT INTO sources (user_id, marketplace, name, settings, demo, enabled, browse, interval_ms, created_at)
     VALUES ($1, 'feed', 'Feed', '', false, true, false, 300000, now())`,
    [test.app.owner],
  )
  await db.query(
    `INSERT INTO scans (source_id, request_key, request, rule_ids, quota, due_at)
     SELECT s.id, n::text, '{}', jsonb_build_array(n), 'q', now() FROM generate_series(1000, 6000) AS n, sources s`,
  )
  await db.query(
    `WITH made AS (
       INSERT INTO listings (marketplace, external_id, demo, title, url, category, image_urls, state, basis, attributes,
         first_seen_at, last_seen_at, scored_at, search)
       SELECT 'shop', n::text, false, 'Harp', 'https://example.com/', 'instruments', '[]', 'active', 'asking', '{}',
         now(), now(), now(), '' FROM generate_series(1, 2000) AS n RETURNING id)
     INSERT INTO matches (rule_id, listing_id, user_id, score, created_at)
     SELECT r.id, made.id, $1, 80, $3::timestamptz - made.id * interval '1 day' FROM made, unnest($2::bigint[]) AS r(id)`,
    [test.app.owner, ruleIds, clock.now()],
  )
  await db.query(
    `INSERT INTO notifications (user_id, dedupe_key, kind, message, demo, rule_ids, created_at)
     SELECT $1, n::text, 'new-match', '{}', false, $2, $3::timestamptz - n * interval '6 hours' FROM generate_series(1, 20000) AS n`,
    [test.app.owner, ruleIds, clock.now()],
  )
  await db.query('ANALYZE matches, notifications, scans, sources')
}
