import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { type App, createApp } from '../app/app.ts'
import { partCount } from '../rules/live/parts.ts'
import { createRule, expireRules } from '../rules/rules.ts'
import { ingest } from './ingest.ts'

let test: TestApp
let other: App
beforeAll(async () => {
  test = await testApp({ env: { RULES_HELD: 'dealt', CLUSTER_LISTINGS_MAX: '0', LEARN_FIRST: 'off' } })
  other = await createApp(test.app.config, test.app.adapters, { log: test.app.log })
})
afterAll(async () => {
  await other.close()
  await test[Symbol.asyncDispose]()
})

const bring = (app: App, title: string) =>
  ingest(app.pipeline, {
    sightings: [{ marketplace: 'shop', seen: seenListing({ title }), observedAtMs: Date.now() }],
    sourceId: null,
    scanId: null,
    demo: false,
  })

async function notified(title: string): Promise<string[]> {
  const { rows } = await test.app.db.query<{ name: string }>(
    `SELECT r.name FROM matches m JOIN rules r ON r.id = m.rule_id JOIN listings l ON l.id = m.listing_id
     WHERE l.title = $1 ORDER BY r.id`,
    [title],
  )
  return rows.map(({ name }) => name)
}

async function count(what: string): Promise<number> {
  const { rows } = await test.app.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`)
  return rows[0]!.n
}

/** A person is notified of so many for one listing. */
const rules = Array.from({ length: 25 }, (_, n) => `Rule ${n}`)

it('the parts are dealt among workers: what one has it matches with its write, what it lacks is matched by who has it', async () => {
  for (const name of rules)
    await createRule(test.app.rules, test.app.owner, ruleInput({ name, keywords: { all: ['lamp'] } }))
  // Nobody has any; what is written waits.
  expect(await bring(test.app, 'Lamp before')).toMatchObject({ added: 1, matches: 0 })
  expect(await count('part_pages')).toBe(1)
  await test.app.start(['worker'])
  await until(async () => test.app.pipeline.matcher.parts.size === partCount)
  await until(async () => (await notified('Lamp before')).length === rules.length)
  expect(await bring(test.app, 'Lamp of one')).toMatchObject({ matches: rules.length })
  expect(await count('part_pages')).toBe(0)

  await other.start(['worker'])
  const [mine, others] = [test.app.pipeline.matcher, other.pipeline.matcher]
  await until(async () => mine.parts.size === partCount / 2 && others.parts.size === partCount / 2, 10_000)
  expect([...mine.parts].filter((part) => others.parts.has(part))).toEqual([])
  const { matches } = await bring(other, 'Lamp of two')
  expect(matches).toBeGreaterThan(5)
  expect(matches).toBeLessThan(rules.length - 5)
  await until(async () => (await notified('Lamp of two')).length === rules.length)
  expect(await notified('Lamp of two')).toEqual(rules)

  await other.close()
  await until(async () => mine.parts.size === partCount, 5_000)
  expect(await bring(test.app, 'Lamp of one again')).toMatchObject({ matches: rules.length })
  expect(await count(`notifications WHERE kind = 'new-match'`)).toBe(4)
  expect(await count('part_pages')).toBe(0)
})

it('a page whose matching fails is put off and matched later, and holds up no other', async () => {
  const { db, pipeline } = test.app
  await createRule(test.app.rules, test.app.owner, ruleInput({ name: 'Kites', keywords: { all: ['kite'] } }))
  await bring(test.app, 'Kite')
  const { rows } = await db.query<{ id: number }>(`SELECT id FROM listings WHERE title = 'Kite'`)
  await db.query('DELETE FROM matches WHERE listing_id = $1', [rows[0]!.id])
  const { use } = pipeline.matcher
  let fails = 1
  pipeline.matcher.use = (...args) => (fails-- > 0 ? Promise.reject(new Error('broken')) : use(...args))
  await db.query(
    `INSERT INTO part_pages (parts, listing_ids, demo, details, due_at)
     SELECT array_agg(part), $1, false, false, now() FROM rule_parts`,
    [[rows[0]!.id]],
  )
  await until(async () => (await notified('Kite')).length === 1, 20_000)
  expect(fails).toBeLessThan(0)
  expect(await count('part_pages')).toBe(0)
})

it('a rule whose time is over is switched off, and notifies of nothing before that either', async () => {
  const rule = await createRule(
    test.app.rules,
    test.app.owner,
    ruleInput({
      name: 'Over',
      keywords: { all: ['anvil'] },
      expiresAt: new Date(Date.now() - 1000).toISOString(),
    }),
  )
  await expireRules(test.app.rules)
  const { rows } = await test.app.db.query<{ enabled: boolean }>('SELECT enabled FROM rules WHERE id = $1', [
    rule.id,
  ])
  expect(rows).toEqual([{ enabled: false }])
})
