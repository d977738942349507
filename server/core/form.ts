import { badInput } from './errors.ts'
import { type FieldSpec, type FieldValues, fieldsSchema } from './fields.ts'
import { mask, shownAddress } from './secret-address.ts'

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

/** What may be shown of filled-in fields: secrets only as "set", addresses by their host. */
export function shownFields(fields: readonly FieldSpec[], values: FieldValues): Record<string, FieldValue> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.name]
      return value === undefined ? [] : [[field.name, shownValue(field, value)] as const]
    }),
  )
}

type FieldValue = NonNullable<FieldValues[string]>

function shownValue({ type, secret }: FieldSpec, value: FieldValue): FieldValue {
  if (type === 'url' && typeof value === 'string') return shownAddress(value)
  return secret ? mask : value
}

/** Keeps the stored secret or address where a form sends back what it was shown of it. */
export function keepSecrets(fields: readonly FieldSpec[], stored: FieldValues, input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const next: Record<string, unknown> = { ...input }
  for (const field of fields) {
    const { name, type, secret } = field
    if (!secret && type !== 'url') continue
    const kept = stored[name]
    if (kept === undefined && type === 'url') continue
    if (next[name] === mask || (kept !== undefined && next[name] === shownValue(field, kept)))
      next[name] = kept
  }
  return next
}
