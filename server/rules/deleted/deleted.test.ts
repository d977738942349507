import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { ingest } from '../../flows/ingest.ts'
import type { RuleView } from '../../model/rule-schema.ts'
import { rulesMax } from '../rules.ts'
import { enabledRules, lockRulesForEdit } from '../store.ts'
import { forgetDeletedRules } from './deleted-store.ts'

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
    await tx.query('TRUNCATE listings, notifications, clusters CASCADE')
  })
})

const dayMs = 86_400_000
const make = async (over: object = {}) =>
  (await test.call('POST', '/api/rules', { name: 'Harps', keywords: { all: ['harp'] }, ...over }))
    .body as RuleView
const items = async (path: string) => ((await test.call('GET', path)).body as { items: RuleView[] }).items
const remove = (id: number) => test.call('DELETE', `/api/rules/${id}`)
const restore = (id: number) => test.call('POST', `/api/rules/${id}/restore`)
const take = (title: string) =>
  ingest(test.app.pipeline, {
    sightings: [{ marketplace: 'shop', seen: seenListing({ title }), observedAtMs: clock.now().getTime() }],
    ...{ sourceId: null, scanId: null, demo: false },
  })
const matches = async (id: number) => {
  const { rows } = await test.app.db.query('SELECT FROM matches WHERE rule_id = $1', [id])
  return rows.length
}

describe('a deleted rule', () => {
  it('is gone from everything that a person sees, and matches nothing from that moment on', async () => {
    const rule = await make()
    await take('Celtic harp')
    expect(await matches(rule.id)).toBe(1)
    expect(await remove(rule.id)).toMatchObject({ status: 204 })
    await take('Another harp')
    expect(await matches(rule.id)).toBe(1)
    expect(await items('/api/rules')).toEqual([])
    for (const [method, path, body] of [
      ['GET', `/api/rules/${rule.id}`],
      ['PATCH', `/api/rules/${rule.id}`, { enabled: true }],
      ['DELETE', `/api/rules/${rule.id}`],
      ['GET', `/api/rules/${rule.id}/matches`],
      ['POST', `/api/rules/${rule.id}/duplicate`],
    ] as const)
      expect((await test.call(method, path, body)).status, `${method} ${path}`).toBe(404)
    expect(await enabledRules(test.app.db)).toEqual([])
    const { rows } = await test.app.db.query('SELECT FROM notifications')
    expect(rows).toHaveLength(1)
  })

  it('counts for no quota', async () => {
    const rule = await make()
    await test.app.db.query(
      `INSERT INTO rules (user_id, name, keywords_all, keywords_any, keywords_none, categories, conditions, currency,
         marketplaces, channels, enabled, demo, created_at, updated_at)
       SELECT $1, 'x', '[]', '[]', '[]', '[]', '[]', 'USD', '[]', '[]', false, false, now(), now()
       FROM generate_series(1, $2)`,
      [test.app.owner, rulesMax - 1],
    )
    expect((await test.call('POST', '/api/rules', { name: 'One too many' })).status).toBe(422)
    await remove(rule.id)
    expect((await test.call('POST', '/api/rules', { name: 'In its place' })).status).toBe(201)
    expect(await restore(rule.id)).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining(`${rulesMax} are the most`) },
    })
    expect((await items('/api/rules/deleted')).map(({ id }) => id)).toEqual([rule.id])
  })
})

describe('a deletion taken back', () => {
  it('gives the rule back as it was with its matches, and has it look at what came meanwhile', async () => {
    const rule = await make({ priceCentsMax: 45_000 })
    await take('Celtic harp')
    await remove(rule.id)
    expect(await items('/api/rules/deleted')).toMatchObject([
      {
        ...{ id: rule.id, name: 'Harps', deletedAt: '2026-11-22T12:00:00.000Z' },
        restorableUntil: '2026-12-22T12:00:00.000Z',
      },
    ])
    const { updatedAt: _, ...before } = rule
    expect(await restore(rule.id)).toMatchObject({ status: 200, body: { ...before, revision: 2 } })
    expect(await items('/api/rules/deleted')).toEqual([])
    expect(await items(`/api/rules/${rule.id}/matches`)).toHaveLength(1)
    const { rows } = await test.app.db.query(
      `SELECT FROM jobs.job WHERE name = 'match-existing' AND (data->>'ruleId')::int = $1 AND (data->>'revision')::int = 2`,
      [rule.id],
    )
    expect(rows).toHaveLength(1)
    await take('Third harp')
    expect(await matches(rule.id)).toBe(2)
  })

  it('leaves a rule that was off switched off, and done twice does nothing more', async () => {
    const rule = await make({ enabled: false })
    await remove(rule.id)
    expect(await restore(rule.id)).toMatchObject({ status: 200, body: { enabled: false, revision: 2 } })
    expect(await restore(rule.id)).toMatchObject({ status: 200, body: { enabled: false, revision: 2 } })
  })

  it('works for many at once, and says of one that is not there that it is not', async () => {
    const [one, two] = [await make(), await make()]
    await test.call('POST', '/api/rules/bulk', { action: 'delete', ids: [one.id, two.id] })
    const { body } = await test.call('POST', '/api/rules/bulk', {
      action: 'restore',
      ids: [one.id, two.id, 999_999],
    })
    expect((body as { results: unknown[] }).results).toMatchObject([
      { id: one.id, done: true },
      { id: two.id, done: true },
      { id: 999_999, done: false, code: 'not-found' },
    ])
  })
})

it('30 days after its deletion a rule is forgotten with its matches, a few rows at a time, and not before', async () => {
  const rule = await make()
  for (const n of [1, 2, 3]) await take(`Harp no ${n}`)
  await remove(rule.id)
  const forget = (now: Date) =>
    test.app.db.transaction((tx) => forgetDeletedRules(tx, new Date(now.getTime() - 30 * dayMs), 2))
  const at = (days: number) => new Date(Date.parse('2026-11-22T12:00:00Z') + days * dayMs)
  expect(await forget(at(29.9))).toBe(0)
  expect(await matches(rule.id)).toBe(3)
  expect(await forget(at(30))).toBe(2)
  expect(await forget(at(30))).toBe(2)
  expect(await forget(at(30))).toBe(0)
  expect(await matches(rule.id)).toBe(0)
  expect((await restore(rule.id)).status).toBe(404)
})
