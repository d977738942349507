import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { BellOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { usePerson } from '../lib/person.tsx'
import { ConfirmButton } from '../ui/confirm.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { addRule, changeRule, type Rule, type RuleBody, removeRule, ruleQuery } from './queries.ts'
import { RuleEditor } from './rule-editor.tsx'
import { emptyRule, formOf } from './rule-form.ts'

const route = getRouteApi('/rules/$id')

export function NewRulePage() {
  const t = useTranslations('rule')
  const save = useSave((body) => addRule(body))
  return (
    <Page wide title={t('newTitle')} lead={t('newLead')}>
      <RuleEditor initial={emptyRule} save={save} button={t('create')} />
    </Page>
  )
}

export function RulePage() {
  const t = useTranslations('rule')
  const id = Number(route.useParams().id)
  const query = useQuery(ruleQuery(id))
  if (query.error instanceof ApiProblem && query.error.status === 404)
    return <Empty icon={<BellOff size={26} />} title={t('unknown')} heading="h1" />
  return (
    <Page
      wide
      title={query.data?.name ?? t('one')}
      actions={query.data && <RemoveButton rule={query.data} />}
    >
      {query.isPending && (
        <div aria-busy="true">
          <Skeleton className="h-96" />
        </div>
      )}
      {query.isError && !query.data && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Loaded key={query.data.revision} rule={query.data} />}
    </Page>
  )
}

function Loaded({ rule }: { rule: Rule }) {
  const t = useTranslations('rule')
  const { units } = usePerson()
  const save = useSave((body) => changeRule(rule.id, body))
  return (
    <RuleEditor initial={formOf(rule, { units })} currency={rule.currency} save={save} button={t('save')} />
  )
}

/** Saves, and goes back to the list, which says so. */
function useSave(write: (body: RuleBody) => Promise<{ name: string }>) {
  const t = useTranslations('rule')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: write,
    async onSuccess({ name }) {
      await queryClient.invalidateQueries({ queryKey: ['rules'] })
      toasts.add({ title: t('saved', { name }) })
      await navigate({ to: '/rules' })
    },
  })
}

function RemoveButton({ rule }: { rule: Rule }) {
  const t = useTranslations('rule')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { mutate, isPending } = useMutation({
    mutationFn: () => removeRule(rule.id),
    async onSuccess() {
      toasts.add({ title: t('removed', { name: rule.name }) })
      await navigate({ to: '/rules' })
      await queryClient.invalidateQueries({ queryKey: ['rules', 'list'] })
    },
    onError: (error) => toasts.add({ title: error.message }),
  })
  return (
    <ConfirmButton
      button={t('remove')}
      title={t('removeSure', { name: rule.name })}
      body={t('removeWhat')}
      keep={t('keep')}
      busy={isPending}
      onConfirm={mutate}
    />
  )
}
