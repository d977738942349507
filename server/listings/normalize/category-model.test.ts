import { describe, expect, it } from 'vitest'
import { categoryOf } from './category.ts'
import { weighedCategory } from './category-model.ts'

const categoryIn = (title: string, siteCategory: string) =>
  weighedCategory(
    { title, siteCategory, description: null, ruled: categoryOf(title, siteCategory).category },
    'thing',
    'site',
  ).category

describe('what a title names counts against the site category that it was put under', () => {
  it.each([
    ['Linen trousers 34', 'bike', 'clothing'],
    ['Walnut dining table', 'bike', 'furniture'],
    ['Reading lamp', 'bike', 'home'],
    ['Classical guitar', 'cell phones', 'instruments'],
    ['Gravel bike 56cm', 'cell phones', 'bikes'],
    ['Parka coat', 'furniture', 'clothing'],
  ])('%s under %s is %s', (title, site, category) => {
    expect(categoryIn(title, site)).toBe(category)
  })

  it.each([
    ['Gravel bike with bag and lamp', 'bike', 'bikes'],
    ['Old oak piece, some wear', 'furniture', 'furniture'],
    ['Galaxy S9 with case', 'cell phones', 'phones'],
    ['2008 Saab 9-3', 'car', 'cars'],
  ])('%s under %s stays there', (title, site, category) => {
    expect(categoryIn(title, site)).toBe(category)
  })
})
