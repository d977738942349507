import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Age } from '../lib/figures/figures.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/confirm.tsx'
import { toasts } from '../ui/toast.tsx'
import { type DeadJob, discardJob, jobsQuery, retryJobs } from './queries.ts'
import { useJobWords } from './words.ts'

/** Work that failed in all its tries: why, on what, and to do it again or throw it away. */
export function DeadJobRow({ job: { id, job, failedAt, error, payload } }: { job: DeadJob }) {
  const t = useTranslations('admin.jobs')
  const client = useQueryClient()
  const name = useJobWords()(job) ?? job
  const deed = (said: 'retried' | 'discarded') => ({
    onSuccess: ({ count }: { count: number }) =>
      void toasts.add({ title: count === 0 ? t('goneAlready') : t(said, { count }) }),
    onError: (problem: Error) => void toasts.add({ title: problem.message, priority: 'high' }),
    onSettled: () => client.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  })
  const retry = useMutation({ mutationFn: () => retryJobs([id]), ...deed('retried') })
  const discard = useMutation({ mutationFn: () => discardJob(id), ...deed('discarded') })
  const isBusy = retry.isPending || discard.isPending
  const on = Object.entries(payload).map(([key, value]) => `${key} ${value}`)
  return (
    <article aria-label={name} className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0 grow basis-80">
        <h3 className="font-semibold">
          {name}{' '}
          <span className="text-xs font-normal text-muted">
            <Age at={failedAt} />
          </span>
        </h3>
        <p className="mt-1 text-sm">{error}</p>
        <p className="mt-1 text-xs text-muted">
          <code>{[job, ...on].join(' · ')}</code>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button disabled={isBusy} aria-label={t('retryOne', { name })} onClick={() => retry.mutate()}>
          {t('retry')}
        </Button>
        <ConfirmButton
          button={t('discard')}
          title={t('discardTitle', { name })}
          body={t('discardBody')}
          keep={t('keep')}
          busy={isBusy}
          onConfirm={() => discard.mutate()}
        />
      </div>
    </article>
  )
}
