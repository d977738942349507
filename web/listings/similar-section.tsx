import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Distance, Money, Score } from '../lib/figures/figures.tsx'
import { Section } from '../ui/page.tsx'
import { Photo } from './photo.tsx'
import { similarQuery } from './queries.ts'

/** What else of the kind is for sale now; nothing where nothing is, or where it cannot be told. */
export function SimilarSection({ id }: { id: number }) {
  const t = useTranslations('listing')
  const { data } = useQuery(similarQuery(id))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Section id="similar" title={t('sections.similar')}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {data.items.map((deal) => (
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
              <p className="text-sm">
                <strong>
                  <Money cents={deal.priceCents} currency={deal.currency} />
                </strong>
                <span className="block text-xs text-muted">
                  {deal.distanceKm === null ? deal.marketplace : <Distance km={deal.distanceKm} />}
                </span>
              </p>
              <Score score={deal.score} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
