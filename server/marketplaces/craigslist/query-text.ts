import type { QueryFilter, SearchQuery } from '../contract.ts'

/** Longer queries are cut at a term; what was left out stays with us. */
const queryLengthMax = 400

interface Term {
  /** In the site's syntax, empty when nothing of it is left. */
  text: string
  /** A bare word, which the site and we find alike. */
  plain: boolean
}

/**
 * The words of a query in the site's syntax: words side by side, "phrases", (a|b), -word. Phrases and exclusions
 * are tested again by us, because the site is looser with them.
 */
export function compileText(query: SearchQuery): {
  request: Record<string, string>
  pushed: QueryFilter[]
  residual: QueryFilter[]
} {
  const pushed = new Set<QueryFilter>()
  const residual = new Set<QueryFilter>()
  const parts: string[] = []
  const fits = (part: string): boolean => [...parts, part].join(' ').length <= queryLengthMax
  const add = (filter: QueryFilter, part: string, plain: boolean): void => {
    if (part !== '' && fits(part)) {
      parts.push(part)
      pushed.add(filter)
      if (!plain) residual.add(filter)
    } else residual.add(filter)
  }
  for (const word of query.all) {
    const term = termOf(word)
    add('all', term.text, term.plain)
  }
  if (query.any.length > 0) {
    const terms = query.any.map(termOf)
    // An alternative that the site cannot express would be lost among the others.
    const whole = terms.every((term) => term.text !== '')
    const alternatives = [...new Set(terms.map((term) => term.text))]
    const alone = alternatives.length === 1 || (query.all.length === 0 && query.none.length === 0)
    const joined = alternatives.join('|')
    add(
      'any',
      whole ? (alone ? joined : `(${joined})`) : '',
      terms.every((term) => term.plain),
    )
  }
  for (const word of query.none) {
    const term = termOf(word)
    add('none', term.text === '' ? '' : `-${term.text}`, false)
  }
  return {
    request: parts.length > 0 ? { query: parts.join(' ') } : {},
    pushed: [...pushed],
    residual: [...residual],
  }
}

/** Signs of the site's own syntax are taken out, so that no term can turn into an operator. */
function termOf(term: string): Term {
  const words = term
    .replace(/["|()*\\\p{C}]/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[-+]+/, ''))
    .filter((word) => word !== '')
  const plain = words.length === 1 && /^[\p{L}\p{N}\p{M}]+$/u.test(words[0]!)
  return { text: words.length > 1 ? `"${words.join(' ')}"` : (words[0] ?? ''), plain }
}
