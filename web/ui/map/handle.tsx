import type { Map as MapLibre } from 'maplibre-gl'
import { type ComponentProps, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Spot } from './box.ts'

/** What is taken hold of on a map, by hand or by arrow keys: it stays at its place while the map moves. */
export function Handle({
  map,
  at,
  onDrag,
  onArrow,
  className = '',
  ...rest
}: Omit<ComponentProps<'button'>, 'onDrag'> & {
  map: MapLibre
  at: Spot
  onDrag(to: Spot): void
  /** So many steps to the right and down, as the window has it. */
  onArrow(right: number, down: number): void
}) {
  const { x, y } = useOnMap(map, at)
  const held = useRef(false)
  const drag = ({ clientX, clientY }: PointerEvent) => {
    if (!held.current) return
    const { left, top } = map.getContainer().getBoundingClientRect()
    const { lat, lng } = map.unproject([clientX - left, clientY - top])
    onDrag({ lat, lon: lng })
  }
  return (
    <button
      type="button"
      {...rest}
      onPointerDown={(event) => {
        held.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = false
      }}
      onPointerCancel={() => {
        held.current = false
      }}
      onKeyDown={(event) => {
        const step = arrows[event.key]
        if (!step) return
        event.preventDefault()
        event.stopPropagation()
        const times = event.shiftKey ? 10 : 1
        onArrow(step[0] * times, step[1] * times)
      }}
      style={{ transform: `translate(${Math.round(x)}px, ${Math.round(y)}px) translate(-50%, -50%)` }}
      className={`absolute inset-s-0 top-0 touch-none rounded-full border-2 border-focus bg-card text-focus ${className}`}
    />
  )
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** Where in the window of the map a place is now. */
function useOnMap(map: MapLibre, { lat, lon }: Spot) {
  const [, draw] = useState(0)
  useEffect(() => {
    const moved = () => draw((times) => times + 1)
    map.on('move', moved)
    return () => void map.off('move', moved)
  }, [map])
  return map.project([lon, lat])
}
