import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ExternalLink, PackageX } from 'lucide-react'
import { useContext } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { Age, DemoMark, Distance, Money, Score } from '../lib/figures/figures.tsx'
import { webAddress } from '../lib/link.ts'
import { moneyText } from '../lib/money.ts'
import { useShortcut } from '../lib/shortcuts/shortcuts.tsx'
import { buttonClass } from '../ui/button.tsx'
import { RangeBar } from '../ui/charts/range-bar.tsx'
import { Page, useTitle } from '../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { BackToDeals, BesideContext } from './beside.tsx'
import { CategoryTile } from './category-icon.tsx'
import { ClusterSection } from './cluster-section.tsx'
import { gapPercent, rangeOf } from './deal.ts'
import {
  DescriptionSection,
  PriceSection,
  ProfitSection,
  RiskSection,
  ScoreSection,
} from './listing-sections.tsx'
import { useMarketplaceName } from './marketplace-name.ts'
import { MessageSection } from './message-section.tsx'
import { Photos } from './photo.tsx'
import { type Listing, listingQuery } from './queries.ts'
import { SimilarSection } from './similar-section.tsx'
import { ValueSection } from './value/value-section.tsx'
import { WatchButton } from './watching/watch-button.tsx'
import { WhySection } from './why-section.tsx'

const route = getRouteApi('/board/listings/$id')

/** Everything about one listing: whether to buy it, and why. */
export function ListingPage() {
  const t = useTranslations('listing')
  const id = Number(route.useParams().id)
  const query = useQuery(listingQuery(id))
  if (query.data) return <Shown listing={query.data} />
  if (query.isPending) return <Waiting />
  if (query.error instanceof ApiProblem && query.error.status === 404)
    return (
      <Empty icon={<PackageX size={26} />} title={t('unknown')} heading="h1">
        <Link to="/deals" className={buttonClass('main')}>
          {t('toDeals')}
        </Link>
      </Empty>
    )
  return (
    <Page title={t('title')}>
      <Problem error={query.error} onRetry={() => void query.refetch()} />
    </Page>
  )
}

function Shown({ listing }: { listing: Listing }) {
  const t = useTranslations('listing')
  const nameOf = useMarketplaceName()
  const isOver = listing.state !== 'active'
  useTitle(listing.title)
  return (
    <div className="mx-auto grid w-full max-w-5xl gap-x-8 px-4 pt-4 pb-24 sm:px-6 @min-[50rem]:grid-cols-[minmax(0,1fr)_20rem] @min-[50rem]:pb-10">
      <div className="@min-[50rem]:col-span-2">
        <BackToDeals />
      </div>
      <div className="min-w-0 @min-[50rem]:col-start-1">
        <header className="mb-5 flex gap-4">
          {listing.imageUrls.length === 0 && (
            <CategoryTile category={listing.category} className="size-24 sm:size-36" />
          )}
          <div className="min-w-0">
            <h1 className="text-xl leading-tight font-extrabold tracking-tight sm:text-3xl">
              {listing.title}
            </h1>
            <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <DemoMark demo={listing.demo} />
              <Age at={listing.postedAt ?? listing.firstSeenAt} />
              <Distance km={listing.distanceKm} />
              {listing.location !== null && <span>{listing.location}</span>}
              <span>{nameOf(listing.marketplace)}</span>
              {listing.condition !== null && <span>{t(`conditions.${listing.condition}`)}</span>}
            </p>
            {isOver && (
              <p className="mt-3 rounded-md bg-caution-soft px-3 py-2 text-sm font-semibold text-caution">
                {t.rich(`states.${listing.state}`, { age: () => <Age at={listing.lastSeenAt} /> })}
              </p>
            )}
          </div>
        </header>
        <Photos key={listing.id} listing={listing} title={listing.title} />
      </div>
      <aside className="mb-6 @min-[50rem]:col-start-2 @min-[50rem]:row-span-2 @min-[50rem]:row-start-2">
        <Verdict listing={listing} />
      </aside>
      <div className="min-w-0 @min-[50rem]:col-start-1">
        <ScoreSection listing={listing} />
        <ValueSection listing={listing} />
        <PriceSection listing={listing} />
        <ClusterSection id={listing.id} hasCluster={listing.cluster !== null} />
        <ProfitSection listing={listing} />
        <RiskSection listing={listing} />
        {listing.state === 'active' && <MessageSection id={listing.id} />}
        <WhySection id={listing.id} />
        <DescriptionSection listing={listing} />
        <SimilarSection id={listing.id} />
      </div>
    </div>
  )
}

/** The answer at a glance, and the way to the seller. */
function Verdict({ listing }: { listing: Listing }) {
  const t = useTranslations('listing')
  const nameOf = useMarketplaceName()
  const { isBeside } = useContext(BesideContext)
  const address = webAddress(listing.url)
  const gap = gapPercent(listing)
  const range = rangeOf(listing)
  useShortcut({ keys: 'v', shown: 'v', label: t('openShort') }, () => {
    if (address !== null) window.open(address, '_blank', 'noopener,noreferrer')
  })
  return (
    <div className="rounded-lg border border-line bg-card p-5 @min-[50rem]:sticky @min-[50rem]:top-5">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="text-4xl font-extrabold tracking-tight">
            <Money cents={listing.priceCents} currency={listing.currency} />
          </p>
          {listing.shippingCents !== null && (
            <p className="mt-0.5 text-sm text-muted">
              {listing.shippingCents === 0
                ? t('freeShipping')
                : t.rich('shipping', {
                    money: () => <Money cents={listing.shippingCents} currency={listing.currency} />,
                  })}
            </p>
          )}
        </div>
        <Score score={listing.score} big />
      </div>
      {range && listing.value ? (
        <div className="mt-4">
          <RangeBar range={range} tall label={t('bar', wordsOf(listing))} />
          <p className="mt-1">
            {gap !== null && gap !== 0 && (
              <strong className={gap < 0 ? 'text-under' : 'text-over'}>
                {t(gap < 0 ? 'below' : 'above', { percent: Math.abs(gap) })}
              </strong>
            )}{' '}
            {t('worth', wordsOf(listing))}
          </p>
        </div>
      ) : (
        <p className="mt-4 text-muted">{t('noValue')}</p>
      )}
      {listing.cluster && (
        <p className="mt-3 border-t border-line pt-3 text-sm">
          <Link to="." hash="same" className="inline-block min-h-6 underline underline-offset-4">
            {listing.cluster.summary}
          </Link>
        </p>
      )}
      {address !== null && (
        <a
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          className={`${buttonClass('main')} max-sm:fixed max-sm:inset-x-4 max-sm:bottom-19 max-sm:z-20 max-sm:min-h-12 max-sm:shadow-lg sm:mt-4 sm:w-full`}
        >
          {t('open', { marketplace: nameOf(listing.marketplace) })}
          <ExternalLink aria-hidden size={17} />
        </a>
      )}
      <WatchButton thing={listing} hasKey={!isBeside} />
      {listing.demo && <p className="mt-2 text-sm text-muted">{t('demo')}</p>}
    </div>
  )
}

function wordsOf({ priceCents, currency, value }: Listing) {
  const shown = (cents: number) => moneyText(cents, currency ?? 'USD', { whole: true })
  const { lowCents, midCents, highCents } = value!
  return { price: shown(priceCents!), low: shown(lowCents), mid: shown(midCents), high: shown(highCents) }
}

function Waiting() {
  const t = useTranslations('listing')
  return (
    <div aria-busy="true" className="mx-auto max-w-5xl px-4 pt-14 sm:px-6">
      <span role="status" className="sr-only">
        {t('loading')}
      </span>
      <div className="flex gap-4">
        <Skeleton className="size-24 sm:size-36" />
        <Skeleton className="h-20 grow" />
      </div>
      <Skeleton className="mt-5 h-64" />
      <Skeleton className="mt-5 h-96" />
    </div>
  )
}
