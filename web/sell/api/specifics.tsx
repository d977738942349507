import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { SelectField, TextField } from '../../ui/field.tsx'
import type { FieldProblems } from './problems.ts'
import type { CategoryForm } from './queries.ts'

/** More are asked for by some categories; the rest is looked for by hardly anybody. */
const optionalMax = 12

/** What a category wants to know: what it demands first, and what buyers filter by. Several values have commas between them. */
export function Specifics({
  fields,
  values,
  problems,
  onWrite,
}: {
  fields: CategoryForm['specifics']
  values: Readonly<Record<string, string[]>>
  problems: FieldProblems
  onWrite(values: Record<string, string[]>, name: string): void
}) {
  const t = useTranslations('sell.api')
  const list = useId()
  const demanded = fields.filter(({ isRequired }) => isRequired)
  const optional = fields.filter(({ isRequired }) => !isRequired)
  const others = optional.filter(
    ({ name }, at) => at < optionalMax || problems[`specifics.${name}`] !== undefined,
  )
  const write = (name: string, typed: string, max: number) => {
    const given = typed
      .split(max > 1 ? ',' : '\n')
      .map((value) => value.trim())
      .filter((value) => value !== '')
    const { [name]: before = [], ...rest } = values
    if (given.join('\n') === before.join('\n')) return
    onWrite(given.length === 0 ? rest : { ...rest, [name]: given.slice(0, max) }, name)
  }
  return (
    <div className="mt-5 grid gap-4 sm:grid-cols-2">
      {[...demanded, ...others].map(({ name, isRequired, isClosed, valuesMax, values: known }, at) => {
        const label = isRequired ? t('demanded', { name }) : name
        const value = (values[name] ?? []).join(', ')
        const problem = problems[`specifics.${name}`]
        if (isClosed && valuesMax === 1)
          return (
            <SelectField
              key={name}
              label={label}
              options={[{ value: '', text: t('choose') }, ...known.map((one) => ({ value: one, text: one }))]}
              value={value}
              problem={problem}
              onChange={(event) => write(name, event.target.value, 1)}
            />
          )
        return (
          <div key={name}>
            <TextField
              label={label}
              list={`${list}-${at}`}
              defaultValue={value}
              problem={problem}
              {...(valuesMax > 1 && { hint: t('several') })}
              onBlur={(event) => write(name, event.target.value, valuesMax)}
            />
            <datalist id={`${list}-${at}`}>
              {known.slice(0, 200).map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </div>
        )
      })}
    </div>
  )
}
