import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Age } from '../lib/figures/figures.tsx'
import { Count, Span } from '../lib/figures/size.tsx'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { toasts } from '../ui/toast.tsx'
import { DeadJobRow } from './dead-job-row.tsx'
import { Known } from './known.tsx'
import { type JobsState, jobsQuery, retryJobs } from './queries.ts'
import { useJobWords } from './words.ts'

/** A scheduler looks every minute; after so long none runs. */
const silentSecondsMax = 180

/** Background work: what waits, what is under way, and what failed for good. */
export function JobsPage() {
  const t = useTranslations('admin.jobs')
  return (
    <Page wide title={t('title')} lead={t('lead')}>
      <Known query={useQuery(jobsQuery)} block="h-28" count={4}>
        {(state) => (
          <>
            <Scheduler seconds={state.scheduledSecondsAgo} />
            <Counts jobs={state.items} />
            <div className="mt-8">
              <Section
                id="dead"
                title={t('dead', { count: state.dead.count })}
                aside={<RetryAll state={state} />}
              >
                <p className="mb-3 text-sm text-muted">{t('deadLead')}</p>
                {state.dead.items.length === 0 ? (
                  <p className="font-semibold">{t('noneDead')}</p>
                ) : (
                  <ul className="divide-y divide-line border-y border-line">
                    {state.dead.items.map((job) => (
                      <li key={job.id} className="py-3">
                        <DeadJobRow job={job} />
                      </li>
                    ))}
                  </ul>
                )}
                {state.dead.count > state.dead.items.length && (
                  <p className="mt-3 text-sm text-muted">{t('newest', { count: state.dead.items.length })}</p>
                )}
              </Section>
            </div>
          </>
        )}
      </Known>
    </Page>
  )
}

function Scheduler({ seconds }: { seconds: number | null }) {
  const t = useTranslations('admin.jobs')
  if (seconds !== null && seconds <= silentSecondsMax)
    return (
      <p className="mb-4 text-sm text-muted">
        {t.rich('scheduled', { span: () => <Span ms={seconds * 1_000} /> })}
      </p>
    )
  return (
    <p className="mb-4 rounded-md border border-danger bg-danger-soft p-3 text-sm font-semibold">
      {seconds === null
        ? t('neverScheduled')
        : t.rich('silent', { span: () => <Span ms={seconds * 1_000} /> })}
    </p>
  )
}

function Counts({ jobs }: { jobs: JobsState['items'] }) {
  const t = useTranslations('admin.jobs')
  const wordsOf = useJobWords()
  const figure = 'py-2 ps-2.5 text-end align-top whitespace-nowrap'
  return (
    <table className="w-full text-start text-sm">
      <thead>
        <tr className="border-b border-ink">
          <th className="py-1 font-semibold">{t('job')}</th>
          <th className={`${figure} font-semibold`}>{t('waiting')}</th>
          <th className={`${figure} font-semibold`}>{t('active')}</th>
          <th className={`${figure} font-semibold`}>{t('failed')}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map(({ name, waiting, active, failed, oldestDueAt }) => (
          <tr key={name} className="border-b border-line">
            <th className="py-2 font-normal">
              <span className="font-semibold">{wordsOf(name) ?? name}</span>
              <span className="block text-xs text-muted">
                <code>{name}</code>{' '}
                {oldestDueAt !== null && t.rich('oldest', { age: () => <Age at={oldestDueAt} /> })}
              </span>
            </th>
            <td className={figure}>
              <Count count={waiting} />
            </td>
            <td className={figure}>
              <Count count={active} />
            </td>
            <td className={`${figure} ${failed > 0 ? 'font-bold text-danger' : ''}`}>
              <Count count={failed} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RetryAll({ state }: { state: JobsState }) {
  const t = useTranslations('admin.jobs')
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => retryJobs(),
    onSuccess: ({ count }) => toasts.add({ title: t('retried', { count }) }),
    onError: (error) => toasts.add({ title: error.message, priority: 'high' }),
    onSettled: () => client.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  })
  if (state.dead.count < 2) return null
  return (
    <Button onClick={() => mutate()} disabled={isPending}>
      {t('retryAll', { count: state.dead.count })}
    </Button>
  )
}
