import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { summaryQuery } from '../../listings/queries.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'

/** Pages of the app where a hand can be lent; of what has none yet the sentence says what to do. */
const pageOf: Readonly<
  Record<string, '/rules/new' | '/settings/notifications' | '/settings/profile' | '/notifications'>
> = {
  'no-rule': '/rules/new',
  'no-channel': '/settings/notifications',
  'no-home': '/settings/profile',
  'failed-deliveries': '/notifications',
}

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
        <ul className="mb-6 divide-y divide-line border-y border-line">
          {data.needs.map(({ kind, sentence }) => {
            const page = pageOf[kind]
            return (
              <li key={kind} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span className="min-w-0 grow basis-60">
                  {sentence}
                  {kind === 'no-source' && <span className="block text-sm text-muted">{t('connect')}</span>}
                </span>
                {page !== undefined && (
                  <Link to={page} className={buttonClass()}>
                    {t('doIt')}
                  </Link>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <Link to="/deals" className={buttonClass('main')}>
        {t('toDeals')}
      </Link>
    </>
  )
}
