import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Age, Money } from '../lib/figures/figures.tsx'
import type { Listing } from './queries.ts'

/** What the value rests on, most alike first. */
export function CompTable({ comps }: { comps: Listing['comps'] }) {
  const t = useTranslations('listing')
  if (comps.length === 0) return null
  return (
    <table className="mt-4 w-full text-sm">
      <caption className="sr-only">{t('comps')}</caption>
      <thead>
        <tr className="border-b border-ink text-left">
          <th scope="col" className="py-1.5 pr-3 font-semibold">
            {t('comp.title')}
          </th>
          <th scope="col" className="hidden py-1.5 pr-3 font-semibold sm:table-cell">
            {t('comp.condition')}
          </th>
          <th scope="col" className="hidden py-1.5 pr-3 font-semibold sm:table-cell">
            {t('comp.age')}
          </th>
          <th scope="col" className="py-1.5 text-right font-semibold">
            {t('comp.price')}
          </th>
        </tr>
      </thead>
      <tbody>
        {comps.map((comp) => (
          <tr key={comp.id} className="border-b border-line align-top">
            <td className="py-2 pr-3">
              <Link
                to="/listings/$id"
                params={{ id: String(comp.id) }}
                className="inline-block min-h-6 underline decoration-line underline-offset-4 hover:decoration-ink"
              >
                {comp.title}
              </Link>
            </td>
            <td className="hidden py-2 pr-3 whitespace-nowrap text-muted sm:table-cell">
              {comp.condition === null ? '–' : t(`conditions.${comp.condition}`)}
            </td>
            <td className="hidden py-2 pr-3 text-muted sm:table-cell">
              {comp.postedAt === null ? '–' : <Age at={comp.postedAt} />}
            </td>
            <td className="py-2 text-right font-semibold whitespace-nowrap">
              <Money cents={comp.priceCents} currency={comp.currency} />
              <span className="block text-xs font-normal text-muted">{t(`comp.${comp.basis}`)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
