import {
  BellPlus,
  ExternalLink,
  Eye,
  EyeOff,
  MessageCircle,
  PackagePlus,
  ShoppingBag,
  SquareCheck,
  StickyNote,
} from 'lucide-react'
import { useTranslations } from 'use-intl'
import { webAddress } from '../../lib/link.ts'
import { usePerson } from '../../lib/person.tsx'
import { ActionMenu, type MenuPart } from '../../ui/menu.tsx'
import type { Deal } from '../queries.ts'
import { useWatched } from '../watching/use-watching.ts'
import { hideReasons, type MarkChange } from './marks.ts'
import { useToStock } from './use-to-stock.ts'

export interface OpenMenu {
  deal: Deal
  anchor: HTMLElement
  /** Why to hide it is asked alone. */
  isWhy: boolean
}

const size = 17

/** All that can be done with a deal, or why it is to be hidden. */
export function DealMenu({
  open,
  onMark,
  onNote,
  onWatch,
  onSelect,
  onClose,
}: {
  open: OpenMenu | null
  onMark(deal: Deal, change: MarkChange): void
  onNote(deal: Deal): void
  onWatch(deal: Deal): void
  onSelect(deal: Deal): void
  onClose(): void
}) {
  const t = useTranslations('deals.marks')
  const watching = useTranslations('deals.watching')
  const isWatched = useWatched()
  const { mayWrite } = usePerson()
  const stock = useTranslations('sell.fromDeal')
  const toStock = useToStock()
  const parts = open === null ? [] : partsOf(open)
  return (
    <ActionMenu
      name={open === null ? '' : t(open.isWhy ? 'why' : 'menu', { title: open.deal.title })}
      anchor={open?.anchor ?? null}
      parts={parts}
      onClose={onClose}
    />
  )

  function partsOf({ deal, isWhy }: OpenMenu): MenuPart[] {
    const { mark } = deal
    const address = webAddress(deal.url)
    const reasons: MenuPart = {
      key: 'reasons',
      title: t('hideBecause'),
      entries: hideReasons.map((reason) => ({
        key: reason,
        text: t(`reasons.${reason}`),
        onPress: () => onMark(deal, { hidden: true, hiddenReason: reason }),
      })),
    }
    if (isWhy) return [reasons]
    const isHidden = mark.hiddenAt !== null
    return [
      {
        key: 'marks',
        entries: [
          {
            key: 'watch',
            text: watching(isWatched(deal.id) ? 'unwatch' : 'watch'),
            icon: <BellPlus aria-hidden size={size} />,
            onPress: () => onWatch(deal),
          },
          {
            key: 'contacted',
            text: t(mark.contactedAt === null ? 'contacted' : 'notContacted'),
            icon: <MessageCircle aria-hidden size={size} />,
            onPress: () => onMark(deal, { contacted: mark.contactedAt === null }),
          },
          {
            key: 'bought',
            text: t(mark.boughtAt === null ? 'bought' : 'notBought'),
            icon: <ShoppingBag aria-hidden size={size} />,
            onPress: () => onMark(deal, { bought: mark.boughtAt === null }),
          },
          ...(mayWrite
            ? [
                {
                  key: 'stock',
                  text: stock('menu'),
                  icon: <PackagePlus aria-hidden size={size} />,
                  onPress: () => {
                    toStock.mutate(deal.id)
                    if (mark.boughtAt === null) onMark(deal, { bought: true })
                  },
                },
              ]
            : []),
          {
            key: 'note',
            text: t('note'),
            icon: <StickyNote aria-hidden size={size} />,
            onPress: () => onNote(deal),
          },
          {
            key: 'select',
            text: t('select'),
            icon: <SquareCheck aria-hidden size={size} />,
            onPress: () => onSelect(deal),
          },
          ...(address === null
            ? []
            : [
                {
                  key: 'open',
                  text: t('openThere'),
                  icon: <ExternalLink aria-hidden size={size} />,
                  onPress: () => void window.open(address, '_blank', 'noopener,noreferrer'),
                },
              ]),
          isHidden
            ? {
                key: 'show',
                text: t('showAgain'),
                icon: <Eye aria-hidden size={size} />,
                onPress: () => onMark(deal, { hidden: false }),
              }
            : {
                key: 'hide',
                text: t('hide'),
                icon: <EyeOff aria-hidden size={size} />,
                onPress: () => onMark(deal, { hidden: true }),
              },
        ],
      },
      ...(isHidden ? [] : [reasons]),
    ]
  }
}
