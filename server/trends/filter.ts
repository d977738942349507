import { words } from '../core/text.ts'
import type { Rule } from '../model/rule-schema.ts'

/** Which listings a trend looks at; empty lists mean any. */
export interface TrendFilter {
  /** Every group must be met by one of its alternatives, which is met when all its words occur. */
  groups: string[][][]
  /** None of these may be met. */
  none: string[][]
  /** The last word of the last group may be the beginning of a word. */
  lastIsPrefix: boolean
  categories: string[]
  conditions: string[]
  marketplaces: string[]
}

const wordsMax = 20
/** Search words are stored cut to this length. */
const wordUnitsMax = 100

const searchWords = (text: string) =>
  words(text)
    .slice(0, wordsMax)
    .map((word) => word.slice(0, wordUnitsMax))

/** What a person searches by; null when the words have neither a letter nor a digit, which finds nothing. */
export function filterOfSearch(search: {
  q?: string | undefined
  category?: string | undefined
  marketplace?: string | undefined
  condition?: string | undefined
}): TrendFilter | null {
  const found = searchWords(search.q ?? '')
  if (found.length === 0 && (search.q ?? '').trim() !== '') return null
  return {
    groups: found.map((word) => [[word]]),
    none: [],
    lastIsPrefix: true,
    categories: search.category === undefined ? [] : [search.category],
    conditions: search.condition === undefined ? [] : [search.condition],
    marketplaces: search.marketplace === undefined ? [] : [search.marketplace],
  }
}

/**
 * What a rule looks for, as a search. Its words, categories, conditions and marketplaces apply; its price limits,
 * place and score do not, because they would hide the market that they are meant to be compared with.
 */
export function filterOfRule(
  rule: Pick<Rule, 'all' | 'any' | 'none' | 'categories' | 'conditions' | 'marketplaces'>,
): TrendFilter {
  const terms = (list: string[]) => list.map(searchWords).filter((term) => term.length > 0)
  const any = terms(rule.any)
  return {
    groups: [...terms(rule.all).map((term) => [term]), ...(any.length > 0 ? [any] : [])],
    none: terms(rule.none),
    lastIsPrefix: false,
    categories: rule.categories,
    conditions: rule.conditions,
    marketplaces: rule.marketplaces,
  }
}

/** The words as a PostgreSQL tsquery; null when there are none. The words hold nothing but letters, digits and points. */
export function tsqueryOf({ groups, none, lastIsPrefix }: TrendFilter): string | null {
  const last = groups.at(-1)?.at(-1)?.at(-1)
  const term = (term: string[], marksPrefix: boolean) =>
    `(${term.map((word, index) => `'${word}'${marksPrefix && word === last && index === term.length - 1 ? ':*' : ''}`).join(' & ')})`
  const parts = [
    ...groups.map(
      (alternatives, index) =>
        `(${alternatives.map((one) => term(one, lastIsPrefix && index === groups.length - 1)).join(' | ')})`,
    ),
    ...none.map((one) => `!${term(one, false)}`),
  ]
  return parts.length === 0 ? null : parts.join(' & ')
}
