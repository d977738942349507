import { ArrowUp } from 'lucide-react'
import { type ComponentProps, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Moment } from '../../lib/figures/figures.tsx'
import { Swipe } from '../cards/card-actions.tsx'
import { type CardShape, cardHeights, DealCard } from '../cards/deal-card.tsx'
import { isNewSince } from '../deal.ts'
import { MapCard } from '../map/map-card.tsx'
import type { Deal } from '../queries.ts'
import { CardList } from './card-list.tsx'

/** Deals as cards; what is new is marked. */
export function DealList({
  deals,
  shape,
  newSinceMs,
  isInOrder,
  isBesideMap,
  ...list
}: Pick<ComponentProps<typeof CardList>, 'columns' | 'more' | 'handle'> & {
  deals: readonly Deal[]
  shape: CardShape
  /** What was first seen later is marked; null = nothing is. */
  newSinceMs: number | null
  /** What is new comes first: a line stands below it. */
  isInOrder: boolean
  /** Cards show where they are on it. */
  isBesideMap: boolean
}) {
  const t = useTranslations('deals')
  const newCount = useMemo(() => {
    const count = deals.findIndex((deal) => !isNewSince(deal, newSinceMs))
    return isInOrder && newSinceMs !== null && count > 0 ? count : null
  }, [deals, newSinceMs, isInOrder])
  return (
    <CardList
      {...list}
      {...{ items: deals, kind: 'deal', shape, height: cardHeights[shape], newCount }}
      name={t('list')}
      end={t('end', { count: deals.length })}
      divider={
        <>
          <ArrowUp aria-hidden size={16} />
          {t.rich('since', {
            count: newCount ?? 0,
            moment: () => <Moment brief at={new Date(newSinceMs ?? 0).toISOString()} />,
          })}
        </>
      }
      draw={(deal) => {
        const card = (
          <Swipe deal={deal}>
            <DealCard deal={deal} shape={shape} isNew={isNewSince(deal, newSinceMs)} />
          </Swipe>
        )
        return isBesideMap ? <MapCard deal={deal}>{card}</MapCard> : card
      }}
    />
  )
}
