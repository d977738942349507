import { expect, test } from 'vitest'
import type { Selling } from './queries.ts'
import { changed, readShipping, shippingText } from './selling-form.ts'

const effective = {
  ...{ resaleMarketplace: 'ebay', localMarketplace: 'facebook', currency: 'USD', sellWithinDays: 90 },
  ...{ outboundShippingCents: { phones: 900, furniture: null }, outboundShippingCentsElse: 1500 },
  fees: { asOf: '2025', source: 'published', rows: [] },
} satisfies Selling['effective']

test('an amount is what it was after it was shown, and a dash is sold locally', () => {
  for (const cents of [null, 0, 5, 900, 123_456])
    expect(readShipping(shippingText(cents, 'USD'), 'USD')).toBe(cents)
  expect(readShipping('9,50', 'EUR')).toBe(950)
  for (const text of ['ten', '-3', '1.2.3']) expect(readShipping(text, 'USD')).toBeUndefined()
})

test('only what is otherwise is sent, beside what was changed before', () => {
  const form = {
    ...{ resaleMarketplace: 'ebay', localMarketplace: 'facebook', sellWithinDays: 90 },
    ...{ shipping: { phones: 900, furniture: null }, shippingElse: 1500 },
  }
  expect(changed({ own: {}, effective }, form)).toEqual({})
  const own = { localMarketplace: 'facebook' }
  expect(changed({ own, effective }, { ...form, sellWithinDays: 30, shipping: { phones: 700 } })).toEqual({
    ...own,
    ...{ sellWithinDays: 30, outboundShippingCents: { phones: 700 } },
  })
})
