import type { Rule } from '../../model/rule-schema.ts'
import { readQuery, requiredTerms } from './query-meaning.ts'
import { QuerySyntaxError, tokenise } from './query-tokens.ts'

/** What a rule may not mean as it is written: sentences for the person who wrote it. */
export function wordHints({ all, any, query }: Pick<Rule, 'all' | 'any' | 'query'>): string[] {
  return [
    ...(query === null ? [] : smallOperators(query)).map(
      (word) =>
        `“${word}” is a word to be found in your expression: write ${word.toUpperCase()} where it is to join or to exclude, or put it in quotes if the word is meant.`,
    ),
    ...[...all, ...any].flatMap((term) =>
      /^[\p{Pd}−]\p{L}/u.test(term)
        ? `“${term}” is asked for as a keyword, not excluded: what must not be there goes among the words of none.`
        : [],
    ),
  ]
}

/** Whether a rule rules out some words, whatever else it asks. */
export function leavesOutWords({ none, query }: Pick<Rule, 'none' | 'query'>): boolean {
  if (none.length > 0) return true
  const read = query === null ? null : readQuery(query)
  return read !== null && !(read instanceof QuerySyntaxError) && requiredTerms(read).none.length > 0
}

/** "or", "and" and "not" that stand alone; none where the expression cannot be read. */
function smallOperators(query: string): string[] {
  try {
    const words = tokenise(query).flatMap((token) =>
      token.kind === 'term' && token.written === token.text && /^(?:and|or|not)$/i.test(token.text)
        ? [token.text]
        : [],
    )
    return [...new Set(words)]
  } catch (error) {
    if (error instanceof QuerySyntaxError) return []
    throw error
  }
}
