import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Age } from '../../lib/figures/figures.tsx'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { box } from '../../ui/field.tsx'
import { Problem } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { Badge } from '../badge.tsx'
import { type Account, changeAccount, usersQuery } from '../queries.ts'

/** Of the owner, whose role stays, nobody takes anything. */
const roles = ['admin', 'member', 'viewer'] as const
type Change = Parameters<typeof changeAccount>[1]

/** An account: what it may do, how it comes in, and what can be changed of that. */
export function PersonRow({ person }: { person: Account }) {
  const t = useTranslations('admin.people')
  const { id: mine } = usePerson()
  const { id, name, email, role, disabled, secondFactor, passkeys, lastSeenAt } = person
  const isMine = id === mine
  return (
    <article aria-label={name} className="grid gap-3 md:grid-cols-[1fr_auto] md:items-start">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-bold">
          {name}
          <Badge tone={role === 'owner' || role === 'admin' ? 'care' : 'quiet'}>{t(`roles.${role}`)}</Badge>
          {disabled && <Badge tone="bad">{t('suspended')}</Badge>}
          {isMine && <Badge tone="quiet">{t('you')}</Badge>}
        </h2>
        <p className="mt-1 text-sm text-muted">{email ?? t('unclaimed')}</p>
        <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
          <span>
            {lastSeenAt === null ? t('neverSeen') : t.rich('seen', { age: () => <Age at={lastSeenAt} /> })}
          </span>
          <span>{t(secondFactor ? 'code' : 'noCode')}</span>
          <span>{t('passkeys', { count: passkeys })}</span>
        </p>
      </div>
      {role !== 'owner' && !isMine ? (
        <Changes person={person} />
      ) : (
        <p className="max-w-64 text-xs text-muted">{t(role === 'owner' ? 'ownerStays' : 'notYourself')}</p>
      )}
    </article>
  )
}

function Changes({ person }: { person: Account }) {
  const t = useTranslations('admin.people')
  const client = useQueryClient()
  const { name, role, disabled } = person
  // What was seen when it was chosen: a change of another admin since then is not passed over.
  const [chosen, choose] = useState<{ role: (typeof roles)[number]; seen: Account } | null>(null)
  const { mutate, isPending, error, reset, variables } = useMutation({
    mutationFn: ({ seen, change }: { seen: Account; change: Change }) => changeAccount(seen, change),
    onSuccess(changed) {
      toasts.add({ title: t('changed', { name: changed.name }) })
      choose(null)
    },
    onSettled: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  })
  const isMissed = error instanceof ApiProblem && error.code === 'account-changed'
  const leave = () => {
    choose(null)
    reset()
  }
  return (
    <div className="space-y-2 md:max-w-md">
      <div className="flex flex-wrap items-center gap-2">
        <select
          aria-label={t('roleOf', { name })}
          className={`${box} w-auto!`}
          value={chosen?.role ?? role}
          disabled={isPending}
          onChange={({ currentTarget }) => {
            const wanted = roles.find((one) => one === currentTarget.value)!
            reset()
            choose(wanted === role ? null : { role: wanted, seen: chosen?.seen ?? person })
          }}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`roles.${one}`)}
            </option>
          ))}
        </select>
        {chosen !== null && !isMissed && (
          <Button
            look="main"
            disabled={isPending}
            onClick={() => mutate({ seen: chosen.seen, change: { role: chosen.role } })}
          >
            {t('saveRole')}
          </Button>
        )}
        {disabled ? (
          <Button
            disabled={isPending}
            aria-label={t('restoreName', { name })}
            onClick={() => mutate({ seen: person, change: { disabled: false } })}
          >
            {t('restore')}
          </Button>
        ) : (
          <ConfirmButton
            button={t('suspend')}
            title={t('suspendTitle', { name })}
            body={t('suspendBody')}
            keep={t('keep')}
            busy={isPending}
            onConfirm={() => mutate({ seen: person, change: { disabled: true } })}
          />
        )}
      </div>
      {chosen !== null && <p className="text-xs text-muted">{t(`means.${chosen.role}`)}</p>}
      {isMissed && variables !== undefined ? (
        <div role="alert" className="rounded-md border border-caution bg-caution-soft p-3 text-sm">
          <p className="font-semibold">{error.message}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button onClick={() => mutate({ seen: person, change: variables.change })} disabled={isPending}>
              {t('allTheSame')}
            </Button>
            <Button look="bare" onClick={leave}>
              {t('leaveIt')}
            </Button>
          </div>
        </div>
      ) : (
        error !== null && <Problem error={error} />
      )}
    </div>
  )
}
