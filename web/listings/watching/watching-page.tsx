import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { BellPlus, SearchX } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { useShortcut } from '../../lib/shortcuts/shortcuts.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { useMedia } from '../../ui/media.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../../ui/states.tsx'
import { CardList, focusWhenDrawn, type ListHandle, linkId } from '../list/card-list.tsx'
import { useListKeys } from '../list/use-list-keys.ts'
import { DemoBar } from '../states/bars.tsx'
import { PasteLink } from './paste-link.tsx'
import { cardsQuery, type Watch, watchesQuery } from './queries.ts'
import { useWatching } from './use-watching.ts'
import { WatchCard, watchCardHeights } from './watch-card.tsx'
import { WatchFilters } from './watch-filters.tsx'
import { shown } from './watching.ts'

const route = getRouteApi('/watching')
const skeletons = ['a', 'b', 'c', 'd']
const none: Watch[] = []

/** Everything that the person keeps an eye on, and what became of it. */
export function WatchingPage() {
  const t = useTranslations('watching')
  const search = route.useSearch()
  const { currency } = usePerson()
  const watches = useQuery(watchesQuery)
  const all = watches.data ?? none
  const items = useMemo(() => shown(all, search, currency), [all, search, currency])
  const ids = useMemo(() => all.flatMap(({ listing }) => listing?.id ?? []).toSorted((a, b) => a - b), [all])
  const cards = useQuery(cardsQuery(ids))
  const byId = useMemo(() => new Map(cards.data?.map((deal) => [deal.id, deal])), [cards.data])
  const list = useRef<ListHandle | null>(null)
  const shape = useMedia('(width >= 56rem)') ? 'wide' : 'narrow'
  const watching = useWatching()
  const labels = { next: t('keys.next'), previous: t('keys.previous') }
  const withWatch = useListKeys(items, { kind: 'watch', list, labels })
  useShortcut(
    { keys: 'o', shown: 'o', label: t('keys.open') },
    withWatch(({ id }) => document.getElementById(linkId('watch', id))?.click()),
  )
  const end = (watch: Watch) => {
    const index = items.findIndex(({ id }) => id === watch.id)
    const next = items[index + 1] ?? items[index - 1]
    // The card after it takes its place, and the focus; by its id, since the list may not be drawn anew yet.
    watching.end(watch, () => next && focusWhenDrawn(linkId('watch', next.id)))
  }
  useShortcut({ keys: 'w', shown: 'w', label: t('keys.end') }, withWatch(end))
  useShortcut({ keys: 'u', shown: 'u', label: t('keys.undo') }, watching.takeBack)
  const height = watchCardHeights[shape]
  return (
    <Page wide title={t('title')} lead={t('lead')}>
      <PasteLink />
      {watches.isPending && (
        <div aria-busy="true" className="space-y-2">
          {skeletons.map((key) => (
            <div key={key} style={{ height }}>
              <Skeleton className="h-full" />
            </div>
          ))}
        </div>
      )}
      {watches.isError && (
        <div className="mb-3">
          <Problem error={watches.error} onRetry={() => void watches.refetch()} />
        </div>
      )}
      {cards.isError && !watches.isError && (
        <div className="mb-3">
          <Problem error={cards.error} onRetry={() => void cards.refetch()} />
        </div>
      )}
      {watches.data && all.length === 0 && <NothingYet />}
      {all.length > 0 && (
        <>
          <WatchFilters search={search} watches={all} />
          {items.some(({ demo }) => demo) && <DemoBar />}
          {items.length === 0 ? (
            <NothingMatches />
          ) : (
            <CardList
              {...{ items, kind: 'watch', shape, height, columns: 1, more: null, handle: list }}
              name={t('title')}
              end={t('end', { count: items.length })}
              draw={(watch) => (
                <WatchCard
                  watch={watch}
                  onEnd={() => end(watch)}
                  deal={watch.listing === null ? undefined : byId.get(watch.listing.id)}
                  shape={shape}
                />
              )}
            />
          )}
        </>
      )}
    </Page>
  )
}

function NothingYet() {
  const t = useTranslations('watching')
  return (
    <Empty icon={<BellPlus size={26} />} title={t('nothingYet')}>
      <p className="text-muted">{t('nothingYetHow')}</p>
      <Link to="/deals" className={buttonClass('main')}>
        {t('toDeals')}
      </Link>
    </Empty>
  )
}

function NothingMatches() {
  const t = useTranslations('watching')
  return (
    <Empty icon={<SearchX size={26} />} title={t('nothingMatches')}>
      <Link to="/watching" search={{}} className={buttonClass()}>
        {t('showAll')}
      </Link>
    </Empty>
  )
}
