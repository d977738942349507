import { expect, it } from 'vitest'
import {
  askOf,
  dealFilters,
  droppedOf,
  filterKeys,
  filtersOn,
  readDealSearch,
  searchText,
  usual,
  without,
  withoutFilters,
} from './filters.ts'

const dollars = { currency: 'USD' }

it('an address that says nothing means what is new and good, and nothing of that stands in the address', () => {
  expect(readDealSearch({})).toEqual({})
  expect(readDealSearch({ sort: usual.sort, score: String(usual.score) })).toEqual({})
  expect(askOf({}, dollars)).toEqual({ sort: 'newest', scoreMin: 60, collapse: 'cluster' })
})

it('every filter comes back from the address as it was set', () => {
  const given = {
    ...{ q: 'aeron', category: 'furniture,bikes', max: '300', min: '5', score: '0', condition: 'good,fair' },
    ...{ source: 'a-site,b-site', near: 'Oakland, CA', km: '40', free: 'also', sort: 'price' },
    ...{ below: '20', profit: '50', risk: '30', landed: '400', mark: 'contacted', same: 'each', rule: '7' },
    ...{ view: 'gallery', saved: '3' },
  }
  const search = readDealSearch(given)
  expect(Object.keys(search).toSorted()).toEqual([...filterKeys, 'sort', 'view', 'saved'].toSorted())
  expect(readDealSearch(Object.fromEntries(Object.entries(search).map(([k, v]) => [k, String(v)])))).toEqual(
    search,
  )
})

it('a part of the map is asked for on the map alone, and comes back from the address', () => {
  const box = '-122.6,37.4,-121.9,38'
  expect(readDealSearch({ view: 'map', box })).toEqual({ view: 'map', box })
  expect(askOf({ view: 'map', box }, dollars)).toMatchObject({ bbox: box })
  for (const view of ['list', 'gallery', undefined]) {
    expect(readDealSearch({ view, box })).not.toHaveProperty('box')
    expect(askOf(readDealSearch({ view, box }), dollars)).not.toHaveProperty('bbox')
  }
  for (const odd of ['1,2,3', '0,9,5,1', 'a,b,c,d', '999,0,5,5'])
    expect(readDealSearch({ view: 'map', box: odd })).toEqual({ view: 'map' })
  expect(withoutFilters({ q: 'x', view: 'map', box })).toEqual({ view: 'map', box })
})

it('what an address cannot mean is dropped, whatever it is', () => {
  const odd = ['', '-1', '1e9', '999999999999', 'no-such', '__proto__', '<b>', ' ']
  for (const key of filterKeys.filter((one) => dealFilters[one].kind !== 'text' && one !== 'source'))
    for (const value of odd) expect([key, value, readDealSearch({ [key]: value })]).toEqual([key, value, {}])
  expect(readDealSearch({ q: '   ', sort: 'best', other: 'x' })).toEqual({})
})

it('amounts go out in minor units of the currency that they were meant in', () => {
  expect(askOf({ max: 300, score: 0 }, dollars)).toEqual({
    sort: 'newest',
    collapse: 'cluster',
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

it('several of a kind go out as several, each once, without those that are none', () => {
  const search = readDealSearch({ category: 'bikes,cars,bikes,nonsense', source: 'ebay' })
  expect(search).toEqual({ category: ['bikes', 'cars'], source: ['ebay'] })
  expect(askOf(search, dollars)).toMatchObject({ category: ['bikes', 'cars'], marketplace: ['ebay'] })
})

it('a thing is one card unless each listing is wanted', () => {
  expect(askOf({ same: 'each' }, dollars)).not.toHaveProperty('collapse')
})

it('what of an address means nothing is named as it stood there, and nothing else is', () => {
  expect(droppedOf({ colour: 'red', max: 'abc', category: 'bikes', sort: 'best', flag: '' })).toEqual([
    'colour=red',
    'max=abc',
    'sort=best',
    'flag',
  ])
  expect(droppedOf({ category: 'bikes,nonsense' })).toEqual(['category=bikes,nonsense'])
  expect(droppedOf({ score: '60', sort: 'newest', view: 'list', q: '', category: 'bikes,cars' })).toEqual([])
})

it('searches that show the same have the same text, and it reads back', () => {
  const text = searchText(readDealSearch({ max: '300', category: 'bikes,cars', score: '60' }))
  expect(text).toBe('category=bikes,cars&max=300')
  expect(searchText(readDealSearch(Object.fromEntries(new URLSearchParams(text))))).toBe(text)
})

it('without filters the order and the layout stay', () => {
  expect(withoutFilters({ q: 'x', max: 3, sort: 'price', view: 'gallery', saved: 1 })).toEqual({
    sort: 'price',
    view: 'gallery',
  })
})
