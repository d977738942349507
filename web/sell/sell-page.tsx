import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Page } from '../ui/page.tsx'
import { SubNav } from '../ui/sub-nav.tsx'

/** A page of the sell side, with the ways to the others. */
export function SellPage({
  title,
  lead,
  actions,
  children,
}: {
  title: string
  lead?: string
  actions?: ReactNode
  children: ReactNode
}) {
  const t = useTranslations('sell')
  return (
    <>
      <SubNav
        wide
        name={t('title')}
        links={[
          { to: '/sell', text: t('stock') },
          { to: '/sell/snap', text: t('snap.title') },
          { to: '/sell/sales', text: t('sales') },
          { to: '/sell/profit', text: t('profit') },
        ]}
      />
      <Page wide title={title} {...(lead !== undefined && { lead })} actions={actions}>
        {children}
      </Page>
    </>
  )
}
