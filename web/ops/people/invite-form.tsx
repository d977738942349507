import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { copyText } from '../../lib/browser.ts'
import { Moment } from '../../lib/figures/figures.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { type Invited, invitationsQuery, invite } from '../queries.ts'

const roles = ['member', 'viewer', 'admin'] as const

/** Invites by e-mail; where none can be sent the link is shown, once. */
export function InviteForm() {
  const t = useTranslations('admin.people')
  const client = useQueryClient()
  const [role, setRole] = useState<(typeof roles)[number]>('member')
  const [made, setMade] = useState<(Invited & { email: string }) | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: invite,
    onMutate: () => setMade(null),
    onSuccess(invited, { email }) {
      setMade({ ...invited, email })
      return client.invalidateQueries({ queryKey: invitationsQuery.queryKey })
    },
  })
  const fields = error instanceof ApiProblem ? error.fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim()
    mutate({ email, role })
  }
  return (
    <>
      <form onSubmit={submit} className="grid items-start gap-3 sm:grid-cols-[1fr_12rem_auto]">
        <TextField
          label={t('email')}
          name="email"
          type="email"
          required
          autoComplete="off"
          problem={fields.email}
        />
        <SelectField
          label={t('role')}
          hint={t(`means.${role}`)}
          value={role}
          options={roles.map((value) => ({ value, text: t(`roles.${value}`) }))}
          onChange={({ currentTarget }) => setRole(roles.find((one) => one === currentTarget.value)!)}
        />
        <Button look="main" type="submit" disabled={isPending} className="sm:mt-6">
          {t('invite')}
        </Button>
      </form>
      {error !== null && fields.email === undefined && (
        <div className="mt-3">
          <Problem error={error} />
        </div>
      )}
      {made !== null && <Made made={made} />}
    </>
  )
}

function Made({ made: { url, sent, expiresAt, email } }: { made: Invited & { email: string } }) {
  const t = useTranslations('admin.people')
  const copy = async () => {
    if (await copyText(url)) toasts.add({ title: t('copied') })
  }
  return (
    <div role="status" className="mt-4 rounded-md border border-ink bg-card p-4">
      <p className="font-semibold">{t(sent ? 'sent' : 'notSent', { email })}</p>
      <p className="mt-1 text-sm text-muted">
        {t.rich(sent ? 'linkSent' : 'linkOnce', { moment: () => <Moment at={expiresAt} /> })}
      </p>
      {!sent && (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <code className="min-w-0 rounded-tag bg-sunk px-2 py-1 text-sm select-all">{url}</code>
          <Button onClick={() => void copy()}>{t('copy')}</Button>
        </div>
      )}
    </div>
  )
}
