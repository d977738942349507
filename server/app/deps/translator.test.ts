import { expect, it } from 'vitest'
import { conflict } from '../../core/errors.ts'
import { problemOf } from '../../core/http-problems.ts'
import { translatorOf } from './translator.ts'

const { answer, problem } = translatorOf([
  {},
  { words: { de: { 'eBay asks to slow down.': 'eBay bittet um eine Pause.', 'eBay says:': 'eBay sagt:' } } },
])

it('says in the language of who asks why a marketplace did something not, and leaves its own words', () => {
  const at = new Date()
  const given = {
    items: [
      { marketplace: 'ebay', reason: 'eBay says: Bad price. eBay asks to slow down.', at, untold: null },
      { problem: { reason: 'eBay asks to slow down.', codes: ['1'] }, title: 'eBay asks to slow down.' },
    ],
    missing: ['eBay asks to slow down.', 'Something else.'],
  }
  const before = structuredClone(given)
  expect(answer(given, 'de')).toEqual({
    items: [
      { marketplace: 'ebay', reason: 'eBay sagt: Bad price. eBay bittet um eine Pause.', at, untold: null },
      { problem: { reason: 'eBay bittet um eine Pause.', codes: ['1'] }, title: 'eBay asks to slow down.' },
    ],
    missing: ['eBay bittet um eine Pause.', 'Something else.'],
  })
  expect(given).toEqual(before)
})

it('says so of a refusal, too', () => {
  const refused = problemOf(conflict('marketplace-refused', 'eBay asks to slow down.'), 'r-1')
  expect(problem(refused, 'de')).toMatchObject({
    code: 'marketplace-refused',
    detail: 'Der Marktplatz lehnt es ab: eBay bittet um eine Pause.',
  })
})
