import { expect, it } from 'vitest'
import { readDealSearch } from '../listings/filters/filters.ts'
import { askOfAll } from './early.ts'

it('deals are asked for before it is known who asks where that changes nothing, and never where it does', () => {
  const ask = (given: Record<string, string>) => askOfAll(readDealSearch(given))
  expect(ask({})).toMatchObject({ sort: 'newest', scoreMin: 60 })
  expect(ask({ q: 'bike', category: 'bikes' })).toMatchObject({ q: 'bike', category: ['bikes'] })
  // Amounts are in the person's currency.
  expect(ask({ max: '900' })).toBeNull()
  expect(ask({ sort: 'price' })).toBeNull()
})
