import { describe, expect, it } from 'vitest'
import { table } from './commands.ts'

describe('table', () => {
  it('pads columns to the widest cell by characters, not the last one, and shows nothing as a dash', () => {
    expect(
      table(
        ['id', 'name', 'n'],
        [
          [1, 'sofa 🛋', null],
          [22, 'x', 3],
        ],
      ),
    ).toBe(['id  name    n', '1   sofa 🛋  –', '22  x       3'].join('\n'))
    expect(table(['id', 'name'], [])).toBe('id  name')
  })
})
