import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { ArrowUp } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Moment } from '../../lib/figures/figures.tsx'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/states.tsx'
import { Swipe } from '../cards/card-actions.tsx'
import { type CardShape, cardHeights, DealCard } from '../cards/deal-card.tsx'
import { isNewSince } from '../deal.ts'
import type { Deal } from '../queries.ts'
import { dividerHeight, rowOf, rowsOf } from './list-rows.ts'

const gapPx = 8
/** So many cards before the end the next page is asked for. */
const cardsAhead = 20

interface More {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: unknown
  fetchNextPage(): unknown
}

/** What moves through a list from outside of it. */
export interface ListHandle {
  /** The place of the card that was asked for and has not got the focus yet; null = none. */
  onItsWayTo(): number | null
  /** Has the focus go so many cards on; to the first or last where there are not as many. */
  step(by: number): void
  /** Has it go to a card once it is drawn. */
  focus(index: number): void
}

/** As many cards as fit are in the page; all are as high as their shape, so that Back finds each where it was. */
export function DealList({
  deals,
  shape,
  columns,
  more,
  newSinceMs,
  isInOrder,
  handle,
}: {
  deals: readonly Deal[]
  shape: CardShape
  columns: number
  more: More
  /** What was first seen later is marked; null = nothing is. */
  newSinceMs: number | null
  /** What is new comes first: a line stands below it. */
  isInOrder: boolean
  handle: { current: ListHandle | null }
}) {
  const t = useTranslations('deals')
  const list = useRef<HTMLOListElement>(null)
  const [top, setTop] = useState(0)
  const drawnAs = useRef(shape)
  // What stands above it may have come or gone with any render.
  useLayoutEffect(() => {
    const now = list.current === null ? 0 : Math.round(list.current.getBoundingClientRect().top + scrollY)
    // With another shape the page above is as high as it happens to be: the cards stay where they were seen; but who is at
    // its top still sees its heading.
    if (drawnAs.current !== shape && scrollY > 0) scrollBy(0, now - top)
    drawnAs.current = shape
    if (now !== top) setTop(now)
  })
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = more
  const newCount = useMemo(() => {
    const count = deals.findIndex((deal) => !isNewSince(deal, newSinceMs))
    return isInOrder && newSinceMs !== null && count > 0 ? count : null
  }, [deals, newSinceMs, isInOrder])
  const rows = useMemo(() => rowsOf(deals.length, columns, newCount), [deals.length, columns, newCount])
  const height = cardHeights[shape]
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === 'divider' ? dividerHeight : height),
    gap: gapPx,
    overscan: Math.ceil(6 / columns),
    scrollMargin: top,
    scrollPaddingStart: 120,
    scrollPaddingEnd: 110,
    getItemKey: (index) => {
      const row = rows[index]
      return row?.kind === 'cards' ? deals[row.from]!.id : 'divider'
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows were laid out for what they were before.
  useLayoutEffect(() => virtual.measure(), [height, rows])
  const drawn = virtual.getVirtualItems()
  const lastRow = rows[drawn.at(-1)?.index ?? 0]
  const last = lastRow?.kind === 'cards' ? lastRow.to : 0
  useEffect(() => {
    if (last >= deals.length - cardsAhead && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage()
  }, [last, deals.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  const asked = useRef(-1)
  const isOnItsWay = useRef(false)
  const focus = (index: number) => {
    const to = Math.min(deals.length - 1, Math.max(0, index))
    if (deals.length === 0) return
    asked.current = to
    virtual.scrollToIndex(rowOf(rows, to), { align: 'auto' })
    isOnItsWay.current = true
    focusWhenDrawn(deals[to]!.id, () => {
      isOnItsWay.current = false
    })
  }
  useLayoutEffect(() => {
    handle.current = {
      focus,
      onItsWayTo: () => (isOnItsWay.current ? asked.current : null),
      step(by) {
        const focused = deals.findIndex(({ id }) => isFocused(id))
        // The card that was asked for last may not be drawn yet, or have the focus: who presses twice goes two on.
        focus((focused < 0 || isOnItsWay.current ? asked.current : focused) + by)
      },
    }
  })
  return (
    <>
      <ol ref={list} className="relative" style={{ height: virtual.getTotalSize() }} aria-label={t('list')}>
        {drawn.map(({ key, index, start }) => {
          const row = rows[index]
          const transform = `translateY(${start - top}px)`
          if (row?.kind !== 'cards')
            return (
              <li
                key={key}
                className="absolute inset-x-0 top-0 flex items-center gap-3 text-sm font-semibold"
                style={{ height: dividerHeight, transform }}
              >
                <span aria-hidden className="h-0.5 grow bg-ink" />
                <ArrowUp aria-hidden size={16} />
                {t.rich('since', {
                  count: newCount ?? 0,
                  moment: () => <Moment brief at={new Date(newSinceMs!).toISOString()} />,
                })}
                <span aria-hidden className="h-0.5 grow bg-ink" />
              </li>
            )
          return deals.slice(row.from, row.to).map((deal, column) => (
            <li
              key={deal.id}
              aria-posinset={row.from + column + 1}
              aria-setsize={hasNextPage ? -1 : deals.length}
              className="absolute top-0"
              style={{ height, transform, ...placeOf(column, columns) }}
            >
              <Swipe deal={deal}>
                <DealCard deal={deal} shape={shape} isNew={isNewSince(deal, newSinceMs)} />
              </Swipe>
            </li>
          ))
        })}
      </ol>
      <div className="py-6 text-center text-sm text-muted">
        {isFetchNextPageError ? (
          <Problem error={more.error} onRetry={() => void fetchNextPage()} />
        ) : hasNextPage ? (
          <Button look="bare" onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
            {t(isFetchingNextPage ? 'loading' : 'more')}
          </Button>
        ) : (
          <p>{t('end', { count: deals.length })}</p>
        )}
      </div>
    </>
  )
}

function placeOf(column: number, columns: number) {
  const width = `(100% - ${(columns - 1) * gapPx}px) / ${columns}`
  return { width: `calc(${width})`, left: `calc((${width} + ${gapPx}px) * ${column})` }
}

export const isFocused = (id: number) => {
  const card = document.getElementById(`deal-${id}`)?.closest('article')
  return card?.contains(document.activeElement) === true
}

/** So many frames a list takes at most until it has drawn where it was scrolled to. */
const framesMax = 30

/** Has the focus go to a card as soon as it is there, if it comes at all; `onEnd` = it has it, or never will. */
export function focusWhenDrawn(id: number, onEnd?: () => void, frame = 0): void {
  requestAnimationFrame(() => {
    const link = document.getElementById(`deal-${id}`)
    if (!link && frame < framesMax) return focusWhenDrawn(id, onEnd, frame + 1)
    link?.focus({ preventScroll: true })
    onEnd?.()
  })
}
