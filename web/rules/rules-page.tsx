import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellPlus, BellRing, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { DemoMark } from '../lib/figures/figures.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { Switch } from '../ui/switch.tsx'
import { toasts } from '../ui/toast.tsx'
import { changeRule, type Rule, rulesQuery } from './queries.ts'
import { useRuleSentence } from './rule-sentence.tsx'

/** What a person wants to be told about. */
export function RulesPage() {
  const t = useTranslations('rule')
  const query = useInfiniteQuery(rulesQuery)
  const rules = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Link to="/rules/new" className={buttonClass('main')}>
          <Plus aria-hidden size={18} />
          {t('new')}
        </Link>
      }
    >
      {query.isPending && (
        <div aria-busy="true" className="space-y-2">
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
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
      {query.hasNextPage && (
        <div className="py-6 text-center">
          <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  )
}

function RuleCard({ rule }: { rule: Rule }) {
  const t = useTranslations('rule')
  const sentence = useRuleSentence()
  return (
    <article className="relative flex items-start gap-4 rounded-md border border-line bg-card p-4 focus-within:border-ink hover:border-ink">
      <BellRing
        aria-hidden
        size={22}
        className={`mt-0.5 shrink-0 max-sm:hidden ${rule.enabled ? '' : 'text-muted opacity-50'}`}
      />
      <div className="min-w-0 grow">
        <h2 className="leading-snug font-bold">
          <Link
            to="/rules/$id"
            params={{ id: String(rule.id) }}
            className="outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {rule.name}
          </Link>
        </h2>
        <p className="mt-1 text-sm">{sentence(rule)}</p>
        <p className="mt-2 flex flex-wrap gap-x-3 text-xs text-muted">
          <DemoMark demo={rule.demo} />
          <span>{t(`rhythms.${rule.rhythm ?? 'usual'}`)}</span>
          <span>{t('by', { channels: rule.channels.join(', ') })}</span>
        </p>
      </div>
      <EnabledSwitch rule={rule} />
    </article>
  )
}

function EnabledSwitch({ rule }: { rule: Rule }) {
  const t = useTranslations('rule')
  const queryClient = useQueryClient()
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (enabled: boolean) => changeRule(rule.id, { enabled }),
    onSuccess: (_, enabled) =>
      toasts.add({ title: t(enabled ? 'switchedOn' : 'switchedOff', { name: rule.name }) }),
    onError: (error) => toasts.add({ title: error.message }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['rules'] }),
  })
  const isOn = isPending ? variables : rule.enabled
  return <Switch name={t('enabled', { name: rule.name })} checked={isOn} onChange={mutate} />
}
