import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Score } from '../../lib/figures/figures.tsx'
import { Photo } from '../photo.tsx'
import type { Deal } from '../queries.ts'
import { isSelected, selection } from '../selection/selection.ts'
import { CardButtons, SelectBox } from './card-actions.tsx'
import { useCards } from './card-context.ts'
import { Costs, Facts, Price, Same, TitleLink, Worth } from './card-parts.tsx'

/** `beside` = in the narrow list beside a listing, as high as `wide`: no row moves when one is opened. */
export type CardShape = 'narrow' | 'wide' | 'beside' | 'gallery'

/** Rows of a virtual list are as high as they are said to be, whatever is in them. */
export const cardHeights: Readonly<Record<CardShape, number>> = {
  ...{ narrow: 218, wide: 142, beside: 142, gallery: 336 },
}

interface Card {
  deal: Deal
  isNew: boolean
}

/** One deal: what it is, what it costs beside what it is worth, and why to look. The whole card is the link. */
export function DealCard({ shape, ...card }: Card & { shape: CardShape }) {
  const { openId } = useCards()
  const { deal, isNew } = card
  const isChosen = selection.useOf((now) => isSelected(now, deal.id))
  const isOn = openId === deal.id || isChosen
  const Shape = shapes[shape]
  return (
    <article
      className={`relative h-full overflow-hidden rounded-md border bg-card transition-colors focus-within:border-ink hover:border-ink ${isOn ? 'border-ink ring-1 ring-ink' : 'border-line'}`}
    >
      {isNew && <span aria-hidden className="absolute inset-y-3 inset-s-0 z-10 w-1 rounded-e-full bg-mark" />}
      <Shape {...card} />
    </article>
  )
}

function Reason({ deal, className }: { deal: Deal; className: string }) {
  const t = useTranslations('deals')
  return <p className={`line-clamp-1 text-sm ${className}`}>{deal.reason ?? t('noReason')}</p>
}

function Wide({ deal, isNew }: Card) {
  return (
    <div className="grid h-full grid-cols-[7.25rem_minmax(0,1fr)_13rem_auto] gap-x-4 p-3">
      <Photo listing={deal} size={{ width: 116, height: 116 }} sizes="7.25rem" className="size-29" />
      <div className="min-w-0">
        <TitleLink deal={deal} isNew={isNew} className="text-base leading-snug" />
        <Reason deal={deal} className="mt-0.5" />
        <Same deal={deal} className="mt-0.5" />
        <Facts deal={deal} className="mt-1" />
      </div>
      <div className="min-w-0">
        <Price deal={deal} />
        <Worth deal={deal} />
        <Costs deal={deal} className="mt-1 text-sm!" />
      </div>
      <Corner deal={deal} />
      <SelectBox deal={deal} className="absolute top-4 inset-s-4" />
    </div>
  )
}

function Corner({ deal, isBrief = false }: { deal: Deal; isBrief?: boolean }) {
  return (
    <div className="flex flex-col items-end justify-between">
      <Score score={deal.score} />
      <CardButtons deal={deal} isBrief={isBrief} className={`-me-1.5 ${isBrief ? '' : '-mb-1'}`} />
    </div>
  )
}

const small = 'grid h-full grid-cols-[5.5rem_minmax(0,1fr)_auto] gap-x-3 p-3'

/** What it is, what it costs and its score, in three columns. */
function Head({
  deal,
  isNew,
  isBrief = false,
  children,
}: Card & { isBrief?: boolean; children?: ReactNode }) {
  return (
    <>
      <Photo listing={deal} size={{ width: 88, height: 88 }} sizes="5.5rem" className="size-22" />
      <div className="min-w-0">
        <TitleLink deal={deal} isNew={isNew} className="text-base leading-snug" />
        <Price deal={deal} />
        <Costs deal={deal} className="mt-0.5" />
        {children}
      </div>
      <Corner deal={deal} isBrief={isBrief} />
      <SelectBox deal={deal} className="absolute top-4 inset-s-4" />
    </>
  )
}

function Beside(card: Card) {
  return (
    <div className={small}>
      <Head {...card}>
        <Facts deal={card.deal} className="mt-1" />
      </Head>
    </div>
  )
}

function Narrow(card: Card) {
  const { deal } = card
  return (
    <div className={`${small} content-start`}>
      <Head {...card} isBrief />
      <div className="col-span-3 min-w-0">
        <Worth deal={deal} />
        <Reason deal={deal} className="mt-0.5" />
        <Facts deal={deal} className="mt-0.5" />
        <Same deal={deal} className="mt-0.5" />
      </div>
    </div>
  )
}

function Gallery({ deal, isNew }: Card) {
  return (
    <div className="h-full">
      <Photo
        listing={deal}
        size={{ width: 320, height: 168 }}
        sizes="(min-width: 64rem) 16rem, 50vw"
        className="h-42 w-full rounded-b-none!"
      />
      <div className="p-2.5">
        <TitleLink deal={deal} isNew={isNew} className="h-10 text-sm leading-5" />
        <div className="mt-1 flex items-center justify-between">
          <Price deal={deal} />
          <CardButtons deal={deal} isBrief className="-me-1.5" />
        </div>
        <Worth deal={deal} isBrief />
        <Costs deal={deal} className="mt-0.5" />
        <Facts deal={deal} className="mt-0.5" />
      </div>
      <span className="absolute top-2 inset-e-2 rounded-tag bg-card">
        <Score score={deal.score} />
      </span>
      <SelectBox deal={deal} className="absolute top-2 inset-s-2" />
    </div>
  )
}

const shapes = { wide: Wide, beside: Beside, narrow: Narrow, gallery: Gallery }
