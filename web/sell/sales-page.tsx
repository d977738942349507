import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Receipt } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '../ui/button.tsx'
import { ShowMore } from '../ui/show-more.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { OrdersSection } from './orders/orders-section.tsx'
import { salesQuery } from './queries.ts'
import { SaleRows } from './sale-rows.tsx'
import { SellPage } from './sell-page.tsx'

/** All that was sold, the latest first. */
export function SalesPage() {
  const t = useTranslations('sell')
  const sales = useInfiniteQuery(salesQuery())
  const all = sales.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <SellPage title={t('sales')} lead={t('salesLead')}>
      <OrdersSection />
      {sales.isPending && (
        <div aria-busy="true">
          <Skeleton className="h-72" />
        </div>
      )}
      {sales.isError && <Problem error={sales.error} onRetry={() => void sales.refetch()} />}
      {sales.data && all.length === 0 && (
        <Empty icon={<Receipt size={26} />} title={t('noSales')}>
          <p className="text-muted">{t('noSalesHow')}</p>
          <Link to="/sell" className={buttonClass()}>
            {t('toStock')}
          </Link>
        </Empty>
      )}
      {all.length > 0 && <SaleRows withTitles sales={all} />}
      <ShowMore query={sales} text={t('more')} />
    </SellPage>
  )
}
