import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useShortcut } from '../lib/shortcuts/shortcuts.tsx'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/states.tsx'
import { isNewSince } from './deal.ts'
import { DealCard } from './deal-card.tsx'
import type { Deal } from './queries.ts'

const gapPx = 8
/** So many rows before the end the next page is asked for. */
const rowsAhead = 15

interface More {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: unknown
  fetchNextPage(): unknown
}

/** As many rows as fit are in the page; all are as high as `height`, so that Back finds each where it was. */
export function DealList({
  deals,
  height,
  more,
  newSinceMs,
}: {
  deals: readonly Deal[]
  height: number
  more: More
  /** What was first seen later is marked; null = nothing is. */
  newSinceMs: number | null
}) {
  const t = useTranslations('deals')
  const list = useRef<HTMLOListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({
    count: deals.length,
    estimateSize: () => height,
    gap: gapPx,
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: 80,
    scrollPaddingEnd: 100,
    getItemKey: (index) => deals[index]!.id,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows were laid out for the height of before.
  useLayoutEffect(() => virtual.measure(), [height])
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = more
  useEffect(() => {
    if (last >= deals.length - rowsAhead && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage()
  }, [last, deals.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  const asked = useRef(-1)
  const step = (by: number) => {
    const focused = deals.findIndex(({ id }) => document.activeElement?.id === `deal-${id}`)
    // The row that was asked for last may not be drawn yet.
    const from = focused < 0 ? asked.current : focused
    const index = Math.min(deals.length - 1, Math.max(0, from + by))
    asked.current = index
    virtual.scrollToIndex(index, { align: 'auto' })
    requestAnimationFrame(() =>
      document.getElementById(`deal-${deals[index]!.id}`)?.focus({ preventScroll: true }),
    )
  }
  useShortcut({ keys: 'j', shown: 'j', label: t('next') }, () => step(1))
  useShortcut({ keys: 'k', shown: 'k', label: t('previous') }, () => step(-1))
  return (
    <>
      <ol ref={list} className="relative" style={{ height: virtual.getTotalSize() }} aria-label={t('list')}>
        {rows.map(({ key, index, start }) => (
          <li
            key={key}
            aria-posinset={index + 1}
            aria-setsize={hasNextPage ? -1 : deals.length}
            className="absolute inset-x-0 top-0"
            style={{ height, transform: `translateY(${start - top}px)` }}
          >
            <DealCard deal={deals[index]!} isNew={isNewSince(deals[index]!, newSinceMs)} />
          </li>
        ))}
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
