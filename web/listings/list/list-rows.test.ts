import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowOf, rowsOf } from './list-rows.ts'

const cards = (rows: ReturnType<typeof rowsOf>) =>
  rows.flatMap((row) =>
    row.kind === 'cards' ? Array.from({ length: row.to - row.from }, (_, i) => row.from + i) : [],
  )

it('the line stands after what is new, and nowhere where all or nothing is', () => {
  expect(rowsOf(3, 1, 1)).toEqual([
    { kind: 'cards', from: 0, to: 1 },
    { kind: 'divider' },
    { kind: 'cards', from: 1, to: 2 },
    { kind: 'cards', from: 2, to: 3 },
  ])
  for (const none of [null, 0, 3])
    expect(rowsOf(3, 1, none).some(({ kind }) => kind === 'divider')).toBe(false)
})

it('every card stands in one row, in its order, and is found there, in any number of columns', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 1, max: 5 }), fc.nat(200), (count, columns, isNew) => {
      const rows = rowsOf(count, columns, isNew)
      expect(cards(rows)).toEqual(Array.from({ length: count }, (_, i) => i))
      for (let card = 0; card < count; card++) {
        const row = rows[rowOf(rows, card)]!
        expect(row.kind === 'cards' && row.from <= card && card < row.to).toBe(true)
      }
    }),
  )
})
