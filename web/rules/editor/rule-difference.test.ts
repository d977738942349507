import { expect, it } from 'vitest'
import { emptyRule } from '../rule-form.ts'
import { differencesOf, merged } from './rule-difference.ts'

const base = { ...emptyRule, all: 'harp', priceMax: '300', channels: ['inbox', 'email'] }

it('two forms differ in what is meant, not in the order of a list or blanks around a text', () => {
  expect(differencesOf(base, { ...base, all: ' harp ', channels: ['email', 'inbox'] })).toEqual([])
  expect(differencesOf(base, { ...base, priceMax: '250', onlyNew: true })).toEqual([
    { field: 'priceMax', theirs: '300', mine: '250' },
    { field: 'onlyNew', theirs: '–', mine: '✓' },
  ])
})

it('what two changed apart is put together; what both changed is mine and named', () => {
  const theirs = { ...base, priceMax: '250', none: 'case' }
  const mine = { ...base, priceMax: '200', any: 'celtic' }
  expect(merged(base, theirs, mine)).toEqual({
    form: { ...base, priceMax: '200', none: 'case', any: 'celtic' },
    both: ['priceMax'],
  })
})
