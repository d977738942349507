import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Age, DemoMark, Distance, Money, Score } from '../lib/figures/figures.tsx'
import { moneyText } from '../lib/money.ts'
import { RangeBar } from '../ui/charts/range-bar.tsx'
import { gapPercent, rangeOf } from './deal.ts'
import { Photo } from './photo.tsx'
import type { Deal } from './queries.ts'

/** Rows of a virtual list are as high as they are said to be, whatever is in them. */
export const cardHeights = { narrow: 192, wide: 114 }

/** One deal: what it is, what it costs beside what it is worth, and why to look. The whole card is the link. */
export function DealCard({ deal, isNew }: { deal: Deal; isNew: boolean }) {
  const t = useTranslations('deals')
  return (
    <article className="group relative grid h-full grid-cols-[5.5rem_1fr_auto] gap-x-3 overflow-hidden rounded-md border border-line bg-card p-3 transition-colors focus-within:border-ink hover:border-ink sm:grid-cols-[5.5rem_minmax(0,1fr)_13rem_auto] sm:gap-x-4">
      {isNew && <span aria-hidden className="absolute inset-y-3 left-0 w-1 rounded-r-full bg-mark" />}
      <Photo listing={deal} size={{ width: 88, height: 88 }} sizes="5.5rem" className="size-22" />
      <div className="min-w-0">
        <h2 className="line-clamp-2 text-base leading-snug font-bold">
          <Link
            to="/listings/$id"
            params={{ id: String(deal.id) }}
            id={`deal-${deal.id}`}
            className="outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
          >
            {isNew && <span className="sr-only">{t('newMark')} </span>}
            {deal.title}
          </Link>
        </h2>
        <div className="mt-1 sm:hidden">
          <Price deal={deal} />
        </div>
        <p className="mt-1 line-clamp-1 hidden text-sm sm:block">{deal.reason}</p>
        <Facts deal={deal} className="mt-1.5 hidden sm:flex" />
      </div>
      <div className="hidden min-w-0 sm:block">
        <Price deal={deal} />
        <Worth deal={deal} />
      </div>
      <Score score={deal.score} />
      <div className="col-span-3 mt-1 min-w-0 sm:hidden">
        <Worth deal={deal} />
        <p className="mt-0.5 line-clamp-1 text-sm">{deal.reason ?? t('noReason')}</p>
        <Facts deal={deal} className="mt-0.5 flex" />
      </div>
    </article>
  )
}

function Price({ deal }: { deal: Deal }) {
  const t = useTranslations('deals')
  const gap = gapPercent(deal)
  return (
    <p className="flex items-baseline gap-2 leading-tight">
      <span className="text-xl font-extrabold tracking-tight">
        <Money cents={deal.priceCents} currency={deal.currency} />
      </span>
      {gap !== null && gap !== 0 && (
        <span className={`figure text-sm font-bold ${gap < 0 ? 'text-under' : 'text-over'}`}>
          {t(gap < 0 ? 'below' : 'above', { percent: Math.abs(gap) })}
        </span>
      )}
      {deal.shippingCents !== null && deal.shippingCents > 0 && (
        <span className="truncate text-xs text-muted">
          {t.rich('plusShipping', {
            money: () => <Money cents={deal.shippingCents} currency={deal.currency} whole />,
          })}
        </span>
      )}
    </p>
  )
}

function Worth({ deal }: { deal: Deal }) {
  const t = useTranslations('deals')
  const range = rangeOf(deal)
  if (range === null) return <p className="mt-1.5 line-clamp-2 text-sm text-muted">{t('noValue')}</p>
  const { currency, lowCents, midCents, highCents } = deal.value!
  const shown = (cents: number) => moneyText(cents, currency, { whole: true })
  const words = { low: shown(lowCents), mid: shown(midCents), high: shown(highCents) }
  return (
    <div className="mt-1">
      <RangeBar range={range} label={t('bar', { price: shown(range.at), ...words })} />
      <p aria-hidden className="figure truncate text-xs text-muted">
        {t('worth', words)}
      </p>
    </div>
  )
}

function Facts({ deal, className }: { deal: Deal; className: string }) {
  const t = useTranslations('deals')
  const facts = [
    deal.demo && <DemoMark key="demo" demo />,
    deal.risk.level !== 'low' && (
      <span
        key="risk"
        className="inline-flex shrink-0 items-center gap-1 rounded-tag bg-caution-soft px-1.5 text-2xs font-bold text-caution"
      >
        <TriangleAlert aria-hidden size={12} />
        {t(`risks.${deal.risk.level}`)}
      </span>
    ),
    <Age key="age" at={deal.postedAt ?? deal.firstSeenAt} />,
    deal.distanceKm !== null && <Distance key="distance" km={deal.distanceKm} />,
    deal.location !== null && (
      <span key="place" className="min-w-0 shrink truncate">
        {deal.location}
      </span>
    ),
    <span key="source" className="shrink-0">
      {deal.marketplace}
    </span>,
    deal.condition !== null && (
      <span key="condition" className="shrink-0">
        {t(`conditions.${deal.condition}`)}
      </span>
    ),
  ].filter(Boolean)
  return (
    <p
      className={`min-w-0 items-center gap-x-2.5 overflow-hidden text-xs whitespace-nowrap text-muted ${className}`}
    >
      {facts}
    </p>
  )
}
