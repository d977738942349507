import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellPlus, Plus, Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Age, Moment } from '../lib/figures/figures.tsx'
import { useOtherTabs } from '../lib/tabs.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { ShowMore } from '../ui/show-more.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { deletedRulesQuery, rulesQuery } from './queries.ts'
import { RuleCard } from './rule-card.tsx'
import { useRestore } from './use-removal.ts'

/** What a person wants to be told about. */
export function RulesPage() {
  const t = useTranslations('rule')
  const queryClient = useQueryClient()
  const query = useInfiniteQuery(rulesQuery)
  useOtherTabs(
    (changed) => changed.startsWith('rules ') && void queryClient.invalidateQueries({ queryKey: ['rules'] }),
  )
  const rules = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className="flex flex-wrap gap-2">
          <Link to="/rules/import" className={buttonClass()}>
            {t('import.open')}
          </Link>
          <Link to="/rules/new" className={buttonClass('main')}>
            <Plus aria-hidden size={18} />
            {t('new')}
          </Link>
        </div>
      }
    >
      {query.isPending && (
        <div aria-busy="true" className="space-y-2">
          <Skeleton className="h-40" />
          <Skeleton className="h-40" />
          <Skeleton className="h-40" />
        </div>
      )}
      {query.isError && !query.data && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && rules.length === 0 && (
        <Empty icon={<BellPlus size={26} />} title={t('none')}>
          <p className="text-muted">{t('noneHow')}</p>
          <Link to="/welcome" className={buttonClass('main')}>
            {t('say.first')}
          </Link>
        </Empty>
      )}
      <ul className="space-y-2">
        {rules.map((rule) => (
          <li key={rule.id}>
            <RuleCard rule={rule} />
          </li>
        ))}
      </ul>
      <ShowMore query={query} text={t('more')} />
      {query.data && <Deleted />}
    </Page>
  )
}

/** What was deleted lately and can be had back. */
function Deleted() {
  const t = useTranslations('rule')
  const deleted = useQuery(deletedRulesQuery).data?.items ?? []
  const restore = useRestore()
  if (deleted.length === 0) return null
  return (
    <details className="mt-6 rounded-md border border-line bg-card">
      <summary className="min-h-11 px-4 py-2.5 text-sm font-semibold">
        {t('deleted.title', { count: deleted.length })}
      </summary>
      <ul className="divide-y divide-line border-t border-line">
        {deleted.map((rule) => (
          <li key={rule.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
            <p className="min-w-0 text-sm">
              <span className="font-semibold">{rule.name}</span>{' '}
              <span className="text-muted">
                {t.rich('deleted.when', {
                  age: () => <Age at={rule.deletedAt} />,
                  until: () => <Moment at={rule.restorableUntil} />,
                })}
              </span>
            </p>
            <Button
              onClick={() => restore.mutate(rule)}
              disabled={restore.isPending}
              aria-label={t('deleted.restoreName', { name: rule.name })}
            >
              <Undo2 aria-hidden size={16} />
              {t('deleted.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
