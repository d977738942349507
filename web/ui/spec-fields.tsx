import type { ReactNode } from 'react'
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
  placeholder?: string
  group?: string
  default?: string | number | boolean
  readonly values?: readonly string[]
}

type Values = Readonly<Record<string, string | number | boolean>>

interface Filled {
  values: Values
  problems: Readonly<Record<string, string>>
}

/** Fields of a form that the server declares; what is stored stands in them, secrets as their mask. */
export function SpecFields({ fields, ...filled }: Filled & { fields: readonly FieldSpec[] }): ReactNode {
  const groups = [...Map.groupBy(fields, ({ group }) => group)].toSorted(
    ([a], [b]) => Number(a !== undefined) - Number(b !== undefined),
  )
  return groups.map(([group, own]) => {
    const drawn = own.map((spec) => <SpecField key={spec.name} spec={spec} {...filled} />)
    if (group === undefined) return drawn
    return (
      <fieldset key={group} className="space-y-4 rounded-md border border-line p-4">
        <legend className="px-1 text-sm font-bold">{group}</legend>
        {drawn}
      </fieldset>
    )
  })
}

function SpecField({ spec, values, problems }: Filled & { spec: FieldSpec }) {
  const { name, label, type, required = false, secret = false, help, placeholder, values: options } = spec
  const value = values[name] ?? spec.default
  const around = { name, label, ...(help !== undefined && { hint: help }), problem: problems[name] }
  if (type === 'boolean')
    return (
      <div>
        <CheckField name={name} label={label} defaultChecked={value === true} />
        {help !== undefined && <p className="text-sm text-muted">{help}</p>}
      </div>
    )
  if (type === 'select')
    return (
      <SelectField
        {...around}
        defaultValue={String(value ?? '')}
        options={(options ?? []).map((one) => ({ value: one, text: one }))}
      />
    )
  return (
    <TextField
      {...around}
      required={required}
      type={type === 'integer' ? 'text' : type}
      {...(type === 'integer' && { inputMode: 'numeric' })}
      defaultValue={value === undefined ? '' : String(value)}
      {...(placeholder !== undefined && { placeholder })}
      autoComplete={secret ? 'off' : undefined}
      // The mask of what is kept goes as a whole.
      {...(secret && { onFocus: ({ currentTarget }) => currentTarget.select() })}
      spellCheck={false}
    />
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
