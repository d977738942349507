import { Outlet, useMatch, useRouterState } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMedia } from '../ui/media.ts'
import { BesideContext } from './beside.tsx'
import { besideId } from './beside-id.ts'
import { DealsPage } from './deals-page.tsx'
import { type DealSearch, readDealSearch } from './filters/filters.ts'
import { focusWhenDrawn, linkId } from './list/card-list.tsx'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The search of the deals from which a listing was opened. */
    deals?: string
  }
}

/** The deals, and where there is room a listing that was opened from them beside them; else one of the two. */
export function DealsFrame() {
  const t = useTranslations('deals')
  const atDeals = useMatch({ from: '/board/deals', shouldThrow: false })
  const atListing = useMatch({ from: '/board/listings/$id', shouldThrow: false })
  const from = useRouterState({ select: ({ location }) => location.state.deals })
  const hasRoom = useMedia('(width >= 80rem)')
  const [last, setLast] = useState<DealSearch | null>(() => (from === undefined ? null : readText(from)))
  if (atDeals && atDeals.search !== last) setLast(atDeals.search)
  // A map that is moved beside an open listing says so here.
  const listed = useMemo(() => (from === undefined ? null : readText(from)), [from])
  const search = atDeals?.search ?? listed ?? last
  const isBeside = atListing !== undefined && hasRoom && search !== null
  const isAtDeals = atDeals !== undefined
  const opened = useRef<number | null>(null)
  if (atListing) opened.current = Number(atListing.params.id)
  useEffect(() => {
    if (!isAtDeals) return
    // A listing that was beside the list has had the title, and maybe the focus.
    document.title = `${t('title')} – Deal Scout`
    if (opened.current !== null && isNowhere(document.activeElement))
      focusWhenDrawn(linkId('deal', opened.current))
    opened.current = null
  }, [isAtDeals, t])
  return (
    <BesideContext value={{ isBeside, search }}>
      <div className={isBeside ? 'flex items-start' : undefined}>
        {search !== null && (atDeals || isBeside) && (
          <div className={isBeside ? 'w-120 shrink-0 min-[96rem]:w-136' : undefined}>
            <DealsPage search={search} openId={isBeside ? Number(atListing.params.id) : null} />
          </div>
        )}
        {atListing && (
          <section
            key={isBeside ? atListing.params.id : 'page'}
            {...(isBeside && { id: besideId, tabIndex: -1, 'aria-label': t('beside') })}
            className={`sm:@container ${isBeside ? 'sticky top-0 h-dvh min-w-0 grow overflow-y-auto border-s border-line' : ''}`}
          >
            <Outlet />
          </section>
        )}
      </div>
    </BesideContext>
  )
}

/** What had the focus is gone, or the page as a whole was given it. */
const isNowhere = (element: Element | null) =>
  element === null || element === document.body || element.id === 'page'

const readText = (text: string) => readDealSearch(Object.fromEntries(new URLSearchParams(text)))
