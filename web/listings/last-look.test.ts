import { expect, it } from 'vitest'
import { nextLook, readLooks, visitGapMs } from './last-look.ts'

it('what is new counts from the end of the visit before, however often one looks in this one', () => {
  const first = nextLook(null, 1000)
  expect(first).toEqual({ last: 1000, before: null })
  const later = nextLook(first, 1000 + visitGapMs)
  expect(later.before).toBeNull()
  const nextDay = nextLook(later, later.last + visitGapMs + 1)
  expect(nextDay.before).toBe(later.last)
  expect(nextLook(nextDay, nextDay.last + 60_000).before).toBe(later.last)
})

it('is remembered as it was, and whatever else stands there is nothing', () => {
  for (const looks of [
    { last: 5, before: null },
    { last: 9, before: 5 },
  ])
    expect(readLooks(JSON.stringify(looks))).toEqual(looks)
  for (const text of [null, '', '{}', '[]', '{"last":"x","before":1}', '{"last":1e99,"before":null}'])
    expect(readLooks(text)).toBeNull()
})
