import { expect, it } from 'vitest'
import { refusedFields, withoutMended } from './problems.ts'
import { changesOf } from './revision.ts'

const there = {
  title: 'Oak desk',
  description: 'Oak.\nHeavy.',
  priceCents: 12_000,
  quantity: 2,
  bestOffer: null,
}

it('sends of an ad only what is to be another than it is there, and nothing where all stays', () => {
  expect(changesOf(there, { ...there, description: 'Oak.\r\nHeavy.' })).toEqual({})
  const terms = { acceptCents: 10_000, refuseBelowCents: null }
  expect(changesOf(there, { ...there, priceCents: 11_000, bestOffer: terms })).toEqual({
    ...{ priceCents: 11_000, bestOffer: terms },
  })
  expect(changesOf({ ...there, bestOffer: terms }, { ...there, title: 'Desk' })).toEqual({
    ...{ title: 'Desk', bestOffer: null },
  })
  expect(changesOf({ ...there, bestOffer: terms }, { ...there, bestOffer: { ...terms } })).toEqual({})
})

it('shows what was refused at its field, until that is written anew', () => {
  const problem = {
    ...{ outcome: 'refused' as const, reason: 'Not for this category.', step: 'publish' as const },
    ...{ at: '2026-11-30T12:00:00.000Z', fields: ['conditionId', 'specifics.Brand'] },
  }
  const refused = refusedFields(problem)
  expect(refused).toEqual({ conditionId: problem.reason, 'specifics.Brand': problem.reason })
  expect(withoutMended(refused, new Set(['conditionId']))).toEqual({ 'specifics.Brand': problem.reason })
  expect(refusedFields({ ...problem, outcome: 'away' })).toEqual({})
  expect(refusedFields(null)).toEqual({})
})
