import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { DemoMark } from '../lib/figures/figures.tsx'
import { Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { type TrendAsk, trendQuery } from './queries.ts'
import { TrendCharts } from './trend-charts.tsx'

/** What a kind of thing asks, how much of it there is and how fast it goes, by week, with what of it is left out. */
export function TrendSection({
  ask,
  children,
}: {
  ask: TrendAsk
  /** What the weeks are of, to be chosen. */
  children: ReactNode
}) {
  const t = useTranslations('trends')
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...trendQuery(ask),
    placeholderData: keepPreviousData,
  })
  const { newListings = 0, sold = null } = data?.overall ?? {}
  return (
    <Section id="trend" title={t('title')} aside={<DemoMark demo={data?.demo ?? false} />}>
      <div className="mb-4 grid gap-3 sm:grid-cols-2">{children}</div>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <div aria-busy="true">
          <Skeleton className="h-96" />
        </div>
      )}
      {data && (
        <div className={isPlaceholderData ? 'opacity-60' : ''}>
          {newListings === 0 && sold === null ? (
            <p role="status">{t('nothing')}</p>
          ) : (
            <TrendCharts trend={data} />
          )}
          {data.notes.length > 0 && (
            <ul className="mt-4 list-disc space-y-1 ps-5 text-sm text-muted">
              {data.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Section>
  )
}
