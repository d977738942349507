import type { Condition, PriceBasis } from '../../model/listing-schema.ts'
import type { Neighbourhood } from './neighbourhood.ts'

/** A listing as evidence of what others are worth. */
export interface Evidence extends Neighbourhood {
  priceCents: number
  currency: string
  basis: PriceBasis
  condition: Condition | null
  demo: boolean
}

/** What one listing did to the comparables of a neighbourhood. */
export interface Move extends Neighbourhood {
  currency: string
  demo: boolean
  /** 1 = it came, −1 = it left. */
  grew: -1 | 0 | 1
  /** False where it only is counted, as what was stored before moves were. */
  isNews: boolean
}

/** What became of the evidence for others when a listing's own changed; null = it is, or was, none. */
export function movesOf(was: Evidence | null, is: Evidence | null, isNews: boolean): Move[] {
  if (was !== null && is !== null && was.group === is.group && was.market === is.market) {
    const isSame =
      was.priceCents === is.priceCents && was.basis === is.basis && was.condition === is.condition
    return isSame ? [] : [move(is, 0, isNews)]
  }
  return [...(was === null ? [] : [move(was, -1, isNews)]), ...(is === null ? [] : [move(is, 1, isNews)])]
}

const move = ({ group, market, currency, demo }: Evidence, grew: Move['grew'], isNews: boolean): Move => ({
  ...{ group, market, currency, demo, grew, isNews },
})
