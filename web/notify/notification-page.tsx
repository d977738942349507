import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, MailX } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { channelsQuery, channelTitle } from '../lib/api/channels.ts'
import { ApiProblem } from '../lib/api/client.ts'
import { DemoMark, Distance, Moment, Money, Score } from '../lib/figures/figures.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { DeliveryLine } from './delivery-line.tsx'
import { markRead, type Notification, notificationQuery } from './queries.ts'

const route = getRouteApi('/notifications/$id')

/** One message: what it said, of which things, and where it went. */
export function NotificationPage() {
  const t = useTranslations('inbox')
  const id = Number(route.useParams().id)
  const query = useQuery(notificationQuery(id))
  useReading(query.data)
  if (query.error instanceof ApiProblem && query.error.status === 404)
    return <Empty icon={<MailX size={26} />} title={t('unknown')} heading="h1" />
  if (query.isError && !query.data)
    return (
      <Page title={t('title')}>
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    )
  return (
    <>
      <div className="mx-auto max-w-3xl px-4 pt-4 sm:px-6">
        <Link
          to="/notifications"
          className="inline-flex min-h-10 items-center gap-2 text-sm font-semibold text-muted hover:text-ink"
        >
          <ArrowLeft aria-hidden size={17} className="rtl:-scale-x-100" />
          {t('title')}
        </Link>
      </div>
      {query.data ? <Shown notification={query.data} /> : <Waiting />}
    </>
  )
}

/** What is looked at has been read. */
function useReading(notification: Notification | undefined): void {
  const queryClient = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: markRead,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['notifications'] }),
  })
  const unreadId = notification && notification.readAt === null ? notification.id : null
  useEffect(() => {
    if (unreadId !== null) mutate(unreadId)
  }, [unreadId, mutate])
}

function Shown({ notification }: { notification: Notification }) {
  const t = useTranslations('inbox')
  const { title, lines, items, itemCount, deliveries, createdAt, demo } = notification
  const channels = useQuery(channelsQuery).data?.items ?? []
  const names = new Map(channels.map((channel) => [channel.id, channelTitle(channel)]))
  return (
    <Page title={title} lead={<Moment at={createdAt} />} actions={<DemoMark demo={demo} />}>
      {lines.map((line) => (
        <p key={line} className="mb-2">
          {line}
        </p>
      ))}
      <ul className="mb-6 space-y-2">
        {items.map((item) => (
          <li
            key={item.listingId ?? item.title}
            className="relative flex items-center gap-4 rounded-md border border-line bg-card p-4 focus-within:border-ink hover:border-ink"
          >
            <div className="min-w-0 grow">
              <p className="font-bold">
                {item.listingId === null ? (
                  item.title
                ) : (
                  <Link
                    to="/listings/$id"
                    params={{ id: String(item.listingId) }}
                    className="outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-focus"
                  >
                    {item.title}
                  </Link>
                )}
              </p>
              <p className="mt-1 flex flex-wrap gap-x-3 text-sm">
                <strong>
                  <Money cents={item.priceCents} currency={item.currency} />
                </strong>
                {item.value !== null && (
                  <span className="text-under">
                    {t.rich('worth', {
                      money: () => (
                        <Money cents={item.value?.midCents ?? null} currency={item.currency} whole />
                      ),
                    })}
                  </span>
                )}
              </p>
              <p className="mt-1 flex flex-wrap gap-x-3 text-xs text-muted">
                <Distance km={item.distanceKm} />
                {[item.location, item.marketplaceName, item.ruleNames.join(', ')]
                  .filter(Boolean)
                  .map((fact) => (
                    <span key={fact}>{fact}</span>
                  ))}
              </p>
            </div>
            {item.score !== null && <Score score={item.score.total} />}
          </li>
        ))}
      </ul>
      {itemCount > items.length && (
        <p className="mb-6 text-muted">{t('andMore', { count: itemCount - items.length })}</p>
      )}
      <Section id="sent" title={t('sent')}>
        <ul className="space-y-2 text-sm">
          {deliveries.map((delivery) => (
            <DeliveryLine
              key={delivery.id}
              delivery={delivery}
              name={names.get(delivery.channel) ?? delivery.channel}
            />
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Waiting() {
  return (
    <div aria-busy="true" className="mx-auto max-w-3xl space-y-3 px-4 pt-5 sm:px-6">
      <Skeleton className="h-9 w-2/3" />
      <Skeleton className="h-24" />
    </div>
  )
}
