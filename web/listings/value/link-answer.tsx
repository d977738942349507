import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellPlus, BellRing, Link2Off } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Age, DemoMark, Money } from '../../lib/figures/figures.tsx'
import { moneyText } from '../../lib/money.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { RangeBar } from '../../ui/charts/range-bar.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { gapPercent, rangeOf } from '../deal.ts'
import { useMarketplaceName } from '../marketplace-name.ts'
import { type Listing, listingAtQuery, listingQuery } from '../queries.ts'
import { watch } from '../watching/queries.ts'

/** What is behind a link that was pasted: a listing that is known, one that can be watched, or neither. */
export function LinkAnswer({ link }: { link: string }) {
  const at = useQuery(listingAtQuery(link))
  const id = at.data?.id
  const listing = useQuery({ ...listingQuery(id ?? 0), enabled: id !== undefined })
  const { error } = at
  if (error instanceof ApiProblem && error.code === 'listing-not-stored')
    return <Unseen link={link} sentence={error.message} />
  if (error instanceof ApiProblem && error.code === 'unknown-site')
    return <Unknown sentence={error.message} />
  if (error ?? listing.error)
    return <Problem error={error ?? listing.error} onRetry={() => void (error ? at : listing).refetch()} />
  if (!listing.data)
    return (
      <div aria-busy="true">
        <Skeleton className="h-56" />
      </div>
    )
  return <Known listing={listing.data} />
}

function Known({ listing }: { listing: Listing }) {
  const t = useTranslations('value')
  const words = useTranslations('listing')
  const nameOf = useMarketplaceName()
  const range = rangeOf(listing)
  const gap = gapPercent(listing)
  const { id, title, priceCents, currency, category, condition, value } = listing
  const shown = (cents: number) => moneyText(cents, currency ?? 'USD', { whole: true })
  return (
    <Section id="value" title={t('known')}>
      <h3 className="text-lg font-bold">{title}</h3>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <DemoMark demo={listing.demo} />
        <span>{nameOf(listing.marketplace)}</span>
        <Age at={listing.postedAt ?? listing.firstSeenAt} />
        {condition !== null && <span>{words(`conditions.${condition}`)}</span>}
        {listing.state !== 'active' && (
          <span>{words.rich(`states.${listing.state}`, { age: () => <Age at={listing.lastSeenAt} /> })}</span>
        )}
      </p>
      <p className="mt-2 text-3xl font-extrabold tracking-tight">
        <Money cents={priceCents} currency={currency} />
      </p>
      {range && value ? (
        <>
          <RangeBar
            tall
            range={range}
            label={words('bar', {
              ...{ price: shown(range.at), low: shown(range.low), mid: shown(range.mid) },
              high: shown(range.high),
            })}
          />
          <p>
            {gap !== null && gap !== 0 && (
              <strong className={gap < 0 ? 'text-under' : 'text-over'}>
                {words(gap < 0 ? 'below' : 'above', { percent: Math.abs(gap) })}
              </strong>
            )}{' '}
            {words('worth', { low: shown(range.low), mid: shown(range.mid), high: shown(range.high) })}
          </p>
        </>
      ) : (
        <p className="text-muted">{words('noValue')}</p>
      )}
      <p className="mt-4 flex flex-wrap gap-2">
        <Link to="/listings/$id" params={{ id: String(id) }} hash="value" className={buttonClass('main')}>
          {t('toListing')}
        </Link>
        <Link
          to="/value"
          search={{ title, category, ...(condition && { condition }) }}
          className={buttonClass()}
        >
          {t('suchThings')}
        </Link>
      </p>
    </Section>
  )
}

function Unseen({ link, sentence }: { link: string; sentence: string }) {
  const t = useTranslations('value')
  const client = useQueryClient()
  const { mutate, data, error, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: () => watch({ url: link }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['watches'] }),
  })
  return (
    <Section id="value" title={t('unseen')}>
      <p>{sentence}</p>
      {data ? (
        <p role="status" className="mt-3 flex items-center gap-2 font-semibold">
          <BellRing aria-hidden size={17} />
          {data.problem ?? t('watched')}
        </p>
      ) : (
        <Button look="main" className="mt-3" disabled={isPending} onClick={() => mutate()}>
          <BellPlus aria-hidden size={17} />
          {t('watchIt')}
        </Button>
      )}
      {error && (
        <div className="mt-3">
          <Problem error={error} />
        </div>
      )}
    </Section>
  )
}

function Unknown({ sentence }: { sentence: string }) {
  const t = useTranslations('value')
  return (
    <Section id="value" title={t('unknownSite')}>
      <p role="status" className="flex gap-3">
        <Link2Off aria-hidden size={20} className="mt-0.5 shrink-0 text-muted" />
        {sentence}
      </p>
    </Section>
  )
}
