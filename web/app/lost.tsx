import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { MapPinOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Problem } from '../ui/states.tsx'

/** Where no page is. */
export function Lost() {
  const t = useTranslations('shell')
  return (
    <Empty icon={<MapPinOff size={26} />} title={t('lost')} heading="h1">
      <Link to="/deals" className={buttonClass('main')}>
        {t('toDeals')}
      </Link>
    </Empty>
  )
}

/** Where a page could not be shown. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const t = useTranslations('shell')
  return (
    <Page title={t('problem')}>
      <Problem error={error} onRetry={reset} />
    </Page>
  )
}
