import { Link } from '@tanstack/react-router'
import { StickyNote, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Age, DemoMark, Distance, Money, Until } from '../../lib/figures/figures.tsx'
import { moneyText } from '../../lib/money.ts'
import { RangeBar } from '../../ui/charts/range-bar.tsx'
import { gapPercent, rangeOf } from '../deal.ts'
import { useMarketplaceName } from '../marketplace-name.ts'
import type { Deal } from '../queries.ts'
import { useWatched } from '../watching/use-watching.ts'
import { useCards } from './card-context.ts'
import { agesOf, landedMore, priceBefore, sameThing } from './deal-facts.ts'

/** The link that the whole card is. */
export function TitleLink({ deal, isNew, className }: { deal: Deal; isNew: boolean; className: string }) {
  const t = useTranslations('deals')
  const { search, openId } = useCards()
  return (
    <h2 className={`line-clamp-2 font-bold ${className}`}>
      <Link
        to="/listings/$id"
        params={{ id: String(deal.id) }}
        id={`deal-${deal.id}`}
        state={{ deals: search }}
        replace={openId !== null}
        aria-current={openId === deal.id ? 'true' : undefined}
        className="outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
      >
        {isNew && <span className="sr-only">{t('newMark')} </span>}
        {deal.title}
      </Link>
    </h2>
  )
}

/** What is asked, what was asked before, and how far that is from its value. */
export function Price({ deal }: { deal: Deal }) {
  const t = useTranslations('deals')
  const gap = gapPercent(deal)
  const before = priceBefore(deal)
  return (
    <p className="flex min-w-0 items-baseline gap-x-2 overflow-hidden leading-tight">
      <span className="text-xl font-extrabold tracking-tight">
        <Money cents={deal.priceCents} currency={deal.currency} />
      </span>
      {before !== null && (
        <s className="text-sm text-muted">
          <span className="sr-only">{t('before')} </span>
          <Money cents={before} currency={deal.currency} />
        </s>
      )}
      {gap !== null && gap !== 0 && (
        <span className={`figure text-sm font-bold ${gap < 0 ? 'text-under' : 'text-over'}`}>
          {t(gap < 0 ? 'below' : 'above', { percent: Math.abs(gap) })}
        </span>
      )}
    </p>
  )
}

/** Where the price stands among what comparable ones ask. */
export function Worth({ deal, isBrief = false }: { deal: Deal; isBrief?: boolean }) {
  const t = useTranslations('deals')
  const range = rangeOf(deal)
  if (range === null) return <p className="mt-1 line-clamp-1 text-xs text-muted">{t('noValue')}</p>
  const { currency, lowCents, midCents, highCents } = deal.value!
  const shown = (cents: number) => moneyText(cents, currency, { whole: true })
  const words = { low: shown(lowCents), mid: shown(midCents), high: shown(highCents) }
  return (
    <div className="mt-0.5">
      <RangeBar range={range} label={t('bar', { price: shown(range.at), ...words })} />
      {!isBrief && (
        <p aria-hidden className="figure truncate text-xs text-muted">
          {t('worth', words)}
        </p>
      )}
    </div>
  )
}

const line = 'flex min-w-0 items-center gap-x-2.5 overflow-hidden text-xs whitespace-nowrap'

/** What it comes to at home, and what selling it again should bring. */
export function Costs({ deal, className = '' }: { deal: Deal; className?: string }) {
  const t = useTranslations('deals')
  const { sort } = useCards()
  const { currency, profitCents } = deal
  const landed = landedMore(deal)
  return (
    <p className={`${line} text-muted ${className}`}>
      {landed !== null && (
        <span className="min-w-0 truncate">
          {t.rich('landed', { money: () => <Money cents={landed} currency={currency} whole /> })}
        </span>
      )}
      {profitCents !== null && (
        <span
          className={`shrink-0 ${profitCents < 0 ? 'text-over' : 'text-under'} ${sort === 'profit' ? 'font-bold' : ''}`}
        >
          {t.rich('profit', { money: () => <Money cents={profitCents} currency={currency} whole signed /> })}
        </span>
      )}
    </p>
  )
}

/** Where the same thing is offered besides. */
export function Same({ deal, className = '' }: { deal: Deal; className?: string }) {
  const t = useTranslations('deals')
  const nameOf = useMarketplaceName()
  const same = sameThing(deal)
  if (same === null) return null
  const { elsewhere, relisted, lowestCents } = same
  return (
    <p className={`${line} text-muted ${className}`}>
      {elsewhere.length > 0 && <span>{t('alsoOn', { marketplaces: elsewhere.map(nameOf).join(', ') })}</span>}
      {relisted > 0 && <span>{t('relisted', { count: relisted })}</span>}
      {lowestCents !== null && (
        <span className="font-bold text-under">
          {t.rich('lowest', { money: () => <Money cents={lowestCents} currency={deal.currency} /> })}
        </span>
      )}
    </p>
  )
}

/** What a person did with it. */
export function Marks({ deal: { id, mark } }: { deal: Deal }) {
  const t = useTranslations('deals.marks')
  const isWatched = useWatched()(id)
  const chip = 'shrink-0 rounded-tag bg-sunk px-1.5 text-2xs font-bold text-ink'
  return (
    <>
      {isWatched && <span className={chip}>{t('chips.watched')}</span>}
      {mark.hiddenAt !== null && (
        <span className={chip}>
          {mark.hiddenReason === null
            ? t('chips.hidden')
            : t('chips.hiddenAs', { reason: t(`reasons.${mark.hiddenReason}`) })}
        </span>
      )}
      {mark.boughtAt !== null && <span className={chip}>{t('chips.bought')}</span>}
      {mark.contactedAt !== null && <span className={chip}>{t('chips.contacted')}</span>}
      {mark.note !== null && (
        <span className={`${chip} inline-flex items-center gap-1`} title={mark.note}>
          <StickyNote aria-hidden size={11} />
          {t('chips.note')}
        </span>
      )}
      {mark.tags.map((tag) => (
        <span key={tag} className={`${chip} max-w-24 truncate`}>
          {tag}
        </span>
      ))}
    </>
  )
}

/** What else a glance tells; what the list is in the order of is in bold. */
export function Facts({ deal, className = '' }: { deal: Deal; className?: string }) {
  const t = useTranslations('deals')
  const nameOf = useMarketplaceName()
  const { sort } = useCards()
  const by = (order: typeof sort) => (sort === order ? 'font-bold text-ink' : '')
  const { foundAt, postedAt } = agesOf(deal)
  return (
    // What does not fit goes whole: a second line begins below what is seen.
    <p className={`${line} h-lh flex-wrap content-start gap-y-4 text-muted ${className}`}>
      {deal.demo && <DemoMark demo />}
      <Marks deal={deal} />
      {deal.risk.level !== 'low' && (
        <span className="inline-flex shrink-0 items-center gap-1 rounded-tag bg-caution-soft px-1.5 text-2xs font-bold text-caution">
          <TriangleAlert aria-hidden size={12} />
          {t(`risks.${deal.risk.level}`)}
        </span>
      )}
      {deal.endsAt !== null && (
        <span className={`shrink-0 ${by('ends')}`}>
          {t.rich('ends', { time: () => <Until at={deal.endsAt!} /> })}
        </span>
      )}
      {(sort === 'newest' || postedAt === null) && (
        <span className={`shrink-0 ${by('newest')}`}>
          {t.rich('found', { age: () => <Age at={foundAt} /> })}
        </span>
      )}
      {postedAt !== null && (
        <span className="shrink-0">{t.rich('posted', { age: () => <Age at={postedAt} /> })}</span>
      )}
      {deal.distanceKm !== null && (
        <span
          className={`shrink-0 ${by('distance')}`}
          title={deal.isTownCentre ? t('townCentre') : undefined}
        >
          {deal.isTownCentre && `${t('about')} `}
          <Distance km={deal.distanceKm} />
        </span>
      )}
      {deal.location !== null && <span className="max-w-64 truncate">{deal.location}</span>}
      <span className="shrink-0">{nameOf(deal.marketplace)}</span>
      {deal.condition !== null && <span className="shrink-0">{t(`conditions.${deal.condition}`)}</span>}
    </p>
  )
}
