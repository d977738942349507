import type { Query } from '../query.ts'
import { positiveTerms, requiredTerms } from '../query-meaning.ts'
import { compileRegex } from '../query-regex.ts'
import { readWords } from '../terms.ts'
import { lastOfTerm } from './programs.ts'
import type { Reading } from './reading.ts'

/** An expression over words' numbers, for the rules that plain terms cannot tell. */
type Part =
  | { kind: 'term'; words: Uint32Array }
  | { kind: 'regex'; source: string; caseSensitive: boolean }
  | { kind: 'and' | 'or'; of: Part[] }
  | { kind: 'not'; of: Part }

export interface WordQuery {
  whole: Part
  /** `positiveTerms`. */
  positives: Uint32Array[]
  /** Of each group a text that fits has one term. */
  groups: number[][][]
}

/** `learn` gives a word its number and counts it. */
export function compileQuery(query: Query, learn: (spelled: string) => number): WordQuery {
  const asTerm = (words: readonly string[]): Uint32Array => {
    const numbers = Uint32Array.from(words, learn)
    if (numbers.length > 0) numbers[numbers.length - 1]! |= lastOfTerm
    return numbers
  }
  const compile = (part: Query): Part => {
    switch (part.kind) {
      case 'term':
        return { kind: 'term', words: asTerm(part.words) }
      case 'regex':
        return part
      case 'not':
        return { kind: 'not', of: compile(part.of) }
      default:
        return { kind: part.kind, of: part.of.map(compile) }
    }
  }
  const { all, any } = requiredTerms(query)
  const read = (term: string) => readWords(term).words
  return {
    whole: compile(query),
    positives: positiveTerms(query).flatMap(({ words }) => (words.length > 0 ? [asTerm(words)] : [])),
    groups: [...all.map((term) => [term]), ...any].map((group) =>
      group.map((term) => read(term).map(learn)).filter((words) => words.length > 0),
    ),
  }
}

/** `regexText` gives what regular expressions read; it is asked for only when one is met. */
export function queryFits(query: WordQuery, text: Reading, regexText: () => string): boolean {
  return fits(query.whole, text, regexText)
}

function fits(part: Part, text: Reading, regexText: () => string): boolean {
  switch (part.kind) {
    case 'term':
      return part.words.length > 0 && text.has(part.words, 0)
    case 'regex':
      return compileRegex(part.source, part.caseSensitive).test(regexText())
    case 'not':
      return !fits(part.of, text, regexText)
    case 'and':
      return part.of.every((one) => fits(one, text, regexText))
    case 'or':
      return part.of.some((one) => fits(one, text, regexText))
  }
}

/** The rarest word of each term of the group that the fewest rules use; null where nothing is required. */
export function anchorsOfQuery({ groups }: WordQuery, uses: Uint32Array): number[] | null {
  let best: number[] | null = null
  let bestUses = Number.POSITIVE_INFINITY
  for (const group of groups) {
    const anchors = group.map((words) => words.reduce((a, b) => (uses[b]! < uses[a]! ? b : a)))
    const sum = anchors.reduce((total, word) => total + uses[word]!, 0)
    if (sum < bestUses) [best, bestUses] = [anchors, sum]
  }
  return best && [...new Set(best)]
}
