import { expect, it } from 'vitest'
import { commonScale, compared, inOneCurrency, partNames } from './compare.ts'
import { readCompareSearch } from './compare-search.ts'

const best = (values: (number | string | null)[], wants: 'least' | 'most' | null) => [
  ...compared(values, wants).best,
]

it('the best is marked, several where they are alike, and none where all are', () => {
  expect(best([300, 200, 400], 'least')).toEqual([1])
  expect(best([300, 200, 400], 'most')).toEqual([2])
  expect(best([200, 200, 400], 'least')).toEqual([0, 1])
  expect(compared([5, 5], 'most')).toEqual({ best: new Set(), differs: false })
})

it('what is unknown differs from what is known, and is never the best', () => {
  expect(compared([null, 3, 5], 'least')).toEqual({ best: new Set([1]), differs: true })
  expect(compared([null, 3], 'least')).toEqual({ best: new Set(), differs: true })
  expect(compared([null, null], 'least').differs).toBe(false)
})

it('words differ, and none is better', () => {
  expect(compared(['good', 'fair'], null)).toEqual({ best: new Set(), differs: true })
})

it('amounts of several currencies are not compared', () => {
  expect(inOneCurrency([{ currency: 'USD' }, { currency: 'EUR' }], [1, 2])).toEqual([null, null])
  expect(inOneCurrency([{ currency: 'USD' }, { currency: 'USD' }], [1, 2])).toEqual([1, 2])
})

it('has each part of a score once, and one scale for all values', () => {
  const part = (name: string, pointsMax = 10) => ({
    name,
    points: 1,
    pointsMax,
    sentence: '',
    code: 'text',
    params: {},
  })
  expect(
    partNames([{ scoreParts: [part('price'), part('x', 0)] }, { scoreParts: [part('price'), part('age')] }]),
  ).toEqual(['price', 'age'])
  const value = { lowCents: 100, highCents: 400 } as never
  expect(
    commonScale([
      { priceCents: 50, value },
      { priceCents: null, value: null },
    ]),
  ).toEqual({ from: 50, to: 400 })
  expect(commonScale([{ priceCents: null, value: null }])).toBeNull()
})

it('an address names each listing once, four at most, and nothing else', () => {
  expect(readCompareSearch({ ids: '3,1,3,abc,-1,2,9,10' })).toEqual({ ids: '3,1,2,9' })
  expect(readCompareSearch({})).toEqual({ ids: '' })
})
