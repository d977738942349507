import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../../test/harness/app.ts'
import { ruleInput } from '../../../test/harness/factories.ts'
import { type Db, openDb, type Tx } from '../../core/db.ts'
import { findPlace } from '../../core/places.ts'
import { seededRandom } from '../../core/random.ts'
import type { MatchSubject } from '../../model/rule-schema.ts'
import { deleteRule } from '../deleted/deleted-store.ts'
import { matchRule } from '../explain/reference.ts'
import type { Matcher } from '../matcher/matcher.ts'
import { createRule, patchRule, readRule, removeRule } from '../rules.ts'
import { sampleSubject } from '../samples.ts'
import { enabledRules, insertRule, lockRulesForEdit, lockRulesForMatch, updateRule } from '../store.ts'
import { createLiveMatcher, type LiveMatcher } from './live-matcher.ts'
import { pruneRuleChanges } from './matcher-store.ts'
import { noParts, partCount, partOf } from './parts.ts'

const log = pino({ level: 'silent' })
let test: TestApp
let db: Db
beforeAll(async () => {
  test = await testApp()
  db = test.app.db
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(() =>
  db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    await tx.query('DELETE FROM rules')
  }),
)

const figures = { score: () => 50, landedCents: () => null, profitCents: () => null }
const make = (over: Record<string, unknown>) => createRule(test.app.rules, test.app.owner, ruleInput(over))
const patch = (id: number, over: Record<string, unknown>) =>
  patchRule(test.app.rules, test.app.owner, id, over)

function idsOf(matcher: Matcher, subject: MatchSubject): number[] {
  const found = matcher.match(subject, figures)
  return Array.from(found.ruleIds.subarray(0, found.length)).sort((a, b) => a - b)
}

/** As a page does it. */
const held = <T>(live: LiveMatcher, run: (matcher: Matcher, tx: Tx) => T | Promise<T>, on = db) =>
  on.transaction(async (tx) => live.use(tx, await lockRulesForMatch(tx), (matcher) => run(matcher, tx)))
const finds = (live: LiveMatcher, title: string, on = db) =>
  held(live, (matcher) => idsOf(matcher, sampleSubject({ title })), on)

const colours = ['red', 'green', 'blue']
const subjects = colours.map((title) => sampleSubject({ title }))

/** What the reference finds among the rules as they are in this transaction. */
async function wanted(tx: Tx): Promise<number[][]> {
  const rules = await enabledRules(tx)
  return subjects.map((subject) =>
    rules.filter((rule) => matchRule(rule, subject, figures).verdict !== 'no').map(({ id }) => id),
  )
}

async function agrees(live: LiveMatcher): Promise<void> {
  await held(live, async (matcher, tx) => {
    const expected = await wanted(tx)
    expect(subjects.map((subject) => idsOf(matcher, subject))).toEqual(expected)
  })
}

/** Counts the rules that are read through it. */
function counting(counts: number[]): Db {
  return {
    ...db,
    transaction: (run) =>
      db.transaction((tx) =>
        run({
          ...tx,
          async query(text, values, name) {
            const result = await tx.query<never>(text, values, name)
            if (name?.startsWith('rules-to-match')) counts.push(result.rows.length)
            return result
          },
        }),
      ),
  }
}

describe('a live matcher', () => {
  it('has an edited rule in force within 50 ms on its own process, reading that rule only', async () => {
    const live = createLiveMatcher()
    for (let i = 0; i < 200; i++) await make({ keywords: { all: [`word${i}`] } })
    const rule = await make({ keywords: { all: ['kayak'] } })
    expect(await finds(live, 'a kayak')).toEqual([rule.id])
    const counts: number[] = []
    const times: number[] = []
    for (let i = 0; i < 11; i++) {
      await patch(rule.id, { keywords: { all: [`canoe${i}`] } })
      const from = performance.now()
      expect(await finds(live, `a canoe ${i}`, counting(counts))).toEqual([rule.id])
      times.push(performance.now() - from)
      expect(await finds(live, 'a kayak')).toEqual([])
    }
    expect(counts).toEqual(times.map(() => 1))
    expect(times.sort((a, b) => a - b)[5]).toBeLessThan(50)
  })

  it('follows on another process within a second, without being asked', async () => {
    const other = await openDb({
      connectionString: test.database.connectionString,
      ...{ poolSize: 2, connectTimeoutMs: 10_000, idleTimeoutMs: 10_000, statementTimeoutMs: 60_000 },
      ...{ waitMs: 10_000, applicationName: 'other', log },
    })
    const live = createLiveMatcher()
    const following = await live.follow(other, log)
    try {
      for (const name of ['kayak', 'canoe']) {
        const rule = await make({ keywords: { all: [name] } })
        const version = await db.transaction(lockRulesForMatch)
        const from = performance.now()
        await until(async () => live.version === version, 1000)
        expect(performance.now() - from).toBeLessThan(1000)
        const counts: number[] = []
        expect(await finds(live, name, counting(counts))).toEqual([rule.id])
        expect(counts).toEqual([])
      }
    } finally {
      await following.close()
      await other.close()
    }
  })

  it('never misses an edit, however many edit, match and follow at once in two processes', async () => {
    const random = seededRandom(5)
    const colour = () => colours[Math.floor(random() * colours.length)]!
    const write = () =>
      readRule(
        test.app.rules,
        { findPlace },
        ruleInput({ keywords: { all: [], any: [colour(), colour()] }, enabled: random() < 0.8 }),
      )
    const ids: number[] = []
    const edit = () =>
      db.transaction(async (tx) => {
        await lockRulesForEdit(tx)
        const now = new Date()
        const id = ids[Math.floor(random() * ids.length)]
        const kind = random()
        if (id === undefined || kind < 0.4)
          ids.push((await insertRule(tx, test.app.owner, write(), false, now)).id)
        else if (kind < 0.8) await updateRule(tx, test.app.owner, id, write(), now)
        else await deleteRule(tx, test.app.owner, id, now)
        // An edit that comes to nothing is none.
        if (random() < 0.1) throw new Error('given up')
      })
    const processes = [createLiveMatcher(), createLiveMatcher()]
    const work = Array.from({ length: 300 }, async (_, i) => {
      const live = processes[i % 2]!
      if (i % 3 === 0) await edit().catch((error: Error) => expect(error.message).toBe('given up'))
      else if (i % 7 === 0) await live.catchUp(db)
      else await agrees(live)
    })
    await Promise.all(work)
    for (const live of processes) {
      await agrees(live)
      expect(
        await held(live, (matcher, tx) => enabledRules(tx).then(({ length }) => length - matcher.size)),
      ).toBe(0)
    }
  })

  /** Every third part, from this one on. */
  const third = (first: number) =>
    new Set(Array.from({ length: partCount }, (_, part) => part).filter((part) => part % 3 === first))

  it('split by rule, the parts together find what one finds, each rule in one of them', async () => {
    const parts = [0, 1, 2].map((first) => createLiveMatcher({ parts: third(first) }))
    const one = createLiveMatcher()
    const compare = async () => {
      const all = await finds(one, 'a red thing')
      const found = await Promise.all(parts.map((part) => finds(part, 'a red thing')))
      expect(found.flat().sort((a, b) => a - b)).toEqual(all)
      for (const [first, ids] of found.entries()) for (const id of ids) expect(partOf(id) % 3).toBe(first)
      return found.map(({ length }) => length)
    }
    const rules = []
    for (let i = 0; i < 60; i++) rules.push(await make({ keywords: { all: ['red'] } }))
    expect(Math.min(...(await compare()))).toBeGreaterThan(8)
    for (const { id } of rules.slice(0, 20)) await patch(id, { keywords: { all: ['blue'] } })
    for (const { id } of rules.slice(20, 40)) await removeRule(test.app.rules, test.app.owner, id)
    expect((await compare()).reduce((sum, count) => sum + count)).toBe(20)
  })

  it('takes parts and lets go of them while pages match and rules change: whoever uses it has exactly the parts that it is told', async () => {
    const random = seededRandom(7)
    const rules: { id: number }[] = []
    for (let i = 0; i < 80; i++) rules.push(await make({ keywords: { all: ['red'] } }))
    const live = createLiveMatcher({ parts: noParts })
    expect(await finds(live, 'red')).toEqual([])
    const sizes = new Set<number>()
    const page = () =>
      db.transaction(async (tx) => {
        const version = await lockRulesForMatch(tx)
        const { rows } = await tx.query<{ id: number }>('SELECT id FROM rules WHERE enabled ORDER BY id')
        await live.use(tx, version, async (matcher, parts) => {
          const expected = rows.map(({ id }) => id).filter((id) => parts.has(partOf(id)))
          for (let look = 0; look < 5; look++) {
            expect(idsOf(matcher, sampleSubject({ title: 'red' }))).toEqual(expected)
            await new Promise((resolve) => setTimeout(resolve, random() * 3))
          }
          sizes.add(parts.size)
        })
      })
    let changes = 0
    const pages = Array.from({ length: 3 }, async () => {
      while (changes < 12) await page()
    })
    for (; changes < 12; changes++) {
      const share = random()
      const parts = new Set(
        Array.from({ length: partCount }, (_, part) => part).filter(() => random() < share),
      )
      await live.hold(db, parts)
      expect(live.parts).toEqual(parts)
      await patch(rules[changes]!.id, { enabled: changes % 2 === 0, name: `Edited ${changes}` })
    }
    await Promise.all(pages)
    expect(sizes.size).toBeGreaterThan(12)
    await live.hold(db, noParts)
    expect(await finds(live, 'red')).toEqual([])
  })

  it('a part is what the column says, for every id', async () => {
    const { rows } = await db.query<{ id: number; part: number }>(
      `WITH kept AS (SELECT pg_get_expr(adbin, adrelid) AS sql FROM pg_attrdef
                     WHERE adrelid = 'rules'::regclass AND adnum =
                       (SELECT attnum FROM pg_attribute WHERE attrelid = 'rules'::regclass AND attname = 'part'))
       SELECT sql FROM kept`,
    )
    const { sql } = rows[0] as unknown as { sql: string }
    const edges = [1, 2, 255, 256, 2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1, 2 ** 32 - 1]
    const { rows: parts } = await db.query<{ id: number; part: number }>(
      `SELECT id, ${sql} AS part FROM (SELECT n::bigint * 1009 FROM generate_series(1, 20000) n
         UNION ALL SELECT unnest($1::bigint[])) AS ids (id)`,
      [edges],
    )
    expect(parts.filter(({ id, part }) => partOf(id) !== part)).toEqual([])
    const counts = new Array<number>(partCount).fill(0)
    for (let id = 1; id <= 25_600; id++) counts[partOf(id)]!++
    expect([Math.min(...counts) >= 90, Math.max(...counts) <= 110]).toEqual([true, true])
  })

  it('loads all rules when the notes no longer reach back to what it knows, or a change left none', async () => {
    const live = createLiveMatcher()
    const [first, second] = [
      await make({ keywords: { all: ['red'] } }),
      await make({ keywords: { all: ['red'] } }),
    ]
    expect(await finds(live, 'red')).toEqual([first.id, second.id])
    await patch(first.id, { keywords: { all: ['blue'] } })
    await patch(second.id, { name: 'the same' })
    expect(await pruneRuleChanges(db, 1, 1000)).toBeGreaterThan(0)
    expect(await finds(live, 'red')).toEqual([second.id])
    await db.transaction(async (tx) => {
      await lockRulesForEdit(tx)
      await tx.query('DELETE FROM rules WHERE id = $1', [second.id])
    })
    expect(await finds(live, 'red')).toEqual([])
  })

  it('reads pages of rules, and none that is off or expired', async () => {
    await db.transaction(async (tx) => {
      await lockRulesForEdit(tx)
      const write = readRule(test.app.rules, { findPlace }, ruleInput({ keywords: { all: ['red'] } }))
      const { id } = await insertRule(tx, test.app.owner, write, false, new Date())
      const { rows } = await tx.query<{ name: string }>(
        `SELECT string_agg(quote_ident(column_name), ', ') AS name FROM information_schema.columns
         WHERE table_name = 'rules' AND table_schema = 'public' AND column_name NOT IN ('id', 'enabled', 'expires_at')
           AND is_generated = 'NEVER'`,
      )
      const { name } = rows[0]!
      await tx.query(
        `INSERT INTO rules (${name}, enabled, expires_at)
         SELECT ${name}, n % 2 = 0, CASE WHEN n % 3 = 0 THEN now() - interval '1 day' END
         FROM rules, generate_series(1, 24000) n WHERE id = $1`,
        [id],
      )
    })
    const counts: number[] = []
    const live = createLiveMatcher()
    expect((await finds(live, 'red', counting(counts))).length).toBe(8001)
    await db.transaction(async (tx) => {
      await lockRulesForEdit(tx)
      await tx.query('UPDATE rules SET enabled = true, expires_at = NULL')
    })
    expect((await finds(live, 'red', counting(counts))).length).toBe(24_001)
    expect(counts).toEqual([8001, 10_000, 10_000, 4001])
  })

  it('a reader that fails fails alone: the next reads for itself', async () => {
    const live = createLiveMatcher()
    const rule = await make({ keywords: { all: ['red'] } })
    const broken: Db = {
      ...db,
      transaction: (run) =>
        db.transaction((tx) =>
          run({
            ...tx,
            query: (text, values, name) =>
              name === 'rules-to-match' ? Promise.reject(new Error('lost')) : tx.query(text, values, name),
          }),
        ),
    }
    await expect(finds(live, 'red', broken)).rejects.toThrow('lost')
    expect(await finds(live, 'red')).toEqual([rule.id])
  })

  it('refuses a version that is older than what it knows: the caller did not hold the rules', async () => {
    const live = createLiveMatcher()
    const version = await db.transaction(lockRulesForMatch)
    await make({ keywords: { all: ['red'] } })
    await finds(live, 'red')
    await expect(db.transaction((tx) => live.use(tx, version, () => null))).rejects.toThrow(/were at/)
  })
})
