import { expect, it } from 'vitest'
import { readRulePlace } from './rule-place.ts'

it('a link says where a new rule looks, and what is no place or distance is left out', () => {
  expect(readRulePlace({ place: ' Oakland, CA ', km: '40' })).toEqual({ place: 'Oakland, CA', km: 40 })
  expect(readRulePlace({ place: 'Oakland, CA' })).toEqual({ place: 'Oakland, CA' })
  for (const km of ['0', '-1', '1.5', 'x', '20001', null])
    expect(readRulePlace({ place: 'Oakland, CA', km })).toEqual({ place: 'Oakland, CA' })
  for (const place of ['', '  ', 'x'.repeat(201), undefined])
    expect(readRulePlace({ place, km: 5 })).toEqual({})
})
