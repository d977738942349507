import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { webAddress } from '../../lib/link.ts'
import { useShortcut } from '../../lib/shortcuts/shortcuts.tsx'
import { besideId } from '../beside-id.ts'
import type { MarkChange } from '../marks/marks.ts'
import type { Deal } from '../queries.ts'
import { type ListHandle, linkId } from './card-list.tsx'
import { useListKeys } from './use-list-keys.ts'

/** What keys of the list do with the deal that one is at. */
interface Deeds {
  mark(deal: Deal, change: MarkChange): void
  why(deal: Deal, anchor: HTMLElement): void
  note(deal: Deal): void
  watch(deal: Deal): void
  select(deal: Deal, isRange: boolean): void
  undo(): void
}

/** The keys of a list of deals: where one is, what is done with it, and what is taken back. */
export function useDealKeys(
  deals: readonly Deal[],
  { list, openId, deeds }: { list: RefObject<ListHandle | null>; openId: number | null; deeds: Deeds },
): void {
  const t = useTranslations('deals.keys')
  const openIndex = openId === null ? -1 : deals.findIndex(({ id }) => id === openId)
  const withDeal = useListKeys(deals, {
    ...{ kind: 'deal', list, openIndex },
    labels: { next: t('next'), previous: t('previous') },
  })
  useShortcut(
    { keys: 'o', shown: 'o', label: t('open') },
    withDeal(({ id }) => {
      // Once it stands beside the list, the next press leads into it.
      if (id === openId) document.getElementById(besideId)?.focus()
      else document.getElementById(linkId('deal', id))?.click()
    }),
  )
  useShortcut(
    { keys: 'v', shown: 'v', label: t('visit') },
    withDeal(({ url }) => {
      const address = webAddress(url)
      // What is open beside the list has this key for itself.
      if (address !== null && openId === null) window.open(address, '_blank', 'noopener,noreferrer')
    }),
  )
  useShortcut(
    { keys: 'x', shown: 'x', label: t('select') },
    withDeal((deal) => deeds.select(deal, false)),
  )
  useShortcut(
    { keys: 'shift+x', shown: 'Shift x', label: t('selectRange') },
    withDeal((deal) => deeds.select(deal, true)),
  )
  useShortcut(
    { keys: 'e', shown: 'e', label: t('hide') },
    withDeal((deal) => deeds.mark(deal, { hidden: deal.mark.hiddenAt === null })),
  )
  useShortcut(
    { keys: 'shift+e', shown: 'Shift e', label: t('why') },
    withDeal((deal) => {
      const card = document.getElementById(linkId('deal', deal.id))
      if (card) deeds.why(deal, card)
    }),
  )
  useShortcut(
    { keys: 'c', shown: 'c', label: t('contacted') },
    withDeal((deal) => deeds.mark(deal, { contacted: deal.mark.contactedAt === null })),
  )
  useShortcut(
    { keys: 'b', shown: 'b', label: t('bought') },
    withDeal((deal) => deeds.mark(deal, { bought: deal.mark.boughtAt === null })),
  )
  useShortcut({ keys: 'w', shown: 'w', label: t('watch') }, withDeal(deeds.watch))
  useShortcut({ keys: 'n', shown: 'n', label: t('note') }, withDeal(deeds.note))
  useShortcut({ keys: 'u', shown: 'u', label: t('undo') }, deeds.undo)
}
