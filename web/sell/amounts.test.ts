import { expect, it } from 'vitest'
import { readAmount } from './amounts.ts'

it.each([
  ['', 'USD', null],
  [' 12 ', 'USD', 1200],
  ['12,50', 'EUR', 1250],
  ['12.505', 'USD', 1251],
  ['900', 'JPY', 900],
  ['1.200,50', 'EUR', undefined],
  ['twelve', 'USD', undefined],
  ['-3', 'USD', undefined],
  ['1e5', 'USD', undefined],
])('what is typed is an amount or none, never another: "%s" %s', (text, currency, cents) => {
  expect(readAmount(text, currency)).toBe(cents)
})
