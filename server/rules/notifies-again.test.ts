import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { type AgainRule, notifiesAgain } from '../model/notifies-again.ts'
import { notifiesAgainSql } from './store.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})
afterAll(() => test[Symbol.asyncDispose]())

interface Case {
  rule: AgainRule
  notifiedCents: number
  priceCents: number
  currency: string
}

/** Prices near one another and near the bounds, where two ways of counting would part first. */
const anyCase: fc.Arbitrary<Case> = fc
  .record({
    notifiedCents: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1e13 })),
    fellCents: fc.integer({ min: -3, max: 210 }),
    share: fc.option(fc.integer({ min: 0, max: 100 })),
    onlyNew: fc.boolean(),
    dropCentsMin: fc.option(fc.integer({ min: 0, max: 200 })),
    dropPctMin: fc.option(fc.integer({ min: 0, max: 100 })),
    currencies: fc.tuple(fc.constantFrom('USD', 'EUR'), fc.constantFrom('USD', 'EUR')),
  })
  .map(({ notifiedCents, fellCents, share, currencies, ...bounds }) => {
    const exact = share === null ? 0 : Math.ceil((notifiedCents * share) / 100)
    return {
      rule: { ...bounds, currency: currencies[0] },
      notifiedCents,
      priceCents: Math.max(0, notifiedCents - exact - fellCents),
      currency: currencies[1],
    }
  })

describe('what is cheap enough to be notified again', () => {
  it('is the same where matches are written as everywhere else', async () => {
    const cases = fc.sample(anyCase, 20_000)
    const { rows } = await test.app.db.query<{ again: boolean }>(
      `SELECT coalesce(${notifiesAgainSql}, false) AS again
       FROM unnest($1::bool[], $2::bigint[], $3::smallint[], $4::text[], $5::bigint[], $6::bigint[], $7::text[])
            WITH ORDINALITY AS c(only_new, drop_cents_min, drop_pct_min, rule_currency, told, price, currency, place)
       CROSS JOIN LATERAL (SELECT c.only_new, c.drop_cents_min, c.drop_pct_min, c.rule_currency AS currency) r
       CROSS JOIN LATERAL (SELECT c.told) t
       CROSS JOIN LATERAL (SELECT c.price, c.currency) p
       ORDER BY c.place`,
      [
        cases.map(({ rule }) => rule.onlyNew),
        cases.map(({ rule }) => rule.dropCentsMin),
        cases.map(({ rule }) => rule.dropPctMin),
        cases.map(({ rule }) => rule.currency),
        cases.map(({ notifiedCents }) => notifiedCents),
        cases.map(({ priceCents }) => priceCents),
        cases.map(({ currency }) => currency),
      ],
    )
    const here = cases.map(({ rule, notifiedCents, priceCents, currency }) =>
      notifiesAgain(rule, { priceCents: notifiedCents, currency }, { priceCents, currency }),
    )
    expect(cases.filter((_, at) => rows[at]!.again !== here[at])).toEqual([])
    // Both answers are common, or it would not have shown anything.
    expect(here.filter(Boolean).length).toBeGreaterThan(1_000)
    expect(here.filter((again) => !again).length).toBeGreaterThan(1_000)
  })
})
