import { useQueries } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, Columns2, ExternalLink, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { DemoMark } from '../../lib/figures/figures.tsx'
import { webAddress } from '../../lib/link.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../../ui/states.tsx'
import { useMarketplaceName } from '../marketplace-name.ts'
import { Photo } from '../photo.tsx'
import { type Listing, listingQuery } from '../queries.ts'
import { useCompareRows } from './compare-rows.tsx'
import { idsOf } from './compare-search.ts'

const route = getRouteApi('/deals/compare')

/** Two to four listings side by side: what differs is marked, and so is what is best. */
export function ComparePage() {
  const t = useTranslations('compare')
  const ids = idsOf(route.useSearch())
  const queries = useQueries({ queries: ids.map((id) => listingQuery(id)) })
  const listings = queries.flatMap(({ data }) => (data ? [data] : []))
  const failed = queries.filter(({ isError, data }) => isError && !data)
  return (
    <Page
      wide
      title={t('title')}
      lead={t('lead')}
      actions={
        <Link to="/deals" className={buttonClass()}>
          <ArrowLeft aria-hidden size={17} className="rtl:-scale-x-100" />
          {t('toDeals')}
        </Link>
      }
    >
      {failed.map(({ error, refetch }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name.
        <Problem key={index} error={error} onRetry={() => void refetch()} />
      ))}
      {queries.some(({ isPending }) => isPending) ? (
        <Skeleton className="h-160" />
      ) : listings.length < 2 ? (
        <Empty icon={<Columns2 size={26} />} title={t('tooFew')}>
          <p className="text-muted">{t('tooFewHow')}</p>
        </Empty>
      ) : (
        <Table listings={listings} />
      )}
    </Page>
  )
}

function Table({ listings }: { listings: readonly Listing[] }) {
  const t = useTranslations('compare')
  const nameOf = useMarketplaceName()
  const rows = useCompareRows(listings)
  return (
    <section aria-label={t('table')} className="relative -mx-4 overflow-x-auto px-4 sm:-mx-6 sm:px-6">
      <table className="w-full min-w-max table-fixed border-separate border-spacing-0 text-sm">
        <colgroup>
          <col className="w-22 sm:w-40" />
          {listings.map(({ id }) => (
            <col key={id} className="w-30 sm:w-44" />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td />
            {listings.map((listing) => (
              <th
                key={listing.id}
                scope="col"
                className="px-1.5 pb-3 text-start sm:px-3 align-top font-normal"
              >
                <Photo
                  listing={listing}
                  size={{ width: 224, height: 140 }}
                  sizes="14rem"
                  className="mb-2 h-24 w-full sm:h-35"
                />
                <Link
                  to="/listings/$id"
                  params={{ id: String(listing.id) }}
                  className="line-clamp-3 min-h-6 font-bold underline-offset-4 hover:underline"
                >
                  {listing.title}
                </Link>
                <span className="mt-1 flex flex-wrap items-center gap-2 text-xs text-muted">
                  <DemoMark demo={listing.demo} />
                  {nameOf(listing.marketplace)}
                </span>
                <span className="mt-1 flex flex-wrap gap-x-2">
                  <Ways listing={listing} listings={listings} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, differs, best }) => (
            <tr key={key} className={differs ? '' : 'text-muted'}>
              <th
                scope="row"
                className="sticky inset-s-0 z-10 border-t border-line bg-paper py-2.5 pe-3 text-start align-top font-semibold"
              >
                <span className={differs ? 'border-b-4 border-mark' : ''}>{name}</span>
                <span className="sr-only"> {t(differs ? 'differs' : 'alike')}</span>
              </th>
              {cells.map((cell, at) => (
                <td key={listings[at]!.id} className="border-t border-line px-1.5 py-2.5 align-top sm:px-3">
                  <span className={best.has(at) ? 'font-bold text-under' : ''}>{cell}</span>
                  {best.has(at) && (
                    <span className="ms-2 rounded-tag bg-under-soft px-1.5 text-2xs font-bold text-under">
                      {t('best')}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Ways({ listing: { id, url, title }, listings }: { listing: Listing; listings: readonly Listing[] }) {
  const t = useTranslations('compare')
  const address = webAddress(url)
  const rest = listings.filter((other) => other.id !== id).map((other) => other.id)
  const look = 'inline-flex min-h-8 items-center gap-1 text-xs font-semibold underline underline-offset-4'
  return (
    <>
      {address !== null && (
        <a href={address} target="_blank" rel="noopener noreferrer" className={look}>
          {t('openThere')}
          <ExternalLink aria-hidden size={13} />
        </a>
      )}
      <Link
        to="/deals/compare"
        search={{ ids: rest.join(',') }}
        replace
        className={look}
        aria-label={t('without', { title })}
      >
        <X aria-hidden size={13} />
        {t('remove')}
      </Link>
    </>
  )
}
