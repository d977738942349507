import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Age, DemoMark, Money, Score } from '../lib/figures/figures.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { ShowMore } from '../ui/show-more.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { type InboxSearch, isFiltered } from './inbox.ts'
import { InboxFilters } from './inbox-filters.tsx'
import { InboxPill } from './inbox-pill.tsx'
import { inboxQuery, type Notification, unreadQuery } from './queries.ts'
import { ReadAll } from './read-all.tsx'
import { WhyNot } from './why-not.tsx'

const route = getRouteApi('/notifications')
const skeletons = ['a', 'b', 'c', 'd', 'e', 'f']

/** What a person was told, newest first. */
export function InboxPage() {
  const t = useTranslations('inbox')
  const search = route.useSearch()
  const query = useInfiniteQuery(inboxQuery(search))
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className="flex flex-wrap gap-2">
          <ReadAllButton newestId={items[0]?.id} isWhole={!isFiltered(search)} />
          <Tabs search={search} />
        </div>
      }
    >
      <WhyNot />
      <InboxFilters search={search} />
      <InboxPill key={JSON.stringify(search)} search={search} />
      {query.isPending && (
        <div aria-busy="true" className="space-y-2">
          {skeletons.map((key) => (
            <Skeleton key={key} className="h-22" />
          ))}
        </div>
      )}
      {query.isError && !query.data && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && items.length === 0 && <Nothing search={search} />}
      <ul className="space-y-2">
        {items.map((notification) => (
          <li key={notification.id}>
            <NotificationCard notification={notification} />
          </li>
        ))}
      </ul>
      <ShowMore query={query} text={t('more')} />
    </Page>
  )
}

/** Where nothing else narrows the list: what is read is all that was told up to the newest message shown. */
function ReadAllButton({ newestId, isWhole }: { newestId: number | undefined; isWhole: boolean }) {
  const queryClient = useQueryClient()
  const unread = useQuery(unreadQuery).data ?? 0
  if (newestId === undefined || !isWhole || unread === 0) return null
  return (
    <ReadAll
      upTo={newestId}
      onDone={() => void queryClient.invalidateQueries({ queryKey: ['notifications'] })}
    />
  )
}

function Nothing({ search }: { search: InboxSearch }) {
  const t = useTranslations('inbox')
  if (isFiltered(search))
    return (
      <Empty icon={<Inbox size={26} />} title={t('nothingMatches')}>
        <Link to="/notifications" search={{}} className={buttonClass()}>
          {t('showAll')}
        </Link>
      </Empty>
    )
  return (
    <Empty icon={<Inbox size={26} />} title={t(search.unread ? 'allRead' : 'nothingYet')}>
      <p className="text-muted">{t(search.unread ? 'allReadHow' : 'nothingYetHow')}</p>
      <Link to="/rules" className={buttonClass('main')}>
        {t('toRules')}
      </Link>
    </Empty>
  )
}

function Tabs({ search: { unread, ...rest } }: { search: InboxSearch }) {
  const t = useTranslations('inbox')
  const look = (isHere: boolean) =>
    `flex min-h-10 items-center rounded-md px-4 text-sm font-semibold ${isHere ? 'bg-ink text-card' : 'text-muted hover:text-ink'}`
  return (
    <nav aria-label={t('which')} className="flex rounded-lg border border-line bg-card p-0.5">
      <Link
        to="/notifications"
        search={rest}
        aria-current={unread ? undefined : 'page'}
        className={look(!unread)}
      >
        {t('all')}
      </Link>
      <Link
        to="/notifications"
        search={{ ...rest, unread: 'yes' }}
        aria-current={unread ? 'page' : undefined}
        className={look(unread !== undefined)}
      >
        {t('unread')}
      </Link>
    </nav>
  )
}

function NotificationCard({ notification }: { notification: Notification }) {
  const t = useTranslations('inbox')
  const item = notification.items[0]
  const isUnread = notification.readAt === null
  return (
    <article
      className={`relative flex items-center gap-4 rounded-md border bg-card p-3.5 focus-within:border-ink hover:border-ink ${isUnread ? 'border-line' : 'border-transparent bg-transparent'}`}
    >
      {isUnread && <span aria-hidden className="absolute inset-y-3 inset-s-0 w-1 rounded-e-full bg-mark" />}
      <div className="min-w-0 grow ps-1.5">
        <h2 className={`line-clamp-2 leading-snug ${isUnread ? 'font-bold' : 'font-medium'}`}>
          <Link
            to="/notifications/$id"
            params={{ id: String(notification.id) }}
            className="outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {isUnread && <span className="sr-only">{t('unreadMark')} </span>}
            {notification.title}
          </Link>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
          <DemoMark demo={notification.demo} />
          <Age at={notification.createdAt} />
          {item && item.ruleNames.length > 0 && <span>{item.ruleNames.join(', ')}</span>}
          {notification.itemCount > 1 && <span>{t('things', { count: notification.itemCount })}</span>}
          {item?.value != null && notification.itemCount === 1 && (
            <span>
              {t.rich('worth', {
                money: () => <Money cents={item.value?.midCents ?? null} currency={item.currency} whole />,
              })}
            </span>
          )}
        </p>
      </div>
      {item?.score != null && notification.itemCount === 1 && <Score score={item.score.total} />}
    </article>
  )
}
