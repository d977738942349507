import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { Share2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../../ui/states.tsx'
import { keepAddress, listingAtQuery, watchAddress } from './queries.ts'
import { readShare, type Shared } from './share.ts'

const route = getRouteApi('/share')

/** What another app shared: a listing that is known opens; one that is not can be watched, valued or looked for. */
export function SharePage() {
  const t = useTranslations('share')
  const shared = readShare(route.useSearch(), location.origin)
  switch (shared.kind) {
    case 'own':
      return <Navigate to={shared.path} replace />
    case 'words':
      return <Navigate to="/deals" search={{ q: shared.words }} replace />
    case 'link':
      return <SharedLink {...shared} />
    case 'nothing':
      return (
        <Empty icon={<Share2 size={26} />} title={t('nothing')} heading="h1">
          <p className="text-muted">{t('nothingLead')}</p>
          <Link to="/deals" className={buttonClass('main')}>
            {t('deals')}
          </Link>
        </Empty>
      )
  }
}

function SharedLink({ address, host, words }: Extract<Shared, { kind: 'link' }>) {
  const t = useTranslations('share')
  const found = useQuery(listingAtQuery(address))
  if (found.data) return <Navigate to="/listings/$id" params={{ id: String(found.data.id) }} replace />
  const { error } = found
  const unknown = error instanceof ApiProblem && error.status === 404 ? error : null
  return (
    <Page title={t('title')} lead={words || address}>
      {found.isPending && (
        <div aria-busy="true">
          <span className="sr-only" role="status">
            {t('looking')}
          </span>
          <Skeleton className="h-44" />
        </div>
      )}
      {found.isError && unknown === null && (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      )}
      {unknown && (
        <Unknown
          {...{ address, host, words }}
          canBeWatched={unknown.code === 'listing-not-stored'}
          sentence={unknown.message}
        />
      )}
    </Page>
  )
}

function Unknown({
  address,
  host,
  words,
  canBeWatched,
  sentence,
}: {
  address: string
  host: string
  words: string
  /** Else its site is none whose links can be read. */
  canBeWatched: boolean
  sentence: string
}) {
  const t = useTranslations('share')
  const watch = useMutation({ mutationFn: () => watchAddress(address) })
  const keep = useMutation({ mutationFn: () => keepAddress(address, words) })
  const listingId = watch.data?.listing?.id
  const kept = keep.data?.listings[0]
  if (kept) return <Navigate to="/listings/$id" params={{ id: String(kept.id) }} replace />
  return (
    <section className="rounded-md border border-line bg-card p-5">
      <h2 className="text-lg font-bold">{t('unknown')}</h2>
      <p className="mt-1 text-muted">{canBeWatched ? t('unknownLead', { host }) : sentence}</p>
      <div className="mt-5 flex flex-wrap gap-3">
        {!canBeWatched ? null : watch.data === undefined ? (
          <Button look="main" disabled={watch.isPending} onClick={() => watch.mutate()}>
            {t('watch')}
          </Button>
        ) : (
          <p role="status" className="w-full font-semibold text-under">
            {t('watched')}{' '}
            {listingId !== undefined && (
              <Link to="/listings/$id" params={{ id: String(listingId) }} className="underline">
                {t('openWatched')}
              </Link>
            )}
          </p>
        )}
        {canBeWatched && watch.data === undefined && (
          <Button disabled={keep.isPending} onClick={() => keep.mutate()}>
            {t('keep')}
          </Button>
        )}
        {words !== '' && (
          <>
            <Link to="/value" search={{ title: words }} className={buttonClass()}>
              {t('value')}
            </Link>
            <Link to="/deals" search={{ q: words }} className={buttonClass()}>
              {t('look')}
            </Link>
          </>
        )}
        <a href={address} rel="noreferrer" className={buttonClass()}>
          {t('there', { host })}
        </a>
      </div>
      {keep.isError && (
        <div className="mt-4">
          <Problem error={keep.error} />
        </div>
      )}
      {watch.isError && (
        <div className="mt-4">
          <Problem error={watch.error} />
        </div>
      )}
    </section>
  )
}
