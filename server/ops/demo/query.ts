import { words } from '../../core/text.ts'
import { singular } from '../../model/product/singular.ts'

export interface QueryGroup {
  /** Any of these; each a word or a phrase. */
  any: string[][]
  isExcluded: boolean
}

const queryLengthMax = 1000

/** The words somebody searched for, as classified ads read them: `a "b c" (d|e) -f`; a bare `a|b` too. */
export function readAdQuery(query: string): QueryGroup[] {
  const groups: QueryGroup[] = []
  let part = ''
  let isQuoted = false
  let isBracketed = false
  for (const character of `${query.slice(0, queryLengthMax)} `) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === '(') isBracketed = true
    else if (character === ')') isBracketed = false
    if (character !== ' ' || isQuoted || isBracketed) {
      part += character
      continue
    }
    addGroup(groups, part.replace(/^-/, '').split('|'), part.startsWith('-'))
    part = ''
  }
  addGroup(groups, part.replace(/^-/, '').split('|'), part.startsWith('-'))
  return groups
}

/** The shop's: `a b` means both, `(a, b)` one of them. */
export function readShopQuery(query: string): QueryGroup[] {
  const groups: QueryGroup[] = []
  const text = query.slice(0, queryLengthMax).trim()
  if (text.startsWith('(') && text.endsWith(')')) addGroup(groups, text.split(','), false)
  else for (const word of words(text)) addGroup(groups, [word], false)
  return groups
}

function addGroup(groups: QueryGroup[], terms: string[], isExcluded: boolean): void {
  const any = terms.map((term) => words(term)).filter((term) => term.length > 0)
  if (any.length > 0) groups.push({ any, isExcluded })
}

/** Singular and plural are one word, as on most sites. */
export function matches(groups: readonly QueryGroup[], text: string): boolean {
  if (groups.length === 0) return true
  const all = ` ${words(text).map(singular).join(' ')} `
  return groups.every(
    ({ any, isExcluded }) =>
      any.some((term) => all.includes(` ${term.map(singular).join(' ')} `)) !== isExcluded,
  )
}
