import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Scale } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useMarketplaceName } from '../../listings/marketplace-name.ts'
import { facetsQuery, fewDealsQuery } from '../../listings/queries.ts'
import { LinkAnswer } from '../../listings/value/link-answer.tsx'
import type { ValueSearch } from '../../listings/value/question.ts'
import { QuestionForm } from '../../listings/value/question-form.tsx'
import { rulesQuery } from '../../rules/queries.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../../ui/states.tsx'
import { Answered } from './answered.tsx'
import { examplesOf } from './examples.ts'
import { Market } from './market.tsx'

const route = getRouteApi('/value')

/** What a thing is worth, its market by week, where to buy it and what selling it leaves; the address is the question. */
export function ValuePage() {
  const t = useTranslations('value')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const nameOf = useMarketplaceName()
  const facets = useQuery(facetsQuery({}))
  const { title, link } = search
  const places = (facets.data?.marketplace ?? []).map(({ value }) => value)
  const known = search.marketplace === undefined ? places : [...new Set([...places, search.marketplace])]
  // Each question is a step back; what is left out of it stands in no address.
  const ask = (next: ValueSearch) => void navigate({ search: next, resetScroll: false })
  const hasMarket = search.ruleId !== undefined || search.category !== undefined
  return (
    <Page wide title={title === undefined ? t('title') : t('titleOf', { title })} lead={t('lead')}>
      <QuestionForm
        search={search}
        marketplaces={known.map((value) => ({ value, text: nameOf(value) }))}
        onAsk={ask}
      />
      <div className="mt-6">
        {link !== undefined && <LinkAnswer key={link} link={link} />}
        {link === undefined && title !== undefined && <Answered search={search} title={title} />}
        {link === undefined && title === undefined && (
          <>
            {!hasMarket && <Nothing error={facets.error} onRetry={() => void facets.refetch()} />}
            <Market search={search} named={null} />
          </>
        )}
      </div>
    </Page>
  )
}

function Nothing({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const t = useTranslations('value')
  const rules = useInfiniteQuery(rulesQuery).data?.pages.flatMap(({ items }) => items) ?? []
  const deals = useQuery(fewDealsQuery({ sort: 'score', collapse: 'cluster' }, 5))
  const examples = examplesOf(
    rules.map(({ keywords }) => keywords),
    (deals.data?.items ?? []).filter(({ value }) => value !== null).map((deal) => deal.title),
  )
  if (error !== null) return <Problem error={error} onRetry={onRetry} />
  const isBare = deals.data !== undefined && deals.data.items.length === 0 && examples.length === 0
  return (
    <Empty icon={<Scale size={26} />} title={t('empty')}>
      <p className="text-muted">{t(isBare ? 'emptyNothing' : 'emptyHow')}</p>
      {deals.isPending && (
        <div aria-busy="true" className="w-full">
          <Skeleton className="h-18" />
        </div>
      )}
      {isBare && (
        <Link to="/welcome" search={{ step: 'sources' }} className={buttonClass('main')}>
          {t('connect')}
        </Link>
      )}
      {!deals.isPending && examples.length > 0 && (
        <>
          <p className="text-sm font-semibold">{t('tryOne')}</p>
          <ul className="flex flex-wrap justify-center gap-2">
            {examples.map((example) => (
              <li key={example}>
                <Link
                  to="/value"
                  search={{ title: example }}
                  className={`${buttonClass()} whitespace-normal!`}
                >
                  {example}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Empty>
  )
}
