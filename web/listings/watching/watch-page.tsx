import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft, BellOff, ExternalLink, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { DemoMark, Money } from '../../lib/figures/figures.tsx'
import { webAddress } from '../../lib/link.ts'
import { useShortcut } from '../../lib/shortcuts/shortcuts.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Page, useTitle } from '../../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../../ui/states.tsx'
import { Price, Worth } from '../cards/card-parts.tsx'
import { useMarketplaceName } from '../marketplace-name.ts'
import { Photo } from '../photo.tsx'
import { Last } from './last.tsx'
import { OwnSection } from './own-section.tsx'
import { PriceSection } from './price-section.tsx'
import { cardsQuery, type WatchDetail, watchQuery } from './queries.ts'
import { TellSection } from './tell-section.tsx'
import { useWatching } from './use-watching.ts'
import { titleOf } from './watching.ts'

const route = getRouteApi('/watching/$id')

/** One thing that is watched: what became of it, and what the person wants to be told. */
export function WatchPage() {
  const t = useTranslations('watching')
  const id = Number(route.useParams().id)
  const query = useQuery(watchQuery(id))
  if (query.error instanceof ApiProblem && query.error.status === 404)
    return (
      <Empty icon={<BellOff size={26} />} title={t('unknown')} heading="h1">
        <Link to="/watching" className={buttonClass('main')}>
          {t('toAll')}
        </Link>
      </Empty>
    )
  if (query.data) return <Shown watch={query.data} />
  if (query.isPending) return <Waiting />
  return (
    <Page title={t('one')}>
      <Problem error={query.error} onRetry={() => void query.refetch()} />
    </Page>
  )
}

function Shown({ watch }: { watch: WatchDetail }) {
  const t = useTranslations('watching')
  const title = titleOf(watch)
  useTitle(title)
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-4 pb-10 sm:px-6">
      <Link
        to="/watching"
        className="inline-flex min-h-10 items-center gap-2 text-sm font-semibold text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden size={17} />
        {t('title')}
      </Link>
      <Head watch={watch} title={title} />
      <PriceSection watch={watch} />
      <TellSection key={`tell-${watch.id}-${watch.listing?.currency}`} watch={watch} />
      <OwnSection key={`own-${watch.id}`} watch={watch} />
    </div>
  )
}

function Head({ watch, title }: { watch: WatchDetail; title: string }) {
  const t = useTranslations('watching')
  const nameOf = useMarketplaceName()
  const navigate = useNavigate()
  const { end } = useWatching()
  const { listing, state, problem, demo } = watch
  const cards = useQuery(cardsQuery(listing === null ? [] : [listing.id])).data
  const deal = cards?.find(({ id }) => id === listing?.id)
  const address = webAddress(watch.url)
  const endIt = () => {
    end(watch)
    void navigate({ to: '/watching' })
  }
  useShortcut({ keys: 'v', shown: 'v', label: t('keys.visit') }, () => {
    if (address !== null) window.open(address, '_blank', 'noopener,noreferrer')
  })
  useShortcut({ keys: 'w', shown: 'w', label: t('keys.end') }, endIt)
  return (
    <header className="mb-5">
      <div className="flex gap-4">
        {deal !== undefined && (
          <Photo
            listing={deal}
            size={{ width: 144, height: 144 }}
            sizes="9rem"
            className="size-24 sm:size-36"
            eager
          />
        )}
        <div className="min-w-0 grow">
          <h1 className="text-xl leading-tight font-extrabold tracking-tight break-words sm:text-2xl">
            {title}
          </h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <DemoMark demo={demo} />
            <span>{t(`states.${state}`)}</span>
            <span>{nameOf(watch.marketplace)}</span>
            {listing?.location != null && <span>{listing.location}</span>}
          </p>
          <Last watch={watch} className="mt-1" />
          <div className="mt-1 max-w-72">
            {deal !== undefined ? (
              <>
                <Price deal={deal} />
                <Worth deal={deal} />
              </>
            ) : (
              listing !== null && <Money cents={listing.priceCents} currency={listing.currency} />
            )}
          </div>
        </div>
      </div>
      {problem !== null && (
        <p className="mt-3 flex items-start gap-2 rounded-md bg-caution-soft px-3 py-2 text-sm font-medium text-caution">
          <TriangleAlert aria-hidden size={17} className="mt-px shrink-0" />
          <span>
            {problem}{' '}
            {state === 'unread' && (
              <Link
                to="/welcome"
                search={{ step: 'sources' }}
                className="inline-block min-h-6 font-bold underline underline-offset-4"
              >
                {t('toSources')}
              </Link>
            )}
          </span>
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {listing !== null && (
          <Link to="/listings/$id" params={{ id: String(listing.id) }} className={buttonClass('main')}>
            {t('toListing')}
          </Link>
        )}
        {address !== null && (
          <a href={address} target="_blank" rel="noopener noreferrer" className={buttonClass()}>
            {t('open', { marketplace: nameOf(watch.marketplace) })}
            <ExternalLink aria-hidden size={16} />
          </a>
        )}
        <Button onClick={endIt}>
          <BellOff aria-hidden size={16} />
          {t('endIt')}
        </Button>
      </div>
    </header>
  )
}

function Waiting() {
  const t = useTranslations('watching')
  return (
    <div aria-busy="true" className="mx-auto max-w-3xl px-4 pt-14 sm:px-6">
      <span role="status" className="sr-only">
        {t('loading')}
      </span>
      <div className="flex gap-4">
        <Skeleton className="size-24 sm:size-36" />
        <Skeleton className="h-24 grow" />
      </div>
      <Skeleton className="mt-5 h-72" />
      <Skeleton className="mt-5 h-96" />
    </div>
  )
}
