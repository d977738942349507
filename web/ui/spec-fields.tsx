import { ApiProblem } from '../lib/api/client.ts'
import { CheckField, SelectField, TextField } from './field.tsx'

/** A field as the server declares it. */
export interface FieldSpec {
  name: string
  label: string
  type: 'text' | 'url' | 'email' | 'integer' | 'boolean' | 'select'
  required?: boolean
  secret?: boolean
  help?: string
  default?: string | number | boolean
  readonly values?: readonly string[]
}

type Values = Readonly<Record<string, string | number | boolean>>

/** Fields of a form that the server declares; what is stored stands in them, secrets as their mask. */
export function SpecFields({
  fields,
  values,
  problems,
}: {
  fields: readonly FieldSpec[]
  values: Values
  problems: Readonly<Record<string, string>>
}) {
  return fields.map(
    ({ name, label, type, required = false, secret = false, help, values: options = [], default: usual }) => {
      const value = values[name] ?? usual
      const around = { name, label, ...(help !== undefined && { hint: help }), problem: problems[name] }
      if (type === 'boolean')
        return <CheckField key={name} name={name} label={label} defaultChecked={value === true} />
      if (type === 'select')
        return (
          <SelectField
            key={name}
            {...around}
            defaultValue={String(value ?? '')}
            options={options.map((one) => ({ value: one, text: one }))}
          />
        )
      return (
        <TextField
          key={name}
          {...around}
          required={required}
          type={type === 'integer' ? 'text' : type}
          {...(type === 'integer' && { inputMode: 'numeric' })}
          defaultValue={value === undefined ? '' : String(value)}
          autoComplete={secret ? 'off' : undefined}
          spellCheck={false}
        />
      )
    },
  )
}

/** What the server says is wrong with them, by the name of the field. */
export function specProblems(error: unknown): Record<string, string> {
  const fields = error instanceof ApiProblem ? error.fields : {}
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name.replace(/^settings\./, ''), text]),
  )
}

/** What was typed into them, as the server takes it. */
export function specValues(fields: readonly FieldSpec[], form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, type }): [string, unknown][] => {
      if (type === 'boolean') return [[name, form.get(name) === 'on']]
      const text = String(form.get(name) ?? '').trim()
      if (text === '') return []
      return [[name, type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text]]
    }),
  )
}
