import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Moment, Until } from '../../lib/figures/figures.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { toasts } from '../../ui/toast.tsx'
import { Badge } from '../badge.tsx'
import { endInvitation, type Invitation, invitationsQuery } from '../queries.ts'

/** Somebody who was invited and has not come yet. */
export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const t = useTranslations('admin.people')
  const client = useQueryClient()
  const { id, email, role, by, createdAt, expiresAt, over } = invitation
  const { mutate, isPending } = useMutation({
    mutationFn: endInvitation,
    onSuccess: () => toasts.add({ title: t('ended', { email }) }),
    onError: (error) => toasts.add({ title: error.message, priority: 'high' }),
    onSettled: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {email}
          <Badge tone="quiet">{t(`roles.${role}`)}</Badge>
          {over && <Badge tone="bad">{t('over')}</Badge>}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-muted">
          <span>
            {t.rich(by === null ? 'invited' : 'invitedBy', {
              by: by ?? '',
              moment: () => <Moment at={createdAt} />,
            })}
          </span>
          {!over && <span>{t.rich('good', { until: () => <Until at={expiresAt} /> })}</span>}
        </p>
      </div>
      <ConfirmButton
        button={t('end')}
        title={t('endTitle', { email })}
        body={t('endBody')}
        keep={t('keep')}
        busy={isPending}
        onConfirm={() => mutate(id)}
      />
    </div>
  )
}
