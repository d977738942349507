import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { RuleSearch } from './queries.ts'

/** How the site is asked for each rule: what it filters, what is filtered here, or why it cannot be asked. */
export function PlanList({ searches }: { searches: readonly RuleSearch[] }) {
  const t = useTranslations('sources.plan')
  const names = useTranslations('sources.filters')
  if (searches.length === 0) return <p className="text-muted">{t('none')}</p>
  const list = (filters: RuleSearch['pushed']) => filters.map((filter) => names(filter)).join(', ')
  return (
    <ul className="divide-y divide-line">
      {searches.map(({ ruleId, rule, impossible, pushed, residual }, index) => (
        // A rule with several places has a search for each of them.
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no name, and keep their order.
        <li key={`${ruleId} ${index}`} className="py-2 text-sm">
          <Link
            to="/rules/$id"
            params={{ id: String(ruleId) }}
            className="inline-block min-h-6 font-semibold underline underline-offset-4"
          >
            {rule}
          </Link>
          {impossible !== null ? (
            <p className="font-medium text-caution">{t('impossible', { why: impossible })}</p>
          ) : (
            <p className="text-muted">
              {pushed.length > 0 && t('pushed', { filters: list(pushed) })}{' '}
              {residual.length > 0 && t('residual', { filters: list(residual) })}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
