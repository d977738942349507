import { expect, it } from 'vitest'
import { comparedWord } from '../../scoring/comps/title.ts'
import { singular } from './singular.ts'

it.each([
  ['chairs', 'chair'],
  ['glass', 'glass'],
  ['gas', 'gas'],
  ['iphones', 'iphone'],
  ['5s', '5s'],
  ['rtx3080s', 'rtx3080s'],
  ['', ''],
])('%s is %s', (word, one) => {
  expect(singular(word)).toBe(one)
  expect(singular(singular(word))).toBe(one)
  expect(comparedWord(word)).toBe(one)
})
