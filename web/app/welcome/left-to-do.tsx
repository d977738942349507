import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { summaryQuery } from '../../listings/queries.ts'
import { NeedsList } from '../../listings/states/needs.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'

/** What needs a hand, most urgent first. */
export function LeftToDo() {
  const t = useTranslations('welcome')
  const { data, error, refetch } = useQuery(summaryQuery)
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (data === undefined)
    return (
      <div aria-busy="true">
        <Skeleton className="h-48" />
      </div>
    )
  return (
    <>
      {data.needs.length === 0 ? (
        <p className="mb-6">{t('nothingLeft')}</p>
      ) : (
        <div className="mb-6 border-y border-line">
          <NeedsList needs={data.needs} />
        </div>
      )}
      <Link to="/deals" className={buttonClass('main')}>
        {t('toDeals')}
      </Link>
    </>
  )
}
