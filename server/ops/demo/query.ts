import { words } from '../../core/text.ts'

interface Group {
  /** Any of these; each a word or a phrase. */
  any: string[][]
  isExcluded: boolean
}

/** The words somebody searched for, as classified ads read them: `a "b c" (d|e) -f`; a bare `a|b` too. */
export function readAdQuery(query: string): Group[] {
  const groups: Group[] = []
  const text = query.slice(0, 1000)
  for (const [, minus, bracket, plain] of text.matchAll(
    /(-?)(?:\(([^()]{0,1000})\)|((?:"[^"]{0,200}"|[^\s()"]){1,1000}))/g,
  )) {
    const any = (bracket ?? plain ?? '')
      .split('|')
      .map((term) => words(term))
      .filter((term) => term.length > 0)
    if (any.length > 0) groups.push({ any, isExcluded: minus === '-' })
  }
  return groups
}

/** The shop's: `a b` means both, `(a, b)` one of them. */
export function readShopQuery(query: string): Group[] {
  const text = query.slice(0, 1000).trim()
  if (text.startsWith('(') && text.endsWith(')')) {
    const any = text
      .slice(1, -1)
      .split(',')
      .map((term) => words(term))
      .filter((term) => term.length > 0)
    return any.length > 0 ? [{ any, isExcluded: false }] : []
  }
  return words(text).map((word) => ({ any: [[word]], isExcluded: false }))
}

/** Singular and plural are one word, as on most sites. */
const plain = (word: string): string => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word)

export function matches(groups: readonly Group[], text: string): boolean {
  if (groups.length === 0) return true
  const all = ` ${words(text).map(plain).join(' ')} `
  return groups.every(
    ({ any, isExcluded }) =>
      any.some((term) => all.includes(` ${term.map(plain).join(' ')} `)) !== isExcluded,
  )
}
