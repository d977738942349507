import type { Rule } from '../../model/rule-schema.ts'
import { type Query, QuerySyntaxError } from '../query/query.ts'
import { readQuery } from '../query/query-meaning.ts'
import { readWords, withNeighbours } from '../query/terms.ts'

type Words = readonly string[]

/** What a rule wants of words, its expression included; terms without a word are left out where they never stand. */
export interface RuleTerms {
  all: Words[]
  any: Words[]
  none: Words[]
  /** What of the expression plain terms cannot say. */
  query: Query | null
}

/** Null for a rule that no text fits. */
export function readTerms(rule: Pick<Rule, 'all' | 'any' | 'none' | 'query'>): RuleTerms | null {
  const read = (terms: readonly string[]): Words[] => terms.map((term) => readWords(term).words)
  const rest: Query[] = []
  // What counts with its neighbours, too, is more than a plain term can say.
  const all = withNeighbours(read(rule.all)).flatMap(([words, ...within], i) => {
    if (within.length === 0) return [words!]
    rest.push({ kind: 'term', text: rule.all[i]!, words: [...words!], within })
    return []
  })
  const found: RuleTerms = {
    all,
    any: read(rule.any).filter(isFindable),
    none: read(rule.none).filter(isFindable),
    query: null,
  }
  if (rule.any.length > 0 && found.any.length === 0) return null
  if (rule.query !== null) {
    const query = readQuery(rule.query)
    if (query instanceof QuerySyntaxError) return null
    rest.push(...partsOf(query).filter((part) => !takePart(part, found)))
  }
  if (rest.length > 0) found.query = rest.length === 1 ? rest[0]! : { kind: 'and', of: rest }
  return found.all.every(isFindable) ? found : null
}

const isFindable = (words: Words) => words.length > 0

function partsOf(query: Query): Query[] {
  return query.kind === 'and' ? query.of : [query]
}

/** Puts a part of an AND among the terms where these can say the same; false where they cannot. */
function takePart(part: Query, terms: RuleTerms): boolean {
  if (part.kind === 'term') {
    if (part.within !== undefined || part.inTitle) return false
    terms.all.push(part.words)
    return true
  }
  const of = part.kind === 'not' ? part.of : part
  const words =
    of.kind === 'term' ? (of.inTitle ? null : [of.words]) : of.kind === 'or' ? wordsOfAll(of.of) : null
  if (words === null) return false
  if (part.kind === 'not') {
    terms.none.push(...words.filter(isFindable))
    return true
  }
  if (terms.any.length > 0 || !words.every(isFindable)) return false
  terms.any.push(...words)
  return true
}

/** Null unless all of them are plain terms. */
function wordsOfAll(parts: readonly Query[]): Words[] | null {
  const words = parts.flatMap((part) =>
    part.kind === 'term' && part.within === undefined && !part.inTitle ? [part.words] : [],
  )
  return words.length === parts.length ? words : null
}
