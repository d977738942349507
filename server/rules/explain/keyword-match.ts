import type { MatchSubject, Rule } from '../../model/rule-schema.ts'
import { QuerySyntaxError, rowsOf } from '../query/query.ts'
import { positiveTerms, readQuery } from '../query/query-meaning.ts'
import {
  readSubject,
  readWords,
  standsInAny,
  type TermRows,
  textCharsMax,
  type WordList,
  withNeighbours,
} from '../query/terms.ts'

type WantedWords = Pick<Rule, 'all' | 'any' | 'query'>

/**
 * The share (0–1) of a rule's wanted words that stand in the title: all of `all`, and those of `any` and of its
 * expression (under no NOT) that the text has; null when it wants none.
 */
export function keywordMatch(
  rule: WantedWords,
  subject: Pick<MatchSubject, 'title' | 'description'>,
): number | null {
  return keywordMatcher(subject)(rule)
}

/** `keywordMatch` for many rules and one listing, which is read once. */
export function keywordMatcher(
  subject: Pick<MatchSubject, 'title' | 'description'>,
): (rule: WantedWords) => number | null {
  let text: WordList | undefined
  let title: WordList | undefined
  return ({ all, any, query }) => {
    const either = [...termsOf(any).map((term) => [term]), ...(query === null ? [] : queryTerms(query))]
    if (all.length === 0 && either.length === 0) return null
    title ??= readWords(subject.title.slice(0, textCharsMax))
    const inTitle = title
    if (either.length > 0) text ??= readSubject(subject)
    const wanted = [...withNeighbours(termsOf(all)), ...either.filter((rows) => standsInAny(rows, text!))]
    const found = wanted.filter((rows) => standsInAny(rows, inTitle))
    return wanted.length === 0 ? 0 : found.length / wanted.length
  }
}

function queryTerms(text: string): TermRows[] {
  const query = readQuery(text)
  return query instanceof QuerySyntaxError ? [] : positiveTerms(query).map(rowsOf)
}

// A rule's terms do not change; the words of each list are kept as long as the list.
const readTerms = new WeakMap<readonly string[], string[][]>()

export function termsOf(terms: readonly string[]): string[][] {
  let read = readTerms.get(terms)
  if (read === undefined) {
    read = terms.map((term) => readWords(term).words)
    readTerms.set(terms, read)
  }
  return read
}
