import { expect, test } from 'vitest'
import { examplesOf } from './examples.ts'

test('examples are what the rules look for, then what is for sale, each once', () => {
  const rules = [
    { all: ['road', 'bike'], any: [] },
    { all: [], any: ['sofa', 'couch'] },
  ]
  expect(examplesOf(rules, ['iPhone X'])).toEqual(['road bike', 'sofa'])
  expect(examplesOf([{ all: ['apple'], any: ['iphone 12', 'iphone 13'] }], [])).toEqual(['apple iphone 12'])
  expect(examplesOf([{ all: [], any: [] }], ['iPhone X', 'IPHONE x', 'Aeron'])).toHaveLength(2)
  expect(examplesOf([], [])).toEqual([])
})
