import { type RefObject, useRef } from 'react'
import { useShortcut } from '../../lib/shortcuts/shortcuts.tsx'
import { type CardKind, isFocused, type ListHandle, linkId } from './card-list.tsx'

/** The keys that go through a list of cards; what is returned makes a deed out of what is done with the card that one is at. */
export function useListKeys<Item extends { id: number }>(
  items: readonly Item[],
  {
    kind,
    list,
    openIndex = -1,
    labels,
  }: {
    kind: CardKind
    list: RefObject<ListHandle | null>
    /** The one that is open beside the list; -1 = none. */
    openIndex?: number
    labels: { next: string; previous: string }
  },
) {
  const at = useRef(-1)
  /** The card that has the focus or is about to, else what is open beside, else where one was last. */
  const here = (): number => {
    const focused = list.current?.onItsWayTo() ?? items.findIndex(({ id }) => isFocused(linkId(kind, id)))
    const index = focused >= 0 ? focused : openIndex >= 0 ? openIndex : Math.min(at.current, items.length - 1)
    at.current = index
    return index
  }
  const step = (by: number) => {
    list.current?.step(by)
    here()
  }
  useShortcut({ keys: 'j', shown: 'j', label: labels.next }, () => step(1))
  useShortcut({ keys: 'k', shown: 'k', label: labels.previous }, () => step(-1))
  return (run: (item: Item) => void) => () => {
    const item = items[here()]
    if (item) run(item)
  }
}
