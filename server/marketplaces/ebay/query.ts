import type { FieldValues } from '../../core/fields.ts'
import { conditions } from '../../model/listing-schema.ts'
import type { CompiledQuery, QueryFilter, SearchQuery } from '../contract.ts'
import { conditionIds, exactCategory, mainCategory, siteOf } from './sites.ts'

/** eBay cuts longer keywords off. */
const qLengthMax = 100
export const pageLimit = 200

export const needsWord =
  'eBay cannot search without a word: add a word to the rule (for some categories, one category alone also does).'

/**
 * The Browse search of a query: everything that eBay can filter without hiding a listing that we want.
 *
 * - Words are sent without quotes: eBay ANDs them, which is looser than a phrase. Alternatives are sent as
 *   `(a, b)` when there are no other words; eBay documents the two forms, not their mixture. Of an alternative of
 *   several words the longest stands for it.
 * - Exclusions and the place stay with us: Browse documents no NOT, and its pickup filter would hide everything
 *   that is shipped.
 * - The price goes out only in the site's own currency.
 */
export function compileEbay(query: SearchQuery, settings: FieldValues): CompiledQuery {
  const site = siteOf(settings)
  const pushed = new Set<QueryFilter>()
  const residual = new Set<QueryFilter>()

  const all = packWords(query.all.flatMap(keywords))
  if (query.all.length > 0) residual.add('all')
  if (all !== '') pushed.add('all')
  if (query.any.length > 0) residual.add('any')
  if (query.none.length > 0) residual.add('none')
  if (query.place) residual.add('place')
  const any = all === '' ? alternatives(query.any) : ''
  if (any !== '') pushed.add('any')
  const q = all || any

  let category: string | undefined
  if (query.categories.length > 0) {
    residual.add('categories')
    const table = q === '' ? exactCategory : mainCategory
    const ids = new Set(query.categories.map((name) => table[name]))
    const [only] = ids
    if (site.commonCategories && ids.size === 1 && only !== undefined) {
      category = only
      pushed.add('categories')
    }
  }

  const filters = ['buyingOptions:{FIXED_PRICE|AUCTION|BEST_OFFER}']
  const wanted = new Set(query.conditions.flatMap((condition) => [...conditionIds[condition]]))
  if (query.conditions.length > 0) {
    residual.add('conditions')
    if (new Set(query.conditions).size < conditions.length) {
      const ids = [...wanted].sort((a, b) => a - b)
      filters.push(`conditionIds:{${ids.join('|')}}`)
      pushed.add('conditions')
    }
  }
  const { priceCentsMin: min, priceCentsMax: max } = query
  if (min !== undefined || max !== undefined) {
    const possible = min === undefined || max === undefined || min <= max
    if (query.currency === site.currency && possible) {
      filters.push(`price:${priceRange(min, max)}`, `priceCurrency:${site.currency}`)
      pushed.add('price')
    } else residual.add('price')
  }
  if (settings.domesticOnly !== false) filters.push(`itemLocationCountry:${site.country}`)

  return {
    request: {
      ...(category !== undefined && { category_ids: category }),
      // Brings the city; the short description that comes with it would displace the full one and is not read.
      fieldgroups: 'EXTENDED',
      filter: filters.join(','),
      limit: String(pageLimit),
      ...(q !== '' && { q }),
      sort: 'newlyListed',
    },
    pushed: [...pushed],
    residual: [...residual],
    ...(q === '' && category === undefined && { impossible: needsWord }),
  }
}

/** Words as eBay may see them: no operators, no possessive ending, decimals whole ("27.5"). */
function keywords(text: string): string[] {
  const clean = text
    .normalize('NFC')
    .slice(0, 1000)
    .replace(/['’`´]\p{L}{0,2}(?!\p{L})/gu, '')
  return clean.match(/[\p{L}\p{N}\p{M}]+(?:\.\p{N}+)*/gu) ?? []
}

/** Words joined while they fit; those that do not fit are left out whole, so the search is looser, never wrong. */
function packWords(words: string[]): string {
  const kept: string[] = []
  const seen = new Set<string>()
  let length = 0
  for (const word of words) {
    const key = word.toLowerCase()
    if (seen.has(key) || length + word.length + (length > 0 ? 1 : 0) > qLengthMax) continue
    seen.add(key)
    kept.push(word)
    length += word.length + (length > 0 ? 1 : 0)
  }
  return kept.join(' ')
}

/** `(a, b)`; empty unless every alternative has its word in it, as leaving one out would hide its listings. */
function alternatives(any: string[]): string {
  const words = any.map((term) => keywords(term).reduce((best, w) => (w.length > best.length ? w : best), ''))
  if (words.length === 0 || words.includes('')) return ''
  const unique = [...new Map(words.map((word) => [word.toLowerCase(), word])).values()]
  const q = unique.length === 1 ? unique[0]! : `(${unique.join(', ')})`
  return q.length > qLengthMax ? '' : q
}

/** `[1.50..20.00]`, open where a bound is absent; every site's currency here has two decimals. */
function priceRange(min: number | undefined, max: number | undefined): string {
  const decimal = (cents: number): string => (Math.max(0, cents) / 100).toFixed(2)
  if (max === undefined) return `[${decimal(min ?? 0)}]`
  return `[${min === undefined ? '' : decimal(min)}..${decimal(max)}]`
}
