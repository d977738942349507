import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { BellOff } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { fromKm, toKm } from '../lib/distance.ts'
import { type Person, usePerson } from '../lib/person.tsx'
import { tellTabs, useOtherTabs } from '../lib/tabs.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { Notice, RuleEditor } from './editor/rule-editor.tsx'
import { addRule, changeRule, type Rule, type RuleBody, ruleQuery } from './queries.ts'
import { emptyRule, formOf, type RuleForm } from './rule-form.ts'
import { fromLink, linkPrefix, type SentRule } from './rule-link.ts'
import { useRemoval } from './use-removal.ts'

const route = getRouteApi('/rules/$id')
const newRoute = getRouteApi('/rules/new')

export function NewRulePage() {
  const t = useTranslations('rule')
  const person = usePerson()
  const save = useSave(({ body }) => addRule(body))
  const [hash] = useState(() => location.hash)
  const { place, km } = newRoute.useSearch()
  const isLink = hash.startsWith(linkPrefix)
  const sent = useMemo(() => (isLink ? fromLink(hash.slice(linkPrefix.length)) : null), [hash, isLink])
  return (
    <Page
      wide
      title={t('newTitle')}
      lead={t('newLead')}
      actions={
        <Link to="/rules/import" className={buttonClass()}>
          {t('import.open')}
        </Link>
      }
    >
      {isLink && <Notice text={t(sent === null ? 'link.unreadable' : 'link.received')} />}
      <RuleEditor
        path={`/rules/new${place === undefined ? '' : `?${place} ${km}`}${isLink ? hash : ''}`}
        initial={sent === null ? atPlace(place, km, person) : receivedForm(sent, person)}
        stored={null}
        {...(sent !== null && { currency: sent.currency })}
        save={save}
        button={t('create')}
      />
    </Page>
  )
}

function atPlace(place: string | undefined, km: number | undefined, { units }: Person): RuleForm {
  if (place === undefined) return emptyRule
  return { ...emptyRule, places: [{ place, radius: km === undefined ? '' : String(fromKm(km, units)) }] }
}

/** A rule that was sent, with distances in the person's own unit. */
function receivedForm({ form, units }: SentRule, person: Person): RuleForm {
  const radiusOf = (radius: string) =>
    /^\d+$/.test(radius) ? String(fromKm(toKm(Number(radius), units), person.units)) : radius
  return { ...form, places: form.places.map(({ place, radius }) => ({ place, radius: radiusOf(radius) })) }
}

export function RulePage() {
  const t = useTranslations('rule')
  const id = Number(route.useParams().id)
  const query = useQuery(ruleQuery(id))
  useOtherTabs((changed) => changed === `rules ${id}` && void query.refetch())
  if (query.error instanceof ApiProblem && query.error.status === 404)
    return <Empty icon={<BellOff size={26} />} title={t('unknown')} heading="h1" />
  return (
    <Page
      wide
      title={query.data?.name ?? t('one')}
      actions={
        query.data && (
          <div className="flex flex-wrap gap-2">
            <Link to="/rules/$id/matches" params={{ id: String(id) }} className={buttonClass()}>
              {t('matches.open')}
            </Link>
            <RemoveButton rule={query.data} />
          </div>
        )
      }
    >
      {query.isPending && (
        <div aria-busy="true">
          <Skeleton className="h-96" />
        </div>
      )}
      {query.isError && !query.data && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Loaded key={id} rule={query.data} onConflict={() => void query.refetch()} />}
    </Page>
  )
}

function Loaded({ rule, onConflict }: { rule: Rule; onConflict(): void }) {
  const t = useTranslations('rule')
  const { units } = usePerson()
  const save = useSave(({ body, ifRevision }) => changeRule(rule.id, body, ifRevision), onConflict)
  const stored = useMemo(() => ({ form: formOf(rule, { units }), revision: rule.revision }), [rule, units])
  const [initial] = useState(stored.form)
  return (
    <RuleEditor
      path={`/rules/${rule.id}`}
      initial={initial}
      stored={stored}
      currency={rule.currency}
      {...(stored.form.weights === 'own' && { ownWeights: rule.weights })}
      save={save}
      button={t('save')}
    />
  )
}

/** Saves, and goes back to the list, which says so. */
function useSave(
  write: (ask: { body: RuleBody; ifRevision?: number }) => Promise<{ id: number; name: string }>,
  onConflict?: () => void,
) {
  const t = useTranslations('rule')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: write,
    async onSuccess({ id, name }) {
      tellTabs(`rules ${id}`)
      toasts.add({ title: t('saved', { name }) })
      // The form goes first: it would take what was just saved for somebody else's change.
      await navigate({ to: '/rules' })
      await queryClient.invalidateQueries({ queryKey: ['rules'] })
    },
    onError(error) {
      if (error instanceof ApiProblem && error.code === 'rule-changed') onConflict?.()
    },
  })
}

function RemoveButton({ rule }: { rule: Rule }) {
  const t = useTranslations('rule')
  const navigate = useNavigate()
  const remove = useRemoval()
  return (
    <Button
      look="danger"
      disabled={remove.isPending}
      onClick={() => remove.mutate(rule, { onSuccess: () => void navigate({ to: '/rules' }) })}
    >
      {t('remove')}
    </Button>
  )
}
