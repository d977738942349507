import { expect, test } from 'vitest'
import type { Selling } from './queries.ts'
import { changed, readFee, readShare, readShipping, shippingText } from './selling-form.ts'

const effective = {
  ...{ resaleMarketplace: 'ebay', localMarketplace: 'facebook', country: null, currency: 'USD' },
  ...{
    sellWithinDays: 90,
    outboundShippingCents: { phones: 900, furniture: null },
    outboundShippingCentsElse: 1500,
  },
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
    ...{ resaleMarketplace: 'ebay', localMarketplace: 'facebook', country: null, sellWithinDays: 90 },
    ...{ shipping: { phones: 900, furniture: null }, shippingElse: 1500 },
  }
  expect(changed({ own: {}, effective }, form)).toEqual({})
  const own = { localMarketplace: 'facebook' }
  expect(changed({ own, effective }, { ...form, sellWithinDays: 30, shipping: { phones: 700 } })).toEqual({
    ...own,
    ...{ sellWithinDays: 30, outboundShippingCents: { phones: 700 } },
  })
})

test('a share is read with point or comma, and what is none is refused', () => {
  expect(['13.6', '2,35 %', '', '100'].map(readShare)).toEqual([1360, 235, 0, 10_000])
  for (const text of ['ten', '101', '1.234', '-1']) expect(readShare(text)).toBeUndefined()
})

test('a row of fees is what the form says, and names the fields that cannot be read', () => {
  const form: Record<string, string> = {
    ...{ marketplace: ' flea ', currency: 'usd', delivery: 'local', category: 'books', share: '12.5' },
    ...{ order: '0.40', least: '', paymentShare: '2,9', paymentFixed: '0.30', validFrom: '2026-12-01' },
    source: 'https://flea.example/fees',
  }
  const read = (over: Record<string, string> = {}) =>
    readFee((name) => ({ ...form, ...over })[name] ?? '', '2026-11-30')
  expect(read()).toEqual({
    row: {
      ...{ marketplace: 'flea', currency: 'USD', delivery: 'local', categories: ['books'] },
      ...{ validFrom: '2026-12-01', bands: [{ upToCents: null, bps: 1250 }], orderCents: 40, feeCentsMin: 0 },
      payment: { bps: 290, fixedCents: 30 },
      ...{ source: 'https://flea.example/fees', readOn: '2026-11-30' },
    },
  })
  expect(read({ share: 'ten', least: 'x' })).toEqual({ wrong: ['least', 'share'] })
  expect(read({ source: '' })).toMatchObject({ row: expect.not.objectContaining({ readOn: '2026-11-30' }) })
})
