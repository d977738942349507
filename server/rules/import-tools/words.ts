import { formatQuery, parseQuery, type Query, QuerySyntaxError } from '../query/query.ts'
import { termProblem } from '../query/terms.ts'
import type { Fields } from './imported.ts'

/** The fields for words that must all be there, as a site's search box takes them: plain words, behind a minus ruled out. */
export function plainWords(text: string): Fields {
  const words = text.split(/\s+/).map((word) => word.replace(/^["“”]+|["“”]+$/g, ''))
  const usable = (list: string[]) =>
    [...new Set(list.filter((word) => word !== '' && termProblem(word) === null))].slice(0, 50)
  const minus = /^[\p{Pd}−](?=\p{L})/u
  const all = usable(words.filter((word) => !minus.test(word)))
  const none = usable(words.filter((word) => minus.test(word)).map((word) => word.slice(1)))
  if (all.length + none.length === 0) return {}
  return { keywords: { ...(all.length > 0 && { all }), ...(none.length > 0 && { none }) } }
}

/** Fields for an expression: keywords where it is only words that must all be there; null when it cannot be read. */
export function expressionWords(text: string): Fields | null {
  const query = readable(text)
  if (query === null) return null
  const parts = query.kind === 'and' ? query.of : [query]
  const all = parts.flatMap((part) => (part.kind === 'term' ? part.text : []))
  return all.length === parts.length && all.length <= 50
    ? { keywords: { all } }
    : { query: formatQuery(query) }
}

/** One expression that needs every one of these; null when one cannot be read or the whole is too long. */
export function together(expressions: readonly string[]): string | null {
  const queries = expressions.map(readable)
  if (queries.some((query) => query === null)) return null
  const text = expressions.length === 1 ? expressions[0]! : expressions.map((one) => `(${one})`).join(' ')
  const query = readable(text)
  return query === null ? null : formatQuery(query)
}

/** Fields with further expressions that must be met too; says where they become too long for one. */
export function withExpressions(fields: Fields, expressions: readonly string[], notes: string[]): Fields {
  if (expressions.length === 0) return fields
  const query = together([...(typeof fields.query === 'string' ? [fields.query] : []), ...expressions])
  if (query !== null) return { ...fields, query }
  notes.push('Its further words are too many for one expression and were left out: add them by hand.')
  return fields
}

export function readable(text: string): Query | null {
  try {
    return parseQuery(text)
  } catch (error) {
    if (error instanceof QuerySyntaxError) return null
    throw error
  }
}

/** A phrase to write into an expression; null where there is nothing in it to look for. */
export function phrase(text: string): string | null {
  const plain = text
    .replace(/["“”„‟]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' || plain.length > 200 || termProblem(plain) !== null ? null : `"${plain}"`
}

/** At least one of these phrases, as an expression; null for none. */
export function anyPhrase(texts: readonly string[]): string | null {
  const phrases = texts.flatMap((text) => phrase(text) ?? [])
  return phrases.length === 0 ? null : phrases.join(' OR ')
}
