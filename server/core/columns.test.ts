import { expect, it } from 'vitest'
import { fieldsBut, selected, written } from './columns.ts'

const columns = {
  id: { name: 'id', type: 'bigint' },
  scoreMin: { name: 'score_min', type: 'smallint' },
  places: { name: 'places', type: 'jsonb' },
} as const

it('reads columns under the names of their fields', () => {
  expect(selected(columns, fieldsBut(columns, ['places']))).toBe('id, score_min AS "scoreMin"')
})

it('writes lists as JSON, and null as null', () => {
  expect(written(columns, { scoreMin: 5, places: [1] })).toEqual({ score_min: 5, places: '[1]' })
  expect(written(columns, { places: null })).toEqual({ places: null })
})

it('refuses a field that would be lost', () => {
  const row: object = { scoreMin: 5, toString: 1 }
  expect(() => written(columns, row)).toThrow('No column is there for toString.')
})
