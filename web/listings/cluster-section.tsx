import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Age, Money } from '../lib/figures/figures.tsx'
import { Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { clusterQuery } from './queries.ts'

/** Other offers of the very same thing, with what says that it is the same. */
export function ClusterSection({ id }: { id: number }) {
  const t = useTranslations('listing')
  const query = useQuery(clusterQuery(id))
  const cluster = query.data?.cluster
  const others = cluster?.members.filter(({ listingId }) => listingId !== id) ?? []
  return (
    <Section id="same" title={t('sections.same')}>
      {query.isPending && (
        <div aria-busy="true">
          <Skeleton className="h-24" />
        </div>
      )}
      {query.isError && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {cluster && <p className="mb-3">{cluster.summary}</p>}
      <ul className="divide-y divide-line border-y border-line">
        {others.map((member) => (
          <li key={member.listingId} className="flex items-start justify-between gap-4 py-2.5">
            <div className="min-w-0">
              <Link
                to="/listings/$id"
                params={{ id: String(member.listingId) }}
                className="inline-block min-h-6 font-semibold underline decoration-line underline-offset-4 hover:decoration-ink"
              >
                {member.title}
              </Link>
              <p className="flex flex-wrap gap-x-3 text-xs text-muted">
                <span>{member.marketplace}</span>
                <Age at={member.postedAt ?? member.firstSeenAt} />
                {member.state !== 'active' && <span>{t(`over.${member.state}`)}</span>}
              </p>
              <p className="mt-0.5 text-sm text-muted">{member.sentence}</p>
            </div>
            <strong>
              <Money cents={member.priceCents} currency={member.currency} />
            </strong>
          </li>
        ))}
      </ul>
    </Section>
  )
}
