import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import craigslist from '../../marketplaces/craigslist/index.ts'
import ebay from '../../marketplaces/ebay/index.ts'
import facebook from '../../marketplaces/facebook/index.ts'
import { categories } from '../../model/listing-schema.ts'
import {
  type FairValue,
  feeRowSchema,
  ownSellingSettingsSchema,
  sellingSettingsSchema,
  type TravelCost,
} from '../../model/score-schema.ts'
import { sampleValue } from '../samples.ts'
import { flipProfit, type ProfitOptions, type ProfitSubject, resaleOf, whyNoProfit } from './profit.ts'
import { defaultSellingSettings, mergeSettings } from './profit-settings.ts'

const places = [craigslist, ebay, facebook]

const value = (change: Partial<FairValue> = {}) => sampleValue({ basis: 'sold', ...change })
const subject: ProfitSubject = {
  category: 'phones',
  priceCents: 9000,
  shippingCents: 500,
  currency: 'USD',
  distanceKm: null,
  value: value(),
}
const settings = defaultSellingSettings(places)
const travel: TravelCost = { centsPerKm: 15, currency: 'USD' }
const day = '2026-11-30'
const options: ProfitOptions = { sellThrough: { bps: 7500, withinDays: 90 }, day }
const termsOf = (change: Partial<ProfitSubject> = {}, own = options, of = settings) =>
  flipProfit({ ...subject, ...change }, of, own)!.terms.map(({ cents, sentence }) => [cents, sentence])

describe('the profit of buying to sell again', () => {
  it('is expected resale × chance of a sale − fees − shipping − what it costs to get', () => {
    const profit = flipProfit(subject, settings, options)!
    expect(profit).toMatchObject({
      profitCents: 15_000 - 2070 - 600 - 9500,
      roiPercent: 30,
      profitIfSoldCents: 20_000 - 2760 - 800 - 9500,
      currency: 'USD',
      sellThroughBps: 7500,
      sellWithinDays: 90,
      marketplace: 'ebay',
      delivery: 'shipped',
    })
    expect(termsOf()).toEqual([
      [15_000, 'Should fetch $200, × 75 % for the chance of a sale within 90 days'],
      [-2070, 'ebay takes $27.60, × 75 % for the chance of a sale'],
      [-600, 'Shipping it costs $8, × 75 % for the chance of a sale'],
      [-9500, 'Bought for $95 with $5 for shipping'],
    ])
  })

  it('of what is too bulky to ship is a local sale without fees, with the way to pick it up', () => {
    const sofa = {
      category: 'furniture' as const,
      shippingCents: null,
      distanceKm: 40,
      travel,
    }
    expect(termsOf(sofa)).toEqual([
      [15_000, 'Should fetch $200, × 75 % for the chance of a sale within 90 days'],
      [0, 'facebook (local) takes nothing'],
      [0, 'Sold locally: nothing to ship'],
      [-10_200, 'Bought for $102 with $12 for the way'],
    ])
    expect(flipProfit({ ...subject, ...sofa }, settings, options)).toMatchObject({
      marketplace: 'facebook',
      delivery: 'local',
      profitCents: 4800,
      roiPercent: 47,
    })
  })

  it('from asking prices is corrected by what is known of the way down, and says which', () => {
    const asked = { value: value({ basis: 'asking' }) }
    expect(termsOf(asked)[0]).toEqual([
      15_000,
      'Should fetch $200 (asking prices taken as they are), × 75 % for the chance of a sale within 90 days',
    ])
    expect(termsOf(asked, { ...options, askingToSoldBps: 9250 })[0]).toEqual([
      13_875,
      'Should fetch $185 (92.5 % of the $200 that is asked), × 75 % for the chance of a sale within 90 days',
    ])
    expect(termsOf({}, { ...options, askingToSoldBps: 9250 })).toEqual(termsOf())
    expect(
      termsOf({ value: value({ basis: 'mixed' }) }, { ...options, askingToSoldBps: 9250 })[0]![1],
    ).toMatch(/partly from asking prices, taken as they are/)
  })

  it('has no return in percent when it was free', () => {
    const free = flipProfit({ ...subject, priceCents: 0, shippingCents: null }, settings, options)!
    expect(free.roiPercent).toBeNull()
    expect(free.terms.at(-1)).toMatchObject({ name: 'purchase', cents: 0, sentence: 'Bought for nothing' })
  })

  const unknown: [string, Partial<ProfitSubject>, string][] = [
    ['no price', { priceCents: null }, 'The profit is unknown: no price is stated'],
    [
      'no value',
      { value: null },
      'The profit is unknown: the fair value is unknown, too few comparable listings',
    ],
    [
      'other currency',
      { currency: 'EUR' },
      'The profit is unknown: the price is in EUR, the fair value in USD',
    ],
    [
      'shipping costs in another currency',
      { currency: 'GBP', value: value({ currency: 'GBP' }) },
      'The profit is unknown: shipping costs are set in USD, the value is in GBP',
    ],
    [
      'no fees known',
      { currency: 'CHF', category: 'bikes', value: value({ currency: 'CHF' }) },
      'The profit is unknown: no fees of facebook (local) in CHF are set',
    ],
    ['a flat', { category: 'housing' }, 'The profit is unknown: such things are not sold again'],
  ]
  it.each(unknown)('is unknown, with a sentence: %s', (_, change, sentence) => {
    const changed = { ...subject, ...change }
    expect(flipProfit(changed, settings, options)).toBeNull()
    expect(whyNoProfit(changed, settings, options)?.sentence).toBe(sentence)
  })
})

const amount = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 1e13 }))
const currency = fc.constantFrom('USD', 'USD', 'GBP', 'CHF')
const subjects: fc.Arbitrary<ProfitSubject> = fc.record({
  category: fc.constantFrom(...categories),
  priceCents: fc.option(amount),
  shippingCents: fc.option(amount),
  currency,
  distanceKm: fc.option(fc.double({ min: 0, max: 20_000, noNaN: true })),
  travel: fc.constantFrom(null, travel),
  value: fc.option(
    fc
      .record({
        midCents: fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 1e13 })),
        currency,
        basis: fc.constantFrom('asking' as const, 'sold' as const, 'mixed' as const),
      })
      .map(value),
  ),
})
const anyOptions = fc
  .record({ bps: fc.integer({ min: 0, max: 10_000 }), askingToSoldBps: fc.integer({ min: 1, max: 10_000 }) })
  .map(
    ({ bps, askingToSoldBps }): ProfitOptions => ({
      ...{ sellThrough: { bps, withinDays: 30 }, askingToSoldBps, day },
    }),
  )

describe('for any listing', () => {
  it('the terms are whole minor units that add up to the profit, or there is a reason why not', () => {
    fc.assert(
      fc.property(subjects, anyOptions, (each, own) => {
        const profit = flipProfit(each, settings, own)
        const reason = whyNoProfit(each, settings, own)
        expect((profit === null) === (reason !== null)).toBe(true)
        if (profit === null) return
        expect(profit.terms.map(({ name }) => name)).toEqual([
          'resale',
          'fees',
          'outbound-shipping',
          'purchase',
        ])
        for (const { cents, sentence } of profit.terms) {
          expect(Number.isSafeInteger(cents)).toBe(true)
          expect(Object.is(cents, -0)).toBe(false)
          expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/)
        }
        expect(profit.terms.reduce((sum, { cents }) => sum + cents, 0)).toBe(profit.profitCents)
        expect(Number.isSafeInteger(profit.profitIfSoldCents)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('the resale that the score counts with is the profit before what it costs to get', () => {
    fc.assert(
      fc.property(subjects, anyOptions, (each, own) => {
        const profit = flipProfit(each, settings, own)
        if (profit === null) return
        const cost = profit.terms.at(-1)!.cents
        expect(resaleOf(each, settings, own)).toEqual({
          netCents: profit.profitCents - cost,
          currency: profit.currency,
        })
      }),
      { numRuns: 500 },
    )
  })

  it('a lower price, shipping or shorter way never lowers the profit', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(subjects, anyOptions, part, part, (each, own, a, b) => {
        const cheaper = {
          ...each,
          priceCents: each.priceCents === null ? null : Math.floor(each.priceCents * a),
          shippingCents: each.shippingCents === null ? null : Math.floor(each.shippingCents * b),
          distanceKm: each.distanceKm === null ? null : each.distanceKm * b,
        }
        const before = flipProfit(each, settings, own)
        if (before !== null)
          expect(flipProfit(cheaper, settings, own)!.profitCents).toBeGreaterThanOrEqual(before.profitCents)
      }),
      { numRuns: 500 },
    )
  })
})

describe('settings of how a person sells', () => {
  const row = (change: Record<string, unknown>) =>
    feeRowSchema.parse({
      marketplace: 'ebay',
      delivery: 'shipped',
      currency: 'USD',
      bands: [{ upToCents: null, bps: 500 }],
      ...change,
    })
  const feeTermAt = (of: typeof settings, category: ProfitSubject['category']) =>
    flipProfit({ ...subject, category }, of, { sellThrough: { bps: 10_000, withinDays: 30 }, day })!.terms[1]!
      .cents

  it('the defaults are valid, and nothing changed is the defaults', () => {
    expect(sellingSettingsSchema.parse(settings)).toEqual(settings)
    expect(mergeSettings(settings, {})).toEqual(settings)
    expect(mergeSettings(settings, ownSellingSettingsSchema.parse({}))).toEqual(settings)
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings)
  })
  it('an own row for all categories replaces all rows of that marketplace, an own one for some only those', () => {
    const all = mergeSettings(settings, { fees: { rows: [row({})] } })
    expect([feeTermAt(all, 'phones'), feeTermAt(all, 'watches')]).toEqual([-1000, -1000])
    const watches = mergeSettings(settings, {
      fees: { rows: [row({ categories: ['watches'] })], asOf: 'my contract' },
    })
    expect([feeTermAt(watches, 'phones'), feeTermAt(watches, 'watches')]).toEqual([-2760, -1000])
    expect(watches.fees.asOf).toBe('my contract')
    expect(watches.fees.source).toBe(settings.fees.source)
    expect(watches.fees.rows.length).toBe(settings.fees.rows.length + 1)
  })
  it('single amounts and places are replaced alone', () => {
    const own = ownSellingSettingsSchema.parse({
      resaleMarketplace: 'mercari',
      outboundShippingCents: { phones: 450, furniture: 9000 },
    })
    const merged = mergeSettings(settings, own)
    expect(merged).toMatchObject({ resaleMarketplace: 'mercari', localMarketplace: 'facebook' })
    expect(merged.outboundShippingCents).toEqual({
      ...settings.outboundShippingCents,
      phones: 450,
      furniture: 9000,
    })
    expect(flipProfit({ ...subject, category: 'furniture' }, merged, options)!.marketplace).toBe('mercari')
    expect(sellingSettingsSchema.parse(merged)).toEqual(merged)
  })
  it('who sells on a marketplace with local sales only ships nothing', () => {
    const merged = mergeSettings(settings, { resaleMarketplace: 'craigslist' })
    expect(flipProfit(subject, merged, options)).toMatchObject({
      marketplace: 'craigslist',
      delivery: 'local',
    })
    expect(termsOf({}, options, merged).map(([cents]) => cents)).toEqual([15_000, 0, 0, -9500])
  })
  it('another currency never takes over amounts of the old one', () => {
    const merged = mergeSettings(settings, {
      currency: 'GBP',
      outboundShippingCentsElse: 350,
      resaleMarketplace: 'ebay',
    })
    expect(merged.outboundShippingCents.phones).toBeUndefined()
    expect(merged.outboundShippingCents.furniture).toBeNull()
    const inPounds = { ...subject, currency: 'GBP', value: value({ currency: 'GBP' }) }
    expect(flipProfit(inPounds, merged, options)!.terms[2]!.sentence).toMatch(/^Shipping it costs £3.50/)
    const error = ownSellingSettingsSchema.safeParse({ currency: 'GBP' }).error!
    expect(error.issues[0]).toMatchObject({
      path: ['outboundShippingCentsElse'],
      message: 'is needed with a currency: what shipping costs in it, or null to sell locally',
    })
  })
  it('merging leaves the defaults as they were', () => {
    const before = structuredClone(settings)
    mergeSettings(settings, { fees: { rows: [row({})] }, outboundShippingCents: { phones: 1 } })
    expect(settings).toEqual(before)
  })
  it('can be described to clients', () => {
    expect(JSON.stringify(z.toJSONSchema(ownSellingSettingsSchema, { io: 'input' }))).toContain(
      'resaleMarketplace',
    )
    expect(JSON.stringify(z.toJSONSchema(sellingSettingsSchema))).toContain('bandsApply')
  })
})
