import { Move, MoveHorizontal } from 'lucide-react'
import type { Map as MapLibre } from 'maplibre-gl'
import { useTranslations } from 'use-intl'
import { distanceText } from '../../lib/distance.ts'
import { usePerson } from '../../lib/person.tsx'
import { away, kmBetween, type Spot } from '../../ui/map/box.ts'
import { Handle } from '../../ui/map/handle.tsx'
import { type Circle, kmMax } from './circle.ts'

const clamped = (km: number) => Math.min(kmMax, Math.max(1, Math.round(km)))

/** The middle of a circle and its edge, each to be taken hold of. */
export function RadiusHandles({
  map,
  circle,
  onChange,
}: {
  map: MapLibre
  circle: Circle
  onChange(circle: Circle): void
}) {
  const t = useTranslations('map')
  const { units } = usePerson()
  const edge = away(circle, circle.km, 90)
  /** Ten pixels on, as the map is now. */
  const moved = (right: number, down: number): Spot => {
    const { x, y } = map.project([circle.lon, circle.lat])
    const { lat, lng } = map.unproject([x + right * 10, y + down * 10])
    return { lat, lon: lng }
  }
  const to = ({ lat, lon }: Spot) =>
    onChange({
      ...circle,
      lat: Math.min(84, Math.max(-84, lat)),
      lon: ((((lon + 180) % 360) + 360) % 360) - 180,
    })
  return (
    <>
      <Handle
        {...{ map, at: circle, onDrag: to }}
        onArrow={(right, down) => to(moved(right, down))}
        aria-label={t('centre')}
        title={t('centre')}
        className="flex size-8 cursor-move items-center justify-center"
      >
        <Move aria-hidden size={16} />
      </Handle>
      <Handle
        {...{ map, at: edge }}
        onDrag={(spot) => onChange({ ...circle, km: clamped(kmBetween(circle, spot)) })}
        onArrow={(right, down) =>
          onChange({
            ...circle,
            km: clamped(circle.km + (right - down) * Math.max(1, Math.round(circle.km / 20))),
          })
        }
        role="slider"
        aria-label={t('edge')}
        title={t('edge')}
        aria-valuemin={1}
        aria-valuemax={kmMax}
        aria-valuenow={circle.km}
        aria-valuetext={distanceText(circle.km, units)}
        className="flex size-8 cursor-ew-resize items-center justify-center"
      >
        <MoveHorizontal aria-hidden size={16} />
      </Handle>
    </>
  )
}
