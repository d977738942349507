import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { csvText } from '../lib/csv.ts'
import { askOf, headOf, nothingSaid, refusalOf, rejectRows } from './import-file.ts'

it('what cannot be read is not sent', () => {
  const of = (name: string, size = 1) => refusalOf({ name, size })
  expect(refusalOf(null)).toBe('several')
  expect([of('a.csv'), of('a.jsonl.gz'), of('page.html'), of('listings')]).toEqual([null, null, null, null])
  expect([of('a.csv', 0), of('a.csv', 200_000_001)]).toEqual(['empty', 'tooLarge'])
  expect([of('a.xlsx'), of('a.ods'), of('a.pdf')]).toEqual(['spreadsheet', 'spreadsheet', 'otherKind'])
})

it('of a long list only the beginning is looked at, of a page all', () => {
  const file = new File(['x'.repeat(300_000)], 'list.csv')
  expect(headOf(file, false)).toMatchObject({ cut: true, part: { size: 262_144, name: 'list.csv' } })
  expect(headOf(file, true)).toEqual({ part: file, cut: false })
})

it('asks for what was said, and for nothing else', () => {
  expect(askOf(nothingSaid)).toEqual({})
  expect(askOf({ ...nothingSaid, currency: ' eur ', columns: { Preis: 'price', Nr: null } })).toEqual({
    currency: 'EUR',
    columns: '{"Preis":"price","Nr":null}',
  })
})

it('rejected rows come back with their cells and the reason, and none of them is a formula', () => {
  const rows = parse(
    csvText(
      rejectRows([
        {
          line: 3,
          problems: ['price: no price', 'id: missing'],
          raw: '{}',
          values: { title: '=1+1', price: '-5' },
        },
        { line: 9, problems: ['has too few cells'], raw: 'half, a row' },
      ]),
    ),
    { bom: true, columns: true },
  )
  expect(rows).toEqual([
    { line: '3', reason: 'price: no price; id: missing', title: "'=1+1", price: "'-5", row: '' },
    { line: '9', reason: 'has too few cells', title: '', price: '', row: 'half, a row' },
  ])
})
