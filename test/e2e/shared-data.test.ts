import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { revalueStale } from '../../server/flows/revalue-stale.ts'
import { openImport, runImport } from '../../server/imports/run.ts'
import { listNotifications } from '../../server/notify/inbox-store.ts'
import { createRule } from '../../server/rules/rules.ts'
import { stubClock, type TestApp, testApp } from '../harness/app.ts'
import { ruleInput } from '../harness/factories.ts'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere) process.stderr.write('skipped: ../shared/data is not on this machine\n')

let test: TestApp
beforeAll(async () => {
  // Of the year of the bicycles, so that they are for sale and not history.
  test = await testApp({ overrides: { clock: stubClock('2024-10-01T00:00:00Z') } })
})
afterAll(() => test[Symbol.asyncDispose]())

const files = isThere ? readdirSync(folder).filter((file) => file.endsWith('.jsonl.gz')) : []
const rowsOf = new Map<string, number>()
const secondRowsMax = 4_000

async function importAll(names: readonly string[]) {
  const total = { rows: 0, added: 0, changed: 0, unchanged: 0, rejected: 0, matches: 0, waiting: 0 }
  for (const name of names) {
    const { format, stream } = await openImport(name, createReadStream(folder + name))
    const summary = await runImport(test.app.imports, {
      stream,
      format,
      ownerId: null,
      defaults: {},
      onReject: () => {},
    })
    expect(summary.incomplete, name).toBeNull()
    rowsOf.set(name, summary.rows)
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += summary[key]
  }
  return total
}

async function fingerprint() {
  const { rows } = await test.app.db.query(
    `SELECT (SELECT count(*) FROM listings) AS listings, (SELECT count(*) FROM price_changes) AS prices,
            (SELECT count(*) FROM matches) AS matches, (SELECT count(*) FROM notifications) AS notifications,
            (SELECT md5(string_agg(l::text, '' ORDER BY id)) FROM listings l) AS content`,
  )
  return rows[0]
}

it.skipIf(!isThere)(
  'more than 60,000 real rows go in through the whole pipeline, and what is taken in a second time changes nothing',
  async () => {
    await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name: 'Bikes', keywords: { all: ['santa cruz'] } }),
    )
    const startedAt = performance.now()
    const first = await importAll(files)
    const seconds = (performance.now() - startedAt) / 1000
    expect(first.rows).toBeGreaterThan(60_000)
    expect(first.added + first.changed + first.unchanged + first.rejected).toBe(first.rows)
    expect(first.rejected).toBeLessThan(first.rows / 1000)
    expect(first.matches + first.waiting).toBeGreaterThan(100)
    process.stderr.write(`imported ${first.rows} rows in ${seconds.toFixed(1)} s\n`)
    // What waited for its prices is notified now.
    await revalueStale(test.app.reconsider, new AbortController().signal)
    const before = await fingerprint()
    // Of the small files each: what the large ones would add is time.
    const second = await importAll(files.filter((name) => rowsOf.get(name)! < secondRowsMax))
    expect(second.rows).toBeGreaterThan(5_000)
    expect(second).toMatchObject({ added: 0, changed: 0, matches: 0 })
    expect(await fingerprint()).toEqual(before)
    const [notified] = await listNotifications(test.app.db, {
      userId: test.app.owner,
      beforeId: null,
      limit: 1,
    })
    expect(notified?.message.items[0]?.title).toMatch(/santa cruz/i)
  },
  // Two imports of all of them: minutes each where other tests run beside it.
  900_000,
)
