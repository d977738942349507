import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { type DealSearch, searchText, without } from '../filters/filters.ts'
import { useSetSearch } from '../filters/use-search.ts'
import type { Deal, Points } from '../queries.ts'
import type { Circle } from './circle.ts'
import { loadMap } from './load-map.ts'
import { RadiusPanel } from './radius-panel.tsx'
import { useBox, useFilterCircle, useGround, useSpots } from './use-map.ts'

const DealMap = lazy(loadMap)
const noneHidden: readonly Deal[] = []

/** The map of the deals that are listed beside it, with what it says of itself and a radius to be drawn. */
export function MapPane({
  search,
  openId,
  hidden = noneHidden,
  isAside,
}: {
  search: DealSearch
  openId: number | null
  hidden?: readonly Deal[] | undefined
  /** It stands beside the list and stays in sight. */
  isAside: boolean
}) {
  const t = useTranslations('map')
  const about = useId()
  const navigate = useNavigate()
  const setSearch = useSetSearch()
  const { points, spots } = useSpots(search, hidden)
  const filtered = useFilterCircle(search)
  const [drawn, setDrawn] = useState<Circle | null>(null)
  const circle = drawn ?? filtered
  const { box, isOwn, onMove } = useBox(search, { spots, circle: filtered, openId })
  const { towns, tiles, isPending } = useGround(search.box)
  useEffect(() => void loadMap(), [])
  // Where the address says nothing, it is what there is that says where to look first.
  const isKnown = !isPending && (search.box !== undefined || !points.isPending)
  const open = (id: number) =>
    void navigate({
      ...{ to: '/listings/$id', params: { id: String(id) }, replace: openId !== null },
      state: { deals: searchText(search) },
    })
  const { box: _, ...everywhere } = search
  return (
    <figure
      aria-label={t('title')}
      className={`flex min-w-0 flex-col gap-2 ${isAside ? 'sticky top-30 h-[calc(100dvh-8.5rem)]' : 'mb-3'}`}
    >
      <figcaption className="flex flex-wrap items-end justify-between gap-2">
        <p id={about} className="min-w-48 grow basis-64 text-sm">
          {points.data && <Said points={points.data} />}
          <span className="sr-only"> {t('keys')}</span>
        </p>
        <RadiusPanel
          circle={circle}
          isFilter={drawn === null}
          onDraw={() => setDrawn(circleIn(box))}
          onChange={setDrawn}
          onUse={(near, km) => {
            setDrawn(null)
            setSearch({ ...everywhere, near, km })
          }}
          onRemove={() => {
            setDrawn(null)
            if (filtered !== null) setSearch(without(without(search, 'near'), 'km'))
          }}
        />
        {points.data?.total === 0 && search.box !== undefined && (
          <Button onClick={() => setSearch(everywhere)}>{t('everywhere')}</Button>
        )}
      </figcaption>
      <div className={isAside ? 'min-h-64 grow' : 'h-[min(55dvh,26rem)] min-h-64'}>
        {isKnown ? (
          <Suspense fallback={<Skeleton className="h-full" />}>
            <DealMap
              label={t('title')}
              describedBy={about}
              {...{ spots, box, isOwn, circle, towns, tiles, onMove }}
              onOpen={open}
              onCircle={circle && setDrawn}
            />
          </Suspense>
        ) : (
          <Skeleton className="h-full" />
        )}
      </div>
      {points.isError && <Problem error={points.error} onRetry={() => void points.refetch()} />}
    </figure>
  )
}

/** How many are there, never fewer than there are without a word. */
function Said({ points: { total, truncated, id, placeless, isTownCentre } }: { points: Points }) {
  const t = useTranslations('map')
  return (
    <>
      <span role="status" className="font-semibold">
        {truncated ? t('some', { shown: id.length, total }) : t('all', { total })}
      </span>{' '}
      <span className="text-muted">
        {isTownCentre.includes(true) && `${t('areas')} `}
        {placeless.count > 0 &&
          t('placeless', { count: placeless.count, least: placeless.isCapped ? '+' : '' })}
      </span>
    </>
  )
}

/** In the middle of what is looked at, a third of it wide. */
function circleIn(box: { west: number; south: number; east: number; north: number } | null): Circle {
  if (box === null) return { lat: 0, lon: 0, km: 1_000 }
  const across = (box.east - box.west + 360) % 360 || 360
  const lat = Math.min(80, Math.max(-80, (box.south + box.north) / 2))
  const lon = ((box.west + across / 2 + 540) % 360) - 180
  const reach = Math.min(box.north - box.south, across * Math.cos((lat * Math.PI) / 180)) / 4
  return { lat, lon, km: Math.min(2_000, Math.max(1, Math.round(reach * 111))) }
}
