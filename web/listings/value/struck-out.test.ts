import { expect, test } from 'vitest'
import { readListingSearch, struckOutOf, toggled } from './struck-out.ts'

test('an address keeps the numbers of what is struck out, each once, and nothing else', () => {
  expect(readListingSearch({ without: '17,40,17,x,-3,1.5,' })).toEqual({ without: '17,40' })
  expect(readListingSearch({ without: 'all' })).toEqual({})
  expect(readListingSearch({ without: 17, other: '1' })).toEqual({})
  expect(struckOutOf(readListingSearch({}))).toEqual([])
})

test('striking out twice is as before', () => {
  const once = toggled({ without: '17' }, 40)
  expect(once).toEqual({ without: '17,40' })
  expect(toggled(once, 40)).toEqual({ without: '17' })
  expect(toggled({ without: '17' }, 17).without).toBeUndefined()
})
