import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { accountQuery } from '../queries.ts'
import { DeleteAccount } from './delete-account.tsx'
import { KeysSection } from './keys-section.tsx'
import { changePassword, factorsQuery, sessionsQuery } from './queries.ts'
import { SessionsSection } from './sessions-section.tsx'

/** How a person signs in, where they are signed in, and what becomes of what is theirs. */
export function SecurityPage() {
  const t = useTranslations('security')
  const account = useQuery(accountQuery)
  const isClaimed = account.data?.email != null
  return (
    <Page title={t('title')}>
      {account.isError && <Problem error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && !isClaimed && <p className="mb-6">{t('nobody')}</p>}
      {isClaimed && (
        <>
          <p className="mb-6 text-muted">{t('signedInAs', { email: account.data!.email! })}</p>
          <SessionsSection />
          <PasswordSection />
          <FactorsSection />
          <KeysSection />
        </>
      )}
      <OwnDataSection canDelete={isClaimed} />
    </Page>
  )
}

function PasswordSection() {
  const t = useTranslations('security')
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ before, next }: { before: string; next: string; form: HTMLFormElement }) =>
      changePassword(before, next),
    onSuccess(_, { form }) {
      form.reset()
      toasts.add({ title: t('passwordChanged') })
      return client.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
  })
  const fields = error instanceof ApiProblem ? error.fields : {}
  const isWrong = error instanceof ApiProblem && error.code === 'invalid-password'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    mutate({ before: String(given.get('password')), next: String(given.get('newPassword')), form })
  }
  return (
    <Section id="password" title={t('passwordTitle')}>
      <form className="grid items-start gap-4 sm:grid-cols-2" onSubmit={submit}>
        <TextField
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          problem={fields.password ?? (isWrong ? error.message : undefined)}
        />
        <TextField
          label={t('newPassword')}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          required
          hint={t('newPasswordHint')}
          problem={fields.newPassword}
        />
        {error !== null && !isWrong && Object.keys(fields).length === 0 && <Problem error={error} />}
        <div className="sm:col-span-2">
          <Button type="submit" disabled={isPending}>
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function FactorsSection() {
  const t = useTranslations('security')
  const { data } = useQuery(factorsQuery)
  return (
    <Section id="factors" title={t('factors')}>
      <ul className="space-y-3">
        <li className="flex flex-wrap items-center justify-between gap-3">
          <span>{data === undefined ? '' : t(data.on ? 'codesOn' : 'codesOff')}</span>
          <a href="/account/second-factor" className={buttonClass()}>
            {t('toCodes')}
          </a>
        </li>
        <li className="flex flex-wrap items-center justify-between gap-3">
          <span>{data === undefined ? '' : t('passkeys', { count: data.passkeys })}</span>
          <a href="/account/passkeys" className={buttonClass()}>
            {t('toPasskeys')}
          </a>
        </li>
      </ul>
    </Section>
  )
}

function OwnDataSection({ canDelete }: { canDelete: boolean }) {
  const t = useTranslations('security')
  return (
    <Section id="own" title={t('own')}>
      <p className="mb-4 text-muted">{t('ownLead')}</p>
      <div className="flex flex-wrap gap-3">
        <a href="/api/me/export" download className={buttonClass()}>
          {t('export')}
        </a>
        {canDelete && <DeleteAccount />}
      </div>
    </Section>
  )
}
