import { expect, it } from 'vitest'
import { readDealSearch } from '../filters/filters.ts'
import { searchOf, textToSave, viewOf } from './saved-views.ts'

const view = (id: number, search: string) => ({
  id,
  name: `View ${id}`,
  search,
  createdAt: '',
  updatedAt: '',
})
const views = [view(1, 'category=bikes&max=900'), view(2, 'sort=price')]

it('a view that was opened is the one one is in, whatever was changed since, and says that it was', () => {
  const opened = searchOf(views[0]!)
  expect(viewOf(opened, views)).toMatchObject({ view: { id: 1 }, isChanged: false })
  expect(viewOf({ ...opened, max: 500 }, views)).toMatchObject({ view: { id: 1 }, isChanged: true })
})

it('what is the same as a view is that view, however its filters stand in the address', () => {
  const search = readDealSearch({ max: '900', category: 'bikes', score: '60', sort: 'newest' })
  expect(viewOf(search, views)).toMatchObject({ view: { id: 1 }, isChanged: false })
  expect(viewOf(readDealSearch({ max: '901' }), views)).toBeNull()
})

it('moving the map changes no view, but says that it shows another part than was kept', () => {
  const map = view(3, 'box=-123,37,-122,38&category=bikes&view=map')
  const opened = searchOf(map)
  expect(viewOf(opened, [map])).toMatchObject({ isChanged: false, isElsewhere: false })
  const moved = readDealSearch({ ...opened, box: '-121,36,-120,37' })
  expect(viewOf(moved, [map])).toMatchObject({ view: { id: 3 }, isChanged: false, isElsewhere: true })
  expect(viewOf({ ...moved, max: 500 }, [map])).toMatchObject({ isChanged: true, isElsewhere: false })
  // One that was kept without a part of it shows all there is, until it is moved.
  const all = view(4, 'category=bikes&view=map')
  expect(viewOf(searchOf(all), [all])).toMatchObject({ isChanged: false, isElsewhere: false })
})

it('an address with the view of another person is in none', () => {
  expect(viewOf(readDealSearch({ saved: '99', max: '1' }), views)).toBeNull()
})

it('what is kept says nothing of what holds anyway, and has no space', () => {
  const text = textToSave(readDealSearch({ q: 'road bike', category: 'bikes,cars', score: '60', saved: '7' }))
  expect(text).toBe('category=bikes,cars&q=road+bike')
  expect(searchOf(view(7, text))).toEqual({ q: 'road bike', category: ['bikes', 'cars'], saved: 7 })
})
