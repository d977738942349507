import { expect, it } from 'vitest'
import { z } from 'zod'
import { badInput, notFound } from './errors.ts'
import { fieldReasonSchema } from './field-reasons.ts'
import { asAppError, problemOf } from './http-problems.ts'

const asked = z.strictObject({
  name: z.string().max(3),
  count: z.number().int().min(1),
  kind: z.enum(['a', 'b']),
  to: z.email(),
  own: z.string().refine(() => false, 'is not ours'),
})
const secret = 'what somebody typed'

it('each field of a problem says what is wrong as a code with its figures, and nothing of what was typed', () => {
  const { error } = asked.safeParse({ name: secret, count: 0, kind: secret, to: secret, own: 'x', more: 1 })
  const { reasons, fields } = problemOf(asAppError(error), '')
  expect(Object.keys(reasons!)).toEqual(Object.keys(fields!))
  expect(reasons).toMatchObject({
    name: { code: 'too-big', params: { maximum: 3 } },
    count: { code: 'too-small', params: { minimum: 1 } },
    kind: { code: 'invalid-value', params: { values: ['a', 'b'] } },
    to: { code: 'invalid-format', params: { format: 'email' } },
    own: { code: 'text', params: { text: 'is not ours' } },
    '(whole)': { code: 'unrecognized-keys', params: { keys: ['more'] } },
  })
  for (const reason of Object.values(reasons!)) expect(() => fieldReasonSchema.parse(reason)).not.toThrow()
  expect(JSON.stringify(reasons)).not.toContain(secret)
})

it('a field that was refused in words has them as its code, and what is nowhere says what', () => {
  expect(problemOf(badInput('No.', { query: 'cannot be read' }), '').reasons).toEqual({
    query: { code: 'text', params: { text: 'cannot be read' } },
  })
  const { code, params, detail } = problemOf(notFound('rule'), '')
  expect({ code, params, detail: `There is no such ${params!.what}.` }).toEqual({
    ...{ code: 'not-found', params: { what: 'rule' }, detail },
  })
})
