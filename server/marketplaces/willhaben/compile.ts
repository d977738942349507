import { badInput } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import { askedWords, inOrder, wholeBounds } from '../asked-words.ts'
import type { CompiledQuery, SearchQuery } from '../contract.ts'

const wordsMax = 100
/** Of the prices that the site shows. */
const currency = 'EUR'

/**
 * The query as the parameters of the page of results. What the site cannot be told is left to us. Throws AppError `bad-input`
 * for a category of another form.
 */
export function compileQuery(query: SearchQuery, settings: FieldValues): CompiledQuery {
  const category = String(settings.category ?? '')
    .trim()
    .toLowerCase()
  if (!/^(?:[a-z0-9-]{1,60}(?:\/[a-z0-9-]{1,60}){0,3})?$/.test(category))
    throw badInput('That is not a category.', {
      category: 'Give what stands behind “marktplatz/” in its address, such as fahrraeder-2691.',
    })
  const { text, pushed, residual } = askedWords(query, wordsMax)
  for (const filter of ['categories', 'conditions'] as const)
    if (query[filter].length > 0) residual.push(filter)
  if (query.place) residual.push('place')
  const price = wholeBounds(query, currency)
  // The site takes whole units, so what lies between is ours.
  if (query.priceCentsMin !== undefined || query.priceCentsMax !== undefined) residual.push('price')
  if (price !== null) pushed.push('price')
  return {
    request: inOrder({
      ...(category !== '' && { category }),
      ...(price?.min !== undefined && { PRICE_FROM: price.min }),
      ...(price?.max !== undefined && { PRICE_TO: price.max }),
      ...(text !== '' && { keyword: text }),
    }),
    pushed,
    residual,
    ...(text === '' &&
      category === '' && {
        impossible:
          'willhaben is searched by words that every listing must have, or in a category: give the rule or the source one of them.',
      }),
  }
}

/** Path and query of a page of results, newest first. */
export function searchPath({ category, ...rest }: Record<string, string>, page: number): string {
  const params = new URLSearchParams({ ...rest, page: String(page), rows: '30', sort: '1' })
  return `/iad/kaufen-und-verkaufen/marktplatz${category === undefined ? '' : `/${category}`}?${params}`
}
