import { expect, test } from 'vitest'
import type { Books } from '../queries.ts'
import { kindsOf, lineOf, linesFrom } from './year-lines.ts'

const books: Books = {
  mileageRates: [],
  yearLines: [
    { line: 'Receipts', kinds: ['item-price', 'shipping-paid'] },
    { line: 'Supplies', kinds: ['packaging'] },
  ],
  ...{ yearLinesAreOwn: true, inNoLine: ['mileage'] },
}

test('a form that is sent as it was shown changes nothing', () => {
  expect(linesFrom(kindsOf(books), (kind) => lineOf(books, kind))).toEqual(books.yearLines)
})

test('kinds of one name are in one line, and an empty field leaves its kind out', () => {
  const texts: Record<string, string> = {
    'item-price': ' Takings ',
    'shipping-paid': 'takings',
    mileage: 'Car',
  }
  expect(linesFrom(kindsOf(books), (kind) => texts[kind] ?? '')).toEqual([
    { line: 'Takings', kinds: ['item-price', 'shipping-paid'] },
    { line: 'Car', kinds: ['mileage'] },
  ])
})
