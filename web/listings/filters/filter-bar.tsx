import { LayoutGrid, ListFilter, Map as MapIcon, Rows3, Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { useShortcut } from '../../lib/shortcuts/shortcuts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { FilterChips } from './filter-chips.tsx'
import { type DealSearch, type DealSort, dealSorts, filtersOn, usual, without } from './filters.ts'
import { useSetSearch } from './use-search.ts'

const FilterSheet = lazy(() => import('./filter-sheet.tsx'))

/** What is shown, in which order and how; it stays in sight. */
export function FilterBar({ search, isNarrow }: { search: DealSearch; isNarrow: boolean }) {
  const t = useTranslations('deals')
  const [isOpen, setOpen] = useState(false)
  const count = filtersOn(search).filter(({ key }) => key !== 'q').length
  const chips = 'flex gap-2 overflow-x-auto pb-0.5'
  return (
    <div className="sticky top-0 z-20 -mx-4 mb-3 bg-paper/95 px-4 py-2 backdrop-blur-sm sm:-mx-6 sm:px-6">
      <div className="flex gap-2">
        <SearchBox search={search} />
        <Button onClick={() => setOpen(true)} className="h-11" aria-haspopup="dialog">
          <ListFilter aria-hidden size={18} />
          <span className={isNarrow ? 'sr-only' : ''}>{t('filter')}</span>
          {count > 0 && <span className="figure rounded-full bg-ink px-1.5 text-xs text-card">{count}</span>}
        </Button>
        {!isNarrow && <SortField search={search} className="h-11 w-44" />}
        {!isNarrow && <ViewButtons search={search} />}
      </div>
      {isNarrow ? (
        <div className="mt-2 flex items-center gap-2">
          <SortField search={search} className="h-8 w-28" />
          <FilterChips search={search} className={`${chips} min-w-0 grow`} />
          <ViewButtons search={search} />
        </div>
      ) : (
        <FilterChips search={search} className={`${chips} mt-2`} />
      )}
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
          className="pointer-events-none absolute top-1/2 inset-s-3 -translate-y-1/2 text-muted"
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
          className="h-11 w-full rounded-md border border-line bg-card pe-3 ps-10 text-base placeholder:text-muted sm:text-sm"
        />
      </form>
    </search>
  )
}

function SortField({ search, className }: { search: DealSearch; className: string }) {
  const t = useTranslations('deals')
  const setSearch = useSetSearch()
  const { home } = usePerson()
  const hasPlace = home !== null || search.near !== undefined
  return (
    <select
      aria-label={t('sort')}
      value={search.sort ?? usual.sort}
      onChange={(event) => setSearch({ ...search, sort: event.target.value as DealSort })}
      className={`shrink-0 rounded-md border border-line bg-card px-2 text-sm font-semibold ${className}`}
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

/** The other ways to look at them. */
function ViewButtons({ search: { view, box: _, ...search } }: { search: DealSearch }) {
  const t = useTranslations('deals')
  const setSearch = useSetSearch()
  return (
    <div className="flex shrink-0">
      {views
        .filter(({ id }) => id !== (view ?? 'list'))
        .map(({ id, Icon }) => (
          <IconButton
            key={id}
            name={t(`views.as.${id}`)}
            onClick={() => setSearch(id === 'list' ? search : { ...search, view: id })}
          >
            <Icon aria-hidden size={19} />
          </IconButton>
        ))}
    </div>
  )
}

const views = [
  { id: 'list', Icon: Rows3 },
  { id: 'gallery', Icon: LayoutGrid },
  { id: 'map', Icon: MapIcon },
] as const
