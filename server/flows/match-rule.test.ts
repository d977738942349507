import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import type { RulePreview } from '../model/rule-schema.ts'
import { createRule, personStepsMax } from '../rules/rules.ts'
import { ingest } from './ingest.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api', 'worker'] })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('DELETE FROM rules')
  await test.app.db.query('DELETE FROM listings')
})

/** No word stands before its wildcards, so every text is read, and none of them fits before its very end. */
const expensive = (end: string) => `/(?:.?\\pL){110}.*${end}/`

/** Letters and spaces in no order, the same in every run. */
function text(chars: number, seed: number): string {
  let state = seed + 1
  return Array.from({ length: chars }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return 'abcdefghijklmnopqrstuvwxyz     '[state % 31]
  }).join('')
}

async function take(count: number, over: (n: number) => Parameters<typeof seenListing>[0]): Promise<void> {
  const sightings = Array.from({ length: count }, (_, n) => ({
    marketplace: 'shop',
    seen: seenListing(over(n)),
    observedAtMs: Date.now(),
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
}

async function fitting(name: string): Promise<number> {
  const { rows } = await test.app.db.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM matches m JOIN rules r ON r.id = m.rule_id WHERE r.name = $1',
    [name],
  )
  return rows[0]!.n
}

const waits = async () => {
  const { rows } = await test.app.db.query<{ n: number }>('SELECT count(*)::int AS n FROM match_backlog')
  return rows[0]!.n
}

/**
 * The most work, in milliseconds, that was done between two turns of the event loop: what others wait on a machine that
 * does nothing else. Time on the wall would count what other programs take of a busy one.
 */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longestMs = 0
  let before = process.threadCpuUsage()
  const ticker = setInterval(() => {
    const now = process.threadCpuUsage()
    longestMs = Math.max(longestMs, (now.user + now.system - before.user - before.system) / 1_000)
    before = now
  }, 1)
  try {
    await work()
  } finally {
    clearInterval(ticker)
  }
  return longestMs
}

const rule = (over: Record<string, unknown>) =>
  createRule(test.app.rules, test.app.owner, ruleInput({ keywords: { all: [], any: [], none: [] }, ...over }))

describe('rules whose expressions take seconds for a page', () => {
  it('block nobody, delay no other rule, and lose nothing', async () => {
    for (const n of [1, 2, 3, 4]) await rule({ name: `Dear ${n}`, query: expensive('zebra') })
    await rule({ name: 'Cheap', keywords: { all: ['lamp'] } })
    let others = 0
    const waited = await longestTurn(async () => {
      await take(6, (n) => ({
        title: `Lamp ${n}`,
        description: `${text(18_000, n)} ${n % 3 === 0 ? 'zebra' : 'horse'}`,
      }))
      others = await fitting('Cheap')
      await until(async () => (await waits()) === 0, 100_000)
    })
    expect(others).toBe(6)
    for (const n of [1, 2, 3, 4]) expect(await fitting(`Dear ${n}`)).toBe(2)
    expect(waited).toBeLessThan(200)
  })

  it('are previewed, looked back on, explained and matched with what is there without blocking', async () => {
    await take(10, (n) => ({ title: `Lamp ${n}`, description: `${text(18_000, n)} zebra` }))
    const body = { name: 'Draft', query: expensive('zebra') }
    const waited = await longestTurn(async () => {
      const preview = await test.call('POST', '/api/rules/preview', body)
      expect(preview.status).toBe(200)
      const { lookedAt, matches } = preview.body as RulePreview
      expect(matches).toBe(lookedAt)
      expect(lookedAt).toBeGreaterThan(0)
      const made = await test.call('POST', '/api/rules', body)
      expect(made.status).toBe(201)
      await until(async () => (await fitting('Draft')) === 10, 100_000)
      const { rows } = await test.app.db.query<{ ruleId: number; listingId: number }>(
        'SELECT rule_id AS "ruleId", listing_id AS "listingId" FROM matches LIMIT 1',
      )
      const { ruleId, listingId } = rows[0]!
      const why = await test.call('GET', `/api/rules/${ruleId}/trace/${listingId}`)
      expect(why.status).toBe(200)
      const dismissed = await test.call('POST', `/api/rules/${ruleId}/matches/${listingId}/dismiss`, {
        reason: 'too-expensive',
      })
      expect(dismissed.status).toBe(200)
    })
    expect(waited).toBeLessThan(200)
  })
})

describe('words that repeat in a rule and in a text', () => {
  it('are looked for in time that grows with both lengths, not with their product', async () => {
    const terms = Array.from({ length: 50 }, (_, n) => `${'a '.repeat(95)}bbb${n}`)
    const any = [...terms.slice(1), 'zebra']
    await rule({ name: 'Repeats', keywords: { all: [], any, none: terms.map((term) => `${term} c`) } })
    const waited = await longestTurn(() =>
      take(5, () => ({ title: 'Lamp', description: `${'a '.repeat(9_500)} bbb zebra` })),
    )
    await until(async () => (await fitting('Repeats')) === 5)
    expect(waited).toBeLessThan(200)
  })
})

describe('what the rules of one person may cost', () => {
  it('is bounded when a rule is written, in a sentence that says what to shorten', async () => {
    const steps = 448
    for (let n = 0; n < Math.floor(personStepsMax / steps); n++)
      await test.app.db.query(
        `INSERT INTO rules (user_id, name, keywords_all, keywords_any, keywords_none, query, regex_steps, categories,
           conditions, currency, places, handover, sellers_only, sellers_not, marketplaces, channels, fallback_channels,
           enabled, demo, created_at, updated_at)
         VALUES ($1, 'Stored', '[]', '[]', '[]', '/x/', $2, '[]', '[]', 'USD', '[]', 'any', '[]', '[]', '[]', '[]', '[]',
           true, false, now(), now())`,
        [test.app.owner, steps],
      )
    const refused = await test.call('POST', '/api/rules', { name: 'One more', query: expensive('x') })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({
      code: 'bad-input',
      fields: { query: expect.stringMatching(/of them here, and 20000 are the most: repeat less/) },
    })
    // Words, and rules that are switched off, cost nothing of that.
    expect((await test.call('POST', '/api/rules', { name: 'Words', query: 'lamp' })).status).toBe(201)
    const off = await test.call('POST', '/api/rules', { name: 'Off', query: expensive('x'), enabled: false })
    expect(off.status).toBe(201)
    const { id } = off.body as { id: number }
    expect((await test.call('PATCH', `/api/rules/${id}`, { enabled: true })).status).toBe(422)
  })
})
