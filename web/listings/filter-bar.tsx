import { Link, useNavigate } from '@tanstack/react-router'
import { ListFilter, Search, X } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { distanceText } from '../lib/distance.ts'
import { moneyText, toMinor } from '../lib/money.ts'
import { usePerson } from '../lib/person.tsx'
import { useShortcut } from '../lib/shortcuts/shortcuts.tsx'
import { Button } from '../ui/button.tsx'
import {
  type DealSearch,
  type DealSort,
  dealFilters,
  dealSorts,
  type FilterKey,
  filtersOn,
  readDealSearch,
  usual,
  without,
} from './filters.ts'

const FilterSheet = lazy(() => import('./filter-sheet.tsx'))

/** Sets what is shown; Back leaves the page rather than stepping through filters. */
export function useSetSearch() {
  const navigate = useNavigate()
  return (search: DealSearch) =>
    void navigate({ to: '/deals', search: readDealSearch(search), replace: true, resetScroll: true })
}

/** What a filter that is on says: "Up to $300". */
export function useChipText() {
  const t = useTranslations('deals')
  const { currency, units } = usePerson()
  return ({ key, value }: { key: FilterKey; value: string | number }): string => {
    const filter = dealFilters[key]
    const shown =
      'unit' in filter && filter.unit === 'money'
        ? moneyText(toMinor(Number(value), currency), currency)
        : 'unit' in filter && filter.unit === 'distance'
          ? distanceText(Number(value), units)
          : key === 'category'
            ? t(`categories.${value as 'bikes'}`)
            : key === 'condition'
              ? t(`conditions.${value as 'new'}`)
              : key === 'free'
                ? t(`frees.${value as 'also'}`)
                : String(value)
    return t(`filters.${key}.chip`, { value: shown })
  }
}

export function FilterBar({ search }: { search: DealSearch }) {
  const t = useTranslations('deals')
  const setSearch = useSetSearch()
  const chipText = useChipText()
  const [isOpen, setOpen] = useState(false)
  const on = filtersOn(search).filter(({ key }) => key !== 'q')
  return (
    <div className="sticky top-0 z-20 -mx-4 mb-3 bg-paper/95 px-4 py-2 backdrop-blur-sm sm:-mx-6 sm:px-6">
      <div className="grid grid-cols-[1fr_auto] gap-2 sm:grid-cols-[1fr_auto_auto]">
        <SearchBox search={search} />
        <Button onClick={() => setOpen(true)} className="h-11" aria-haspopup="dialog">
          <ListFilter aria-hidden size={18} />
          <span className="max-sm:sr-only">{t('filter')}</span>
          {on.length > 0 && (
            <span className="figure rounded-full bg-ink px-1.5 text-xs text-card">{on.length}</span>
          )}
        </Button>
        <div className="flex gap-2 overflow-x-auto max-sm:col-span-2 sm:contents">
          <SortField search={search} />
          <ul className="flex gap-2 pb-0.5 sm:col-span-3 sm:overflow-x-auto" aria-label={t('filtersOn')}>
            {on.map((filter) => (
              <li
                key={filter.key}
                className="flex shrink-0 items-center rounded-full border border-line bg-card text-sm"
              >
                <button
                  type="button"
                  className="h-8 rounded-l-full pr-1 pl-3 font-medium"
                  onClick={() => setOpen(true)}
                >
                  {chipText(filter)}
                </button>
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
            {on.some(({ key }) => key !== 'score') && (
              <li>
                <Link
                  to="/deals"
                  replace
                  className="flex h-8 items-center px-2 text-sm font-medium whitespace-nowrap underline"
                >
                  {t('reset')}
                </Link>
              </li>
            )}
          </ul>
        </div>
      </div>
      <Suspense fallback={null}>
        {isOpen && <FilterSheet search={search} onClose={() => setOpen(false)} />}
      </Suspense>
    </div>
  )
}

function SearchBox({ search }: { search: DealSearch }) {
  const t = useTranslations('deals')
  const setSearch = useSetSearch()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(search.q ?? '')
  useEffect(() => setWords(search.q ?? ''), [search.q])
  useShortcut({ keys: '/', shown: '/', label: t('search') }, () => input.current?.focus())
  return (
    <search className="min-w-0 grow">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault()
          setSearch({ ...search, q: words })
        }}
      >
        <Search
          aria-hidden
          size={18}
          className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted"
        />
        <input
          ref={input}
          type="search"
          enterKeyHint="search"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            if (event.target.value === '' && search.q !== undefined) setSearch(without(search, 'q'))
          }}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          className="h-11 w-full rounded-md border border-line bg-card pr-3 pl-10 text-base placeholder:text-muted sm:text-sm"
        />
      </form>
    </search>
  )
}

function SortField({ search }: { search: DealSearch }) {
  const t = useTranslations('deals')
  const setSearch = useSetSearch()
  const { home } = usePerson()
  const hasPlace = home !== null || search.near !== undefined
  return (
    <select
      aria-label={t('sort')}
      value={search.sort ?? usual.sort}
      onChange={(event) => setSearch({ ...search, sort: event.target.value as DealSort })}
      className="h-8 shrink-0 rounded-md border border-line bg-card px-2 text-sm font-semibold max-sm:w-28 sm:h-11 sm:w-44"
    >
      {dealSorts.map((sort) => (
        <option key={sort} value={sort} disabled={sort === 'distance' && !hasPlace}>
          {t(`sorts.${sort}`)}
          {sort === 'distance' && !hasPlace ? ` ${t('needsHome')}` : ''}
        </option>
      ))}
    </select>
  )
}
