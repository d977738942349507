import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { useLate } from '../../ui/late.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { facetsQuery } from '../queries.ts'
import { FilterField } from './filter-field.tsx'
import {
  type DealSearch,
  dealFilters,
  type FilterKey,
  filterKeys,
  filterOf,
  filtersOn,
  readDealSearch,
  usual,
} from './filters.ts'
import { useSetSearch } from './use-search.ts'

type Draft = Partial<Record<FilterKey, string>>

/** The form of all filters, drawn from their list; its button says how many deals it would show. */
export default function FilterSheet({ search, onClose }: { search: DealSearch; onClose(): void }) {
  const t = useTranslations('deals')
  const person = usePerson()
  const setSearch = useSetSearch()
  const [draft, setDraft] = useState<Draft>(() =>
    Object.fromEntries([
      ['score', String(search.score ?? usual.score)],
      ...filtersOn(search).map(({ key, value }) => [key, String(value)]),
    ]),
  )
  const { sort, view, box, saved } = search
  const wanted = useMemo(
    () => readDealSearch({ ...draft, score: draft.score || '0', sort, view, box, saved }),
    [draft, sort, view, box, saved],
  )
  const late = useLate(wanted)
  const facets = useQuery({ ...facetsQuery(filterOf(late, person)), placeholderData: keepPreviousData })
  const total = facets.data?.total
  return (
    <Sheet
      title={t('filter')}
      open
      onClose={onClose}
      actions={
        <>
          <Button look="main" type="submit" form="filters" className="grow">
            {total === undefined || wanted !== late || facets.isPlaceholderData
              ? t('show')
              : t('showCount', { count: total.count, least: total.isCapped ? '+' : '' })}
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
          setSearch(wanted)
          onClose()
        }}
      >
        {filterKeys
          .filter((key) => key !== 'q' && !('isLinked' in dealFilters[key]))
          .map((key) => (
            <FilterField
              key={key}
              name={key}
              value={draft[key] ?? ''}
              facets={facets.data}
              onChange={(value) => setDraft((all) => ({ ...all, [key]: value }))}
            />
          ))}
      </form>
    </Sheet>
  )
}
