import { expect, it } from 'vitest'
import { badInput, notFound } from '../../core/errors.ts'
import { problemOf } from '../../core/http-problems.ts'
import { problemCodes } from '../../core/problem-codes.ts'
import { germanProblems } from './de/problems.ts'
import { problemIn } from './problems.ts'

/** Codes that are said in English alone: no page of ours comes across them. It only becomes less. */
const leftInEnglish = [
  ...['bad-host', 'bad-idempotency-key', 'consent-refused', 'metrics-not-open', 'method-not-allowed'],
  ...['idempotency-key-in-use', 'notice-not-genuine', 'bounce-too-large', 'media-type-not-taken'],
  ...['not-multipart', 'idempotency-key-reused', 'headers-too-large', 'notice-not-checked'],
]

/** Codes whose German only says what kind it is, before the English sentence of what happened. It only becomes less. */
const partlyEnglish = [
  ...['bad-request', 'unknown-parameter', 'no-passkeys-here', 'confirmation-not-sent', 'not-confirmed'],
  ...[
    'source-not-readable',
    'accounts-not-set-up',
    'too-early',
    'foreign-host',
    // In the marketplace's own words.
    'marketplace-no-answer',
    'marketplace-refused',
    'bad-input',
    'marketplace-away',
  ],
]

it('every problem is said in German but those that are named here', () => {
  const missing = Object.keys(problemCodes).filter((code) => !(code in germanProblems))
  expect(missing.toSorted()).toEqual(leftInEnglish.toSorted())
  const partly = Object.entries(germanProblems).flatMap(([code, render]) =>
    render({}, 'SEEN').includes('SEEN') ? [code] : [],
  )
  expect(partly.toSorted()).toEqual(partlyEnglish.toSorted())
})

it('says which thing there is none of', () => {
  const german = problemIn('de', problemOf(notFound('rule'), 'r-1')) as { detail: string }
  expect(german).toMatchObject({
    detail: 'Diesen Suchauftrag gibt es nicht.',
    code: 'not-found',
    requestId: 'r-1',
  })
  expect(problemIn('de', problemOf(notFound('scan'), ''))).toMatchObject({
    detail: 'Das gibt es nicht, oder nicht mehr.',
  })
})

it('says of a field what is wrong with it, and what was written where it was thrown as it is', () => {
  const error = badInput('The request is not valid: see fields.', {
    name: 'Too small: expected string to have >=1 characters',
    home: 'is no place',
  })
  const problem = problemOf(
    {
      ...error,
      ...{ message: error.message, status: 422 },
      reasons: { name: { code: 'too-small', params: { minimum: 1, origin: 'string' } } },
    },
    'r-1',
  )
  expect(problemIn('de', problem)).toMatchObject({
    fields: { name: 'darf nicht leer sein', home: 'is no place' },
    reasons: problem.reasons,
  })
  expect(problemIn('en', problem)).toEqual(problem)
})
