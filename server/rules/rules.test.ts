import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { ingest } from '../flows/ingest.ts'
import { matchRule } from '../flows/match-rule.ts'
import type { PipelineDeps } from '../flows/page.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { createLiveMatcher } from './live/live-matcher.ts'
import { changeRule, createRule, patchRule, removeRule } from './rules.ts'
import { lockRulesForEdit } from './store.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
  // That listings wait while their market is learned is looked at elsewhere.
  vi.spyOn(test.app.pipeline.valuer, 'settling').mockReturnValue(false)
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(clear)

async function clear(): Promise<void> {
  await test.app.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    for (const table of ['rules', 'notifications', 'listings']) await tx.query(`DELETE FROM ${table}`)
  })
}

const take = (seen: SeenListing[], marketplace = 'shop', deps: PipelineDeps = test.app.pipeline) =>
  ingest(deps, {
    sightings: seen.map((one) => ({ marketplace, seen: one, observedAtMs: Date.now() })),
    sourceId: null,
    scanId: null,
    demo: false,
  })

const make = (over: Record<string, unknown>) => createRule(test.app.rules, test.app.owner, ruleInput(over))
const lookBack = (rule: { id: number; revision: number }) =>
  matchRule(test.app.reconsider, rule.id, rule.revision)
const told = () => listNotifications(test.app.db, { userId: test.app.owner, beforeId: null, limit: 200 })

describe('rules that change while listings come', () => {
  const colours = ['red', 'green', 'blue']

  it('every listing that fits a rule is matched with it once, whichever came first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ colour: fc.nat(2), again: fc.boolean(), marketplace: fc.constantFrom('a', 'b') }),
          { minLength: 20, maxLength: 40 },
        ),
        fc.array(
          fc.record({
            colour: fc.nat(2),
            later: fc.constantFrom('kept', 'widened', 'removed'),
            after: fc.nat(10),
          }),
          { minLength: 3, maxLength: 6 },
        ),
        async (pages, rules) => {
          await clear()
          // Two processes: each has a matcher of its own.
          const processes = [test.app.pipeline, { ...test.app.pipeline, matcher: createLiveMatcher() }]
          const first = await Promise.all(
            processes.map(async (deps, n) => {
              const seen = Array.from({ length: 20 }, (_, i) =>
                seenListing({ title: `${colours[i % 3]} thing`, priceCents: 30_000 }),
              )
              await take(seen, n === 0 ? 'a' : 'b', deps)
              return seen
            }),
          )
          const coming = pages.map(async ({ colour, again, marketplace }, n) => {
            const known = first[marketplace === 'a' ? 0 : 1]!.map((seen) => ({
              ...seen,
              priceCents: 29_000 - n,
            }))
            const fresh = Array.from({ length: 8 }, () => seenListing({ title: `${colours[colour]} thing` }))
            await take(again ? known : fresh, marketplace, processes[n % 2])
          })
          const changing = rules.map(async ({ colour, later, after }) => {
            await Promise.all(coming.slice(0, after))
            const rule = await make({ keywords: { all: [colours[colour]] } })
            await lookBack(rule)
            if (later === 'widened') {
              const widened = await patchRule(test.app.rules, test.app.owner, rule.id, {
                keywords: { all: [], any: colours },
              })
              await lookBack(widened)
            }
            if (later === 'removed') await removeRule(test.app.rules, test.app.owner, rule.id)
          })
          await Promise.all([...coming, ...changing])

          const { rows: missing } = await test.app.db.query(
            `SELECT r.id, l.title FROM rules r CROSS JOIN listings l
             LEFT JOIN matches m ON m.rule_id = r.id AND m.listing_id = l.id
             WHERE m.id IS NULL AND (r.keywords_all->>0 IS NULL OR l.title LIKE '%' || (r.keywords_all->>0) || '%')`,
          )
          expect(missing).toEqual([])
          const { rows: foreign } = await test.app.db.query(
            `SELECT r.id, l.title FROM matches m JOIN rules r ON r.id = m.rule_id JOIN listings l ON l.id = m.listing_id
             WHERE l.title NOT LIKE '%' || coalesce(r.keywords_all->>0, '') || '%'`,
          )
          expect(foreign).toEqual([])
        },
      ),
      { numRuns: 6 },
    )
  })

  it('a rule that is made in the middle of a page waits for its end, and then finds its listings', async () => {
    const reached = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    const { valuer } = test.app.pipeline
    const halfway: PipelineDeps['valuer'] = {
      ...valuer,
      async catchUp(tx) {
        reached.resolve()
        await released.promise
        await valuer.catchUp(tx)
      },
    }
    const coming = take([seenListing({ title: 'Spinet' })], 'shop', { ...test.app.pipeline, valuer: halfway })
    await reached.promise
    const made = make({ keywords: { all: ['spinet'] } }).then(lookBack)
    const waits = until(async () => {
      const { rowCount } = await test.app.db.query(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      )
      return rowCount > 0
    })
    await Promise.race([made, waits])
    released.resolve()
    await Promise.all([coming, made])
    expect(await told()).toMatchObject([
      { kind: 'existing-matches', message: { items: [{ title: 'Spinet' }] } },
    ])
    await waits
  })

  it('a changed rule counts from the next listing on, in every process', async () => {
    const other: PipelineDeps = { ...test.app.pipeline, matcher: createLiveMatcher() }
    const rule = await make({ keywords: { all: ['kayak'] } })
    expect(await take([seenListing({ title: 'Kayak' })], 'shop', other)).toMatchObject({ matches: 1 })
    await changeRule(test.app.rules, test.app.owner, rule.id, ruleInput({ keywords: { all: ['canoe'] } }))
    expect(
      await take([seenListing({ title: 'Kayak' }), seenListing({ title: 'Canoe' })], 'shop', other),
    ).toMatchObject({ matches: 1 })
    await removeRule(test.app.rules, test.app.owner, rule.id)
    expect(await take([seenListing({ title: 'Canoe' })], 'shop', other)).toMatchObject({ matches: 0 })
  })
})

describe('looking at what is already there', () => {
  it('is notified once per revision, only what is new to the rule, the best first', async () => {
    await take([1, 2, 3].map((n) => seenListing({ title: `Lathe ${n}`, priceCents: n * 10_000 })))
    const rule = await make({ name: 'Lathes', keywords: { all: ['lathe'] }, priceCentsMax: 20_000 })
    await lookBack(rule)
    await lookBack(rule)
    const wider = await patchRule(test.app.rules, test.app.owner, rule.id, { priceCentsMax: 90_000 })
    await lookBack(rule)
    await lookBack(wider)
    await lookBack(wider)
    expect(await told()).toMatchObject([
      {
        kind: 'existing-matches',
        message: { title: '1 listing already matches "Lathes"', items: [{ title: 'Lathe 3' }] },
      },
      { kind: 'existing-matches', message: { title: '2 listings already match "Lathes"', itemCount: 2 } },
    ])
    const scores = (await told())[1]!.message.items.map(({ score }) => score.total)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  it('a rule that is switched off tells nothing; switched on again it tells what came meanwhile', async () => {
    const rule = await make({ name: 'Anvils', keywords: { all: ['anvil'] } })
    const off = await patchRule(test.app.rules, test.app.owner, rule.id, { enabled: false })
    expect(await take([seenListing({ title: 'Anvil' })])).toMatchObject({ matches: 0, notifications: 0 })
    await lookBack(off)
    expect(await told()).toEqual([])
    const on = await patchRule(test.app.rules, test.app.owner, rule.id, { enabled: true })
    await lookBack(on)
    expect(await told()).toMatchObject([{ kind: 'existing-matches', message: { itemCount: 1 } }])
  })

  it('a rule that is deleted meanwhile tells nothing', async () => {
    await take([seenListing({ title: 'Anvil' })])
    const rule = await make({ keywords: { all: ['anvil'] } })
    await removeRule(test.app.rules, test.app.owner, rule.id)
    await lookBack(rule)
    expect(await told()).toEqual([])
  })
})

describe('a lower price', () => {
  it('is notified once to a person, however many rules it fits, on the channels of all of them', async () => {
    await make({ name: 'One', keywords: { all: ['theremin'] }, channels: ['inbox'] })
    await make({ name: 'Two', keywords: { any: ['theremin', 'moog'] }, channels: ['webhook'] })
    const seen = seenListing({ title: 'Theremin', priceCents: 40_000 })
    for (const priceCents of [40_000, 35_000, 35_000, 38_000, 35_000, 30_000])
      await take([{ ...seen, priceCents }])
    const drops = (await told()).filter(({ kind }) => kind === 'price-drop')
    expect(drops.map(({ message }) => message.items[0])).toMatchObject([
      { priceCents: 30_000, previousPriceCents: 35_000, ruleNames: ['One', 'Two'] },
      { priceCents: 35_000, previousPriceCents: 40_000, ruleNames: ['One', 'Two'] },
    ])
    for (const { deliveries } of drops)
      expect(deliveries.map(({ channel }) => channel)).toEqual(['inbox', 'webhook'])
  })

  it('a price in another currency is no lower price; each next drop counts from what was notified in its own', async () => {
    await make({ keywords: { all: ['celesta'] } })
    const seen = seenListing({ title: 'Celesta', priceCents: 40_000, currency: 'USD' })
    const counts: number[] = []
    for (const [priceCents, currency] of [
      [40_000, 'USD'],
      [35_000, 'EUR'],
      [35_000, 'EUR'],
      [30_000, 'EUR'],
      [29_000, 'USD'],
      [28_000, 'USD'],
    ] as const) {
      counts.push((await take([{ ...seen, priceCents, currency }])).notifications)
    }
    expect(counts).toEqual([1, 0, 0, 1, 1, 1])
  })

  it('a price that comes later is no lower price either, but the next drop counts from it', async () => {
    await make({ keywords: { all: ['dulcitone'] } })
    const { priceCents: _, ...seen } = seenListing({ title: 'Dulcitone' })
    const counts = [(await take([seen])).notifications]
    for (const priceCents of [40_000, 35_000])
      counts.push((await take([{ ...seen, priceCents }])).notifications)
    expect(counts).toEqual([1, 0, 1])
  })

  it('a rule that only the lower price fits tells that price, not the message of before', async () => {
    await make({ name: 'Any', keywords: { all: ['harmonium'] }, channels: ['inbox'] })
    await make({
      name: 'Cheap',
      keywords: { all: ['harmonium'] },
      priceCentsMax: 15_000,
      channels: ['webhook'],
    })
    const seen = seenListing({ title: 'Harmonium', priceCents: 20_000 })
    await take([seen])
    await take([{ ...seen, priceCents: 14_000 }])
    expect(await told()).toMatchObject([
      {
        kind: 'price-drop',
        message: { items: [{ priceCents: 14_000, previousPriceCents: 20_000 }] },
        deliveries: [{ channel: 'inbox' }, { channel: 'webhook' }],
      },
      { kind: 'new-match', deliveries: [{ channel: 'inbox' }] },
    ])
  })
})
