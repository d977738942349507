import { badInput } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import type { Condition } from '../../model/listing-schema.ts'
import { askedWords, inOrder } from '../asked-words.ts'
import type { CompiledQuery, SearchQuery } from '../contract.ts'
import { conditionCodes } from './conditions.ts'

const wordsMax = 200

export function currencyOf(settings: FieldValues): string {
  const code = String(settings.currency ?? '')
    .trim()
    .toUpperCase()
  if (code === '') return 'USD'
  if (/^[A-Z]{3}$/.test(code)) return code
  throw badInput('That is not a currency.', { currency: 'Give a three-letter code such as USD.' })
}

/** Where things are sent, as the site names regions: US_CON, GB, DE. */
export function regionOf(settings: FieldValues): string {
  const region = String(settings.region ?? '')
    .trim()
    .toUpperCase()
  if (region === '' || region === 'US') return 'US_CON'
  if (/^[A-Z]{2}(?:_[A-Z]{2,3})?$/.test(region)) return region
  throw badInput('That is not a region.', { region: 'Give a country’s two letters such as DE, or US_CON.' })
}

/**
 * The query as the interface's parameters: words, the source's category, conditions and a price in the source's currency.
 * "Or", "not" and places are left to us. Throws AppError `bad-input` for settings of another form.
 */
export function compileQuery(query: SearchQuery, settings: FieldValues): CompiledQuery {
  const currency = currencyOf(settings)
  const category = String(settings.category ?? '')
    .trim()
    .toLowerCase()
  if (!/^[a-z0-9-]{0,60}$/.test(category))
    throw badInput('That is not a category.', {
      category: 'Give the name in the category’s address, such as electric-guitars.',
    })
  const { text, pushed, residual } = askedWords(query, wordsMax)
  if (query.categories.length > 0) residual.push('categories')
  if (query.place) residual.push('place')
  const slugs = slugsOf(query.conditions)
  if (query.conditions.length > 0) (slugs === null ? residual : pushed).push('conditions')
  const price = priceBounds(query, currency)
  if (query.priceCentsMin !== undefined || query.priceCentsMax !== undefined)
    (price === null ? residual : pushed).push('price')
  return {
    request: inOrder({
      ...(category !== '' && { category }),
      ...(slugs !== null && { conditions: slugs }),
      currency,
      ...price,
      ...(text !== '' && { query: text }),
      region: regionOf(settings),
      which: settings.which === 'all' ? 'all' : 'used',
    }),
    pushed,
    residual,
    ...(text === '' &&
      category === '' && {
        impossible:
          'Reverb is searched by words that every listing must have, or in a category: give the rule or the source one of them.',
      }),
  }
}

/** Every listing has one of the site's conditions; null where nothing is asked. */
function slugsOf(wanted: readonly Condition[]): string | null {
  if (wanted.length === 0) return null
  const slugs = Object.keys(conditionCodes).filter((slug) => wanted.includes(conditionCodes[slug]!))
  return slugs.length === 0
    ? null
    : slugs
        // The filter calls it by another name than listings do.
        .map((slug) => (slug === 'brand-new' ? 'new' : slug))
        .toSorted()
        .join(',')
}

function priceBounds(
  { priceCentsMin: min, priceCentsMax: max, currency }: SearchQuery,
  own: string,
): Record<string, string> | null {
  if (currency !== own || !['USD', 'EUR', 'GBP', 'CAD', 'AUD'].includes(own)) return null
  return {
    ...(min !== undefined && { price_min: (min / 100).toFixed(2) }),
    ...(max !== undefined && { price_max: (max / 100).toFixed(2) }),
  }
}

/** Path and query of the first page. */
export function searchPath({ which, region: _region, ...rest }: Record<string, string>): string {
  const params = new URLSearchParams({ ...rest, page: '1', per_page: '50', sort: 'published_at|desc' })
  return `/api/listings${which === 'all' ? '/all' : ''}?${params}`
}
