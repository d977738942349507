import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountsOf } from './amounts.ts'
import { quantityOf } from './quantity.ts'
import { segmentsOf } from './text.ts'

it.each([
  ['20 X lever arch files', { how: 'times', count: 20 }],
  ['PS3 games x5', { how: 'times', count: 5 }],
  ['3xNew lanyard', { how: 'times', count: 3 }],
  ['25pcs LED tube', { how: 'pieces', count: 25 }],
  ['Socks, 6 pack', { how: 'pack', count: 6 }],
  ['Two pairs of boots', { how: 'pair', count: 2 }],
  ['Set of 4 chairs', { how: 'of', count: 4 }],
  ['Picture frames (5)', { how: 'brackets', count: 5 }],
  ['3 paperback books', { how: 'lead', count: 3 }],
  ['Selling three lamps', { how: 'word', count: 3 }],
  ['21 speed bike', null],
  ['4 drawer dresser', null],
  ['iPhone 6', null],
  ['2004 Honda Civic', null],
  ['Tunic 3xl', null],
] as const)('“%s” is counted', (title, quantity) => {
  expect(quantityOf(segmentsOf(title))).toEqual(quantity)
})

describe('a text that asks for another amount is told from one that names another', () => {
  it.each([
    ['Asking 200, works well.', 150, 200 / 150],
    ['$250 firm, no trades', 125, 2],
    ['Great bike. 300 obo', 450, 1.5],
    ['Originally priced at $1399, now asking $700', 1399, 1399 / 700],
  ])('“%s” beside %d', (text, price, apart) => {
    expect(amountsOf(text, price).asksOther).toBeCloseTo(apart, 5)
  })

  it.each([
    ['Asking $150 obo', 150],
    ['Paid $400 new, worth every cent', 150],
    ['The camera alone is selling for $300 on eBay', 150],
    ['$20 each, or all five', 90],
    ['No amount at all', 150],
  ])('not “%s” beside %d', (text, price) => {
    expect(amountsOf(text, price).asksOther).toBeNull()
  })
})

describe('amounts are money in the signs of other countries', () => {
  it.each(['PLN 400', '400 zł', '400 F CFA', 'FCFA 400', '400 kr', 'CHF 400', '₹400'])('“%s”', (text) => {
    expect(amountsOf(`Price ${text}.`, 400)).toMatchObject({ same: 1, others: 0 })
    expect(amountsOf(`Cheap: ${text}.`, 300)).toMatchObject({ same: 0, others: 1 })
  })
})

describe('a price for each of several', () => {
  it.each(['£2 a book', '£2 a pack, many left', 'Each set £2', '£2 per tin', '$2 x unit'])('“%s”', (text) => {
    expect(amountsOf(text, 2).each).toBe('same')
  })
})

it('reads any text without failing, and ratios are never below 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(1_000_000), (text, price) => {
      const { asksOther, soleOther } = amountsOf(`asking ${text} obo $${text} kr`, price)
      for (const ratio of [asksOther, soleOther]) expect(ratio ?? 1).toBeGreaterThanOrEqual(1)
    }),
  )
})
