import { expect, it } from 'vitest'
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
