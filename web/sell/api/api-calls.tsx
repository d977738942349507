import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Moment } from '../../lib/figures/figures.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { callsQuery, type Where } from './queries.ts'

/** Every call to the marketplace for this ad, so that nothing is done there that is not seen here. */
export function ApiCalls({ where }: { where: Where }) {
  const t = useTranslations('sell.api')
  const { data, error, refetch } = useQuery(callsQuery(where))
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (data === undefined || data.items.length === 0) return null
  return (
    <Section id="calls" title={t('calls')}>
      <ul className="divide-y divide-line text-sm">
        {data.items.map(({ id, step, sentAt, status, reason }) => (
          <li key={id} className="py-1.5 wrap-anywhere">
            <Moment at={sentAt} brief /> <span className="font-semibold">{step}</span>{' '}
            {status === null ? t('noAnswer') : status}
            {reason !== null && <span className="text-muted"> {reason}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
