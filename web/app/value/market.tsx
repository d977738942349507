import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { isDemoQuery, type ValueAnswer } from '../../listings/queries.ts'
import { kindWords, trendWeeks, usualWeeks, type ValueSearch } from '../../listings/value/question.ts'
import { rulesQuery } from '../../rules/queries.ts'
import { TrendSection } from '../../trends/trend-section.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Problem } from '../../ui/states.tsx'
import { trendAskOf, trendChoices } from './trend-choice.ts'

const route = getRouteApi('/value')

/** The market of what is asked about, by week: of its words, its category, or what one of the person's rules looks for. */
export function Market({
  search,
  named,
}: {
  search: ValueSearch
  /** What the words were taken for; null = nothing was asked about. */
  named: ValueAnswer['understood'] | null
}) {
  const t = useTranslations('value')
  const categoryName = useTranslations('deals.categories')
  const navigate = route.useNavigate()
  const demo = useQuery(isDemoQuery)
  const rules = useInfiniteQuery(rulesQuery).data?.pages.flatMap(({ items }) => items) ?? []
  const title = search.title ?? null
  const category = search.category ?? (named && named.categoryFrom !== 'unknown' ? named.category : null)
  const known = {
    ...{ title, category, words: title === null || named === null ? null : kindWords(title, named) },
    ruleIds: rules.map(({ id }) => id),
  }
  const ask = trendAskOf(search, known)
  const choices = trendChoices(search, known)
  if (choices.length === 0) return null
  if (ask !== null && demo.error !== null)
    return <Problem error={demo.error} onRetry={() => void demo.refetch()} />
  const nameOf = new Map(rules.map(({ id, name }) => [`rule-${id}`, name]))
  const textOf = (choice: string) =>
    choice === 'category'
      ? t('trendCategory', { category: categoryName(category!) })
      : choice === 'none'
        ? t('noTrend')
        : choice === 'words' || choice === 'title'
          ? t('trendWords', { words: (choice === 'words' ? known.words : title) ?? '' })
          : t('trendRule', { name: nameOf.get(choice) ?? choice.slice('rule-'.length) })
  const choose = (choice: string) => {
    const { of: _, ruleId: __, ...rest } = search
    const rule = /^rule-(\d+)$/.exec(choice)?.[1]
    const of = choice === 'title' || choice === 'category' ? ({ of: choice } as const) : {}
    void navigate({ search: { ...rest, ...(rule ? { ruleId: Number(rule) } : of) }, ...inPlace })
  }
  const fields = (
    <>
      <SelectField
        label={t('trendOf')}
        value={choices.find(({ isOn }) => isOn)?.choice ?? 'none'}
        onChange={({ target }) => choose(target.value)}
        options={choices.map(({ choice }) => ({ value: choice, text: textOf(choice) }))}
      />
      {ask !== null && (
        <SelectField
          label={t('weeks')}
          value={String(search.weeks ?? usualWeeks)}
          onChange={({ target }) => {
            const weeks = trendWeeks.find((one) => String(one) === target.value)
            void navigate({ search: { ...search, weeks }, ...inPlace })
          }}
          options={[usualWeeks, ...trendWeeks]
            .toSorted((a, b) => a - b)
            .map((count) => ({ value: String(count), text: t('weeksOf', { count }) }))}
        />
      )}
    </>
  )
  if (ask === null || demo.data === undefined)
    return <div className="grid gap-3 sm:grid-cols-2">{fields}</div>
  return (
    <TrendSection ask={{ ...ask, weeks: search.weeks ?? usualWeeks, demo: String(demo.data) }}>
      {fields}
    </TrendSection>
  )
}

const inPlace = { replace: true, resetScroll: false } as const
