import { minorDigits } from '../core/money.ts'
import type { QueryFilter, SearchQuery } from './contract.ts'

export interface AskedWords {
  /** As they are sent; empty where there are none that can be. */
  text: string
  pushed: QueryFilter[]
  residual: QueryFilter[]
}

/**
 * The words of a query for a site that takes words which all must be there, and neither "or" nor "not": these are left to
 * us, but for one alternative alone, which is a word like others. `signs` are what the site would take for more than a sign.
 */
export function askedWords(
  query: Pick<SearchQuery, 'all' | 'any' | 'none'>,
  lengthMax: number,
  signs = /["“”„|()*\\\p{C}]/gu,
): AskedWords {
  const [alternative, other] = query.any
  const only = alternative !== undefined && other === undefined ? [alternative] : []
  const words: string[] = []
  let isWhole = true
  for (const term of [...query.all, ...only]) {
    const plain = plainWords(term, signs)
    if (plain === '' || [...words, plain].join(' ').length > lengthMax) isWhole = false
    else words.push(plain)
  }
  const pushed: QueryFilter[] = []
  const residual: QueryFilter[] = []
  if (query.all.length > 0) {
    residual.push('all')
    if (words.length > only.length || (isWhole && words.length > 0)) pushed.push('all')
  }
  if (query.any.length > 0) {
    residual.push('any')
    if (only.length > 0 && isWhole) pushed.push('any')
  }
  if (query.none.length > 0) residual.push('none')
  return { text: words.join(' '), pushed, residual }
}

/** A sign before a word would leave it out. */
function plainWords(term: string, signs: RegExp): string {
  return term
    .replace(signs, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[-+]+/, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(' ')
}

/** Price bounds in whole units of a currency, rounded outwards; null where nothing is asked, or in another currency. */
export function wholeBounds(
  { priceCentsMin: min, priceCentsMax: max, currency }: SearchQuery,
  own: string,
): { min?: string; max?: string } | null {
  if ((min === undefined && max === undefined) || currency !== own) return null
  const unit = 10 ** minorDigits(own)
  return {
    ...(min !== undefined && { min: String(Math.floor(min / unit)) }),
    ...(max !== undefined && { max: String(Math.ceil(max / unit)) }),
  }
}

/** Equal wishes are one scan: keys in one order. */
export function inOrder(request: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1)))
}
