import { Link, useCanGoBack, useRouter, useRouterState } from '@tanstack/react-router'
import { ArrowLeft, X } from 'lucide-react'
import { createContext, type MouseEvent, useContext } from 'react'
import { useTranslations } from 'use-intl'
import { useShortcut } from '../lib/shortcuts/shortcuts.tsx'
import type { DealSearch } from './filters/filters.ts'

/** Whether a listing stands beside the deals, and which deals those are; null = none are known. */
export const BesideContext = createContext<{ isBeside: boolean; search: DealSearch | null }>({
  ...{ isBeside: false, search: null },
})

/** The way back to the deals that a listing was opened from, to the very row where there is one. */
export function BackToDeals() {
  const t = useTranslations('listing')
  const { isBeside, search } = useContext(BesideContext)
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const isFromDeals = useRouterState({ select: ({ location }) => location.state.deals !== undefined })
  const goesBack = isFromDeals && canGoBack
  const onClick = (event: MouseEvent) => {
    // Who wants it in another tab gets it there.
    if (!goesBack || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    router.history.back()
  }
  return (
    <>
      {isBeside && (
        <EscapeKey label={t('closeBeside')} onPress={() => document.getElementById(linkId)?.click()} />
      )}
      <Link
        id={linkId}
        to="/deals"
        {...(search && { search })}
        resetScroll={!isBeside}
        onClick={onClick}
        className="inline-flex min-h-10 items-center gap-2 text-sm font-semibold text-muted hover:text-ink"
      >
        {isBeside ? (
          <X aria-hidden size={17} />
        ) : (
          <ArrowLeft aria-hidden size={17} className="rtl:-scale-x-100" />
        )}
        {t(isBeside ? 'closeBeside' : 'toDeals')}
      </Link>
    </>
  )
}

const linkId = 'back-to-deals'

function EscapeKey({ label, onPress }: { label: string; onPress(): void }) {
  useShortcut({ keys: 'escape', shown: 'Esc', label }, onPress)
  return null
}
