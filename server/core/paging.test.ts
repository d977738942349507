import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { page, pageQuery, readCursor, writeCursor } from './paging.ts'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('cursors', () => {
  it('read back as they were written', () => {
    const position = fc.tuple(
      fc.nat(),
      fc.string().filter((text) => !text.includes('\0')),
    )
    fc.assert(
      fc.property(position, (at) => {
        expect(readCursor(writeCursor(at), ['number', 'string'])).toEqual(at)
      }),
    )
  })

  it.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['no JSON', 'abc'],
    ['another shape', encode({ 0: 1 })],
    ['too few', encode([1])],
    ['too many', encode([1, 2, 3])],
    ['another kind', encode(['1', 2])],
    ['null', encode([null, 1])],
    ['a broken number', encode([1.5, 1])],
    ['a number below zero', encode([-1, 1])],
    ['a number beyond a date', encode([9e15, 1])],
    ['infinity', Buffer.from('[1e999,1]').toString('base64url')],
  ])('that hold %s are bad input', (_, cursor) => {
    expect(() => readCursor(cursor, ['number', 'number'])).toThrow(
      expect.objectContaining({ status: 422, fields: { cursor: 'is not valid' } }),
    )
  })

  it('with a text that PostgreSQL cannot hold are bad input', () => {
    expect(() => readCursor(encode(['a\0b']), ['string'])).toThrow('cursor is not valid')
  })
})

describe('page', () => {
  it('walks through all rows, each once, and ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }), (total, limit) => {
        const rows = Array.from({ length: total }, (_, index) => index + 1)
        const seen: number[] = []
        let cursor: string | null = writeCursor([0])
        while (cursor !== null) {
          const [after] = readCursor(cursor, ['number']) as [number]
          const found = rows.filter((id) => id > after).slice(0, limit + 1)
          const { items, next } = page(
            found,
            limit,
            (id) => [id],
            (id) => id,
          )
          seen.push(...items)
          cursor = next
        }
        expect(seen).toEqual(rows)
      }),
    )
  })
})

describe('pageQuery', () => {
  it('has a default and refuses a limit that is none', () => {
    expect(pageQuery.parse({})).toEqual({ limit: 50 })
    for (const limit of ['0', '201', '1.5', 'x', ''])
      expect(pageQuery.safeParse({ limit }).success).toBe(false)
  })
})
