import { expect, it } from 'vitest'
import { readMeant } from './meant.ts'

const ours = 'https://deals.example'

it.each([
  ['4711', { kind: 'id', id: 4711 }],
  [' #4711 ', { kind: 'id', id: 4711 }],
  ['https://deals.example/listings/17?from=mail', { kind: 'id', id: 17 }],
  ['https://other.example/listings/17', { kind: 'address', address: 'https://other.example/listings/17' }],
  ['www.ebay.com/itm/123456789012', { kind: 'address', address: 'www.ebay.com/itm/123456789012' }],
  ['Aeron chair', { kind: 'words', words: 'Aeron chair' }],
  ['Desk: 1.50 m/2 drawers', { kind: 'words', words: 'Desk: 1.50 m/2 drawers' }],
  ['  ', null],
])('%s is read as what is meant', (text, meant) => {
  expect(readMeant(text, ours)).toEqual(meant)
})
