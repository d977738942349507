import { withoutUnseen } from '../../core/text.ts'
import { RegexProblem, regexSteps, regexStepsMax } from './query-regex.ts'
import { QuerySyntaxError, type QueryToken, tokenise } from './query-tokens.ts'
import { readWords, type TermRows, withNeighbours } from './terms.ts'

export { pointAt, QuerySyntaxError, wrongLength } from './query-tokens.ts'

/** A boolean expression over a listing's text; docs/rules.md. `of` of `and` and `or` has two or more. */
export type Query =
  | QueryTerm
  | { kind: 'regex'; source: string; caseSensitive: boolean }
  | { kind: 'and' | 'or'; of: Query[] }
  | { kind: 'not'; of: Query }

/**
 * A word or phrase with the meaning that it has as a keyword; `words` are those of `readWords`, `within` the further
 * ways in which it can stand beside its neighbours in an AND (`withNeighbours`).
 */
export interface QueryTerm {
  kind: 'term'
  text: string
  words: string[]
  within?: TermRows
  /** It must stand in the title. */
  inTitle?: true
}

/** All ways in which a term can stand. */
export function rowsOf({ words, within = [] }: QueryTerm): TermRows {
  return [words, ...within]
}

export const queryCharsMax = 2_000
const depthMax = 50
const termsMax = 200
const regexesMax = 10

/** Throws QuerySyntaxError, which says what is wrong, at which character, and what would be right. */
export function parseQuery(typed: string): Query {
  const text = withoutUnseen(typed)
  if (text.length > queryCharsMax)
    throw new QuerySyntaxError(
      `The expression is longer than ${queryCharsMax} characters: make two rules of it.`,
      queryCharsMax,
    )
  const tokens = tokenise(text)
  checkCounts(tokens)
  const parser = new Parser(tokens, text.length)
  return parser.all()
}

function checkCounts(tokens: readonly QueryToken[]): void {
  const tooMany = (kind: 'term' | 'regex', max: number) => tokens.filter((token) => token.kind === kind)[max]
  const term = tooMany('term', termsMax)
  if (term)
    throw new QuerySyntaxError(
      `There are more than ${termsMax} words and phrases: make two rules of it.`,
      term.at,
    )
  const regex = tooMany('regex', regexesMax)
  if (regex)
    throw new QuerySyntaxError(
      `There are more than ${regexesMax} regular expressions: join some with | inside one.`,
      regex.at,
    )
  let steps = 0
  for (const token of tokens) {
    if (token.kind !== 'regex') continue
    steps += stepsOf(token)
    if (steps > regexStepsMax)
      throw new QuerySyntaxError(
        `The regular expressions take ${steps} steps for each character, and ${regexStepsMax} are the most: repeat less, such as {1,20} for {1,500}.`,
        token.at,
      )
  }
}

function stepsOf({ source, caseSensitive, at }: Extract<QueryToken, { kind: 'regex' }>): number {
  try {
    return regexSteps({ source, caseSensitive })
  } catch (error) {
    if (error instanceof RegexProblem) throw new QuerySyntaxError(error.message, at + 1 + error.at)
    throw error
  }
}

/** Recursive descent: OR binds weaker than AND, which stands between neighbours unwritten; NOT binds strongest. */
class Parser {
  readonly #tokens: readonly QueryToken[]
  readonly #end: number
  #next = 0

  constructor(tokens: readonly QueryToken[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  all(): Query {
    if (this.#tokens.length === 0)
      throw new QuerySyntaxError('The expression is empty: write a word, such as sofa OR couch.', 0)
    const query = this.#or(0)
    const rest = this.#tokens[this.#next]
    if (rest)
      throw new QuerySyntaxError('This parenthesis closes none: leave it out, or put a ( before.', rest.at)
    return query
  }

  #or(depth: number): Query {
    const parts = [this.#and(depth)]
    while (this.#take('or')) parts.push(this.#and(depth))
    return joined('or', parts)
  }

  #and(depth: number): Query {
    const parts = [this.#operand(depth)]
    for (;;) {
      const kind = this.#tokens[this.#next]?.kind
      if (kind === undefined || kind === 'or' || kind === 'close') return joined('and', parts)
      this.#take('and')
      parts.push(this.#operand(depth))
    }
  }

  #operand(depth: number): Query {
    const token = this.#tokens[this.#next]
    if (token === undefined || token.kind === 'and' || token.kind === 'or' || token.kind === 'close')
      throw this.#missing(token)
    this.#next++
    switch (token.kind) {
      case 'term':
        return {
          kind: 'term',
          text: token.text,
          words: readWords(token.text).words,
          ...(token.inTitle && { inTitle: true }),
        }
      case 'regex':
        return { kind: 'regex', source: token.source, caseSensitive: token.caseSensitive }
    }
    if (depth >= depthMax)
      throw new QuerySyntaxError(`Parentheses and NOTs are nested more than ${depthMax} deep.`, token.at)
    if (token.kind === 'not') return { kind: 'not', of: this.#operand(depth + 1) }
    const inner = this.#or(depth + 1)
    if (!this.#take('close'))
      throw new QuerySyntaxError('This parenthesis is not closed: put a ) where its part ends.', token.at)
    return inner
  }

  #take(kind: QueryToken['kind']): boolean {
    if (this.#tokens[this.#next]?.kind !== kind) return false
    this.#next++
    return true
  }

  /** Why there is nothing to look for where there should be. */
  #missing(token: QueryToken | undefined): QuerySyntaxError {
    const before = this.#tokens[this.#next - 1]
    const at = token?.at ?? this.#end
    if (before?.kind === 'open' && token?.kind === 'close')
      return new QuerySyntaxError(
        'These parentheses are empty: put a word into them or leave them out.',
        before.at,
      )
    if (before?.kind === 'open' && token === undefined)
      return new QuerySyntaxError('This parenthesis is not closed, and nothing follows it.', before.at)
    if (token?.kind === 'close' && before === undefined)
      return new QuerySyntaxError('This parenthesis closes none: leave it out, or put a ( before.', at)
    if (before !== undefined && before.kind !== 'open')
      return new QuerySyntaxError(
        `After “${before.written}” something to look for is missing: write a word behind it. (For the word itself put it in quotes.)`,
        before.at,
      )
    return new QuerySyntaxError(
      `Before “${token!.written}” something to look for is missing: write a word before it. (For the word itself put it in quotes.)`,
      at,
    )
  }
}

/** Parts of the same kind become parts of the whole: parentheses that change nothing are not kept. */
function joined(kind: 'and' | 'or', parts: Query[]): Query {
  const [first] = parts
  if (parts.length === 1) return first!
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : [part]))
  return { kind, of: kind === 'and' ? neighbourly(of) : of }
}

/** The parts of an AND, of which each term knows its neighbours. */
function neighbourly(parts: Query[]): Query[] {
  const ways = withNeighbours(parts.map((part) => (part.kind === 'term' && !part.inTitle ? part.words : [])))
  return parts.map((part, i) => {
    if (part.kind !== 'term' || ways[i]!.length < 2) return part
    return { ...part, within: ways[i]!.slice(1) }
  })
}

/** The expression as one writes it: reads back as the same query. */
export function formatQuery(query: Query): string {
  switch (query.kind) {
    case 'term':
      return `${query.inTitle ? 'title:' : ''}${formatTerm(query.text)}`
    case 'regex':
      return `/${query.source}/${query.caseSensitive ? 'c' : ''}`
    case 'not':
      return `NOT ${enclosed(query.of)}`
    case 'and':
      return query.of.map(enclosed).join(' ')
    case 'or':
      return query.of.map(enclosed).join(' OR ')
  }
}

function enclosed(query: Query): string {
  const text = formatQuery(query)
  return query.kind === 'and' || query.kind === 'or' ? `(${text})` : text
}

/** Bare where it reads back as the same word, else in quotes. */
function formatTerm(text: string): string {
  try {
    const [token, more] = tokenise(text)
    if (more === undefined && token?.kind === 'term' && token.text === text && token.written === text)
      return text
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error
  }
  return `"${text.replace(/["“”„‟＂❝❞〝〞〟]/g, ' ')}"`
}
