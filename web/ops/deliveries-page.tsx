import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Age, Moment } from '../lib/figures/figures.tsx'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { Badge } from './badge.tsx'
import { Known } from './known.tsx'
import { type Deliveries, deliveriesQuery, replayDeliveries } from './queries.ts'

/** How messages get through to everybody: never what they say, and where to. */
export function DeliveriesPage() {
  const t = useTranslations('admin.deliveries')
  return (
    <Page wide title={t('title')} lead={t('lead')}>
      <Known query={useQuery(deliveriesQuery)} block="h-20" count={3}>
        {({ items, since }) =>
          items.length === 0 ? (
            <Empty icon={<Send size={26} />} title={t('none')}>
              <p className="text-muted">{t.rich('noneSince', { moment: () => <Moment at={since} /> })}</p>
            </Empty>
          ) : (
            <>
              <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
                <p className="text-sm text-muted">
                  {t.rich('since', { moment: () => <Moment at={since} /> })}
                </p>
                {items.filter(({ failed }) => failed > 0).length > 1 && <Replay which={{}} />}
              </div>
              <ul className="divide-y divide-line border-y border-line">
                {items.map((one) => (
                  <li key={`${one.person.id} ${one.channel}`} className="py-3">
                    <Way of={one} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Known>
    </Page>
  )
}

/** What goes to a person by a channel. */
function Way({ of }: { of: Deliveries['items'][number] }) {
  const t = useTranslations('admin.deliveries')
  const { person, channel, waiting, held, sent, failed, oldestWaitingAt, lastFailedAt } = of
  const name = t('way', { person: person.name, channel })
  return (
    <article aria-label={name} className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-2 font-semibold">
          {name}
          {failed > 0 && <Badge tone="bad">{t('failed', { count: failed })}</Badge>}
        </h2>
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
          <span>{t('sent', { count: sent })}</span>
          <span>
            {t('waiting', { count: waiting })}{' '}
            {oldestWaitingAt !== null && t.rich('oldest', { age: () => <Age at={oldestWaitingAt} /> })}
          </span>
          {held > 0 && <span>{t('held', { count: held })}</span>}
          {lastFailedAt !== null && (
            <span>{t.rich('lastFailed', { age: () => <Age at={lastFailedAt} /> })}</span>
          )}
        </p>
      </div>
      {failed > 0 && <Replay which={{ person: person.id, channel }} name={name} />}
    </article>
  )
}

function Replay({ which, name }: { which: { person?: number; channel?: string }; name?: string }) {
  const t = useTranslations('admin.deliveries')
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => replayDeliveries(which),
    onSuccess: ({ count }) => void toasts.add({ title: t('replayed', { count }) }),
    onError: (error) => void toasts.add({ title: error.message, priority: 'high' }),
    onSettled: () => client.invalidateQueries({ queryKey: deliveriesQuery.queryKey }),
  })
  return (
    <Button
      disabled={isPending}
      onClick={() => mutate()}
      {...(name !== undefined && { 'aria-label': t('replayName', { name }) })}
    >
      {t(name === undefined ? 'replayAll' : 'replay')}
    </Button>
  )
}
