import { expect, test } from 'vitest'
import { matching } from './palette-entries.ts'

const entries = [
  { id: 'a', text: 'Deals', kind: 'Page' },
  { id: 'b', text: 'Vélo de route', kind: 'Rule' },
  { id: 'c', text: 'iPhone 12, up to $300', kind: 'Rule' },
]
const ids = (typed: string) => matching(entries, typed).map(({ id }) => id)

test('every word that was typed begins one of the entry, whatever its accents and case', () => {
  expect(ids('')).toEqual(['a', 'b', 'c'])
  expect(ids('velo ROU')).toEqual(['b'])
  expect(ids('rule 300')).toEqual(['c'])
  expect(ids('phone')).toEqual([])
  expect(ids('$')).toEqual([])
})
