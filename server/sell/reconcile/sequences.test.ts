import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeShop, type Deed, openShop, type Shop } from '../../../test/harness/seller-shop.ts'
import type { Fault, FaultKind } from '../../marketplaces/ebay/stand-in/faults.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => closeShop(shop))

/** The long form: `npm run crash -- books`. */
const runs = Number(process.env.CRASH_SEQUENCES ?? (process.env.CRASH_FORM === 'long' ? 300 : 8))
const seed = process.env.CRASH_SEED === undefined ? {} : { seed: Number(process.env.CRASH_SEED) }

const fault: fc.Arbitrary<Fault> = fc
  .record({
    path: fc.constantFrom(
      '',
      '/inventory_item/',
      '/offer',
      '/publish',
      '/withdraw',
      '/bulk_',
      '/order',
      '/transaction',
    ),
    when: fc.constantFrom<Fault['when'][]>('before', 'after'),
    kind: fc.constantFrom<FaultKind[]>('reset', 'cut', 'empty', 429, 500, 503),
    times: fc.integer({ min: 1, max: 3 }),
    skip: fc.integer({ min: 0, max: 2 }),
  })
  // Whoever is told to slow down was not served: eBay never says it afterwards.
  .map((one): Fault => (one.kind === 429 ? { ...one, when: 'before' } : one))

const part = fc.integer({ min: 1, max: 100 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('publish' as const), crashAfter: fc.option(fc.nat(9)) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('withdraw' as const), crashAfter: fc.option(fc.nat(5)) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('revise' as const),
      cents: fc.integer({ min: 1_000, max: 9_000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('sold there' as const),
      taxCents: fc.constantFrom(0, 77),
      units: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('sold by hand-made ad' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('sold elsewhere' as const),
      reference: fc.constantFrom('a', 'b'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom('deleted there' as const, 'ended there' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('edited there' as const),
      cents: fc.integer({ min: 500, max: 9_000 }),
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('refunded there' as const),
      percent: fc.integer({ min: 1, max: 130 }),
      creditPercent: part,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('cancelled there' as const, 'returned' as const, 'cancelled elsewhere' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('booked there' as const),
      type: fc.constantFrom('SHIPPING_LABEL', 'NON_SALE_CHARGE', 'DISPUTE', 'CREDIT'),
      cents: part,
      currency: fc.constantFrom('USD', 'EUR'),
      isOfOrder: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('books are late' as const, 'books come' as const, 'books come twice' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('poll' as const, 'work' as const, 'reconcile' as const) }),
  },
  { weight: 2, arbitrary: fault.map((one) => ({ does: 'fault' as const, fault: one })) },
)

it('after any sequence of ads, sales, losses and late books there is one ad at most of each thing, every change is written down, and the books are the marketplace’s own to the cent', {
  timeout: 60_000 + runs * 30_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), deed), { minLength: 4, maxLength: 16 }), async (deeds) => {
      await shop.begin()
      for (const [at, one] of deeds) {
        await shop.does(at, one)
        expect(shop.twice()).toEqual([])
      }
      await shop.rest()
      expect(await shop.found()).toEqual(await shop.expected())
    }),
    { numRuns: runs, ...seed },
  )
})
