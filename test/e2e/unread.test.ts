import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetch, type Fetch } from '../../server/core/fetch.ts'
import { readDetails } from '../../server/flows/read-details.ts'
import { revalueStale } from '../../server/flows/revalue-stale.ts'
import { getListings } from '../../server/listings/store.ts'
import { createRule } from '../../server/rules/rules.ts'
import { stubClock, type TestApp, testApp } from '../harness/app.ts'
import { ruleInput } from '../harness/factories.ts'

const clock = stubClock()
const realFetch = createFetch({ userAgent: 'DealScout/test' })
/** Without the pause between calls, which the demo market does not need. */
const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0 })
const unwanted = ['used', 'works', 'good', 'normal', 'please']

let test: TestApp
let withoutUnwanted: number
let hidden: number
beforeAll(async () => {
  test = await testApp({ roles: ['api'], env: { DEAL_SCOUT_DEMO: 'on' }, overrides: { clock, fetch } })
  const make = async (keywords: object) =>
    (await createRule(test.app.rules, test.app.owner, ruleInput({ keywords, kinds: ['any'] }))).id
  withoutUnwanted = await make({ all: [], any: [], none: unwanted })
  hidden = await make({ all: ['smoking'], any: [], none: [] })
  await test.app.start(['worker', 'scheduler'])
  for (let round = 0; round < 4; round++) {
    await test.app.sources.runDue()
    await readAllQueued()
    clock.advance(12_000)
  }
  // What waited for its market to be learned, and then for its page.
  await revalueStale(test.app.reconsider, new AbortController().signal)
  await readAllQueued()
}, 300_000)
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await realFetch.close()
})

/** Until none is queued; the worker may have some of them in hand, after which others are queued. */
async function readAllQueued(): Promise<void> {
  for (;;) {
    if ((await readQueued()) > 0) continue
    const { rows } = await test.app.db.query(
      `SELECT 1 FROM jobs.job WHERE name = 'read-details' AND state IN ('created', 'retry', 'active') LIMIT 1`,
    )
    if (rows.length === 0) return
    await sleep(50)
  }
}

/** Reads the pages that are queued, as the worker does once a second. */
async function readQueued(): Promise<number> {
  const { rows } = await test.app.db.query<{ id: string; data: { listingId: number } }>(
    `UPDATE jobs.job SET state = 'completed', completed_on = now()
     WHERE id IN (SELECT id FROM jobs.job WHERE name = 'read-details' AND state IN ('created', 'retry')
                  LIMIT 20 FOR UPDATE SKIP LOCKED) RETURNING id, data`,
  )
  const failed: string[] = []
  for (const { id, data } of rows)
    await readDetails(test.app.reconsider, data.listingId, {
      signal: new AbortController().signal,
      log: test.app.log,
    }).catch(() => failed.push(id))
  await test.app.db.query(
    `UPDATE jobs.job SET state = CASE WHEN retry_count < 5 THEN 'retry' ELSE 'failed' END::jobs.job_state,
       retry_count = retry_count + 1, completed_on = NULL
     WHERE name = 'read-details' AND id = ANY($1::uuid[])`,
    [failed],
  )
  return rows.length
}

async function notifiedFor(ruleId: number): Promise<Set<number>> {
  const { rows } = await test.app.db.query<{ id: number }>(
    'SELECT listing_id AS id FROM matches WHERE rule_id = $1',
    [ruleId],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Everything for sale with the text of its own page, whether that was read or not. */
async function truth(): Promise<{ id: number; has(word: string): boolean }[]> {
  const { rows } = await test.app.db.query<{ id: number }>(`SELECT id FROM listings WHERE state = 'active'`)
  const stored = await getListings(
    test.app.db,
    rows.map(({ id }) => id),
    'program',
  )
  return Promise.all(
    stored.map(async ({ id, sourceId, listing }) => {
      const { title, description, externalId, url } = listing
      const page =
        description === null
          ? await test.app.polling.readPage(sourceId!, { externalId, url }, new AbortController().signal)
          : null
      const shown = description ?? (page?.outcome === 'ok' ? (page.listing.description ?? '') : '')
      const words = `${title} ${shown}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
      return { id, has: (word: string) => words.includes(word) }
    }),
  )
}

describe('a market whose search pages show no descriptions', () => {
  it('is notified of nothing that has a word to leave out, wherever it stands', async () => {
    const notified = await notifiedFor(withoutUnwanted)
    const wrong = (await truth()).filter((one) => notified.has(one.id) && unwanted.some(one.has))
    expect(wrong).toEqual([])
    expect(notified.size).toBeGreaterThan(10)
  })

  it('has what only descriptions show found', async () => {
    const wanted = (await truth()).filter(({ has }) => has('smoking')).map(({ id }) => id)
    expect(wanted.length).toBeGreaterThan(10)
    // What was read last may wait for its match.
    const missed = async () => {
      const notified = await notifiedFor(hidden)
      return wanted.filter((id) => !notified.has(id))
    }
    await expect.poll(missed).toEqual([])
  })
})
