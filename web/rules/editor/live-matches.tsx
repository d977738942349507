import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { useCalm } from '../../lib/calm.ts'
import { Age, DemoMark, Money, Score } from '../../lib/figures/figures.tsx'
import { Button } from '../../ui/button.tsx'
import { Spark } from '../../ui/charts/spark.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { draftMatchesQuery, previewQuery, type RuleBody } from '../queries.ts'
import { ReachPart } from './reach-part.tsx'

/** Fast enough to follow each word; what is typed on before it answers is asked for instead. */
const matchesCalmMs = 150
/** A look back reads all of the last days: it waits until nothing more was typed. */
const backtestCalmMs = 800
const shownMax = 8

/** What a draft fits now; null = what stands in the form is no rule yet. */
export function useDraftMatches(body: RuleBody | null) {
  const calm = useCalm(body, matchesCalmMs)
  return useQuery({
    ...draftMatchesQuery(calm ?? { name: '' }),
    enabled: calm !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

type Found = ReturnType<typeof useDraftMatches>

/** How many there are, while the form is longer than the screen; leads to them. */
export function MatchesBar({ matches }: { matches: Found }) {
  const t = useTranslations('rule')
  const count = matches.data?.items.length
  if (count === undefined) return null
  return (
    <a
      href="#preview"
      className="sticky bottom-18 z-20 mb-4 flex min-h-11 items-center justify-between rounded-md border border-ink bg-card px-4 text-sm font-semibold sm:bottom-3 lg:hidden"
    >
      <span className="figure">{t(count === 20 ? 'preview.many' : 'preview.matches', { count })}</span>
      <span className="underline underline-offset-4">{t('preview.see')}</span>
    </a>
  )
}

/** The newest that the rule as it stands would find, and how much it would tell. */
export function LiveMatches({
  body,
  matches,
  idle,
}: {
  body: RuleBody | null
  matches: Found
  /** What to do where there is no rule yet; left out, what is marked is to be mended. */
  idle?: string
}) {
  const t = useTranslations('rule')
  const found = matches.data
  return (
    <section
      aria-labelledby="preview"
      className="rounded-lg border border-line bg-card p-5 lg:sticky lg:top-5 lg:max-h-[calc(100dvh-2.5rem)] lg:overflow-y-auto"
    >
      <h2 id="preview" className="font-bold">
        {t('preview.title')}
      </h2>
      {isUnforeseen(matches) && <Problem error={matches.error} onRetry={() => void matches.refetch()} />}
      {!found && !matches.isError && body !== null && (
        <div aria-busy="true">
          <Skeleton className="mt-3 h-40" />
        </div>
      )}
      {found && (
        <div className={matches.isFetching || matches.isError ? 'opacity-60' : ''}>
          <p className="figure mt-2 text-2xl font-extrabold" role="status">
            {t(found.items.length === 20 ? 'preview.many' : 'preview.matches', { count: found.items.length })}
          </p>
          <p className="mt-1 text-sm text-muted">
            {t(found.isPartial ? 'preview.partly' : 'preview.looked', { count: found.lookedAtCount })}
          </p>
          <ul className="mt-4 space-y-3">
            {found.items.slice(0, shownMax).map((item) => (
              <li key={item.listingId} className="flex items-center gap-3">
                <Score score={item.score} />
                <span className="min-w-0 text-sm">
                  <Link
                    to="/listings/$id"
                    params={{ id: String(item.listingId) }}
                    className="line-clamp-2 min-h-6 font-semibold hover:underline"
                  >
                    {item.title}
                  </Link>
                  <span className="flex flex-wrap gap-x-2 text-muted">
                    <span className="text-ink">
                      <Money cents={item.priceCents} currency={item.currency} />
                    </span>
                    <Age at={item.firstSeenAt} />
                    <DemoMark demo={item.demo} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {found.items.length === 0 && <p className="mt-3 text-sm">{t('preview.nothing')}</p>}
        </div>
      )}
      {body === null || isAtField(matches.error) ? (
        <p className="mt-3 text-sm text-muted">{idle ?? t('preview.noRule')}</p>
      ) : (
        matches.isError &&
        !isUnforeseen(matches) && <p className="mt-3 text-sm text-muted">{matches.error.message}</p>
      )}
      <Backtest body={body} isPartial={found?.isPartial === true} />
    </section>
  )
}

/** Where it is marked in the form as it is typed. */
const isAtField = (error: unknown) => error instanceof ApiProblem && error.fields.query !== undefined

/** What is wrong with a field stands at the field. */
function isUnforeseen({ error }: Pick<UseQueryResult, 'error'>): boolean {
  return error !== null && !(error instanceof ApiProblem && error.status === 422)
}

/** How often it would have told in the last days, and what that comes to in a day; `isPartial`: it looked further than the quick look. */
function Backtest({ body, isPartial }: { body: RuleBody | null; isPartial: boolean }) {
  const t = useTranslations('rule')
  const calm = useCalm(body, backtestCalmMs)
  const query = useQuery({
    ...previewQuery(calm ?? { name: '' }),
    enabled: calm !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const backtest = query.data?.backtest
  if (!backtest && (body === null || (query.isError && !isUnforeseen(query)))) return null
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="text-sm font-bold">{t('preview.backtest')}</h3>
      {isUnforeseen(query) && (
        <Button className="mt-2" onClick={() => void query.refetch()}>
          {t('preview.again')}
        </Button>
      )}
      {!backtest && !query.isError && (
        <div aria-busy="true">
          <Skeleton className="mt-2 h-16" />
        </div>
      )}
      {backtest && (
        <div className={query.isFetching || query.isError ? 'opacity-60' : ''}>
          {isPartial && (
            <p className="mt-1 text-sm">
              {t('preview.whole', { count: query.data!.matches, lookedAt: query.data!.lookedAt })}
            </p>
          )}
          <p className="mt-1 text-sm">{backtest.sentence}</p>
          {backtest.perDay.length > 1 && (
            <div className="mt-2">
              <Spark
                bars={backtest.perDay.map(({ date, count }) => ({ key: date, all: count, part: count }))}
                label={t('preview.perDay', {
                  days: backtest.perDay.length,
                  most: Math.max(...backtest.perDay.map(({ count }) => count)),
                })}
              />
            </div>
          )}
          {backtest.forecast !== null && (
            <p className="mt-2 text-sm font-semibold">
              {t('preview.forecast', {
                perDay: perDayText(backtest.forecast.perDay),
                most: perDayText(backtest.forecast.perDayMax),
              })}
            </p>
          )}
        </div>
      )}
      {query.data && <ReachPart reach={query.data.reach} />}
    </div>
  )
}

/** What is rare is told apart from never. */
function perDayText(perDay: number): string {
  return perDay >= 2 || perDay === 0 ? String(Math.round(perDay)) : perDay.toFixed(1)
}
