import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { retainStep } from '../ops/retention.ts'
import { retentionKinds } from './retention-kinds.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})
afterAll(() => test[Symbol.asyncDispose]())

it('sessions, tokens, links and tries that are over go with the leftovers, and what is good stays', async () => {
  const { db, owner, clock, config } = test.app
  const at = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000)
  for (const [name, end] of [
    ['over', at(-1)],
    ['good', at(60)],
  ] as const) {
    await db.query('INSERT INTO sessions (token, user_id, expires_at) VALUES ($1, $2, $3)', [
      name,
      owner,
      end,
    ])
    await db.query('INSERT INTO verifications (identifier, value, expires_at) VALUES ($1, $1, $2)', [
      name,
      end,
    ])
    await db.query(
      `INSERT INTO account_links (token_hash, kind, created_at, expires_at) VALUES ($1, 'setup', $2, $2)`,
      [name, end],
    )
    await db.query(
      'INSERT INTO sign_in_failures (key, failures, blocked_until, last_at) VALUES ($1, 1, $2, $2)',
      [name, name === 'over' ? at(-25 * 60) : at(-23 * 60)],
    )
  }
  const kind = retentionKinds(clock, config).find((one) => one.kind === 'leftovers')!
  for (let step = 0; step < 9; step++)
    if ((await retainStep(test.app.retention, kind, 1))?.next === null) break
  const { rows } = await db.query<{ of: string; name: string }>(
    `SELECT 'session' AS of, token AS name FROM sessions
     UNION ALL SELECT 'verification', identifier FROM verifications
     UNION ALL SELECT 'link', token_hash FROM account_links
     UNION ALL SELECT 'try', key FROM sign_in_failures ORDER BY 1`,
  )
  expect(rows).toEqual(['link', 'session', 'try', 'verification'].map((of) => ({ of, name: 'good' })))
})
