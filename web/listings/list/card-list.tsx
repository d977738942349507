import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/states.tsx'
import { dividerHeight, rowOf, rowsOf } from './list-rows.ts'

const gapPx = 8
/** So many cards before the end the next page is asked for. */
const cardsAhead = 20

const noMore = {
  ...{ hasNextPage: false, isFetchingNextPage: false, isFetchNextPageError: false },
  fetchNextPage() {},
}

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
export function CardList<Item extends { id: number }>({
  items,
  kind,
  shape,
  height,
  columns,
  more,
  name,
  end,
  newCount = null,
  divider = null,
  draw,
  handle,
}: {
  items: readonly Item[]
  /** What the ids of their links begin with. */
  kind: CardKind
  /** With another one the cards stay where they were seen. */
  shape: string
  height: number
  columns: number
  /** null = that is all of them. */
  more: More | null
  name: string
  /** What stands below the last. */
  end: string
  /** So many at its beginning are new: `divider` stands below them; null = nowhere. */
  newCount?: number | null
  divider?: ReactNode
  draw(item: Item): ReactNode
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
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = more ?? noMore
  const rows = useMemo(() => rowsOf(items.length, columns, newCount), [items.length, columns, newCount])
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
      return row?.kind === 'cards' ? items[row.from]!.id : 'divider'
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows were laid out for what they were before.
  useLayoutEffect(() => virtual.measure(), [height, rows])
  const drawn = virtual.getVirtualItems()
  const lastRow = rows[drawn.at(-1)?.index ?? 0]
  const last = lastRow?.kind === 'cards' ? lastRow.to : 0
  useEffect(() => {
    if (last >= items.length - cardsAhead && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage()
  }, [last, items.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  const asked = useRef(-1)
  const isOnItsWay = useRef(false)
  const focus = (index: number) => {
    const to = Math.min(items.length - 1, Math.max(0, index))
    if (items.length === 0) return
    asked.current = to
    virtual.scrollToIndex(rowOf(rows, to), { align: 'auto' })
    isOnItsWay.current = true
    focusWhenDrawn(linkId(kind, items[to]!.id), () => {
      isOnItsWay.current = false
    })
  }
  useLayoutEffect(() => {
    handle.current = {
      focus,
      onItsWayTo: () => (isOnItsWay.current ? asked.current : null),
      step(by) {
        const focused = items.findIndex(({ id }) => isFocused(linkId(kind, id)))
        // The card that was asked for last may not be drawn yet, or have the focus: who presses twice goes two on.
        focus((focused < 0 || isOnItsWay.current ? asked.current : focused) + by)
      },
    }
  })
  return (
    <>
      <ol ref={list} className="relative" style={{ height: virtual.getTotalSize() }} aria-label={name}>
        {/* All of them beside each other: a card that moves up a row stays itself, and keeps the focus. */}
        {drawn.flatMap(({ key, index, start }) => {
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
                {divider}
                <span aria-hidden className="h-0.5 grow bg-ink" />
              </li>
            )
          return items.slice(row.from, row.to).map((item, column) => (
            <li
              key={item.id}
              aria-posinset={row.from + column + 1}
              aria-setsize={hasNextPage ? -1 : items.length}
              className="absolute top-0"
              style={{ height, transform, ...placeOf(column, columns) }}
            >
              {draw(item)}
            </li>
          ))
        })}
      </ol>
      <div className="py-6 text-center text-sm text-muted">
        {isFetchNextPageError ? (
          <Problem error={more?.error} onRetry={() => void fetchNextPage()} />
        ) : hasNextPage ? (
          <Button look="bare" onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
            {t(isFetchingNextPage ? 'loading' : 'more')}
          </Button>
        ) : (
          <p>{end}</p>
        )}
      </div>
    </>
  )
}

function placeOf(column: number, columns: number) {
  const width = `(100% - ${(columns - 1) * gapPx}px) / ${columns}`
  return { width: `calc(${width})`, insetInlineStart: `calc((${width} + ${gapPx}px) * ${column})` }
}

export type CardKind = 'deal' | 'watch'

/** The id of the link that a card is. */
export const linkId = (kind: CardKind, id: number) => `${kind}-${id}`

export const isFocused = (id: string) => {
  const card = document.getElementById(id)?.closest('article')
  return card?.contains(document.activeElement) === true
}

/** So many frames a list takes at most until it has drawn where it was scrolled to. */
const framesMax = 30

/** Has the focus go to a card as soon as it is there, if it comes at all; `onEnd` = it has it, or never will. */
export function focusWhenDrawn(id: string, onEnd?: () => void, frame = 0): void {
  requestAnimationFrame(() => {
    const link = document.getElementById(id)
    if (!link && frame < framesMax) return focusWhenDrawn(id, onEnd, frame + 1)
    link?.focus({ preventScroll: true })
    onEnd?.()
  })
}
