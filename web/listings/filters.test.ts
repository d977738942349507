import { expect, it } from 'vitest'
import { askOf, dealFilters, filterKeys, filtersOn, readDealSearch, usual, without } from './filters.ts'

const dollars = { currency: 'USD' }

it('an address that says nothing means what is new and good, and nothing of that stands in the address', () => {
  expect(readDealSearch({})).toEqual({})
  expect(readDealSearch({ sort: usual.sort, score: String(usual.score) })).toEqual({})
  expect(askOf({}, dollars)).toEqual({ sort: 'newest', scoreMin: 60 })
})

it('every filter comes back from the address as it was set', () => {
  const given = {
    ...{ q: 'aeron', category: 'furniture', max: '300', min: '5', score: '0', condition: 'good' },
    ...{ source: 'a-site', near: 'Oakland, CA', km: '40', free: 'also', sort: 'price' },
    ...{ below: '20', profit: '50', risk: '30' },
  }
  const search = readDealSearch(given)
  expect(Object.keys(search).toSorted()).toEqual([...filterKeys, 'sort'].toSorted())
  expect(readDealSearch(Object.fromEntries(Object.entries(search).map(([k, v]) => [k, String(v)])))).toEqual(
    search,
  )
})

it('what an address cannot mean is dropped, whatever it is', () => {
  const odd = ['', '-1', '1e9', '999999999999', 'no-such', '__proto__', '<b>', ' ']
  for (const key of filterKeys.filter((one) => dealFilters[one].kind !== 'text'))
    for (const value of odd) expect([key, value, readDealSearch({ [key]: value })]).toEqual([key, value, {}])
  expect(readDealSearch({ q: '   ', sort: 'best', other: 'x' })).toEqual({})
})

it('amounts go out in minor units of the currency that they were meant in', () => {
  expect(askOf({ max: 300, score: 0 }, dollars)).toEqual({
    sort: 'newest',
    priceCentsMax: 30000,
    currency: 'USD',
  })
  expect(askOf({ max: 300, score: 0 }, { currency: 'JPY' })).toMatchObject({
    priceCentsMax: 300,
    currency: 'JPY',
  })
  expect(askOf({ sort: 'price' }, { currency: 'EUR' })).toMatchObject({ currency: 'EUR' })
})

it('a chip that is taken away is gone, the usual one too', () => {
  const search = readDealSearch({ q: 'sofa', max: '300' })
  expect(filtersOn(search).map(({ key }) => key)).toEqual(['q', 'max', 'score'])
  expect(filtersOn(without(search, 'max')).map(({ key }) => key)).toEqual(['q', 'score'])
  expect(filtersOn(without(search, 'score')).map(({ key }) => key)).toEqual(['q', 'max'])
})
