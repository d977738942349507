import type { ReactNode } from 'react'
import type { Deal } from '../queries.ts'
import { markedHere, useIsMarked } from './marked.ts'

/** A card beside a map: whoever points at one sees where it is, and whoever points at the map which it is. */
export function MapCard({ deal, children }: { deal: Deal; children: ReactNode }) {
  const isMarked = useIsMarked(deal)
  const { lat, lon } = deal
  const mark = () => markedHere.set(lat === null || lon === null ? null : { lat, lon })
  // By the mouse, as on the map: what is left there is told before what is come to here.
  const forget = () => markedHere.set(null)
  return (
    <div
      data-marked={isMarked || undefined}
      className="h-full rounded-md data-marked:outline-3 data-marked:outline-mark"
      {...{ onMouseEnter: mark, onMouseLeave: forget, onFocus: mark, onBlur: forget }}
    >
      {children}
    </div>
  )
}
