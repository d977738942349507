import { createContext, useContext } from 'react'
import type { DealSort } from '../filters/filters.ts'
import type { Deal } from '../queries.ts'

/** What cards of one list have in common. */
export interface Cards {
  sort: DealSort
  /** The search that they are of, as an address has it: what stands beside a listing that is opened. */
  search: string
  /** The listing that is open beside it; null = none. */
  openId: number | null
  select(deal: Deal, isRange: boolean): void
  hide(deal: Deal): void
  contact(deal: Deal): void
  openMenu(deal: Deal, anchor: HTMLElement): void
}

export const CardContext = createContext<Cards | null>(null)

export function useCards(): Cards {
  const cards = useContext(CardContext)
  if (cards === null) throw new Error('there is no list above')
  return cards
}
