import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Unplug } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { usePerson } from '../lib/person.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { PlanList } from './plan-list.tsx'
import { marketplacesQuery, type Source, sourcePlanQuery, sourceQuery, sourceRunsQuery } from './queries.ts'
import { RemovePart } from './remove-part.tsx'
import { RunList } from './run-list.tsx'
import { ScanPart } from './scan-part.tsx'
import { SourceForm } from './source-form.tsx'
import { PauseSwitch } from './source-row.tsx'
import { ScanFacts, StateBadge, StateText } from './source-state.tsx'

const route = getRouteApi('/sources/$id')

/** One source: how it is, what its scans brought, how it is asked, and its settings. */
export function SourcePage() {
  const t = useTranslations('sources')
  const id = Number(route.useParams().id)
  const { data, error, refetch } = useQuery(sourceQuery(id))
  const isNone = !Number.isSafeInteger(id) || id < 1
  if (isNone || (error instanceof ApiProblem && error.status === 404))
    return (
      <Empty icon={<Unplug size={26} />} title={t('gone')} heading="h1">
        <p className="text-muted">{t('goneHow')}</p>
        <Link to="/sources" className={buttonClass('main')}>
          {t('back')}
        </Link>
      </Empty>
    )
  if (data === undefined)
    return (
      <Page wide title={t('one')}>
        {error !== null ? (
          <Problem error={error} onRetry={() => void refetch()} />
        ) : (
          <div aria-busy="true" className="space-y-4">
            <Skeleton className="h-40" />
            <Skeleton className="h-64" />
          </div>
        )}
      </Page>
    )
  return <Loaded source={data} />
}

function Loaded({ source }: { source: Source }) {
  const t = useTranslations('sources')
  const { mayWrite } = usePerson()
  const mayChange = mayWrite && !source.demo
  return (
    <Page
      wide
      title={source.name}
      actions={
        <Link to="/sources" className={buttonClass()}>
          {t('back')}
        </Link>
      }
    >
      <div className="mb-6 space-y-3 rounded-md border border-line bg-card p-4">
        <div className="flex items-center justify-between gap-3">
          <StateBadge source={source} />
          {mayChange && <PauseSwitch source={source} />}
        </div>
        <StateText source={source} />
        <ScanFacts source={source} />
        {mayWrite ? <ScanPart source={source} /> : <p className="text-sm text-muted">{t('look')}</p>}
      </div>
      <Section id="runs" title={t('runs.title')}>
        <Runs id={source.id} />
      </Section>
      <Section id="plan" title={t('plan.title')}>
        <Plan id={source.id} />
      </Section>
      {source.demo && <p className="border-t-2 border-ink py-5 text-sm">{t('demo')}</p>}
      {mayChange && <Settings source={source} />}
    </Page>
  )
}

function Runs({ id }: { id: number }) {
  const t = useTranslations('sources.runs')
  const query = useInfiniteQuery(sourceRunsQuery(id))
  const runs = query.data?.pages.flatMap(({ items }) => items) ?? []
  if (query.isError && !query.data)
    return <Problem error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data)
    return (
      <div aria-busy="true">
        <Skeleton className="h-40" />
      </div>
    )
  if (runs.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <>
      <RunList runs={runs} />
      {query.hasNextPage && (
        <div className="pt-4 text-center">
          <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}

function Plan({ id }: { id: number }) {
  const { data, error, refetch } = useQuery(sourcePlanQuery(id))
  if (error !== null && !data) return <Problem error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div aria-busy="true">
        <Skeleton className="h-24" />
      </div>
    )
  return <PlanList searches={data} />
}

function Settings({ source }: { source: Source }) {
  const t = useTranslations('sources')
  const { data, error, refetch } = useQuery(marketplacesQuery)
  const marketplace = data?.find(({ id }) => id === source.marketplace)
  return (
    <Section id="settings" title={t('form.title')}>
      {error !== null && !data && <Problem error={error} onRetry={() => void refetch()} />}
      {error === null && !data && (
        <div aria-busy="true">
          <Skeleton className="h-64" />
        </div>
      )}
      {marketplace && <SourceForm key={source.id} source={source} marketplace={marketplace} />}
      {data && (
        <div className="mt-6 border-t border-line pt-4">
          <RemovePart source={source} />
        </div>
      )}
    </Section>
  )
}
