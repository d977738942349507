import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { fromKm, toKm, unitSign } from '../lib/distance.ts'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useSetSearch } from './filter-bar.tsx'
import { type DealSearch, dealFilters, type FilterKey, filterKeys, readDealSearch, usual } from './filters.ts'

type Draft = Partial<Record<FilterKey, string>>

/** The form of all filters, drawn from their list. */
export default function FilterSheet({ search, onClose }: { search: DealSearch; onClose(): void }) {
  const t = useTranslations('deals')
  const setSearch = useSetSearch()
  const [draft, setDraft] = useState<Draft>(() =>
    Object.fromEntries(
      Object.entries({ ...search, score: search.score ?? usual.score }).map(([key, value]) => [
        key,
        String(value),
      ]),
    ),
  )
  const apply = () => {
    const { sort } = search
    setSearch(readDealSearch({ ...draft, score: draft.score || '0', sort }))
    onClose()
  }
  return (
    <Sheet
      title={t('filter')}
      open
      onClose={onClose}
      actions={
        <>
          <Button look="main" type="submit" form="filters" className="grow">
            {t('show')}
          </Button>
          <Button onClick={() => setDraft({ score: String(usual.score) })}>{t('reset')}</Button>
        </>
      }
    >
      <form
        id="filters"
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        {filterKeys
          .filter((key) => key !== 'q')
          .map((key) => (
            <FilterField
              key={key}
              name={key}
              value={draft[key] ?? ''}
              onChange={(value) => setDraft((all) => ({ ...all, [key]: value }))}
            />
          ))}
      </form>
    </Sheet>
  )
}

function FilterField({
  name,
  value,
  onChange,
}: {
  name: FilterKey
  value: string
  onChange(value: string): void
}) {
  const t = useTranslations('deals')
  const { currency, units } = usePerson()
  const filter = dealFilters[name]
  const label = t(`filters.${name}.label`)
  if ('options' in filter && filter.options) {
    const words = { category: 'categories', condition: 'conditions', free: 'frees' } as const
    const group = words[name as keyof typeof words]
    return (
      <SelectField
        label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={[
          { value: '', text: t(`filters.${name}.any` as 'filters.category.any') },
          ...filter.options.map((one) => ({
            value: String(one),
            text: t(`${group}.${one}` as 'categories.bikes'),
          })),
        ]}
      />
    )
  }
  const isDistance = 'unit' in filter && filter.unit === 'distance'
  const isFigure = filter.kind === 'figure'
  const unit = isDistance
    ? unitSign(units)
    : 'unit' in filter && filter.unit === 'money'
      ? currency
      : undefined
  return (
    <TextField
      label={label}
      {...(unit && { unit })}
      {...(isFigure && { inputMode: 'numeric', pattern: '\\d*' })}
      value={isDistance && value !== '' ? String(fromKm(Number(value), units)) : value}
      onChange={({ target }) =>
        onChange(
          isDistance && /^\d+$/.test(target.value) ? String(toKm(Number(target.value), units)) : target.value,
        )
      }
    />
  )
}
