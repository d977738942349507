import { useTranslations } from 'use-intl'
import { fromKm, toKm, unitSign } from '../../lib/distance.ts'
import { usePerson } from '../../lib/person.tsx'
import { CheckField, SelectField, TextField } from '../../ui/field.tsx'
import type { Facets } from '../queries.ts'
import { useValueText } from './chip-text.ts'
import { dealFilters, type FilterKey } from './filters.ts'

/** One filter as it is written: what stands in the address. */
export function FilterField({
  name,
  value,
  facets,
  onChange,
}: {
  name: FilterKey
  value: string
  /** How many deals there are of each of its values; undefined = not known yet. */
  facets?: Facets | undefined
  onChange(value: string): void
}) {
  const t = useTranslations('deals')
  const { currency, units } = usePerson()
  const valueText = useValueText()
  const filter = dealFilters[name]
  const label = t(`filters.${name}.label`)
  if (filter.kind === 'choices')
    return <Choices name={name as 'category'} value={value} facets={facets} onChange={onChange} />
  if (filter.kind === 'choice')
    return (
      <SelectField
        label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={[
          { value: '', text: t(`filters.${name}.any` as 'filters.free.any') },
          ...(filter.options ?? []).map((one) => ({ value: one, text: valueText(name, one) })),
        ]}
      />
    )
  const isDistance = 'unit' in filter && filter.unit === 'distance'
  const unit = isDistance
    ? unitSign(units)
    : 'unit' in filter && filter.unit === 'money'
      ? currency
      : undefined
  return (
    <TextField
      label={label}
      {...(unit && { unit })}
      {...(filter.kind === 'figure' && { inputMode: 'numeric', pattern: '\\d*' })}
      value={isDistance && value !== '' ? String(fromKm(Number(value), units)) : value}
      onChange={({ target }) =>
        onChange(
          isDistance && /^\d+$/.test(target.value) ? String(toKm(Number(target.value), units)) : target.value,
        )
      }
    />
  )
}

const facetOf = { category: 'category', condition: 'condition', source: 'marketplace' } as const

/** Several of a list; those that there is something of come first, with how many. */
function Choices({
  name,
  value,
  facets,
  onChange,
}: {
  name: keyof typeof facetOf
  value: string
  facets: Facets | undefined
  onChange(value: string): void
}) {
  const t = useTranslations('deals')
  const valueText = useValueText()
  const chosen = value.split(',').filter((one) => one !== '')
  const counted = (facets?.[facetOf[name]] ?? []).filter((one) => one.value !== 'unknown')
  const counts = new Map(counted.map((one) => [one.value, one]))
  const options = [
    ...new Set([...counted.map((one) => one.value), ...chosen, ...(dealFilters[name].options ?? [])]),
  ]
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-semibold">{t(`filters.${name}.label`)}</legend>
      <div className="grid max-h-60 grid-cols-1 overflow-y-auto rounded-md border border-line bg-card px-3 py-1">
        {options.map((option) => {
          const count = counts.get(option)
          return (
            <CheckField
              key={option}
              checked={chosen.includes(option)}
              onChange={({ target }) =>
                onChange(
                  (target.checked ? [...chosen, option] : chosen.filter((one) => one !== option)).join(','),
                )
              }
              label={
                <>
                  {valueText(name, option)}{' '}
                  {facets !== undefined && (
                    <span className="figure text-muted">
                      {t('brings', { count: count?.count ?? 0, least: count?.isCapped ? '+' : '' })}
                    </span>
                  )}
                </>
              }
            />
          )
        })}
        {options.length === 0 && <p className="py-2 text-sm text-muted">{t('noOptions')}</p>}
      </div>
    </fieldset>
  )
}
