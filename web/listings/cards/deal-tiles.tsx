import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { DemoMark, Distance, Money, Score } from '../../lib/figures/figures.tsx'
import { gapPercent } from '../deal.ts'
import { useMarketplaceName } from '../marketplace-name.ts'
import { Photo } from '../photo.tsx'
import type { Deal } from '../queries.ts'

/** A few deals on a page that is about something else. */
export function DealTiles({ deals }: { deals: readonly Deal[] }) {
  const t = useTranslations('deals')
  const nameOf = useMarketplaceName()
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {deals.map((deal) => {
        const gap = gapPercent(deal)
        return (
          <li
            key={deal.id}
            className="relative flex flex-col rounded-md border border-line bg-card p-3 focus-within:border-ink hover:border-ink"
          >
            <Photo listing={deal} size={{ width: 160, height: 120 }} sizes="12rem" className="h-28 w-full" />
            <h3 className="mt-2 line-clamp-2 text-sm leading-snug font-bold">
              <Link
                to="/listings/$id"
                params={{ id: String(deal.id) }}
                className="outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-focus"
              >
                {deal.title}
              </Link>
            </h3>
            <div className="mt-auto flex items-end justify-between gap-2 pt-2">
              <p className="min-w-0 text-sm">
                <strong>
                  <Money cents={deal.priceCents} currency={deal.currency} />
                </strong>
                {gap !== null && gap !== 0 && (
                  <span className={`figure block text-xs font-bold ${gap < 0 ? 'text-under' : 'text-over'}`}>
                    {t(gap < 0 ? 'below' : 'above', { percent: Math.abs(gap) })}
                  </span>
                )}
                <span className="block truncate text-xs text-muted">
                  {deal.distanceKm === null ? nameOf(deal.marketplace) : <Distance km={deal.distanceKm} />}
                </span>
                <DemoMark demo={deal.demo} />
              </p>
              <Score score={deal.score} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
