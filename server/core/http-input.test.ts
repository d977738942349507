import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inputProblem } from './http-input.ts'
import { isStorable } from './text.ts'

it.each([
  ['a\0', []],
  ['\ud800', []],
  [{ a: [1, { b: 'x\0' }] }, ['a', '1', 'b']],
  [{ a: { '\udc00': 1 } }, ['a']],
])('finds in %j where it is', (value, path) => {
  expect(inputProblem(value)).toMatchObject({ path, problem: expect.stringContaining('NUL') })
})

it('finds nesting without end, however deep, without a stack overflow', () => {
  const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
  expect(inputProblem(nested(64))).toBeNull()
  expect(inputProblem(nested(65))).toMatchObject({ problem: expect.stringContaining('deeper') })
  expect(inputProblem(nested(400_000))).toMatchObject({ problem: expect.stringContaining('deeper') })
})

it('finds it if and only if some text in it cannot be stored', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\0b', '\ud800', 'x\udfff', '👍'))
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      texts,
      fc.constantFrom(null, undefined, 1, true),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(texts, tie('value'), { maxKeys: 4 }),
    ),
  })).value
  fc.assert(
    fc.property(values, (value) => {
      const all: string[] = []
      JSON.stringify({ '': value }, (name, part) => {
        all.push(name)
        if (typeof part === 'string') all.push(part)
        return part
      })
      expect(inputProblem(value) === null).toBe(all.every(isStorable))
    }),
  )
})
