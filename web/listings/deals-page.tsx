import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { RotateCw, SearchX, Sprout } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Age, Moment } from '../lib/figures/figures.tsx'
import { usePerson } from '../lib/person.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { useMedia } from '../ui/media.ts'
import { Page } from '../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { isNewSince } from './deal.ts'
import { cardHeights } from './deal-card.tsx'
import { DealList } from './deal-list.tsx'
import { FilterBar, useChipText } from './filter-bar.tsx'
import { askOf, type DealSearch, filtersOn, usual, without } from './filters.ts'
import { look } from './last-look.ts'
import { NewPill } from './new-pill.tsx'
import { type DealPage, dealsQuery } from './queries.ts'

const route = getRouteApi('/deals')
const skeletons = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

/** What is for sale below its value: the page that is opened every morning. */
export function DealsPage() {
  const t = useTranslations('deals')
  const search = route.useSearch()
  const { currency } = usePerson()
  const deals = useInfiniteQuery(dealsQuery(askOf(search, { currency })))
  const isWide = useMedia('(width >= 40rem)')
  const height = isWide ? cardHeights.wide : cardHeights.narrow
  const items = deals.data?.pages.flatMap((page) => page.items) ?? []
  const [before] = useState(() => look(Date.now()))
  return (
    <Page
      wide
      title={t('title')}
      lead={<Lead search={search} pages={deals.data?.pages} before={before} />}
      actions={<Refresh busy={deals.isRefetching} onPress={() => void deals.refetch()} />}
    >
      <FilterBar search={search} />
      {items.some(({ demo }) => demo) && <DemoBar />}
      <NewPill ask={askOf(search, { currency })} />
      {deals.isPending && (
        <div aria-busy="true" className="space-y-2">
          <span className="sr-only" role="status">
            {t('loading')}
          </span>
          {skeletons.map((key) => (
            <div key={key} style={{ height }}>
              <Skeleton className="h-full" />
            </div>
          ))}
        </div>
      )}
      {deals.isError && !deals.data && <Problem error={deals.error} onRetry={() => void deals.refetch()} />}
      {deals.data && items.length === 0 && <Nothing search={search} />}
      {items.length > 0 && <DealList deals={items} height={height} more={deals} newSinceMs={before} />}
    </Page>
  )
}

function Lead({
  search,
  pages,
  before,
}: {
  search: DealSearch
  pages: readonly DealPage[] | undefined
  before: number | null
}) {
  const t = useTranslations('deals')
  const order = t(`leads.${search.sort ?? 'newest'}`)
  const first = pages?.[0]?.items[0]
  if (!pages || !first) return order
  const found = pages.flatMap(({ items }) => items)
  const count = found.filter((deal) => isNewSince(deal, before)).length
  // All that were loaded are new, and there are more.
  const isLeast = count === found.length && pages.at(-1)?.next !== null
  return (
    <>
      {t.rich('lead', { order, age: () => <Age at={first.scoredAt} /> })}
      {before !== null && (
        <>
          {' · '}
          {t.rich('newSince', {
            count,
            least: isLeast ? '+' : '',
            moment: () => <Moment brief at={new Date(before).toISOString()} />,
          })}
        </>
      )}
    </>
  )
}

function Refresh({ busy, onPress }: { busy: boolean; onPress(): void }) {
  const t = useTranslations('deals')
  return (
    <Button onClick={onPress} disabled={busy}>
      <RotateCw aria-hidden size={16} className={busy ? 'animate-spin' : ''} />
      <span className="max-sm:sr-only">{t('refresh')}</span>
    </Button>
  )
}

function DemoBar() {
  const t = useTranslations('deals')
  return (
    <p className="mb-3 rounded-md bg-mark px-4 py-2 text-sm font-medium text-mark-ink">
      {t('demoBar')}{' '}
      <Link to="/welcome" className="inline-block min-h-6 font-bold underline underline-offset-4">
        {t('say')}
      </Link>
    </p>
  )
}

/** Which filter to take away, or what happens until there is something. */
function Nothing({ search }: { search: DealSearch }) {
  const t = useTranslations('deals')
  const chipText = useChipText()
  const on = filtersOn(search)
  if (on.every(({ key, value }) => key === 'score' && value === usual.score))
    return (
      <Empty icon={<Sprout size={26} />} title={t('nothingYet')}>
        <p className="text-muted">{t('nothingYetHow')}</p>
        <div className="flex flex-wrap justify-center gap-2">
          <Link to="/welcome" className={buttonClass('main')}>
            {t('say')}
          </Link>
          {on.map((filter) => (
            <Link key={filter.key} to="/deals" search={without(search, filter.key)} className={buttonClass()}>
              {t('without', { filter: chipText(filter) })}
            </Link>
          ))}
        </div>
      </Empty>
    )
  return (
    <Empty icon={<SearchX size={26} />} title={t('nothingMatches')}>
      <p className="text-muted">{t('nothingMatchesHow')}</p>
      <ul className="flex flex-wrap justify-center gap-2">
        {on.map((filter) => (
          <li key={filter.key}>
            <Link to="/deals" search={without(search, filter.key)} className={buttonClass()}>
              {t('without', { filter: chipText(filter) })}
            </Link>
          </li>
        ))}
      </ul>
    </Empty>
  )
}
