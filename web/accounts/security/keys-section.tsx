import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Age, Moment } from '../../lib/figures/figures.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { endKey, type Key, type KeyScope, keysQuery, makeKey } from './queries.ts'

const scopes = ['capture', 'read', 'write', 'admin'] as const satisfies readonly KeyScope[]

/** Keys for programs: each is shown once, when it is made. */
export function KeysSection() {
  const t = useTranslations('security')
  const query = useQuery(keysQuery)
  return (
    <Section id="keys" title={t('keys')}>
      <p className="mb-4 text-muted">{t('keysLead')}</p>
      {query.isError && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      <ul className="mb-5 divide-y divide-line">
        {query.data?.items.map((key) => (
          <KeyRow key={key.id} of={key} />
        ))}
      </ul>
      <NewKey />
    </Section>
  )
}

function KeyRow({ of: { id, name, start, scope, expiresAt, lastUsedAt } }: { of: Key }) {
  const t = useTranslations('security')
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: endKey,
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
    onError: (error) => void toasts.add({ title: error.message, priority: 'high' }),
  })
  return (
    <li className="flex items-center justify-between gap-4 py-3">
      <div className="min-w-0">
        <p className="truncate font-semibold">{name}</p>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          {start !== null && <code>{start}…</code>}
          {scope !== null && <span>{t(`scopes.${scope}`)}</span>}
          <span>
            {lastUsedAt === null ? t('neverUsed') : t.rich('used', { age: () => <Age at={lastUsedAt} /> })}
          </span>
          {expiresAt !== null && <span>{t.rich('until', { moment: () => <Moment at={expiresAt} /> })}</span>}
        </p>
      </div>
      <ConfirmButton
        button={t('endKey')}
        title={t('endKeyOf', { name })}
        body={t('endKeyBody')}
        keep={t('keepKey')}
        busy={isPending}
        onConfirm={() => mutate(id)}
      />
    </li>
  )
}

function NewKey() {
  const t = useTranslations('security')
  const client = useQueryClient()
  const [made, setMade] = useState<string | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: makeKey,
    onSuccess({ key }) {
      setMade(key)
      return client.invalidateQueries({ queryKey: keysQuery.queryKey })
    },
  })
  const fields = error instanceof ApiProblem ? error.fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    mutate({
      ...{ name: String(form.get('name')).trim(), scope: form.get('scope') as KeyScope },
      expiresInDays: Number(form.get('days')),
    })
  }
  if (made !== null)
    return (
      <div className="rounded-md border border-ink bg-card p-4">
        <p role="status" className="font-semibold">
          {t('keyMade')}
        </p>
        <code className="mt-2 block rounded-md bg-sunk p-3 break-all select-all">{made}</code>
        <Button className="mt-3" onClick={() => setMade(null)}>
          {t('keyKept')}
        </Button>
      </div>
    )
  return (
    <form className="grid items-start gap-4 sm:grid-cols-[1fr_1fr_8rem]" onSubmit={submit}>
      <TextField label={t('keyName')} name="name" required maxLength={60} problem={fields.name} />
      <SelectField
        label={t('keyScope')}
        name="scope"
        defaultValue="read"
        options={scopes.map((value) => ({ value, text: t(`scopes.${value}`) }))}
        problem={fields.scope}
      />
      <TextField
        label={t('keyDays')}
        name="days"
        inputMode="numeric"
        defaultValue="90"
        required
        problem={fields.expiresInDays}
      />
      {error !== null && Object.keys(fields).length === 0 && <Problem error={error} />}
      <div className="sm:col-span-3">
        <Button type="submit" disabled={isPending}>
          {t('makeKey')}
        </Button>
      </div>
    </form>
  )
}
