import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Circle as CircleSign } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { nearestTown } from '../../lib/api/places.ts'
import { fromKm, toKm, unitSign } from '../../lib/distance.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useLate } from '../../ui/late.ts'
import { type Circle, kmMax, placeText } from './circle.ts'

/** A circle around a place: how far, what becomes of it. */
export function RadiusPanel({
  circle,
  isFilter,
  onDraw,
  onChange,
  onUse,
  onRemove,
}: {
  circle: Circle | null
  /** It is what is shown now. */
  isFilter: boolean
  onDraw(): void
  onChange(circle: Circle): void
  onUse(place: string, km: number): void
  onRemove(): void
}) {
  const t = useTranslations('map')
  const { units } = usePerson()
  const late = useLate(circle)
  const town = useQuery({
    queryKey: ['nearest-town', late?.lat.toFixed(3), late?.lon.toFixed(3)],
    queryFn: () => nearestTown(late!),
    enabled: late !== null,
  })
  if (circle === null)
    return (
      <Button onClick={onDraw}>
        <CircleSign aria-hidden size={16} />
        {t('draw')}
      </Button>
    )
  const isKnown = late === circle && !town.isPending
  const place = placeText(town.data ?? null, circle)
  return (
    <fieldset className="flex min-w-0 flex-wrap items-end gap-2">
      <legend className="sr-only">{t('radius')}</legend>
      <div className="w-32">
        <TextField
          label={t('within')}
          unit={unitSign(units)}
          inputMode="numeric"
          value={String(fromKm(circle.km, units))}
          onChange={({ target }) => {
            const km = /^\d{1,5}$/.test(target.value) ? toKm(Number(target.value), units) : 0
            if (km >= 1 && km <= kmMax) onChange({ ...circle, km })
          }}
        />
      </div>
      <Button look="main" disabled={!isKnown || isFilter} onClick={() => onUse(place, circle.km)}>
        {t(isFilter ? 'used' : 'use')}
      </Button>
      <Link
        to="/rules/new"
        search={{ place, km: circle.km }}
        disabled={!isKnown}
        className={`${buttonClass()} aria-disabled:opacity-50`}
      >
        {t('toRule')}
      </Link>
      <Button look="bare" onClick={onRemove}>
        {t('remove')}
      </Button>
      <p className="w-full text-sm text-muted" aria-live="polite">
        {town.data ? t('around', { town: town.data }) : t('aroundNothing')}
      </p>
    </fieldset>
  )
}
