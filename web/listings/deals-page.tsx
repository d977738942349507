import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Download, RotateCw } from 'lucide-react'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Age, Moment } from '../lib/figures/figures.tsx'
import { usePerson } from '../lib/person.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { canDrawMaps } from '../ui/map/webgl.ts'
import { useMedia } from '../ui/media.ts'
import { Page } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { CardContext, type Cards } from './cards/card-context.ts'
import { type CardShape, cardHeights } from './cards/deal-card.tsx'
import { isNewSince } from './deal.ts'
import { FilterBar } from './filters/filter-bar.tsx'
import { askOf, type DealSearch, searchText, usual } from './filters/filters.ts'
import { look } from './last-look.ts'
import type { ListHandle } from './list/card-list.tsx'
import { DealList } from './list/deal-list.tsx'
import { useDealKeys } from './list/use-deal-keys.ts'
import { MapPane } from './map/map-pane.tsx'
import { DealMenu, type OpenMenu } from './marks/deal-menu.tsx'
import { type MarkChange, withMarks } from './marks/marks.ts'
import { markedHere, useMarks } from './marks/use-marks.ts'
import { NewPill } from './new-pill.tsx'
import { csvUrl, type Deal, type DealPage, dealsQuery } from './queries.ts'
import { ViewTabs } from './saved/view-tabs.tsx'
import { ranged, selection, toggled } from './selection/selection.ts'
import { SelectionBar } from './selection/selection-bar.tsx'
import { BlindBar, DemoBar, DroppedBar, StaleBar, useBlindNames } from './states/bars.tsx'
import { NeedsButton } from './states/needs.tsx'
import { Nothing } from './states/nothing.tsx'
import { useWatching } from './watching/use-watching.ts'

const NoteSheet = lazy(() => import('./marks/note-sheet.tsx'))
const skeletons = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const noDeals: Deal[] = []
const allOf = ({ pages }: InfiniteData<DealPage>) => pages.flatMap(({ items }) => items)

/** What is for sale below its value: the page that is opened every morning. */
export function DealsPage({
  search: asked,
  openId,
}: {
  search: DealSearch
  /** The listing that is open beside it; null = none. */
  openId: number | null
}) {
  const t = useTranslations('deals')
  const person = usePerson()
  const search = drawable(asked, person)
  const isMap = search.view === 'map'
  const ask = askOf(search, person)
  const deals = useInfiniteQuery({ ...dealsQuery(ask), ...(isMap && { placeholderData: keepPreviousData }) })
  const queryClient = useQueryClient()
  const here = markedHere.use()
  const { data } = deals
  const found = useMemo(() => (data ? allOf(data) : noDeals), [data])
  const items = useMemo(() => withMarks(found, here, search.mark), [found, here, search.mark])
  const [before] = useState(() => look(Date.now()))
  const hidden = useMemo(() => found.filter((deal) => !items.includes(deal)), [found, items])
  const { shape, columns, isNarrow, isAside } = useShape(search, openId !== null)
  const list = useRef<ListHandle | null>(null)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [noted, setNoted] = useState<Deal | null>(null)
  const { mark, undo } = useMarks()
  const { turn: watch } = useWatching()
  const select = ({ id }: Deal, isRange: boolean) =>
    selection.set((now) =>
      (isRange ? ranged : toggled)(
        now,
        id,
        items.map((deal) => deal.id),
      ),
    )
  const markOne = (deal: Deal, change: MarkChange) => {
    const index = items.findIndex(({ id }) => id === deal.id)
    mark([deal], change)
    if (change.hidden === undefined) return
    // The card after it takes its place, and the focus, once what was open over the list is gone.
    requestAnimationFrame(() => requestAnimationFrame(() => list.current?.focus(index)))
  }
  const deeds = {
    mark: markOne,
    why: (deal: Deal, anchor: HTMLElement) => setMenu({ deal, anchor, isWhy: true }),
    ...{ note: setNoted, select, undo, watch },
  }
  useDealKeys(items, { list, openId, deeds })
  const cards: Cards = {
    ...{ sort: search.sort ?? usual.sort, search: searchText(search), openId },
    select,
    hide: (deal) => markOne(deal, { hidden: true }),
    contact: (deal) => markOne(deal, { contacted: true }),
    openMenu: (deal, anchor) => setMenu({ deal, anchor, isWhy: false }),
  }
  const refresh = async () => {
    const { isSuccess } = await deals.refetch()
    void queryClient.invalidateQueries({ queryKey: ['deal-points'] })
    // What was marked here is what the server has told by now.
    if (isSuccess) markedHere.set(new Map())
  }
  return (
    <CardContext value={cards}>
      <Page
        wide
        title={t('title')}
        lead={
          <>
            <Lead search={search} pages={data?.pages} before={before} />{' '}
            {isNarrow && <NeedsButton isInLine />}
          </>
        }
        actions={
          <div className="flex flex-wrap gap-2">
            {!isNarrow && <NeedsButton />}
            <a href={csvUrl(ask)} download className={buttonClass()}>
              <Download aria-hidden size={16} />
              <span className={isNarrow ? 'sr-only' : ''}>{t('csv')}</span>
            </a>
            <Refresh busy={deals.isRefetching} isNarrow={isNarrow} onPress={() => void refresh()} />
          </div>
        }
      >
        <ViewTabs search={search} />
        <FilterBar search={search} isNarrow={isNarrow} />
        <DroppedBar />
        <BlindBar />
        {deals.isRefetchError && data && (
          <StaleBar
            asOf={new Date(deals.dataUpdatedAt).toISOString()}
            error={deals.error}
            onRetry={() => void refresh()}
          />
        )}
        {items.some(({ demo }) => demo) && <DemoBar />}
        <NewPill ask={ask} />
        {asked.view === 'map' && !isMap && <NoMap isByDistance={search.sort === 'distance'} />}
        <div className={isAside ? 'grid grid-cols-[minmax(0,1fr)_27rem] items-start gap-4' : ''}>
          {isMap && <MapPane {...{ search, openId, hidden, isAside }} />}
          <div className="min-w-0" aria-busy={deals.isPlaceholderData}>
            {deals.isPending && <Waiting height={cardHeights[shape]} />}
            {deals.isError && !data && <Problem error={deals.error} onRetry={() => void deals.refetch()} />}
            {data && found.length === 0 && <Nothing search={search} />}
            {data && found.length > 0 && (
              <DealList
                {...{ deals: items, shape, columns, more: deals, newSinceMs: before, handle: list }}
                isInOrder={cards.sort === 'newest'}
                isBesideMap={isMap}
              />
            )}
          </div>
        </div>
        <SelectionBar search={search} deals={items} />
        <DealMenu
          open={menu}
          onMark={markOne}
          onNote={setNoted}
          onWatch={watch}
          onSelect={(deal) => select(deal, false)}
          onClose={() => setMenu(null)}
        />
        <Suspense fallback={null}>
          {noted && <NoteSheet key={noted.id} deal={noted} onClose={() => setNoted(null)} />}
        </Suspense>
      </Page>
    </CardContext>
  )
}

/** A browser that draws no map gets the list, the nearest first where that is known. */
function drawable(search: DealSearch, { home }: { home: string | null }): DealSearch {
  if (search.view !== 'map' || canDrawMaps()) return search
  const { view: _, box: __, ...listed } = search
  const hasPlace = home !== null || search.near !== undefined
  return { ...listed, ...(hasPlace && { sort: search.sort ?? 'distance' }) }
}

function NoMap({ isByDistance }: { isByDistance: boolean }) {
  const t = useTranslations('map')
  return (
    <p role="status" className="mb-3 rounded-md border border-line bg-caution-soft p-3 text-sm">
      <strong>{t('none')}</strong> {t(isByDistance ? 'byDistance' : 'byNothing')}
    </p>
  )
}

/** How cards are drawn where there is so much room. */
function useShape({ view }: DealSearch, isBeside: boolean) {
  const isWide = useMedia('(width >= 56rem)')
  const isWider = useMedia('(width >= 64rem)')
  const isNarrow = !isWide || isBeside
  const isAside = view === 'map' && isWider && !isBeside
  const isGallery = view === 'gallery'
  const listed: CardShape = isBeside || isAside ? 'beside' : isWide ? 'wide' : 'narrow'
  return {
    isNarrow,
    isAside,
    shape: isGallery ? ('gallery' as const) : listed,
    columns: !isGallery ? 1 : isNarrow ? 2 : isWider ? 4 : 3,
  }
}

function Waiting({ height }: { height: number }) {
  const t = useTranslations('deals')
  return (
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
  const blind = useBlindNames()
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
          {blind.length > 0 && ` ${t('bars.without', { names: blind.join(', ') })}`}
        </>
      )}
    </>
  )
}

function Refresh({ busy, isNarrow, onPress }: { busy: boolean; isNarrow: boolean; onPress(): void }) {
  const t = useTranslations('deals')
  return (
    <Button onClick={onPress} disabled={busy}>
      <RotateCw aria-hidden size={16} className={busy ? 'animate-spin' : ''} />
      <span className={isNarrow ? 'sr-only' : ''}>{t('refresh')}</span>
    </Button>
  )
}
