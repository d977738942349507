import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { page, pageQuery, type Turn, turnOf, walk, writeCursor } from './paging.ts'

/** A cursor whose digest is right, whatever it holds. */
function forged(value: unknown): string {
  const text = JSON.stringify(value)
  const digest = createHash('sha256').update('deal-scout cursor').update(text).digest('base64url')
  return `${Buffer.from(text).toString('base64url')}.${digest.slice(0, 10)}`
}
const kinds = ['number', 'number'] as const
const read = (cursor: string) => turnOf('rules', { limit: 5, cursor }, kinds)
const refused = expect.objectContaining({
  code: 'bad-cursor',
  status: 400,
  fields: { 'querystring.cursor': 'is not valid' },
})

describe('cursors', () => {
  it('read back as they were written', () => {
    const position = fc.tuple(
      fc.nat(),
      fc.string().filter((text) => !text.includes('\0')),
    )
    fc.assert(
      fc.property(position, fc.boolean(), (at, isBack) => {
        const cursor = writeCursor('rules', at, isBack)
        expect(turnOf('rules', { limit: 5, cursor }, ['number', 'string'])).toEqual({
          ...{ list: 'rules', limit: 5, at, isBack },
        })
      }),
    )
  })

  it('are refused when any one character of them was changed, left out or added', () => {
    const cursor = writeCursor('rules', [123_456, 7], false)
    for (let at = 0; at <= cursor.length; at++) {
      for (const other of ['', 'A', 'B', '.', '_']) {
        for (const taken of [0, 1]) {
          const changed = cursor.slice(0, at) + other + cursor.slice(at + taken)
          if (changed !== cursor) expect(() => read(changed), changed).toThrow(refused)
        }
      }
    }
  })

  it('are of one list in one order', () => {
    expect(() => read(writeCursor('watches', [1, 2], false))).toThrow(refused)
    expect(read(writeCursor('rules', [1, 2], false)).at).toEqual([1, 2])
  })

  it.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['no digest', 'abc'],
    ['another shape', forged({ 0: 'rules', 1: 1, 2: 1 })],
    ['no list', forged([1, 2])],
    ['no way', forged(['rules', 2, 1, 2])],
    ['too few', forged(['rules', 1, 1])],
    ['too many', forged(['rules', 1, 1, 2, 3])],
    ['another kind', forged(['rules', 1, '1', 2])],
    ['null', forged(['rules', 1, null, 1])],
    ['a broken number', forged(['rules', 1, 1.5, 1])],
    ['a number below zero', forged(['rules', 1, -1, 1])],
    ['a number beyond a date', forged(['rules', 1, 9e15, 1])],
  ])('that hold %s are refused', (_, cursor) => {
    expect(() => read(cursor)).toThrow(refused)
  })

  it('with a text that PostgreSQL cannot hold are refused', () => {
    const cursor = forged(['rules', 1, 'a\0b'])
    expect(() => turnOf('rules', { limit: 5, cursor }, ['string'])).toThrow(refused)
  })
})

/** As a store reads a list that is ordered by the number. */
function rowsOf(all: readonly number[], { at, isBack, limit }: Turn<readonly [number]>): number[] {
  const { beyond, order } = walk('ASC', isBack)
  const found = all.filter((row) => at === null || (beyond === '>' ? row > at[0] : row < at[0]))
  return found.sort((a, b) => (order === 'ASC' ? a - b : b - a)).slice(0, limit + 1)
}

describe('pages', () => {
  it('lead through all rows and back again, each once each way, whatever comes in between', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 10 }),
        fc.array(fc.integer({ min: 1, max: 60 })),
        (given, limit, coming) => {
          const rows = given.toSorted((a, b) => a - b)
          const look = (cursor: string | null) => {
            const turn = turnOf('rules', { limit, ...(cursor !== null && { cursor }) }, ['number'])
            const shown = page(
              rowsOf([...now], turn),
              turn,
              (row) => [row],
              (row) => row,
            )
            for (const row of coming.splice(0, 1)) now.add(row)
            return shown
          }
          const now = new Set(rows)
          const there: number[] = []
          let shown = look(null)
          expect(shown.previous).toBeNull()
          there.push(...shown.items)
          while (shown.next !== null) {
            shown = look(shown.next)
            there.push(...shown.items)
          }
          const back: number[] = [...shown.items]
          while (shown.previous !== null) {
            shown = look(shown.previous)
            back.unshift(...shown.items)
          }
          for (const found of [there, back]) {
            expect(found).toEqual(found.toSorted((a, b) => a - b))
            expect(new Set(found).size).toBe(found.length)
            expect(found.filter((row) => rows.includes(row))).toEqual(rows)
          }
        },
      ),
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
