import { expect, it } from 'vitest'
import { isFiltered, readInboxSearch } from './inbox.ts'

it('an address says what of the inbox is shown, and what cannot be read of it is dropped', () => {
  const whole = { unread: 'yes', rule: '12', channel: 'email', state: 'failed' }
  expect(readInboxSearch(whole)).toEqual({ ...whole, rule: 12 })
  expect(readInboxSearch({ unread: 'no', rule: '-1', channel: '', state: 'lost', more: 'x' })).toEqual({})
  expect([isFiltered({ unread: 'yes' }), isFiltered({ state: 'failed' })]).toEqual([false, true])
})
