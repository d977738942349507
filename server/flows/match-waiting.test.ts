import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { type App, createApp } from '../app/app.ts'
import { createRule, expireRules } from '../rules/rules.ts'
import { ingest } from './ingest.ts'

let test: TestApp
let other: App
beforeAll(async () => {
  test = await testApp({ env: { RULE_SHARDS: '2', RULE_SHARD: '0' } })
  other = await createApp({ ...test.app.config, ruleShard: 1 }, test.app.adapters, { log: test.app.log })
})
afterAll(async () => {
  await other.close()
  await test[Symbol.asyncDispose]()
})

async function told(): Promise<string[]> {
  const { rows } = await test.app.db.query<{ name: string }>(
    `SELECT r.name FROM matches m JOIN rules r ON r.id = m.rule_id ORDER BY r.id`,
  )
  return rows.map(({ name }) => name)
}

it('rules that are split over two workers are all matched, each by one, however the other died meanwhile', async () => {
  const rules = 20
  for (let n = 0; n < rules; n++)
    await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name: `Rule ${n}`, keywords: { all: ['lamp'] } }),
    )
  await test.app.start(['worker'])
  const sightings = [
    { marketplace: 'shop', seen: seenListing({ title: 'Brass lamp' }), observedAtMs: Date.now() },
  ]
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  await until(async () => (await told()).length > 0)
  const first = await told()
  expect(first.length).toBeLessThan(rules)
  // Nobody matches the other part yet; its job waits.
  await other.start(['worker'])
  await until(async () => (await told()).length === rules)
  expect(await told()).toEqual(Array.from({ length: rules }, (_, n) => `Rule ${n}`))
  const { rows } = await test.app.db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM notifications WHERE kind = 'new-match'`,
  )
  expect(rows[0]!.n).toBe(1)
})

it('a rule whose time is over is switched off, and tells nothing before that either', async () => {
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
