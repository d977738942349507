import { expect, it } from 'vitest'
import { createQuerySources, storeFunctionIn } from './query-source.ts'

it('is the innermost function of a store, and "other" where none asked', () => {
  const stack = [
    'Error',
    '    at storeFunctionIn (file:///srv/server/core/query-source.ts:20:3)',
    '    at Object.query (file:///srv/server/core/db.ts:230:1)',
    '    at async readListing (file:///srv/server/listings/store.ts:12:3)',
    '    at showListing (file:///srv/server/listings/deals/deal-store.ts:40:3)',
  ].join('\n')
  expect(storeFunctionIn(stack)).toBe('listings/store readListing')
  expect(storeFunctionIn(stack.replace('async readListing (', '').replace('12:3)', '12:3'))).toBe(
    'listings/store',
  )
  expect(storeFunctionIn(stack.replaceAll(/(deal-)?store\.ts/g, 'routes.ts'))).toBe('other')
})

it('keeps what it found for a text, and forgets rather than grows', () => {
  const sourceOf = createQuerySources()
  expect(sourceOf('SELECT 1')).toBe('other')
  for (let n = 0; n < 5_000; n++) sourceOf(`SELECT ${n}`)
  expect(sourceOf('SELECT 1')).toBe('other')
})
