import { z } from 'zod'
import { AppError } from './errors.ts'
import { nearest } from './nearest.ts'

/**
 * The schema of a route's query, closed: a parameter that it does not name is refused, for ignored it would make another
 * question of what was asked. Null for what cannot be closed.
 */
export function closedQuery(schema: unknown): z.ZodType | null {
  if (schema === undefined) return z.strictObject({})
  if (schema instanceof z.ZodObject) return schema.strict()
  if (schema instanceof z.ZodPipe) {
    const input = closedQuery(schema.in)
    return input && z.pipe(input, schema.out as z.ZodType)
  }
  return null
}

/** The names that such a schema knows. */
export function parametersOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  return schema instanceof z.ZodPipe ? parametersOf(schema.in) : []
}

export function unknownParameters(unknown: readonly string[], known: readonly string[]): AppError {
  const named = unknown.slice(0, 10).map((name) => {
    const near = nearest(name, known, name.length < 5 ? 1 : 3)
    return `${JSON.stringify(name.slice(0, 60))}${near === undefined ? '' : ` (did you mean ${near}?)`}`
  })
  const there = known.length === 0 ? 'there is none' : `there are ${known.join(', ')}`
  return new AppError({
    code: 'unknown-parameter',
    status: 400,
    message: `The address has ${unknown.length === 1 ? 'a parameter that is' : 'parameters that are'} not known here: ${named.join(', ')}; ${there}.`,
    fields: Object.fromEntries(
      unknown.slice(0, 10).map((name) => [`querystring.${name.slice(0, 60)}`, 'is not known']),
    ),
  })
}
