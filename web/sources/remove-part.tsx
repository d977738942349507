import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ConfirmButton } from '../ui/confirm.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { removeSource, type Source } from './queries.ts'

/** Disconnects a source: it cannot be had back, what it found stays. */
export function RemovePart({ source: { id, name } }: { source: Source }) {
  const t = useTranslations('sources.remove')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => removeSource(id),
    async onSuccess() {
      toasts.add({ title: t('done', { name }) })
      await navigate({ to: '/sources' })
      queryClient.removeQueries({ queryKey: ['sources', id] })
      for (const queryKey of [['sources'], ['summary']]) await queryClient.invalidateQueries({ queryKey })
    },
  })
  return (
    <div className="space-y-3">
      <p className="text-sm text-muted">{t('what')}</p>
      <ConfirmButton
        button={t('button')}
        title={t('title', { name })}
        body={t('body')}
        keep={t('keep')}
        busy={isPending}
        onConfirm={() => mutate()}
      />
      {error !== null && <Problem error={error} />}
    </div>
  )
}
