import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Things side by side, of which one is seen. A finger drags to the next and two enlarge it, both by the browser's own doing;
 * a mouse drags, too.
 */
export function Slides({
  count,
  at,
  onMove,
  label,
  slide,
  className = '',
}: {
  count: number
  /** What they are; given where nothing in them can be focused, and so the row must be. */
  label?: string
  /** Which is seen. */
  at: number
  /** Another one is seen: it was dragged there. */
  onMove(at: number): void
  /** `isNear` = it is seen, or next to what is: the others need not be there. */
  slide(at: number, isNear: boolean): ReactNode
  className?: string
}) {
  const row = useRef<HTMLDivElement>(null)
  const held = useRef<{ x: number; left: number } | null>(null)
  /** What was last told of: only another one is gone to, since a finger may be further by now. */
  const told = useRef(0)
  useEffect(() => {
    if (row.current === null || told.current === at) return
    told.current = at
    goTo(row.current, at)
  }, [at])
  const end = () => {
    const { current } = row
    if (held.current === null || current === null) return
    const moved = current.scrollLeft - held.current.left
    held.current = null
    // A short pull is meant, too; where it leads is known before snapping is back.
    const way = Math.abs(moved) < 30 ? 0 : Math.sign(moved) * (isFromTheRight(current) ? -1 : 1)
    goTo(current, Math.min(count - 1, Math.max(0, at + way)))
    current.style.scrollSnapType = ''
    if (way !== 0) swallowClick()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is one of several ways; keys and buttons are beside it.
    <div
      ref={row}
      {...(label !== undefined && { role: 'group', 'aria-label': label, tabIndex: 0 })}
      className={`flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain [scrollbar-width:none] ${className}`}
      onScroll={({ currentTarget }) => {
        const now = seenIn(currentTarget)
        if (held.current !== null || now === told.current) return
        told.current = now
        onMove(now)
      }}
      onPointerDown={({ pointerType, clientX, currentTarget, button }) => {
        if (pointerType !== 'mouse' || button !== 0 || count < 2) return
        held.current = { x: clientX, left: currentTarget.scrollLeft }
        currentTarget.style.scrollSnapType = 'none'
      }}
      onPointerMove={({ clientX, currentTarget }) => {
        if (held.current !== null) currentTarget.scrollLeft = held.current.left + held.current.x - clientX
      }}
      onPointerUp={end}
      onPointerLeave={end}
      onDragStart={(event) => event.preventDefault()}
    >
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are what stands at that place.
        <div key={index} className="relative w-full shrink-0 snap-center snap-always" inert={index !== at}>
          {slide(index, Math.abs(index - at) <= 1)}
        </div>
      ))}
    </div>
  )
}

const isFromTheRight = (row: HTMLElement) => getComputedStyle(row).direction === 'rtl'

const seenIn = ({ scrollLeft, clientWidth }: HTMLElement) =>
  clientWidth === 0 ? 0 : Math.round(Math.abs(scrollLeft) / clientWidth)

const goTo = (row: HTMLElement, at: number) =>
  row.scrollTo({ left: at * row.clientWidth * (isFromTheRight(row) ? -1 : 1), behavior: 'instant' })

/** What was dragged was not pressed. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  addEventListener('click', stop, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', stop, { capture: true }))
}
