import { formatQuery, parseQuery, type Query, QuerySyntaxError, type QueryTerm, rowsOf } from './query.ts'
import { regexSteps } from './query-regex.ts'
import type { RegexTest } from './regex-answers.ts'
import { standsInAny, titlePart, type WordList } from './terms.ts'

// Expressions of stored rules by their text; those that were read last.
const read = new Map<string, Query | QuerySyntaxError>()
const readMax = 1_000

/** The query of a stored rule, or what is wrong with it; one text is read once as long as it is in use. */
export function readQuery(text: string): Query | QuerySyntaxError {
  const known = read.get(text)
  const query = known ?? parsed(text)
  if (known) read.delete(text)
  else if (read.size >= readMax) read.delete(read.keys().next().value!)
  read.set(text, query)
  return query
}

function parsed(text: string): Query | QuerySyntaxError {
  try {
    return parseQuery(text)
  } catch (error) {
    if (error instanceof QuerySyntaxError) return error
    throw error
  }
}

/** `words` are a listing's by `readSubject`, `test` asks its text for regular expressions. */
export function matchesQuery(query: Query, words: WordList, test: RegexTest): boolean {
  switch (query.kind) {
    case 'term':
      return standsInAny(rowsOf(query), query.inTitle ? titlePart(words) : words)
    case 'regex':
      return test(query)
    case 'not':
      return !matchesQuery(query.of, words, test)
    case 'and':
      return query.of.every((part) => matchesQuery(part, words, test))
    case 'or':
      return query.of.some((part) => matchesQuery(part, words, test))
  }
}

/** A text of which more may come: what was found stays found, what was not may be found yet. */
export const chance = { no: 0, unknown: 1, yes: 2 } as const
export type Chance = (typeof chance)[keyof typeof chance]

/** What is sure of a query while a listing's own page may still add words; each part is looked at by itself. */
export function queryChance(query: Query, words: WordList, test: RegexTest): Chance {
  switch (query.kind) {
    case 'term':
      // The title is known, whatever its page adds.
      if (query.inTitle) return matchesQuery(query, words, test) ? chance.yes : chance.no
      if (standsInAny(rowsOf(query), words)) return chance.yes
      return rowsOf(query).some(({ length }) => length > 0) ? chance.unknown : chance.no
    case 'regex':
      return staysFound(query.source) && test(query) ? chance.yes : chance.unknown
    case 'not':
      return (2 - queryChance(query.of, words, test)) as Chance
    case 'and':
      return Math.min(...query.of.map((part) => queryChance(part, words, test))) as Chance
    case 'or':
      return Math.max(...query.of.map((part) => queryChance(part, words, test))) as Chance
  }
}

/** Whether a text that fits a regular expression still does when more follows: all but what asks for its end. */
export function staysFound(source: string): boolean {
  return !/\\z|\(\?[a-zA-Z]*-/.test(source)
}

/** What its regular expressions cost together for each character of a text. */
export function querySteps(query: Query): number {
  if (query.kind === 'regex') return regexSteps(query)
  if (query.kind === 'term') return 0
  return query.kind === 'not'
    ? querySteps(query.of)
    : query.of.reduce((sum, part) => sum + querySteps(part), 0)
}

/** Terms that speak for a listing: under no NOT, or under an even number. */
export function positiveTerms(query: Query, negated = false): QueryTerm[] {
  switch (query.kind) {
    case 'term':
      return negated ? [] : [query]
    case 'regex':
      return []
    case 'not':
      return positiveTerms(query.of, !negated)
    default:
      return query.of.flatMap((part) => positiveTerms(part, negated))
  }
}

/** What is sure of every text that fits a query. Terms have the meaning that they have as keywords, or stand in a model with their neighbours. */
export interface RequiredTerms {
  /** Each is there. */
  all: string[]
  /** Of each group at least one is there. */
  any: string[][]
  /** None is there. */
  none: string[]
}

/** Says less than the query where a text need not have any one word; never more. */
export function requiredTerms(query: Query): RequiredTerms {
  const { groups, none } = required(query, false)
  const all: string[] = []
  const any: string[][] = []
  for (const group of distinct(groups)) {
    if (group.length === 1) all.push(group[0]!.text)
    else any.push(group.map(({ text }) => text))
  }
  return { all, any, none: distinct(none.map((term) => [term])).map(([term]) => term!.text) }
}

interface Required {
  groups: QueryTerm[][]
  none: QueryTerm[]
}

/** Negation is pushed inwards: NOT (a OR b) asks as NOT a AND NOT b does. */
function required(query: Query, negated: boolean): Required {
  switch (query.kind) {
    case 'term':
      // What may not stand in the title may stand elsewhere.
      if (negated) return { groups: [], none: query.inTitle ? [] : [query] }
      return { groups: [[query]], none: [] }
    case 'regex':
      return { groups: [], none: [] }
    case 'not':
      return required(query.of, !negated)
  }
  const parts = query.of.map((part) => required(part, negated))
  const isAnd = (query.kind === 'and') !== negated
  return isAnd
    ? { groups: parts.flatMap(({ groups }) => groups), none: parts.flatMap(({ none }) => none) }
    : { groups: eitherGroups(parts.map(({ groups }) => groups)), none: [] }
}

/**
 * One of the parts fits, so one of its groups' terms is there: any choice of one group from each part gives such a
 * group of the whole. What all parts share is chosen first, so that it stays sharp.
 */
function eitherGroups(parts: QueryTerm[][][]): QueryTerm[][] {
  const keys = parts.map((groups) => new Set(groups.map(groupKey)))
  const shared = (group: QueryTerm[]) => keys.every((of) => of.has(groupKey(group)))
  const sorted = parts.map((groups) => {
    const own = distinct(groups)
    const common = own.filter(shared).sort((a, b) => (groupKey(a) < groupKey(b) ? -1 : 1))
    return [...common, ...own.filter((group) => !shared(group)).sort((a, b) => a.length - b.length)]
  })
  const count = Math.min(...sorted.map((groups) => groups.length))
  return Array.from({ length: count }, (_, i) => uniqueTerms(sorted.flatMap((groups) => groups[i]!)))
}

const termKey = ({ words }: QueryTerm) => words.join(' ')

function groupKey(group: readonly QueryTerm[]): string {
  return group.map(termKey).sort().join('\n')
}

function uniqueTerms(terms: readonly QueryTerm[]): QueryTerm[] {
  return [...new Map(terms.map((term) => [termKey(term), term])).values()]
}

function distinct(groups: readonly QueryTerm[][]): QueryTerm[][] {
  return [...new Map(groups.map((group) => [groupKey(group), group])).values()]
}

/** Why a text fits a query or does not, in a sentence. */
export function queryReason(
  query: Query,
  words: WordList,
  test: RegexTest,
): { fits: boolean; sentence: string } {
  const fits = (part: Query) => matchesQuery(part, words, test)
  if (fits(query)) {
    const found = speaking(query).filter(fits)
    return {
      fits: true,
      sentence:
        found.length === 0
          ? 'It has nothing that your expression rules out.'
          : `It fits your expression: it has ${listed(found)}.`,
    }
  }
  return { fits: false, sentence: lacking(failing(query, fits), fits) }
}

/** Terms and regular expressions under no NOT. */
function speaking(query: Query): Query[] {
  if (query.kind === 'not') return []
  return query.kind === 'and' || query.kind === 'or' ? query.of.flatMap(speaking) : [query]
}

/** The smallest part that the whole needs and that does not fit: of an AND the first such. */
function failing(query: Query, fits: (part: Query) => boolean): Query {
  return query.kind === 'and' ? failing(query.of.find((part) => !fits(part))!, fits) : query
}

function lacking(part: Query, fits: (part: Query) => boolean): string {
  if (isLeaf(part)) return `It lacks ${shown(part)}, which your expression needs.`
  if (part.kind === 'or' && part.of.every(isLeaf))
    return `It lacks ${listed(part.of)}, one of which your expression needs.`
  if (part.kind === 'not') {
    const found = speaking(part.of).filter(fits)
    if (isLeaf(part.of) || (part.of.kind === 'or' && found.length > 0))
      return `It has ${listed(found)}, which your expression rules out.`
    return `It fits ${excerpt(part.of)}, which your expression rules out.`
  }
  return `It does not fit ${excerpt(part)}, which your expression needs.`
}

function isLeaf(query: Query): boolean {
  return query.kind === 'term' || query.kind === 'regex'
}

function shown(query: Query): string {
  if (query.kind !== 'term') return formatQuery(query)
  return `“${query.text}”${query.inTitle ? ' in its title' : ''}`
}

const listedMax = 6

function listed(parts: readonly Query[]): string {
  const names = [...new Set(parts.map(shown))]
  const more = names.length - listedMax
  if (more > 0) return `${names.slice(0, listedMax).join(', ')} and ${more} more`
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function excerpt(query: Query): string {
  const text = formatQuery(query)
  return `“${text.length > 120 ? `${text.slice(0, 119)}…` : text}”`
}
