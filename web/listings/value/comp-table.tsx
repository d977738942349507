import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Age, Distance, Money } from '../../lib/figures/figures.tsx'
import { Button } from '../../ui/button.tsx'
import { useMarketplaceName } from '../marketplace-name.ts'
import type { Comp } from '../queries.ts'

const shownAtFirst = 12

/** What the value rests on, heaviest first; each can be struck out, and counts again when it is ticked. */
export function CompTable({
  comps,
  counted,
  isOff,
  onToggle,
}: {
  comps: readonly Comp[]
  /** As they weigh now. */
  counted: readonly Comp[]
  isOff(listingId: number): boolean
  onToggle(listingId: number): void
}) {
  const t = useTranslations('listing')
  const [isWhole, setWhole] = useState(false)
  if (comps.length === 0) return null
  const now = new Map(counted.map((comp) => [comp.listingId, comp]))
  const shown = isWhole ? comps : comps.slice(0, shownAtFirst)
  return (
    <>
      <table className="mt-4 w-full text-sm">
        <caption className="mb-2 text-start text-muted">{t('comps')}</caption>
        <thead>
          <tr className="border-b border-ink text-start">
            <th scope="col" className="py-1.5 pe-3 font-semibold">
              <span className="sr-only">{t('comp.counts')}</span>
            </th>
            <th scope="col" className="py-1.5 pe-3 font-semibold">
              {t('comp.title')}
            </th>
            <th scope="col" className="hidden py-1.5 pe-3 text-end font-semibold sm:table-cell">
              {t('comp.weight')}
            </th>
            <th scope="col" className="py-1.5 text-end font-semibold">
              {t('comp.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((comp) => (
            <CompRow
              key={comp.listingId}
              comp={now.get(comp.listingId) ?? comp}
              weight={isOff(comp.listingId) ? null : (now.get(comp.listingId)?.weightShare ?? null)}
              isOff={isOff(comp.listingId)}
              onToggle={() => onToggle(comp.listingId)}
            />
          ))}
        </tbody>
      </table>
      {shown.length < comps.length && (
        <Button look="bare" className="mt-2" onClick={() => setWhole(true)}>
          {t('allComps', { count: comps.length })}
        </Button>
      )}
    </>
  )
}

function CompRow({
  comp,
  weight,
  isOff,
  onToggle,
}: {
  comp: Comp
  weight: number | null
  isOff: boolean
  onToggle(): void
}) {
  const t = useTranslations('listing')
  const nameOf = useMarketplaceName()
  const isMoved = comp.adjustedCents !== comp.priceCents
  return (
    <tr className={`border-b border-line align-top ${isOff ? 'text-muted' : ''}`}>
      <td className="py-2 pe-3">
        <input
          type="checkbox"
          checked={!isOff}
          onChange={onToggle}
          aria-label={t('comp.count', { title: comp.title })}
          className="size-6 accent-ink"
        />
      </td>
      <td className="py-2 pe-3">
        <Link
          to="/listings/$id"
          params={{ id: String(comp.listingId) }}
          className={`inline-block min-h-6 underline-offset-4 ${isOff ? 'line-through' : 'underline decoration-line hover:decoration-ink'}`}
        >
          {comp.title}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-xs text-muted">
          {comp.condition !== null && <span>{t(`conditions.${comp.condition}`)}</span>}
          {comp.postedAt !== null && <Age at={comp.postedAt} />}
          <Distance km={comp.distanceKm ?? null} />
          <span>{nameOf(comp.marketplace)}</span>
        </p>
        {isMoved && <p className="text-xs text-muted">{comp.adjustments}</p>}
      </td>
      <td className="figure hidden py-2 pe-3 text-end sm:table-cell">
        {weight === null ? '–' : t('comp.percent', { percent: Math.round(weight * 100) })}
      </td>
      <td className="py-2 text-end font-semibold whitespace-nowrap">
        <Money cents={comp.priceCents} currency={comp.currency} />
        <span className="block text-xs font-normal text-muted">
          {isMoved
            ? t.rich('comp.as', {
                money: () => <Money cents={comp.adjustedCents} currency={comp.currency} whole />,
              })
            : t(`comp.${comp.basis}`)}
        </span>
      </td>
    </tr>
  )
}
