import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { facetsQuery } from '../queries.ts'
import { useChipText } from './chip-text.ts'
import { FilterField } from './filter-field.tsx'
import {
  type DealSearch,
  dealFilters,
  type FilterOn,
  filterOf,
  filtersOn,
  readDealSearch,
  usual,
  without,
  withoutFilters,
} from './filters.ts'
import { useSetSearch } from './use-search.ts'

/** The filters that are on: each opens to be changed where it stands, and goes with one press. */
export function FilterChips({ search, className }: { search: DealSearch; className: string }) {
  const t = useTranslations('deals')
  const setSearch = useSetSearch()
  const chipText = useChipText()
  const on = filtersOn(search).filter(({ key }) => key !== 'q')
  const isUsual = on.every(({ key, value }) => key === 'score' && value === usual.score)
  return (
    <ul className={className} aria-label={t('filtersOn')}>
      {on.map((filter) => (
        <li
          key={filter.key}
          className="flex shrink-0 items-center rounded-full border border-line bg-card text-sm"
        >
          {'isLinked' in dealFilters[filter.key] ? (
            <span className="pe-1 ps-3 font-medium">{chipText(filter)}</span>
          ) : (
            <Popover
              button={chipText(filter)}
              title={t(`filters.${filter.key}.label`)}
              look="h-8 rounded-s-full pe-1 ps-3 font-medium whitespace-nowrap"
            >
              {(close) => <ChipForm filter={filter} search={search} onClose={close} />}
            </Popover>
          )}
          <button
            type="button"
            className="flex size-8 items-center justify-center rounded-full text-muted hover:text-ink"
            aria-label={t('without', { filter: chipText(filter) })}
            onClick={() => setSearch(without(search, filter.key))}
          >
            <X aria-hidden size={15} />
          </button>
        </li>
      ))}
      {!isUsual && (
        <li>
          <Link
            to="/deals"
            search={withoutFilters(search)}
            replace
            className="flex h-8 items-center px-2 text-sm font-medium whitespace-nowrap underline"
          >
            {t('reset')}
          </Link>
        </li>
      )}
    </ul>
  )
}

function ChipForm({
  filter: { key, value },
  search,
  onClose,
}: {
  filter: FilterOn
  search: DealSearch
  onClose(): void
}) {
  const t = useTranslations('deals')
  const setSearch = useSetSearch()
  const person = usePerson()
  const [draft, setDraft] = useState(String(value))
  const isCounted = dealFilters[key].kind === 'choices'
  const facets = useQuery({ ...facetsQuery(filterOf(search, person)), enabled: isCounted }).data
  const isEmpty = draft.trim() === ''
  const isRead = isEmpty || dealFilters[key].read(draft) !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isRead) return
    setSearch(isEmpty ? without(search, key) : readDealSearch({ ...search, [key]: draft }))
    onClose()
  }
  return (
    <form className="space-y-3" onSubmit={submit}>
      <FilterField name={key} value={draft} facets={facets} onChange={setDraft} />
      {!isRead && <p className="text-sm font-medium text-danger">{t('notRead')}</p>}
      <Button look="main" type="submit" className="w-full">
        {t('apply')}
      </Button>
    </form>
  )
}
