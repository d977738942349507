import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Age, Money } from '../lib/figures/figures.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { useMarketplaceName } from './marketplace-name.ts'
import { clusterQuery, joinListings, splitOff } from './queries.ts'

/**
 * Other offers of the very same thing, with what says that it is the same, and those that may be: the person has the last
 * word. Nothing where there is neither.
 */
export function ClusterSection({ id, hasCluster }: { id: number; hasCluster: boolean }) {
  const t = useTranslations('listing')
  const query = useQuery(clusterQuery(id))
  const { join, split } = useSayings(id)
  const cluster = query.data?.cluster
  const others = cluster?.members.filter(({ listingId }) => listingId !== id) ?? []
  const maybe = query.data?.maybe.filter(
    (one) => !cluster?.members.some(({ listingId }) => listingId === one.listingId),
  )
  if (!hasCluster && !maybe?.length) return null
  return (
    <Section id="same" title={t('sections.same')}>
      {query.isPending && (
        <div aria-busy="true">
          <Skeleton className="h-24" />
        </div>
      )}
      {query.isError && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {cluster && <p className="mb-3">{cluster.summary}</p>}
      {others.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {others.map((member) => (
            <Offer
              key={member.listingId}
              offer={member}
              said={member.sentence}
              facts={<Age at={member.postedAt ?? member.firstSeenAt} />}
              action={
                <Button
                  disabled={split.isPending}
                  aria-label={t('splitOf', { title: member.title })}
                  onClick={() => split.mutate(member.listingId)}
                >
                  {t('split')}
                </Button>
              }
            />
          ))}
        </ul>
      )}
      {maybe !== undefined && maybe.length > 0 && (
        <>
          <h3 className="mt-5 mb-2 font-bold">{t('maybeSame')}</h3>
          <ul className="divide-y divide-line border-y border-line">
            {maybe.map((one) => (
              <Offer
                key={one.listingId}
                offer={one}
                said={one.reason}
                action={
                  <Button
                    disabled={join.isPending}
                    aria-label={t('joinOf', { title: one.title })}
                    onClick={() => join.mutate(one.listingId)}
                  >
                    {t('join')}
                  </Button>
                }
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

interface Offered {
  listingId: number
  title: string
  marketplace: string
  state: 'active' | 'pending' | 'sold' | 'gone'
  priceCents: number | null
  currency: string | null
}

function Offer({
  offer,
  said,
  facts,
  action,
}: {
  offer: Offered
  /** Why it is, or may be, the same. */
  said: string
  facts?: ReactNode
  action: ReactNode
}) {
  const t = useTranslations('listing')
  const nameOf = useMarketplaceName()
  return (
    <li className="py-2.5">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <Link
            to="/listings/$id"
            params={{ id: String(offer.listingId) }}
            className="inline-block min-h-6 font-semibold underline decoration-line underline-offset-4 hover:decoration-ink"
          >
            {offer.title}
          </Link>
          <p className="flex flex-wrap gap-x-3 text-xs text-muted">
            <span>{nameOf(offer.marketplace)}</span>
            {facts}
            {offer.state !== 'active' && <span>{t(`over.${offer.state}`)}</span>}
          </p>
        </div>
        <strong>
          <Money cents={offer.priceCents} currency={offer.currency} />
        </strong>
      </div>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-muted">{said}</p>
        {action}
      </div>
    </li>
  )
}

/** What the person says of two offers; it is remembered, and can be taken back at once. */
function useSayings(id: number) {
  const t = useTranslations('listing')
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['listings'] })
  const say = (title: string, undo: () => Promise<unknown>) => {
    void refresh()
    toasts.add({
      title,
      actionProps: { children: t('undo'), onClick: () => void undo().then(refresh) },
    })
  }
  const failed = (error: Error) => void toasts.add({ title: error.message, priority: 'high' })
  const join = useMutation({
    mutationFn: (other: number) => joinListings([id, other]),
    onSuccess: (_, other) => say(t('joined'), () => splitOff(other)),
    onError: failed,
  })
  const split = useMutation({
    mutationFn: (other: number) => splitOff(other),
    onSuccess: (_, other) => say(t('wasSplit'), () => joinListings([id, other])),
    onError: failed,
  })
  return { join, split }
}
