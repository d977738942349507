import { badInput } from './errors.ts'
import { type FieldSpec, type FieldValues, fieldsSchema } from './fields.ts'

/** Checks a form against its fields; bad input names every field that is wrong. */
export function readFields(fields: readonly FieldSpec[], input: unknown): FieldValues {
  const result = fieldsSchema(fields).safeParse(input, {
    error: (issue) => (issue.input === undefined ? 'is missing' : undefined),
  })
  if (result.success) return result.data
  const problems = Object.fromEntries(
    result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [
            `settings.${key}`,
            `is not a field; there are ${fields.map(({ name }) => name).join(', ') || 'none'}`,
          ])
        : [[`settings.${issue.path.join('.')}`, issue.message]],
    ),
  )
  const [first] = Object.entries(problems)
  throw badInput(`The settings are not valid: ${first?.[0]} ${first?.[1]}.`, problems)
}

/** What may be shown of filled-in fields: secrets only as "set". */
export function shownFields(fields: readonly FieldSpec[], values: FieldValues): FieldValues {
  return Object.fromEntries(
    fields
      .filter(({ name }) => values[name] !== undefined)
      .map(({ name, secret }) => [name, secret ? '********' : values[name]]),
  )
}

/** Keeps the stored secret where a form sends back the mask it was shown. */
export function keepSecrets(fields: readonly FieldSpec[], stored: FieldValues, input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const next: Record<string, unknown> = { ...input }
  for (const { name, secret } of fields) {
    if (secret && next[name] === '********') next[name] = stored[name]
  }
  return next
}
