import { badInput } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import { askedWords, inOrder, wholeBounds } from '../asked-words.ts'
import type { CompiledQuery, QueryFilter, SearchQuery } from '../contract.ts'
import { categoryCodes } from './categories.ts'

/** Distances that the site knows, in km. */
const radii = [5, 10, 20, 30, 50, 100, 150, 200]
const keywordsMax = 120
/** The site might take them for more than signs. */
const signs = /["“”„|()*\\+&\p{C}]/gu

interface Part {
  request: Record<string, string>
  pushed?: QueryFilter[]
  residual?: QueryFilter[]
}

/**
 * The query as the parameters of the site's search. It knows no "or" and no "not" between words: these are left to us, as
 * are conditions. Throws AppError `bad-input` for a category that is no number.
 */
export function compileQuery(query: SearchQuery, settings: FieldValues): CompiledQuery {
  const category = categoryPart(query, settings)
  const words = wordsPart(query)
  const parts: Part[] = [
    { request: { adType: 'OFFER', sortingField: 'SORTING_DATE', ...sellerPart(settings) } },
    category,
    words,
    pricePart(query),
    placePart(query),
    { request: {}, residual: query.conditions.length > 0 ? ['conditions'] : [] },
  ]
  const request = Object.assign({}, ...parts.map((part) => part.request)) as Record<string, string>
  const isAnything = request.keywords === undefined && request.category === undefined
  return {
    request: inOrder(request),
    pushed: parts.flatMap(({ pushed = [] }) => pushed),
    residual: parts.flatMap(({ residual = [] }) => residual),
    ...(isAnything && {
      impossible:
        'Kleinanzeigen is searched by words that every ad must have, or in a category: give the rule or the source one of them.',
    }),
  }
}

function text(value: FieldValues[string]): string {
  return value === undefined ? '' : String(value).trim()
}

function sellerPart(settings: FieldValues): Record<string, string> {
  const seller = text(settings.seller)
  return seller === 'private'
    ? { posterType: 'PRIVATE' }
    : seller === 'commercial'
      ? { posterType: 'COMMERCIAL' }
      : {}
}

/** The source's own category rules; only a source for everything may narrow to the query's one category. */
function categoryPart(query: SearchQuery, settings: FieldValues): Part {
  const written = text(settings.category)
  const own = /^c?(\d{1,4})$/i.exec(written)?.[1]
  if (written !== '' && own === undefined)
    throw badInput('That is not a category of Kleinanzeigen.', {
      category: 'Give the number behind the c in the address of the category’s page, such as 217.',
    })
  const [only, second] = query.categories
  const mapped =
    only !== undefined && second === undefined && own === undefined ? categoryCodes[only] : undefined
  if (mapped)
    return {
      request: { category: mapped.code },
      pushed: ['categories'],
      ...(!mapped.exact && { residual: ['categories'] as const }),
    }
  return {
    request: own === undefined ? {} : { category: own },
    ...(only !== undefined && { residual: ['categories'] as const }),
  }
}

/** All words must be there for the site, too, though it also finds other forms of them. */
function wordsPart(query: SearchQuery): Part {
  const { text: keywords, pushed, residual } = askedWords(query, keywordsMax, signs)
  return { request: keywords === '' ? {} : { keywords }, pushed, residual }
}

/** Whole euros, rounded outwards. */
function pricePart(query: SearchQuery): Part {
  const { priceCentsMin: min, priceCentsMax: max } = query
  if (min === undefined && max === undefined) return { request: {} }
  const bounds = wholeBounds(query, 'EUR')
  if (bounds === null) return { request: {}, residual: ['price'] }
  const exact = (min ?? 0) % 100 === 0 && (max ?? 0) % 100 === 0
  return {
    request: {
      ...(bounds.min !== undefined && { minPrice: bounds.min }),
      ...(bounds.max !== undefined && { maxPrice: bounds.max }),
    },
    pushed: ['price'],
    ...(!exact && { residual: ['price'] as const }),
  }
}

/** The site measures from the middle of a German postal code in steps; what lies beyond the real distance is ours to drop. */
function placePart({ place }: SearchQuery): Part {
  if (!place) return { request: {} }
  const code = place.country === 'DE' ? /^\d{5}$/.exec(place.postalCode?.trim() ?? '')?.[0] : undefined
  // The site measures to the middle of the other place, too.
  const radius = radii.find((km) => km >= place.radiusKm + 3)
  if (code === undefined || radius === undefined) return { request: {}, residual: ['place'] }
  return { request: { locationStr: code, radius: String(radius) }, pushed: ['place'], residual: ['place'] }
}

/** Path and query of a page of the compiled request. */
export function searchPath(request: Record<string, string>, page: number): string {
  const { category, keywords = '', ...rest } = request
  // Without `keywords` the site would look for the word in the path.
  const params = new URLSearchParams({ ...rest, keywords, ...(page > 1 && { pageNum: String(page) }) })
  return `/s-suche/${category === undefined ? 'k0' : `c${category}`}?${params}`
}
