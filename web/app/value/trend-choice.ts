import type { GetTrendsParams } from '../../../clients/typescript/api.ts'
import type { ValueSearch } from '../../listings/value/question.ts'

interface Known {
  title: string | null
  /** What others of the kind are found by; null where nothing was asked about. */
  words: string | null
  category: GetTrendsParams['category'] | null
  ruleIds: readonly number[]
}

/** What the weeks are of, as they are asked for; null = nothing is. */
export function trendAskOf(search: ValueSearch, { title, words, category }: Known): GetTrendsParams | null {
  if (search.ruleId !== undefined) return { ruleId: search.ruleId }
  const within = category ? { category } : {}
  if (search.of === 'category' && category) return within
  if (words === null || title === null) return category ? within : null
  return { q: (search.of === 'title' ? title : words).slice(0, 500), ...within }
}

/** What the weeks may be of, and which of it they are of now; `rule-7` is one of the person's rules. */
export function trendChoices(search: ValueSearch, known: Known): { choice: string; isOn: boolean }[] {
  const { title, words, category, ruleIds } = known
  const asked = trendAskOf(search, known)
  const isSame = words?.toLowerCase() === title?.trim().toLowerCase()
  const choices = [
    ...(words === null ? [] : ['words', ...(isSame ? [] : ['title'])]),
    ...(category ? ['category'] : []),
    ...[...new Set([...(search.ruleId === undefined ? [] : [search.ruleId]), ...ruleIds])].map(
      (id) => `rule-${id}`,
    ),
  ]
  const on =
    asked === null
      ? 'none'
      : asked.ruleId !== undefined
        ? `rule-${asked.ruleId}`
        : asked.q === undefined
          ? 'category'
          : search.of === 'title' && !isSame
            ? 'title'
            : 'words'
  const all = on === 'none' && choices.length > 0 ? ['none', ...choices] : choices
  return all.map((choice) => ({ choice, isOn: choice === on }))
}
