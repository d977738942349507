import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Monitor } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Age, Moment } from '../../lib/figures/figures.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { browserName } from './browser-name.ts'
import { useProved } from './proof.tsx'
import { endOtherSessions, endSession, type Session, sessionsQuery } from './queries.ts'

/** Where the person is signed in; any of it can be ended. */
export function SessionsSection() {
  const t = useTranslations('security')
  const client = useQueryClient()
  const query = useQuery(sessionsQuery)
  const { act, isPending, sheet } = useProved(
    (id: number | 'others') => (id === 'others' ? endOtherSessions() : endSession(id)),
    () => void client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  )
  const sessions = query.data?.items ?? []
  return (
    <Section
      id="sessions"
      title={t('sessions')}
      aside={
        sessions.length > 1 && (
          <Button disabled={isPending} onClick={() => act('others')}>
            {t('endOthers')}
          </Button>
        )
      }
    >
      {query.isPending && (
        <div aria-busy="true">
          <Skeleton className="h-32" />
        </div>
      )}
      {query.isError && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} {...{ session, isPending }} onEnd={() => act(session.id)} />
        ))}
      </ul>
      {sheet}
    </Section>
  )
}

function SessionRow({
  session: { browser, address, createdAt, usedAt, current },
  isPending,
  onEnd,
}: {
  session: Session
  isPending: boolean
  onEnd(): void
}) {
  const t = useTranslations('security')
  const name = browserName(browser) ?? t('unknownBrowser')
  return (
    <li className="flex items-center justify-between gap-4 py-3">
      <div className="flex min-w-0 gap-3">
        <Monitor aria-hidden size={20} className="mt-0.5 shrink-0 text-muted" />
        <div className="min-w-0">
          <p className="truncate font-semibold" title={browser ?? undefined}>
            {name}
          </p>
          <p className="flex flex-wrap gap-x-3 text-sm text-muted">
            {address !== null && <span className="figure">{address}</span>}
            <span>{t.rich('since', { moment: () => <Moment at={createdAt} /> })}</span>
            {!current && <span>{t.rich('used', { age: () => <Age at={usedAt} /> })}</span>}
          </p>
        </div>
      </div>
      {current ? (
        <strong className="shrink-0 rounded-tag bg-mark px-2 text-sm text-mark-ink">{t('thisOne')}</strong>
      ) : (
        <Button disabled={isPending} onClick={onEnd} aria-label={t('endOf', { name })}>
          {t('end')}
        </Button>
      )}
    </li>
  )
}
