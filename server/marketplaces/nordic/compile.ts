import { badInput } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import { askedWords, inOrder, wholeBounds } from '../asked-words.ts'
import type { CompiledQuery, SearchQuery } from '../contract.ts'
import { type SiteKey, siteKeys, sites } from './sites.ts'

const wordsMax = 100
/** By its first figure a category is one of three levels, each of which is asked for by a name of its own. */
const levels = ['category', 'sub_category', 'product_category'] as const

export function siteOfSettings(settings: FieldValues): SiteKey {
  return siteKeys.find((key) => key === settings.country) ?? 'se'
}

/**
 * The query as the parameters of the sites' own search. They know neither "or" nor "not"; regions are names of theirs, so a
 * place is left to us. Throws AppError `bad-input` for a category of another form.
 */
export function compileQuery(query: SearchQuery, settings: FieldValues): CompiledQuery {
  const country = siteOfSettings(settings)
  const category = String(settings.category ?? '').trim()
  if (category !== '' && !/^[012](?:\.\d{1,6}){1,4}$/.test(category))
    throw badInput('That is not a category.', {
      category: 'Give the number behind “category=” in the address of a search, such as 0.93.',
    })
  const { text, pushed, residual } = askedWords(query, wordsMax)
  for (const filter of ['categories', 'conditions'] as const)
    if (query[filter].length > 0) residual.push(filter)
  if (query.place) residual.push('place')
  const price = wholeBounds(query, sites[country].currency)
  if (query.priceCentsMin !== undefined || query.priceCentsMax !== undefined) residual.push('price')
  if (price !== null) pushed.push('price')
  return {
    request: inOrder({
      ...(category !== '' && { category }),
      country,
      ...(price?.min !== undefined && { price_from: price.min }),
      ...(price?.max !== undefined && { price_to: price.max }),
      ...(text !== '' && { q: text }),
    }),
    pushed,
    residual,
    ...(text === '' &&
      category === '' && {
        impossible:
          'These sites are searched by words that every ad must have, or in a category: give the rule or the source one of them.',
      }),
  }
}

/** Path and query of a page of the compiled request, newest first. */
export function searchPath(
  { category, country: _country, ...rest }: Record<string, string>,
  page: number,
): string {
  const level = category === undefined ? undefined : levels[Number(category[0])]
  const params = new URLSearchParams({
    ...rest,
    ...(level !== undefined && category !== undefined && { [level]: category }),
    page: String(page),
    sort: 'PUBLISHED_DESC',
  })
  return `/recommerce/forsale/search/api/search/SEARCH_ID_BAP_COMMON?${params}`
}
