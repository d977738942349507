import { Link } from '@tanstack/react-router'
import { BellRing, StickyNote, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { DemoMark, Distance, Money, Until } from '../../lib/figures/figures.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Price, Worth } from '../cards/card-parts.tsx'
import { CategoryTile } from '../category-icon.tsx'
import { linkId } from '../list/card-list.tsx'
import { useMarketplaceName } from '../marketplace-name.ts'
import { Photo } from '../photo.tsx'
import type { Deal } from '../queries.ts'
import { Last } from './last.tsx'
import type { Watch } from './queries.ts'
import { aboveCents, titleOf } from './watching.ts'

export const watchCardHeights = { wide: 148, narrow: 252 } as const

interface Card {
  watch: Watch
  /** What is known of its listing as a deal; undefined = not read yet, or there is none. */
  deal: Deal | undefined
  onEnd(): void
}

/** One thing that is watched: what became of it, what it costs beside what it is worth and what the person would pay. */
export function WatchCard({ shape, ...card }: Card & { shape: keyof typeof watchCardHeights }) {
  const isOver = card.watch.state === 'sold' || card.watch.state === 'gone'
  return (
    <article
      className={`relative h-full overflow-hidden rounded-md border border-line bg-card transition-colors focus-within:border-ink hover:border-ink ${isOver ? 'text-muted' : ''}`}
    >
      {shape === 'wide' ? <Wide {...card} /> : <Narrow {...card} />}
    </article>
  )
}

function Wide(card: Card) {
  return (
    <div className="grid h-full grid-cols-[7.5rem_minmax(0,1fr)_14rem_auto] gap-x-4 p-3">
      <Picture deal={card.deal} className="size-30" px={120} />
      <div className="min-w-0">
        <Title watch={card.watch} />
        <Last watch={card.watch} className="mt-0.5 truncate text-sm" />
        <Facts {...card} />
        <Own watch={card.watch} />
      </div>
      <div className="min-w-0">
        <Costs {...card} />
        <Wanted watch={card.watch} />
      </div>
      <End onPress={card.onEnd} />
    </div>
  )
}

function Narrow(card: Card) {
  return (
    <div className="grid h-full grid-cols-[5.5rem_minmax(0,1fr)_auto] content-start gap-x-3 p-3">
      <Picture deal={card.deal} className="size-22" px={88} />
      <div className="min-w-0">
        <Title watch={card.watch} />
        <Last watch={card.watch} className="mt-0.5 line-clamp-2 text-sm" />
      </div>
      <End onPress={card.onEnd} />
      <div className="col-span-3 mt-1.5 min-w-0">
        <Costs {...card} />
        <Wanted watch={card.watch} />
        <Facts {...card} />
        <Own watch={card.watch} />
      </div>
    </div>
  )
}

function Picture({ deal, className, px }: Pick<Card, 'deal'> & { className: string; px: number }) {
  return deal === undefined ? (
    <CategoryTile category="other" className={className} />
  ) : (
    <Photo listing={deal} size={{ width: px, height: px }} sizes={`${px}px`} className={className} />
  )
}

function Title({ watch }: { watch: Watch }) {
  return (
    <h2 className="line-clamp-2 leading-snug font-bold break-words text-ink">
      <Link
        to="/watching/$id"
        params={{ id: String(watch.id) }}
        id={linkId('watch', watch.id)}
        className="outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
      >
        {titleOf(watch)}
      </Link>
    </h2>
  )
}

function Costs({ watch: { listing }, deal }: Omit<Card, 'onEnd'>) {
  if (deal === undefined)
    return listing === null ? null : (
      <p className="text-xl leading-tight font-extrabold">
        <Money cents={listing.priceCents} currency={listing.currency} />
      </p>
    )
  return (
    <>
      <Price deal={deal} />
      <Worth deal={deal} />
    </>
  )
}

/** What the person would pay, and how far it is from that. */
function Wanted({ watch }: { watch: Watch }) {
  const t = useTranslations('watching')
  const { thresholdCents, currency } = watch
  if (thresholdCents === null) return <p className="mt-1 truncate text-xs text-muted">{t('noPrice')}</p>
  const above = aboveCents(watch)
  const amount = (cents: number) => <Money cents={cents} currency={currency} />
  return (
    <p className="mt-1 truncate text-sm">
      {t.rich('yourPrice', { money: () => <strong>{amount(thresholdCents)}</strong> })}
      {above !== null && (
        <span className={above > 0 ? 'text-muted' : 'font-bold text-under'}>
          {' · '}
          {above > 0 ? t.rich('toGo', { money: () => amount(above) }) : t('reached')}
        </span>
      )}
    </p>
  )
}

const line = 'mt-1 flex min-w-0 items-center gap-x-2.5 overflow-hidden text-xs whitespace-nowrap text-muted'

function Facts({ watch, deal }: Omit<Card, 'onEnd'>) {
  const t = useTranslations('watching')
  const deals = useTranslations('deals')
  const nameOf = useMarketplaceName()
  if (watch.problem !== null)
    return (
      <p className="mt-1 flex items-start gap-1.5 text-xs font-medium text-caution" title={watch.problem}>
        <TriangleAlert aria-hidden size={14} className="mt-px shrink-0" />
        <span className="line-clamp-2">{watch.problem}</span>
      </p>
    )
  return (
    <p className={line}>
      <DemoMark demo={watch.demo} />
      {watch.state !== 'active' && <span className={chip}>{t(`states.${watch.state}`)}</span>}
      {deal !== undefined && deal.risk.level !== 'low' && (
        <span className="inline-flex shrink-0 items-center gap-1 rounded-tag bg-caution-soft px-1.5 text-2xs font-bold text-caution">
          <TriangleAlert aria-hidden size={12} />
          {deals(`risks.${deal.risk.level}`)}
        </span>
      )}
      {deal !== undefined && deal.endsAt !== null && watch.state === 'active' && (
        <span className="shrink-0">{deals.rich('ends', { time: () => <Until at={deal.endsAt!} /> })}</span>
      )}
      {deal !== undefined && deal.distanceKm !== null && (
        <span className="shrink-0">
          <Distance km={deal.distanceKm} />
        </span>
      )}
      {watch.listing !== null && watch.listing.location !== null && (
        <span className="min-w-8 shrink truncate">{watch.listing.location}</span>
      )}
      <span className="shrink-0">{nameOf(watch.marketplace)}</span>
    </p>
  )
}

const chip = 'shrink-0 rounded-tag bg-sunk px-1.5 text-2xs font-bold text-ink'

/** Tags and note. */
function Own({ watch: { tags, note } }: { watch: Watch }): ReactNode {
  if (tags.length === 0 && note === null) return null
  return (
    <p className={line}>
      {tags.map((tag) => (
        <span key={tag} className={`${chip} max-w-28 truncate`}>
          {tag}
        </span>
      ))}
      {note !== null && (
        <span className="inline-flex min-w-8 shrink items-center gap-1 text-ink" title={note}>
          <StickyNote aria-hidden size={12} className="shrink-0" />
          <span className="truncate">{note}</span>
        </span>
      )}
    </p>
  )
}

function End({ onPress }: { onPress(): void }) {
  const t = useTranslations('deals.watching')
  return (
    <IconButton name={t('unwatch')} className="relative z-10 -mt-1 -me-1 size-9! text-ink" onClick={onPress}>
      <BellRing aria-hidden size={18} />
    </IconButton>
  )
}
