import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { mapQuery, spotQuery, townsQuery } from '../../lib/api/places.ts'
import { usePerson } from '../../lib/person.tsx'
import { type Box, boxAround, boxOfRing, boxText, isNearly, readBox, widened } from '../../ui/map/box.ts'
import { type DealSearch, filterOf, readDealSearch, searchText } from '../filters/filters.ts'
import { type Deal, pointsQuery } from '../queries.ts'
import { type Circle, spotIn, usualKm } from './circle.ts'
import { spotsOf } from './spots.ts'

/** So long a map stands still before the list follows it. */
const calmMs = 300

/** Where deals are, in the part of the map that is looked at; `hidden` = what was hidden since. */
export function useSpots(search: DealSearch, hidden: readonly Deal[]) {
  const points = useQuery({
    ...pointsQuery(filterOf(search, usePerson())),
    placeholderData: keepPreviousData,
  })
  const spots = useMemo(
    () => (points.data ? spotsOf(points.data, new Set(hidden.map(({ id }) => id))) : []),
    [points.data, hidden],
  )
  return { points, spots }
}

/** Names of towns and the ground below them. */
export function useGround(box: string | undefined) {
  const towns = useQuery({
    ...townsQuery(box ?? ''),
    enabled: box !== undefined,
    placeholderData: keepPreviousData,
  })
  const { data, isPending } = useQuery(mapQuery)
  return { towns: towns.data ?? [], tiles: data?.tiles ?? null, isPending }
}

/** What the filter has of a place: null where it has none, or while it is not known where that is. */
export function useFilterCircle({ near, km }: DealSearch): Circle | null {
  const spot = spotIn(near ?? '')
  const named = useQuery({ ...spotQuery(near ?? ''), enabled: near !== undefined && spot === null })
  const found = near === undefined ? null : (spot ?? named.data ?? null)
  const [lat, lon] = [found?.lat, found?.lon]
  return useMemo(
    () => (lat === undefined || lon === undefined ? null : { lat, lon, km: km ?? usualKm }),
    [lat, lon, km],
  )
}

/** Which part is looked at: what the address says, else wherever there are some; `isOwn` = that is from a move of the map. */
export function useBox(
  search: DealSearch,
  {
    spots,
    circle,
    openId,
  }: { spots: readonly { lat: number; lon: number }[]; circle: Circle | null; openId: number | null },
) {
  const navigate = useNavigate()
  const given = search.box
  const box = useMemo<Box | null>(() => {
    if (given !== undefined) return readBox(given)
    if (circle !== null) return boxOfRing(circle, circle.km)
    const around = boxAround(spots)
    return around && widened(around, 0.08)
  }, [given, circle, spots])
  const own = useRef<string | undefined>(undefined)
  const latest = useRef({ search, openId })
  latest.current = { search, openId }
  const [shown, setShown] = useState<Box | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const onMove = (now: Box) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setShown(now), calmMs)
  }
  useEffect(() => {
    if (shown === null) return
    const { search: from, openId: open } = latest.current
    const before = from.box === undefined ? null : readBox(from.box)
    if (before !== null && isNearly(before, shown)) return
    const next = readDealSearch({ ...from, box: boxText(shown) })
    own.current = next.box
    // What is open beside the map stays open while it is moved.
    if (open === null) void navigate({ to: '/deals', search: next, replace: true, resetScroll: false })
    else
      void navigate({
        ...{ to: '/listings/$id', params: { id: String(open) }, replace: true, resetScroll: false },
        state: { deals: searchText(next) },
      })
  }, [shown, navigate])
  return { box, isOwn: given !== undefined && given === own.current, onMove }
}
