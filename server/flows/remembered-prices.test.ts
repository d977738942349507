import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { createRule } from '../rules/rules.ts'
import { follow } from '../watches/following.ts'
import { watchInputSchema } from '../watches/schema.ts'
import { ingest } from './ingest.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())

interface Seen {
  priceCents: number | null
  currency: string
}

const placeholders = [100, 12_300, 123_400, 999_900]
const seen: fc.Arbitrary<Seen> = fc.record({
  priceCents: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 20, max: 30 }).map((n) => n * 1_000) },
    { weight: 2, arbitrary: fc.constantFrom(...placeholders) },
    fc.constant(null),
  ),
  currency: fc.oneof({ weight: 3, arbitrary: fc.constant('USD') }, fc.constantFrom('EUR', 'GBP')),
})

/** The falls that are notified, each from what in the same currency; of a rule from the lowest, of a watch from the last. */
function fallsOf(polls: readonly Seen[], counts: 'lowest' | 'last'): string[] {
  const known = new Map<string, number>()
  return polls.flatMap(({ priceCents, currency }) => {
    if (priceCents === null || placeholders.includes(priceCents)) return []
    const before = known.get(currency) ?? Number.POSITIVE_INFINITY
    if (counts === 'last' || priceCents < before) known.set(currency, priceCents)
    return priceCents < before && before < Number.POSITIVE_INFINITY
      ? [`${before} → ${priceCents} ${currency}`]
      : []
  })
}

it('exactly the falls of a price that is meant, within one currency, are notified by a rule and by a watch', async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.array(seen, { minLength: 1, maxLength: 8 }), async (polls) => {
      const word = `zither${'abcdefghij'[number % 10]}${'klmnopqrst'[Math.floor(number++ / 10) % 10]}${number}q`
      const rule = await createRule(test.app.rules, test.app.owner, ruleInput({ keywords: { all: [word] } }))
      const base = seenListing({ title: `Concert ${word}` })
      for (const [at, poll] of polls.entries()) {
        clock.advance(3_600_000)
        await take({ ...base, ...poll })
        if (at === 0) await watch(base.externalId)
      }
      const notified = await notifiedOf(base.externalId)
      expect(notified('price-drop')).toEqual(fallsOf(polls, 'lowest'))
      expect(notified('watch')).toEqual(fallsOf(polls, 'last'))
      const { rows } = await test.app.db.query('SELECT FROM matches WHERE rule_id = $1', [rule.id])
      expect(rows).toHaveLength(1)
    }),
    { numRuns: 60 },
  )
})

async function take(one: ReturnType<typeof seenListing>): Promise<void> {
  const sightings = [{ marketplace: 'shop', seen: one, observedAtMs: clock.now().getTime() }]
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
}

async function watch(externalId: string): Promise<void> {
  const { rows } = await test.app.db.query<{ id: number }>('SELECT id FROM listings WHERE external_id = $1', [
    externalId,
  ])
  await follow(test.app.watches, test.app.owner, watchInputSchema.parse({ listingId: rows[0]!.id }))
}

/** Of each kind of message: from which price to which, in the order of notifying. */
async function notifiedOf(externalId: string): Promise<(kind: string) => string[]> {
  const { rows } = await test.app.db.query<{ kind: string; fall: string | null }>(
    `SELECT n.kind, (item->>'previousPriceCents') || ' → ' || (item->>'priceCents') || ' ' || (item->>'currency') AS fall
     FROM notifications n, jsonb_array_elements((n.message->'items')::jsonb) AS item
     JOIN listings l ON l.id = (item->>'listingId')::bigint WHERE l.external_id = $1 ORDER BY n.id`,
    [externalId],
  )
  return (kind) => rows.filter((row) => row.kind === kind).flatMap(({ fall }) => fall ?? [])
}
