import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { BellOff, SearchX } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { Age, DemoMark, Money, Score } from '../lib/figures/figures.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Spark } from '../ui/charts/spark.tsx'
import { Page } from '../ui/page.tsx'
import { ShowMore } from '../ui/show-more.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { matchesQuery, type RuleMatch, ruleQuery } from './queries.ts'
import { useRuleSentence } from './rule-sentence.tsx'

const route = getRouteApi('/rules/$id/matches')

/** What a rule found, and which message told of it. */
export function MatchesPage() {
  const t = useTranslations('rule')
  const id = Number(route.useParams().id)
  const rule = useQuery(ruleQuery(id))
  const query = useInfiniteQuery(matchesQuery(id))
  const sentence = useRuleSentence()
  const matches = query.data?.pages.flatMap((page) => page.items) ?? []
  if (rule.error instanceof ApiProblem && rule.error.status === 404)
    return <Empty icon={<BellOff size={26} />} title={t('unknown')} heading="h1" />
  return (
    <Page
      title={t('matches.title', { name: rule.data?.name ?? t('one') })}
      lead={rule.data && sentence(rule.data)}
      actions={
        <Link to="/rules/$id" params={{ id: String(id) }} className={buttonClass()}>
          {t('matches.edit')}
        </Link>
      }
    >
      {rule.data && (
        <div className="mb-5 rounded-md border border-line bg-card p-4">
          <Spark
            bars={rule.data.stats.days.map(({ date, matches: all, messages: part }) => ({
              key: date,
              all,
              part,
            }))}
            label={t('stats.spark', rule.data.stats as { matches: number; messages: number })}
          />
          <p className="mt-1 text-xs text-muted">{t('stats.legend')}</p>
        </div>
      )}
      {query.isPending && (
        <div aria-busy="true" className="space-y-2">
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </div>
      )}
      {query.isError && !query.data && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && matches.length === 0 && (
        <Empty icon={<SearchX size={26} />} title={t('matches.none')}>
          <p className="text-muted">{t('matches.noneWhy')}</p>
        </Empty>
      )}
      <ul className="space-y-2">
        {matches.map((match) => (
          <li key={match.listingId}>
            <MatchRow match={match} />
          </li>
        ))}
      </ul>
      <ShowMore query={query} text={t('more')} />
    </Page>
  )
}

function MatchRow({ match }: { match: RuleMatch }) {
  const t = useTranslations('rule')
  const isGone = match.state !== 'active'
  return (
    <article className="flex items-start gap-4 rounded-md border border-line bg-card p-3">
      <Score score={match.score} />
      <div className="min-w-0 grow text-sm">
        <h2 className="leading-snug font-semibold">
          <Link
            to="/listings/$id"
            params={{ id: String(match.listingId) }}
            className={`inline-block min-h-6 hover:underline ${isGone ? 'text-muted' : ''}`}
          >
            {match.title}
          </Link>
        </h2>
        <p className="flex flex-wrap gap-x-3 text-muted">
          <span className="text-ink">
            <Money cents={match.priceCents} currency={match.currency} />
          </span>
          <span>{t.rich('matches.found', { age: () => <Age at={match.matchedAt} /> })}</span>
          {isGone && <span>{t(`matches.states.${match.state as 'sold'}`)}</span>}
          {match.dismissReason !== null && <span>{t(`matches.reasons.${match.dismissReason}`)}</span>}
          <DemoMark demo={match.demo} />
        </p>
        {match.notificationId === null ? (
          <p className="text-xs text-muted">{t('matches.noMessage')}</p>
        ) : (
          <Link
            to="/notifications/$id"
            params={{ id: String(match.notificationId) }}
            className="inline-flex min-h-6 items-center text-xs underline underline-offset-4"
          >
            {t('matches.message')}
          </Link>
        )}
      </div>
    </article>
  )
}
