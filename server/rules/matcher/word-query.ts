import { type Query, rowsOf } from '../query/query.ts'
import { type Chance, chance, positiveTerms, requiredTerms, staysFound } from '../query/query-meaning.ts'
import { type Regex, regexCost } from '../query/query-regex.ts'
import type { RegexTest } from '../query/regex-answers.ts'
import { readWords } from '../query/terms.ts'
import { lastOfTerm } from './programs.ts'
import type { Reading } from './reading.ts'

/** An expression over words' numbers, for the rules that plain terms cannot tell. */
type Part =
  | { kind: 'term'; words: Uint32Array; inTitle: boolean }
  | { kind: 'regex'; source: string; caseSensitive: boolean }
  | { kind: 'and' | 'or'; of: Part[] }
  | { kind: 'not'; of: Part }

export interface WordQuery {
  whole: Part
  /** `positiveTerms`, each in all ways in which it can stand. */
  positives: Uint32Array[][]
  /** Of each group a text that fits has one term. */
  groups: number[][][]
  regexes: Regex[]
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
        return part.within === undefined
          ? { kind: 'term', words: asTerm(part.words), inTitle: part.inTitle === true }
          : {
              kind: 'or',
              of: rowsOf(part).map((words) => ({ kind: 'term', words: asTerm(words), inTitle: false })),
            }
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
    regexes: regexesOf(query),
    positives: positiveTerms(query).flatMap((term) =>
      term.words.length > 0 ? [rowsOf(term).map(asTerm)] : [],
    ),
    groups: [...all.map((term) => [term]), ...any].map((group) =>
      group.map((term) => read(term).map(learn)).filter((words) => words.length > 0),
    ),
  }
}

export function queryFits(query: WordQuery, text: Reading, test: RegexTest): boolean {
  return fits(query.whole, text, test)
}

/** `queryChance` of the reference. */
export function wordQueryChance({ whole }: WordQuery, text: Reading, test: RegexTest): Chance {
  return chanceOf(whole, text, test)
}

function chanceOf(part: Part, text: Reading, test: RegexTest): Chance {
  switch (part.kind) {
    case 'term':
      if (part.words.length === 0) return chance.no
      if (part.inTitle) return text.has(part.words, 0, text.titleWords) ? chance.yes : chance.no
      return text.has(part.words, 0) ? chance.yes : chance.unknown
    case 'regex':
      return staysFound(part.source) && test(part) ? chance.yes : chance.unknown
    case 'not':
      return (2 - chanceOf(part.of, text, test)) as Chance
    case 'and':
      return part.of.reduce<Chance>((least, one) => minOf(least, chanceOf(one, text, test)), chance.yes)
    case 'or':
      return part.of.reduce<Chance>((most, one) => maxOf(most, chanceOf(one, text, test)), chance.no)
  }
}

const minOf = (a: Chance, b: Chance): Chance => (a < b ? a : b)
const maxOf = (a: Chance, b: Chance): Chance => (a > b ? a : b)

/** What its regular expressions cost at worst, all of them asked. */
export function queryCost({ regexes }: WordQuery, textChars: number): number {
  return regexes.reduce((sum, regex) => sum + regexCost(regex, textChars), 0)
}

function regexesOf(query: Query): Regex[] {
  if (query.kind === 'regex') return [query]
  if (query.kind === 'term') return []
  return query.kind === 'not' ? regexesOf(query.of) : query.of.flatMap(regexesOf)
}

function fits(part: Part, text: Reading, test: RegexTest): boolean {
  switch (part.kind) {
    case 'term':
      if (part.words.length === 0) return false
      return part.inTitle ? text.has(part.words, 0, text.titleWords) : text.has(part.words, 0)
    case 'regex':
      return test(part)
    case 'not':
      return !fits(part.of, text, test)
    case 'and':
      return part.of.every((one) => fits(one, text, test))
    case 'or':
      return part.of.some((one) => fits(one, text, test))
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
