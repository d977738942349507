import fc from 'fast-check'
import { expect, it } from 'vitest'
import { feeRowSchema, type SellingSettings } from '../../model/score-schema.ts'
import { netMost } from './net-most.ts'
import { resaleOf } from './profit.ts'
import { defaultSellingSettings } from './profit-settings.ts'

const cents = fc.integer({ min: 0, max: 60_000 })
const bps = fc.integer({ min: 0, max: 9_000 })
/** Rows that begin anew in every way that a row can. */
const row = fc.record({
  bands: fc
    .uniqueArray(fc.integer({ min: 1, max: 60_000 }), { maxLength: 3 })
    .chain((ends) =>
      fc.tuple(
        ...[...ends.toSorted((a, b) => a - b), null].map((upToCents) =>
          bps.map((part) => ({ upToCents, bps: part })),
        ),
      ),
    ),
  bandsApply: fc.constantFrom('to-the-part' as const, 'to-the-whole' as const),
  orderCents: cents,
  smallOrder: fc.option(fc.record({ upToCents: cents, orderCents: cents })),
  flatBelow: fc.option(fc.record({ priceCents: cents, feeCents: cents })),
  feeCentsMin: fc.integer({ min: 0, max: 500 }),
  feeCentsMax: fc.option(fc.integer({ min: 500, max: 60_000 })),
  payment: fc.record({ bps, fixedCents: fc.integer({ min: 0, max: 100 }) }),
})
const settings = fc.tuple(row, fc.option(cents)).map(([own, shipping]): SellingSettings => {
  const defaults = defaultSellingSettings([])
  const marketplace = defaults.resaleMarketplace
  const rows = (['shipped', 'local'] as const).map((delivery) =>
    feeRowSchema.parse({ ...own, marketplace, delivery, currency: 'USD' }),
  )
  return {
    ...defaults,
    ...{ fees: { ...defaults.fees, rows }, localMarketplace: marketplace, currency: 'USD' },
    ...{ outboundShippingCents: {}, outboundShippingCentsElse: shipping },
  }
})

it('no value in the span brings more than is said, whatever the fees, and it is said of a value that does', () => {
  fc.assert(
    fc.property(
      settings,
      fc.record({ from: fc.integer({ min: 1, max: 70_000 }), span: fc.integer({ min: 0, max: 15_000 }) }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }),
      (own, { from, span }, chanceBps, parts) => {
        const options = { sellThrough: { bps: chanceBps, withinDays: 30 }, day: '2026-11-30' }
        const toCents = from + span
        const most = netMost('bikes', own, options, { currency: 'USD', fromCents: from, toCents })!
        const net = (midCents: number) =>
          resaleOf({ category: 'bikes', value: { midCents, currency: 'USD', basis: 'sold' } }, own, options)!
            .netCents
        for (const part of [0, 1, ...parts]) {
          const value = from + Math.round(part * span)
          expect(net(value)).toBeLessThanOrEqual(most.share * value + most.cents)
        }
        expect(most.share).toBe(chanceBps / 10_000)
        const ofOne = netMost('bikes', own, options, { currency: 'USD', fromCents: from, toCents: from })!
        expect(ofOne.share * from + ofOne.cents - net(from)).toBeLessThan(5)
      },
    ),
    { numRuns: 400 },
  )
})

it('what no place takes in that currency brings nothing', () => {
  const none = { ...defaultSellingSettings([]), fees: { asOf: 'now', source: 'nowhere', rows: [] } }
  const options = { sellThrough: { bps: 5_000, withinDays: 30 }, day: '2026-11-30' }
  expect(netMost('bikes', none, options, { currency: 'USD', fromCents: 1, toCents: 9 })).toBeNull()
})
