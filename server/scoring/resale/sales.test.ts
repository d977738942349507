import { describe, expect, it } from 'vitest'
import craigslist from '../../marketplaces/craigslist/index.ts'
import ebay from '../../marketplaces/ebay/index.ts'
import facebook from '../../marketplaces/facebook/index.ts'
import { flipProfit } from './profit.ts'
import { defaultSellingSettings, mergeSettings } from './profit-settings.ts'
import { salesAt } from './sales.ts'

const settings = defaultSellingSettings([craigslist, ebay, facebook])
const day = '2026-11-30'
const phone = { category: 'phones', value: { midCents: 20_000, currency: 'USD', basis: 'sold' } } as const
const sofa = { ...phone, category: 'furniture' } as const

describe('what selling a thing leaves', () => {
  it('is the price without fees and shipping at each marketplace, what leaves most first', () => {
    const sales = salesAt(phone, settings, day)
    expect(sales.find(({ isUsual, delivery }) => isUsual && delivery === 'shipped')).toMatchObject({
      ...{ marketplace: 'ebay', shippingCents: 800, leavesCents: 20_000 - 2760 - 800 },
    })
    expect(sales.find(({ marketplace }) => marketplace === 'craigslist')).toMatchObject({
      ...{ delivery: 'local', shippingCents: 0, leavesCents: 20_000, isUsual: false },
    })
    const left = sales.map(({ leavesCents }) => leavesCents)
    expect(left).toEqual(left.toSorted((a, b) => b - a))
    for (const { feeCents, paymentCents, shippingCents, leavesCents } of sales)
      expect(leavesCents + feeCents + paymentCents + shippingCents).toBe(20_000)
  })

  it('is the profit of what cost nothing, once it is sold', () => {
    const bought = { ...phone, priceCents: 0, shippingCents: 0, currency: 'USD', distanceKm: null }
    const options = { sellThrough: { bps: 5000, withinDays: 30 }, day }
    const profit = flipProfit(bought, settings, options)!
    const usual = salesAt(phone, settings, day).find(({ isUsual }) => isUsual)!
    expect(usual.leavesCents).toBe(profit.profitIfSoldCents)
  })

  it('of what is too bulky to ship is that of local sales alone', () => {
    const sales = salesAt(sofa, settings, day)
    expect(sales.length).toBeGreaterThan(0)
    expect(sales.every(({ delivery, shippingCents }) => delivery === 'local' && shippingCents === 0)).toBe(
      true,
    )
    expect(sales.filter(({ isUsual }) => isUsual).map(({ marketplace }) => marketplace)).toEqual(['facebook'])
  })

  it('is unknown in a currency without fees, and by post where its cost is in another currency', () => {
    expect(salesAt({ ...phone, value: { ...phone.value, currency: 'JPY' } }, settings, day)).toEqual([])
    const own = mergeSettings(settings, { currency: 'EUR' })
    expect(salesAt(phone, own, day).every(({ delivery }) => delivery === 'local')).toBe(true)
  })

  it('is nothing of what nobody sells again', () => {
    expect(salesAt({ ...phone, category: 'housing' }, settings, day)).toEqual([])
  })
})
