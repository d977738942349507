import { expect, test } from 'vitest'
import { readWelcomeSearch } from './steps.ts'

test('what is no step is the first, and what is no rule is left out', () => {
  expect(readWelcomeSearch({ step: 'told', rule: '7' })).toEqual({ step: 'told', rule: 7 })
  expect(readWelcomeSearch({ step: 'look' })).toEqual({})
  expect(readWelcomeSearch({ step: 'nowhere', rule: '-7' })).toEqual({})
})
